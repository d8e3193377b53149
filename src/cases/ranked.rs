//! Answers as places in a short list of different ones: what follows from an
//! answer is worked out once for each place, and then looked up for each case.

use std::ops::Range;

use super::{Cases, Column, Day, Days, Missing, Numbers, Places};
use crate::catalog::field_index;

/// Why there is no answer stands at the first places.
const MISSING: u16 = 4;
/// Cases of one block: what is read of them stays near the processor.
pub const BLOCK: usize = 2048;

/// Where the answers of a column lie, of those that it could hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// Places before the first answer that occurs, left out.
    before: u32,
    /// Places from there to the last.
    places: u32,
}

/// A column whose answers each have a place.
#[derive(Clone, Copy)]
pub struct Ranked<'a> {
    column: &'a Column,
    extent: Extent,
}

/// Some cases of one file, [`BLOCK`] at most.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The number of the file.
    pub source: usize,
    /// Place of the first among all cases, when they follow each other.
    start: usize,
    /// Their places when they do not.
    list: Option<&'a [u32]>,
    len: usize,
}

/// All cases or a list of them, block by block; no block has cases of two files.
pub struct Blocks<'a> {
    cases: &'a Cases,
    list: Option<&'a [u32]>,
    /// The files from which cases are still to come.
    sources: Range<usize>,
    next: usize,
}

impl Block<'_> {
    /// Number of cases.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Place of the first one among all cases, when they follow each other.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// No cases at all.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The cases as part of a list of all of them, when they follow each other.
    pub fn part_of<'t, T>(&self, all: &'t mut [T]) -> &'t mut [T] {
        let end = self.start + self.len;
        if self.list.is_some() { &mut [] } else { all.get_mut(self.start..end).unwrap_or_default() }
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Block<'a>;

    fn next(&mut self) -> Option<Block<'a>> {
        loop {
            let source = self.sources.clone().next()?;
            let range = self.cases.range(source)?;
            let block = match self.list {
                None => {
                    let len = range.end.saturating_sub(self.next).min(BLOCK);
                    Block { source, start: self.next, list: None, len }
                }
                Some(list) => {
                    let rest = list.get(self.next..).unwrap_or_default();
                    let rest = rest.get(..BLOCK).unwrap_or(rest);
                    let len = rest.partition_point(|&case| (case as usize) < range.end);
                    Block { source, start: self.next, list: rest.get(..len), len }
                }
            };
            if block.len > 0 {
                self.next += block.len;
                return Some(block);
            }
            self.sources.next();
        }
    }
}

impl Cases {
    /// These cases, by place and in order, or all of them.
    pub fn blocks<'a>(&'a self, list: Option<&'a [u32]>) -> Blocks<'a> {
        Blocks { cases: self, list, sources: 0..self.sources.len(), next: 0 }
    }

    /// The cases of one file.
    pub fn blocks_of(&self, source: usize) -> Blocks<'_> {
        let next = self.range(source).map_or(0, |range| range.start);
        Blocks { cases: self, list: None, sources: source..source + 1, next }
    }

    /// The answers in the field with this id, if a file has it.
    pub fn ranked(&self, field: &str) -> Option<Ranked<'_>> {
        let index = field_index(field)?;
        let column = self.columns.get(index)?.as_ref()?;
        Some(Ranked { column, extent: self.extents.get(index).copied().unwrap_or_default() })
    }
}

impl Extent {
    pub(super) fn of(column: &Column) -> Self {
        match column {
            Column::Codes(_) => Self { before: 0, places: 1 << 8 },
            Column::Sets(sets) => Self { before: 0, places: sets.places() },
            Column::Places(Places { codes: words, .. })
            | Column::Numbers(Numbers(words))
            | Column::Days(Days(words)) => Self::of_words(words),
        }
    }

    /// The latest day, of a column of days.
    pub(super) fn latest(self) -> Option<Day> {
        let last = (self.before + self.places).checked_sub(u32::from(MISSING) + 1);
        let last = last.filter(|_| self.places > u32::from(MISSING))?;
        u16::try_from(last).ok().and_then(|raw| Days::decode(raw).ok())
    }

    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn of_words(words: &[u16]) -> Self {
        let (mut first, mut last) = (u16::MAX, 0);
        for &word in words {
            first = word.min(first);
            last = word.wrapping_add(MISSING).max(last);
        }
        // Why there is no answer stands above all answers.
        let before = if first.checked_add(MISSING).is_some() { first } else { 0 };
        Self { before: before.into(), places: u32::from(last.max(MISSING - 1)) + 1 - u32::from(before) }
    }
}

