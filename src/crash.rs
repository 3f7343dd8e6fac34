//! Points at which a test has the process killed, as abruptly as a power cut would. They are in builds
//! with the feature `failpoints` alone, and do nothing there unless the variable `FAILPOINTS` says so:
//! `FAILPOINTS="delivery::sent=3*off->return"` kills it the fourth time it comes by.

/// All of them, along the way of a nudge, a recap, a `/met` and a `/kudos`.
pub const POINTS: [&str; 15] = [
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
];

/// The process comes by the point of this name.
#[cfg(feature = "failpoints")]
pub(crate) fn point(name: &'static str) {
    debug_assert!(POINTS.contains(&name), "{name} is not in the list");
    fail::fail_point!(name, |_| die());
}

/// SIGKILL: no handler hears it, and no thread does anything after it.
#[cfg(feature = "failpoints")]
fn die() {
    let killed =
        rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    // It is not come by unless the system refused.
    tracing::error!(?killed, "not killed");
    std::process::abort();
}

/// The process comes by the point of this name, which is nothing in this build.
#[cfg(not(feature = "failpoints"))]
#[inline]
pub(crate) fn point(_: &'static str) {}

/// Takes up what `FAILPOINTS` says; to be kept until the process ends.
#[cfg(feature = "failpoints")]
#[must_use]
pub fn from_environment() -> impl Drop {
    fail::FailScenario::setup()
}
