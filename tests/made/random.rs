//! Chance from a seed: the same columns on every machine.

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `least` up to, not including, `end`.
    pub(crate) fn within(&mut self, least: u64, end: u64) -> u64 {
        least + self.next() % (end - least)
    }

    /// True in so many of a hundred times.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.within(0, 100) < percent
    }

    pub(crate) fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let end = u64::try_from(words.len()).expect("is small");
        words[usize::try_from(self.within(0, end)).expect("is small")]
    }

    /// So many different words, or all.
    pub(crate) fn some<'a>(&mut self, words: &[&'a str], count: u64) -> Vec<&'a str> {
        (0..count).map(|_| self.pick(words)).collect()
    }

    pub(crate) fn digits(&mut self, count: u64) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.within(0, 10)).expect("is a digit"))).collect()
    }

    /// A number of rows from 5 to 500, small ones as likely as large ones.
    pub(crate) fn rows(&mut self) -> usize {
        let least = self.pick(&["5", "10", "20", "50", "100", "250"]).parse().expect("is a number");
        usize::try_from(self.within(least, least * 2 + 1)).expect("is small")
    }
}
