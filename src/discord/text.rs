//! What people wrote, made safe to show: Discord's markup taken as letters, lengths kept.

use crate::ids::PersonId;

/// The characters that Discord reads as markup.
const MARKUP: &str = r"\*_`~|>#[]()<:@-";

/// Shows `text` letter by letter: no markup, no mention, no link's hidden face.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if MARKUP.contains(letter) {
            shown.push('\\');
        }
        shown.push(letter);
    }
    // A backslash does not stop these two: only breaking the word does.
    shown
        .replace("@everyone", "@\u{200b}everyone")
        .replace("@here", "@\u{200b}here")
}

/// The first `most` characters of `text`, the last of them `…` where something was cut.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars()
        .take(most.saturating_sub(1))
        .chain(['…'])
        .collect()
}

/// A person as Discord draws them; who is pinged by it is decided by the message's
/// `allowed_mentions` alone. Whoever asked to be forgotten is someone.
#[must_use]
pub fn mention(person: PersonId) -> String {
    if person == PersonId::FORGOTTEN {
        return "someone".to_owned();
    }
    format!("<@{person}>")
}

/// People in a sentence: "A", "A and B", "A, B and C".
#[must_use]
pub fn listed(people: &[PersonId]) -> String {
    match people {
        [] => String::new(),
        [one] => mention(*one),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().copied().map(mention).collect();
            format!("{} and {}", first.join(", "), mention(*last))
        }
    }
}

#[cfg(test)]
mod tests;
