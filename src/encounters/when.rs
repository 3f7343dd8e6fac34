//! When a conversation was, as people type it: `yesterday`, `last friday`, `20 Nov 14:00`.
//!
//! `words` tells what each word may mean, `reading` what they mean together: a day of the calendar and
//! a time of day, or a length of time. What is logged has happened, so all is read as the past.

mod reading;
mod suggest;
mod words;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, Utc};

use super::Stated;
use crate::calendar::Zone;
use crate::calendar::wall_clock;
use reading::{Day, Read, Unread};
use words::Clock;

pub use suggest::{Suggestion, suggestions};

/// The most characters of an unreadable text that are shown again.
const SHOWN: usize = 40;

/// When a conversation was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The instant it is kept under, to the second; not in the future.
    pub at: DateTime<Utc>,
    /// How much of it the member said.
    pub precision: Precision,
}

/// How much of an instant was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// The day, perhaps a part of it; the time stands in: noon, or 9:00 for a morning. Not to be
    /// shown.
    Day,
    /// The time of day too.
    Time,
}

impl When {
    /// The same, with the day it was on in `zone`.
    #[must_use]
    pub fn stated(self, zone: Zone) -> Stated {
        let day = self.at.with_timezone(&zone).date_naive();
        let midnight = |day: NaiveDate| wall_clock::instant(day.and_time(NaiveTime::MIN), zone);
        Stated {
            at: self.at,
            precision: self.precision,
            day: midnight(day)..midnight(day.succ_opt().unwrap_or(day)),
        }
    }
}

impl Precision {
    /// The word under which it is kept.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Time => "time",
        }
    }

    /// The precision that is kept under this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Day, Self::Time]
            .into_iter()
            .find(|it| it.as_str() == word)
    }

    /// How chrono shows as much of it as was said.
    fn pattern(self) -> &'static str {
        match self {
            Self::Day => "%a %-d %b %Y",
            Self::Time => "%a %-d %b %Y %H:%M",
        }
    }
}

/// Days as they are typed where nobody can take them for others: `2026-11-12 or 2026-12-11`.
fn in_numbers(readings: &[NaiveDate]) -> String {
    let readings: Vec<_> = readings.iter().map(ToString::to_string).collect();
    readings.join(" or ")
}

/// What else a date can mean, for nobody to type it.
fn not_taken(refused: Option<&NaiveDate>) -> String {
    let refused = refused.map(|day| format!(", or {day}, which I can't keep"));
    refused.unwrap_or_default()
}

/// Why a text was not taken for the time of a conversation; the sentence is for who typed it, and
/// holds what they typed: escape it for Discord.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// It is not understood.
    #[error(
        "I can't read \"{shown}\" as a date. Try \"yesterday\", \"last friday\", \"3 days ago\", \
         \"{day}\" or \"{} 14:00\".", .day.format("%-d %b")
    )]
    Unreadable {
        /// What was typed, cut if it is long.
        shown: String,
        /// A day that would be understood and taken.
        day: NaiveDate,
    },
    /// It is a date in numbers whose order is not clear, or not ours.
    #[error(
        "Dates in numbers differ from country to country: that can be {}{}. Type the one you mean \
         like that, year first, or with the month's name, like \"{}\".",
        in_numbers(.readings),
        not_taken(.refused.as_ref()),
        .readings.first().copied().unwrap_or_default().format("%-d %b %Y")
    )]
    Order {
        /// The days it can mean that are taken: at least one.
        readings: Vec<NaiveDate>,
        /// The day it can mean that is not taken.
        refused: Option<NaiveDate>,
    },
    /// It is understood, and still to come.
    #[error(
        "I read that as {}, which is still to come. I keep conversations that have happened: try \
         \"today\", \"last friday\" or a date with its year.",
        .understood.format(.precision.pattern())
    )]
    Future {
        /// On the member's clock.
        understood: NaiveDateTime,
        /// Whether the time in it was said.
        precision: Precision,
    },
    /// It is understood, and more than a year older than the team.
    #[error(
        "I read that as {}, which is too long ago for me. I keep conversations from {} on: try a \
         date after that, such as \"last friday\" or \"3 weeks ago\".",
        .understood.format("%a %-d %b %Y"),
        .earliest.format("%a %-d %b %Y")
    )]
    TooLongAgo {
        /// On the member's calendar.
        understood: NaiveDate,
        /// The first day that is taken.
        earliest: NaiveDate,
    },
}

