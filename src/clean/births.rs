//! Reads the column with dates of birth. A date of birth points out a child:
//! it gives the age at referral and goes no further than this room.

use super::{
    answers::MissingAnswers,
    column::column_number,
    columns::BIRTH_DATE,
    dates::{self, DateOrder, DateReading},
    numbers,
    tallies::Tallies,
};
use crate::{
    cases::Day,
    catalog::Field,
    finding::{FindingCode, Findings},
    intake::Record,
    packed::{Packed, Packer, Refusal},
};

/// When a child was born, as far as the cell tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Birth {
    Day(Day),
    /// A year alone.
    Year(u16),
}

impl Birth {
    /// Whole years at this day; by the years alone where the birthday is not known.
    pub(super) fn age_at(self, day: Day) -> Option<u16> {
        let (year, month, of_month) = day.parts();
        let years = match self {
            Self::Year(born) => year - i32::from(born),
            Self::Day(born) => {
                let (born, born_month, born_day) = born.parts();
                year - born - i32::from((month, of_month) < (born_month, born_day))
            }
        };
        u16::try_from(years).ok()
    }
}

/// Reads dates of birth, and counts what is said of them.
#[derive(Debug)]
pub(super) struct Births {
    at: usize,
    order: DateOrder,
    missing: MissingAnswers,
    tallies: Tallies,
    used: u64,
}

impl Births {
    /// `field` is the age's, for how a missing answer is written.
    pub(super) fn new(field: &'static Field, at: usize, order: DateOrder) -> Self {
        Self { at, order, missing: MissingAnswers::new(field), tallies: Tallies::default(), used: 0 }
    }

    /// What the cell in this row says.
    pub(super) fn read(&mut self, row: &Record<'_>) -> Option<Birth> {
        let cell = row.cell(self.at);
        let raw = cell.raw();
        if raw.is_empty() {
            return None;
        }
        if let Some(day) = dates::read_plain(raw, self.order) {
            return Some(Birth::Day(day));
        }
        let text = cell.text();
        let code = match dates::read(&text, self.order) {
            DateReading::Day(day) | DateReading::Serial(day) => return Some(Birth::Day(day)),
            DateReading::Impossible => FindingCode::DateImpossible,
            DateReading::Unreadable => {
                let year = numbers::read(&text).and_then(|year| u16::try_from(year).ok());
                if let Some(year) = year.filter(|year| (1900..=2100).contains(year)) {
                    return Some(Birth::Year(year));
                }
                if self.missing.find(&text).is_some() {
                    return None;
                }
                FindingCode::DateUnreadable
            }
        };
        self.tallies.note(code, row.row(), 1);
        None
    }

    /// Counts an age that was worked out from a date, or why there is none.
    pub(super) fn note(&mut self, code: FindingCode, row: u64) {
        if code == FindingCode::AgeDerived {
            self.used += 1;
        } else {
            self.tallies.note(code, row, 1);
        }
    }

    pub(super) fn pack(&self, before: u64, to: &mut Packer) {
        self.tallies.pack(before, to);
        to.number(self.used);
    }

    pub(super) fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        self.tallies.add_packed(before, from)?;
        self.used += from.number()?;
        Ok(())
    }

    /// Hands over what was noticed: also that the column was used and dropped.
    pub(super) fn report(self, findings: &mut Findings) {
        let column = column_number(self.at);
        self.tallies.report(Some(BIRTH_DATE), column, findings);
        findings.note_times(FindingCode::BirthDateUsed, Some(BIRTH_DATE), column, 0, self.used);
    }
}
