mod coming;
mod languages;
mod laws;

use super::*;
use crate::calendar::Zone;
use chrono::TimeDelta;

fn berlin() -> Zone {
    "Europe/Berlin".parse::<Zone>().unwrap()
}

/// Friday 27 November 2026, 15:30 in Berlin.
const FRIDAY: &str = "2026-11-27T14:30";

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

fn since() -> DateTime<Utc> {
    at("2025-01-01T00:00")
}

fn understood(text: &str, now: &str) -> String {
    understood_in(Language::English, text, now)
}

/// The local result in Berlin: `2026-11-20 12:00 Day`, or the kind of error.
fn understood_in(language: Language, text: &str, now: &str) -> String {
    match understand(text, at(now), berlin(), since(), language) {
        Ok(When { at, precision }) => {
            format!(
                "{} {precision:?}",
                at.with_timezone(&berlin()).format("%Y-%m-%d %H:%M")
            )
        }
        Err(WhenError::Unreadable { .. }) => "unreadable".into(),
        Err(WhenError::Order { readings, refused }) => {
            let readings: Vec<_> = readings.iter().map(ToString::to_string).collect();
            let refused = refused.map(|day| format!(", or {day}, which I can't keep"));
            readings.join(" or ") + &refused.unwrap_or_default()
        }
        Err(WhenError::Future { understood, .. }) => {
            format!("future {}", understood.format("%Y-%m-%d %H:%M"))
        }
        Err(WhenError::TooLongAgo { .. }) => "too long ago".into(),
        Err(error) => format!("{error:?}"),
    }
}

fn check(now: &str, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(understood(text, now), *expected, "{text:?} at {now}");
    }
}

#[test]
fn days_are_read_by_name() {
    check(
        FRIDAY,
        &[
            ("today", "2026-11-27 12:00 Day"),
            ("Yesterday", "2026-11-26 12:00 Day"),
            ("the day before yesterday", "2026-11-25 12:00 Day"),
            ("friday", "2026-11-27 12:00 Day"),
            ("last friday", "2026-11-20 12:00 Day"),
            ("on Thursday", "2026-11-26 12:00 Day"),
            ("last thursday", "2026-11-26 12:00 Day"),
            ("sat", "2026-11-21 12:00 Day"),
            ("this monday", "2026-11-23 12:00 Day"),
            ("tues", "2026-11-24 12:00 Day"),
            ("last week", "2026-11-20 12:00 Day"),
            ("last month", "2026-10-27 12:00 Day"),
        ],
    );
}

#[test]
fn days_are_read_by_number() {
    check(
        FRIDAY,
        &[
            ("2026-11-20", "2026-11-20 12:00 Day"),
            ("20/11/2026", "2026-11-20 12:00 Day"),
            ("20/11/26", "2026-11-20 12:00 Day"),
            ("20.11.2026", "2026-11-20 12:00 Day"),
            ("20.11.", "2026-11-20 12:00 Day"),
            ("2026/11/20", "2026-11-20 12:00 Day"),
            ("20/11", "2026-11-20 12:00 Day"),
            ("20/12", "2025-12-20 12:00 Day"),
            (
                "11/12/2026",
                "2026-11-12, or 2026-12-11, which I can't keep",
            ),
            ("11-12-26", "2026-11-12, or 2026-12-11, which I can't keep"),
            ("5/12/2026", "2026-05-12, or 2026-12-05, which I can't keep"),
            ("11/10/2026", "2026-10-11 or 2026-11-10"),
            ("12/30/2026", "future 2026-12-30 12:00"),
            ("1/2/2027", "future 2027-01-02 12:00"),
            ("1/2/2019", "too long ago"),
            ("11/12", "2025-12-11 or 2026-11-12"),
            ("11/26/2026", "2026-11-26"),
            ("11/26 9:00", "2026-11-26"),
            ("11/11/2026", "2026-11-11 12:00 Day"),
            ("12.11.2026", "2026-11-12 12:00 Day"),
            ("30/2/2026", "unreadable"),
            ("the 26th", "2026-11-26 12:00 Day"),
            ("on the 28th", "2026-10-28 12:00 Day"),
            ("31st", "2026-10-31 12:00 Day"),
            ("26.", "2026-11-26 12:00 Day"),
            ("20. Nov", "2026-11-20 12:00 Day"),
            ("32nd", "unreadable"),
            ("20 Nov", "2026-11-20 12:00 Day"),
            ("Nov 20", "2026-11-20 12:00 Day"),
            ("20th of november", "2026-11-20 12:00 Day"),
            ("November 20th, 2026", "2026-11-20 12:00 Day"),
            ("20 nov 26", "2026-11-20 12:00 Day"),
            ("28 Nov", "future 2026-11-28 12:00"),
            ("28/11", "future 2026-11-28 12:00"),
            ("28 Nov 2025", "2025-11-28 12:00 Day"),
            ("29 Nov", "2025-11-29 12:00 Day"),
            ("27 Nov", "2026-11-27 12:00 Day"),
            ("Fri 20 Nov", "2026-11-20 12:00 Day"),
            ("Thu 20 Nov", "unreadable"),
            ("Fri 20 Nov 2026", "2026-11-20 12:00 Day"),
            ("31 Nov", "unreadable"),
            ("29 Feb", "unreadable"),
        ],
    );
}

