//! One row of a file, as it is handed to the sink: borrowed bytes and the
//! places of its cells. No splitting here, no meaning.

use std::{borrow::Cow, ops::Range, slice};

use super::{encoding, rows::Rows};

/// Where a cell's content stands in the text of its row, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    #[allow(clippy::cast_possible_truncation)] // rows are held under 4 GiB by the splitter
    #[inline]
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    #[inline(always)]
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A row; alive only while the sink looks at it.
#[derive(Debug)]
pub struct Record<'a> {
    row: u64,
    bytes: &'a [u8],
    spans: &'a [Span],
}

/// A row that is kept, with bytes of its own.
#[derive(Debug, Clone, Default)]
pub struct KeptRecord {
    row: u64,
    bytes: Vec<u8>,
    spans: Vec<Span>,
    /// How many cells it has.
    width: u32,
}

impl KeptRecord {
    /// A row with this number, as yet without cells.
    pub fn new(row: u64) -> Self {
        Self { row, ..Self::default() }
    }

    /// Adds a cell.
    pub fn push(&mut self, text: &str) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(text.as_bytes());
        self.spans.push(Span::new(start, self.bytes.len()));
        self.width += 1;
    }

    /// The row as it was given.
    pub fn record(&self) -> Record<'_> {
        Record::new(self.row, &self.bytes, &self.spans)
    }

    /// The row as it was given, alone.
    pub fn rows(&self) -> Rows<'_> {
        Rows::new(self.row, &self.bytes, &self.spans, slice::from_ref(&self.width))
    }
}

/// One answer of a row.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    bytes: &'a [u8],
}

impl<'a> Record<'a> {
    pub(super) fn new(row: u64, bytes: &'a [u8], spans: &'a [Span]) -> Self {
        Self { row, bytes, spans }
    }

    /// The row's number as a spreadsheet program shows it: from 1, blank rows
    /// counted, a `sep=` line not.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// How many cells the row has; a blank line has one.
    #[allow(clippy::len_without_is_empty)] // a row always has a cell; see is_blank
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The cell at this place, from 0; an empty one beyond the last.
    #[inline]
    pub fn cell(&self, index: usize) -> Cell<'a> {
        let bytes = self.spans.get(index).and_then(|span| self.bytes.get(span.range())).unwrap_or_default();
        Cell { bytes }
    }

    /// All cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> + '_ {
        (0..self.len()).map(|index| self.cell(index))
    }

    /// Whether no cell holds anything but white space.
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| cell.bytes.trim_ascii().is_empty())
    }
}

impl<'a> Cell<'a> {
    #[inline(always)]
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The content's bytes as in the file, outer quotes gone and doubled quotes
    /// single: UTF-8, or else Windows-1252. Equal bytes are equal text, so this
    /// is a sound key for remembering what a spelling means.
    #[inline(always)]
    pub fn raw(&self) -> &'a [u8] {
        self.bytes
    }
    /// The content as text; borrowed when it is UTF-8.
    pub fn text(&self) -> Cow<'a, str> {
        encoding::decode(self.bytes)
    }
}
