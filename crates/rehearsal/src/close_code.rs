//! The codes with which a connection to the gateway is closed.

/// The client leaves.
pub(crate) const NORMAL: u16 = 1000;
pub(crate) const GOING_AWAY: u16 = 1001;
pub(crate) const UNKNOWN_OPCODE: u16 = 4001;
pub(crate) const DECODE_ERROR: u16 = 4002;
pub(crate) const NOT_AUTHENTICATED: u16 = 4003;
/// The token is not one that this bot has now.
pub(crate) const AUTHENTICATION_FAILED: u16 = 4004;
pub(crate) const ALREADY_AUTHENTICATED: u16 = 4005;
pub(crate) const INVALID_SEQUENCE: u16 = 4007;
pub(crate) const RATE_LIMITED: u16 = 4008;
pub(crate) const SESSION_TIMED_OUT: u16 = 4009;
pub(crate) const INVALID_SHARD: u16 = 4010;
pub(crate) const SHARDING_REQUIRED: u16 = 4011;
pub(crate) const INVALID_VERSION: u16 = 4012;
pub(crate) const INVALID_INTENTS: u16 = 4013;
pub(crate) const DISALLOWED_INTENTS: u16 = 4014;
