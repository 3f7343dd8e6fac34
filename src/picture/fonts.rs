//! The fonts that pictures are drawn with. Built in are Noto Sans (Latin, Greek, Cyrillic,
//! Vietnamese) and, for the emoji in people's names, Noto Emoji, both under the Open Font License.
//! Letters that these lack are drawn with the fonts of the system, where it has them.

mod installed;

use std::sync::{Arc, LazyLock, OnceLock};

use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::{FontResolver, Group, Node, Options, Tree};
use skrifa::charmap::Charmap;
use skrifa::metrics::GlyphMetrics;
use skrifa::prelude::{FontRef, LocationRef, MetadataProvider, Size};
use unicode_segmentation::UnicodeSegmentation;

use installed::Installed;

use super::Picture;

/// The family that drawings name.
pub(super) const FAMILY: &str = "Noto Sans";

/// What stands where a text was cut.
const ELLIPSIS: char = '…';

/// From this weight on, letters are drawn bold (as CSS counts it).
const BOLD: u16 = 600;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// As in a sentence.
    #[default]
    Regular,
    /// As in a heading.
    Bold,
}

/// Read once: reading them takes longer than drawing with them.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let letters = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
    Fonts::new(letters, installed::on_this_system)
});

struct Fonts {
    database: Arc<Database>,
    regular: BuiltIn,
    bold: BuiltIn,
    installed: OnceLock<Installed>,
    install: fn(&mut Database),
}

/// A weight of the built-in fonts.
struct BuiltIn {
    id: Option<ID>,
    /// Of the letters first, then of the emoji.
    faces: Vec<Face>,
}

