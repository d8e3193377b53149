//! From rows of text to cases: what each column is, and what each cell means.
//!
//! Knows headings, dates, numbers, spellings and missing answers. It reads no
//! bytes of a file (`intake`) and counts nothing (`analysis`). No row is
//! dropped in silence: each ends as a case or in a finding.

mod ages;
mod answers;
mod column;
mod dates;
mod header;
mod mapping;
mod numbers;
mod places;
mod remember;
mod row;
mod several;
mod table;
mod tallies;

pub use mapping::Mapping;

use crate::{
    cases::Cases,
    error::{Code, Error, Result},
    finding::{Finding, FindingCode, Findings},
    intake::{Encoding, Noted, Reading, Record, Sink},
};
use column::column_number;
use mapping::{Columns, Headings, Use};
use row::{HeldRow, Row};
use table::Table;

/// What a file turned out to hold.
#[derive(Debug)]
pub struct Cleaned {
    /// The cases.
    pub cases: Cases,
    /// What was noticed, most serious first.
    pub findings: Vec<Finding>,
    /// What the columns were taken for, and the spellings that were given.
    pub mapping: Mapping,
    /// Number of columns that have a heading.
    pub columns: usize,
}

/// Makes cases of the rows that [`crate::intake`] gives it.
///
/// ```
/// use ben_monitor::{clean::Cleaner, intake::{Intake, Limits}};
///
/// let mut cleaner = Cleaner::new(0, "twente.csv", None);
/// let mut intake = Intake::new(Limits::default());
/// intake.feed(b"Datum;Geb.jaar\r\n31-12-2024;2008\r\n", &mut cleaner)?;
/// let reading = intake.finish(&mut cleaner)?;
/// let cleaned = cleaner.finish(&reading)?;
/// assert_eq!(cleaned.cases.len(), 1);
/// assert_eq!(cleaned.mapping.columns["Geb.jaar"].as_deref(), Some("geboortejaar"));
/// # Ok::<(), ben_monitor::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Cleaner {
    name: String,
    wanted: Mapping,
    findings: Findings,
    stage: Stage,
}

/// Where in the file we are.
#[derive(Debug)]
enum Stage {
    /// The header row has not been found; the rows so far are held.
    Above(Vec<HeldRow>),
    /// Below the header row.
    Below(Box<Below>),
}

#[derive(Debug)]
struct Below {
    columns: Columns,
    table: Table,
}

impl Cleaner {
    /// For one file: its number among the files, from 0, its name, and what a
    /// person decided about headings and spellings.
    pub fn new(source: usize, name: &str, wanted: Option<&Mapping>) -> Self {
        Self {
            name: name.to_owned(),
            wanted: wanted.cloned().unwrap_or_default(),
            findings: Findings::of_source(source),
            stage: Stage::Above(Vec::new()),
        }
    }

    /// How many cases have been read; 0 until the header row is found.
    pub fn cases_so_far(&self) -> u64 {
        match &self.stage {
            Stage::Above(_) => 0,
            Stage::Below(below) => below.table.cases() as u64,
        }
    }

    /// The cases, when all rows have been read.
    ///
    /// # Errors
    ///
    /// [`Code::NoKnownColumns`] with the number of `columns`, [`Code::NoCases`],
    /// [`Code::BadMapping`].
    pub fn finish(mut self, reading: &Reading) -> Result<Cleaned> {
        if let Stage::Above(rows) = &mut self.stage {
            let rows = std::mem::take(rows);
            self.begin(rows)?;
        }
        let Stage::Below(below) = self.stage else { return Err(Error::new(Code::NoKnownColumns)) };
        let Below { columns, table } = *below;
        let len = table.cases();
        if len == 0 {
            return Err(Error::new(Code::NoCases));
        }
        let mut findings = self.findings;
        note_reading(reading, &mut findings);
        let column_data = table.finish(&mut findings);
        Ok(Cleaned {
            cases: Cases::new(self.name, len, column_data),
            findings: findings.into_list(),
            columns: columns.in_force.len(),
            mapping: Mapping { columns: columns.in_force, values: self.wanted.values },
        })
    }

    /// Finds the header row among the held rows, and reads those below it.
    fn begin(&mut self, rows: Vec<HeldRow>) -> Result<()> {
        self.wanted.check()?;
        let headings = Headings::new(&self.wanted);
        let Some(place) = header::find(&rows, &headings) else {
            let columns = rows.iter().map(Row::width).max().unwrap_or(0);
            return Err(Error::new(Code::NoKnownColumns).with_number("columns", columns as u64));
        };
        let (above, rest) = rows.split_at(place);
        let Some((header, below)) = rest.split_first() else { return Ok(()) };
        for row in above {
            let code = if row.is_blank() { FindingCode::BlankRows } else { FindingCode::TitleRows };
            self.findings.note(code, None, None, row.number());
        }
        let columns = headings.assign(header.cells());
        note_columns(&columns, &mut self.findings);
        let mut table = Table::new(&columns, &self.wanted);
        below.iter().for_each(|row| table.read(row));
        self.stage = Stage::Below(Box::new(Below { columns, table }));
        Ok(())
    }
}

impl Sink for Cleaner {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        match &mut self.stage {
            Stage::Below(below) => {
                below.table.read(record);
                Ok(())
            }
            Stage::Above(rows) => {
                rows.push(HeldRow::hold(record));
                if rows.len() < header::ROWS_SEARCHED {
                    return Ok(());
                }
                let rows = std::mem::take(rows);
                self.begin(rows)
            }
        }
    }
}

fn note_columns(columns: &Columns, findings: &mut Findings) {
    for (at, used) in columns.uses.iter().enumerate() {
        match used {
            Use::Field(_) => {}
            Use::Double(field) => {
                findings.note(FindingCode::ColumnDouble, Some(field.id), column_number(at), 0)
            }
            Use::Nothing => findings.note(FindingCode::ColumnUnused, None, column_number(at), 0),
        }
    }
}

fn note_reading(reading: &Reading, findings: &mut Findings) {
    if reading.encoding == Encoding::Windows1252 {
        findings.note(FindingCode::Windows1252, None, None, 0);
    }
    for (code, noted) in [
        (FindingCode::EncodingMixed, &reading.mixed_rows),
        (FindingCode::NulBytes, &reading.nul_bytes),
        (FindingCode::QuoteUnclosed, &reading.quote_unclosed_rows),
    ] {
        note_rows(code, noted, findings);
    }
}

fn note_rows(code: FindingCode, noted: &Noted, findings: &mut Findings) {
    if noted.count == 0 {
        return;
    }
    noted.rows.iter().for_each(|&row| findings.note(code, None, None, row));
    findings.note_times(code, None, None, 0, noted.count.saturating_sub(noted.rows.len() as u64));
}
