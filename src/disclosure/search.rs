//! The search for a pattern in which nothing hidden can be worked out, with as little hidden as can be.
//! What can be worked out its callers judge.

use std::cell::Cell;

use super::{
    rules::Rules,
    table::{Pattern, Shape, Table, at, put},
};

/// Tells which of some hidden cells of a pattern are unsafe, in their order, and of these as many as are asked for.
pub(super) type Judge<'a> = &'a dyn Fn(&Pattern, &[usize], usize) -> Vec<usize>;

/// A safe pattern that hides what must be and little more; none where nothing more can be hidden.
pub(super) fn least(table: &Table, rules: &Rules, primary: &Pattern, judge: Judge) -> Option<Pattern> {
    let costs = (0..table.shape().places()).map(|place| rules.cost(table, place)).collect();
    let mut search = Search { table, primary, judge, costs, wide: None, effort: Cell::new(0) };
    search.leave_what_stays_unsafe()?;
    let mut found: Option<Pattern> = None;
    for wide in [None, Some(rules.minimum)] {
        search.wide = wide;
        let Some(grown) = search.grown(primary.clone()) else { continue };
        let pattern = search.exchanged(search.shown_again(grown, None));
        if found.as_ref().is_none_or(|known| search.price(&pattern) < search.price(known)) {
            found = Some(pattern);
        }
    }
    found
}

/// As many hidden cells are judged while a cheaper pattern is looked for. Tables of five by five need a
/// tenth of it; of the largest it keeps the search short.
const EFFORT: usize = 1_000;

#[derive(Clone)]
struct Search<'a> {
    table: &'a Table,
    primary: &'a Pattern,
    judge: Judge<'a>,
    /// What hiding each place costs, where it can be hidden.
    costs: Vec<Option<u64>>,
    /// How wide a rectangle alone must make an interval to be taken before all others.
    wide: Option<u64>,
    /// How many hidden cells were judged.
    effort: Cell<usize>,
}

