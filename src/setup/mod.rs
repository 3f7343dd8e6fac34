//! `/setup`: one panel with what holds for a whole team.

mod action;
pub mod commands;
pub mod view;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::ids::ChannelId;

/// What a roster can be, by what Discord tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rosters {
    /// The members of a role: Discord tells who they are.
    ByRole,
    /// The same, but the role that was chosen is no more.
    RoleGone,
    /// Only who uses Rapport is known: the members intent is off.
    Unknown,
}

/// The recap's channel, by what Discord tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecapChannel {
    /// None is chosen.
    None,
    /// The recap is posted there.
    There(ChannelId),
    /// It was deleted.
    Deleted,
    /// Rapport can't see it any more.
    Hidden(ChannelId),
}

/// What is pressed in the panel of `/setup`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Setup {
    /// The circle chosen.
    Circle,
    /// The recap's channel chosen.
    RecapChannel,
    /// The recap's day chosen.
    #[strum(serialize = "recap-day")]
    RecapWeekday,
    /// No recap.
    NoRecap,
    /// Kudos, yes.
    KudosOn,
    /// Kudos, no.
    KudosOff,
    /// Leaderboards, yes.
    #[strum(serialize = "boards-on")]
    LeaderboardsOn,
    /// Leaderboards, no.
    #[strum(serialize = "boards-off")]
    LeaderboardsOff,
    /// To be asked for zone and allowance.
    AskNumbers,
    /// Zone and allowance, as written.
    Numbers,
    /// The roster's role chosen.
    RosterRole,
    /// No role.
    NoRoster,
}

impl Setup {
    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}
