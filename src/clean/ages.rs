//! The age at referral: as written, or else worked out from the date or the
//! year of birth.

use super::{
    asked::Asked,
    births::{Birth, Births},
    cells::NumberCells,
    column::{Reader, column_number},
    known::Known,
    tallies::Tallies,
};
use crate::{
    cases::{Column, Day, Missing},
    catalog::Field,
    finding::{FindingCode, Findings},
    intake::Rows,
    packed::{Packed, Packer, Refusal},
};

/// Where ages come from.
#[derive(Debug, Default)]
pub(super) struct AgeSources {
    /// The place of the column with ages.
    pub(super) written: Option<usize>,
    /// The column with dates of birth.
    pub(super) births: Option<Births>,
    /// The place of the column with years of birth.
    pub(super) birth_year: Option<usize>,
    /// Whether the file has days of referral.
    pub(super) has_referral: bool,
}

/// Reads and derives ages, in whole years.
#[derive(Debug)]
pub(super) struct Ages {
    field: &'static Field,
    sources: AgeSources,
    /// The column with ages, and those that were worked out.
    numbers: Box<Known<NumberCells>>,
    /// What a cell without an age says is told by the findings alone.
    asked: Asked,
    written_tallies: Tallies,
    year_tallies: Tallies,
}

impl Ages {
    pub(super) fn new(field: &'static Field, sources: AgeSources) -> Self {
        Self {
            field,
            sources,
            numbers: Known::new(NumberCells::new(field)),
            asked: Asked::new(field.id),
            written_tallies: Tallies::default(),
            year_tallies: Tallies::default(),
        }
    }

    /// Adds the ages of the cases in these rows, of which `case` is the first.
    /// An age that was given and can't be true stays an error; it is not
    /// replaced by a sum.
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn read(
        &mut self,
        rows: Rows<'_>,
        case: usize,
        referral: Option<&Reader>,
        birth_year: Option<&Reader>,
    ) {
        match self.sources.written {
            Some(at) => self.numbers.read(rows, at, &mut self.asked, &mut self.written_tallies),
            None => (0..rows.len()).for_each(|_| self.numbers.cells.column.push(Err(Missing::Blank))),
        }
        if self.sources.births.is_none() && birth_year.is_none() {
            return;
        }
        for place in 0..rows.len() {
            let case = case + place;
            let row = rows.row(place);
            let born = self.sources.births.as_mut().and_then(|births| births.read(&row));
            let from_date = born.is_some();
            let answer = self.numbers.cells.column.get(case);
            if matches!(answer, Ok(_) | Err(Missing::Unrecognised)) {
                continue;
            }
            let year = || birth_year.and_then(|years| years.number(case)).map(Birth::Year);
            if let Some(birth) = born.or_else(year) {
                let day = referral.and_then(|days| days.day(case));
                let (derived, code) = self.derive(day, birth, answer);
                self.numbers.cells.column.set(case, derived);
                self.note(code, row.row(), from_date);
            }
        }
    }

    /// The age, else `written`, which says why there is none; and what is to be said of it.
    fn derive(
        &self,
        referral: Option<Day>,
        birth: Birth,
        written: Result<u16, Missing>,
    ) -> (Result<u16, Missing>, FindingCode) {
        let Some(referral) = referral else { return (written, FindingCode::AgeWithoutReferral) };
        let (least, greatest) = self.field.plausible.unwrap_or((0, u16::MAX));
        match birth.age_at(referral).filter(|years| (least..=greatest).contains(years)) {
            Some(years) => (Ok(years), FindingCode::AgeDerived),
            None => (Err(Missing::Unrecognised), FindingCode::AgeImplausible),
        }
    }

    fn note(&mut self, code: FindingCode, row: u64, from_date: bool) {
        match &mut self.sources.births {
            Some(births) if from_date => births.note(code, row),
            _ => self.year_tallies.note(code, row, 1),
        }
    }

    /// The place of the column with ages.
    pub(super) fn written_at(&self) -> Option<usize> {
        self.sources.written
    }

    /// The sum of all ages.
    pub(super) fn sum(&self) -> u64 {
        self.numbers.cells.column.iter().flatten().map(u64::from).sum()
    }

    pub(super) fn pack(&self, before: u64, to: &mut Packer) {
        self.numbers.cells.column.pack(to);
        self.written_tallies.pack(before, to);
        self.year_tallies.pack(before, to);
        self.sources.births.iter().for_each(|births| births.pack(before, to));
    }

    pub(super) fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        self.numbers.cells.column.add_packed(from)?;
        self.written_tallies.add_packed(before, from)?;
        self.year_tallies.add_packed(before, from)?;
        self.sources.births.as_mut().map_or(Ok(()), |births| births.add_packed(before, from))
    }

    /// The column; none when the file has neither ages nor days at which to work them out.
    pub(super) fn finish(self, findings: &mut Findings) -> Option<Column> {
        let AgeSources { written, births, birth_year, has_referral } = self.sources;
        self.written_tallies.report(Some(self.field.id), written.and_then(column_number), findings);
        self.year_tallies.report(Some("geboortejaar"), birth_year.and_then(column_number), findings);
        if let Some(births) = births {
            births.report(findings);
        }
        (written.is_some() || has_referral).then_some(Column::Numbers(self.numbers.cells.column))
    }
}
