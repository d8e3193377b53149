//! What an outsider can work out of the hidden cells of one two-way table: the exact interval of each.
//!
//! Rows and columns are nodes and each cell is an arc from its row to its column (a margin the other
//! way round), so that tables with the same margins are circulations. How far a cell can rise is what
//! can flow back from its column to its row over the other cells, and how far it can fall the reverse.
//! A network's matrix is totally unimodular: the bounds are whole numbers, attained by whole tables, and
//! equal to those of linear programming (ESS Handbook on Statistical Disclosure Control, chapter on
//! magnitude tables, the attacker's problem; the signs of margins as in τ-ARGUS' network method).

use super::{
    flow::Network,
    table::{Pattern, Shape, Table, at, put},
};

/// The least and the most that a hidden count can be, for who knows all that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The least.
    pub low: u64,
    /// The most.
    pub high: u64,
}

impl Interval {
    /// What an outsider stays unsure about.
    pub fn width(self) -> u64 {
        self.high.saturating_sub(self.low)
    }

    /// What is known when both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }
}

/// The exact interval of each hidden cell, in the order of their places, for an outsider who knows
/// every other cell and that a hidden one is at least `least` (1 where zeros are shown as 0).
///
/// ```
/// use ben_monitor::disclosure::{audit, table::{Pattern, Table}};
/// let table = Table::new(3, 3, &[4, 3, 0, 5, 4, 0, 0, 0, 3]).expect("nine cells");
/// let hidden = Pattern::of(table.shape(), &[(0, 0), (0, 1), (1, 0), (1, 1)]);
/// let (_, interval) = audit::intervals(&table, &hidden, 0)[0];
/// assert_eq!((interval.low, interval.high), (2, 7));
/// ```
pub fn intervals(table: &Table, hidden: &Pattern, least: u64) -> Vec<(usize, Interval)> {
    let range = |place| {
        let value = table.at(place);
        if hidden.hides(place) { (least, u64::MAX) } else { (value, value) }
    };
    let mut outsider = Outsider::new(table.shape(), table.values(), range);
    hidden.places().map(|place| (place, outsider.interval(place))).collect()
}

/// Who knows of each place the least and the most that it can be, and that rows and columns add up.
#[derive(Debug, Clone)]
pub(super) struct Outsider {
    shape: Shape,
    network: Network,
    /// Of each place its pair of arcs, where its value is not known exactly.
    pairs: Vec<Option<usize>>,
    /// Room to rise and to fall, in the order of the arcs.
    rooms: Vec<u64>,
    values: Vec<u64>,
}

impl Outsider {
    /// What is known, as a range for each place, around a table that fits it and adds up.
    pub(super) fn new(shape: Shape, values: &[u64], range: impl Fn(usize) -> (u64, u64)) -> Self {
        let mut network = Network::new(shape.rows + shape.columns + 2);
        let mut pairs = vec![None; shape.places()];
        for place in 0..shape.places() {
            let (low, high) = range(place);
            let value = at(values, place);
            if low < high {
                let (from, to) = ends(shape, place);
                let pair = network.join(from, to, high.saturating_sub(value), value.saturating_sub(low));
                put(&mut pairs, place, Some(pair));
            }
        }
        let rooms = network.rooms().to_vec();
        Self { shape, network, pairs, rooms, values: values.to_vec() }
    }

    /// The exact interval of one place.
    pub(super) fn interval(&mut self, place: usize) -> Interval {
        let value = at(&self.values, place);
        let Some(pair) = at(&self.pairs, place) else { return Interval { low: value, high: value } };
        let (from, to) = ends(self.shape, place);
        let rise = self.round(pair, to, from, at(&self.rooms, 2 * pair));
        let fall = self.round(pair, from, to, at(&self.rooms, 2 * pair + 1));
        Interval { low: value.saturating_sub(fall), high: value.saturating_add(rise) }
    }

    /// How much can flow from one end of a pair to the other without it.
    fn round(&mut self, pair: usize, from: usize, to: usize, most: u64) -> u64 {
        self.network.set(pair, 0, 0);
        let sent = self.network.push(from, to, most);
        self.network.restore(&self.rooms);
        sent
    }
}

/// Where the arc of a place begins and ends: an inner cell and the total go from row to column, other
/// margins from column to row.
pub(super) fn ends(shape: Shape, place: usize) -> (usize, usize) {
    let row = shape.row(place);
    let column = shape.rows + 1 + shape.column(place);
    let is_margin = (row == shape.rows) != (shape.column(place) == shape.columns);
    if is_margin { (column, row) } else { (row, column) }
}
