//! A table with rounded counts: what is small is hidden, and what an outsider can work out of it from
//! values that were rounded and add up.
//!
//! Two outsiders are kept apart. The *reader* knows what is published; the interval that is published with a
//! hidden cell is what he can work out at most, made of published figures alone, so that it tells nothing
//! more. The *knower* also knows every sum of a row, a column and the whole exactly: other tables may
//! narrow sums down, so a table must be safe from him. What he can't work out is shown by example: a
//! cell counts as unsure as far as there are tables, with their rounded values, that fit all he knows.

use super::{
    audit::{Interval, Outsider, Way, fitted},
    refused::Unsafe,
    round::{self, Fixed},
    rules::Rules,
    search,
    table::{Pattern, Shape, Table, at},
};

/// The rounded table and, of each place hidden in it, what a reader can work out of the count.
pub(super) fn protect(
    table: &Table,
    rules: &Rules,
    base: u64,
    start: &Pattern,
    fixed: &Fixed,
) -> Result<(Table, Vec<(usize, Interval)>), Unsafe> {
    let primary = rules.primary(table, start)?;
    let rounded = round::controlled(table, base, fixed).ok_or(Unsafe::NoRounding)?;
    let seen = Seen { table, rounded: &rounded, rules, base };
    let judge = |pattern: &Pattern, of: &[usize], most: usize| seen.known_too_well(pattern, of, most);
    let pattern = search::least(table, rules, &primary, &judge).ok_or(Unsafe::NotSafe)?;
    let intervals = seen.by_reader(&pattern);
    Ok((rounded, intervals))
}

/// A table beside what is published of it.
struct Seen<'a> {
    table: &'a Table,
    rounded: &'a Table,
    rules: &'a Rules,
    base: u64,
}

impl Seen<'_> {
    /// Of which of some hidden cells the knower knows too much.
    fn known_too_well(&self, pattern: &Pattern, of: &[usize], most: usize) -> Vec<usize> {
        if let Some(thin) = self.rules.thin(self.table, pattern) {
            return vec![thin];
        }
        let shape = self.shape();
        let mut sums = self.of_rounded(pattern);
        let known = |place: &usize| {
            let surely = self.unsure(pattern, &mut sums, *place);
            !self.rules.is_unsure(surely, shape, *place)
        };
        of.iter().copied().filter(known).take(most).collect()
    }

    fn shape(&self) -> Shape {
        self.table.shape()
    }

    /// Who knows the published values and that the rounded ones add up.
    fn of_rounded(&self, pattern: &Pattern) -> Outsider {
        Outsider::of(self.rounded, pattern, |_| (0, u64::MAX))
    }

    /// From a count to a count, both of tables that the knower can't rule out; no further than it matters.
    fn unsure(&self, pattern: &Pattern, sums: &mut Outsider, place: usize) -> Interval {
        let count = self.table.at(place);
        let of_rounded = sums.interval(place, self.rules.minimum + self.base);
        let (low, high) = self.near(of_rounded.low, of_rounded.high);
        if !self.rules.is_unsure(Interval { low: low.max(self.rules.least), high }, self.shape(), place) {
            return Interval { low: count, high: count };
        }
        let high = self.example(pattern, sums, place, Way::Up).max(count);
        if self.rules.is_unsure(Interval { low: count, high }, self.shape(), place) {
            return Interval { low: count, high };
        }
        let low = self.example(pattern, sums, place, Way::Down).min(count);
        Interval { low, high }
    }

    /// A far count of a place, in a table that the knower can't rule out: with the rounded value as far
    /// as it goes, or else one step less far, and so on to the value that it has.
    fn example(&self, pattern: &Pattern, sums: &mut Outsider, place: usize, way: Way) -> u64 {
        let mut enough = (self.rules.minimum + self.base).next_multiple_of(self.base);
        loop {
            let (sent, rounded) = sums.table_with(place, way, enough);
            let range = |other: usize| self.range(pattern, &rounded, other);
            if let Some(fitting) = fitted(self.shape(), self.table.values(), range) {
                let mut counts = Outsider::new(self.shape(), &fitting, range);
                let gone = counts.reach(place, way, self.rules.minimum + self.base);
                let count = at(&fitting, place);
                return if way == Way::Up { count + gone } else { count.saturating_sub(gone) };
            }
            if sent == 0 {
                return self.table.at(place);
            }
            enough = sent.saturating_sub(self.base);
        }
    }

    /// What the knower knows of a count when these are the rounded values: sums exactly.
    fn range(&self, pattern: &Pattern, rounded: &[u64], place: usize) -> (u64, u64) {
        let count = self.table.at(place);
        if !self.shape().is_inner(place) {
            return (count, count);
        }
        if !pattern.hides(place) {
            return self.shown(place);
        }
        let (least, most) = self.rules.range(self.shape(), place);
        let (low, high) = self.near(at(rounded, place), at(rounded, place));
        (low.max(least), high.min(most))
    }

    /// What a shown value tells: 0 is 0, and no other count is under the minimum.
    fn shown(&self, place: usize) -> (u64, u64) {
        match self.rounded.at(place) {
            0 => (0, 0),
            value => (self.near(value, value).0.max(self.rules.minimum), self.near(value, value).1),
        }
    }

    /// Counts whose rounded values can be from one to another: less than the base away.
    fn near(&self, low: u64, high: u64) -> (u64, u64) {
        ((low + 1).saturating_sub(self.base), high.saturating_add(self.base - 1))
    }

    /// What a reader can work out of each hidden cell: its rounded value by what adds up, the count
    /// within the base of it, and of these what fits the sums.
    fn by_reader(&self, pattern: &Pattern) -> Vec<(usize, Interval)> {
        let mut sums = self.of_rounded(pattern);
        let mut ranges: Vec<(u64, u64)> = (0..self.shape().places()).map(|place| self.shown(place)).collect();
        for place in pattern.places() {
            let Interval { low, high } = sums.interval(place, u64::MAX);
            let (low, high) = self.near(low, high);
            super::table::put(&mut ranges, place, (low.max(self.rules.least), high));
        }
        let range = |place| at(&ranges, place);
        let mut counts = Outsider::new(self.shape(), self.table.values(), range);
        pattern.places().map(|place| (place, counts.interval(place, u64::MAX))).collect()
    }
}
