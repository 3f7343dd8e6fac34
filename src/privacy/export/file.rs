//! Writes an export into files while it is read, so that it is never in memory uncompressed. A
//! small export is one JSON file. A large one is packed, and split if Discord would not take it
//! whole.

use std::io::{self, Cursor, Seek, SeekFrom, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::ExportHeader;

/// Larger files are packed.
const PLAIN: usize = 256 * 1024;

/// Space for what the packing still holds, and for the end of a file.
const MARGIN: usize = 256 * 1024;

/// A finished file of an export.
#[derive(Debug)]
pub(crate) struct File {
    /// Its name.
    pub(crate) name: String,
    /// The content.
    pub(crate) bytes: Vec<u8>,
}

/// The lists of an export, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// Talks the person took part in, oldest first.
    Encounters,
    /// Their side of each tie.
    Ties,
    /// Their contacts outside the server.
    Contacts,
    /// Nudges made for them, oldest first.
    Nudges,
    /// Reminders they asked for, in that order.
    Reminders,
    /// Kudos they gave, oldest first.
    KudosGiven,
    /// Kudos they received, oldest first.
    KudosReceived,
    /// Introductions they were in, oldest first.
    Introductions,
}

impl List {
    const ALL: [Self; 8] = [
        Self::Encounters,
        Self::Ties,
        Self::Contacts,
        Self::Nudges,
        Self::Reminders,
        Self::KudosGiven,
        Self::KudosReceived,
        Self::Introductions,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Encounters => "encounters",
            Self::Ties => "ties",
            Self::Contacts => "contacts",
            Self::Nudges => "nudges",
            Self::Reminders => "reminders",
            Self::KudosGiven => "kudos_given",
            Self::KudosReceived => "kudos_received",
            Self::Introductions => "introductions",
        }
    }
}

/// The files of an export, written in order.
pub(crate) struct Files {
    /// The start of each file: a JSON object that is still open.
    about: Vec<u8>,
    limit: usize,
    done: Vec<File>,
    part: Part,
    lists: Lists,
}

/// How many lists of a file are written.
#[derive(Default)]
struct Lists {
    /// How many lists were begun.
    begun: usize,
    /// Whether the last one has an item.
    filled: bool,
}

impl Files {
    /// Begins the first file. No file will have more than `limit` bytes.
    pub(crate) fn about(about: &ExportHeader, limit: usize) -> io::Result<Self> {
        let mut about = serde_json::to_vec(about)?;
        about.pop();
        Ok(Self {
            part: Part::begin(&about)?,
            about,
            limit,
            done: Vec::new(),
            lists: Lists::default(),
        })
    }

    /// Adds to a list; fill the lists in their order.
    pub(crate) fn add(&mut self, list: List, kept: &impl Serialize) -> io::Result<()> {
        if self.part.length().saturating_add(MARGIN) > self.limit {
            self.next_part()?;
        }
        self.lists.begin(list as usize, &mut self.part)?;
        if std::mem::replace(&mut self.lists.filled, true) {
            self.part.write_all(b",")?;
        }
        serde_json::to_writer(&mut self.part, kept)?;
        self.part.pack_if_large(self.done.len())
    }

    /// Ends the last file and returns all files.
    pub(crate) fn finish(mut self) -> io::Result<Vec<File>> {
        self.lists.end(&mut self.part)?;
        let last = self.part.finish(self.done.len())?;
        self.done.push(last);
        Ok(self.done)
    }

    fn next_part(&mut self) -> io::Result<()> {
        std::mem::take(&mut self.lists).end(&mut self.part)?;
        let next = Part::begin(&self.about)?;
        let ended = std::mem::replace(&mut self.part, next);
        self.done.push(ended.finish(self.done.len())?);
        Ok(())
    }
}

impl Lists {
    /// Begins the lists up to this one; lists in between stay empty.
    fn begin(&mut self, list: usize, to: &mut impl Write) -> io::Result<()> {
        while self.begun <= list {
            if self.begun > 0 {
                to.write_all(b"]")?;
            }
            write!(to, ",\"{}\":[", List::ALL[self.begun].name())?;
            (self.begun, self.filled) = (self.begun + 1, false);
        }
        Ok(())
    }

    fn end(mut self, to: &mut impl Write) -> io::Result<()> {
        self.begin(List::ALL.len() - 1, to)?;
        to.write_all(b"]}")
    }
}

/// A file that is being written.
enum Part {
    Plain(Vec<u8>),
    Packed(Box<ZipWriter<Counted>>, Arc<AtomicUsize>),
}

impl Part {
    fn begin(about: &[u8]) -> io::Result<Self> {
        let mut part = Self::Plain(Vec::new());
        part.write_all(about)?;
        Ok(part)
    }

    /// The length so far, without what the packing still holds.
    fn length(&self) -> usize {
        match self {
            // It is packed before it gets too large.
            Self::Plain(_) => 0,
            Self::Packed(_, length) => length.load(Ordering::Relaxed),
        }
    }

