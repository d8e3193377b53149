//! What can go wrong, as a stable code with a position and parameters.
//!
//! An error never holds a cell's value, nor a piece of the file: the file is
//! about children. Its `Display` is English, for developers; the sentence that
//! a person reads is made in `narrative`, from the code and the parameters.

use serde::Serialize;

use crate::listed::Listed;

/// Result with this crate's error.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{code}")]
pub struct Error {
    code: Code,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<Position>,
    params: Listed<&'static str, Param>,
}

/// Where in a file, counted as a person sees it in a spreadsheet program:
/// rows from 1 with blank ones counted, columns from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Row number, from 1.
    pub row: u64,
    /// Column number, from 1, where one column is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

/// A parameter of an error: a number, or a word of ours (a field id, a unit).
/// Never text from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A count or a limit.
    Number(u64),
    /// A word from this crate or from the person who asked, not from a file.
    Word(String),
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident => $text:literal,)+) => {
        /// The stable codes. Others rely on their text: add, never rename.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// All codes, in the order in which they are documented.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The code as others see it.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)+ }
            }
        }
    };
}

codes! {
    /// The file holds no bytes, or nothing but white space.
    Empty => "intake.empty",
    /// The bytes are not text: a picture, a program, a compressed file.
    NotText => "intake.not-text",
    /// A workbook, given to the core itself: it reads the text that `sheets/` makes of one.
    Spreadsheet => "intake.spreadsheet",
    /// One row is longer than `limit` bytes: not a table.
    RowTooLong => "intake.row-too-long",
    /// One row has more than `limit` columns.
    TooManyColumns => "intake.too-many-columns",
    /// Quotes that open and do not close, so often that rows can't be told apart.
    QuotesDamaged => "intake.quotes-damaged",
    /// There is a header row and nothing below it.
    NoCases => "clean.no-cases",
    /// None of the `columns` headings is one that we know.
    NoKnownColumns => "clean.no-known-columns",
    /// A mapping names a column, a field or a value that does not exist.
    BadMapping => "clean.bad-mapping",
    /// A date that was asked for can't be read as `jjjj-mm-dd`, or the files can't tell of it (then with `setting`).
    BadDate => "request.bad-date",
    /// A filter or a cross table names a field that is not in the catalog or not in the file.
    UnknownField => "request.unknown-field",
    /// An indicator was asked for that does not exist, or that the file can't give.
    UnknownIndicator => "request.unknown-indicator",
    /// A request is not valid JSON of the expected shape.
    BadRequest => "request.malformed",
    /// Two files were to be compared and one of them has no casus numbers.
    NoCaseNumbers => "compare.no-case-numbers",
    /// There are fewer than `limit` cases, or nothing of them can be shown.
    TooFewToPublish => "publish.too-few",
    /// A figure beside the previous publication would tell of few children: that of `indicator`, or the number of cases.
    Previous => "publish.previous",
    /// A period that is asked for is not over, is shorter than a quarter, or is not in the files.
    BadPeriod => "publish.bad-period",
    /// Publications can't be added up: they differ in `field`.
    Unlike => "publish.unlike",
    /// A publication is not as it was made.
    Altered => "publication.altered",
    /// Nothing has been loaded yet.
    NothingLoaded => "session.nothing-loaded",
    /// A limit of a publication was asked that is looser than its preset has it: `field` names it, `limit` is the preset's.
    TooLoose => "publish.too-loose",
    /// A setting of a publication, named by `field`, can't be read.
    BadPublishSetting => "publish.bad-setting",
    /// The drawing backend refused.
    Drawing => "charts.drawing",
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Error {
    /// An error with only a code.
    pub fn new(code: Code) -> Self {
        Self { code, position: None, params: Listed::default() }
    }

    /// The same error at a row of the file.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.position = Some(Position { row, column: None });
        self
    }

    /// The same error with a number.
    #[must_use]
    pub fn with_number(mut self, name: &'static str, number: u64) -> Self {
        self.params.insert(name, Param::Number(number));
        self
    }

    /// The same error with a word of ours; never text from a file.
    #[must_use]
    pub fn with_word(mut self, name: &'static str, word: impl Into<String>) -> Self {
        self.params.insert(name, Param::Word(word.into()));
        self
    }

    /// What happened.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Where, if it is at one place.
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// Counts and words that the sentence needs.
    pub fn params(&self) -> &Listed<&'static str, Param> {
        &self.params
    }
}
