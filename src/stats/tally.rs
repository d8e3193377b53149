//! How many times each whole number occurs.

/// Counts by value, dense from 0 to the largest value that occurred.
///
/// Two tallies of two groups of cases merge into the tally of both, whatever
/// the split: that is what makes every figure of a report mergeable.
///
/// ```
/// use ben_monitor::stats::Tally;
/// let mut days = Tally::default();
/// days.add(4);
/// days.add_times(2, 3);
/// assert_eq!(days.iter().collect::<Vec<_>>(), [(2, 3), (4, 1)]);
/// assert_eq!(days.total(), 4);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(Vec<u64>);

impl Tally {
    /// Counts a value once.
    #[inline]
    pub fn add(&mut self, value: u16) {
        self.add_times(value, 1);
    }

    /// Counts a value so many times.
    #[inline]
    pub fn add_times(&mut self, value: u16, times: u64) {
        match self.0.get_mut(usize::from(value)) {
            Some(count) => *count += times,
            None => self.make_room(value, times),
        }
    }

    #[inline(never)]
    fn make_room(&mut self, value: u16, times: u64) {
        if times > 0 {
            self.0.resize(usize::from(value), 0);
            self.0.push(times);
        }
    }

    /// Adds all that `other` counted.
    pub fn merge(&mut self, other: &Self) {
        for (value, times) in other.iter() {
            self.add_times(value, times);
        }
    }

    /// How many times this value was counted.
    pub fn count(&self, value: u16) -> u64 {
        self.0.get(usize::from(value)).copied().unwrap_or(0)
    }

    /// How many values were counted in all.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// The values that occurred, ascending, each with its count.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u16, u64)> + '_ {
        // Both ends are near: a zip with all numbers would pass over those that the list does not have.
        let counted = self.0.iter().enumerate().filter(|(_, count)| **count > 0);
        counted.filter_map(|(value, &count)| Some((u16::try_from(value).ok()?, count)))
    }
}

impl FromIterator<u16> for Tally {
    fn from_iter<I: IntoIterator<Item = u16>>(values: I) -> Self {
        let mut tally = Self::default();
        values.into_iter().for_each(|value| tally.add(value));
        tally
    }
}
