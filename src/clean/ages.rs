//! The age at referral: as written, or else worked out from the year of birth.

use super::{
    column::{NumberReader, column_number},
    row::Row,
    tallies::Tallies,
};
use crate::{
    cases::{Column, Day, Missing, Numbers},
    catalog::Field,
    finding::{FindingCode, Findings},
};

/// Reads and derives ages, in whole years.
#[derive(Debug)]
pub(super) struct Ages {
    field: &'static Field,
    /// The reader and the place of the column with ages, if there is one.
    written: Option<(NumberReader, usize)>,
    written_tallies: Tallies,
    derived_tallies: Tallies,
    column: Numbers,
}

impl Ages {
    /// `at` is the place of the column with ages, if the file has one.
    pub(super) fn new(field: &'static Field, at: Option<usize>) -> Self {
        Self {
            field,
            written: at.map(|at| (NumberReader::new(field), at)),
            written_tallies: Tallies::default(),
            derived_tallies: Tallies::default(),
            column: Numbers::default(),
        }
    }

    /// Adds the age of this row's case. An age that was given and can't be
    /// true stays an error; it is not replaced by a sum.
    #[inline]
    pub(super) fn read(&mut self, row: &impl Row, referral: Option<Day>, birth_year: Option<u16>) {
        let mut answer = Err(Missing::Blank);
        if let Some((reader, at)) = &mut self.written {
            let meaning = reader.read(row, *at);
            answer = meaning.answer;
            if let Some(code) = meaning.note {
                self.written_tallies.note(code, row.number(), 1);
            }
        }
        if let (
            Err(Missing::Blank | Missing::Unknown | Missing::NotApplicable),
            Some(referral),
            Some(birth_year),
        ) = (answer, referral, birth_year)
        {
            answer = self.derive(row.number(), referral, birth_year);
        }
        self.column.push(answer);
    }

    /// Year of referral − year of birth, as the domain counts it.
    fn derive(&mut self, row: u64, referral: Day, birth_year: u16) -> Result<u16, Missing> {
        let (least, greatest) = self.field.plausible.unwrap_or((0, u16::MAX));
        let years = u16::try_from(referral.year() - i32::from(birth_year)).ok();
        match years.filter(|years| (least..=greatest).contains(years)) {
            Some(years) => {
                self.derived_tallies.note(FindingCode::AgeDerived, row, 1);
                Ok(years)
            }
            None => {
                self.derived_tallies.note(FindingCode::AgeImplausible, row, 1);
                Err(Missing::Unrecognised)
            }
        }
    }

    /// The column; `birth_at` is the place of the column with years of birth.
    pub(super) fn finish(self, birth_at: Option<usize>, findings: &mut Findings) -> Column {
        let at = self.written.and_then(|(_, at)| column_number(at));
        self.written_tallies.report(Some(self.field.id), at, findings);
        self.derived_tallies.report(Some(self.field.id), birth_at.and_then(column_number), findings);
        Column::Numbers(self.column)
    }
}
