//! Shapes that mark people in addition to their colour.

use super::canvas::Canvas;
use super::colours;

/// A shape that people can distinguish from the others at the size of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A circle.
    Circle,
    /// A square with round corners.
    Square,
    /// A square that stands on a corner.
    Diamond,
    /// Six sides, with corners at the left and the right.
    Hexagon,
    /// Wider than high, with round ends.
    Pill,
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Filled with this colour.
    Filled(&'static str),
    /// Only an outline in this colour.
    Hollow(&'static str),
}

impl Paint {
    /// The colour of text on it.
    fn ink(self) -> &'static str {
        match self {
            Self::Filled(_) => colours::INK,
            Self::Hollow(colour) => colour,
        }
    }

    fn attributes(self) -> String {
        match self {
            Self::Filled(colour) => format!(r#"fill="{colour}""#),
            Self::Hollow(colour) => {
                let ground = colours::BACKGROUND;
                format!(r#"fill="{ground}" stroke="{colour}" stroke-width="3""#)
            }
        }
    }
}

impl Canvas {
    /// A shape around a circle of `radius`, with about the same area.
    pub(crate) fn shape(&mut self, shape: Shape, (x, y): (f64, f64), radius: f64, paint: Paint) {
        let painted = paint.attributes();
        let (left, right, top, bottom) = (x - radius, x + radius, y - radius, y + radius);
        match shape {
            Shape::Circle => self.element(format_args!(
                r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" {painted}/>"#
            )),
            Shape::Square => self.rectangle((x, y), (radius * 0.9, radius * 0.9), 5.0, &painted),
            Shape::Pill => {
                let high = radius * 0.72;
                self.rectangle((x, y), (radius, high), high, &painted);
            }
            Shape::Diamond => self.element(format_args!(
                r#"<path d="M{left:.1} {y:.1} L{x:.1} {top:.1} L{right:.1} {y:.1} L{x:.1} {bottom:.1} Z" stroke-linejoin="round" {painted}/>"#
            )),
            Shape::Hexagon => {
                let (before, after) = (x - radius * 0.5, x + radius * 0.5);
                let (top, bottom) = (y - radius * 0.87, y + radius * 0.87);
                self.element(format_args!(
                    r#"<path d="M{left:.1} {y:.1} L{before:.1} {top:.1} L{after:.1} {top:.1} L{right:.1} {y:.1} L{after:.1} {bottom:.1} L{before:.1} {bottom:.1} Z" stroke-linejoin="round" {painted}/>"#
                ));
            }
        }
    }

    /// The same with a person's initials in it.
    pub(crate) fn badge(
        &mut self,
        shape: Shape,
        at: (f64, f64),
        radius: f64,
        paint: Paint,
        initials: Option<&str>,
    ) {
        self.shape(shape, at, radius, paint);
        // A diamond is narrow where letters are wide.
        let room = if shape == Shape::Diamond { 0.8 } else { 1.0 };
        self.initials(at, radius * room, paint.ink(), initials);
    }

    fn rectangle(&mut self, (x, y): (f64, f64), half: (f64, f64), round: f64, painted: &str) {
        let (left, top) = (x - half.0, y - half.1);
        let (width, height) = (half.0 * 2.0, half.1 * 2.0);
        self.element(format_args!(
            r#"<rect x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}" {painted}/>"#
        ));
    }
}
