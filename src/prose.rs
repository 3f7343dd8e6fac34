//! Tidies the text that people write, before it is stored.

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use unicode_segmentation::UnicodeSegmentation;

/// The most line breaks in a row, which is one empty line between paragraphs.
const BREAKS_IN_A_ROW: usize = 2;

/// The most line breaks in all: one person's text must not push others off the screen.
const BREAKS: usize = 30;

/// The most other blanks in a row.
const BLANKS_IN_A_ROW: usize = 4;

/// Why a text was not stored. Each kind of text has its own sentence for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnfitText {
    /// The text has no visible character.
    Empty,
    /// The text is too long.
    TooLong {
        /// Characters beyond the limit.
        by: usize,
    },
}

/// Tidies `text`: removes blank ends, control characters and characters without ink, and shortens
/// runs of blanks and of line breaks. Returns 1 to `limit` characters.
pub(crate) fn tidy(text: &str, limit: usize) -> Result<String, UnfitText> {
    let lines = text.replace("\r\n", "\n").replace(is_line_break, "\n");
    let seen: String = lines.graphemes(true).flat_map(seen).collect();
    let text = squeezed(seen.trim());
    if !is_visible(&text) {
        return Err(UnfitText::Empty);
    }
    match text.chars().count().checked_sub(limit) {
        None | Some(0) => Ok(text),
        Some(by) => Err(UnfitText::TooLong { by }),
    }
}

/// Whether `text` has a visible character.
pub(crate) fn is_visible(text: &str) -> bool {
    !text.chars().all(is_blank)
}

/// Whether the character has no ink: it is a blank, or drawn empty.
pub(crate) fn is_blank(it: char) -> bool {
    it.is_whitespace() || is_empty(it)
}

/// Whether the character changes the direction of all text after it. In a message, it would change
/// other people's text too.
pub(crate) fn turns_direction(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character alone has no ink: those that Unicode lets programs ignore (zero-width
/// marks, fillers, variation selectors), control characters, and the empty Braille cell.
fn is_empty(it: char) -> bool {
    it == '\u{2800}'
        || it.is_control()
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(it)
}

/// Returns what to keep of `grapheme`: all of it if any part is visible, or else its blanks and its
/// direction marks.
fn seen(grapheme: &str) -> impl Iterator<Item = char> {
    let all = is_visible(grapheme);
    let stays = |it: char| it.is_whitespace() || matches!(it, '\u{061C}' | '\u{200E}' | '\u{200F}');
    grapheme.chars().filter(move |it| all || stays(*it))
}

fn is_line_break(it: char) -> bool {
    matches!(
        it,
        '\r' | '\u{000B}' | '\u{000C}' | '\u{0085}' | '\u{2028}' | '\u{2029}'
    )
}

/// Shortens long runs of blanks and line breaks. Line breaks beyond the limit become spaces.
fn squeezed(text: &str) -> String {
    let (mut breaks, mut breaks_here, mut blanks_here) = (0, 0, 0);
    let mut squeezed = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\n' if breaks < BREAKS => {
                squeezed.truncate(squeezed.trim_end_matches(is_space).len());
                if breaks_here < BREAKS_IN_A_ROW {
                    squeezed.push(it);
                    breaks += 1;
                }
                breaks_here += 1;
                blanks_here = 0;
            }
            it if it.is_whitespace() => {
                if blanks_here < BLANKS_IN_A_ROW {
                    squeezed.push(if it == '\n' { ' ' } else { it });
                }
                blanks_here += 1;
            }
            it => {
                squeezed.push(it);
                (breaks_here, blanks_here) = (0, 0);
            }
        }
    }
    squeezed
}

fn is_space(it: char) -> bool {
    it != '\n' && it.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn visible_text_is_tidied_and_empty_text_refused() {
        for (text, expected) in [
            ("  for the review ", Ok("for the review")),
            ("one\r\ntwo\rthree", Ok("one\ntwo\nthree")),
            ("bell\u{7}", Ok("bell")),
            ("\u{200B}hi\u{FEFF}", Ok("hi")),
            ("❤\u{FE0F}", Ok("❤\u{FE0F}")),
            ("👩\u{200D}🚀", Ok("👩\u{200D}🚀")),
            ("می\u{200C}خواهم", Ok("می\u{200C}خواهم")),
            ("", Err(UnfitText::Empty)),
            (" \n\t ", Err(UnfitText::Empty)),
            ("\u{200B}\u{200D}\u{FE0F}\u{2800}", Err(UnfitText::Empty)),
            ("\u{3164}\u{115F}\u{FFA0}\u{E0041}", Err(UnfitText::Empty)),
            ("\0", Err(UnfitText::Empty)),
            ("ééééééééééééééééé", Err(UnfitText::TooLong { by: 1 })),
        ] {
            assert_eq!(
                tidy(text, 16).as_deref(),
                expected.as_ref().copied(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn characters_without_ink_take_no_room() {
        for (text, expected) in [
            ("thanks\n\n\n\nfor all".to_owned(), "thanks\n\nfor all"),
            ("thanks\n \n\t\n for all".to_owned(), "thanks\n\n for all"),
            ("one\u{2028}two\u{2029}three".to_owned(), "one\ntwo\nthree"),
            (format!("a{}b", "\u{3164}".repeat(500)), "ab"),
            (
                format!("a{}b", "\u{3000}".repeat(500)),
                "a\u{3000}\u{3000}\u{3000}\u{3000}b",
            ),
            (format!("a{}b", "\u{2800}\n".repeat(500)), "a\n\nb"),
        ] {
            assert_eq!(tidy(&text, 2000).as_deref(), Ok(expected), "{text:?}");
        }
        let tall = tidy(&"x\n".repeat(400), 2000).unwrap();
        assert_eq!(tall.matches('\n').count(), BREAKS);
        assert_eq!(tall.matches('x').count(), 400);
    }

    proptest! {
        #[test]
        fn tidying_a_tidied_text_changes_nothing(text in r"(.|\n|\u{3164}|\u{200D}| ){0,40}") {
            if let Ok(kept) = tidy(&text, 20) {
                prop_assert!((1..=20).contains(&kept.chars().count()));
                prop_assert_eq!(tidy(&kept, 20), Ok(kept));
            }
        }
    }
}
