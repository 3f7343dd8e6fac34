//! Fail points: tests use them to kill the process as abruptly as a power cut would. They exist
//! only in builds with the feature `failpoints`, and only act if the variable `FAILPOINTS` says so:
//! `FAILPOINTS="delivery::sent=3*off->return"` kills the process the fourth time it reaches that
//! point.

/// All fail points, along the steps of a nudge, a recap, a `/met`, a `/kudos` and an introduction.
pub const POINTS: [&str; 18] = [
    "writer::begin",
    "writer::row",
    "writer::piece",
    "writer::commit",
    "writer::committed",
    "delivery::claim",
    "delivery::claimed",
    "delivery::drawn",
    "delivery::sent",
    "delivery::marked",
    "request::made",
    "request::answered",
    "answer::due",
    "kudos::given",
    "kudos::posted",
    "introductions::pair",
    "introductions::made",
    "introductions::stored",
];

/// A fail point of this name.
#[cfg(feature = "failpoints")]
pub(crate) fn point(name: &'static str) {
    debug_assert!(POINTS.contains(&name), "{name} is not in the list");
    fail::fail_point!(name, |_| die());
}

/// Sends SIGKILL: no handler runs, and no thread does anything after it.
#[cfg(feature = "failpoints")]
fn die() {
    let killed =
        rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    // This line runs only if the system refused the signal.
    tracing::error!(?killed, "not killed");
    std::process::abort();
}

/// A fail point of this name, which does nothing in this build.
#[cfg(not(feature = "failpoints"))]
#[inline]
pub(crate) fn point(_: &'static str) {}

/// Reads `FAILPOINTS`. Keep the result until the process ends.
#[cfg(feature = "failpoints")]
#[must_use]
pub fn from_environment() -> impl Drop {
    fail::FailScenario::setup()
}
