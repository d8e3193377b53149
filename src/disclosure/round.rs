//! Controlled rounding: counts to multiples of a base so that rows, columns and total still add up.
//!
//! Each value goes to the multiple just below or just above it, so that it stays within base − 1, and
//! a multiple stays what it is (*zero-restricted*). That this can always be done in two dimensions follows
//! from the network: the exact table divided by the base is a flow between whole bounds, so there is
//! a whole one (Cox 1987; ESS Handbook on Statistical Disclosure Control, controlled rounding). Of all of
//! them the one nearest to the counts is taken: values start at the nearest multiple, and what then does
//! not add up is mended along the cheapest ways.

use super::{
    audit::ends,
    table::{Shape, Table, at, put},
};

/// Rounded sums that other tables published already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fixed {
    /// Of each row.
    pub rows: Option<Vec<u64>>,
    /// Of each column.
    pub columns: Option<Vec<u64>>,
    /// Of the whole.
    pub total: Option<u64>,
}

/// The rounded table, or none where the fixed sums do not allow one.
///
/// ```
/// use ben_monitor::disclosure::{round::{self, Fixed}, table::Table};
/// let table = Table::new(3, 2, &[1, 0, 3, 3, 12, 20]).expect("six cells");
/// let rounded = round::controlled(&table, 5, &Fixed::default()).expect("there is always one");
/// assert_eq!(rounded.total() % 5, 0);
/// ```
pub fn controlled(table: &Table, base: u64, fixed: &Fixed) -> Option<Table> {
    let mut rounding = Rounding::nearest(table, base, fixed)?;
    rounding.mend()?;
    let shape = table.shape();
    let inner: Vec<u64> = shape.inner().map(|place| at(&rounding.values, place)).collect();
    Table::new(shape.rows, shape.columns, &inner)
}

/// Classes rounded with their total; none where the fixed total does not allow it.
pub fn one_way(counts: &[u64], base: u64, total: Option<u64>) -> Option<Vec<u64>> {
    let table = Table::new(1, counts.len(), counts)?;
    let rounded = controlled(&table, base, &Fixed { total, ..Fixed::default() })?;
    Some(rounded.column_margins())
}

/// Rounded sums of columns, and their total, with which each of these tables can be rounded: tables of the
/// same columns, that have the same sums. The nearest ones first; none where there are none, or where there
/// are too many columns to look further than the first.
pub fn shared(tables: &[&Table], base: u64) -> Option<Fixed> {
    let first = tables.first()?;
    let sums = Table::new(1, first.shape().columns, &first.column_margins())?;
    if tables.iter().any(|table| table.column_margins() != first.column_margins()) {
        return None;
    }
    let fits = |fixed: &Fixed| tables.iter().all(|table| controlled(table, base, fixed).is_some());
    let with =
        |columns: Vec<u64>| Fixed { rows: None, total: Some(columns.iter().sum()), columns: Some(columns) };
    let likely =
        tables.iter().copied().chain([&sums]).filter_map(|table| controlled(table, base, &Fixed::default()));
    likely.map(|rounded| with(rounded.column_margins())).find(|fixed| fits(fixed))
}

/// A table on its way to being rounded.
struct Rounding {
    shape: Shape,
    base: u64,
    /// What stands at each place now: a multiple of the base.
    values: Vec<u64>,
    /// The exact counts.
    exact: Vec<u64>,
    /// Places that may not move.
    held: Vec<bool>,
}

impl Rounding {
    fn nearest(table: &Table, base: u64, fixed: &Fixed) -> Option<Self> {
        let shape = table.shape();
        let exact = table.values().to_vec();
        let nearest = |count: u64| {
            let below = count - count % base;
            if 2 * (count % base) > base { below + base } else { below }
        };
        let mut values: Vec<u64> = exact.iter().map(|count| nearest(*count)).collect();
        let mut held: Vec<bool> = exact.iter().map(|count| count % base == 0).collect();
        for (place, value) in fixed_places(shape, fixed)? {
            if value % base != 0 || value.abs_diff(table.at(place)) >= base {
                return None;
            }
            put(&mut values, place, value);
            put(&mut held, place, true);
        }
        Some(Self { shape, base, values, exact, held })
    }

