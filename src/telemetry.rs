//! Log lines on standard error.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSettings};

/// Sends what is traced to standard error from here on: colours only for a terminal, which may
/// refuse them by `NO_COLOR`.
///
/// Does nothing when something receives traces already, as in a test.
pub fn start(settings: &LogSettings) {
    // The settings were checked; were the filter wrong all the same, errors are still shown.
    let filter = EnvFilter::try_new(&settings.filter).unwrap_or_default();
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = match settings.format {
        LogFormat::Text => lines.with_ansi(colours()).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    drop(started);
}

fn colours() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !refused
}
