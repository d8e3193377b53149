//! Bytes become records: encoding, separator, quotes, row numbers, limits.
//!
//! The only room that reads a file's bytes. It knows no headings, no dates and
//! no meaning, and drops no row: title rows, blank rows and total rows go to
//! the [`Sink`] like all others. Nothing but the head of the file and the
//! current row is held in memory.
//!
//! ```
//! use ben_monitor::error::Result;
//! use ben_monitor::intake::{Intake, Limits, Record, Sink};
//!
//! struct Ages(Vec<String>);
//! impl Sink for Ages {
//!     fn record(&mut self, record: &Record<'_>) -> Result<()> {
//!         self.0.push(record.cell(1).text().into_owned());
//!         Ok(())
//!     }
//! }
//!
//! let mut ages = Ages(Vec::new());
//! let mut intake = Intake::new(Limits::default());
//! intake.feed(b"regio;leeftijd\r\nTwen", &mut ages)?;
//! intake.feed(b"te;15\r\n", &mut ages)?;
//! let reading = intake.finish(&mut ages)?;
//! assert_eq!(ages.0, ["leeftijd", "15"]);
//! assert_eq!((reading.separator, reading.rows), (b';', 2));
//! # Ok::<(), ben_monitor::error::Error>(())
//! ```

mod dialect;
mod encoding;
mod further;
#[cfg(test)]
mod hostile;
mod record;
mod records;
mod row;
mod rows;
mod scan;
mod sniff;

use crate::error::{Code, Error, Result};
use crate::finding::MAX_ROWS;
use dialect::Dialect;
pub use encoding::Encoding;
use encoding::Transcoder;
pub use further::{Ends, Further};
pub use record::{Cell, KeptRecord, Record};
use records::Splitter;
pub use rows::Rows;
pub use scan::{Block, Finder};

/// Fewest bytes that a head may have: enough for any mark, magic number or `sep=` line.
const LEAST_HEAD_BYTES: usize = 64;

/// Beyond these a file is refused, so that no input can fill the memory or keep
/// the reader busy.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes at the start of a file from which encoding and separator are
    /// chosen; held in memory until then. Default 256 KiB, at least 64 bytes.
    pub head_bytes: usize,
    /// Longest row, in bytes of text without its line ending. Default 1 MiB: a
    /// real row of a monitor file has a few hundred.
    pub max_row_bytes: usize,
    /// Most cells in a row. Default 1,000.
    pub max_columns: usize,
    /// Bytes that may be read a second time because of quotes that do not
    /// close, on top of four times what was read so far. Default 64 MiB.
    pub max_reread_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { head_bytes: 256 << 10, max_row_bytes: 1 << 20, max_columns: 1000, max_reread_bytes: 64 << 20 }
    }
}

impl Limits {
    fn head_bytes(&self) -> usize {
        self.head_bytes.max(LEAST_HEAD_BYTES)
    }
}

/// Takes the records of a file, in order.
pub trait Sink {
    /// One row; an error ends the reading and is handed to the caller.
    fn record(&mut self, record: &Record<'_>) -> Result<()>;

    /// Rows that follow each other: for a sink that is faster with many than one by one.
    fn rows(&mut self, rows: Rows<'_>) -> Result<()> {
        (0..rows.len()).try_for_each(|place| self.record(&rows.row(place)))
    }
}

/// Something noticed in rows: how many times, and the first [`MAX_ROWS`] row numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noted {
    /// How many times.
    pub count: u64,
    /// Row numbers as a person sees them, each once, ascending.
    pub rows: Vec<u64>,
}

impl Noted {
    fn note(&mut self, row: u64, times: u64) {
        self.count += times;
        if self.rows.len() < MAX_ROWS && self.rows.last() != Some(&row) {
            self.rows.push(row);
        }
    }
}

/// How a file was understood, known when its end is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// How characters are written.
    pub encoding: Encoding,
    /// The byte between cells; a newline (`\n`) when every row is one cell.
    pub separator: u8,
    /// Rows given to the sink, blank ones included.
    pub rows: u64,
    /// Rows with a quote that opens and does not close; it was taken as an ordinary character.
    pub quote_unclosed_rows: Noted,
    /// NUL bytes that were left out; `count` is in bytes.
    pub nul_bytes: Noted,
    /// Rows of a UTF-8 file that are not UTF-8: their odd cells were read as Windows-1252.
    pub mixed_rows: Noted,
}

/// Reads one file, fed in chunks of any size; chunking never changes the result.
#[derive(Debug)]
pub struct Intake {
    limits: Limits,
    finder: Option<Finder>,
    head: Vec<u8>,
    body: Option<Body>,
}

/// What reads on once the head has told how.
#[derive(Debug)]
struct Body {
    transcoder: Transcoder,
    text: Vec<u8>,
    splitter: Splitter,
    nul_bytes: Noted,
}

impl Intake {
    /// A reader for one file.
    pub fn new(limits: Limits) -> Self {
        Self { limits, finder: None, head: Vec::new(), body: None }
    }

