//! `/settings`: one panel with what a member chose.

pub mod action;
pub mod commands;
pub mod view;

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a member can change in the panel of their settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Setting {
    /// The weekday chosen.
    Weekday,
    /// The number of people chosen.
    People,
    /// A pause of the length chosen.
    Pause,
    /// The end of the pause.
    Resume,
    /// Nudges, yes.
    #[strum(serialize = "on")]
    NudgesOn,
    /// Nudges, no.
    #[strum(serialize = "off")]
    NudgesOff,
    /// To be left out of leaderboards.
    Hide,
    /// To be in them again.
    Show,
    /// To be asked for zone and time.
    AskWhen,
    /// Zone and time, as written.
    When,
}

impl Setting {
    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The setting that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}
