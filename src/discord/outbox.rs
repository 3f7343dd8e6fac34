//! Sends messages without a request by a person: direct messages and posts, below Discord's limits.
//!
//! Answers to commands don't use this: they are exempt from the global limit, and are sent at once.

mod channels;
mod reactions;
mod search;
mod threads;

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use poise::serenity_prelude as serenity;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::http::{LightMethod, RatelimitingBucket, Request, Route};
use tokio::time::Instant;

use super::api::{Api, member_of, read};
use super::error::DiscordError;
use super::member_lookup::Presence;
use super::openings::{OpeningReason, Openings};
use super::reply::{Message, Reply};
use crate::clock::Clock;
use crate::discord::ServerMember;
use crate::ids::{ChannelId, MemberKey, MessageId, PersonId, TeamId};

pub use search::{HistoryAccess, Search};

/// How many members Discord lists in one response.
const MEMBERS_PAGE: u64 = 1000;

/// The longest wait here when Discord asks us to slow down. The caller repeats later requests, so
/// that a shutdown does not wait for them.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// How often to make a request that Discord rate-limits.
const TRIES: usize = 3;

/// How long to remember a pause after its end, if no request of its kind succeeded since.
const REMEMBERED: Duration = Duration::from_hours(1);

/// How long Discord surely remembers a nonce. Its reference says "a few minutes".
pub const NONCE_WINDOW: TimeDelta = TimeDelta::seconds(60);

/// How many of a channel's messages one request reads.
const PAGE: usize = 100;

/// Sends unasked messages, one after the other and at a limited rate.
pub struct Outbox {
    api: Arc<Api>,
    pace: DefaultDirectRateLimiter,
    openings: Openings,
    clock: Arc<dyn Clock>,
    pauses: Mutex<Pauses>,
    making_thread: tokio::sync::Mutex<()>,
}

/// Until when Discord takes no requests.
#[derive(Default)]
struct Pauses {
    all: Option<Instant>,
    kinds: HashMap<Kind, Instant>,
}

/// Requests that share a rate limit: a method and a route, with a separate limit for each channel,
/// guild and webhook.
type Kind = (reqwest::Method, RatelimitingBucket);

impl Outbox {
    /// Sends at most `per_second` requests each second, and up to a tenth of
    /// them at once after a delay.
    #[must_use]
    pub fn new(api: Arc<Api>, per_second: NonZeroU32, clock: Arc<dyn Clock>) -> Self {
        let one = NonZeroU32::MIN;
        let at_once = NonZeroU32::new(per_second.get() / 10).unwrap_or(one);
        let sends = Quota::per_second(per_second).allow_burst(at_once);
        Self {
            api,
            pace: RateLimiter::direct(sends),
            openings: Openings::default(),
            clock,
            pauses: Mutex::default(),
            making_thread: tokio::sync::Mutex::default(),
        }
    }

    /// Opens the direct message channel with `person`, or finds it open. Returns
    /// [`DiscordError::SlowDown`] before their slot, and while Discord takes no openings.
    pub async fn open_dm(
        &self,
        person: PersonId,
        reason: OpeningReason,
    ) -> Result<ChannelId, DiscordError> {
        if let Some(after) = self.openings.wait(person, reason, self.clock.now()) {
            return Err(slow_down(after));
        }
        let body = json!({ "recipient_id": person.to_string() }).to_string();
        let request = Request::new(Route::UserMeDmChannels, LightMethod::Post);
        let opened = self
            .ask::<Created<serenity::ChannelId>>(request.body(Some(body.into_bytes())))
            .await;
        match opened {
            Ok(channel) => {
                self.openings.opened();
                Ok(channel.id.into())
            }
            Err(refused) if refused.is_opening_too_fast() => {
                Err(slow_down(self.openings.slow_down(self.clock.now())))
            }
            Err(refused) if refused.is_quarantined() => {
                Err(slow_down(self.openings.quarantine(self.clock.now())))
            }
            Err(error) => Err(error),
        }
    }

