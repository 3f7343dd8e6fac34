//! What goes over the wire: operations, and what a client may send.

use serde::Deserialize;
use serde_json::Value;

use crate::close_code;
use crate::world::{World, intents};

pub(super) const HEARTBEAT: u64 = 1;
pub(super) const IDENTIFY: u64 = 2;
pub(super) const PRESENCE: u64 = 3;
pub(super) const VOICE_STATE: u64 = 4;
pub(super) const RESUME: u64 = 6;
pub(super) const RECONNECT: u64 = 7;
pub(super) const REQUEST_MEMBERS: u64 = 8;
pub(super) const INVALID_SESSION: u64 = 9;
pub(super) const HELLO: u64 = 10;
pub(super) const HEARTBEAT_ACK: u64 = 11;

/// How many payloads a client may send in a minute.
pub(super) const MOST_PAYLOADS: usize = 120;

/// The longest payload that a client may send, in bytes.
pub(super) const LONGEST_PAYLOAD: usize = 4096;

/// A payload from the client.
#[derive(Deserialize)]
pub(super) struct Payload {
    pub(super) op: u64,
    #[serde(default)]
    pub(super) d: Value,
}

#[derive(Deserialize)]
pub(super) struct Identify {
    token: String,
    intents: u64,
    /// Asked for by Discord; what is in it does not matter here.
    #[serde(rename = "properties")]
    _properties: Value,
    shard: Option<(u64, u64)>,
}

impl Identify {
    /// What the client may hear of, and its shard.
    ///
    /// # Errors
    /// The code to close the connection with.
    pub(super) fn accepted_by(&self, world: &World) -> Result<(u64, (u64, u64)), u16> {
        let shard = self.shard.unwrap_or((0, 1));
        let privileged = self.intents & intents::PRIVILEGED;
        if !is_token_of(world, &self.token) {
            Err(close_code::AUTHENTICATION_FAILED)
        } else if let Some(code) = world.gateway.refuses_with {
            Err(code)
        } else if shard.0 >= shard.1 {
            Err(close_code::INVALID_SHARD)
        } else if self.intents & !intents::ALL != 0 {
            Err(close_code::INVALID_INTENTS)
        } else if privileged & !world.application.privileged_intents != 0 {
            Err(close_code::DISALLOWED_INTENTS)
        } else if world.guilds_of_shard(shard).len() > world.sharding.most_guilds {
            Err(close_code::SHARDING_REQUIRED)
        } else {
            Ok((self.intents, shard))
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Resume {
    pub(super) token: String,
    pub(super) session_id: String,
    pub(super) seq: u64,
}

/// Whether this is the bot's token, which may be sent with or without `Bot `.
pub(super) fn is_token_of(world: &World, token: &str) -> bool {
    token.strip_prefix("Bot ").unwrap_or(token) == world.application.token
}

/// Whether a session is gone after its connection was closed with this code.
pub(super) fn ends_session(code: u16) -> bool {
    matches!(
        code,
        close_code::NORMAL
            | close_code::GOING_AWAY
            | close_code::AUTHENTICATION_FAILED
            | close_code::INVALID_SEQUENCE
            | close_code::SESSION_TIMED_OUT..=close_code::DISALLOWED_INTENTS
    )
}
