//! Files that people attached, while they decide about what is in them: in memory alone, so that
//! nothing of them is kept without a yes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::ids::{InteractionId, MemberKey};

/// How long a file waits for its member's decision.
const WAITS_FOR: TimeDelta = TimeDelta::minutes(15);

/// How many files wait at once; the oldest makes room.
const MOST: usize = 32;

/// A file that waits, and the use of the command that attached it.
struct Waiting {
    attached_by: InteractionId,
    since: DateTime<Utc>,
    bytes: Arc<[u8]>,
}

/// The files that wait: the latest one of each member.
#[derive(Default)]
pub(crate) struct WaitingFiles(Mutex<HashMap<MemberKey, Waiting>>);

impl WaitingFiles {
    /// Keeps a file until its member decides, in place of an earlier one.
    pub(crate) fn insert(
        &self,
        member: MemberKey,
        attached_by: InteractionId,
        bytes: Arc<[u8]>,
        now: DateTime<Utc>,
    ) {
        self.change(now, |files| {
            if files.len() >= MOST && !files.contains_key(&member) {
                let oldest = files.iter().min_by_key(|(_, file)| file.since);
                if let Some(oldest) = oldest.map(|(member, _)| *member) {
                    files.remove(&oldest);
                }
            }
            let file = Waiting {
                attached_by,
                since: now,
                bytes,
            };
            files.insert(member, file);
        });
    }

    /// The file that the member attached by this use of a command, while it waits.
    pub(crate) fn get(
        &self,
        member: MemberKey,
        attached_by: InteractionId,
        now: DateTime<Utc>,
    ) -> Option<Arc<[u8]>> {
        self.change(now, |files| {
            let file = files.get(&member)?;
            (file.attached_by == attached_by).then(|| Arc::clone(&file.bytes))
        })
    }

    /// Drops that file: the member has decided.
    pub(crate) fn remove(&self, member: MemberKey, attached_by: InteractionId, now: DateTime<Utc>) {
        self.change(now, |files| {
            files.retain(|of, file| *of != member || file.attached_by != attached_by);
        });
    }

    fn change<T>(
        &self,
        now: DateTime<Utc>,
        change: impl FnOnce(&mut HashMap<MemberKey, Waiting>) -> T,
    ) -> T {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|_, file| now < file.since + WAITS_FOR);
        change(&mut files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{PersonId, TeamId};

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