#[test]
fn times_of_day_are_read() {
    check(
        FRIDAY,
        &[
            ("20 Nov 14:00", "2026-11-20 14:00 Time"),
            ("2026-11-20T14:00", "2026-11-20 14:00 Time"),
            ("27 Nov 16:00", "future 2026-11-27 16:00"),
            ("the 27th at 16:00", "future 2026-11-27 16:00"),
            ("28 Nov 14:00", "future 2026-11-28 14:00"),
            ("29 Nov 14:00", "2025-11-29 14:00 Time"),
            ("monday 9am", "2026-11-23 09:00 Time"),
            ("Monday 9AM", "2026-11-23 09:00 Time"),
            ("monday 12pm", "2026-11-23 12:00 Time"),
            ("monday at 12 a.m.", "2026-11-23 00:00 Time"),
            ("9:30 pm yesterday", "2026-11-26 21:30 Time"),
            ("yesterday 14:00", "2026-11-26 14:00 Time"),
            ("yesterday 14.30", "2026-11-26 14:30 Time"),
            ("friday 15:00", "2026-11-27 15:00 Time"),
            ("friday 16:00", "2026-11-20 16:00 Time"),
            ("noon", "2026-11-27 12:00 Time"),
            ("yesterday at 9", "2026-11-26 09:00 Time"),
            ("at 9 yesterday", "2026-11-26 09:00 Time"),
            ("yesterday around 9pm", "2026-11-26 21:00 Time"),
            ("yesterday at noon", "2026-11-26 12:00 Time"),
            ("yesterday 0900", "2026-11-26 09:00 Time"),
            ("the 26th at 1430", "2026-11-26 14:30 Time"),
            ("20 Nov at 14", "2026-11-20 14:00 Time"),
            ("at 9", "2026-11-27 09:00 Time"),
            ("yesterday at 25", "unreadable"),
            ("16:00", "2026-11-26 16:00 Time"),
            ("15:30", "2026-11-27 15:30 Time"),
            ("yesterday 25:00", "unreadable"),
            ("yesterday 13pm", "unreadable"),
            ("yesterday 14:00 15:00", "unreadable"),
            ("today 18:00", "future 2026-11-27 18:00"),
        ],
    );
}

#[test]
fn on_new_years_eve_the_date_of_tomorrow_is_in_the_future() {
    let new_years_eve = "2026-12-31T12:00";
    check(
        new_years_eve,
        &[
            ("1 Jan", "future 2027-01-01 12:00"),
            ("2 Jan", "2026-01-02 12:00 Day"),
            ("31 Dec 20:00", "future 2026-12-31 20:00"),
        ],
    );
}

