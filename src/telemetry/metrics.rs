//! What Rapport counts and measures, for Prometheus. Labels name kinds of work: never a person, a
//! team or a text.

use std::sync::{Mutex, PoisonError};

use metrics::{describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Seconds from an interaction's arrival until Discord has its first answer, by `kind` and
/// `command`.
pub(crate) const ANSWER_SECONDS: &str = "rapport_answer_seconds";
/// Interactions that ended without an answer, by `kind` and `command`.
pub(crate) const UNANSWERED: &str = "rapport_unanswered_total";
/// Whether each `shard` works: 1 or 0.
pub(crate) const SHARD_CONNECTED: &str = "rapport_shard_connected";
/// Sessions of a `shard`, by `how`: `new` or `resumed`.
pub(crate) const SHARD_CONNECTS: &str = "rapport_shard_connects_total";
/// Ends of messages that Rapport sends unasked, by `kind` and `outcome`.
pub(crate) const DELIVERIES: &str = "rapport_deliveries_total";
/// Nudges whose time has come and that are not sent yet.
pub(crate) const NUDGES_DUE: &str = "rapport_nudges_due";
/// Requests to Discord, by `status`: the HTTP status, or `none` without an answer.
pub(crate) const REQUESTS: &str = "rapport_discord_requests_total";
/// Pieces of work that wait for the writer.
pub(crate) const WRITER_WAITING: &str = "rapport_writer_waiting";
/// Seconds of each transaction, its flush to disk included.
pub(crate) const COMMIT_SECONDS: &str = "rapport_commit_seconds";
/// Transactions that were undone because the file could not be written.
pub(crate) const COMMITS_FAILED: &str = "rapport_commits_failed_total";
/// Length of the database's file, in bytes.
pub(crate) const DATABASE_BYTES: &str = "rapport_database_bytes";
/// Length of the write-ahead log beside it, in bytes.
pub(crate) const LOG_BYTES: &str = "rapport_database_log_bytes";
/// When the newest backup was begun, in seconds since 1970.
pub(crate) const BACKUP_AT: &str = "rapport_backup_timestamp_seconds";
/// Length of the newest backup, in bytes.
pub(crate) const BACKUP_BYTES: &str = "rapport_backup_bytes";
/// Tries to make a backup, or to remove an old one, that failed.
pub(crate) const BACKUPS_FAILED: &str = "rapport_backups_failed_total";
/// Always 1; its label is the `version`.
const BUILD_INFO: &str = "rapport_build_info";

/// Discord waits three seconds for an answer.
const ANSWER_BUCKETS: [f64; 11] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 10.0,
];
const COMMIT_BUCKETS: [f64; 10] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1.0, 5.0,
];

/// What counts and measures in this process.
static STARTED: Mutex<Option<PrometheusHandle>> = Mutex::new(None);

/// Counts and measures from here on, for the whole process. Without it, nothing is counted.
pub(crate) fn start() -> Result<PrometheusHandle, BuildError> {
    let mut started = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*started {
        return Ok(handle.clone());
    }
    let exact = |name: &str| Matcher::Full(name.to_owned());
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(exact(ANSWER_SECONDS), &ANSWER_BUCKETS)?
        .set_buckets_for_metric(exact(COMMIT_SECONDS), &COMMIT_BUCKETS)?
        .install_recorder()?;
    describe();
    metrics_process::Collector::default().describe();
    metrics::gauge!(BUILD_INFO, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    // An alert on its increase needs the zero before the first failure.
    metrics::counter!(COMMITS_FAILED).absolute(0);
    metrics::counter!(BACKUPS_FAILED).absolute(0);
    Ok(started.insert(handle).clone())
}

/// Measures this process: memory, processor time, open files.
pub(crate) fn sample_process() {
    metrics_process::Collector::default().collect();
}

fn describe() {
    describe_gauge!(BUILD_INFO, "The version of Rapport that runs; always 1.");
    describe_histogram!(
        ANSWER_SECONDS,
        "Seconds from an interaction's arrival until Discord had its first answer."
    );
    describe_counter!(UNANSWERED, "Interactions that ended without an answer.");
    describe_gauge!(
        SHARD_CONNECTED,
        "Whether the shard's connection to Discord works: 1 or 0."
    );
    describe_counter!(
        SHARD_CONNECTS,
        "Sessions that Discord began (new) or resumed (resumed)."
    );
    describe_counter!(
        DELIVERIES,
        "Messages sent unasked (nudges, reminders, recaps, introductions): sent, late (15 minutes or more), retried, skipped, \
         dms_closed or refused."
    );
    describe_gauge!(
        NUDGES_DUE,
        "Nudges whose time has come and that are not sent yet."
    );
    describe_counter!(
        REQUESTS,
        "Requests to Discord by the status of the answer; 429 is a rate limit, none is no answer."
    );
    describe_gauge!(
        WRITER_WAITING,
        "Pieces of work that wait for the database's writer; 256 at most."
    );
    describe_histogram!(
        COMMIT_SECONDS,
        "Seconds of each transaction, its flush to disk included."
    );
    describe_counter!(
        COMMITS_FAILED,
        "Transactions that were undone because the file could not be written."
    );
    describe_gauge!(
        BACKUP_AT,
        "When the newest backup was begun, in seconds since 1970."
    );
    describe_gauge!(BACKUP_BYTES, "Length of the newest backup, in bytes.");
    describe_counter!(
        BACKUPS_FAILED,
        "Tries to make a backup, or to remove an old one, that failed."
    );
    describe_gauge!(DATABASE_BYTES, "Length of the database's file, in bytes.");
    describe_gauge!(
        LOG_BYTES,
        "Length of the write-ahead log beside the file, in bytes."
    );
}
