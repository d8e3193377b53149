//! From rows of text to cases: what each column is, and what each cell means.
//!
//! Knows headings, dates, numbers, spellings and missing answers. It reads no
//! bytes of a file (`intake`) and counts nothing (`analysis`). No row is
//! dropped in silence: each ends as a case or in a finding.

mod ages;
mod answers;
mod as_read;
mod asked;
mod births;
mod cells;
mod column;
mod columns;
mod dates;
mod header;
mod headings;
mod identified;
mod identity;
mod kin;
mod known;
mod left_out;
mod levels;
mod mapping;
mod marks;
mod numbers;
mod one;
mod options;
mod packed;
mod parts;
mod places;
mod propose;
mod remember;
mod row;
mod sample;
mod several;
mod stretch;
mod table;
mod tallies;

pub use columns::{Certainty, DecidedColumn, Use};
pub use dates::DateOrder;
pub use mapping::{Mapping, Wishes};
pub use packed::RowsOfParts;
pub use stretch::{Stretch, StretchRead};

use crate::{
    cases::{Cases, Day},
    error::{Code, Error, Result},
    finding::{Finding, FindingCode, Findings},
    intake::{Encoding, Noted, Reading, Record, Rows, Sink},
    understanding::AsRead,
};
use column::column_number;
use columns::Columns;
use header::Header;
use headings::Headings;
use left_out::LeftOut;
use row::HeldRow;
use sample::Sample;
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
    /// How its shape was understood.
    pub decided: Decided,
    /// How the file was read, for the eyes of the person whose file it is.
    pub read: AsRead,
}

/// How the shape of a file was understood.
#[derive(Debug, Clone, Default)]
pub struct Decided {
    /// The numbers of the first and the last row of headings, as a person counts.
    pub header: (u64, u64),
    /// Column by column, up to the last that has a heading.
    pub columns: Vec<DecidedColumn>,
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
/// assert_eq!(cleaned.mapping.columns.get("Geb.jaar").and_then(Option::as_deref), Some("geboortejaar"));
/// # Ok::<(), ben_monitor::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Cleaner {
    source: usize,
    name: String,
    wanted: Mapping,
    today: Option<Day>,
    findings: Findings,
    stage: Stage,
}

/// Where in the file we are.
#[derive(Debug)]
enum Stage {
    /// How to read the file has not been decided; the rows so far are held.
    Above(Sample),
    /// Below the header row.
    Below(Box<Below>),
}

#[derive(Debug)]
struct Below {
    header: (u64, u64),
    columns: Columns,
    proposals: Vec<Vec<&'static str>>,
    table: Table,
}

impl Cleaner {
    /// For one file: its number among the files, from 0, its name, and what a
    /// person decided about headings and spellings.
    pub fn new(source: usize, name: &str, wanted: Option<&Mapping>) -> Self {
        Self {
            source,
            name: name.to_owned(),
            wanted: wanted.cloned().unwrap_or_default(),
            today: None,
            findings: Findings::of_source(source),
            stage: Stage::Above(Sample::default()),
        }
    }

    /// The day of reading: dates after it are reported and left out. Without
    /// it nothing is too late, since the core has no clock.
    #[must_use]
    pub fn with_today(self, today: Option<Day>) -> Self {
        Self { today, ..self }
    }

