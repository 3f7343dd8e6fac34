//! The words of a language, from its `when.ftl`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::Weekday;

use super::spelling::split;
use super::word::{Clock, Half, Unit, Word};
use crate::language::{Language, Text};

/// What a text in `when.ftl` means. Earlier ones are tried first: `mañana` is tomorrow before it is
/// a morning.
pub(super) static MEANINGS: [(&str, &[Word]); 81] = [
    ("when-now", &[Word::Now]),
    ("when-today", &[Word::Relative(0)]),
    ("when-yesterday", &[Word::Relative(-1)]),
    ("when-before-yesterday", &[Word::Relative(-2)]),
    ("when-tomorrow", &[Word::Relative(1)]),
    ("when-after-tomorrow", &[Word::Relative(2)]),
    (
        "when-last-night",
        &[Word::Relative(-1), Word::Clock(Clock::NIGHT)],
    ),
    (
        "when-this-morning",
        &[Word::Relative(0), Word::Clock(Clock::MORNING)],
    ),
    (
        "when-this-lunchtime",
        &[Word::Relative(0), Word::Clock(Clock::LUNCHTIME)],
    ),
    (
        "when-this-afternoon",
        &[Word::Relative(0), Word::Clock(Clock::AFTERNOON)],
    ),
    (
        "when-this-evening",
        &[Word::Relative(0), Word::Clock(Clock::EVENING)],
    ),
    (
        "when-tonight",
        &[Word::Relative(0), Word::Clock(Clock::NIGHT)],
    ),
    ("when-last-week", &[Word::Last, Word::Unit(Unit::Weeks)]),
    (
        "when-week-before-last",
        &[Word::Number(2), Word::Unit(Unit::Weeks), Word::Ago],
    ),
    ("when-this-week", &[Word::This, Word::Unit(Unit::Weeks)]),
    ("when-next-week", &[Word::Next, Word::Unit(Unit::Weeks)]),
    ("when-last-month", &[Word::Last, Word::Unit(Unit::Months)]),
    ("when-last-year", &[Word::Last, Word::Unit(Unit::Years)]),
    (
        "when-half-an-hour",
        &[Word::Number(30), Word::Unit(Unit::Minutes)],
    ),
    (
        "when-fortnight",
        &[Word::Number(2), Word::Unit(Unit::Weeks)],
    ),
    ("when-article-of-day", &[Word::The]),
    ("when-noise", &[]),
    ("when-at", &[Word::At]),
    ("when-am", &[Word::Half(Half::Am)]),
    ("when-pm", &[Word::Half(Half::Pm)]),
    ("when-o-clock", &[Word::OClock]),
    ("when-minute-mark", &[Word::Minute]),
    ("when-half-past", &[Word::HalfPast]),
    ("when-half-to", &[Word::HalfTo]),
    ("when-day-mark", &[Word::Ordinal]),
    ("when-year-mark", &[Word::YearMark]),
    ("when-minutes", &[Word::Unit(Unit::Minutes)]),
    ("when-hours", &[Word::Unit(Unit::Hours)]),
    ("when-days", &[Word::Unit(Unit::Days)]),
    ("when-weeks", &[Word::Unit(Unit::Weeks)]),
    ("when-months", &[Word::Unit(Unit::Months)]),
    ("when-years", &[Word::Unit(Unit::Years)]),
    ("when-last", &[Word::Last]),
    ("when-this", &[Word::This]),
    ("when-next", &[Word::Next]),
    ("when-ago", &[Word::Ago]),
    ("when-ahead", &[Word::Ahead]),
    ("when-monday", &[Word::Weekday(Weekday::Mon)]),
    ("when-tuesday", &[Word::Weekday(Weekday::Tue)]),
    ("when-wednesday", &[Word::Weekday(Weekday::Wed)]),
    ("when-thursday", &[Word::Weekday(Weekday::Thu)]),
    ("when-friday", &[Word::Weekday(Weekday::Fri)]),
    ("when-saturday", &[Word::Weekday(Weekday::Sat)]),
    ("when-sunday", &[Word::Weekday(Weekday::Sun)]),
    ("when-january", &[Word::Month(1)]),
    ("when-february", &[Word::Month(2)]),
    ("when-march", &[Word::Month(3)]),
    ("when-april", &[Word::Month(4)]),
    ("when-may", &[Word::Month(5)]),
    ("when-june", &[Word::Month(6)]),
    ("when-july", &[Word::Month(7)]),
    ("when-august", &[Word::Month(8)]),
    ("when-september", &[Word::Month(9)]),
    ("when-october", &[Word::Month(10)]),
    ("when-november", &[Word::Month(11)]),
    ("when-december", &[Word::Month(12)]),
    ("when-one-and-a-half", &[Word::Digits(Cow::Borrowed("1.5"))]),
    ("when-a-couple", &[Word::Number(2)]),
    ("when-a-few", &[Word::Number(3)]),
    ("when-one", &[Word::Number(1)]),
    ("when-two", &[Word::Number(2)]),
    ("when-three", &[Word::Number(3)]),
    ("when-four", &[Word::Number(4)]),
    ("when-five", &[Word::Number(5)]),
    ("when-six", &[Word::Number(6)]),
    ("when-seven", &[Word::Number(7)]),
    ("when-eight", &[Word::Number(8)]),
    ("when-nine", &[Word::Number(9)]),
    ("when-ten", &[Word::Number(10)]),
    ("when-morning", &[Word::Clock(Clock::MORNING)]),
    ("when-lunchtime", &[Word::Clock(Clock::LUNCHTIME)]),
    ("when-afternoon", &[Word::Clock(Clock::AFTERNOON)]),
    ("when-evening", &[Word::Clock(Clock::EVENING)]),
    ("when-night", &[Word::Clock(Clock::NIGHT)]),
    ("when-noon", &[Word::Clock(Clock::NOON)]),
    ("when-midnight", &[Word::Clock(Clock::MIDNIGHT)]),
];

