//! The fonts that are built in: Noto Sans (Latin, Greek, Cyrillic, Vietnamese) and, for the emoji
//! in people's names, Noto Emoji. Both are under the Open Font License.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;
use skrifa::charmap::Charmap;
use skrifa::metrics::GlyphMetrics;
use skrifa::prelude::{FontRef, LocationRef, MetadataProvider, Size};

/// The family that texts are drawn in; what it lacks comes from the emoji.
pub(super) const FAMILY: &str = "Noto Sans";

/// What stands where a text was cut.
const ELLIPSIS: char = '…';

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
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::read);

struct Fonts {
    database: Arc<Database>,
    regular: Vec<Face>,
    bold: Vec<Face>,
}

/// One font, as far as it takes to know how wide a text is.
struct Face {
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Fonts {
    fn read() -> Self {
        let emoji = epaint_default_fonts::NOTO_EMOJI_REGULAR;
        let mut database = Database::new();
        for bytes in [notosans::REGULAR_TTF, notosans::BOLD_TTF, emoji] {
            database.load_font_data(bytes.to_vec());
        }
        let faces = |first| [first, emoji].into_iter().filter_map(Face::read).collect();
        Self {
            database: Arc::new(database),
            regular: faces(notosans::REGULAR_TTF),
            bold: faces(notosans::BOLD_TTF),
        }
    }

    fn faces(&self, weight: Weight) -> &[Face] {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
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

pub(super) fn database() -> &'static Arc<Database> {
    &FONTS.database
}

/// Whether there is a glyph for `letter`.
pub(super) fn has(letter: char) -> bool {
    let faces = FONTS.faces(Weight::Regular);
    faces.iter().any(|face| face.letters.map(letter).is_some())
}

/// How wide `text` is drawn, in the unit of `size`; the fitting of letters into each other left
/// out, so rather a little too much.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let faces = FONTS.faces(weight);
    let letter = |letter| faces.iter().find_map(|face| face.width(letter));
    text.chars().filter_map(letter).sum::<f64>() * size
}

/// As much of `text` as is drawn no wider than `most`, the last letter `…` where something was cut.
#[must_use]
pub fn cut(text: &str, size: f64, weight: Weight, most: f64) -> String {
    let mut kept = text.to_owned();
    if width(&kept, size, weight) <= most {
        return kept;
    }
    while kept.pop().is_some() {
        let shown = format!("{}{ELLIPSIS}", kept.trim_end());
        if width(&shown, size, weight) <= most {
            return shown;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_are_readable_and_have_the_scripts_they_say() {
        assert_eq!(database().len(), 3);
        for letter in "Aéđøšţğñþß ΑΩάώ Яїљћѣ Việt €…🎉❤".chars() {
            assert!(has(letter), "{letter}");
        }
        assert!(!has('王'));
    }

    #[test]
    fn texts_are_cut_to_a_width() {
        let whole = width("Alexandra", 30.0, Weight::Regular);
        assert!(whole > 100.0 && whole < 200.0, "{whole}");
        assert!(width("Alexandra", 30.0, Weight::Bold) > whole);
        assert_eq!(cut("Alexandra", 30.0, Weight::Regular, whole), "Alexandra");
        let cut_short = cut("Alexandra Maria", 30.0, Weight::Regular, whole);
        assert!(cut_short.ends_with('…') && cut_short.starts_with("Alexa"));
        assert!(width(&cut_short, 30.0, Weight::Regular) <= whole);
        assert_eq!(cut("Alexandra", 30.0, Weight::Regular, 1.0), "");
    }
}
