//! Identifies a leaderboard and its page.

use chrono::NaiveDate;

use super::date_range::DateRange;
use super::period::{Buckets, Period};
use crate::ids::PersonId;
use crate::language::{Language, Text, text};

/// Where kudos are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// In the channel where the board is shown.
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

/// The time in which kudos are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeSpan {
    /// A period up to the day on which the board is drawn.
    Period(Period),
    /// The days of a recap, at any time.
    Days(DateRange),
}

/// One page of one board, as its buttons encode it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BoardView {
    /// The time.
    pub(crate) when: TimeSpan,
    /// The place.
    pub(crate) scope: Scope,
    /// The side.
    pub(crate) side: Side,
    /// The member who asked for the board; their own rank is shown below it.
    pub(crate) viewer: PersonId,
    /// The page, from 1.
    pub(crate) page: usize,
}

impl Scope {
    /// The word in the command, in a `custom_id` and in the database.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "this channel",
            Self::Server => "whole server",
        }
    }

    /// The words in a sentence: "in this channel".
    #[must_use]
    pub(crate) fn label(self) -> Text {
        match self {
            Self::Channel => text!("board-channel"),
            Self::Server => text!("board-server"),
        }
    }

    /// The scope with this word.
    #[must_use]
    pub(crate) fn parse(word: &str) -> Option<Self> {
        [Self::Channel, Self::Server]
            .into_iter()
            .find(|scope| scope.as_str() == word)
    }
}

impl Side {
    /// The word in the command, in a `custom_id` and in the database.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Given => "given",
        }
    }

    /// The side with this word.
    #[must_use]
    pub(crate) fn parse(word: &str) -> Option<Self> {
        [Self::Received, Self::Given]
            .into_iter()
            .find(|side| side.as_str() == word)
    }
}

impl TimeSpan {
    /// The words in a heading: "this month", "16 to 22 November".
    #[must_use]
    pub(crate) fn label(self, language: Language) -> String {
        match self {
            Self::Period(period) => period.label().to(language),
            Self::Days(days) => days.label(language),
        }
    }

    /// The counts to add up on `today`, a day in the team's zone.
    #[must_use]
    pub(crate) fn buckets(self, today: NaiveDate) -> Buckets {
        match self {
            Self::Period(period) => period.buckets(today),
            Self::Days(days) => days.buckets(),
        }
    }

    fn encode(self) -> String {
        match self {
            Self::Period(period) => period.as_str().to_owned(),
            Self::Days(days) => days.encode(),
        }
    }

    fn decode(field: &str) -> Option<Self> {
        let days = || DateRange::decode(field).map(Self::Days);
        Period::parse(field).map(Self::Period).or_else(days)
    }
}

impl BoardView {
    /// The view as fields of a `custom_id`.
    #[must_use]
    pub(crate) fn encode(&self) -> String {
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
            scope.as_str(),
            side.as_str()
        )
    }

    /// The view from these fields.
    #[must_use]
    pub(crate) fn decode(fields: &[&str]) -> Option<Self> {
        let [when, scope, side, viewer, page] = fields else {
            return None;
        };
        Some(Self {
            when: TimeSpan::decode(when)?,
            scope: Scope::parse(scope)?,
            side: Side::parse(side)?,
            viewer: viewer.parse().ok()?,
            page: page.parse().ok()?,
        })
    }
}
