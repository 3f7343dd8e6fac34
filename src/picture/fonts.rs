//! The fonts of pictures. Built in are Noto Sans (Latin, Greek, Cyrillic, Vietnamese) and Noto
//! Emoji for people's names, both under the Open Font License. Other letters are drawn with the
//! system's fonts, if it has them.

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

/// The font family in drawings.
pub(super) const FAMILY: &str = "Noto Sans";

/// Marks the end of a cut text.
const ELLIPSIS: char = '…';

/// Letters of at least this weight are bold, in CSS numbers.
const BOLD: u16 = 600;

/// The weight of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Weight {
    /// Normal text.
    #[default]
    Regular,
    /// Headings.
    Bold,
}

/// Read once, because reading fonts takes longer than drawing.
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

/// One weight of the built-in fonts.
struct BuiltIn {
    id: Option<ID>,
    /// The font of letters, then the font of emoji.
    faces: Vec<Face>,
}

/// The parts of a font that determine the width of a text.
struct Face {
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Fonts {
    /// Takes the letters of both weights, and a function that adds the system's fonts when they are
    /// first needed.
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

    /// The system's fonts. The first call reads them, which takes some tenths of a second.
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

    /// The renderer's options for `text`. They include the system's fonts only if `text` needs
    /// them.
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

    /// Whether a single built-in font has every letter of `text`.
    fn draws_alone(&self, text: &str, weight: Weight) -> bool {
        let first = self.built_in(weight).faces.first();
        first.is_some_and(|first| {
            text.chars()
                .all(|letter| first.letters.map(letter).is_some())
        })
    }

    /// Whether the renderer lays out every letter of `text`, the only text of `drawing`. Only the
    /// renderer knows this, because letters join and reorder.
    fn lays_out(&self, text: &str, drawing: &Picture) -> bool {
        let tree = Tree::from_str(drawing.svg(), &self.options(text));
        tree.is_ok_and(|tree| is_whole(tree.root()))
    }
}

/// Whether the text was laid out without missing glyphs.
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

    /// The width of a letter at size 1, if the font has it.
    fn width(&self, letter: char) -> Option<f64> {
        let glyph = self.letters.map(letter)?;
        self.metrics.advance_width(glyph).map(f64::from)
    }
}

/// The renderer's options for `drawing`.
pub(super) fn options(drawing: &str) -> Options<'static> {
    FONTS.options(drawing)
}

/// Whether any font has a glyph for `letter`. May read the system's fonts, so don't call it on
/// threads that answer people.
pub(super) fn has(letter: char) -> bool {
    FONTS.has(letter)
}

/// Whether the built-in fonts have a glyph for `letter`.
pub(super) fn is_built_in(letter: char) -> bool {
    FONTS.regular.has(letter)
}

/// Whether a single built-in font has every letter of `text`.
pub(super) fn draws_alone(text: &str, weight: Weight) -> bool {
    FONTS.draws_alone(text, weight)
}

/// Whether the renderer lays out every letter of `text`, the only text of `drawing`.
pub(super) fn lays_out(text: &str, drawing: &Picture) -> bool {
    FONTS.lays_out(text, drawing)
}

/// The width of `text` in the unit of `size`. It ignores kerning, so it is slightly too large.
#[must_use]
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let letters = text.chars().map(|letter| FONTS.width(letter, weight));
    letters.sum::<f64>() * size
}

/// The longest start of `text` that is at most `most` wide, ending in `…` if it was cut.
#[must_use]
pub(crate) fn cut(text: &str, size: f64, weight: Weight, most: f64) -> String {
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
