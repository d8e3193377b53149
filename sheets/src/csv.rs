//! Cells become rows of CSV, at the row numbers that they have in the sheet.

use crate::cell::Text;
use crate::merged::Merged;
use crate::refusal::{Code, Refusal, Result};

/// Rows of a sheet, as Excel has them at most.
pub(crate) const MAX_ROWS: u32 = 1_048_576;
/// Columns of a sheet, as Excel has them at most.
pub(crate) const MAX_COLUMNS: u32 = 16_384;
/// Bytes that are gathered before they are handed on.
const PIECE: usize = 256 << 10;
/// Most row numbers of cells in error that are kept.
const MAX_ERROR_ROWS: usize = 20;
/// Says how the text is cut, so that nothing is guessed: UTF-8, and the separator.
const PREAMBLE: &str = "\u{feff}sep=;\n";

/// What a sheet turned out to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows with something in them.
    pub rows: u32,
    /// Columns up to the last one with something in it.
    pub columns: u32,
    /// Cells whose formula went wrong (`#N/A` and its like); they are written as empty.
    pub errors: u32,
    /// Row numbers of the first of them, from 1, each once.
    pub error_rows: Vec<u32>,
}

/// Takes cells in the order of a sheet and writes rows.
pub(crate) struct Writer<'a> {
    sink: &'a mut dyn FnMut(&[u8]),
    merged: Merged,
    text: Vec<u8>,
    /// The row whose cells are being taken, from 0, and those cells.
    row: u32,
    cells: Vec<(u32, Text)>,
    /// Rows that are written, blank ones included.
    written: u32,
    tally: Written,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(merged: Merged, sink: &'a mut dyn FnMut(&[u8])) -> Self {
        let text = PREAMBLE.as_bytes().to_vec();
        Self { sink, merged, text, row: 0, cells: Vec::new(), written: 0, tally: Written::default() }
    }

    /// Takes a cell; rows must not go back.
    pub(crate) fn cell(&mut self, row: u32, column: u32, text: Text) -> Result<()> {
        if row >= MAX_ROWS || column >= MAX_COLUMNS || row < self.row {
            return Err(Refusal(Code::Damaged));
        }
        if row > self.row {
            self.end_row();
            self.row = row;
        }
        match text {
            Text::Empty => {}
            Text::Error => self.note_error(row),
            text => self.cells.push((column, text)),
        }
        Ok(())
    }

    /// Whether so many filled rows stand above this one.
    pub(crate) fn has_rows(&self, row: u32, most: u32) -> bool {
        row > self.row && self.tally.rows + u32::from(!self.cells.is_empty()) >= most
    }

    /// Writes what is left.
    pub(crate) fn finish(mut self) -> Written {
        self.end_row();
        (self.sink)(&self.text);
        self.tally
    }

    fn note_error(&mut self, row: u32) {
        self.tally.errors = self.tally.errors.saturating_add(1);
        let rows = &mut self.tally.error_rows;
        if rows.len() < MAX_ERROR_ROWS && rows.last() != Some(&(row + 1)) {
            rows.push(row + 1);
        }
    }

    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        cells.sort_by_key(|&(column, _)| column);
        // Two cells in one place: the first stays.
        cells.dedup_by_key(|&mut (column, _)| column);
        self.merged.repeat(self.row, &mut cells);
        // Rows that hold nothing keep their place, so that row numbers stay those of the sheet.
        self.text.resize(self.text.len() + (self.row - self.written) as usize, b'\n');
        self.write(&cells);
        self.written = self.row + 1;
        self.tally.rows += 1;
        cells.clear();
        self.cells = cells;
        if self.text.len() >= PIECE {
            (self.sink)(&self.text);
            self.text.clear();
        }
    }

    fn write(&mut self, cells: &[(u32, Text)]) {
        let mut at = 0;
        for (column, text) in cells {
            while at < *column {
                self.text.push(b';');
                at += 1;
            }
            match text {
                Text::Words(words) => quote(words, &mut self.text),
                Text::Figure(figure) => self.text.extend_from_slice(figure.as_bytes()),
                Text::Empty | Text::Error => {}
            }
        }
        // As wide as the rows above: a row that ends early is no row with cells missing.
        let columns = self.tally.columns.max(at + 1);
        self.text.resize(self.text.len() + (columns - at - 1) as usize, b';');
        self.text.push(b'\n');
        self.tally.columns = columns;
    }
}

/// Words in quotes, so that no separator, line end or quote in them is taken for one of ours.
fn quote(words: &str, text: &mut Vec<u8>) {
    text.push(b'"');
    for byte in words.bytes() {
        if byte == b'"' {
            text.push(b'"');
        }
        text.push(byte);
    }
    text.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Text {
        Text::Words(text.to_owned())
    }

    fn written(cells: &[(u32, u32, Text)]) -> (String, Written) {
        let mut bytes = Vec::new();
        let mut sink = |piece: &[u8]| bytes.extend_from_slice(piece);
        let mut writer = Writer::new(Merged::default(), &mut sink);
        for (row, column, text) in cells {
            writer.cell(*row, *column, text.clone()).expect("in order");
        }
        let tally = writer.finish();
        let text = String::from_utf8(bytes).expect("text");
        (text.strip_prefix(PREAMBLE).expect("the preamble").to_owned(), tally)
    }

    #[test]
    fn rows_and_columns_keep_their_place() {
        let (text, tally) =
            written(&[(2, 1, words("a;b")), (2, 3, Text::Figure("7".into())), (4, 0, words("zei \"ja\"\n"))]);
        assert_eq!(text, "\n\n;\"a;b\";;7\n\n\"zei \"\"ja\"\"\n\";;;\n");
        assert_eq!((tally.rows, tally.columns), (2, 4));
    }

    #[test]
    fn errors_are_counted_and_left_out() {
        let (text, tally) = written(&[(0, 0, Text::Error), (0, 1, Text::Error), (3, 1, Text::Error)]);
        assert_eq!(text, "");
        assert_eq!((tally.errors, tally.error_rows), (3, vec![1, 4]));
    }

    #[test]
    fn cells_beyond_a_sheet_and_rows_that_go_back_are_damage() {
        let mut sink = |_: &[u8]| {};
        let mut writer = Writer::new(Merged::default(), &mut sink);
        assert_eq!(writer.cell(MAX_ROWS, 0, Text::Empty), Err(Refusal(Code::Damaged)));
        assert_eq!(writer.cell(0, MAX_COLUMNS, Text::Empty), Err(Refusal(Code::Damaged)));
        assert_eq!(writer.cell(5, 0, Text::Empty), Ok(()));
        assert_eq!(writer.cell(4, 0, Text::Empty), Err(Refusal(Code::Damaged)));
    }
}
