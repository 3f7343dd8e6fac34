//! Whom a nudge is about: the people it suggests, and those it names for a date of theirs.

use super::choose::Choice;
use crate::calendar::PeoplePerNudge;
use crate::dates::DatedTie;

/// How many people with dates a nudge tells of beside its suggestions.
pub(super) const MOST_BESIDE: usize = 3;

/// The people that a nudge names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Chosen {
    /// The people it suggests.
    pub(crate) choices: Vec<Choice>,
    /// The people it names for a date alone. No suggestions: no cap and no rest counts them.
    pub(crate) dated: Vec<DatedTie>,
}

impl Chosen {
    /// `choices`, and those others of `told` that the nudge names for their date: if it suggests
    /// nobody, at most `most` people of close or regular ties.
    #[must_use]
    pub(crate) fn new(choices: Vec<Choice>, told: Vec<DatedTie>, most: PeoplePerNudge) -> Self {
        let is_suggested = |it: &DatedTie| choices.iter().any(|choice| choice.person == it.other);
        let mut dated = told;
        dated.retain(|it| !is_suggested(it));
        if choices.is_empty() {
            dated.retain(DatedTie::is_worth_a_message);
            dated.truncate(usize::from(most.get()));
        } else {
            dated.truncate(MOST_BESIDE);
        }
        Self { choices, dated }
    }

    /// Whether there is nobody to name.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.dated.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Circle;
    use crate::ids::PersonId;
    use crate::nudges::choose::Reason;
    use chrono::{DateTime, NaiveDate, TimeDelta};

    fn dated(person: i64, circle: Circle) -> DatedTie {
        DatedTie {
            other: PersonId(person),
            circle,
            last: Some(DateTime::UNIX_EPOCH),
            first: NaiveDate::default(),
        }
    }

    fn people(chosen: &Chosen) -> Vec<i64> {
        chosen.dated.iter().map(|it| it.other.0).collect()
    }

    fn two() -> PeoplePerNudge {
        PeoplePerNudge::new(2).unwrap()
    }

    #[test]
    fn dates_of_close_and_regular_ties_are_worth_a_message() {
        let own = |days: i64| Circle::parse(&format!("every {days} days")).unwrap();
        let told = vec![
            dated(1, Circle::Wider),
            dated(2, Circle::Close),
            dated(3, own(31)),
            dated(4, own(30)),
            dated(5, Circle::Regular),
        ];
        assert_eq!(people(&Chosen::new(vec![], told, two())), [2, 4]);
        let wide = vec![dated(1, Circle::Distant)];
        assert!(Chosen::new(vec![], wide, two()).is_empty());
    }

    #[test]
    fn all_dates_stand_beside_suggestions_each_person_once() {
        let choice = Choice {
            person: PersonId(2),
            reason: Reason::NeverMet {
                joined_at: DateTime::UNIX_EPOCH,
                joined_ago: TimeDelta::zero(),
            },
        };
        let told = (1..9).map(|person| dated(person, Circle::Distant));
        let chosen = Chosen::new(vec![choice], told.collect(), two());
        assert_eq!(people(&chosen), [1, 3, 4]);
    }
}
