//! From rows below the header to cases: each row becomes a case, or is left
//! out and counted.

pub(super) mod packed;

use super::{
    ages::{AgeSources, Ages},
    births::Births,
    column::{Reader, column_number},
    columns::{Columns, Use},
    dates::DateOrder,
    identified::Stopped,
    identity::RowIdentity,
    left_out::LeftOut,
    mapping::Mapping,
    numbers,
    parts::Parts,
    row::{HeldRow, Row},
    tallies::Tallies,
};
use crate::{
    cases::{Column, Day, Fingerprint, Identities},
    catalog::{FIELDS, Field, field},
    finding::{FindingCode, Findings},
    intake::{Record, Rows},
    understanding::AsRead,
};

/// Fewest cases of which a last row can hold the sums: of fewer, two equal rows look the same.
const LEAST_SUMMED: usize = 3;

/// Most last rows that may hold sums.
const MOST_FIGURES: usize = 4;

/// Numbers as fingerprints, by the places of their columns.
type Figures = Vec<(usize, u64)>;

/// Reads the rows of one file.
#[derive(Debug)]
pub(super) struct Table {
    /// Columns up to the last that has a heading.
    width: usize,
    /// How many cells of each column hold something.
    filled: Vec<u64>,
    readers: Vec<Reader>,
    parts: Vec<Parts>,
    stopped: Vec<Stopped>,
    ages: Option<Ages>,
    identity: RowIdentity,
    /// Places in `readers`.
    referral: Option<usize>,
    closing: Option<usize>,
    birth_year: Option<usize>,
    /// `None` when every row that is not blank counts as a case.
    left_out: Option<LeftOut>,
    /// Rows of numbers alone, which are sums when no case comes after them.
    figures: Vec<HeldRow>,
    cases: usize,
    rows: Tallies,
    closed_early: Tallies,
}

impl Table {
    /// `today` is as [`super::Cleaner::with_today`] takes it; `left_out` knows the rows that are no case.
    pub(super) fn new(
        columns: &Columns,
        mapping: &Mapping,
        today: Option<Day>,
        left_out: Option<LeftOut>,
    ) -> Self {
        let mut table = Self {
            width: columns.0.len(),
            filled: columns.0.iter().map(|_| 0).collect(),
            readers: Vec::new(),
            parts: Vec::new(),
            stopped: Stopped::of(columns),
            ages: None,
            identity: RowIdentity::new(columns),
            referral: None,
            closing: None,
            birth_year: None,
            left_out,
            figures: Vec::new(),
            cases: 0,
            rows: Tallies::default(),
            closed_early: Tallies::default(),
        };
        let says_clean =
            |at: usize| columns.0.get(at).is_some_and(|column| mapping.reading.says_clean(&column.heading));
        let reader = |field, at, order| {
            let mut reader = Reader::new(field, at, mapping, order, today)?;
            reader.says_clean = says_clean(at);
            Some(reader)
        };
        table.add_readers(columns, &reader);
        let place = |id: &str| table.readers.iter().position(|reader| reader.field.id == id);
        (table.referral, table.closing, table.birth_year) =
            (place("aanmelddatum"), place("afsluitdatum"), place("geboortejaar"));
        table.ages = table.age_sources(columns);
        table
    }

