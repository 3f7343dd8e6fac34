//! Talks to Discord: requests, unasked messages, members of a server, texts and names. It knows no
//! feature. Apart from this module, [`crate::interaction`] and [`crate::bot`], only features that
//! read a command (`commands.rs`) or draw a message (`view.rs`) use serenity and poise.

pub mod api;
pub(crate) mod avatars;
pub mod custom_id;
pub mod emoji;
pub mod invite;
pub mod layout;
#[cfg(test)]
pub(crate) mod limits;
pub mod member_lookup;
pub mod names;
pub mod openings;
pub mod outbox;
pub mod posted;
pub mod reaction;
pub mod recent;
pub mod reply;
pub mod server_names;
pub mod sessions;
pub(crate) mod shard;
pub mod text;
pub mod visibility;
pub(crate) mod voice;

pub(crate) mod colleague;
mod command_ids;
mod error;
mod held;
mod ids;
mod server_member;

pub(crate) use colleague::Colleague;
pub(crate) use command_ids::CommandIds;
pub(crate) use error::DiscordError;
pub(crate) use server_member::ServerMember;
