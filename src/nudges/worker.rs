//! How a nudge is delivered: what [`crate::delivery`] asks of every message that falls due.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::{Claimed, store, view};
use crate::app::App;
use crate::database::StoreResult;
use crate::delivery::{BATCH, Confirmed, Delivery, Sent};
use crate::discord::DiscordError;
use crate::discord::custom_id::CustomId as _;
use crate::discord::openings::Reason;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::{ChannelId, PersonId, TeamId};
use crate::members::{self, presence};
use crate::nudges::action::Action;
use crate::telemetry::chain;

/// How often people are chosen anew before a nudge is put off: each time those who left are kept as
/// gone, so that the next choice is among fewer.
pub(super) const CHOICES: usize = 10;

/// How long a member waits whose row can't be worked with.
const PUT_OFF: TimeDelta = TimeDelta::hours(1);

/// A clock that was ahead for a while leaves nothing in a wrong future.
async fn set_right(app: &App, now: DateTime<Utc>) -> StoreResult<()> {
    for (team, person) in store::dated_ahead(app.database.readers(), now).await? {
        let done = app
            .database
            .write(async move |connection| store::set_right(connection, team, person, now).await);
        match done.await {
            Err(error) if error.is_of_one_row() => {
                tracing::error!(%team, member = %person, error = %chain(&error), "what is dated in the future can't be set right");
            }
            done => done?,
        }
    }
    Ok(())
}

impl Claimed {
    /// Opens the member's channel and keeps it, so that it is opened once.
    async fn open(&self, app: &App) -> Result<ChannelId, Failure> {
        let channel = app.outbox.open_dm(self.member, Reason::Unasked).await?;
        keep_channel(app, *self, Some(channel)).await?;
        Ok(channel)
    }
}

async fn keep_channel(app: &App, claimed: Claimed, channel: Option<ChannelId>) -> StoreResult<()> {
    let Claimed { team, member, .. } = claimed;
    app.database
        .write(async move |connection| {
            members::store::keep_dm_channel(connection, team, member, channel).await
        })
        .await
}

/// Claims the weeks of some members of a team together; one by one where that fails, so that a row
/// that can't be read costs its own member's nudge alone.
async fn claim(
    app: &App,
    team: TeamId,
    group: Vec<PersonId>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    match claim_together(app, team, group.clone(), now).await {
        Err(error) if error.is_of_one_row() => {}
        done => return done,
    }
    for person in group {
        let Err(error) = claim_together(app, team, vec![person], now).await else {
            continue;
        };
        if !error.is_of_one_row() {
            return Err(error);
        }
        tracing::error!(%team, member = %person, error = %chain(&error), "a nudge can't be claimed; put off for an hour");
        let put_off = app.database.write(async move |connection| {
            store::put_off(connection, team, person, now + PUT_OFF).await
        });
        put_off.await?;
    }
    Ok(())
}

async fn claim_together(
    app: &App,
    team: TeamId,
    group: Vec<PersonId>,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    app.database
        .write(async move |connection| store::claim(connection, team, &group, now).await)
        .await
}

#[async_trait::async_trait]
impl Delivery for Claimed {
    /// Claims the weeks of members whose turn it is.
    async fn claim_due(app: &App) -> StoreResult<usize> {
        let now = app.now();
        if app.set_back.notice(now) {
            set_right(app, now).await?;
        }
        let due = store::due(app.database.readers(), now, BATCH).await?;
        let count = due.len();
        let mut teams = BTreeMap::<_, Vec<_>>::new();
        for (team, member) in due {
            teams.entry(team).or_default().push(member);
        }
        // One write after the other: several in one transaction would keep whoever logs a talk waiting.
        for (team, members) in teams {
            for group in members.chunks(store::TOGETHER) {
                claim(app, team, group.to_vec(), now).await?;
            }
        }
        Ok(count)
    }

    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>> {
        store::unfinished(app.database.readers(), app.now(), most).await
    }

