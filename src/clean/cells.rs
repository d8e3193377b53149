//! Reads cells of dates and of numbers, each column with its own rules.

use super::{
    answers::MissingAnswers,
    dates::{self, DateOrder, DateReading},
    numbers,
    remember::Remembered,
    row::Row,
};
use crate::{
    cases::{Day, Missing},
    catalog::Field,
    finding::FindingCode,
    understanding::Said,
};

/// What a cell means, and what is to be said of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meaning<T> {
    pub(super) answer: Result<T, Missing>,
    pub(super) note: Option<FindingCode>,
}

impl<T> Meaning<T> {
    pub(super) fn missing(missing: Missing) -> Self {
        Self { answer: Err(missing), note: None }
    }

    pub(super) fn wrong(note: FindingCode) -> Self {
        Self { answer: Err(Missing::Unrecognised), note: Some(note) }
    }

    /// Why there is no answer, where the cell says so.
    pub(super) fn said(&self, raw: &[u8]) -> Option<Said> {
        let missing = self.answer.as_ref().err().filter(|_| self.note.is_none() && !raw.is_empty());
        missing.copied().map(Said::Missing)
    }
}

impl<T> From<T> for Meaning<T> {
    fn from(answer: T) -> Self {
        Self { answer: Ok(answer), note: None }
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
    #[cfg_attr(hot, optimize(speed))]
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
    #[cfg_attr(hot, optimize(speed))]
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
