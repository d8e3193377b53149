//! Reads the ways in which people and spreadsheets write a day. Knows no
//! fields; what is missing has been sorted out before.

use serde::{Deserialize, Serialize};

use super::{row::HeldRow, sample};
use crate::{
    cases::Day,
    catalog::letters::{is_letter_or_digit, lowered},
};

/// Which comes first in a date of numbers that ends with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// The day, as in Dutch.
    #[default]
    Dmy,
    /// The month, as in American English.
    Mdy,
}

impl DateOrder {
    /// The order in which a column's dates are written: the month comes first
    /// only where some second part can be no month and no first part can't.
    pub(super) fn of_column(rows: &[HeldRow], at: usize) -> Self {
        let mut month_first = false;
        for cell in sample::filled(rows, at) {
            match leading_numbers(cell) {
                Some((13.., _)) => return Self::Dmy,
                Some((_, 13..)) => month_first = true,
                _ => {}
            }
        }
        if month_first { Self::Mdy } else { Self::Dmy }
    }

    /// Month and day of two numbers.
    fn month_and_day(self, first: u32, second: u32) -> (u32, u32) {
        match self {
            Self::Dmy => (second, first),
            Self::Mdy => (first, second),
        }
    }
}

/// The first two of three numbers of a date that ends with its year.
pub(super) fn leading_numbers(text: &str) -> Option<(u32, u32)> {
    match tokens(text.trim())?.as_slice() {
        [Token::Number(first, 1..=2), Token::Number(second, 1..=2), Token::Number(_, 2 | 4), time @ ..]
            if is_time(time) =>
        {
            Some((*first, *second))
        }
        _ => None,
    }
}

/// What a cell says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateReading {
    /// A day.
    Day(Day),
    /// A day written as a spreadsheet's day number.
    Serial(Day),
    /// Written as a date, but there is no such day.
    Impossible,
    /// Not a date.
    Unreadable,
}

/// Day numbers of spreadsheets that are taken as dates: 1954–2064.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=60_000;
/// The day number of 1 January 2000, counted from 30 December 1899 as Excel does.
const SERIAL_OF_2000: i32 = 36_526;
/// Years of two digits up to this one are of this century.
const LAST_SHORT_YEAR: u32 = 69;
/// First three letters of the months; `mrt` and `may`, `oct` are met too.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mrt", "maa", "mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];
/// First two letters of the days of the week, met before a date.
const WEEKDAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// The two spellings of nearly all files, `31-12-2024` and `2024-12-31`,
/// straight from the bytes.
#[cfg_attr(hot, optimize(speed))]
#[inline]
pub(super) fn read_plain(raw: &[u8], order: DateOrder) -> Option<Day> {
    let &[a, b, c, d, e, f, g, h, i, j] = raw else { return None };
    if matches!((c, f), (b'-', b'-')) {
        let (month, day) = order.month_and_day(number(&[a, b])?, number(&[d, e])?);
        return Day::new(number(&[g, h, i, j])?.cast_signed(), month, day);
    }
    if matches!((e, h), (b'-', b'-')) {
        return Day::new(number(&[a, b, c, d])?.cast_signed(), number(&[f, g])?, number(&[i, j])?);
    }
    None
}

#[inline]
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |sum, digit| {
        digit.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(u32::from(digit - b'0')))
    })
}

/// Reads any spelling of a day.
pub(super) fn read(text: &str, order: DateOrder) -> DateReading {
    let text = text.trim();
    if let Some(serial) = serial(text) {
        return serial;
    }
    let Some(tokens) = tokens(text) else { return DateReading::Unreadable };
    let mut rest = tokens.as_slice();
    if let Some((Token::Word(word), after)) = rest.split_first()
        && WEEKDAYS.iter().any(|day| word.starts_with(day))
        && month_of(word).is_none()
    {
        rest = after;
    }
    let [first, second, third, time @ ..] = rest else { return DateReading::Unreadable };
    if !is_time(time) {
        return DateReading::Unreadable;
    }
    match parts(first, second, third, order) {
        None => DateReading::Unreadable,
        Some((year, month, day)) => {
            Day::new(year, month, day).map_or(DateReading::Impossible, DateReading::Day)
        }
    }
}

