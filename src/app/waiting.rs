//! What people gave Rapport and still have to decide about: in memory alone, so that nothing of it is
//! kept without a yes.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::discord::Colleague;
use crate::ids::{InteractionId, MemberKey, PersonId};

/// How long it waits for the decision.
const WAITS_FOR: TimeDelta = TimeDelta::minutes(15);

/// Files that members attached.
pub(crate) type WaitingFiles = Waiting<MemberKey, [u8], 32>;

/// Talks that people typed outside of their teams' servers, for one of several teams.
pub(crate) type WaitingTalks = Waiting<PersonId, TypedTalk, 256>;

/// A talk as a person typed it.
#[derive(Debug, Clone)]
pub(crate) struct TypedTalk {
    /// The people who took part.
    pub(crate) people: Vec<Colleague>,
    /// When, in their words.
    pub(crate) when: Option<String>,
    /// How.
    pub(crate) how: Option<&'static str>,
    /// What they want to remember.
    pub(crate) note: Option<String>,
}

/// A thing that waits, and the use of the command that brought it.
struct Entry<T: ?Sized> {
    brought_by: InteractionId,
    since: DateTime<Utc>,
    thing: Arc<T>,
}

/// What waits: the latest of each `K`, and at most `MOST`, of which the oldest makes room.
pub(crate) struct Waiting<K, T: ?Sized, const MOST: usize>(Mutex<HashMap<K, Entry<T>>>);

impl<K, T: ?Sized, const MOST: usize> Default for Waiting<K, T, MOST> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Copy + Eq + Hash, T: ?Sized, const MOST: usize> Waiting<K, T, MOST> {
    /// Keeps a thing until the decision, in place of an earlier one.
    pub(crate) fn insert(
        &self,
        key: K,
        brought_by: InteractionId,
        thing: Arc<T>,
        now: DateTime<Utc>,
    ) {
        self.change(now, |waiting| {
            if waiting.len() >= MOST && !waiting.contains_key(&key) {
                let oldest = waiting.iter().min_by_key(|(_, entry)| entry.since);
                if let Some(oldest) = oldest.map(|(key, _)| *key) {
                    waiting.remove(&oldest);
                }
            }
            let entry = Entry {
                brought_by,
                since: now,
                thing,
            };
            waiting.insert(key, entry);
        });
    }

    /// The thing that this use of a command brought, while it waits.
    pub(crate) fn get(
        &self,
        key: K,
        brought_by: InteractionId,
        now: DateTime<Utc>,
    ) -> Option<Arc<T>> {
        self.change(now, |waiting| {
            let entry = waiting.get(&key)?;
            (entry.brought_by == brought_by).then(|| Arc::clone(&entry.thing))
        })
    }

    /// Drops that thing: it is decided.
    pub(crate) fn remove(&self, key: K, brought_by: InteractionId, now: DateTime<Utc>) {
        self.change(now, |waiting| {
            waiting.retain(|of, entry| *of != key || entry.brought_by != brought_by);
        });
    }

    fn change<R>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&mut HashMap<K, Entry<T>>) -> R,
    ) -> R {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, entry| now < entry.since + WAITS_FOR);
        change(&mut waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TeamId;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn member(person: i64) -> MemberKey {
        TeamId(1).member(PersonId(person))
    }

    fn file() -> Arc<[u8]> {
        Arc::from(&b"name"[..])
    }

    #[test]
    fn a_file_waits_15_minutes_for_its_member_alone() {
        let files = WaitingFiles::default();
        files.insert(member(1), InteractionId(7), file(), at(0));
        assert!(files.get(member(1), InteractionId(7), at(14)).is_some());
        assert!(files.get(member(2), InteractionId(7), at(14)).is_none());
        assert!(files.get(member(1), InteractionId(8), at(14)).is_none());
        assert!(files.get(member(1), InteractionId(7), at(15)).is_none());
    }

    #[test]
    fn a_later_file_takes_the_place_of_an_earlier_one() {
        let files = WaitingFiles::default();
        files.insert(member(1), InteractionId(7), file(), at(0));
        files.insert(member(1), InteractionId(8), file(), at(1));
        assert!(files.get(member(1), InteractionId(7), at(1)).is_none());
        files.remove(member(1), InteractionId(7), at(1));
        assert!(files.get(member(1), InteractionId(8), at(1)).is_some());
        files.remove(member(1), InteractionId(8), at(1));
        assert!(files.get(member(1), InteractionId(8), at(1)).is_none());
    }

    #[test]
    fn the_oldest_file_makes_room() {
        let files = WaitingFiles::default();
        for person in 0..=32 {
            files.insert(member(person), InteractionId(7), file(), at(person / 4));
        }
        let kept = (0..=32).filter(|it| files.get(member(*it), InteractionId(7), at(8)).is_some());
        assert_eq!(kept.count(), 32);
    }
}
