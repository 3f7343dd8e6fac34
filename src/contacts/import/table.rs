//! Tables: CSV as Google, Outlook and spreadsheets write it, with columns found by their names.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{FileError, Row};
use crate::discord::names::likeness;

/// The usual names of columns, in several languages; the first one that the table has is taken.
const NAME: [&str; 13] = [
    "name",
    "full name",
    "display name",
    "contact",
    "anzeigename",
    "vollständiger name",
    "kontakt",
    "nom complet",
    "nombre completo",
    "nome completo",
    "nom",
    "氏名",
    "名前",
];
const FIRST: [&str; 7] = [
    "first name",
    "given name",
    "vorname",
    "prénom",
    "nombre",
    "nome",
    "名",
];
const MIDDLE: [&str; 4] = [
    "middle name",
    "additional name",
    "weitere vornamen",
    "second prénom",
];
const LAST: [&str; 8] = [
    "last name",
    "family name",
    "surname",
    "nachname",
    "nom de famille",
    "apellidos",
    "sobrenome",
    "姓",
];
const ORG: [&str; 16] = [
    "org",
    "organization name",
    "organization 1 - name",
    "organization",
    "organisation",
    "company",
    "firma",
    "unternehmen",
    "société",
    "entreprise",
    "organización",
    "empresa",
    "organização",
    "会社",
    "会社名",
    "組織",
];
const BIRTHDAY: [&str; 9] = [
    "birthday",
    "date of birth",
    "birth date",
    "geburtstag",
    "anniversaire",
    "date de naissance",
    "cumpleaños",
    "aniversário",
    "誕生日",
];
const LAST_TALK: [&str; 17] = [
    "last talk",
    "last talked",
    "last contact",
    "last contacted",
    "last met",
    "last conversation",
    "letztes gespräch",
    "zuletzt gesprochen",
    "letzter kontakt",
    "dernier échange",
    "dernier contact",
    "última charla",
    "último contacto",
    "última conversa",
    "último contato",
    "最後に話した日",
    "前回話した日",
];

/// What separates columns.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The contacts of a table with a line of column names.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, FileError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| FileError::Unknown)?;
    let columns = Columns::of(headers).ok_or(FileError::Unknown)?;
    let records = reader.records().map_while(Result::ok);
    let rows = records.map(|record| Row {
        line: record.position().map_or(0, |at| line_of(at, text)),
        ..columns.row(&record)
    });
    Ok(rows.collect())
}

/// The line on which a record begins: its position is before the empty lines above it.
fn line_of(position: &csv::Position, text: &str) -> u64 {
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let skipped = rest.iter().take_while(|it| b"\r\n".contains(it));
    (position.line()..)
        .nth(skipped.filter(|it| **it == b'\n').count())
        .unwrap_or(position.line())
}

/// The separator that the first line has most often.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default().bytes();
    let times = |separator: &u8| first.clone().filter(|it| it == separator).count();
    let most = SEPARATORS.into_iter().rev().max_by_key(times);
    most.unwrap_or(b',')
}

/// Where a table has what.
struct Columns {
    name: Option<usize>,
    first: Option<usize>,
    middle: Option<usize>,
    last: Option<usize>,
    org: Option<usize>,
    birthday: Option<usize>,
    last_talk: Option<usize>,
}

impl Columns {
    /// `None` without any column of names.
    fn of(headers: &StringRecord) -> Option<Self> {
        let headers: Vec<_> = headers.iter().map(likeness).collect();
        let find = |names: &[&str]| {
            let mut names = names.iter().map(|name| likeness(name));
            names.find_map(|name| headers.iter().position(|header| *header == name))
        };
        let (mut first, last) = (find(&FIRST), find(&LAST));
        let mut name = find(&NAME);
        // In French, "nom" beside "prénom" is the family name.
        let last = last.or(if first.is_some() { name.take() } else { None });
        if last.is_none() {
            name = name.or(first.take());
        }
        name.or(first).or(last)?;
        Some(Self {
            name,
            first,
            middle: find(&MIDDLE),
            last,
            org: find(&ORG),
            birthday: find(&BIRTHDAY),
            last_talk: find(&LAST_TALK),
        })
    }

    fn row(&self, record: &StringRecord) -> Row {
        let at = |column: Option<usize>| column.and_then(|it| record.get(it)).unwrap_or_default();
        let parts = [self.first, self.middle, self.last].map(at);
        let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        let name = match at(self.name) {
            "" => parts.join(" "),
            name => name.to_owned(),
        };
        Row {
            line: 0,
            name,
            org: at(self.org).to_owned(),
            birthday: at(self.birthday).to_owned(),
            last_talk: at(self.last_talk).to_owned(),
        }
    }
}
