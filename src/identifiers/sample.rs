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
        let spellings = Spellings::of_catalog();
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
            if spellings.are_all_of(text, &folded) {
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

/// Which texts may be an answer of some list: a bit for each of many kinds of
/// text, so that for most others the lists are not gone through.
struct Spellings(Vec<u64>);

/// Kinds of text.
const KINDS: usize = 1 << 14;

impl Spellings {
    fn of_catalog() -> Self {
        let mut spellings = Self(vec![0; KINDS / 64]);
        for spelling in FIELDS.iter().flat_map(|field| field.values).flat_map(|value| value.spellings.iter())
        {
            let kind = kind(spelling);
            spellings.0.iter_mut().skip(kind / 64).take(1).for_each(|bits| *bits |= 1 << (kind % 64));
        }
        spellings
    }

    /// Whether all that stands in a cell is an answer of some list, such as
    /// `ja` or `Trauma, Hechting`.
    fn are_all_of(&self, text: &str, folded: &str) -> bool {
        self.has(folded) || pieces(text).all(|piece| piece.len() < folded.len() && self.has(&piece))
    }

    fn has(&self, folded: &str) -> bool {
        let kind = kind(folded);
        // Numbers, also with signs between, are no answers.
        let worded = folded.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
        worded
            && self.0.get(kind / 64).is_some_and(|bits| bits >> (kind % 64) & 1 == 1)
            && FIELDS.iter().flat_map(|field| field.values).any(|value| value.spellings.holds(folded))
    }
}

/// By all letters, in their order.
fn kind(folded: &str) -> usize {
    folded.bytes().fold(0usize, |kind, byte| (kind * 31 + usize::from(byte)) % KINDS)
}
