use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::ties::rest::{behind_after_silence, rest_after_silence};

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
        Contact::Met {
            last: now() - days(days_ago),
            circle,
        },
    )
}

fn new(person: i64, joined_days_ago: i64) -> Candidate {
    let joined_at = Some(now() - days(joined_days_ago));
    candidate(person, Contact::Never { joined_at })
}

fn candidate(person: i64, contact: Contact) -> Candidate {
    Candidate {
        person: PersonId(person),
        contact,
        barrier: None,
        snoozed_until: None,
        not_before: None,
        behind_until: None,
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
    assert_eq!(overdue.elapsed(), days(21));
    assert_eq!(overdue.late_by(), days(14));
    assert!(
        matches!(chosen[1].reason, Reason::NeverMet { joined_ago, .. } if joined_ago == days(3))
    );
}

#[test]
fn people_who_may_not_be_named_are_never_chosen() {
    let due = met(1, Circle::Close, 100);
    let stranger = candidate(1, Contact::Never { joined_at: None });
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
fn people_named_without_an_answer_come_after_everyone_else() {
    let passed_over = |it: Candidate| Candidate {
        behind_until: Some(now() + days(1)),
        ..it
    };
    let team = [
        passed_over(met(1, Circle::Close, 100)),
        met(2, Circle::Close, 8),
        new(3, 9),
        passed_over(new(4, 1)),
    ];
    assert_eq!(names(&team, 3), [2, 3, 1]);
    assert_eq!(names(&team, 5), [2, 3, 1, 4]);
    let over = Candidate {
        behind_until: Some(now()),
        ..team[0]
    };
    assert_eq!(names(&[team[1], over], 1), [1]);
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
    let rest = (rest_after_silence(monday), 14);
    let behind = [(0, 14), (1, 14), (2, 28), (3, 56), (u32::MAX, 14 * 256)]
        .map(|(in_a_row, days)| (behind_after_silence(monday, in_a_row), days));
    for (until, expected) in behind.into_iter().chain([rest]) {
        let slack = monday + days(expected) - until;
        assert!(slack >= TimeDelta::zero() && slack < days(1), "{expected}");
    }
}

fn any_candidate(person: i64) -> impl Strategy<Value = Candidate> {
    let contact = prop_oneof![
        (0_i64..400, prop::sample::select(&Circle::NAMED[..])).prop_map(|(ago, circle)| {
            Contact::Met {
                last: now() - days(ago),
                circle,
            }
        }),
        prop::option::of(0_i64..400).prop_map(|ago| Contact::Never {
            joined_at: ago.map(|ago| now() - days(ago))
        }),
    ];
    let barrier = prop::sample::select(vec![
        None,
        None,
        None,
        Some(Barrier::Stopped),
        Some(Barrier::Untracked),
        Some(Barrier::Gone),
    ]);
    let until = || prop::option::weighted(0.3, (-30_i64..30).prop_map(|at| now() + days(at)));
    let waits = (until(), until(), until());
    (contact, barrier, waits, 0_u32..6).prop_map(
        move |(contact, barrier, waits, suggested_this_week)| {
            let (snoozed_until, not_before, behind_until) = waits;
            Candidate {
                person: PersonId(person),
                contact,
                barrier,
                snoozed_until,
                not_before,
                behind_until,
                suggested_this_week,
            }
        },
    )
}

fn any_team() -> impl Strategy<Value = Vec<Candidate>> {
    (0_i64..20).prop_flat_map(|size| (0..size).map(any_candidate).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn any_choice_is_a_person_who_may_be_named(team in any_team(), people in 1_u8..=5) {
        let by_id: HashMap<_, _> = team.iter().map(|it| (it.person, it)).collect();
        let chosen = choose(now(), MEMBER, &team, wish(people));
        prop_assert!(chosen.len() <= usize::from(people));
        for choice in &chosen {
            let it = by_id[&choice.person];
            prop_assert!(it.person != MEMBER && it.barrier.is_none());
            prop_assert!(it.snoozed_until.is_none_or(|until| until <= now()));
            prop_assert!(it.not_before.is_none_or(|until| until <= now()));
        }
    }

    #[test]
    fn nobody_over_the_cap_is_named_while_others_are_left(team in any_team(), people in 1_u8..=5) {
        let chosen = names(&team, people);
        let everybody = team.iter().filter(|it| !names(&[**it], 1).is_empty());
        let times = |person: i64| {
            team.iter().find(|it| it.person.0 == person).map_or(0, |it| it.suggested_this_week)
        };
        let most = chosen.iter().map(|person| times(*person)).max().unwrap_or(0);
        for left in everybody.filter(|it| !chosen.contains(&it.person.0)) {
            prop_assert_eq!(chosen.len(), usize::from(people));
            prop_assert!(most < WEEKLY_CAP || most <= left.suggested_this_week);
        }
    }

    #[test]
    fn enough_due_ties_make_strangers_irrelevant(
        ties in (60_i64..100).prop_flat_map(|size| (0..size).map(any_candidate).collect::<Vec<_>>()),
        people in 1_u8..=3,
    ) {
        let first = ties.iter().filter(|it| it.person != MEMBER && it.is_before_strangers(now()));
        prop_assume!(first.count() >= usize::from(people));
        let mut met = ties.clone();
        met.retain(|it| matches!(it.contact, Contact::Met { .. }));
        let with_strangers = choose(now(), MEMBER, &ties, wish(people));
        prop_assert_eq!(with_strangers, choose(now(), MEMBER, &met, wish(people)));
    }

    #[test]
    fn the_order_of_candidates_does_not_matter(
        (team, shuffled) in any_team().prop_flat_map(|team| {
            (Just(team.clone()), Just(team).prop_shuffle())
        }),
        people in 1_u8..=5,
    ) {
        let [one, other] = [team, shuffled].map(|it| choose(now(), MEMBER, &it, wish(people)));
        prop_assert_eq!(one, other);
    }

    /// Even a member who never acts sees every person in the end. In `weeks` weeks, each person
    /// takes at most log2(weeks) + 1 places before others, so the least pressing person gets one
    /// after all others had theirs. (The cap delays a person only for one week.)
    #[test]
    fn every_person_is_named_in_the_end(mut team in any_team(), people in 1_u8..=5) {
        for it in &mut team {
            (it.barrier, it.snoozed_until) = (None, None);
            (it.not_before, it.behind_until) = (None, None);
            it.suggested_this_week = 0;
        }
        team.retain(|it| it.person != MEMBER);
        let due = |it: &&Candidate| !matches!(it.contact, Contact::Never { joined_at: None });
        let waiting = team.iter().filter(due).count();
        let weeks = 30 + 8 * i64::try_from(waiting).unwrap();
        let mut silences: HashMap<PersonId, u32> = HashMap::new();
        for week in 0..weeks {
            let now = now() + days(7 * week);
            for choice in choose(now, MEMBER, &team, wish(people)) {
                let it = team.iter_mut().find(|it| it.person == choice.person).unwrap();
                let silences = silences.entry(choice.person).or_default();
                *silences += u32::from(!it.is_behind(now));
                it.not_before = Some(rest_after_silence(now));
                it.behind_until = it.behind_until.max(Some(behind_after_silence(now, *silences)));
            }
        }
        prop_assert_eq!(silences.len(), waiting);
    }

    /// In a team where all are overdue with all, the cap spreads the suggestions evenly.
    #[test]
    fn the_cap_spreads_suggestions_over_the_team(size in 5_i64..15, people in 1_u8..=3) {
        let mut times: HashMap<i64, u32> = HashMap::new();
        for member in 0..size {
            let team: Vec<_> = (0..size)
                .map(|person| Candidate {
                    suggested_this_week: times.get(&person).copied().unwrap_or(0),
                    ..met(person, Circle::Close, 100 - person)
                })
                .collect();
            for choice in choose(now(), PersonId(member), &team, wish(people)) {
                *times.entry(choice.person.0).or_default() += 1;
            }
        }
        // At most one above the cap: the last member may have only people at the cap left.
        prop_assert!(times.values().all(|times| *times <= WEEKLY_CAP + 1), "{:?}", times);
    }
}
