//! Gateway sessions: who listens, to what, and what each has still to hear.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::World;
use crate::ids::{ChannelId, GuildId, UserId};
use crate::permissions::VIEW_CHANNEL;
use crate::wire;

/// How long after all members of a guild were asked for they may be asked for again.
const LIST_AGAIN: Duration = Duration::from_secs(30);

/// Bits by which a session says what it wants to hear of.
pub(crate) mod intents {
    pub(crate) const GUILDS: u64 = 1;
    pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
    pub(crate) const GUILD_EXPRESSIONS: u64 = 1 << 3;
    pub(crate) const GUILD_VOICE_STATES: u64 = 1 << 7;
    pub(crate) const GUILD_PRESENCES: u64 = 1 << 8;
    pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
    pub(crate) const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
    pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
    pub(crate) const DIRECT_MESSAGE_REACTIONS: u64 = 1 << 13;
    pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
    /// Those that must be switched on for the application first.
    pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    /// All that exist.
    pub(crate) const ALL: u64 = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
}

/// Something that happened, for the sessions that may hear of it.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    name: &'static str,
    guild: Option<GuildId>,
    /// Where it happened, if only those hear of it who see that channel.
    channel: Option<ChannelId>,
    /// The intent it takes to hear of it; 0 for what everyone hears.
    intent: u64,
    data: Value,
    /// What a session without the message content intent hears instead.
    without_content: Option<Value>,
}

impl Event {
    pub(crate) fn in_guild(guild: GuildId, intent: u64, name: &'static str, data: Value) -> Self {
        Self::new(Some(guild), intent, name, data)
    }

    pub(crate) fn new(
        guild: Option<GuildId>,
        intent: u64,
        name: &'static str,
        data: Value,
    ) -> Self {
        Self {
            name,
            guild,
            channel: None,
            intent,
            data,
            without_content: None,
        }
    }

    /// Only a bot that sees `channel` hears of it.
    pub(crate) fn seen_in(mut self, channel: ChannelId) -> Self {
        self.channel = Some(channel);
        self
    }

    pub(crate) fn or_without_content(mut self, data: Value) -> Self {
        self.without_content = Some(data);
        self
    }
}

/// What a test or a person at the controls makes the gateway do to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Ask it to reconnect (op 7).
    Reconnect,
    /// Tell it that its session is invalid (op 9) though it may resume it.
    InvalidateResumable,
    /// Tell it that its session is invalid (op 9) and gone.
    Invalidate,
    /// Close the connection with this code.
    Close(u16),
    /// Close the connection with a frame that has no code.
    CloseSilently,
    /// Drop the connection without a word.
    Drop,
}

/// One bot process's place at the gateway; it outlives its connection, so as to be resumed.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) intents: u64,
    /// This shard's number, and how many there are.
    pub(crate) shard: (u64, u64),
    /// What was dispatched and not yet acknowledged, with its sequence number.
    dispatched: VecDeque<(u64, Value)>,
    sequence: u64,
    /// The connection that serves it, if one does.
    pub(crate) connection: Option<u64>,
    pub(crate) orders: VecDeque<Order>,
    /// When all members of a guild were last asked for.
    listed: HashMap<GuildId, Instant>,
}

impl Session {
    fn hears(&self, event: &Event) -> bool {
        let shard = event.guild.map_or(0, |guild| guild.shard(self.shard.1));
        shard == self.shard.0 && (event.intent == 0 || self.intents & event.intent != 0)
    }

    fn dispatch(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let payload = json!({ "op": 0, "s": self.sequence, "t": name, "d": data });
        self.dispatched.push_back((self.sequence, payload));
    }

    /// What comes after the sequence number `heard`, oldest first.
    pub(crate) fn after(&self, heard: u64) -> Vec<(u64, Value)> {
        let missed = self
            .dispatched
            .iter()
            .filter(|(sequence, _)| *sequence > heard);
        missed.cloned().collect()
    }

    /// Forgets what the client says it has heard.
    pub(crate) fn acknowledge(&mut self, heard: u64) {
        self.dispatched.retain(|(sequence, _)| *sequence > heard);
    }

    /// Whether the client may have heard up to `heard`, and everything later is still here.
    pub(crate) fn can_resume_from(&self, heard: u64) -> bool {
        let oldest = self
            .dispatched
            .front()
            .map_or(self.sequence + 1, |(first, _)| *first);
        heard <= self.sequence && oldest <= heard + 1
    }
}

impl World {
    /// Tells the sessions that may hear of it.
    pub(crate) fn tell(&mut self, event: &Event) {
        let bot = self.bot();
        let stranger = event
            .guild
            .is_some_and(|id| self.guild(id).is_none_or(|guild| !guild.has(bot)));
        let hidden = event
            .channel
            .is_some_and(|channel| !self.bot_may(channel, VIEW_CHANNEL));
        if stranger || hidden {
            return;
        }
        for session in self
            .sessions
            .iter_mut()
            .filter(|session| session.hears(event))
        {
            let reads = session.intents & intents::MESSAGE_CONTENT != 0;
            let data = match &event.without_content {
                Some(blanked) if !reads => blanked,
                _ => &event.data,
            };
            session.dispatch(event.name, data);
        }
    }

