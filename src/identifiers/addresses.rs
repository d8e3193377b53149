//! Addresses and full postcodes.

use super::{
    Identifier,
    digits::digit_count,
    heading::Heading,
    sample::{Sample, words},
};
use crate::catalog::fold;

/// How names of streets end.
const ENDINGS: &str = "straat|str|laan|weg|plein|gracht|singel|kade|steeg|dreef|allee";
/// How some end that may be something else.
const FURTHER: &str = "hof|dijk|pad|park|ring|baan|markt|wal|dam|kamp|veld|akker|hoek|erf|bos|weide|burg|pas|es|oord|ven|haven|brink|enk|boulevard|zand|rand";

fn ends(word: &str, endings: &str) -> bool {
    endings.split('|').any(|ending| {
        word.len() > ending.len() && word.ends_with(ending) || (ending.len() > 4 && word == ending)
    })
}

/// Whether a column holds addresses, streets or house numbers.
pub(super) fn are_addresses(sample: &Sample<'_>, heading: &Heading) -> bool {
    let numbered = sample.count(&|cell| is_numbered(cell.text, &format!("{ENDINGS}|{FURTHER}")));
    let streets = sample.different(&|cell| cell.folded.split(' ').any(|word| ends(word, ENDINGS)));
    if sample.is_part(numbered, 25)
        || (streets * 100 >= (sample.cells.len() + sample.answers) * 30
            && streets * 3 > sample.filled.min(40))
    {
        return true;
    }
    let loose = sample.different(&|cell| is_numbered(cell.text, ""));
    if numbered > 0 && loose * 100 >= (sample.cells.len() + sample.answers) * 80 && loose * 2 >= sample.filled
    {
        return true;
    }
    let worded = sample.count(&|cell| cell.folded.bytes().filter(u8::is_ascii_alphabetic).count() >= 4);
    let numbers = sample.count(&|cell| is_house_number(cell.text));
    heading.is(Identifier::Address)
        && (sample.is_part(worded, 50) || (heading.of_house && sample.is_part(numbers, 50)))
}

/// Whether words, one with such an ending, are followed by a house number;
/// without endings any word will do.
fn is_numbered(text: &str, endings: &str) -> bool {
    let mut street = false;
    for word in words(text) {
        if street && is_house_number(word) {
            return true;
        }
        street =
            street || if endings.is_empty() { digit_count(word) == 0 } else { ends(&fold(word), endings) };
    }
    false
}

/// `12`, `12a`, `12-3`, `12bis`.
fn is_house_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&digits)
        && word.len() <= digits + 5
        && word.bytes().all(|byte| byte != b'%' && byte != b'+')
}

/// Whether a column holds full postcodes.
pub(super) fn are_postcodes(sample: &Sample<'_>, heading: &Heading) -> bool {
    let found: Vec<_> =
        sample.cells.iter().filter_map(|cell| Some((postcode(cell.text)?, cell.times))).collect();
    let with = found.iter().map(|(_, times)| times).sum();
    if heading.is(Identifier::Postcode) {
        return sample.is_part(with, 5);
    }
    // Units and years have letters behind them too: `2024 AB`, `1000 mg`.
    let same = |one: usize| {
        found
            .iter()
            .filter(|((_, letters), _)| found.get(one).is_some_and(|((_, first), _)| first == letters))
            .count()
    };
    let years = found.iter().filter(|((digits, _), _)| (2010..=2030).contains(digits)).count();
    sample.is_part(with, 40)
        && (found.len() < 3 || same(0) < found.len())
        && (years < found.len() || found.len() > 12)
        && found.iter().any(|((digits, _), _)| digits % 100 != 0)
}

/// Whether a text holds a full postcode and is no unit.
pub(super) fn has_postcode(text: &str) -> bool {
    postcode(text).is_some_and(|(digits, _)| !(2010..=2030).contains(&digits))
        && text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Digits and letters of the first postcode in a text: `8011 PK`, `8011pk 12`.
fn postcode(text: &str) -> Option<(u32, [u8; 2])> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .filter(|&at| {
            at == 0 || bytes.get(at - 1).is_some_and(|before| matches!(before, b' ' | b',' | b'(' | b'-'))
        })
        .find_map(|at| {
            let (number, rest) = text.get(at..)?.split_at_checked(4)?;
            let digits = number.parse().ok().filter(|digits| (1000..=9999).contains(digits))?;
            let letters = rest.strip_prefix([' ', '-']).unwrap_or(rest).trim_start();
            match letters.as_bytes() {
                [first, second, after @ ..]
                    if first.is_ascii_alphabetic()
                        && second.is_ascii_alphabetic()
                        && first.is_ascii_uppercase() == second.is_ascii_uppercase()
                        && !after.first().is_some_and(u8::is_ascii_alphabetic) =>
                {
                    Some((digits, [first.to_ascii_uppercase(), second.to_ascii_uppercase()]))
                }
                _ => None,
            }
        })
}
