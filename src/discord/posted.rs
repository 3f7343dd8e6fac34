//! Messages that Rapport posted, and the components on them.

use poise::serenity_prelude as serenity;

use crate::ids::MessageId;

/// A message of Rapport's, as Discord has it.
#[derive(Clone, Copy)]
pub struct Posted<'a>(pub(crate) &'a serenity::Message);

impl<'a> Posted<'a> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> MessageId {
        self.0.id.into()
    }

    /// Its text.
    #[must_use]
    pub fn text(self) -> &'a str {
        &self.0.content
    }

    /// The text of its embed.
    #[must_use]
    pub fn description(self) -> &'a str {
        let embed = self.0.embeds.first();
        embed
            .and_then(|embed| embed.description.as_deref())
            .unwrap_or_default()
    }

    /// The `custom_id`s of all its components.
    pub fn custom_ids(self) -> impl Iterator<Item = &'a str> {
        let components = self.0.components.iter().flat_map(|row| &row.components);
        components.filter_map(|component| match component {
            serenity::ActionRowComponent::Button(button) => match &button.data {
                serenity::ButtonKind::NonLink { custom_id, .. } => Some(custom_id.as_str()),
                _ => None,
            },
            serenity::ActionRowComponent::SelectMenu(menu) => menu.custom_id.as_deref(),
            _ => None,
        })
    }
}
