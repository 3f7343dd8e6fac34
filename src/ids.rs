//! Identifiers: one type for each kind of thing, so that no channel can be passed as a person.
//! Discord's ids are snowflakes, Rapport's own are row numbers.
//!
//! SQLite's integers are signed. A snowflake stays below 2⁶³ until the year 2084, so it is stored
//! unchanged.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            sqlx::Type,
        )]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A team: the Discord server (guild) that Rapport was added to.
    TeamId
    /// A person: a Discord account, or a member's contact, whose id is negative.
    PersonId
    /// A channel of a team, or a direct-message channel.
    ChannelId
    /// A role of a team.
    RoleId
    /// An emoji of a server.
    EmojiId
    /// A message that Rapport posted.
    MessageId
    /// One use of a command, button, select or modal: the idempotency key of what it writes.
    InteractionId
    /// A conversation that was logged.
    EncounterId
    /// A weekly nudge.
    NudgeId
    /// A reminder of a person.
    ReminderId
    /// A public thank-you.
    KudosId
    /// A week's recap of kudos.
    RecapId
    /// A round of introductions.
    RoundId
    /// Two or three members introduced to each other.
    IntroductionId
}

impl PersonId {
    /// Stands for a person who asked to be forgotten: what others keep is then from "someone".
    /// Discord never issues the id zero.
    pub(crate) const FORGOTTEN: Self = Self(0);

    /// Whether this is a member's contact, who has no account: only that member knows the id.
    #[must_use]
    pub(crate) const fn is_contact(self) -> bool {
        self.0 < 0
    }
}

/// A member: a person in a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberKey {
    /// The team.
    pub team: TeamId,
    /// The person.
    pub person: PersonId,
}

/// Milliseconds from 1970 to the first moment of 2015, from which snowflakes count.
const DISCORD_EPOCH: i64 = 1_420_070_400_000;

impl TeamId {
    /// This person in this team.
    #[must_use]
    pub const fn member(self, person: PersonId) -> MemberKey {
        MemberKey { team: self, person }
    }

    /// When the server was created: a snowflake's upper bits are its time in milliseconds. Source:
    /// Discord's reference, "Snowflakes".
    #[must_use]
    pub(crate) fn created_at(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis((self.0 >> 22) + DISCORD_EPOCH).unwrap_or_default()
    }
}

impl MessageId {
    /// The lowest id that a message of this instant can have.
    #[must_use]
    pub(crate) fn first_at(instant: DateTime<Utc>) -> Self {
        Self((instant.timestamp_millis() - DISCORD_EPOCH).max(0) << 22)
    }
}

impl ChannelId {
    /// The lowest id that a channel or thread of this instant can have.
    #[must_use]
    pub(crate) fn first_at(instant: DateTime<Utc>) -> Self {
        Self(MessageId::first_at(instant).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snowflake_contains_its_time() {
        // The example in Discord's reference.
        let created = TeamId(175_928_847_299_117_063).created_at();
        assert_eq!(created.to_rfc3339(), "2016-04-30T11:18:25.796+00:00");
    }
}
