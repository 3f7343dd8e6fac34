//! The choices Discord offers while a member types a `when`.

mod coming;

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc, Weekday};

use super::lexicon::spellings;
use super::spelling::fold;
use super::{Precision, When, WhenError, shown, understand};
use crate::calendar::Zone;
use crate::language::{Language, tr};

/// Discord's limit for choices.
const MOST: usize = 25;

/// The most characters of a phrase in a label: with the date it stays below Discord's limit of 100.
const PHRASE: usize = 60;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("when-monday", Weekday::Mon),
    ("when-tuesday", Weekday::Tue),
    ("when-wednesday", Weekday::Wed),
    ("when-thursday", Weekday::Thu),
    ("when-friday", Weekday::Fri),
    ("when-saturday", Weekday::Sat),
    ("when-sunday", Weekday::Sun),
];

const MONTHS: [&str; 12] = [
    "when-january",
    "when-february",
    "when-march",
    "when-april",
    "when-may",
    "when-june",
    "when-july",
    "when-august",
    "when-september",
    "when-october",
    "when-november",
    "when-december",
];

/// One choice of an autocomplete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What the member sees, at most 100 characters: `yesterday · Sun 22 Nov 2026`.
    pub label: String,
    /// What Discord sends when they choose it, at most 100 characters: an absolute form, which
    /// [`understand`] reads as the same time in every language, and later too.
    pub value: String,
}

/// Choices for `typed`, at most 25, each with the date understood, in this language or English.
/// Common ones if `typed` is empty; none if nothing readable starts with it.
#[must_use]
pub fn completions(
    typed: &str,
    now: DateTime<Utc>,
    zone: Zone,
    team_since: DateTime<Utc>,
    language: Language,
) -> Vec<Completion> {
    let now = now.trunc_subsecs(0);
    let read = |text: &str| understand(text, now, zone, team_since, language);
    let value = |when| value(when, now, zone, |text| read(text).as_ref() == Ok(&when));
    let phrases = PAST.phrases(typed, language);
    let label = |phrase: &str, when| label(phrase, when, zone, language);
    offered(phrases, typed, read, value, label)
}

/// Choices of times to come for `typed`, like [`completions`]; `read` reads a phrase.
pub(crate) fn coming_completions(
    typed: &str,
    zone: Zone,
    language: Language,
    read: impl Fn(&str) -> Result<When, WhenError>,
) -> Vec<Completion> {
    let value = |when: When| {
        let date = when.at.with_timezone(&zone).date_naive().to_string();
        // Today's date alone is no time to come once it is noon.
        let is_date = when.precision == Precision::Day && read(&date).is_ok();
        let instant = || when.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        if is_date { date } else { instant() }
    };
    let phrases = coming::PHRASES.phrases(typed, language);
    let label = |phrase: &str, when| label(phrase, when, zone, language);
    offered(phrases, typed, &read, value, label)
}

/// The readings of `typed`, if there are several, and the `phrases` that `read` reads, each value
/// once.
fn offered(
    phrases: Vec<String>,
    typed: &str,
    read: impl Fn(&str) -> Result<When, WhenError>,
    value: impl Fn(When) -> String,
    label: impl Fn(&str, When) -> String,
) -> Vec<Completion> {
    let readings = match read(typed) {
        Err(WhenError::Order { readings, .. }) => readings,
        _ => Vec::new(),
    };
    let readings = readings.iter().map(ToString::to_string);
    let mut offered: Vec<Completion> = Vec::new();
    for phrase in readings.chain(phrases) {
        let Ok(when) = read(&phrase) else {
            continue;
        };
        let value = value(when);
        if offered.len() < MOST && offered.iter().all(|it| it.value != value) {
            let label = label(&phrase, when);
            offered.push(Completion { label, value });
        }
    }
    offered
}

/// The phrases of a language that are offered.
pub(super) struct Phrases {
    /// Before the member types anything.
    pub(super) common: fn(Language) -> Vec<String>,
    /// After the common ones, if they start with what the member typed.
    pub(super) more: fn(Language) -> Vec<String>,
    /// Other words for the same, offered last.
    pub(super) rare: fn(Language) -> Vec<String>,
    /// What a number may begin.
    pub(super) with_number: fn(u32, Language) -> Vec<String>,
}

/// What people type about the past.
const PAST: Phrases = Phrases {
    common,
    more,
    rare,
    with_number,
};

impl Phrases {
    /// The phrases that `typed` may become, best first.
    fn phrases(&self, typed: &str, language: Language) -> Vec<String> {
        let typed = shown(typed, PHRASE);
        if typed.is_empty() {
            return (self.common)(language);
        }
        let english = (language != Language::English).then_some(Language::English);
        let mut phrases = vec![typed.clone()];
        for language in [language].into_iter().chain(english) {
            phrases.extend(self.completed(&fold(&typed), language));
        }
        phrases
    }

