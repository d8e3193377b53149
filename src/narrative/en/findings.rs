//! What was noticed while reading, in English: what, how often, where, and what to do.

use super::several;
use crate::{
    catalog::{Lang, field},
    finding::{Finding, FindingCode},
    narrative::{
        rows_named,
        tongue::{column_letters, join},
    },
};

/// One sentence, after the file's name.
pub(super) fn sentence(finding: &Finding, source_name: &str) -> String {
    let place = Place::of(finding);
    let text = match finding.code {
        FindingCode::DateUnreadable
        | FindingCode::DateImpossible
        | FindingCode::DateBefore2000
        | FindingCode::DateFuture
        | FindingCode::DateEarly
        | FindingCode::NumberUnreadable
        | FindingCode::AgeImplausible
        | FindingCode::ValueUnrecognised
        | FindingCode::ValueResembling
        | FindingCode::ValueAmbiguous
        | FindingCode::ClosedBeforeReferral
        | FindingCode::TooManyPlaces => of_answers(finding, &place),
        FindingCode::ColumnUnused
        | FindingCode::ColumnDouble
        | FindingCode::AgeDerived
        | FindingCode::BirthDateUsed
        | FindingCode::AgeWithoutReferral
        | FindingCode::DatesMonthFirst
        | FindingCode::DateSerial => of_columns(finding, &place),
        FindingCode::IdentifierBsn
        | FindingCode::IdentifierName
        | FindingCode::IdentifierBirthDate
        | FindingCode::IdentifierEmail
        | FindingCode::IdentifierPhone
        | FindingCode::IdentifierIban
        | FindingCode::IdentifierPostcode
        | FindingCode::IdentifierAddress
        | FindingCode::IdentifierRemarks => of_identifiers(finding, &place),
        FindingCode::TitleRows
        | FindingCode::BlankRows
        | FindingCode::TotalRows
        | FindingCode::NoteRows
        | FindingCode::HeaderAgain
        | FindingCode::NumberOnlyRows
        | FindingCode::SecondTable => rows_left_out(finding, &place),
        FindingCode::FileDouble
        | FindingCode::CaseDouble
        | FindingCode::CaseDoubleDiffers
        | FindingCode::CaseDoubleKept
        | FindingCode::RowDouble
        | FindingCode::ColumnNearlyEmpty
        | FindingCode::CodesDiffer => several::sentence(finding, &place.column, &place.rows),
        _ => of_rows(finding, &place),
    };
    format!("{source_name}: {text}")
}

/// Where it is, as pieces of a sentence.
struct Place {
    /// ` in column C (Referred by)`, or nothing.
    within: String,
    /// `column C (Referred by)`.
    column: String,
    /// ` (row 4, 9 and 12)`, or nothing.
    rows: String,
}

impl Place {
    fn of(finding: &Finding) -> Self {
        let label = finding.field.map(|id| field(id).map_or(id, |field| field.label.text(Lang::En)));
        let column = match (finding.column.map(column_letters), label) {
            (Some(letters), Some(label)) => Some(format!("column {letters} ({label})")),
            (Some(letters), None) => Some(format!("column {letters}")),
            (None, Some(label)) => Some(format!("the field {label}")),
            (None, None) => None,
        };
        let within = column.as_ref().map_or_else(String::new, |column| format!(" in {column}"));
        Self { within, column: column.unwrap_or_else(|| "a column".to_owned()), rows: rows(finding) }
    }
}

fn rows(finding: &Finding) -> String {
    let (named, all) = rows_named(finding);
    let noun = if named.len() == 1 { "row" } else { "rows" };
    match named.len() {
        0 => String::new(),
        _ if all => format!(" ({noun} {})", join(&named, "and")),
        _ => format!(" (among them {noun} {})", join(&named, "and")),
    }
}

