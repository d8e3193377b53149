//! Where a group differs from all other cases more than chance explains.
//!
//! A group is the cases with one answer in one field, a trait one answer in
//! another. Of the cases of which both are known, the share with the trait in
//! the group stands against that in all others. Pairs with fewer than
//! [`LEAST`] cases in the group's trait, and groups without others, are left
//! out before testing: they are no part of `tested`, nor of the adjustment.
//!
//! The child's problems are one trait field, of which each case counts once a
//! problem. Where the files together hold both fields of problems, only cases
//! whose file asked for both count there: who was never asked for further
//! problems would seem to have fewer.

use super::{
    AGE, REGION,
    answers::{Answer, MissingCounts, Reader},
    bands::Bands,
    crosstab::Pairs,
    distribution::{indicator, part},
    filter::Rows,
    problems::Problems,
};
use crate::{
    cases::Cases,
    catalog::{self, Field, Lang, PROBLEM_FIELDS},
    listed::in_order,
    report::{AnswerOf, Figures, Indicator, Thread, Threads},
    stats::{benjamini_hochberg, fisher_exact},
};

/// Fields whose answers make groups.
const GROUPS: [&str; 6] = [REGION, "geslacht", AGE, "aanmelder", "verblijf", "onderwijs"];
/// Fields whose answers are traits; the first stands for all problems of the child.
const TRAITS: [&str; 4] = [PROBLEM_FIELDS[0], "reden", "belemmering", "uitkomst"];
/// Fewest cases of the group with the trait.
const LEAST: u64 = 5;
/// Part of what is found that may be chance.
const FALSE_DISCOVERIES: f64 = 0.05;

/// Counts of groups by traits.
#[derive(Debug, Clone)]
pub(super) struct Weave {
    tables: Vec<Table>,
    all: u64,
}

/// Counts by group and trait of two fields. Of problems, by which fields the
/// case's file has: the first, the second, both; else the first alone.
#[derive(Debug, Clone)]
struct Table {
    problems: bool,
    pairs: [Pairs; 3],
}

impl Weave {
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let mut all = 0;
        rows.for_each(|_| all += 1);
        let mut tables = Vec::new();
        for (group, of) in fields(&GROUPS).flat_map(|group| fields(&TRAITS).map(move |of| (group, of))) {
            tables.push(Table::of(group, of, cases, rows, bands));
        }
        Self { tables, all }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.tables.iter_mut().zip(&other.tables) {
            for (mine, theirs) in mine.pairs.iter_mut().zip(&theirs.pairs) {
                mine.merge(theirs);
            }
        }
        self.all += other.all;
    }

    pub(super) fn finish(&self, id: &str, lang: Lang, has: impl Fn(&str) -> bool) -> Indicator {
        let mut tested = Vec::new();
        for pairs in self.tables.iter().filter_map(|table| table.counts(&has)) {
            test(pairs, lang, &mut tested);
        }
        let chances: Vec<f64> = tested.iter().map(|thread| thread.p).collect();
        for (thread, q) in tested.iter_mut().zip(benjamini_hochberg(&chances)) {
            thread.q = q;
        }
        let tests = u64::try_from(tested.len()).unwrap_or(u64::MAX);
        let found = tested.into_iter().filter(|thread| thread.q <= FALSE_DISCOVERIES);
        let rows = in_order(found, |a, b| difference(b).total_cmp(&difference(a)));
        let figures = Figures::Threads(Threads { rows, tested: tests });
        indicator(id, self.all, MissingCounts::default(), figures)
    }
}

/// Whether the files hold a field of groups and one of traits.
pub(super) fn can_give(has: impl Fn(&str) -> bool) -> bool {
    let traits = TRAITS.iter().chain(&PROBLEM_FIELDS);
    GROUPS.iter().any(|id| has(id)) && traits.into_iter().any(|id| has(id))
}

fn fields(ids: &'static [&'static str]) -> impl Iterator<Item = &'static Field> {
    ids.iter().filter_map(|id| catalog::field(id))
}

fn difference(thread: &Thread) -> f64 {
    (thread.share.unwrap_or(0.0) - thread.rest_share.unwrap_or(0.0)).abs()
}

impl Table {
    fn of(group: &'static Field, of: &'static Field, cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let problems = of.id == PROBLEM_FIELDS[0];
        let [mut first, mut second, mut both] = [(); 3].map(|()| Pairs::new(group, of, cases, bands));
        let groups = Reader::of(group, cases, bands);
        if problems {
            let traits = Problems::of(cases, bands);
            let asked = Coverage::of(cases);
            rows.for_each(|case| {
                let answer = traits.of_case(case).map_or_else(Answer::None, Answer::Several);
                match asked.of_case(case) {
                    [true, true] => both.add(groups.answer(case), answer),
                    [false, true] => second.add(groups.answer(case), answer),
                    _ => first.add(groups.answer(case), answer),
                }
            });
        } else {
            let traits = Reader::of(of, cases, bands);
            rows.for_each(|case| first.add(groups.answer(case), traits.answer(case)));
        }
        Self { problems, pairs: [first, second, both] }
    }

    /// The counts that can be compared.
    fn counts(&self, has: impl Fn(&str) -> bool) -> Option<&Pairs> {
        let [first, second, both] = &self.pairs;
        match PROBLEM_FIELDS.map(has) {
            _ if !self.problems => Some(first),
            [true, true] => Some(both),
            [true, false] => Some(first),
            [false, true] => Some(second),
            [false, false] => None,
        }
    }
}

/// Which fields of problems each file has.
struct Coverage<'a> {
    cases: &'a Cases,
    /// By file.
    files: Vec<[bool; 2]>,
}

impl<'a> Coverage<'a> {
    fn of(cases: &'a Cases) -> Self {
        let has = |file, id| catalog::field_index(id).is_some_and(|field| cases.has_field(file, field));
        Self {
            cases,
            files: cases.ranges().map(|(file, _)| PROBLEM_FIELDS.map(|id| has(file, id))).collect(),
        }
    }

    fn of_case(&self, case: usize) -> [bool; 2] {
        let file = match self.files.as_slice() {
            [only] => Some(only),
            files => files.get(self.cases.source_of(case)),
        };
        file.copied().unwrap_or([false, false])
    }
}

/// Tests each group against each trait, in the order of drawing.
fn test(pairs: &Pairs, lang: Lang, tested: &mut Vec<Thread>) {
    let traits = pairs.column.in_order(&pairs.column_totals);
    for group in pairs.row.in_order(&pairs.row_totals) {
        let n = pairs.row_totals.count(group);
        let rest_n = pairs.known.saturating_sub(n);
        let Some(cells) = pairs.cells.get(usize::from(group)).filter(|_| rest_n > 0) else { continue };
        for &of in &traits {
            let count = cells.count(of);
            if count < LEAST {
                continue;
            }
            let rest_count = pairs.column_totals.count(of).saturating_sub(count);
            let p = fisher_exact(count, n - count, rest_count, rest_n - rest_count);
            let answer = |axis: &super::answers::Axis, key| AnswerOf {
                field: axis.field().id.to_owned(),
                code: axis.code(key),
                label: axis.label(key, lang),
            };
            tested.push(Thread {
                group: answer(&pairs.row, group),
                trait_: answer(&pairs.column, of),
                count: Some(count),
                n,
                share: part(count, n),
                rest_count: Some(rest_count),
                rest_n,
                rest_share: part(rest_count, rest_n),
                p,
                q: 1.0,
                text: None,
            });
        }
    }
}