/// `45657`, `45657,58` and `20241231`.
fn serial(text: &str) -> Option<DateReading> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    if whole.len() == 8 && whole == text {
        let day = Day::new(
            whole.get(..4)?.parse().ok()?,
            whole.get(4..6)?.parse().ok()?,
            whole.get(6..)?.parse().ok()?,
        );
        return Some(day.map_or(DateReading::Impossible, DateReading::Day));
    }
    let serial: u32 = whole.parse().ok().filter(|serial| SERIALS.contains(serial))?;
    let number = i16::try_from(serial.cast_signed() - SERIAL_OF_2000).ok()?;
    Some(DateReading::Serial(Day::from_number(number)))
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// Value and number of digits.
    Number(u32, usize),
    /// Lower case.
    Word(String),
    /// A colon: what is around it is a time.
    Colon,
}

/// Part of a word: a letter, no digit.
fn is_word(letter: char) -> bool {
    is_letter_or_digit(letter) && !letter.is_ascii_digit()
}

/// Numbers, words and colons; `None` when there is a sign that no date has.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |letter: char| {
            (first.is_ascii_digit() && letter.is_ascii_digit()) || (is_word(first) && is_word(letter))
        };
        let len = rest.find(|letter| !same(letter)).unwrap_or(rest.len()).max(first.len_utf8());
        let (token, after) = rest.split_at_checked(len)?;
        if first.is_ascii_digit() {
            tokens.push(Token::Number(token.parse().ok()?, len));
        } else if is_word(first) {
            tokens.push(Token::Word(lowered(token)));
        } else if first == ':' {
            tokens.push(Token::Colon);
        } else if !matches!(
            first,
            '-' | '/' | '.' | ',' | ' ' | '+' | '\u{a0}' | '\u{2010}' | '\u{2011}' | '\u{2013}'
        ) {
            return None;
        }
        rest = after;
    }
    Some(tokens)
}

/// Year, month and day, in the order in which they stand.
fn parts(first: &Token, second: &Token, third: &Token, order: DateOrder) -> Option<(i32, u32, u32)> {
    let (month, order) = match second {
        Token::Number(month, 1..=2) => (*month, order),
        Token::Word(word) => (month_of(word)?, DateOrder::Dmy),
        _ => return None,
    };
    let (day, year) = match (first, third) {
        (Token::Number(year, 4), Token::Number(day, 1..=2)) => {
            return Some((year.cast_signed(), month, *day));
        }
        (Token::Number(day, 1..=2), Token::Number(year, 4)) => (*day, *year),
        (Token::Number(day, 1..=2), Token::Number(year, 2)) => {
            (*day, year + if *year <= LAST_SHORT_YEAR { 2000 } else { 1900 })
        }
        _ => return None,
    };
    let (month, day) = order.month_and_day(day, month);
    Some((year.cast_signed(), month, day))
}

fn month_of(word: &str) -> Option<u32> {
    let start = word.get(..3)?;
    let place = MONTHS.iter().position(|names| names.contains(&start))?;
    u32::try_from(place + 1).ok()
}

