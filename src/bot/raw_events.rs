//! Events of which serenity 0.12 hands on too little. Everybody's reactions are gone: it leaves out the
//! server, and may not read that those with one emoji are.

use std::sync::Arc;

use poise::serenity_prelude as serenity;
use serenity::{Context, Event, RawEventHandler};
use tokio_util::task::TaskTracker;

use super::failed;
use crate::app::App;
use crate::discord::reaction::Unreacted;
use crate::kudos::reactions;

/// The reactions with one emoji were removed from a message.
const REACTIONS_WITH_ONE_EMOJI: &str = "MESSAGE_REACTION_REMOVE_EMOJI";

/// Handles them.
pub(super) struct RawEvents {
    app: Arc<App>,
    tasks: TaskTracker,
}

impl RawEvents {
    /// `tasks` counts the events being handled, so that a shutdown can wait for them.
    pub(super) fn new(app: Arc<App>, tasks: TaskTracker) -> Self {
        Self { app, tasks }
    }
}

#[async_trait::async_trait]
impl RawEventHandler for RawEvents {
    async fn raw_event(&self, _: Context, event: Event) {
        let gone = match &event {
            Event::ReactionRemoveAll(event) => Unreacted::all(event),
            Event::ReactionRemoveEmoji(event) => Unreacted::all_alike(&event.reaction),
            Event::Unknown(unread) if unread.kind == REACTIONS_WITH_ONE_EMOJI => {
                Unreacted::with_one_emoji(&unread.value)
            }
            _ => None,
        };
        let Some(gone) = gone else { return };
        let handled = self
            .tasks
            .track_future(reactions::removed(&self.app, &gone));
        if let Err(error) = handled.await {
            failed::report("event", &error.into());
        }
    }
}
