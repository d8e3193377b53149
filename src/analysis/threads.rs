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
    coded::{Coded, NONE, has_several},
    distribution::{indicator, part},
    filter::Rows,
    problems::{Asked, Lists, Problems},
};
use crate::{
    cases::{Block, Cases},
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

/// Columns of one list of traits: a place for each, and one for the cases of which they are known.
const WIDTH: u16 = 32;
const KNOWN: u16 = WIDTH - 1;
const _: () = assert!(MAX_VALUES < KNOWN as usize);
/// Problems have four lists, by which of their fields the case's file has. The other traits follow.
const PROBLEM_LISTS: u16 = 4;
/// Columns of all lists.
const COLUMNS: usize = (PROBLEM_LISTS as usize + TRAITS.len() - 1) * WIDTH as usize;

impl Weave {
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let (mut problems, asked) = (Problems::of(cases, bands), Asked::of(cases, &PROBLEM_FIELDS));
        let others = fields(&TRAITS).skip(1);
        let mut others: Vec<_> = others.map(|field| Coded::bits(cases, field, bands)).collect();
        let only = problems.only().filter(|_| asked.are_alike());
        let mut ranked = vec![only.and_then(Coded::places)];
        ranked.extend(others.iter().map(Coded::places));
        let all = rows.count();
        let counts =
            |field| Counts::of(Coded::answers(cases, field, bands), has_several(field), &ranked, all);
        let mut groups: Vec<Counts<'_>> = fields(&GROUPS).map(counts).collect();
        // Of all files, where problems have places.
        let mut problem_list = 0;
        for block in rows.blocks(cases) {
            problem_list = asked.list_of(block.source).into();
            let traits = std::iter::once((problem_list, problems.read(&block)));
            let traits =
                traits.chain((PROBLEM_LISTS..).zip(others.iter_mut().map(|other| other.read(&block))));
            let places = ranked
                .iter_mut()
                .map(|ranked| ranked.as_mut().map_or(&[][..], |(places, _)| places.read(&block)));
            let traits: Vec<Traits<'_>> =
                traits.zip(places).map(|((list, bits), places)| Traits { list, bits, places }).collect();
            groups.iter_mut().for_each(|group| group.add(&block, &traits));
        }
        groups.iter_mut().for_each(|group| group.spread(problem_list, &ranked));
        let groups = fields(&GROUPS).zip(groups);
        Self {
            groups: groups.map(|(field, counts)| counts.finish(Axis::of(field, cases, bands))).collect(),
            traits: fields(&TRAITS).map(|field| Axis::of(field, cases, bands)).collect(),
            lists: asked.lists(),
            all,
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

/// One list of traits, of the cases of a block.
struct Traits<'a> {
    list: u16,
    /// A bit for each trait.
    bits: &'a [u32],
    /// The place of each answer, where a list of these is short enough; else nothing.
    places: &'a [u32],
}

/// Counts of the groups of one field, while they are made.
struct Counts<'a> {
    answers: Coded<'a>,
    several: bool,
    /// One more than the greatest key.
    room: usize,
    /// By key of the group [`COLUMNS`] counts.
    cells: Vec<u32>,
    /// For each list of traits, by key of the group and place of the answer: sets of traits are many, but fewer than
    /// cases, and are only looked into when all cases are counted. Empty where they are not fewer.
    by_place: Vec<Vec<u32>>,
}

impl<'a> Counts<'a> {
    fn of(answers: Coded<'a>, several: bool, ranked: &[Option<(Coded<'_>, Vec<u32>)>], cases: u64) -> Self {
        let room = if several { u32::BITS as usize } else { answers.room() };
        let size =
            |ranked: &Option<(_, Vec<u32>)>| ranked.as_ref().map_or(0, |(_, table)| room * table.len());
        let fits = |size: usize| if several || size as u64 > cases { 0 } else { size };
        let by_place = ranked.iter().map(|ranked| vec![0; fits(size(ranked))]).collect();
        Self { answers, several, room, cells: vec![0; room * COLUMNS], by_place }
    }

    /// Counts the cases of a block by each list of traits.
    fn add(&mut self, block: &Block<'_>, traits: &[Traits<'_>]) {
        let groups = self.answers.read(block);
        for (&Traits { list, bits, places }, by_place) in traits.iter().zip(&mut self.by_place) {
            if by_place.is_empty() {
                add_cells(&mut self.cells, groups, self.several, usize::from(list * WIDTH), bits);
            } else {
                let width = by_place.len() / self.room.max(1);
                add_places(by_place, width, groups, places);
            }
        }
    }

    /// Takes what was counted by place apart into traits.
    fn spread(&mut self, problem_list: u16, ranked: &[Option<(Coded<'_>, Vec<u32>)>]) {
        let lists = std::iter::once(problem_list).chain(PROBLEM_LISTS..);
        for ((list, ranked), by_place) in lists.zip(ranked).zip(&self.by_place) {
            let table = ranked.as_ref().map_or(&[][..], |(_, table)| table);
            let base = usize::from(list * WIDTH);
            for (columns, counts) in self.cells.chunks_mut(COLUMNS).zip(by_place.chunks(table.len().max(1))) {
                for (&traits, &times) in table.iter().zip(counts).filter(|(_, times)| **times > 0) {
                    add_columns(columns.get_mut(base..).unwrap_or_default(), traits, times);
                }
            }
        }
    }

    fn finish(self, axis: Axis) -> Group {
        let tally = |cells: &[u32]| {
            let mut tally = Tally::default();
            (0..).zip(cells).for_each(|(column, &count)| tally.add_times(column, count.into()));
            tally
        };
        Group { axis, cells: self.cells.chunks(COLUMNS).map(tally).collect() }
    }
}

/// Counts each case in the columns of its traits, the first of which is `base`, for each of its groups.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn add_cells(cells: &mut [u32], groups: &[u32], several: bool, base: usize, traits: &[u32]) {
    for (&group, &traits) in groups.iter().zip(traits) {
        let mut keys = if several { group } else { 1 };
        while group < NONE && keys != 0 {
            let key = if several { keys.trailing_zeros() } else { group };
            keys &= keys - 1;
            let columns = cells.get_mut(key as usize * COLUMNS + base..).unwrap_or_default();
            add_columns(columns, traits, 1);
        }
    }
}

/// Counts cases in the columns of their traits.
#[cfg_attr(hot, optimize(speed))]
#[inline]
fn add_columns(columns: &mut [u32], traits: u32, times: u32) {
    let Some(columns) = columns.first_chunk_mut::<{ WIDTH as usize }>().filter(|_| traits < NONE) else {
        return;
    };
    // The highest bit is that of the cases of which the traits are known.
    let mut bits = traits | 1 << KNOWN;
    while bits != 0 {
        if let Some(count) = columns.get_mut(bits.trailing_zeros() as usize % usize::from(WIDTH)) {
            *count += times;
        }
        bits &= bits - 1;
    }
}

/// Counts each case of a group by the place of its traits, of which there are so many.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn add_places(cells: &mut [u32], width: usize, groups: &[u32], places: &[u32]) {
    for (&group, &place) in groups.iter().zip(places) {
        if group < NONE {
            if let Some(count) = cells.get_mut(group as usize * width + place as usize) {
                *count += 1;
            }
        }
    }
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
