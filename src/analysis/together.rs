//! Which problems come together: of the child and of the parents, of the cases
//! with any. Everything is worked out from how many cases have exactly which
//! set of problems.
//!
//! Only cases whose file asked for all that the fullest of the files asked for: those that were
//! never asked for further problems, or for the parents', would make what others have together
//! seem rarer by chance than it is. They are missing.

use super::{
    answers::MissingCounts,
    bands::Bands,
    coded::{Coded, NONE, known},
    distribution::{counted, indicator, part},
    filter::Rows,
    problems::{Asked, Lists, Problems, more_telling},
};
use crate::{
    cases::{Cases, Missing},
    catalog::{self, Field, Lang, PARENT_PREFIX, PARENTS, PROBLEM_FIELDS, Value, letters},
    listed::in_order,
    report::{Combination, Cooccurrence, Figures, Indicator, Pair},
    stats::Tally,
};
use std::cmp::Ordering;

/// Most exact combinations that the report holds.
const COMBINATIONS: usize = 20;
/// Problems in a set at most: no list of them is longer (see `MAX_VALUES`).
const BITS: u32 = LIST;
/// Where in a set it stands which fields the cases' files have.
const LIST: u32 = u64::BITS - 3;

/// Places of two problems, in the order of the catalog, and number of cases with both.
type Both = ((u16, u16), u64);

/// Number of cases by exact set of problems. Bits of a set: the child's
/// problems, then the parents', each by place in their list; from [`LIST`] on the fields that the cases' files have.
#[derive(Debug, Clone, Default)]
pub(super) struct Together {
    /// Ascending by set; none is empty.
    sets: Vec<(u64, u64)>,
    lists: Lists,
    missing: MissingCounts,
}

impl Together {
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let mut sets = Vec::with_capacity(usize::try_from(rows.count()).unwrap_or(0));
        let mut missing = MissingCounts::default();
        let mut child = Problems::of(cases, bands);
        let mut parents = catalog::field(PARENTS).map(|field| Coded::bits(cases, field, bands));
        let [main, further] = PROBLEM_FIELDS;
        let asked = Asked::of(cases, &[main, PARENTS, further]);
        for block in rows.blocks(cases) {
            let parents = parents.as_mut().map(|parents| parents.read(&block)).unwrap_or_default();
            let list = u64::from(asked.list_of(block.source)) << LIST;
            add_sets(child.read(&block), parents, list, &mut sets, &mut missing);
        }
        Self { sets: counts_of(&ascending(sets)), lists: asked.lists(), missing }
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        let mut theirs = other.sets.iter().copied().peekable();
        let mut both = Vec::with_capacity(self.sets.len().max(other.sets.len()));
        for (set, count) in std::mem::take(&mut self.sets) {
            while let Some(before) = theirs.next_if(|(other, _)| *other < set) {
                both.push(before);
            }
            let same = theirs.next_if(|(other, _)| *other == set);
            both.push((set, count + same.map_or(0, |(_, count)| count)));
        }
        both.extend(theirs);
        self.sets = both;
        self.lists.merge(other.lists);
        self.missing.merge(other.missing);
    }

    #[inline(never)]
    pub(super) fn finish(&self, id: &str, lang: Lang) -> Indicator {
        let sets = Sets::asked(&self.sets, self.lists.fullest());
        let n = sets.cases();
        let mut missing = self.missing;
        missing.add_times(Missing::Blank, self.sets.iter().map(|(_, count)| count).sum::<u64>() - n);
        let (single, pairs) = sets.counts();
        let problems = problems(lang);
        let name = |place: u16| problems.get(usize::from(place)).cloned().unwrap_or_default();
        let frequent = in_order(single.iter(), |a, b| b.1.cmp(&a.1));
        let row = |&(place, count): &(u16, u64)| {
            let (code, label) = name(place);
            counted(code, label, count, n)
        };
        let figures = Cooccurrence {
            base: "cases".to_owned(),
            rows: frequent.iter().map(row).collect(),
            pairs: in_order(pairs, |a, b| b.1.cmp(&a.1))
                .into_iter()
                .map(|((one, other), count)| {
                    // The first of two in the catalog, unless the second is the more frequent.
                    let swap = single.count(other) > single.count(one);
                    let (a, b) = if swap { (other, one) } else { (one, other) };
                    let of_each = single.count(a) as f64 * single.count(b) as f64;
                    Pair {
                        a: name(a).0,
                        b: name(b).0,
                        count: Some(count),
                        share: part(count, n),
                        lift: Some(count as f64 * n as f64 / of_each),
                        status: None,
                    }
                })
                .collect(),
            combinations: sets
                .largest()
                .into_iter()
                .map(|(set, count)| Combination {
                    codes: places(set).map(|place| name(place).0).collect(),
                    count: Some(count),
                    status: None,
                })
                .collect(),
        };
        indicator(id, n, missing, Figures::Cooccurrence(figures))
    }
}

/// The sets of the cases that were asked for the same, problems alone.
struct Sets(Vec<(u64, u64)>);

impl Sets {
    fn asked(sets: &[(u64, u64)], list: u8) -> Self {
        let own = sets.iter().filter(|(set, _)| set >> LIST == u64::from(list));
        Self(own.map(|&(set, count)| (set & !(u64::MAX << LIST), count)).collect())
    }