    fn pack_if_large(&mut self, before: usize) -> io::Result<()> {
        let Self::Plain(plain) = self else {
            return Ok(());
        };
        if plain.len() < PLAIN {
            return Ok(());
        }
        let length = Arc::default();
        let mut zip = ZipWriter::new(Counted {
            into: Cursor::default(),
            length: Arc::clone(&length),
        });
        zip.start_file(name(before, "json"), SimpleFileOptions::default())?;
        zip.write_all(plain)?;
        *self = Self::Packed(Box::new(zip), length);
        Ok(())
    }

    /// Ends the file; `before` is the number of files before it.
    fn finish(self, before: usize) -> io::Result<File> {
        Ok(match self {
            Self::Plain(bytes) => File {
                name: name(before, "json"),
                bytes,
            },
            Self::Packed(zip, _) => File {
                name: name(before, "zip"),
                bytes: zip.finish()?.into.into_inner(),
            },
        })
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(plain) => plain.write(bytes),
            Self::Packed(zip, _) => zip.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn name(before: usize, ending: &str) -> String {
    match before {
        0 => format!("rapport-export.{ending}"),
        _ => format!("rapport-export-{}.{ending}", before + 1),
    }
}

/// Counts bytes while the packing owns the buffer.
struct Counted {
    into: Cursor<Vec<u8>>,
    length: Arc<AtomicUsize>,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.length
            .store(self.into.get_ref().len(), Ordering::Relaxed);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.into.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::path::Path;

    use chrono::DateTime;
    use serde_json::{Value, json};

    use super::*;
    use crate::ids::{PersonId, TeamId};
    use crate::privacy::export::FORMAT;

    fn begun(limit: usize) -> Files {
        let about = ExportHeader {
            format: FORMAT,
            exported_at: DateTime::UNIX_EPOCH,
            server_id: TeamId(7),
            person_id: PersonId(1),
            settings: None,
        };
        Files::about(&about, limit).unwrap()
    }

    fn read(file: &File) -> Value {
        if Path::new(&file.name).extension() != Some("zip".as_ref()) {
            return serde_json::from_slice(&file.bytes).unwrap();
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(&file.bytes)).unwrap();
        assert_eq!(zip.len(), 1);
        let mut packed = zip.by_index(0).unwrap();
        assert_eq!(packed.name().unwrap(), file.name.replace(".zip", ".json"));
        let mut text = String::new();
        packed.read_to_string(&mut text).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// Digits that compress badly.
    fn noise(seed: u64) -> String {
        let mut state = seed.wrapping_add(1);
        let next = std::iter::repeat_with(|| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            format!("{state:016x}")
        });
        next.take(50).collect()
    }

    #[test]
    fn a_small_export_is_one_json_file_with_every_list() {
        let mut files = begun(1_000_000);
        files.add(List::Ties, &json!({ "a": 1 })).unwrap();
        files.add(List::Ties, &json!({ "a": 2 })).unwrap();
        files.add(List::KudosGiven, &json!({ "b": 3 })).unwrap();
        let files = files.finish().unwrap();
        assert_eq!(files[0].name, "rapport-export.json");
        let expected = json!({
            "format": FORMAT, "exported_at": "1970-01-01T00:00:00Z", "server_id": "7",
            "person_id": "1", "settings": null, "encounters": [], "ties": [{"a": 1}, {"a": 2}],
            "contacts": [],
            "nudges": [], "reminders": [], "kudos_given": [{"b": 3}], "kudos_received": [],
            "introductions": [],
        });
        assert_eq!((files.len(), read(&files[0])), (1, expected));
    }

    #[test]
    fn a_large_export_is_packed_into_one_file_while_it_fits() {
        let mut files = begun(10_000_000);
        for number in 0..20_000 {
            let talk = json!({ "number": number, "note": "the same words again and again" });
            files.add(List::Encounters, &talk).unwrap();
        }
        let files = files.finish().unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].name, "rapport-export.zip");
        assert!(files[0].bytes.len() < 200_000, "{}", files[0].bytes.len());
        let all = read(&files[0]);
        assert_eq!(all["encounters"].as_array().unwrap().len(), 20_000);
    }

    #[test]
    fn what_does_not_fit_into_one_file_comes_in_parts_that_are_whole_files() {
        let limit = 1_000_000;
        let mut files = begun(limit);
        for number in 0..4_000 {
            let list = if number < 2_000 {
                List::Encounters
            } else {
                List::KudosReceived
            };
            let kept = json!({ "number": number, "note": noise(number) });
            files.add(list, &kept).unwrap();
        }
        let files = files.finish().unwrap();
        assert!(files.len() > 1);
        let mut numbers = Vec::new();
        for file in &files {
            assert!(file.bytes.len() <= limit, "{}", file.bytes.len());
            let part = read(file);
            assert_eq!(part["format"], FORMAT);
            for list in List::ALL {
                let list = part[list.name()].as_array().unwrap();
                numbers.extend(list.iter().map(|kept| kept["number"].as_u64().unwrap()));
            }
        }
        assert_eq!(numbers, (0..4_000).collect::<Vec<_>>());
        assert_eq!(files[1].name, "rapport-export-2.zip");
    }
}
