//! Reads the marks by which a column says whether one answer holds: ja/nee,
//! 0/1, x or nothing.

use super::{
    answers::{Answers, Found},
    known::Meaning,
    numbers,
    remember::Remembered,
};
use crate::{
    cases::Missing,
    catalog::{FIELDS, Field, Kind},
    intake::Cell,
};

/// What a cell says of the answer that its column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Yes,
    No,
    /// Nothing was filled in.
    Blank,
    /// Written down as not known.
    Unknown,
    /// One of the field's answers, by its place: the column's own one means yes.
    Answer(u8),
    /// Something else.
    Other,
}

/// Codes of marks; places of answers lie below.
const CODES: [(u8, Mark); 5] =
    [(128, Mark::Yes), (129, Mark::No), (130, Mark::Blank), (131, Mark::Unknown), (132, Mark::Other)];

impl From<Mark> for Meaning<u8> {
    fn from(mark: Mark) -> Self {
        let code = CODES.iter().find(|(_, known)| *known == mark).map(|(code, _)| *code);
        let place = if let Mark::Answer(place) = mark { place } else { 0 };
        code.unwrap_or(place).into()
    }
}

impl From<Meaning<u8>> for Mark {
    fn from(meaning: Meaning<u8>) -> Self {
        let code = meaning.answer.unwrap_or(0);
        let mark = CODES.iter().find(|(known, _)| *known == code).map(|(_, mark)| *mark);
        mark.unwrap_or(Self::Answer(code))
    }
}

/// Reads and remembers the marks of one field's columns.
#[derive(Debug)]
pub(super) struct Marks {
    yes_no: Option<Answers>,
    answers: Answers,
    /// As codes, for which this kind of memory exists already.
    known: Remembered<Meaning<u8>>,
}

impl Marks {
    pub(super) fn new(field: &'static Field) -> Self {
        let yes_no = FIELDS.iter().find(|field| field.kind == Kind::YesNo);
        Self {
            yes_no: yes_no.map(|field| Answers::new(field, None)),
            answers: Answers::new(field, None),
            known: Remembered::new(),
        }
    }

    /// What a cell says.
    pub(super) fn read(&mut self, cell: Cell<'_>) -> Mark {
        match cell.raw() {
            [] => Mark::Blank,
            [b'0'] => Mark::No,
            [b'1' | b'x' | b'X'] => Mark::Yes,
            raw => {
                let known = self.known.get(raw).map(Mark::from);
                known.unwrap_or_else(|| {
                    let mark = self.work_out(&cell.text());
                    self.known.put(raw, mark.into());
                    mark
                })
            }
        }
    }

    fn work_out(&mut self, text: &str) -> Mark {
        match numbers::read(text) {
            Some(0) => return Mark::No,
            Some(1) => return Mark::Yes,
            Some(_) => return Mark::Other,
            None => {}
        }
        match self.yes_no.as_mut().map_or(Found::Nothing, |answers| answers.find(text)) {
            Found::Value(0) => Mark::Yes,
            Found::Value(_) | Found::Missing(Missing::NotApplicable) => Mark::No,
            Found::Missing(Missing::Unknown) => Mark::Unknown,
            Found::Missing(_) => Mark::Blank,
            _ => match self.answers.find(text) {
                Found::Value(place) | Found::Explained(place) => Mark::Answer(place),
                _ => Mark::Other,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Marks};
    use crate::{catalog::field, clean::row::tests::held};

    #[test]
    fn marks_of_real_files() {
        let mut marks = Marks::new(field("bijkomend").expect("in the catalog"));
        for (mark, texts) in [
            (Mark::Yes, &["ja", "J", "1", "x", "X", "WAAR", "true", "1,0", "1.0", "✓", "☑", " ja "][..]),
            (Mark::No, &["nee", "n", "0", "ONWAAR", "false", "0,0", "n.v.t."]),
            (Mark::Blank, &["", " ", "-", "leeg", "NULL", "niet ingevuld"]),
            (Mark::Unknown, &["onbekend", "?"]),
            (Mark::Answer(0), &["Trauma", "PTSS"]),
            (Mark::Other, &["bellen met school", "3"]),
        ] {
            for text in texts {
                for _ in 0..2 {
                    assert_eq!(marks.read(held(1, &[text]).record().cell(0)), mark, "{text}");
                }
            }
        }
    }
}
