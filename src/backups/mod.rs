//! Backups that Rapport makes by itself: their names, when the next is due, and which are removed.

pub(crate) mod worker;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

/// How the name of every backup begins. Rapport removes no other file.
const PREFIX: &str = "rapport-";

/// The moment in a name, in UTC: names in alphabetical order are in the order of time.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

const SUFFIX: &str = ".db";

/// The name of a backup that was begun at `moment`, like `rapport-20261123T090000Z.db`.
fn name_of(moment: DateTime<Utc>) -> String {
    format!("{PREFIX}{}{SUFFIX}", moment.format(MOMENT))
}

/// When the backup with this name was begun. `None` for a file that is no backup.
fn moment_of(name: &str) -> Option<DateTime<Utc>> {
    let moment = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let moment = NaiveDateTime::parse_from_str(moment, MOMENT)
        .ok()?
        .and_utc();
    (name_of(moment) == name).then_some(moment)
}

/// When the next backup is due. One with a date in the future was made while the clock was wrong.
fn next_due(made: &[DateTime<Utc>], every: TimeDelta, now: DateTime<Utc>) -> DateTime<Utc> {
    let newest = made.iter().filter(|it| **it <= now).max();
    newest.map_or(now, |newest| *newest + every)
}

/// The backups to remove, so that `keep` are left: the newest, before those with a date in the
/// future.
fn outdated(mut made: Vec<DateTime<Utc>>, keep: usize, now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    made.sort_by_key(|it| (*it > now, std::cmp::Reverse(*it)));
    made.split_off(keep.min(made.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_000_000 + hours * 3600, 0).unwrap()
    }

    #[test]
    fn a_name_says_when_the_backup_was_begun() {
        let name = name_of("2026-11-23T09:00:00Z".parse().unwrap());
        assert_eq!(name, "rapport-20261123T090000Z.db");
        assert_eq!(moment_of(&name).map(name_of).as_deref(), Some(&*name));
    }

    #[test]
    fn other_files_are_no_backups() {
        for other in [
            "rapport.db",
            "rapport-2026-11-23.db",
            "rapport-20261123T090000Z.db.rapport-partial",
            "rapport-20261123T090000Z.db-wal",
            "rapport-20261323T090000Z.db",
            "rapport-+0261123T090000Z.db",
            "my-rapport-20261123T090000Z.db",
        ] {
            assert_eq!(moment_of(other), None, "{other}");
        }
    }

    #[test]
    fn the_next_backup_is_due_a_while_after_the_newest() {
        let every = TimeDelta::hours(24);
        assert_eq!(next_due(&[], every, at(0)), at(0));
        assert_eq!(next_due(&[at(-30), at(-5)], every, at(0)), at(19));
    }

    #[test]
    fn a_backup_from_the_future_delays_no_other() {
        let every = TimeDelta::hours(24);
        assert_eq!(next_due(&[at(900)], every, at(0)), at(0));
        assert_eq!(next_due(&[at(900), at(-5)], every, at(0)), at(19));
    }

    #[test]
    fn the_oldest_are_removed_and_those_from_the_future_first() {
        let made = vec![at(-48), at(900), at(-24), at(0)];
        assert_eq!(outdated(made.clone(), 2, at(0)), [at(-48), at(900)]);
        assert_eq!(outdated(made.clone(), 3, at(0)), [at(900)]);
        assert!(outdated(made, 9, at(0)).is_empty());
    }

    proptest! {
        #[test]
        fn removing_leaves_the_wanted_number_and_always_the_one_just_made(
            made in proptest::collection::btree_set(-500_i64..500, 0..40),
            keep in 1_usize..20,
        ) {
            let mut made: Vec<_> = made.into_iter().filter(|it| *it != 0).map(at).collect();
            made.push(at(0));
            let count = made.len();
            let removed = outdated(made, keep, at(0));
            prop_assert_eq!(count - removed.len(), count.min(keep));
            prop_assert!(!removed.contains(&at(0)));
        }
    }
}
