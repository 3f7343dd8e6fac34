//! A bound on slow work: one at a time for a person, a few at once in all servers together.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use crate::ids::PersonId;

/// Who has such work done now.
#[derive(Debug)]
pub struct PerPerson {
    most: usize,
    people: Mutex<HashSet<PersonId>>,
}

/// Why none is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// The same person has it done already.
    SamePerson,
    /// As many others as it is done for at once.
    OtherPeople,
}

/// Work that is being done, until this is dropped.
#[derive(Debug)]
pub struct Working<'a> {
    of: &'a PerPerson,
    person: PersonId,
}

impl PerPerson {
    /// Work that is done for so many people at once.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self {
            most,
            people: Mutex::default(),
        }
    }

    /// Begins one for this person.
    pub fn begin(&self, person: PersonId) -> Result<Working<'_>, Busy> {
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
    fn work_is_done_once_for_a_person_and_for_two_at_once() {
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
