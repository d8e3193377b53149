//! A row as the rest of this room sees it: straight from the file, or held
//! back while the header row was being looked for.

use std::borrow::Cow;

use crate::intake::{KeptRecord, Record, Rows};

/// Cells of one row; a record's own names say how they were read.
pub(super) trait Row {
    /// The row's number as a spreadsheet program shows it, from 1.
    fn number(&self) -> u64;
    /// Number of cells.
    fn width(&self) -> usize;
    /// The bytes of a cell, equal for equal texts; empty beyond the last.
    fn raw(&self, column: usize) -> &[u8];
    /// The text of a cell; empty beyond the last.
    fn text(&self, column: usize) -> Cow<'_, str>;
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

/// A row with cells of its own. Read through [`HeldRow::record`], so that what
/// reads rows is made once, for records.
#[derive(Debug, Clone)]
pub(super) struct HeldRow {
    kept: KeptRecord,
    cells: Vec<String>,
}

impl HeldRow {
    /// Copies a row.
    pub(super) fn hold(row: &Record<'_>) -> Self {
        let cells = (0..row.width()).map(|column| row.text(column).into_owned()).collect();
        Self::new(row.number(), cells)
    }

    fn new(number: u64, cells: Vec<String>) -> Self {
        let mut kept = KeptRecord::new(number);
        cells.iter().for_each(|cell| kept.push(cell));
        Self { kept, cells }
    }

    /// The row as a record.
    pub(super) fn record(&self) -> Record<'_> {
        self.kept.record()
    }

    /// The row as the file gave it.
    pub(super) fn rows(&self) -> Rows<'_> {
        self.kept.rows()
    }

    /// The row's number as a spreadsheet program shows it, from 1.
    pub(super) fn number(&self) -> u64 {
        self.record().number()
    }

    /// Whether no cell holds anything but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The texts of all cells.
    pub(super) fn cells(&self) -> &[String] {
        &self.cells
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::HeldRow;

    /// A row for the tests of this room.
    pub(in crate::clean) fn held(number: u64, cells: &[&str]) -> HeldRow {
        HeldRow::new(number, cells.iter().map(|&cell| cell.to_owned()).collect())
    }
}