    fn cases(&self) -> u64 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// Number of cases with each problem, and with every two that come together, in the order of the catalog.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn counts(&self) -> (Tally, Vec<Both>) {
        let (mut single, mut pairs) = (Tally::default(), Tally::default());
        let key = |one: u16, other: u16| one * 64 + other;
        for &(set, count) in &self.0 {
            let mut rest = set;
            while let Some(one) = lowest(&mut rest) {
                single.add_times(one, count);
                let mut later = rest;
                while let Some(other) = lowest(&mut later) {
                    pairs.add_times(key(one, other), count);
                }
            }
        }
        (single, pairs.iter().map(|(key, count)| ((key / 64, key % 64), count)).collect())
    }

    /// The largest exact combinations of two problems or more; equal ones in the order of the catalog.
    fn largest(&self) -> Vec<(u64, u64)> {
        let mut largest: Vec<(u64, u64)> = Vec::new();
        for &exact in self.0.iter().filter(|(set, _)| set.count_ones() > 1) {
            // Most are smaller than any that stays.
            if largest.get(COMBINATIONS - 1).is_some_and(|last| last.1 > exact.1) {
                continue;
            }
            let at = largest.partition_point(|before| by_size(before, &exact) != Ordering::Greater);
            if at < COMBINATIONS {
                largest.insert(at, exact);
                largest.truncate(COMBINATIONS);
            }
        }
        largest
    }
}

/// Larger counts first; then the set with the earlier problem, as words stand in a dictionary.
fn by_size(a: &(u64, u64), b: &(u64, u64)) -> Ordering {
    b.1.cmp(&a.1).then_with(|| {
        let differ = (a.0 ^ b.0).trailing_zeros();
        let rest = |set: u64| set.checked_shr(differ).unwrap_or(0);
        // The one that goes on where the other has ended comes after it.
        match (rest(a.0), rest(b.0)) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            (a, b) => (b & 1).cmp(&(a & 1)),
        }
    })
}

/// The lists of the child's and of the parents' problems, and where in a set the second begins.
fn lists() -> ((&'static [Value], &'static [Value]), u32) {
    let values = |id: &str| catalog::field(id).map_or(&[][..], |field: &Field| field.values);
    let (child, parents) = (PROBLEM_FIELDS.first().map_or(&[][..], |id| values(id)), values(PARENTS));
    ((child, parents), u32::try_from(child.len()).unwrap_or(0))
}

/// Code and label of each problem, by place in a set. Some words are on both lists.
fn problems(lang: Lang) -> Vec<(String, String)> {
    let ((child, parents), _) = lists();
    let own = child.iter().map(|value| (value.code.to_owned(), value.label.text(lang).to_owned()));
    let whose = match lang {
        Lang::Nl => "Ouders",
        Lang::En => "Parents",
    };
    let of_parents = parents.iter().map(|value| {
        (format!("{PARENT_PREFIX}{}", value.code), format!("{whose}: {}", lowered(value.label.text(lang))))
    });
    own.chain(of_parents).collect()
}

/// With its first capital as a small letter.
fn lowered(label: &str) -> String {
    let mut done = false;
    let lower = |letter: char| {
        let first = !done && letters::is_capital(letter);
        done |= first;
        if first { letters::lower(letter) } else { letter }
    };
    label.chars().map(lower).collect()
}

/// The problems in a set, in the order of the catalog.
fn places(set: u64) -> impl Iterator<Item = u16> {
    let mut rest = set & !(u64::MAX << BITS);
    std::iter::from_fn(move || lowest(&mut rest))
}

/// Takes the first problem out of a set.
#[inline]
fn lowest(set: &mut u64) -> Option<u16> {
    let place = set.trailing_zeros();
    *set &= set.wrapping_sub(1);
    if place < u64::BITS { u16::try_from(place).ok() } else { None }
}

/// The sets of the cases of one block, by the codes of the child's and of the parents' problems.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn add_sets(child: &[u32], parents: &[u32], list: u64, sets: &mut Vec<u64>, missing: &mut MissingCounts) {
    let (_, shift) = lists();
    for (&child, &parents) in child.iter().zip(parents) {
        let bits = |code: u32| if code < NONE { u64::from(code) } else { 0 };
        if let (Err(one), Err(other)) = (known(child), known(parents)) {
            missing.add(more_telling(one, other));
        } else {
            sets.push(bits(child) | bits(parents) << shift | list);
        }
    }
}

/// Sorted by so many bits at a time, from the lowest: as fast whatever the sets are.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn ascending(mut sets: Vec<u64>) -> Vec<u64> {
    const DIGIT: u32 = 11;
    let (mut any, mut all) = (0, u64::MAX);
    for &set in &sets {
        any |= set;
        all &= set;
    }
    let mut spare = vec![0; sets.len()];
    // Bits that all have put nothing in order.
    let mut differ = any & !all;
    while differ != 0 {
        let shift = differ.trailing_zeros();
        let digit = |set: u64| usize::try_from(set >> shift & ((1 << DIGIT) - 1)).unwrap_or(0);
        let mut ends = [0usize; 1 << DIGIT];
        for &set in &sets {
            if let Some(count) = ends.get_mut(digit(set)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        for &set in &sets {
            if let Some(next) = ends.get_mut(digit(set)) {
                if let Some(slot) = spare.get_mut(*next) {
                    *slot = set;
                }
                *next += 1;
            }
        }
        std::mem::swap(&mut sets, &mut spare);
        differ &= u64::MAX.checked_shl(shift + DIGIT).unwrap_or(0);
    }
    sets
}

/// How many times each of them stands in a sorted list.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn counts_of(sorted: &[u64]) -> Vec<(u64, u64)> {
    let mut counts: Vec<(u64, u64)> = Vec::new();
    for &set in sorted {
        match counts.last_mut() {
            Some((last, count)) if *last == set => *count += 1,
            _ => counts.push((set, 1)),
        }
    }
    counts
}
