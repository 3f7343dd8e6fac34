//! What is offered while a member types a day to come.

use super::{Phrases, WEEKDAYS, best, in_months};
use crate::language::{Language, tr};
use crate::when::lexicon::spellings;

/// What people type about what is still to come.
pub(super) const PHRASES: Phrases = Phrases {
    common,
    more,
    rare,
    with_number,
};

fn common(language: Language) -> Vec<String> {
    let weeks = |count: u32| tr!(language, "when-in-weeks", count);
    let months = |count: u32| tr!(language, "when-in-months", count);
    vec![
        best("when-tomorrow", language),
        tr!(language, "when-next-weekday", day = chrono::Weekday::Mon),
        tr!(language, "when-in-a-week"),
        weeks(2),
        weeks(3),
        tr!(language, "when-in-a-month"),
        months(2),
        months(3),
        months(6),
    ]
}

fn more(language: Language) -> Vec<String> {
    let best = |key| best(key, language);
    let mut more = vec![best("when-after-tomorrow"), best("when-next-week")];
    more.extend(WEEKDAYS.map(|(key, _)| best(key)));
    more.extend(WEEKDAYS.map(|(_, day)| tr!(language, "when-next-weekday", day)));
    more
}

fn rare(language: Language) -> Vec<String> {
    let keys = ["when-tomorrow", "when-after-tomorrow", "when-next-week"];
    keys.iter().flat_map(|it| spellings(it, language)).collect()
}

fn with_number(count: u32, language: Language) -> Vec<String> {
    let mut all = vec![
        tr!(language, "when-in-days", count),
        tr!(language, "when-in-weeks", count),
        tr!(language, "when-in-months", count),
    ];
    all.extend(in_months(count, language));
    all
}
