//! `/setup`: one panel with the settings of the whole team.

mod action;
pub(crate) mod commands;
pub(crate) mod introductions;
pub(crate) mod view;

use strum::{Display, EnumString, VariantArray};

use crate::discord::emoji::Emoji;
use crate::ids::ChannelId;

/// The possible rosters, according to Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PossibleRosters {
    /// The members of a role: Discord lists them.
    ByRole,
    /// The same, but the chosen role was deleted.
    RoleGone,
    /// Only people who use Rapport: the members intent is off.
    Unknown,
}

/// The recap's channel, according to Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecapChannel {
    /// None chosen.
    None,
    /// Rapport posts the recap there.
    There(ChannelId),
    /// It was deleted.
    Deleted,
    /// Rapport can no longer see it.
    Hidden(ChannelId),
}

/// The emoji that thanks, according to Discord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ThanksEmoji {
    /// None chosen.
    None,
    /// Reacting with it thanks.
    There(Emoji),
    /// It was deleted from the server.
    Deleted,
}

/// What an admin presses in the panel of `/setup`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum Setup {
    /// The chosen circle.
    Circle,
    /// The chosen language of posts.
    Language,
    /// The chosen recap channel.
    RecapChannel,
    /// The chosen recap weekday.
    #[strum(serialize = "recap-day")]
    RecapWeekday,
    /// No recap.
    NoRecap,
    /// Kudos on.
    KudosOn,
    /// Kudos off.
    KudosOff,
    /// Leaderboards on.
    #[strum(serialize = "boards-on")]
    LeaderboardsOn,
    /// Leaderboards off.
    #[strum(serialize = "boards-off")]
    LeaderboardsOff,
    /// Talks in voice channels count, for members who want that.
    VoiceOn,
    /// They don't, for nobody.
    VoiceOff,
    /// Ask for zone and allowance.
    AskNumbers,
    /// The written zone and allowance.
    Numbers,
    /// Ask for the emoji that thanks.
    AskReaction,
    /// The written emoji that thanks.
    Reaction,
    /// The chosen roster role.
    RosterRole,
    /// No role.
    NoRoster,
}

/// What an admin presses in the panel of introductions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum IntroductionsStep {
    /// Show the panel.
    Open,
    /// The chosen channel.
    Channel,
    /// The chosen number of weeks.
    Every,
    /// The chosen weekday.
    Weekday,
    /// The chosen hour.
    Hour,
    /// No introductions.
    End,
    /// Show the panel of `/setup`.
    Back,
}
