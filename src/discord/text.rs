//! Makes people's texts safe to show: escapes Discord's markup and limits lengths.

pub(crate) mod timestamp;
mod typed;

use unicode_segmentation::UnicodeSegmentation;

use crate::ids::PersonId;
use crate::prose::turns_direction;

pub use typed::as_typed;
pub(crate) use typed::{mentioned, with_names};

/// The characters that Discord reads as markup.
const MARKUP: &str = r"\*_`~|>#[]()<:@-";

/// Shows `text` literally: no markup, no mentions, no links, and no characters that change the
/// direction of later text. For names, and for quotes from a command.
#[must_use]
pub(crate) fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    letters(&mut shown, text);
    shown
}

/// Adds `text` to `shown`, escaped.
fn letters(shown: &mut String, text: &str) {
    for letter in text.chars().filter(|it| !turns_direction(*it)) {
        let marks_a_list = matches!(letter, '.' | '+') && begins_a_list(shown, letter);
        if marks_a_list || MARKUP.contains(letter) {
            shown.push('\\');
        }
        shown.push(letter);
        // A backslash does not stop these two: only breaking the word does.
        for ping in ["@everyone", "@here"] {
            if shown.ends_with(ping) {
                shown.insert(shown.len() - ping.len() + 1, '\u{200b}');
            }
        }
    }
}

/// Whether `mark` after `shown` makes a list item: `1.` or `+` at the start of a line.
fn begins_a_list(shown: &str, mark: char) -> bool {
    let line = shown.rsplit('\n').next().unwrap_or_default().trim_start();
    match mark {
        '.' => !line.is_empty() && line.bytes().all(|it| it.is_ascii_digit()),
        _ => line.is_empty(),
    }
}

/// The first `most` characters of `text`, the last of them `…` if the text was cut. Letters with
/// accents, emoji, mentions and web addresses are never split.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let fits = |piece: &&str| {
        let fits = piece.chars().count() <= left;
        left = left.saturating_sub(piece.chars().count());
        fits
    };
    let kept = typed::pieces(text).take_while(fits).collect::<String>();
    kept.chars().chain(['…']).take(most).collect()
}

/// A person's text in parts of at most `most` characters after escaping, at least one. Words are
/// split only if they do not fit.
#[must_use]
pub(crate) fn pages(typed: &str, most: usize) -> Vec<String> {
    let shown_length = |text: &str| as_typed(text).chars().count();
    let pieces = |word| typed::pieces(word).map(move |it| (it, shown_length(it) + marks(it)));
    let (mut pages, mut page, mut length) = (Vec::new(), String::new(), 0);
    for word in typed.split_inclusive(char::is_whitespace) {
        let whole = shown_length(word);
        let parts = if whole <= most {
            vec![(word, whole)]
        } else {
            pieces(word).collect()
        };
        for (part, more) in parts {
            if length + more > most && !page.is_empty() {
                pages.push(as_typed(&std::mem::take(&mut page)));
                length = 0;
            }
            page.push_str(part);
            length += more;
        }
    }
    pages.push(as_typed(&page));
    pages
}

/// How many characters may be added around a piece, to mark the end of an address.
fn marks(piece: &str) -> usize {
    if piece.starts_with("http") {
        "<>".len()
    } else {
        0
    }
}

/// The text with its first letter in upper case, for the start of a sentence or a label.
#[must_use]
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.graphemes(true);
    let first = letters.next().map(str::to_uppercase);
    first.unwrap_or_default() + letters.as_str()
}

/// A mention of a person. The message's `allowed_mentions` alone decide whether it pings.
/// [`super::names`] writes all people without a ping.
#[must_use]
pub(crate) fn mention(person: PersonId) -> String {
    format!("<@{person}>")
}

/// The longest start of `text` that has at most `most` characters after escaping.
#[must_use]
pub fn plain_within(text: &str, most: usize) -> String {
    within(text, most, plain)
}

/// The longest start of a person's text that has at most `most` characters after escaping.
#[must_use]
pub(crate) fn as_typed_within(typed: &str, most: usize) -> String {
    within(typed, most, as_typed)
}

fn within(text: &str, most: usize, show: fn(&str) -> String) -> String {
    let mut kept = text.chars().count().min(most);
    loop {
        let shown = show(&cut(text, kept));
        let over = shown.chars().count().saturating_sub(most);
        if over == 0 || kept == 0 {
            return shown;
        }
        // Escaping at most doubles most letters, so removing half of the excess may be enough.
        kept = kept.saturating_sub(over.div_ceil(2));
    }
}

#[cfg(test)]
mod tests;
