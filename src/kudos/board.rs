//! Which leaderboard is meant.

use chrono::NaiveDate;

use super::date_range::DateRange;
use super::period::{Buckets, Period};
use crate::ids::PersonId;

/// Where kudos are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// In the channel of the board.
    #[default]
    Channel,
    /// In the whole team.
    Server,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// Kudos received.
    #[default]
    Received,
    /// Kudos given.
    Given,
}

/// When they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// In a period, as it is on the day on which the board is drawn.
    Period(Period),
    /// On the days of a recap, whenever the board is drawn.
    Days(DateRange),
}

/// One page of one board, as its buttons carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoardView {
    /// Of which days.
    pub when: When,
    /// Where.
    pub scope: Scope,
    /// What.
    pub side: Side,
    /// Whose own rank is shown below: who asked for the board.
    pub viewer: PersonId,
    /// Page, from 1.
    pub page: usize,
}

impl Scope {
    /// As the command offers it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Channel => "this channel",
            Self::Server => "whole server",
        }
    }

    /// The scope of that label.
    #[must_use]
    pub fn parse(label: &str) -> Option<Self> {
        [Self::Channel, Self::Server]
            .into_iter()
            .find(|scope| scope.label() == label)
    }
}

impl Side {
    /// As the command offers it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Given => "given",
        }
    }

    /// The side of that label.
    #[must_use]
    pub fn parse(label: &str) -> Option<Self> {
        [Self::Received, Self::Given]
            .into_iter()
            .find(|side| side.label() == label)
    }
}

impl When {
    /// As a heading has it: "this month", "16 to 22 November".
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Period(period) => period.label().to_owned(),
            Self::Days(days) => days.label(),
        }
    }

    /// Which counts add up to it, on a day of the team's calendar.
    #[must_use]
    pub fn buckets(self, today: NaiveDate) -> Buckets {
        match self {
            Self::Period(period) => period.buckets(today),
            Self::Days(days) => days.buckets(),
        }
    }

    fn encode(self) -> String {
        match self {
            Self::Period(period) => period.label().to_owned(),
            Self::Days(days) => days.encode(),
        }
    }

    fn decode(field: &str) -> Option<Self> {
        let days = || DateRange::decode(field).map(Self::Days);
        Period::parse(field).map(Self::Period).ok().or_else(days)
    }
}

impl BoardView {
    /// Its fields, as a `custom_id` carries them.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self {
            when,
            scope,
            side,
            viewer,
            page,
        } = self;
        format!(
            "{}:{}:{}:{viewer}:{page}",
            when.encode(),
            scope.label(),
            side.label()
        )
    }

    /// The view of these fields.
    #[must_use]
    pub fn decode(fields: &[&str]) -> Option<Self> {
        let [when, scope, side, viewer, page] = fields else {
            return None;
        };
        Some(Self {
            when: When::decode(when)?,
            scope: Scope::parse(scope)?,
            side: Side::parse(side)?,
            viewer: viewer.parse().ok()?,
            page: page.parse().ok()?,
        })
    }
}
