//! Implements [`crate::delivery`] for recaps.

use chrono::{DateTime, TimeDelta, Utc};

use super::{ClaimedRecap, content, store, view};
use crate::app::App;
use crate::calendar::schedule::Decision;
use crate::database::StoreResult;
use crate::delivery::{Delivery, Facts, LONGEST_RETRY_WAIT, Outcome};
use crate::discord::custom_id::CustomId as _;
use crate::discord::outbox::HistoryAccess;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::{ChannelId, TeamId};
use crate::kudos::action::Action;
use crate::telemetry::chain;

/// How long to wait for a team whose recap could not be claimed when it was due. It may have become
/// due just after the claim.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(1);

/// Claims the team's recap if it is due; returns whether it did. Unreadable rows delay only their
/// own team's recap.
async fn claim(
    app: &App,
    team: TeamId,
    decision: StoreResult<Decision>,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let claimed = match decision {
        Ok(Decision::Wait(_)) => return Ok(false),
        Ok(Decision::Send { .. }) => {
            app.database
                .write(async move |connection| store::claim(connection, team, now).await)
                .await
        }
        Err(error) => Err(error),
    };
    match claimed {
        Ok(()) => Ok(true),
        Err(error) if error.is_of_one_row() => {
            tracing::error!(%team, error = %chain(&error), "could not claim a recap; trying again later");
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// When to look at a team again after its recap was claimed or not.
fn next_look(decision: &StoreResult<Decision>, now: DateTime<Utc>) -> DateTime<Utc> {
    match decision {
        Ok(Decision::Wait(occurrence)) => occurrence.at,
        Ok(Decision::Send { late_by, .. }) if *late_by < LOOK_AGAIN => now + LOOK_AGAIN,
        Ok(Decision::Send { .. }) | Err(_) => now + LONGEST_RETRY_WAIT,
    }
}

#[async_trait::async_trait]
impl Delivery for ClaimedRecap {
    const KIND: &'static str = "recaps";

    async fn claim_due(app: &App) -> StoreResult<usize> {
        let now = app.now();
        let recaps = store::next_recaps(app.database.readers(), now).await?;
        let mut claimed = 0;
        for (team, decision) in recaps {
            claimed += usize::from(claim(app, team, decision, now).await?);
        }
        Ok(claimed)
    }

    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>> {
        store::unfinished(app.database.readers(), app.now(), most).await
    }

    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
        let (readers, now) = (app.database.readers(), app.now());
        let recaps = store::next_recaps(readers, now).await?;
        let next = recaps.iter().map(|(_, decision)| next_look(decision, now));
        Ok(next.chain(store::next_try(readers).await?).min())
    }

    fn facts(&self) -> Facts {
        Facts {
            name: format!("recap-{}", self.recap),
            due_at: self.due_at,
            claimed_at: self.claimed_at,
            may_have_arrived: true,
            history: HistoryAccess::Permitted,
        }
    }

    fn carries(&self, custom_id: &str) -> bool {
        Action::decode(custom_id) == Some(Action::ShowRecapBoard(self.recap))
    }

    async fn channel(&self, _: &App) -> Result<ChannelId, Failure> {
        Ok(self.channel)
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        Ok(view::recap(&content::load(app, self).await?))
    }

    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        let (now, recap) = (app.now(), self.recap);
        app.database
            .write(async move |connection| match outcome {
                Outcome::Sent(sent) => store::mark_sent(connection, recap, sent, now).await,
                Outcome::Failed { again } => store::try_again(connection, recap, again).await,
                Outcome::GivenUp => store::mark_undeliverable(connection, recap).await,
                Outcome::Refused(refused) => {
                    store::mark_undeliverable(connection, recap).await?;
                    if refused.is_unknown_channel() || refused.is_channel_closed() {
                        store::stop(connection, self.team, self.channel).await?;
                    }
                    Ok(())
                }
            })
            .await
    }
}
