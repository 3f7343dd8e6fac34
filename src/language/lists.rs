//! Lists in a sentence, by the rules of CLDR.

use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale, locale};

use super::Language;

impl Language {
    /// "A", "A and B", "A, B and C".
    #[must_use]
    pub(crate) fn list(self, items: &[String]) -> String {
        let formatter =
            ListFormatter::try_new_and(self.of_lists().into(), ListFormatterOptions::default());
        match formatter {
            Ok(formatter) => formatter.format(items.iter()).to_string(),
            // The data of all languages is in the program.
            Err(_) => items.join(", "),
        }
    }

    /// "A", "A or B", "A, B or C".
    #[must_use]
    pub(crate) fn alternatives(self, items: &[String]) -> String {
        let formatter =
            ListFormatter::try_new_or(self.of_lists().into(), ListFormatterOptions::default());
        match formatter {
            Ok(formatter) => formatter.format(items.iter()).to_string(),
            Err(_) => items.join(", "),
        }
    }

    /// Whole sentences, one after the other.
    #[must_use]
    pub(crate) fn sentences(self, sentences: &[String]) -> String {
        match self {
            // Its full stop brings its own room.
            Self::Japanese => sentences.concat(),
            _ => sentences.join(" "),
        }
    }

    fn of_lists(self) -> Locale {
        match self {
            // British: no comma before "and".
            Self::English => locale!("en-GB"),
            Self::German => locale!("de"),
            Self::French => locale!("fr"),
            Self::Spanish => locale!("es"),
            Self::Portuguese => locale!("pt-BR"),
            Self::Japanese => locale!("ja"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_follow_each_other_as_the_language_writes_them() {
        let two = ["話しました。", "保存しました。"].map(str::to_owned);
        assert_eq!(
            Language::Japanese.sentences(&two),
            "話しました。保存しました。"
        );
        let two = ["Logged.", "Kept."].map(str::to_owned);
        assert_eq!(Language::English.sentences(&two), "Logged. Kept.");
    }

    #[test]
    fn lists_follow_the_rules_of_each_language() {
        let items = ["Ann", "Bo", "Cy"].map(str::to_owned);
        for (language, two, three) in [
            (Language::English, "Ann and Bo", "Ann, Bo and Cy"),
            (Language::German, "Ann und Bo", "Ann, Bo und Cy"),
            (Language::French, "Ann et Bo", "Ann, Bo et Cy"),
            (Language::Spanish, "Ann y Bo", "Ann, Bo y Cy"),
            (Language::Portuguese, "Ann e Bo", "Ann, Bo e Cy"),
            (Language::Japanese, "Ann、Bo", "Ann、Bo、Cy"),
        ] {
            assert_eq!(language.list(&items[..1]), "Ann");
            assert_eq!(language.list(&items[..2]), two);
            assert_eq!(language.list(&items), three);
        }
        let names = ["Ana", "Inés"].map(str::to_owned);
        assert_eq!(Language::Spanish.list(&names), "Ana e Inés");
        assert_eq!(Language::English.alternatives(&items), "Ann, Bo or Cy");
    }
}
