//! Errors in the configuration, each as one line for the operator.

use std::net::SocketAddr;
use std::path::PathBuf;

use thiserror::Error;

/// An error in the configuration that Rapport can't run with.
///
/// Each variant's text is one line that names the setting, where it was set, and what would
/// work. No variant carries a secret.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// There is no such setting.
    #[error("`{setting}` in {source_name} is not a setting of Rapport; {known}")]
    Unknown {
        /// The setting's name in the source, `section.key`.
        setting: String,
        /// The file or the environment variable with the setting.
        source_name: String,
        /// The settings that exist in its section.
        known: String,
    },
    /// A variable is almost the name of a setting.
    #[error("{name} is not a setting of Rapport; two underscores follow its name: {meant}")]
    Misspelt {
        /// The variable.
        name: String,
        /// The variable with the second underscore.
        meant: String,
    },
    /// A setting's value can't be used.
    #[error("`{setting}` in {source_name} is {value}; it takes {wanted}")]
    Value {
        /// The setting's name, `section.key`.
        setting: &'static str,
        /// The file or the environment variable that set it.
        source_name: String,
        /// The value in the source.
        value: String,
        /// What would work.
        wanted: String,
    },
    /// The settings file can't be read or is not TOML.
    #[error("RAPPORT_CONFIG names {path}, which can't be used: {cause}")]
    File {
        /// The file.
        path: String,
        /// Why not.
        cause: String,
    },
    /// The `.env` file can't be read or has a line that is not `NAME=value`. The line is not
    /// shown: it may be the token's.
    #[error(".env can't be used: {0}")]
    DotEnv(String),
    /// The token is in a file that others may read.
    #[error(
        "`discord.token` in {0} is not a setting of Rapport: the token is taken from \
         DISCORD_TOKEN in the environment or in .env alone"
    )]
    TokenOutOfPlace(String),
    /// There is no token.
    #[error(
        "DISCORD_TOKEN is not set: get the bot's token at \
         https://discord.com/developers/applications (your application, Bot, Reset Token) and \
         write DISCORD_TOKEN=<token> into .env or the environment"
    )]
    NoToken,
    /// Rapport can't listen at the address for health and metrics.
    #[error("`metrics.listen` is {address}, where Rapport can't listen: {cause}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's message.
        cause: String,
    },
    /// Backups can't be written to the folder.
    #[error("`backup.folder` is {}, where Rapport can't write: {cause}", .folder.display())]
    BackupFolder {
        /// The folder.
        folder: PathBuf,
        /// The system's message.
        cause: String,
    },
    /// A running Rapport can't be asked without an address.
    #[error(
        "`metrics.listen` is not set, and `rapport health` asks a running Rapport there: give both \
         the same address, like RAPPORT__METRICS__LISTEN=127.0.0.1:9464"
    )]
    NoListen,
    /// The database's address can't be used. It is not shown, because an address may contain a
    /// password.
    #[error("DATABASE_URL {0}; it takes sqlite://<path of a file>, like sqlite://data/rapport.db")]
    Database(&'static str),
}
