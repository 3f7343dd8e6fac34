//! What happened a moment ago, for work that is still running.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many to remember.
const REMEMBERED: usize = 1_000;

/// The last [`REMEMBERED`] of something: messages that were deleted, accounts that are bots.
pub(crate) struct Recent<T>(Mutex<VecDeque<T>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: PartialEq> Recent<T> {
    /// Remembers `item`.
    pub(crate) fn remember(&self, item: T) {
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if recent.len() == REMEMBERED {
            recent.pop_front();
        }
        recent.push_back(item);
    }

    /// Whether `item` is remembered.
    #[must_use]
    pub(crate) fn has(&self, item: &T) -> bool {
        let recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        recent.contains(item)
    }
}
