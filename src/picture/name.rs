//! People's names as a picture can draw them.
//!
//! Discord allows every script, but a font for all of them is larger than the rest of Rapport. A
//! picture draws a name if the built-in or the system's fonts have all of it. Otherwise it says
//! where to read the name: a transliteration is wrong too often.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Weight;
use super::{canvas, fonts};
use crate::prose::is_blank;

/// More marks than this on one letter are decoration that covers other lines.
const MOST_MARKS: usize = 2;

/// Some scripts write vowels as marks, several on one letter.
const MOST_MARKS_OF_A_SCRIPT: usize = 4;

/// `name` with decorated letters (𝓐𝓷𝓷, Ａｎｎ) as plain ones. `None` if any visible part can't be
/// drawn: half a name is another name.
#[must_use]
pub(crate) fn drawable(name: &str) -> Option<String> {
    let mut drawn = String::with_capacity(name.len());
    let mut marks = 0;
    for letter in name.nfkc() {
        marks = if is_combining_mark(letter) {
            marks + 1
        } else {
            0
        };
        if letter.is_whitespace() {
            drawn.push(' ');
        } else if is_joiner(letter) && drawn.chars().next_back().is_some_and(joins) {
            drawn.push(letter);
        } else if marks > most_marks(letter) || is_modifier(letter) {
            // A picture is readable without it.
        } else if fonts::has(letter) {
            drawn.push(letter);
        } else if !is_blank(letter) {
            return None;
        }
    }
    let drawn = drawn.split_whitespace().collect::<Vec<_>>().join(" ");
    (!drawn.is_empty() && canvas::draws(&drawn, Weight::Regular)).then_some(drawn)
}

/// A person's initials in a circle: the first letters of the first and the last word. `None` if
/// they can't be drawn: fewer fonts have the upper case of some scripts.
#[must_use]
pub(crate) fn initials(drawn: &str) -> Option<String> {
    let mut firsts = drawn
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let first = firsts.next()?;
    let initials = first.to_uppercase();
    let initials: String = match firsts.next_back() {
        Some(last) => initials.chain(last.to_uppercase()).collect(),
        None => initials.collect(),
    };
    canvas::draws(&initials, Weight::Bold).then_some(initials)
}

/// Zero width joiner and non-joiner, which are spelling in scripts with joined letters.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}')
}

fn joins(letter: char) -> bool {
    (letter.is_alphabetic() || is_combining_mark(letter)) && !fonts::is_built_in(letter)
}

fn most_marks(mark: char) -> usize {
    match mark {
        '\u{300}'..='\u{36F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}' => MOST_MARKS,
        _ => MOST_MARKS_OF_A_SCRIPT,
    }
}

/// Changes the emoji before it or joins two: skin tones, variants, invisible joiners.
fn is_modifier(letter: char) -> bool {
    matches!(letter,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_drawn_if_the_fonts_have_every_letter() {
        for (name, drawn, in_circle) in [
            ("Alice", Some("Alice"), Some("A")),
            ("José  Núñez-Ortega", Some("José Núñez-Ortega"), Some("JN")),
            (
                "Łukasz von der Ödländer",
                Some("Łukasz von der Ödländer"),
                Some("ŁÖ"),
            ),
            ("Ελένη Παππά", Some("Ελένη Παππά"), Some("ΕΠ")),
            ("Наталія", Some("Наталія"), Some("Н")),
            ("𝓐𝓷𝓷 Ｂｏ", Some("Ann Bo"), Some("AB")),
            (
                "Q\u{310}\u{321}\u{30E}\u{335}\u{328}oe",
                Some("Q\u{335}\u{321}oe"),
                Some("Q"),
            ),
            ("🌙 luna 🌙", Some("🌙 luna 🌙"), Some("L")),
            ("👩🏽\u{200D}🚀", Some("👩🚀"), None),
            ("Ann 王", None, None),
            ("\u{1FAE9}🌙", None, None),
            ("ß", Some("ß"), Some("SS")),
            ("王小明", None, None),
            ("王 ★ 2", None, None),
            ("محمد", None, None),
            ("\u{200B}", None, None),
        ] {
            let got = drawable(name);
            assert_eq!(got.as_deref(), drawn, "{name}");
            assert_eq!(
                got.as_deref().and_then(initials).as_deref(),
                in_circle,
                "{name}"
            );
        }
    }
}
