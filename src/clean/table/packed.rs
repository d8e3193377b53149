//! The rows of one stretch of a file as the bytes of a part, and several
//! stretches put together as one run would have read them.

use super::{Figures, MOST_FIGURES, Table, figures};
use crate::{
    clean::column::packed::Met,
    finding::FindingCode,
    packed::{Packed, Packer, Refusal},
};

/// A last row of numbers alone: sums, or a case.
#[derive(Debug)]
struct Held {
    row: u64,
    figures: Option<Figures>,
    /// The row as a case: a table of its own.
    as_case: Vec<u8>,
}

/// A table that is put together from stretches.
#[derive(Debug)]
pub(in crate::clean) struct Joined {
    pub(in crate::clean) table: Table,
    held: Vec<Held>,
    /// By place of the reader.
    met: Vec<Met>,
    /// The last stretch ends below the headings of another table.
    elsewhere: bool,
}

impl Table {
    /// `before` is the number of rows before the first; `fresh` makes an empty
    /// table for the same columns.
    pub(in crate::clean) fn pack(&self, before: u64, fresh: &dyn Fn() -> Self, to: &mut Packer) {
        to.len(self.cases);
        to.truth(self.left_out.as_ref().is_some_and(|left_out| left_out.elsewhere));
        self.filled.iter().for_each(|&filled| to.number(filled));
        self.rows.pack(before, to);
        self.closed_early.pack(before, to);
        self.identity.pack(before, to);
        self.readers.iter().for_each(|reader| reader.pack(before, to));
        self.parts.iter().for_each(|parts| parts.pack(before, to));
        self.stopped.iter().for_each(|column| column.pack(before, to));
        self.ages.iter().for_each(|ages| ages.pack(before, to));
        to.len(self.figures.len());
        for row in &self.figures {
            to.number(row.number().saturating_sub(before));
            let figures = figures(row);
            to.truth(figures.is_some());
            let figures = figures.unwrap_or_default();
            to.len(figures.len());
            for (at, print) in figures {
                to.len(at);
                to.number(print);
            }
            let mut alone = fresh();
            alone.read_cases(row.rows());
            let mut as_case = Packer::default();
            // By its own number, so that it can be put anywhere.
            alone.pack(row.number(), fresh, &mut as_case);
            to.bytes(&as_case.into_bytes());
        }
    }
}

impl Joined {
    /// Into this table, which is empty.
    pub(in crate::clean) fn new(table: Table) -> Self {
        let met = table.readers.iter().map(|_| Met::default()).collect();
        Self { table, held: Vec::new(), met, elsewhere: false }
    }

    /// Adds the next stretch, `before` rows further on.
    pub(in crate::clean) fn add(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        if self.elsewhere {
            return Err(Refusal::Undecided);
        }
        // Where a case follows, rows of numbers alone are cases too.
        let has_cases = { *from }.count()? > 0;
        let most = if has_cases { 0 } else { MOST_FIGURES };
        self.settle(most)?;
        self.elsewhere = self.add_table(before, from)?;
        for _ in 0..from.count()? {
            let (row, is_figures) = (from.number()? + before, from.truth()?);
            let mut figures = Figures::new();
            for _ in 0..from.count()? {
                figures.push((from.count()?, from.number()?));
            }
            let as_case = from.bytes()?.to_vec();
            self.held.push(Held { row, figures: is_figures.then_some(figures), as_case });
        }
        self.settle(MOST_FIGURES)
    }

    /// The table, when all stretches have been added.
    pub(in crate::clean) fn finish(mut self) -> Result<Table, Refusal> {
        for held in std::mem::take(&mut self.held) {
            if held.figures.as_ref().is_some_and(|figures| self.table.are_sums(figures)) {
                self.table.rows.note(FindingCode::TotalRows, held.row, 1);
            } else {
                self.add_case(&held)?;
            }
        }
        Ok(self.table)
    }

    /// Takes the first of too many held rows for cases.
    fn settle(&mut self, most: usize) -> Result<(), Refusal> {
        let many = self.held.len().saturating_sub(most);
        let cases: Vec<Held> = self.held.drain(..many).collect();
        cases.iter().try_for_each(|held| self.add_case(held))
    }

    fn add_case(&mut self, held: &Held) -> Result<(), Refusal> {
        self.add_table(held.row, &mut Packed::new(&held.as_case)).map(|_| ())
    }

    /// Answers whether the stretch ends below the headings of another table.
    fn add_table(&mut self, before: u64, from: &mut Packed<'_>) -> Result<bool, Refusal> {
        let table = &mut self.table;
        table.cases += from.count()?;
        let elsewhere = from.truth()?;
        for filled in &mut table.filled {
            *filled += from.number()?;
        }
        table.rows.add_packed(before, from)?;
        table.closed_early.add_packed(before, from)?;
        table.identity.add_packed(before, from)?;
        for (reader, met) in table.readers.iter_mut().zip(&mut self.met) {
            reader.add_packed(before, met, from)?;
        }
        table.parts.iter_mut().try_for_each(|parts| parts.add_packed(before, from))?;
        table.stopped.iter_mut().try_for_each(|column| column.add_packed(before, from))?;
        table.ages.iter_mut().try_for_each(|ages| ages.add_packed(before, from))?;
        Ok(elsewhere)
    }
}
