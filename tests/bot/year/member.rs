//! A member, and the state of their nudges.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc, Weekday};
use rapport::calendar::Zone;

use super::occasion::Occasion;
use super::wall::instant;

/// A member.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) zone: Zone,
    pub(super) weekday: Weekday,
    pub(super) time: NaiveTime,
    pub(super) joined: Option<DateTime<Utc>>,
    /// Since when the schedule is unchanged.
    pub(super) since: DateTime<Utc>,
    /// The Mondays of the last week that was handled, and of the last that had a nudge.
    pub(super) had: Option<NaiveDate>,
    pub(super) sent: Option<NaiveDate>,
    /// How many nudges in a row the member ignored.
    pub(super) ignored: u32,
    /// How many people a nudge names.
    pub(super) people: usize,
    pub(super) pause: Pause,
    /// Whether they asked not to be tracked.
    pub(super) untracked: bool,
    /// Whether they left the team.
    pub(super) gone: bool,
    /// When their absence ends, or ended.
    pub(super) away_until: Option<DateTime<Utc>>,
    /// Their dates, as `5 Dec`.
    pub(super) dates: BTreeMap<Occasion, String>,
}

/// How long nudges are paused.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pause {
    Until(DateTime<Utc>),
    Open,
}

impl Pause {
    pub(super) fn is_over(self, at: DateTime<Utc>) -> bool {
        match self {
            Self::Until(end) => end <= at,
            Self::Open => false,
        }
    }
}

impl Member {
    /// A member who has chosen nothing yet.
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self {
            zone: Zone::utc(),
            weekday: Weekday::Mon,
            time: NaiveTime::from_hms_opt(9, 0, 0).unwrap(),
            joined: None,
            since: now,
            had: None,
            sent: None,
            ignored: 0,
            people: 3,
            pause: Pause::Until(now),
            untracked: false,
            gone: false,
            away_until: None,
            dates: BTreeMap::new(),
        }
    }

    pub(super) fn is_about(&self) -> bool {
        !self.gone && !self.untracked
    }

    pub(super) fn is_away(&self, at: DateTime<Utc>) -> bool {
        self.away_until.is_some_and(|until| at < until)
    }

    /// When the nudge in the week of this Monday is due.
    pub(super) fn at(&self, monday: NaiveDate) -> DateTime<Utc> {
        let day = monday + Days::new(u64::from(self.weekday.num_days_from_monday()));
        instant(day.and_time(self.time), self.zone)
    }
}
