//! The cells that are looked at, each different one once: those that are not
//! blank and hold something else than answers of the catalog.

use crate::catalog::{FIELDS, MISSING, fold};

/// Most cells that are looked at.
const MOST: usize = 250;

/// Cells of one column that hold something.
#[derive(Debug)]
pub(super) struct Sample<'a> {
    /// Different cells, in the order of the file.
    pub(super) cells: Vec<Cell<'a>>,
    /// How many cells hold something, equal ones and answers counted each.
    pub(super) filled: usize,
    /// How many different answers of the catalog were passed over.
    pub(super) answers: usize,
}

/// One of the different cells.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    /// As written, without white space around it.
    pub(super) text: &'a str,
    /// As it is compared.
    pub(super) folded: String,
    /// How often it occurs.
    pub(super) times: usize,
}

impl<'a> Sample<'a> {
    pub(super) fn take(cells: &[&'a str]) -> Self {
        let mut sample = Self { cells: Vec::new(), filled: 0, answers: 0 };
        let mut answers = Vec::new();
        for text in cells.iter().map(|cell| cell.trim()).filter(|text| !text.is_empty()) {
            if sample.filled >= MOST {
                break;
            }
            if let Some(cell) = sample.cells.iter_mut().find(|cell| cell.text == text) {
                cell.times += 1;
                sample.filled += 1;
                continue;
            }
            if answers.contains(&text) {
                sample.filled += 1;
                continue;
            }
            let folded = fold(text);
            if says_nothing(&folded) {
                continue;
            }
            sample.filled += 1;
            if is_answer(text, &folded) {
                answers.push(text);
            } else {
                sample.cells.push(Cell { text, folded, times: 1 });
            }
        }
        sample.answers = answers.len();
        sample
    }

    /// How many cells are so, equal ones counted each.
    pub(super) fn count(&self, is: &dyn Fn(&Cell<'_>) -> bool) -> usize {
        self.cells.iter().filter(|cell| is(cell)).map(|cell| cell.times).sum()
    }

    /// How many different cells are so.
    pub(super) fn different(&self, is: &dyn Fn(&Cell<'_>) -> bool) -> usize {
        self.cells.iter().filter(|cell| is(cell)).count()
    }

    /// Whether a number of cells is this part of those that are filled, in percents.
    pub(super) fn is_part(&self, count: usize, percent: usize) -> bool {
        count > 0 && count * 100 >= self.filled * percent
    }
}

/// The words of a cell as written, without commas.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    fn is_gap(letter: char) -> bool {
        matches!(letter, ' ' | ',' | '\u{a0}')
    }
    text.split(is_gap).filter(|word| !word.is_empty())
}

/// Whether a list of words between spaces has this one.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// What stands between commas and the like, folded.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = String> {
    fn is_between(letter: char) -> bool {
        matches!(letter, ',' | ';' | '|' | '/' | '\n')
    }
    text.split(is_between).map(fold).filter(|piece| !piece.is_empty())
}

/// Blank, a sign, or a word for a missing answer.
fn says_nothing(folded: &str) -> bool {
    folded.is_empty()
        || [MISSING.unknown, MISSING.not_applicable, MISSING.blank].iter().any(|list| list.contains(&folded))
}

/// Whether all that stands in a cell is an answer of some list, such as `ja`
/// or `Trauma, Hechting`.
fn is_answer(text: &str, folded: &str) -> bool {
    if is_spelling(folded) {
        return true;
    }
    pieces(text).all(|piece| piece.len() < folded.len() && is_spelling(&piece))
}

fn is_spelling(folded: &str) -> bool {
    let worded = folded.bytes().any(|byte| !byte.is_ascii_digit());
    worded && FIELDS.iter().flat_map(|field| field.values).any(|value| value.spellings.holds(folded))
}
