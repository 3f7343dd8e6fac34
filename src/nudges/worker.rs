//! Implements [`crate::delivery`] for nudges.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use chrono::{DateTime, TimeDelta, Utc};

use super::{ClaimedNudge, drawn, store};
use crate::app::App;
use crate::database::StoreResult;
use crate::delivery::{BATCH, Confirmed, Delivery, Facts, Outcome, State};
use crate::discord::DiscordError;
use crate::discord::custom_id::CustomId as _;
use crate::discord::outbox::HistoryAccess;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::{ChannelId, MemberKey, PersonId, TeamId};
use crate::members::{self, dm, presence};
use crate::nudges::action::Action;
use crate::telemetry::chain;

/// How often people are chosen again before a nudge is postponed. Each time the people who left are
/// stored as gone, so the next choice is among fewer.
pub(super) const CHOICES: usize = 10;

/// How long to postpone the nudge of a member with unreadable rows.
const RETRY_AFTER: TimeDelta = TimeDelta::hours(1);

/// Repairs everything that a clock running ahead dated in the future.
async fn repair_dates(app: &App, now: DateTime<Utc>) -> StoreResult<()> {
    for member in store::dated_ahead(app.database.readers(), now).await? {
        let done = app
            .database
            .write(async move |connection| store::repair_dates(connection, member, now).await);
        match done.await {
            Err(error) if error.is_of_one_row() => {
                tracing::error!(team = %member.team, member = %member.person, error = %chain(&error), "could not repair a date in the future");
            }
            done => done?,
        }
    }
    Ok(())
}

/// Orders the members of a team in another way every week. The first have the most people below the
/// weekly cap to choose from, so nobody may always be first.
fn take_turns(members: &mut [PersonId], now: DateTime<Utc>) {
    let week = now
        .timestamp()
        .div_euclid(TimeDelta::weeks(1).num_seconds());
    members.sort_by_cached_key(|member| {
        BuildHasherDefault::<DefaultHasher>::default().hash_one((week, member.0))
    });
}

/// Claims the weeks of some members of a team together. If that fails, claims them one by one, so
/// that an unreadable row delays only its own member's nudge.
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
        tracing::error!(%team, member = %person, error = %chain(&error), "could not claim a nudge; trying again in an hour");
        let postponed = app.database.write(async move |connection| {
            store::postpone(connection, team.member(person), now + RETRY_AFTER).await
        });
        postponed.await?;
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
impl Delivery for ClaimedNudge {
    const KIND: &'static str = "nudges";

    /// Claims the weeks of members whose nudge is due.
    async fn claim_due(app: &App) -> StoreResult<usize> {
        let now = app.now();
        if app.set_back.notice(now) {
            repair_dates(app, now).await?;
        }
        let due = store::due(app.database.readers(), now, BATCH).await?;
        let count = due.len();
        let mut teams = BTreeMap::<_, Vec<_>>::new();
        for MemberKey { team, person } in due {
            teams.entry(team).or_default().push(person);
        }
        // Write once for each group: one long transaction would delay other writes.
        for (team, mut members) in teams {
            take_turns(&mut members, now);
            for group in members.chunks(store::TOGETHER) {
                claim(app, team, group.to_vec(), now).await?;
            }
        }
        Ok(count)
    }

    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>> {
        store::unfinished(app.database.readers(), app.now(), most).await
    }

    /// Looks up all the members who get these nudges and the people named in them at once.
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
        for MemberKey { team, person } in store::named(app.database.readers(), &nudges).await? {
            people.entry(team).or_default().insert(person);
        }
        presence::look_up(app, people).await
    }

    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
        store::next_work(app.database.readers()).await
    }

    fn facts(&self) -> Facts {
        Facts {
            name: format!("nudge-{}", self.nudge),
            due_at: self.due_at,
            claimed_at: self.claimed_at,
            may_have_arrived: self.confirmed,
            history: HistoryAccess::Readable,
        }
    }

    /// Every nudge has a pause and a settings button, whatever the answers.
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

    /// People who left are not named and get no nudge. Checked only before the first try: after it
    /// the message may have arrived, with the people it names.
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
            // It names nobody if the member was gone when it was claimed.
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

    /// The member may have cancelled it a moment ago.
    async fn is_wanted(&self, app: &App) -> StoreResult<bool> {
        store::is_claimed(app.database.readers(), self.nudge).await
    }

    async fn channel(&self, app: &App) -> Result<ChannelId, Failure> {
        dm::channel(app, self.key(), self.channel).await
    }

    /// A stored channel may be gone; a channel opened just now is right.
    async fn channel_instead(
        &self,
        app: &App,
        refused: &DiscordError,
    ) -> Result<Option<ChannelId>, Failure> {
        dm::channel_instead(app, self.key(), self.channel, refused).await
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        let nudge = store::load(app.database.readers(), self.nudge).await?;
        Ok(drawn::nudge(app, &nudge, nudge.language).await)
    }

    /// Closed direct messages are final until the member joins again: repeated tries would get the
    /// bot banned.
    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        let (now, nudge) = (app.now(), self.nudge);
        app.database
            .write(async move |connection| match outcome {
                Outcome::Sent(sent) => store::mark_sent(connection, self, sent, now).await,
                Outcome::Failed { again } => store::try_again(connection, nudge, again).await,
                Outcome::GivenUp => store::end(connection, nudge, State::Undeliverable).await,
                Outcome::Refused(refused) => {
                    store::end(connection, nudge, State::Undeliverable).await?;
                    if refused.is_dms_closed() {
                        members::store::close_dms(connection, self.key(), now).await?;
                    }
                    Ok(())
                }
            })
            .await
    }
}
