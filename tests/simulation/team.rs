//! An invented team: who answers nudges, which people talk anyway, and who comes and leaves.

use rapport::calendar::Circle;

use super::chance::chance;

pub(crate) const WEEKS: u64 = 52;

/// How many of the team leave in a year, each replaced by a newcomer in the same week.
const LEAVES: f64 = 0.2;

/// A person of the team.
pub(crate) struct Person {
    /// The first week in which they are there; people who were there before have week 0.
    pub(crate) from: u64,
    /// The week in which they leave.
    pub(crate) until: u64,
    /// How likely they act on a suggestion that suits them.
    pub(crate) acts: f64,
}

/// What another person is to a member.
#[derive(Clone, Copy)]
pub(crate) struct Side {
    pub(crate) circle: Circle,
    /// How much a suggestion of the other suits: some ties are kept up by nobody.
    pub(crate) suits: f64,
}

pub(crate) struct Team {
    seed: u64,
    size: usize,
    pub(crate) people: Vec<Person>,
}

/// What a chance is about.
#[derive(Clone, Copy)]
pub(crate) enum About {
    Leaving = 1,
    Acting,
    Pair,
    Interval,
    Circle,
    Suiting,
    LastTalk,
    Talk,
    Logging,
    Answer,
    NotNow,
}

impl Team {
    pub(crate) fn new(size: usize, seed: u64) -> Self {
        let mut team = Self {
            seed,
            size,
            people: Vec::new(),
        };
        let mut coming = vec![0; size];
        while let Some(from) = coming.pop() {
            let person = team.people.len() as u64;
            let leaves =
                |week: &u64| team.chance(About::Leaving, *week, person, 0) < LEAVES / WEEKS as f64;
            let until = (from + 1..WEEKS).find(leaves).unwrap_or(WEEKS);
            if until < WEEKS {
                coming.push(until);
            }
            let acts = team.acts(person);
            team.people.push(Person { from, until, acts });
        }
        team
    }

    pub(crate) fn chance(&self, about: About, week: u64, one: u64, other: u64) -> f64 {
        chance(self.seed, [about as u64, week, one, other])
    }

    /// Three in ten act on most suggestions that suit them, one in ten on none.
    fn acts(&self, person: u64) -> f64 {
        match self.chance(About::Acting, 0, person, 0) {
            ..0.3 => 0.6,
            ..0.7 => 0.32,
            ..0.9 => 0.12,
            _ => 0.0,
        }
    }

    /// After how many days two people talk anyway, on average; `None` if only a nudge brings them
    /// together. Everyone has some sixteen such others.
    pub(crate) fn interval(&self, one: usize, other: usize) -> Option<f64> {
        let (low, high) = (one.min(other) as u64, one.max(other) as u64);
        if self.chance(About::Pair, 0, low, high) >= 16.0 / self.size as f64 {
            return None;
        }
        // From every five days to every year: as many pairs between five and fifteen as between
        // a hundred and three hundred.
        let chance = self.chance(About::Interval, 0, low, high);
        Some(5.0 * 73_f64.powf(chance))
    }

    /// How long ago two people talked last when the year begins, if they have.
    pub(crate) fn last_talk(&self, one: usize, other: usize) -> Option<f64> {
        let interval = self.interval(one, other)?;
        let (low, high) = (one.min(other) as u64, one.max(other) as u64);
        let chance = self.chance(About::LastTalk, 0, low, high);
        Some(-interval * (1.0 - chance).ln())
    }

    /// What `other` is to `one`.
    pub(crate) fn side(&self, one: usize, other: usize) -> Side {
        let (one, other) = (one as u64, other as u64);
        let circle = match self.chance(About::Circle, 0, one, other) {
            ..0.15 => Circle::Close,
            ..0.65 => Circle::Regular,
            ..0.9 => Circle::Wider,
            _ => Circle::Distant,
        };
        // Three ties in ten are ones that members say they want, and hardly ever act on.
        let suits = match self.chance(About::Suiting, 0, one, other) {
            ..0.5 => 1.0,
            ..0.7 => 0.5,
            _ => 0.05,
        };
        Side { circle, suits }
    }
}
