//! The languages that a client can be in.

use std::fmt;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Discord's codes.
const CODES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE",
    "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// The language of a client, by Discord's code for it: `de`, `pt-BR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Locale(&'static str);

impl Locale {
    /// American English.
    pub const EN_US: Self = Self("en-US");

    /// All there are.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.into_iter().map(Self)
    }

    /// Discord's code for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self::EN_US
    }
}

/// Discord has no language of this code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Discord has no language {0:?}; it has de, en-US, pt-BR and others")]
pub struct UnknownLocale(String);

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(code: &str) -> Result<Self, UnknownLocale> {
        let known = Self::all().find(|locale| locale.0 == code);
        known.ok_or_else(|| UnknownLocale(code.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(Error::custom)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
