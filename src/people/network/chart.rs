//! Draws the picture of a network.

use super::layout::{self, Point, RADIUS, Size, Unplaced};
use super::{Distance, Neighbour};
use crate::calendar::Circle;
use crate::language::{Language, tr};
use crate::picture::{
    Anchor, Canvas, HEAD, MARGIN, Paint, Picture, Shape, Style, WIDTH, Weight, colours, cut, draws,
    name, width,
};

/// How many people are drawn at most, so that each can be found.
const MOST: usize = 24;

/// The sizes of people, the largest first: the first size with room for everyone is used.
const SIZES: [Size; 3] = [
    Size {
        dot: 30.0,
        name: 28.0,
    },
    Size {
        dot: 25.0,
        name: 25.0,
    },
    Size {
        dot: 21.0,
        name: 22.0,
    },
];

/// The widest a name is drawn, in heights of its letters.
const NAME_WIDTH: f64 = 6.5;

/// Radius of the member's own dot.
const OWN_DOT: f64 = 40.0;

const RING: Style = Style::new(24.0, colours::MUTED).anchored(Anchor::Middle);
const LEGEND: Style = Style::new(25.0, colours::TEXT);
const LEGEND_TOP: f64 = HEAD + 2.0 * RADIUS + 24.0;
const LEGEND_ROW: f64 = 48.0;
const LEGEND_COLUMNS: u32 = 2;
const LEGEND_DOT: f64 = 16.0;
/// From the left edge of a column to its text.
const LEGEND_TEXT: f64 = 2.0 * LEGEND_DOT + 14.0;
const LEGEND_COLUMN: f64 = (WIDTH - 2.0 * MARGIN) / 2.0;
/// The widest a text in the legend is drawn.
const LEGEND_WIDTH: f64 = LEGEND_COLUMN - LEGEND_TEXT - 14.0;

/// From the centre outwards; the ring of people in touch is the lightest.
const RING_FILLS: [&str; 3] = ["#3F424A", "#383A40", "#2B2D31"];

/// A laid-out network.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chart {
    /// The people drawn.
    pub(crate) people: Vec<Drawn>,
    /// How many people are left out.
    pub(crate) left_out: usize,
    rings: [f64; 3],
    size: Size,
}

/// A person who is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawn {
    /// The person and the tie.
    pub(crate) neighbour: Neighbour,
    /// The number drawn in place of a name that our fonts can't draw.
    pub(crate) number: Option<usize>,
    label: String,
    initials: Option<String>,
    place: Point,
}

/// The text below a person's dot.
struct Label {
    number: Option<usize>,
    text: String,
    initials: Option<String>,
}

impl Chart {
    /// Lays out as many of `people` as there is room for; the most overdue come first.
    #[must_use]
    pub(crate) fn new(people: Vec<Neighbour>, language: Language) -> Self {
        let in_all = people.len();
        let people: Vec<_> = people.into_iter().take(MOST).collect();
        let labels = labels(&people, language);
        let (size, unplaced, places) = laid_out(&people, &labels);
        let drawn = people.into_iter().zip(labels).zip(places);
        let drawn: Vec<_> = drawn
            .filter_map(|((neighbour, label), place)| {
                Some(Drawn {
                    neighbour,
                    number: label.number,
                    label: label.text,
                    initials: label.initials,
                    place: place?,
                })
            })
            .collect();
        Self {
            left_out: in_all - drawn.len(),
            rings: layout::rings(&unplaced),
            people: drawn,
            size,
        }
    }

    /// Draws the chart.
    #[must_use]
    pub(crate) fn draw(&self, language: Language) -> Picture {
        let entries = self.legend(language);
        let rows = u32::try_from(entries.len()).map_or(0, |it| it.div_ceil(LEGEND_COLUMNS));
        let legend = f64::from(rows) * LEGEND_ROW;
        let mut canvas = Canvas::new(WIDTH, LEGEND_TOP + legend + 8.0);
        canvas.heading(
            &tr!(language, "me-picture-title"),
            &tr!(language, "me-picture-subtitle"),
        );
        self.rings(&mut canvas, language);
        for drawn in &self.people {
            self.person(&mut canvas, drawn);
        }
        for (index, (shape, paint, text)) in (0..).zip(&entries) {
            let left = MARGIN + LEGEND_COLUMN * f64::from(index % LEGEND_COLUMNS);
            let middle = LEGEND_TOP + LEGEND_ROW * f64::from(index / LEGEND_COLUMNS) + LEGEND_DOT;
            canvas.shape(*shape, (left + LEGEND_DOT, middle), LEGEND_DOT, *paint);
            let text = cut(text, LEGEND.size, LEGEND.weight, LEGEND_WIDTH);
            canvas.text(left + LEGEND_TEXT, middle + 9.0, LEGEND, &text);
        }
        canvas.finish()
    }

    fn rings(&self, canvas: &mut Canvas, language: Language) {
        let (x, y) = on_canvas((0.0, 0.0));
        let fills = self.rings.into_iter().zip(RING_FILLS);
        for (edge, ground) in fills.rev() {
            canvas.circle(x, y, edge, ground);
        }
        for (edge, distance) in self.rings.into_iter().zip(Distance::ALL) {
            canvas.text(x, y - edge + 25.0, RING, &distance.label().to(language));
        }
        canvas.shape(Shape::Circle, (x, y), OWN_DOT, Paint::Filled(colours::TEXT));
        let you = tr!(language, "me-picture-you");
        canvas.initials((x, y), OWN_DOT * 0.8, colours::INK, Some(&you));
    }

