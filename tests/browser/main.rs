//! The page in a real browser, used as people use it.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod driver;
mod layout;
mod stranger;
mod visit;
