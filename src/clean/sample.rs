//! The first rows of a file, held until it has been decided how to read it.

use super::row::HeldRow;
use crate::intake::Record;

/// Most rows that are held.
const MOST_ROWS: usize = 200;
/// No more rows are held once their cells take this many bytes.
const MOST_BYTES: usize = 1 << 20;

/// Rows that are held, from the first of the file.
#[derive(Debug, Default)]
pub(super) struct Sample {
    pub(super) rows: Vec<HeldRow>,
    bytes: usize,
}

impl Sample {
    /// Holds a row; answers whether that was enough. A heading row that a
    /// person named, by its number, is waited for.
    pub(super) fn hold(&mut self, row: &Record<'_>, header: Option<u32>) -> bool {
        let row = HeldRow::hold(row);
        self.bytes += row.cells().iter().map(|cell| cell.len() + size_of::<String>()).sum::<usize>();
        self.rows.push(row);
        let most = MOST_ROWS + header.map_or(0, |row| usize::try_from(row).unwrap_or(0));
        self.rows.len() >= most || self.bytes >= MOST_BYTES
    }
}

/// The cells of one column in these rows, from top to bottom, blank ones left out.
pub(super) fn filled(rows: &[HeldRow], at: usize) -> impl Iterator<Item = &str> {
    rows.iter()
        .filter_map(move |row| row.cells().get(at))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
}
