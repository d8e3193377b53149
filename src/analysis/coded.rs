//! The answers of many cases, block by block: what an answer means is worked out
//! once for each that occurs, and looked up for each case.

use super::{
    answers::{Answer, Reader},
    bands::Bands,
};
use crate::{
    cases::{BLOCK, Block, Cases, Missing, Ranked},
    catalog::{self, Field, Kind},
};

/// Codes from here say why there is no answer.
pub(super) const NONE: u32 = 1 << 31;

/// Reads one field as codes: what these stand for is up to who asks.
pub(super) struct Coded<'a> {
    column: Option<Ranked<'a>>,
    /// By place of the answer.
    table: Vec<u32>,
    /// Of cases that no file gives the field.
    absent: u32,
    /// The codes of the block in hand.
    codes: Vec<u32>,
}

impl<'a> Coded<'a> {
    /// `code` gives the code of an answer.
    pub(super) fn by(cases: &'a Cases, field: &Field, code: &dyn Fn(Result<u32, Missing>) -> u32) -> Self {
        let column = cases.ranked(field.id);
        let table = column.map(|column| column.answers().map(code).collect()).unwrap_or_default();
        let absent = code(Err(Missing::of_absent(field.kind)));
        Self { column, table, absent, codes: vec![0; BLOCK] }
    }

    /// The key of the one answer, or a bit for each of several.
    pub(super) fn answers(cases: &'a Cases, field: &'static Field, bands: &Bands) -> Self {
        let reader = Reader::of(field, cases, bands);
        Self::by(cases, field, &|answer| match reader.answer(answer) {
            Answer::One(key) => key.into(),
            Answer::Several(bits) => bits,
            Answer::None(reason) => none(reason),
        })
    }

    /// A bit for each answer.
    pub(super) fn bits(cases: &'a Cases, field: &'static Field, bands: &Bands) -> Self {
        let reader = Reader::of(field, cases, bands);
        Self::by(cases, field, &|answer| bits(reader.answer(answer)).unwrap_or_else(none))
    }

    /// The number or the key of the day itself.
    pub(super) fn numbers(cases: &'a Cases, field: &str) -> Self {
        match catalog::field(field) {
            Some(field) => Self::by(cases, field, &|answer| answer.unwrap_or_else(none)),
            None => {
                Self { column: None, table: Vec::new(), absent: none(Missing::Blank), codes: vec![0; BLOCK] }
            }
        }
    }

    /// One more than the greatest code of an answer.
    pub(super) fn room(&self) -> usize {
        let codes = self.table.iter().filter(|code| **code < NONE);
        codes.max().map_or(0, |&last| last as usize + 1)
    }

    /// No file has the field.
    pub(super) fn is_absent(&self) -> bool {
        self.column.is_none()
    }

    /// The codes of the cases of a block.
    pub(super) fn read(&mut self, block: &Block<'_>) -> &[u32] {
        let codes = self.codes.get_mut(..block.len()).unwrap_or_default();
        match self.column {
            Some(column) => column.look_up(block, &self.table, codes),
            None => codes.fill(self.absent),
        }
        codes
    }
}

/// Whether cases have several answers in a field.
pub(super) fn has_several(field: &Field) -> bool {
    field.kind == Kind::Many
}

/// A bit for each answer.
pub(super) fn bits(answer: Answer) -> Result<u32, Missing> {
    match answer {
        Answer::One(key) => Ok(1u32.checked_shl(u32::from(key)).unwrap_or(0)),
        Answer::Several(bits) => Ok(bits),
        Answer::None(reason) => Err(reason),
    }
}

/// The code of no answer.
pub(super) fn none(reason: Missing) -> u32 {
    NONE | reason as u32
}

/// Why there is no answer, by its code.
#[inline]
pub(super) fn reason(code: u32) -> Missing {
    match code & 3 {
        1 => Missing::Unknown,
        2 => Missing::NotApplicable,
        3 => Missing::Unrecognised,
        _ => Missing::Blank,
    }
}

/// The answer or the reason that a code stands for.
#[inline]
pub(super) fn known(code: u32) -> Result<u32, Missing> {
    if code < NONE { Ok(code) } else { Err(reason(code)) }
}

/// A whole number that was one of two bytes before.
#[inline]
pub(super) fn short(code: u32) -> u16 {
    u16::try_from(code).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{Coded, NONE, known, none};
    use crate::{
        cases::{Cases, Column, Missing},
        catalog::{FIELDS, Kind},
    };

    #[test]
    fn an_answer_is_judged_once_however_many_cases_have_it() {
        let cases = 100_000;
        let mut column = Column::for_kind(Kind::Many).unwrap();
        let Column::Sets(sets) = &mut column else { unreachable!() };
        (0..cases).for_each(|case| sets.push(Ok(case % 300 + 1)));
        let at = FIELDS.iter().position(|field| field.id == "problematiek").unwrap();
        let columns = (0..=at).map(|place| (place == at).then(|| column.clone())).collect();
        let cases = Cases::new("een.csv", cases as usize, columns);
        let judged = Cell::new(0);
        let mut coded = Coded::by(&cases, &FIELDS[at], &|answer| {
            judged.set(judged.get() + 1);
            answer.unwrap_or(0)
        });
        let sum: u64 = cases
            .blocks(None)
            .map(|block| coded.read(&block).iter().map(|&code| u64::from(code)).sum::<u64>())
            .sum();
        assert_eq!(sum, (0..100_000u64).map(|case| case % 300 + 1).sum::<u64>());
        assert_eq!(judged.get(), 300 + 1, "each set, and no answer");
    }

    #[test]
    fn codes_tell_why_there_is_no_answer() {
        for missing in Missing::ALL {
            assert_eq!(known(none(missing)), Err(missing));
        }
        assert_eq!(known(NONE - 1), Ok(NONE - 1));
    }
}
