//! Cases of the groups of one field, counted by their traits.

use super::{
    bands::Bands,
    coded::{Coded, NONE, has_several},
};
use crate::{
    cases::{Block, Cases},
    catalog::Field,
    stats::Tally,
};

/// Columns of one list of traits: a place for each, and the last for the cases of which they are known.
pub(super) const WIDTH: u16 = 32;
pub(super) const KNOWN: u16 = WIDTH - 1;
/// Values of all bytes of a case's traits.
const BYTES: usize = 4 << 8;
/// Of more groups than these no bytes are counted: the lists would be long.
const MOST_GROUPS: usize = 256;

/// Counts of groups by traits, while they are made.
pub(super) struct Cells<'a> {
    answers: Coded<'a>,
    several: bool,
    /// Columns of each group.
    columns: usize,
    /// By key of the group and column.
    counts: Vec<u32>,
    /// By list of traits, then by key of the group: how often each byte of the traits' bits has each value. That takes
    /// four steps a case, however many traits it has. Empty when there are too many groups.
    bytes: Vec<Vec<u32>>,
    groups: usize,
}

impl<'a> Cells<'a> {
    /// Of so many lists of traits.
    pub(super) fn of(field: &'static Field, lists: u16, cases: &'a Cases, bands: &Bands) -> Self {
        let (answers, several) = (Coded::answers(cases, field, bands), has_several(field));
        let groups = if several { usize::from(WIDTH) } else { answers.room() };
        let columns = usize::from(lists * WIDTH);
        let few = !several && groups <= MOST_GROUPS;
        let bytes = vec![Vec::new(); if few { lists.into() } else { 0 }];
        Self { answers, several, columns, counts: vec![0; groups * columns], bytes, groups }
    }

    /// Counts the cases of a block by lists of traits, each by its number with a bit for each trait.
    pub(super) fn add(&mut self, block: &Block<'_>, traits: &[(u16, &[u32])]) {
        let groups = self.answers.read(block);
        for &(list, traits) in traits {
            let Some(bytes) = self.bytes.get_mut(usize::from(list)) else {
                let base = usize::from(list * WIDTH);
                add_bits(&mut self.counts, self.columns, base, groups, self.several, traits);
                continue;
            };
            if bytes.is_empty() {
                bytes.resize(self.groups * BYTES, 0);
            }
            add_bytes(bytes, groups, traits);
        }
    }

    /// By key of the group the cases by column.
    pub(super) fn finish(mut self) -> Vec<Tally> {
        for (list, bytes) in self.bytes.iter().enumerate() {
            let groups = self.counts.chunks_mut(self.columns).zip(bytes.chunks(BYTES));
            for (counts, bytes) in groups {
                let counts = counts.get_mut(list * usize::from(WIDTH)..).unwrap_or_default();
                for (counts, values) in counts.chunks_mut(8).zip(bytes.chunks(1 << 8)) {
                    spread(counts, values);
                }
            }
        }
        let tally = |counts: &[u32]| {
            let mut tally = Tally::default();
            (0..).zip(counts).for_each(|(column, &count)| tally.add_times(column, count.into()));
            tally
        };
        self.counts.chunks(self.columns).map(tally).collect()
    }
}

/// The traits of a case, and that they are known; nothing without any.
#[inline]
fn bits(traits: u32) -> u32 {
    if traits < NONE { traits | 1 << KNOWN } else { 0 }
}

#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn add_bytes(counts: &mut [u32], groups: &[u32], traits: &[u32]) {
    let (counts, _) = counts.as_chunks_mut::<BYTES>();
    for (&group, &traits) in groups.iter().zip(traits) {
        let Some(counts) = counts.get_mut(group as usize) else { continue };
        let bits = bits(traits) as usize;
        for place in [bits & 255, 256 | bits >> 8 & 255, 512 | bits >> 16 & 255, 768 | bits >> 24] {
            if let Some(count) = counts.get_mut(place % BYTES) {
                *count += 1;
            }
        }
    }
}

/// Counts the values of one byte by its bits.
fn spread(counts: &mut [u32], values: &[u32]) {
    for (value, &times) in values.iter().enumerate().filter(|(_, times)| **times > 0) {
        let bits = counts.iter_mut().enumerate().filter(|(bit, _)| value >> bit & 1 == 1);
        bits.for_each(|(_, count)| *count += times);
    }
}

#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn add_bits(counts: &mut [u32], columns: usize, base: usize, groups: &[u32], several: bool, traits: &[u32]) {
    for (&group, &traits) in groups.iter().zip(traits).filter(|(group, _)| **group < NONE) {
        let mut keys = if several { group } else { 1 };
        while keys != 0 {
            let key = if several { keys.trailing_zeros() } else { group };
            keys &= keys - 1;
            let counts = counts.get_mut(key as usize * columns + base..).unwrap_or_default();
            let mut bits = bits(traits);
            while bits != 0 {
                if let Some(count) = counts.get_mut(bits.trailing_zeros() as usize) {
                    *count += 1;
                }
                bits &= bits - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BYTES, KNOWN, NONE, add_bits, add_bytes, spread};

    #[test]
    fn bytes_count_what_bits_count() {
        let drawn = |number: u32| (number ^ number >> 7).wrapping_mul(0x2c1b_3c6d) ^ number << 9;
        let groups: Vec<u32> =
            (0..3000).map(|case| if case % 11 == 0 { NONE } else { drawn(case) % 5 }).collect();
        let traits: Vec<u32> = (0..3000)
            .map(|case| if case % 7 == 0 { NONE | 2 } else { drawn(case + 5) & (NONE - 1) })
            .collect();
        let (mut slow, mut bytes) = (vec![0; 5 * 32], vec![0; 5 * BYTES]);
        add_bits(&mut slow, 32, 0, &groups, false, &traits);
        add_bytes(&mut bytes, &groups, &traits);
        let mut fast = vec![0; 5 * 32];
        for (counts, bytes) in fast.chunks_mut(32).zip(bytes.chunks(BYTES)) {
            for (counts, values) in counts.chunks_mut(8).zip(bytes.chunks(256)) {
                spread(counts, values);
            }
        }
        assert_eq!(fast, slow);
        let known = (0..3000).filter(|case| case % 11 != 0 && case % 7 != 0).count();
        assert_eq!((0..5).map(|group| fast[group * 32 + usize::from(KNOWN)] as usize).sum::<usize>(), known);
    }

    #[test]
    fn a_case_of_several_groups_counts_in_each() {
        let mut counts = vec![0; 3 * 32];
        add_bits(&mut counts, 32, 0, &[0b101, NONE], true, &[0b10, 0b10]);
        let found: Vec<_> = (0..counts.len()).filter(|&place| counts[place] > 0).collect();
        assert_eq!(found, [1, 31, 65, 95]);
    }
}
