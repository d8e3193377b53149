//! The row that is being read: its cells so far and its quotes. Takes one
//! special byte at a time; knows no buffers and no limits but the columns'.

use super::record::Span;

/// Where the splitter is within a cell. Places count from the start of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Outside quotes.
    Plain,
    /// Inside quotes.
    Quoted,
    /// Inside quotes, after a quote at this place that may close them.
    Closing(usize),
}

/// The row that is being read. Places count from its start, but those in
/// `spans`: these count from the start of the text, as those of the rows before
/// it that are still to be handed on.
#[derive(Debug)]
pub(super) struct Row {
    /// Where it starts in the text.
    pub(super) base: usize,
    pub(super) spans: Vec<Span>,
    /// The place of its first cell in `spans`.
    pub(super) first: usize,
    /// Cells that hold doubled quotes, by their place in `spans`.
    pub(super) doubled: Vec<usize>,
    pub(super) cell_start: usize,
    pub(super) mode: Mode,
    /// Whether the quotes that are open hold a line end.
    pub(super) line_end_inside: bool,
    /// Quotes that don't close were found: all quotes are ordinary characters.
    pub(super) quotes_off: bool,
}

/// What a special byte led to.
pub(super) enum Step {
    On,
    RowEnd,
    /// Go back to where `scanned` says.
    Reread,
}

impl Row {
    pub(super) fn new() -> Self {
        Self {
            base: 0,
            spans: Vec::new(),
            first: 0,
            doubled: Vec::new(),
            cell_start: 0,
            mode: Mode::Plain,
            line_end_inside: false,
            quotes_off: false,
        }
    }

    /// Goes on with the next row.
    #[inline]
    pub(super) fn next(&mut self) {
        self.first = self.spans.len();
        self.doubled.clear();
        self.cell_start = 0;
        self.mode = Mode::Plain;
        self.quotes_off = false;
    }

    /// A special byte inside quotes.
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn step_inside(&mut self, byte: u8, at: usize) -> Step {
        self.mode = if byte == b'"' { Mode::Closing(at) } else { Mode::Quoted };
        self.line_end_inside |= is_line_end(byte);
        Step::On
    }

    /// The quote that may have closed was the first of two.
    pub(super) fn double(&mut self) {
        self.mode = Mode::Quoted;
        if self.doubled.last() != Some(&self.spans.len()) {
            self.doubled.push(self.spans.len());
        }
    }

    pub(super) fn forget_quotes(&mut self) {
        self.mode = Mode::Plain;
        self.quotes_off = true;
        self.doubled.pop_if(|cell| *cell == self.spans.len());
    }

    /// Ends the cell at this place; `None` when there are too many.
    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    pub(super) fn close_cell(&mut self, end: usize, max_columns: usize) -> Option<()> {
        let (start, content_end) = match self.mode {
            Mode::Closing(quote) => (self.cell_start + 1, quote),
            _ => (self.cell_start, end),
        };
        self.mode = Mode::Plain;
        self.cell_start = end + 1;
        let span = Span::new(self.base + start, self.base + content_end);
        (self.spans.len() - self.first < max_columns).then(|| self.spans.push(span))
    }

    /// The text before the row is gone, with its rows: places count from the row itself.
    pub(super) fn rebase(&mut self) {
        self.spans.drain(..self.first);
        for span in &mut self.spans {
            *span = Span::new(span.start as usize - self.base, span.end as usize - self.base);
        }
        self.doubled.iter_mut().for_each(|cell| *cell -= self.first);
        (self.base, self.first) = (0, 0);
    }
}

#[inline]
pub(super) fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether nothing but spaces and tabs stands between two places.
pub(super) fn only_spaces(bytes: &[u8], from: usize, to: usize) -> bool {
    #[cfg(test)]
    super::scan::work::add(to - from);
    bytes.get(from..to).unwrap_or_default().iter().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// The content of quotes, with each two quotes as one, from left to right.
pub(super) fn append_undoubled(cell: &[u8], out: &mut Vec<u8>) {
    let mut rest = cell;
    while let Some(at) = memchr::memchr(b'"', rest) {
        out.extend_from_slice(rest.get(..=at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    }
    out.extend_from_slice(rest);
}
