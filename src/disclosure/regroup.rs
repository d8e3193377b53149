//! Merging classes, so that figures are shown whole in place of hidden: a proposal, for a person to take
//! or refuse. Neighbours of an ordered axis, the smallest of an unordered one.

use std::cmp::Reverse;

use super::{
    one_way,
    table::{Table, at},
};

/// Classes that become one, in order: numbers from 0.
pub type Groups = Vec<Vec<usize>>;

/// The merged classes of an ordered axis: the most of them in which every cell is 0 or at least the minimum.
///
/// `cells` has a row for each class, with its count in each column that will be published (one, or one
/// for each value of the split). Of equally many classes the most even ones are taken, then those whose
/// first classes are smallest in number. None when even all together are too few.
///
/// ```
/// use ben_monitor::disclosure::regroup;
/// let groups = regroup::ordered(&[vec![4], vec![23], vec![2], vec![10]], 5).expect("39 cases");
/// assert_eq!(groups, [vec![0, 1], vec![2, 3]]);
/// ```
pub fn ordered(cells: &[Vec<u64>], minimum: u64) -> Option<Groups> {
    let ends = best_cuts(cells, minimum).map(|cuts| cuts.ends)?;
    Some(groups(&ends))
}

/// An unordered axis: the smallest classes that become a rest, which is at least the minimum and holds at
/// least two of them, and tells of none of them within less than the minimum how many it counts to who knows that
/// the smallest were taken; empty when no class is small. None when that can't be.
///
/// ```
/// use ben_monitor::disclosure::regroup;
/// assert_eq!(regroup::rest(&[20, 3, 0, 1, 9], 5), Some(vec![1, 3, 4]));
/// // Of 12 in three, each at most 5 as the next one, all would be 4.
/// assert_eq!(regroup::rest(&[40, 5, 4, 4, 4], 5), Some(vec![1, 2, 3, 4]));
/// ```
pub fn rest(counts: &[u64], minimum: u64) -> Option<Vec<usize>> {
    let is_small = |class: &usize| (1..minimum).contains(&at(counts, *class));
    let mut folded: Vec<usize> = (0..counts.len()).filter(is_small).collect();
    while !folded.is_empty() {
        let sum: u64 = folded.iter().map(|class| at(counts, *class)).sum();
        if folded.len() >= 2 && sum >= minimum && one_way::is_open(counts, &folded, minimum) {
            break;
        }
        let kept = (0..counts.len()).filter(|class| at(counts, *class) >= minimum);
        let next =
            kept.filter(|class| !folded.contains(class)).min_by_key(|class| (at(counts, *class), *class))?;
        folded.push(next);
    }
    Some((0..counts.len()).filter(|class| folded.contains(class)).collect())
}

/// Merged rows and columns of a table of two ordered axes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Groups of rows.
    pub rows: Groups,
    /// Groups of columns.
    pub columns: Groups,
}

/// The merged table in which every cell is 0 or at least the minimum: one with two rows and two columns
/// or more if there is any, then with the most cells, then the most even.
///
/// Every way to cut the shorter axis is tried, and for each the best cuts of the longer one are found
/// exactly; none when the shorter axis has more than 12 classes or all cases together are too few.
pub fn two_way(table: &Table, minimum: u64) -> Option<Merged> {
    let shape = table.shape();
    let rows_are_long = shape.rows >= shape.columns;
    let short = shape.rows.min(shape.columns);
    if short > SHORTEST {
        return None;
    }
    let mut best: Option<Kept> = None;
    for cuts in 0..1_usize << (short - 1) {
        let ends = (1..=short).filter(|end| *end == short || cuts >> (end - 1) & 1 == 1).collect();
        let Some(kept) = Kept::with(table, rows_are_long, ends, minimum) else { continue };
        if best.as_ref().is_none_or(|known| kept.rank() > known.rank()) {
            best = Some(kept);
        }
    }
    let Kept { long, short, .. } = best?;
    let (rows, columns) = if rows_are_long { (long, short) } else { (short, long) };
    Some(Merged { rows: groups(&rows), columns: groups(&columns) })
}

/// What is kept of a table when it is cut so: where the groups of each axis end.
struct Kept {
    long: Vec<usize>,
    short: Vec<usize>,
    squares: u64,
}

impl Kept {
    /// The shorter axis cut so, and the longer one as well as can be.
    fn with(table: &Table, rows_are_long: bool, short: Vec<usize>, minimum: u64) -> Option<Self> {
        let shape = table.shape();
        let count = |long, short| {
            table.at(if rows_are_long { shape.place(long, short) } else { shape.place(short, long) })
        };
        let of_groups = groups(&short);
        let sums = |line: usize| {
            of_groups.iter().map(|group| group.iter().map(|other| count(line, *other)).sum()).collect()
        };
        let cells: Vec<Vec<u64>> = (0..shape.rows.max(shape.columns)).map(sums).collect();
        let Cuts { ends, squares } = best_cuts(&cells, minimum)?;
        Some(Self { long: ends, short, squares })
    }

    /// A real table before a line of cells, then more cells before fewer, then the more even.
    fn rank(&self) -> (bool, usize, Reverse<u64>) {
        let (long, short) = (self.long.len(), self.short.len());
        (long > 1 && short > 1, long * short, Reverse(self.squares))
    }
}

/// The most classes of the shorter axis of which every cut is tried: 2¹¹ of them.
const SHORTEST: usize = 12;

/// The best cuts of the first classes.
#[derive(Debug, Clone)]
struct Cuts {
    /// Where each group ends.
    ends: Vec<usize>,
    /// The sum of the squares of its cells: the smaller, the more even.
    squares: u64,
}

/// By dynamic programming: the best cuts of the first classes up to each, from those of fewer.
fn best_cuts(cells: &[Vec<u64>], minimum: u64) -> Option<Cuts> {
    let mut best: Vec<Option<Cuts>> = vec![Some(Cuts { ends: Vec::new(), squares: 0 })];
    for end in 1..=cells.len() {
        let mut found: Option<Cuts> = None;
        let mut sums = vec![0_u64; cells.first().map_or(0, Vec::len)];
        for start in (0..end).rev() {
            for (sum, count) in sums.iter_mut().zip(cells.get(start).into_iter().flatten()) {
                *sum = sum.saturating_add(*count);
            }
            let Some(before) = best.get(start).and_then(Option::as_ref) else { continue };
            if sums.iter().any(|sum| (1..minimum).contains(sum)) {
                continue;
            }
            let squares =
                sums.iter().fold(before.squares, |all, sum| all.saturating_add(sum.saturating_mul(*sum)));
            let better = |known: &Cuts| {
                (before.ends.len() + 1, Reverse(squares)) >= (known.ends.len(), Reverse(known.squares))
            };
            if found.as_ref().is_none_or(better) {
                let mut ends = before.ends.clone();
                ends.push(end);
                found = Some(Cuts { ends, squares });
            }
        }
        best.push(found);
    }
    best.pop().flatten()
}

fn groups(ends: &[usize]) -> Groups {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, end)| (start..*end).collect()).collect()
}
