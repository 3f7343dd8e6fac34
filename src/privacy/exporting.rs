//! How many exports are made at once: each reads all about somebody, and holds it in memory until it
//! is sent.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use crate::ids::PersonId;

/// How many are made at once, in all servers together.
const AT_ONCE: usize = 2;

/// The exports that are being made.
#[derive(Debug, Default)]
pub struct Exporting(Mutex<HashSet<PersonId>>);

/// Why none is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// One is being made for the same person.
    SamePerson,
    /// As many as are made at once are being made for others.
    OtherPeople,
}

/// An export that is being made, until this is dropped.
#[derive(Debug)]
pub struct Making<'a> {
    of: &'a Exporting,
    person: PersonId,
}

impl Exporting {
    /// Begins one for this person.
    pub fn begin(&self, person: PersonId) -> Result<Making<'_>, Busy> {
        self.change(|people| {
            if people.contains(&person) {
                return Err(Busy::SamePerson);
            }
            if people.len() >= AT_ONCE {
                return Err(Busy::OtherPeople);
            }
            people.insert(person);
            Ok(Making { of: self, person })
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut HashSet<PersonId>) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Making<'_> {
    fn drop(&mut self) {
        self.of.change(|people| people.remove(&self.person));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_for_a_person_and_two_in_all_are_made_at_once() {
        let exporting = Exporting::default();
        let [one, two, three] = [1, 2, 3].map(PersonId);
        let first = exporting.begin(one).unwrap();
        assert_eq!(exporting.begin(one).unwrap_err(), Busy::SamePerson);
        let _second = exporting.begin(two).unwrap();
        assert_eq!(exporting.begin(three).unwrap_err(), Busy::OtherPeople);
        drop(first);
        exporting.begin(three).unwrap();
    }
}
