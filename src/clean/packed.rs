//! What was read of a file, whole or a stretch of it, as the bytes of a part;
//! and parts of one file put together. Every decision that takes all rows is
//! left to the end: what an ambiguous spelling means, whether last rows are
//! sums, whether places are identifiers.

use super::{
    Below, Cleaned, Cleaner, Mapping, Stage,
    columns::{Certainty, Columns, DecidedColumn, Use},
    dates::DateOrder,
    table::{Table, packed::Joined},
    tallies::{pack_code, packed_code},
};
use crate::{
    cases::{Day, Missing},
    catalog::{FIELDS, Field, field},
    error,
    finding::{Finding, Findings, MAX_ROWS},
    identifiers::Identifier,
    intake::{Encoding, Noted, Reading},
    packed::{Packed, Packer, Refusal},
    plain,
};

const ENCODINGS: [Encoding; 4] =
    [Encoding::Utf8, Encoding::Windows1252, Encoding::Utf16Le, Encoding::Utf16Be];
const CERTAINTIES: [Certainty; 3] = [Certainty::Said, Certainty::Exact, Certainty::Likely];
const IDENTIFIERS: [Identifier; 9] = [
    Identifier::Bsn,
    Identifier::Email,
    Identifier::Iban,
    Identifier::Phone,
    Identifier::Postcode,
    Identifier::BirthDate,
    Identifier::Address,
    Identifier::Remarks,
    Identifier::Name,
];

impl Cleaner {
    /// What was read, with how it was understood before it. `before` are rows
    /// that stand before the first.
    ///
    /// # Errors
    ///
    /// As [`Cleaner::finish`], but for a file without cases.
    pub fn pack(mut self, reading: &Reading, before: u64, to: &mut Packer) -> error::Result<()> {
        if let Stage::Above(sample) = &mut self.stage {
            let sample = std::mem::take(sample);
            self.begin(&sample.rows)?;
        }
        let Stage::Below(below) = &self.stage else {
            return Err(error::Error::new(error::Code::NoKnownColumns));
        };
        let mut understood = Packer::default();
        understood.bytes(&plain::write(&self.wanted));
        understood.number(below.header.0);
        understood.number(below.header.1);
        understood.number(u64::from(reading.separator));
        pack_columns(&below.columns.0, &mut understood);
        to.bytes(&understood.into_bytes());
        pack_day(self.today, to);
        pack_findings(self.findings.clone(), to);
        to.number(reading.rows.saturating_sub(before));
        to.len(ENCODINGS.iter().position(|known| *known == reading.encoding).unwrap_or(0));
        for noted in noted(reading) {
            let rows: Vec<u64> = noted.rows.iter().copied().filter(|row| *row > before).collect();
            to.number(noted.count.saturating_sub((noted.rows.len() - rows.len()) as u64));
            to.len(rows.len());
            rows.iter().for_each(|row| to.number(row.saturating_sub(before)));
        }
        let fresh = || Table::new(&below.columns, &self.wanted, self.today, None);
        below.table.pack(before, &fresh, to);
        Ok(())
    }
}

/// The parts of one file, in the order of its rows.
#[derive(Debug)]
pub struct RowsOfParts<'a> {
    understood: &'a [u8],
    /// What was noticed above the rows, as the first part holds it.
    noticed: Packed<'a>,
    wanted: Mapping,
    today: Option<Day>,
    reading: Reading,
    header: (u64, u64),
    columns: Columns,
    joined: Joined,
    /// Rows that stand before those of the first part.
    before: u64,
}

impl<'a> RowsOfParts<'a> {
    /// Begins with the first part of a file: the whole file, or a `stretch` of
    /// the rows below its headings.
    ///
    /// # Errors
    ///
    /// [`Refusal::Damaged`].
    pub fn new(stretch: bool, from: &mut Packed<'a>) -> Result<Self, Refusal> {
        let understood = from.bytes()?;
        let mut decided = Packed::new(understood);
        let wanted: Mapping = plain::read(decided.bytes()?).map_err(|_| Refusal::Damaged)?;
        let header = (decided.number()?, decided.number()?);
        let separator = u8::try_from(decided.number()?).map_err(|_| Refusal::Damaged)?;
        let columns = Columns(packed_columns(&mut decided)?);
        let today = packed_day(from)?;
        let noticed = *from;
        add_findings(&mut Findings::default(), from)?;
        let joined = Joined::new(Table::new(&columns, &wanted, today, None));
        let [quote_unclosed_rows, nul_bytes, mixed_rows] = std::array::from_fn(|_| Noted::default());
        let encoding = Encoding::default();
        let reading = Reading { encoding, separator, rows: 0, quote_unclosed_rows, nul_bytes, mixed_rows };
        let before = if stretch { header.1 } else { 0 };
        let mut rows = Self { understood, noticed, wanted, today, reading, header, columns, joined, before };
        rows.add_rows(from)?;
        Ok(rows)
    }

    /// Adds the next stretch of the same file.
    ///
    /// # Errors
    ///
    /// [`Refusal::Differ`] when its columns were understood in another way;
    /// [`Refusal::Undecided`], [`Refusal::Damaged`].
    pub fn add(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        if from.bytes()? != self.understood {
            return Err(Refusal::Differ);
        }
        let _same_day = packed_day(from)?;
        add_findings(&mut Findings::default(), from)?;
        self.add_rows(from)
    }

