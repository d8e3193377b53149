//! Numbers of persons: BSN, telephone, IBAN.
//!
//! One in eleven numbers passes the elfproef and one in 97 the check of an
//! IBAN, so the rate over a column counts, and never a single number.

use super::{Identifier, birth_dates::year, heading::Heading, sample::Sample};

/// Evidence of a number that passes, in 1/10 nat: half of a column's numbers
/// passing against one in eleven, ln(0.5 · 11).
const PASSES: usize = 17;
/// And of one that does not: ln(0.909 / 0.5).
const FAILS: usize = 6;
/// Enough evidence: three of three numbers, four of six, and so on. A column
/// of other numbers gets there in less than 1 of 500 times.
const ENOUGH: usize = 50;

/// Whether a column holds burgerservicenummers.
pub(super) fn are_bsns(sample: &Sample<'_>, heading: &Heading) -> bool {
    let numbers = sample.different(&|cell| bsn_digits(cell.text).is_some());
    let passing = sample.different(&|cell| has_bsn(cell.text));
    if passing * PASSES >= (numbers - passing) * FAILS + ENOUGH {
        return true;
    }
    // The heading says so: numbers with typing errors, cut off by a spreadsheet, or scrambled.
    let long = |text: &str| text.bytes().filter(u8::is_ascii_hexdigit).count() >= 7 && digit_count(text) >= 3;
    heading.is(Identifier::Bsn) && sample.is_part(sample.count(&|cell| long(cell.text)), 20)
}

/// Whether the text is one number that passes the elfproef.
pub(super) fn has_bsn(text: &str) -> bool {
    bsn_digits(text).is_some_and(|digits| {
        let sum: i32 = (1..=9)
            .rev()
            .zip(&digits)
            .map(|(weight, &digit)| {
                let weight = if weight == 1 { -1 } else { weight };
                weight * i32::from(digit)
            })
            .sum();
        sum % 11 == 0 && digits != [0; 9]
    })
}

/// The digits of a text that may be a BSN: nine, or eight when the zero in
/// front was lost, with points, spaces or hyphens between, words around, and
/// `.0` behind. A day has eight as well: `2023-11-18` is none.
fn bsn_digits(text: &str) -> Option<[u8; 9]> {
    let text = text.strip_suffix(".0").or(text.strip_suffix(",0")).unwrap_or(text);
    let mut digits = [0; 9];
    let mut count = 0;
    let mut letters = 0;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits.rotate_left(1);
                *digits.last_mut()? = byte - b'0';
                count += 1;
            }
            b'.' | b' ' | b'-' | b':' | b'(' | b')' | b'\'' => {}
            _ => letters += 1,
        }
    }
    let is_number = (8..=9).contains(&count) && letters <= 12 && has_run(text, letters);
    (is_number && year(text).is_none()).then_some(digits)
}

/// Whether the digits stand together, apart from words: not `K2-3B 456789`.
fn has_run(text: &str, letters: usize) -> bool {
    let bare = text.trim_matches(|letter: char| !letter.is_ascii_digit());
    letters == 0 || !bare.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether a column holds telephone numbers.
pub(super) fn are_phones(sample: &Sample<'_>, heading: &Heading) -> bool {
    if heading.is(Identifier::Phone) {
        let like = |text: &str| {
            (6..=15).contains(&digit_count(text))
                && year(text).is_none()
                && !is_day(text)
                && !text.contains('€')
        };
        return sample.is_part(sample.count(&|cell| like(cell.text) || has_phone(cell.text)), 20);
    }
    let written = sample.count(&|cell| has_phone(cell.text) && is_written_as_phone(cell.text));
    if sample.is_part(written, 30) {
        return true;
    }
    let part = sample.is_part(sample.count(&|cell| has_phone(cell.text)), 60);
    part && is_spread(sample, &has_phone) || are_cut_off(sample)
}

/// Mobile numbers of which a spreadsheet took the zero: nine digits, all beginning with a 6.
fn are_cut_off(sample: &Sample<'_>) -> bool {
    let is_cut = |text: &str| text.len() == 9 && text.starts_with('6') && digit_count(text) == 9;
    sample.different(&|cell| is_cut(cell.text)) >= 3
        && sample.is_part(sample.count(&|cell| is_cut(cell.text)), 70)
        && is_spread(sample, &is_cut)
}

/// Whether numbers differ in the middle, where numbers that are given out one
/// after another are alike.
#[inline(never)]
fn is_spread(sample: &Sample<'_>, is: &dyn Fn(&str) -> bool) -> bool {
    let mut middles = Vec::new();
    let mut numbers = 0;
    for cell in sample.cells.iter().filter(|cell| is(cell.text)) {
        let digits: Vec<u8> = cell.text.bytes().filter(u8::is_ascii_digit).collect();
        let middle = digits.get(digits.len().saturating_sub(7)..digits.len().saturating_sub(3));
        numbers += 1;
        if let Some(middle) = middle.map(<[u8]>::to_vec)
            && !middles.contains(&middle)
        {
            middles.push(middle);
        }
    }
    middles.len() * 5 >= numbers * 4
}

/// Whether the text holds a Dutch or an international telephone number.
pub(super) fn has_phone(text: &str) -> bool {
    let in_number =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '.' | '(' | ')' | '+');
    !is_day(text.trim_start())
        && text.split(|letter| !in_number(letter)).any(|run| {
            let digits: String = run.chars().filter(char::is_ascii_digit).collect();
            let digits =
                digits.strip_prefix("00").filter(|_| digits.len() > 10).map_or(digits.as_str(), |rest| rest);
            let abroad = run.contains('+') || (digits.len() > 10 && digits.starts_with("31"));
            match digits.strip_prefix('0').or(digits.strip_prefix("310")) {
                Some(rest) if !abroad || digits.starts_with("310") => {
                    rest.len() == 9 && !rest.starts_with('0')
                }
                _ => abroad && (9..=13).contains(&digits.len()),
            }
        })
}

