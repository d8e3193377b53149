//! One field against another.

use super::{
    answers::{Answer, Axis, MissingCounts},
    bands::Bands,
    coded::{Coded, has_several, known, short},
    distribution::indicator,
    filter::Rows,
};
use crate::{
    cases::Cases,
    catalog::{Field, Lang},
    report::{Crosstab, CrosstabCell, CrosstabColumn, CrosstabRow, Figures, Indicator},
    stats::Tally,
};

/// The indicator's id.
const ID: &str = "kruistabel";

/// Counts by pair of codes, of the cases with both answers. A case with
/// several answers counts once in each of its rows, columns and cells.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    row: Axis,
    column: Axis,
    row_totals: Tally,
    column_totals: Tally,
    /// By key of the row, then of the column.
    cells: Vec<Tally>,
    known: u64,
    missing: MissingCounts,
}

impl Pairs {
    #[inline(never)]
    pub(super) fn of(
        row: &'static Field,
        column: &'static Field,
        cases: &Cases,
        rows: &Rows,
        bands: &Bands,
    ) -> Self {
        let mut pairs = Self {
            row: Axis::of(row, cases, bands),
            column: Axis::of(column, cases, bands),
            row_totals: Tally::default(),
            column_totals: Tally::default(),
            cells: Vec::new(),
            known: 0,
            missing: MissingCounts::default(),
        };
        let answer = |field: &Field| if has_several(field) { several } else { one };
        let (as_row, as_column) = (answer(row), answer(column));
        let (mut row, mut column) = (Coded::answers(cases, row, bands), Coded::answers(cases, column, bands));
        for block in rows.blocks(cases) {
            for (&row, &column) in row.read(&block).iter().zip(column.read(&block)) {
                pairs.add(as_row(row), as_column(column));
            }
        }
        pairs
    }

    /// Counts one case. Without both answers it is missing for the reason of
    /// the row, or else of the column.
    fn add(&mut self, row: Answer, column: Answer) {
        if let Answer::None(reason) = row {
            return self.missing.add(reason);
        }
        if let Answer::None(reason) = column {
            return self.missing.add(reason);
        }
        self.known += 1;
        column.for_each(|key| self.column_totals.add(key));
        row.for_each(|row_key| {
            self.row_totals.add(row_key);
            column.for_each(|column_key| self.add_cell(row_key, column_key, 1));
        });
    }

    fn add_cell(&mut self, row: u16, column: u16, times: u64) {
        let place = usize::from(row);
        if self.cells.len() <= place {
            self.cells.resize_with(place + 1, Tally::default);
        }
        if let Some(cells) = self.cells.get_mut(place) {
            cells.add_times(column, times);
        }
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        let row_here = self.row.adopt(&other.row);
        let column_here = self.column.adopt(&other.column);
        other.row_totals.iter().for_each(|(key, count)| self.row_totals.add_times(row_here(key), count));
        for (key, count) in other.column_totals.iter() {
            self.column_totals.add_times(column_here(key), count);
        }
        for (row, cells) in (0..).zip(&other.cells) {
            for (column, count) in cells.iter() {
                self.add_cell(row_here(row), column_here(column), count);
            }
        }
        self.known += other.known;
        self.missing.merge(other.missing);
    }

    #[inline(never)]
    pub(super) fn finish(&self, lang: Lang) -> Indicator {
        let column_keys = self.column.in_order(&self.column_totals);
        let column = |&key: &u16| CrosstabColumn {
            code: self.column.code(key),
            label: self.column.label(key, lang),
            total: Some(self.column_totals.count(key)),
        };
        let row = |key: u16| CrosstabRow {
            code: self.row.code(key),
            label: self.row.label(key, lang),
            cells: self.row_cells(key, &column_keys),
            total: Some(self.row_totals.count(key)),
        };
        let table = Crosstab {
            row: self.row.field().id.to_owned(),
            column: self.column.field().id.to_owned(),
            columns: column_keys.iter().map(column).collect(),
            rows: self.row.in_order(&self.row_totals).into_iter().map(row).collect(),
            total: self.known,
        };
        indicator(ID, self.known, self.missing, Figures::Crosstab(table))
    }

    fn row_cells(&self, row: u16, columns: &[u16]) -> Vec<CrosstabCell> {
        let counts = self.cells.get(usize::from(row));
        let cell = |&key: &u16| CrosstabCell {
            code: self.column.code(key),
            count: Some(counts.map_or(0, |counts| counts.count(key))),
            status: None,
        };
        columns.iter().map(cell).collect()
    }
}

/// The answer with this code, of a field with one.
fn one(code: u32) -> Answer {
    known(code).map_or_else(Answer::None, |key| Answer::One(short(key)))
}

/// The answers with this code, of a field with several.
fn several(code: u32) -> Answer {
    known(code).map_or_else(Answer::None, Answer::Several)
}
