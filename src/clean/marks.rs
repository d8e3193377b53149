//! Reads the marks by which a column says whether one answer holds: ja/nee,
//! 0/1, x or nothing.

use super::{
    answers::{Answers, Found},
    numbers,
    remember::Remembered,
};
use crate::{
    cases::Missing,
    catalog::{FIELDS, Field, Kind},
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

/// Reads and remembers the marks of one field's columns.
#[derive(Debug)]
pub(super) struct Marks {
    yes_no: Option<Answers>,
    answers: Answers,
    known: Remembered<Mark>,
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

    /// What a cell says; `raw` are its bytes.
    #[inline]
    pub(super) fn read<'a>(&mut self, raw: &[u8], text: impl FnOnce() -> std::borrow::Cow<'a, str>) -> Mark {
        match raw {
            [] => Mark::Blank,
            [b'0'] => Mark::No,
            [b'1' | b'x' | b'X'] => Mark::Yes,
            _ => self.known.get(raw).unwrap_or_else(|| {
                let mark = self.work_out(&text());
                self.known.put(raw, mark);
                mark
            }),
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
    use crate::catalog::field;

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
                assert_eq!(marks.read(text.as_bytes(), || (*text).into()), mark, "{text}");
            }
        }
    }
}
