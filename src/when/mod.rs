//! Reads dates and times as people type them: `yesterday`, `last friday`, `20 Nov 14:00`.
//!
//! `lexicon` knows what each word may mean in a language; `reading` finds what they mean together: a
//! calendar day with a time, or a length of time. A logged talk has happened, so every text means the
//! past; `coming` reads times that are still to come.

mod autocomplete;
mod clock;
mod coming;
mod length;
mod lexicon;
mod reading;
mod spelling;
mod time_of_day;
mod word;
mod words;
mod yearly;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use strum::{EnumString, IntoStaticStr};

use crate::calendar::Zone;
use crate::calendar::wall_clock;
use crate::discord::text::plain;
use crate::language::{Argument, Language, Text, text};
use reading::{Day, Frame, Read, Unread};
use word::{Clock, Direction};

pub(crate) use autocomplete::coming_completions;
#[doc(hidden)]
pub use autocomplete::{Completion, completions};
pub(crate) use coming::understand_coming;
pub(crate) use reading::Order;
pub use time_of_day::time_of_day;
pub(crate) use yearly::understand_yearly_day;

/// How many characters of an unreadable text the error shows.
const SHOWN: usize = 40;

/// A time that a member typed: when a conversation happened, or what is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The time that Rapport stores, in whole seconds; of a conversation, never in the future.
    pub at: DateTime<Utc>,
    /// How precisely the member said it.
    pub precision: Precision,
}

/// How precisely a member said a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Precision {
    /// The day, perhaps with a part of it. The stored time is a stand-in, such as noon, or 9:00 for
    /// a morning: don't show it.
    Day,
    /// The day and the time.
    Time,
}

impl Precision {
    /// The word for it in the database.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        self.into()
    }

    /// The day, with its time if that was said.
    fn written(self, at: NaiveDateTime, language: Language) -> String {
        match self {
            Self::Day => language.day_and_year(at.date()),
            Self::Time => language.day_and_time(at),
        }
    }
}

/// Why a text is refused as a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenError {
    /// Rapport does not understand it as a time in the past.
    Unreadable {
        /// What was typed, shortened if it is long.
        shown: String,
        /// An example of a day that is accepted.
        day: NaiveDate,
    },
    /// Rapport does not understand it as a time to come.
    UnreadableAsComing {
        /// What was typed, shortened if it is long.
        shown: String,
        /// An example of a day that is accepted.
        day: NaiveDate,
    },
    /// A date in numbers with an unclear order, or with the month first.
    Order {
        /// The readings that would be accepted: at least one.
        readings: Vec<NaiveDate>,
        /// The reading that would be refused.
        refused: Option<NaiveDate>,
    },
    /// The time is still in the future.
    Future {
        /// The time in the member's zone.
        understood: NaiveDateTime,
        /// Whether the member said the time.
        precision: Precision,
    },
    /// The day is more than a year before the team started.
    TooLongAgo {
        /// The day in the member's zone.
        understood: NaiveDate,
        /// The first accepted day.
        earliest: NaiveDate,
    },
    /// The time is not, or no longer, to come.
    Over {
        /// The time in the member's zone.
        understood: NaiveDateTime,
        /// Whether the member said the time.
        precision: Precision,
    },
    /// The day is too far ahead.
    TooFarAhead {
        /// The day in the member's zone.
        understood: NaiveDate,
        /// The last accepted day.
        latest: NaiveDate,
    },
}

impl WhenError {
    /// What the member who typed it reads.
    #[must_use]
    pub(crate) fn sentence(&self, language: Language) -> Text {
        match self {
            Self::Unreadable { shown, day } => text!(
                "bad-date-unreadable",
                typed = plain(shown),
                day = day.to_string(),
                day_of_month = language.day_of_month(*day),
            ),
            Self::Order { readings, refused } => {
                let readings = readings.iter().map(ToString::to_string).collect();
                let readings = Argument::alternatives(readings);
                match refused {
                    None => text!("bad-date-order", readings),
                    Some(refused) => {
                        let refused = refused.to_string();
                        text!("bad-date-order-refused", readings, refused)
                    }
                }
            }
            Self::UnreadableAsComing { shown, day } => text!(
                "bad-date-unreadable-coming",
                typed = plain(shown),
                day = day.to_string(),
                day_of_month = language.day_of_month(*day),
            ),
            Self::Future {
                understood,
                precision,
            } => text!(
                "bad-date-future",
                understood = precision.written(*understood, language)
            ),
            Self::Over {
                understood,
                precision,
            } => text!(
                "bad-date-over",
                understood = precision.written(*understood, language)
            ),
            Self::TooFarAhead { understood, latest } => text!(
                "bad-date-too-far-ahead",
                understood = language.day_and_year(*understood),
                latest = language.day_and_year(*latest),
            ),
            Self::TooLongAgo {
                understood,
                earliest,
            } => text!(
                "bad-date-too-long-ago",
                understood = language.day_and_year(*understood),
                earliest = language.day_and_year(*earliest),
            ),
        }
    }
}

