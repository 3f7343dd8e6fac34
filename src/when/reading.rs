//! What words mean together: a time in the past, or one to come.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::clock::{Impossible, take_clock};
use super::length::elapsed;
use super::lexicon::Lexicon;
use super::word::{Clock, Direction, Numbers, Unit, Word};
use super::words::readings;
use crate::language::Language;

/// Longer texts are refused unread: no date is longer.
const LONGEST: usize = 80;

/// The result of reading.
pub(super) enum Read {
    /// A length of time ago; a negative one is still to come.
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
    /// The day to use instead if the time said is on the wrong side of now on `date`.
    pub(super) otherwise: Option<NaiveDate>,
}

impl Day {
    pub(super) fn only(date: NaiveDate) -> Self {
        let otherwise = None;
        Self { date, otherwise }
    }
}

/// What a text is read against.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// The member's day.
    pub(super) today: NaiveDate,
    pub(super) direction: Direction,
}

impl Frame {
    /// A text about what has happened.
    pub(super) fn past(today: NaiveDate) -> Self {
        let direction = Direction::Back;
        Self { today, direction }
    }

    /// A text about what is still to come.
    pub(super) fn coming(today: NaiveDate) -> Self {
        let direction = Direction::Ahead;
        Self { today, direction }
    }
}

impl From<Impossible> for Unread {
    fn from(_: Impossible) -> Self {
        Self::Unknown
    }
}

/// Reads `text` in the member's language, else in English.
pub(super) fn read(text: &str, frame: Frame, language: Language) -> Result<Read, Unread> {
    let order = Order::of(language);
    each_reading(text, language, |words| read_words(words, frame, order))
}

/// The first of the readings of `text` that `read` accepts, in this language, then in English.
pub(super) fn each_reading<T>(
    text: &str,
    language: Language,
    read: impl Fn(Vec<Word>) -> Result<T, Unread>,
) -> Result<T, Unread> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(Unread::Unknown);
    }
    let english = (language != Language::English).then_some(Language::English);
    let languages = [language].into_iter().chain(english);
    let readings = languages.flat_map(|it| readings(text, Lexicon::of(it)));
    let mut unread = Unread::Unknown;
    for words in readings {
        match read(words) {
            Ok(read) => return Ok(read),
            Err(error @ Unread::Order(_)) => unread = error,
            Err(Unread::Unknown) => {}
        }
    }
    Err(unread)
}

/// Reads words that have one meaning each.
fn read_words(mut words: Vec<Word>, frame: Frame, order: Order) -> Result<Read, Unread> {
    let clock = take_clock(&mut words)?;
    // "vor 3 Tagen", "hace 3 días", also "há 3 dias atrás"; "in 3 Tagen".
    if let Some(first @ (Word::Ago | Word::Ahead)) = words.first().cloned() {
        words.remove(0);
        words.retain(|it| !matches!(it, Word::Ago | Word::Ahead));
        words.push(first);
    }
    if let Some(length) = elapsed(&words, frame.direction) {
        // "2 hours ago" contains its time already.
        return match clock {
            None => Ok(Read::Elapsed(length)),
            Some(_) => Err(Unread::Unknown),
        };
    }
    let day = match (words.as_slice(), clock) {
        ([], None) => return Err(Unread::Unknown),
        ([], Some(_)) => Day {
            date: frame.today,
            otherwise: days_later(frame.today, 1, frame.direction),
        },
        (words, _) => day(words, frame, order)?,
    };
    Ok(Read::Calendar(day, clock.unwrap_or(Clock::DAY)))
}

/// The day that `words` mean.
fn day(words: &[Word], frame: Frame, order: Order) -> Result<Day, Unread> {
    if let [Word::Numbers(numbers)] = words {
        return in_numbers(*numbers, frame, order).map(Day::only);
    }
    if let Some(day) = in_words(words, frame) {
        return Ok(day);
    }
    match words {
        // "Fri 20 Nov", "11月20日(金)": the weekday is a check on the date.
        [Word::Weekday(weekday), date @ ..] | [date @ .., Word::Weekday(weekday)]
            if !date.is_empty() =>
        {
            let day = day(date, frame, order)?;
            let fits = day.date.weekday() == *weekday;
            if fits { Ok(day) } else { Err(Unread::Unknown) }
        }
        _ => Err(Unread::Unknown),
    }
}

