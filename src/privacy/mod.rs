//! What is kept about somebody, and their say over it: to see it, to take it along, to have nobody
//! write more, and to be forgotten.

mod action;
pub mod commands;
pub mod export;
pub mod store;
pub mod view;

/// What is pressed in the panel of `/privacy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Everything about me, in a file.
    Export,
    /// Nobody is to log or be nudged about me.
    DontTrack,
    /// They may again.
    TrackAgain,
    /// To be asked whether to be forgotten.
    AskForget,
    /// Yes, forget me.
    Forget,
    /// No, everything stays.
    Keep,
}

impl Request {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Export,
        Self::DontTrack,
        Self::TrackAgain,
        Self::AskForget,
        Self::Forget,
        Self::Keep,
    ];

    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::DontTrack => "dont-track",
            Self::TrackAgain => "track",
            Self::AskForget => "ask-forget",
            Self::Forget => "forget",
            Self::Keep => "keep",
        }
    }

    /// The request that goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|request| request.as_str() == word)
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
