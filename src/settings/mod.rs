//! `/settings`: one panel with a member's own settings.

pub(crate) mod action;
pub(crate) mod commands;
pub(crate) mod view;

use strum::{Display, EnumString, VariantArray};

use crate::members::Member;
use crate::voice::Counting;

/// What the panel shows.
#[derive(Debug, Clone)]
pub(crate) struct OwnSettings {
    /// The member, with what they chose.
    pub(crate) member: Member,
    /// Whether their talks in voice channels count.
    pub(crate) voice: Counting,
}

/// What a member presses in the panel of `/settings`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Setting {
    /// The chosen weekday.
    Weekday,
    /// The chosen number of people.
    People,
    /// The chosen language of direct messages.
    Language,
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
    /// Talks in voice channels count.
    VoiceOn,
    /// They don't.
    VoiceOff,
    /// Ask for zone and time.
    AskWhen,
    /// The written zone and time.
    When,
}
