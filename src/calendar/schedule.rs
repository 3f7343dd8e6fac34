//! When a member's nudge is due, and whether to send it now.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};

use super::rhythm::Rhythm;
use super::week::IsoWeek;
use crate::calendar::Zone;
use crate::calendar::wall_clock;

/// How late a message that falls due may be sent after downtime: less than this. An older one is
/// skipped.
pub(crate) const GRACE: TimeDelta = TimeDelta::hours(24);

/// When a member wants the nudge: a local time, on a day of the week, in a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// The day of the local week.
    pub(crate) weekday: Weekday,
    /// The local time.
    pub(crate) time: NaiveTime,
    /// The member's time zone.
    pub(crate) zone: Zone,
}

/// One nudge of a schedule: its week and its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    /// The local week that it belongs to: each week has one nudge at most.
    pub(crate) week: IsoWeek,
    /// When to send it.
    pub(crate) at: DateTime<Utc>,
}

/// What a member's past means for the next nudge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct History {
    /// No occurrence before this is sent: the latest of when nudges were switched on, when the
    /// schedule last changed, and when a pause ends. Otherwise a yes on a Monday afternoon would
    /// bring that morning's nudge at once.
    pub(crate) not_before: DateTime<Utc>,
    /// The last claimed week, even if nobody was due in it.
    pub(crate) last_claimed: Option<IsoWeek>,
    /// The last week with a sent nudge: the rhythm counts from it.
    pub(crate) last_sent: Option<IsoWeek>,
    /// How often this member is nudged.
    pub(crate) rhythm: Rhythm,
    /// When the member acted on the last nudge, and the rhythm until then. Weeks that the old
    /// rhythm skipped stay skipped: an act that restores the weekly rhythm must not bring that
    /// morning's nudge at once.
    pub(crate) until_acted: Option<(DateTime<Utc>, Rhythm)>,
}

/// What to do about a member's nudge now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Claim this week and send its nudge.
    Send {
        /// The week to claim, and when it was due.
        occurrence: Occurrence,
        /// How late it is: from zero to less than [`GRACE`].
        late_by: TimeDelta,
    },
    /// Send nothing before this one. Earlier ones were sent, or are too old.
    Wait(Occurrence),
}

impl History {
    /// Whether the rhythm skipped this occurrence before the member acted.
    fn left_out(&self, occurrence: Occurrence) -> bool {
        let (Some((acted, rhythm)), Some(sent)) = (self.until_acted, self.last_sent) else {
            return false;
        };
        occurrence.at <= acted && occurrence.week < rhythm.next_week(sent)
    }
}

impl Schedule {
    /// The nudge of a local week. A local time that does not exist on that day moves to the first
    /// one that does. Of a time that exists twice, the earlier one counts.
    #[must_use]
    pub(crate) fn occurrence(&self, week: IsoWeek) -> Occurrence {
        let local = week.day(self.weekday).and_time(self.time);
        Occurrence {
            week,
            at: wall_clock::instant(local, self.zone),
        }
    }

    /// The local week of an instant.
    #[must_use]
    pub(crate) fn week_of(&self, instant: DateTime<Utc>) -> IsoWeek {
        IsoWeek::of(instant.with_timezone(&self.zone).date_naive())
    }

    /// The first nudge after `instant`, and not at it.
    #[must_use]
    pub(crate) fn next_after(&self, instant: DateTime<Utc>) -> Occurrence {
        // Skipped local times can move a week's nudge into the next week, so start a week earlier.
        self.first_from(self.week_of(instant).minus(1), |it| it.at > instant)
    }

    /// Decides whether to send a nudge that was due less than [`GRACE`] ago, or to wait for the
    /// next one. A nudge is not sent if its week or a later one was claimed, or if the rhythm skips
    /// it.
    ///
    /// Weeks are claimed in order and once. So a new schedule in the middle of a week, or a new
    /// zone around the end of one, never brings a second nudge for the same week.
    #[must_use]
    pub(crate) fn decide(&self, now: DateTime<Utc>, history: &History) -> Decision {
        let first_week = [
            Some(self.week_of(now).minus(1)),
            Some(self.week_of(history.not_before).minus(1)),
            history.last_claimed.map(|week| week.plus(1)),
            history.last_sent.map(|week| history.rhythm.next_week(week)),
        ];
        let first_week = first_week.into_iter().flatten().max();
        let occurrence = self.first_from(first_week.unwrap_or(self.week_of(now)), |it| {
            it.at >= history.not_before && now - it.at < GRACE && !history.left_out(it)
        });
        if occurrence.at <= now {
            Decision::Send {
                occurrence,
                late_by: now - occurrence.at,
            }
        } else {
            Decision::Wait(occurrence)
        }
    }

    /// The first occurrence from `week` on that is `wanted`. The search ends if `wanted` accepts
    /// all occurrences from some time on.
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
