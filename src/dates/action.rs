//! The button below a date.

use super::Occasion;
use crate::discord::custom_id::{CustomId, field};

/// What a member presses below a date of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Remove it.
    Remove(Occasion),
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::Remove(occasion) => format!("1:date-remove:{occasion}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "date-remove", occasion] => field(occasion).map(Self::Remove),
            _ => None,
        }
    }
}