fn rows_left_out(finding: &Finding, Place { rows, .. }: &Place) -> String {
    let one = finding.count == 1;
    let times =
        |single: &str, several: &str| format!("{} {}", finding.count, if one { single } else { several });
    let were = if one { "was" } else { "were" };
    match finding.code {
        FindingCode::TitleRows => {
            let what = times("row above the headings", "rows above the headings");
            format!("{what} {were} skipped{rows}; check that there is no case among them.")
        }
        FindingCode::BlankRows => format!("{} {were} skipped{rows}.", times("blank row", "blank rows")),
        FindingCode::TotalRows => {
            let what = times("row with totals", "rows with totals");
            format!("{what} {were} not counted as a case{rows}; check that this is right.")
        }
        FindingCode::NoteRows => {
            let what = times("row with a note alone", "rows with a note alone");
            format!("{what} {were} not counted as a case{rows}; check that this is right.")
        }
        FindingCode::HeaderAgain => {
            let what = times("row with the headings again", "rows with the headings again");
            format!("{what} {were} skipped{rows}.")
        }
        FindingCode::NumberOnlyRows => {
            let what = times("row with a number alone", "rows with a number alone");
            format!("{what} {were} not counted as a case{rows}; fill the case in if there is one.")
        }
        _ => {
            let what = times("row", "rows");
            format!("{what} below other headings{rows} {were} not read; put that table in a file of its own.")
        }
    }
}

fn of_rows(finding: &Finding, Place { rows, .. }: &Place) -> String {
    let one = finding.count == 1;
    let times =
        |single: &str, several: &str| format!("{} {}", finding.count, if one { single } else { several });
    let (were, has) = if one { ("was", "has") } else { ("were", "have") };
    match finding.code {
        FindingCode::Windows1252 => {
            "the text was read as Windows-1252; check that letters with accents are right.".to_owned()
        }
        FindingCode::EncodingMixed => {
            let what = times("row", "rows");
            format!("{what} {has} another text encoding{rows}; check that letters with accents are right.")
        }
        FindingCode::NulBytes => {
            let what = times("unreadable character", "unreadable characters");
            format!("{what} {were} left out{rows}; save the file as CSV again if need be.")
        }
        FindingCode::RowShort => {
            let what = times("row", "rows");
            format!(
                "{what} {has} too few cells{rows}; what is missing counts as not filled in, check that this is right."
            )
        }
        FindingCode::RowLong => {
            let what = times("row", "rows");
            format!(
                "{what} {has} more cells than there are headings{rows}; what is too much was not read, check that this is right."
            )
        }
        FindingCode::CellErrors => {
            let what = times("cell", "cells");
            format!(
                "{what} {has} an error in the formula, such as #N/A{rows}; that counts as not filled in, check that this is right."
            )
        }
        _ => {
            let what = times("quote does not close", "quotes do not close");
            format!(
                "{what} and {were} read as an ordinary character{rows}; check that those rows were read well."
            )
        }
    }
}

fn of_columns(finding: &Finding, Place { column, within, rows }: &Place) -> String {
    let (count, one) = (finding.count, finding.count == 1);
    match finding.code {
        FindingCode::ColumnUnused if finding.column.is_none() && !one => {
            format!(
                "{count} columns match no field and do not count; point out a field yourself if they should."
            )
        }
        FindingCode::ColumnUnused => {
            format!("{column} matches no field and does not count; point out a field yourself if it should.")
        }
        FindingCode::ColumnDouble => {
            format!(
                "{column} is there twice and this one does not count; choose yourself which column to use."
            )
        }
        FindingCode::AgeDerived => {
            let cases = if one { "case" } else { "cases" };
            format!(
                "for {count} {cases} the age was worked out from the year of birth; that can be a year off."
            )
        }
        FindingCode::BirthDateUsed => {
            let ages = if one { "1 age" } else { &format!("{count} ages") };
            format!(
                "{column} points out a child: {ages} at referral worked out and the date dropped; better give the age itself."
            )
        }
        FindingCode::AgeWithoutReferral => {
            let cases = if one { "case has" } else { "cases have" };
            format!(
                "{count} {cases} a year or date of birth without a date of referral{rows}, so no age; fill in the date of referral."
            )
        }
        FindingCode::DatesMonthFirst => {
            format!("{column} has dates with the month first, such as 12/31/2024; check that this is right.")
        }
        _ => {
            let (dates, were) = if one { ("date", "was") } else { ("dates", "were") };
            format!(
                "{count} {dates}{within} {were} written as a number of Excel{rows}; check that they are right."
            )
        }
    }
}