    /// The phrases of a language that start with the folded `typed`.
    fn completed(&self, typed: &str, language: Language) -> Vec<String> {
        let starts = |phrase: &String| fold(phrase).starts_with(typed);
        let known = [
            (self.common)(language),
            (self.more)(language),
            (self.rare)(language),
        ];
        let mut completed: Vec<_> = known.concat().into_iter().filter(starts).collect();
        let number = typed.split(|it: char| !it.is_ascii_digit()).next();
        if let Some(Ok(count)) = number.map(str::parse) {
            // The number may stand in the middle: "3 t" becomes "vor 3 Tagen".
            let inside = format!(" {typed}");
            let fits = |phrase: &String| {
                let phrase = fold(phrase);
                phrase.starts_with(typed) || phrase.contains(&inside)
            };
            let with_number = (self.with_number)(count, language);
            completed.extend(with_number.into_iter().filter(fits));
        }
        completed
    }
}

/// Offered before the member types anything, most recent first.
pub(super) fn common(language: Language) -> Vec<String> {
    let days = |count: u32| tr!(language, "when-days-ago", count);
    let weeks = |count: u32| tr!(language, "when-weeks-ago", count);
    let best = ["when-now", "when-this-morning", "when-yesterday"].map(|it| best(it, language));
    let ago = [
        days(2),
        days(3),
        days(4),
        days(5),
        days(6),
        tr!(language, "when-a-week-ago"),
        weeks(2),
        weeks(3),
        tr!(language, "when-a-month-ago"),
        tr!(language, "when-months-ago", count = 2),
    ];
    best.into_iter().chain(ago).collect()
}

/// Offered after the common ones if they start with what the member typed.
pub(super) fn more(language: Language) -> Vec<String> {
    let best = |key| best(key, language);
    let mut more = vec![
        best("when-today"),
        best("when-this-afternoon"),
        best("when-this-evening"),
        tr!(language, "when-an-hour-ago"),
        tr!(language, "when-half-an-hour-ago"),
        tr!(language, "when-yesterday-morning"),
        tr!(language, "when-yesterday-afternoon"),
        tr!(language, "when-yesterday-evening"),
        best("when-last-night"),
        best("when-last-week"),
        best("when-last-month"),
    ];
    more.extend(WEEKDAYS.map(|(key, _)| best(key)));
    more.extend(WEEKDAYS.map(|(_, day)| tr!(language, "when-last-weekday", day)));
    more.push(best("when-noon"));
    more
}

/// Other words for the same, offered last: who types "きの" may mean きのう.
fn rare(language: Language) -> Vec<String> {
    let keys = [
        "when-now",
        "when-today",
        "when-yesterday",
        "when-before-yesterday",
        "when-last-night",
        "when-this-morning",
        "when-this-afternoon",
        "when-this-evening",
    ];
    keys.iter().flat_map(|it| spellings(it, language)).collect()
}

/// What a number may begin.
pub(super) fn with_number(count: u32, language: Language) -> Vec<String> {
    let mut all = vec![
        tr!(language, "when-days-ago", count),
        tr!(language, "when-weeks-ago", count),
        tr!(language, "when-hours-ago", count),
        tr!(language, "when-minutes-ago", count),
        tr!(language, "when-months-ago", count),
    ];
    all.extend(in_months(count, language));
    all
}

/// This day of each month.
fn in_months(day: u32, language: Language) -> [String; 12] {
    MONTHS.map(|key| {
        let month = best(key, language);
        tr!(language, "when-day-of-month", day, month)
    })
}

fn best(key: &'static str, language: Language) -> String {
    spellings(key, language)
        .into_iter()
        .next()
        .unwrap_or_default()
}

fn label(phrase: &str, when: When, zone: Zone, language: Language) -> String {
    let local = when.at.with_timezone(&zone).naive_local();
    let date = match when.precision {
        Precision::Day => language.day_and_year(local.date()),
        Precision::Time => language.day_and_time(local),
    };
    format!("{phrase} · {date}")
}

/// A date if that is precise enough, else the instant. "Now" must be an instant: today's date would
/// mean a later "now" when it is read.
fn value(when: When, now: DateTime<Utc>, zone: Zone, is_same: impl Fn(&str) -> bool) -> String {
    let local = when.at.with_timezone(&zone);
    // English is read in every language.
    let parts = ["", " morning", " afternoon", " evening", " night"];
    let dates = parts.map(|part| format!("{}{part}", local.format("%Y-%m-%d")));
    let date = dates
        .into_iter()
        .find(|text| when.at < now && is_same(text));
    date.unwrap_or_else(|| when.at.to_rfc3339_opts(SecondsFormat::Secs, true))
}
