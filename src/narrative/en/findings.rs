//! What was noticed while reading, in English: what, how often, where, and what
//! to do. The holes are those of `narrative::findings`.

use crate::{finding::FindingCode, narrative::findings::PlaceWords};

pub(super) const PLACE_WORDS: PlaceWords = PlaceWords {
    column: "column ",
    field: "the field ",
    some: "a column",
    row: "row ",
    rows: "rows ",
    among: "among them ",
    and: "and",
};

/// Several columns that are not used, told together.
pub(super) const COLUMNS_UNUSED: &str =
    "{n} columns match no field and do not count; point out a field yourself if they should.";

#[expect(clippy::too_many_lines, reason = "a list, a line or two for each code")]
pub(super) fn pattern(code: FindingCode) -> &'static str {
    match code {
        FindingCode::TitleRows => {
            "{n} row[|s] above the headings [was|were] skipped{r}; check that there is no case among them."
        }
        FindingCode::BlankRows => "{n} blank row[|s] [was|were] skipped{r}.",
        FindingCode::TotalRows => {
            "{n} row[|s] with totals [was|were] not counted as a case{r}; check that this is right."
        }
        FindingCode::NoteRows => {
            "{n} row[|s] with a note alone [was|were] not counted as a case{r}; check that this is right."
        }
        FindingCode::HeaderAgain => "{n} row[|s] with the headings again [was|were] skipped{r}.",
        FindingCode::NumberOnlyRows => {
            "{n} row[|s] with a number alone [was|were] not counted as a case{r}; fill the case in if there is one."
        }
        FindingCode::SecondTable => {
            "{n} row[|s] below other headings{r} [was|were] not read; put that table in a file of its own."
        }
        FindingCode::ColumnUnused => {
            "{c} matches no field and does not count; point out a field yourself if it should."
        }
        FindingCode::ColumnDouble => {
            "{c} is there twice and this one does not count; choose yourself which column to use."
        }
        FindingCode::AgeDerived => {
            "for {n} case[|s] the age was worked out from the year of birth; that can be a year off."
        }
        FindingCode::BirthDateUsed => {
            "{c} points out a child: {n} age[|s] at referral worked out and the date dropped; better give the age itself."
        }
        FindingCode::AgeWithoutReferral => {
            "{n} case[ has|s have] a year or date of birth without a date of referral{r}, so no age; fill in the date of referral."
        }
        FindingCode::DatesMonthFirst => {
            "{c} has dates with the month first, such as 12/31/2024; check that this is right."
        }
        FindingCode::DateSerial => {
            "{n} date[|s]{w} [was|were] written as a number of Excel{r}; check that they are right."
        }
        FindingCode::Windows1252 => {
            "the text was read as Windows-1252; check that letters with accents are right."
        }
        FindingCode::EncodingMixed => {
            "{n} row[ has|s have] another text encoding{r}; check that letters with accents are right."
        }
        FindingCode::NulBytes => {
            "{n} unreadable character[ was|s were] left out{r}; save the file as CSV again if need be."
        }
        FindingCode::RowShort => {
            "{n} row[ has|s have] too few cells{r}; what is missing counts as not filled in, check that this is right."
        }
        FindingCode::RowLong => {
            "{n} row[ has|s have] more cells than there are headings{r}; what is too much was not read, check that this is right."
        }
        FindingCode::QuoteUnclosed => {
            "{n} quote[ does|s do] not close and [was|were] read as an ordinary character{r}; check that those rows were read well."
        }
        FindingCode::DateUnreadable => {
            "{n} cell[|s]{w} [has|have] no readable date{r} and [counts|count] as not known; write a date as 31-12-2024."
        }
        FindingCode::DateImpossible => {
            "{n} cell[|s]{w} [has|have] a date that can't be{r} and [counts|count] as not known; mend it in the file."
        }
        FindingCode::DateBefore2000 => {
            "{n} cell[|s]{w} [has|have] a date before 2000{r} and [counts|count] as not known; mend it in the file."
        }
        FindingCode::DateFuture => {
            "{n} cell[|s]{w} [has|have] a date in the future{r} and [counts|count] as not known; mend it in the file."
        }
        FindingCode::DateEarly => {
            "{n} cell[|s]{w} [has|have] a date before 2015{r}, when there were no expert teams; check that this is right."
        }
        FindingCode::NumberUnreadable => {
            "{n} cell[|s]{w} [has|have] no whole number{r} and [counts|count] as not known; mend it in the file."
        }
        FindingCode::AgeImplausible => {
            "{n} age[|s]{w} [lies|lie] outside 0 to 23 years{r} and [counts|count] as not known; mend it in the file."
        }
        FindingCode::ValueResembling => {
            "{n} answer[|s]{w} [resembles|resemble] an answer on the list{r} and [was|were] counted as that; see whether that is right."
        }
        FindingCode::ValueUnrecognised => {
            "{n} answer[|s]{w} [is|are] not on the list{r} and [counts|count] as not known; say what is meant."
        }
        FindingCode::ValueAmbiguous => {
            "{n} answer[|s]{w} can mean two things{r} and [counts|count] as not known; say what is meant."
        }
        FindingCode::ClosedBeforeReferral => {
            "{n} case[ was|s were] closed before the referral{r} and [does|do] not count in the lead time; mend one of the two dates."
        }
        FindingCode::TooManyPlaces => {
            "{n} answer[|s]{w} [counts|count] as not known{r}, for there are more different places than we can keep; check that this is the right column."
        }
        FindingCode::FileDouble => {
            "exactly this file was given {n} more time[|s]; that is left out, each case counts once."
        }
        FindingCode::CaseDouble => {
            "{n} row[ belongs|s belong] to a case that stands in another row too{r}; only the row with most answers counts, choose to count all if they are different cases after all."
        }
        FindingCode::CaseDoubleDiffers => {
            "{n} double row[ says|s say] something else than the row that counts{r}; check which of the two is right."
        }
        FindingCode::CaseDoubleKept => {
            "{n} row[ belongs|s belong] to a case that stands in another row too{r}, and [is|are] counted all the same, as asked."
        }
        FindingCode::RowDouble => {
            "{n} row[ is|s are] exactly equal to an earlier row{r} and counted all the same, for without a case number it may be another case; check whether a child is in it twice."
        }
        FindingCode::ColumnScattered => {
            "{c} has another answer for nearly every case and is no chart for that reason: such an answer points out a child."
        }
        FindingCode::ColumnNearlyEmpty => {
            "{c} is filled in for nearly no case; check that this is the right column, or leave it out."
        }
        FindingCode::CodesDiffer => {
            "{c} has other answers than in another file; check that both files use the same list before you count them together."
        }
        FindingCode::CellErrors => {
            "{n} cell[|s] [has|have] an error in the formula, such as #N/A{r}; that counts as not filled in, check that this is right."
        }
        FindingCode::IdentifierBsn => {
            "{c} was not read: it probably holds citizen service numbers (BSN), in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierName => {
            "{c} was not read: it probably holds names of persons, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierBirthDate => {
            "{c} was not read: it probably holds dates of birth, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierEmail => {
            "{c} was not read: it probably holds e-mail addresses, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierPhone => {
            "{c} was not read: it probably holds telephone numbers, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierIban => {
            "{c} was not read: it probably holds bank account numbers, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierPostcode => {
            "{c} was not read: it probably holds full postcodes, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierAddress => {
            "{c} was not read: it probably holds addresses, in {n} cell[|s]{r}; take the column out before you share the file."
        }
        FindingCode::IdentifierRemarks => {
            "{c} was not read: it probably holds remarks in free text, in {n} cell[|s]{r}; take the column out before you share the file."
        }
    }
}