    /// Everybody they are for and name is looked up at once, as far as that can still matter.
    async fn prepare(app: &App, claimed: &[Self]) -> StoreResult<()> {
        let open = claimed.iter().filter(|claimed| !claimed.confirmed);
        let mut people = BTreeMap::<_, BTreeSet<_>>::new();
        let mut nudges = Vec::new();
        for claimed in open {
            people
                .entry(claimed.team)
                .or_default()
                .insert(claimed.member);
            nudges.push(claimed.nudge);
        }
        for (team, named) in store::named(app.database.readers(), &nudges).await? {
            people.entry(team).or_default().insert(named);
        }
        presence::look_up(app, people).await
    }

    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
        store::next_work(app.database.readers()).await
    }

    fn due_at(&self) -> DateTime<Utc> {
        self.due_at
    }

    fn claimed_at(&self) -> DateTime<Utc> {
        self.claimed_at
    }

    fn may_be_there(&self) -> bool {
        self.confirmed
    }

    fn name(&self) -> String {
        format!("nudge-{}", self.nudge)
    }

    /// Every nudge has a button to pause and one for settings, whatever was pressed on it.
    fn carries(&self, custom_id: &str) -> bool {
        match Action::decode(custom_id) {
            Some(
                Action::AnswerSuggestion { nudge, .. }
                | Action::OfferPause(nudge)
                | Action::OpenSettings(nudge),
            ) => nudge == self.nudge,
            _ => false,
        }
    }

    /// People who left the server are named to nobody and get no nudge. Asked before the first try
    /// alone: after it the message may be there, with the people it names.
    async fn confirm(&self, app: &App) -> Result<Confirmed, Failure> {
        if self.confirmed {
            return Ok(Confirmed::Holds);
        }
        let (now, claimed) = (app.now(), *self);
        if !presence::gone(app, self.team, &[self.member])
            .await?
            .is_empty()
        {
            let dropped = app.database.write(async move |connection| {
                store::drop_for_gone(connection, claimed.nudge).await
            });
            dropped.await?;
            return Ok(Confirmed::Void);
        }
        for _ in 0..CHOICES {
            let named = store::people(app.database.readers(), self.nudge).await?;
            // Nobody is, where who gets it was gone when it was claimed.
            if !named.is_empty() && presence::gone(app, self.team, &named).await?.is_empty() {
                let confirmed = app.database.write(async move |connection| {
                    store::confirm(connection, claimed.nudge, now).await
                });
                return Ok(if confirmed.await? {
                    Confirmed::Holds
                } else {
                    Confirmed::Void
                });
            }
            let again = app
                .database
                .write(async move |connection| store::choose_again(connection, claimed, now).await);
            if !again.await? {
                return Ok(Confirmed::Void);
            }
        }
        Ok(Confirmed::NotYet)
    }

    /// The member may have called it off a moment ago.
    async fn is_wanted(&self, app: &App) -> StoreResult<bool> {
        store::is_claimed(app.database.readers(), self.nudge).await
    }

    async fn channel(&self, app: &App) -> Result<ChannelId, Failure> {
        match self.channel {
            Some(channel) => Ok(channel),
            None => self.open(app).await,
        }
    }

    /// One that was kept may be gone; one that was opened just now is as good as any.
    async fn channel_instead(
        &self,
        app: &App,
        refused: &DiscordError,
    ) -> Result<Option<ChannelId>, Failure> {
        if self.channel.is_none() || !refused.is_dm_channel_lost() {
            return Ok(None);
        }
        keep_channel(app, *self, None).await?;
        self.open(app).await.map(Some)
    }

    /// Both sides of direct messages can read them.
    async fn can_be_looked_for(&self, _: &App) -> Result<bool, DiscordError> {
        Ok(true)
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        let nudge = store::load(app.database.readers(), self.nudge).await?;
        let server = app.server_name(self.team).await;
        Ok(view::nudge(&nudge, server.as_deref(), app.now()))
    }

    async fn mark_sent(self, app: &App, sent: Sent) -> StoreResult<()> {
        let now = app.now();
        app.database
            .write(async move |connection| store::mark_sent(connection, self, sent, now).await)
            .await
    }

    async fn try_again(self, app: &App, at: DateTime<Utc>) -> StoreResult<()> {
        app.database
            .write(async move |connection| store::try_again(connection, self.nudge, at).await)
            .await
    }

    /// Closed direct messages are final until the member joins anew: asking again and again would
    /// get the bot banned.
    async fn give_up(self, app: &App, refused: Option<&DiscordError>) -> StoreResult<()> {
        let (now, dms_closed) = (app.now(), refused.is_some_and(DiscordError::is_dms_closed));
        app.database
            .write(async move |connection| {
                store::mark_undeliverable(connection, self.nudge).await?;
                if dms_closed {
                    members::store::close_dms(connection, self.team, self.member, now).await?;
                }
                Ok(())
            })
            .await
    }
}
