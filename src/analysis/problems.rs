//! The problems of a case, of several fields together, and which of these fields its file has.

use super::{
    bands::Bands,
    coded::{Coded, NONE, none},
};
use crate::{
    cases::{Block, Cases, Missing},
    catalog::{self, PROBLEM_FIELDS},
};

/// Reads the problems of the child: the one in front and the further ones.
pub(super) struct Problems<'a> {
    fields: Vec<Coded<'a>>,
    /// Of the cases of the block in hand a bit for each problem; without any, the code of why there is none.
    codes: Vec<u32>,
}

impl<'a> Problems<'a> {
    pub(super) fn of(cases: &'a Cases, bands: &Bands) -> Self {
        let fields = PROBLEM_FIELDS.iter().filter_map(|id| catalog::field(id));
        Self { fields: fields.map(|field| Coded::bits(cases, field, bands)).collect(), codes: Vec::new() }
    }

    /// A bit for each problem by place in their list; without any, the code of why there is none.
    pub(super) fn read(&mut self, block: &Block<'_>) -> &[u32] {
        self.codes.clear();
        self.codes.resize(block.len(), none(Missing::Blank));
        self.fields.iter_mut().for_each(|field| add(&mut self.codes, field.read(block)));
        &self.codes
    }

    /// Of the block that was read last.
    pub(super) fn codes(&self) -> &[u32] {
        &self.codes
    }
}

/// Adds the answers in a further field. Without any, the first reason stands that says more than that nothing is written.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn add(codes: &mut [u32], further: &[u32]) {
    for (code, &other) in codes.iter_mut().zip(further) {
        *code = match (*code < NONE, other < NONE) {
            (true, true) => *code | other,
            (true, false) => *code,
            (false, true) => other,
            // The code of a blank is the lowest: the first one that is more stays.
            (false, false) if *code == NONE => other,
            (false, false) => *code,
        };
    }
}

/// The first of two reasons that says more than that nothing is written.
pub(super) fn more_telling(one: Missing, other: Missing) -> Missing {
    if one == Missing::Blank { other } else { one }
}

/// Which fields each file has, of a list of fields: a bit for each. Who was never asked for further problems would seem
/// to have none, so cases are only counted together with those that were asked for the same.
pub(super) struct Asked {
    /// By file.
    files: Vec<u8>,
}

/// Which lists of fields there are among the files: a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lists(u8);

impl Asked {
    /// Of at most three fields.
    pub(super) fn of(cases: &Cases, fields: &[&str]) -> Self {
        let list = |file| {
            let has = |id: &&str| catalog::field_index(id).is_some_and(|field| cases.has_field(file, field));
            fields.iter().rev().fold(0, |list, id| list << 1 | u8::from(has(id)))
        };
        Self { files: cases.ranges().map(|(file, _)| list(file)).collect() }
    }

    /// The fields that a file has.
    pub(super) fn list_of(&self, source: usize) -> u8 {
        self.files.get(source).copied().unwrap_or(0)
    }

    pub(super) fn lists(&self) -> Lists {
        Lists(self.files.iter().fold(0, |lists, list| lists | 1 << (list & 7)))
    }
}

impl Lists {
    pub(super) fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The list with the most fields; of lists that are as long the one with the later fields.
    pub(super) fn fullest(self) -> u8 {
        let there = (0..8u8).filter(|list| self.0 >> list & 1 == 1);
        there.max_by_key(|list| (list.count_ones(), *list)).unwrap_or(0)
    }
}
