//! Rows that stand further on in a file of which only the head was read: as a
//! whole file, but for what its head alone can tell.

use super::{Body, Limits, Noted, Reading, Sink, Splitter, Transcoder, choose};
use crate::error::Result;

/// Reads a stretch of a file's rows. It begins where a row begins.
#[derive(Debug)]
pub struct Further {
    body: Body,
    /// The file's byte order mark, until it is known whether the stretch begins with it.
    mark: Vec<u8>,
    /// First bytes, while these are fewer than the mark.
    first: Vec<u8>,
    ends: Ends,
    names_separator: bool,
}

/// How a stretch begins and ends: whether it was cut where a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// No bytes at all.
    pub empty: bool,
    /// The first byte is a line feed: it may belong to a carriage return before it.
    pub begins_with_line_feed: bool,
    /// The last byte is a carriage return.
    pub ends_with_return: bool,
    /// The last row ends in a line end, outside quotes.
    pub between_rows: bool,
}

impl Further {
    /// For the file that begins with these bytes: enough of them to choose
    /// encoding and separator as for the whole file, or all of it.
    ///
    /// # Errors
    ///
    /// As [`Intake::feed`](super::Intake::feed) on bytes that are not text.
    pub fn new(head: &[u8], limits: Limits) -> Result<Self> {
        let most = limits.head_bytes();
        let whole = head.len() < most;
        let head = head.get(..most).unwrap_or(head);
        let mut text = Vec::new();
        let (transcoder, dialect, mark, _) = choose(head, whole, &limits, &mut text)?;
        let body = Body {
            // Of its own: the one that read the head may be within a character.
            transcoder: Transcoder::new(transcoder.encoding()),
            splitter: Splitter::new(dialect.separator, limits, mark > 0),
            text: Vec::new(),
            nul_bytes: Noted::default(),
        };
        Ok(Self {
            body,
            mark: head.get(..mark).unwrap_or_default().to_vec(),
            first: Vec::new(),
            ends: Ends {
                empty: true,
                begins_with_line_feed: false,
                ends_with_return: false,
                between_rows: true,
            },
            names_separator: dialect.skip > 0,
        })
    }

    /// Whether the file begins with a line that names the separator, which is no row.
    pub fn names_separator(&self) -> bool {
        self.names_separator
    }

    /// Reads the next bytes, and gives the rows that end in them to the sink.
    ///
    /// # Errors
    ///
    /// As [`Intake::feed`](super::Intake::feed).
    pub fn feed(&mut self, chunk: &[u8], sink: &mut impl Sink) -> Result<()> {
        if let Some(&last) = chunk.iter().rev().find(|byte| **byte != 0) {
            self.ends.ends_with_return = last == b'\r';
        }
        if chunk.is_empty() || !self.ends.empty {
            return self.body.feed(chunk, sink);
        }
        self.first.extend_from_slice(chunk);
        if self.first.len() < self.mark.len().max(2) {
            return Ok(());
        }
        self.begin(sink)
    }

    /// Reads the first bytes, without a mark.
    fn begin(&mut self, sink: &mut impl Sink) -> Result<()> {
        let first = std::mem::take(&mut self.first);
        let rows = first.strip_prefix(self.mark.as_slice()).unwrap_or(&first);
        self.ends.empty = first.is_empty();
        self.ends.begins_with_line_feed = matches!(rows, [b'\n', ..] | [0, b'\n', ..]);
        self.body.feed(rows, sink)
    }

    /// Reads what is left, which may be nothing at all.
    ///
    /// # Errors
    ///
    /// As [`Intake::feed`](super::Intake::feed).
    pub fn finish(mut self, sink: &mut impl Sink) -> Result<(Reading, Ends)> {
        if self.ends.empty {
            self.begin(sink)?;
        }
        let Self { body, mut ends, .. } = self;
        ends.between_rows = body.transcoder.is_between_characters() && body.splitter.is_between_rows();
        let (reading, _) = body.read_rest(sink)?;
        Ok((reading, ends))
    }
}
