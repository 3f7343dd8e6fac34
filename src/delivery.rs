//! Sends messages on their due date without a request by a person: each exactly once, even if the
//! process crashes at any point.
//!
//! The states of a message: *claimed* (its row is on disk, so no second one for that week is
//! possible) → *confirmed* (its reason still holds, and from here on it may be on its way) → *sent*
//! (Discord has it), or *given up*. A claimed message without a known arrival is tried again: with
//! the same nonce while Discord remembers it, and later only if it is not among the channel's
//! recent messages.

mod pass;

use std::marker::PhantomData;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use strum::IntoStaticStr;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::calendar::schedule::GRACE;
use crate::crash;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::discord::outbox::{HistoryAccess, NONCE_WINDOW, Search};
use crate::discord::posted::Posted;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::{ChannelId, MessageId};
use crate::telemetry::metrics::DELIVERIES;
use crate::telemetry::{OngoingProblem, chain};
use crate::worker::{Pass, Worker};

/// How many messages of a kind one query reads.
pub(crate) const BATCH: i64 = 200;

/// From this delay on, the operator reads that a message was late.
const LATE_AFTER: TimeDelta = TimeDelta::minutes(15);

/// How long to wait after the database could not be read.
const PAUSE: TimeDelta = TimeDelta::seconds(30);

/// The shortest wait before a failed message is tried again.
pub(crate) const SHORTEST_RETRY_WAIT: TimeDelta = TimeDelta::seconds(30);
/// The longest such wait.
pub(crate) const LONGEST_RETRY_WAIT: TimeDelta = TimeDelta::hours(1);

/// A claimed message: what each kind of message does to be delivered.
#[async_trait::async_trait]
pub(crate) trait Delivery: Copy + Send + Sync + 'static {
    /// The kind of message, for the log.
    const KIND: &'static str;

    /// Claims due messages. Returns how many.
    async fn claim_due(app: &App) -> StoreResult<usize>;

    /// Returns claimed messages that are not sent yet and that should be tried now: `most` of them,
    /// the longest waiting first.
    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>>;

    /// Asks Discord, for many messages at once, what [`Self::confirm`] needs to know.
    async fn prepare(_: &App, _: &[Self]) -> StoreResult<()> {
        Ok(())
    }

    /// When this kind of message next has work: one falls due, or should be tried again.
    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>>;

    /// What is known about it.
    fn facts(&self) -> Facts;

    /// Whether a message with this `custom_id` on it is this one.
    fn carries(&self, custom_id: &str) -> bool;

    /// Checks, before sending, that the reason for the message still holds.
    async fn confirm(&self, _: &App) -> Result<Confirmed, Failure> {
        Ok(Confirmed::Holds)
    }

    /// Whether it should still be sent. Asked once the outbox permits the request.
    async fn is_wanted(&self, _: &App) -> StoreResult<bool> {
        Ok(true)
    }

    /// Its channel.
    async fn channel(&self, app: &App) -> Result<ChannelId, Failure>;

    /// Another channel to try once after this refusal, if there is one.
    async fn channel_instead(
        &self,
        _: &App,
        _: &DiscordError,
    ) -> Result<Option<ChannelId>, Failure> {
        Ok(None)
    }

    /// Its content.
    async fn draw(&self, app: &App) -> Result<Reply, Failure>;

    /// Stores the outcome of a try to send it.
    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()>;
}

/// What is known about a claimed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Its name in the log and in Discord's nonce, of at most 16 characters. No other message of
    /// this file has it.
    pub(crate) name: String,
    /// When it was due.
    pub(crate) due_at: DateTime<Utc>,
    /// When it was claimed: no attempt to send it was earlier.
    pub(crate) claimed_at: DateTime<Utc>,
    /// Whether an attempt to send it may have been made.
    pub(crate) may_have_arrived: bool,
    /// Whether Rapport can look for it in its channel.
    pub(crate) history: HistoryAccess,
}

impl Facts {
    /// Discord's nonce, of at most 25 characters. A file that was restored from a backup uses the
    /// same names again. The time in the nonce keeps Discord from returning the old messages.
    fn nonce(&self) -> String {
        format!("{}-{:x}", self.name, self.claimed_at.timestamp())
    }
}