    /// Whether the person is in the server, and their name there. Rate-limited, because many nudges
    /// fall due at the same time.
    pub async fn presence(&self, key: MemberKey) -> Result<Presence, DiscordError> {
        let route = Route::GuildMember {
            guild_id: key.team.into(),
            user_id: key.person.into(),
        };
        let answer = match self.paced(Request::new(route, LightMethod::Get)).await {
            Ok(answer) => answer,
            Err(gone) if gone.is_unknown_person() => {
                return Ok(Presence {
                    gone: vec![key.person],
                    ..Presence::default()
                });
            }
            Err(error) => return Err(error),
        };
        match read(answer).await.and_then(|it| member_of(key.team, it)) {
            Ok(member) => Ok(Presence::of(&member)),
            // They are in the server, even if Discord's answer can't be parsed.
            Err(_) => Ok(Presence {
                here: vec![key.person],
                ..Presence::default()
            }),
        }
    }

    /// The server's name.
    pub async fn server_name(&self, team: TeamId) -> Result<String, DiscordError> {
        let route = Route::Guild {
            guild_id: team.into(),
        };
        let server: Named = self.ask(Request::new(route, LightMethod::Get)).await?;
        Ok(server.name)
    }

    /// All members of the server, page by page. Discord lists them only for an application with the
    /// members intent.
    pub async fn members(&self, team: TeamId) -> Result<Vec<ServerMember>, DiscordError> {
        let mut members = Vec::new();
        let mut after = 0;
        loop {
            let route = Route::GuildMembers {
                guild_id: team.into(),
            };
            let page = vec![
                ("limit", MEMBERS_PAGE.to_string()),
                ("after", after.to_string()),
            ];
            let request = Request::new(route, LightMethod::Get).params(Some(page));
            let page: Vec<Value> = self.ask(request).await?;
            let is_whole = page.len() as u64 == MEMBERS_PAGE;
            for member in page {
                let member = member_of(team, member)?;
                after = member.user.id.get();
                members.push(ServerMember::from(&member));
            }
            if !is_whole {
                return Ok(members);
            }
        }
    }

    /// Waits until the rate allows one more request.
    pub async fn permit(&self) -> Permit {
        self.pace.until_ready().await;
        Permit(())
    }

    /// Posts `reply`. If the same `nonce` is sent again within [`NONCE_WINDOW`], Discord returns the
    /// first message instead of posting another. A nonce has at most 25 characters.
    pub async fn send(
        &self,
        permit: Permit,
        channel: ChannelId,
        reply: Reply,
        nonce: String,
    ) -> Result<MessageId, DiscordError> {
        // An unasked message has no file.
        let (message, _) = reply.into_message();
        let post = Post {
            message,
            nonce,
            enforce_nonce: true,
        };
        let body = serde_json::to_vec(&post).map_err(serenity::Error::from)?;
        let route = Route::ChannelMessages {
            channel_id: channel.into(),
        };
        let request = Request::new(route, LightMethod::Post).body(Some(body));
        let sent: Created<serenity::MessageId> = read(self.make(permit, request).await?).await?;
        Ok(sent.id.into())
    }

    /// Changes one of our messages.
    pub async fn edit(
        &self,
        channel: ChannelId,
        message: MessageId,
        reply: Reply,
    ) -> Result<(), DiscordError> {
        let (edited, _) = reply.into_message();
        let body = serde_json::to_vec(&edited.into_edit()).map_err(serenity::Error::from)?;
        let route = Route::ChannelMessage {
            channel_id: channel.into(),
            message_id: message.into(),
        };
        let request = Request::new(route, LightMethod::Patch).body(Some(body));
        self.paced(request).await.map(drop)
    }

    /// Deletes one of our messages.
    pub async fn delete(&self, channel: ChannelId, message: MessageId) -> Result<(), DiscordError> {
        let route = Route::ChannelMessage {
            channel_id: channel.into(),
            message_id: message.into(),
        };
        let request = Request::new(route, LightMethod::Delete);
        self.paced(request).await.map(drop)
    }

