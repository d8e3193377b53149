//! Reads one column: the cells of one field, whatever its kind, and counts
//! what was noticed in them.

pub(super) mod packed;

use super::{
    answers::{Answers, Found, MissingAnswers},
    asked::Asked,
    cells::{DayReader, Meaning, NumberReader},
    dates::DateOrder,
    identified,
    mapping::Mapping,
    places::PlaceNames,
    remember::Remembered,
    row::Row,
    several::{SeveralAnswers, read_as_one},
    tallies::Tallies,
};
use crate::{
    cases::{Codes, Column, Day, Days, Fingerprint, Missing, Numbers, Places, Sets},
    catalog::{Field, Kind},
    finding::{FindingCode, Findings},
    understanding::{Cell, Said},
};

/// Codes from here stand for a field's ambiguous spellings until the whole
/// column has been read; lists of values are shorter.
const FIRST_AMBIGUOUS: u8 = 128;

/// Reads the cells of one column.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) field: &'static Field,
    /// The column's place in the file, from 0.
    pub(super) at: usize,
    pub(super) tallies: Tallies,
    /// A person said that the column holds no identifiers.
    pub(super) says_clean: bool,
    /// Fingerprints of places in rows without a case, which would be answers had they been met before.
    unmet: Vec<u64>,
    asked: Asked,
    kind: OfKind,
}

#[derive(Debug)]
enum OfKind {
    One { answers: Box<Answers>, known: Remembered<Meaning<u8>>, column: Codes },
    Many { answers: Box<SeveralAnswers>, column: Sets },
    Date { reader: Box<DayReader>, column: Days },
    Number { reader: Box<NumberReader>, column: Numbers },
    Place { names: Box<PlaceNames>, known: Remembered<Meaning<u16>>, column: Places },
}

impl Reader {
    /// A reader for a field; none for a case number, which is not kept.
    /// `order` and `today` are as [`DayReader`] takes them.
    pub(super) fn new(
        field: &'static Field,
        at: usize,
        mapping: &Mapping,
        order: DateOrder,
        today: Option<Day>,
    ) -> Option<Self> {
        let answers = || Answers::new(field, mapping.values.get(field.id));
        let kind = match field.kind {
            Kind::Id => return None,
            Kind::One | Kind::YesNo => OfKind::One {
                answers: Box::new(answers()),
                known: Remembered::new(),
                column: Codes::default(),
            },
            Kind::Many => {
                OfKind::Many { answers: Box::new(SeveralAnswers::new(answers())), column: Sets::default() }
            }
            Kind::Date => OfKind::Date {
                reader: Box::new(DayReader::new(MissingAnswers::new(field), order, today)),
                column: Days::default(),
            },
            Kind::Number => {
                OfKind::Number { reader: Box::new(NumberReader::new(field)), column: Numbers::default() }
            }
            Kind::Place => OfKind::Place {
                names: Box::new(PlaceNames::new(field)),
                known: Remembered::new(),
                column: Places::default(),
            },
        };
        let (tallies, asked) = (Tallies::default(), Asked::new(field.id));
        Some(Self { field, at, tallies, says_clean: false, unmet: Vec::new(), asked, kind })
    }

    /// Adds the answer of this row's case.
    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    pub(super) fn read(&mut self, row: &impl Row) {
        let raw = row.raw(self.at);
        let (note, times, said) = match &mut self.kind {
            OfKind::One { answers, known, column } => {
                let room = self.asked.has_room();
                let meaning = recall(known, raw, || one(answers, &row.text(self.at), room));
                column.push(meaning.answer);
                let said = match (meaning.note, meaning.answer) {
                    (Some(FindingCode::ValueResembling), Ok(place)) => Some(Said::Like(place)),
                    (Some(_), _) => Some(Said::Missing(Missing::Unrecognised)),
                    (None, _) => meaning.said(raw),
                };
                (meaning.note, 1, said)
            }
            OfKind::Many { answers, column } => {
                let said = answers.read(row, self.at, &mut self.asked);
                column.push(said.answer());
                if said.resembling > 0 {
                    self.tallies.note(FindingCode::ValueResembling, row.number(), u64::from(said.resembling));
                }
                let note = (said.unrecognised > 0).then_some(FindingCode::ValueUnrecognised);
                let missing = said.missing.filter(|_| said.bits == 0 && said.unrecognised == 0);
                (note, u64::from(said.unrecognised), missing.map(Said::Missing))
            }
            OfKind::Date { reader, column } => {
                let meaning = reader.read(row, self.at);
                column.push(meaning.answer);
                (meaning.note, 1, meaning.said(raw))
            }
            OfKind::Number { reader, column } => {
                let meaning = reader.read(row, self.at);
                column.push(meaning.answer);
                (meaning.note, 1, meaning.said(raw))
            }
            OfKind::Place { names, known, column } => {
                let meaning = recall(known, raw, || {
                    let (answer, note) = names.find(&row.text(self.at), column);
                    Meaning { answer, note }
                });
                column.push_code(meaning.answer);
                (meaning.note, 1, meaning.said(raw))
            }
        };
        if let Some(said) = said {
            self.asked.note(&row.text(self.at), said);
        }
        if let Some(code) = note {
            self.tallies.note(code, row.number(), times);
        }
    }

