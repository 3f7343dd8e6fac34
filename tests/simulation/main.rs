//! A year of nudges over the rule that chooses people, without database or Discord: how many neglected
//! ties are revived for each hundred messages, and how many ties stay in touch, beside the rule that
//! Rapport had before.
//!
//! The people are invented: how many answer, how often people talk anyway, how many come and leave. So
//! the figures say which of two rules is better, and not how a real team will do.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "its numbers are small"
)]
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking, and prints its result"
)]

mod chance;
mod play;
mod rules;
mod team;

use play::{Year, play};
use rules::Rule;

const HEAD: &str = "\
| rule | revived per 100 DMs | first talks | in touch, points | most named | newcomer first named |
|---|---:|---:|---:|---:|---|";

/// The years of several teams of this size, which differ by their chances.
fn years(rule: Rule, people: usize, teams: u64) -> Year {
    let years = (1..=teams).map(|seed| play(rule, people, seed));
    years.reduce(Year::add).unwrap()
}

/// Plays the years, and checks that the present rule is better than the one before.
fn assert_is_better(people: usize, teams: u64) {
    let of = |rule| years(rule, people, teams);
    let (nothing, before, now) = (of(Rule::Nobody), of(Rule::Before), of(Rule::Now));
    println!("\n{people} people, {teams} teams");
    println!("{HEAD}");
    for (name, year) in [("before", &before), ("now", &now)] {
        println!(
            "| {name} | {:.1} | {:.1} | {:+.1} | {} | {}., {}. Monday |",
            year.revived_per_100_dms(),
            year.begun_per_100_dms(),
            year.points_in_touch() - nothing.points_in_touch(),
            year.most_named,
            year.newcomer_waited(50),
            year.newcomer_waited(90),
        );
    }
    let gain = now.revived_per_100_dms() / before.revived_per_100_dms();
    assert!(gain > 1.02, "{gain:.2} times the ties revived");
    let points = now.points_in_touch() - before.points_in_touch();
    assert!(points > 0.5, "{points:+.2} points in touch");
    assert_eq!(now.newcomer_waited(50), 1);
    assert!(now.newcomer_waited(90) <= before.newcomer_waited(90));
    assert!(now.most_named <= before.most_named.max(4));
}

#[test]
fn the_choice_revives_more_ties_than_the_one_before() {
    assert_is_better(40, 6);
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn the_choice_revives_more_ties_in_larger_teams_too() {
    assert_is_better(40, 50);
    assert_is_better(400, 4);
}
