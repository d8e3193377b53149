//! What was noticed while reading: a code with counts and row numbers.
//!
//! A finding never holds a cell's value, nor a heading (in a file without
//! headings that is somebody's answer): a column is known by its number. The
//! sentence that a person reads is made in `narrative`.

use serde::Serialize;

use crate::listed::Listed;

/// Most row numbers that a finding names.
pub const MAX_ROWS: usize = 20;

/// How much it matters to the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is wrong in the file; figures leave it out.
    Error,
    /// May be wrong: worth a look.
    Warning,
    /// How the file was understood.
    Info,
}

macro_rules! finding_codes {
    ($($(#[$doc:meta])* $name:ident => $text:literal, $severity:ident;)+) => {
        /// The stable codes. Others rely on their text: add, never rename.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FindingCode { $($(#[$doc])* $name,)+ }

        impl FindingCode {
            /// All codes, in the order in which they are documented.
            pub const ALL: &[FindingCode] = &[$(FindingCode::$name,)+];

            /// The code as others see it.
            pub fn as_str(self) -> &'static str {
                match self { $(FindingCode::$name => $text,)+ }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(FindingCode::$name => Severity::$severity,)+ }
            }
        }
    };
}

finding_codes! {
    /// Rows above the header row that were left out.
    TitleRows => "title-rows", Info;
    /// Rows with no answer at all that were left out.
    BlankRows => "blank-rows", Info;
    /// Rows that hold totals, left out.
    TotalRows => "total-rows", Info;
    /// Rows below the headings that hold a note and no case, left out.
    NoteRows => "note-rows", Info;
    /// The headings once more, between the cases, left out.
    HeaderAgain => "header-again", Info;
    /// Rows that hold nothing but a case number, left out.
    NumberOnlyRows => "number-only-rows", Info;
    /// Rows below other headings, further down in the file: not read.
    SecondTable => "second-table", Warning;
    /// Columns that match no field and are not used.
    ColumnUnused => "column-unused", Info;
    /// Columns that hold a field that another column already gave; not used.
    ColumnDouble => "column-double", Warning;
    /// A column that holds burgerservicenummers: not read.
    IdentifierBsn => "identifier-bsn", Error;
    /// A column that holds names of persons: not read.
    IdentifierName => "identifier-name", Warning;
    /// A column that holds dates of birth under another heading: not read.
    IdentifierBirthDate => "identifier-birth-date", Warning;
    /// A column that holds e-mail addresses: not read.
    IdentifierEmail => "identifier-email", Warning;
    /// A column that holds telephone numbers: not read.
    IdentifierPhone => "identifier-phone", Warning;
    /// A column that holds bank account numbers: not read.
    IdentifierIban => "identifier-iban", Warning;
    /// A column that holds full postcodes: not read.
    IdentifierPostcode => "identifier-postcode", Warning;
    /// A column that holds addresses: not read.
    IdentifierAddress => "identifier-address", Warning;
    /// A column that holds remarks, in which names may stand: not read.
    IdentifierRemarks => "identifier-remarks", Warning;
    /// Ages worked out from the year of birth.
    AgeDerived => "age-derived", Info;
    /// A date of birth: the age at referral was worked out from it, and it was dropped.
    BirthDateUsed => "birth-date-used", Warning;
    /// A birth is known and the day of referral is not: no age can be worked out.
    AgeWithoutReferral => "age-without-referral", Warning;
    /// A column that writes the month before the day.
    DatesMonthFirst => "dates-month-first", Info;
    /// Dates written as a spreadsheet's day numbers.
    DateSerial => "date-serial", Info;
    /// The text is Windows-1252.
    Windows1252 => "windows-1252", Info;
    /// Most of the text is UTF-8, these rows are not: read as Windows-1252.
    EncodingMixed => "encoding-mixed", Warning;
    /// NUL bytes, left out.
    NulBytes => "nul-bytes", Warning;
    /// Rows with fewer cells than the header: the rest counts as not filled in.
    RowShort => "row-short", Warning;
    /// Rows with answers beyond the last heading: those are not read.
    RowLong => "row-long", Warning;
    /// A quote that opens and does not close: taken as an ordinary character.
    QuoteUnclosed => "quote-unclosed", Warning;
    /// Cells of a workbook whose formula went wrong, such as `#N/A`: they count as not filled in.
    CellErrors => "cell-errors", Warning;
    /// A cell that should hold a date and does not.
    DateUnreadable => "date-unreadable", Error;
    /// A date that can't be, such as 31 February.
    DateImpossible => "date-impossible", Error;
    /// A date before 2000: left out.
    DateBefore2000 => "date-before-2000", Error;
    /// A date that lies after today: left out.
    DateFuture => "date-future", Error;
    /// A date before 2015, when there were no expert teams: counted.
    DateEarly => "date-early", Warning;
    /// A cell that should hold a whole number and does not.
    NumberUnreadable => "number-unreadable", Error;
    /// An age outside 0–23: not counted as an age.
    AgeImplausible => "age-implausible", Error;
    /// An answer that is not on the list of the field and was taken for one that it resembles: a typing error, or the order of its words.
    ValueResembling => "value-resembling", Warning;
    /// An answer that is not on the list of the field.
    ValueUnrecognised => "value-unrecognised", Error;
    /// An answer that can mean two things, such as a column of `m` alone.
    ValueAmbiguous => "value-ambiguous", Error;
    /// Closed before it was referred: left out of the lead time.
    ClosedBeforeReferral => "closed-before-referral", Error;
    /// More different places than can be kept: the rest counts as not recognised.
    TooManyPlaces => "too-many-places", Error;
    /// The same file was given again: left out whole.
    FileDouble => "file-double", Warning;
    /// Rows that tell a case which another row tells better: not counted.
    CaseDouble => "case-double", Warning;
    /// Of those, rows in which some answer is another than in the row that counts.
    CaseDoubleDiffers => "case-double-differs", Warning;
    /// Rows that tell a case which another row tells too, all counted as a person wanted.
    CaseDoubleKept => "case-double-kept", Info;
    /// Rows equal to an earlier one in a file without casus numbers: counted.
    RowDouble => "row-double", Warning;
    /// A column of one's own in which nearly every case has another answer: not charted.
    ColumnScattered => "column-scattered", Warning;
    /// A column in which nearly no case has an answer.
    ColumnNearlyEmpty => "column-nearly-empty", Warning;
    /// A file whose answers in a field are other ones than those of another file.
    CodesDiffer => "codes-differ", Warning;
}

