//! Measures how long people wait for the first answer to an interaction.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::telemetry::metrics::{ANSWER_SECONDS, UNANSWERED};

tokio::task_local! {
    static ASKED: Asked;
}

/// An interaction that waits for its answer.
pub(crate) struct Asked {
    began: Instant,
    kind: &'static str,
    command: String,
    answered: AtomicBool,
}

impl Asked {
    /// An interaction that arrives now. `kind` and `command` are its labels.
    pub(crate) fn now(kind: &'static str, command: String) -> Self {
        Self {
            began: Instant::now(),
            kind,
            command,
            answered: AtomicBool::new(false),
        }
    }

    /// Runs the work that answers it.
    pub(crate) async fn answered_by<T>(self, work: impl Future<Output = T>) -> T {
        ASKED
            .scope(self, async {
                let done = work.await;
                ASKED.with(Self::end);
                done
            })
            .await
    }

    fn answer(&self) {
        if self.answered.swap(true, Ordering::Relaxed) {
            return;
        }
        let command = self.command.clone();
        metrics::histogram!(ANSWER_SECONDS, "kind" => self.kind, "command" => command)
            .record(self.began.elapsed());
    }

    fn end(&self) {
        if !self.answered.load(Ordering::Relaxed) {
            let command = self.command.clone();
            metrics::counter!(UNANSWERED, "kind" => self.kind, "command" => command).increment(1);
        }
    }
}

/// Discord has the first answer to the interaction of this task.
pub(crate) fn answered() {
    // Outside of an interaction, nobody waits.
    let _ = ASKED.try_with(Asked::answer);
}
