//! What words mean together, as a time in the past.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::clock::{Impossible, take_clock};
use super::lexicon::Lexicon;
use super::word::{Clock, Numbers, Unit, Word};
use super::words::readings;
use crate::language::Language;

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

impl From<Impossible> for Unread {
    fn from(_: Impossible) -> Self {
        Self::Unknown
    }
}

/// Reads `text` as a time in the past, relative to the member's `today`: in their language, else in
/// English.
pub(super) fn read(text: &str, today: NaiveDate, language: Language) -> Result<Read, Unread> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(Unread::Unknown);
    }
    let order = Order::of(language);
    let english = (language != Language::English).then_some(Language::English);
    let languages = [language].into_iter().chain(english);
    let readings = languages.flat_map(|it| readings(text, Lexicon::of(it)));
    let mut unread = Unread::Unknown;
    for words in readings {
        match read_words(words, today, order) {
            Ok(read) => return Ok(read),
            Err(error @ Unread::Order(_)) => unread = error,
            Err(Unread::Unknown) => {}
        }
    }
    Err(unread)
}

/// Reads words that have one meaning each.
fn read_words(mut words: Vec<Word>, today: NaiveDate, order: Order) -> Result<Read, Unread> {
    let clock = take_clock(&mut words)?;
    // "vor 3 Tagen", "hace 3 días", also "há 3 dias atrás".
    if let Some(Word::Ago) = words.first() {
        words.remove(0);
        words.retain(|it| !matches!(it, Word::Ago));
        words.push(Word::Ago);
    }
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
        (words, _) => day(words, today, order)?,
    };
    Ok(Read::Calendar(day, clock.unwrap_or(Clock::DAY)))
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
        // "une heure et demie", "1時間半"
        [Word::Number(count), Word::Unit(Unit::Hours), Word::HalfPast]
        | [
            Word::Number(count),
            Word::Unit(Unit::Hours),
            Word::HalfPast,
            Word::Ago,
        ] => TimeDelta::try_minutes(i64::from(*count) * 60 + 30),
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
fn day(words: &[Word], today: NaiveDate, order: Order) -> Result<Day, Unread> {
    if let [Word::Numbers(numbers)] = words {
        return in_numbers(*numbers, today, order).map(Day::only);
    }
    if let Some(day) = in_words(words, today) {
        return Ok(day);
    }
    match words {
        // "Fri 20 Nov", "11月20日(金)": the weekday is a check on the date.
        [Word::Weekday(weekday), date @ ..] | [date @ .., Word::Weekday(weekday)]
            if !date.is_empty() =>
        {
            let day = day(date, today, order)?;
            let fits = day.date.weekday() == *weekday;
            if fits { Ok(day) } else { Err(Unread::Unknown) }
        }
        _ => Err(Unread::Unknown),
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
        [Last, Word::Weekday(weekday)] | [Word::Weekday(weekday), Last] => {
            last(*weekday, today.pred_opt()?).map(Day::only)
        }
        [Next, Word::Weekday(weekday)] | [Word::Weekday(weekday), Next] => last(*weekday, today)?
            .checked_add_days(Days::new(7))
            .map(Day::only),
        [Next, Unit(unit)] | [Unit(unit), Next] => {
            moved(today, *unit, 1, Direction::Ahead).map(Day::only)
        }
        [Last, Unit(unit)] | [Unit(unit), Last] => {
            moved(today, *unit, 1, Direction::Back).map(Day::only)
        }
        [Number(count), Unit(unit)] | [Number(count), Unit(unit), Ago] => {
            moved(today, *unit, *count, Direction::Back).map(Day::only)
        }
        [Nth(day)] => day_of_month(*day, today).map(Day::only),
        [Number(day) | Nth(day), Month(month)] | [Month(month), Number(day) | Nth(day)] => {
            without_year(*day, *month, today).map(Day::only)
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

/// Which of two numbers is the day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    /// The language's countries differ.
    Unclear,
}

impl Order {
    fn of(language: Language) -> Self {
        match language {
            Language::English => Self::Unclear,
            Language::Japanese => Self::MonthFirst,
            Language::German | Language::French | Language::Spanish | Language::Portuguese => {
                Self::DayFirst
            }
        }
    }
}

fn in_numbers(numbers: Numbers, today: NaiveDate, order: Order) -> Result<NaiveDate, Unread> {
    let of = |day, month, year: Option<u32>| match year {
        Some(year) => date(year, month, day),
        None => without_year(day, month, today),
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
