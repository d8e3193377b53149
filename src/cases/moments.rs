//! Two files that tell the same cases at different moments.

use super::{Cases, Day, identity::runs};

/// Two files that have cases in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Overlap {
    /// Number of the file whose latest date is the earlier one; of equal ones the first file.
    pub older: usize,
    /// Number of the other file.
    pub newer: usize,
    /// How many cases are in both.
    pub shared: usize,
}

/// One case in the older and in the newer file: in each the row that tells most of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pair {
    /// Place of the case among all; `None` when it is not in the older file.
    pub older: Option<usize>,
    /// Likewise in the newer file.
    pub newer: Option<usize>,
}

impl Cases {
    /// The files that have cases in common, two by two, in the order of their numbers.
    pub fn overlaps(&self) -> Vec<Overlap> {
        if self.sources.len() > 1 { self.overlaps_of_files() } else { Vec::new() }
    }

    #[inline(never)]
    fn overlaps_of_files(&self) -> Vec<Overlap> {
        let files = self.sources.len();
        let Some(mut groups) = self.groups(None) else { return Vec::new() };
        let mut members: Vec<(u64, u32)> =
            (0..).take(self.len).map(|case| (u64::from(groups.first(case)), case)).collect();
        let mut shared = vec![0; files * files];
        for run in runs(&mut members) {
            let mut sources: Vec<usize> =
                run.iter().map(|&(_, case)| self.source_of(case as usize)).collect();
            sources.dedup();
            for (place, &one) in sources.iter().enumerate() {
                for &other in sources.iter().skip(place + 1) {
                    shared.iter_mut().skip(one * files + other).take(1).for_each(|shared| *shared += 1);
                }
            }
        }
        let found = shared.into_iter().enumerate().filter(|&(_, shared)| shared > 0);
        found.map(|(place, shared)| self.overlap(place / files, place % files, shared)).collect()
    }

    fn overlap(&self, one: usize, other: usize, shared: usize) -> Overlap {
        let swap = self.latest_day_of(one) > self.latest_day_of(other);
        let (older, newer) = if swap { (other, one) } else { (one, other) };
        Overlap { older, newer, shared }
    }

    /// The cases of two files, each once. Rows without a casus number can't be
    /// known again, and are not in it.
    pub fn pairs(&self, older: usize, newer: usize) -> Vec<Pair> {
        let Some(mut groups) = self.groups(Some([older, newer])) else { return Vec::new() };
        let mut pairs = vec![Pair::default(); self.len];
        for (source, cases) in self.ranges().filter(|(source, _)| *source == older || *source == newer) {
            for case in cases.filter(|&case| self.mark(source, case).is_some()) {
                let first = groups.first(u32::try_from(case).unwrap_or(u32::MAX)) as usize;
                let Some(pair) = pairs.get_mut(first) else { continue };
                let best = if source == older { &mut pair.older } else { &mut pair.newer };
                if best.is_none_or(|best| self.tells_more(case, best)) {
                    *best = Some(case);
                }
            }
        }
        if older == newer {
            pairs.iter_mut().for_each(|pair| pair.newer = pair.older);
        }
        pairs.retain(|pair| *pair != Pair::default());
        pairs
    }

    /// How many rows of a file have no casus number.
    pub fn without_number(&self, source: usize) -> usize {
        let cases = self.ranges().nth(source).map_or(0..0, |(_, cases)| cases);
        cases.filter(|&case| self.mark(source, case).is_none()).count()
    }

    /// The latest day in any date field of one file.
    pub fn latest_day_of(&self, source: usize) -> Option<Day> {
        let (_, cases) = self.ranges().nth(source)?;
        self.date_columns().filter_map(|days| days.latest(cases.clone(), None)).max()
    }
}
