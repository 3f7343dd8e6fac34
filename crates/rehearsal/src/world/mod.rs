//! What exists: people, guilds, channels, messages, commands, interactions and gateway sessions.
//!
//! Plain data with methods and no I/O. Whatever happens in it is told to the gateway sessions
//! that may hear of it, so building a world and living in it are done by the same methods.

mod acquaintance;
mod automod;
mod buckets;
mod channels;
mod commands;
mod dm_openings;
mod guilds;
mod installs;
mod interactions;
mod localizations;
mod message_events;
mod messages;
mod people;
mod private;
mod reactions;
mod roles;
mod sessions;
mod sharding;
mod threads;
mod troubles;
mod uploads;
mod voice;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

pub use channels::{Channel, ChannelKind, Overwrite, Place};
pub use commands::{Choice, Command, CommandKind, CommandOption, OptionKind};
pub use guilds::{Guild, Member};
pub use installs::Installed;
pub use interactions::{Interaction, Occasion, Reply};
pub use localizations::Localizations;
pub(super) use messages::flags;
pub use messages::{Attachment, Message, Pings};
pub use people::User;
pub use reactions::Reactions;
pub use roles::Role;
pub(super) use sessions::{Event, Order, Session, intents};
pub use sharding::{Identified, Sharding};
pub use threads::Thread;
use troubles::Recent;
pub use troubles::{Fault, GLOBAL_LIMIT, GatewayTroubles, Limit, Trouble};
pub use voice::VoiceState;

use buckets::Buckets;
pub(super) use buckets::Standing;
pub use dm_openings::DmOpenings;
use messages::Sent;
pub(crate) use uploads::Upload;

use super::ids::{
    ApplicationId, AttachmentId, ChannelId, GuildId, InteractionId, MessageId, UserId, first_at,
};
use crate::clock::Clock;

/// The bot's application, as its developer portal page would show it.
#[derive(Debug, Clone)]
pub struct Application {
    /// Its identifier.
    pub id: ApplicationId,
    /// Its bot's account.
    pub bot: UserId,
    /// What the bot signs in with.
    pub token: String,
    /// Privileged intents that are switched on: the bits of `GUILD_MEMBERS`,
    /// `GUILD_PRESENCES` and `MESSAGE_CONTENT`.
    pub privileged_intents: u64,
    /// Whether people may install it for themselves.
    pub user_install: bool,
}

/// A request that the bot made.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The HTTP method.
    pub method: String,
    /// The path, with the query if there is one.
    pub path: String,
    /// Its JSON, be it the whole body or beside files; null if it has none.
    pub body: serde_json::Value,
    /// The status it was answered with.
    pub status: u16,
    /// The body of the answer if it was refused.
    pub refusal: Option<serde_json::Value>,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Whether it is one of those of which Discord bears only so many.
    pub is_invalid: bool,
}

