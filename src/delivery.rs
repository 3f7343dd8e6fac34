//! Messages that Rapport sends unasked, when they fall due: each exactly once, whatever crashes in
//! between.
//!
//! A message's way: *claimed* (its row is on disk; a second one for that week is impossible) →
//! *confirmed* (what it is about still holds, and from here on it may be on its way) → *sent* (its
//! message is there), or *given up*. What was claimed and not seen to arrive is tried again: with the
//! same nonce while Discord remembers it, and after that only when it is not among the channel's
//! recent messages.

mod pass;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::calendar::schedule::GRACE;
use crate::clock::Alarm;
use crate::crash;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::discord::outbox::{NONCE_WINDOW, Posted};
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::{ChannelId, MessageId};
use crate::telemetry::{Episode, chain};

/// How many messages of a kind are looked up at once.
pub const BATCH: i64 = 200;

/// How long to wait before looking again when the database can't be read.
const PAUSE: TimeDelta = TimeDelta::seconds(30);

/// Bounds on the wait before what failed is tried again.
const SOONEST: TimeDelta = TimeDelta::seconds(30);
/// The longest of these waits.
pub const LATEST: TimeDelta = TimeDelta::hours(1);

/// A message that is claimed: what a kind of message has to know and do to be delivered.
#[async_trait::async_trait]
pub trait Delivery: Copy + Send + Sync + 'static {
    /// Claims what has fallen due; gives how many there were.
    async fn claim_due(app: &App) -> StoreResult<usize>;

    /// What is claimed, not yet sent, and to be tried by now: `most` of it, the longest waiting
    /// first.
    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>>;

    /// Finds out for many at once what confirming each of them asks Discord.
    async fn prepare(app: &App, claimed: &[Self]) -> StoreResult<()>;

    /// When there is something to do next.
    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>>;

    /// When it fell due.
    fn due_at(&self) -> DateTime<Utc>;

    /// When it was claimed: no attempt to send it was made before.
    fn claimed_at(&self) -> DateTime<Utc>;

    /// Whether an attempt to send it may have been made.
    fn may_be_there(&self) -> bool;

    /// What it is called, in the log and by Discord's nonce: unlike every other message of this file,
    /// in at most 16 characters.
    fn name(&self) -> String;

    /// Discord's nonce, of at most 25 characters. A file that was restored from a backup gives the
    /// same names again, at another time: Discord must not take those for the old messages.
    fn nonce(&self) -> String {
        format!("{}-{:x}", self.name(), self.claimed_at().timestamp())
    }

    /// Whether a message with this `custom_id` on it is this one.
    fn carries(&self, custom_id: &str) -> bool;

    /// Makes sure, before anything is sent, that what was claimed still holds.
    async fn confirm(&self, app: &App) -> Result<Confirmed, Failure>;

    /// Whether it is still to be sent, asked when its turn to be sent has come.
    async fn is_wanted(&self, app: &App) -> StoreResult<bool>;

    /// Where it goes.
    async fn channel(&self, app: &App) -> Result<ChannelId, Failure>;

    /// Where it goes instead, once, if it can after this refusal.
    async fn channel_instead(
        &self,
        _: &App,
        _: &DiscordError,
    ) -> Result<Option<ChannelId>, Failure> {
        Ok(None)
    }

    /// Whether looking for it in its channel tells that it is not there.
    async fn can_be_looked_for(&self, app: &App) -> Result<bool, DiscordError>;

    /// What it says.
    async fn draw(&self, app: &App) -> Result<Reply, Failure>;

    /// It has arrived.
    async fn mark_sent(self, app: &App, sent: Sent) -> StoreResult<()>;

    /// It could not be sent now.
    async fn try_again(self, app: &App, at: DateTime<Utc>) -> StoreResult<()>;

    /// It won't be sent any more; `refused` is Discord's final word, if that is why.
    async fn give_up(self, app: &App, refused: Option<&DiscordError>) -> StoreResult<()>;
}

/// Whether what was claimed still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// It does, and from here on it may be on its way.
    Holds,
    /// There is nothing to send any more, which is kept.
    Void,
    /// That could not be settled in the time that one message may take.
    NotYet,
}

/// Where a message arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// The channel.
    pub channel: ChannelId,
    /// The message.
    pub message: MessageId,
}