fn in_words(words: &[Word], frame: Frame) -> Option<Day> {
    use Word::{Ago, Ahead, Last, Month, Next, Nth, Number, Relative, This, Unit};

    let Frame { today, direction } = frame;
    match words {
        [Relative(days)] => today
            .checked_add_signed(TimeDelta::days(*days))
            .map(Day::only),
        [Word::Weekday(weekday)] | [This, Word::Weekday(weekday)] => {
            let date = match direction {
                Direction::Back => last(*weekday, today)?,
                Direction::Ahead => next(*weekday, today)?,
            };
            let otherwise = days_later(date, 7, direction);
            Some(Day { date, otherwise })
        }
        [Last, Word::Weekday(weekday)] | [Word::Weekday(weekday), Last] => {
            last(*weekday, today.pred_opt()?).map(Day::only)
        }
        [Next, Word::Weekday(weekday)] | [Word::Weekday(weekday), Next] => last(*weekday, today)?
            .checked_add_days(Days::new(7))
            .map(Day::only),
        [Next, Unit(unit)] | [Unit(unit), Next] => {
            let moved = moved(today, *unit, 1, Direction::Ahead)?;
            Some(Day::only(match direction {
                Direction::Back => moved,
                Direction::Ahead => first_of(moved, *unit)?,
            }))
        }
        [Last, Unit(unit)] | [Unit(unit), Last] => {
            moved(today, *unit, 1, Direction::Back).map(Day::only)
        }
        [Number(count), Unit(unit)] => moved(today, *unit, *count, direction).map(Day::only),
        [Number(count), Unit(unit), Ago] => {
            moved(today, *unit, *count, Direction::Back).map(Day::only)
        }
        [Number(count), Unit(unit), Ahead] => {
            moved(today, *unit, *count, Direction::Ahead).map(Day::only)
        }
        [Nth(day)] => day_of_month(*day, frame),
        [Number(day) | Nth(day), Month(month)] | [Month(month), Number(day) | Nth(day)] => {
            without_year(*day, *month, frame).map(Day::only)
        }
        [Number(year @ 1000..), Month(month), Number(day) | Nth(day)]
        | [Number(day) | Nth(day), Month(month), Number(year)]
        | [Month(month), Number(day) | Nth(day), Number(year)] => {
            date(*year, *month, *day).map(Day::only)
        }
        [first, rest @ ..] if !rest.is_empty() => {
            let (all_but_last, end) = (&words[..words.len() - 1], words.last()?);
            of_period(first, rest, today)
                .or_else(|| of_period(end, all_but_last, today))
                .map(Day::only)
        }
        _ => None,
    }
}

/// A day within a period: "Friday last week", "the 20th of last month".
fn of_period(day: &Word, period: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    let ([which, Word::Unit(unit)] | [Word::Unit(unit), which]) = period else {
        return None;
    };
    let in_period = match which {
        Word::Last => moved(today, *unit, 1, Direction::Back)?,
        Word::This => today,
        Word::Next => moved(today, *unit, 1, Direction::Ahead)?,
        _ => return None,
    };
    match (day, unit) {
        (Word::Weekday(weekday), Unit::Weeks) => {
            let ahead = weekday.num_days_from_monday();
            last(Weekday::Mon, in_period)?.checked_add_days(Days::new(ahead.into()))
        }
        (Word::Nth(day), Unit::Months) => in_period.with_day(*day),
        _ => None,
    }
}

/// The most recent such weekday, up to and including `until`.
fn last(weekday: Weekday, until: NaiveDate) -> Option<NaiveDate> {
    let since = until.weekday().days_since(weekday);
    until.checked_sub_days(Days::new(since.into()))
}