#[test]
fn a_part_of_a_day_has_a_time_that_is_never_shown() {
    check(
        FRIDAY,
        &[
            ("this morning", "2026-11-27 09:00 Day"),
            ("this afternoon", "2026-11-27 15:00 Day"),
            ("this evening", "future 2026-11-27 19:00"),
            ("yesterday evening", "2026-11-26 19:00 Day"),
            ("last night", "2026-11-26 21:00 Day"),
            ("monday in the morning", "2026-11-23 09:00 Day"),
        ],
    );
    // Friday 07:10 in Berlin.
    check(
        "2026-11-27T06:10",
        &[
            ("today", "2026-11-27 07:10 Day"),
            ("friday", "2026-11-27 07:10 Day"),
            ("this morning", "2026-11-27 07:10 Day"),
            ("afternoon", "2026-11-26 15:00 Day"),
            ("noon", "2026-11-26 12:00 Time"),
        ],
    );
}

#[test]
fn lengths_of_time_are_read() {
    check(
        FRIDAY,
        &[
            ("just now", "2026-11-27 15:30 Time"),
            ("an hour ago", "2026-11-27 14:30 Time"),
            ("half an hour ago", "2026-11-27 15:00 Time"),
            ("1.5 hours ago", "2026-11-27 14:00 Time"),
            ("one and a half hours ago", "2026-11-27 14:00 Time"),
            ("an hour and a half ago", "2026-11-27 14:00 Time"),
            ("about 2 hours ago", "2026-11-27 13:30 Time"),
            ("about 3 days ago", "2026-11-24 12:00 Day"),
            ("5 mins ago", "2026-11-27 15:25 Time"),
            ("2h", "2026-11-27 13:30 Time"),
            ("3 days ago", "2026-11-24 12:00 Day"),
            ("3d", "2026-11-24 12:00 Day"),
            ("a couple of days ago", "2026-11-25 12:00 Day"),
            ("2 weeks ago", "2026-11-13 12:00 Day"),
            ("a month ago", "2026-10-27 12:00 Day"),
            ("3 days ago 9am", "2026-11-24 09:00 Time"),
            ("a year ago", "2025-11-27 12:00 Day"),
            ("2 hours ago 9am", "unreadable"),
        ],
    );
    // Clocks went back at 03:00 that Sunday: four hours before 05:00 they first showed 02:00.
    check(
        "2026-10-25T04:00",
        &[("4 hours ago", "2026-10-25 02:00 Time")],
    );
}

#[test]
fn a_skipped_time_is_the_end_of_the_gap_and_a_repeated_one_the_earlier() {
    check(FRIDAY, &[("2026-03-29 02:30", "2026-03-29 03:00 Time")]);
    let fold = understand(
        "2026-10-25 02:30",
        at(FRIDAY),
        berlin(),
        since(),
        Language::English,
    );
    assert_eq!(fold.map(|it| it.at), Ok(at("2026-10-25T00:30")));
}

#[test]
fn impossible_times_are_refused() {
    check(
        FRIDAY,
        &[
            ("tomorrow", "future 2026-11-28 12:00"),
            ("next friday", "future 2026-12-04 12:00"),
            ("next week", "future 2026-12-04 12:00"),
            ("2027-01-01", "future 2027-01-01 12:00"),
            ("2024-01-01", "2024-01-01 12:00 Day"),
            ("2023-12-31", "too long ago"),
            ("9999 years ago", "too long ago"),
            ("2015", "unreadable"),
            ("20", "unreadable"),
            ("", "unreadable"),
            ("in 3 days", "future 2026-11-30 12:00"),
            ("dad", "unreadable"),
            ("november", "unreadable"),
            ("blursday", "unreadable"),
            ("yesterday bananas", "unreadable"),
            ("4 July bananas", "unreadable"),
            ("friday 9 antidisestablishmentarianism", "unreadable"),
            ("昨日", "unreadable"),
        ],
    );
}

