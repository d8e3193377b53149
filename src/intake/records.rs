//! Splits text into rows and cells: quotes, doubled quotes, line ends of all
//! kinds, limits. Text comes in pieces of any size; rows that lie wholly in a
//! piece are handed on together, without being copied.
//!
//! The rules of quotes (those of Papa Parse but for the last):
//! a quote opens only as the first byte of a cell; elsewhere it is an ordinary
//! character. Inside, two quotes are one. One quote closes when a separator or
//! line end follows, spaces allowed between; else it is an ordinary character.
//! When that is met after a line end inside the quotes, or the file or the
//! longest row ends there, then the quote that opened is taken for an ordinary
//! character, as are all further quotes on its line.

use super::encoding::Tally;
use super::record::Span;
use super::row::{Mode, Row, Step, append_undoubled, is_line_end, only_spaces};
use super::scan::{Block, Finder, Scanner};
use super::{Limits, Noted, Sink, rows::Rows};
use crate::error::{Code, Error, Result};

/// Text is split in blocks of this size: a line without end is noticed early,
/// and what is handed on together lies in the processor's cache.
const BLOCK: usize = 64 * 1024;

/// What came of the splitting.
#[derive(Debug)]
pub(super) struct Split {
    pub(super) separator: u8,
    pub(super) rows: u64,
    pub(super) only_white_space: bool,
    pub(super) quote_unclosed: Noted,
    pub(super) tally: Tally,
}

/// Splits text into rows.
#[derive(Debug)]
pub(super) struct Splitter {
    separator: u8,
    limits: Limits,
    /// The start of a row that lies in more than one piece.
    carry: Vec<u8>,
    /// How far the carry has been scanned.
    scanned: usize,
    row: Row,
    /// Of the rows that are to be handed on where their cells end among the row's spans.
    ends: Vec<u32>,
    /// A row ended in a carriage return at the end of a piece: a line feed may belong to it.
    after_return: bool,
    /// The carry may hold bytes beyond ASCII.
    high: bool,
    rows: u64,
    only_white_space: bool,
    quote_unclosed: Noted,
    tally: Tally,
    /// A row with its doubled quotes made single.
    undoubled: Vec<u8>,
    undoubled_spans: Vec<Span>,
    /// Bytes of text before the present row.
    bytes_before: u64,
    bytes_reread: u64,
    finder: Option<Finder>,
    /// What it found in the text in hand.
    found: Vec<Block>,
}

impl Splitter {
    /// `marked`: the file begins with a byte order mark.
    pub(super) fn new(separator: u8, limits: Limits, marked: bool) -> Self {
        Self {
            separator,
            limits,
            carry: Vec::new(),
            scanned: 0,
            row: Row::new(),
            ends: Vec::new(),
            after_return: false,
            high: false,
            rows: 0,
            only_white_space: true,
            quote_unclosed: Noted::default(),
            tally: Tally::new(marked),
            undoubled: Vec::new(),
            undoubled_spans: Vec::new(),
            bytes_before: 0,
            bytes_reread: 0,
            finder: None,
            found: Vec::new(),
        }
    }

    /// The same with a finder that is faster than our own.
    pub(super) fn with_finder(self, finder: Option<Finder>) -> Self {
        Self { finder, ..self }
    }

    /// The number of the row that is being read.
    pub(super) fn row(&self) -> u64 {
        self.rows + 1
    }

    /// Whether no row has been read in part.
    pub(super) fn is_between_rows(&self) -> bool {
        self.carry.is_empty()
    }

    /// Reads a piece of text.
    pub(super) fn feed(&mut self, text: &[u8], sink: &mut impl Sink) -> Result<()> {
        text.chunks(BLOCK).try_for_each(|block| self.feed_block(block, sink))
    }

    #[cfg_attr(hot, optimize(speed))]
    fn feed_block(&mut self, block: &[u8], sink: &mut impl Sink) -> Result<()> {
        let mut rest = block;
        while !self.carry.is_empty() && !rest.is_empty() {
            let line = memchr::memchr2(b'\n', b'\r', rest).map_or(rest.len(), |at| at + 1);
            let (line, after) = rest.split_at(line);
            self.carry.extend_from_slice(line);
            self.scan_carry(sink)?;
            rest = after;
        }
        if !rest.is_empty() {
            let used = self.scan(rest, sink)?;
            self.carry.extend_from_slice(rest.get(used..).unwrap_or_default());
        }
        Ok(())
    }