    /// Notes that so many cells held a formula's error, which whoever made the
    /// text left empty, and the first of their rows.
    pub fn note_cell_errors(&mut self, count: u64, rows: &[u32]) {
        rows.iter().for_each(|&row| self.findings.note(FindingCode::CellErrors, None, None, u64::from(row)));
        let further = count.saturating_sub(rows.len() as u64);
        if further > 0 {
            self.findings.note_times(FindingCode::CellErrors, None, None, 0, further);
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
        if let Stage::Above(sample) = &mut self.stage {
            let sample = std::mem::take(sample);
            self.begin(&sample.rows)?;
        }
        let Stage::Below(below) = self.stage else { return Err(Error::new(Code::NoKnownColumns)) };
        let Below { header, columns, proposals, table } = *below;
        let mut findings = self.findings;
        note_reading(reading, &mut findings);
        let mut read = as_read::of_file((self.source, &self.name), reading, header, &columns.0);
        for (column, proposals) in read.columns.iter_mut().zip(proposals) {
            column.proposals = proposals;
        }
        let (len, data, identities) = table.finish(&mut findings, &mut read);
        if len == 0 {
            return Err(Error::new(Code::NoCases));
        }
        let in_force = columns.in_force();
        Ok(Cleaned {
            read,
            cases: Cases::new(self.name, len, data).with_headings(columns.own()).known_by(identities),
            findings: findings.into_list(),
            columns: in_force.len(),
            mapping: Mapping { columns: in_force, values: self.wanted.values, reading: self.wanted.reading },
            decided: Decided { header, columns: columns.0 },
        })
    }

    /// Decides how to read the file from its first rows, and reads these.
    fn begin(&mut self, rows: &[HeldRow]) -> Result<()> {
        self.wanted.check()?;
        let headings = Headings::new(&self.wanted);
        let wishes = &self.wanted.reading;
        let unknown = || {
            let columns = rows.iter().map(|row| row.cells().len()).max().unwrap_or(0);
            Error::new(Code::NoKnownColumns).with_number("columns", columns as u64)
        };
        let Header { first, last, texts } =
            header::find(rows, &headings, wishes.header).ok_or_else(unknown)?;
        let mut other_table = false;
        for (place, row) in rows.iter().enumerate().take(first) {
            // Headings above the headings, of a table that names fewer fields.
            let named = headings.fields_named(row.cells());
            let after = rows.get(place + 1..first).unwrap_or_default();
            other_table |= wishes.header.is_none()
                && named > 1
                && after.iter().any(|row| !row.is_blank())
                && header::is_header(row.cells(), after, named, &headings);
            let code = match (row.is_blank(), other_table) {
                (true, _) => FindingCode::BlankRows,
                (false, true) => FindingCode::SecondTable,
                (false, false) => FindingCode::TitleRows,
            };
            self.findings.note(code, None, None, row.number());
        }
        let below = rows.get(last + 1..).unwrap_or_default();
        let mut columns = Columns::decide(&headings, &texts, below, &self.wanted);
        let proposals = propose::propose(&mut columns.0, below, wishes.dates);
        if !columns.are_known() {
            return Err(unknown());
        }
        note_columns(&columns, &mut self.findings);
        let levels = rows.get(first..=last).unwrap_or_default();
        let left_out = LeftOut::new(headings, levels, &columns);
        let mut table =
            Table::new(&columns, &self.wanted, self.today, Some(left_out).filter(|_| !wishes.keep_rows));
        below.iter().for_each(|row| table.read(row.rows()));
        let number = |place: usize| rows.get(place).map_or(0, HeldRow::number);
        let header = (number(first), number(last));
        self.stage = Stage::Below(Box::new(Below { header, columns, proposals, table }));
        Ok(())
    }
}

impl Sink for Cleaner {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.rows(HeldRow::hold(record).rows())
    }

    fn rows(&mut self, rows: Rows<'_>) -> Result<()> {
        for place in 0..rows.len() {
            match &mut self.stage {
                Stage::Below(below) => {
                    below.table.read(rows.part(place..rows.len()));
                    break;
                }
                Stage::Above(sample) => {
                    if sample.hold(&rows.row(place), self.wanted.reading.header) {
                        let sample = std::mem::take(sample);
                        self.begin(&sample.rows)?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn note_columns(columns: &Columns, findings: &mut Findings) {
    for (at, column) in columns.0.iter().enumerate() {
        let field = match column.used {
            Use::Field(field) => Some(field.id),
            _ => None,
        };
        let mut note = |code, field| findings.note(code, field, column_number(at), 0);
        match column.used {
            Use::Field(_) | Use::Part { .. } | Use::BirthDate | Use::Identifier(_) => {}
            Use::Double(field) => note(FindingCode::ColumnDouble, Some(field.id)),
            Use::Nothing => note(FindingCode::ColumnUnused, None),
        }
        if column.holds_dates() && column.dates == DateOrder::Mdy {
            note(FindingCode::DatesMonthFirst, field);
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
