//! Drawing: shapes and texts become SVG. Lengths are pixels.

use std::fmt::Write as _;

use super::fonts::{self, FAMILY, Weight, cut};
use super::{Picture, colours};

/// As wide as a phone shows a picture sharply; letters are about half their size there.
pub const WIDTH: f64 = 800.0;
/// Free at either side.
pub const MARGIN: f64 = 28.0;
/// What a heading takes, with the air below it.
pub const HEAD: f64 = 132.0;

const TITLE: Style = Style::new(38.0, colours::TEXT).bold();
const SUBTITLE: Style = Style::new(25.0, colours::MUTED);

/// A picture being drawn. What is drawn later lies above what was drawn before.
#[derive(Debug, Clone)]
pub struct Canvas {
    svg: String,
}

/// Which point of a text is where it is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
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
pub struct Style {
    /// Height of a line of letters.
    pub size: f64,
    /// As `#RRGGBB`.
    pub colour: &'static str,
    /// How heavy.
    pub weight: Weight,
    /// Which point of it is where it is put.
    pub anchor: Anchor,
}

impl Style {
    /// Regular letters that start where they are put.
    #[must_use]
    pub const fn new(size: f64, colour: &'static str) -> Self {
        Self {
            size,
            colour,
            weight: Weight::Regular,
            anchor: Anchor::Start,
        }
    }

    /// The same, bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self {
            weight: Weight::Bold,
            ..self
        }
    }

    /// The same, put by another point.
    #[must_use]
    pub const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

impl Canvas {
    /// An empty canvas in the colour of Discord's dark theme.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        let mut canvas = Self {
            svg: String::with_capacity(8 * 1024),
        };
        canvas.element(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">"#
        ));
        canvas.bar(0.0, 0.0, width, height, colours::BACKGROUND);
        canvas
    }

    /// A line of text whose letters stand on `y`.
    pub fn text(&mut self, x: f64, y: f64, style: Style, text: &str) {
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

    /// A filled box with corners as they are.
    pub fn bar(&mut self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        self.element(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{colour}"/>"#
        ));
    }

    /// A filled box with round ends; it is never shorter than it is high.
    pub fn pill(&mut self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        let (width, round) = (width.max(height), height / 2.0);
        self.element(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}" fill="{colour}"/>"#
        ));
    }

    /// A filled circle.
    pub fn circle(&mut self, x: f64, y: f64, radius: f64, colour: &str) {
        self.element(format_args!(
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="{colour}"/>"#
        ));
    }

    /// A line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), thick: f64, colour: &str) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.element(format_args!(
            r#"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" stroke="{colour}" stroke-width="{thick:.1}"/>"#
        ));
    }

    /// A heading on two lines, cut where the picture ends.
    pub fn heading(&mut self, title: &str, subtitle: &str) {
        let most = WIDTH - 2.0 * MARGIN;
        for (y, style, text) in [(60.0, TITLE, title), (98.0, SUBTITLE, subtitle)] {
            let text = cut(text, style.size, style.weight, most);
            self.text(MARGIN, y, style, &text);
        }
    }

    /// Somebody's initials around a point, or head and shoulders for who has none to draw; for a
    /// circle of `radius`.
    pub fn initials(
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
    pub fn finish(mut self) -> Picture {
        self.svg.push_str("</svg>\n");
        Picture { svg: self.svg }
    }

    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing into a string can't fail.
        let _ = writeln!(self.svg, "{element}");
    }
}

/// Text as XML holds it; characters that XML has no way to hold are left out.
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

/// Whether all of `text` is drawn, none of its letters left out or as a box.
#[must_use]
pub fn draws(text: &str, weight: Weight) -> bool {
    fonts::draws_alone(text, weight) || fonts::lays_out(text, &text_alone(text, weight))
}

/// A picture of nothing but `text`.
pub(super) fn text_alone(text: &str, weight: Weight) -> Picture {
    let mut canvas = Canvas::new(10.0, 10.0);
    let style = Style {
        weight,
        ..Style::new(10.0, colours::TEXT)
    };
    canvas.text(0.0, 0.0, style, text);
    canvas.finish()
}
