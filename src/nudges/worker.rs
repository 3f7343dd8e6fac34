//! Sends nudges when they fall due: exactly one a member and week, whatever crashes in between.
//!
//! A nudge's way: *claimed* (its row is on disk; a second one for that week is impossible) →
//! *sent* (its message is there), or *undeliverable* (the member takes no direct messages). What
//! was claimed and not seen to arrive is tried again: with the same nonce while Discord remembers
//! it, and after that only when it is not among the channel's recent messages.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use tokio_util::sync::CancellationToken;

use super::schedule::GRACE;
use super::{Claimed, Sent, store, view};
use crate::app::App;
use crate::clock::Alarm;
use crate::database::StoreResult;
use crate::discord::DiscordError;
use crate::discord::action::Action;
use crate::errors::Failure;
use crate::ids::{ChannelId, NudgeId};
use crate::members;

/// How long Discord surely remembers a nonce; its reference says "a few minutes".
const NONCE_WINDOW: TimeDelta = TimeDelta::seconds(60);

/// How long to wait before looking again when the database can't be read.
const PAUSE: TimeDelta = TimeDelta::seconds(30);

/// Bounds on the wait before a nudge that could not be sent is tried again.
const SOONEST: TimeDelta = TimeDelta::seconds(30);
const LATEST: TimeDelta = TimeDelta::hours(1);

/// How many nudges are looked up at once.
const BATCH: i64 = 200;

/// How many are under way at once: hides Discord's answering time; the outbox keeps the pace.
const AT_ONCE: usize = 8;

/// Sends what falls due until `stop` is cancelled.
pub async fn run(app: Arc<App>, mut alarm: Box<dyn Alarm>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let next = match work(&app, &stop).await {
            Ok(next) => next,
            Err(error) => {
                tracing::error!(error = %error, "could not look for nudges; trying again shortly");
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
async fn work(app: &App, stop: &CancellationToken) -> StoreResult<Option<DateTime<Utc>>> {
    while !stop.is_cancelled() {
        let tried = send_claimed(app, stop).await?;
        if claim_due(app).await? == 0 && tried == 0 {
            break;
        }
    }
    store::next_work(app.database.readers()).await
}

/// Claims the weeks of members whose turn it is; gives how many there were.
async fn claim_due(app: &App) -> StoreResult<usize> {
    let now = app.now();
    let due = store::due(app.database.readers(), now, BATCH).await?;
    let claims = due.iter().map(|&(team, member)| {
        app.database
            .write(move |connection| Box::pin(store::claim(connection, team, member, now)))
    });
    for claimed in futures::future::join_all(claims).await {
        claimed?;
    }
    Ok(due.len())
}

/// Tries to send what is claimed; gives how many were tried.
async fn send_claimed(app: &App, stop: &CancellationToken) -> StoreResult<usize> {
    let claimed = store::unfinished(app.database.readers(), app.now(), BATCH).await?;
    let tried = claimed.len();
    stream::iter(claimed)
        .take_until(stop.cancelled())
        .map(|claimed| deliver(app, claimed))
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(tried)
}

/// How long to wait before the next try: as long again as the nudge has been waiting.
fn wait_after(claimed_at: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
    (now - claimed_at).clamp(SOONEST, LATEST)
}

/// Sends one nudge, or writes down why not. Only a database that does not write is an error.
async fn deliver(app: &App, claimed: Claimed) -> StoreResult<()> {
    let now = app.now();
    if now - claimed.due_at >= GRACE {
        tracing::warn!(nudge = %claimed.nudge, "too late for a nudge; skipped");
        return give_up(app, claimed).await;
    }
    let error = match send(app, claimed, now).await {
        Ok(sent) => {
            return app
                .database
                .write(move |connection| Box::pin(store::mark_sent(connection, claimed, sent, now)))
                .await;
        }
        Err(error) => error,
    };
    match &error {
        Failure::Discord(refused) if refused.is_dms_closed() => close_dms(app, claimed, now).await,
        Failure::Discord(DiscordError::Refused { .. }) => {
            tracing::error!(nudge = %claimed.nudge, error = %error, "Discord refuses a nudge");
            give_up(app, claimed).await
        }
        _ => {
            tracing::warn!(nudge = %claimed.nudge, error = %error, "a nudge is not sent yet");
            let at = now + wait_after(claimed.claimed_at, now);
            app.database
                .write(move |connection| Box::pin(store::try_again(connection, claimed.nudge, at)))
                .await
        }
    }
}

async fn send(app: &App, claimed: Claimed, now: DateTime<Utc>) -> Result<Sent, Failure> {
    let channel = match claimed.channel {
        Some(channel) => channel,
        None => app.outbox.open_dm(claimed.member).await?,
    };
    if now - claimed.claimed_at > NONCE_WINDOW
        && let Some(sent) = find(app, channel, claimed.nudge).await?
    {
        return Ok(sent);
    }
    let nudge = store::load(app.database.readers(), claimed.nudge).await?;
    let message = app
        .outbox
        .send(
            channel,
            view::nudge(&nudge, now),
            format!("nudge-{}", claimed.nudge),
        )
        .await?;
    Ok(Sent { channel, message })
}

/// The nudge's message, if it arrived before we could write that down.
async fn find(app: &App, channel: ChannelId, nudge: NudgeId) -> Result<Option<Sent>, DiscordError> {
    let belongs = |custom_id: &str| {
        matches!(Action::decode(custom_id),
            Ok(Action::AnswerSuggestion { nudge: found, .. }) if found == nudge)
    };
    let message = app.outbox.find_recent(channel, belongs).await?;
    Ok(message.map(|message| Sent { channel, message }))
}

async fn give_up(app: &App, claimed: Claimed) -> StoreResult<()> {
    app.database
        .write(move |connection| Box::pin(store::mark_undeliverable(connection, claimed.nudge)))
        .await
}

/// Final until the member joins anew: asking again and again would get the bot banned.
async fn close_dms(app: &App, claimed: Claimed, now: DateTime<Utc>) -> StoreResult<()> {
    app.database
        .write(move |connection| {
            Box::pin(async move {
                store::mark_undeliverable(connection, claimed.nudge).await?;
                members::store::close_dms(connection, claimed.team, claimed.member, now).await
            })
        })
        .await
}
