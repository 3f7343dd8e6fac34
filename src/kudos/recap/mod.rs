//! The weekly recap: a team's thanks of about seven days, in a channel that it chose. Here stands when it
//! is due, which days it sums up, and how many people and messages it shows; `content` reads those.

mod content;
pub(crate) mod store;
pub(crate) mod view;
mod worker;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::date_range::DateRange;
use super::ranking::Row;
use crate::calendar::rhythm::Rhythm;
use crate::calendar::schedule::{Decision, History, Schedule};
use crate::calendar::week::IsoWeek;
use crate::discord::names::Names;
use crate::ids::{ChannelId, MessageId, PersonId, RecapId, TeamId};
use crate::language::Language;
use crate::team::Team;

/// How many of the week's messages a recap quotes.
pub(crate) const MESSAGES: usize = 3;

/// The last rank in its lists of people.
const LAST_RANK: usize = 3;

/// The most people in such a list, however many share a rank.
pub(crate) const MOST_LISTED: usize = 5;

/// How many days a recap sums up at most. If its weekday was changed, up to 13 days lie between two
/// recaps, and a week more if one was skipped.
const MOST_DAYS: u64 = 20;

/// A claimed recap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClaimedRecap {
    /// The row; also the nonce for Discord.
    pub(crate) recap: RecapId,
    /// The team.
    pub(crate) team: TeamId,
    /// The channel to post in.
    pub(crate) channel: ChannelId,
    /// The days it sums up.
    pub(crate) days: DateRange,
    /// When it fell due.
    pub(crate) due_at: DateTime<Utc>,
    /// When it was claimed.
    pub(crate) claimed_at: DateTime<Utc>,
}

/// The contents of a recap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recap {
    /// The row.
    pub(crate) id: RecapId,
    /// The team.
    pub(crate) team: TeamId,
    /// The team's language.
    pub(crate) language: Language,
    /// The days it sums up.
    pub(crate) days: DateRange,
    /// How many different people were thanked.
    pub(crate) people: usize,
    /// The people with the most kudos received; empty if leaderboards are off.
    pub(crate) thanked: Vec<Row>,
    /// The people with the most kudos given; empty if leaderboards are off.
    pub(crate) givers: Vec<Row>,
    /// A few of the messages, the latest first.
    pub(crate) messages: Vec<Quote>,
    /// The names of all these people.
    pub(crate) names: Names,
}

/// A thank-you that the recap quotes.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The giver; `PersonId::FORGOTTEN` if they asked to be forgotten.
    pub(crate) giver: PersonId,
    /// The receivers.
    pub(crate) receivers: Vec<PersonId>,
    /// The reason, as the giver wrote it.
    pub(crate) reason: String,
    /// The channel of the post.
    pub(crate) channel: ChannelId,
    /// The post.
    pub(crate) post: MessageId,
}

impl std::fmt::Debug for Quote {
    /// Never write kudos texts to a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Quote(..)")
    }
}

/// Whether the team's recap is due: at nine in the morning, once a week, on the weekday it chose.
/// `None` if the team has no channel for it.
///
/// A channel chosen later on that day gets the recap at once, so that the admin sees what it is.
#[must_use]
pub(crate) fn next_recap(
    team: &Team,
    last_claimed: Option<IsoWeek>,
    now: DateTime<Utc>,
) -> Option<Decision> {
    team.recap.channel.filter(|_| team.removed_at.is_none())?;
    let schedule = Schedule {
        weekday: team.recap.weekday,
        time: NaiveTime::MIN + TimeDelta::hours(9),
        zone: team.zone,
    };
    let history = History {
        not_before: DateTime::UNIX_EPOCH,
        last_claimed,
        last_sent: None,
        rhythm: Rhythm::after_ignored(0),
        until_acted: None,
    };
    Some(schedule.decide(now, &history))
}

/// The days that a recap posted on `day` sums up: all days since the previous recap.
#[must_use]
pub(crate) fn days(last_summed_up: Option<NaiveDate>, day: NaiveDate) -> DateRange {
    match last_summed_up {
        Some(last) => DateRange::between(last, day, MOST_DAYS),
        None => DateRange::week_before(day),
    }
}

/// The rows of a board that a recap lists.
#[must_use]
pub(crate) fn top(rows: Vec<Row>) -> Vec<Row> {
    let top = rows.into_iter().take_while(|row| row.rank <= LAST_RANK);
    top.take(MOST_LISTED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recap_lists_three_ranks_and_five_people_at_most() {
        for (ranks, listed) in [
            (&[1, 2, 3, 4][..], 3),
            (&[1, 2, 2, 4], 3),
            (&[1, 2, 3, 3, 5], 4),
            (&[1, 1, 1, 1, 1, 1], 5),
        ] {
            let row = |(rank, person): (&usize, i64)| Row {
                rank: *rank,
                person: PersonId(person),
                kudos: 1,
            };
            let rows = ranks.iter().zip(1..).map(row).collect();
            assert_eq!(top(rows).len(), listed, "{ranks:?}");
        }
    }
}