    async fn ask<T: DeserializeOwned>(&self, request: Request<'_>) -> Result<T, DiscordError> {
        read(self.paced(request).await?).await
    }

    /// Makes a request after the rate allows it.
    async fn paced(&self, request: Request<'_>) -> Result<reqwest::Response, DiscordError> {
        self.make(self.permit().await, request).await
    }

    /// Makes a request without waiting for the rate. Repeats it if Discord asks for a short wait.
    async fn make(
        &self,
        mut permit: Permit,
        request: Request<'_>,
    ) -> Result<reqwest::Response, DiscordError> {
        let method = request.method_ref().reqwest_method();
        let path = request.route_ref().path();
        let path = path.split_once("/v10").map_or(&*path, |(_, path)| path);
        let route = format!("{method} {path}");
        let kind = (method, request.route_ref().ratelimiting_bucket());
        for _ in 0..TRIES {
            self.until_wanted(&kind).await?;
            let Permit(()) = permit;
            match self.api.send(request.clone()).await {
                Err(DiscordError::SlowDown { after, global }) => {
                    self.pause(&kind, &route, after, global);
                }
                answer => {
                    if answer.is_ok() {
                        self.forget_pauses(&kind);
                    }
                    return answer;
                }
            }
            permit = self.permit().await;
        }
        Err(self.slow_down(&kind))
    }

    /// Waits until Discord accepts requests of this kind again.
    async fn until_wanted(&self, kind: &Kind) -> Result<(), DiscordError> {
        while let Some(wait) = self.wait(kind) {
            if wait > LONGEST_WAIT {
                return Err(self.slow_down(kind));
            }
            tokio::time::sleep(wait).await;
        }
        Ok(())
    }

    fn slow_down(&self, kind: &Kind) -> DiscordError {
        slow_down(self.wait(kind).unwrap_or_default())
    }

    fn wait(&self, kind: &Kind) -> Option<Duration> {
        let pauses = self.pauses.lock().unwrap_or_else(PoisonError::into_inner);
        let until = pauses.all.max(pauses.kinds.get(kind).copied());
        let asked = until.map(|until| until.saturating_duration_since(Instant::now()));
        asked
            .max(self.api.wait_after_invalid())
            .max(self.api.wait_for_machine())
            .filter(|wait| !wait.is_zero())
    }

    /// Notes that Discord asked us to slow down. This is logged once, for all requests and
    /// repetitions until one succeeds.
    fn pause(&self, kind: &Kind, route: &str, after: Duration, global: bool) {
        let now = Instant::now();
        let mut pauses = self.pauses.lock().unwrap_or_else(PoisonError::into_inner);
        let Pauses { all, kinds } = &mut *pauses;
        kinds.retain(|_, until| now < *until + REMEMBERED);
        let earlier = if global {
            all.replace(now + after)
        } else {
            kinds.insert(kind.clone(), now + after)
        };
        if earlier.is_none() {
            let of = if global { "everything" } else { route };
            tracing::warn!(of, ?after, "Discord asks us to slow down; messages wait");
        }
    }

    /// Notes that a request of this kind succeeded.
    fn forget_pauses(&self, kind: &Kind) {
        let now = Instant::now();
        let mut pauses = self.pauses.lock().unwrap_or_else(PoisonError::into_inner);
        pauses.all = pauses.all.filter(|until| now < *until);
        if pauses.kinds.get(kind).is_some_and(|until| *until <= now) {
            pauses.kinds.remove(kind);
        }
    }
}

fn slow_down(after: Duration) -> DiscordError {
    let global = false;
    DiscordError::SlowDown { after, global }
}

/// Permission to make one request now.
#[must_use]
pub struct Permit(());

/// A message with its nonce.
#[derive(Serialize)]
struct Post {
    #[serde(flatten)]
    message: Message,
    nonce: String,
    enforce_nonce: bool,
}

/// An object of which only the name is read.
#[derive(serde::Deserialize)]
struct Named {
    name: String,
}

/// A created object's id.
#[derive(serde::Deserialize)]
struct Created<T> {
    id: T,
}
