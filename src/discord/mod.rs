//! The connection to Discord. Beside this room, serenity and poise are named only where a feature
//! reads a command (`commands.rs`) or draws a message (`view.rs`).
//!
//! An event's way: [`connection`] receives it, `bot` gives commands to poise and components to
//! `router`, which matches the [`action::Action`] and calls the feature.

pub mod action;
pub mod connection;
pub mod invite;
pub mod outbox;
pub mod press;
pub mod registry;
pub mod reply;
pub mod text;

mod answer;
mod bot;
mod caller;
mod colleague;
mod error;
mod ids;
mod permission;
mod router;

use std::sync::Arc;

use crate::app::App;
use crate::errors::CommandError;

pub use answer::{Seen, ask, in_time, may_post, post, say};
pub use caller::Caller;
pub use error::DiscordError;
pub use permission::manages_server;
pub use registry::CommandIds;

/// What every command gets: the interaction, and the application to act on.
pub type Context<'a> = poise::ApplicationContext<'a, Arc<App>, CommandError>;

/// One of the commands that Discord lists.
pub type Command = poise::Command<Arc<App>, CommandError>;
