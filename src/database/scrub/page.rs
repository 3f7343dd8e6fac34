//! The unused middle of a page, from SQLite's file format (<https://sqlite.org/fileformat.html>).

/// Tells what kind each page of the file is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// Bytes in a page.
    pub(super) page_size: i64,
    /// Whether the file has pointer map pages (`auto_vacuum`).
    pub(super) maps_pointers: bool,
    /// How many pages the file has.
    pub(super) pages: i64,
}

/// The file's header, in bytes, at the start of the first page.
const FILE_HEADER: usize = 100;

/// SQLite locks this byte, and the page with it has no content.
const LOCK_BYTE: i64 = 1 << 30;

impl Layout {
    /// Zeroes the bytes between the list of cells and the first cell, if `page` is a b-tree page.
    /// Returns whether any of them was not zero. SQLite reads none of these bytes, and no others
    /// change.
    pub(super) fn clear(self, number: i64, page: &mut [u8]) -> bool {
        if self.maps_pointers && self.is_pointer_map(number) {
            return false;
        }
        let start = if number == 1 { FILE_HEADER } else { 0 };
        let Some(middle) = middle(page, start) else {
            return false;
        };
        let traces = middle.iter().any(|byte| *byte != 0);
        middle.fill(0);
        traces
    }

    /// A pointer map page describes the pages after it, with five bytes each.
    fn is_pointer_map(self, number: i64) -> bool {
        if number < 2 {
            return false;
        }
        let described = self.page_size / 5 + 1;
        let map = (number - 2) / described * described + 2;
        let locked = map == LOCK_BYTE / self.page_size + 1;
        number == if locked { map + 1 } else { map }
    }
}

/// The unused middle of a b-tree page; `None` for other pages. The first byte of an overflow or
/// free page is the highest one of a page number, which is zero in files below 64 GB.
fn middle(page: &mut [u8], start: usize) -> Option<&mut [u8]> {
    let header = match page.get(start)? {
        2 | 5 => 12,
        10 | 13 => 8,
        _ => return None,
    };
    let two_bytes = |at: usize| {
        let bytes = [*page.get(start + at)?, *page.get(start + at + 1)?];
        Some(usize::from(u16::from_be_bytes(bytes)))
    };
    let cells = start + header + 2 * two_bytes(3)?;
    let content = match two_bytes(5)? {
        0 => 1 << 16,
        content => content,
    };
    page.get_mut(cells..content)
}
