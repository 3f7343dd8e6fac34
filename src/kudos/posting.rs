//! A kudos' post. The kudos is on disk before it is posted, so one may be kept whose post is not
//! known: Discord gave no usable answer, or Rapport crashed in between. It is settled by sending the
//! post again while Discord remembers its nonce, and by looking for it after that; a kudos whose
//! post is not there counts no more.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::Unposted;
use super::store::{self, allowance, posts};
use super::{deleted_posts, view};
use crate::app::App;
use crate::clock::Alarm;
use crate::crash;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::discord::outbox::{NONCE_WINDOW, Posted};
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure};
use crate::ids::{ChannelId, InteractionId, KudosId, MessageId};
use crate::telemetry::{Episode, chain};

/// The pauses before the post is tried once more while the giver waits: all in all inside the time
/// for which Discord remembers a nonce.
const PAUSES: [Duration; 3] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
];

/// After how long a kudos without a post is nobody's work in hand any more.
const IN_HAND: TimeDelta = TimeDelta::minutes(2);

/// How long to wait before looking once more, and for how long that is done at all.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(5);
const LOOKED_FOR: TimeDelta = TimeDelta::days(1);

/// What became of posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is there for all to see.
    Posted,
    /// It is not there, and counts no more: Discord can't take it now.
    NotNow,
    /// Nobody knows yet; it is looked for.
    Unknown,
}

/// What became of looking for a post.
enum Looked {
    There(MessageId),
    Nowhere,
    /// Rapport may not read this channel's history: nobody knows.
    Unreadable,
}

/// Posts a kudos that is on disk, and finds out whether it is there. Refused by Discord, it counts
/// no more, and the giver is told why.
pub async fn post(
    app: &App,
    kudos: KudosId,
    interaction: InteractionId,
    channel: ChannelId,
    reply: Reply,
) -> Result<Outcome, CommandError> {
    let mut pauses = PAUSES.into_iter();
    let mut is_certain = true;
    loop {
        let permit = app.outbox.permit().await;
        match app
            .outbox
            .send(permit, channel, reply.clone(), nonce(interaction))
            .await
        {
            Ok(message) => {
                crash::point("kudos::posted");
                note(app, kudos, message).await?;
                return Ok(Outcome::Posted);
            }
            Err(refused @ DiscordError::Refused { .. }) if is_certain => {
                remove(app, kudos).await?;
                return Err(view::not_posted(&refused).into());
            }
            Err(DiscordError::SlowDown { .. }) if is_certain => {
                remove(app, kudos).await?;
                return Ok(Outcome::NotNow);
            }
            // An earlier try may have arrived.
            Err(DiscordError::Refused { .. } | DiscordError::SlowDown { .. }) => {}
            Err(DiscordError::Unsure(_)) => is_certain = false,
        }
        let Some(pause) = pauses.next() else {
            tracing::warn!(%kudos, "not known to be posted; looking for it later");
            return Ok(Outcome::Unknown);
        };
        tokio::time::sleep(pause).await;
    }
}

/// Discord gives back the first message that was sent with it. A file restored from a backup gives the
/// ids of kudos again, those of interactions are Discord's.
fn nonce(interaction: InteractionId) -> String {
    format!("kudos-{interaction}")
}

/// Notes where the kudos was posted, unless the post is gone again: it may have been deleted before
/// anybody knew whose it was.
async fn note(app: &App, kudos: KudosId, message: MessageId) -> StoreResult<()> {
    app.database
        .write(async move |connection| posts::set_post(connection, kudos, message).await)
        .await?;
    if app.deleted_messages.has(message) {
        remove(app, kudos).await?;
    }
    Ok(())
}

async fn remove(app: &App, kudos: KudosId) -> StoreResult<()> {
    app.database
        .write(async move |connection| store::remove(connection, kudos).await)
        .await
}

