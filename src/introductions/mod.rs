//! Introductions: those who never talk, put into a private thread for two.

pub mod pairing;
