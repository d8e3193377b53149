//! Where a group differs from all other cases more than chance explains.
//!
//! A group is the cases with one answer in one field, a trait one answer in
//! another. Of the cases of which both are known, the share with the trait in
//! the group stands against that in all others. Pairs with fewer than
//! [`LEAST`] cases in the group's trait, and groups without others, are left
//! out before testing: they are no part of `tested`, nor of the adjustment.
//!
//! The child's problems are one trait field, of which each case counts once a
//! problem. Where a file holds both fields of problems, only cases whose file
//! asked for both count there: who was never asked for further problems would
//! seem to have fewer.

use super::{
    AGE, REGION,
    answers::{Axis, MissingCounts},
    bands::Bands,
    cells::{Cells, KNOWN, WIDTH},
    coded::Coded,
    distribution::{indicator, part},
    filter::Rows,
    problems::{Asked, Lists, Problems},
};
use crate::{
    cases::Cases,
    catalog::{self, Field, Lang, MAX_VALUES, PROBLEM_FIELDS},
    listed::in_order,
    report::{AnswerOf, Figures, Indicator, Thread, Threads},
    stats::{Tally, benjamini_hochberg, fisher_exact},
};

/// Fields whose answers make groups.
const GROUPS: [&str; 6] = [REGION, "geslacht", AGE, "aanmelder", "verblijf", "onderwijs"];
/// Fields whose answers are traits; the first stands for all problems of the child.
const TRAITS: [&str; 4] = [PROBLEM_FIELDS[0], "reden", "belemmering", "uitkomst"];
/// Fewest cases of the group with the trait.
const LEAST: u64 = 5;
/// Part of what is found that may be chance.
const FALSE_DISCOVERIES: f64 = 0.05;

/// Counts of groups by traits, in one scan of the cases.
#[derive(Debug, Clone)]
pub(super) struct Weave {
    groups: Vec<Group>,
    traits: Vec<Axis>,
    lists: Lists,
    all: u64,
}

/// The groups of one field.
#[derive(Debug, Clone)]
struct Group {
    axis: Axis,
    /// By key of the group: cases by column.
    cells: Vec<Tally>,
}

const _: () = assert!(MAX_VALUES < KNOWN as usize);
/// Problems have four lists, by which of their fields the case's file has. The other traits follow.
const PROBLEM_LISTS: u16 = 4;
/// Number of lists.
const LISTS: u16 = PROBLEM_LISTS + 3;
const _: () = assert!(TRAITS.len() == 1 + (LISTS - PROBLEM_LISTS) as usize);

impl Weave {
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let (mut problems, asked) = (Problems::of(cases, bands), Asked::of(cases, &PROBLEM_FIELDS));
        let others = fields(&TRAITS).skip(1);
        let mut others: Vec<_> = others.map(|field| Coded::bits(cases, field, bands)).collect();
        let mut groups: Vec<_> = fields(&GROUPS).map(|field| Cells::of(field, LISTS, cases, bands)).collect();
        for block in rows.blocks(cases) {
            let mut traits = vec![(asked.list_of(block.source).into(), problems.read(&block))];
            let there = (PROBLEM_LISTS..).zip(&mut others).filter(|(_, other)| !other.is_absent());
            traits.extend(there.map(|(list, other)| (list, other.read(&block))));
            groups.iter_mut().for_each(|group| group.add(&block, &traits));
        }
        let groups = fields(&GROUPS).zip(groups);
        let group = |(field, cells): (_, Cells<'_>)| Group {
            axis: Axis::of(field, cases, bands),
            cells: cells.finish(),
        };
        Self {
            groups: groups.map(group).collect(),
            traits: fields(&TRAITS).map(|field| Axis::of(field, cases, bands)).collect(),
            lists: asked.lists(),
            all: rows.count(),
        }
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.groups.iter_mut().zip(&other.groups) {
            mine.merge(theirs);
        }
        self.lists.merge(other.lists);
        self.all += other.all;
    }

    #[inline(never)]
    pub(super) fn finish(&self, id: &str, lang: Lang) -> Indicator {
        let problems = u16::from(self.lists.fullest());
        let mut tested = Vec::new();
        for group in &self.groups {
            for (list, traits) in std::iter::once(problems).chain(PROBLEM_LISTS..).zip(&self.traits) {
                group.test(list * WIDTH, traits, lang, &mut tested);
            }
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
#[inline(never)]
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

impl Group {
    #[expect(clippy::indexing_slicing, reason = "made just before")]
    fn tally(&mut self, key: u16) -> &mut Tally {
        let place = usize::from(key);
        if self.cells.len() <= place {
            self.cells.resize_with(place + 1, Tally::default);
        }
        &mut self.cells[place]
    }

    fn merge(&mut self, other: &Self) {
        let key_here = self.axis.adopt(&other.axis);
        for (key, theirs) in (0..).zip(&other.cells) {
            self.tally(key_here(key)).merge(theirs);
        }
    }

    /// Tests each group against each trait, in the order of drawing. The traits' columns begin at `base`.
    fn test(&self, base: u16, traits: &Axis, lang: Lang, tested: &mut Vec<Thread>) {
        let mut sizes = Tally::default();
        let mut totals = Tally::default();
        for (key, cells) in (0..).zip(&self.cells) {
            sizes.add_times(key, cells.count(base + KNOWN));
            (0..KNOWN).for_each(|of| totals.add_times(of, cells.count(base + of)));
        }
        let (all, traits_in_order) = (sizes.total(), traits.in_order(&totals));
        for group in self.axis.in_order(&sizes) {
            let n = sizes.count(group);
            let rest_n = all.saturating_sub(n);
            let Some(cells) = self.cells.get(usize::from(group)).filter(|_| rest_n > 0) else { continue };
            for &of in &traits_in_order {
                let count = cells.count(base + of);
                if count < LEAST {
                    continue;
                }
                let rest_count = totals.count(of).saturating_sub(count);
                tested.push(Thread {
                    group: answer(&self.axis, group, lang),
                    trait_: answer(traits, of, lang),
                    count: Some(count),
                    n,
                    share: part(count, n),
                    rest_count: Some(rest_count),
                    rest_n,
                    rest_share: part(rest_count, rest_n),
                    p: fisher_exact(count, n - count, rest_count, rest_n - rest_count),
                    q: 1.0,
                    status: None,
                    text: None,
                });
            }
        }
    }
}

fn answer(axis: &Axis, key: u16, lang: Lang) -> AnswerOf {
    AnswerOf { field: axis.field().id.to_owned(), code: axis.code(key), label: axis.label(key, lang) }
}
