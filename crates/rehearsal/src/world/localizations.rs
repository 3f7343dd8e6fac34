//! Names and descriptions of commands in other languages.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::locale::Locale;

/// A text in other languages, by Discord's codes for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Localizations(Option<BTreeMap<String, String>>);

impl Localizations {
    /// The text that a client in `locale` shows: `default` for a language that has none. One
    /// English stands in for the other, and Spain's Spanish for Latin America's.
    #[must_use]
    pub fn or<'a>(&'a self, default: &'a str, locale: Locale) -> &'a str {
        let of = |code: &str| self.0.as_ref()?.get(code).map(String::as_str);
        let close = match locale.code() {
            "en-US" => "en-GB",
            "en-GB" => "en-US",
            "es-419" => "es-ES",
            code => code,
        };
        of(locale.code()).or_else(|| of(close)).unwrap_or(default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_a_text_has_a_close_ones_or_the_default() {
        let json = serde_json::json!({ "de": "Hallo", "en-GB": "Hullo", "es-ES": "Hola" });
        let texts: Localizations = serde_json::from_value(json).unwrap();
        let shown = |code: &str| texts.or("Hello", code.parse().unwrap());
        let codes = ["de", "en-GB", "en-US", "es-419", "fr"];
        assert_eq!(
            codes.map(shown),
            ["Hallo", "Hullo", "Hullo", "Hola", "Hello"]
        );
        assert_eq!(Localizations::default().or("Hello", Locale::EN_US), "Hello");
    }
}