impl Search<'_> {
    /// The worst hidden cell of a pattern.
    fn worst(&self, pattern: &Pattern) -> Option<usize> {
        self.effort.set(self.effort.get() + pattern.len());
        (self.judge)(pattern, &pattern.largest_first(self.table), 1).pop()
    }

    /// Leaves shown what would be unsafe even with all else hidden; none when that must be hidden. Hiding
    /// more never tells more of what was hidden, so that all safe patterns lie within what is left.
    fn leave_what_stays_unsafe(&mut self) -> Option<()> {
        let mut all = self.primary.clone();
        let may: Vec<usize> =
            (0..self.shape().places()).filter(|place| at(&self.costs, *place).is_some()).collect();
        may.iter().for_each(|place| all.hide(*place));
        loop {
            let must: Vec<usize> = self.primary.places().collect();
            if !(self.judge)(&all, &must, 1).is_empty() {
                return None;
            }
            let more: Vec<usize> = all.places().filter(|place| !self.primary.hides(*place)).collect();
            let wrong = (self.judge)(&all, &more, usize::MAX);
            if wrong.is_empty() {
                return Some(());
            }
            for place in wrong {
                all.show(place);
                put(&mut self.costs, place, None);
            }
        }
    }

    /// The pattern with as much more hidden as makes it safe.
    fn grown(&self, mut pattern: Pattern) -> Option<Pattern> {
        while let Some(worst) = self.worst(&pattern) {
            let add = self
                .cheapest_rectangle(&pattern, worst)
                .or_else(|| self.smallest_in_line(&pattern, worst).map(|place| vec![place]))
                .or_else(|| self.smallest(&pattern, |_| true).map(|place| vec![place]))?;
            add.into_iter().for_each(|place| pattern.hide(place));
        }
        Some(pattern)
    }

    /// The corners still shown of the rectangle through a place that costs least.
    fn cheapest_rectangle(&self, pattern: &Pattern, place: usize) -> Option<Vec<usize>> {
        let shape = self.shape();
        let across = (0..shape.places()).filter(|other| {
            shape.row(*other) != shape.row(place) && shape.column(*other) != shape.column(place)
        });
        let priced = across.filter_map(|other| {
            let corners = [
                shape.place(shape.row(place), shape.column(other)),
                shape.place(shape.row(other), shape.column(place)),
                other,
            ];
            let add: Vec<usize> = corners.into_iter().filter(|corner| !pattern.hides(*corner)).collect();
            let costs: Option<Vec<u64>> = add.iter().map(|corner| at(&self.costs, *corner)).collect();
            let narrow = self.wide.is_some_and(|wide| self.width(place, corners) < wide);
            costs.filter(|_| !add.is_empty()).map(|costs| (narrow, costs.iter().sum::<u64>(), add))
        });
        priced.min_by_key(|(narrow, price, add)| (*narrow, *price, add.len())).map(|(_, _, add)| add)
    }

    /// How wide a rectangle alone makes the interval of one of its corners: it rises as far as both
    /// neighbours can fall to 1, and falls with the corner across.
    fn width(&self, place: usize, [beside, below, across]: [usize; 3]) -> u64 {
        let room = |one: usize, other: usize| self.table.at(one).min(self.table.at(other)).saturating_sub(1);
        room(beside, below) + room(place, across)
    }

    /// The cheapest cell still shown in the row or the column of a place.
    fn smallest_in_line(&self, pattern: &Pattern, place: usize) -> Option<usize> {
        let shape = self.shape();
        self.smallest(pattern, |other| {
            shape.row(other) == shape.row(place) || shape.column(other) == shape.column(place)
        })
    }

    /// The cheapest cell still shown, of those asked for.
    fn smallest(&self, pattern: &Pattern, asked: impl Fn(usize) -> bool) -> Option<usize> {
        let shown = (0..self.shape().places()).filter(|place| !pattern.hides(*place) && asked(*place));
        let priced = shown.filter_map(|place| at(&self.costs, place).map(|price| (price, place)));
        priced.min().map(|(_, place)| place)
    }

    /// The same pattern without what is hidden for nothing, largest first; what is pinned stays.
    fn shown_again(&self, mut pattern: Pattern, pinned: Option<usize>) -> Pattern {
        for place in pattern.largest_first(self.table) {
            if self.primary.hides(place) || pinned == Some(place) {
                continue;
            }
            pattern.show(place);
            if self.worst(&pattern).is_some() {
                pattern.hide(place);
            }
        }
        pattern
    }

    /// A cheaper pattern near this one, if there is one: for each place what is best when it is shown where
    /// it was hidden, or hidden where it was shown.
    fn exchanged(&self, mut pattern: Pattern) -> Pattern {
        let mut place = 0;
        let enough = self.effort.get() + EFFORT;
        while self.effort.get() < enough && place < self.shape().places() {
            let other = self.turned(&pattern, place);
            place += 1;
            if let Some(cheaper) = other.filter(|other| self.price(other) < self.price(&pattern)) {
                pattern = cheaper;
                place = 0;
            }
        }
        pattern
    }

    /// The best that is found with one place the other way round.
    fn turned(&self, pattern: &Pattern, place: usize) -> Option<Pattern> {
        at(&self.costs, place).filter(|_| !self.primary.hides(place))?;
        let mut other = pattern.clone();
        if !pattern.hides(place) {
            other.hide(place);
            return Some(self.shown_again(other, Some(place)));
        }
        let mut without = self.clone();
        put(&mut without.costs, place, None);
        other.show(place);
        let grown = without.grown(other);
        self.effort.set(without.effort.get());
        grown.map(|grown| self.shown_again(grown, None))
    }

    /// What a pattern costs: the cases that it hides, and of equally many the cells.
    fn price(&self, pattern: &Pattern) -> (u64, usize) {
        let costs = pattern.places().filter_map(|place| at(&self.costs, place));
        (costs.sum(), pattern.len())
    }

    fn shape(&self) -> Shape {
        self.table.shape()
    }
}
