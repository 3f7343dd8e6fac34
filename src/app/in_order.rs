//! Handles what concerns one message in the order in which it happened.

use tokio::sync::{Mutex, MutexGuard};

use crate::ids::MessageId;

/// How many messages are handled at once, at most.
const LANES: usize = 64;

/// Events about one message wait for each other. Some share a lane with another message.
pub(crate) struct InOrder([Mutex<()>; LANES]);

impl Default for InOrder {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Mutex::default()))
    }
}

impl InOrder {
    /// Waits until everything about `message` that came before is handled. The turn ends when the
    /// result is dropped.
    pub(crate) async fn turn(&self, message: MessageId) -> MutexGuard<'_, ()> {
        // The lower bits count messages of one millisecond, so the upper ones are mixed in.
        let mixed = message.0.cast_unsigned() ^ (message.0.cast_unsigned() >> 22);
        let lane = usize::try_from(mixed % (LANES as u64)).unwrap_or_default();
        self.0[lane].lock().await
    }
}
