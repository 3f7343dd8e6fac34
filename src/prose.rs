//! What people write in their own words, made fit to keep.

/// Why a text was not kept; each kind of text has its own sentence for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// Nothing in it can be seen.
    Empty,
    /// It is this many characters longer than allowed.
    TooLong {
        /// Characters beyond the limit.
        by: usize,
    },
}

/// Tidies `text`: what cannot be seen is cut off both ends, control characters are dropped (save
/// line breaks and tabs, and line breaks are all `\n`). What is left has 1 to `limit` characters.
pub(crate) fn tidy(text: &str, limit: usize) -> Result<String, Unfit> {
    let text: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|it| matches!(it, '\n' | '\t') || !it.is_control())
        .collect();
    let text = text.trim_matches(is_blank);
    if !is_visible(text) {
        return Err(Unfit::Empty);
    }
    match text.chars().count().checked_sub(limit) {
        None | Some(0) => Ok(text.to_owned()),
        Some(by) => Err(Unfit::TooLong { by }),
    }
}

/// Whether anything in `text` takes up ink.
pub(crate) fn is_visible(text: &str) -> bool {
    text.chars().any(|it| !is_blank(it) && !is_joining(it))
}

/// Turns the direction of what comes after it, however far that is: in what others read, it would
/// turn their words too.
pub(crate) fn turns_direction(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Takes up no ink: white space, the zero-width and direction marks of Unicode's general
/// punctuation, and the letters that are drawn empty.
pub(crate) fn is_blank(it: char) -> bool {
    it.is_whitespace()
        || matches!(it,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FEFF}' | '\u{FFA0}')
}

/// Invisible alone, but part of what is before it: an emoji's variant, a joined family.
fn is_joining(it: char) -> bool {
    matches!(it, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tidies_what_can_be_seen_and_refuses_the_rest() {
        for (text, expected) in [
            ("  for the review ", Ok("for the review")),
            ("one\r\ntwo\rthree", Ok("one\ntwo\nthree")),
            ("bell\u{7}", Ok("bell")),
            ("\u{200B}hi\u{FEFF}", Ok("hi")),
            ("❤\u{FE0F}", Ok("❤\u{FE0F}")),
            ("👩\u{200D}🚀", Ok("👩\u{200D}🚀")),
            ("", Err(Unfit::Empty)),
            (" \n\t ", Err(Unfit::Empty)),
            ("\u{200B}\u{200D}\u{FE0F}\u{2800}", Err(Unfit::Empty)),
            ("\0", Err(Unfit::Empty)),
            ("ééééééééééééééééé", Err(Unfit::TooLong { by: 1 })),
        ] {
            assert_eq!(
                tidy(text, 16).as_deref(),
                expected.as_ref().copied(),
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_was_kept_is_kept_as_it_is(text in ".{0,40}") {
            if let Ok(kept) = tidy(&text, 20) {
                prop_assert!((1..=20).contains(&kept.chars().count()));
                prop_assert_eq!(tidy(&kept, 20), Ok(kept));
            }
        }
    }
}