/// Sends what falls due of one kind until `stop` is cancelled.
pub async fn run<D: Delivery>(app: Arc<App>, mut alarm: Box<dyn Alarm>, stop: CancellationToken) {
    let (mut outage, mut failure) = (Episode::default(), Episode::default());
    while !stop.is_cancelled() {
        let next = match work::<D>(&app, &mut outage, &stop).await {
            Ok(next) => {
                if failure.ends() {
                    tracing::info!("what falls due is looked for again");
                }
                next
            }
            Err(error) => {
                if failure.begins() {
                    tracing::error!(error = %chain(&error), "could not look for what is due; trying until it works");
                }
                Some(app.now() + PAUSE)
            }
        };
        tokio::select! {
            () = alarm.wait_until(next) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Sends all that is due now; gives when to look again.
async fn work<D: Delivery>(
    app: &App,
    outage: &mut Episode,
    stop: &CancellationToken,
) -> StoreResult<Option<DateTime<Utc>>> {
    while !stop.is_cancelled() && pass::go::<D>(app, outage, stop).await? {}
    D::next_work(app).await
}

/// How long to wait before the next try: as long as Discord asks for, an hour where the message itself
/// is refused, or else as long again as it has been since it `began`.
#[must_use]
pub fn wait_after(error: &Failure, began: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
    match error {
        Failure::Discord(DiscordError::SlowDown { after, .. }) => asked_for(*after),
        // Soon again it would most likely be refused again, with one more line in the log.
        Failure::Discord(refused) if refused.is_our_fault() => LATEST,
        _ => (now - began).clamp(SOONEST, LATEST),
    }
}

/// Sends one message, or writes down that it is to be tried again, and gives why. Only a database
/// that does not write is an error.
async fn deliver<D: Delivery>(app: &App, claimed: D) -> StoreResult<Option<Failure>> {
    match try_once(app, claimed).await {
        Err(error) if error.is_of_one_row() => {
            tracing::error!(delivery = %claimed.name(), error = %chain(&error), "a message can't be worked with; put off for an hour");
            claimed.try_again(app, app.now() + LATEST).await?;
            Ok(Some(error.into()))
        }
        tried => tried,
    }
}

async fn try_once<D: Delivery>(app: &App, claimed: D) -> StoreResult<Option<Failure>> {
    let (now, name) = (app.now(), claimed.name());
    if now - claimed.due_at() >= GRACE {
        tracing::warn!(delivery = %name, "too late to be sent; skipped");
        claimed.give_up(app, None).await?;
        return Ok(None);
    }
    match send(app, claimed, now).await {
        Ok(Attempt::Sent(sent)) => {
            crash::point("delivery::sent");
            claimed.mark_sent(app, sent).await?;
            crash::point("delivery::marked");
        }
        Ok(Attempt::NotWanted) => {}
        Ok(Attempt::NotYet) => {
            tracing::warn!(delivery = %name, "not settled yet; put off for an hour");
            claimed.try_again(app, now + LATEST).await?;
        }
        Ok(Attempt::Unknowable) => {
            tracing::info!(delivery = %name, "may be there, and the channel's history can't be read; not sent again");
            claimed.give_up(app, None).await?;
        }
        Err(Failure::Discord(refused)) if refused.is_final() => {
            // Not every refusal is news: somebody who closed their messages may do so.
            tracing::info!(delivery = %name, error = %refused, "Discord refuses a message");
            claimed.give_up(app, Some(&refused)).await?;
        }
        Err(Failure::Store(error)) if error.is_of_one_row() => return Err(error),
        Err(error) => {
            if let Failure::Discord(refused) = &error
                && refused.is_our_fault()
            {
                tracing::error!(delivery = %name, error = %refused, "Discord can't take what Rapport wrote; drawn anew and tried again in an hour");
            }
            let wait = wait_after(&error, claimed.claimed_at(), now);
            claimed.try_again(app, now + wait).await?;
            return Ok(Some(error));
        }
    }
    Ok(None)
}

/// The wait that Discord asks for, in whole seconds.
fn asked_for(after: Duration) -> TimeDelta {
    let wait = TimeDelta::from_std(after + Duration::from_secs(1));
    wait.unwrap_or(LATEST).min(LATEST)
}

/// What came of a try to send a message.
enum Attempt {
    /// It is there.
    Sent(Sent),
    /// It need not be sent any more.
    NotWanted,
    /// Whether it still holds is not known yet.
    NotYet,
    /// It may be there and can't be looked for: sent again, it might be there twice.
    Unknowable,
}

async fn send<D: Delivery>(app: &App, claimed: D, now: DateTime<Utc>) -> Result<Attempt, Failure> {
    match claimed.confirm(app).await? {
        Confirmed::Holds => {}
        Confirmed::Void => return Ok(Attempt::NotWanted),
        Confirmed::NotYet => return Ok(Attempt::NotYet),
    }
    let channel = claimed.channel(app).await?;
    let refused = match send_to(app, claimed, channel, now).await {
        Err(Failure::Discord(refused)) => refused,
        done => return done,
    };
    match claimed.channel_instead(app, &refused).await? {
        Some(channel) => send_to(app, claimed, channel, now).await,
        None => Err(refused.into()),
    }
}

async fn send_to<D: Delivery>(
    app: &App,
    claimed: D,
    channel: ChannelId,
    now: DateTime<Utc>,
) -> Result<Attempt, Failure> {
    if claimed.may_be_there() && now - claimed.claimed_at() > NONCE_WINDOW {
        if let Some(message) = find(app, channel, &claimed).await? {
            return Ok(Attempt::Sent(Sent { channel, message }));
        }
        if !claimed.can_be_looked_for(app).await? {
            return Ok(Attempt::Unknowable);
        }
    }
    let reply = claimed.draw(app).await?;
    crash::point("delivery::drawn");
    let turn = app.outbox.turn().await;
    if !claimed.is_wanted(app).await? {
        return Ok(Attempt::NotWanted);
    }
    let message = app
        .outbox
        .send(turn, channel, reply, claimed.nonce())
        .await?;
    Ok(Attempt::Sent(Sent { channel, message }))
}

/// Looks for the message: it may have arrived before we could write that down.
async fn find<D: Delivery>(
    app: &App,
    channel: ChannelId,
    claimed: &D,
) -> Result<Option<MessageId>, DiscordError> {
    let is_it = |posted: Posted<'_>| posted.custom_ids().any(|id| claimed.carries(id));
    app.outbox.find(channel, claimed.claimed_at(), is_it).await
}
