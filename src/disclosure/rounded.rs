//! A table with rounded counts: what is small is hidden, and what an outsider can work out of it from
//! values that were rounded and add up.

use super::{
    audit::{self, Interval},
    refused::Unsafe,
    round::{self, Fixed},
    suppress::{self, Rules},
    table::{Pattern, Table},
};

/// The rounded table and, of each place hidden in it, what an outsider can work out of the count.
pub(super) fn protect(
    table: &Table,
    rules: &Rules,
    base: u64,
    start: &Pattern,
    fixed: &Fixed,
) -> Result<(Table, Vec<(usize, Interval)>), Unsafe> {
    let primary = suppress::primary(table, rules, start)?;
    let rounded = round::controlled(table, base, fixed).ok_or(Unsafe::NoRounding)?;
    let judge = |pattern: &Pattern| unsafe_cells(table, &rounded, rules, base, pattern);
    let pattern = suppress::search(table, rules, &primary, &judge).ok_or(Unsafe::NotSafe)?;
    let intervals = intervals(&rounded, rules, base, &pattern);
    Ok((rounded, intervals))
}

/// Rounded values add up, so that of each hidden one the bounds are known; the count is less than the base
/// away from it.
fn intervals(rounded: &Table, rules: &Rules, base: u64, pattern: &Pattern) -> Vec<(usize, Interval)> {
    let of_rounded = audit::intervals(rounded, pattern, 0).into_iter();
    let around = |Interval { low, high }: Interval| Interval {
        low: (low + 1).saturating_sub(base).max(rules.least),
        high: high + base - 1,
    };
    of_rounded.map(|(place, interval)| (place, around(interval))).collect()
}

fn unsafe_cells(table: &Table, rounded: &Table, rules: &Rules, base: u64, pattern: &Pattern) -> Vec<usize> {
    let too_well = |interval: Interval| interval.width() < rules.minimum || interval.high < rules.minimum;
    let intervals = intervals(rounded, rules, base, pattern).into_iter();
    let mut found: Vec<usize> =
        intervals.filter(|(_, interval)| too_well(*interval)).map(|(place, _)| place).collect();
    for line in suppress::thin_lines(table, rules, pattern) {
        found.extend(line.into_iter().filter(|place| pattern.hides(*place)));
    }
    found
}
