//! The cells that are looked at, each different one once: those that are not
//! blank and hold something else than answers of the catalog.

use std::sync::OnceLock;

use crate::catalog::{FIELDS, MISSING, fold, is_listed};

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
    is_listed(list, b' ', word)
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

/// The answers of all lists, by what kind of text they are.
struct Spellings {
    words: Vec<&'static str>,
    /// For each kind the place of its first word plus one; 0 is none.
    first: Vec<u16>,
    /// For each word the place of the next one of its kind plus one.
    next: Vec<u16>,
}

/// Kinds of text.
const KINDS: usize = 1 << 11;

impl Spellings {
    /// Made once: the lists never change.
    fn of_catalog() -> &'static Self {
        static SPELLINGS: OnceLock<Spellings> = OnceLock::new();
        SPELLINGS.get_or_init(|| {
            let mut spellings = Self { words: Vec::new(), first: vec![0; KINDS], next: Vec::new() };
            let values = FIELDS.iter().flat_map(|field| field.values);
            for word in values.flat_map(|value| value.spellings.iter()) {
                spellings.add(word);
            }
            spellings
        })
    }

    fn add(&mut self, word: &'static str) {
        self.words.push(word);
        let number = u16::try_from(self.words.len()).unwrap_or(0);
        if let Some(first) = self.first.get_mut(kind(word)) {
            self.next.push(*first);
            *first = number;
        }
    }

    /// Whether all that stands in a cell is an answer of some list, such as
    /// `ja` or `Trauma, Hechting`.
    fn are_all_of(&self, text: &str, folded: &str) -> bool {
        self.has(folded) || pieces(text).all(|piece| piece.len() < folded.len() && self.has(&piece))
    }

    fn has(&self, folded: &str) -> bool {
        // Numbers, also with signs between, are no answers.
        if !folded.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()) {
            return false;
        }
        let mut number = self.first.get(kind(folded)).copied().unwrap_or(0);
        while let Some(place) = usize::from(number).checked_sub(1) {
            if self.words.get(place).is_some_and(|word| *word == folded) {
                return true;
            }
            number = self.next.get(place).copied().unwrap_or(0);
        }
        false
    }
}

/// By all letters, in their order.
fn kind(folded: &str) -> usize {
    folded.bytes().fold(0usize, |kind, byte| (kind * 31 + usize::from(byte)) % KINDS)
}
