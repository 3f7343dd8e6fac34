//! Contacts from a file that a member attaches: a table (CSV) or vCards. Rapport shows what it
//! understood, and writes nothing before the member says so.

mod table;
mod vcards;

use chrono::{DateTime, Utc};

use super::{Contact, DetailsError, are_namesakes, read_details};
use crate::calendar::Zone;
use crate::contacts::birthday::order_shown_by;
use crate::encounters::Stated;
use crate::language::Language;
use crate::people::ContactDetails;
use crate::when::{Order, WhenError, understand};

/// The largest file, in bytes.
pub(crate) const LARGEST: usize = 1024 * 1024;

/// How a file begins that some programs mark as UTF-8.
const MARK: char = '\u{FEFF}';

/// A contact as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    /// The line on which it begins, from 1.
    pub(crate) line: u64,
    /// The name.
    pub(crate) name: String,
    /// The organisation; empty if there is none, like what follows.
    pub(crate) org: String,
    /// The birthday.
    pub(crate) birthday: String,
    /// When the two last talked.
    pub(crate) last_talk: String,
}

impl Row {
    fn is_empty(&self) -> bool {
        let texts = [&self.name, &self.org, &self.birthday, &self.last_talk];
        texts.into_iter().all(|text| text.trim().is_empty())
    }
}

/// Why a file can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileError {
    /// It is not UTF-8.
    Encoding,
    /// It is neither a table with a column of names nor vCards.
    Unknown,
    /// It has no contacts.
    Empty,
    /// It has more contacts than a member can have.
    TooMany(usize),
}

/// A contact that can be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Imported {
    /// Name, organisation and birthday.
    pub(crate) details: ContactDetails,
    /// When the two last talked.
    pub(crate) last_talk: Option<Stated>,
}

/// Why a line is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadLine {
    /// Name, organisation or birthday can't be kept.
    Details(DetailsError),
    /// The last talk can't be kept.
    LastTalk(WhenError),
}

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Understood {
    /// The contacts that can be added, in the order of the file.
    pub(crate) new: Vec<Imported>,
    /// How many are in the list already, or twice in the file.
    pub(crate) known: usize,
    /// The lines that can't be kept, by number.
    pub(crate) bad: Vec<(u64, BadLine)>,
}

/// How a member's dates are read: in their zone and language, at this time, since their team began.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader {
    pub(crate) zone: Zone,
    pub(crate) language: Language,
    pub(crate) now: DateTime<Utc>,
    pub(crate) team_began: DateTime<Utc>,
}

/// The contacts in a file.
pub(crate) fn rows(file: &[u8]) -> Result<Vec<Row>, FileError> {
    let text = std::str::from_utf8(file).map_err(|_| FileError::Encoding)?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    // Bytes of UTF-16 can be UTF-8 with a NUL beside each letter.
    if text.contains('\0') {
        return Err(FileError::Encoding);
    }
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let mut rows = if vcards::are_in(text) {
        vcards::rows(text)
    } else {
        table::rows(text)?
    };
    rows.retain(|row| !row.is_empty());
    match rows.len() {
        0 => Err(FileError::Empty),
        many if many > super::MOST => Err(FileError::TooMany(many)),
        _ => Ok(rows),
    }
}

/// What these rows say to a member who has the contacts `known`.
#[must_use]
pub(crate) fn read(rows: &[Row], known: &[Contact], reader: &Reader) -> Understood {
    let birthdays = rows.iter().map(|row| row.birthday.as_str());
    let order = order_shown_by(birthdays);
    let mut understood = Understood::default();
    for row in rows {
        match read_row(row, order, reader) {
            Err(why) => understood.bad.push((row.line, why)),
            Ok(it) if has(known, &understood.new, &it) => understood.known += 1,
            Ok(it) => understood.new.push(it),
        }
    }
    understood
}

fn has(known: &[Contact], new: &[Imported], it: &Imported) -> bool {
    let known = known.iter().map(|it| &it.details.name);
    let mut names = known.chain(new.iter().map(|it| &it.details.name));
    names.any(|name| are_namesakes(name, &it.details.name))
}

fn read_row(row: &Row, order: Order, reader: &Reader) -> Result<Imported, BadLine> {
    let details = read_details(&row.name, &row.org, &row.birthday, order);
    let last_talk = if row.last_talk.trim().is_empty() {
        None
    } else {
        let Reader {
            zone,
            language,
            now,
            team_began,
        } = *reader;
        let when = understand(&row.last_talk, now, zone, team_began, language);
        Some(Stated::in_zone(zone, when.map_err(BadLine::LastTalk)?))
    };
    Ok(Imported {
        details: details.map_err(BadLine::Details)?,
        last_talk,
    })
}

#[cfg(test)]
mod tests;
