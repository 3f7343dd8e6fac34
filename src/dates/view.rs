//! What people read about dates: their own in `/dates`, and those of others in nudges and cards.

use super::action::Action;
use super::{ComingDate, Occasion, PersonDates};
use crate::calendar::YearlyDay;
use crate::discord::reply::{Reply, button};
use crate::errors::Refusal;
use crate::language::{Language, Text, text, tr};
use strum::VariantArray as _;

/// A date that the member told.
#[must_use]
pub(crate) fn told(occasion: Occasion, day: YearlyDay, language: Language) -> Reply {
    let written = day.in_words(language);
    let said = match occasion {
        Occasion::Birthday => tr!(language, "own-dates-birthday", day = written),
        Occasion::FirstDay => tr!(language, "own-dates-first-day", day = written),
    };
    let leap_day = day
        .is_leap_day()
        .then(|| tr!(language, "own-dates-leap-day"));
    let sentences: Vec<_> = [said].into_iter().chain(leap_day).collect();
    let remove = tr!(language, "own-dates-remove");
    Reply::new(language.sentences(&sentences))
        .buttons(vec![button(&Action::Remove(occasion), remove)])
}

/// A date that the member did not tell.
#[must_use]
pub(crate) fn untold(occasion: Occasion, language: Language) -> Reply {
    Reply::new(match occasion {
        Occasion::Birthday => tr!(language, "own-dates-no-birthday"),
        Occasion::FirstDay => tr!(language, "own-dates-no-first-day"),
    })
}

/// A date that the member removed.
#[must_use]
pub(crate) fn removed(occasion: Occasion, language: Language) -> Reply {
    Reply::new(match occasion {
        Occasion::Birthday => tr!(language, "own-dates-birthday-removed"),
        Occasion::FirstDay => tr!(language, "own-dates-first-day-removed"),
    })
}

/// Refuses members who asked not to be tracked.
#[must_use]
pub(crate) fn untracked() -> Refusal {
    Refusal::new(text!("own-dates-untracked"))
}

/// A date of somebody, in a nudge of its week.
#[must_use]
pub(crate) fn coming(date: ComingDate, language: Language) -> Text {
    match date.occasion {
        Occasion::Birthday => text!("date-coming-birthday", day = language.day(date.day)),
        Occasion::FirstDay => {
            text!(
                "date-coming-first-day",
                day = language.day_of_month(date.day)
            )
        }
    }
}

/// The dates of somebody, on their card: a line each.
#[must_use]
pub(crate) fn on_card(dates: PersonDates, language: Language) -> Vec<String> {
    let line = |occasion: &Occasion| {
        let day = dates.of(*occasion)?.in_words(language);
        Some(match occasion {
            Occasion::Birthday => tr!(language, "date-birthday", day),
            Occasion::FirstDay => tr!(language, "date-first-day", day),
        })
    };
    Occasion::VARIANTS.iter().filter_map(line).collect()
}
