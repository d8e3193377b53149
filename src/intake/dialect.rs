//! Which byte stands between cells: chosen from four by how evenly each would
//! cut the head of the file, or named by a first line `sep=`.

use super::record::Record;
use super::records::Splitter;
use super::{Limits, Sink};
use crate::{error::Result, listed::Listed};

/// The separators that are looked for; an earlier one wins a tie. Any other
/// byte needs a `sep=` line.
const CANDIDATES: [u8; 4] = [b';', b',', b'\t', b'|'];

/// No separator: each row is one cell. A line end never gets to be one.
const NONE: u8 = b'\n';

/// How the text is cut.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    pub(super) separator: u8,
    /// Length of the `sep=` line, which is not a row.
    pub(super) skip: usize,
}

/// Chooses from the start of the text; `whole`: it is all there is.
pub(super) fn detect(head: &[u8], whole: bool, limits: &Limits) -> Dialect {
    if let Some(named) = named(head) {
        return named;
    }
    let mut best = (0.0, NONE);
    for separator in CANDIDATES {
        let score = Widths::of(head, whole, separator, limits).score();
        if score > best.0 {
            best = (score, separator);
        }
    }
    Dialect { separator: best.1, skip: 0 }
}

/// A first line `sep=;` or `"sep=;"`, with which Excel is told the separator.
fn named(head: &[u8]) -> Option<Dialect> {
    let end = memchr::memchr2(b'\n', b'\r', head).unwrap_or(head.len());
    let line = head.get(..end)?;
    let bare = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let (name, &[separator]) = bare.split_at_checked(4)? else { return None };
    let possible = separator.is_ascii() && !separator.is_ascii_alphanumeric() && separator != b'"';
    if !name.eq_ignore_ascii_case(b"sep=") || !possible {
        return None;
    }
    let skip = match head.get(end..) {
        Some([b'\r', b'\n', ..]) => end + 2,
        Some([_, ..]) => end + 1,
        _ => end,
    };
    Some(Dialect { separator, skip })
}

/// How many cells the rows of the head have with one separator.
#[derive(Default)]
struct Widths {
    rows: usize,
    by_width: Listed<usize, usize>,
    /// The first row of more than one cell, likely the headings.
    first_wide: Option<usize>,
}

impl Sink for Widths {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if record.len() == 1 && record.is_blank() {
            return Ok(());
        }
        self.rows += 1;
        *self.by_width.entry(record.len()) += 1;
        if self.first_wide.is_none() && record.len() > 1 {
            self.first_wide = Some(record.len());
        }
        Ok(())
    }
}

impl Widths {
    fn of(head: &[u8], whole: bool, separator: u8, limits: &Limits) -> Self {
        let mut widths = Self::default();
        // Too many columns is for the reading to refuse, not a reason to doubt the separator.
        let trial = Limits { max_reread_bytes: head.len() as u64, max_columns: usize::MAX, ..limits.clone() };
        let mut splitter = Splitter::new(separator, trial, false);
        // What goes wrong here goes wrong again when the file is read, and is told then.
        let fed = splitter.feed(head, &mut widths);
        if fed.is_ok() && (whole || widths.rows == 0) {
            splitter.finish(&mut widths).ok();
        }
        widths
    }

    /// Zero when this can't be the separator; more for more cells and for more
    /// even rows. Evenness weighs most: commas in remarks cut rows unevenly.
    #[allow(clippy::cast_precision_loss)] // rows of 256 KiB
    fn score(&self) -> f64 {
        let modal = self.by_width.iter().filter(|(width, _)| **width > 1).max_by_key(|(_, rows)| **rows);
        let Some((&width, &rows)) = modal else { return 0.0 };
        let share = rows as f64 / self.rows as f64;
        let widest = self.by_width.iter().next_back().map(|(width, _)| *width);
        // Rows whose last empty cells were left out are shorter than the headings;
        // in a list of one column most rows have no separator.
        let wide: usize = self.by_width.iter().filter(|(width, _)| **width > 1).map(|(_, rows)| rows).sum();
        let mostly_wide = wide * 2 > self.rows;
        match (share >= 0.5, self.first_wide == widest) {
            (true, _) => share * share * share * (width - 1) as f64,
            (false, _) if !mostly_wide => 0.0,
            (false, true) => 0.125 * (widest.unwrap_or(width) - 1) as f64,
            // Ragged: every row of another width. Better cut so than not at all.
            (false, false) => 0.01 * (width - 1) as f64,
        }
    }
}
