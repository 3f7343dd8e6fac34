//! Tells a service manager how Rapport is, as systemd understands it (`sd_notify`). Without one,
//! nothing is told.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::Health;

#[cfg(target_os = "linux")]
use sd_notify::NotifyState;

/// Rapport has started: its settings and its database are good.
#[cfg(target_os = "linux")]
pub(crate) fn tell_started(status: &str) {
    tell(&[NotifyState::Ready, NotifyState::Status(status)]);
}

/// Rapport is ending.
#[cfg(target_os = "linux")]
pub(crate) fn tell_stopping() {
    tell(&[
        NotifyState::Stopping,
        NotifyState::Status("finishing what is in hand"),
    ]);
}

/// How Rapport is, in a few words for the operator.
#[cfg(target_os = "linux")]
pub(super) fn tell_status(status: &str) {
    tell(&[NotifyState::Status(status)]);
}

/// Feeds the service manager's watchdog, if it has one, while Rapport works. The manager restarts a
/// Rapport that is stuck.
#[cfg(target_os = "linux")]
pub(crate) async fn feed_watchdog(health: Arc<Health>, stop: CancellationToken) {
    let Some(limit) = sd_notify::watchdog_enabled() else {
        return;
    };
    // systemd recommends half the limit. What is left is for the check itself.
    let mut meals = tokio::time::interval(limit / 3);
    while stop.run_until_cancelled(meals.tick()).await.is_some() {
        match health.liveness(limit / 3).await {
            Ok(()) => tell(&[NotifyState::Watchdog]),
            Err(why) => {
                tracing::error!(%why, "stuck; the service manager's watchdog is not fed");
            }
        }
    }
}

#[cfg(target_os = "linux")]
fn tell(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::warn!(%error, "the service manager can't be told how Rapport is");
    }
}

/// Only Linux has this service manager.
#[cfg(not(target_os = "linux"))]
pub(crate) fn tell_started(_: &str) {}

/// Only Linux has this service manager.
#[cfg(not(target_os = "linux"))]
pub(crate) fn tell_stopping() {}

/// Only Linux has this service manager.
#[cfg(not(target_os = "linux"))]
pub(super) fn tell_status(_: &str) {}

/// Only Linux has this service manager.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn feed_watchdog(_: Arc<Health>, _: CancellationToken) {}