/// Written as no case number is: `06-12345678`, `038 421 23 45`, `+31 6 …`.
fn is_written_as_phone(text: &str) -> bool {
    let sign = text.bytes().position(|byte| matches!(byte, b'-' | b' ' | b')'));
    text.starts_with('+')
        || text.starts_with('(')
        || text.starts_with("0031")
        || sign.is_some_and(|at| (2..=4).contains(&at))
}

/// Begins with a day: `31-12-2024 10:15`.
fn is_day(text: &str) -> bool {
    fn is_between(letter: char) -> bool {
        matches!(letter, '-' | '/' | '.')
    }
    let mut parts = text.split(is_between);
    let is_number = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| !part.is_empty() && part.len() <= most && digit_count(part) == part.len())
    };
    is_number(parts.next(), 2)
        && is_number(parts.next(), 2)
        && parts.next().is_some_and(|part| {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            digits == 4 || (digits == 2 && part.len() == 2)
        })
}

/// Whether a column holds bank account numbers.
pub(super) fn are_ibans(sample: &Sample<'_>, heading: &Heading) -> bool {
    let percent = if heading.is(Identifier::Iban) { 5 } else { 20 };
    let is = |text: &str| has_iban(text) || is_dutch_account(&packed(text));
    let with = sample.count(&|cell| is(cell.text));
    let digits = sample.count(&|cell| digit_count(cell.text) >= 7);
    sample.is_part(with, percent) || (heading.is(Identifier::Iban) && sample.is_part(digits, 40))
}

/// Whether the text is an IBAN, or holds a Dutch one.
pub(super) fn has_iban(text: &str) -> bool {
    let packed = packed(text);
    let dutch = packed.find("NL").and_then(|at| packed.get(at..at + 18));
    [Some(packed.as_str()), dutch].into_iter().flatten().any(|account| {
        let bytes = account.as_bytes();
        let shaped = (15..=34).contains(&bytes.len())
            && matches!(bytes, [first, second, third, fourth, ..]
                if first.is_ascii_alphabetic() && second.is_ascii_alphabetic()
                    && third.is_ascii_digit() && fourth.is_ascii_digit());
        let (country, rest) = account.split_at_checked(4).unwrap_or_default();
        shaped && rest.bytes().chain(country.bytes()).fold(0, remainder) == 1
    })
}

/// The remainder after division by 97, one character further (ISO 13616).
fn remainder(so_far: u32, byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => (so_far * 10 + u32::from(byte - b'0')) % 97,
        _ => (so_far * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    }
}

/// `NL00BANK0123456789`, whether its check is right or not.
fn is_dutch_account(packed: &str) -> bool {
    packed.len() == 18 && packed.starts_with("NL") && digit_count(packed) >= 11
}

/// Letters and digits alone, in capitals.
fn packed(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

pub(super) fn digit_count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::{has_bsn, has_iban, has_phone};

    /// Numbers from the manuals of other implementations of the elfproef.
    #[test]
    fn the_elfproef() {
        for text in [
            "111222333",
            "1112.22.333",
            "999996708",
            "612890053",
            "211551557",
            "BSN: 111222333",
            "123456782.0",
        ] {
            assert!(has_bsn(text), "{text}");
        }
        for text in ["001855014", "999998620", "000000000", "111222334", "1112223330", "A1B11222333"] {
            assert!(!has_bsn(text), "{text}");
        }
        for day in ["2023-11-18", "2023-04-24", "2023-03-08", "2022-05-09"] {
            assert!(!has_bsn(day), "{day}");
        }
    }

    #[test]
    fn telephone_numbers() {
        for text in [
            "06-12345678",
            "0612345678",
            "06 12 34 56 78",
            "038-4212345",
            "(038) 421 23 45",
            "0529 - 123456",
            "+31 6 12345678",
            "+31612345678",
            "0031612345678",
            "+31 (0)6 12345678",
            "+49 151 12345678",
            "06-12345678 / 038-4212345",
            "06-12345678 (moeder)",
            "tel: 0612345678",
            "+48 601 234 567",
        ] {
            assert!(has_phone(text), "{text}");
        }
        for text in [
            "31-12-2024 10:15",
            "01-02-2024",
            "2024-01-02 10:15:00",
            "0000012345",
            "123456789",
            "2024-000123",
            "7,5",
        ] {
            assert!(!has_phone(text), "{text}");
        }
    }

    #[test]
    fn bank_accounts() {
        for text in [
            "NL91ABNA0417164300",
            "NL91 ABNA 0417 1643 00",
            "nl91abna0417164300",
            "rek NL91ABNA0417164300",
            "DE89370400440532013000",
        ] {
            assert!(has_iban(text), "{text}");
        }
        for text in ["NL91ABNA0417164301", "CASUS2024000123456", "NL91"] {
            assert!(!has_iban(text), "{text}");
        }
    }
}
