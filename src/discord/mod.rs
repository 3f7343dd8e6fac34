//! Discord's words for what features say and hear: replies, presses, colleagues, texts. Beside this
//! room and [`crate::bot`], serenity and poise are named only where a feature reads a command
//! (`commands.rs`) or draws a message (`view.rs`).

pub mod action;
pub mod api;
pub mod invite;
pub mod names;
pub mod openings;
pub mod outbox;
pub mod press;
pub mod reply;
pub mod roll_call;
pub mod server_names;
pub mod text;
pub mod visibility;

mod answer;
mod caller;
mod colleague;
mod command_ids;
mod error;
mod ids;
mod interaction;
mod permission;

use std::ops::Deref;
use std::sync::Arc;

use interaction::Progress;

use crate::app::App;
use crate::errors::CommandError;

pub use answer::{Seen, ask, in_time, may_post, parent_channel, say, whisper};
pub use caller::{Caller, server_only};
pub use command_ids::CommandIds;
pub use error::DiscordError;
pub use permission::manages_server;

/// What every command gets: the interaction, and the application to act on.
pub type Context<'a> = poise::ApplicationContext<'a, Invocation, CommandError>;

/// One use of a command: the application to act on, and how far it is answered.
pub struct Invocation {
    app: Arc<App>,
    progress: Progress,
}

impl Invocation {
    /// A use of a command that nothing was said to yet.
    #[must_use]
    pub fn new(app: Arc<App>) -> Self {
        Self {
            app,
            progress: Progress::default(),
        }
    }
}

impl Deref for Invocation {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

/// One of the commands that Discord lists.
pub type Command = poise::Command<Invocation, CommandError>;
