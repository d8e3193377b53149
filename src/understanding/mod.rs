//! How files were read, for the eyes of the person whose files they are: each
//! decision with how to change it, what each column was taken for, and what is
//! not understood.
//!
//! Plain data, and the rules by which it is chosen. Unlike a finding it holds
//! headings and written answers, so it is shown beside the file and kept,
//! sent and printed nowhere. It reads no file and makes no sentence.

mod decisions;
mod questions;

pub use decisions::decide;
pub use questions::questions;

use serde::Serialize;

use crate::cases::Missing;

/// Everything there is to say about how the files were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Understanding<'a> {
    /// What was decided, file by file.
    pub decisions: Vec<Decision>,
    /// What each column was taken for, file by file.
    pub columns: Vec<&'a ColumnRead>,
    /// Answers that were not understood, the most frequent of a field first.
    pub questions: Vec<Question>,
}

/// One thing that was decided while reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Which file, from 0.
    pub source: usize,
    /// What was decided.
    pub code: Decided,
    /// The column's number, from 1, where one is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// It in words; empty until `narrative` has told it.
    pub text: String,
    /// What can be changed about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// How many times.
    #[serde(skip)]
    pub count: u64,
    /// The rows meant, or the first of them.
    #[serde(skip)]
    pub rows: Vec<u64>,
    /// The field meant, by id.
    #[serde(skip)]
    pub field: Option<&'static str>,
    /// Headings, answers or names that the sentence needs.
    #[serde(skip)]
    pub words: Vec<Written>,
}

/// What can be decided, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decided {
    /// So many cases from so many files.
    AllCases,
    /// So many cases from this file.
    Cases,
    /// The encoding of the text, when it is not UTF-8.
    Encoding,
    /// The separator, when it is no semicolon or comma.
    Separator,
    /// The row that holds the headings.
    Header,
    /// Rows above the headings that were left out.
    TitleRows,
    /// Rows of totals that were left out.
    TotalRows,
    /// Rows that hold a note, the headings once more, or a number alone, left out.
    NoteRows,
    /// Empty rows that were left out.
    BlankRows,
    /// Dates with the day first.
    Dates,
    /// Dates with the month first.
    DatesMonthFirst,
    /// Dates that were a spreadsheet's day numbers.
    DateSerial,
    /// What was read as: not known.
    Unknown,
    /// What was read as: does not apply.
    NotApplicable,
    /// What was read as: not filled in.
    Blank,
    /// Cells with nothing in them.
    Empty,
    /// Rows that tell a case which another row tells better, left out.
    Doubles,
    /// Such rows, counted all the same because a person wants it.
    DoublesKept,
    /// A date of birth that was used for the age and dropped.
    BirthDate,
    /// Ages worked out from the year of birth.
    AgeDerived,
    /// Columns that hold one answer each, read as one field.
    ColumnAnswers,
    /// A heading that was read as a field that it resembles.
    ColumnResembling,
    /// An answer that was read as one that it resembles.
    ValueResembling,
    /// Columns that hold a field that another column already gave.
    ColumnDouble,
    /// A column with direct identifiers that was not read.
    ColumnIdentifier,
    /// Columns that are not used.
    ColumnUnused,
}

/// What a person can change, with what is in force now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Change {
    /// Another row holds the headings.
    Header {
        /// The row now in force.
        row: u64,
    },
    /// Day and month stand in another order.
    Dates {
        /// The order now in force, `dmy` or `mdy`.
        order: &'static str,
    },
    /// Rows that were left out are counted after all.
    Rows,
    /// Double cases are counted each.
    Doubles,
    /// A column holds another field.
    Column {
        /// Its heading as written.
        heading: String,
        /// The field's id now in force.
        field: Option<&'static str>,
    },
    /// A written answer means something else.
    Value {
        /// The field's id.
        field: &'static str,
        /// The answer as written.
        written: String,
        /// The code now in force.
        code: Option<&'static str>,
    },
    /// A column that was stopped as a direct identifier is none.
    Identifier {
        /// Its heading as written.
        heading: String,
    },
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnRead {
    /// Which file, from 0.
    pub source: usize,
    /// Its number, from 1.
    pub number: u32,
    /// Its heading as written.
    pub heading: String,
    /// The field's id.
    pub field: Option<&'static str>,
    /// How sure that is.
    pub status: Status,
    /// How many of its cells hold something.
    pub filled: u64,
    /// Ids of fields that it may hold, the likeliest first.
    pub proposals: Vec<&'static str>,
}

/// How surely a column is what it was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// By its heading, or since a person says so.
    Sure,
    /// By likeness: worth a look.
    Likely,
    /// It is not used.
    Unused,
    /// It holds a direct identifier and was not read.
    Identifier,
    /// Another column gives the same field.
    Double,
    /// It holds one of the answers of a field, as yes or no.
    Answers,
}

/// Answers of one field that are alike and that we do not understand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Which file, from 0; none when it is about several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<usize>,
    /// The field's id.
    pub field: &'static str,
    /// How many answers.
    pub count: u64,
    /// The code that is probably meant.
    pub proposal: Option<&'static str>,
    /// How sure the proposal is.
    pub sure: Sureness,
    /// The spellings, the most frequent first.
    pub written: Vec<Written>,
    /// Spellings that are not shown, since they may say who a child is.
    pub withheld: u64,
}

/// How sure a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    /// A few letters differ.
    Likely,
    /// A word or two are the same, or nothing is.
    Unsure,
}

/// A text from the file, and how often it stands there; 0 where that does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    /// As written.
    pub text: String,
    /// How many times.
    pub count: u64,
}

/// What `clean` tells of one file.
#[derive(Debug, Clone, Default)]
pub struct AsRead {
    /// The file's name.
    pub name: String,
    /// Number of cases.
    pub cases: u64,
    /// The encoding's name, when it is not UTF-8.
    pub encoding: Option<&'static str>,
    /// The byte between cells.
    pub separator: u8,
    /// The first and the last row that hold headings, from 1.
    pub header: (u64, u64),
    /// The order of day and month, `dmy` or `mdy`, when there are dates.
    pub dates: Option<&'static str>,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnRead>,
    /// Cells that hold no answer that we know, counted by what stands there.
    pub cells: Vec<Cell>,
}

/// What stands in cells of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The field's id.
    pub field: &'static str,
    /// As written; empty for texts that are too long or too many to keep.
    pub text: String,
    /// What it was taken for.
    pub said: Said,
    /// How many times.
    pub count: u64,
}

/// What a cell without a known answer was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// No answer, and why.
    Missing(Missing),
    /// The value at this place of the field's list, which it resembles.
    Like(u8),
}

/// Counts a text in a list that stays ordered by how often each stands there.
fn add_written(list: &mut Vec<Written>, text: String, count: u64) {
    let known = list.iter().position(|word| word.text == text).map(|place| list.remove(place));
    let count = count + known.map_or(0, |word| word.count);
    let place = list.iter().position(|word| word.count < count).unwrap_or(list.len());
    list.insert(place, Written { text, count });
}
