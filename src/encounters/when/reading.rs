//! What words mean together, as a time in the past.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::words::{Clock, Numbers, Unit, Word, words};
use crate::calendar::wall_clock::time_of_day;

/// Longer texts are refused unread: no date is longer.
const LONGEST: usize = 80;

/// The result of reading.
pub(super) enum Read {
    /// A length of time ago.
    Elapsed(TimeDelta),
    /// A day, and a local time.
    Calendar(Day, Clock),
}

/// Why nothing was read.
pub(super) enum Unread {
    /// The text means nothing.
    Unknown,
    /// A date in numbers, in an unclear order or with the month first; these are its readings.
    Order(Vec<NaiveDate>),
}

/// A calendar day.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    /// The day to use instead if the time said has not come yet on `date`.
    pub(super) earlier: Option<NaiveDate>,
}

impl Day {
    pub(super) fn only(date: NaiveDate) -> Self {
        let earlier = None;
        Self { date, earlier }
    }
}

/// Reads `text` as a time in the past, relative to the member's `today`.
pub(super) fn read(text: &str, today: NaiveDate) -> Result<Read, Unread> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(Unread::Unknown);
    }
    let mut words = words(text).ok_or(Unread::Unknown)?;
    let clock = take_clock(&mut words)?;
    if let Some(length) = elapsed(&words) {
        // "2 hours ago" contains its time already.
        return match clock {
            None => Ok(Read::Elapsed(length)),
            Some(_) => Err(Unread::Unknown),
        };
    }
    let day = match (words.as_slice(), clock) {
        ([], None) => return Err(Unread::Unknown),
        ([], Some(_)) => Day {
            date: today,
            earlier: today.pred_opt(),
        },
        (words, _) => day(words, today)?,
    };
    Ok(Read::Calendar(day, clock.unwrap_or(Clock::DAY)))
}

/// Removes the time of day from `words`, anywhere in them, with the words that lead up to it.
fn take_clock(words: &mut Vec<Word>) -> Result<Option<Clock>, Unread> {
    let found = (0..words.len()).find_map(|at| clock_at(&words[at..]).map(|it| (at, it)));
    let taken = match found {
        None => None,
        Some((at, (length, clock))) => {
            words.drain(at..at + length);
            Some(clock.ok_or(Unread::Unknown)?)
        }
    };
    words.retain(|word| !matches!(word, Word::At));
    Ok(taken)
}

/// The time of day at the start of `words`, and how many words it takes; no time if they look like
/// an impossible one, such as `25:00`.
fn clock_at(words: &[Word]) -> Option<(usize, Option<Clock>)> {
    use Word::{At, Digits, Half, Month, Number, Unit};

    let time = |text: String| time_of_day(&text).map(Clock::exactly);
    Some(match words {
        [Word::Clock(clock), ..] => (1, Some(*clock)),
        [Digits(_), Unit(_), ..] | [At, Number(_), Unit(_) | Month(_), ..] => return None,
        [Digits(digits), Half(half), ..] => (2, time(format!("{digits}{half}"))),
        [Digits(digits), ..] => (1, time(digits.clone())),
        [Number(hour), Half(half), ..] => (2, time(format!("{hour}{half}"))),
        [At, Number(hour), Half(half), ..] => (3, time(format!("{hour}{half}"))),
        [At, Number(hour), ..] => (2, time(hour.to_string())),
        _ => return None,
    })
}

/// How long ago `words` are: `now`, hours, minutes, or a fraction of days.
fn elapsed(words: &[Word]) -> Option<TimeDelta> {
    match words {
        [Word::Now] => Some(TimeDelta::zero()),
        [Word::Number(count), Word::Unit(unit)]
        | [Word::Number(count), Word::Unit(unit), Word::Ago] => {
            let minutes = match unit {
                Unit::Minutes => 1,
                Unit::Hours => 60,
                _ => return None,
            };
            TimeDelta::try_minutes(i64::from(*count) * minutes)
        }
        [Word::Last, Word::Unit(Unit::Hours)] => Some(TimeDelta::hours(1)),
        [Word::Last, Word::Unit(Unit::Minutes)] => Some(TimeDelta::minutes(1)),
        [Word::Digits(count), Word::Unit(unit)]
        | [Word::Digits(count), Word::Unit(unit), Word::Ago] => fraction(count, *unit),
        _ => None,
    }
}

/// A fraction such as `1.5` of a unit with a fixed length.
fn fraction(count: &str, unit: Unit) -> Option<TimeDelta> {
    let (whole, tenths) = count.split_once('.')?;
    let length = match unit {
        Unit::Minutes => TimeDelta::minutes(1),
        Unit::Hours => TimeDelta::hours(1),
        Unit::Days => TimeDelta::days(1),
        Unit::Weeks => TimeDelta::weeks(1),
        Unit::Months | Unit::Years => return None,
    };
    let parts = 10_i32.checked_pow(u32::try_from(tenths.len()).ok()?)?;
    let whole = length.checked_mul(whole.parse().ok()?)?;
    let rest = length.checked_mul(tenths.parse().ok()?)? / parts;
    whole.checked_add(&rest)
}

