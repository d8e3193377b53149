//! Full dates of birth. A date of referral is a date too: the heading tells,
//! or the years do.

use super::{Identifier, heading::Heading, sample::Sample};
use crate::catalog::letters::is_letter_or_digit;

/// The years of referral: regional expert teams exist since 2015 or later, so
/// dates before it are of birth.
const FIRST_YEAR: u32 = 2015;

/// Whether a column holds dates of birth.
pub(super) fn are_birth_dates(sample: &Sample<'_>, heading: &Heading) -> bool {
    let years: Vec<u32> = sample.cells.iter().filter_map(|cell| year(cell.text)).collect();
    if heading.is(Identifier::BirthDate) {
        let serials = sample.different(&|cell| is_serial(cell.text));
        return sample.is_part(years.len() + serials, 10);
    }
    if years.is_empty() || years.len() * 100 < (sample.cells.len() + sample.answers) * 60 {
        return false;
    }
    // The year below which this many tenths of them are; sorting weighs more to download.
    let at = |part: usize| {
        let place = (years.len() - 1) * part / 10;
        (1900..2100)
            .find(|&year| years.iter().filter(|&&one| one <= year).count() > place)
            .unwrap_or(FIRST_YEAR)
    };
    let (early, middle, late) = (at(1), at(5), at(9));
    if heading.of_day {
        return middle + 3 < FIRST_YEAR;
    }
    middle < FIRST_YEAR || (late - early >= 8 && years.len() >= 3)
}

/// A spreadsheet's number of a day between 1950 and 2030.
fn is_serial(text: &str) -> bool {
    number(text).is_some_and(|number| (18_264..47_500).contains(&number))
}

/// The year of a text that begins with a full date: `31-12-2009`, `31 dec 09`,
/// `2009-12-31`, `20091231`.
pub(super) fn year(text: &str) -> Option<u32> {
    let packed: u32 = if text.len() == 8 { number(text).unwrap_or(0) } else { 0 };
    if packed > 0 {
        return likely(packed / 10_000, packed / 100 % 100, packed % 100);
    }
    fn is_between(letter: char) -> bool {
        !is_letter_or_digit(letter)
    }
    let mut parts = text.split(is_between).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let third = third.split_once('T').map_or(third, |(day, _)| day);
    if let Some(year @ 1900..2100) = number(first) {
        return likely(year, month(second)?, number(third)?);
    }
    let day = number(first)?;
    let year = number(third)?;
    let year = match third.len() {
        2 if year > 30 => 1900 + year,
        2 => 2000 + year,
        _ => year,
    };
    let month = month(second)?;
    likely(year, month, day).or_else(|| likely(year, day, month))
}

fn likely(year: u32, month: u32, day: u32) -> Option<u32> {
    ((1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(year)
}

/// A whole number; once, since reading one weighs more than it looks.
#[inline(never)]
fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// The number of a month, written as a number or as a Dutch word.
fn month(text: &str) -> Option<u32> {
    const STARTS: &str = "jan feb maa apr mei jun jul aug sep okt nov dec";
    if let Some(number) = number(text) {
        return Some(number);
    }
    let start = text.get(..3)?.to_ascii_lowercase();
    let start = if start == "mrt" { "maa" } else { &start };
    let at = STARTS.split(' ').position(|month| month == start)?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn full_dates_have_a_year() {
        for text in [
            "31-12-2009",
            "31/12/09",
            "1-3-2009",
            "2009-12-31",
            "31 december 2009",
            "12 mrt 2009",
            "20091231",
            "2009-12-31T00:00:00",
            "31-12-2009 00:00",
            "12/31/2009",
            "31.12.2009 (14 jr)",
        ] {
            assert_eq!(year(text), Some(2009), "{text}");
        }
        for text in ["2009", "12-2009", "14", "Zwolle", "31-13-2009x", "99999999", "12 straten 2009"] {
            assert_eq!(year(text), None, "{text}");
        }
    }
}
