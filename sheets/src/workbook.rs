//! A workbook of any of the four formats: its sheets, and the cells of each.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, XlsbError, XlsxError};
use calamine::{
    Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx,
};

use crate::cell;
use crate::content::{self, Table};
use crate::csv::{Writer, Written};
use crate::merged::{Merged, Region};
use crate::refusal::{Code, Refusal, Result, damaged};
use crate::zipped::{self, Kind};
use crate::{MAX_FILE_BYTES, ole};

/// Most sheets that are looked at.
const MAX_SHEETS: usize = 1000;

/// A sheet by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// As it stands on its tab.
    pub name: String,
    /// Hidden by whoever made the workbook, whether it can be shown in the program's own menu or not.
    pub hidden: bool,
}

/// An open workbook.
pub struct Workbook {
    book: Book,
    sheets: Vec<Sheet>,
}

type Bytes = Cursor<Vec<u8>>;

enum Book {
    Xlsx(Box<Xlsx<Bytes>>),
    Xlsb(Box<Xlsb<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Ods(Box<Ods<Bytes>>, Vec<Table>),
}

impl Workbook {
    /// Opens a workbook, of whatever name: what it is shows in its bytes.
    ///
    /// # Errors
    ///
    /// Every [`Code`] but [`Code::Empty`] and [`Code::UnknownSheet`].
    pub fn open(bytes: Vec<u8>) -> Result<Self> {
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(Refusal(Code::TooLarge));
        }
        guarded(|| {
            let book = open(bytes)?;
            let sheets = sheets(&book);
            if sheets.len() > MAX_SHEETS { Err(Refusal(Code::TooLarge)) } else { Ok(Self { book, sheets }) }
        })
    }

    /// Its sheets of cells, in the order of their tabs.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Writes a sheet as CSV, piece by piece: UTF-8 with `;` between cells and
    /// a `sep=;` line, each row at its own number. With `most_rows` no more
    /// filled rows than that.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownSheet`] beyond the last sheet, [`Code::Damaged`] when its cells can't be read.
    pub fn csv(
        &mut self,
        sheet: usize,
        most_rows: Option<u32>,
        sink: &mut dyn FnMut(&[u8]),
    ) -> Result<Written> {
        let name = self.sheets.get(sheet).ok_or(Refusal(Code::UnknownSheet))?.name.clone();
        let book = &mut self.book;
        guarded(|| {
            let merged = book.merged(&name);
            let mut writer = Writer::new(merged, sink);
            book.write(&name, most_rows.unwrap_or(u32::MAX), &mut writer)?;
            Ok(writer.finish())
        })
    }
}

/// Runs what calamine does. It takes bytes apart without asking how many there
/// are, so damage can end in a panic; where panics unwind, that is a refusal
/// like any other. Where they end the program, its caller takes care.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Refusal(Code::Damaged)))
}

fn open(mut bytes: Vec<u8>) -> Result<Book> {
    if ole::is_ole(&bytes) {
        ole::look_over(&mut bytes)?;
        let book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => Refusal(Code::Encrypted),
            other => damaged(other),
        })?;
        return Ok(Book::Xls(Box::new(book)));
    }
    if !zipped::is_zip(&bytes) {
        return Err(Refusal(Code::NotAWorkbook));
    }
    match zipped::look_over(&bytes)? {
        Kind::Xlsx => open_xlsx(bytes),
        Kind::Xlsb => match Xlsb::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Book::Xlsb(Box::new(book))),
            Err(XlsbError::Password) => Err(Refusal(Code::Encrypted)),
            Err(other) => Err(damaged(other)),
        },
        Kind::Ods => open_ods(bytes),
    }
}

fn open_xlsx(bytes: Vec<u8>) -> Result<Book> {
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => Ok(Book::Xlsx(Box::new(book))),
        Err(XlsxError::Password) => Err(Refusal(Code::Encrypted)),
        Err(other) => Err(damaged(other)),
    }
}

fn open_ods(bytes: Vec<u8>) -> Result<Book> {
    let tables = content::look_over(&mut zipped::archive(&bytes)?)?;
    match Ods::new(Cursor::new(bytes)) {
        Ok(book) => Ok(Book::Ods(Box::new(book), tables)),
        Err(OdsError::Password) => Err(Refusal(Code::Encrypted)),
        Err(OdsError::CellLimitExceeded { .. }) => Err(Refusal(Code::TooLarge)),
        Err(other) => Err(damaged(other)),
    }
}

fn sheets(book: &Book) -> Vec<Sheet> {
    let all = match book {
        Book::Xlsx(book) => book.sheets_metadata(),
        Book::Xlsb(book) => book.sheets_metadata(),
        Book::Xls(book) => book.sheets_metadata(),
        Book::Ods(book, _) => book.sheets_metadata(),
    };
    all.iter()
        // LibreOffice keeps copies of other files' cells as sheets, under the path of that file.
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && !sheet.name.starts_with("'file:"))
        .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect()
}

impl Book {
    /// The merged regions of a sheet. They only help with headings: without them the sheet is read all the same.
    fn merged(&mut self, name: &str) -> Merged {
        let regions = match self {
            Self::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Self::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Self::Xlsb(_) => Vec::new(),
            Self::Ods(_, tables) => {
                let table = tables.iter().find(|table| table.name == name);
                return Merged::new(table.into_iter().flat_map(|table| table.regions.iter().copied()));
            }
        };
        Merged::new(regions.iter().map(|&Dimensions { start: first, end: last }| Region { first, last }))
    }

    fn write(&mut self, name: &str, most_rows: u32, writer: &mut Writer<'_>) -> Result<()> {
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
                while let Some(cell) = cells.next_cell().map_err(damaged)? {
                    let (row, column) = cell.get_position();
                    if writer.has_rows(row, most_rows) {
                        break;
                    }
                    writer.cell(row, column, cell::text(cell.get_value()))?;
                }
                Ok(())
            }
            Self::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
                while let Some(cell) = cells.next_cell().map_err(damaged)? {
                    let (row, column) = cell.get_position();
                    if writer.has_rows(row, most_rows) {
                        break;
                    }
                    writer.cell(row, column, cell::text(cell.get_value()))?;
                }
                Ok(())
            }
            Self::Xls(book) => write_range(&book.worksheet_range(name).map_err(damaged)?, most_rows, writer),
            Self::Ods(book, _) => {
                write_range(&book.worksheet_range(name).map_err(damaged)?, most_rows, writer)
            }
        }
    }
}

fn write_range(range: &Range<Data>, most_rows: u32, writer: &mut Writer<'_>) -> Result<()> {
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (row, column, value) in range.used_cells() {
        let row = top.saturating_add(u32::try_from(row).map_err(damaged)?);
        let column = left.saturating_add(u32::try_from(column).map_err(damaged)?);
        if writer.has_rows(row, most_rows) {
            break;
        }
        writer.cell(row, column, cell::text(value))?;
    }
    Ok(())
}
