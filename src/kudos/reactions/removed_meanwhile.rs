//! Finds reactions that were removed while Rapport was away. Discord does not report them later, so
//! after a new session the reactions of recent weeks are looked at. Those added meanwhile don't count.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;

use super::take_back;
use crate::app::App;
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::{KudosId, PersonId, TeamId};
use crate::kudos::store::reactions;
use crate::kudos::{CountedReaction, deleted_posts};

/// How far back reactions are looked at. Each message takes a request, unlike posts.
const RECENT: TimeDelta = TimeDelta::days(14);

/// How many reactions of a team are looked at, the latest first.
const MOST: u32 = 200;

/// Takes back the kudos of this team whose reaction is gone.
pub(in crate::kudos) async fn check_recent(
    app: &App,
    team: TeamId,
    stop: &CancellationToken,
) -> Result<(), Failure> {
    let since = app.now() - RECENT;
    let recent = reactions::recent(app.database.readers(), team, since, MOST).await?;
    for to_message in recent.chunk_by(|one, other| one.message == other.message) {
        if stop.is_cancelled() {
            return Ok(());
        }
        check(app, team, to_message).await?;
    }
    Ok(())
}

/// Checks the reactions to one message.
async fn check(app: &App, team: TeamId, counted: &[CountedReaction]) -> Result<(), Failure> {
    let Some(first) = counted.first() else {
        return Ok(());
    };
    // An event about the same message waits until this is decided.
    let _turn = app.reactions.turn(first.message).await;
    match gone(app, counted).await {
        Ok(gone) => take_back(app, gone).await?,
        Err(error) if error.is_unknown_message() => {
            deleted_posts::deleted(app, &[first.message]).await?;
        }
        Err(error) if error.is_unknown_channel() => {
            deleted_posts::channel_deleted(app, team, first.channel).await?;
        }
        // Rapport can't read the channel: assume that they are there.
        Err(DiscordError::Refused { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// Those of `counted` whose reaction is gone. Whether "someone" still reacts can't be told.
async fn gone(app: &App, counted: &[CountedReaction]) -> Result<BTreeSet<KudosId>, DiscordError> {
    let mut left: Vec<_> = counted.iter().collect();
    let mut gone = BTreeSet::new();
    while let Some(CountedReaction {
        channel,
        message,
        emoji,
        ..
    }) = left.first()
    {
        let people = app.outbox.reacted(*channel, *message, emoji).await?;
        let is_gone = |it: &&&CountedReaction| {
            it.giver != PersonId::FORGOTTEN && it.emoji == *emoji && !people.contains(&it.giver)
        };
        gone.extend(left.iter().filter(is_gone).map(|it| it.kudos));
        let emoji = emoji.clone();
        left.retain(|it| it.emoji != emoji);
    }
    Ok(gone)
}
