//! Limits slow work: one task for each person, and a few tasks in all servers together.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use crate::ids::PersonId;

/// The people whose task runs now.
#[derive(Debug)]
pub(crate) struct PerPerson {
    most: usize,
    people: Mutex<HashSet<PersonId>>,
}

/// Why a task can't start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Busy {
    /// The same person's task already runs.
    SamePerson,
    /// The tasks of other people take all places.
    OtherPeople,
}

/// A running task: it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Working<'a> {
    of: &'a PerPerson,
    person: PersonId,
}

impl PerPerson {
    /// Allows `most` tasks at once.
    #[must_use]
    pub(crate) fn new(most: usize) -> Self {
        Self {
            most,
            people: Mutex::default(),
        }
    }

    /// Starts a task for this person.
    pub(crate) fn begin(&self, person: PersonId) -> Result<Working<'_>, Busy> {
        self.change(|people| {
            if people.contains(&person) {
                return Err(Busy::SamePerson);
            }
            if people.len() >= self.most {
                return Err(Busy::OtherPeople);
            }
            people.insert(person);
            Ok(Working { of: self, person })
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut HashSet<PersonId>) -> T) -> T {
        change(&mut self.people.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.of.change(|people| people.remove(&self.person));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_one_task_and_two_people_work_at_once() {
        let work = PerPerson::new(2);
        let [one, two, three] = [1, 2, 3].map(PersonId);
        let first = work.begin(one).unwrap();
        assert_eq!(work.begin(one).unwrap_err(), Busy::SamePerson);
        let _second = work.begin(two).unwrap();
        assert_eq!(work.begin(three).unwrap_err(), Busy::OtherPeople);
        drop(first);
        work.begin(three).unwrap();
    }
}
