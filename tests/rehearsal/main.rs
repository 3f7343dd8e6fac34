//! The rehearsal Discord, used by a bot that has nothing to do with this one.

mod bot;
mod client;
mod gateway;
mod house;
mod limits;
mod people;
mod rest;
