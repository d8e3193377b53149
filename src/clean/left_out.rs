//! Tells rows below the headings that are no case: totals, notes, the headings
//! once more, a number without a case. Only rows without a day of referral
//! come here; each row that is left out becomes a finding.

use super::{
    column::Reader,
    columns::{Columns, Use},
    header,
    headings::Headings,
    numbers,
    parts::Parts,
    row::{HeldRow, Row},
};
use crate::{
    catalog::{Kind, NOTES, TOTALS, fold, letters::is_letter_or_digit},
    finding::FindingCode,
    intake::Record,
};

/// Fields that a row must name to be the headings of another table.
const FIELDS_OF_A_TABLE: usize = 3;
/// Most words of a case number.
const WORDS_OF_A_NUMBER: usize = 2;
/// Shortest word that stands for totals whatever follows: `Totaal Almelo`, not `Gem. Almelo`.
const LONG_WORD: usize = 5;
/// Most filled cells of a note that has separators in it.
const CELLS_OF_A_NOTE: usize = 3;

/// Knows what rows that are no case look like in one file.
#[derive(Debug)]
pub(super) struct LeftOut {
    headings: Headings,
    /// The rows of headings, folded.
    levels: Vec<Vec<String>>,
    width: usize,
    /// The column with case numbers.
    number_at: Option<usize>,
    /// Whether we are below the headings of another table.
    pub(super) elsewhere: bool,
}

/// The filled cells of a row.
struct Filled {
    first: usize,
    count: usize,
}

impl Filled {
    fn of(row: &Record<'_>) -> Self {
        let mut filled = Self { first: 0, count: 0 };
        for at in (0..row.width()).filter(|&at| !row.raw(at).trim_ascii().is_empty()) {
            if filled.count == 0 {
                filled.first = at;
            }
            filled.count += 1;
        }
        filled
    }
}

impl LeftOut {
    /// `header` are the rows of headings.
    pub(super) fn new(headings: Headings, header: &[HeldRow], columns: &Columns) -> Self {
        let folded = |row: &HeldRow| row.cells().iter().map(|cell| fold(cell)).collect();
        let is_number = |used: Use| matches!(used, Use::Field(field) if field.kind == Kind::Id);
        Self {
            headings,
            levels: header.iter().map(folded).collect(),
            width: columns.0.len(),
            number_at: columns.0.iter().position(|column| is_number(column.used)),
            elsewhere: false,
        }
    }

    /// Why a row that is not blank and has no day of referral is no case.
    pub(super) fn judge(
        &mut self,
        row: &Record<'_>,
        readers: &mut [Reader],
        parts: &mut [Parts],
    ) -> Option<FindingCode> {
        let filled = Filled::of(row);
        // A number before other cells begins nothing: most rows of a file without dates are done here.
        let is_number = filled.count > 1 && row.raw(filled.first).iter().all(u8::is_ascii_digit);
        let folded = if is_number { String::new() } else { fold(&row.text(filled.first)) };
        if let Some(code) = self.heading(row, filled.first, &folded) {
            return Some(code);
        }
        if self.elsewhere {
            return Some(FindingCode::SecondTable);
        }
        if is_total(row, &filled, &folded, self.number_at, readers) {
            return Some(FindingCode::TotalRows);
        }
        if filled.count == 1 && self.width > 1 && !parts.iter_mut().any(|parts| parts.has_mark(row)) {
            return self.alone(row, filled.first, &folded, readers);
        }
        let is_note = filled.count <= CELLS_OF_A_NOTE && begins_a_note(row, filled.first, &folded);
        (is_note && !has_answer(row, readers)).then_some(FindingCode::NoteRows)
    }

    /// A row of headings: ours again, or those of another table.
    fn heading(&mut self, row: &Record<'_>, first: usize, folded: &str) -> Option<FindingCode> {
        let again = self.levels.iter().any(|level| level.get(first).is_some_and(|heading| heading == folded));
        if folded.is_empty() || (!again && self.headings.known(folded).is_none()) {
            return None;
        }
        let row = HeldRow::hold(row);
        let same = |level: &Vec<String>| {
            let cells = row.cells().iter().map(|cell| fold(cell)).enumerate();
            let mut filled = cells.filter(|(_, cell)| !cell.is_empty());
            filled.all(|(at, cell)| level.get(at) == Some(&cell))
        };
        if self.levels.iter().any(same) && (self.width == 1 || Filled::of(&row.record()).count > 1) {
            self.elsewhere = false;
            return Some(FindingCode::HeaderAgain);
        }
        let named = self.headings.fields_named(row.cells());
        let is_other =
            named >= FIELDS_OF_A_TABLE && header::is_header(row.cells(), &[], named, &self.headings);
        if !is_other {
            return None;
        }
        let stands = |(at, cell): (usize, &String)| {
            let cell = fold(cell);
            !cell.is_empty() && self.levels.iter().any(|level| level.get(at) == Some(&cell))
        };
        let alike = row.cells().iter().enumerate().filter(|&cell| stands(cell)).count();
        self.elsewhere = alike * 2 < named;
        Some(if self.elsewhere { FindingCode::SecondTable } else { FindingCode::HeaderAgain })
    }