/// Everything there is.
pub struct World {
    clock: Arc<dyn Clock>,
    last_snowflake: u64,
    /// The bot's application.
    pub application: Application,
    /// How often the gateway asks for a heartbeat. It is real time: a gateway counts seconds of
    /// the machine, whatever the world's clock says.
    pub heartbeat_interval: Duration,
    /// How many requests the bot may make in a second of real time; none for no limit.
    pub global_limit: Option<usize>,
    /// How the gateway misbehaves.
    pub gateway: GatewayTroubles,
    /// How many sessions the bot may have, and how fast it may begin them.
    pub sharding: Sharding,
    troubles: Vec<Trouble>,
    recent: Recent,
    buckets: Buckets,
    /// How many channels of direct messages the bot may open.
    pub dm_openings: DmOpenings,
    nonces: Vec<Sent>,
    /// Words that no message of the bot's may have in a guild.
    blocked_words: Vec<(GuildId, String)>,
    /// How many answers were, or are, late.
    pub(super) late: u64,
    /// Where the server listens, with the scheme; empty until it does.
    pub(super) base_url: String,
    /// Where its gateway is to be reached.
    pub(super) gateway_url: String,
    users: BTreeMap<UserId, User>,
    guilds: BTreeMap<GuildId, Guild>,
    /// Who has installed the application for themselves.
    user_installs: BTreeSet<UserId>,
    voice: BTreeMap<(GuildId, UserId), VoiceState>,
    channels: BTreeMap<ChannelId, Channel>,
    messages: BTreeMap<MessageId, Message>,
    files: BTreeMap<AttachmentId, Vec<u8>>,
    /// Files on people's computers.
    uploads: Vec<Upload>,
    commands: Vec<Command>,
    /// Whether the bot has registered any commands, be it none.
    registered: bool,
    interactions: BTreeMap<InteractionId, Interaction>,
    sessions: Vec<Session>,
    /// The sessions that the bot began.
    identifies: Vec<Identified>,
    /// How often it identified before its shard's turn.
    pub(super) identified_too_soon: u64,
    /// How often it came back to a session of its own.
    resumed: u64,
    /// How often it signed in where a session is resumed.
    pub(super) identified_to_resume: u64,
    /// How often it wanted to come back to a session that is gone, or is at another address.
    pub(super) refused_to_resume: u64,
    /// How many connections the gateway has had.
    connections: u64,
    pub(super) requests: Vec<Request>,
}

impl World {
    /// A world with nobody in it but the bot, whose times are all told by `clock`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let mut world = Self {
            clock,
            last_snowflake: 0,
            application: Application {
                id: ApplicationId(0),
                bot: UserId(0),
                token: String::new(),
                privileged_intents: 0,
                user_install: false,
            },
            heartbeat_interval: Duration::from_millis(41_250),
            global_limit: Some(GLOBAL_LIMIT),
            gateway: GatewayTroubles::default(),
            sharding: Sharding::default(),
            troubles: Vec::new(),
            recent: Recent::default(),
            buckets: Buckets::default(),
            dm_openings: DmOpenings::default(),
            nonces: Vec::new(),
            blocked_words: Vec::new(),
            late: 0,
            base_url: String::new(),
            gateway_url: String::new(),
            users: BTreeMap::new(),
            guilds: BTreeMap::new(),
            user_installs: BTreeSet::new(),
            voice: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            files: BTreeMap::new(),
            uploads: Vec::new(),
            commands: Vec::new(),
            registered: false,
            interactions: BTreeMap::new(),
            sessions: Vec::new(),
            identifies: Vec::new(),
            identified_too_soon: 0,
            resumed: 0,
            identified_to_resume: 0,
            refused_to_resume: 0,
            connections: 0,
            requests: Vec::new(),
        };
        let id = world.add_user("rehearsal-bot", "The bot", true);
        // As at Discord, the bot's account has the number of its application.
        world.application.id = ApplicationId(id.0);
        world.application.bot = id;
        world.application.token = format!("rehearsal.{id}.not-a-secret");
        world
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The bot's account.
    #[must_use]
    pub fn bot(&self) -> UserId {
        self.application.bot
    }

    /// A new number, greater than all before it and made of the present instant.
    pub(super) fn snowflake(&mut self) -> u64 {
        self.last_snowflake = first_at(self.now()).max(self.last_snowflake + 1);
        self.last_snowflake
    }

    /// Makes the numbers that come next of a later millisecond, as that of a guild decides on its
    /// shard.
    pub fn turn_millisecond(&mut self) {
        self.last_snowflake = ((self.last_snowflake >> 22) + 1) << 22;
    }

    /// The requests that the bot has made.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        self.requests.iter()
    }

    /// How many requests were done by now whose answer comes late ([`Fault::Late`]), or came.
    #[must_use]
    pub fn late_answers(&self) -> u64 {
        self.late
    }

    /// Switches privileged intents on for the application.
    pub fn allow_intents(&mut self, privileged: u64) {
        self.application.privileged_intents |= privileged;
    }
}
