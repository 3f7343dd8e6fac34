//! The `custom_id` of a button, select or form (at most 100 characters) holds its whole state, so
//! that it works after a restart: `1:talked:17:3` is the version, the name, and the fields. A
//! message can stay in a channel for years, so the meaning of an old version must never change.

use std::str::FromStr;

/// The actions of one feature's components.
pub trait CustomId: Sized {
    /// Returns the `custom_id` of this action.
    fn encode(&self) -> String;

    /// Parses the fields of a `custom_id`. `None` if it belongs to another feature or version, or
    /// is not ours.
    fn from_fields(fields: &[&str]) -> Option<Self>;

    /// Parses a `custom_id`.
    #[must_use]
    fn decode(custom_id: &str) -> Option<Self> {
        let fields: Vec<&str> = custom_id.split(':').collect();
        Self::from_fields(&fields)
    }
}

/// Parses a field: a number, or the word of an enum.
#[must_use]
pub(crate) fn field<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}
