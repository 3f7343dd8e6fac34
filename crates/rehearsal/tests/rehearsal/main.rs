//! The rehearsal Discord, used by a bot that has nothing to do with this one.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod acquaintance;
mod anywhere;
mod bot;
mod client;
mod commands;
#[path = "../description/mod.rs"]
#[expect(
    dead_code,
    reason = "the bot's own tests look for the routes of its requests"
)]
mod description;
mod direct_messages;
mod forms;
mod gateway;
mod guard;
mod hand;
mod house;
mod interactions;
mod layout;
mod layout_limits;
mod limits;
mod localizations;
mod members;
mod openapi;
mod own_threads;
mod page;
mod parts;
mod people;
mod permissions;
mod reactions;
mod reading;
mod refusals;
mod rest;
mod resume;
mod sharding;
mod threads;
mod uploads;
mod visit;
mod voice;
