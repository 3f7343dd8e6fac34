//! How people spell: cuts a text into words that compare equal however they are typed.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words of `text` in lower case and without accents, with digits cut from letters.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let folded: Vec<char> = fold(text).chars().collect();
    for (at, &it) in folded.iter().enumerate() {
        let before = at.checked_sub(1).map_or(' ', |at| folded[at]);
        let after = folded.get(at + 1).copied().unwrap_or(' ');
        let joins_words =
            matches!(it, '-' | '\'') && before.is_alphabetic() && after.is_alphabetic();
        let is_blank = it.is_whitespace() || matches!(it, ',' | '、' | '・' | '(' | ')');
        if is_blank || joins_words {
            finish(&mut word, &mut words);
            continue;
        }
        let starts_with_digit = word.starts_with(|it: char| it.is_ascii_digit());
        let is_edge = before.is_ascii_digit() && it.is_alphabetic()
            || before.is_alphabetic() && it.is_ascii_digit()
            // "20.Nov"
            || before == '.' && starts_with_digit && it.is_alphabetic();
        if is_edge {
            finish(&mut word, &mut words);
        }
        word.push(it);
    }
    finish(&mut word, &mut words);
    words
}

/// `text` as it is compared: lower case, no accents, digits and letters of full width as usual ones.
pub(super) fn fold(text: &str) -> String {
    // Marks of other scripts change the letter: か is not が.
    let is_accent = |it: &char| is_combining_mark(*it) && ('\u{300}'..'\u{370}').contains(it);
    let lower = text.nfkc().flat_map(char::to_lowercase);
    let plain: String = lower.nfd().filter(|it| !is_accent(it)).nfc().collect();
    with_decimal_points(&plain.replace('ß', "ss").replace('’', "'"))
}

/// `1,5` as `1.5`. The comma of `20,2026` stays.
fn with_decimal_points(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| all.get(at).is_some_and(char::is_ascii_digit);
    let is_decimal =
        |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1) && !is_digit(at + 2);
    let point = |(at, it): (usize, &char)| {
        if *it == ',' && is_decimal(at) {
            '.'
        } else {
            *it
        }
    };
    all.iter().enumerate().map(point).collect()
}

/// Ends `word`. The dot of an abbreviation goes; that of `20.` stays.
fn finish(word: &mut String, words: &mut Vec<String>) {
    let ended = std::mem::take(word);
    let is_abbreviation = ended.starts_with(char::is_alphabetic);
    let ended = if is_abbreviation {
        ended.trim_end_matches('.')
    } else {
        &ended
    };
    if !ended.is_empty() {
        words.push(ended.to_owned());
    }
}
