//! Chances of many tests at once.

use crate::listed::in_order;

/// The chances adjusted by Benjamini and Hochberg (*Controlling the false
/// discovery rate*, 1995), in the order given: R's `p.adjust(p, "BH")`. Those
/// of at most 0.05 are what is found at a false discovery rate of 5 %.
///
/// ```
/// use ben_monitor::stats::benjamini_hochberg;
/// assert_eq!(benjamini_hochberg(&[0.01, 0.04, 0.5]), [0.03, 0.06, 0.5]);
/// ```
pub fn benjamini_hochberg(chances: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![1.0; chances.len()];
    let falling = in_order(chances.iter().copied().enumerate(), |a, b| b.1.total_cmp(&a.1));
    let mut least = 1.0_f64;
    for (passed, (place, chance)) in falling.into_iter().enumerate() {
        let rank = chances.len() - passed;
        least = least.min(chance * chances.len() as f64 / rank as f64);
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = least;
        }
    }
    adjusted
}
