//! Requests about threads that Rapport makes itself.

use chrono::{DateTime, TimeDelta, Utc};
use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};

use super::{Created, Outbox};
use crate::discord::error::DiscordError;
use crate::ids::{ChannelId, PersonId, TeamId};

/// Discord's number of private threads.
const PRIVATE: u8 = 12;

/// The minutes of silence after which Discord archives the thread by itself: the most, a week.
const AUTO_ARCHIVE: u32 = 10_080;

/// The largest difference between our clock and Discord's.
const SKEW: TimeDelta = TimeDelta::minutes(10);

/// The active threads of a server.
#[derive(Deserialize)]
struct Active {
    threads: Vec<ListedThread>,
}

#[derive(Deserialize)]
struct ListedThread {
    id: serenity::ChannelId,
    parent_id: Option<serenity::ChannelId>,
    owner_id: Option<serenity::UserId>,
}

impl Outbox {
    /// Waits until no other task makes a thread.
    pub(crate) async fn turn_to_make_a_thread(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.making_thread.lock().await
    }

    /// Makes a private thread that only its members see, and to which only Rapport adds people.
    pub(crate) async fn make_private_thread(
        &self,
        channel: ChannelId,
        name: &str,
    ) -> Result<ChannelId, DiscordError> {
        let channel_id = channel.into();
        let body = json!({
            "name": name, "type": PRIVATE, "invitable": false, "auto_archive_duration": AUTO_ARCHIVE,
        });
        let request = Request::new(Route::ChannelThreads { channel_id }, LightMethod::Post);
        let made: Created<serenity::ChannelId> = self.ask(with_body(request, &body)).await?;
        Ok(made.id.into())
    }

    /// The active threads in the channel that Rapport made since `since`.
    pub(crate) async fn own_threads(
        &self,
        team: TeamId,
        channel: ChannelId,
        since: DateTime<Utc>,
    ) -> Result<Vec<ChannelId>, DiscordError> {
        let guild_id = team.into();
        let request = Request::new(Route::GuildThreadsActive { guild_id }, LightMethod::Get);
        let active: Active = self.ask(request).await?;
        let first = ChannelId::first_at(since - SKEW);
        let own = active.threads.into_iter().filter(|thread| {
            let is_ours = thread.owner_id == Some(self.api.bot());
            is_ours && thread.parent_id.map(ChannelId::from) == Some(channel)
        });
        let own = own.map(|thread| ChannelId::from(thread.id));
        Ok(own.filter(|thread| *thread >= first).collect())
    }

    /// Adds a person to a thread; they may be in it already.
    pub(crate) async fn add_to_thread(
        &self,
        thread: ChannelId,
        person: PersonId,
    ) -> Result<(), DiscordError> {
        let route = Route::ChannelThreadMember {
            channel_id: thread.into(),
            user_id: person.into(),
        };
        let request = Request::new(route, LightMethod::Put);
        self.paced(request).await.map(drop)
    }

    /// Gives one of our threads another name.
    pub(crate) async fn rename_thread(
        &self,
        thread: ChannelId,
        name: &str,
    ) -> Result<(), DiscordError> {
        self.edit_thread(thread, &json!({ "name": name })).await
    }

    /// Archives one of our threads.
    pub(crate) async fn archive_thread(&self, thread: ChannelId) -> Result<(), DiscordError> {
        self.edit_thread(thread, &json!({ "archived": true })).await
    }

    /// Brings an archived thread back.
    pub(crate) async fn reopen_thread(&self, thread: ChannelId) -> Result<(), DiscordError> {
        self.edit_thread(thread, &json!({ "archived": false }))
            .await
    }

    async fn edit_thread(&self, thread: ChannelId, change: &Value) -> Result<(), DiscordError> {
        let channel_id = thread.into();
        let request = Request::new(Route::Channel { channel_id }, LightMethod::Patch);
        self.paced(with_body(request, change)).await.map(drop)
    }
}

fn with_body<'a>(request: Request<'a>, body: &Value) -> Request<'a> {
    request.body(Some(body.to_string().into_bytes()))
}