    /// Reads the last row, when no line end follows it.
    pub(super) fn finish(mut self, sink: &mut impl Sink) -> Result<Split> {
        while !self.carry.is_empty() {
            if self.ends_in_quotes() {
                self.reread(self.scanned)?;
                self.scan_carry(sink)?;
                continue;
            }
            let carry = std::mem::take(&mut self.carry);
            self.row
                .close_cell(carry.len(), self.limits.max_columns)
                .ok_or_else(|| self.too_many_columns())?;
            self.emit(&carry, carry.len(), sink)?;
            self.hand_on(&carry, sink)?;
        }
        Ok(Split {
            separator: self.separator,
            rows: self.rows,
            only_white_space: self.only_white_space,
            quote_unclosed: self.quote_unclosed,
            tally: self.tally,
        })
    }

    fn ends_in_quotes(&self) -> bool {
        match self.row.mode {
            Mode::Plain => false,
            Mode::Quoted => true,
            Mode::Closing(quote) => !only_spaces(&self.carry, quote + 1, self.carry.len()),
        }
    }

    fn scan_carry(&mut self, sink: &mut impl Sink) -> Result<()> {
        let mut carry = std::mem::take(&mut self.carry);
        let used = self.scan(&carry, sink)?;
        carry.drain(..used);
        self.carry = carry;
        Ok(())
    }

    /// Hands on the rows that end in this buffer, which starts with a row; says
    /// where the last one ended.
    fn scan(&mut self, buffer: &[u8], sink: &mut impl Sink) -> Result<usize> {
        let mut found = std::mem::take(&mut self.found);
        found.clear();
        if let Some(finder) = &self.finder {
            finder.find(buffer, self.separator, &mut found);
        }
        let used = self.split(buffer, &found, sink);
        self.found = found;
        // What the sink says of these rows comes before what is wrong below them.
        self.hand_on(buffer, sink)?;
        self.row.rebase();
        used
    }

    /// Hands on the rows that are split.
    fn hand_on(&mut self, buffer: &[u8], sink: &mut impl Sink) -> Result<()> {
        let rows = self.ends.len() as u64;
        if rows == 0 {
            return Ok(());
        }
        sink.rows(Rows::new(self.rows + 1 - rows, buffer, &self.row.spans, &self.ends))?;
        self.ends.clear();
        Ok(())
    }

    /// Splits the rows that end in this buffer.
    #[cfg_attr(hot, optimize(speed))]
    fn split(&mut self, buffer: &[u8], found: &[Block], sink: &mut impl Sink) -> Result<usize> {
        let mut start = 0;
        if std::mem::take(&mut self.after_return) && buffer.first() == Some(&b'\n') {
            start = 1;
        }
        self.row.base = start;
        let mut scanner = Scanner::new(buffer, self.separator, found, start + self.scanned);
        let longest = self.limits.max_row_bytes;
        loop {
            let next = scanner.next();
            let at = next.unwrap_or(buffer.len()) - start;
            if at > longest {
                self.give_up_quotes()?;
                scanner.seek(start + self.scanned);
                continue;
            }
            let (Some(place), row_bytes) = (next, buffer.get(start..).unwrap_or_default()) else { break };
            // By far the most bytes that are met; `step` would do the same.
            if row_bytes.get(at).is_some_and(|&byte| byte == self.separator && !is_line_end(byte))
                && self.row.mode == Mode::Plain
                && self.row.close_cell(at, self.limits.max_columns).is_some()
            {
                continue;
            }
            match self.step(row_bytes, at)? {
                Step::On => {}
                Step::Reread => scanner.seek(start + self.scanned),
                Step::RowEnd => {
                    self.high |= scanner.take_high();
                    self.emit(buffer, at, sink)?;
                    start = self.after_line_end(buffer, place);
                    self.row.base = start;
                    if start > place + 1 {
                        scanner.seek(start);
                    }
                }
            }
        }
        self.high |= scanner.take_high();
        self.scanned = buffer.len() - start;
        Ok(start)
    }

