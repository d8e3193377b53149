//! Reads one column: the cells of one field, whatever its kind, and counts
//! what was noticed in them.

use super::{
    answers::{Answers, Found, MissingAnswers},
    asked::Asked,
    dates::{self, DateOrder, DateReading},
    mapping::Mapping,
    numbers,
    places::PlaceNames,
    remember::Remembered,
    row::Row,
    several::{SeveralAnswers, read_as_one},
    tallies::Tallies,
};
use crate::{
    cases::{Codes, Column, Day, Days, Missing, Numbers, Places, Sets},
    catalog::{Field, Kind},
    finding::{FindingCode, Findings},
    understanding::{Cell, Said},
};

/// Codes from here stand for a field's ambiguous spellings until the whole
/// column has been read; lists of values are shorter.
const FIRST_AMBIGUOUS: u8 = 128;

/// What a cell means, and what is to be said of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meaning<T> {
    pub(super) answer: Result<T, Missing>,
    pub(super) note: Option<FindingCode>,
}

impl<T> Meaning<T> {
    fn missing(missing: Missing) -> Self {
        Self { answer: Err(missing), note: None }
    }

    fn wrong(note: FindingCode) -> Self {
        Self { answer: Err(Missing::Unrecognised), note: Some(note) }
    }

    /// Why there is no answer, where the cell says so.
    fn said(&self, raw: &[u8]) -> Option<Said> {
        let missing = self.answer.as_ref().err().filter(|_| self.note.is_none() && !raw.is_empty());
        missing.copied().map(Said::Missing)
    }
}

impl<T> From<T> for Meaning<T> {
    fn from(answer: T) -> Self {
        Self { answer: Ok(answer), note: None }
    }
}

/// Reads the cells of one column.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) field: &'static Field,
    /// The column's place in the file, from 0.
    pub(super) at: usize,
    pub(super) tallies: Tallies,
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
        Some(Self { field, at, tallies: Tallies::default(), asked: Asked::new(field.id), kind })
    }

    /// Adds the answer of this row's case.
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
                let said = answers.read(&row.text(self.at), &mut self.asked);
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

    /// Whether this row's cell holds a day; adds nothing.
    #[inline]
    pub(super) fn has_day(&mut self, row: &impl Row) -> bool {
        match &mut self.kind {
            OfKind::Date { reader, .. } => reader.read(row, self.at).answer.is_ok(),
            _ => false,
        }
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
            OfKind::Place { column, .. } => Column::Places(column),
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

/// The first day that a team's case can have: expert teams exist since 2015.
const FIRST_LIKELY: i16 = 5479;

/// Reads the cells of a date field.
#[derive(Debug)]
pub(super) struct DayReader {
    missing: MissingAnswers,
    known: Remembered<Meaning<Day>>,
    order: DateOrder,
    today: Option<Day>,
}

impl DayReader {
    /// `order` is how the column writes its dates; a day after `today` can't be true.
    pub(super) fn new(missing: MissingAnswers, order: DateOrder, today: Option<Day>) -> Self {
        Self { missing, known: Remembered::new(), order, today }
    }

    /// What the cell in this column says.
    #[inline]
    pub(super) fn read(&mut self, row: &impl Row, at: usize) -> Meaning<Day> {
        let raw = row.raw(at);
        if raw.is_empty() {
            return Meaning::missing(Missing::Blank);
        }
        if let Some(day) = dates::read_plain(raw, self.order) {
            return self.judge(day, None);
        }
        if let Some(meaning) = self.known.get(raw) {
            return meaning;
        }
        let text = row.text(at);
        let meaning = match dates::read(&text, self.order) {
            DateReading::Day(day) => self.judge(day, None),
            DateReading::Serial(day) => self.judge(day, Some(FindingCode::DateSerial)),
            DateReading::Impossible => Meaning::wrong(FindingCode::DateImpossible),
            DateReading::Unreadable => {
                self.missing.find(&text).map_or(Meaning::wrong(FindingCode::DateUnreadable), Meaning::missing)
            }
        };
        self.known.put(raw, meaning);
        meaning
    }

    /// A day of a case, or why it can't be. A day before 2000 is a slip of the
    /// pen, and would stretch every series of months to it; so is one to come.
    fn judge(&self, day: Day, note: Option<FindingCode>) -> Meaning<Day> {
        if day.number() < 0 {
            Meaning::wrong(FindingCode::DateBefore2000)
        } else if self.today.is_some_and(|today| today < day) {
            Meaning::wrong(FindingCode::DateFuture)
        } else if day.number() < FIRST_LIKELY {
            Meaning { answer: Ok(day), note: Some(FindingCode::DateEarly) }
        } else {
            Meaning { answer: Ok(day), note }
        }
    }
}

/// Reads the cells of a number field.
#[derive(Debug)]
pub(super) struct NumberReader {
    field: &'static Field,
    missing: MissingAnswers,
    known: Remembered<Meaning<u16>>,
}

impl NumberReader {
    pub(super) fn new(field: &'static Field) -> Self {
        Self { field, missing: MissingAnswers::new(field), known: Remembered::new() }
    }

    /// What the cell in this column says.
    #[inline]
    pub(super) fn read(&mut self, row: &impl Row, at: usize) -> Meaning<u16> {
        let raw = row.raw(at);
        if raw.is_empty() {
            return Meaning::missing(Missing::Blank);
        }
        if let Some(number) = numbers::read_plain(raw) {
            return self.judge(i32::from(number));
        }
        if let Some(meaning) = self.known.get(raw) {
            return meaning;
        }
        let text = row.text(at);
        let meaning = match numbers::read(&text) {
            Some(number) => self.judge(number),
            None => self
                .missing
                .find(&text)
                .map_or(Meaning::wrong(FindingCode::NumberUnreadable), Meaning::missing),
        };
        self.known.put(raw, meaning);
        meaning
    }

    /// A number that can be true, or why not.
    fn judge(&self, number: i32) -> Meaning<u16> {
        let whole = u16::try_from(number).ok();
        match self.field.plausible {
            Some((least, greatest)) => whole
                .filter(|number| (least..=greatest).contains(number))
                .map_or(Meaning::wrong(FindingCode::AgeImplausible), Meaning::from),
            None => whole.map_or(Meaning::wrong(FindingCode::NumberUnreadable), Meaning::from),
        }
    }
}