impl Ranked<'_> {
    /// The answer of each place, or why there is none.
    pub fn answers(&self) -> impl Iterator<Item = Result<u32, Missing>> + '_ {
        (0..self.extent.places).map(|place| match self.column {
            Column::Sets(sets) => sets.of_place(place),
            _ if place < MISSING.into() => Err(Missing::from_number(place)),
            Column::Days(_) => Ok(place + self.extent.before),
            _ => Ok(place + self.extent.before - u32::from(MISSING)),
        })
    }

    /// Looks each case of a block up in a table by place.
    pub fn look_up(&self, block: &Block<'_>, table: &[u32], found: &mut [u32]) {
        self.read_places(block, found);
        look_up(table, found);
    }

    /// The place of the answer of each case of a block.
    fn read_places(&self, block: &Block<'_>, places: &mut [u32]) {
        let before = self.extent.before;
        match self.column {
            Column::Codes(codes) => copy(&codes.0, block, places, code_place),
            Column::Sets(sets) => copy(sets.ranks(), block, places, |raw| raw),
            Column::Places(Places { codes: words, .. })
            | Column::Numbers(Numbers(words))
            | Column::Days(Days(words)) => copy(words, block, places, |raw| word_place(raw, before)),
        }
    }

    /// How many different answers there are room for.
    pub fn places(&self) -> usize {
        self.extent.places as usize
    }

    /// The answers that these cases have, each with the number of them.
    pub fn counts(&self, blocks: Blocks<'_>) -> Vec<(Result<u32, Missing>, u64)> {
        let mut counts = vec![0; self.extent.places as usize];
        let mut places = vec![0; BLOCK];
        for block in blocks {
            let places = places.get_mut(..block.len).unwrap_or_default();
            self.read_places(&block, places);
            count(places, &mut counts);
        }
        let counted = self.answers().zip(counts).filter(|(_, count)| *count > 0);
        counted.map(|(answer, count)| (answer, u64::from(count))).collect()
    }
}

#[inline]
fn code_place(raw: u8) -> u32 {
    raw.wrapping_add(4).into()
}

#[inline]
fn word_place(raw: u16, before: u32) -> u32 {
    let place = u32::from(raw.wrapping_add(MISSING));
    if place < u32::from(MISSING) { place } else { place - before }
}

/// One way to read for each kind of column: what follows from places has but one.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn copy<T: Copy>(answers: &[T], block: &Block<'_>, places: &mut [u32], place: impl Fn(T) -> u32) {
    match block.list {
        Some(list) => {
            for (found, &case) in places.iter_mut().zip(list) {
                *found = answers.get(case as usize).map_or(0, |&raw| place(raw));
            }
        }
        None => {
            let answers = answers.get(block.start..).unwrap_or_default();
            for (found, &raw) in places.iter_mut().zip(answers) {
                *found = place(raw);
            }
        }
    }
}

/// What stands in a table in the place of each place.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn look_up(table: &[u32], places: &mut [u32]) {
    for place in places {
        *place = table.get(*place as usize).copied().unwrap_or(0);
    }
}

