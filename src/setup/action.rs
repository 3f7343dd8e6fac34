//! What an admin presses in the panel of `/setup`.

use super::{IntroductionsStep, Setup};
use crate::discord::custom_id::{CustomId, field};

impl CustomId for Setup {
    fn encode(&self) -> String {
        format!("1:setup:{self}")
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "setup", word] => field(word),
            _ => None,
        }
    }
}

impl CustomId for IntroductionsStep {
    fn encode(&self) -> String {
        format!("1:setup-intro:{self}")
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "setup-intro", word] => field(word),
            _ => None,
        }
    }
}
