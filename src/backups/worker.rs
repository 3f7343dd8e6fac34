//! Makes the backups that are due, and removes old ones after a new one is there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;
use tokio_util::sync::CancellationToken;

use super::{moment_of, name_of, next_due, outdated};
use crate::app::App;
use crate::config::{BackupSettings, ConfigError, Settings};
use crate::database::{self, BackupError, StoreResult};
use crate::telemetry::metrics::{BACKUP_AT, BACKUP_BYTES, BACKUPS_FAILED};
use crate::telemetry::{OngoingProblem, chain};
use crate::worker::{Pass, Worker};

/// How long to wait after a backup failed, if the next is not due earlier.
const PAUSE: TimeDelta = TimeDelta::hours(1);

/// Why there is no new backup, or an old one is left.
#[derive(Debug, Error)]
enum Failed {
    /// The copy could not be made.
    #[error(transparent)]
    Copy(#[from] BackupError),
    /// The folder can't be read.
    #[error("{0} can't be read")]
    Folder(PathBuf, #[source] io::Error),
    /// An old backup can't be removed.
    #[error("{0} is older than backup.keep allows, and can't be removed")]
    Old(PathBuf, #[source] io::Error),
}

/// The worker that makes backups.
pub(crate) struct Backups {
    folder: PathBuf,
    every: TimeDelta,
    keep: usize,
    database_url: String,
    failure: OngoingProblem,
}

impl Backups {
    /// Makes the folder and checks that it can be written. Returns `None` if the operator wants no
    /// backups.
    pub(crate) fn prepare(settings: &Settings) -> Result<Option<Self>, ConfigError> {
        let BackupSettings {
            folder,
            every,
            keep,
        } = settings.backup.clone();
        let Some(folder) = folder else {
            return Ok(None);
        };
        if let Err(error) = database::prepare_backups(&folder) {
            return Err(ConfigError::BackupFolder {
                folder,
                cause: error.to_string(),
            });
        }
        Ok(Some(Self {
            folder,
            every,
            keep,
            database_url: settings.database_url.clone(),
            failure: OngoingProblem::default(),
        }))
    }

    /// Checks that [`Self::prepare`] would succeed. Makes nothing.
    pub(crate) fn check(settings: &Settings) -> Result<(), ConfigError> {
        let Some(folder) = settings.backup.folder.clone() else {
            return Ok(());
        };
        database::try_folder(&folder).map_err(|error| ConfigError::BackupFolder {
            folder,
            cause: error.to_string(),
        })
    }

    /// Makes a backup if one is due, and removes those that are too old. Returns when the next is
    /// due.
    async fn work(&self, now: DateTime<Utc>) -> Result<DateTime<Utc>, Failed> {
        let mut due = next_due(&made(&self.folder)?, self.every, now);
        if due <= now {
            let copy = self.path_of(now);
            database::backup(&self.database_url, &copy).await?;
            tracing::info!(file = %copy.display(), "made a backup");
            due = now + self.every;
        }
        // A backup has its name only after it was verified, so only now an old one can go.
        for old in outdated(made(&self.folder)?, self.keep, now) {
            let old = self.path_of(old);
            fs::remove_file(&old).map_err(|error| Failed::Old(old, error))?;
        }
        self.measure(now)?;
        Ok(due)
    }

    /// Tells monitoring of the newest backup.
    fn measure(&self, now: DateTime<Utc>) -> Result<(), Failed> {
        let newest = made(&self.folder)?.into_iter().filter(|it| *it <= now);
        let Some(newest) = newest.max() else {
            return Ok(());
        };
        let length = fs::metadata(self.path_of(newest)).map(|it| it.len());
        metrics::gauge!(BACKUP_AT).set(as_float(newest.timestamp()));
        metrics::gauge!(BACKUP_BYTES).set(as_float(length.unwrap_or_default().cast_signed()));
        Ok(())
    }

    fn path_of(&self, moment: DateTime<Utc>) -> PathBuf {
        self.folder.join(name_of(moment))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "Prometheus counts in floats; neither a time nor a length reaches 2^53"
)]
fn as_float(count: i64) -> f64 {
    count as f64
}

/// When each backup in the folder was begun.
fn made(folder: &Path) -> Result<Vec<DateTime<Utc>>, Failed> {
    let unread = |error| Failed::Folder(folder.to_owned(), error);
    let mut made = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let name = entry.map_err(unread)?.file_name();
        made.extend(moment_of(&name.to_string_lossy()));
    }
    Ok(made)
}

#[async_trait::async_trait]
impl Worker for Backups {
    const NAME: &'static str = "backups";
    const PAUSE: TimeDelta = PAUSE;

    /// A failed backup is tried again and stops nothing else.
    async fn pass(&mut self, app: &App, stop: &CancellationToken) -> StoreResult<Pass> {
        let now = app.now();
        let next = match stop.run_until_cancelled(self.work(now)).await {
            Some(Ok(next)) => {
                if self.failure.ends() {
                    tracing::info!("backups are made again");
                }
                next
            }
            Some(Err(error)) => {
                metrics::counter!(BACKUPS_FAILED).increment(1);
                if self.failure.begins() {
                    tracing::error!(error = %chain(&error), "no new backup; trying until there is one");
                }
                now + PAUSE.min(self.every)
            }
            None => return Ok(Pass::Drained(None)),
        };
        Ok(Pass::Drained(Some(next)))
    }
}
