//! Turns shapes and texts into SVG. Lengths are in pixels.

use std::fmt::Write as _;

use super::fonts::{self, FAMILY, Weight, cut};
use super::{Picture, colours};

/// The width at which a phone shows a picture sharply. Letters appear at about half their size
/// there.
pub(crate) const WIDTH: f64 = 800.0;
/// The free space at the left and at the right.
pub(crate) const MARGIN: f64 = 28.0;
/// The height of a heading with the space below it.
pub(crate) const HEAD: f64 = 132.0;

const TITLE: Style = Style::new(38.0, colours::TEXT).bold();
const SUBTITLE: Style = Style::new(25.0, colours::MUTED);

/// A picture in progress. Later shapes cover earlier ones.
#[derive(Debug, Clone)]
pub(crate) struct Canvas {
    svg: String,
}

/// The point of a text that its position refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Anchor {
    /// Its beginning.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// The height of a line of letters.
    pub(crate) size: f64,
    /// As `#RRGGBB`.
    pub(crate) colour: &'static str,
    /// The weight of the letters.
    pub(crate) weight: Weight,
    /// The point that the position refers to.
    pub(crate) anchor: Anchor,
}

impl Style {
    /// Regular letters, anchored at their start.
    #[must_use]
    pub(crate) const fn new(size: f64, colour: &'static str) -> Self {
        Self {
            size,
            colour,
            weight: Weight::Regular,
            anchor: Anchor::Start,
        }
    }

    /// The same style in bold.
    #[must_use]
    pub(crate) const fn bold(self) -> Self {
        Self {
            weight: Weight::Bold,
            ..self
        }
    }

    /// The same style with another anchor.
    #[must_use]
    pub(crate) const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

impl Canvas {
    /// An empty canvas in the colour of Discord's dark theme.
    #[must_use]
    pub(crate) fn new(width: f64, height: f64) -> Self {
        let mut canvas = Self {
            svg: String::with_capacity(8 * 1024),
        };
        canvas.element(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">"#
        ));
        canvas.bar(0.0, 0.0, width, height, colours::BACKGROUND);
        canvas
    }

    /// A line of text with its baseline at `y`.
    pub(crate) fn text(&mut self, x: f64, y: f64, style: Style, text: &str) {
        let Style { size, colour, .. } = style;
        let weight = match style.weight {
            Weight::Regular => "400",
            Weight::Bold => "700",
        };
        let anchor = match style.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = escape(text);
        self.element(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-family="{FAMILY}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}">{text}</text>"#
        ));
    }

    /// A filled box with square corners.
    pub(crate) fn bar(&mut self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        self.element(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{colour}"/>"#
        ));
    }

    /// A filled box with round ends, at least as wide as high.
    pub(crate) fn pill(&mut self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        let (width, round) = (width.max(height), height / 2.0);
        self.element(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}" fill="{colour}"/>"#
        ));
    }

    /// A filled circle.
    pub(crate) fn circle(&mut self, x: f64, y: f64, radius: f64, colour: &str) {
        self.element(format_args!(
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="{colour}"/>"#
        ));
    }

    /// A line.
    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), thick: f64, colour: &str) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.element(format_args!(
            r#"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" stroke="{colour}" stroke-width="{thick:.1}"/>"#
        ));
    }

    /// A heading of two lines, cut at the picture's edge.
    pub(crate) fn heading(&mut self, title: &str, subtitle: &str) {
        let most = WIDTH - 2.0 * MARGIN;
        for (y, style, text) in [(60.0, TITLE, title), (98.0, SUBTITLE, subtitle)] {
            let text = cut(text, style.size, style.weight, most);
            self.text(MARGIN, y, style, &text);
        }
    }

    /// A person's initials for a circle of `radius`, or a head and shoulders without drawable
    /// initials.
    pub(crate) fn initials(
        &mut self,
        (x, y): (f64, f64),
        radius: f64,
        ink: &'static str,
        initials: Option<&str>,
    ) {
        if let Some(initials) = initials {
            let style = Style::new(radius * 0.85, ink)
                .bold()
                .anchored(Anchor::Middle);
            self.text(x, y + radius * 0.3, style, initials);
        } else {
            self.circle(x, y - radius * 0.25, radius * 0.3, ink);
            let (left, right, bottom) = (x - radius * 0.55, x + radius * 0.55, y + radius * 0.6);
            let round = radius * 0.55;
            self.element(format_args!(
                r#"<path d="M{left:.1} {bottom:.1} A{round:.1} {round:.1} 0 0 1 {right:.1} {bottom:.1} Z" fill="{ink}"/>"#,
            ));
        }
    }

    /// The picture.
    #[must_use]
    pub(crate) fn finish(mut self) -> Picture {
        self.svg.push_str("</svg>\n");
        Picture { svg: self.svg }
    }

    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string can't fail.
        let _ = writeln!(self.svg, "{element}");
    }
}

/// Escapes text for XML. Characters that XML does not allow are removed.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Whether all letters of `text` can be drawn.
#[must_use]
pub(crate) fn draws(text: &str, weight: Weight) -> bool {
    fonts::draws_alone(text, weight) || fonts::lays_out(text, &text_alone(text, weight))
}

/// A picture of only `text`.
pub(super) fn text_alone(text: &str, weight: Weight) -> Picture {
    let mut canvas = Canvas::new(10.0, 10.0);
    let style = Style {
        weight,
        ..Style::new(10.0, colours::TEXT)
    };
    canvas.text(0.0, 0.0, style, text);
    canvas.finish()
}
