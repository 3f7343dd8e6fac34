//! What monitoring and the service manager are told while the bot runs.

use std::sync::Arc;

use anyhow::Context as _;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::clock::Clock;
use crate::config::MetricsSettings;
use crate::database::Database;
use crate::health::listener::{Listener, Pages, Sample};
use crate::health::{Health, service};
use crate::nudges;
use crate::telemetry::metrics::{self, NUDGES_DUE};

/// Serves health and metrics, if the operator gave an address, and feeds the service manager's
/// watchdog, both until the result is dropped.
pub(super) async fn begin(
    settings: &MetricsSettings,
    database: &Database,
    health: &Arc<Health>,
    clock: &Arc<dyn Clock>,
) -> anyhow::Result<DropGuard> {
    let stop = CancellationToken::new();
    if let Some(address) = settings.listen {
        let listener = Listener::bind(address).await?;
        let pages = Pages {
            health: Arc::clone(health),
            metrics: metrics::start().context("nothing can be measured")?,
            sample: sample(database.clone(), Arc::clone(clock)),
        };
        tokio::spawn(listener.serve(pages, stop.clone()));
    }
    tokio::spawn(service::feed_watchdog(Arc::clone(health), stop.clone()));
    Ok(stop.drop_guard())
}

fn sample(database: Database, clock: Arc<dyn Clock>) -> Sample {
    Box::new(move || {
        let (database, now) = (database.clone(), clock.now());
        Box::pin(async move {
            metrics::sample_process();
            database.sample();
            let due = nudges::store::count_due(database.readers(), now).await;
            ::metrics::gauge!(NUDGES_DUE).set(due.map_or(f64::NAN, f64::from));
        })
    })
}
