//! The measured values, as the table of BENCHMARKS.md.

use std::time::Duration;

/// The values of one bot.
pub(crate) struct Measured {
    /// From its start until READY.
    pub(crate) start: Duration,
    /// Memory after READY and one command.
    pub(crate) memory: Memory,
    /// Answers per second, with many people at once.
    pub(crate) throughput: f64,
    /// The bot's own processor time for one answer.
    pub(crate) processor_time: Duration,
    /// The answer times of many people at once, sorted.
    pub(crate) busy: Vec<Duration>,
    /// The answer times at a hundred commands a second, sorted.
    pub(crate) paced: Vec<Duration>,
    /// The share of a core that a thousand messages a second take.
    pub(crate) chatter: f64,
    /// Memory at the end.
    pub(crate) memory_after: Memory,
}

/// The memory of a process, in bytes.
pub(crate) struct Memory {
    /// With the pages of files that it has mapped.
    pub(crate) resident: u64,
    /// Its own: `Anonymous` in `/proc/<pid>/smaps_rollup`.
    pub(crate) own: u64,
}

/// Both bots side by side.
pub(crate) fn table(nothing: &Measured, rapport: &Measured) -> String {
    let mut lines = vec![
        "| | does nothing | Rapport | ratio |".to_owned(),
        "|---|---:|---:|---:|".to_owned(),
    ];
    let mut row = |what: &str, of: &dyn Fn(&Measured) -> f64, unit: &str| {
        let (theirs, ours) = (of(nothing), of(rapport));
        let ratio = ours / theirs;
        lines.push(format!(
            "| {what} | {theirs:.1} {unit} | {ours:.1} {unit} | {ratio:.2} |"
        ));
    };
    row("start to READY", &|it| milliseconds(it.start), "ms");
    row(
        "memory when idle",
        &|it| megabytes(it.memory.resident),
        "MB",
    );
    row("own memory when idle", &|it| megabytes(it.memory.own), "MB");
    row("32 in flight: answered", &|it| it.throughput, "/s");
    row(
        "32 in flight: median",
        &|it| milliseconds(percentile(&it.busy, 50)),
        "ms",
    );
    row(
        "32 in flight: p99",
        &|it| milliseconds(percentile(&it.busy, 99)),
        "ms",
    );
    row(
        "processor time of the bot for each",
        &|it| milliseconds(it.processor_time),
        "ms",
    );
    row(
        "100 a second: median",
        &|it| milliseconds(percentile(&it.paced, 50)),
        "ms",
    );
    row(
        "100 a second: p99",
        &|it| milliseconds(percentile(&it.paced, 99)),
        "ms",
    );
    row(
        "1,000 messages a second: of a core",
        &|it| it.chatter * 100.0,
        "%",
    );
    row(
        "memory afterwards",
        &|it| megabytes(it.memory_after.resident),
        "MB",
    );
    row(
        "own memory afterwards",
        &|it| megabytes(it.memory_after.own),
        "MB",
    );
    lines.join("\n")
}

/// The times of flushes, sorted, as the line below the table.
pub(crate) fn flushes(sorted: &[Duration]) -> String {
    let [median, p99] = [50, 99].map(|percent| milliseconds(percentile(sorted, percent)));
    format!("A flush of this disk, 100 a second: median {median:.1} ms, p99 {p99:.1} ms")
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() - 1) * percent / 100]
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no process here has more bytes than a float counts"
)]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
