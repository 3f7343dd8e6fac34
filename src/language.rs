//! The languages that people read, and the texts in them. Every text is in `locales/`.

mod dates;
mod lists;
#[cfg(feature = "pseudo")]
pub mod pseudo;
mod text;

use strum::{EnumIter, EnumString, IntoStaticStr};

pub use text::{Argument, Text};
pub(crate) use text::{look_up, text, tr};

/// A language that Rapport writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
pub enum Language {
    /// English, in which texts are written first.
    #[strum(serialize = "en")]
    English,
    /// German.
    #[strum(serialize = "de")]
    German,
    /// French.
    #[strum(serialize = "fr")]
    French,
    /// Spanish.
    #[strum(serialize = "es")]
    Spanish,
    /// Brazilian Portuguese.
    #[strum(serialize = "pt-BR")]
    Portuguese,
    /// Japanese.
    #[strum(serialize = "ja")]
    Japanese,
}

impl Language {
    /// The language for a locale of Discord (its reference, "Locales"); English if Rapport doesn't
    /// write that one.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split('-').next().unwrap_or_default();
        match language {
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "pt" => Self::Portuguese,
            "ja" => Self::Japanese,
            _ => Self::English,
        }
    }

    /// Discord's locales for a translation. English is what all others read.
    #[must_use]
    pub(crate) fn locales(self) -> &'static [&'static str] {
        match self {
            Self::English => &[],
            Self::German => &["de"],
            Self::French => &["fr"],
            Self::Spanish => &["es-ES", "es-419"],
            Self::Portuguese => &["pt-BR"],
            Self::Japanese => &["ja"],
        }
    }

    /// Its tag (BCP 47): the name of its folder in `locales/`, and its word in the database.
    #[must_use]
    pub(crate) fn tag(self) -> &'static str {
        self.into()
    }

    /// What its speakers call it.
    #[must_use]
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Portuguese => "Português",
            Self::Japanese => "日本語",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator as _;

    #[test]
    fn each_locale_of_a_language_reads_it() {
        for (language, locale) in [
            (Language::English, "en-GB"),
            (Language::German, "de"),
            (Language::French, "fr"),
            (Language::Spanish, "es-ES"),
            (Language::Spanish, "es-419"),
            (Language::Portuguese, "pt-BR"),
            (Language::Japanese, "ja"),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
        for language in Language::iter() {
            assert_eq!(language.tag().parse(), Ok(language));
        }
    }

    #[test]
    fn other_locales_read_english() {
        for locale in ["", "tr", "zh-CN", "deutsch"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
