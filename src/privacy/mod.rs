//! What Rapport stores about a member, and their control over it: to see it, to export it, not to
//! be tracked, and to be forgotten.

mod action;
pub(crate) mod commands;
pub(crate) mod export;
pub(crate) mod store;
pub(crate) mod view;

use strum::{Display, EnumString, VariantArray};

/// What a member presses in the panel of `/privacy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Request {
    /// Export everything about me.
    Export,
    /// Don't track me.
    DontTrack,
    /// Track me again.
    #[strum(serialize = "track")]
    TrackAgain,
    /// Ask whether to forget me.
    AskForget,
    /// Yes, forget me.
    Forget,
    /// No, keep everything.
    Keep,
}

/// How much is stored about a person in one team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct StoredCounts {
    /// Encounters they took part in.
    pub(crate) encounters: i64,
    /// Notes they wrote.
    pub(crate) notes: i64,
    /// People they have a tie with.
    pub(crate) ties: i64,
    /// Contacts they keep outside the server.
    pub(crate) contacts: i64,
    /// Nudges made for them.
    pub(crate) nudges: i64,
    /// Reminders they asked for.
    pub(crate) reminders: i64,
    /// Introductions they were in.
    pub(crate) introductions: i64,
    /// Kudos they gave.
    pub(crate) given: i64,
    /// Kudos they received.
    pub(crate) received: i64,
}
