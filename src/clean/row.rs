//! A row as the rest of this room sees it: straight from the file, or held
//! back while the header row was being looked for.

use std::borrow::Cow;

use crate::intake::Record;

/// Cells of one row.
pub(super) trait Row {
    /// The row's number as a spreadsheet program shows it, from 1.
    fn number(&self) -> u64;
    /// Number of cells.
    fn width(&self) -> usize;
    /// The bytes of a cell, equal for equal texts; empty beyond the last.
    fn raw(&self, column: usize) -> &[u8];
    /// The text of a cell; empty beyond the last.
    fn text(&self, column: usize) -> Cow<'_, str>;

    /// Whether no cell holds anything but white space.
    fn is_blank(&self) -> bool {
        (0..self.width()).all(|column| self.raw(column).trim_ascii().is_empty())
    }
}

impl Row for Record<'_> {
    fn number(&self) -> u64 {
        self.row()
    }

    fn width(&self) -> usize {
        self.len()
    }

    #[inline]
    fn raw(&self, column: usize) -> &[u8] {
        self.cell(column).raw()
    }

    #[inline]
    fn text(&self, column: usize) -> Cow<'_, str> {
        self.cell(column).text()
    }
}

/// A row with cells of its own.
#[derive(Debug, Clone)]
pub(super) struct HeldRow {
    number: u64,
    cells: Vec<String>,
}

impl HeldRow {
    /// Copies a row.
    pub(super) fn hold(row: &impl Row) -> Self {
        let cells = (0..row.width()).map(|column| row.text(column).into_owned()).collect();
        Self { number: row.number(), cells }
    }

    /// Whether the row has this number.
    pub(super) fn is_numbered(&self, number: u32) -> bool {
        self.number == u64::from(number)
    }

    /// The texts of all cells.
    pub(super) fn cells(&self) -> &[String] {
        &self.cells
    }
}

impl Row for HeldRow {
    fn number(&self) -> u64 {
        self.number
    }

    fn width(&self) -> usize {
        self.cells.len()
    }

    fn raw(&self, column: usize) -> &[u8] {
        self.cells.get(column).map_or(&[], String::as_bytes)
    }

    fn text(&self, column: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.cells.get(column).map_or("", String::as_str))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::HeldRow;

    /// A row for the tests of this room.
    pub(in crate::clean) fn held(number: u64, cells: &[&str]) -> HeldRow {
        HeldRow { number, cells: cells.iter().map(|&cell| cell.to_owned()).collect() }
    }
}
