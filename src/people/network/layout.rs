//! Places people in the picture, each at their distance and without overlaps.

use std::f64::consts::TAU;

/// Radius of the picture's disc.
pub(super) const RADIUS: f64 = 386.0;
/// Radius of the space for the member's own dot.
const CENTRE_RADIUS: f64 = 54.0;
/// The width of an empty ring: enough for its label. Rings with more people are wider.
const EMPTY_RING: f64 = 40.0;
/// How far a name may reach beyond the disc's bounding box.
const OVERHANG: f64 = 6.0;
/// The least space between two people.
const SPACING: f64 = 3.0;
/// How many directions are tried at each distance, and the step between distances.
const DIRECTIONS: u32 = 90;
const STEP: f64 = 6.0;
/// The space of a ring's label, below its upper edge.
const LABEL: (f64, f64) = (82.0, 32.0);

/// A person to be placed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unplaced {
    /// The ring, from the centre.
    pub(super) ring: usize,
    /// The position across the ring, from 0 to 1.
    pub(super) depth: f64,
    /// The width of their name.
    pub(super) width: f64,
}

/// The size of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    /// Radius of a dot.
    pub(super) dot: f64,
    /// The height of a name's letters.
    pub(super) name: f64,
}

/// The centre of a dot, relative to the centre of the disc.
pub(super) type Point = (f64, f64);

/// A rectangle in which nothing else is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// The rectangle of a person at `place`: the dot, and the name below it.
    pub(super) fn by((x, y): Point, size: Size, width: f64) -> Self {
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

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right + SPACING
            && other.left < self.right + SPACING
            && self.top < other.bottom + SPACING
            && other.top < self.bottom + SPACING
    }

    pub(super) fn is_inside(&self) -> bool {
        let most = RADIUS + OVERHANG;
        let reach = [-self.left, -self.top, self.right, self.bottom];
        reach.into_iter().all(|reach| reach <= most)
    }
}

/// The outer radii of the rings, from the centre outwards. Rings share the width that labels leave,
/// by how many people each has.
pub(super) fn rings(people: &[Unplaced]) -> [f64; 3] {
    let count = |ring| people.iter().filter(|person| person.ring == ring).count();
    let counts = [0, 1, 2].map(|ring| f64::from(u32::try_from(count(ring)).unwrap_or(u32::MAX)));
    let shared = RADIUS - CENTRE_RADIUS - 3.0 * EMPTY_RING;
    // An outer ring is longer, so it needs less width for the same number of people.
    let weights = [counts[0] * 1.6, counts[1] * 1.2, counts[2]].map(|it| it + 0.5);
    let all: f64 = weights.iter().sum();
    let mut edge = CENTRE_RADIUS;
    weights.map(|weight| {
        edge += EMPTY_RING + shared * weight / all;
        edge
    })
}

/// The rectangle of a ring's label.
fn label(edge: f64) -> Area {
    let (half, height) = LABEL;
    Area {
        left: -half,
        top: -edge,
        right: half,
        bottom: height - edge,
    }
}

/// A place for each person, in order; `None` if there is no room left.
pub(super) fn places(people: &[Unplaced], size: Size) -> Vec<Option<Point>> {
    let rings = rings(people);
    let mut taken: Vec<Area> = rings.into_iter().map(label).collect();
    taken.push(Area::around(CENTRE_RADIUS - size.dot / 2.0));
    let mut found: Vec<Point> = Vec::new();
    let place = |person: &Unplaced| {
        let place = distances(&rings, person, size)
            .into_iter()
            .find_map(|distance| freest(distance, person.width, size, &taken, &found))?;
        taken.push(Area::by(place, size, person.width));
        found.push(place);
        Some(place)
    };
    people.iter().map(place).collect()
}

/// The distances at which a person's dot is inside their ring, the right one first.
fn distances(rings: &[f64; 3], person: &Unplaced, size: Size) -> Vec<f64> {
    let inner = person
        .ring
        .checked_sub(1)
        .map_or(CENTRE_RADIUS, |it| rings[it]);
    let (from, to) = (inner + size.dot, rings[person.ring] - size.dot);
    if from > to {
        return vec![f64::midpoint(from, to)];
    }
    let right = from + (to - from) * person.depth;
    let steps = |step: f64| (0..).map(move |count| right + step * f64::from(count));
    let outwards = steps(STEP).take_while(|it| *it <= to);
    let inwards = steps(-STEP).skip(1).take_while(|it| *it >= from);
    let mut all: Vec<_> = outwards.chain(inwards).collect();
    all.sort_by(|one, other| (one - right).abs().total_cmp(&(other - right).abs()));
    all
}

/// Of the free places at a distance, the one furthest from all others.
fn freest(distance: f64, width: f64, size: Size, taken: &[Area], found: &[Point]) -> Option<Point> {
    let free = (0..DIRECTIONS).filter_map(|direction| {
        // Start in the upper right, where readers look after the title.
        let angle = TAU * (f64::from(direction) / f64::from(DIRECTIONS) - 0.14);
        let place = (distance * angle.cos(), distance * angle.sin());
        let own = Area::by(place, size, width);
        let is_free = own.is_inside() && !taken.iter().any(|it| it.overlaps(&own));
        is_free.then(|| (nearest(place, found), place))
    });
    // Take the first of equally good places.
    let best = free.reduce(|best, it| if it.0 > best.0 + 0.01 { it } else { best });
    best.map(|(_, place)| place)
}

/// The distance to the nearest of the others.
fn nearest((x, y): Point, others: &[Point]) -> f64 {
    let away = others.iter().map(|(ox, oy)| (x - ox).hypot(y - oy));
    away.fold(f64::INFINITY, f64::min)
}
