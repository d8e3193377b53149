//! Reads a stretch of a file's rows as if all rows before it had been read:
//! what every column is for is decided on the head of the whole file.
//!
//! A stretch may begin with the head's rows down to the headings, or with its
//! row of headings alone, as engines write their partitions; those are passed
//! over. Any other row is a row below the headings.

use super::{
    Cleaner, Stage, Wishes, headings::Headings, left_out::LeftOut, row::HeldRow, row::Row, table::Table,
};
use crate::{
    error::Result,
    intake::{Record, Sink},
};

/// Takes the records of a head, and then those of a stretch.
#[derive(Debug)]
pub struct Stretch {
    cleaner: Cleaner,
    /// Rows of the head down to the headings; while the head is read all of it.
    head: Vec<HeldRow>,
    in_head: bool,
    /// First rows of the stretch that are those of the head so far.
    again: Vec<HeldRow>,
    /// Whether the stretch may still begin with rows of the head.
    may_begin: bool,
    /// Rows of the head and those that were passed over.
    before: u64,
}

impl Stretch {
    /// To be fed the head first.
    pub fn new(cleaner: Cleaner) -> Self {
        Self { cleaner, head: Vec::new(), in_head: true, again: Vec::new(), may_begin: true, before: 0 }
    }

    /// The head has been read: decides on it, and forgets its cases.
    ///
    /// # Errors
    ///
    /// As [`Cleaner::finish`].
    pub fn end_head(&mut self) -> Result<()> {
        if let Stage::Above(sample) = &mut self.cleaner.stage {
            let sample = std::mem::take(sample);
            self.cleaner.begin(&sample.rows)?;
        }
        self.in_head = false;
        let Stage::Below(below) = &mut self.cleaner.stage else { return Ok(()) };
        let (first, last) = below.header;
        self.head.retain(|row| row.number() <= last);
        let levels: Vec<HeldRow> = self.head.iter().filter(|row| row.number() >= first).cloned().collect();
        let wanted = &self.cleaner.wanted;
        let left_out = LeftOut::new(Headings::new(wanted), &levels, &below.columns);
        let Wishes { keep_rows, .. } = wanted.reading;
        below.table =
            Table::new(&below.columns, wanted, self.cleaner.today, Some(left_out).filter(|_| !keep_rows));
        Ok(())
    }

    /// How many rows have been met so far that are no rows of the stretch.
    pub fn before(&self) -> u64 {
        self.before
    }

    /// What reads the rows, and how many rows stand before the first of them.
    ///
    /// # Errors
    ///
    /// As [`Cleaner::finish`].
    pub fn end(mut self) -> Result<(Cleaner, u64)> {
        self.give_back()?;
        Ok((self.cleaner, self.before))
    }

    /// The stretch turned out to begin with other rows.
    fn give_back(&mut self) -> Result<()> {
        self.may_begin = false;
        std::mem::take(&mut self.again).iter().try_for_each(|row| self.cleaner.record(&row.record()))
    }

    /// Whether this row is passed over, for now or for good.
    fn is_of_head(&mut self, record: &Record<'_>) -> bool {
        let place = self.again.len();
        let row = HeldRow::hold(record);
        // The line that tells Excel the separator is no row; in the middle of what is read it looks like one.
        let first = row.cells().first().map(|cell| cell.trim_start_matches('\u{feff}'));
        if place == 0
            && record.number() == self.before + 1
            && first.is_some_and(|cell| cell.starts_with("sep="))
        {
            self.before = record.number();
            return true;
        }
        let is = |held: Option<&HeldRow>| held.is_some_and(|held| same(held, &row));
        let is_headings = place == 0 && is(self.head.last());
        let is_next = is(self.head.get(place));
        if is_headings || (is_next && place + 1 == self.head.len()) {
            self.before = record.number();
            self.again.clear();
            self.may_begin = false;
        } else if is_next {
            self.again.push(row);
        }
        is_headings || is_next
    }
}

impl Sink for Stretch {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        if self.in_head {
            self.before = record.number();
            self.head.push(HeldRow::hold(record));
            return self.cleaner.record(record);
        }
        if self.may_begin {
            if self.is_of_head(record) {
                return Ok(());
            }
            self.give_back()?;
        }
        self.cleaner.record(record)
    }
}

/// Whether two rows say the same, whatever mark of byte order stands before the first cell.
fn same(one: &HeldRow, other: &HeldRow) -> bool {
    let bare = |row: &HeldRow| -> Vec<String> {
        row.cells().iter().map(|cell| cell.trim_start_matches('\u{feff}').to_owned()).collect()
    };
    bare(one) == bare(other)
}
