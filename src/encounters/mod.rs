//! Encounters: conversations that happened.

pub mod ago;
pub mod note;
pub mod when;
