//! Rows that follow each other, as they are handed to the sink: together, so
//! that whoever reads them can go column by column.

use std::{ops::Range, slice};

use super::record::{Cell, Record, Span};

/// Rows of one piece of text; alive only while the sink looks at them.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// The number of the first one.
    first: u64,
    bytes: &'a [u8],
    spans: &'a [Span],
    /// Where the first one's cells begin in `spans`.
    start: usize,
    /// Where the cells of each end in `spans`.
    ends: &'a [u32],
}

impl<'a> Rows<'a> {
    /// `first` is the number of the first row; `ends` tells where the cells of each row end in `spans`.
    pub(super) fn new(first: u64, bytes: &'a [u8], spans: &'a [Span], ends: &'a [u32]) -> Self {
        Self { first, bytes, spans, start: 0, ends }
    }

    /// How many rows there are.
    #[inline]
    pub fn len(self) -> usize {
        self.ends.len()
    }

    /// No rows at all.
    pub fn is_empty(self) -> bool {
        self.ends.is_empty()
    }

    /// The number of the row at this place; see [`Record::row`].
    #[inline]
    pub fn number(self, place: usize) -> u64 {
        self.first + place as u64
    }

    /// The row at this place, from 0.
    #[inline]
    pub fn row(self, place: usize) -> Record<'a> {
        let end = self.ends.get(place).map_or(0, |&end| end as usize);
        let cells = self.spans.get(self.start_of(place)..end).unwrap_or_default();
        Record::new(self.number(place), self.bytes, cells)
    }

    /// The rows at these places alone.
    #[must_use]
    pub fn part(self, places: Range<usize>) -> Self {
        let first = self.number(places.start);
        let start = self.start_of(places.start);
        Self { first, start, ends: self.ends.get(places).unwrap_or_default(), ..self }
    }

    /// The cells of a column, row by row; an empty one where a row is too short.
    #[inline]
    pub fn cells(self, column: usize) -> impl Iterator<Item = Cell<'a>> {
        Cells { rows: self, ends: self.ends.iter(), start: self.start, column }
    }

    /// How many cells each row has.
    #[inline]
    pub fn widths(self) -> impl Iterator<Item = usize> {
        let mut start = self.start;
        self.ends.iter().map(move |&end| {
            let width = (end as usize).saturating_sub(start);
            start = end as usize;
            width
        })
    }

    #[inline]
    fn start_of(self, place: usize) -> usize {
        let before = place.checked_sub(1).and_then(|place| self.ends.get(place));
        before.map_or(self.start, |&end| end as usize)
    }
}

/// The cells of one column.
struct Cells<'a> {
    rows: Rows<'a>,
    ends: slice::Iter<'a, u32>,
    /// Where the cells of the next row begin.
    start: usize,
    column: usize,
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    #[inline(always)]
    fn next(&mut self) -> Option<Cell<'a>> {
        let end = *self.ends.next()? as usize;
        let place = self.start.saturating_add(self.column);
        self.start = end;
        let bytes = match self.rows.spans.get(place) {
            Some(span) if place < end => self.rows.bytes.get(span.range()),
            _ => None,
        };
        Some(Cell::new(match bytes {
            Some(bytes) => bytes,
            None => &[],
        }))
    }
}
