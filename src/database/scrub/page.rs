//! The unused middle of a page, by SQLite's file format (<https://sqlite.org/fileformat.html>).

/// Where in the file pages of which kind are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// Bytes of a page.
    pub(super) page_size: i64,
    /// Whether there are pages that say which page points to which (`auto_vacuum`).
    pub(super) maps_pointers: bool,
    /// How many pages there are.
    pub(super) pages: i64,
}

/// Bytes at the start of the file that are not the first page's own.
const FILE_HEADER: usize = 100;

/// SQLite locks this byte; the page that holds it has no content.
const LOCK_BYTE: i64 = 1 << 30;

impl Layout {
    /// Zeroes what lies between the list of cells and the first of them, if `page` is a page of a
    /// tree. Returns whether anything was there. No other byte is changed, and SQLite reads none of
    /// these.
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

    /// A pointer map describes the pages after it, five bytes each.
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

/// The unused middle of a page of a tree; `None` for any other page. The first byte of an overflow
/// or free page is the highest of a page number, and zero in files below 64 GB.
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