impl Serialize for FindingCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that was noticed, in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: Severity,
    /// Which file, from 0, in the order in which they were read.
    pub source: usize,
    /// The field's id, where one is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The column's number, from 1, where one is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// How many times.
    pub count: u64,
    /// The first [`MAX_ROWS`] row numbers, as a person sees them in a spreadsheet program.
    pub rows: Vec<u64>,
}

/// Collects findings while reading goes on; equal ones are counted together.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    source: usize,
    found: Listed<(FindingCode, Option<&'static str>, Option<u32>), Finding>,
}

impl Findings {
    /// For the file with this number.
    pub fn of_source(source: usize) -> Self {
        Self { source, found: Listed::default() }
    }

    /// Notes something at a row; row 0 is no row in particular.
    pub fn note(&mut self, code: FindingCode, field: Option<&'static str>, column: Option<u32>, row: u64) {
        self.note_times(code, field, column, row, 1);
    }

    /// Notes something that happened so many times, first at this row.
    pub fn note_times(
        &mut self,
        code: FindingCode,
        field: Option<&'static str>,
        column: Option<u32>,
        row: u64,
        times: u64,
    ) {
        let source = self.source;
        let finding = self.found.entry_or((code, field, column), || Finding {
            code,
            severity: code.severity(),
            source,
            field,
            column,
            count: 0,
            rows: Vec::new(),
        });
        finding.count += times;
        if row > 0 && finding.rows.len() < MAX_ROWS && finding.rows.last() != Some(&row) {
            finding.rows.push(row);
        }
    }

    /// What was found, most serious first, then in the order of the codes.
    pub fn into_list(self) -> Vec<Finding> {
        let of = |severity| self.found.values().filter(move |finding| finding.severity == severity).cloned();
        [Severity::Error, Severity::Warning, Severity::Info].into_iter().flat_map(of).collect()
    }
}