    /// Whether this row's cell holds an answer; adds nothing. A place only when
    /// it has been met before, in any spelling: any text can be a new one.
    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    pub(super) fn has_answer(&mut self, row: &impl Row) -> bool {
        match &mut self.kind {
            OfKind::Date { reader, .. } => reader.read(row, self.at).answer.is_ok(),
            OfKind::One { answers, .. } => one(answers, &row.text(self.at), true).answer.is_ok(),
            OfKind::Many { answers, .. } => {
                answers.read(row, self.at, &mut Asked::new(self.field.id)).answer().is_ok()
            }
            OfKind::Number { reader, .. } => reader.read(row, self.at).answer.is_ok(),
            OfKind::Place { names, .. } => {
                let Ok((_, place)) = names.written(&row.text(self.at)) else { return false };
                let met = names.met().get(place.as_bytes()).is_some();
                if !met {
                    self.unmet.push(Fingerprint::of(place.as_bytes()));
                }
                met
            }
        }
    }

    /// Whether its answers are of a list.
    pub(super) fn has_list(&self) -> bool {
        matches!(self.kind, OfKind::One { .. } | OfKind::Many { .. })
    }

    /// Joins what the columns of single answers say of the last case, a bit
    /// for each, with what was read here: no answer counts twice. Two answers
    /// where one is expected are none.
    pub(super) fn join(&mut self, said: Result<u32, Missing>, row: u64) {
        match &mut self.kind {
            OfKind::Many { column, .. } => {
                let own = column.pop();
                column.push(match (own, said) {
                    (Ok(own), Ok(said)) => Ok(own | said),
                    (Err(Missing::Blank), said) | (Err(_), said @ Ok(_)) => said,
                    (own, _) => own,
                });
            }
            OfKind::One { column, .. } => {
                let own = column.pop();
                let place = said.map(|bits| u8::try_from(bits.trailing_zeros()).unwrap_or(u8::MAX));
                let differ = said.is_ok_and(|bits| bits.count_ones() > 1)
                    || matches!((own, place), (Ok(own), Ok(place)) if own != place);
                column.push(match (own, place) {
                    _ if differ => Err(Missing::Unrecognised),
                    (Err(Missing::Blank), said) | (Err(_), said @ Ok(_)) => said,
                    (own, _) => own,
                });
                if differ {
                    self.tallies.note(FindingCode::ValueAmbiguous, row, 1);
                }
            }
            _ => {}
        }
    }

    /// The sum of a column of numbers so far.
    pub(super) fn sum(&self) -> Option<u64> {
        match &self.kind {
            OfKind::Number { column, .. } => Some(column.iter().flatten().map(u64::from).sum()),
            _ => None,
        }
    }

    /// How many cases have this answer of the list so far.
    pub(super) fn times(&self, place: u8) -> Option<u64> {
        let times = match &self.kind {
            OfKind::One { column, .. } => column.iter().filter(|&code| code == Ok(place)).count(),
            OfKind::Many { column, .. } => {
                column.iter().filter(|set| set.is_ok_and(|bits| bits >> (place & 31) & 1 == 1)).count()
            }
            _ => return None,
        };
        Some(times as u64)
    }

    /// The day of a case, for a date field.
    #[inline]
    pub(super) fn day(&self, case: usize) -> Option<Day> {
        match &self.kind {
            OfKind::Date { column, .. } => column.get(case).ok(),
            _ => None,
        }
    }

    /// The number of a case, for a number field.
    pub(super) fn number(&self, case: usize) -> Option<u16> {
        match &self.kind {
            OfKind::Number { column, .. } => column.get(case).ok(),
            _ => None,
        }
    }

    /// The column, once every row has been read, and what its cells without a
    /// known answer hold. Ambiguous spellings are decided here.
    pub(super) fn finish(mut self, findings: &mut Findings) -> (Column, Vec<Cell>) {
        let column = match self.kind {
            OfKind::One { mut answers, mut column, .. } => {
                for (place, code) in (0..self.field.ambiguous.len()).zip(FIRST_AMBIGUOUS..) {
                    let decided = answers.decide(place);
                    column.replace(code, decided.ok_or(Missing::Unrecognised));
                    if decided.is_some() {
                        self.asked
                            .forget(|text| answers.find(text) == Found::Ambiguous(code - FIRST_AMBIGUOUS));
                        self.tallies.remove(FindingCode::ValueAmbiguous);
                    }
                }
                Column::Codes(column)
            }
            OfKind::Many { column, .. } => Column::Sets(column),
            OfKind::Date { column, .. } => Column::Days(column),
            OfKind::Number { column, .. } => Column::Numbers(column),
            OfKind::Place { column, .. } => {
                Column::Places(identified::checked(column, self.field, self.at, self.says_clean, findings))
            }
        };
        self.tallies.report(Some(self.field.id), column_number(self.at), findings);
        (column, self.asked.into_cells())
    }
}

/// A column's number as a person counts, from 1.
pub(super) fn column_number(at: usize) -> Option<u32> {
    u32::try_from(at).ok()?.checked_add(1)
}

/// What a cell means; worked out when it has not been met before.
#[inline]
fn recall<T: Copy>(
    known: &mut Remembered<Meaning<T>>,
    raw: &[u8],
    work: impl FnOnce() -> Meaning<T>,
) -> Meaning<T> {
    known.get(raw).unwrap_or_else(|| {
        let meaning = work();
        known.put(raw, meaning);
        meaning
    })
}

/// A cell with one answer of a list; what means nothing is taken for what it
/// resembles when there is `room` to count it.
fn one(answers: &mut Answers, text: &str, room: bool) -> Meaning<u8> {
    match answers.find(text) {
        Found::Value(place) | Found::Explained(place) => place.into(),
        Found::Ambiguous(place) => {
            Meaning { answer: Ok(FIRST_AMBIGUOUS + place), note: Some(FindingCode::ValueAmbiguous) }
        }
        Found::Missing(missing) => Meaning::missing(missing),
        Found::Nothing => {
            let several = one_of_several(answers, text);
            let resembling = answers.resembling(text).filter(|_| room && several.note.is_some());
            let read = |place| Meaning { answer: Ok(place), note: Some(FindingCode::ValueResembling) };
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