    fn add_readers(
        &mut self,
        columns: &Columns,
        reader: &dyn Fn(&'static Field, usize, DateOrder) -> Option<Reader>,
    ) {
        for (at, column) in columns.0.iter().enumerate() {
            if let Use::Field(field) = column.used
                && field.id != "leeftijd"
            {
                self.readers.extend(reader(field, at, column.dates));
            }
        }
        for (at, column) in columns.0.iter().enumerate() {
            let Use::Part { field, value } = column.used else { continue };
            if !self.parts.iter().any(|parts| parts.field().id == field.id) {
                let own = self.readers.iter().position(|reader| reader.field.id == field.id);
                // A field without a column of its own: a reader that finds nothing, to be joined with.
                let place = own.unwrap_or(self.readers.len());
                if own.is_none() {
                    self.readers.extend(reader(field, usize::MAX, column.dates));
                }
                self.parts.push(Parts::new(field, place));
            }
            let parts = self.parts.iter_mut().find(|parts| parts.field().id == field.id);
            parts.into_iter().for_each(|parts| parts.add(at, value));
        }
    }

    fn age_sources(&self, columns: &Columns) -> Option<Ages> {
        let age = field("leeftijd")?;
        let at = |wanted: &dyn Fn(Use) -> bool| columns.0.iter().position(|column| wanted(column.used));
        let written = at(&|used| matches!(used, Use::Field(field) if field.id == age.id));
        let birth_at = at(&|used| matches!(used, Use::BirthDate));
        let order = birth_at.and_then(|at| columns.0.get(at)).map(|column| column.dates).unwrap_or_default();
        let birth_year = self.birth_year.and_then(|place| self.readers.get(place)).map(|reader| reader.at);
        written.or(birth_at).or(birth_year)?;
        let births = birth_at.map(|at| Births::new(age, at, order));
        let sources = AgeSources { written, births, birth_year, has_referral: self.referral.is_some() };
        Some(Ages::new(age, sources))
    }

    /// How many cases have been read.
    pub(super) fn cases(&self) -> usize {
        self.cases
    }

    /// Reads rows. Those that are sure to be cases are read together, column by column.
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn read(&mut self, rows: Rows<'_>) {
        let mut first = 0;
        for place in 0..rows.len() {
            if !self.is_sure(&rows.row(place)) {
                self.read_cases(rows.part(first..place));
                self.read_odd(rows.part(place..place + 1));
                first = place + 1;
            }
        }
        self.read_cases(rows.part(first..rows.len()));
    }

    /// Whether a row is a case whatever else it holds.
    fn is_sure(&mut self, row: &Record<'_>) -> bool {
        self.figures.is_empty()
            && self.has_referral(row)
            && self.left_out.as_ref().is_none_or(|left_out| !left_out.elsewhere)
    }

    /// Reads a row of which it is to be seen whether it is a case; those before it were read.
    fn read_odd(&mut self, rows: Rows<'_>) {
        let row = &rows.row(0);
        if row.is_blank() {
            return self.rows.note(FindingCode::BlankRows, row.number(), 1);
        }
        if !self.has_referral(row)
            && let Some(left_out) = &mut self.left_out
        {
            if let Some(code) = left_out.judge(row, &mut self.readers, &mut self.parts) {
                return self.rows.note(code, row.number(), 1);
            }
            if holds_only_figures(row) {
                return self.hold_figures(row);
            }
        }
        if self.left_out.as_ref().is_some_and(|left_out| left_out.elsewhere) {
            return self.rows.note(FindingCode::SecondTable, row.number(), 1);
        }
        if !self.figures.is_empty() {
            std::mem::take(&mut self.figures).iter().for_each(|row| self.read_cases(row.rows()));
        }
        self.read_cases(rows);
    }

    /// Holds a row of numbers back, and gives up on the first of too many.
    fn hold_figures(&mut self, row: &Record<'_>) {
        self.figures.push(HeldRow::hold(row));
        if self.figures.len() > MOST_FIGURES {
            let first = self.figures.remove(0);
            self.read_cases(first.rows());
        }
    }

    /// Reads rows that all are cases.
    #[cfg_attr(hot, optimize(speed))]
    fn read_cases(&mut self, rows: Rows<'_>) {
        let case = self.cases;
        self.cases += rows.len();
        for (place, width) in rows.widths().enumerate() {
            if width != self.width {
                self.note_width(&rows.row(place));
            }
        }
        for (column, filled) in self.filled.iter_mut().enumerate() {
            for cell in rows.cells(column) {
                *filled += u64::from(is_filled(cell.raw()));
            }
        }
        self.identity.read(rows);
        for reader in &mut self.readers {
            reader.read(rows);
        }
        for parts in &mut self.parts {
            if let Some(reader) = self.readers.get_mut(parts.reader) {
                parts.read(rows, case, reader);
            }
        }
        self.stopped.iter_mut().for_each(|column| column.count(rows));
        let reader = |place: Option<usize>| self.readers.get(place?);
        let (referral, closing) = (reader(self.referral), reader(self.closing));
        if let (Some(referral), Some(closing)) = (referral, closing) {
            for place in 0..rows.len() {
                let closed = closing.day(case + place);
                if closed.is_some_and(|closed| referral.day(case + place).is_some_and(|day| closed < day)) {
                    self.closed_early.note(FindingCode::ClosedBeforeReferral, rows.number(place), 1);
                }
            }
        }
        if let Some(ages) = &mut self.ages {
            ages.read(rows, case, referral, reader(self.birth_year));
        }
    }

    /// Notes a row that has fewer cells than there are headings, or more.
    fn note_width(&mut self, row: &Record<'_>) {
        if row.width() < self.width {
            self.rows.note(FindingCode::RowShort, row.number(), 1);
        } else if (self.width..row.width()).any(|column| is_filled(row.raw(column))) {
            self.rows.note(FindingCode::RowLong, row.number(), 1);
        }
    }

    fn has_referral(&mut self, row: &Record<'_>) -> bool {
        self.referral
            .and_then(|place| self.readers.get_mut(place))
            .is_some_and(|reader| reader.has_answer(row))
    }

    /// The last rows, if they hold numbers alone: sums, or cases after all.
    fn end(&mut self) {
        for row in std::mem::take(&mut self.figures) {
            if figures(&row).is_some_and(|figures| self.are_sums(&figures)) {
                self.rows.note(FindingCode::TotalRows, row.number(), 1);
            } else {
                self.read_cases(row.rows());
            }
        }
    }

    /// Whether a row's numbers are the sums of the columns, or the number of cases.
    fn are_sums(&self, figures: &[(usize, u64)]) -> bool {
        let (mut sums, cases) = (0, print(self.cases as u64));
        for &(at, figure) in figures {
            match self.sum_at(at) {
                Some(sum) if print(sum) == figure => sums += usize::from(sum > 0),
                None if figure != cases => {}
                _ if figure == cases => sums += 1,
                _ => return false,
            }
        }
        sums > 0 && self.cases >= LEAST_SUMMED
    }

    /// The sum of the numbers, or of the marks, in a column.
    fn sum_at(&self, at: usize) -> Option<u64> {
        if let Some(ages) = self.ages.as_ref().filter(|ages| ages.written_at() == Some(at)) {
            return Some(ages.sum());
        }
        let value = |parts: &Parts| Some((parts.reader, parts.value_at(at)?.ok()));
        if let Some((place, value)) = self.parts.iter().find_map(value) {
            return self.readers.get(place)?.times(value?);
        }
        self.readers.iter().find(|reader| reader.at == at)?.sum()
    }

    /// The number of cases, the columns by place in [`FIELDS`], and by what the
    /// cases are known again; what the columns' cells hold goes into `read`.
    pub(super) fn finish(
        mut self,
        findings: &mut Findings,
        read: &mut AsRead,
    ) -> (usize, Vec<Option<Column>>, Identities) {
        self.end();
        read.cases = self.cases as u64;
        for (column, filled) in read.columns.iter_mut().zip(&self.filled) {
            column.filled = *filled;
        }
        let closing_at = self.closing.and_then(|place| self.readers.get(place)).map(|reader| reader.at);
        self.rows.report(None, None, findings);
        self.stopped.into_iter().for_each(|column| column.report(findings));
        self.closed_early.report(Some("afsluitdatum"), closing_at.and_then(column_number), findings);
        let mut columns: Vec<Option<Column>> = FIELDS.iter().map(|_| None).collect();
        let mut put = |id: &str, column| {
            let slot = FIELDS.iter().zip(&mut columns).find(|(field, _)| field.id == id);
            if let Some((_, slot)) = slot {
                *slot = column;
            }
        };
        for reader in self.readers {
            let id = reader.field.id;
            let (column, cells) = reader.finish(findings);
            read.cells.extend(cells);
            put(id, Some(column));
        }
        for parts in self.parts {
            parts.report(findings);
        }
        if let Some(ages) = self.ages {
            put("leeftijd", ages.finish(findings));
        }
        (self.cases, columns, self.identity.finish(findings))
    }
}

/// Whether a cell holds more than white space.
#[inline(always)]
fn is_filled(raw: &[u8]) -> bool {
    match raw {
        [] => false,
        [first, ..] => *first > b' ' || is_inked(raw),
    }
}

#[inline(never)]
fn is_inked(raw: &[u8]) -> bool {
    !raw.trim_ascii().is_empty()
}

/// Whether every filled cell of a row holds a number. Most rows end this at their first cell.
fn holds_only_figures(row: &Record<'_>) -> bool {
    (0..row.width()).all(|at| {
        let raw = row.raw(at).trim_ascii();
        raw.is_empty() || (raw.iter().any(u8::is_ascii_digit) && numbers::read(&row.text(at)).is_some())
    })
}

/// The numbers in a row's cells, as fingerprints, by the places of their columns; none when some cell holds no number
/// that can be a sum.
fn figures(row: &HeldRow) -> Option<Figures> {
    let filled = row.cells().iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let figure = |cell: &str| numbers::read(cell).and_then(|number| u64::try_from(number).ok());
    filled.map(|(at, cell)| Some((at, print(figure(cell)?)))).collect()
}

/// A number that can be known again and not be read: it may be that of a case.
fn print(number: u64) -> u64 {
    Fingerprint::of(&number.to_le_bytes())
}
