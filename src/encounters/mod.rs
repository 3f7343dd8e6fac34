//! Encounters: conversations that happened.

pub mod note;
