//! A year of a team of forty that is introduced every two weeks.

use super::*;

/// Reproducible random numbers, by the `SplitMix64` generator.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}

const PEOPLE: i64 = 40;
const ROUNDS: i64 = 26;

/// One in eight comes in the course of the year, the rest was there.
fn comes_in_round(id: i64) -> i64 {
    if id % 8 == 0 { id / 2 } else { 0 }
}

struct Year {
    facts: Facts,
    /// Rounds in which each two were introduced.
    introduced: BTreeMap<(PersonId, PersonId), Vec<i64>>,
    dice: Dice,
    left_over: usize,
}

impl Year {
    fn begin() -> Self {
        let mut facts = alike(0);
        let mut dice = Dice(7);
        // Everybody has talked with four others of their own group of ten.
        for one in 1..=PEOPLE {
            for by in [1, 2] {
                let other = (one - 1) / 10 * 10 + (one - 1 + by) % 10 + 1;
                let talked_at = Some(ago(i64::try_from(dice.below(20)).unwrap()));
                let relation = Relation {
                    talked_at,
                    ..Relation::default()
                };
                facts.relate(one, other, relation);
            }
        }
        Self {
            facts,
            introduced: BTreeMap::new(),
            dice,
            left_over: 0,
        }
    }

    fn round(&mut self, round: i64) {
        self.facts.now = NOW + TimeDelta::weeks(2 * round);
        let here = (1..=PEOPLE).filter(|id| comes_in_round(*id) <= round);
        // One in ten sits out.
        let here: Vec<_> = here.filter(|_| self.dice.below(10) > 0).collect();
        self.facts.people = here.into_iter().map(|id| Self::person(id, round)).collect();
        let Pairing { groups, left_over } = pair(&self.facts);
        self.left_over += left_over.len();
        for group in groups {
            let meets = self.dice.below(10) < 6;
            for (at, one) in group.iter().enumerate() {
                for other in &group[at + 1..] {
                    let rounds = self.introduced.entry((*one, *other)).or_default();
                    rounds.push(round);
                    let relation = self.facts.relations.entry((*one, *other)).or_default();
                    relation.introduced_at = Some(self.facts.now);
                    if meets {
                        relation.talked_at = Some(self.facts.now);
                    }
                }
            }
        }
    }

    fn person(id: i64, round: i64) -> Participant {
        let came = comes_in_round(id);
        let zone = u32::try_from(id % 3).unwrap() * 4;
        Participant {
            is_newcomer: came > 0 && round - came < 4,
            roles: vec![RoleId(id / 10)],
            hours: Hours(0xff << zone),
            ..participant(id)
        }
    }
}

#[test]
fn a_year_of_rounds_lets_two_thirds_of_all_meet_and_nobody_twice_in_12_weeks() {
    let mut year = Year::begin();
    for round in 0..ROUNDS {
        year.round(round);
    }
    for (two, rounds) in &year.introduced {
        let apart = rounds.windows(2).map(|two| 2 * (two[1] - two[0]));
        assert!(
            apart.min().is_none_or(|weeks| weeks >= 12),
            "{two:?} {rounds:?}"
        );
    }
    for id in (1..=PEOPLE).filter(|id| comes_in_round(*id) > 0) {
        let of_theirs = |two: &(PersonId, PersonId)| two.0.0 == id || two.1.0 == id;
        let first = year.introduced.iter().filter(|(two, _)| of_theirs(two));
        let first = first
            .filter_map(|(_, rounds)| rounds.first())
            .min()
            .unwrap();
        assert!(
            first - comes_in_round(id) <= 1,
            "{id} came first in round {first}"
        );
    }
    assert_eq!(year.left_over, 0, "there was always another way");
    let pairs = usize::try_from(PEOPLE * (PEOPLE - 1) / 2).unwrap();
    let talked = year.facts.relations.values();
    let talked = talked.filter(|it| it.talked_at.is_some()).count();
    assert!(
        year.introduced.len() * 10 > pairs * 5,
        "{} of {pairs}",
        year.introduced.len()
    );
    assert!(talked * 10 > pairs * 4, "{talked} of {pairs} have talked");
}
