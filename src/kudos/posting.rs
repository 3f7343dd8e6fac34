//! The posts of kudos. A kudos is stored before it is posted, so its post can be unknown: Discord
//! gave no usable answer, or Rapport crashed in between. Then Rapport sends it again while Discord
//! remembers the nonce, and later looks for the post. A kudos without a post no longer counts.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::Unposted;
use super::store::{self, allowance, posts};
use super::{meanwhile, view};
use crate::app::App;
use crate::crash;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::discord::outbox::{HistoryAccess, NONCE_WINDOW, Search};
use crate::discord::posted::Posted;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure};
use crate::ids::{ChannelId, InteractionId, KudosId, MessageId};
use crate::team;
use crate::telemetry::OngoingProblem;
use crate::worker::{Pass, Worker};

/// The pauses between tries while the giver waits. Together they are shorter than the time for
/// which Discord remembers a nonce.
const PAUSES: [Duration; 3] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
];

/// After this time no command is still posting a kudos.
const MAY_BE_POSTING: TimeDelta = TimeDelta::minutes(2);

/// How long to wait between searches for a post, and when to stop searching.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(5);
const STOP_LOOKING_AFTER: TimeDelta = TimeDelta::days(1);

/// The result of posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PostOutcome {
    /// The post is visible to all.
    Posted,
    /// There is no post and the kudos no longer counts: Discord can't take it now.
    NotNow,
    /// Unknown so far; Rapport looks for the post.
    Unknown,
}

/// Posts a stored kudos and finds out whether the post exists. If Discord refuses it, the kudos no
/// longer counts and the error tells the giver why.
pub(crate) async fn post(
    app: &App,
    kudos: KudosId,
    interaction: InteractionId,
    channel: ChannelId,
    reply: Reply,
) -> Result<PostOutcome, CommandError> {
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
                return Ok(PostOutcome::Posted);
            }
            Err(refused @ DiscordError::Refused { .. }) if is_certain => {
                remove(app, kudos).await?;
                return Err(view::not_posted(&refused).into());
            }
            Err(DiscordError::SlowDown { .. }) if is_certain => {
                remove(app, kudos).await?;
                return Ok(PostOutcome::NotNow);
            }
            // An earlier try may have arrived.
            Err(DiscordError::Refused { .. } | DiscordError::SlowDown { .. }) => {}
            Err(DiscordError::Unsure(_)) => is_certain = false,
        }
        let Some(pause) = pauses.next() else {
            tracing::warn!(%kudos, "no usable answer to posting it; looking for the post later");
            return Ok(PostOutcome::Unknown);
        };
        tokio::time::sleep(pause).await;
    }
}

/// Discord returns the first message that was sent with a nonce. It is made from the interaction,
/// which Discord numbers: a restored backup reuses the ids of kudos.
fn nonce(interaction: InteractionId) -> String {
    format!("kudos-{interaction}")
}

/// Stores where the kudos was posted, unless the post was deleted before Rapport knew that it is a
/// kudos.
async fn note(app: &App, kudos: KudosId, message: MessageId) -> StoreResult<()> {
    app.database
        .write(async move |connection| posts::set_post(connection, kudos, message).await)
        .await?;
    if app.deleted_messages.has(&message) {
        remove(app, kudos).await?;
    }
    Ok(())
}

async fn remove(app: &App, kudos: KudosId) -> StoreResult<()> {
    app.database
        .write(async move |connection| store::remove(connection, kudos).await)
        .await
}

/// The worker that settles kudos with an unknown post, checks posts after a new session, and
/// forgets used allowances at midnight.
pub(crate) struct Posting {
    /// The kudos that a crash left without a known post.
    left: Vec<Unposted>,
    outage: OngoingProblem,
}

impl Posting {
    /// Reads which kudos had no known post when Rapport stopped last. Call it before any command
    /// can give one.
    pub(crate) async fn begin(app: &App) -> StoreResult<Self> {
        Ok(Self {
            left: posts::unposted(app.database.readers(), app.now()).await?,
            outage: OngoingProblem::default(),
        })
    }
}

