//! What Rapport stores about a member, and their control over it: to see it, to export it, not to
//! be tracked, and to be forgotten.

mod action;
pub mod commands;
pub mod export;
pub mod store;
pub mod view;

use strum::{Display, EnumString, VariantArray};

/// What a member presses in the panel of `/privacy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Request {
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
pub struct Kept {
    /// Encounters they took part in.
    pub encounters: i64,
    /// Notes they wrote.
    pub notes: i64,
    /// People they have a tie with.
    pub ties: i64,
    /// Nudges made for them.
    pub nudges: i64,
    /// Kudos they gave.
    pub given: i64,
    /// Kudos they received.
    pub received: i64,
}