/// The outcome of a try to send a message.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// Discord has it.
    Sent(Sent),
    /// It should be tried again.
    Failed {
        /// When.
        again: DateTime<Utc>,
    },
    /// It won't be sent: it is too late, or a second try might send it twice.
    GivenUp,
    /// It won't be sent: Discord's refusal is final.
    Refused(DiscordError),
}

/// The state of a message, as the database keeps it. Where a query compares it, the word stands in
/// the SQL: SQLite uses the index of claimed messages only for the words of its definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum State {
    /// Its week is taken. It was not sent, as far as Rapport knows.
    Claimed,
    /// Discord has it.
    Sent,
    /// Its week is over without a message: there was nothing to say.
    Nothing,
    /// It won't be sent.
    Undeliverable,
}

impl State {
    /// The word for it in the database.
    pub(crate) fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Whether the reason for a claimed message still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Confirmed {
    /// It does, and from here on the message may be on its way.
    Holds,
    /// There is nothing to send any more, and the database says so.
    Void,
    /// This could not be decided in the time that one message may take.
    NotYet,
}

/// Where a sent message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sent {
    /// The channel.
    pub(crate) channel: ChannelId,
    /// The message.
    pub(crate) message: MessageId,
}

/// The worker that sends the due messages of one kind.
pub(crate) struct Deliveries<D> {
    outage: OngoingProblem,
    kind: PhantomData<D>,
}

impl<D> Default for Deliveries<D> {
    fn default() -> Self {
        Self {
            outage: OngoingProblem::default(),
            kind: PhantomData,
        }
    }
}

#[async_trait::async_trait]
impl<D: Delivery> Worker for Deliveries<D> {
    const NAME: &'static str = D::KIND;
    const PAUSE: TimeDelta = PAUSE;

    async fn pass(&mut self, app: &App, stop: &CancellationToken) -> StoreResult<Pass> {
        pass::go::<D>(app, &mut self.outage, stop).await
    }
}

/// How long to wait before the next try: as long as Discord asks for, an hour if Discord refuses
/// the message itself, and otherwise as long again as since it `began`.
#[must_use]
pub(crate) fn wait_after(error: &Failure, began: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
    match error {
        Failure::Discord(DiscordError::SlowDown { after, .. }) => asked_for(*after),
        // An earlier try would most likely fail the same way, with one more line in the log.
        Failure::Discord(refused) if refused.is_our_fault() => LONGEST_RETRY_WAIT,
        _ => (now - began).clamp(SHORTEST_RETRY_WAIT, LONGEST_RETRY_WAIT),
    }
}

/// Sends one message. If that fails, stores that it should be tried again, and returns why. The
/// only error is a database that can't write.
async fn deliver<D: Delivery>(
    app: &App,
    claimed: D,
    facts: &Facts,
) -> StoreResult<Option<Failure>> {
    match try_once(app, claimed, facts).await {
        Err(error) if error.is_of_one_row() => {
            tracing::error!(delivery = %facts.name, error = %chain(&error), "a message can't be worked with; put off for an hour");
            let again = app.now() + LONGEST_RETRY_WAIT;
            claimed.store(app, Outcome::Failed { again }).await?;
            Ok(Some(error.into()))
        }
        tried => tried,
    }
}

async fn try_once<D: Delivery>(
    app: &App,
    claimed: D,
    facts: &Facts,
) -> StoreResult<Option<Failure>> {
    let (now, name) = (app.now(), &facts.name);
    if now - facts.due_at >= GRACE {
        tracing::warn!(delivery = %name, "too late to be sent; skipped");
        count::<D>("skipped");
        claimed.store(app, Outcome::GivenUp).await?;
        return Ok(None);
    }
    match send(app, claimed, facts, now).await {
        Ok(Attempt::Sent(sent)) => store_sent(app, claimed, facts, sent).await?,
        Ok(Attempt::NotWanted) => {}
        Ok(Attempt::NotYet) => {
            tracing::warn!(delivery = %name, "not settled yet; put off for an hour");
            let again = now + LONGEST_RETRY_WAIT;
            claimed.store(app, Outcome::Failed { again }).await?;
        }
        Ok(Attempt::Unknowable) => {
            tracing::info!(delivery = %name, "may have arrived, and the channel's history can't be read; not sent again");
            count::<D>("skipped");
            claimed.store(app, Outcome::GivenUp).await?;
        }
        Err(Failure::Discord(refused)) if refused.is_final() => {
            // A refusal is expected, for example after a person closed their direct messages.
            tracing::info!(delivery = %name, error = %refused, "Discord refuses a message");
            count::<D>(if refused.is_dms_closed() {
                "dms_closed"
            } else {
                "refused"
            });
            claimed.store(app, Outcome::Refused(refused)).await?;
        }
        Err(Failure::Store(error)) if error.is_of_one_row() => return Err(error),
        Err(error) => {
            if let Failure::Discord(refused) = &error
                && refused.is_our_fault()
            {
                tracing::error!(delivery = %name, error = %refused, "Discord can't take what Rapport wrote; drawn and sent again in an hour");
            }
            count::<D>("retried");
            let again = now + wait_after(&error, facts.claimed_at, now);
            claimed.store(app, Outcome::Failed { again }).await?;
            return Ok(Some(error));
        }
    }
    Ok(None)
}

