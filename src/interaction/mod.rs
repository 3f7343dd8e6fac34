//! How people ask features and get answers: who uses a command or component, whether they may, and
//! how far the interaction is answered.

pub(crate) mod press;
pub mod zone;

mod answer;
pub(crate) mod answer_time;
mod answers;
mod autocomplete;
mod caller;
mod elsewhere;
mod permission;
mod server;

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use futures::future::BoxFuture;

use answers::Progress;

use crate::app::App;
use crate::errors::CommandError;
use crate::language::{Language, Text};

pub(crate) use answer::{Audience, ask, in_time, may_post, parent_channel, say, say_with, whisper};
pub(crate) use autocomplete::offer;
pub use caller::{Caller, Use, server_only};
pub(crate) use elsewhere::Elsewhere;
pub(crate) use permission::manages_server;
pub(crate) use server::server_of;

/// What every command gets: the interaction and the application.
pub(crate) type Context<'a> = poise::ApplicationContext<'a, Invocation, CommandError>;

/// Returns a sentence to show below any command's answer, if there is one for the caller.
pub(crate) type Postscript = for<'a> fn(&'a App, &'a Caller) -> BoxFuture<'a, Option<Text>>;

/// One use of a command: the application, and how far it is answered.
pub struct Invocation {
    app: Arc<App>,
    postscript: Postscript,
    progress: Progress,
    /// The team that it is about, outside of the team's server.
    elsewhere: OnceLock<Elsewhere>,
}

impl Invocation {
    /// A use of a command without any answer yet.
    #[must_use]
    pub(crate) fn new(app: Arc<App>, postscript: Postscript) -> Self {
        Self {
            app,
            postscript,
            progress: Progress::default(),
            elsewhere: OnceLock::new(),
        }
    }

    /// From here on, the command is about this team.
    pub(crate) fn enter(&self, elsewhere: Elsewhere) {
        // It is found once: a command is about one team.
        let _ = self.elsewhere.set(elsewhere);
    }
}

impl Deref for Invocation {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

/// The language of the client in which a command is typed or used.
pub(crate) fn language_of(ctx: Context<'_>) -> Language {
    Language::of_locale(&ctx.interaction.locale)
}

/// One of the commands that Discord lists.
pub(crate) type Command = poise::Command<Invocation, CommandError>;
