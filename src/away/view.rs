//! What people read in `/away`.

use chrono::{DateTime, Utc};

use crate::calendar::Absence;
use crate::discord::text::timestamp;
use crate::errors::Refusal;
use crate::language::{Language, text, tr};

/// The member is away; `next` is when their next nudge can come.
#[must_use]
pub(crate) fn away(absence: Absence, next: Option<DateTime<Utc>>, language: Language) -> String {
    let day = language.day_of_month(absence.back_on);
    with_next(tr!(language, "away-until", day), next, language)
}

/// The member is back.
#[must_use]
pub(crate) fn back(next: Option<DateTime<Utc>>, language: Language) -> String {
    with_next(tr!(language, "away-ended"), next, language)
}

fn with_next(said: String, next: Option<DateTime<Utc>>, language: Language) -> String {
    let next = next.map(|at| tr!(language, "away-next-nudge", date = timestamp::date(at)));
    let sentences: Vec<_> = [said].into_iter().chain(next).collect();
    language.sentences(&sentences)
}

/// Refuses to end an absence that is none.
#[must_use]
pub(crate) fn not_away() -> Refusal {
    Refusal::new(text!("away-not"))
}

/// Refuses members who asked not to be tracked.
#[must_use]
pub(crate) fn untracked() -> Refusal {
    Refusal::new(text!("away-untracked"))
}