    /// The same reader with a faster way to find separators, quotes and line ends.
    #[must_use]
    pub fn with_finder(self, finder: Option<Finder>) -> Self {
        Self { finder, ..self }
    }

    /// Reads the next bytes, and gives the rows that end in them to the sink.
    ///
    /// Fails on bytes that are not text ([`Code::NotText`], [`Code::Spreadsheet`]),
    /// on a row beyond the limits ([`Code::RowTooLong`], [`Code::TooManyColumns`]),
    /// on hopeless quotes ([`Code::QuotesDamaged`]), or when the sink fails.
    pub fn feed(&mut self, chunk: &[u8], sink: &mut impl Sink) -> Result<()> {
        if let Some(body) = &mut self.body {
            return body.feed(chunk, sink);
        }
        let head_bytes = self.limits.head_bytes();
        let missing = head_bytes.saturating_sub(self.head.len());
        let (head, rest) = chunk.split_at(missing.min(chunk.len()));
        self.head.extend_from_slice(head);
        if self.head.len() < head_bytes {
            return Ok(());
        }
        self.open(false, sink)?.feed(rest, sink)
    }

    /// Reads what is left at the end of the file, and says how the file was understood.
    ///
    /// Fails as [`Intake::feed`] does, and with [`Code::Empty`] when there was
    /// nothing but white space.
    pub fn finish(mut self, sink: &mut impl Sink) -> Result<Reading> {
        if self.body.is_none() {
            self.open(true, sink)?;
        }
        self.body.ok_or_else(|| Error::new(Code::Empty))?.finish(sink)
    }

    /// Chooses encoding and separator from the head, and reads the head.
    fn open(&mut self, whole: bool, sink: &mut impl Sink) -> Result<&mut Body> {
        let head = std::mem::take(&mut self.head);
        let mut text = Vec::new();
        let (transcoder, dialect, mark, content) = choose(&head, whole, &self.limits, &mut text)?;
        let mut body = Body {
            transcoder,
            text: Vec::new(),
            splitter: Splitter::new(dialect.separator, self.limits.clone(), mark > 0)
                .with_finder(self.finder.take()),
            nul_bytes: Noted::default(),
        };
        body.read(content.get(dialect.skip..).unwrap_or_default(), sink)?;
        Ok(self.body.insert(body))
    }
}

/// Encoding and separator by the head, the length of its byte order mark, and
/// the rest of it as text.
fn choose<'a>(
    head: &'a [u8],
    whole: bool,
    limits: &Limits,
    text: &'a mut Vec<u8>,
) -> Result<(Transcoder, Dialect, usize, &'a [u8])> {
    sniff::refuse_known_formats(head)?;
    let (encoding, mark) = encoding::detect(head);
    let mut transcoder = Transcoder::new(encoding);
    let content = transcoder.push(head.get(mark..).unwrap_or_default(), text);
    sniff::refuse_control_bytes(content)?;
    let dialect = dialect::detect(content, whole, limits);
    Ok((transcoder, dialect, mark, content))
}

impl Body {
    fn feed(&mut self, chunk: &[u8], sink: &mut impl Sink) -> Result<()> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        // The transcoder borrows the chunk itself when nothing needs transcoding.
        let mut transcoder = std::mem::take(&mut self.transcoder);
        let outcome = self.read(transcoder.push(chunk, &mut text), sink);
        self.transcoder = transcoder;
        self.text = text;
        outcome
    }

    /// Splits text into records, leaving out NUL bytes.
    fn read(&mut self, text: &[u8], sink: &mut impl Sink) -> Result<()> {
        let mut rest = text;
        if !scan::holds_nul(text) {
            return self.splitter.feed(text, sink);
        }
        while let Some(at) = memchr::memchr(0, rest) {
            let (before, from_nul) = rest.split_at(at);
            self.splitter.feed(before, sink)?;
            let run = from_nul.iter().take_while(|&&byte| byte == 0).count();
            self.nul_bytes.note(self.splitter.row(), run as u64);
            rest = from_nul.get(run..).unwrap_or_default();
        }
        self.splitter.feed(rest, sink)
    }

    fn finish(self, sink: &mut impl Sink) -> Result<Reading> {
        let (reading, only_white_space) = self.read_rest(sink)?;
        if only_white_space { Err(Error::new(Code::Empty)) } else { Ok(reading) }
    }

    /// Reads what is left; answers whether there was nothing but white space too.
    fn read_rest(mut self, sink: &mut impl Sink) -> Result<(Reading, bool)> {
        let mut text = Vec::new();
        self.transcoder.finish(&mut text);
        self.read(&text, sink)?;
        let split = self.splitter.finish(sink)?;
        let (encoding, mixed_rows) = split.tally.conclude(self.transcoder.encoding());
        let reading = Reading {
            encoding,
            separator: split.separator,
            rows: split.rows,
            quote_unclosed_rows: split.quote_unclosed,
            nul_bytes: self.nul_bytes,
            mixed_rows,
        };
        Ok((reading, split.only_white_space))
    }
}
