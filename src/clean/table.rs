//! From rows below the header to cases: each row becomes a case, or is left
//! out and counted.

use super::{
    ages::Ages,
    column::{Reader, column_number},
    columns::{Columns, Use},
    mapping::Mapping,
    row::Row,
    tallies::Tallies,
};
use crate::{
    cases::{Column, Day},
    catalog::{FIELDS, TOTALS, field, fold},
    finding::{FindingCode, Findings},
    understanding::AsRead,
};

/// Reads the rows of one file.
#[derive(Debug)]
pub(super) struct Table {
    /// Columns up to the last that has a heading.
    width: usize,
    /// How many cells of each column hold something.
    filled: Vec<u64>,
    readers: Vec<Reader>,
    ages: Option<Ages>,
    /// Places in `readers`.
    referral: Option<usize>,
    closing: Option<usize>,
    birth_year: Option<usize>,
    cases: usize,
    rows: Tallies,
    closed_early: Tallies,
}

impl Table {
    /// `today` is as [`super::Cleaner::with_today`] takes it.
    pub(super) fn new(columns: &Columns, mapping: &Mapping, today: Option<Day>) -> Self {
        let mut readers = Vec::new();
        let mut age_at = None;
        for (at, column) in columns.0.iter().enumerate() {
            match column.used {
                Use::Field(field) if field.id == "leeftijd" => age_at = Some(at),
                Use::Field(field) => readers.extend(Reader::new(field, at, mapping, column.dates, today)),
                Use::Part { .. } | Use::BirthDate | Use::Double(_) | Use::Nothing => {}
            }
        }
        let place = |id: &str| readers.iter().position(|reader| reader.field.id == id);
        let (referral, closing, birth_year) =
            (place("aanmelddatum"), place("afsluitdatum"), place("geboortejaar"));
        let has_ages = age_at.is_some() || (birth_year.is_some() && referral.is_some());
        let ages = field("leeftijd").filter(|_| has_ages).map(|field| Ages::new(field, age_at));
        Self {
            width: columns.0.len(),
            filled: columns.0.iter().map(|_| 0).collect(),
            readers,
            ages,
            referral,
            closing,
            birth_year,
            cases: 0,
            rows: Tallies::default(),
            closed_early: Tallies::default(),
        }
    }

    /// How many cases have been read.
    pub(super) fn cases(&self) -> usize {
        self.cases
    }

    /// Reads one row.
    pub(super) fn read(&mut self, row: &impl Row) {
        if row.is_blank() {
            return self.rows.note(FindingCode::BlankRows, row.number(), 1);
        }
        if !self.has_referral(row) && holds_total(row) {
            return self.rows.note(FindingCode::TotalRows, row.number(), 1);
        }
        if row.width() < self.width {
            self.rows.note(FindingCode::RowShort, row.number(), 1);
        } else if (self.width..row.width()).any(|column| !row.raw(column).trim_ascii().is_empty()) {
            self.rows.note(FindingCode::RowLong, row.number(), 1);
        }
        self.read_case(row);
    }

    fn read_case(&mut self, row: &impl Row) {
        let case = self.cases;
        self.cases += 1;
        for (column, filled) in self.filled.iter_mut().enumerate() {
            *filled += u64::from(!row.raw(column).trim_ascii().is_empty());
        }
        for reader in &mut self.readers {
            reader.read(row);
        }
        let day = |place: Option<usize>| self.readers.get(place?)?.day(case);
        let (referral, closing) = (day(self.referral), day(self.closing));
        if let (Some(referral), Some(closing)) = (referral, closing)
            && closing < referral
        {
            self.closed_early.note(FindingCode::ClosedBeforeReferral, row.number(), 1);
        }
        if let Some(ages) = &mut self.ages {
            let birth_year = self.birth_year.and_then(|place| self.readers.get(place)?.number(case));
            ages.read(row, referral, birth_year);
        }
    }

    fn has_referral(&mut self, row: &impl Row) -> bool {
        self.referral.and_then(|place| self.readers.get_mut(place)).is_some_and(|reader| reader.has_day(row))
    }

    /// The number of cases, and the columns by place in [`FIELDS`]; what their
    /// cells hold goes into `read`.
    pub(super) fn finish(self, findings: &mut Findings, read: &mut AsRead) -> (usize, Vec<Option<Column>>) {
        read.cases = self.cases as u64;
        for (column, filled) in read.columns.iter_mut().zip(&self.filled) {
            column.filled = *filled;
        }
        let at = |place: Option<usize>| self.readers.get(place?).map(|reader| reader.at);
        let (birth_at, closing_at) = (at(self.birth_year), at(self.closing));
        self.rows.report(None, None, findings);
        self.closed_early.report(Some("afsluitdatum"), closing_at.and_then(column_number), findings);
        let mut columns: Vec<Option<Column>> = FIELDS.iter().map(|_| None).collect();
        let mut put = |id: &str, column| {
            let slot = FIELDS.iter().zip(&mut columns).find(|(field, _)| field.id == id);
            if let Some((_, slot)) = slot {
                *slot = Some(column);
            }
        };
        for reader in self.readers {
            let id = reader.field.id;
            let (column, cells) = reader.finish(findings);
            read.cells.extend(cells);
            put(id, column);
        }
        if let Some(ages) = self.ages {
            put("leeftijd", ages.finish(birth_at, findings));
        }
        (self.cases, columns)
    }
}

/// Whether a cell says that this row holds totals.
fn holds_total(row: &impl Row) -> bool {
    (0..row.width()).any(|column| {
        let first = row.raw(column).trim_ascii_start().first().map(u8::to_ascii_lowercase);
        let may_be = TOTALS.first.iter().any(|word| word.as_bytes().first().copied() == first);
        may_be && is_total(&fold(&row.text(column)))
    })
}

fn is_total(folded: &str) -> bool {
    let further =
        |word: &str| TOTALS.further.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    TOTALS.first.iter().any(|first| {
        folded.strip_prefix(first).is_some_and(|rest| {
            (rest.is_empty() || rest.starts_with(' ')) && rest.split_whitespace().all(further)
        })
    })
}
