//! The part of `/setup` about introductions: a panel of its own.

pub(crate) mod commands;
pub(crate) mod view;

use chrono::{DateTime, Utc};

use crate::ids::ChannelId;
use crate::introductions::{Every, Plan};

/// What an admin wants to change.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Nothing,
    Channel(ChannelId),
    Every(Every),
    Weekday(chrono::Weekday),
    Hour(u8),
    End,
}

impl Wanted {
    /// The plan with the change; `None` if there is none to change, or no more.
    fn on(self, plan: Option<Plan>, now: DateTime<Utc>) -> Option<Plan> {
        if let Self::Channel(channel) = self {
            let new = Plan::in_channel(channel, now);
            return Some(plan.map_or(new, |plan| Plan { channel, ..plan }));
        }
        let plan = plan?;
        // An earlier time of today would be due at once.
        let moved = Plan {
            begins_at: now,
            ..plan
        };
        match self {
            Self::Nothing | Self::Channel(_) => Some(plan),
            Self::Every(every) => Some(Plan { every, ..plan }),
            Self::Weekday(weekday) => Some(Plan { weekday, ..moved }),
            Self::Hour(hour) => Some(Plan { hour, ..moved }),
            Self::End => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_moved_within_the_day_does_not_bring_a_round_at_once() {
        let now: DateTime<Utc> = "2026-11-24T12:00:00Z".parse().unwrap();
        let before = Plan::in_channel(ChannelId(1), now - chrono::TimeDelta::days(30));
        let moved = Wanted::Hour(9).on(Some(before), now).unwrap();
        assert_eq!((moved.hour, moved.begins_at), (9, now));
        let slower = Wanted::Every(Every::FourWeeks)
            .on(Some(before), now)
            .unwrap();
        assert_eq!(slower.begins_at, before.begins_at);
        assert_eq!(Wanted::End.on(Some(before), now), None);
        assert_eq!(Wanted::Hour(9).on(None, now), None);
    }
}