/// The day that `words` mean; the most recent one if several fit.
fn day(words: &[Word], today: NaiveDate) -> Result<Day, Unread> {
    match words {
        [Word::Numbers(numbers)] => in_numbers(*numbers, today).map(Day::only),
        // "Fri 20 Nov": the weekday is a check on the date.
        [Word::Weekday(weekday), date @ ..] if !date.is_empty() => {
            let day = day(date, today)?;
            let fits = day.date.weekday() == *weekday;
            if fits { Ok(day) } else { Err(Unread::Unknown) }
        }
        words => in_words(words, today).ok_or(Unread::Unknown),
    }
}

fn in_words(words: &[Word], today: NaiveDate) -> Option<Day> {
    use Word::{Ago, Last, Month, Next, Nth, Number, Relative, This, Unit};

    match words {
        [Relative(days)] => today
            .checked_add_signed(TimeDelta::days(*days))
            .map(Day::only),
        [Word::Weekday(weekday)] | [This, Word::Weekday(weekday)] => {
            let date = last(*weekday, today)?;
            let earlier = date.checked_sub_days(Days::new(7));
            Some(Day { date, earlier })
        }
        [Last, Word::Weekday(weekday)] => last(*weekday, today.pred_opt()?).map(Day::only),
        [Next, Word::Weekday(weekday)] => last(*weekday, today)?
            .checked_add_days(Days::new(7))
            .map(Day::only),
        [Next, Unit(unit)] => moved(today, *unit, 1, Direction::Ahead).map(Day::only),
        [Last, Unit(unit)] => moved(today, *unit, 1, Direction::Back).map(Day::only),
        [Number(count), Unit(unit)] | [Number(count), Unit(unit), Ago] => {
            moved(today, *unit, *count, Direction::Back).map(Day::only)
        }
        [Nth(day)] => day_of_month(*day, today).map(Day::only),
        [Number(day) | Nth(day), Month(month)] | [Month(month), Number(day) | Nth(day)] => {
            without_year(*day, *month, today).map(Day::only)
        }
        [Number(day) | Nth(day), Month(month), Number(year)]
        | [Month(month), Number(day) | Nth(day), Number(year)] => {
            date(*year, *month, *day).map(Day::only)
        }
        _ => None,
    }
}

/// The most recent such weekday, up to and including `until`.
fn last(weekday: Weekday, until: NaiveDate) -> Option<NaiveDate> {
    let since = until.weekday().days_since(weekday);
    until.checked_sub_days(Days::new(since.into()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Back,
    Ahead,
}

fn moved(from: NaiveDate, unit: Unit, count: u32, direction: Direction) -> Option<NaiveDate> {
    let days = |days: u32| {
        let days = Days::new((days * count).into());
        match direction {
            Direction::Back => from.checked_sub_days(days),
            Direction::Ahead => from.checked_add_days(days),
        }
    };
    let months = |months: u32| {
        let months = Months::new(months * count);
        match direction {
            Direction::Back => from.checked_sub_months(months),
            Direction::Ahead => from.checked_add_months(months),
        }
    };
    match unit {
        Unit::Minutes | Unit::Hours => None,
        Unit::Days => days(1),
        Unit::Weeks => days(7),
        Unit::Months => months(1),
        Unit::Years => months(12),
    }
}

/// The last day with this number, in any month that has one.
fn day_of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let months =
        (0..12).filter_map(|months| today.with_day(1)?.checked_sub_months(Months::new(months)));
    let mut days = months.filter_map(|month| month.with_day(day));
    days.find(|it| *it <= today)
}

/// The last such day. Tomorrow is one too: a member who names it means a planned talk, not one of
/// last year.
fn without_year(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let tomorrow = today.succ_opt()?;
    let in_year = |years| NaiveDate::from_ymd_opt(tomorrow.year() - years, month, day);
    (0..2).filter_map(in_year).find(|date| *date <= tomorrow)
}

/// Expands a two-digit year: `26` is 2026.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = if year < 100 { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn in_numbers(numbers: Numbers, today: NaiveDate) -> Result<NaiveDate, Unread> {
    let of = |day, month, year: Option<u32>| match year {
        Some(year) => date(year, month, day),
        None => without_year(day, month, today),
    };
    match numbers {
        Numbers::YearFirst(year, month, day) => date(year, month, day).ok_or(Unread::Unknown),
        Numbers::DayFirst(day, month, year) => of(day, month, year).ok_or(Unread::Unknown),
        Numbers::Either(one, two, year) => match (of(one, two, year), of(two, one, year)) {
            (None, None) => Err(Unread::Unknown),
            (Some(date), None) => Ok(date),
            (Some(date), Some(same)) if date == same => Ok(date),
            (date, other) => Err(Unread::Order(date.into_iter().chain(other).collect())),
        },
    }
}
