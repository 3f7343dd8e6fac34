//! What the disk takes for a flush, which Rapport waits for at each talk and the other bot never.

use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::time::{Duration, Instant};

/// How many bytes a talk adds to the log: its pages, of 4 KiB.
static TALK: [u8; 12 * 4096] = [1; 12 * 4096];

/// How many flushes are measured.
const FLUSHES: usize = 500;

/// The times of flushes at a hundred a second, sorted. The file does not grow meanwhile: like the log
/// when it starts again.
pub(crate) fn flushes() -> Vec<Duration> {
    let mut file = tempfile::tempfile_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    write(&mut file, FLUSHES);
    file.sync_all().unwrap();
    file.rewind().unwrap();
    let mut flushes: Vec<_> = (0..FLUSHES)
        .map(|_| {
            std::thread::sleep(Duration::from_millis(10));
            let started = Instant::now();
            write(&mut file, 1);
            file.sync_data().unwrap();
            started.elapsed()
        })
        .collect();
    flushes.sort_unstable();
    flushes
}

fn write(file: &mut File, talks: usize) {
    for _ in 0..talks {
        file.write_all(&TALK).unwrap();
    }
}
