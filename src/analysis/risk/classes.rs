//! Cases that are alike: classes by columns of codes, and what these say of
//! the chance that one case is recognised. Knows no field.

/// A class for each case; cases of one class are the same in all that the classes were made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Classes {
    /// By case: the number of its class.
    of: Vec<u32>,
    /// By class: how many cases.
    sizes: Vec<u32>,
}

impl Classes {
    /// Of cases of which nothing is known.
    pub(super) fn of_nothing(cases: usize) -> Self {
        Self::of_codes(vec![0; cases])
    }

    /// Of one column: a class for each code that occurs. There is room for all codes up to the greatest.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn of_codes(mut codes: Vec<u32>) -> Self {
        let room = codes.iter().max().map_or(0, |&most| most as usize + 1);
        let mut classes = vec![u32::MAX; room];
        let mut sizes = Vec::new();
        for code in &mut codes {
            let Some(class) = classes.get_mut(*code as usize) else { continue };
            if *class == u32::MAX {
                *class = number(sizes.len());
                sizes.push(0);
            }
            *code = *class;
            count(&mut sizes, *class);
        }
        Self { of: codes, sizes }
    }

    /// Of cases that are the same in this and in the other.
    pub(super) fn and(&self, other: &Self) -> Self {
        // What tells nobody apart, or everybody, needs no counting.
        if self.sizes.len() < 2 || other.sizes.len() == other.of.len() {
            return other.clone();
        }
        if other.sizes.len() < 2 || self.sizes.len() == self.of.len() {
            return self.clone();
        }
        let order: Vec<u32> = (0..).take(self.of.len()).collect();
        self.numbered(other, &self.sorted(&other.sorted(&order)))
    }

    /// The cases class by class, within a class in the order given: a pass of a radix sort.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn sorted(&self, order: &[u32]) -> Vec<u32> {
        let mut before = 0;
        let mut next: Vec<u32> = Vec::with_capacity(self.sizes.len());
        for size in &self.sizes {
            next.push(before);
            before += size;
        }
        let mut sorted = vec![0; order.len()];
        for &case in order {
            let class = self.of.get(case as usize).map_or(0, |&class| class as usize);
            let Some(place) = next.get_mut(class) else { continue };
            if let Some(slot) = sorted.get_mut(*place as usize) {
                *slot = case;
            }
            *place += 1;
        }
        sorted
    }

    /// The classes of both, of cases in such an order that equal ones stand together.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn numbered(&self, other: &Self, order: &[u32]) -> Self {
        let mut of = vec![0; self.of.len()];
        let mut sizes: Vec<u32> = Vec::new();
        let mut last = None;
        for &case in order {
            let at = case as usize;
            let pair = self.of.get(at).zip(other.of.get(at));
            if pair != last {
                last = pair;
                sizes.push(0);
            }
            let class = number(sizes.len()) - 1;
            count(&mut sizes, class);
            if let Some(slot) = of.get_mut(at) {
                *slot = class;
            }
        }
        Self { of, sizes }
    }

    /// How many cases.
    pub(super) fn cases(&self) -> u64 {
        self.of.len() as u64
    }

    /// How many classes.
    pub(super) fn count(&self) -> u64 {
        self.sizes.len() as u64
    }

    /// Cases in the smallest class; 0 without any.
    pub(super) fn smallest(&self) -> u64 {
        self.sizes.iter().min().copied().unwrap_or(0).into()
    }

    /// Cases in classes of fewer than so many.
    pub(super) fn under(&self, limit: u32) -> u64 {
        self.sizes.iter().filter(|size| **size < limit).map(|&size| u64::from(size)).sum()
    }

    /// The fraction of all pairs of cases that are of two classes; 0 of fewer than two cases.
    pub(super) fn separation(&self) -> f64 {
        let pairs = |cases: u64| cases * cases.saturating_sub(1) / 2;
        let alike: u64 = self.sizes.iter().map(|&size| pairs(size.into())).sum();
        let all = pairs(self.cases());
        fraction(all - alike, all)
    }

    /// By class: how many different classes of the other its cases have.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn diversity(&self, other: &Self) -> Vec<u32> {
        let both = self.and(other);
        let mut seen = vec![false; both.sizes.len()];
        let mut kinds = vec![0; self.sizes.len()];
        for (&class, &both) in self.of.iter().zip(&both.of) {
            let Some(seen) = seen.get_mut(both as usize).filter(|seen| !**seen) else { continue };
            *seen = true;
            count(&mut kinds, class);
        }
        kinds
    }

    /// How many cases each class has.
    pub(super) fn sizes(&self) -> &[u32] {
        &self.sizes
    }
}