/// Stores that Discord has the message.
async fn store_sent<D: Delivery>(
    app: &App,
    claimed: D,
    facts: &Facts,
    sent: Sent,
) -> StoreResult<()> {
    crash::point("delivery::sent");
    claimed.store(app, Outcome::Sent(sent)).await?;
    crash::point("delivery::marked");
    let late = app.now() - facts.due_at;
    if late >= LATE_AFTER {
        // Not louder: an outage makes thousands late, and has its own line.
        tracing::debug!(delivery = %facts.name, minutes = late.num_minutes(), "sent late");
        count::<D>("late");
    } else {
        count::<D>("sent");
    }
    Ok(())
}

/// Counts how a try to send a message ended.
fn count<D: Delivery>(outcome: &'static str) {
    metrics::counter!(DELIVERIES, "kind" => D::KIND, "outcome" => outcome).increment(1);
}

/// The wait that Discord asks for, in whole seconds.
fn asked_for(after: Duration) -> TimeDelta {
    let wait = TimeDelta::from_std(after + Duration::from_secs(1));
    wait.unwrap_or(LONGEST_RETRY_WAIT).min(LONGEST_RETRY_WAIT)
}

/// The result of a try to send a message.
enum Attempt {
    /// Discord has it.
    Sent(Sent),
    /// It should not be sent any more.
    NotWanted,
    /// It is not known yet whether its reason still holds.
    NotYet,
    /// It may have arrived and can't be looked up: a second try might send it twice.
    Unknowable,
}

async fn send<D: Delivery>(
    app: &App,
    claimed: D,
    facts: &Facts,
    now: DateTime<Utc>,
) -> Result<Attempt, Failure> {
    match claimed.confirm(app).await? {
        Confirmed::Holds => {}
        Confirmed::Void => return Ok(Attempt::NotWanted),
        Confirmed::NotYet => return Ok(Attempt::NotYet),
    }
    let channel = claimed.channel(app).await?;
    let refused = match send_to(app, claimed, facts, channel, now).await {
        Err(Failure::Discord(refused)) => refused,
        done => return done,
    };
    match claimed.channel_instead(app, &refused).await? {
        Some(channel) => send_to(app, claimed, facts, channel, now).await,
        None => Err(refused.into()),
    }
}

/// Sends it, unless it is there: it may have arrived before its arrival was stored.
async fn send_to<D: Delivery>(
    app: &App,
    claimed: D,
    facts: &Facts,
    channel: ChannelId,
    now: DateTime<Utc>,
) -> Result<Attempt, Failure> {
    if facts.may_have_arrived && now - facts.claimed_at > NONCE_WINDOW {
        let is_it = |posted: &Posted| posted.carries(|id| claimed.carries(id));
        let search = app
            .outbox
            .search(channel, facts.history, facts.claimed_at, is_it);
        match search.await? {
            Search::Found(message) => return Ok(Attempt::Sent(Sent { channel, message })),
            Search::NotFound => {}
            Search::Unreadable => return Ok(Attempt::Unknowable),
        }
    }
    let reply = claimed.draw(app).await?;
    crash::point("delivery::drawn");
    let permit = app.outbox.permit().await;
    if !claimed.is_wanted(app).await? {
        return Ok(Attempt::NotWanted);
    }
    let message = app
        .outbox
        .send(permit, channel, reply, facts.nonce())
        .await?;
    Ok(Attempt::Sent(Sent { channel, message }))
}