/// One font, as far as it takes to know how wide a text is.
struct Face {
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Fonts {
    /// Letters of both weights, and what adds the fonts of the system when they are first needed.
    fn new([regular, bold]: [&'static [u8]; 2], install: fn(&mut Database)) -> Self {
        let emoji = epaint_default_fonts::NOTO_EMOJI_REGULAR;
        let mut database = Database::new();
        for bytes in [regular, bold, emoji] {
            database.load_font_data(bytes.to_vec());
        }
        let ids: Vec<_> = database.faces().map(|face| face.id).collect();
        let built_in = |first, id: Option<&ID>| BuiltIn {
            id: id.copied(),
            faces: [first, emoji].into_iter().filter_map(Face::read).collect(),
        };
        Self {
            regular: built_in(regular, ids.first()),
            bold: built_in(bold, ids.get(1)),
            database: Arc::new(database),
            installed: OnceLock::new(),
            install,
        }
    }

    fn built_in(&self, weight: Weight) -> &BuiltIn {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The fonts of the system. The first call reads them, which takes some tenths of a second.
    fn installed(&self) -> &Installed {
        self.installed
            .get_or_init(|| Installed::read((*self.database).clone(), self.install))
    }

    fn has(&self, letter: char) -> bool {
        self.regular.has(letter) || self.installed().has(letter)
    }

    fn width(&self, letter: char, weight: Weight) -> f64 {
        let built_in = self.built_in(weight).width(letter);
        let width = built_in.or_else(|| self.installed().width(letter));
        width.unwrap_or_default()
    }

    /// What the renderer needs for drawing `text`; the fonts of the system only if `text` does.
    fn options(&self, text: &str) -> Options<'_> {
        let only_built_in = text
            .chars()
            .all(|it| it.is_control() || self.regular.has(it));
        let installed = (!only_built_in).then(|| self.installed());
        let database = installed.map_or(&self.database, Installed::database);
        Options {
            font_family: FAMILY.to_owned(),
            fontdb: Arc::clone(database),
            font_resolver: FontResolver {
                select_font: Box::new(|font, _| match font.weight() {
                    BOLD.. => self.bold.id,
                    _ => self.regular.id,
                }),
                select_fallback: Box::new(move |letter, used, database| {
                    let built_in = self.database.faces().map(|face| face.id);
                    let installed = installed.into_iter().flat_map(|it| it.with(letter));
                    let mut unused = built_in.chain(installed).filter(|id| !used.contains(id));
                    unused.find(|id| installed::has(database, *id, letter))
                }),
            },
            ..Options::default()
        }
    }

    /// Whether one font that is built in has every letter of `text`.
    fn draws_alone(&self, text: &str, weight: Weight) -> bool {
        let first = self.built_in(weight).faces.first();
        first.is_some_and(|first| {
            text.chars()
                .all(|letter| first.letters.map(letter).is_some())
        })
    }

    /// Whether the renderer lays out every letter of `text`, which is all that is written in `drawing`:
    /// letters join and reorder.
    fn lays_out(&self, text: &str, drawing: &Picture) -> bool {
        let tree = Tree::from_str(drawing.svg(), &self.options(text));
        tree.is_ok_and(|tree| is_whole(tree.root()))
    }
}

/// Whether text was laid out, and no letter of it as the box that stands for a missing one.
fn is_whole(group: &Group) -> bool {
    let texts = group.children().iter().filter_map(|node| match node {
        Node::Text(text) => Some(text),
        _ => None,
    });
    let spans = texts.flat_map(|text| text.layouted());
    let mut glyphs = spans.flat_map(|span| &span.positioned_glyphs).peekable();
    glyphs.peek().is_some() && glyphs.all(|glyph| glyph.id.0 != 0)
}

impl BuiltIn {
    fn has(&self, letter: char) -> bool {
        self.faces
            .iter()
            .any(|face| face.letters.map(letter).is_some())
    }

    fn width(&self, letter: char) -> Option<f64> {
        self.faces.iter().find_map(|face| face.width(letter))
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        Some(Self {
            letters: font.charmap(),
            metrics: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
        })
    }

    /// How wide a letter of size 1 is, if the font has it.
    fn width(&self, letter: char) -> Option<f64> {
        let glyph = self.letters.map(letter)?;
        self.metrics.advance_width(glyph).map(f64::from)
    }
}

/// What the renderer needs for `drawing`.
pub(super) fn options(drawing: &str) -> Options<'static> {
    FONTS.options(drawing)
}

/// Whether there is a glyph for `letter`. Reads the fonts of the system if the built-in ones have
/// none: not for the threads that answer people.
pub(super) fn has(letter: char) -> bool {
    FONTS.has(letter)
}

/// Whether the built-in fonts have a glyph for `letter`.
pub(super) fn is_built_in(letter: char) -> bool {
    FONTS.regular.has(letter)
}

/// Whether one font that is built in has every letter of `text`.
pub(super) fn draws_alone(text: &str, weight: Weight) -> bool {
    FONTS.draws_alone(text, weight)
}

/// Whether the renderer lays out every letter of `text`, which is all that is written in `drawing`.
pub(super) fn lays_out(text: &str, drawing: &Picture) -> bool {
    FONTS.lays_out(text, drawing)
}

/// How wide `text` is drawn, in the unit of `size`; the fitting of letters into each other left
/// out, so rather a little too much.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let letters = text.chars().map(|letter| FONTS.width(letter, weight));
    letters.sum::<f64>() * size
}

/// As much of `text` as is drawn no wider than `most`, the last letter `…` where something was cut.
#[must_use]
pub fn cut(text: &str, size: f64, weight: Weight, most: f64) -> String {
    if width(text, size, weight) <= most {
        return text.to_owned();
    }
    let most = most - width(&ELLIPSIS.to_string(), size, weight);
    let mut kept = 0;
    let mut taken = 0.0;
    for (start, letter) in text.grapheme_indices(true) {
        taken += width(letter, size, weight);
        if taken > most {
            break;
        }
        kept = start + letter.len();
    }
    match text[..kept].trim_end() {
        "" => String::new(),
        kept => format!("{kept}{ELLIPSIS}"),
    }
}

#[cfg(test)]
mod tests;
