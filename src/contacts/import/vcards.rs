//! vCards (.vcf) of versions 2.1, 3.0 and 4.0, written in UTF-8.

use ical::VcardParser;
use ical::property::Property;
use quoted_printable::ParseMode;

use super::Row;

const BEGIN: &str = "BEGIN:VCARD";
const END: &str = "END:VCARD";

/// The encoding of version 2.1 for letters outside of ASCII.
const QUOTED: &str = "QUOTED-PRINTABLE";

/// Whether a text is made of vCards.
pub(super) fn are_in(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(|line| is(line, BEGIN))
}

fn is(line: &str, mark: &str) -> bool {
    line.trim().eq_ignore_ascii_case(mark)
}

/// The contacts of the vCards. A card that can't be read has no name.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut card = String::new();
    let mut begins = 0;
    for (line, number) in text.lines().zip(1_u64..) {
        if is(line, BEGIN) {
            card.clear();
            begins = number;
        }
        if let Some(begun) = line.strip_suffix('=').filter(|_| is_quoted(&card, line)) {
            // The value goes on in the next line.
            card.push_str(begun);
        } else {
            card.push_str(line);
            card.push_str("\r\n");
        }
        if is(line, END) {
            rows.push(row(&card, begins));
        }
    }
    rows
}

/// Whether the property that ends with this line, of which `card` may have the begin, is quoted.
fn is_quoted(card: &str, line: &str) -> bool {
    let begun = card.rsplit('\n').next().unwrap_or_default();
    let first = if begun.is_empty() { line } else { begun };
    let name = first.split(':').next().unwrap_or_default();
    name.to_ascii_uppercase().contains(QUOTED)
}

fn row(card: &str, line: u64) -> Row {
    // Not empty, so that it is reported as a line without a name.
    read(card, line).unwrap_or_else(|| Row {
        line,
        org: "?".to_owned(),
        ..Row::default()
    })
}

/// What a card says; `None` if it can't be read.
fn read(card: &str, line: u64) -> Option<Row> {
    let card = VcardParser::new(card.as_bytes()).next()?.ok()?;
    let parts = |name: &str| {
        let mut properties = card.properties.iter();
        let property = properties.find(|it| is_named(it, name));
        property.map_or(Some(Vec::new()), parts_of)
    };
    let formatted = parts("FN")?.join(";");
    let name = if formatted.trim().is_empty() {
        // Family name, given name, additional names.
        let parts = parts("N")?;
        let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
        format!("{} {} {}", part(1), part(2), part(0))
    } else {
        formatted
    };
    Some(Row {
        line,
        name: name.trim().to_owned(),
        org: parts("ORG")?.into_iter().next().unwrap_or_default(),
        birthday: parts("BDAY")?.concat(),
        last_talk: String::new(),
    })
}

/// Whether a property has this name, with or without a group before it: `item1.ORG`.
fn is_named(property: &Property, name: &str) -> bool {
    let bare = property.name.rsplit('.').next().unwrap_or_default();
    bare.eq_ignore_ascii_case(name)
}

/// The parts of a value between semicolons, without their escapes; `None` if its letters are not UTF-8.
fn parts_of(property: &Property) -> Option<Vec<String>> {
    let params = property.params.iter().flatten();
    let mut encodings = params.flat_map(|(_, values)| values);
    let parts = unescaped(property);
    if !encodings.any(|it| it.eq_ignore_ascii_case(QUOTED)) {
        return Some(parts);
    }
    let decode = |part: &String| {
        let bytes = quoted_printable::decode(part, ParseMode::Robust).ok()?;
        String::from_utf8(bytes).ok()
    };
    parts.iter().map(decode).collect()
}

fn unescaped(property: &Property) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = property.value.as_deref().unwrap_or_default().chars();
    while let Some(letter) = letters.next() {
        let part = match letter {
            ';' => {
                parts.push(String::new());
                continue;
            }
            '\\' => match letters.next() {
                Some('n' | 'N') | None => ' ',
                Some(escaped) => escaped,
            },
            letter => letter,
        };
        parts
            .last_mut()
            .into_iter()
            .for_each(|last| last.push(part));
    }
    parts
}
