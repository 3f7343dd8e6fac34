//! What an admin presses in the panel of `/setup`.

use super::Setup;
use crate::discord::custom_id::CustomId;

impl CustomId for Setup {
    fn encode(&self) -> String {
        format!("1:setup:{}", self.as_str())
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "setup", word] => Self::parse(word),
            _ => None,
        }
    }
}
