//! The dates that people tell, and what a nudge says of them.

use chrono::NaiveDate;

/// What a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Occasion {
    Birthday,
    FirstDay,
}

impl Occasion {
    /// The word of its command.
    pub(super) fn command(self) -> &'static str {
        match self {
            Self::Birthday => "birthday",
            Self::FirstDay => "first-day",
        }
    }

    /// What a nudge says of it.
    pub(super) fn written(self, day: NaiveDate) -> String {
        let pattern = match self {
            Self::Birthday => "Birthday on %a %-d %b.",
            Self::FirstDay => "Started on %-d %B.",
        };
        day.format(pattern).to_string()
    }
}
