//! Which further cells of a table are hidden so that those that must be can't be worked out: secondary
//! suppression.
//!
//! As τ-ARGUS and sdcTable's simple heuristic do it: the unsafe cell with the largest count gets the
//! rectangle through it that costs least, until none is unsafe; then what turns out not to be needed is
//! shown again, largest first. Costs are cases hidden. Same table, same pattern.

use super::{
    audit::{self, Interval},
    refused::Unsafe,
    table::{Pattern, Table},
};

/// What must hold for every hidden cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// No count from 1 to one below this is shown, and no interval is narrower.
    pub minimum: u64,
    /// What an outsider knows that a hidden cell is at least: 1 where zeros are shown as 0.
    pub least: u64,
    /// Whether sums of rows and columns may be hidden too; the total never is.
    pub margins_too: bool,
}

/// Which cells are hidden, and what an outsider can work out of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The hidden cells.
    pub pattern: Pattern,
    /// Of each hidden place its interval, in order.
    pub intervals: Vec<(usize, Interval)>,
}

/// Hides what is small, what `start` hides, and as little more as makes every hidden cell safe.
///
/// # Errors
///
/// [`Unsafe`] when a sum that stays shown is small, when `start` hides a zero though zeros are shown,
/// and when hiding everything would not be enough.
pub fn suppress(table: &Table, rules: &Rules, start: &Pattern) -> Result<Suppressed, Unsafe> {
    let primary = primary(table, rules, start)?;
    let judge = |pattern: &Pattern| unsafe_cells(table, rules, pattern);
    let pattern = search(table, rules, &primary, &judge).ok_or(Unsafe::NotSafe)?;
    let intervals = audit::intervals(table, &pattern, rules.least);
    Ok(Suppressed { pattern, intervals })
}

/// What must be hidden whatever else is.
pub(super) fn primary(table: &Table, rules: &Rules, start: &Pattern) -> Result<Pattern, Unsafe> {
    let shape = table.shape();
    let mut pattern = Pattern::none(shape);
    for place in 0..shape.places() {
        let count = table.at(place);
        let small = (1..rules.minimum).contains(&count);
        if count == 0 && start.hides(place) && rules.least > 0 {
            return Err(Unsafe::ZeroHidden);
        }
        if !small && !start.hides(place) {
            continue;
        }
        if !may_hide(table, rules, place) {
            return Err(Unsafe::SmallMargin);
        }
        pattern.hide(place);
    }
    Ok(pattern)
}

fn may_hide(table: &Table, rules: &Rules, place: usize) -> bool {
    let shape = table.shape();
    let total = shape.places() - 1;
    shape.is_inner(place) || (rules.margins_too && place != total)
}

/// The hidden cells that an outsider knows too well, by the rules for exact counts.
fn unsafe_cells(table: &Table, rules: &Rules, pattern: &Pattern) -> Vec<usize> {
    let too_well = |interval: Interval| interval.width() < rules.minimum || interval.high < rules.minimum;
    let mut found: Vec<usize> = audit::intervals(table, pattern, rules.least)
        .into_iter()
        .filter(|(_, interval)| too_well(*interval))
        .map(|(place, _)| place)
        .collect();
    for line in thin_lines(table, rules, pattern) {
        found.extend(line.into_iter().filter(|place| pattern.hides(*place)));
    }
    found
}

/// Lines whose hidden part is known (their sum is shown) and smaller than the minimum: among them every
/// line with two cells of 1.
pub(super) fn thin_lines(table: &Table, rules: &Rules, pattern: &Pattern) -> Vec<Vec<usize>> {
    let hidden = |line: &[usize]| -> u64 {
        line.iter().filter(|place| pattern.hides(**place)).map(|place| table.at(*place)).sum()
    };
    table.shape().lines().filter(|line| (1..rules.minimum).contains(&hidden(line))).collect()
}

