//! The problems of a case, of several fields together.

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
