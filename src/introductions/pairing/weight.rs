//! What makes two people a good pair. Each weight says why it is there.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Hours, Participant, Relation};

/// Introductions are for those who never talk: this is more than any other reason.
const NEVER_TALKED: i32 = 1_000;

/// For each week since they talked, up to a year: after that long a talk is a new beginning.
const WEEK_SINCE_TALK: i32 = 10;

/// For each week missing to a year since they were introduced: others come first.
const WEEK_TOO_EARLY: i32 = -10;

/// A newcomer learns most from a person who has been there a while.
const NEWCOMER_AND_NOT: i32 = 200;

/// Who said what the other is to them knows them, whatever was logged.
const HAS_KIND: i32 = -200;

/// Two without a common role would hardly meet otherwise; less for each role that both have.
const OTHER_ROLES: i32 = 120;

/// For each hour that is daytime for both: without any they will hardly find a time.
const COMMON_HOUR: i32 = 20;

/// Chance decides what is equal: less than any reason.
const CHANCES: u64 = 10;

/// The weeks after which a talk or an introduction is long ago.
const LONG_AGO: i64 = 52;

/// How well two people who may meet suit each other: more is better.
#[must_use]
pub fn weight(
    one: &Participant,
    other: &Participant,
    relation: Relation,
    now: DateTime<Utc>,
) -> i32 {
    let talks = match relation.talked_at {
        None => NEVER_TALKED,
        Some(at) => WEEK_SINCE_TALK * weeks(now - at),
    };
    let introduced = match relation.introduced_at {
        None => 0,
        Some(at) => WEEK_TOO_EARLY * (weeks(TimeDelta::weeks(LONG_AGO)) - weeks(now - at)),
    };
    let newcomer = if one.is_newcomer == other.is_newcomer {
        0
    } else {
        NEWCOMER_AND_NOT
    };
    let kind = if relation.has_kind { HAS_KIND } else { 0 };
    talks
        + introduced
        + newcomer
        + kind
        + other_roles(one, other)
        + COMMON_HOUR * one.hours.common(other.hours)
        + chance(one, other, now)
}

/// Whole weeks, from none to [`LONG_AGO`].
fn weeks(since: TimeDelta) -> i32 {
    i32::try_from(since.num_weeks().clamp(0, LONG_AGO)).unwrap_or_default()
}

/// [`OTHER_ROLES`] by the share of their roles that only one of them has. Nothing if Discord named
/// the roles of neither.
fn other_roles(one: &Participant, other: &Participant) -> i32 {
    let common = one
        .roles
        .iter()
        .filter(|role| other.roles.binary_search(role).is_ok());
    let common = i32::try_from(common.count()).unwrap_or(i32::MAX);
    let all = i32::try_from(one.roles.len() + other.roles.len()).unwrap_or(i32::MAX) - common;
    match all {
        0 => 0,
        all => OTHER_ROLES * (all - common) / all,
    }
}

/// The same for the same two at the same time, in either order.
fn chance(one: &Participant, other: &Participant, now: DateTime<Utc>) -> i32 {
    let (low, high) = (
        one.person.min(other.person).0.cast_unsigned(),
        one.person.max(other.person).0.cast_unsigned(),
    );
    // The finalizer of SplitMix64 spreads ids that differ in a few bits.
    let mut mixed = now.timestamp().cast_unsigned();
    for part in [low, high] {
        mixed = (mixed ^ part).wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
    }
    i32::try_from(mixed % CHANCES).unwrap_or_default()
}

impl Hours {
    /// How many hours both have.
    fn common(self, other: Self) -> i32 {
        (self.0 & other.0).count_ones().cast_signed()
    }
}