#[test]
fn errors_say_what_would_work() {
    let error = |text: &str| {
        understand(text, at(FRIDAY), berlin(), since(), Language::English)
            .unwrap_err()
            .sentence(Language::English)
            .to(Language::English)
    };
    assert_eq!(
        error("blursday"),
        "I can't read \"blursday\" as a date. Try \"yesterday\", \"last friday\", \"3 days ago\", \
         \"2026-11-20\" or \"20 November 14:00\"."
    );
    assert_eq!(
        error("tomorrow"),
        "I read that as Sat 28 Nov 2026, which is still to come. I keep conversations that \
         have happened: try \"today\", \"last friday\" or a date with its year."
    );
    assert_eq!(
        error("this evening"),
        "I read that as Fri 27 Nov 2026, 19:00, which is still to come. I keep conversations that \
         have happened: try \"today\", \"last friday\" or a date with its year."
    );
    assert_eq!(
        error("2019-03-03"),
        "I read that as Sun 3 Mar 2019, which is too long ago for me. I keep conversations from \
         Mon 1 Jan 2024 on: try a date after that, such as \"last friday\" or \"3 weeks ago\"."
    );
    assert_eq!(
        error("11/12/2026"),
        "Dates in numbers differ from country to country: that can be 2026-11-12, or 2026-12-11, \
         which I can't keep. Type the one you mean like that, year first."
    );
    let long = understand(
        &"é".repeat(500),
        at(FRIDAY),
        berlin(),
        since(),
        Language::English,
    );
    let shown = "é".repeat(SHOWN - 1) + "…";
    let day = "2026-11-20".parse().unwrap();
    assert_eq!(long, Err(WhenError::Unreadable { shown, day }));
}

fn labels(typed: &str) -> Vec<String> {
    let offered = completions(typed, at(FRIDAY), berlin(), since(), Language::English);
    offered.into_iter().map(|it| it.label).collect()
}

#[test]
fn completions_show_the_date_understood() {
    let common = labels("  ");
    assert_eq!(common.len(), 13);
    assert_eq!(common[0], "just now · Fri 27 Nov 2026, 15:30");
    assert_eq!(common[2], "yesterday · Thu 26 Nov 2026");
    assert_eq!(labels("yest")[0], "yesterday · Thu 26 Nov 2026");
    assert_eq!(labels("Last F"), ["last friday · Fri 20 Nov 2026"]);
    assert_eq!(labels("20 n"), ["20 Nov · Fri 20 Nov 2026"]);
    assert_eq!(labels("3")[0], "3 days ago · Tue 24 Nov 2026");
    assert_eq!(
        labels("20 Nov 14:00"),
        ["20 Nov 14:00 · Fri 20 Nov 2026, 14:00"]
    );
    assert_eq!(
        labels("11/10/2026"),
        [
            "2026-10-11 · Sun 11 Oct 2026",
            "2026-11-10 · Tue 10 Nov 2026"
        ]
    );
    assert!(labels("tomorrow").is_empty() && labels("blursday").is_empty());
}

#[test]
fn a_chosen_day_is_sent_as_that_day() {
    let values = |typed| {
        let offered = completions(typed, at(FRIDAY), berlin(), since(), Language::English);
        offered.into_iter().map(|it| it.value).collect::<Vec<_>>()
    };
    assert_eq!(values("yesterday")[0], "2026-11-26");
    assert_eq!(values("yesterday m"), ["2026-11-26 morning"]);
    assert_eq!(values("just"), ["2026-11-27T14:30:00Z"]);
}

#[test]
fn instants_at_the_ends_of_time_do_not_panic() {
    for text in [
        "9999-12-31T23:59:59-23:59",
        "0000-01-01T00:00:00+23:59",
        "+262142-12-31T23:59:59Z",
    ] {
        for zone in [
            "Pacific/Kiritimati".parse::<Zone>().unwrap(),
            "Pacific/Niue".parse::<Zone>().unwrap(),
        ] {
            assert!(
                understand(text, at(FRIDAY), zone, since(), Language::English).is_err(),
                "{text}"
            );
        }
    }
}
