//! How a recap is delivered: what [`crate::delivery`] asks of every message that falls due.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Claimed, content, store, view};
use crate::app::App;
use crate::calendar::schedule::Turn;
use crate::database::StoreResult;
use crate::delivery::{Confirmed, Delivery, LATEST, Sent};
use crate::discord::DiscordError;
use crate::discord::custom_id::CustomId as _;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::{ChannelId, TeamId};
use crate::kudos::action::Action;
use crate::telemetry::chain;

/// How long a team waits whose recap can't be claimed when it is due: once for a moment, as it may
/// have fallen due since it was looked for.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(1);

/// Claims the recap of a team whose turn it is; whether it did. Rows that can't be read cost their own
/// team's recap alone.
async fn claim(
    app: &App,
    team: TeamId,
    turn: StoreResult<Turn>,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let claimed = match turn {
        Ok(Turn::Wait(_)) => return Ok(false),
        Ok(Turn::Send { .. }) => {
            app.database
                .write(async move |connection| store::claim(connection, team, now).await)
                .await
        }
        Err(error) => Err(error),
    };
    match claimed {
        Ok(()) => Ok(true),
        Err(error) if error.is_of_one_row() => {
            tracing::error!(%team, error = %chain(&error), "a recap can't be claimed; put off");
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// When to look at a team again, after what could be claimed was.
fn next_look(turn: &StoreResult<Turn>, now: DateTime<Utc>) -> DateTime<Utc> {
    match turn {
        Ok(Turn::Wait(occurrence)) => occurrence.at,
        Ok(Turn::Send { late_by, .. }) if *late_by < LOOK_AGAIN => now + LOOK_AGAIN,
        Ok(Turn::Send { .. }) | Err(_) => now + LATEST,
    }
}

#[async_trait::async_trait]
impl Delivery for Claimed {
    async fn claim_due(app: &App) -> StoreResult<usize> {
        let now = app.now();
        let turns = store::turns(app.database.readers(), now).await?;
        let mut claimed = 0;
        for (team, turn) in turns {
            claimed += usize::from(claim(app, team, turn, now).await?);
        }
        Ok(claimed)
    }

    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>> {
        store::unfinished(app.database.readers(), app.now(), most).await
    }

    /// Confirming a recap asks nothing.
    async fn prepare(_: &App, _: &[Self]) -> StoreResult<()> {
        Ok(())
    }

    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
        let (readers, now) = (app.database.readers(), app.now());
        let turns = store::turns(readers, now).await?;
        let next = turns.iter().map(|(_, turn)| next_look(turn, now));
        Ok(next.chain(store::next_try(readers).await?).min())
    }

    fn due_at(&self) -> DateTime<Utc> {
        self.due_at
    }

    fn claimed_at(&self) -> DateTime<Utc> {
        self.claimed_at
    }

    fn may_be_there(&self) -> bool {
        true
    }

    fn name(&self) -> String {
        format!("recap-{}", self.recap)
    }

    fn carries(&self, custom_id: &str) -> bool {
        Action::decode(custom_id) == Some(Action::ShowRecapBoard(self.recap))
    }

    /// A recap tells of what was: it always holds.
    async fn confirm(&self, _: &App) -> Result<Confirmed, Failure> {
        Ok(Confirmed::Holds)
    }

    async fn is_wanted(&self, _: &App) -> StoreResult<bool> {
        Ok(true)
    }

    async fn channel(&self, _: &App) -> Result<ChannelId, Failure> {
        Ok(self.channel)
    }

    async fn can_be_looked_for(&self, app: &App) -> Result<bool, DiscordError> {
        app.outbox.shows_history(self.channel).await
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        Ok(view::recap(&content::load(app, self).await?))
    }

    async fn mark_sent(self, app: &App, sent: Sent) -> StoreResult<()> {
        let now = app.now();
        app.database
            .write(async move |connection| {
                store::mark_sent(connection, self.recap, sent, now).await
            })
            .await
    }

    async fn try_again(self, app: &App, at: DateTime<Utc>) -> StoreResult<()> {
        app.database
            .write(async move |connection| store::try_again(connection, self.recap, at).await)
            .await
    }

    async fn give_up(self, app: &App, refused: Option<&DiscordError>) -> StoreResult<()> {
        let lost =
            refused.is_some_and(|error| error.is_unknown_channel() || error.is_channel_closed());
        app.database
            .write(async move |connection| {
                store::mark_undeliverable(connection, self.recap).await?;
                if lost {
                    store::stop(connection, self.team, self.channel).await?;
                }
                Ok(())
            })
            .await
    }
}
