//! What is kept about somebody, and their say over it: to see it, to take it along, to have nobody
//! write more, and to be forgotten.

mod action;
pub mod commands;
pub mod export;
pub mod store;
pub mod view;

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What is pressed in the panel of `/privacy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Request {
    /// Everything about me, in a file.
    Export,
    /// Nobody is to log or be nudged about me.
    DontTrack,
    /// They may again.
    #[strum(serialize = "track")]
    TrackAgain,
    /// To be asked whether to be forgotten.
    AskForget,
    /// Yes, forget me.
    Forget,
    /// No, everything stays.
    Keep,
}

impl Request {
    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The request that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// How much is kept about somebody in one team.
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
