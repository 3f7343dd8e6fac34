//! A leaderboard as a picture: ten bars, readable on a phone.

use super::ranking::Row;
use crate::language::{Language, tr};
use crate::picture::{
    Anchor, Canvas, HEAD, MARGIN, Paint, Picture, Shape, Style, WIDTH, Weight, colours, cut, draws,
    name,
};

const ROW: f64 = 78.0;
/// Space between the top ten and the viewer's own row.
const GAP: f64 = 34.0;
const FOOT: f64 = 22.0;

const RANK_END: f64 = 74.0;
const AVATAR: f64 = 120.0;
const AVATAR_RADIUS: f64 = 28.0;
const BAR_START: f64 = 168.0;
const BAR_WIDTH: f64 = WIDTH - MARGIN - BAR_START - COUNT_WIDTH;
const BAR_HEIGHT: f64 = 16.0;
/// The space to the right of the bars: enough for six digits.
const COUNT_WIDTH: f64 = 112.0;

const RANK: Style = Style::new(28.0, colours::MUTED).anchored(Anchor::End);
const NAME: Style = Style::new(30.0, colours::TEXT);
const NAMELESS: Style = Style::new(26.0, colours::MUTED);
const COUNT: Style = Style::new(32.0, colours::TEXT).bold().anchored(Anchor::End);

/// The contents of a board's picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The language of its words.
    pub language: Language,
    /// The heading.
    pub title: String,
    /// The subtitle: what is counted, and the page.
    pub subtitle: String,
    /// At most ten bars, in order.
    pub bars: Vec<Bar>,
    /// The viewer's own bar, if it is not one of them.
    pub own: Option<Bar>,
    /// The most kudos anyone has: the length of a full bar, the same on every page.
    pub longest: u32,
}

/// One row of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The person, their rank and their count.
    pub row: Row,
    /// Their name as last seen; `None` if Rapport never saw it. Our fonts may not be able to draw
    /// it.
    pub name: Option<String>,
}

impl Chart {
    /// Draws the chart.
    #[must_use]
    pub fn draw(&self) -> Picture {
        let rows = f64::from(u32::try_from(self.bars.len()).unwrap_or(u32::MAX));
        let own = self.own.as_ref().map_or(0.0, |_| GAP + ROW);
        let mut canvas = Canvas::new(WIDTH, HEAD + rows * ROW + own + FOOT);
        canvas.heading(&self.title, &self.subtitle);
        let mut top = HEAD;
        for (line, bar) in (1_usize..).zip(&self.bars) {
            let there = tr!(self.language, "board-see-line", line);
            self.bar(&mut canvas, top, bar, &there);
            top += ROW;
        }
        if let Some(bar) = &self.own {
            let line = top + GAP / 2.0 - 8.0;
            canvas.line((MARGIN, line), (WIDTH - MARGIN, line), 2.0, colours::MUTED);
            let below = tr!(self.language, "board-see-last-line");
            self.bar(&mut canvas, top + GAP, bar, &below);
        }
        canvas.finish()
    }

    /// Draws a row. `elsewhere` replaces a name that our fonts can't draw: Discord draws it in the
    /// list of the same message, where people with the same rank have a line each.
    fn bar(&self, canvas: &mut Canvas, top: f64, bar: &Bar, elsewhere: &str) {
        let Row {
            rank,
            person,
            kudos,
        } = bar.row;
        canvas.text(RANK_END, top + 46.0, RANK, &rank.to_string());
        let drawn = bar.name.as_deref().and_then(name::drawable);
        let initials = drawn.as_deref().and_then(name::initials);
        let paint = Paint::Filled(colours::of(person));
        let middle = (AVATAR, top + ROW / 2.0 - 3.0);
        canvas.badge(
            Shape::Circle,
            middle,
            AVATAR_RADIUS,
            paint,
            initials.as_deref(),
        );
        let name = drawn.map(|name| cut(&name, NAME.size, Weight::Regular, BAR_WIDTH));
        if let Some(name) = name.filter(|name| draws(name, Weight::Regular)) {
            canvas.text(BAR_START, top + 33.0, NAME, &name);
        } else {
            let elsewhere = cut(elsewhere, NAMELESS.size, Weight::Regular, BAR_WIDTH);
            canvas.text(BAR_START, top + 32.0, NAMELESS, &elsewhere);
        }
        let share = f64::from(kudos) / f64::from(self.longest.max(kudos).max(1));
        let colour = match rank {
            1 => colours::AMBER,
            _ => colours::SKY,
        };
        let under = top + 46.0;
        canvas.pill(BAR_START, under, BAR_WIDTH, BAR_HEIGHT, colours::TRACK);
        canvas.pill(BAR_START, under, BAR_WIDTH * share, BAR_HEIGHT, colour);
        canvas.text(WIDTH - MARGIN, top + 50.0, COUNT, &kudos.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PersonId;

    fn bars(people: &[(usize, &str, u32)]) -> Vec<Bar> {
        (1..)
            .zip(people)
            .map(|(id, &(rank, name, kudos))| Bar {
                row: Row {
                    rank,
                    person: PersonId(id << 22),
                    kudos,
                },
                name: (!name.is_empty()).then(|| name.to_owned()),
            })
            .collect()
    }

    fn chart() -> Chart {
        let mut own = bars(&[(17, "Jürgen Groß", 2)]);
        Chart {
            language: Language::English,
            title: "Most thanked, this month".to_owned(),
            subtitle: "Kudos received on this server · page 1 of 2".to_owned(),
            bars: bars(&[
                (1, "Amélie Dubois", 31),
                (2, "Наталія Коваль", 24),
                (2, "Bob <3 \"cats\" & co", 24),
                (4, "Ελένη Παππά", 19),
                (5, "🌙 luna", 15),
                (6, "王小明", 12),
                (7, "Maximiliane von und zu Hohenlohe-Langenburg", 9),
                (8, "𝓖𝓻𝓪𝓬𝓮", 8),
                (9, "Nguyễn Thị Minh Khai", 6),
                (10, "Dan", 5),
            ]),
            own: own.pop(),
            longest: 31,
        }
    }

    #[test]
    fn a_board_is_drawn() {
        insta::assert_snapshot!(chart().draw().svg());
    }

    /// Also writes what the README shows: `cargo test draws_the_readme_board -- --ignored`.
    #[test]
    #[ignore = "writes docs/board.png"]
    fn draws_the_readme_board() {
        let png = chart().draw().render().unwrap();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(format!("{folder}/board.png"), png).unwrap();
    }

    #[test]
    fn people_of_one_rank_whose_names_cannot_be_drawn_each_point_to_their_own_line() {
        let chart = Chart {
            bars: bars(&[(1, "王小明", 3); 6]),
            ..chart()
        };
        let svg = chart.draw().svg().to_owned();
        for line in 1..=6 {
            let pointer = format!("see line {line} of the list");
            assert_eq!(svg.matches(&pointer).count(), 1, "{pointer}");
        }
    }

    #[test]
    fn extreme_boards_are_drawn() {
        for (people, longest) in [
            (vec![], 0),
            (vec![(1, "", u32::MAX)], u32::MAX),
            (vec![(usize::MAX, "\u{0}\u{1b}\u{FFFF}]]>", 1)], 0),
        ] {
            let chart = Chart {
                bars: bars(&people),
                longest,
                own: None,
                ..chart()
            };
            assert!(chart.draw().render().is_ok(), "{people:?}");
        }
    }
}
