//! The weekly recap: a team's thanks of seven days or so, in the channel it chose.

mod content;
pub mod store;
pub mod view;
mod worker;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::date_range::DateRange;
use super::ranking::Row;
use crate::calendar::rhythm::Rhythm;
use crate::calendar::schedule::{Schedule, Standing, Turn};
use crate::calendar::week::IsoWeek;
use crate::discord::names::Names;
use crate::ids::{ChannelId, MessageId, PersonId, RecapId, TeamId};
use crate::team::Team;

/// How many of the week's messages a recap shows.
pub const MESSAGES: usize = 3;

/// How many days it sums up at most: when its day was changed, up to 13 lie between two, and a week
/// more where one was skipped.
const MOST_DAYS: u64 = 20;

/// Down to which rank it names people, and how many at most: ties are let in, crowds are not.
const RANKS: usize = 3;
const NAMED: usize = 5;

/// A recap as it was claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed {
    /// The row, and Discord's nonce.
    pub recap: RecapId,
    /// The team.
    pub team: TeamId,
    /// Where it is to be posted.
    pub channel: ChannelId,
    /// What it sums up.
    pub days: DateRange,
    /// When it fell due.
    pub due_at: DateTime<Utc>,
    /// When it was claimed.
    pub claimed_at: DateTime<Utc>,
}

/// What a recap says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recap {
    /// The row.
    pub id: RecapId,
    /// The team.
    pub team: TeamId,
    /// What it sums up.
    pub days: DateRange,
    /// How many different people were thanked.
    pub people: usize,
    /// Who was thanked most; empty where leaderboards are off.
    pub thanked: Vec<Row>,
    /// Who thanked most; empty where leaderboards are off.
    pub givers: Vec<Row>,
    /// A few of the messages, the latest first.
    pub messages: Vec<Quote>,
    /// What all these people are called.
    pub names: Names,
}

/// One of the week's thank-yous.
#[derive(Clone, PartialEq, Eq)]
pub struct Quote {
    /// Who thanked; nobody is kept under the id of who is forgotten.
    pub giver: PersonId,
    /// Who was thanked.
    pub receivers: Vec<PersonId>,
    /// What for, as it was written.
    pub reason: String,
    /// The channel of the post.
    pub channel: ChannelId,
    /// The post.
    pub post: MessageId,
}

impl std::fmt::Debug for Quote {
    /// Kudos texts never end up in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Quote(..)")
    }
}

/// Whether it is time for the team's recap: at nine in the morning, on the day of the week it
/// chose, once a week. `None` if it has no channel for it.
///
/// A channel chosen later on that day brings the recap at once: whoever sets it up sees what it is.
#[must_use]
pub fn turn(team: &Team, last_claimed: Option<IsoWeek>, now: DateTime<Utc>) -> Option<Turn> {
    team.recap.channel.filter(|_| team.removed_at.is_none())?;
    let schedule = Schedule {
        weekday: team.recap.weekday,
        time: NaiveTime::MIN + TimeDelta::hours(9),
        zone: team.zone,
    };
    let standing = Standing {
        not_before: DateTime::UNIX_EPOCH,
        last_claimed,
        last_sent: None,
        rhythm: Rhythm::after_ignored(0),
        until_acted: None,
    };
    Some(schedule.turn(now, &standing))
}

/// What a recap that is posted on `day` sums up: all days since those of the one before it.
#[must_use]
pub fn days(last_summed_up: Option<NaiveDate>, day: NaiveDate) -> DateRange {
    match last_summed_up {
        Some(last) => DateRange::between(last, day, MOST_DAYS),
        None => DateRange::week_before(day),
    }
}

/// Those of a board that a recap names.
#[must_use]
pub fn named(rows: Vec<Row>) -> Vec<Row> {
    let first = rows.into_iter().take_while(|row| row.rank <= RANKS);
    first.take(NAMED).collect()
}
