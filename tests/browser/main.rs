//! The page in a real browser, used as people use it.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod driver;
mod languages;
mod layout;
mod stranger;
#[path = "../texts/mod.rs"]
mod texts;
mod visit;