    /// Opens a session for a bot that has identified itself: READY, then its guilds.
    pub(crate) fn open_session(&mut self, connection: u64, intents: u64, shard: (u64, u64)) {
        self.note_identified(shard);
        // A bot that begins a new session has given up what it could have resumed.
        self.sessions.retain(|it| {
            it.connection.is_some() || (it.shard.0 != shard.0 && it.shard.1 == shard.1)
        });
        let mut session = Session {
            id: format!("session-{:x}", self.snowflake()),
            intents,
            shard,
            dispatched: VecDeque::new(),
            sequence: 0,
            connection: Some(connection),
            orders: VecDeque::new(),
            listed: HashMap::new(),
        };
        if self.gateway.silent_shards.contains(&shard.0) {
            self.sessions.push(session);
            return;
        }
        let mut ready = wire::ready(self, &session);
        if self.gateway.bad_readies > 0 {
            self.gateway.bad_readies -= 1;
            ready = json!({ "v": 10, "user": "nobody" });
        }
        session.dispatch("READY", &ready);
        if intents & intents::GUILDS != 0 {
            for guild in self.guilds_of_shard(shard) {
                let mut created = wire::guild_create(self, guild);
                if intents & intents::GUILD_VOICE_STATES != 0 {
                    created = wire::with_voice(created, self, guild);
                }
                session.dispatch("GUILD_CREATE", &created);
            }
        }
        self.sessions.push(session);
    }

    /// The guilds that a shard's session serves.
    pub(crate) fn guilds_of_shard(&self, shard: (u64, u64)) -> Vec<GuildId> {
        let bot: UserId = self.bot();
        self.guilds()
            .filter(|guild| guild.has(bot) && guild.id.shard(shard.1) == shard.0)
            .map(|guild| guild.id)
            .collect()
    }

    pub(crate) fn session_of(&mut self, connection: u64) -> Option<&mut Session> {
        self.sessions
            .iter_mut()
            .find(|session| session.connection == Some(connection))
    }

    pub(crate) fn session_named(&mut self, id: &str) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.id == id)
    }

    /// Tells the session of this connection alone.
    pub(crate) fn dispatch_to(&mut self, connection: u64, name: &str, data: &Value) {
        if let Some(session) = self.session_of(connection) {
            session.dispatch(name, data);
        }
    }

    /// The session of this connection asks for all members of a guild; how long to wait if it did
    /// so a moment ago. It is real time: the world's clock may stand still.
    pub(crate) fn listed_too_soon(&mut self, connection: u64, guild: GuildId) -> Option<Duration> {
        let session = self.session_of(connection)?;
        let now = Instant::now();
        let last = session.listed.get(&guild).map(|last| now - *last);
        if let Some(ago) = last.filter(|ago| *ago < LIST_AGAIN) {
            return Some(LIST_AGAIN.saturating_sub(ago));
        }
        session.listed.insert(guild, now);
        None
    }

    /// A connection takes over a session; its client is told when it has heard all it missed.
    pub(crate) fn resume(&mut self, id: &str, connection: u64) {
        self.resumed += 1;
        if let Some(session) = self.session_named(id) {
            session.connection = Some(connection);
            session.dispatch("RESUMED", &json!({}));
        }
    }

    /// A number for a new connection.
    pub(crate) fn new_connection(&mut self) -> u64 {
        self.connections += 1;
        self.connections
    }

    /// The connection is over; its session waits to be resumed.
    pub(crate) fn disconnect(&mut self, connection: u64) {
        if let Some(session) = self.session_of(connection) {
            session.connection = None;
        }
    }

    /// The session of this connection is over for good.
    pub(crate) fn end_session(&mut self, connection: u64) {
        self.sessions
            .retain(|session| session.connection != Some(connection));
    }

    /// Gives every connected session an order.
    pub(crate) fn order(&mut self, order: Order) {
        for session in self.sessions.iter_mut().filter(|s| s.connection.is_some()) {
            session.orders.push_back(order);
        }
    }

    /// Gives an order to the connected session of one shard.
    pub(crate) fn order_shard(&mut self, shard: u64, order: Order) {
        let connected = self.sessions.iter_mut().filter(|s| s.connection.is_some());
        for session in connected.filter(|s| s.shard.0 == shard) {
            session.orders.push_back(order);
        }
    }

    /// Whether a bot is at the gateway now.
    #[must_use]
    pub fn bot_is_connected(&self) -> bool {
        self.sessions
            .iter()
            .any(|session| session.connection.is_some())
    }

    /// Whether a bot is at the gateway, or may come back to its session there.
    pub(crate) fn bot_may_answer(&self) -> bool {
        !self.sessions.is_empty()
    }

    /// How many connections the gateway has had.
    #[must_use]
    pub fn times_connected(&self) -> u64 {
        self.connections
    }

    /// How often a bot has resumed a session of its own.
    #[must_use]
    pub fn times_resumed(&self) -> u64 {
        self.resumed
    }

    /// How often a bot has identified itself at an address that is for resuming.
    #[must_use]
    pub fn times_identified_to_resume(&self) -> u64 {
        self.identified_to_resume
    }

    /// How often a bot was refused to resume: the session is gone, or READY named another address.
    #[must_use]
    pub fn times_refused_to_resume(&self) -> u64 {
        self.refused_to_resume
    }

    /// How often a bot has identified itself (a resumed session does not count).
    #[must_use]
    pub fn times_identified(&self) -> u64 {
        self.identifies.len() as u64
    }
}
