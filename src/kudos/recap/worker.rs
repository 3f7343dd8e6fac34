//! How a recap is delivered: what [`crate::delivery`] asks of every message that falls due.

use chrono::{DateTime, Utc};

use super::{Claimed, content, store, view};
use crate::app::App;
use crate::database::StoreResult;
use crate::delivery::{Confirmed, Delivery, Sent};
use crate::discord::DiscordError;
use crate::discord::action::Action;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::ChannelId;
use crate::nudges::schedule::Turn;

#[async_trait::async_trait]
impl Delivery for Claimed {
    async fn claim_due(app: &App) -> StoreResult<usize> {
        let now = app.now();
        let turns = store::turns(app.database.readers(), now).await?;
        let due = turns
            .into_iter()
            .filter(|(_, turn)| matches!(turn, Turn::Send { .. }));
        let mut claimed = 0;
        for (team, _) in due {
            app.database
                .write(move |connection| Box::pin(store::claim(connection, team, now)))
                .await?;
            claimed += 1;
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
        let readers = app.database.readers();
        let turns = store::turns(readers, app.now()).await?;
        let next = turns.into_iter().map(|(_, turn)| match turn {
            Turn::Wait(occurrence) | Turn::Send { occurrence, .. } => occurrence.at,
        });
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

    fn carries(&self, action: &Action) -> bool {
        matches!(action, Action::ShowRecapBoard(recap) if *recap == self.recap)
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
            .write(move |connection| Box::pin(store::mark_sent(connection, self.recap, sent, now)))
            .await
    }

    async fn try_again(self, app: &App, at: DateTime<Utc>) -> StoreResult<()> {
        app.database
            .write(move |connection| Box::pin(store::try_again(connection, self.recap, at)))
            .await
    }

    async fn give_up(self, app: &App, refused: Option<&DiscordError>) -> StoreResult<()> {
        let lost =
            refused.is_some_and(|error| error.is_unknown_channel() || error.is_channel_closed());
        app.database
            .write(move |connection| {
                Box::pin(async move {
                    store::mark_undeliverable(connection, self.recap).await?;
                    if lost {
                        store::stop(connection, self.team, self.channel).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}
