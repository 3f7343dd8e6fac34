//! Which leaderboard is meant.

use super::period::Period;
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

/// One page of one board, as its buttons carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoardView {
    /// Of which days.
    pub period: Period,
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

impl BoardView {
    /// Its fields, as a `custom_id` carries them.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self {
            period,
            scope,
            side,
            viewer,
            page,
        } = self;
        format!(
            "{}:{}:{}:{viewer}:{page}",
            period.label(),
            scope.label(),
            side.label()
        )
    }

    /// The view of these fields.
    #[must_use]
    pub fn decode(fields: &[&str]) -> Option<Self> {
        let [period, scope, side, viewer, page] = fields else {
            return None;
        };
        Some(Self {
            period: Period::parse(period).ok()?,
            scope: Scope::parse(scope)?,
            side: Side::parse(side)?,
            viewer: viewer.parse().ok()?,
            page: page.parse().ok()?,
        })
    }
}
