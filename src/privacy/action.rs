//! What a member presses in the panel of `/privacy`.

use super::Request;
use crate::discord::custom_id::CustomId;

impl CustomId for Request {
    fn encode(&self) -> String {
        format!("1:privacy:{}", self.as_str())
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "privacy", word] => Self::parse(word),
            _ => None,
        }
    }
}
