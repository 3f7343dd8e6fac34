//! What people wrote, made safe to show: Discord's markup taken as letters, lengths kept.

mod typed;

use unicode_segmentation::UnicodeSegmentation;

use crate::ids::PersonId;
use crate::prose::turns_direction;

pub use typed::{as_typed, mentioned, with_names};

/// The characters that Discord reads as markup.
const MARKUP: &str = r"\*_`~|>#[]()<:@-";

/// In place of people of whom nothing is kept, or who asked to be forgotten.
pub const SOMEONE: &str = "someone";

/// Shows `text` letter by letter: no markup, no mention, no link, and nothing that turns the direction
/// of the words after it. For names, and for what is quoted from a command.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    letters(&mut shown, text);
    shown
}

/// Adds `text` to what is `shown`, letter by letter.
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

/// Whether `mark` after what is `shown` makes an item of a list: `1.` or `+` at the start of a line.
fn begins_a_list(shown: &str, mark: char) -> bool {
    let line = shown.rsplit('\n').next().unwrap_or_default().trim_start();
    match mark {
        '.' => !line.is_empty() && line.bytes().all(|it| it.is_ascii_digit()),
        _ => line.is_empty(),
    }
}

/// The first `most` characters of `text`, the last of them `…` where something was cut. What is read
/// as one stays whole or goes: a letter with its accents, an emoji, a mention, a web address.
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

/// What a person typed, in parts of at most `most` characters each once they are made safe to show;
/// at least one. Words stay whole where they fit.
#[must_use]
pub fn pages(typed: &str, most: usize) -> Vec<String> {
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

/// How many marks may come around a piece of a text, to say where an address ends.
fn marks(piece: &str) -> usize {
    if piece.starts_with("http") {
        "<>".len()
    } else {
        0
    }
}

/// A text with its first letter in upper case, as a sentence and a label begin.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.graphemes(true);
    let first = letters.next().map(str::to_uppercase);
    first.unwrap_or_default() + letters.as_str()
}

/// A person as Discord draws them; who is pinged by it is decided by the message's
/// `allowed_mentions` alone. [`super::names`] writes everybody who is not pinged.
#[must_use]
pub fn mention(person: PersonId) -> String {
    format!("<@{person}>")
}

/// As much of `text` as stays within `most` characters once it is made safe to show.
#[must_use]
pub fn plain_within(text: &str, most: usize) -> String {
    within(text, most, plain)
}

/// As much of what a person `typed` as stays within `most` characters once it is made safe to show.
#[must_use]
pub fn as_typed_within(typed: &str, most: usize) -> String {
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
        // Most letters are shown by two characters: half of what is too much may be enough.
        kept = kept.saturating_sub(over.div_ceil(2));
    }
}

#[cfg(test)]
mod tests;
