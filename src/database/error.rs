//! Errors of the database, in words for operators.

use std::io::{self, ErrorKind};

use sqlx::error::DatabaseError;
use thiserror::Error;

/// Why a read or a write failed. Operators read it.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A statement failed, and its whole write was undone.
    #[error("the database refused a statement")]
    Statement(#[from] sqlx::Error),
    /// The commit failed, and the whole write was undone.
    #[error("the write could not be brought to disk: {0}")]
    Commit(String),
    /// The writer has ended: Rapport is shutting down, or the write itself panicked.
    #[error("the database is closed for writing")]
    Closed,
    /// The export file could not be written.
    #[error("what was read could not be put into a file")]
    Export(#[source] std::io::Error),
    /// Another connection uses the file, so the log could not be emptied.
    #[error("the write-ahead log could not be emptied: the file is in use")]
    Busy,
    /// SQLite finds the file damaged.
    #[error("the file is damaged, a backup has to take its place: {0}")]
    Damaged(String),
    /// A row has a value that no version of Rapport writes.
    #[error("{table}.{column} holds {value:?}, which is not a {column}")]
    Corrupt {
        /// The row's table.
        table: &'static str,
        /// The value's column.
        column: &'static str,
        /// The value. It is never a note or a kudos text.
        value: String,
    },
}

impl StoreError {
    /// Whether a single row is the cause, so that work on other rows can go on.
    #[must_use]
    pub(crate) fn is_of_one_row(&self) -> bool {
        match self {
            Self::Corrupt { .. } => true,
            Self::Statement(error) => match error {
                sqlx::Error::RowNotFound
                | sqlx::Error::Decode(_)
                | sqlx::Error::ColumnDecode { .. } => true,
                sqlx::Error::Database(error) => error.kind() != sqlx::error::ErrorKind::Other,
                _ => false,
            },
            Self::Commit(_) | Self::Closed | Self::Export(_) | Self::Busy | Self::Damaged(_) => {
                false
            }
        }
    }
}

/// Why the database could not be opened. Operators read it.
#[derive(Debug, Error)]
pub enum OpenError {
    /// `DATABASE_URL` is not the address of an SQLite file.
    #[error("DATABASE_URL is not an SQLite address such as sqlite://data/rapport.db")]
    Address(#[source] sqlx::Error),
    /// `DATABASE_URL` leads to a folder or a device.
    #[error(
        "DATABASE_URL names {file}, which is a folder or a device; it takes sqlite://<path of a \
         file>, like sqlite://data/rapport.db"
    )]
    NotAFile {
        /// The file in the settings.
        file: String,
    },
    /// The file's folder can't be created.
    #[error("cannot create the folder {folder} for the database (DATABASE_URL)")]
    Folder {
        /// The folder in the settings.
        folder: String,
        /// The system's error.
        source: std::io::Error,
    },
    /// The file can't be opened for writing.
    #[error(
        "cannot open the database {file} for writing (DATABASE_URL): check that the file and its \
         folder belong to the user that runs Rapport, and that the disk is not full"
    )]
    Open {
        /// The file in the settings.
        file: String,
        /// SQLite's error.
        source: sqlx::Error,
    },
    /// The file is missing, and the caller does not create it.
    #[error(
        "there is no database {file} here: start this in Rapport's folder, or set DATABASE_URL"
    )]
    Missing {
        /// The file in the settings.
        file: String,
    },
    /// SQLite can't read the file.
    #[error(
        "{file} is no SQLite database, or a damaged one (DATABASE_URL): give another file, or put a \
         backup in its place"
    )]
    Damaged {
        /// The file in the settings.
        file: String,
        /// SQLite's error.
        source: sqlx::Error,
    },
    /// The file is another program's database.
    #[error(
        "{file} is a database, but not one of Rapport's (DATABASE_URL): give it one of its own"
    )]
    Foreign {
        /// The file in the settings.
        file: String,
    },
    /// Another Rapport has the file open: two would send every nudge twice.
    #[error(
        "the database {file} is in use by another Rapport (DATABASE_URL): stop that one first, or \
         give this one a file of its own"
    )]
    InUse {
        /// The file in the settings.
        file: String,
    },
    /// The log beside the file belongs to another file, and SQLite would bring it into this one.
    #[error(
        "{log} does not belong to the database {file} (DATABASE_URL): it was left behind when a copy \
         took the database's place, and would damage it. Move it and the -shm file beside it away, \
         and start again"
    )]
    ForeignLog {
        /// The file in the settings.
        file: String,
        /// The log beside the file.
        log: String,
    },
    /// A Rapport of another version, with other tables, has the file open.
    #[error(
        "the database {file} is in use by a Rapport of another version (DATABASE_URL): use that \
         version for this, or stop it first"
    )]
    OtherVersion {
        /// The file in the settings.
        file: String,
    },
    /// A later version of Rapport wrote to the file.
    #[error(
        "the database {file} was written by a newer version of Rapport: run that version, or \
         restore a backup from before it"
    )]
    Newer {
        /// The file in the settings.
        file: String,
    },
    /// The file's tables can't be migrated to this version.
    #[error("cannot bring the database {file} to this version's tables")]
    Migrate {
        /// The file in the settings.
        file: String,
        /// The migration's error.
        source: sqlx::migrate::MigrateError,
    },
}

impl OpenError {
    /// Whether the operator has to give another `DATABASE_URL`, or rights at its place: every start
    /// fails in the same way until then.
    #[must_use]
    pub fn is_configuration(&self) -> bool {
        match self {
            Self::Address(_)
            | Self::NotAFile { .. }
            | Self::Missing { .. }
            | Self::Foreign { .. } => true,
            Self::Folder { source, .. } => is_of_the_path(source),
            Self::Open { source, .. } => match source {
                sqlx::Error::Io(error) => is_of_the_path(error),
                sqlx::Error::Database(error) => is_read_only(error.as_ref()),
                _ => false,
            },
            Self::Damaged { .. }
            | Self::InUse { .. }
            | Self::ForeignLog { .. }
            | Self::OtherVersion { .. }
            | Self::Newer { .. }
            | Self::Migrate { .. } => false,
        }
    }
}

/// Whether the path or its permissions are the cause. A full or broken disk is not.
fn is_of_the_path(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound
            | ErrorKind::AlreadyExists
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory
            | ErrorKind::InvalidFilename
            | ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
    )
}

/// SQLite's code for a file that this user may only read.
fn is_read_only(error: &dyn DatabaseError) -> bool {
    error.code().as_deref() == Some("8")
}
