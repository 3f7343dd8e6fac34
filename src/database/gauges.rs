//! Measures the file and the queue of its writer, for the operator.

use super::Database;
use crate::telemetry::metrics::{DATABASE_BYTES, LOG_BYTES, WRITER_WAITING};

impl Database {
    /// Sets the gauges of the database.
    pub(crate) fn sample(&self) {
        metrics::gauge!(WRITER_WAITING).set(as_float(self.writer.waiting() as u64));
        if let Ok([database, log]) = self.place.lengths() {
            metrics::gauge!(DATABASE_BYTES).set(as_float(database));
            metrics::gauge!(LOG_BYTES).set(as_float(log));
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "Prometheus counts in floats; no file has 2^53 bytes"
)]
fn as_float(count: u64) -> f64 {
    count as f64
}