    fn add_rows(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        let before = self.before + self.reading.rows;
        let rows = from.number()?;
        let encoding = ENCODINGS.get(from.count()?).copied().ok_or(Refusal::Damaged)?;
        if self.reading.encoding == Encoding::Utf8 {
            self.reading.encoding = encoding;
        }
        for noted in
            [&mut self.reading.quote_unclosed_rows, &mut self.reading.nul_bytes, &mut self.reading.mixed_rows]
        {
            noted.count += from.number()?;
            for _ in 0..from.count()? {
                noted.rows.push(before + from.number()?);
            }
            noted.rows.truncate(MAX_ROWS);
        }
        self.joined.add(before, from)?;
        self.reading.rows += rows;
        Ok(())
    }

    /// The cases of the whole file, which has this number and name. What stood in cells that were not
    /// understood is in no part, so that is not told.
    ///
    /// # Errors
    ///
    /// As [`Cleaner::finish`]; or the parts are refused.
    pub fn finish(self, source: usize, name: &str) -> Result<error::Result<Cleaned>, Refusal> {
        let Self { mut noticed, wanted, today, reading, header, columns, joined, .. } = self;
        let mut cleaner = Cleaner::new(source, name, Some(&wanted)).with_today(today);
        add_findings(&mut cleaner.findings, &mut noticed)?;
        let table = joined.finish()?;
        cleaner.stage = Stage::Below(Box::new(Below { header, columns, proposals: Vec::new(), table }));
        let cleaned = cleaner.finish(&reading);
        Ok(cleaned.map(|mut cleaned| {
            cleaned.read.cells.clear();
            cleaned
        }))
    }
}

fn noted(reading: &Reading) -> [&Noted; 3] {
    [&reading.quote_unclosed_rows, &reading.nul_bytes, &reading.mixed_rows]
}

fn pack_day(day: Option<Day>, to: &mut Packer) {
    to.text(&day.map(Day::iso).unwrap_or_default());
}

fn packed_day(from: &mut Packed<'_>) -> Result<Option<Day>, Refusal> {
    from.text().map(Day::from_iso)
}

fn pack_findings(findings: Findings, to: &mut Packer) {
    let list = findings.into_list();
    to.len(list.len());
    for Finding { code, field, column, count, rows, .. } in list {
        pack_code(code, to);
        to.text(field.unwrap_or_default());
        to.number(column.map_or(0, u64::from));
        to.number(count);
        to.len(rows.len());
        rows.iter().for_each(|&row| to.number(row));
    }
}

fn add_findings(findings: &mut Findings, from: &mut Packed<'_>) -> Result<(), Refusal> {
    for _ in 0..from.count()? {
        let (code, field) = (packed_code(from)?, field(from.text()?).map(|field| field.id));
        let column = u32::try_from(from.number()?).map_err(|_| Refusal::Damaged)?;
        let column = Some(column).filter(|column| *column > 0);
        let (count, rows) = (from.number()?, from.count()?);
        for _ in 0..rows {
            findings.note(code, field, column, from.number()?);
        }
        findings.note_times(code, field, column, 0, count.saturating_sub(rows as u64));
    }
    Ok(())
}

fn pack_columns(columns: &[DecidedColumn], to: &mut Packer) {
    to.len(columns.len());
    for DecidedColumn { heading, used, certainty, dates } in columns {
        to.text(heading);
        to.len(CERTAINTIES.iter().position(|known| known == certainty).unwrap_or(0));
        to.truth(*dates == DateOrder::Mdy);
        pack_use(*used, to);
    }
}

fn packed_columns(from: &mut Packed<'_>) -> Result<Vec<DecidedColumn>, Refusal> {
    let mut columns = Vec::new();
    for _ in 0..from.count()? {
        let heading = from.text()?.to_owned();
        let certainty = CERTAINTIES.get(from.count()?).copied().ok_or(Refusal::Damaged)?;
        let dates = if from.truth()? { DateOrder::Mdy } else { DateOrder::Dmy };
        columns.push(DecidedColumn { heading, used: packed_use(from)?, certainty, dates });
    }
    Ok(columns)
}

fn pack_use(used: Use, to: &mut Packer) {
    let mut with_field = |tag, field: &Field| {
        to.number(tag);
        to.len(FIELDS.iter().position(|known| known.id == field.id).unwrap_or(usize::MAX));
    };
    match used {
        Use::Field(field) => with_field(0, field),
        Use::Part { field, value } => {
            with_field(1, field);
            to.truth(value.is_ok());
            to.number(value.map_or_else(|missing| missing as u64, u64::from));
        }
        Use::BirthDate => to.number(2),
        Use::Double(field) => with_field(3, field),
        Use::Identifier(kind) => {
            to.number(4);
            to.len(IDENTIFIERS.iter().position(|known| *known == kind).unwrap_or(usize::MAX));
        }
        Use::Nothing => to.number(5),
    }
}

fn packed_use(from: &mut Packed<'_>) -> Result<Use, Refusal> {
    let tag = from.number()?;
    let field = |from: &mut Packed<'_>| FIELDS.get(from.count()?).ok_or(Refusal::Damaged);
    Ok(match tag {
        0 => Use::Field(field(from)?),
        1 => {
            let (field, known, number) = (field(from)?, from.truth()?, from.count()?);
            let value = if known {
                Ok(u8::try_from(number).map_err(|_| Refusal::Damaged)?)
            } else {
                Err(Missing::ALL.get(number).copied().ok_or(Refusal::Damaged)?)
            };
            Use::Part { field, value }
        }
        2 => Use::BirthDate,
        3 => Use::Double(field(from)?),
        4 => Use::Identifier(IDENTIFIERS.get(from.count()?).copied().ok_or(Refusal::Damaged)?),
        5 => Use::Nothing,
        _ => return Err(Refusal::Damaged),
    })
}
