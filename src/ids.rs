//! Discord's identifiers as Rapport keeps them: one type for each kind of thing, so that a
//! channel can't be passed where a person is meant.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// A Discord snowflake. SQLite's integers are signed; a snowflake stays below 2⁶³ until
        /// the year 2084, so it is kept as it is.
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
    /// A person's Discord account.
    PersonId
    /// A channel of a team, or a direct-message channel.
    ChannelId
    /// A message that Rapport posted.
    MessageId
    /// One use of a command, button, select or modal: the idempotency key of what it writes.
    InteractionId
}
