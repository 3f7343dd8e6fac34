mod year;

use std::collections::BTreeMap;

use proptest::collection::{hash_map, vec};
use proptest::prelude::*;

use super::*;

const NOW: DateTime<Utc> = DateTime::from_timestamp(1_764_000_000, 0).unwrap();

fn ago(weeks: i64) -> DateTime<Utc> {
    NOW - TimeDelta::weeks(weeks)
}

fn participant(id: i64) -> Participant {
    Participant {
        person: PersonId(id),
        is_newcomer: false,
        roles: Vec::new(),
        hours: Hours(0xff),
    }
}

/// People 1 to `people` who are all alike.
fn alike(people: i64) -> Facts {
    Facts {
        people: (1..=people).map(participant).collect(),
        relations: HashMap::new(),
        now: NOW,
    }
}

impl Facts {
    fn relate(&mut self, one: i64, other: i64, relation: Relation) {
        let key = (PersonId(one.min(other)), PersonId(one.max(other)));
        self.relations.insert(key, relation);
    }

    fn at(&mut self, id: i64) -> &mut Participant {
        let found = self.people.iter_mut().find(|it| it.person.0 == id);
        found.unwrap()
    }
}

fn groups(facts: &Facts) -> Vec<Vec<i64>> {
    let ids = |group: Vec<PersonId>| group.into_iter().map(|it| it.0).collect();
    pair(facts).groups.into_iter().map(ids).collect()
}

const TALKED: Relation = Relation {
    talked_at: Some(NOW),
    is_apart: false,
    introduced_at: None,
    has_kind: false,
};

#[test]
fn two_people_are_a_pair_and_nobody_is_alone_with_nobody() {
    assert_eq!(pair(&alike(0)), Pairing::default());
    assert_eq!(pair(&alike(1)).left_over, [PersonId(1)]);
    assert_eq!(groups(&alike(2)), [[1, 2]]);
}

