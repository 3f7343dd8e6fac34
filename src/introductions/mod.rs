//! Introductions: those who never talk, put into a private thread to meet.
//!
//! A round is claimed with all its introductions, then each gets its thread, and a week later the
//! question whether they met. The next round says in numbers how this one went.

pub(crate) mod action;
pub(crate) mod closing;
pub(crate) mod commands;
pub(crate) mod hours;
pub mod pairing;
mod round;
pub(crate) mod store;
mod threads;
pub(crate) mod view;
mod worker;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use strum::{EnumString, IntoStaticStr};

use crate::calendar::Zone;
use crate::calendar::rhythm::Rhythm;
use crate::calendar::schedule::{Decision, History, Schedule};
use crate::calendar::week::IsoWeek;
use crate::discord::names::PersonName;
use crate::ids::{ChannelId, IntroductionId, PersonId, RoundId, TeamId};
use crate::language::Language;
use crate::prose::{self, UnfitText};
use crate::questions;

/// How long after a round's beginning each thread is asked whether they met. Until then people who
/// are left over can join others.
pub(crate) const ASKED_AFTER: TimeDelta = TimeDelta::weeks(1);

/// A round with fewer people is not summed up: its numbers would say who met.
pub(crate) const LEAST_TO_COUNT: i64 = 5;

/// Where and when a team introduces people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Threads are made in this channel.
    pub(crate) channel: ChannelId,
    /// How far apart rounds are.
    pub(crate) every: Every,
    /// The weekday.
    pub(crate) weekday: Weekday,
    /// The hour of the team's wall clock, from 0 to 23.
    pub(crate) hour: u8,
    /// Rounds due earlier are not made up for.
    pub(crate) begins_at: DateTime<Utc>,
}

/// How far apart rounds are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
pub(crate) enum Every {
    /// Two weeks.
    #[strum(serialize = "2")]
    TwoWeeks,
    /// Four weeks.
    #[strum(serialize = "4")]
    FourWeeks,
}

impl Every {
    /// How many weeks.
    #[must_use]
    pub(crate) fn weeks(self) -> u32 {
        self.rhythm().weeks()
    }

    fn rhythm(self) -> Rhythm {
        match self {
            Self::TwoWeeks => Rhythm::EverySecond,
            Self::FourWeeks => Rhythm::EveryFourth,
        }
    }
}

impl Plan {
    /// In this channel, every two weeks on Tuesdays at 10: not in the rush of Mondays, and with most of
    /// the week left to meet.
    #[must_use]
    pub(crate) fn in_channel(channel: ChannelId, now: DateTime<Utc>) -> Self {
        Self {
            channel,
            every: Every::TwoWeeks,
            weekday: Weekday::Tue,
            hour: 10,
            begins_at: now,
        }
    }

    fn schedule(&self, zone: Zone) -> Schedule {
        Schedule {
            weekday: self.weekday,
            time: NaiveTime::MIN + TimeDelta::hours(i64::from(self.hour)),
            zone,
        }
    }

    /// Whether a round is due in the team's `zone`, or when the next one is; `last` is the day of the
    /// last one.
    #[must_use]
    pub(crate) fn next_round(
        &self,
        zone: Zone,
        last: Option<NaiveDate>,
        now: DateTime<Utc>,
    ) -> Decision {
        let history = History {
            not_before: self.begins_at,
            last_claimed: None,
            last_sent: last.map(IsoWeek::of),
            rhythm: self.every.rhythm(),
            until_acted: None,
        };
        self.schedule(zone).decide(now, &history)
    }

    /// The local day of a round due at `due_at`, and when the round ends.
    #[must_use]
    pub(crate) fn extent(&self, zone: Zone, due_at: DateTime<Utc>) -> (NaiveDate, DateTime<Utc>) {
        let day = due_at.with_timezone(&zone).date_naive();
        let next = day.checked_add_days(Days::new(7 * u64::from(self.every.weeks())));
        let week = IsoWeek::of(next.unwrap_or(day));
        (day, self.schedule(zone).occurrence(week).at)
    }
}

/// A member's line about themselves: a role, a place, what they like to talk about.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct AboutLine(String);

impl AboutLine {
    /// The most characters of a line.
    pub(crate) const LENGTH: usize = 150;

    /// Reads a line as a person wrote it.
    pub(crate) fn parse(text: &str) -> Result<Self, UnfitText> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prose::tidy(&line, Self::LENGTH).map(Self)
    }

    /// The line as written.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AboutLine {
    /// Never write to a log what people wrote.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AboutLine(..)")
    }
}

/// What a member chose about introductions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Whether they sit out the next round.
    pub(crate) skips: bool,
    /// Their line about themselves.
    pub(crate) about: Option<String>,
}

/// What a person in an introduction answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum Answer {
    /// They met.
    Met,
    /// Not yet.
    NotYet,
    /// They can't meet in this round.
    Cannot,
}

impl Answer {
    /// The word for it in the database and in buttons.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        self.into()
    }
}

/// An introduction as its thread shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Introduction {
    /// The row; also the nonce for Discord.
    pub(crate) id: IntroductionId,
    /// The team.
    pub(crate) team: TeamId,
    /// The team's language.
    pub(crate) language: Language,
    /// Its round.
    pub(crate) round: RoundId,
    /// The people in it, those who can't among them, in the order of their ids.
    pub(crate) people: Vec<Introduced>,
    /// Two questions to begin with.
    pub(crate) questions: Vec<questions::Question>,
    /// When one of them said that they met.
    pub(crate) met_at: Option<DateTime<Utc>>,
    /// The introduction that took its place in the thread.
    pub(crate) next: Option<IntroductionId>,
}