    /// Moves values until every line adds up.
    fn mend(&mut self) -> Option<()> {
        while let Some(from) = self.node_with(1) {
            let way = self.cheapest_way(from)?;
            for place in way {
                self.turn(place);
            }
        }
        Some(())
    }

    /// From the node that more enters than leaves (1), or the reverse (−1).
    fn node_with(&self, sign: i64) -> Option<usize> {
        self.surplus().iter().position(|surplus| surplus.signum() == sign)
    }

    /// What enters each node less what leaves it, in multiples of the base.
    fn surplus(&self) -> Vec<i64> {
        let mut surplus = vec![0_i64; self.nodes()];
        for place in 0..self.shape.places() {
            let (from, to) = ends(self.shape, place);
            let flow = i64::try_from(at(&self.values, place) / self.base).unwrap_or(i64::MAX);
            let (left, entered) = (at(&surplus, from) - flow, at(&surplus, to) + flow);
            put(&mut surplus, from, left);
            put(&mut surplus, to, entered);
        }
        surplus
    }

    fn nodes(&self) -> usize {
        self.shape.rows + self.shape.columns + 2
    }

    /// The other multiple that a place may have.
    fn turn(&mut self, place: usize) {
        let (value, exact) = (at(&self.values, place), at(&self.exact, place));
        let other = if value > exact { value - self.base } else { value + self.base };
        put(&mut self.values, place, other);
    }

    /// Where the place leads when it is turned, and how much further from the exact counts that is.
    fn step(&self, place: usize) -> Option<(usize, usize, i64)> {
        if at(&self.held, place) {
            return None;
        }
        let (from, to) = ends(self.shape, place);
        let (value, exact) = (at(&self.values, place), at(&self.exact, place));
        let away = i64::try_from(value.abs_diff(exact)).unwrap_or(i64::MAX);
        let cost = i64::try_from(self.base).unwrap_or(i64::MAX) - 2 * away;
        Some(if value > exact { (to, from, cost) } else { (from, to, cost) })
    }

    /// The places to turn on the cheapest way from a node with a surplus to one that lacks (Bellman and
    /// Ford: a turned place is turned back at a gain, but no way round gains).
    fn cheapest_way(&self, from: usize) -> Option<Vec<usize>> {
        let steps: Vec<(usize, (usize, usize, i64))> =
            (0..self.shape.places()).filter_map(|place| self.step(place).map(|step| (place, step))).collect();
        let mut costs: Vec<Option<i64>> = vec![None; self.nodes()];
        let mut came_by: Vec<Option<(usize, usize)>> = vec![None; self.nodes()];
        put(&mut costs, from, Some(0));
        let mut changed = true;
        while changed {
            changed = false;
            for (place, (start, end, cost)) in &steps {
                let Some(there) = at(&costs, *start).map(|so_far| so_far + cost) else { continue };
                if at(&costs, *end).is_none_or(|known| there < known) {
                    put(&mut costs, *end, Some(there));
                    put(&mut came_by, *end, Some((*place, *start)));
                    changed = true;
                }
            }
        }
        let surplus = self.surplus();
        let lacking = (0..self.nodes()).filter(|node| at(&surplus, *node) < 0);
        let reached = lacking.filter_map(|node| at(&costs, node).map(|cost| (cost, node)));
        let (_, mut node) = reached.min()?;
        let mut way = Vec::new();
        while node != from {
            let (place, before) = at(&came_by, node)?;
            way.push(place);
            node = before;
        }
        Some(way)
    }
}

/// The places that are fixed, with their values; none when there are more or fewer than lines.
fn fixed_places(shape: Shape, fixed: &Fixed) -> Option<Vec<(usize, u64)>> {
    let mut places = Vec::new();
    if let Some(rows) = &fixed.rows {
        places.extend(rows.iter().enumerate().map(|(row, value)| (shape.place(row, shape.columns), *value)));
    }
    if let Some(columns) = &fixed.columns {
        let margins = columns.iter().enumerate();
        places.extend(margins.map(|(column, value)| (shape.place(shape.rows, column), *value)));
    }
    places.extend(fixed.total.map(|total| (shape.places() - 1, total)));
    let fits =
        |values: &Option<Vec<u64>>, lines: usize| values.as_ref().is_none_or(|values| values.len() == lines);
    (fits(&fixed.rows, shape.rows) && fits(&fixed.columns, shape.columns)).then_some(places)
}
