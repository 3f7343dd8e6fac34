//! When a member's nudge falls, and whether it is its turn.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};

use super::rhythm::Rhythm;
use super::week::IsoWeek;
use crate::calendar::Zone;
use crate::calendar::wall_clock;

/// How late a nudge is still sent, after downtime: below this. An older one is skipped.
pub const GRACE: TimeDelta = TimeDelta::hours(24);

/// When a member wants the nudge: a time on the wall, on a day of the week, in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// The day of the local week.
    pub weekday: Weekday,
    /// What the clock on the wall shows.
    pub time: NaiveTime,
    /// Whose clocks: a name of the IANA database.
    pub zone: Zone,
}

/// One nudge of a schedule: the week it is for, and when it falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The local week it counts for: the key of "one a week".
    pub week: IsoWeek,
    /// The instant it is to be sent.
    pub at: DateTime<Utc>,
}

/// What a member's past has to say about the next nudge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// No occurrence before this is sent, however little late: when nudges were switched on, when
    /// the schedule was last changed, or when a pause ends, whichever is latest. Without it,
    /// saying yes on a Monday afternoon would bring Monday morning's nudge at once.
    pub not_before: DateTime<Utc>,
    /// The last week that was claimed, whether or not anybody was due in it.
    pub last_claimed: Option<IsoWeek>,
    /// The last week in which a nudge was sent: what the rhythm counts from.
    pub last_sent: Option<IsoWeek>,
    /// How often this member is nudged.
    pub rhythm: Rhythm,
    /// When the member did something about the last nudge, and the rhythm they had until then. A
    /// week that it left out stays left out: what brings the weekly rhythm back must not bring,
    /// a moment later, the nudge of that very morning.
    pub until_acted: Option<(DateTime<Utc>, Rhythm)>,
}

/// What to do about a member's nudge now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Claim this week and send its nudge.
    Send {
        /// The week to claim, and when it was to be sent.
        occurrence: Occurrence,
        /// How late that is: zero to just below [`GRACE`].
        late_by: TimeDelta,
    },
    /// Nothing to send before this one; whatever fell earlier is done or too old.
    Wait(Occurrence),
}

impl Standing {
    /// Whether the rhythm left this one out before the member acted.
    fn left_out(&self, occurrence: Occurrence) -> bool {
        let (Some((acted, rhythm)), Some(sent)) = (self.until_acted, self.last_sent) else {
            return false;
        };
        occurrence.at <= acted && occurrence.week < rhythm.next_week(sent)
    }
}

impl Schedule {
    /// Monday, 09:00, in `zone`: how everybody starts.
    #[must_use]
    pub fn monday_morning(zone: Zone) -> Self {
        Self {
            weekday: Weekday::Mon,
            time: NaiveTime::MIN + TimeDelta::hours(9),
            zone,
        }
    }

    /// The nudge of a local week. A time that does not exist on that day moves to the first
    /// instant that does, a time that exists twice is the earlier one.
    #[must_use]
    pub fn occurrence(&self, week: IsoWeek) -> Occurrence {
        let local = week.day(self.weekday).and_time(self.time);
        Occurrence {
            week,
            at: wall_clock::instant(local, self.zone),
        }
    }

    /// The local week that an instant lies in.
    #[must_use]
    pub fn week_of(&self, instant: DateTime<Utc>) -> IsoWeek {
        IsoWeek::of(instant.with_timezone(&self.zone).date_naive())
    }

    /// The first nudge after `instant`, not at it.
    #[must_use]
    pub fn next_after(&self, instant: DateTime<Utc>) -> Occurrence {
        // A week may run into the next one when its last minutes were skipped: start a week back.
        self.first_from(self.week_of(instant).minus(1), |it| it.at > instant)
    }

    /// Decides: send a nudge that fell due less than [`GRACE`] ago, unless its week or a later one
    /// was claimed or the rhythm leaves it out; else wait for the next that may be sent.
    ///
    /// Weeks are claimed in order and once, so a schedule changed mid-week, or a zone changed at
    /// the turn of a week, never brings a second nudge for the same week.
    #[must_use]
    pub fn turn(&self, now: DateTime<Utc>, standing: &Standing) -> Turn {
        let first_week = [
            Some(self.week_of(now).minus(1)),
            Some(self.week_of(standing.not_before).minus(1)),
            standing.last_claimed.map(|week| week.plus(1)),
            standing
                .last_sent
                .map(|week| standing.rhythm.next_week(week)),
        ];
        let first_week = first_week.into_iter().flatten().max();
        let occurrence = self.first_from(first_week.unwrap_or(self.week_of(now)), |it| {
            it.at >= standing.not_before && now - it.at < GRACE && !standing.left_out(it)
        });
        if occurrence.at <= now {
            Turn::Send {
                occurrence,
                late_by: now - occurrence.at,
            }
        } else {
            Turn::Wait(occurrence)
        }
    }

    /// The first occurrence, from `week` on, that is `wanted`. Every later week's nudge is later,
    /// so the search ends as long as late enough ones are wanted.
    fn first_from(&self, week: IsoWeek, wanted: impl Fn(Occurrence) -> bool) -> Occurrence {
        let mut occurrence = self.occurrence(week);
        while !wanted(occurrence) {
            let next = self.occurrence(occurrence.week.plus(1));
            if next.week == occurrence.week {
                break; // the calendar's last week
            }
            occurrence = next;
        }
        occurrence
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod zones;