/// A person in an introduction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Introduced {
    /// The person.
    pub(crate) person: PersonId,
    /// Their name as last seen.
    pub(crate) name: PersonName,
    /// Their zone.
    pub(crate) zone: Zone,
    /// Their line about themselves.
    pub(crate) about: Option<String>,
    /// What they answered last.
    pub(crate) answer: Option<Answer>,
}

impl Introduction {
    /// The people who still take part.
    pub(crate) fn present(&self) -> impl Iterator<Item = &Introduced> {
        let people = self.people.iter();
        people.filter(|it| it.answer != Some(Answer::Cannot))
    }

    /// Whether there are still people who can meet in it.
    #[must_use]
    pub(crate) fn is_open(&self) -> bool {
        self.met_at.is_none() && self.next.is_none() && self.present().nth(1).is_some()
    }
}

/// A message of introductions that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Due {
    /// An introduction gets its thread and the first message in it.
    Opening(Opening),
    /// A thread is asked whether they met.
    Question(DueQuestion),
    /// The channel reads how the round before went.
    Summary(Summary),
}

/// An introduction without its thread or first message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The introduction.
    pub(crate) introduction: IntroductionId,
    /// Its team.
    pub(crate) team: TeamId,
    /// The channel in which its thread is made.
    pub(crate) channel: ChannelId,
    /// Its thread, once it is known.
    pub(crate) thread: Option<ChannelId>,
    /// When it was claimed: no try was earlier.
    pub(crate) claimed_at: DateTime<Utc>,
    /// Whether a try may have made a thread or sent the message.
    pub(crate) is_begun: bool,
}

/// A thread that should be asked whether they met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DueQuestion {
    /// The introduction.
    pub(crate) introduction: IntroductionId,
    /// Its thread.
    pub(crate) thread: ChannelId,
    /// When the question fell due.
    pub(crate) due_at: DateTime<Utc>,
}

/// A round that should say how the one before it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Summary {
    /// The round.
    pub(crate) round: RoundId,
    /// Its team.
    pub(crate) team: TeamId,
    /// The channel to post in.
    pub(crate) channel: ChannelId,
    /// When the round fell due.
    pub(crate) due_at: DateTime<Utc>,
    /// When it was claimed.
    pub(crate) claimed_at: DateTime<Utc>,
}

/// How a round went, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RoundCounts {
    /// How many people took part.
    pub(crate) people: i64,
    /// How many introductions there were.
    pub(crate) pairs: i64,
    /// In how many they met.
    pub(crate) met: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(instant: &str) -> DateTime<Utc> {
        instant.parse().unwrap()
    }

    fn plan() -> Plan {
        Plan::in_channel(ChannelId(1), at("2026-11-23T10:00:00Z"))
    }

    #[test]
    fn the_first_round_is_the_first_one_after_the_choice() {
        let zone = "Europe/Berlin".parse().unwrap();
        let Decision::Wait(first) = plan().next_round(zone, None, at("2026-11-23T10:00:00Z"))
        else {
            panic!("nothing is due yet");
        };
        assert_eq!(first.at, at("2026-11-24T09:00:00Z"));
        let late = Plan {
            begins_at: at("2026-11-24T10:00:00Z"),
            ..plan()
        };
        let Decision::Wait(next) = late.next_round(zone, None, at("2026-11-24T10:00:00Z")) else {
            panic!("a round before the choice is not made up for");
        };
        assert_eq!(next.at, at("2026-12-01T09:00:00Z"));
    }

    #[test]
    fn rounds_are_two_or_four_weeks_apart_whatever_the_weekday_becomes() {
        let zone = Zone::utc();
        let last = NaiveDate::from_ymd_opt(2026, 11, 24);
        for (every, weekday, expected) in [
            (Every::TwoWeeks, Weekday::Tue, "2026-12-08T10:00:00Z"),
            (Every::FourWeeks, Weekday::Tue, "2026-12-22T10:00:00Z"),
            (Every::TwoWeeks, Weekday::Fri, "2026-12-11T10:00:00Z"),
            (Every::TwoWeeks, Weekday::Mon, "2026-12-07T10:00:00Z"),
        ] {
            let plan = Plan {
                every,
                weekday,
                ..plan()
            };
            let decision = plan.next_round(zone, last, at("2026-11-24T10:00:01Z"));
            assert!(matches!(decision, Decision::Wait(next) if next.at == at(expected)));
        }
    }

    #[test]
    fn a_round_ends_when_the_next_begins() {
        let zone = "Europe/Berlin".parse().unwrap();
        let (day, end) = plan().extent(zone, at("2026-10-13T08:00:00Z"));
        assert_eq!(day.to_string(), "2026-10-13");
        assert_eq!(end, at("2026-10-27T09:00:00Z"), "summer time ended");
    }

    #[test]
    fn a_line_about_oneself_is_one_line() {
        let about = AboutLine::parse(" Design,\n Berlin ").unwrap();
        assert_eq!(about.as_str(), "Design, Berlin");
        assert!(AboutLine::parse(&"x".repeat(151)).is_err());
        assert!(AboutLine::parse(" \u{200b} ").is_err());
    }
}
