//! Messages that were deleted a moment ago, for requests about them that are still running.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::ids::MessageId;

/// How many deletions to remember for posts whose id is not stored yet.
const DELETIONS: usize = 1_000;

/// Messages that were deleted a moment ago.
#[derive(Default)]
pub(crate) struct DeletedMessages(Mutex<VecDeque<MessageId>>);

impl DeletedMessages {
    /// Notes that the message was deleted.
    pub(crate) fn remember(&self, message: MessageId) {
        let mut deleted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if deleted.len() == DELETIONS {
            deleted.pop_front();
        }
        deleted.push_back(message);
    }

    /// Whether the message was deleted a moment ago.
    #[must_use]
    pub(crate) fn has(&self, message: MessageId) -> bool {
        let deleted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        deleted.contains(&message)
    }
}
