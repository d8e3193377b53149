//! What cells with one answer of a list mean.

use super::{
    answers::{Answers, Found},
    known::{Cells, Meaning},
    several::read_as_one,
};
use crate::{
    cases::{Codes, Missing},
    finding::FindingCode,
    intake::Cell,
    understanding::Said,
};

/// Codes from here stand for a field's ambiguous spellings until the whole
/// column has been read; lists of values are shorter.
pub(super) const FIRST_AMBIGUOUS: u8 = 128;

/// What a column with one answer of a list holds.
#[derive(Debug)]
pub(super) struct OneCells {
    pub(super) answers: Answers,
    pub(super) column: Codes,
}

impl Cells for OneCells {
    type Answer = u8;

    fn work_out(&mut self, cell: Cell<'_>, room: bool) -> Meaning<u8> {
        let mut meaning = one(&mut self.answers, &cell.text(), room);
        meaning.said = match (meaning.note, meaning.answer) {
            (Some(FindingCode::ValueResembling), Ok(place)) => Some(Said::Like(place)),
            (Some(_), _) => Some(Said::Missing(Missing::Unrecognised)),
            (None, _) => meaning.said,
        };
        meaning
    }

    #[inline]
    fn push(&mut self, answer: Result<u8, Missing>) {
        self.column.push(answer);
    }
}

/// A cell with one answer of a list; what means nothing is taken for what it
/// resembles when there is `room` to count it.
fn one(answers: &mut Answers, text: &str, room: bool) -> Meaning<u8> {
    match answers.find(text) {
        Found::Value(place) | Found::Explained(place) => place.into(),
        Found::Ambiguous(place) => Meaning::noted(FIRST_AMBIGUOUS + place, FindingCode::ValueAmbiguous),
        Found::Missing(missing) => Meaning::missing(missing),
        Found::Nothing => {
            let several = one_of_several(answers, text);
            let resembling = answers.resembling(text).filter(|_| room && several.note.is_some());
            let read = |place| Meaning::noted(place, FindingCode::ValueResembling);
            resembling.map_or(several, read)
        }
    }
}

/// Several answers where one is expected: they count if they are the same
/// one; which of different ones is meant can't be told.
fn one_of_several(answers: &mut Answers, text: &str) -> Meaning<u8> {
    let said = read_as_one(answers, text);
    match (said.unrecognised, said.bits.count_ones()) {
        (0, 1) => u8::try_from(said.bits.trailing_zeros()).unwrap_or(u8::MAX).into(),
        // Where spellings are ambiguous, that code is for them: it goes when the column tells what they mean.
        (_, 2..) if !answers.has_ambiguous() => Meaning::wrong(FindingCode::ValueAmbiguous),
        _ => Meaning::wrong(FindingCode::ValueUnrecognised),
    }
}