/// Settles what a crash `left` and what Discord left open, until `stop` is cancelled.
pub async fn run(
    app: Arc<App>,
    left: Vec<Unposted>,
    mut alarm: Box<dyn Alarm>,
    stop: CancellationToken,
) {
    let mut left = left;
    let (mut outage, mut failure) = (Episode::default(), Episode::default());
    while !stop.is_cancelled() {
        let worked = work(&app, std::mem::take(&mut left), &mut outage, &stop);
        let next = match worked.await {
            Ok(next) => {
                failure.ends();
                next
            }
            Err(error) => {
                if failure.begins() {
                    tracing::error!(error = %chain(&error), "could not settle kudos; trying until it works");
                }
                Some(app.now() + LOOK_AGAIN)
            }
        };
        tokio::select! {
            () = alarm.wait_until(next) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Does all that is to be done now; gives when to look again.
async fn work(
    app: &App,
    left: Vec<Unposted>,
    outage: &mut Episode,
    stop: &CancellationToken,
) -> StoreResult<Option<DateTime<Utc>>> {
    let (settle_next, now) = (settle_all(app, left, outage).await?, app.now());
    let look_next = deleted_posts::look(app, outage, stop).await?;
    let mut over_next = allowance::first_over(app.database.readers()).await?;
    if over_next.is_some_and(|over| over <= now) {
        let forgotten = app
            .database
            .write(async move |connection| allowance::forget_all_past(connection, now).await);
        forgotten.await?;
        app.bells.removal.ring();
        over_next = allowance::first_over(app.database.readers()).await?;
    }
    Ok([settle_next, look_next, over_next]
        .into_iter()
        .flatten()
        .min())
}

/// Settles what was `left`, and what is nobody's work in hand any more; gives when to look again.
async fn settle_all(
    app: &App,
    left: Vec<Unposted>,
    outage: &mut Episode,
) -> StoreResult<Option<DateTime<Utc>>> {
    let now = app.now();
    let mut open = posts::unposted(app.database.readers(), now - IN_HAND).await?;
    open.retain(|old| left.iter().all(|it| it.kudos != old.kudos));
    open.extend(left);
    let mut unsettled = None;
    for unposted in open {
        if now - unposted.given_at < LOOKED_FOR {
            unsettled = settle(app, unposted, now).await?.or(unsettled);
        }
    }
    if let Some(error) = unsettled {
        if outage.begins() {
            tracing::warn!(error = %error, "not known whether kudos are posted; looking until it is");
        }
        return Ok(Some(now + LOOK_AGAIN));
    }
    outage.ends();
    let youngest = posts::first_unposted(app.database.readers(), now - IN_HAND).await?;
    Ok(youngest.map(|given_at| given_at + IN_HAND))
}

/// Finds out whether the post is there; gives why, if that can't be told now.
async fn settle(
    app: &App,
    unposted: Unposted,
    now: DateTime<Utc>,
) -> StoreResult<Option<DiscordError>> {
    let kudos = unposted.kudos;
    match look_for(app, &unposted, now).await {
        Ok(Looked::There(message)) => note(app, kudos, message).await?,
        Ok(Looked::Unreadable) => tracing::info!(%kudos, "can't be looked for; kept"),
        Ok(Looked::Nowhere) => {
            tracing::info!(%kudos, "was never posted, and counts no more");
            remove(app, kudos).await?;
        }
        Err(Failure::Store(error)) => return Err(error),
        Err(Failure::Discord(error)) => return Ok(Some(error)),
    }
    Ok(None)
}

/// Sends it again while Discord remembers its nonce, and looks for it after that, or where Discord
/// refuses it: an earlier try may have arrived.
async fn look_for(app: &App, unposted: &Unposted, now: DateTime<Utc>) -> Result<Looked, Failure> {
    let channel = unposted.channel;
    if now - unposted.given_at < NONCE_WINDOW {
        let reply = view::post_again(unposted);
        let permit = app.outbox.permit().await;
        let sent = app
            .outbox
            .send(permit, channel, reply, nonce(unposted.interaction));
        match sent.await {
            Ok(message) => return Ok(Looked::There(message)),
            Err(DiscordError::Refused { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let others = posts::posts_since(app.database.readers(), unposted).await?;
    let is_it =
        |posted: Posted<'_>| view::is_post_of(unposted, posted) && !others.contains(&posted.id());
    let looked = async {
        let found = app.outbox.find(channel, unposted.given_at, is_it).await?;
        if found.is_none() && !app.outbox.shows_history(channel).await? {
            return Ok(Looked::Unreadable);
        }
        Ok(found.map_or(Looked::Nowhere, Looked::There))
    };
    let looked: Result<_, DiscordError> = looked.await;
    match looked {
        Err(gone) if gone.is_unknown_channel() => Ok(Looked::Nowhere),
        Err(DiscordError::Refused { .. }) => Ok(Looked::Unreadable),
        looked => Ok(looked?),
    }
}
