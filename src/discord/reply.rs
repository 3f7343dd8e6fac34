//! A message's content, before it becomes an answer, an edit or a direct message.

use chrono::Weekday;
use poise::serenity_prelude as serenity;
use serde::Serialize;
use serenity::{
    CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateButton, CreateInputText,
    CreateModal, CreateSelectMenu, CreateSelectMenuOption,
};

use crate::discord::custom_id::CustomId;
use crate::discord::layout::{Block, Container, Figure, IS_COMPONENTS_V2, Size};
use crate::discord::text::capital;
use crate::ids::PersonId;
use crate::language::{Language, tr};
use crate::picture::Picture;
use strum::IntoEnumIterator as _;

/// The message flag that says: only the person who asked sees it.
const EPHEMERAL: u64 = 1 << 6;

/// A message to send: blocks in the order in which people read them, and who it pings.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    blocks: Vec<Block>,
    file: Option<CreateAttachment>,
    pinged: Vec<PersonId>,
}

impl Reply {
    /// A message with this `text`, if it is not empty.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            blocks: Block::text(text).into_iter().collect(),
            ..Self::default()
        }
    }

    /// Adds a text, unless it is empty.
    #[must_use]
    pub fn and(mut self, text: &str) -> Self {
        self.blocks.extend(Block::text(text));
        self
    }

    /// Adds a frame with blocks.
    #[must_use]
    pub fn container(mut self, container: Container) -> Self {
        self.blocks.push(Block::Container(container));
        self
    }

    /// Adds a row of buttons, unless it is empty.
    #[must_use]
    pub fn buttons(mut self, buttons: Vec<CreateButton>) -> Self {
        self.blocks.extend(Block::buttons(buttons));
        self
    }

    /// Adds a row with one select.
    #[must_use]
    pub fn select(mut self, select: CreateSelectMenu) -> Self {
        self.blocks.push(Block::select(select));
        self
    }

    /// Adds a file to download, one at most.
    #[must_use]
    pub fn file(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.blocks.push(Block::file(name));
        self.file = Some(CreateAttachment::bytes(bytes, name));
        self
    }

    /// Attaches a picture, which a [`Figure`] in the message shows.
    #[must_use]
    pub fn attach(mut self, picture: Option<Attached>) -> Self {
        self.file = picture.map(|it| CreateAttachment::bytes(it.png, it.name));
        self
    }

    /// Pings these people. A text must mention them. The message pings no others.
    #[must_use]
    pub fn pinging(mut self, people: &[PersonId]) -> Self {
        self.pinged.extend(people);
        self
    }

    /// How much of a message's room it takes.
    #[must_use]
    pub fn size(&self) -> Size {
        Size::of(&self.blocks)
    }

    /// Converts to what Discord reads, and the file beside it.
    pub(crate) fn into_message(self) -> (Message, Option<CreateAttachment>) {
        let people = self.pinged.into_iter().map(serenity::UserId::from);
        let message = Message {
            flags: IS_COMPONENTS_V2,
            components: self.blocks,
            attachments: self.file.iter().map(Attachment::first).collect(),
            allowed_mentions: CreateAllowedMentions::new().users(people),
        };
        (message, self.file)
    }
}

/// A rendered picture, to attach to a message.
#[derive(Debug, Clone)]
pub struct Attached {
    name: &'static str,
    png: Vec<u8>,
}

impl Attached {
    /// Renders a picture. `None` if that fails: the message goes out without it, as its text says
    /// the same.
    pub async fn rendered(name: &'static str, picture: Picture) -> Option<Self> {
        match picture.png().await {
            Ok(png) => Some(Self { name, png }),
            Err(error) => {
                tracing::error!(error = %error, file = name, "a message goes out without its picture");
                None
            }
        }
    }

    /// Shows the picture in a message that it is attached to; `described` says the same in words.
    #[must_use]
    pub fn figure(&self, described: &str) -> Figure {
        Figure::attached(self.name, described)
    }
}

/// A message as Discord reads it.
#[derive(Debug, Serialize)]
pub(crate) struct Message {
    flags: u64,
    components: Vec<Block>,
    /// All files of the message: an edit removes those that are not named.
    attachments: Vec<Attachment>,
    allowed_mentions: CreateAllowedMentions,
}

impl Message {
    /// Shows it only to the person who asked.
    pub(crate) fn ephemeral(mut self) -> Self {
        self.flags |= EPHEMERAL;
        self
    }

    /// Converts to an edit of a message, whatever it was made of before.
    pub(crate) fn into_edit(self) -> Edit {
        Edit {
            message: self,
            content: (),
            embeds: [],
        }
    }
}

/// An edit of a message. Discord refuses layout components beside a text or embeds, so an edit takes
/// away those of an older message.
#[derive(Debug, Serialize)]
pub(crate) struct Edit {
    #[serde(flatten)]
    message: Message,
    content: (),
    /// Discord refuses `null` here (discord-api-docs, issue 7787).
    embeds: [(); 0],
}

/// A file that is sent beside a message.
#[derive(Debug, Serialize)]
struct Attachment {
    /// Its place among the files that are sent.
    id: u8,
    filename: String,
}

impl Attachment {
    fn first(file: &CreateAttachment) -> Self {
        Self {
            id: 0,
            filename: file.filename.clone(),
        }
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

/// Buttons to the pages before and after page `number` of `pages`; none for a single page.
pub(crate) fn page_buttons<A: CustomId>(
    number: usize,
    pages: usize,
    language: Language,
    to_page: impl Fn(usize) -> A,
) -> Vec<CreateButton> {
    if pages == 1 {
        return Vec::new();
    }
    let before = to_page(number.saturating_sub(1));
    let back = button(&before, tr!(language, "page-back"));
    let next = button(&to_page(number + 1), tr!(language, "page-next"));
    vec![back.disabled(number == 1), next.disabled(number == pages)]
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
pub fn weekday_options(chosen: Weekday, language: Language) -> Vec<CreateSelectMenuOption> {
    let option = |day: Weekday| {
        CreateSelectMenuOption::new(capital(&language.weekday(day)), day.to_string())
            .default_selection(day == chosen)
    };
    WEEK.into_iter().map(option).collect()
}

/// The value of the option that chooses no language.
const AUTOMATIC: &str = "auto";

/// The languages as options, and `automatic` for none of them.
pub(crate) fn language_options(
    chosen: Option<Language>,
    automatic: String,
) -> Vec<CreateSelectMenuOption> {
    let option = |language: Language| {
        CreateSelectMenuOption::new(language.own_name(), language.tag())
            .default_selection(chosen == Some(language))
    };
    let none =
        CreateSelectMenuOption::new(automatic, AUTOMATIC).default_selection(chosen.is_none());
    std::iter::once(none)
        .chain(Language::iter().map(option))
        .collect()
}

/// What was chosen among [`language_options`]; `None` is no language of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LanguageChoice(pub(crate) Option<Language>);

impl LanguageChoice {
    /// Reads the value of an option.
    pub(crate) fn parse(option: &str) -> Option<Self> {
        match option {
            AUTOMATIC => Some(Self(None)),
            tag => Some(Self(Some(tag.parse().ok()?))),
        }
    }
}