/// The first such weekday, from `since` on.
fn next(weekday: Weekday, since: NaiveDate) -> Option<NaiveDate> {
    let until = weekday.days_since(since.weekday());
    since.checked_add_days(Days::new(until.into()))
}

/// The first day of the week, month or year of `date`: "next week" begins on its Monday.
fn first_of(date: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Weeks => last(Weekday::Mon, date),
        Unit::Months => date.with_day(1),
        Unit::Years => date.with_ordinal(1),
        Unit::Minutes | Unit::Hours | Unit::Days => Some(date),
    }
}

fn days_later(from: NaiveDate, days: u64, direction: Direction) -> Option<NaiveDate> {
    match direction {
        Direction::Back => from.checked_sub_days(Days::new(days)),
        Direction::Ahead => from.checked_add_days(Days::new(days)),
    }
}

fn moved(from: NaiveDate, unit: Unit, count: u32, direction: Direction) -> Option<NaiveDate> {
    let days = |days: u32| days_later(from, (days * count).into(), direction);
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

/// The last day with this number, in any month that has one; or the next, and then the one after it.
fn day_of_month(day: u32, Frame { today, direction }: Frame) -> Option<Day> {
    let first = today.with_day(1)?;
    let months = (0..12).filter_map(|months| match direction {
        Direction::Back => first.checked_sub_months(Months::new(months)),
        Direction::Ahead => first.checked_add_months(Months::new(months)),
    });
    let mut days = months.filter_map(|month| month.with_day(day));
    match direction {
        Direction::Back => days.find(|it| *it <= today).map(Day::only),
        Direction::Ahead => {
            let date = days.find(|it| *it >= today)?;
            let otherwise = days.next();
            Some(Day { date, otherwise })
        }
    }
}

/// The last such day, or the next. Tomorrow is a last one too: a member who names it means a planned
/// talk, not one of last year. In the same way, yesterday is a next one.
fn without_year(day: u32, month: u32, Frame { today, direction }: Frame) -> Option<NaiveDate> {
    match direction {
        Direction::Back => {
            let tomorrow = today.succ_opt()?;
            let in_year = |years| NaiveDate::from_ymd_opt(tomorrow.year() - years, month, day);
            (0..2).filter_map(in_year).find(|date| *date <= tomorrow)
        }
        Direction::Ahead => {
            let yesterday = today.pred_opt()?;
            let in_year = |years| NaiveDate::from_ymd_opt(yesterday.year() + years, month, day);
            (0..2).filter_map(in_year).find(|date| *date >= yesterday)
        }
    }
}

/// Expands a two-digit year: `26` is 2026.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = if year < 100 { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The first.
    DayFirst,
    /// The second.
    MonthFirst,
    /// The language's countries differ.
    Unclear,
}

impl Order {
    /// The order that people who write `language` use.
    #[must_use]
    pub(crate) fn of(language: Language) -> Self {
        match language {
            Language::English => Self::Unclear,
            Language::Japanese => Self::MonthFirst,
            Language::German | Language::French | Language::Spanish | Language::Portuguese => {
                Self::DayFirst
            }
        }
    }
}

fn in_numbers(numbers: Numbers, frame: Frame, order: Order) -> Result<NaiveDate, Unread> {
    let of = |day, month, year: Option<u32>| match year {
        Some(year) => date(year, month, day),
        None => without_year(day, month, frame),
    };
    match numbers {
        Numbers::YearFirst(year, month, day) => date(year, month, day).ok_or(Unread::Unknown),
        Numbers::DayFirst(day, month, year) => of(day, month, year).ok_or(Unread::Unknown),
        Numbers::Either(one, two, year) => match (of(one, two, year), of(two, one, year)) {
            (None, None) => Err(Unread::Unknown),
            (Some(date), _) if order == Order::DayFirst => Ok(date),
            (_, Some(date)) if order == Order::MonthFirst => Ok(date),
            (Some(date), None) => Ok(date),
            (Some(date), Some(same)) if date == same => Ok(date),
            (date, other) => Err(Unread::Order(date.into_iter().chain(other).collect())),
        },
    }
}
