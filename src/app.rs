//! The bot as a whole: from settings to a running connection.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::config::Settings;

/// Runs until `stop` is cancelled, then finishes what is in hand.
pub async fn run(
    _settings: Settings,
    _clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    stop.cancelled().await;
    Ok(())
}

/// Logs in and looks at the database without running; returns what was found, for the operator.
pub async fn check(settings: Settings) -> anyhow::Result<String> {
    std::future::ready(Ok(settings.database_url)).await
}
