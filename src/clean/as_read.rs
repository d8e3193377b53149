//! How the file was read, gathered for the eyes of the person whose file it is.

use super::{
    columns::{Certainty, DecidedColumn, Use},
    dates::DateOrder,
};
use crate::{
    intake::{Encoding, Reading},
    understanding::{AsRead, ColumnRead, Status},
};

/// What is known before the cells are counted.
pub(super) fn of_file(
    (source, name): (usize, &str),
    reading: &Reading,
    header: (u64, u64),
    columns: &[DecidedColumn],
) -> AsRead {
    let encoding = match reading.encoding {
        Encoding::Utf8 => None,
        Encoding::Windows1252 => Some("Windows-1252"),
        Encoding::Utf16Le | Encoding::Utf16Be => Some("UTF-16"),
    };
    AsRead {
        name: name.to_owned(),
        cases: 0,
        encoding,
        separator: reading.separator,
        header,
        dates: columns.iter().filter(|column| column.holds_dates()).map(order).max(),
        columns: (1..).zip(columns).map(|(number, column)| of_column(source, number, column)).collect(),
        cells: Vec::new(),
    }
}

/// As a mapping writes it; `mdy` is the greater, so that it is told when any column has it.
fn order(column: &DecidedColumn) -> &'static str {
    match column.dates {
        DateOrder::Dmy => "dmy",
        DateOrder::Mdy => "mdy",
    }
}

fn of_column(source: usize, number: u32, column: &DecidedColumn) -> ColumnRead {
    let (field, status) = match column.used {
        Use::Double(field) => (Some(field.id), Status::Double),
        Use::Part { field, .. } => (Some(field.id), Status::Answers),
        Use::Identifier(_) => (None, Status::Identifier),
        Use::Nothing => (None, Status::Unused),
        used if column.certainty == Certainty::Likely => (used.id(), Status::Likely),
        used => (used.id(), Status::Sure),
    };
    let heading = column.heading.clone();
    ColumnRead { source, number, heading, field, status, filled: 0, proposals: Vec::new() }
}
