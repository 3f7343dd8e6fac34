//! Whether anything that an interaction wrote was kept: an apology must not deny it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

tokio::task_local! {
    static WRITES: Arc<AtomicUsize>;
}

/// Does `work`, within which [`may_be`] tells whether it wrote anything.
pub async fn watching<T>(work: impl Future<Output = T>) -> T {
    WRITES.scope(Arc::default(), work).await
}

/// Whether anything may be kept of what this work wrote. Nobody knows where nobody is watching.
#[must_use]
pub fn may_be() -> bool {
    let written = WRITES.try_with(|writes| writes.load(Ordering::Relaxed) > 0);
    written.unwrap_or(true)
}

/// A write begins. It is counted from here on, as it goes on if nobody waits for it any more.
pub(super) fn count() -> Counted {
    let writes = WRITES.try_with(Arc::clone).ok();
    if let Some(writes) = &writes {
        writes.fetch_add(1, Ordering::Relaxed);
    }
    Counted(writes)
}

/// A write that is counted.
pub(super) struct Counted(Option<Arc<AtomicUsize>>);

/// Nothing of the write was kept.
pub(super) fn take_off(Counted(writes): Counted) {
    if let Some(writes) = writes {
        writes.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_a_write_that_failed_leaves_nothing() {
        assert!(may_be(), "nobody watches");
        watching(async {
            assert!(!may_be());
            let failed = count();
            assert!(may_be(), "under way");
            take_off(failed);
            assert!(!may_be());
            let _kept = count();
            take_off(count());
            assert!(may_be());
        })
        .await;
    }
}
