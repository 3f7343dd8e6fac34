//! The operator's file.
#![no_main]

use std::fs;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rapport::config::{Environment, Settings};
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().unwrap());

fuzz_target!(|file: &str| {
    let path = FOLDER.path().join("rapport.toml");
    fs::write(&path, file).unwrap();
    let environment = Environment::default()
        .with("DISCORD_TOKEN", "made.up.token")
        .with("RAPPORT_CONFIG", &path.display().to_string());
    if let Err(mistake) = Settings::read(&environment) {
        assert!(!mistake.to_string().is_empty());
    }
});
