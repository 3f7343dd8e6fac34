//! What holds for every choice, in teams of all kinds.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

fn any_candidate(person: i64) -> impl Strategy<Value = Candidate> {
    let contact = prop_oneof![
        (0_i64..400, prop::sample::select(&Circle::NAMED[..])).prop_map(|(ago, circle)| {
            ContactSoFar::Met {
                last: now() - days(ago),
                circle,
            }
        }),
        (0_i64..400, prop::sample::select(&Circle::NAMED[..])).prop_map(|(ago, circle)| {
            ContactSoFar::Added {
                at: now() - days(ago),
                circle,
            }
        }),
        prop::option::of(0_i64..400).prop_map(|ago| ContactSoFar::Never {
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
    let waits = (until(), until());
    (contact, barrier, waits, 0_u32..4, 0_u32..6).prop_map(
        move |(contact, barrier, waits, in_vain, suggested_this_week)| {
            let (snoozed_until, not_before) = waits;
            Candidate {
                person: PersonId(person),
                contact,
                kind: None,
                barrier,
                snoozed_until,
                not_before,
                in_vain,
                suggested_this_week,
            }
        },
    )
}

fn any_kind() -> impl Strategy<Value = Option<Kind>> {
    prop::sample::select(
        &[
            None,
            Some(Kind::Peer),
            Some(Kind::Customer),
            Some(Kind::Friend),
        ][..],
    )
}

proptest! {
    #[test]
    fn kinds_only_change_who_comes_among_equals(
        team in any_team(),
        kinds in prop::collection::vec(any_kind(), 20),
        people in 1_u8..=5,
    ) {
        let plain = choose(now(), MEMBER, &team, wish(people));
        let of_kinds: Vec<_> = team
            .iter()
            .zip(&kinds)
            .map(|(it, kind)| Candidate { kind: *kind, ..*it })
            .collect();
        let varied = choose(now(), MEMBER, &of_kinds, wish(people));
        // The chosen people have the same counts, whoever they are.
        let levels = |chosen: &[Choice]| {
            let level = |it: &Choice| {
                let named = team.iter().find(|other| other.person == it.person).unwrap();
                let is_due = matches!(it.reason, Reason::Due { .. });
                (is_due, named.in_vain, named.suggested_this_week.saturating_sub(2))
            };
            let mut levels: Vec<_> = chosen.iter().map(level).collect();
            levels.sort_unstable();
            levels
        };
        prop_assert_eq!(levels(&varied), levels(&plain));
    }
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
    fn enough_due_ties_make_all_strangers_but_newcomers_irrelevant(
        ties in (60_i64..100).prop_flat_map(|size| (0..size).map(any_candidate).collect::<Vec<_>>()),
        people in 1_u8..=3,
    ) {
        let first = ties.iter().filter(|it| it.person != MEMBER && it.is_before_strangers(now()));
        prop_assume!(first.count() >= usize::from(people));
        let mut known = ties.clone();
        known.retain(|it| match it.contact {
            ContactSoFar::Met { .. } | ContactSoFar::Added { .. } => true,
            ContactSoFar::Never { joined_at } => joined_at >= Some(now() - NEWCOMER_FOR),
        });
        let with_strangers = choose(now(), MEMBER, &ties, wish(people));
        prop_assert_eq!(with_strangers, choose(now(), MEMBER, &known, wish(people)));
    }

    #[test]
    fn a_person_kept_apart_is_as_if_they_were_not_there(
        team in any_team(),
        apart in 0_i64..20,
        people in 1_u8..=5,
    ) {
        let with_barrier = |barrier| {
            let marked = team.iter().map(|it| Candidate {
                barrier: if it.person.0 == apart { barrier } else { it.barrier },
                ..*it
            });
            choose(now(), MEMBER, &marked.collect::<Vec<_>>(), wish(people))
        };
        let mut without = team.clone();
        without.retain(|it| it.person.0 != apart);
        let kept_apart = with_barrier(Some(Barrier::Apart));
        prop_assert_eq!(&kept_apart, &choose(now(), MEMBER, &without, wish(people)));
        // As with everyone who can't be named for another reason.
        prop_assert_eq!(kept_apart, with_barrier(Some(Barrier::Gone)));
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

    /// In eight weeks, every due tie has its place before another one has two. One place may be the
    /// same newcomer's.
    #[test]
    fn a_member_who_never_acts_sees_all_due_ties_in_turn(
        mut team in any_team(),
        people in 1_u8..=5,
    ) {
        for it in &mut team {
            (it.barrier, it.snoozed_until, it.not_before) = (None, None, None);
            (it.in_vain, it.suggested_this_week) = (0, 0);
        }
        team.retain(|it| !names(&[*it], 1).is_empty());
        let is_tie = |it: &&Candidate| !matches!(it.contact, ContactSoFar::Never { .. });
        let due = team.iter().filter(is_tie).count();
        let mut seen: HashMap<PersonId, u32> = HashMap::new();
        for week in 0..8 {
            let now = now() + days(7 * week);
            for choice in choose(now, MEMBER, &team, wish(people)) {
                *seen.entry(choice.person).or_default() += 1;
                let it = team.iter_mut().find(|it| it.person == choice.person).unwrap();
                it.not_before = Some(rest_after_silence(now));
                it.in_vain += 1;
            }
        }
        let others = usize::from(people - 1).max(1);
        prop_assert!(seen.len() >= due.min(8 * others), "{seen:?}");
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
