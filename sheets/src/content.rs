//! The content of an ODS, looked over before calamine reads it: that it ends
//! as it should, how large its sheets are when all repetition is written out,
//! and which cells are merged, which calamine does not tell.

use std::io::BufReader;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::merged::Region;
use crate::ole::MAX_CELLS;
use crate::refusal::{Code, Refusal, Result, damaged};
use crate::zipped::{Archive, part};

/// Merged cells further down are not kept.
const ROWS_OF_INTEREST: u64 = 50;
/// More spaces than this are not written with one element.
const MAX_SPACES: u64 = 10_000;

/// A sheet's merged cells, in the order of the file.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) regions: Vec<Region>,
}

/// Looks the content over.
pub(crate) fn look_over(archive: &mut Archive<'_>) -> Result<Vec<Table>> {
    let content = part(archive, "content.xml")?.ok_or(Refusal(Code::Damaged))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut scan = Scan::default();
    let mut depth = 0u32;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => {
                depth += 1;
                scan.start(&element)?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                scan.end(element.name().as_ref())?;
            }
            // calamine would wait for the end of what is cut off.
            Event::Eof if depth > 0 => return Err(Refusal(Code::Damaged)),
            Event::Eof => return Ok(scan.tables),
            _ => {}
        }
    }
}

/// Where in the content we are, and what it takes.
#[derive(Default)]
struct Scan {
    tables: Vec<Table>,
    cells: u64,
    /// Rows of this table so far, as a sheet counts them, and those that count as stored.
    row: u64,
    empty_rows: u64,
    rows: u64,
    row_repeats: u64,
    /// Cells of this row so far, and up to the last that holds something.
    column: u64,
    filled: u64,
    widest: u64,
}

impl Scan {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<()> {
        match element.name().as_ref() {
            "table:table" => self.table(element),
            "table:table-row" => {
                self.row_repeats = number(element, "table:number-rows-repeated")?;
                (self.column, self.filled) = (0, 0);
                Ok(())
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element),
            "text:s" if number(element, "text:c")? > MAX_SPACES => Err(Refusal(Code::Damaged)),
            _ => Ok(()),
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        if name != "table:table-row" {
            return Ok(());
        }
        self.row = self.row.saturating_add(self.row_repeats);
        if self.filled == 0 {
            self.empty_rows = self.empty_rows.saturating_add(self.row_repeats);
            return Ok(());
        }
        // Empty rows take memory only when rows follow.
        self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(self.row_repeats);
        self.empty_rows = 0;
        self.widest = self.widest.max(self.filled);
        self.cells = self.cells.saturating_add(self.filled);
        self.check(self.rows.saturating_mul(self.widest))
    }

    fn check(&self, table: u64) -> Result<()> {
        let too_large = self.cells.saturating_add(table) > MAX_CELLS * 2;
        if too_large { Err(Refusal(Code::TooLarge)) } else { Ok(()) }
    }

    fn table(&mut self, element: &BytesStart<'_>) -> Result<()> {
        // What the table before takes stays taken.
        self.cells = self.cells.saturating_add(self.rows.saturating_mul(self.widest));
        (self.row, self.empty_rows, self.rows, self.widest) = (0, 0, 0, 0);
        let name = attribute(element, "table:name")?.unwrap_or_default();
        self.tables.push(Table { name, regions: Vec::new() });
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<()> {
        let repeats = number(element, "table:number-columns-repeated")?;
        let first = self.column;
        self.column = self.column.saturating_add(repeats).min(u64::from(crate::csv::MAX_COLUMNS));
        if holds_something(element)? {
            self.filled = self.column;
            let stored = self.cells.saturating_add(self.filled);
            if stored > MAX_CELLS * 2 {
                return Err(Refusal(Code::TooLarge));
            }
        }
        let wide = number(element, "table:number-columns-spanned")?;
        if wide > 1 && self.row < ROWS_OF_INTEREST {
            self.merge(first, wide);
        }
        Ok(())
    }

    fn merge(&mut self, column: u64, wide: u64) {
        let (Ok(row), Ok(first)) = (u32::try_from(self.row), u32::try_from(column)) else { return };
        let last = first.saturating_add(u32::try_from(wide - 1).unwrap_or(u32::MAX));
        if let Some(table) = self.tables.last_mut() {
            table.regions.push(Region { first: (row, first), last: (row, last) });
        }
    }
}

/// Whether calamine keeps a cell for this element.
fn holds_something(element: &BytesStart<'_>) -> Result<bool> {
    for attribute in element.attributes() {
        let attribute = attribute.map_err(damaged)?;
        let key = attribute.key.as_ref();
        if key.starts_with("office:") && key.contains("value") || key == "table:formula" {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A count in an attribute; 1 without it.
fn number(element: &BytesStart<'_>, name: &str) -> Result<u64> {
    attribute(element, name)?.map_or(Ok(1), |text| text.trim().parse().map_err(damaged))
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    let found = element.try_get_attribute(name).map_err(damaged)?;
    match found {
        None => Ok(None),
        Some(found) => {
            let text = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(damaged)?;
            Ok(Some(text.into_owned()))
        }
    }
}
