//! Checks whether the write-ahead log beside a database belongs to it, and cuts off its old end.
//!
//! SQLite brings any valid log that it finds into the file. If a copy replaced the file and the old
//! log stayed, the log would overwrite pages of the copy. So the writer counts each transaction in
//! the file's header (`PRAGMA user_version`, page 1), and `rapport backup` gives its copy a
//! different count. A log belongs to a file if it contains the file's count, or starts with the
//! next one.
//!
//! <https://www.sqlite.org/fileformat2.html#walformat> describes the format.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// The offset of the count in page 1.
const COUNT_AT: usize = 60;

/// The first two numbers that a log can start with. The last bit is the byte order of its
/// checksums.
const MAGIC: u32 = 0x377f_0682;

/// The lengths of the log's header, and of the header before each page.
const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// Whether the log beside the database belongs to another file, or to an earlier state of this
/// file. Only reads.
pub(super) fn is_foreign(database: &Path) -> io::Result<bool> {
    let mut seen = Counts::read(database)?;
    // While another process writes, the two reads may not match: then the next one differs.
    for _ in 0..LOOKS {
        if !seen.is_some_and(Counts::are_foreign) {
            return Ok(false);
        }
        let again = Counts::read(database)?;
        if again == seen {
            return Ok(true);
        }
        seen = again;
    }
    Ok(false)
}

/// How often to read files that another process writes.
const LOOKS: usize = 10;

/// Which log it is: SQLite changes these numbers whenever the log starts again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Salts([u8; 8]);

/// The log's present salts; `None` if it is empty.
pub(super) fn salts(log: &Path) -> io::Result<Option<Salts>> {
    let log = File::open(log)?;
    Ok(Log::begin(BufReader::new(log))?.map(|log| Salts(log.salts)))
}

/// Cuts off what is behind the last transaction of the log: frames from before it started again,
/// or of a transaction that was undone. Call it while nobody can write.
pub(super) fn cut(log: &Path) -> io::Result<()> {
    let file = OpenOptions::new().read(true).write(true).open(log)?;
    let Some(mut log) = Log::begin(BufReader::new(&file))? else {
        return Ok(());
    };
    let frame_length = (FRAME_HEADER + log.content.len()) as u64;
    let (mut frames, mut committed) = (0, 0);
    while let Some(frame) = log.next()? {
        frames += 1;
        if frame.commits {
            committed = frames;
        }
    }
    let end = HEADER as u64 + committed * frame_length;
    if end < file.metadata()?.len() {
        file.set_len(end)?;
        file.sync_all()?;
    }
    Ok(())
}

/// The counts in a database and in its log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    file: u32,
    first: u32,
    last: u32,
}

impl Counts {
    /// Returns `None` if one of the two has no count.
    fn read(database: &Path) -> io::Result<Option<Self>> {
        let Some(file) = count_of(database)? else {
            return Ok(None);
        };
        let counts = counts_in(&beside(database, "-wal"))?;
        Ok(counts.map(|(first, last)| Self { file, first, last }))
    }

    /// The count wraps around, so compare distances.
    fn are_foreign(self) -> bool {
        let before = self.first.wrapping_sub(1);
        self.file.wrapping_sub(before) > self.last.wrapping_sub(before)
    }
}

/// The file with this suffix that SQLite keeps beside a database.
pub(super) fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The count in the file itself, without its log. `None` if it is empty or no database.
fn count_of(database: &Path) -> io::Result<Option<u32>> {
    let mut header = [0; 100];
    let Some(mut file) = opened(database)? else {
        return Ok(None);
    };
    let whole = fill(&mut file, &mut header)?;
    Ok((whole && header.starts_with(b"SQLite format 3\0")).then(|| number(&header, COUNT_AT)))
}

/// The first and the last count that the log would bring into its file.
fn counts_in(log: &Path) -> io::Result<Option<(u32, u32)>> {
    let Some(file) = opened(log)? else {
        return Ok(None);
    };
    let Some(mut log) = Log::begin(BufReader::new(file))? else {
        return Ok(None);
    };
    let (mut read, mut committed) = (None, None);
    while let Some(frame) = log.next()? {
        if frame.page == 1 {
            let count = number(&log.content, COUNT_AT);
            read = Some((read.map_or(count, |(first, _)| first), count));
        }
        if frame.commits {
            committed = read;
        }
    }
    Ok(committed)
}

fn opened(file: &Path) -> io::Result<Option<File>> {
    match File::open(file) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A log, read from its start.
struct Log<R> {
    from: R,
    /// The salts that each frame of this log repeats.
    salts: [u8; 8],
    sum: Sum,
    /// The page of the last frame.
    content: Vec<u8>,
}

/// A frame's header.
struct Frame {
    page: u32,
    /// Whether the frame ends a transaction.
    commits: bool,
}

impl<R: Read> Log<R> {
    /// Returns `None` if SQLite would not accept it as a log.
    fn begin(mut from: R) -> io::Result<Option<Self>> {
        let mut header = [0; HEADER];
        if !fill(&mut from, &mut header)? || number(&header, 0) & !1 != MAGIC {
            return Ok(None);
        }
        let page_size = number(&header, 8);
        let mut sum = Sum::new(number(&header, 0) & 1 == 1);
        sum.add(&header[..24]);
        let sound = page_size.is_power_of_two() && (512..=65_536).contains(&page_size);
        if !sound || !sum.is_at(&header, 24) {
            return Ok(None);
        }
        let mut salts = [0; 8];
        salts.copy_from_slice(&header[16..24]);
        let content = vec![0; usize::try_from(page_size).unwrap_or_default()];
        Ok(Some(Self {
            from,
            salts,
            sum,
            content,
        }))
    }

    /// Returns the next frame, or `None` at the end: later frames are older, or incomplete.
    fn next(&mut self) -> io::Result<Option<Frame>> {
        let mut header = [0; FRAME_HEADER];
        let whole = fill(&mut self.from, &mut header)? && fill(&mut self.from, &mut self.content)?;
        if !whole || header[8..16] != self.salts {
            return Ok(None);
        }
        self.sum.add(&header[..8]);
        self.sum.add(&self.content);
        Ok(self.sum.is_at(&header, 16).then(|| Frame {
            page: number(&header, 0),
            commits: number(&header, 4) != 0,
        }))
    }
}

/// The log's running checksum.
struct Sum {
    big_endian: bool,
    sums: (u32, u32),
}

impl Sum {
    fn new(big_endian: bool) -> Self {
        Self {
            big_endian,
            sums: (0, 0),
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        let (mut first, mut second) = self.sums;
        for pair in bytes.chunks_exact(8) {
            let (one, two) = (number(pair, 0), number(pair, 4));
            let (one, two) = if self.big_endian {
                (one, two)
            } else {
                (one.swap_bytes(), two.swap_bytes())
            };
            first = first.wrapping_add(one).wrapping_add(second);
            second = second.wrapping_add(two).wrapping_add(first);
        }
        self.sums = (first, second);
    }

    fn is_at(&self, bytes: &[u8], at: usize) -> bool {
        self.sums == (number(bytes, at), number(bytes, at + 4))
    }
}

/// Fills `bytes`. Returns false at the end of the input.
fn fill(from: &mut impl Read, bytes: &mut [u8]) -> io::Result<bool> {
    match from.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// Reads four bytes at this offset as a big-endian number.
fn number(bytes: &[u8], at: usize) -> u32 {
    let mut four = [0; 4];
    four.copy_from_slice(&bytes[at..at + 4]);
    u32::from_be_bytes(four)
}
