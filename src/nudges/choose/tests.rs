mod properties;

use super::*;
use crate::ties::rest::rest_after_silence;

const MEMBER: PersonId = PersonId(0);

fn now() -> DateTime<Utc> {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn days(count: i64) -> TimeDelta {
    TimeDelta::days(count)
}

fn met(person: i64, circle: Circle, days_ago: i64) -> Candidate {
    candidate(
        person,
        ContactSoFar::Met {
            last: now() - days(days_ago),
            circle,
        },
    )
}

fn new(person: i64, joined_days_ago: i64) -> Candidate {
    let joined_at = Some(now() - days(joined_days_ago));
    candidate(person, ContactSoFar::Never { joined_at })
}

fn candidate(person: i64, contact: ContactSoFar) -> Candidate {
    Candidate {
        person: PersonId(person),
        contact,
        kind: None,
        barrier: None,
        snoozed_until: None,
        not_before: None,
        in_vain: 0,
        suggested_this_week: 0,
    }
}

fn wish(people: u8) -> PeoplePerNudge {
    PeoplePerNudge::new(people).unwrap()
}

fn names(candidates: &[Candidate], people: u8) -> Vec<i64> {
    let chosen = choose(now(), MEMBER, candidates, wish(people));
    chosen.iter().map(|choice| choice.person.0).collect()
}

#[test]
fn due_ties_come_by_ratio_and_then_the_newest_members() {
    let team = [
        new(5, 40),
        new(6, 3),
        met(3, Circle::Distant, 189),
        met(2, Circle::Close, 21),
        met(4, Circle::Regular, 29),
    ];
    assert_eq!(names(&team, 5), [2, 3, 6, 5]);
    assert_eq!(names(&team, 3), [2, 3, 6]);
    assert_eq!(names(&[met(4, Circle::Regular, 29)], 3), [0_i64; 0]);
}

#[test]
fn a_nudge_with_a_choice_names_different_kinds() {
    let tie = |person, days_ago, kind| Candidate {
        kind,
        ..met(person, Circle::Close, days_ago)
    };
    let (peer, customer) = (Some(Kind::Peer), Some(Kind::Customer));
    let team = [
        tie(1, 50, peer),
        tie(2, 40, peer),
        tie(3, 30, peer),
        tie(4, 20, customer),
        tie(5, 10, None),
    ];
    assert_eq!(names(&team, 1), [1]);
    assert_eq!(names(&team, 2), [1, 4], "a customer before a second peer");
    assert_eq!(names(&team, 3), [1, 4, 5]);
    assert_eq!(names(&team, 4), [1, 2, 4, 5]);
    let mut ignored = team;
    ignored[3].in_vain = 1;
    assert_eq!(
        names(&ignored, 2),
        [1, 5],
        "the customer was named before, and ignored"
    );
}

#[test]
fn reasons_say_how_overdue_and_how_new() {
    let chosen = choose(
        now(),
        MEMBER,
        &[met(1, Circle::Close, 21), new(2, 3)],
        wish(2),
    );
    let Reason::Due { overdue, .. } = chosen[0].reason else {
        panic!("{chosen:?}")
    };
    let three_weeks = Overdue::new(now() - days(21), Circle::Close, now());
    assert_eq!(overdue, three_weeks);
    assert!(
        matches!(chosen[1].reason, Reason::NeverMet { joined_ago, .. } if joined_ago == days(3))
    );
}

#[test]
fn people_who_may_not_be_named_are_never_chosen() {
    let due = met(1, Circle::Close, 100);
    let stranger = candidate(1, ContactSoFar::Never { joined_at: None });
    let (soon, already) = (Some(now() + days(1)), Some(now()));
    for (candidate, named) in [
        (due, true),
        (
            Candidate {
                barrier: Some(Barrier::Stopped),
                ..due
            },
            false,
        ),
        (
            Candidate {
                barrier: Some(Barrier::Untracked),
                ..due
            },
            false,
        ),
        (
            Candidate {
                barrier: Some(Barrier::Gone),
                ..due
            },
            false,
        ),
        (
            Candidate {
                person: MEMBER,
                ..due
            },
            false,
        ),
        (
            Candidate {
                snoozed_until: soon,
                ..due
            },
            false,
        ),
        (
            Candidate {
                snoozed_until: already,
                ..due
            },
            true,
        ),
        (
            Candidate {
                not_before: soon,
                ..due
            },
            false,
        ),
        (
            Candidate {
                not_before: already,
                ..due
            },
            true,
        ),
        (stranger, false),
    ] {
        assert_eq!(
            names(&[candidate], 3).len(),
            usize::from(named),
            "{candidate:?}"
        );
    }
}

#[test]
fn people_named_least_often_in_vain_come_first() {
    let in_vain = |times, it: Candidate| Candidate {
        in_vain: times,
        ..it
    };
    let team = [
        in_vain(2, met(1, Circle::Close, 100)),
        in_vain(1, met(2, Circle::Close, 8)),
        new(3, 90),
        in_vain(1, new(4, 80)),
        met(5, Circle::Close, 9),
    ];
    assert_eq!(names(&team, 4), [5, 2, 1, 3]);
    assert_eq!(names(&team, 5), [5, 2, 1, 3, 4]);
}

#[test]
fn one_of_several_places_is_a_newcomers() {
    let due = [1, 2, 3].map(|person| met(person, Circle::Close, 100 - person));
    let with = |strangers: &[Candidate]| [&due[..], strangers].concat();
    let (newcomer, older) = (new(4, 56), new(5, 57));
    assert_eq!(names(&with(&[newcomer, older]), 3), [1, 2, 4]);
    assert_eq!(names(&with(&[older]), 3), [1, 2, 3]);
    assert_eq!(names(&with(&[newcomer, new(6, 3)]), 3), [1, 2, 6]);
    assert_eq!(
        names(&with(&[newcomer]), 1),
        [1],
        "a single place is a tie's"
    );
    let again = Candidate {
        in_vain: 2,
        ..newcomer
    };
    assert_eq!(names(&with(&[again]), 2), [1, 4]);
    let full = Candidate {
        suggested_this_week: WEEKLY_CAP,
        ..newcomer
    };
    assert_eq!(names(&with(&[full]), 3), [1, 2, 3]);
}

#[test]
fn the_weekly_cap_holds_while_others_are_left_and_then_grows_by_one() {
    let often = |person, times| Candidate {
        suggested_this_week: times,
        ..met(person, Circle::Close, 100 - person)
    };
    assert_eq!(names(&[often(1, 3), often(2, 2), new(3, 9)], 2), [2, 3]);
    assert_eq!(names(&[often(1, 5), often(2, 3), often(3, 4)], 2), [2, 3]);
    assert_eq!(names(&[often(1, 9)], 3), [1]);
}

#[test]
fn equal_ranks_go_to_the_less_often_named_then_the_smaller_identifier() {
    let often = |person, times| Candidate {
        suggested_this_week: times,
        ..met(person, Circle::Close, 50)
    };
    assert_eq!(
        names(&[often(3, 0), often(2, 1), often(1, 1)], 3),
        [3, 1, 2]
    );
}

#[test]
fn a_rest_ends_before_the_second_monday_whatever_the_clocks_do() {
    let monday = now();
    let slack = monday + days(14) - rest_after_silence(monday);
    assert!(slack >= TimeDelta::zero() && slack < days(1), "{slack}");
}
