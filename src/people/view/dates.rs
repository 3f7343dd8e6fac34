//! When a talk was, in a message and in a label.

use chrono::{DateTime, Utc};

use crate::calendar::Zone;
use crate::discord::text::timestamp;
use crate::language::Language;
use crate::people::PastTalk;
use crate::when::Precision;

/// When a talk was, how, and how long ago.
pub(in crate::people) fn heading(talk: &PastTalk, zone: Zone, language: Language) -> String {
    let how = talk.way().map(|how| how.to(language));
    let ago = timestamp::relative(talk.happened_at);
    let facts = [Some(dated(talk, zone, language)), how, Some(ago)];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    facts.join(" · ")
}

/// The day of a talk, and the time if the logger said it.
pub(in crate::people) fn dated(talk: &PastTalk, zone: Zone, language: Language) -> String {
    as_stated(talk.happened_at, talk.stated, zone, language)
}

/// A day is the member's own, so it stays in words: Discord would show another one to readers
/// elsewhere.
pub(in crate::people) fn as_stated(
    at: DateTime<Utc>,
    stated: Option<Precision>,
    zone: Zone,
    language: Language,
) -> String {
    match stated {
        Some(Precision::Time) => timestamp::date_and_time(at),
        Some(Precision::Day) | None => day(at, zone, language),
    }
}

/// The day of a talk in words.
pub(in crate::people) fn day(at: DateTime<Utc>, zone: Zone, language: Language) -> String {
    language.day_and_year(at.with_timezone(&zone).date_naive())
}

/// Like [`dated`], for a label: Discord draws no timestamps there.
pub(in crate::people) fn dated_label(talk: &PastTalk, zone: Zone, language: Language) -> String {
    match talk.stated {
        Some(Precision::Time) => {
            language.day_and_time(talk.happened_at.with_timezone(&zone).naive_local())
        }
        Some(Precision::Day) | None => day(talk.happened_at, zone, language),
    }
}
