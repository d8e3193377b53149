//! Answers as places in a short list of different ones: what follows from an
//! answer is worked out once for each place, and then looked up for each case.

use std::ops::Range;

use super::{Cases, Column, Days, Missing, Numbers, Places};
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
        let before = self.extent.before;
        match self.column {
            Column::Codes(codes) => look_up(&codes.0, block, table, found, |raw| code_place(raw)),
            Column::Sets(sets) => look_up(sets.ranks(), block, table, found, |raw| raw),
            Column::Places(Places { codes: words, .. })
            | Column::Numbers(Numbers(words))
            | Column::Days(Days(words)) => look_up(words, block, table, found, |raw| word_place(raw, before)),
        }
    }

    /// How many cases of a block have the answer of each place, added to `counts`.
    fn count_block(&self, block: &Block<'_>, counts: &mut [u32]) {
        let before = self.extent.before;
        match self.column {
            Column::Codes(codes) => count(&codes.0, block, counts, |raw| code_place(raw)),
            Column::Sets(sets) => count(sets.ranks(), block, counts, |raw| raw),
            Column::Places(Places { codes: words, .. })
            | Column::Numbers(Numbers(words))
            | Column::Days(Days(words)) => count(words, block, counts, |raw| word_place(raw, before)),
        }
    }

    /// How many different answers there are room for.
    pub fn places(&self) -> usize {
        self.extent.places as usize
    }

    /// The answers that these cases have, each with the number of them.
    pub fn counts(&self, blocks: Blocks<'_>) -> Vec<(Result<u32, Missing>, u64)> {
        let mut counts = vec![0; self.extent.places as usize];
        blocks.for_each(|block| self.count_block(&block, &mut counts));
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

#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn look_up<T: Copy>(
    answers: &[T],
    block: &Block<'_>,
    table: &[u32],
    found: &mut [u32],
    place: impl Fn(T) -> u32,
) {
    let of = |raw: T| table.get(place(raw) as usize).copied().unwrap_or(0);
    match block.list {
        Some(list) => {
            for (found, &case) in found.iter_mut().zip(list) {
                *found = answers.get(case as usize).map_or(0, |&raw| of(raw));
            }
        }
        None => {
            let answers = answers.get(block.start..).unwrap_or_default();
            for (found, &raw) in found.iter_mut().zip(answers).take(block.len) {
                *found = of(raw);
            }
        }
    }
}

#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn count<T: Copy>(answers: &[T], block: &Block<'_>, counts: &mut [u32], place: impl Fn(T) -> u32) {
    match block.list {
        Some(list) => {
            for &case in list {
                let Some(&raw) = answers.get(case as usize) else { continue };
                if let Some(count) = counts.get_mut(place(raw) as usize) {
                    *count += 1;
                }
            }
        }
        None => {
            let answers = answers.get(block.start..).unwrap_or_default();
            for &raw in answers.get(..block.len).unwrap_or(answers) {
                if let Some(count) = counts.get_mut(place(raw) as usize) {
                    *count += 1;
                }
            }
        }
    }
}
