//! What a member presses in the panel of `/privacy`.

use super::Request;
use crate::discord::custom_id::{CustomId, field};

impl CustomId for Request {
    fn encode(&self) -> String {
        format!("1:privacy:{self}")
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        match *fields {
            ["1", "privacy", word] => field(word),
            _ => None,
        }
    }
}
