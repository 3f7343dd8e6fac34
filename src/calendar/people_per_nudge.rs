//! How many people a nudge names.

/// How many people a member wants in a nudge: 1 to 5, by default 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeoplePerNudge(u8);

impl PeoplePerNudge {
    /// The most people with which a message stays short.
    pub const MAX: u8 = 5;

    /// Takes 1 to [`PeoplePerNudge::MAX`]; `None` for other numbers.
    #[must_use]
    pub fn new(people: u8) -> Option<Self> {
        (1..=Self::MAX).contains(&people).then_some(Self(people))
    }

    /// The number of people.
    #[must_use]
    pub(crate) fn get(self) -> u8 {
        self.0
    }
}

impl Default for PeoplePerNudge {
    fn default() -> Self {
        Self(3)
    }
}
