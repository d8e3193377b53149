//! By what a case is known again: never the casus number itself, but a
//! fingerprint of it, in memory only.

use std::fmt;

/// For each case of one file a fingerprint of its casus number and the number
/// of its row; both lists are empty when the file has no casus column.
///
/// Twelve bytes a case. It is not shown, not even to a developer: `Debug` tells
/// how many there are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Identities {
    /// 0 for a case without a number.
    marks: Vec<u64>,
    rows: Vec<u32>,
}

impl Identities {
    /// Adds a case with the number of its row; no `mark` when it has no casus number.
    pub fn push(&mut self, mark: Option<u64>, row: u64) {
        self.marks.push(mark.unwrap_or(0));
        self.rows.push(u32::try_from(row).unwrap_or(u32::MAX));
    }

    pub(super) fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Number of cases.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// No cases at all.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// What each case is known by, 0 for none.
    pub(super) fn marks(&self) -> &[u64] {
        &self.marks
    }

    /// What a case is known by; `None` without a number and beyond the last.
    pub(super) fn mark(&self, case: usize) -> Option<u64> {
        self.marks.get(case).copied().filter(|&mark| mark != 0)
    }

    /// The row of a case as a person sees it; 0 when it is not known.
    pub(super) fn row(&self, case: usize) -> u32 {
        self.rows.get(case).copied().unwrap_or(0)
    }

    /// The rows that have the mark of an earlier row, in their order.
    pub fn repeated_rows(&self) -> Vec<u32> {
        let mut again = Repeated::of(self.len());
        again.note_all(&self.marks);
        let mut keys = Vec::new();
        again.may_all_come_again(&self.marks, 0, &mut keys);
        let mut repeated = vec![false; self.len()];
        for run in runs(&mut keys) {
            for &(_, case) in run.iter().skip(1) {
                repeated.iter_mut().skip(case as usize).take(1).for_each(|one| *one = true);
            }
        }
        self.rows.iter().zip(repeated).filter(|(_, repeated)| *repeated).map(|(&row, _)| row).collect()
    }
}

impl fmt::Debug for Identities {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Identities({})", self.len())
    }
}

/// Which of many keys may come more than once: all that do, and few others.
/// For each of 16 places a key two bits, side by side: there is one, and there are more.
pub(super) struct Repeated(Vec<u64>);

impl Repeated {
    /// For so many keys, which are well mixed.
    pub(super) fn of(keys: usize) -> Self {
        Self(vec![0; (keys / 2).next_power_of_two().max(1)])
    }

    #[inline]
    fn place(&self, key: u64) -> (usize, u64) {
        ((key >> 6) as usize & (self.0.len() - 1), 1 << (key & 62))
    }

    /// Notes all keys but 0.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn note_all(&mut self, keys: &[u64]) {
        for &key in keys {
            let (word, bit) = self.place(key);
            if let Some(word) = self.0.get_mut(word).filter(|_| key != 0) {
                *word |= bit | (*word & bit) << 1;
            }
        }
    }

    /// Adds the keys that may come more than once, but not 0, each with its place; the first one's is `start`.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn may_all_come_again(&self, keys: &[u64], start: usize, found: &mut Vec<(u64, u32)>) {
        for (case, &key) in (u32::try_from(start).unwrap_or(u32::MAX)..).zip(keys) {
            let (word, bit) = self.place(key);
            if key != 0 && self.0.get(word).is_some_and(|word| word & bit << 1 != 0) {
                found.push((key, case));
            }
        }
    }
}

/// The runs of equal keys, each in the order in which it was given.
///
/// Sorted byte by byte from the lowest: as fast for a file that was made to be
/// slow as for any other, and no table whose slots can be made to collide.
#[cfg_attr(hot, optimize(speed))]
pub(super) fn runs(keys: &mut Vec<(u64, u32)>) -> impl Iterator<Item = &[(u64, u32)]> {
    let mut spare = vec![(0, 0); keys.len()];
    for shift in (0..64).step_by(8) {
        let byte = |key: u64| (key >> shift & 0xff) as usize;
        let mut ends = [0usize; 256];
        for &(key, _) in keys.iter() {
            if let Some(count) = ends.get_mut(byte(key)) {
                *count += 1;
            }
        }
        if ends.contains(&keys.len()) {
            continue;
        }
        let mut sum = 0;
        for place in &mut ends {
            sum += std::mem::replace(place, sum);
        }
        for &pair in keys.iter() {
            if let Some(next) = ends.get_mut(byte(pair.0)) {
                if let Some(slot) = spare.get_mut(*next) {
                    *slot = pair;
                }
                *next += 1;
            }
        }
        std::mem::swap(keys, &mut spare);
    }
    keys.chunk_by(|(one, _), (other, _)| one == other).filter(|run| run.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::{Identities, Repeated, runs};

    #[test]
    fn what_comes_again_is_among_what_may() {
        for len in [0u64, 1, 3, 1000] {
            let keys: Vec<u64> =
                (0..len).map(|key| super::super::fingerprint::mixed(key % 900 + 1)).collect();
            let mut again = Repeated::of(keys.len());
            again.note_all(&keys);
            let mut may = Vec::new();
            again.may_all_come_again(&keys, 0, &mut may);
            let twice: Vec<_> =
                (0..).zip(&keys).filter(|(place, _)| len == 1000 && place % 900 < 100).collect();
            assert!(twice.iter().all(|&(place, &key)| may.contains(&(key, place))));
            assert!(may.len() < twice.len() + 100, "{} of {len}", may.len());
        }
    }

    #[test]
    fn equal_keys_are_found_in_their_order() {
        let keys = [7, 1 << 63, 7, 3, 1 << 63, 0, 7, 256, 1];
        let mut pairs: Vec<(u64, u32)> = keys.into_iter().zip(0..).collect();
        let found: Vec<Vec<u32>> =
            runs(&mut pairs).map(|run| run.iter().map(|&(_, place)| place).collect()).collect();
        assert_eq!(found, [vec![0, 2, 6], vec![1, 4]]);
        assert_eq!(runs(&mut Vec::new()).count(), 0);
        assert_eq!(runs(&mut vec![(5, 0), (5, 1)]).count(), 1);
    }

    #[test]
    fn nothing_of_it_is_shown() {
        let mut identities = Identities::default();
        identities.push(Some(123_456_789), 2);
        identities.push(None, 3);
        identities.push(Some(123_456_789), 5);
        assert_eq!(format!("{identities:?}"), "Identities(3)");
        assert_eq!(identities.repeated_rows(), [5]);
    }
}
