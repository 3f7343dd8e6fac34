//! The buttons of the question whether talks in voice channels count.

use crate::discord::custom_id::{CustomId, field};
use crate::ids::EncounterId;

/// "Shall talks in voice channels count by themselves?"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Yes; asked below the answer about this encounter.
    Accept(EncounterId),
    /// No thanks.
    Decline(EncounterId),
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::Accept(encounter) => format!("1:voice-yes:{encounter}"),
            Self::Decline(encounter) => format!("1:voice-no:{encounter}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "voice-yes", encounter] => Some(Self::Accept(field(encounter)?)),
            ["1", "voice-no", encounter] => Some(Self::Decline(field(encounter)?)),
            _ => None,
        }
    }
}
