//! Chance from a seed: the same numbers on every machine. Nothing about cases.

/// SplitMix64 (Steele, Lea and Flood, 2014): short, and whole numbers only, so
/// that no platform rounds differently.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, not including, `end`; 0 when `end` is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// True in so many of a hundred times.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// The place of one of the weights, each as likely as it is heavy; `None` when all are 0.
    pub(super) fn weighed(&mut self, weights: impl Iterator<Item = u64> + Clone) -> Option<usize> {
        let mut left = self.below(weights.clone().sum());
        weights.enumerate().find_map(|(place, weight)| {
            if left < weight {
                return Some(place);
            }
            left -= weight;
            None
        })
    }

    /// One of the weighed words; the empty word when there is none.
    pub(super) fn pick(&mut self, words: &[(&'static str, u64)]) -> &'static str {
        let place = self.weighed(words.iter().map(|word| word.1));
        place.and_then(|place| words.get(place)).map_or("", |word| word.0)
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let end = u64::try_from(last).unwrap_or(0) + 1;
            list.swap(last, usize::try_from(self.below(end)).unwrap_or(0));
        }
    }
}
