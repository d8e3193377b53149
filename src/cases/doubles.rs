//! Counts a case once, by the row that tells most of it.

use std::cmp::Ordering;

use super::Cases;

/// The rows of one file that are not counted, since another row tells their case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doubles {
    /// Their numbers as a person sees them, in the order of the file.
    pub rows: Vec<u32>,
    /// Those of them in which some answer is another than in the row that counts.
    pub differing: Vec<u32>,
}

impl Cases {
    /// Leaves every row out of the counting whose case another row tells
    /// better, and says which rows those are, by file.
    ///
    /// The row with most answers stays; of rows with as many, one is chosen by
    /// what it says, so that no order of rows or files changes a figure.
    pub fn count_once(&mut self) -> Vec<Doubles> {
        self.count_all();
        let mut doubles = vec![Doubles::default(); self.sources.len()];
        let groups = self.groups(None).filter(|groups| !groups.are_all_apart());
        let Some(mut groups) = groups else { return doubles };
        let first: Vec<u32> = (0..).take(self.len).map(|case| groups.first(case)).collect();
        drop(groups);
        let mut best: Vec<u32> = (0..).take(self.len).collect();
        for (case, &first) in (0..).zip(&first) {
            let Some(best) = best.get_mut(first as usize).filter(|best| **best != case) else { continue };
            if self.tells_more(case as usize, *best as usize) {
                *best = case;
            }
        }
        let mut excluded = vec![false; self.len];
        for (source, cases) in self.ranges() {
            let Some(of_source) = doubles.get_mut(source) else { continue };
            for case in cases {
                let kept = first.get(case).and_then(|&first| best.get(first as usize));
                let Some(&kept) = kept.filter(|&&kept| kept as usize != case) else { continue };
                excluded.iter_mut().skip(case).take(1).for_each(|excluded| *excluded = true);
                let row = self.row(source, case);
                of_source.rows.push(row);
                if self.differ(case, kept as usize) {
                    of_source.differing.push(row);
                }
            }
        }
        if excluded.contains(&true) {
            self.excluded = excluded;
        }
        doubles
    }

    /// Counts every row, also those that [`Cases::count_once`] left out.
    pub fn count_all(&mut self) {
        self.excluded = Vec::new();
    }

    /// Whether a case is counted: not when another row tells it better.
    #[inline]
    pub fn is_counted(&self, case: usize) -> bool {
        !self.excluded.get(case).copied().unwrap_or(false)
    }

    /// Of each case whether it is counted.
    pub fn counted(&self) -> Vec<bool> {
        if self.excluded.is_empty() {
            return vec![true; self.len];
        }
        self.excluded.iter().map(|excluded| !excluded).collect()
    }

    /// How many cases are not counted.
    pub fn excluded(&self) -> usize {
        self.excluded.iter().filter(|excluded| **excluded).count()
    }

    /// Whether two cases have another answer in a field that both their files
    /// have. Why there is no answer makes no difference.
    pub fn differ(&self, one: usize, other: usize) -> bool {
        let (of_one, of_other) = (self.source_of(one), self.source_of(other));
        self.columns.iter().enumerate().any(|(field, column)| {
            column.as_ref().is_some_and(|column| column.key(one).ok() != column.key(other).ok())
                && self.has_field(of_one, field)
                && self.has_field(of_other, field)
        })
    }

    /// Has more answers; of rows with as many, comes later by what it says.
    pub(super) fn tells_more(&self, one: usize, other: usize) -> bool {
        let columns = || self.columns.iter().flatten();
        let answers = |case| columns().filter(|column| column.key(case).is_ok()).count();
        let by_content = || columns().map(|column| column.order(one, other)).find(|order| order.is_ne());
        let order = answers(one).cmp(&answers(other));
        order.is_gt() || (order.is_eq() && by_content() == Some(Ordering::Greater))
    }
}
