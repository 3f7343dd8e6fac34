//! Whether an interaction began a write: then the answer to a failure must not say that nothing was
//! kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

tokio::task_local! {
    static WRITES: Arc<AtomicUsize>;
}

/// Runs `work`, inside which [`may_be`] says whether it wrote anything.
pub(crate) async fn watching<T>(work: impl Future<Output = T>) -> T {
    WRITES.scope(Arc::default(), work).await
}

/// Whether a write of this work may have been kept. Outside of [`watching`], always true.
#[must_use]
pub(crate) fn may_be() -> bool {
    let written = WRITES.try_with(|writes| writes.load(Ordering::Relaxed) > 0);
    written.unwrap_or(true)
}

/// Counts a write that begins. It finishes even if its caller stops waiting.
pub(super) fn count() -> Counted {
    let writes = WRITES.try_with(Arc::clone).ok();
    if let Some(writes) = &writes {
        writes.fetch_add(1, Ordering::Relaxed);
    }
    Counted(writes)
}

/// A counted write.
pub(super) struct Counted(Option<Arc<AtomicUsize>>);

/// Removes a failed write from the count.
pub(super) fn uncount(Counted(writes): Counted) {
    if let Some(writes) = writes {
        writes.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_a_failed_write_is_not_counted() {
        assert!(may_be(), "outside of watching");
        watching(async {
            assert!(!may_be());
            let failed = count();
            assert!(may_be(), "under way");
            uncount(failed);
            assert!(!may_be());
            let _kept = count();
            uncount(count());
            assert!(may_be());
        })
        .await;
    }
}