/// Reads what a member typed, in their language or English and in their zone, as the time of a past
/// conversation.
///
/// - If several days fit, the most recent one counts: `friday`, `20 Nov`, `23:00` alone. Today is
///   one of them; for a weekday or a time alone only once the time has come. `last friday` is
///   before today. Today's date with a later time is in the future, and so is tomorrow's date
///   without a year.
/// - A day without a time means noon, or now while noon is still to come. `morning`, `afternoon`,
///   `evening` and `night` mean 9:00, 15:00, 19:00 and 21:00 in the same way.
/// - Hours and minutes `ago` are lengths of time; days, weeks and months are those of the calendar.
/// - A time that the clocks skipped is the first one after the gap; a time they showed twice is the
///   earlier one.
/// - Numbers are read in the order of the language. English has none: day/month/year is read if that
///   is the only reading; a date with two readings, or with the month first, is refused with its
///   readings. An RFC 3339 time is taken as it is.
///
/// The earliest accepted day is a year before `team_since`.
pub fn understand(
    text: &str,
    now: DateTime<Utc>,
    zone: Zone,
    team_since: DateTime<Utc>,
    language: Language,
) -> Result<When, WhenError> {
    let now = now.trunc_subsecs(0);
    let frame = Frame::past(now.with_timezone(&zone).date_naive());
    let when = read(text, frame, now, zone, language).map_err(|unread| match unread {
        Unread::Unknown => unreadable(text, now, zone),
        Unread::Order(readings) => in_order(readings, |day| {
            let when = local_instant(Day::only(day), Clock::DAY, now, zone);
            in_range(when, now, zone, team_since)
        }),
    })?;
    in_range(when, now, zone, team_since)
}

/// Why a date in numbers with these `readings` is refused. If no reading would be accepted, the
/// error says that instead.
fn in_order(
    readings: Vec<NaiveDate>,
    in_range: impl Fn(NaiveDate) -> Result<When, WhenError>,
) -> WhenError {
    let (mut can_be, mut refused) = (Vec::new(), Vec::new());
    for day in readings {
        match in_range(day) {
            Ok(_) => can_be.push(day),
            Err(error) => refused.push((day, error)),
        }
    }
    match refused.pop() {
        Some((_, error)) if can_be.is_empty() => error,
        refused => WhenError::Order {
            readings: can_be,
            refused: refused.map(|(day, _)| day),
        },
    }
}

/// The same, if Rapport stores conversations of that day.
fn in_range(
    when: When,
    now: DateTime<Utc>,
    zone: Zone,
    team_since: DateTime<Utc>,
) -> Result<When, WhenError> {
    let understood = when.at.with_timezone(&zone).naive_local();
    let since = team_since.with_timezone(&zone).date_naive();
    let earliest = since.checked_sub_months(Months::new(12)).unwrap_or(since);
    if when.at > now {
        // A time later today is refused by its hour: the day alone has come.
        let today = understood.date() == now.with_timezone(&zone).date_naive();
        let precision = if today {
            Precision::Time
        } else {
            when.precision
        };
        Err(WhenError::Future {
            understood,
            precision,
        })
    } else if understood.date() < earliest {
        let understood = understood.date();
        Err(WhenError::TooLongAgo {
            understood,
            earliest,
        })
    } else {
        Ok(when)
    }
}

fn read(
    text: &str,
    frame: Frame,
    now: DateTime<Utc>,
    zone: Zone,
    language: Language,
) -> Result<When, Unread> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text.trim()) {
        let (at, precision) = (at.with_timezone(&Utc).trunc_subsecs(0), Precision::Time);
        // Its local time must exist too: the last hours of the last year may not.
        let has_neighbours = at
            .checked_sub_days(Days::new(2))
            .and(at.checked_add_days(Days::new(2)));
        return has_neighbours
            .map(|_| When { at, precision })
            .ok_or(Unread::Unknown);
    }
    match reading::read(text, frame, language)? {
        Read::Elapsed(length) => {
            let at = now.checked_sub_signed(length).ok_or(Unread::Unknown)?;
            let precision = Precision::Time;
            Ok(When { at, precision })
        }
        Read::Calendar(day, clock) => Ok(match frame.direction {
            Direction::Back => local_instant(day, clock, now, zone),
            Direction::Ahead => coming::local_instant(day, clock, now, zone),
        }),
    }
}

/// The instant of a past day and a time in the member's zone.
fn local_instant(day: Day, clock: Clock, now: DateTime<Utc>, zone: Zone) -> When {
    let begins = |date: NaiveDate| wall_clock::instant(date.and_time(clock.begins), zone);
    let earlier = day.otherwise.filter(|_| begins(day.date) > now);
    let date = earlier.unwrap_or(day.date);
    let at = wall_clock::instant(date.and_time(clock.stands_for), zone);
    When {
        // A stand-in time can't make a day that has begun the future.
        at: if begins(date) <= now { at.min(now) } else { at },
        precision: clock.precision,
    }
}

fn unreadable(text: &str, now: DateTime<Utc>, zone: Zone) -> WhenError {
    let (shown, today) = (shown(text, SHOWN), now.with_timezone(&zone).date_naive());
    let day = today.checked_sub_days(Days::new(7)).unwrap_or(today);
    WhenError::Unreadable { shown, day }
}

/// `text` on one line, shortened to at most `limit` characters.
fn shown(text: &str, limit: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(limit) {
        None => line,
        Some(_) => line.chars().take(limit - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests;
