//! What a person gets to see when they have used the bot.

use super::{Modal, Person, Seen, Unable};
use crate::ids::InteractionId;
use crate::world::{Choice, Interaction, Message, Reply, World};

/// How the bot answered, after "thinking…" if it did think.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// With a message.
    Message(Seen),
    /// By changing the message that the button, select or modal was on.
    Updated(Seen),
    /// With a form to fill in.
    Modal(Modal),
    /// With suggestions, named in the person's language.
    Choices(Vec<Choice>),
    /// That it heard; what comes of it is still to be seen.
    DeferredUpdate,
    /// With a message that it took away again.
    Withdrawn,
}

impl Answer {
    /// The message, be it new or changed.
    #[must_use]
    pub fn message(self) -> Option<Seen> {
        match self {
            Self::Message(seen) | Self::Updated(seen) => Some(seen),
            _ => None,
        }
    }

    /// The form to fill in.
    #[must_use]
    pub fn modal(self) -> Option<Modal> {
        match self {
            Self::Modal(modal) => Some(modal),
            _ => None,
        }
    }

    /// The suggestions.
    #[must_use]
    pub fn choices(self) -> Option<Vec<Choice>> {
        match self {
            Self::Choices(choices) => Some(choices),
            _ => None,
        }
    }
}

impl Person {
    /// Waits for the bot's answer to an interaction.
    pub(super) async fn answer_to(&self, id: InteractionId) -> Result<Answer, Unable> {
        if !self.shared.look(World::bot_may_answer) {
            return Err(Unable::NoResponse);
        }
        let first = |world: &World| world.interaction(id)?.reply.as_ref().map(|_| ());
        let first = self.shared.until(self.patience, first).await;
        first.ok_or(Unable::NoResponse)?;
        // A deferred answer has more time, but each person only so much patience.
        let whole = |world: &World| answer_shown(world, world.interaction(id)?);
        let whole = self.shared.until(self.patience, whole).await;
        whole.ok_or(Unable::NoResponse)
    }

    /// The messages that followed the answer to the last thing they did with the bot.
    #[must_use]
    pub fn follow_ups(&self) -> Vec<Seen> {
        self.shared.look(|world| {
            let last = world.last_interaction(Some(self.user));
            let ids = last.map_or(&[][..], |last| &last.follow_ups);
            let messages = ids.iter().filter_map(|id| self.visible(world, *id).ok());
            messages
                .map(|message| Seen::new(world, message, self.user))
                .collect()
        })
    }

    /// The next message that follows the answer to the last thing they did with the bot.
    ///
    /// # Errors
    /// None came in time.
    pub async fn next_follow_up(&self) -> Result<Seen, Unable> {
        let next = |world: &World| {
            let last = world.last_interaction(Some(self.user))?;
            let id = last.follow_ups.get(last.follow_ups_read)?;
            let seen = self
                .visible(world, *id)
                .map(|message| Seen::new(world, message, self.user));
            Some((last.id, seen))
        };
        let next = self.shared.until(self.patience, next).await;
        let (interaction, seen) = next.ok_or(Unable::NotInTime)?;
        self.shared.change(|world| {
            if let Some(interaction) = world.interaction_mut(interaction) {
                interaction.follow_ups_read += 1;
            }
        });
        seen
    }
}

/// The answer, unless it is still "thinking…".
fn answer_shown(world: &World, interaction: &Interaction) -> Option<Answer> {
    let original = interaction.original.and_then(|id| world.message(id));
    let seen = original.map(|message| Seen::new(world, message, interaction.user));
    Some(match interaction.reply.as_ref()? {
        Reply::Deferred if original.is_some_and(Message::is_loading) => return None,
        Reply::Message | Reply::Deferred => seen.map_or(Answer::Withdrawn, Answer::Message),
        Reply::Updated => seen.map_or(Answer::Withdrawn, Answer::Updated),
        Reply::DeferredUpdate => Answer::DeferredUpdate,
        Reply::Choices(choices) => {
            let locale = world.locale(interaction.user);
            let shown = choices.iter().map(|choice| Choice {
                name: choice.shown_name(locale).to_owned(),
                ..choice.clone()
            });
            Answer::Choices(shown.collect())
        }
        Reply::Modal(modal) => Answer::Modal(Modal::new(modal, interaction.id)),
    })
}
