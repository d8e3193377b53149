//! Reads a stretch of a file's rows as if all rows before it had been read:
//! what every column is for is decided on the head of the whole file.
//!
//! A stretch may begin with rows of the head down to the headings, all of them
//! or its row of headings alone, as engines write their partitions; those are
//! passed over. Any other row is a row below the headings.

use super::{
    Cleaner, Stage, Wishes, headings::Headings, left_out::LeftOut, row::HeldRow, row::Row, table::Table,
};
use crate::{
    error::Result,
    intake::{Further, Limits, Record, Sink},
};

/// Takes the records of a head, and then those of a stretch.
#[derive(Debug)]
pub struct Stretch {
    cleaner: Cleaner,
    /// The head's rows down to the headings, as further rows are read.
    head: Vec<HeldRow>,
    /// First rows of the stretch that are those of the head so far.
    again: Vec<HeldRow>,
    /// Whether the stretch may still begin with rows of the head.
    may_begin: bool,
    /// Rows that were passed over.
    before: u64,
}

/// What was read of a stretch.
#[derive(Debug)]
pub struct StretchRead {
    /// Its rows.
    pub cleaner: Cleaner,
    /// How many rows were passed over before them.
    pub before: u64,
    /// The stretch ends above the headings.
    pub ends_above: bool,
}

impl Stretch {
    /// To be fed the head first.
    pub fn new(cleaner: Cleaner) -> Self {
        Self { cleaner, head: Vec::new(), again: Vec::new(), may_begin: false, before: 0 }
    }

    /// Whether so much of the head has been read that all is decided.
    pub fn is_decided(&self) -> bool {
        matches!(self.cleaner.stage, Stage::Below(_))
    }

    /// The head has been read: decides on it, and forgets its cases. `head` are
    /// its bytes, which a stretch may begin with.
    ///
    /// # Errors
    ///
    /// As [`Cleaner::finish`].
    pub fn end_head(&mut self, head: &[u8]) -> Result<()> {
        if let Stage::Above(sample) = &mut self.cleaner.stage {
            let sample = std::mem::take(sample);
            self.cleaner.begin(&sample.rows)?;
        }
        let Stage::Below(below) = &mut self.cleaner.stage else { return Ok(()) };
        let mut again = Further::new(head, Limits::default())?;
        let named = u64::from(again.names_separator());
        let (first, last) = (below.header.0 + named, below.header.1 + named);
        let mut beginning = Beginning { rows: Vec::new(), most: last };
        again.feed(head, &mut beginning)?;
        again.finish(&mut beginning)?;
        self.head = beginning.rows;
        let levels: Vec<HeldRow> = self.head.iter().filter(|row| row.number() >= first).cloned().collect();
        let wanted = &self.cleaner.wanted;
        let left_out = LeftOut::new(Headings::new(wanted), &levels, &below.columns);
        let Wishes { keep_rows, .. } = wanted.reading;
        below.table =
            Table::new(&below.columns, wanted, self.cleaner.today, Some(left_out).filter(|_| !keep_rows));
        self.may_begin = true;
        Ok(())
    }

    /// What was read.
    ///
    /// # Errors
    ///
    /// As [`Cleaner::finish`].
    pub fn end(mut self) -> Result<StretchRead> {
        let ends_above = !self.again.is_empty();
        self.give_back()?;
        Ok(StretchRead { cleaner: self.cleaner, before: self.before, ends_above })
    }

    /// The stretch turned out to begin with other rows.
    fn give_back(&mut self) -> Result<()> {
        self.may_begin = false;
        std::mem::take(&mut self.again).iter().try_for_each(|row| self.cleaner.record(&row.record()))
    }

    /// Whether this row is passed over, for now or for good.
    fn is_of_head(&mut self, record: &Record<'_>) -> bool {
        self.again.push(HeldRow::hold(record));
        let again = |rows: &[HeldRow]| {
            rows.len() >= self.again.len()
                && rows.iter().zip(&self.again).all(|(one, other)| one.cells() == other.cells())
        };
        let may_be = (0..self.head.len()).any(|start| self.head.get(start..).is_some_and(again));
        let last = self.head.len().checked_sub(self.again.len());
        if last.and_then(|start| self.head.get(start..)).is_some_and(again) {
            self.before = record.number();
            self.again.clear();
            self.may_begin = false;
        } else if !may_be {
            self.again.pop();
        }
        may_be
    }
}

impl Sink for Stretch {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if self.may_begin {
            if self.is_of_head(record) {
                return Ok(());
            }
            self.give_back()?;
        }
        self.cleaner.record(record)
    }
}

/// Holds the first rows.
struct Beginning {
    rows: Vec<HeldRow>,
    most: u64,
}

impl Sink for Beginning {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if record.number() <= self.most {
            self.rows.push(HeldRow::hold(record));
        }
        Ok(())
    }
}
