//! The words of the drawings that are not on every first page: pairs, periods, tables, threads. No layout.

use super::wording;
use crate::catalog::{
    Lang,
    letters::{is_capital, lower},
};

/// A word or a piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    All,
    AllOthers,
    Points,
    PointsExplained,
    ChangeExplained,
    Total,
    RowTint,
    CountTint,
    Lift,
    Together,
    Pairs,
    Exactly,
    InGroup,
    InRest,
    ByGroup,
    HalfAfter,
    Margin,
    Half,
    NotYet,
}

/// The phrase in a language.
pub(super) fn phrase(phrase: Phrase, lang: Lang) -> &'static str {
    let (nl, en) = match phrase {
        Phrase::All => ("alle aanmeldingen", "all referrals"),
        Phrase::AllOthers => ("alle andere", "all others"),
        Phrase::Points => ("pt", "pt"),
        Phrase::PointsExplained => (
            "pt: punten verschil tussen twee percentages",
            "pt: points of difference between two percentages",
        ),
        Phrase::ChangeExplained => {
            ("+ of −: verschil met een jaar eerder", "+ or −: change on a year earlier")
        }
        Phrase::Total => ("totaal", "total"),
        Phrase::RowTint => (
            "Hoe sterker de kleur, hoe groter het deel van de rij",
            "The stronger the colour, the larger the part of the row",
        ),
        Phrase::CountTint => {
            ("Hoe sterker de kleur, hoe vaker samen", "The stronger the colour, the more often")
        }
        Phrase::Lift => (
            "minstens anderhalf keer zo vaak samen als je zou verwachten",
            "together at least one and a half times as often as expected",
        ),
        Phrase::Together => ("Hoe vaak problemen samen voorkomen", "How often problems come together"),
        Phrase::Pairs => {
            ("Problemen die het vaakst samen voorkomen", "Problems that most often come together")
        }
        Phrase::Exactly => ("Precies deze problemen, en geen andere", "Exactly these problems, and no other"),
        Phrase::InGroup => ("in de groep", "in the group"),
        Phrase::InRest => ("bij alle andere", "among all others"),
        Phrase::ByGroup => ("Deel dat nog loopt, naar", "Part still open, by"),
        Phrase::HalfAfter => ("helft afgesloten na", "half closed after"),
        Phrase::Margin => ("(waarschijnlijk tussen)", "(probably between)"),
        Phrase::Half => ("helft na", "half after"),
        Phrase::NotYet => ("nog niet", "not yet"),
    };
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

/// The difference of two percentages as they are shown: `+8 pt`, `−3 pt`.
pub(super) fn points(ours: f64, theirs: f64, lang: Lang) -> String {
    let points = wording::whole(ours * 100.0) - wording::whole(theirs * 100.0);
    format!("{}\u{a0}{}", signed(points), phrase(Phrase::Points, lang))
}

fn signed(number: i64) -> String {
    let sign = match number {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", number.unsigned_abs())
}

/// Rows that are not drawn: `en nog 3`.
pub(super) fn and_more(rows: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("en nog {rows}: zie de tabel"),
        Lang::En => format!("and {rows} more: see the table"),
    }
}

/// Groups that are not drawn: `De grootste 5 van 9: zie de tabel`.
pub(super) fn largest_of(drawn: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("De {drawn} grootste van de {all} groepen; de andere staan in de tabel"),
        Lang::En => format!("The {drawn} largest of {all} groups; the others are in the table"),
    }
}

/// Ages by the code of a band that people set: `12–15 jaar`.
pub(super) fn ages(code: &str, lang: Lang) -> String {
    let unit = match lang {
        Lang::Nl => "jaar",
        Lang::En => "years",
    };
    format!("{} {unit}", code.replace('-', "–"))
}

/// Without a capital, unless the first word is a name or an abbreviation with more of them.
pub(super) fn lower_first(label: &str) -> String {
    let word = label.split(' ').next().unwrap_or(label);
    let mut letters = label.chars();
    match letters.next() {
        Some(first) if word.chars().filter(|letter| is_capital(*letter)).count() == 1 => {
            format!("{}{}", lower(first), letters.as_str())
        }
        _ => label.to_owned(),
    }
}

/// A quarter or half-year by its code, written out or short: `1e kwartaal`, `1e kw.`, `Q1`.
pub(super) fn part_of_year(code: &str, long: bool, lang: Lang) -> String {
    let part = code.get(5..).filter(|part| !part.is_empty()).unwrap_or(code);
    let name = |number: &str, nl: &str, en: &str| match lang {
        Lang::Nl => format!("{number}e {nl}"),
        Lang::En => format!("{en} {number}"),
    };
    match (part.split_at_checked(1), long) {
        (Some(("Q", number)), true) => name(number, "kwartaal", "quarter"),
        (Some(("H", number)), true) => name(number, "halfjaar", "half"),
        _ => part.to_owned(),
    }
}

/// Names that come together: `Trauma + hechting`.
pub(super) fn joined(names: &[&str]) -> String {
    let (first, others) = names.split_first().map_or(("", names), |(first, others)| (*first, others));
    let others: String = others.iter().map(|name| format!(" + {}", lower_first(name))).collect();
    format!("{first}{others}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_come_together_are_one_text() {
        assert_eq!(joined(&["Trauma", "Hechting", "ADHD"]), "Trauma + hechting + ADHD");
        assert_eq!(joined(&[]), "");
    }

    #[test]
    fn a_period_is_written_out_or_short() {
        assert_eq!(part_of_year("2024-Q1", true, Lang::Nl), "1e kwartaal");
        assert_eq!(part_of_year("2024-H2", true, Lang::En), "half 2");
        assert_eq!(part_of_year("2024-Q1", false, Lang::Nl), "Q1");
        assert_eq!(part_of_year("2024", true, Lang::Nl), "2024");
        assert_eq!(
            [lower_first("Inzet van het RET"), lower_first("RET-overleg")],
            ["inzet van het RET", "RET-overleg"]
        );
    }

    #[test]
    fn differences_have_a_sign_unless_there_is_none() {
        assert_eq!(points(0.62, 0.54, Lang::Nl), "+8\u{a0}pt");
        assert_eq!(points(0.1, 0.13, Lang::En), "−3\u{a0}pt");
        assert_eq!(points(0.301, 0.304, Lang::Nl), "0\u{a0}pt");
    }
}
