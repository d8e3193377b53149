//! What must hold for every hidden cell, and which cells must be hidden whatever else is.

use super::{
    audit::Interval,
    refused::Unsafe,
    table::{Pattern, Shape, Table},
};

/// What must hold for every hidden cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// No count from 1 to one below this is shown, and no interval is narrower.
    pub minimum: u64,
    /// What an outsider knows that a hidden cell is at least: 1 where zeros are shown as 0.
    pub least: u64,
    /// Whether sums of rows and columns may be hidden too; the total never is.
    pub margins_too: bool,
    /// Of how many cases each column counts, where every row counts some of them (an answer of several);
    /// those that it does not count are protected alike. Empty where rows are classes.
    pub bases: Vec<u64>,
    /// Among such rows one that counts no cases but answers: of several rows together.
    pub apart: Option<usize>,
}

impl Rules {
    /// Zeros are shown, sums are known, rows and columns are classes.
    pub fn of(minimum: u64) -> Self {
        Self { minimum, least: 1, margins_too: false, bases: Vec::new(), apart: None }
    }

    /// The cases that a cell could count, where that is known.
    fn base(&self, shape: Shape, place: usize) -> Option<u64> {
        let has_one = shape.is_inner(place) && self.apart != Some(shape.row(place));
        has_one.then(|| self.bases.get(shape.column(place)).copied()).flatten()
    }

    /// What a hidden cell can be by these rules alone.
    pub(super) fn range(&self, shape: Shape, place: usize) -> (u64, u64) {
        let most = self.base(shape, place).map_or(u64::MAX, |base| base.saturating_sub(self.least));
        (self.least, most)
    }

    /// What must be hidden: what is small, and what is small the other way round.
    ///
    /// # Errors
    ///
    /// A small or asked margin that may not be hidden, and a zero that was to be hidden though zeros are shown.
    pub(super) fn primary(&self, table: &Table, start: &Pattern) -> Result<Pattern, Unsafe> {
        let shape = table.shape();
        let mut pattern = Pattern::none(shape);
        for place in 0..shape.places() {
            let count = table.at(place);
            let beside = self.base(shape, place).map_or(0, |base| base.saturating_sub(count));
            let is_small = [count, beside].iter().any(|count| (1..self.minimum).contains(count));
            if !is_small && !start.hides(place) {
                continue;
            }
            if !self.may_hide_place(shape, place) {
                return Err(Unsafe::SmallMargin);
            }
            if !self.may_hide(table, place) {
                return Err(Unsafe::ZeroHidden);
            }
            pattern.hide(place);
        }
        Ok(pattern)
    }

    fn may_hide_place(&self, shape: Shape, place: usize) -> bool {
        shape.is_inner(place) || (self.margins_too && place + 1 != shape.places())
    }

    /// Whether a cell can be hidden without being what everyone knows that no hidden cell is.
    pub(super) fn may_hide(&self, table: &Table, place: usize) -> bool {
        let (least, most) = self.range(table.shape(), place);
        self.may_hide_place(table.shape(), place) && (least..=most).contains(&table.at(place))
    }

    /// Whether who knows this much of a hidden cell still knows too little.
    pub(super) fn is_unsure(&self, interval: Interval, shape: Shape, place: usize) -> bool {
        let beside = self.base(shape, place).map_or(u64::MAX, |base| base.saturating_sub(interval.low));
        interval.width() >= self.minimum && interval.high >= self.minimum && beside >= self.minimum
    }

    /// A hidden cell of a line whose hidden part is known, since its sum is shown, and too small: among
    /// them every line with two cells of 1.
    pub(super) fn thin(&self, table: &Table, pattern: &Pattern) -> Option<usize> {
        let shape = table.shape();
        shape.lines().find_map(|(line, margin)| {
            let hidden: Vec<usize> = line.into_iter().filter(|place| pattern.hides(*place)).collect();
            let sum: u64 = hidden.iter().map(|place| table.at(*place)).sum();
            let is_thin = !pattern.hides(margin) && sum < self.minimum;
            hidden.into_iter().max_by_key(|place| table.at(*place)).filter(|_| is_thin)
        })
    }

    /// What hiding a cell costs, if it can be hidden: its cases, and three times as much for a margin, which many look at.
    pub(super) fn cost(&self, table: &Table, place: usize) -> Option<u64> {
        let factor = if table.shape().is_inner(place) { 1 } else { 3 };
        let count = table.at(place);
        (count > 0 && self.may_hide(table, place)).then_some(count * factor)
    }
}
