//! The connection to Discord.

pub mod invite;
