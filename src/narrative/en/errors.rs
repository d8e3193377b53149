//! What went wrong, in English: what, where, and what to do.

use crate::{
    error::{Code, Error},
    narrative::{number, word},
};

/// One sentence.
pub(super) fn sentence(error: &Error) -> String {
    let row = error.position().map(|position| position.row);
    match error.code() {
        Code::Empty => "This file is empty: choose a file with headings and below them a row for each case.".into(),
        Code::NotText => {
            "This file holds no text (it may be a picture): choose a CSV file with a row for each case.".into()
        }
        Code::Spreadsheet => {
            "This is an Excel or ODS file, and text was expected here: choose the file with the button, or save it as CSV."
                .into()
        }
        Code::RowTooLong => format!(
            "{} is longer than {}, so this is not a table with a row for each case: check that it is the right file.",
            the_row(row, "A row"),
            number(error, "limit").map_or_else(|| "can be".to_owned(), bytes)
        ),
        Code::TooManyColumns => format!(
            "{} has more than {} columns: check that it is the right file and that the separators are right.",
            the_row(row, "A row"),
            number(error, "limit").map_or_else(|| "the allowed number of".to_owned(), |limit| limit.to_string())
        ),
        Code::QuotesDamaged => format!(
            "The quotes in this file are not right{}, so that rows can't be told apart: save the file as CSV again.",
            row.map_or_else(String::new, |row| format!(" (from row {row})"))
        ),
        Code::NoCases => {
            "There are no cases below the headings: choose a file with a row for each case below the headings.".into()
        }
        Code::NoKnownColumns => format!(
            "{} has a heading that we know: check that this is a monitor file, or point out the columns yourself.",
            number(error, "columns")
                .filter(|&columns| columns > 1)
                .map_or_else(|| "No column".to_owned(), |columns| format!("None of the {columns} columns"))
        ),
        Code::BadMapping
        | Code::BadDate
        | Code::UnknownField
        | Code::UnknownIndicator
        | Code::BadRequest
        | Code::NoCaseNumbers
        | Code::NothingLoaded
        | Code::Drawing => of_request(error),
    }
}

/// What was asked, rather than the file.
fn of_request(error: &Error) -> String {
    match error.code() {
        Code::BadMapping if word(error, "field").is_some() => format!(
            "The chosen mapping is not right for the field ‘{}’: change the mapping.",
            word(error, "field").unwrap_or_default()
        ),
        Code::BadMapping => {
            "The chosen mapping names a column, a field or an answer that does not exist: change the mapping."
                .into()
        }
        Code::BadDate => {
            "This reference date can't be read: write it as year-month-day, such as 2024-12-31.".into()
        }
        Code::UnknownField => format!(
            "{} does not exist or is not in this file: choose another field.",
            word(error, "field")
                .map_or_else(|| "This field".to_owned(), |field| format!("The field ‘{field}’"))
        ),
        Code::UnknownIndicator => format!(
            "{} does not exist or can't be made from this file: choose another figure.",
            word(error, "indicator")
                .map_or_else(|| "This figure".to_owned(), |id| format!("The figure ‘{id}’"))
        ),
        Code::BadRequest if word(error, "field").is_some() => format!(
            "The choice for the field ‘{}’ can't be read: choose again.",
            word(error, "field").unwrap_or_default()
        ),
        Code::BadRequest => "This request can't be read: load the page again and try once more.".into(),
        Code::NoCaseNumbers => "One of the two files has no case numbers, so that no case can be found in it again: choose two files with a column of case numbers.".into(),
        Code::NothingLoaded => "No file has been read yet: choose a monitor file first.".into(),
        _ => "The drawing did not succeed: load the page again or use the table.".into(),
    }
}

fn the_row(row: Option<u64>, otherwise: &str) -> String {
    row.map_or_else(|| otherwise.to_owned(), |row| format!("Row {row}"))
}

fn bytes(limit: u64) -> String {
    match limit {
        0..1_048_576 => format!("{limit} bytes"),
        _ => format!("{} MB", limit / 1_048_576),
    }
}
