//! vCards (.vcf) of versions 3.0 and 4.0, and those of 2.1 that are written in UTF-8.

use ical::VcardParser;
use ical::property::Property;

use super::Row;

const BEGIN: &str = "BEGIN:VCARD";
const END: &str = "END:VCARD";

/// The encoding of version 2.1 for letters outside of ASCII, which is not read.
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
        card.push_str(line);
        card.push_str("\r\n");
        if is(line, END) {
            rows.push(row(&card, begins));
        }
    }
    rows
}

fn row(card: &str, line: u64) -> Row {
    let Some(Ok(card)) = VcardParser::new(card.as_bytes()).next() else {
        // Not empty, so that it is reported as a line without a name.
        return Row {
            line,
            org: "?".to_owned(),
            ..Row::default()
        };
    };
    let parts = |name: &str| {
        let mut properties = card.properties.iter();
        let property = properties.find(|it| is_named(it, name));
        property.map(parts_of).unwrap_or_default()
    };
    let formatted = parts("FN").join(";");
    let name = if formatted.trim().is_empty() {
        // Family name, given name, additional names.
        let parts = parts("N");
        let part = |at: usize| parts.get(at).map(String::as_str).unwrap_or_default();
        format!("{} {} {}", part(1), part(2), part(0))
    } else {
        formatted
    };
    Row {
        line,
        name: name.trim().to_owned(),
        org: parts("ORG").into_iter().next().unwrap_or_default(),
        birthday: parts("BDAY").concat(),
        last_talk: String::new(),
    }
}

/// Whether a property has this name, with or without a group before it: `item1.ORG`.
fn is_named(property: &Property, name: &str) -> bool {
    let bare = property.name.rsplit('.').next().unwrap_or_default();
    bare.eq_ignore_ascii_case(name)
}

/// The parts of a value between semicolons, without their escapes.
fn parts_of(property: &Property) -> Vec<String> {
    let params = property.params.iter().flatten();
    let mut encodings = params.flat_map(|(_, values)| values);
    if encodings.any(|it| it.eq_ignore_ascii_case(QUOTED)) {
        return Vec::new();
    }
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
