//! Where in the picture each person stands: at their distance, and nobody over anybody.

use std::f64::consts::TAU;

/// Half the width of the picture's disc.
pub(super) const RADIUS: f64 = 386.0;
/// The member's own dot, and a little air around it.
const MIDDLE: f64 = 54.0;
/// Rings are as wide as their label at least, and wider the more people are in them.
const EMPTY_RING: f64 = 40.0;
/// How far beside the disc's box a name may reach.
const OVERHANG: f64 = 6.0;
/// Between two people, at least.
const AIR: f64 = 3.0;
/// Directions that are tried at each distance, and the step from one distance to the next.
const DIRECTIONS: u32 = 90;
const STEP: f64 = 6.0;
/// Room for a ring's label, below its upper edge.
const LABEL: (f64, f64) = (82.0, 32.0);

/// Somebody to be placed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guest {
    /// Their ring, counted from the middle.
    pub(super) ring: usize,
    /// How far into it, from 0 to 1.
    pub(super) depth: f64,
    /// How wide their name is drawn.
    pub(super) width: f64,
}

/// How large people are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    /// Half of a dot.
    pub(super) dot: f64,
    /// The height of a name's letters.
    pub(super) name: f64,
}

/// The point where somebody's dot is, from the middle of the disc.
pub(super) type Place = (f64, f64);

/// A box that nothing else is drawn into.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Taken {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Taken {
    /// What somebody at `place` takes: the dot, and the name below it.
    pub(super) fn by((x, y): Place, size: Size, width: f64) -> Self {
        let half = (width / 2.0).max(size.dot);
        Self {
            left: x - half,
            top: y - size.dot,
            right: x + half,
            bottom: y + size.dot + size.name * 1.25,
        }
    }

    fn around(half: f64) -> Self {
        Self {
            left: -half,
            top: -half,
            right: half,
            bottom: half,
        }
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right + AIR
            && other.left < self.right + AIR
            && self.top < other.bottom + AIR
            && other.top < self.bottom + AIR
    }

    pub(super) fn is_inside(&self) -> bool {
        let most = RADIUS + OVERHANG;
        let reach = [-self.left, -self.top, self.right, self.bottom];
        reach.into_iter().all(|reach| reach <= most)
    }
}

/// The outer edges of the rings, from the middle outwards: what their labels leave is shared by
/// how many people are in each.
pub(super) fn rings(guests: &[Guest]) -> [f64; 3] {
    let count = |ring| guests.iter().filter(|guest| guest.ring == ring).count();
    let counts = [0, 1, 2].map(|ring| f64::from(u32::try_from(count(ring)).unwrap_or(u32::MAX)));
    let shared = RADIUS - MIDDLE - 3.0 * EMPTY_RING;
    // An outer ring is longer: it needs less width for as many people.
    let weights = [counts[0] * 1.6, counts[1] * 1.2, counts[2]].map(|it| it + 0.5);
    let all: f64 = weights.iter().sum();
    let mut edge = MIDDLE;
    weights.map(|weight| {
        edge += EMPTY_RING + shared * weight / all;
        edge
    })
}

/// What a ring's label takes.
fn label(edge: f64) -> Taken {
    let (half, height) = LABEL;
    Taken {
        left: -half,
        top: -edge,
        right: half,
        bottom: height - edge,
    }
}

/// A place for each guest in their order; `None` for whom there is no room left.
pub(super) fn places(guests: &[Guest], size: Size) -> Vec<Option<Place>> {
    let rings = rings(guests);
    let mut taken: Vec<Taken> = rings.into_iter().map(label).collect();
    taken.push(Taken::around(MIDDLE - size.dot / 2.0));
    let mut found: Vec<Place> = Vec::new();
    let place = |guest: &Guest| {
        let place = distances(&rings, guest, size)
            .into_iter()
            .find_map(|distance| freest(distance, guest.width, size, &taken, &found))?;
        taken.push(Taken::by(place, size, guest.width));
        found.push(place);
        Some(place)
    };
    guests.iter().map(place).collect()
}

/// The distances at which a guest's dot is within their ring, the right one first.
fn distances(rings: &[f64; 3], guest: &Guest, size: Size) -> Vec<f64> {
    let inner = guest.ring.checked_sub(1).map_or(MIDDLE, |it| rings[it]);
    let (from, to) = (inner + size.dot, rings[guest.ring] - size.dot);
    if from > to {
        return vec![f64::midpoint(from, to)];
    }
    let right = from + (to - from) * guest.depth;
    let steps = |step: f64| (0..).map(move |count| right + step * f64::from(count));
    let outwards = steps(STEP).take_while(|it| *it <= to);
    let inwards = steps(-STEP).skip(1).take_while(|it| *it >= from);
    let mut all: Vec<_> = outwards.chain(inwards).collect();
    all.sort_by(|one, other| (one - right).abs().total_cmp(&(other - right).abs()));
    all
}

/// Of the free places at a distance, the one furthest from everybody.
fn freest(
    distance: f64,
    width: f64,
    size: Size,
    taken: &[Taken],
    found: &[Place],
) -> Option<Place> {
    let free = (0..DIRECTIONS).filter_map(|direction| {
        // Begins in the upper right, where a reader looks after the title.
        let angle = TAU * (f64::from(direction) / f64::from(DIRECTIONS) - 0.14);
        let place = (distance * angle.cos(), distance * angle.sin());
        let own = Taken::by(place, size, width);
        let is_free = own.is_inside() && !taken.iter().any(|it| it.meets(&own));
        is_free.then(|| (room(place, found), place))
    });
    // The first of those that are as good.
    let best = free.reduce(|best, it| if it.0 > best.0 + 0.01 { it } else { best });
    best.map(|(_, place)| place)
}

/// How far the nearest of the others is.
fn room((x, y): Place, others: &[Place]) -> f64 {
    let away = others.iter().map(|(ox, oy)| (x - ox).hypot(y - oy));
    away.fold(f64::INFINITY, f64::min)
}
