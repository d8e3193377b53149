//! The slow outsider: writes out every table of whole numbers that fits what is published. Knows nothing of
//! networks.

use ben_monitor::disclosure::table::{Pattern, Table};

/// What is looked for: a rectangle of numbers, each within a range, with these sums of rows and columns.
pub(crate) struct Fitting {
    pub(crate) ranges: Vec<(u64, u64)>,
    pub(crate) rows: Vec<u64>,
    pub(crate) columns: Vec<u64>,
}

impl Fitting {
    /// Hands on every rectangle that fits, row after row.
    pub(crate) fn each(&self, told: &mut dyn FnMut(&[u64])) {
        let mut cells = Vec::new();
        self.further(&mut cells, self.rows.clone(), self.columns.clone(), told);
    }

    fn further(&self, cells: &mut Vec<u64>, rows: Vec<u64>, columns: Vec<u64>, told: &mut dyn FnMut(&[u64])) {
        let next = cells.len();
        if next == self.ranges.len() {
            told(cells);
            return;
        }
        let (row, column) = (next / self.columns.len(), next % self.columns.len());
        let last_of_row = column + 1 == self.columns.len();
        let last_of_column = row + 1 == self.rows.len();
        let (low, high) = self.ranges[next];
        for value in low..=high.min(rows[row]).min(columns[column]) {
            let (left, below) = (rows[row] - value, columns[column] - value);
            if (last_of_row && left > 0) || (last_of_column && below > 0) {
                continue;
            }
            let (mut rows, mut columns) = (rows.clone(), columns.clone());
            (rows[row], columns[column]) = (left, below);
            cells.push(value);
            self.further(cells, rows, columns, told);
            cells.pop();
        }
    }

    /// The least and the most of each cell, over all that fit and that also pass.
    pub(crate) fn bounds(&self, passes: &dyn Fn(&[u64]) -> bool) -> Vec<(u64, u64)> {
        let mut bounds = vec![(u64::MAX, 0); self.ranges.len()];
        self.each(&mut |cells| {
            // Those that widen nothing need not be tried.
            let widens = bounds.iter().zip(cells).any(|((low, high), value)| value < low || value > high);
            if widens && passes(cells) {
                for ((low, high), value) in bounds.iter_mut().zip(cells) {
                    (*low, *high) = ((*low).min(*value), (*high).max(*value));
                }
            }
        });
        bounds
    }
}

/// The interval of each hidden cell when all else is shown exactly, in the order of the places.
pub(crate) fn intervals(table: &Table, hidden: &Pattern, least: u64) -> Vec<(u64, u64)> {
    let range =
        |place| if hidden.hides(place) { (least, u64::MAX) } else { (table.at(place), table.at(place)) };
    let fitting = Fitting {
        ranges: table.shape().inner().map(range).collect(),
        rows: table.row_margins(),
        columns: table.column_margins(),
    };
    let bounds = fitting.bounds(&|_| true);
    table
        .shape()
        .inner()
        .zip(bounds)
        .filter(|(place, _)| hidden.hides(*place))
        .map(|(_, bounds)| bounds)
        .collect()
}

/// Whether these counts can have been published so: with values rounded to less than the base away, as
/// they were where they are shown, that add up to the published sums.
pub(crate) fn can_be_rounded(counts: &[u64], rounded: &Table, hidden: &Pattern, base: u64) -> bool {
    let shape = rounded.shape();
    let multiples = |(place, count): (usize, &u64)| {
        if hidden.hides(place) {
            (count / base, count.div_ceil(base))
        } else {
            (rounded.at(place) / base, rounded.at(place) / base)
        }
    };
    let by_base = |sums: Vec<u64>| sums.into_iter().map(|sum| sum / base).collect();
    let fitting = Fitting {
        ranges: shape.inner().zip(counts).map(multiples).collect(),
        rows: by_base(rounded.row_margins()),
        columns: by_base(rounded.column_margins()),
    };
    let mut can = false;
    fitting.each(&mut |_| can = true);
    can
}
