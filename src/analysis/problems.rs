//! The problems of a case, of several fields together, and which of these fields its file has.

use super::{
    answers::{Answer, Reader},
    bands::Bands,
};
use crate::{
    cases::{Cases, Missing},
    catalog::{self, PROBLEM_FIELDS},
};

/// Reads the problems of the child: the one in front and the further ones.
pub(super) struct Problems<'a>(Vec<Reader<'a>>);

impl<'a> Problems<'a> {
    pub(super) fn of(cases: &'a Cases, bands: &'a Bands) -> Self {
        let fields = PROBLEM_FIELDS.iter().filter_map(|id| catalog::field(id));
        Self(fields.map(|field| Reader::of(field, cases, bands)).collect())
    }

    /// A bit for each problem by place in their list; without any, why there is none.
    pub(super) fn of_case(&self, case: usize) -> Result<u32, Missing> {
        self.0.iter().map(|reader| bits(reader.answer(case))).reduce(either).unwrap_or(Err(Missing::Blank))
    }
}

/// A bit for each answer.
pub(super) fn bits(answer: Answer) -> Result<u32, Missing> {
    match answer {
        Answer::One(key) => Ok(1u32.checked_shl(u32::from(key)).unwrap_or(0)),
        Answer::Several(bits) => Ok(bits),
        Answer::None(reason) => Err(reason),
    }
}

/// The answers in either of two fields. Without any, the first reason that says
/// more than that nothing is written.
fn either(one: Result<u32, Missing>, other: Result<u32, Missing>) -> Result<u32, Missing> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok(one | other),
        (Ok(known), Err(_)) | (Err(_), Ok(known)) => Ok(known),
        (Err(one), Err(other)) => Err(more_telling(one, other)),
    }
}

/// The first of two reasons that says more than that nothing is written.
pub(super) fn more_telling(one: Missing, other: Missing) -> Missing {
    if one == Missing::Blank { other } else { one }
}

/// Which fields each file has, of a list of fields: a bit for each. Who was never asked for further problems would seem
/// to have none, so cases are only counted together with those that were asked for the same.
pub(super) struct Asked<'a> {
    cases: &'a Cases,
    /// By file.
    files: Vec<u8>,
}

/// Which lists of fields there are among the files: a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lists(u8);

impl<'a> Asked<'a> {
    /// Of at most three fields.
    pub(super) fn of(cases: &'a Cases, fields: &[&str]) -> Self {
        let list = |file| {
            let has = |id: &&str| catalog::field_index(id).is_some_and(|field| cases.has_field(file, field));
            fields.iter().rev().fold(0, |list, id| list << 1 | u8::from(has(id)))
        };
        Self { cases, files: cases.ranges().map(|(file, _)| list(file)).collect() }
    }

    /// The fields that the case's file has.
    pub(super) fn list_of(&self, case: usize) -> u8 {
        let file = match self.files.as_slice() {
            [only] => Some(only),
            files => files.get(self.cases.source_of(case)),
        };
        file.copied().unwrap_or(0)
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
