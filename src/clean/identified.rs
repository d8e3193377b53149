//! What may not be there: columns with direct identifiers are not read any
//! further, and a single one in another column is not kept. Which they are is
//! known in `identifiers`; what is said of them never holds a value.

use super::{
    column::column_number,
    columns::{Columns, DecidedColumn, Use},
    headings::Headings,
    mapping::Wishes,
    row::HeldRow,
    sample::filled,
    tallies::Tallies,
};
use crate::{
    cases::{Missing, Places},
    catalog::{Field, Kind, fold},
    finding::{FindingCode, Findings},
    identifiers::{self, Identifier},
    intake::Rows,
    packed::{Packed, Packer, Refusal},
};

/// Fewer different names in a whole column tell no more than the sample did.
const FEWEST_NAMES: usize = 10;
/// A column of one's own in which more than one answer in so many stands there
/// for the first time is a list of children, not of answers.
const CASES_FOR_EACH_ANSWER: usize = 2;

/// Marks the columns that hold identifiers, by their headings and the cells of
/// the sample. Also those that a heading or a person took for something else.
pub(super) fn decide(columns: &mut Columns, headings: &Headings, below: &[HeldRow], wishes: &Wishes) {
    for (at, column) in columns.0.iter_mut().enumerate() {
        let is_own = matches!(column.used, Use::Field(field) if field.is_own());
        if is_own && headings.is_number(&fold(&column.heading)) {
            // A case number is never shown, also not when a person asks for it.
            column.used = Use::Nothing;
        }
        // The cells of these are only looked at for yes or no, or for an age.
        if matches!(column.used, Use::Part { .. } | Use::BirthDate) {
            continue;
        }
        let cells: Vec<&str> = filled(below, at).collect();
        let found = identifiers::find(&column.heading, &cells);
        if let Some(kind) = found.filter(|&kind| may_stop(kind, column, wishes)) {
            column.used = Use::Identifier(kind);
        }
    }
}

/// Dates of birth in a column of dates, or of years of birth, are for the
/// reader of that column; and a person may say that a column is clean.
fn may_stop(kind: Identifier, column: &DecidedColumn, wishes: &Wishes) -> bool {
    let is_year = matches!(column.used, Use::Field(field) if field.id == "geboortejaar");
    let has_reader = kind == Identifier::BirthDate && (column.holds_dates() || is_year);
    !has_reader && (kind == Identifier::Bsn || !wishes.says_clean(&column.heading))
}

impl Wishes {
    /// Whether a person said that the column under this heading holds no identifiers.
    pub(super) fn says_clean(&self, heading: &str) -> bool {
        self.clean.iter().any(|clean| fold(clean) == fold(heading))
    }
}

/// A column that is not read: only how many of its cells are filled is counted.
#[derive(Debug)]
pub(super) struct Stopped {
    at: usize,
    code: FindingCode,
    tallies: Tallies,
}

impl Stopped {
    /// Those among the columns.
    pub(super) fn of(columns: &Columns) -> Vec<Self> {
        let stopped = columns.0.iter().enumerate().filter_map(|(at, column)| match column.used {
            Use::Identifier(kind) => Some(Self { at, code: code(kind), tallies: Tallies::default() }),
            _ => None,
        });
        stopped.collect()
    }

    /// Counts the cells in these rows.
    pub(super) fn count(&mut self, rows: Rows<'_>) {
        for (place, cell) in rows.cells(self.at).enumerate() {
            if !cell.raw().trim_ascii().is_empty() {
                self.tallies.note(self.code, rows.number(place), 1);
            }
        }
    }

    pub(super) fn pack(&self, before: u64, to: &mut Packer) {
        self.tallies.pack(before, to);
    }

    pub(super) fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        self.tallies.add_packed(before, from)
    }

    /// Says which column it is.
    pub(super) fn report(self, findings: &mut Findings) {
        self.tallies.report(None, column_number(self.at), findings);
    }
}

/// The places of a whole column, or none of them when they turn out to be
/// identifiers that stood below the sample.
pub(super) fn checked(
    places: Places,
    field: &'static Field,
    at: usize,
    says_clean: bool,
    findings: &mut Findings,
) -> Places {
    // The last ones first: those have not been seen.
    let names: Vec<&str> = places.names().iter().rev().map(String::as_str).collect();
    let found = identifiers::find(field.id, &names).filter(|_| names.len() >= FEWEST_NAMES);
    let found = found.filter(|&kind| kind == Identifier::Bsn || !says_clean).map(code);
    let count = places.iter().filter(Result::is_ok).count();
    let scattered =
        field.is_own() && names.len() >= FEWEST_NAMES && names.len() * CASES_FOR_EACH_ANSWER > count;
    let Some(code) = found.or(scattered.then_some(FindingCode::ColumnScattered)) else { return places };
    let mut dropped = Places::default();
    for answer in places.iter() {
        dropped.push_code(Err(answer.err().unwrap_or(Missing::Unrecognised)));
    }
    findings.note_times(code, Some(field.id), column_number(at), 0, count as u64);
    dropped
}

/// Whether one cell of a column whose answers are kept as they come is an
/// identifier, whatever the column.
pub(super) fn is_stray(field: &Field, text: &str) -> bool {
    field.kind == Kind::Place && identifiers::stray(text).is_some()
}

fn code(kind: Identifier) -> FindingCode {
    match kind {
        Identifier::Bsn => FindingCode::IdentifierBsn,
        Identifier::Email => FindingCode::IdentifierEmail,
        Identifier::Iban => FindingCode::IdentifierIban,
        Identifier::Phone => FindingCode::IdentifierPhone,
        Identifier::Postcode => FindingCode::IdentifierPostcode,
        Identifier::BirthDate => FindingCode::IdentifierBirthDate,
        Identifier::Address => FindingCode::IdentifierAddress,
        Identifier::Remarks => FindingCode::IdentifierRemarks,
        Identifier::Name => FindingCode::IdentifierName,
    }
}
