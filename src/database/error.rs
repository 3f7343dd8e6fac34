//! How the database fails, in words for operators.

use thiserror::Error;

/// Why a read or a write failed; operators read it.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A statement failed; nothing of its write was kept.
    #[error("the database refused a statement")]
    Statement(#[from] sqlx::Error),
    /// The statements worked but could not be brought to disk; nothing of the write was kept.
    #[error("the write could not be brought to disk: {0}")]
    Commit(String),
    /// The writer is gone: Rapport is shutting down, or the write itself panicked.
    #[error("the database is closed for writing")]
    Closed,
    /// What was read could not be written into a file for who asked.
    #[error("what was read could not be put into a file")]
    Export(#[source] std::io::Error),
    /// Somebody else kept the file busy, so the log could not be emptied.
    #[error("the write-ahead log could not be emptied: the file is in use")]
    Busy,
    /// The file itself is not what SQLite wrote.
    #[error("the file is damaged, a backup has to take its place: {0}")]
    Damaged(String),
    /// A row holds what no version of Rapport writes.
    #[error("{table}.{column} holds {value:?}, which is not a {column}")]
    Corrupt {
        /// Table of the row.
        table: &'static str,
        /// Column of the value.
        column: &'static str,
        /// The value found; never a note or a kudos text.
        value: String,
    },
}

impl StoreError {
    /// Whether a row is the cause, and no other row's work is affected.
    #[must_use]
    pub fn is_of_one_row(&self) -> bool {
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

/// Why the database could not be opened; operators read it.
#[derive(Debug, Error)]
pub enum OpenError {
    /// `DATABASE_URL` is not the address of an SQLite file.
    #[error("DATABASE_URL is not an SQLite address such as sqlite://data/rapport.db")]
    Address(#[source] sqlx::Error),
    /// The folder the file should be in can't be made.
    #[error("cannot create the folder {folder} for the database (DATABASE_URL)")]
    Folder {
        /// The folder, as configured.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file can't be opened for writing.
    #[error(
        "cannot open the database {file} for writing (DATABASE_URL): check that the file and its \
         folder belong to the user that runs Rapport, and that the disk is not full"
    )]
    Open {
        /// The file, as configured.
        file: String,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// There is none, and it is not the time to make one.
    #[error(
        "there is no database {file} here: start this in Rapport's folder, or set DATABASE_URL"
    )]
    Missing {
        /// The file, as configured.
        file: String,
    },
    /// SQLite can't read it.
    #[error(
        "{file} is no SQLite database, or a damaged one (DATABASE_URL): give another file, or put a \
         backup in its place"
    )]
    Damaged {
        /// The file, as configured.
        file: String,
        /// What SQLite said.
        source: sqlx::Error,
    },
    /// It is the database of another program.
    #[error(
        "{file} is a database, but not one of Rapport's (DATABASE_URL): give it one of its own"
    )]
    Foreign {
        /// The file, as configured.
        file: String,
    },
    /// Another Rapport works with it: two would send every nudge twice.
    #[error(
        "the database {file} is in use by another Rapport (DATABASE_URL): stop that one first, or \
         give this one a file of its own"
    )]
    InUse {
        /// The file, as configured.
        file: String,
    },
    /// The log beside it belongs to another file, and SQLite would bring it into this one.
    #[error(
        "{log} does not belong to the database {file} (DATABASE_URL): it was left behind when a copy \
         took the database's place, and would damage it. Move it and the -shm file beside it away, \
         and start again"
    )]
    ForeignLog {
        /// The file, as configured.
        file: String,
        /// The log beside it.
        log: String,
    },
    /// Another Rapport works with it that knows other tables.
    #[error(
        "the database {file} is in use by a Rapport of another version (DATABASE_URL): use that \
         version for this, or stop it first"
    )]
    OtherVersion {
        /// The file, as configured.
        file: String,
    },
    /// A later version of Rapport has written to it.
    #[error(
        "the database {file} was written by a newer version of Rapport: run that version, or \
         restore a backup from before it"
    )]
    Newer {
        /// The file, as configured.
        file: String,
    },
    /// The file's tables can't be brought to this version.
    #[error("cannot bring the database {file} to this version's tables")]
    Migrate {
        /// The file, as configured.
        file: String,
        /// The step that failed.
        source: sqlx::migrate::MigrateError,
    },
}