#[test]
fn one_left_over_makes_a_three() {
    assert_eq!(groups(&alike(3)), [[1, 2, 3]]);
    let sizes = |people| {
        let mut sizes: Vec<_> = groups(&alike(people)).iter().map(Vec::len).collect();
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(sizes(7), [2, 2, 3]);
    assert_eq!(sizes(8), [2, 2, 2, 2]);
}

#[test]
fn people_kept_apart_are_never_together() {
    let mut facts = alike(3);
    let apart = Relation {
        is_apart: true,
        ..Relation::default()
    };
    facts.relate(1, 2, apart);
    let Pairing { groups, left_over } = pair(&facts);
    assert_eq!(groups.len(), 1);
    assert!(groups[0].contains(&PersonId(3)) && groups[0].len() == 2);
    assert_eq!(left_over.len(), 1);
    facts.people.pop();
    assert_eq!(pair(&facts).groups, Vec::<Vec<_>>::new());
}

#[test]
fn two_are_introduced_again_after_12_weeks_and_not_before() {
    let introduced = |weeks| Relation {
        introduced_at: Some(ago(weeks)),
        ..Relation::default()
    };
    let mut facts = alike(2);
    facts.relate(1, 2, introduced(11));
    assert_eq!(pair(&facts).left_over.len(), 2);
    facts.relate(1, 2, introduced(12));
    assert_eq!(groups(&facts), [[1, 2]]);
    let mut facts = alike(4);
    facts.relate(1, 2, introduced(13));
    facts.relate(3, 4, introduced(51));
    assert!(!groups(&facts).contains(&vec![1, 2]));
}

#[test]
fn people_who_never_talked_come_before_those_who_talked_long_ago() {
    let mut facts = alike(4);
    let talked = |weeks| Relation {
        talked_at: Some(ago(weeks)),
        ..Relation::default()
    };
    for (one, other) in [(1, 2), (3, 4), (1, 3), (2, 4)] {
        facts.relate(one, other, talked(300));
    }
    assert_eq!(groups(&facts), [[1, 4], [2, 3]]);
    facts.relate(1, 4, talked(2));
    facts.relate(2, 3, talked(2));
    facts.relate(1, 2, talked(20));
    facts.relate(3, 4, talked(20));
    assert_eq!(groups(&facts), [[1, 3], [2, 4]]);
}

#[test]
fn a_newcomer_meets_a_person_who_has_been_there_a_while() {
    let mut facts = alike(6);
    for id in [1, 2, 5] {
        facts.at(id).is_newcomer = true;
    }
    for group in groups(&facts) {
        let newcomers = group.iter().filter(|id| [1, 2, 5].contains(*id));
        assert_eq!(newcomers.count(), 1, "{group:?}");
    }
}

#[test]
fn people_with_other_roles_meet() {
    let mut facts = alike(4);
    for (id, role) in [(1, 7), (2, 7), (3, 8), (4, 8)] {
        facts.at(id).roles = vec![RoleId(5), RoleId(role)];
    }
    assert!(!groups(&facts).contains(&vec![1, 2]));
}

#[test]
fn people_with_common_hours_meet() {
    let mut facts = alike(4);
    for (id, hours) in [(1, 0xff), (2, 0xff00), (3, 0xff), (4, 0xff00)] {
        facts.at(id).hours = Hours(hours);
    }
    assert_eq!(groups(&facts), [[1, 3], [2, 4]]);
}

#[test]
fn people_who_said_what_the_other_is_to_them_know_each_other() {
    let mut facts = alike(4);
    let known = Relation {
        has_kind: true,
        ..Relation::default()
    };
    facts.relate(1, 2, known);
    assert!(!groups(&facts).contains(&vec![1, 2]));
}

#[test]
fn one_left_over_joins_the_pair_that_suits_them_best() {
    let mut facts = alike(5);
    for (one, other) in [(5, 1), (5, 2), (5, 3), (5, 4), (1, 3), (2, 4), (1, 4)] {
        facts.relate(one, other, TALKED);
    }
    facts.relate(5, 3, Relation::default());
    assert_eq!(groups(&facts), [vec![1, 2], vec![3, 4, 5]]);
}

#[test]
fn chance_pairs_others_in_another_round() {
    let rounds = (0..10).map(|weeks| {
        let mut facts = alike(10);
        facts.now = NOW + TimeDelta::weeks(weeks);
        groups(&facts)
    });
    assert!(rounds.collect::<BTreeSet<_>>().len() > 1);
}

prop_compose! {
    fn any_participant(id: i64)(
        is_newcomer in any::<bool>(),
        hours in 0_u32..0x0100_0000,
        roles in proptest::collection::btree_set(1_i64..6, 0..4),
    ) -> Participant {
        Participant {
            person: PersonId(id),
            is_newcomer,
            roles: roles.into_iter().map(RoleId).collect(),
            hours: Hours(hours),
        }
    }
}

fn any_relation() -> impl Strategy<Value = Relation> {
    let weeks = || proptest::option::of(0_i64..60);
    (prop::bool::weighted(0.4), weeks(), weeks(), any::<bool>()).prop_map(
        |(is_apart, talked, introduced, has_kind)| Relation {
            is_apart,
            talked_at: talked.map(ago),
            introduced_at: introduced.map(ago),
            has_kind,
        },
    )
}

/// Up to `most` people, about half of the possible relations among them.
fn any_facts(most: i64) -> impl Strategy<Value = Facts> {
    (0..=most).prop_flat_map(move |count| {
        let people: Vec<_> = (1..=count).map(any_participant).collect();
        let two = (1..most, 1..most).prop_map(move |(one, by)| (one, (one + by).min(most)));
        let related = two.prop_filter("one person", |(one, other)| one != other);
        let half = usize::try_from(count * (count - 1) / 4).unwrap();
        let ids = related.prop_map(|(one, other)| (PersonId(one), PersonId(other)));
        let relations = hash_map(ids, any_relation(), 0..=half);
        (people, relations).prop_map(|(people, relations)| Facts {
            people,
            relations,
            now: NOW,
        })
    })
}

/// The most pairs among the people from `from` on who are not `taken`, and the greatest sum of their
/// weights, by trying everything.
fn by_force(facts: &Facts, from: usize, taken: &mut Vec<usize>) -> (usize, i32) {
    let Some(from) = (from..facts.people.len()).find(|at| !taken.contains(at)) else {
        return (0, 0);
    };
    let mut best = by_force(facts, from + 1, taken);
    for other in from + 1..facts.people.len() {
        let weight = facts.weight(&facts.people[from], &facts.people[other]);
        if let Some(weight) = weight.filter(|_| !taken.contains(&other)) {
            taken.push(other);
            let (pairs, sum) = by_force(facts, from + 1, taken);
            taken.pop();
            best = best.max((pairs + 1, sum + weight));
        }
    }
    best
}

fn assert_valid(facts: &Facts) -> Result<(), TestCaseError> {
    let pairing = pair(facts);
    let mut times = BTreeMap::new();
    for group in &pairing.groups {
        prop_assert!((2..=3).contains(&group.len()));
        for (at, one) in group.iter().enumerate() {
            for other in &group[..at] {
                prop_assert!(facts.allows(*one, *other), "{:?} {:?}", one, other);
            }
        }
    }
    for person in pairing.groups.iter().flatten().chain(&pairing.left_over) {
        *times.entry(*person).or_insert(0) += 1;
    }
    let once = facts.people.iter().map(|it| (it.person, 1)).collect();
    prop_assert_eq!(times, once);
    for (at, one) in pairing.left_over.iter().enumerate() {
        for other in &pairing.left_over[..at] {
            prop_assert!(!facts.allows(*one, *other), "two are left who may meet");
        }
        for group in pairing.groups.iter().filter(|group| group.len() == 2) {
            let fits = group.iter().all(|it| facts.allows(*it, *one));
            prop_assert!(!fits, "a pair is left that one may join");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_person_is_in_one_group_of_people_who_may_meet(facts in any_facts(30)) {
        assert_valid(&facts)?;
    }

    #[test]
    fn there_are_as_many_pairs_as_possible_and_they_are_the_best(facts in any_facts(10)) {
        let pairs = sparse::matching(facts.people.len(), |one, other| {
            facts.weight(&facts.people[one], &facts.people[other])
        });
        let weight = |(one, other): &(usize, usize)| {
            facts.weight(&facts.people[*one], &facts.people[*other]).unwrap()
        };
        let found = (pairs.len(), pairs.iter().map(weight).sum());
        prop_assert_eq!(found, by_force(&facts, 0, &mut Vec::new()));
    }

    #[test]
    fn the_order_of_the_people_does_not_matter(facts in any_facts(8)) {
        let mut turned = facts.clone();
        turned.people.reverse();
        let count = |facts| pair(facts).groups.iter().map(Vec::len).sum::<usize>();
        prop_assert_eq!(count(&facts), count(&turned));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn many_people_are_paired_as_far_as_possible(
        kept_apart in vec((0_i64..400, 0_i64..400), 0..2_000),
        newcomers in vec(0_i64..400, 0..100),
        hermit in 1_i64..400,
    ) {
        let mut facts = alike(400);
        let apart = Relation { is_apart: true, ..Relation::default() };
        for id in newcomers {
            facts.at(id + 1).is_newcomer = true;
        }
        for (one, by) in kept_apart {
            facts.relate(one + 1, (one + 1 + by) % 400 + 1, apart);
        }
        for other in (1..=400).filter(|other| *other != hermit) {
            facts.relate(hermit, other, apart);
        }
        assert_valid(&facts)?;
        let pairing = pair(&facts);
        prop_assert_eq!(&pairing.left_over, &[PersonId(hermit)]);
        prop_assert_eq!(pairing.groups.len(), 199);
    }

    #[test]
    fn everybody_meets_one_of_the_few_they_may_meet(hubs in 1_i64..60) {
        // Only pairs with a hub are possible: as many pairs as hubs, and as many threes.
        let mut facts = alike(260);
        let apart = Relation { is_apart: true, ..Relation::default() };
        for one in hubs + 1..=260 {
            for other in one + 1..=260 {
                facts.relate(one, other, apart);
            }
        }
        let pairing = pair(&facts);
        prop_assert_eq!(pairing.groups.len(), usize::try_from(hubs).unwrap());
        assert_valid(&facts)?;
    }
}
