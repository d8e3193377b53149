//! What went wrong, in English: what, where, and what to do; with what the error
//! tells, and without. The holes are those of `narrative::errors`.

use crate::error::Code;

#[expect(clippy::too_many_lines, reason = "a list, a line or two for each code")]
pub(super) fn patterns(code: Code) -> [&'static str; 2] {
    match code {
        Code::Empty => {
            ["This file is empty: choose a file with headings and below them a row for each case.", ""]
        }
        Code::NotText => {
            ["This file holds no text (it may be a picture): choose a CSV file with a row for each case.", ""]
        }
        Code::Spreadsheet => [
            "This is an Excel or ODS file, and text was expected here: choose the file with the button, or save it as CSV.",
            "",
        ],
        Code::RowTooLong => [
            "Row {r} is longer than {b}, so this is not a table with a row for each case: check that it is the right file.",
            "A row is longer than can be, so this is not a table with a row for each case: check that it is the right file.",
        ],
        Code::TooManyColumns => [
            "Row {r} has more than {l} columns: check that it is the right file and that the separators are right.",
            "A row has more than the allowed number of columns: check that it is the right file and that the separators are right.",
        ],
        Code::QuotesDamaged => [
            "The quotes in this file are not right (from row {r}), so that rows can't be told apart: save the file as CSV again.",
            "The quotes in this file are not right, so that rows can't be told apart: save the file as CSV again.",
        ],
        Code::NoCases => [
            "There are no cases below the headings: choose a file with a row for each case below the headings.",
            "",
        ],
        Code::NoKnownColumns => [
            "None of the {c} columns has a heading that we know: check that this is a monitor file, or point out the columns yourself.",
            "No column has a heading that we know: check that this is a monitor file, or point out the columns yourself.",
        ],
        Code::BadMapping => [
            "The chosen mapping is not right for the field ‘{f}’: change the mapping.",
            "The chosen mapping names a column, a field or an answer that does not exist: change the mapping.",
        ],
        Code::BadDate => {
            ["This reference date can't be read: write it as year-month-day, such as 2024-12-31.", ""]
        }
        Code::UnknownField => [
            "The field ‘{f}’ does not exist or is not in this file: choose another field.",
            "This field does not exist or is not in this file: choose another field.",
        ],
        Code::UnknownIndicator => [
            "The figure ‘{i}’ does not exist or can't be made from this file: choose another figure.",
            "This figure does not exist or can't be made from this file: choose another figure.",
        ],
        Code::BadRequest => [
            "The choice for the field ‘{f}’ can't be read: choose again.",
            "This request can't be read: load the page again and try once more.",
        ],
        Code::NoCaseNumbers => [
            "One of the two files has no case numbers, so that no case can be found in it again: choose two files with a column of case numbers.",
            "",
        ],
        Code::NothingLoaded => ["No file has been read yet: choose a monitor file first.", ""],
        Code::TooLoose => [
            "This setting of the publication is less strict than is allowed (‘{f}’: at least {l}): choose a stricter one.",
            "This setting of the publication is less strict than is allowed: choose a stricter one.",
        ],
        Code::BadPublishSetting => [
            "Nothing was published, since the setting ‘{f}’ of the publication can't be read: choose again.",
            "Nothing was published, since a setting of the publication can't be read: choose again.",
        ],
        Code::TooFewToPublish => [
            "Nothing was published, since there are fewer than {l} cases or nothing is left that can be shown: choose a longer period or more regions.",
            "Nothing was published, since there are too few cases: choose a longer period or more regions.",
        ],
        Code::Previous => [
            "Nothing was published, since beside the previous publication the figure ‘{i}’ would tell of a few children: leave this figure out.",
            "Nothing was published, since the difference from the previous publication would tell of a few children: choose another period.",
        ],
        Code::BadPeriod => [
            "This period can't be published: choose quarters, half-years or years that are over and that are in the file.",
            "",
        ],
        Code::Unlike => [
            "The publications can't be added up, since they differ (‘{f}’): make them over the same period, protected alike, each of other regions.",
            "The publications can't be added up, since they differ: make them over the same period, protected alike.",
        ],
        Code::Altered => {
            ["This publication is no longer as it was made: get it again from whoever made it.", ""]
        }
        Code::Drawing => ["The drawing did not succeed: load the page again or use the table.", ""],
    }
}
