//! What Discord takes and what it refuses, judged on the JSON that it was sent.

pub(super) mod commands;
mod components;
mod embeds;
pub(super) mod files;
pub(super) mod messages;
pub(super) mod replies;

pub(super) use components::filled_in;