/// What is the same in all of these.
pub(super) fn together<'a>(first: &Classes, columns: impl IntoIterator<Item = &'a Classes>) -> Classes {
    columns.into_iter().fold(first.clone(), |together, column| together.and(column))
}

/// For each column how many cases are alone by all others and by `rest`.
pub(super) fn unique_without(columns: &[&Classes], rest: &Classes) -> Vec<u64> {
    if columns.len() < 2 {
        return columns.iter().map(|_| rest.under(2)).collect();
    }
    // Halves leave out what they hold, so that what is outside is put together once.
    let (left, right) = columns.split_at(columns.len() / 2);
    let mut found = unique_without(left, &together(rest, right.iter().copied()));
    found.extend(unique_without(right, &together(rest, left.iter().copied())));
    found
}

/// 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "pairs of a million cases are far below 2^53")]
pub(super) fn fraction(part: u64, all: u64) -> f64 {
    if all == 0 { 0.0 } else { part as f64 / all as f64 }
}

#[inline]
fn count(counts: &mut [u32], place: u32) {
    if let Some(count) = counts.get_mut(place as usize) {
        *count += 1;
    }
}

#[inline]
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use proptest::prelude::*;

    use super::{Classes, together, unique_without};

    fn column(codes: &[u32]) -> Classes {
        Classes::of_codes(codes.to_vec())
    }

    fn all(columns: &[&Classes]) -> Classes {
        together(columns[0], columns[1..].iter().copied())
    }

    fn near(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-12
    }

    /// Motwani and Xu's table of five, as ARX works it out by hand.
    #[test]
    fn distinction_and_separation_of_five_rows() {
        let age = column(&[20, 30, 40, 20, 40]);
        let sex = column(&[0, 0, 0, 1, 1]);
        let state = column(&[0, 0, 1, 2, 0]);
        for (columns, distinction, separation) in [
            (&[&sex][..], 0.4, 0.6),
            (&[&state], 0.6, 0.7),
            (&[&age], 0.6, 0.8),
            (&[&sex, &state], 0.8, 0.9),
            (&[&age, &sex], 1.0, 1.0),
            (&[&age, &state], 1.0, 1.0),
            (&[&age, &sex, &state], 1.0, 1.0),
        ] {
            let classes = all(columns);
            assert!(near(super::fraction(classes.count(), classes.cases()), distinction), "{classes:?}");
            assert!(near(classes.separation(), separation), "{classes:?}");
        }
    }

    /// The eight rows of sdcMicro's test of frequencies.
    #[test]
    fn frequencies_of_eight_rows() {
        let keys = [(2, 3, 1), (3, 3, 3), (2, 3, 1), (2, 3, 2), (3, 3, 1), (3, 3, 1), (1, 4, 1), (2, 3, 1)];
        let columns =
            [keys.map(|key| key.0), keys.map(|key| key.1), keys.map(|key| key.2)].map(|codes| column(&codes));
        let classes = all(&columns.each_ref());
        let frequencies: Vec<_> = classes.of.iter().map(|&class| classes.sizes[class as usize]).collect();
        assert_eq!(frequencies, [3, 1, 3, 1, 2, 2, 1, 3]);
        assert_eq!(classes.under(2), 3, "three are alone");
        assert_eq!(classes.under(3) - classes.under(2), 2, "two are two");
        assert_eq!((classes.smallest(), classes.count(), classes.under(4)), (1, 5, 8));
    }

    /// The seven rows of sdcMicro's test of l-diversity: no occupation is a group of its own.
    #[test]
    fn diversity_of_seven_rows() {
        let sex = column(&[1, 1, 1, 2, 2, 1, 1]);
        let occupation = column(&[0, 0, 0, 1, 1, 2, 2]);
        let ethnicity = column(&[0, 0, 0, 0, 0, 1, 1]);
        let classes = all(&[&sex, &occupation, &ethnicity]);
        let kinds = classes.diversity(&column(&[1, 0, 2, 1, 0, 0, 1]));
        let of_rows: Vec<_> = classes.of.iter().map(|&class| kinds[class as usize]).collect();
        assert_eq!(of_rows, [3, 3, 3, 2, 2, 2, 2]);
    }

    #[test]
    fn no_cases_and_one_case() {
        let none = Classes::of_nothing(0);
        assert_eq!((none.count(), none.smallest(), none.under(10)), (0, 0, 0));
        assert!(near(none.and(&none).separation(), 0.0));
        let one = Classes::of_nothing(1);
        assert_eq!((one.count(), one.smallest(), one.under(2)), (1, 1, 1));
        assert!(near(one.separation(), 0.0));
        assert_eq!(one.diversity(&one), [1]);
    }

    /// Columns of the same length, with few codes or many.
    fn columns() -> impl Strategy<Value = Vec<Vec<u32>>> {
        (0usize..60, 1usize..6).prop_flat_map(|(rows, columns)| {
            let column = (1u32..9).prop_flat_map(move |codes| {
                proptest::collection::vec((0..codes * codes).prop_map(|code| code * 7), rows)
            });
            proptest::collection::vec(column, columns)
        })
    }

    fn keys(columns: &[Vec<u32>], without: Option<usize>) -> Vec<String> {
        let kept = || columns.iter().enumerate().filter(|(place, _)| Some(*place) != without);
        let key = |row: usize| kept().map(|(_, column)| format!("{};", column[row])).collect();
        (0..columns[0].len()).map(key).collect()
    }

    fn counted(keys: &[String]) -> HashMap<&String, u64> {
        keys.iter().fold(HashMap::new(), |mut counts, key| {
            *counts.entry(key).or_default() += 1;
            counts
        })
    }

    proptest! {
        #[test]
        fn classes_are_those_of_texts_in_a_table(given in columns()) {
            let made: Vec<_> = given.iter().map(|codes| column(codes)).collect();
            let made: Vec<_> = made.iter().collect();
            let classes = all(&made);
            let keys_of_all = keys(&given, None);
            let counts = counted(&keys_of_all);
            prop_assert_eq!(classes.count(), counts.len() as u64);
            for (row, key) in keys_of_all.iter().enumerate() {
                prop_assert_eq!(u64::from(classes.sizes[classes.of[row] as usize]), counts[key]);
            }
            let pairs = |cases: u64| cases * cases.saturating_sub(1) / 2;
            let apart = pairs(keys_of_all.len() as u64) - counts.values().map(|&count| pairs(count)).sum::<u64>();
            prop_assert!(near(classes.separation(), super::fraction(apart, pairs(keys_of_all.len() as u64))));
            let without = unique_without(&made, &Classes::of_nothing(keys_of_all.len()));
            for (place, found) in without.iter().enumerate() {
                let keys = keys(&given, Some(place));
                let alone = counted(&keys).values().filter(|count| **count == 1).count();
                prop_assert_eq!(*found, alone as u64);
            }
        }

        #[test]
        fn kinds_are_counted_within_their_class(given in columns()) {
            let (first, rest) = given.split_first().expect("one or more");
            let rest: Vec<_> = rest.iter().map(|codes| column(codes)).collect();
            let classes = together(&Classes::of_nothing(first.len()), &rest);
            let kinds = classes.diversity(&column(first));
            for (class, &found) in kinds.iter().enumerate() {
                let within = first.iter().zip(&classes.of).filter(|(_, of)| **of as usize == class);
                let different: HashSet<_> = within.map(|(code, _)| code).collect();
                prop_assert_eq!(found as usize, different.len());
            }
        }
    }
}