    /// A row with one filled cell: a number that was put there beforehand, or
    /// a text that is no answer in its column.
    fn alone(
        &self,
        row: &Record<'_>,
        at: usize,
        folded: &str,
        readers: &mut [Reader],
    ) -> Option<FindingCode> {
        let text = row.text(at);
        if self.number_at == Some(at) {
            let is_number = folded.bytes().any(|byte| byte.is_ascii_digit())
                && folded.split(' ').count() <= WORDS_OF_A_NUMBER
                && !begins_a_note(row, at, folded);
            return Some(if is_number { FindingCode::NumberOnlyRows } else { FindingCode::NoteRows });
        }
        let is_text = folded.is_empty()
            || text.chars().any(|letter| is_letter_or_digit(letter) && !letter.is_ascii_digit());
        (is_text && !has_answer(row, readers)).then_some(FindingCode::NoteRows)
    }
}

/// Whether some column finds an answer in this row.
fn has_answer(row: &Record<'_>, readers: &mut [Reader]) -> bool {
    readers.iter_mut().any(|reader| reader.has_answer(row))
}

/// `* voorlopige cijfers`, `Bron: …`.
fn begins_a_note(row: &Record<'_>, at: usize, folded: &str) -> bool {
    let begins =
        |word: &&str| folded.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    row.raw(at).trim_ascii_start().starts_with(b"*") || NOTES.iter().any(begins)
}

/// Whether a cell says that this row holds totals. A word in some cell further
/// on, or a number with a word, may be a remark on a case that has answers.
fn is_total(
    row: &Record<'_>,
    filled: &Filled,
    folded: &str,
    number_at: Option<usize>,
    readers: &mut [Reader],
) -> bool {
    if names_total(folded) {
        return true;
    }
    // A total has no case number, so what has one and a word further on is a case.
    let has_number = number_at.is_some_and(|at| row.raw(at).iter().any(u8::is_ascii_digit));
    let word = folded.split(' ').next().unwrap_or_default();
    let counted = word.bytes().all(|byte| byte.is_ascii_digit()) && folded.len() > word.len();
    let mut own = readers.iter_mut().filter(|reader| reader.at == filled.first);
    let counted = counted && !own.any(|reader| reader.has_answer(row));
    let weak = (counted && folded.split(' ').skip(1).all(|word| TOTALS.further.contains(&word)))
        || (word.len() >= LONG_WORD && TOTALS.first.contains(&word) && only_numbers_after(row, filled.first))
        || (!has_number || number_at != Some(filled.first))
            && (filled.first + 1..row.width())
                .any(|at| may_be_total(row, at) && names_total(&fold(&row.text(at))));
    weak && !readers.iter_mut().any(|reader| reader.has_list() && reader.has_answer(row))
}

fn only_numbers_after(row: &Record<'_>, first: usize) -> bool {
    (first + 1..row.width()).all(|at| {
        let text = row.text(at);
        text.trim().is_empty()
            || numbers::read(&text).is_some()
            || !text.bytes().any(|byte| byte.is_ascii_alphabetic())
    })
}

/// Looks at the first letter alone, so that most cells are not folded.
fn may_be_total(row: &Record<'_>, at: usize) -> bool {
    let first = row.raw(at).trim_ascii_start().first().map(u8::to_ascii_lowercase);
    TOTALS.first.iter().any(|word| word.as_bytes().first().copied() == first)
}

/// A word for totals, and nothing after it but further words and numbers.
fn names_total(folded: &str) -> bool {
    let further =
        |word: &str| TOTALS.further.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    TOTALS.first.iter().any(|first| {
        folded.strip_prefix(first).is_some_and(|rest| {
            (rest.is_empty() || rest.starts_with(' ')) && rest.split_whitespace().all(further)
        })
    })
}
