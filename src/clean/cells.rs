//! What cells of dates, numbers and places mean, each column with its own rules.

use super::{
    answers::MissingAnswers,
    dates::{self, DateOrder, DateReading},
    known::{Cells, Meaning},
    numbers,
    places::PlaceNames,
};
use crate::{
    cases::{Day, Days, Missing, Numbers, Places},
    catalog::Field,
    finding::FindingCode,
    intake::Cell,
};

/// The first day that a team's case can have: expert teams exist since 2015.
const FIRST_LIKELY: i16 = 5479;

/// What a date column holds.
#[derive(Debug)]
pub(super) struct DayCells {
    missing: MissingAnswers,
    order: DateOrder,
    today: Option<Day>,
    pub(super) column: Days,
}

impl DayCells {
    /// `order` is how the column writes its dates; a day after `today` can't be true.
    pub(super) fn new(field: &'static Field, order: DateOrder, today: Option<Day>) -> Self {
        Self { missing: MissingAnswers::new(field), order, today, column: Days::default() }
    }

    /// A day of a case, or why it can't be. A day before 2000 is a slip of the
    /// pen, and would stretch every series of months to it; so is one to come.
    fn judge(&self, day: Day) -> Meaning<Day> {
        if day.number() < 0 {
            Meaning::wrong(FindingCode::DateBefore2000)
        } else if self.today.is_some_and(|today| today < day) {
            Meaning::wrong(FindingCode::DateFuture)
        } else if day.number() < FIRST_LIKELY {
            Meaning::noted(day, FindingCode::DateEarly)
        } else {
            day.into()
        }
    }
}

impl Cells for DayCells {
    type Answer = Day;

    fn work_out(&mut self, cell: Cell<'_>, _: bool) -> Meaning<Day> {
        if let Some(day) = dates::read_plain(cell.raw(), self.order) {
            return self.judge(day);
        }
        let text = cell.text();
        match dates::read(&text, self.order) {
            DateReading::Day(day) => self.judge(day),
            DateReading::Serial(day) => {
                let mut meaning = self.judge(day);
                meaning.note = meaning.note.or(Some(FindingCode::DateSerial));
                meaning
            }
            DateReading::Impossible => Meaning::wrong(FindingCode::DateImpossible),
            DateReading::Unreadable => {
                self.missing.find(&text).map_or(Meaning::wrong(FindingCode::DateUnreadable), Meaning::missing)
            }
        }
    }

    #[inline]
    fn push(&mut self, answer: Result<Day, Missing>) {
        self.column.push(answer);
    }
}

/// What a column of numbers holds.
#[derive(Debug)]
pub(super) struct NumberCells {
    field: &'static Field,
    missing: MissingAnswers,
    pub(super) column: Numbers,
}

impl NumberCells {
    pub(super) fn new(field: &'static Field) -> Self {
        Self { field, missing: MissingAnswers::new(field), column: Numbers::default() }
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

impl Cells for NumberCells {
    type Answer = u16;

    fn work_out(&mut self, cell: Cell<'_>, _: bool) -> Meaning<u16> {
        let text = cell.text();
        match numbers::read(&text) {
            Some(number) => self.judge(number),
            None => self
                .missing
                .find(&text)
                .map_or(Meaning::wrong(FindingCode::NumberUnreadable), Meaning::missing),
        }
    }

    #[inline]
    fn push(&mut self, answer: Result<u16, Missing>) {
        self.column.push(answer);
    }
}

/// What a column of places holds.
#[derive(Debug)]
pub(super) struct PlaceCells {
    pub(super) names: PlaceNames,
    pub(super) column: Places,
}

impl Cells for PlaceCells {
    type Answer = u16;

    fn work_out(&mut self, cell: Cell<'_>, _: bool) -> Meaning<u16> {
        self.names.find(&cell.text(), &mut self.column)
    }

    #[inline]
    fn push(&mut self, answer: Result<u16, Missing>) {
        self.column.push_code(answer);
    }
}