    /// Takes the special byte at this place of the row.
    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    fn step(&mut self, row: &[u8], at: usize) -> Result<Step> {
        let byte = row.get(at).copied().unwrap_or_default();
        match self.row.mode {
            Mode::Plain if byte == b'"' => {
                if at == self.row.cell_start && !self.row.quotes_off {
                    self.row.mode = Mode::Quoted;
                    self.row.line_end_inside = false;
                }
                Ok(Step::On)
            }
            Mode::Plain => self.end_cell(byte, at),
            Mode::Quoted => Ok(self.row.step_inside(byte, at)),
            Mode::Closing(quote) if byte == b'"' && at == quote + 1 => {
                self.row.double();
                Ok(Step::On)
            }
            Mode::Closing(quote) if byte != b'"' && only_spaces(row, quote + 1, at) => {
                self.end_cell(byte, at)
            }
            Mode::Closing(_) if self.row.line_end_inside => {
                self.reread(at)?;
                Ok(Step::Reread)
            }
            Mode::Closing(_) => Ok(self.row.step_inside(byte, at)),
        }
    }

    #[inline]
    fn end_cell(&mut self, byte: u8, at: usize) -> Result<Step> {
        self.row.close_cell(at, self.limits.max_columns).ok_or_else(|| self.too_many_columns())?;
        Ok(if is_line_end(byte) { Step::RowEnd } else { Step::On })
    }

    /// Goes back to the quote that opened, to take it as an ordinary character.
    fn reread(&mut self, at: usize) -> Result<()> {
        self.quote_unclosed.note(self.row(), 1);
        self.bytes_reread += (at - self.row.cell_start) as u64;
        if self.bytes_reread > self.limits.max_reread_bytes.saturating_add(4 * self.bytes_before) {
            return Err(Error::new(Code::QuotesDamaged).at_row(self.row()));
        }
        self.row.forget_quotes();
        self.scanned = self.row.cell_start + 1;
        Ok(())
    }

    /// The row is longer than it may be: because of open quotes, or really.
    fn give_up_quotes(&mut self) -> Result<()> {
        let limit = self.limits.max_row_bytes;
        if self.row.mode == Mode::Plain {
            return Err(Error::new(Code::RowTooLong).at_row(self.row()).with_number("limit", limit as u64));
        }
        self.reread(limit)
    }

    fn too_many_columns(&self) -> Error {
        let limit = self.limits.max_columns as u64;
        Error::new(Code::TooManyColumns).at_row(self.row()).with_number("limit", limit)
    }

    /// Where the next row starts, when this one ended at `end`.
    #[inline]
    fn after_line_end(&mut self, buffer: &[u8], end: usize) -> usize {
        if buffer.get(end) != Some(&b'\r') {
            return end + 1;
        }
        self.after_return = end + 1 == buffer.len();
        if buffer.get(end + 1) == Some(&b'\n') { end + 2 } else { end + 1 }
    }

    /// Takes a row of so many bytes as split.
    #[cfg_attr(hot, optimize(speed))]
    fn emit(&mut self, buffer: &[u8], len: usize, sink: &mut impl Sink) -> Result<()> {
        let bytes = buffer.get(self.row.base..self.row.base + len).unwrap_or_default();
        let is_doubled = !self.row.doubled.is_empty();
        if is_doubled {
            self.hand_on(buffer, sink)?;
        }
        self.rows += 1;
        if std::mem::take(&mut self.high) {
            self.tally.look(self.rows, bytes);
        }
        self.only_white_space = self.only_white_space && bytes.trim_ascii().is_empty();
        self.bytes_before += len as u64 + 1;
        if is_doubled {
            self.undouble(buffer);
            let width = [u32::try_from(self.undoubled_spans.len()).unwrap_or_default()];
            sink.rows(Rows::new(self.rows, &self.undoubled, &self.undoubled_spans, &width))?;
            self.row.spans.clear();
        } else {
            self.ends.push(u32::try_from(self.row.spans.len()).unwrap_or_default());
        }
        self.row.next();
        Ok(())
    }

    /// Copies the row with doubled quotes made single, so that cells are plain
    /// bytes for everyone after.
    fn undouble(&mut self, buffer: &[u8]) {
        self.undoubled.clear();
        self.undoubled_spans.clear();
        let mut doubled = self.row.doubled.iter().copied().peekable();
        for (index, span) in self.row.spans.iter().enumerate().skip(self.row.first) {
            let cell = buffer.get(span.range()).unwrap_or_default();
            let start = self.undoubled.len();
            if doubled.next_if_eq(&index).is_some() {
                append_undoubled(cell, &mut self.undoubled);
            } else {
                self.undoubled.extend_from_slice(cell);
            }
            self.undoubled_spans.push(Span::new(start, self.undoubled.len()));
        }
    }
}