#[async_trait::async_trait]
impl Worker for Posting {
    const NAME: &'static str = "kudos";
    const PAUSE: TimeDelta = LOOK_AGAIN;

    async fn pass(&mut self, app: &App, stop: &CancellationToken) -> StoreResult<Pass> {
        let left = std::mem::take(&mut self.left);
        let settle_next = settle_all(app, left, &mut self.outage).await?;
        let check_next = meanwhile::check_after_new_session(app, &mut self.outage, stop).await?;
        let forget_next = forget_past_allowances(app).await?;
        let next = [settle_next, check_next, forget_next];
        Ok(Pass::Drained(next.into_iter().flatten().min()))
    }
}

/// Forgets the used allowances of past days; returns when the next day is over.
async fn forget_past_allowances(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
    let (readers, now) = (app.database.readers(), app.now());
    let next = allowance::first_over(readers).await?;
    if next.is_none_or(|over| over > now) {
        return Ok(next);
    }
    app.database
        .write(async move |connection| allowance::forget_all_past(connection, now).await)
        .await?;
    app.wakers.removal.wake();
    allowance::first_over(readers).await
}

/// Settles the kudos in `left`, and those that no command is still posting; returns when to look
/// again.
async fn settle_all(
    app: &App,
    left: Vec<Unposted>,
    outage: &mut OngoingProblem,
) -> StoreResult<Option<DateTime<Utc>>> {
    let now = app.now();
    let mut open = posts::unposted(app.database.readers(), now - MAY_BE_POSTING).await?;
    open.retain(|old| left.iter().all(|it| it.kudos != old.kudos));
    open.extend(left);
    let mut unsettled = None;
    for unposted in open {
        if now - unposted.given_at < STOP_LOOKING_AFTER {
            unsettled = settle(app, unposted, now).await?.or(unsettled);
        }
    }
    if let Some(error) = unsettled {
        if outage.begins() {
            tracing::warn!(error = %error, "Discord does not say whether kudos are posted; trying until it does");
        }
        return Ok(Some(now + LOOK_AGAIN));
    }
    outage.ends();
    let youngest = posts::first_unposted(app.database.readers(), now - MAY_BE_POSTING).await?;
    Ok(youngest.map(|given_at| given_at + MAY_BE_POSTING))
}

/// Finds out whether the post exists; returns the error if that is unknown for now.
async fn settle(
    app: &App,
    unposted: Unposted,
    now: DateTime<Utc>,
) -> StoreResult<Option<DiscordError>> {
    let kudos = unposted.kudos;
    match look_for(app, &unposted, now).await {
        Ok(Search::Found(message)) => note(app, kudos, message).await?,
        Ok(Search::Unreadable) => tracing::info!(%kudos, "cannot look for its post; kept"),
        Ok(Search::NotFound) => {
            tracing::info!(%kudos, "was never posted; it no longer counts");
            remove(app, kudos).await?;
        }
        Err(Failure::Store(error)) => return Err(error),
        Err(Failure::Discord(error)) => return Ok(Some(error)),
    }
    Ok(None)
}

/// Sends it again while Discord remembers its nonce. After that, or if Discord refuses it, looks
/// for the post: an earlier try may have arrived.
async fn look_for(app: &App, unposted: &Unposted, now: DateTime<Utc>) -> Result<Search, Failure> {
    let channel = unposted.channel;
    if now - unposted.given_at < NONCE_WINDOW {
        let team = team::load(app, unposted.team).await?;
        let reply = view::post_again(unposted, team.language());
        let permit = app.outbox.permit().await;
        let sent = app
            .outbox
            .send(permit, channel, reply, nonce(unposted.interaction));
        match sent.await {
            Ok(message) => return Ok(Search::Found(message)),
            Err(DiscordError::Refused { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let id = view::post_id(unposted.interaction);
    let is_it = |posted: &Posted| posted.has_container(id);
    let looked = app
        .outbox
        .search(channel, HistoryAccess::Permitted, unposted.given_at, is_it)
        .await;
    match looked {
        Err(gone) if gone.is_unknown_channel() => Ok(Search::NotFound),
        Err(DiscordError::Refused { .. }) => Ok(Search::Unreadable),
        looked => Ok(looked?),
    }
}
