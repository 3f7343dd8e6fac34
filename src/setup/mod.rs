//! `/setup`: one panel with what holds for a whole team.

mod action;
pub mod commands;
pub mod view;

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

/// What is pressed in the panel of `/setup`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setup {
    /// The circle chosen.
    Circle,
    /// The recap's channel chosen.
    RecapChannel,
    /// The recap's day chosen.
    RecapWeekday,
    /// No recap.
    NoRecap,
    /// Kudos, yes.
    KudosOn,
    /// Kudos, no.
    KudosOff,
    /// Leaderboards, yes.
    LeaderboardsOn,
    /// Leaderboards, no.
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
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Circle,
        Self::RecapChannel,
        Self::RecapWeekday,
        Self::NoRecap,
        Self::KudosOn,
        Self::KudosOff,
        Self::LeaderboardsOn,
        Self::LeaderboardsOff,
        Self::AskNumbers,
        Self::Numbers,
        Self::RosterRole,
        Self::NoRoster,
    ];

    /// The word for it in a component.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::RecapChannel => "recap-channel",
            Self::RecapWeekday => "recap-day",
            Self::NoRecap => "no-recap",
            Self::KudosOn => "kudos-on",
            Self::KudosOff => "kudos-off",
            Self::LeaderboardsOn => "boards-on",
            Self::LeaderboardsOff => "boards-off",
            Self::AskNumbers => "ask-numbers",
            Self::Numbers => "numbers",
            Self::RosterRole => "roster-role",
            Self::NoRoster => "no-roster",
        }
    }

    /// What goes by this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setup| setup.as_str() == word)
    }
}
