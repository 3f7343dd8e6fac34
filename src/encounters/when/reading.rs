//! From words to what [`interim`] reads as the past.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use interim::{Dialect, Interval, parse_date_string, parse_duration};

use super::words::{Clock, Word, split};

/// The longest text looked at: no date takes more.
const LONGEST: usize = 80;

/// What was read.
pub(super) enum Read {
    /// This long from now; negative.
    Elapsed(TimeDelta),
    /// A day, and a time on the wall.
    Calendar(Day, Clock),
}

/// A day of the calendar.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    /// What was meant instead if the time said has not come yet on `date`.
    pub(super) earlier: Option<NaiveDate>,
}

/// Reads `text` as the past, seen from the member's `today`; `None` if it is not understood.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<Read> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let mut words: Vec<Word> = split(text)
        .iter()
        .map(|word| Word::new(word))
        .collect::<Option<_>>()?;
    let clock = take_clock(&mut words)?;
    if let Some(length) = elapsed(&words) {
        // "2 hours ago" says the time already.
        return clock.is_none().then_some(Read::Elapsed(length));
    }
    let day = match (words.as_slice(), clock) {
        ([], None) => return None,
        ([], Some(_)) => Day {
            date: today,
            earlier: today.pred_opt(),
        },
        (words, _) => day(words, today)?,
    };
    Some(Read::Calendar(day, clock.unwrap_or(Clock::DAY)))
}

/// Takes the time of day out of `words`, wherever it stands; `None` if it can't be one.
#[expect(
    clippy::option_option,
    reason = "no time said and no such time are different answers"
)]
fn take_clock(words: &mut Vec<Word>) -> Option<Option<Clock>> {
    let found = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| match (word, words.get(at + 1)) {
            (Word::Clock(clock), _) => Some((at, 1, Some(*clock))),
            (Word::Digits(time), Some(Word::Half(half))) => {
                Some((at, 2, time_of_day(&format!("{time} {half}"))))
            }
            (Word::Digits(time), _) => Some((at, 1, time_of_day(time))),
            (Word::Number(hour), Some(Word::Half(half))) => {
                Some((at, 2, time_of_day(&format!("{hour}:00 {half}"))))
            }
            _ => None,
        });
    let Some((at, length, clock)) = found else {
        return Some(None);
    };
    words.drain(at..at + length);
    clock.map(Some)
}

fn time_of_day(text: &str) -> Option<Clock> {
    let day = NaiveDate::default();
    let read = parse_date_string(text, day.and_time(NaiveTime::MIN).and_utc(), Dialect::Uk).ok()?;
    // interim carries 25:00 and 13pm over to the next day.
    (read.date_naive() == day).then(|| Clock::exactly(read.time()))
}

/// `now`, or a number of hours or minutes.
fn elapsed(words: &[Word]) -> Option<TimeDelta> {
    let text = match words {
        [Word::Now] => return Some(TimeDelta::zero()),
        [Word::Number(count), Word::Unit(unit)]
        | [Word::Number(count), Word::Unit(unit), Word::Ago] => {
            format!("{count} {unit} ago")
        }
        [Word::Last, Word::Unit(unit)] => format!("1 {unit} ago"),
        _ => return None,
    };
    match parse_duration(&text) {
        Ok(Interval::Seconds(seconds)) => Some(TimeDelta::seconds(seconds.into())),
        _ => None,
    }
}

/// The day that `words` mean, the most recent one if several could be meant.
fn day(words: &[Word], today: NaiveDate) -> Option<Day> {
    use Word::{Ago, Date, DayMonth, Last, Month, Named, Next, Number, This, Unit};

    let once = |text: &str| {
        let date = interim_day(text, today)?;
        Some(Day {
            date,
            earlier: None,
        })
    };
    match words {
        [Named(text) | Date(text)] => once(text),
        [Word::Weekday(name, _)] | [This, Word::Weekday(name, _)] => {
            let date = interim_day(&format!("last {name}"), today)?;
            Some(Day {
                date,
                earlier: date.checked_sub_days(Days::new(7)),
            })
        }
        [Last, Word::Weekday(name, _)] => {
            let date = interim_day(&format!("last {name}"), today.pred_opt()?)?;
            Some(Day {
                date,
                earlier: None,
            })
        }
        [Next, Word::Weekday(name, _)] => once(name),
        [Next, Unit(unit)] => once(&format!("next {unit}")),
        [Last, Unit(unit)] => once(&format!("1 {unit} ago")),
        [Number(count), Unit(unit)] | [Number(count), Unit(unit), Ago] => {
            once(&format!("{count} {unit} ago"))
        }
        [DayMonth(text)] => once(&format!("last {text}")),
        [Number(day), Month(month)] | [Month(month), Number(day)] => {
            once(&format!("last {day} {month}"))
        }
        [Number(day), Month(month), Number(year)] | [Month(month), Number(day), Number(year)] => {
            once(&format!("{day} {month} {}", full_year(year)))
        }
        // "Fri 20 Nov": the weekday is a check on the date.
        [Word::Weekday(_, weekday), date @ ..] => {
            day(date, today).filter(|it| it.date.weekday() == *weekday)
        }
        _ => None,
    }
}

/// interim's reading, seen from the last second of `until`, so that "last" may mean that day.
fn interim_day(text: &str, until: NaiveDate) -> Option<NaiveDate> {
    let base = until.and_hms_opt(23, 59, 59)?.and_utc();
    let read = parse_date_string(text, base, Dialect::Uk).ok()?;
    Some(read.date_naive())
}

/// `26` is 2026, as interim reads it between slashes.
fn full_year(year: &str) -> String {
    match year.len() {
        2 => format!("20{year}"),
        _ => year.to_owned(),
    }
}
