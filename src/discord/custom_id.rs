//! What a button, select or form carries in its `custom_id` (at most 100 characters), so that it
//! outlives the process: `1:talked:17:3` is the version, the name, and the fields. A message can stay
//! in a channel for years, hence the version: what an old one means must never change.

use std::str::FromStr;

/// What the components of one feature ask for.
pub trait CustomId: Sized {
    /// The `custom_id` that carries this.
    fn encode(&self) -> String;

    /// What these fields of a `custom_id` carry; `None` if it is another feature's, from another
    /// version, or not ours.
    fn from_fields(fields: &[&str]) -> Option<Self>;

    /// What `custom_id` carries.
    #[must_use]
    fn decode(custom_id: &str) -> Option<Self> {
        let fields: Vec<&str> = custom_id.split(':').collect();
        Self::from_fields(&fields)
    }
}

/// A number in a field.
#[must_use]
pub fn number<T: FromStr>(field: &str) -> Option<T> {
    field.parse().ok()
}
