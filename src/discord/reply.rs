//! A message's content, before it becomes an answer, an edit or a direct message.

use chrono::Weekday;
use poise::serenity_prelude as serenity;
use serenity::{
    CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateButton, CreateEmbed,
    CreateInputText, CreateInteractionResponseMessage, CreateMessage, CreateModal,
    CreateSelectMenu, CreateSelectMenuOption,
};

use crate::calendar::week::day_name;
use crate::discord::custom_id::CustomId;
use crate::ids::PersonId;
use crate::picture::Picture;

/// A message to send: text, embeds, rows of components, and who it pings.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    text: String,
    embeds: Vec<CreateEmbed>,
    rows: Vec<CreateActionRow>,
    file: Option<CreateAttachment>,
    pinged: Vec<PersonId>,
}

impl Reply {
    /// A message with this `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Adds a paragraph of text.
    #[must_use]
    pub fn and(mut self, text: &str) -> Self {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(text);
        self
    }

    /// Adds an embed below the text.
    #[must_use]
    pub fn embed(mut self, embed: CreateEmbed) -> Self {
        self.embeds.push(embed);
        self
    }

    /// Adds a row of buttons, unless it is empty.
    #[must_use]
    pub fn buttons(mut self, buttons: Vec<CreateButton>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(CreateActionRow::Buttons(buttons));
        }
        self
    }

    /// Adds a row with one select.
    #[must_use]
    pub fn select(mut self, select: CreateSelectMenu) -> Self {
        self.rows.push(CreateActionRow::SelectMenu(select));
        self
    }

    /// Adds a file, one at most. `described` is its text for people who can't see it.
    #[must_use]
    pub fn file(mut self, name: &str, described: &str, bytes: Vec<u8>) -> Self {
        self.file = Some(CreateAttachment::bytes(bytes, name).description(described));
        self
    }

    /// Adds a picture, which `described` says in words. If rendering fails, the message goes out
    /// without it: its text says the same.
    pub async fn picture(self, name: &str, described: &str, picture: Picture) -> Self {
        match picture.png().await {
            Ok(png) => self.file(name, described, png),
            Err(error) => {
                tracing::error!(error = %error, file = name, "a message goes out without its picture");
                self
            }
        }
    }

    /// Pings these people, whom the text must mention. The message pings no others.
    #[must_use]
    pub fn pinging(mut self, people: &[PersonId]) -> Self {
        self.pinged.extend(people);
        self
    }

    fn allowed_mentions(&self) -> CreateAllowedMentions {
        let people = self
            .pinged
            .iter()
            .map(|person| serenity::UserId::from(*person));
        CreateAllowedMentions::new().users(people)
    }

    /// Converts to an answer to an interaction, and its file.
    pub(crate) fn into_parts(self) -> (CreateInteractionResponseMessage, Option<CreateAttachment>) {
        let mentions = self.allowed_mentions();
        let message = CreateInteractionResponseMessage::new()
            .content(self.text)
            .embeds(self.embeds)
            .components(self.rows)
            .files(self.file.clone())
            .allowed_mentions(mentions);
        (message, self.file)
    }

    /// Converts to an unasked message, which has no file.
    pub(crate) fn into_message(self) -> CreateMessage {
        let mentions = self.allowed_mentions();
        CreateMessage::new()
            .content(self.text)
            .embeds(self.embeds)
            .components(self.rows)
            .allowed_mentions(mentions)
    }
}

/// A button for `action`.
pub fn button(action: &impl CustomId, label: impl Into<String>) -> CreateButton {
    CreateButton::new(action.encode())
        .label(label)
        .style(serenity::ButtonStyle::Secondary)
}

/// A highlighted button for `action`: the one that most people want.
pub fn main_button(action: &impl CustomId, label: impl Into<String>) -> CreateButton {
    CreateButton::new(action.encode())
        .label(label)
        .style(serenity::ButtonStyle::Primary)
}

/// A form with one input, submitted as `action`. `title` has at most 45 characters.
pub fn form(action: &impl CustomId, title: &str, input: CreateInputText) -> CreateModal {
    CreateModal::new(action.encode(), title).components(vec![CreateActionRow::InputText(input)])
}

/// An input of one line.
pub fn short_input(id: &str, label: &str) -> CreateInputText {
    CreateInputText::new(serenity::InputTextStyle::Short, label, id)
}

/// An input of several lines.
pub fn long_input(id: &str, label: &str) -> CreateInputText {
    CreateInputText::new(serenity::InputTextStyle::Paragraph, label, id)
}

/// The days of the week, in their order.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// The days of the week as options.
#[must_use]
pub fn weekday_options(chosen: Weekday) -> Vec<CreateSelectMenuOption> {
    let option = |day: Weekday| {
        CreateSelectMenuOption::new(day_name(day), day.to_string()).default_selection(day == chosen)
    };
    WEEK.into_iter().map(option).collect()
}