#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn count(places: &[u32], counts: &mut [u32]) {
    for &place in places {
        if let Some(count) = counts.get_mut(place as usize) {
            *count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        cases::{BLOCK, Cases, Column, Day, Missing},
        catalog::{FIELDS, Kind},
    };

    /// A number that looks drawn, the same every time.
    fn drawn(number: u32) -> u32 {
        let mixed = (number ^ number >> 15).wrapping_mul(0x2c1b_3c6d);
        (mixed ^ mixed >> 12).wrapping_mul(0x297a_2d39) ^ mixed >> 15
    }

    fn column(kind: Kind, len: u32) -> Option<Column> {
        let mut column = Column::for_kind(kind)?;
        for case in 0..len {
            let at = drawn(case);
            let missing = at.is_multiple_of(7).then_some(Missing::ALL[at as usize / 7 % 4]);
            let under = |limit: u16| u16::try_from((at >> 8) % u32::from(limit)).unwrap();
            match (&mut column, missing) {
                (column, Some(missing)) => column.push_missing(missing),
                (Column::Codes(column), None) => {
                    column.push(u8::try_from(under(30)).map_err(|_| Missing::Blank))
                }
                (Column::Sets(column), None) => column.push(Ok(drawn(at) >> 4)),
                (Column::Places(column), None) => column.push_code(Ok(under(400))),
                (Column::Days(column), None) => {
                    column.push(Ok(Day::from_number(under(9000).cast_signed() - 700)))
                }
                (Column::Numbers(column), None) => column.push(Ok(under(500) + 9)),
            }
        }
        Some(column)
    }

    fn file(len: u32) -> Cases {
        let columns = FIELDS.iter().map(|field| column(field.kind, len)).collect();
        Cases::new("een.csv", len as usize, columns)
    }

    #[test]
    fn every_case_is_counted_and_looked_up_with_its_answer() {
        for lens in [&[0][..], &[1], &[2047, 2048], &[2049, 0, 5000, 3]] {
            let mut cases = file(lens[0]);
            lens[1..].iter().for_each(|&len| cases.append(file(len)));
            let some: Vec<u32> =
                (0..).take(cases.len()).filter(|&case| drawn(case + 9).is_multiple_of(3)).collect();
            let all: Vec<u32> = (0..).take(cases.len()).collect();
            for (field, column) in FIELDS.iter().filter_map(|field| Some((field, cases.column(field.id)?))) {
                let ranked = cases.ranked(field.id).expect("a column");
                let answers: Vec<_> = ranked.answers().collect();
                let table: Vec<u32> = (0..).take(answers.len()).collect();
                for (list, expected) in [(None, &all), (Some(some.as_slice()), &some)] {
                    let mut expected: Vec<_> =
                        expected.iter().map(|&case| column.key(case as usize)).collect();
                    let mut found = Vec::new();
                    for block in cases.blocks(list) {
                        let mut places = vec![0; block.len()];
                        ranked.look_up(&block, &table, &mut places);
                        found.extend(places.iter().map(|&place| answers[place as usize]));
                    }
                    assert_eq!(found, expected, "{}", field.id);
                    let mut found: Vec<_> = ranked
                        .counts(cases.blocks(list))
                        .into_iter()
                        .flat_map(|(answer, times)| (0..times).map(move |_| answer))
                        .collect();
                    found.sort_by_key(|answer| format!("{answer:?}"));
                    expected.sort_by_key(|answer| format!("{answer:?}"));
                    assert_eq!(found, expected, "{}", field.id);
                }
            }
        }
    }

    #[test]
    fn blocks_keep_files_apart_and_hold_every_case_once() {
        let mut cases = file(5000);
        cases.append(file(0));
        cases.append(file(3000));
        let blocks: Vec<_> = cases.blocks(None).map(|block| (block.source, block.len())).collect();
        assert_eq!(blocks, [(0, BLOCK), (0, BLOCK), (0, 904), (2, BLOCK), (2, 952)]);
        assert_eq!(cases.blocks_of(2).map(|block| block.len()).sum::<usize>(), 3000);
        assert_eq!(cases.blocks_of(1).count(), 0);
        let blocks: Vec<_> =
            cases.blocks(Some(&[7, 4999, 5000])).map(|block| (block.source, block.len())).collect();
        assert_eq!(blocks, [(0, 2), (2, 1)]);
    }

    #[test]
    fn the_first_and_the_last_answer_bound_the_places() {
        let numbers = |answers: &[Result<u16, Missing>]| {
            let mut column = Column::for_kind(Kind::Number).unwrap();
            let Column::Numbers(numbers) = &mut column else { unreachable!() };
            answers.iter().for_each(|&answer| numbers.push(answer));
            let age = FIELDS.iter().position(|field| field.id == "leeftijd").unwrap();
            let columns = (0..=age).map(|at| (at == age).then(|| column.clone())).collect();
            let cases = Cases::new("een.csv", answers.len(), columns);
            cases.ranked("leeftijd").map(|ranked| ranked.answers().flatten().collect::<Vec<_>>())
        };
        assert_eq!(numbers(&[Ok(12), Err(Missing::Unknown), Ok(15)]), Some(vec![12, 13, 14, 15]));
        assert_eq!(numbers(&[Ok(0)]), Some(vec![0]));
        assert_eq!(numbers(&[Ok(65_531)]), Some(vec![65_531]));
        assert_eq!(numbers(&[Err(Missing::Blank)]), Some(vec![]));
    }
}
