//! A text that people read: its key in `locales/`, and what is put into it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use chrono::Weekday;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader as _, langid};

use super::Language;

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        // Marks of direction around every value would break mentions and links. Names bring their
        // own (`discord::text`).
        customise: |bundle| {
            bundle.set_use_isolating(false);
            #[cfg(feature = "pseudo")]
            bundle.set_transform(Some(super::pseudo::written));
        },
    };
}

/// A text in no language yet. It is written where the reader's language is known.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    key: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What is put into a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A number, which decides plurals.
    Number(i64),
    /// Words that are the same in every language, such as a name.
    Words(String),
    /// Words joined as a list: "A, B and C".
    List(Vec<Argument>),
    /// Words of which one is meant: "A, B or C".
    Alternatives(Vec<Argument>),
    /// Another text.
    Text(Text),
}

impl Text {
    /// The text with this `key`. Use [`text!`], which is checked by a test.
    pub(crate) fn new<const N: usize>(
        key: &'static str,
        arguments: [(&'static str, Argument); N],
    ) -> Self {
        Self {
            key,
            arguments: arguments.into(),
        }
    }

    /// The text in this language.
    #[must_use]
    pub(crate) fn to(&self, language: Language) -> String {
        let arguments: HashMap<Cow<'static, str>, _> = self
            .arguments
            .iter()
            .map(|(name, argument)| (Cow::Borrowed(*name), argument.value(language)))
            .collect();
        let found =
            LOCALES.lookup_single_language(&identifier(language), self.key, Some(&arguments));
        found.unwrap_or_else(|error| {
            tracing::error!(key = self.key, language = language.tag(), error = %error, "a text is missing");
            LOCALES.lookup_with_args(&identifier(Language::English), self.key, &arguments)
        })
    }
}

/// The text with a key that is put together, without arguments; `None` if there is none.
pub(crate) fn look_up(key: &str, language: Language) -> Option<String> {
    let arguments = None::<&HashMap<&str, FluentValue<'_>>>;
    let found = LOCALES.lookup_single_language(&identifier(language), key, arguments);
    found.ok()
}

/// What a reader of code or of a test sees: the key alone, as arguments may hold what people wrote.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({})", self.key)
    }
}

impl Argument {
    /// The words in this language.
    #[must_use]
    pub(crate) fn to(&self, language: Language) -> String {
        let each = |items: &[Self]| -> Vec<_> { items.iter().map(|it| it.to(language)).collect() };
        match self {
            Self::Number(number) => number.to_string(),
            Self::Words(words) => words.clone(),
            Self::List(items) => language.list(&each(items)),
            Self::Alternatives(items) => language.alternatives(&each(items)),
            Self::Text(text) => text.to(language),
        }
    }

    /// Joins words of which one is meant.
    pub(crate) fn alternatives(words: Vec<String>) -> Self {
        Self::Alternatives(words.into_iter().map(Self::Words).collect())
    }

    fn value(&self, language: Language) -> FluentValue<'static> {
        match self {
            // A number decides plurals.
            Self::Number(number) => (*number).into(),
            words => words.to(language).into(),
        }
    }
}

/// The same as [`Language::tag`], for fluent.
fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::English => langid!("en"),
        Language::German => langid!("de"),
        Language::French => langid!("fr"),
        Language::Spanish => langid!("es"),
        Language::Portuguese => langid!("pt-BR"),
        Language::Japanese => langid!("ja"),
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<Vec<String>> for Argument {
    fn from(words: Vec<String>) -> Self {
        Self::List(words.into_iter().map(Self::Words).collect())
    }
}

/// Its English abbreviation ("Mon"), by which a text chooses its words.
impl From<Weekday> for Argument {
    fn from(day: Weekday) -> Self {
        Self::Words(day.to_string())
    }
}

impl From<Text> for Argument {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Argument {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

numbers!(u8 u16 u32 u64 usize i32 i64);

/// `text!("key", name = value)`: the [`Text`] with this key and these arguments; `name` alone is the
/// variable of that name. `tests/locales` checks that every language has the key and uses these
/// arguments.
macro_rules! text {
    (@argument $name:ident) => {
        $crate::language::Argument::from($name)
    };
    (@argument $name:ident = $value:expr) => {
        $crate::language::Argument::from($value)
    };
    ($key:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::language::Text::new(
            $key,
            [$((
                stringify!($name),
                $crate::language::text!(@argument $name $(= $value)?),
            )),*],
        )
    };
}

/// `tr!(language, "key", name = value)`: the same, as a `String` in a language.
macro_rules! tr {
    ($language:expr, $($text:tt)+) => {
        $crate::language::text!($($text)+).to($language)
    };
}

pub(crate) use {text, tr};
