//! The choices Discord offers while a member types a `when`.

use crate::calendar::Zone;
use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};

use super::{When, WhenError, shown, understand};

/// Discord's limit for choices.
const MOST: usize = 25;

/// The most characters of a phrase in a label: with the date it stays below Discord's limit of 100.
const PHRASE: usize = 60;

/// One choice of an autocomplete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// What the member sees, at most 100 characters: `yesterday · Sun 22 Nov 2026`.
    pub label: String,
    /// What Discord sends when they choose it, at most 100 characters: an absolute form, which
    /// [`understand`] reads as the same time later too.
    pub(crate) value: String,
}

/// Offered before the member types anything, most recent first.
const COMMON: [&str; 13] = [
    "just now",
    "this morning",
    "yesterday",
    "2 days ago",
    "3 days ago",
    "4 days ago",
    "5 days ago",
    "6 days ago",
    "a week ago",
    "2 weeks ago",
    "3 weeks ago",
    "a month ago",
    "2 months ago",
];

/// Offered after the common ones if they start with what the member typed.
const MORE: [&str; 26] = [
    "today",
    "this afternoon",
    "this evening",
    "an hour ago",
    "half an hour ago",
    "yesterday morning",
    "yesterday afternoon",
    "yesterday evening",
    "last night",
    "last week",
    "last month",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "last monday",
    "last tuesday",
    "last wednesday",
    "last thursday",
    "last friday",
    "last saturday",
    "last sunday",
    "noon",
];

/// What may follow a number.
const AFTER_NUMBER: [&str; 17] = [
    "days ago",
    "weeks ago",
    "hours ago",
    "minutes ago",
    "months ago",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
];

/// Choices for `typed`, at most 25, each with the date understood. Common ones if `typed` is empty;
/// none if nothing readable starts with it.
#[must_use]
pub(crate) fn suggestions(
    typed: &str,
    now: DateTime<Utc>,
    zone: Zone,
    team_since: DateTime<Utc>,
) -> Vec<Suggestion> {
    let now = now.trunc_subsecs(0);
    let mut offered: Vec<Suggestion> = Vec::new();
    let readings = match understand(typed, now, zone, team_since) {
        Err(WhenError::Order { readings, .. }) => readings,
        _ => Vec::new(),
    };
    let readings = readings.iter().map(ToString::to_string);
    for phrase in readings.chain(phrases(typed)) {
        let Ok(when) = understand(&phrase, now, zone, team_since) else {
            continue;
        };
        let value = value(when, now, zone, team_since);
        if offered.len() < MOST && offered.iter().all(|it| it.value != value) {
            let label = label(&phrase, when, zone);
            offered.push(Suggestion { label, value });
        }
    }
    offered
}

/// The phrases that `typed` may become, best first.
fn phrases(typed: &str) -> Vec<String> {
    let typed = shown(typed, PHRASE);
    if typed.is_empty() {
        return COMMON.map(str::to_owned).to_vec();
    }
    let lower = typed.to_lowercase();
    let number = lower
        .split(|it: char| !it.is_ascii_digit())
        .next()
        .unwrap_or_default();
    let after_number = AFTER_NUMBER
        .iter()
        .filter(|_| !number.is_empty())
        .map(|rest| format!("{number} {rest}"));
    let known = COMMON.iter().chain(&MORE).map(|it| (*it).to_owned());
    let completed: Vec<_> = known
        .chain(after_number)
        .filter(|it| it.to_lowercase().starts_with(&lower))
        .collect();
    [typed].into_iter().chain(completed).collect()
}

fn label(phrase: &str, when: When, zone: Zone) -> String {
    let local = when.at.with_timezone(&zone);
    format!("{phrase} · {}", local.format(when.precision.pattern()))
}

/// A date if that is precise enough, else the instant. "Now" must be an instant: today's date would
/// mean a later "now" when it is read.
fn value(when: When, now: DateTime<Utc>, zone: Zone, team_since: DateTime<Utc>) -> String {
    let local = when.at.with_timezone(&zone);
    let parts = ["", " morning", " afternoon", " evening", " night"];
    let dates = parts.map(|part| format!("{}{part}", local.format("%Y-%m-%d")));
    let same = |text: &String| {
        when.at < now && understand(text, now, zone, team_since).as_ref() == Ok(&when)
    };
    let date = dates.into_iter().find(same);
    date.unwrap_or_else(|| when.at.to_rfc3339_opts(SecondsFormat::Secs, true))
}
