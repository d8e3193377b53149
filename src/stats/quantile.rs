//! Mean and quantiles from counts by value.

use super::Tally;

/// The arithmetic mean; `None` of nothing.
pub fn mean(values: &Tally) -> Option<f64> {
    let total = values.total();
    let sum: u64 = values.iter().map(|(value, count)| u64::from(value) * count).sum();
    (total > 0).then(|| sum as f64 / total as f64)
}

/// The `numerator / denominator` quantile by R's type 7 (R's own default);
/// `None` of nothing, or when the fraction does not lie between 0 and 1.
///
/// With `n` values in order, it lies at the place `(n − 1) p` counted from 0,
/// and between two places on the straight line between their values (Hyndman
/// and Fan, *Sample quantiles in statistical packages*, 1996, definition 7).
/// The fraction is of whole numbers, so that the place is exact.
///
/// ```
/// use ben_monitor::stats::{Tally, quantile};
/// let values: Tally = [1, 2, 3, 4].into_iter().collect();
/// assert_eq!(quantile(&values, 1, 2), Some(2.5));
/// assert_eq!(quantile(&values, 9, 10), Some(3.7));
/// ```
pub fn quantile(values: &Tally, numerator: u32, denominator: u32) -> Option<f64> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let steps = values.total().checked_sub(1)? * u64::from(numerator);
    let denominator = u64::from(denominator);
    let (place, rest) = (steps / denominator, steps % denominator);
    let below = nth(values, place)?;
    if rest == 0 {
        return Some(f64::from(below));
    }
    let above = nth(values, place + 1)?;
    let weight = rest as f64 / denominator as f64;
    Some((1.0 - weight) * f64::from(below) + weight * f64::from(above))
}

/// The value at a place in ascending order, from 0.
fn nth(values: &Tally, place: u64) -> Option<u16> {
    let mut passed = 0;
    values.iter().find_map(|(value, count)| {
        passed += count;
        (passed > place).then_some(value)
    })
}