/// The words and phrases that a language has for dates.
pub(super) struct Lexicon {
    meanings: HashMap<String, Vec<&'static [Word]>>,
    /// Names of weekdays and months, which people shorten as they like.
    names: Vec<(String, &'static [Word])>,
    /// The number of words in the longest phrase.
    longest: usize,
    /// Whether there are blanks between words.
    is_spaced: bool,
}

/// The spellings of a word, the best one first.
pub(super) fn spellings(key: &'static str, language: Language) -> Vec<String> {
    let listed = Text::new(key, []).to(language);
    let spellings = listed.split('|').map(str::trim);
    spellings
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Lexicon {
    /// The words of this language.
    pub(super) fn of(language: Language) -> &'static Self {
        static LEXICONS: [OnceLock<Lexicon>; 6] = [const { OnceLock::new() }; 6];
        LEXICONS[language as usize].get_or_init(|| Self::read(language))
    }

    fn read(language: Language) -> Self {
        let mut lexicon = Self {
            meanings: HashMap::new(),
            names: Vec::new(),
            longest: 1,
            is_spaced: language != Language::Japanese,
        };
        for (key, meaning) in MEANINGS {
            for spelling in spellings(key, language) {
                lexicon.add(&spelling, meaning);
            }
        }
        lexicon
    }

    fn add(&mut self, spelling: &str, meaning: &'static [Word]) {
        let words = split(spelling);
        let spelling = words.join(" ");
        if let ([_], [Word::Weekday(_) | Word::Month(_)]) = (words.as_slice(), meaning) {
            self.names.push((spelling.clone(), meaning));
        }
        self.longest = self.longest.max(words.len());
        self.meanings.entry(spelling).or_default().push(meaning);
    }

    /// What the longest phrase at the start of `words` may mean, and how many words it has.
    pub(super) fn meanings(&self, words: &[String]) -> Option<(usize, Vec<&'static [Word]>)> {
        let known = (1..=self.longest.min(words.len()))
            .rev()
            .find_map(|length| {
                let meanings = self.meanings.get(&words[..length].join(" "))?;
                Some((length, meanings.clone()))
            });
        known.or_else(|| Some((1, self.shortened(words.first()?)?)))
    }

    /// The weekdays and months whose names start with these letters: at least three, as `dad` is
    /// not a number of days.
    fn shortened(&self, word: &str) -> Option<Vec<&'static [Word]>> {
        let starts = |name: &str| word.chars().count() >= 3 && name.starts_with(word);
        let names = self.names.iter().filter(|(name, _)| starts(name));
        let meanings: Vec<_> = names.map(|(_, meaning)| *meaning).collect();
        (!meanings.is_empty()).then_some(meanings)
    }

    /// Cuts words of a language without blanks, each time after the longest word that is known.
    pub(super) fn cut(&self, words: Vec<String>) -> Option<Vec<String>> {
        if self.is_spaced {
            return Some(words);
        }
        let mut cut = Vec::new();
        for word in words {
            let mut rest = word.as_str();
            if rest.starts_with(|it: char| it.is_ascii_digit()) {
                cut.push(word);
                continue;
            }
            while !rest.is_empty() {
                let ends = rest.char_indices().map(|(at, it)| at + it.len_utf8());
                let end = ends
                    .rev()
                    .find(|end| self.meanings.contains_key(&rest[..*end]))?;
                cut.push(rest[..end].to_owned());
                rest = &rest[end..];
            }
        }
        Some(cut)
    }
}
