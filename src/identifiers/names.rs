//! Names of persons: given names, surnames, both, initials.
//!
//! Municipalities, organisations and answers are words with capitals too. Each
//! different cell gets points for what names have (`van der`, initials, pairs
//! of letters) and loses some for what they have not; the mean decides, so a
//! column of some cells is judged better than a cell.

use super::{
    Identifier,
    digits::digit_count,
    heading::Heading,
    letters::likeness,
    sample::{Cell, Sample, has_word, words},
};
use crate::catalog::{
    fold, has_some,
    letters::{is_capital, is_letter_or_digit, lowered},
};

/// Words within surnames.
const WITHIN: &str = " van de der den ten ter te t v d el al ben ait el von la le du da dos di y oude ";
/// Words within names of places, and between answers.
const NOT_WITHIN: &str = " aan bij en op of in met voor voorne tot om uit naar niet geen via ";
/// What stands before or after a name.
const TITLES: &str = " dhr mevr mw mevrouw meneer heer drs ir mr dr fam familie opa oma tante oom ";
/// Parts of names of organisations, teams and kinds of help.
const OF_THINGS: &str = "jeugd|zorg| noord | oost | zuid | west | midden |bescherm|stichting|team|gemeente| gem |school|college|lyceum|ggz|ggd| groep|leefgroep| huis |gezinshuis|ziekenhuis|centrum|hulp| raad |politie|regio|toegang|loket|bureau|onderwijs|praktijk|behandel|begeleid|opvang|plaatsing|verband|instelling| gezin|leger |veilig| wonen| klas |thuis |huisarts|kinderarts| samen|niveau|wachtlijst|provincie|overig|anders|cluster| niet ";

/// Whole cells that are names of persons as well.
const MONTHS: &str =
    " januari februari maart april mei juni juli augustus september oktober november december ";

/// Points of a cell that can't be a name, in the unit of [`likeness`].
const NO_NAME: i32 = -18;

/// Whether a column holds names of persons.
pub(super) fn are_names(sample: &Sample<'_>, heading: &Heading) -> bool {
    let different = sample.cells.len() + sample.answers;
    let in_capitals = sample.different(&|cell| is_upper(cell.text)) * 10 >= sample.cells.len() * 7;
    let points = sample.cells.iter().map(|cell| points(cell, in_capitals)).sum::<i32>()
        + i32::try_from(sample.answers).unwrap_or(0) * NO_NAME;
    let mean = points / i32::try_from(different).unwrap_or(i32::MAX).max(1);
    let within = if different > 1 && sample.different(&begins_within) * 10 >= different { 6 } else { 0 };
    let few = if different < 3 { 4 } else { 0 };
    let repeated = if different * 4 < sample.filled { 1 } else { 0 };
    let least = match heading {
        _ if heading.is(Identifier::Name) => -5,
        _ if heading.of_person => 2 + few,
        _ if heading.of_thing || heading.of_day || heading.of_number || heading.names.is_some() => {
            5 + few + repeated
        }
        _ => 4 + few + repeated,
    };
    mean + within >= least
}

/// `de Vries`, `van Dijk`: a surname in a column of surnames. Places and
/// organisations begin with a capital, and no place with `van`.
fn begins_within(cell: &Cell<'_>) -> bool {
    let mut words = cell.text.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let small = has_word(WITHIN, first) && !second.is_empty();
    cell.folded.starts_with("van ") || (small && lowered(cell.text) != cell.text)
}

/// How much a cell looks like the name of a person, in the unit of [`likeness`].
fn points(cell: &Cell<'_>, in_capitals: bool) -> i32 {
    let spaced = format!(" {} ", cell.folded);
    let words: Vec<&str> = words(cell.text).collect();
    let is_other = digit_count(cell.text) > 0
        || words.len() > 7
        || cell.text.bytes().any(|byte| b"/;:&%".contains(&byte));
    if is_other
        || MONTHS.contains(&spaced)
        || (is_upper(cell.text) && !in_capitals)
        || has_some(&spaced, OF_THINGS)
    {
        return NO_NAME;
    }
    let mixed = !in_capitals && lowered(cell.text) != cell.text;
    let mut name = Name { letters: 0, words: 0, extra: 0 };
    words.iter().for_each(|word| name.add(word, words.len() > 1, mixed));
    let (together, several) = match name.words {
        0 | 1 => (name.letters, 0),
        2..=3 => (name.letters * 3 / 4, if mixed { 5 } else { 2 }),
        _ => (name.letters * 3 / name.words, 0),
    };
    let belongs_to = if name.words == 1 && cell.folded.ends_with("se") { 6 } else { 0 };
    (together + name.extra.min(14) + several - belongs_to).clamp(NO_NAME, -NO_NAME)
}

/// What the words of a cell say.
struct Name {
    /// By their pairs of letters.
    letters: i32,
    /// How many words have been looked at so.
    words: i32,
    /// By what kind of words they are.
    extra: i32,
}

impl Name {
    /// Adds a word: one of several, in a column that has capitals and small letters.
    fn add(&mut self, word: &str, of_several: bool, mixed: bool) {
        let small = lowered(word);
        let small = small.strip_suffix('.').unwrap_or(&small);
        let is_in = |list: &str| has_word(list, small);
        let capital = word.chars().next().is_some_and(is_capital);
        if is_in(TITLES) || (of_several && is_initials(word)) {
            self.extra += 14;
        } else if is_in(WITHIN) {
            self.extra += if capital && mixed { 0 } else { 5 };
        } else if is_in(NOT_WITHIN) {
            self.extra -= 9;
        } else {
            self.extra -= if mixed && !capital && !word.contains('\'') { 10 } else { 0 };
            self.extra -= if mixed && is_upper(word) { 8 } else { 0 };
            for part in fold(word).split(' ').filter(|part| part.len() > 1) {
                self.letters += likeness(part);
                self.words += 1;
            }
        }
    }
}

/// `J.`, `J.P.`, `J`, but not `B.V.`
fn is_initials(word: &str) -> bool {
    let mut letters = word.chars();
    let begins = letters.next().is_some_and(is_letter_or_digit);
    let follows = letters.next().is_none_or(|second| second == '.');
    begins && follows && word.len() <= 8 && !word.ends_with("V.") && word.chars().count() != 3
}

/// Written in capitals alone.
fn is_upper(text: &str) -> bool {
    text.chars().count() > 1 && text.chars().all(|letter| is_capital(letter) || !is_letter_or_digit(letter))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::{Identifier, find};

    #[test]
    fn places_and_organisations_are_no_names() {
        for cells in [
            ["Den Haag", "Bergen", "Hof van Twente"],
            ["Jeugdbescherming Overijssel", "William Schrikker Stichting", "Leger des Heils"],
            ["In behandeling", "Afgesloten", "Nog niet gestart"],
        ] {
            assert_eq!(find("kolom 3", &cells), None, "{cells:?}");
        }
        for cells in [
            ["de Vries", "van Dijk", "Bakker"],
            ["J. de Vries", "A.B. Bakker", "E. Kaya"],
            ["Emma", "Sanne", "Youssef"],
        ] {
            assert_eq!(find("kolom 3", &cells), Some(Identifier::Name), "{cells:?}");
        }
    }

    #[test]
    fn a_heading_of_a_person_needs_names_below_it() {
        assert_eq!(find("contactpersoon", &["ja", "nee", "ja", "nee", "onbekend"]), None);
        assert_eq!(find("naam gemeente", &["Zwolle", "Kampen", "Deventer"]), None);
    }
}
