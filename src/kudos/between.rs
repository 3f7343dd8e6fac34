//! How often two people thanked each other.

use super::store::Between;
use crate::language::{Text, text};

/// How often each of the two thanked the other, in a sentence; `None` if never.
#[must_use]
pub(crate) fn thanks(between: Between) -> Option<Text> {
    match (between.given, between.received) {
        (0, 0) => None,
        (given, 0) => Some(text!("thanks-given", given)),
        (0, received) => Some(text!("thanks-received", received)),
        (given, received) => Some(text!("thanks-both", given, received)),
    }
}

/// The same for their kudos since they last talked.
#[must_use]
pub(crate) fn thanks_since(between: Between) -> Option<Text> {
    match (between.given, between.received) {
        (0, 0) => None,
        (given, 0) => Some(text!("thanks-given-since", given)),
        (0, received) => Some(text!("thanks-received-since", received)),
        (given, received) => Some(text!("thanks-both-since", given, received)),
    }
}
