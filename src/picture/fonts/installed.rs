//! The system's fonts, for scripts that are too large to build in.

use std::ops::RangeInclusive;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Stretch, Style, Weight};
use skrifa::prelude::{FontRef, LocationRef, MetadataProvider, Size};
use skrifa::raw::{TableProvider, types::Tag};

/// Fonts with these tables have glyphs as pictures, which the renderer does not always draw.
const COLOURED: [&[u8; 4]; 4] = [b"CBDT", b"COLR", b"sbix", b"SVG "];

/// All fonts: the built-in ones and the system's.
pub(super) struct Installed {
    database: Arc<Database>,
    /// The most suitable first.
    faces: Vec<Face>,
}

struct Face {
    id: ID,
    letters: Vec<RangeInclusive<u32>>,
}

impl Installed {
    /// Adds to the `built_in` fonts those that `install` adds.
    pub(super) fn read(built_in: Database, install: fn(&mut Database)) -> Self {
        let known: Vec<_> = built_in.faces().map(|face| face.id).collect();
        let mut database = built_in;
        install(&mut database);
        let mut added: Vec<_> = database
            .faces()
            .filter(|face| !known.contains(&face.id))
            .collect();
        added.sort_by_cached_key(|face| rank(face));
        let faces = added.into_iter().filter_map(|face| {
            let letters = database.with_face_data(face.id, letters)??;
            Some(Face {
                id: face.id,
                letters,
            })
        });
        Self {
            faces: faces.collect(),
            database: Arc::new(database),
        }
    }

    pub(super) fn database(&self) -> &Arc<Database> {
        &self.database
    }

    pub(super) fn has(&self, letter: char) -> bool {
        self.with(letter).next().is_some()
    }

    /// The system's fonts that have `letter`.
    pub(super) fn with(&self, letter: char) -> impl Iterator<Item = ID> {
        let letter = u32::from(letter);
        let faces = self.faces.iter().filter(move |face| {
            let after = face.letters.partition_point(|range| *range.end() < letter);
            face.letters
                .get(after)
                .is_some_and(|it| it.contains(&letter))
        });
        faces.map(|face| face.id)
    }

    /// The width of a letter at size 1, if a system font has it.
    pub(super) fn width(&self, letter: char) -> Option<f64> {
        let face = self.with(letter).next()?;
        self.database.with_face_data(face, |bytes, index| {
            let font = FontRef::from_index(bytes, index).ok()?;
            let glyph = font.charmap().map(letter)?;
            let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
            metrics.advance_width(glyph).map(f64::from)
        })?
    }
}

/// Whether a font has `letter`.
pub(super) fn has(database: &Database, id: ID, letter: char) -> bool {
    let found = database.with_face_data(id, |bytes, index| {
        let font = FontRef::from_index(bytes, index).ok()?;
        font.charmap().map(letter)
    });
    found.flatten().is_some()
}

/// Adds the system's fonts. Unit tests have none, so that they behave the same on every machine.
pub(super) fn on_this_system(database: &mut Database) {
    if !cfg!(test) {
        database.load_system_fonts();
    }
}

/// Plain letters without serifs come first, like those of the built-in font. Letters that Chinese,
/// Japanese and Korean share use the Japanese form, as fontconfig does.
fn rank(face: &FaceInfo) -> (bool, bool, u16, bool, String) {
    let family = face.families.first().map_or("", |(name, _)| name.as_str());
    let is_slanted_or_narrow = face.style != Style::Normal || face.stretch != Stretch::Normal;
    (
        is_slanted_or_narrow,
        face.monospaced || family.contains("Serif"),
        face.weight.0.abs_diff(Weight::NORMAL.0),
        !family.ends_with("JP"),
        family.to_owned(),
    )
}

/// The letters of a font, in order. `None` if its glyphs are not outlines.
fn letters(bytes: &[u8], index: u32) -> Option<Vec<RangeInclusive<u32>>> {
    let font = FontRef::from_index(bytes, index).ok()?;
    font.outline_glyphs().format()?;
    if COLOURED
        .iter()
        .any(|tag| font.data_for_tag(Tag::new(tag)).is_some())
    {
        return None;
    }
    let mut letters: Vec<u32> = font
        .charmap()
        .mappings()
        .map(|(letter, _)| letter)
        .collect();
    letters.sort_unstable();
    let next_to = |one: &u32, other: &u32| other.saturating_sub(*one) <= 1;
    let runs = letters.chunk_by(next_to);
    Some(
        runs.filter_map(|run| Some(*run.first()?..=*run.last()?))
            .collect(),
    )
}