/// A pattern in which the judge finds nothing unsafe.
pub(super) fn search(
    table: &Table,
    rules: &Rules,
    primary: &Pattern,
    judge: &dyn Fn(&Pattern) -> Vec<usize>,
) -> Option<Pattern> {
    let mut pattern = primary.clone();
    loop {
        let wrong = judge(&pattern);
        let Some(worst) = wrong.into_iter().max_by_key(|place| (table.at(*place), usize::MAX - place)) else {
            break;
        };
        let add = cheapest_rectangle(table, rules, &pattern, worst)
            .or_else(|| smallest_in_line(table, rules, &pattern, worst))
            .or_else(|| smallest_of_all(table, rules, &pattern))?;
        add.into_iter().for_each(|place| pattern.hide(place));
    }
    Some(shown_again(table, primary, pattern, judge))
}

/// What hiding a place costs, if it can be hidden.
fn cost(table: &Table, rules: &Rules, place: usize) -> Option<u64> {
    let count = table.at(place);
    let factor = if table.shape().is_inner(place) { 1 } else { 3 };
    (may_hide(table, rules, place) && count > 0).then_some(count * factor)
}

/// The corners still shown of the rectangle through a place that costs least.
fn cheapest_rectangle(table: &Table, rules: &Rules, pattern: &Pattern, place: usize) -> Option<Vec<usize>> {
    let shape = table.shape();
    let (row, column) = (shape.row(place), shape.column(place));
    let others = (0..=shape.rows).filter(|other| *other != row);
    let rectangles = others.flat_map(|other_row| {
        (0..=shape.columns).filter(|other| *other != column).map(move |other_column| {
            [
                shape.place(row, other_column),
                shape.place(other_row, column),
                shape.place(other_row, other_column),
            ]
        })
    });
    let priced = rectangles.filter_map(|corners| {
        let add: Vec<usize> = corners.into_iter().filter(|corner| !pattern.hides(*corner)).collect();
        let costs: Option<Vec<u64>> = add.iter().map(|corner| cost(table, rules, *corner)).collect();
        costs.filter(|_| !add.is_empty()).map(|costs| (costs.iter().sum::<u64>(), add))
    });
    priced.min_by_key(|(price, add)| (*price, add.len())).map(|(_, add)| add)
}

/// The cheapest cell still shown in the row or the column of a place.
fn smallest_in_line(table: &Table, rules: &Rules, pattern: &Pattern, place: usize) -> Option<Vec<usize>> {
    let shape = table.shape();
    let in_line =
        |other: &usize| shape.row(*other) == shape.row(place) || shape.column(*other) == shape.column(place);
    smallest(table, rules, pattern, (0..shape.places()).filter(in_line))
}

fn smallest_of_all(table: &Table, rules: &Rules, pattern: &Pattern) -> Option<Vec<usize>> {
    smallest(table, rules, pattern, 0..table.shape().places())
}

fn smallest(
    table: &Table,
    rules: &Rules,
    pattern: &Pattern,
    places: impl Iterator<Item = usize>,
) -> Option<Vec<usize>> {
    let priced = places
        .filter(|place| !pattern.hides(*place))
        .filter_map(|place| cost(table, rules, place).map(|price| (price, place)));
    priced.min().map(|(_, place)| vec![place])
}

/// The same pattern without what is hidden for nothing, largest first.
fn shown_again(
    table: &Table,
    primary: &Pattern,
    mut pattern: Pattern,
    judge: &dyn Fn(&Pattern) -> Vec<usize>,
) -> Pattern {
    let mut tried = primary.clone();
    loop {
        let next = pattern.places().filter(|place| !tried.hides(*place));
        let Some(place) = next.max_by_key(|place| (table.at(*place), *place)) else { return pattern };
        tried.hide(place);
        pattern.show(place);
        if !judge(&pattern).is_empty() {
            pattern.hide(place);
        }
    }
}