/// Reads what a member typed, in the member's zone, as the time of a conversation that happened.
///
/// - What could be several days is the most recent: `friday`, `20 Nov`, `23:00` alone. Today is one
///   of them; of a weekday or a time alone, unless the time said is still to come. `last friday` is
///   before today. Today's date with a time to come, and tomorrow's without a year, are of the future.
/// - A day without a time means noon, or now while noon is to come; `morning`, `afternoon`,
///   `evening` and `night` mean 9:00, 15:00, 19:00 and 21:00 in the same way.
/// - Hours and minutes `ago` are lengths of time; days, weeks and months are the calendar's.
/// - A time that clocks skipped is the first after the gap, one they showed twice the earlier.
/// - Numbers are day/month/year where they can't be anything else: what can be two days, or has the
///   month first, is refused with what it can mean. An RFC 3339 instant is taken as it is.
///
/// The earliest day taken is a year before `team_since`.
pub fn understand(
    text: &str,
    now: DateTime<Utc>,
    zone: Zone,
    team_since: DateTime<Utc>,
) -> Result<When, WhenError> {
    let now = now.trunc_subsecs(0);
    let when = read(text, now, zone).map_err(|unread| match unread {
        Unread::Unknown => unreadable(text, now, zone),
        Unread::Order(readings) => in_order(readings, |day| {
            let when = on_the_wall(Day::only(day), Clock::DAY, now, zone);
            taken(when, now, zone, team_since)
        }),
    })?;
    taken(when, now, zone, team_since)
}

/// Why a date in numbers was not taken that can mean these `readings`; what can't be taken, however it
/// was meant, is refused for that.
fn in_order(
    readings: Vec<NaiveDate>,
    taken: impl Fn(NaiveDate) -> Result<When, WhenError>,
) -> WhenError {
    let (mut can_be, mut refused) = (Vec::new(), Vec::new());
    for day in readings {
        match taken(day) {
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

/// The same, if a conversation of then is kept.
fn taken(
    when: When,
    now: DateTime<Utc>,
    zone: Zone,
    team_since: DateTime<Utc>,
) -> Result<When, WhenError> {
    let understood = when.at.with_timezone(&zone).naive_local();
    let since = team_since.with_timezone(&zone).date_naive();
    let earliest = since.checked_sub_months(Months::new(12)).unwrap_or(since);
    if when.at > now {
        // What is to come of today is told by its hour: the day alone has come.
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

fn read(text: &str, now: DateTime<Utc>, zone: Zone) -> Result<When, Unread> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text.trim()) {
        let (at, precision) = (at.with_timezone(&Utc).trunc_subsecs(0), Precision::Time);
        // Its local time must exist on the calendar too: the last year's last hours may not.
        let room = at
            .checked_sub_days(Days::new(2))
            .and(at.checked_add_days(Days::new(2)));
        return room.map(|_| When { at, precision }).ok_or(Unread::Unknown);
    }
    let today = now.with_timezone(&zone).date_naive();
    match reading::read(text, today)? {
        Read::Elapsed(length) => {
            let at = now.checked_sub_signed(length).ok_or(Unread::Unknown)?;
            let precision = Precision::Time;
            Ok(When { at, precision })
        }
        Read::Calendar(day, clock) => Ok(on_the_wall(day, clock, now, zone)),
    }
}

/// The instant of a day and a time on the member's wall.
fn on_the_wall(day: Day, clock: Clock, now: DateTime<Utc>, zone: Zone) -> When {
    let begins = |date: NaiveDate| wall_clock::instant(date.and_time(clock.begins), zone);
    let earlier = day.earlier.filter(|_| begins(day.date) > now);
    let date = earlier.unwrap_or(day.date);
    let at = wall_clock::instant(date.and_time(clock.stands_for), zone);
    When {
        // What has begun can't be refused for the time that stands in for it.
        at: if begins(date) <= now { at.min(now) } else { at },
        precision: clock.precision,
    }
}

fn unreadable(text: &str, now: DateTime<Utc>, zone: Zone) -> WhenError {
    let (shown, today) = (shown(text, SHOWN), now.with_timezone(&zone).date_naive());
    let day = today.checked_sub_days(Days::new(7)).unwrap_or(today);
    WhenError::Unreadable { shown, day }
}

/// `text` on one line, cut at a character's end to at most `limit` characters.
fn shown(text: &str, limit: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(limit) {
        None => line,
        Some(_) => line.chars().take(limit - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests;
