//! `/settings`: one panel with what a member chose.

pub mod action;
pub mod commands;
pub mod view;

/// What a member can change in the panel of their settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    NudgesOn,
    /// Nudges, no.
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
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Weekday,
        Self::People,
        Self::Pause,
        Self::Resume,
        Self::NudgesOn,
        Self::NudgesOff,
        Self::Hide,
        Self::Show,
        Self::AskWhen,
        Self::When,
    ];

    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Weekday => "weekday",
            Self::People => "people",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::NudgesOn => "on",
            Self::NudgesOff => "off",
            Self::Hide => "hide",
            Self::Show => "show",
            Self::AskWhen => "ask-when",
            Self::When => "when",
        }
    }

    /// The setting that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|setting| setting.as_str() == word)
    }
}
