//! What people wrote, made safe to show: Discord's markup taken as letters, lengths kept.

use crate::ids::PersonId;
use crate::prose::turns_direction;

/// The characters that Discord reads as markup.
const MARKUP: &str = r"\*_`~|>#[]()<:@-";

/// Shows `text` letter by letter: no markup, no mention, no link's hidden face, and nothing that turns
/// the direction of the words after it.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars().filter(|it| !turns_direction(*it)) {
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

/// Shows `text` letter by letter, but for what people put into a public message for its own sake:
/// custom emoji, and web addresses written out, which show where they lead.
#[must_use]
pub fn with_links(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    let mut letters = 0;
    while let Some(letter) = rest[letters..].chars().next() {
        let (before, here) = rest.split_at(letters);
        let kept = custom_emoji(here).or_else(|| address(before, here));
        if let Some(length) = kept {
            shown.push_str(&plain(before));
            shown.push_str(&here[..length]);
            rest = &here[length..];
            letters = 0;
        } else {
            letters += letter.len_utf8();
        }
    }
    shown + &plain(rest)
}

/// How long the custom emoji is that `text` begins with: `<:name:id>`, or `<a:name:id>` if it moves.
fn custom_emoji(text: &str) -> Option<usize> {
    let (inside, _) = text.strip_prefix('<')?.split_once('>')?;
    let moving = inside.strip_prefix('a').unwrap_or(inside);
    let (name, id) = moving.strip_prefix(':')?.split_once(':')?;
    let is_word = |it: u8| it.is_ascii_alphanumeric() || it == b'_';
    let is_emoji = (2..=32).contains(&name.len())
        && name.bytes().all(is_word)
        && (15..=20).contains(&id.len())
        && id.bytes().all(|it| it.is_ascii_digit());
    is_emoji.then_some(inside.len() + "<>".len())
}

/// How long the web address is that `text` begins with, after `before`. It ends where any character
/// comes that Discord could read as something else, so that nothing opened earlier closes in it.
fn address(before: &str, text: &str) -> Option<usize> {
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let host = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| text.strip_prefix(scheme))?;
    let is_part = |it: char| it.is_ascii_alphanumeric() || "-._~/?#&=%+,;:@!$".contains(it);
    let length = host.find(|it| !is_part(it)).unwrap_or(host.len());
    // What ends a sentence is not part of an address in it.
    let length = host[..length]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '_', '~'])
        .len();
    let is_host = host.starts_with(|it: char| it.is_ascii_alphanumeric());
    let has_ping = host[..length].contains("@everyone") || host[..length].contains("@here");
    (is_host && !has_ping && !host[..length].contains("~~") && !host[..length].contains("__"))
        .then_some(text.len() - host.len() + length)
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
        .take(most)
        .collect()
}

/// A text with its first letter in upper case, as a sentence and a label begin.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
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
    let mut kept = most;
    loop {
        let shown = plain(&cut(text, kept));
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