    fn person(&self, canvas: &mut Canvas, drawn: &Drawn) {
        let Size { dot, name } = self.size;
        let (x, y) = on_canvas(drawn.place);
        let (shape, paint) = mark(&drawn.neighbour);
        canvas.badge(shape, (x, y), dot, paint, drawn.initials.as_deref());
        let colour = if drawn.neighbour.snoozed || drawn.number.is_some() {
            colours::MUTED
        } else {
            colours::TEXT
        };
        let style = Style::new(name, colour).anchored(Anchor::Middle);
        canvas.text(x, y + dot + name, style, &drawn.label);
    }

    /// A line for each shape in the picture, in the order of circles.
    fn legend(&self, language: Language) -> Vec<(Shape, Paint, String)> {
        let drawn = || self.people.iter().map(|it| &it.neighbour);
        let named = Circle::NAMED.into_iter().filter_map(|circle| {
            drawn().find(|it| it.circle == circle)?;
            let (shape, colour) = shape_and_colour(circle);
            let text = circle.label().to(language);
            Some((shape, Paint::Filled(colour), text))
        });
        let own = drawn().find(|it| !Circle::NAMED.contains(&it.circle));
        let own = own.map(|it| {
            let (shape, colour) = shape_and_colour(it.circle);
            let text = tr!(language, "me-picture-own-days");
            (shape, Paint::Filled(colour), text)
        });
        let snoozed = drawn().any(|it| it.snoozed).then(|| {
            let hollow = Paint::Hollow(colours::TEXT);
            (Shape::Circle, hollow, tr!(language, "me-picture-snoozed"))
        });
        named.chain(own).chain(snoozed).collect()
    }
}

/// A circle's shape and colour; either one identifies it.
fn shape_and_colour(circle: Circle) -> (Shape, &'static str) {
    match circle {
        Circle::Close => (Shape::Circle, colours::AMBER),
        Circle::Regular => (Shape::Square, colours::SKY),
        Circle::Wider => (Shape::Diamond, colours::YELLOW),
        Circle::Distant => (Shape::Hexagon, colours::PINK),
        Circle::Every(_) => (Shape::Pill, colours::GREEN),
    }
}

fn mark(neighbour: &Neighbour) -> (Shape, Paint) {
    let (shape, colour) = shape_and_colour(neighbour.circle);
    if neighbour.snoozed {
        (shape, Paint::Hollow(colour))
    } else {
        (shape, Paint::Filled(colour))
    }
}

fn labels(people: &[Neighbour], language: Language) -> Vec<Label> {
    let mut number = 0;
    let label = |neighbour: &Neighbour| {
        let drawn = name::drawable(&neighbour.name);
        if let Some(text) = drawn.as_deref().and_then(fitting) {
            return Label {
                number: None,
                initials: drawn.as_deref().and_then(name::initials),
                text,
            };
        }
        // Discord shows the name in the text above the picture.
        number += 1;
        Label {
            number: Some(number),
            initials: None,
            text: tr!(language, "me-picture-see", number),
        }
    };
    people.iter().map(label).collect()
}

/// The part of a name that is drawn: the words that fit, or the start of the first word. `None` if
/// our fonts can't draw it.
fn fitting(name: &str) -> Option<String> {
    let mut shown = name;
    while width(shown, 1.0, Weight::Regular) > NAME_WIDTH
        && let Some((before, _)) = shown.rsplit_once(' ')
    {
        shown = before;
    }
    let shown = cut(shown, 1.0, Weight::Regular, NAME_WIDTH);
    draws(&shown, Weight::Regular).then_some(shown)
}

/// The largest size at which everyone has a place, or else the smallest.
fn laid_out(people: &[Neighbour], labels: &[Label]) -> (Size, Vec<Unplaced>, Vec<Option<Point>>) {
    let mut tried = SIZES.into_iter().map(|size| {
        let unplaced = unplaced(people, labels, size);
        let places = layout::places(&unplaced, size);
        (size, unplaced, places)
    });
    let whole = |laid_out: &(Size, Vec<Unplaced>, Vec<Option<Point>>)| {
        laid_out.0 == SIZES[SIZES.len() - 1] || laid_out.2.iter().all(Option::is_some)
    };
    let found = tried.find(whole);
    found.unwrap_or((SIZES[0], Vec::new(), Vec::new()))
}

fn unplaced(people: &[Neighbour], labels: &[Label], size: Size) -> Vec<Unplaced> {
    let to_unplaced = |(neighbour, label): (&Neighbour, &Label)| {
        let distance = neighbour.distance();
        Unplaced {
            ring: distance as usize,
            depth: distance.into_ring(neighbour.overdue),
            width: width(&label.text, size.name, Weight::Regular),
        }
    };
    people.iter().zip(labels).map(to_unplaced).collect()
}

/// Converts a position in the disc to one in the picture.
fn on_canvas((x, y): Point) -> (f64, f64) {
    (WIDTH / 2.0 + x, HEAD + RADIUS + y)
}

#[cfg(test)]
mod tests;
