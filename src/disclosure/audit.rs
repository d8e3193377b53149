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
    /// How much an outsider stays unsure about.
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
/// let table = Table::new(3, 2, &[4, 3, 2, 1, 3, 3]).expect("six cells");
/// let hidden = Pattern::of(table.shape(), &[(0, 0), (0, 1), (1, 0), (1, 1)]);
/// let (_, interval) = audit::intervals(&table, &hidden, 0)[0];
/// assert_eq!((interval.low, interval.high), (3, 6));
/// ```
pub fn intervals(table: &Table, hidden: &Pattern, least: u64) -> Vec<(usize, Interval)> {
    let mut outsider = Outsider::of(table, hidden, |_| (least, u64::MAX));
    hidden.places().map(|place| (place, outsider.interval(place, u64::MAX))).collect()
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

    /// Who sees every cell of a table that is not hidden, and knows what hidden ones can be at all.
    pub(super) fn of(table: &Table, hidden: &Pattern, range: impl Fn(usize) -> (u64, u64)) -> Self {
        Self::new(table.shape(), table.values(), |place| {
            let value = table.at(place);
            if hidden.hides(place) { range(place) } else { (value, value) }
        })
    }

    /// The exact interval of one place, as far as it is at most `enough` from the value at either side.
    pub(super) fn interval(&mut self, place: usize, enough: u64) -> Interval {
        let value = at(&self.values, place);
        let rise = self.reach(place, Way::Up, enough);
        let fall = self.reach(place, Way::Down, enough);
        Interval { low: value.saturating_sub(fall), high: value.saturating_add(rise) }
    }

    /// How far a place can go one way, at most `enough`.
    pub(super) fn reach(&mut self, place: usize, way: Way, enough: u64) -> u64 {
        let sent = self.push(place, way, enough);
        self.network.restore(&self.rooms);
        sent
    }

    /// A table in which a place went one way as far as it can, at most `enough`, and how far that is.
    pub(super) fn table_with(&mut self, place: usize, way: Way, enough: u64) -> (u64, Vec<u64>) {
        let sent = self.push(place, way, enough);
        let mut values = self.moved();
        let value = at(&values, place);
        put(
            &mut values,
            place,
            if way == Way::Up { value.saturating_add(sent) } else { value.saturating_sub(sent) },
        );
        self.network.restore(&self.rooms);
        (sent, values)
    }

    /// Sends what the change of a place takes over the other places.
    fn push(&mut self, place: usize, way: Way, enough: u64) -> u64 {
        let Some(pair) = at(&self.pairs, place) else { return 0 };
        let (from, to) = ends(self.shape, place);
        let (room, start, end) = if way == Way::Up { (2 * pair, to, from) } else { (2 * pair + 1, from, to) };
        self.network.set(pair, 0, 0);
        self.network.push(start, end, at(&self.rooms, room).min(enough))
    }

    /// What stands at each place after what was sent, but for the place for which it was sent.
    fn moved(&self) -> Vec<u64> {
        let fallen =
            |pair: usize| at(self.network.rooms(), 2 * pair).saturating_sub(at(&self.rooms, 2 * pair));
        let risen = |pair: usize| {
            at(self.network.rooms(), 2 * pair + 1).saturating_sub(at(&self.rooms, 2 * pair + 1))
        };
        let moved = |(value, pair): (&u64, &Option<usize>)| match pair {
            Some(pair) => (value + risen(*pair)).saturating_sub(fallen(*pair)),
            None => *value,
        };
        self.values.iter().zip(&self.pairs).map(moved).collect()
    }
}

/// Which way a place goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It counts more.
    Up,
    /// It counts less.
    Down,
}

/// A table that adds up and has each place within its range, made of one that adds up; none if there is none.
pub(super) fn fitted(shape: Shape, values: &[u64], range: impl Fn(usize) -> (u64, u64)) -> Option<Vec<u64>> {
    let within = |place: usize| {
        let (low, high) = range(place);
        at(values, place).clamp(low, high.max(low))
    };
    let near: Vec<u64> = (0..shape.places()).map(within).collect();
    if near == values {
        return Some(near);
    }
    let mut outsider = Outsider::new(shape, &near, &range);
    let (source, sink) = (shape.rows + shape.columns + 2, shape.rows + shape.columns + 3);
    outsider.network.widen(2);
    let mut wanted = 0;
    for (node, (left, entered)) in flows(shape, &near).into_iter().enumerate() {
        wanted += entered.saturating_sub(left);
        outsider.network.join(source, node, entered.saturating_sub(left), 0);
        outsider.network.join(node, sink, left.saturating_sub(entered), 0);
    }
    (outsider.network.push(source, sink, wanted) == wanted).then(|| outsider.moved())
}

/// What leaves each node and what enters it.
fn flows(shape: Shape, values: &[u64]) -> Vec<(u64, u64)> {
    let mut flows = vec![(0, 0); shape.rows + shape.columns + 2];
    for (place, value) in values.iter().enumerate() {
        let (from, to) = ends(shape, place);
        let (left, entered) = (at(&flows, from), at(&flows, to));
        put(&mut flows, from, (left.0 + value, left.1));
        put(&mut flows, to, (entered.0, entered.1 + value));
    }
    flows
}

/// Where the arc of a place begins and ends: an inner cell and the total go from row to column, other
/// margins from column to row.
pub(super) fn ends(shape: Shape, place: usize) -> (usize, usize) {
    let row = shape.row(place);
    let column = shape.rows + 1 + shape.column(place);
    let is_margin = (row == shape.rows) != (shape.column(place) == shape.columns);
    if is_margin { (column, row) } else { (row, column) }
}