/// Whether what follows a date is nothing, or a time of day such as `14:05`,
/// `T14:05:00.000+01:00` or `0:00 uur`.
fn is_time(tokens: &[Token]) -> bool {
    let known = |token: &Token| match token {
        Token::Number(_, digits) => *digits <= 9,
        Token::Word(word) => matches!(word.as_str(), "t" | "z" | "u" | "uur" | "om" | "am" | "pm"),
        Token::Colon => true,
    };
    tokens.is_empty() || (tokens.contains(&Token::Colon) && tokens.iter().all(known))
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, DateReading};
    use crate::{cases::Day, clean::row::tests::held};

    fn read(text: &str) -> DateReading {
        super::read(text, DateOrder::Dmy)
    }

    fn read_plain(raw: &[u8]) -> Option<Day> {
        super::read_plain(raw, DateOrder::Dmy)
    }

    #[test]
    fn the_order_of_a_column_is_told_by_the_parts_that_can_be_no_month() {
        for (cells, order) in [
            (&["1/3/2024", "12/31/2024"][..], DateOrder::Mdy),
            (&["1/3/2024", "3/1/2024"], DateOrder::Dmy),
            (&["12/31/2024", "31/12/2024"], DateOrder::Dmy),
            (&["12/31/24 14:05", "onbekend", ""], DateOrder::Mdy),
            (&["2024-01-31", "2024-12-31"], DateOrder::Dmy),
        ] {
            let rows: Vec<_> = (1..).zip(cells).map(|(number, cell)| held(number, &[cell])).collect();
            assert_eq!(DateOrder::of_column(&rows, 0), order, "{cells:?}");
        }
        for text in ["12/31/2024", "12-31-2024", "12/31/24", "31 december 2024", "2024-12-31"] {
            let day = Day::new(2024, 12, 31).expect("exists");
            assert_eq!(super::read(text, DateOrder::Mdy), DateReading::Day(day), "{text}");
        }
        assert_eq!(super::read("31/12/2024", DateOrder::Mdy), DateReading::Impossible);
        assert_eq!(super::read_plain(b"12-31-2024", DateOrder::Mdy), Day::new(2024, 12, 31));
    }

    #[test]
    fn days_are_read_in_every_spelling() {
        for text in [
            "31-12-2024",
            "31-12-24",
            "2024-12-31",
            "31 december 2024",
            "31 dec 2024",
            "31 dec. 2024",
            "31-dec-24",
            "31/12/2024",
            "31.12.2024",
            "31-12-2024 14:05",
            "31-12-2024 14:05:59",
            "2024-12-31T00:00:00Z",
            "2024-12-31T14:05:00.000+01:00",
            "2024-12-31 00:00:00",
            "20241231",
            " 31-12-2024 ",
            "31 DECEMBER 2024",
            "dinsdag 31 december 2024",
            "di 31-12-2024",
            "2024/12/31",
            "31 12 2024",
            "31‑12‑2024",
            "31/12/2024 0:00 uur",
        ] {
            assert_eq!(read(text), DateReading::Day(Day::new(2024, 12, 31).expect("exists")), "{text}");
        }
        for (text, iso) in [
            ("1-3-2024", "2024-03-01"),
            ("1-3-24", "2024-03-01"),
            ("01-03-2024", "2024-03-01"),
            ("1 mrt 2024", "2024-03-01"),
            ("1 maart 2024", "2024-03-01"),
            ("5 mei 1998", "1998-05-05"),
            ("5-5-98", "1998-05-05"),
            ("29-02-2024", "2024-02-29"),
            ("1 sept. 2023", "2023-09-01"),
            ("3 okt 2023", "2023-10-03"),
        ] {
            assert_eq!(read(text), DateReading::Day(Day::from_iso(iso).expect("exists")), "{text}");
        }
    }

    #[test]
    fn spreadsheet_numbers_are_days() {
        for (text, iso) in [
            ("45657", "2024-12-31"),
            ("45292", "2024-01-01"),
            ("45657,5868", "2024-12-31"),
            ("45351.0", "2024-02-29"),
        ] {
            assert_eq!(read(text), DateReading::Serial(Day::from_iso(iso).expect("exists")), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_is_told_from_what_cannot_be_read() {
        for text in [
            "31-02-2024",
            "29-02-2023",
            "12/31/2024",
            "00-01-2024",
            "31 februari 2024",
            "2024-13-01",
            "20241301",
            "1-1-1850",
        ] {
            assert_eq!(read(text), DateReading::Impossible, "{text}");
        }
        for text in [
            "",
            "eind december",
            "december 2024",
            "2024",
            "14:05",
            "12:30:45",
            "31-12",
            "1.234.567",
            "99999",
            "19999",
            "31-12-2024 of later",
            "31-12-204",
            "ja",
            "31*12*2024",
            "31-12-2024-05",
        ] {
            assert_eq!(read(text), DateReading::Unreadable, "{text}");
        }
    }

    #[test]
    fn the_short_cut_agrees_with_the_long_way() {
        for text in ["31-12-2024", "2024-12-31", "29-02-2024", "01-01-2000"] {
            assert_eq!(read_plain(text.as_bytes()).map(DateReading::Day), Some(read(text)), "{text}");
        }
        for text in ["31-02-2024", "3a-12-2024", "31/12/2024", "2024-1-01x", ""] {
            assert_eq!(read_plain(text.as_bytes()), None, "{text}");
        }
    }
}
