//! Which further cells of a table are hidden so that those that must be can't be worked out: secondary
//! suppression.
//!
//! As τ-ARGUS and sdcTable's simple heuristic do it: the unsafe cell with the largest count gets the
//! rectangle through it that costs least, until none is unsafe; then what turns out not to be needed is
//! shown again, largest first. Costs are cases hidden. Same table, same pattern.

use super::{
    audit::{Interval, Outsider, Way},
    refused::Unsafe,
    rules::Rules,
    search,
    table::{Pattern, Table},
};

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
    let primary = rules.primary(table, start)?;
    let judge =
        |pattern: &Pattern, of: &[usize], most: usize| known_too_well(table, rules, pattern, of, most);
    let pattern = search::least(table, rules, &primary, &judge).ok_or(Unsafe::NotSafe)?;
    let intervals = intervals(table, rules, &pattern);
    Ok(Suppressed { pattern, intervals })
}

/// The exact interval of each hidden cell, for who knows the rules.
fn intervals(table: &Table, rules: &Rules, pattern: &Pattern) -> Vec<(usize, Interval)> {
    let mut outsider = Outsider::of(table, pattern, |place| rules.range(table.shape(), place));
    pattern.places().map(|place| (place, outsider.interval(place, u64::MAX))).collect()
}

/// Of which of some hidden cells an outsider knows too much.
fn known_too_well(table: &Table, rules: &Rules, pattern: &Pattern, of: &[usize], most: usize) -> Vec<usize> {
    if let Some(thin) = rules.thin(table, pattern) {
        return vec![thin];
    }
    let shape = table.shape();
    let mut outsider = Outsider::of(table, pattern, |place| rules.range(shape, place));
    let known = |place: &usize| {
        let low = table.at(*place);
        let high = low + outsider.reach(*place, Way::Up, rules.minimum);
        let fallen =
            |outsider: &mut Outsider| low - outsider.reach(*place, Way::Down, rules.minimum).min(low);
        !rules.is_unsure(Interval { low, high }, shape, *place)
            && !rules.is_unsure(Interval { low: fallen(&mut outsider), high }, shape, *place)
    };
    of.iter().copied().filter(known).take(most).collect()
}
