//! The words and numbers in a drawing, in the language of the frame. No layout.

use crate::{
    catalog::Lang,
    report::{Row, Status},
};

/// Stands for a count that is not shown, as `x` in the tables of Statistics Netherlands.
pub(super) const HIDDEN: &str = "×";

/// A word or a piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Unknown,
    Hidden,
    SmallNumber,
    SmallSign,
    NoCases,
    Of,
    Referral,
    Referrals,
    AllCases,
    ClosedCases,
    ClosedOnly,
    Open,
    StillOpen,
    StillCounted,
    HalfNotReached,
    Day,
    Days,
    Months,
    BySingleYear,
    OpenIncluded,
    Difference,
    Provisional,
    NotOver,
    YearBefore,
}

/// The word in a language.
pub(super) fn word(word: Word, lang: Lang) -> &'static str {
    let (nl, en) = match word {
        Word::Unknown => ("onbekend", "unknown"),
        Word::Hidden => ("verborgen", "hidden"),
        Word::SmallNumber => ("klein aantal", "small number"),
        Word::SmallSign => {
            ("○ klein aantal: kan naar één kind wijzen", "○ small number: may point at one child")
        }
        Word::NoCases => ("Geen zaken met een bekend antwoord", "No cases with a known answer"),
        Word::Of => ("van", "of"),
        Word::Referral => ("aanmelding", "referral"),
        Word::Referrals => ("aanmeldingen", "referrals"),
        Word::AllCases => ("alle zaken", "all cases"),
        Word::ClosedCases => ("Afgesloten zaken", "Closed cases"),
        Word::ClosedOnly => ("alleen afgesloten", "closed only"),
        Word::Open => ("loopt nog", "still open"),
        Word::StillOpen => ("Deel dat nog loopt", "Part still open"),
        Word::StillCounted => ("zaken die dan nog meetellen", "cases still counted by then"),
        Word::HalfNotReached => ("helft niet bereikt", "half not reached"),
        Word::Day => ("dag", "day"),
        Word::Days => ("dagen", "days"),
        Word::Months => ("mnd", "mo"),
        Word::BySingleYear => ("Per leeftijdsjaar", "By year of age"),
        Word::OpenIncluded => ("open zaken meegeteld", "open cases included"),
        Word::Difference => ("verschil", "difference"),
        Word::Provisional => ("voorlopig", "provisional"),
        Word::NotOver => ("voorlopig: nog niet voorbij", "provisional: not over yet"),
        Word::YearBefore => ("een jaar eerder", "a year earlier"),
    };
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

/// `1 234` in Dutch, `1,234` in English.
pub(super) fn count(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let separator = match lang {
        Lang::Nl => '\u{202f}',
        Lang::En => ',',
    };
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// The same, or that it is not shown.
pub(super) fn count_or_hidden(number: Option<u64>, lang: Lang) -> String {
    number.map_or_else(|| word(Word::Hidden, lang).to_owned(), |number| count(number, lang))
}

/// A change in cases: `+12`, `−3`, `0`.
pub(super) fn change(change: i64, lang: Lang) -> String {
    let sign = match change {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", count(change.unsigned_abs(), lang))
}

/// A fraction as a whole percent, half away from zero: `62%`.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", whole(share * 100.0))
}

/// Rounded half away from zero. Written from a whole number: the writing of floats weighs 4 kB to download.
#[expect(clippy::cast_possible_truncation, reason = "percents, days and counts: far within what fits")]
pub(super) fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// A number of days, halves as they are written: `118`, `96,5`.
pub(super) fn days(number: f64, lang: Lang) -> String {
    let tenths = whole(number * 10.0).unsigned_abs();
    match (tenths % 10, lang) {
        (0, _) => (tenths / 10).to_string(),
        (tenth, Lang::Nl) => format!("{},{tenth}", tenths / 10),
        (tenth, Lang::En) => format!("{}.{tenth}", tenths / 10),
    }
}

/// A row as read aloud: `13–16 jaar: 23 van 37, 62%`.
pub(super) fn spoken(row: &Row, n: u64, lang: Lang) -> String {
    let Some(number) = row.count else {
        return format!("{}: {}", row.label, word(Word::Hidden, lang));
    };
    let mut text =
        format!("{}: {} {} {}", row.label, count(number, lang), word(Word::Of, lang), count(n, lang));
    if let Some(share) = row.share {
        text = format!("{text}, {}", percent(share));
    }
    marked(text, row.status, lang)
}

/// The same with, of a small count, that it is.
pub(super) fn marked(text: String, status: Option<Status>, lang: Lang) -> String {
    if status == Some(Status::Small) { format!("{text}, {}", word(Word::SmallNumber, lang)) } else { text }
}

/// The answers of a long list that are drawn as one: `15 andere`.
pub(super) fn others(answers: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{answers} andere"),
        Lang::En => format!("{answers} others"),
    }
}

