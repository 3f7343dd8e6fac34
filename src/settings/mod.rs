//! `/settings`: one panel with a member's own settings.

pub mod action;
pub mod commands;
pub mod view;

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a member presses in the panel of `/settings`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Setting {
    /// The chosen weekday.
    Weekday,
    /// The chosen number of people.
    People,
    /// The chosen length of a pause.
    Pause,
    /// End the pause.
    Resume,
    /// Nudges on.
    #[strum(serialize = "on")]
    NudgesOn,
    /// Nudges off.
    #[strum(serialize = "off")]
    NudgesOff,
    /// Hide me from leaderboards.
    Hide,
    /// Show me in leaderboards.
    Show,
    /// Ask for zone and time.
    AskWhen,
    /// The written zone and time.
    When,
}

impl Setting {
    /// The word for it in a `custom_id`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The setting with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}