/// A column that holds direct identifiers.
fn of_identifiers(finding: &Finding, Place { column, rows, .. }: &Place) -> String {
    let what = match finding.code {
        FindingCode::IdentifierBsn => "citizen service numbers (BSN)",
        FindingCode::IdentifierName => "names of persons",
        FindingCode::IdentifierBirthDate => "dates of birth",
        FindingCode::IdentifierEmail => "e-mail addresses",
        FindingCode::IdentifierPhone => "telephone numbers",
        FindingCode::IdentifierIban => "bank account numbers",
        FindingCode::IdentifierPostcode => "full postcodes",
        FindingCode::IdentifierAddress => "addresses",
        _ => "remarks in free text",
    };
    let cells = if finding.count == 1 { "1 cell" } else { &format!("{} cells", finding.count) };
    format!(
        "{column} was not read: it probably holds {what}, in {cells}{rows}; take the column out before you share the file."
    )
}

fn of_answers(finding: &Finding, Place { within, rows, .. }: &Place) -> String {
    let (count, one) = (finding.count, finding.count == 1);
    let (cells, has, counts) = if one { ("cell", "has", "counts") } else { ("cells", "have", "count") };
    let answers = if one { "answer" } else { "answers" };
    match finding.code {
        FindingCode::DateUnreadable => format!(
            "{count} {cells}{within} {has} no readable date{rows} and {counts} as not known; write a date as 31-12-2024."
        ),
        FindingCode::DateImpossible => format!(
            "{count} {cells}{within} {has} a date that can't be{rows} and {counts} as not known; mend it in the file."
        ),
        FindingCode::DateBefore2000 => format!(
            "{count} {cells}{within} {has} a date before 2000{rows} and {counts} as not known; mend it in the file."
        ),
        FindingCode::DateFuture => format!(
            "{count} {cells}{within} {has} a date in the future{rows} and {counts} as not known; mend it in the file."
        ),
        FindingCode::DateEarly => format!(
            "{count} {cells}{within} {has} a date before 2015{rows}, when there were no expert teams; check that this is right."
        ),
        FindingCode::NumberUnreadable => format!(
            "{count} {cells}{within} {has} no whole number{rows} and {counts} as not known; mend it in the file."
        ),
        FindingCode::AgeImplausible => {
            let (ages, lies) = if one { ("age", "lies") } else { ("ages", "lie") };
            format!(
                "{count} {ages}{within} {lies} outside 0 to 23 years{rows} and {counts} as not known; mend it in the file."
            )
        }
        FindingCode::ValueUnrecognised => {
            let are = if one { "is" } else { "are" };
            format!(
                "{count} {answers}{within} {are} not on the list{rows} and {counts} as not known; say what is meant."
            )
        }
        FindingCode::ValueResembling => {
            let (seems, was) = if one { ("resembles", "was") } else { ("resemble", "were") };
            format!(
                "{count} {answers}{within} {seems} an answer on the list{rows} and {was} counted as that; see whether that is right."
            )
        }
        FindingCode::ValueAmbiguous => {
            format!(
                "{count} {answers}{within} can mean two things{rows} and {counts} as not known; say what is meant."
            )
        }
        FindingCode::ClosedBeforeReferral => {
            let (cases, were, do_not) = if one { ("case", "was", "does") } else { ("cases", "were", "do") };
            format!(
                "{count} {cases} {were} closed before the referral{rows} and {do_not} not count in the lead time; mend one of the two dates."
            )
        }
        _ => format!(
            "{count} {answers}{within} {counts} as not known{rows}, for there are more different places than we can keep; check that this is the right column."
        ),
    }
}