/// The answers of a long list that are not drawn: `nog 14 antwoorden, elk hoogstens 4%: zie de tabel`.
///
/// The percent is the one that the table shows of the largest, `None` when that is not known.
pub(super) fn more(answers: usize, largest: Option<f64>, lang: Lang) -> String {
    let each = match (largest.map(percent), lang) {
        (None, _) => String::new(),
        (Some(none), Lang::Nl) if none == "0%" => ", elk minder dan 1%".to_owned(),
        (Some(none), Lang::En) if none == "0%" => ", each less than 1%".to_owned(),
        (Some(most), Lang::Nl) => format!(", elk hoogstens {most}"),
        (Some(most), Lang::En) => format!(", each at most {most}"),
    };
    match lang {
        Lang::Nl => format!("nog {answers} antwoorden{each}: zie de tabel"),
        Lang::En => format!("{answers} more answers{each}: see the table"),
    }
}

/// What is read aloud of answers drawn as one, with where each of them is told.
pub(super) fn in_table(spoken: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{spoken}; zie de tabel"),
        Lang::En => format!("{spoken}; see the table"),
    }
}

/// A point of the curve as read aloud: `Na 3 maanden loopt nog 54%; 104 tellen dan nog mee`.
pub(super) fn spoken_curve(months: u32, part: f64, cases: u64, lang: Lang) -> String {
    let (part, cases) = (percent(part), count(cases, lang));
    match (lang, months) {
        (Lang::Nl, 1) => format!("Na 1 maand loopt nog {part}; {cases} tellen dan nog mee"),
        (Lang::Nl, _) => format!("Na {months} maanden loopt nog {part}; {cases} tellen dan nog mee"),
        (Lang::En, 1) => format!("After 1 month {part} still open; {cases} still counted by then"),
        (Lang::En, _) => format!("After {months} months {part} still open; {cases} still counted by then"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_their_separator() {
        let dutch = |number| count(number, Lang::Nl);
        assert_eq!([dutch(0), dutch(999), dutch(1000)], ["0", "999", "1\u{202f}000"]);
        assert_eq!(dutch(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(count(12_345, Lang::En), "12,345");
    }

    #[test]
    fn changes_have_a_sign_unless_there_is_none() {
        let changes = [change(0, Lang::Nl), change(-1200, Lang::Nl), change(7, Lang::En)];
        assert_eq!(changes, ["0", "−1\u{202f}200", "+7"]);
    }

    #[test]
    fn answers_that_are_not_drawn_are_told() {
        assert_eq!(more(14, Some(0.044), Lang::Nl), "nog 14 antwoorden, elk hoogstens 4%: zie de tabel");
        assert_eq!(more(14, Some(0.044), Lang::En), "14 more answers, each at most 4%: see the table");
        assert_eq!(more(3, Some(0.004), Lang::Nl), "nog 3 antwoorden, elk minder dan 1%: zie de tabel");
        assert_eq!(more(3, None, Lang::En), "3 more answers: see the table");
    }

    #[test]
    fn half_a_percent_goes_up_and_half_a_day_has_a_comma() {
        assert_eq!(
            [percent(0.625), percent(0.125), percent(0.0), percent(1.0)],
            ["63%", "13%", "0%", "100%"]
        );
        assert_eq!(
            [days(118.0, Lang::Nl), days(96.5, Lang::Nl), days(96.5, Lang::En)],
            ["118", "96,5", "96.5"]
        );
    }
}
