//! Shows a text as the person typed it: mentions as names, custom emoji and web addresses
//! unchanged, and everything else escaped.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::letters;
use crate::ids::PersonId;

/// A part of a text.
enum Part<'a> {
    /// A letter with its accents, or an emoji of several characters.
    Letter(&'a str),
    /// A mention of a person.
    Mention(PersonId),
    /// A custom emoji, a channel or a time: only Discord can draw it, and it pings no one.
    Drawn(&'a str),
    /// A web address that shows where it leads.
    Address(&'a str),
}

/// Shows a person's text. Mentions became names when it was stored ([`with_names`]), so a mention
/// that is left is of an unknown person.
#[must_use]
pub fn as_typed(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (part, after) in parts(text) {
        match part {
            Part::Letter(letter) => letters(&mut shown, letter),
            Part::Mention(_) => letters(&mut shown, "@…"),
            Part::Drawn(thing) => shown.push_str(thing),
            // Discord reads an address up to the next blank, so angle brackets mark its end.
            Part::Address(address) if ends_there(after) => shown.push_str(address),
            Part::Address(address) => {
                shown.push('<');
                shown.push_str(address);
                shown.push('>');
            }
        }
    }
    shown
}

/// The people mentioned in a text.
#[must_use]
pub(crate) fn mentioned(text: &str) -> Vec<PersonId> {
    let mentions = parts(text).filter_map(|(part, _)| match part {
        Part::Mention(person) => Some(person),
        _ => None,
    });
    mentions.collect()
}

/// The text with names instead of mentions, from `name`: a mention without a ping shows as a number
/// to readers whose client does not know the person.
#[must_use]
pub(crate) fn with_names(text: &str, name: impl Fn(PersonId) -> String) -> String {
    let shown = parts_as_typed(text).map(|(part, typed)| match part {
        Part::Mention(person) => Cow::Owned(format!("@{}", name(person))),
        _ => Cow::Borrowed(typed),
    });
    shown.collect()
}

/// The text in pieces that must not be split.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    parts_as_typed(text).map(|(_, typed)| typed)
}

/// The parts of `text`, each with the text after it.
fn parts(text: &str) -> impl Iterator<Item = (Part<'_>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (before, here) = text.split_at(at);
        let (part, length) = next_part(before, here)?;
        at += length;
        Some((part, &here[length..]))
    })
}

/// The parts of `text`, each with its original characters.
fn parts_as_typed(text: &str) -> impl Iterator<Item = (Part<'_>, &str)> {
    let mut rest = text;
    parts(text).map(move |(part, after)| {
        let typed = &rest[..rest.len() - after.len()];
        rest = after;
        (part, typed)
    })
}

/// The first part of `text`, and its length.
fn next_part<'a>(before: &str, text: &'a str) -> Option<(Part<'a>, usize)> {
    if let Some((part, length)) = in_angles(text) {
        return Some((part, length));
    }
    if let Some(length) = address(before, text) {
        return Some((Part::Address(&text[..length]), length));
    }
    let letter = text.graphemes(true).next()?;
    Some((Part::Letter(letter), letter.len()))
}

/// Discord's forms between `<` and `>`: a mention, a custom emoji, a channel or a time.
fn in_angles(text: &str) -> Option<(Part<'_>, usize)> {
    let (inside, _) = text.strip_prefix('<')?.split_once('>')?;
    let length = inside.len() + "<>".len();
    let is_id = |id: &str| (15..=20).contains(&id.len()) && is_number(id);
    if let Some(person) = inside.strip_prefix('@') {
        let person = person.strip_prefix('!').unwrap_or(person);
        let person = person.parse().ok().filter(|_| is_id(person))?;
        return Some((Part::Mention(person), length));
    }
    let is_channel = inside.strip_prefix('#').is_some_and(is_id);
    let is_drawn = is_channel || is_emoji(inside, is_id) || is_instant(inside);
    is_drawn.then(|| (Part::Drawn(&text[..length]), length))
}

/// `:name:id`, or `a:name:id` for an animated one.
fn is_emoji(inside: &str, is_id: impl Fn(&str) -> bool) -> bool {
    let moving = inside.strip_prefix('a').unwrap_or(inside);
    let fields = moving.strip_prefix(':').and_then(|it| it.split_once(':'));
    let is_word = |it: u8| it.is_ascii_alphanumeric() || it == b'_';
    fields.is_some_and(|(name, id)| {
        (2..=32).contains(&name.len()) && name.bytes().all(is_word) && is_id(id)
    })
}

/// `t:1700000000`, or `t:1700000000:R` with a style.
fn is_instant(inside: &str) -> bool {
    let Some(instant) = inside.strip_prefix("t:") else {
        return false;
    };
    let (seconds, style) = instant.split_once(':').unwrap_or((instant, "f"));
    let is_style = style.len() == 1 && "tTdDfFR".contains(style);
    (1..=12).contains(&seconds.len()) && is_number(seconds) && is_style
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_digit())
}

/// The length of the web address at the start of `text`, after `before`. Rejects misleading
/// addresses: `https://discord.com@elsewhere.example` has the user name `discord.com`.
fn address(before: &str, text: &str) -> Option<usize> {
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let host = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| text.strip_prefix(scheme))?;
    let is_part = |it: char| it.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(it);
    let length = host.find(|it| !is_part(it)).unwrap_or(host.len());
    let whole = &host[..host[..length].find("](").unwrap_or(length)];
    let kept = without_closing(whole);
    let authority = kept.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = authority.starts_with(char::is_alphanumeric);
    let names_a_user = whole.split(['/', '?', '#']).next()?.contains('@');
    let has_ping = kept.contains("@everyone") || kept.contains("@here");
    (is_host && !names_a_user && !has_ping).then_some(text.len() - host.len() + kept.len())
}

/// The address without punctuation at its end, and without closing brackets that were opened before
/// it.
fn without_closing(address: &str) -> &str {
    let mut kept = address;
    loop {
        let count = |bracket: char| kept.matches(bracket).count();
        let closes = kept.ends_with(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~'])
            || kept.ends_with(')') && count(')') > count('(')
            || kept.ends_with(']') && count(']') > count('[');
        if !closes {
            return kept;
        }
        kept = &kept[..kept.len() - 1];
    }
}

/// Whether Discord also ends an address before `after`: at a blank, or at punctuation before a
/// blank.
fn ends_there(after: &str) -> bool {
    let rest = after.trim_start_matches(['.', ',', ';', '\'', '"']);
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}
