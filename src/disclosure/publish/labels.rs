//! What answers are called that were put together.

use super::View;
use crate::catalog::Lang;

/// Between the codes of answers that are put together and have no order.
pub(super) const JOIN: &str = "+";

/// Between the first and the last code of neighbours that are put together.
pub(super) const TO: &str = "..";

/// From the first answer to the last, each code and label: `0–8 jaar` of `0-3` and `4-8`, `langer dan 3 maanden` of
/// `3-6` and `6+`.
pub(super) fn from_to(first: (&str, &str), last: (&str, &str), lang: Lang) -> String {
    joined(first.0, last).unwrap_or_else(|| match lang {
        Lang::Nl => format!("{} t/m {}", first.1, last.1),
        Lang::En => format!("{} to {}", first.1, last.1),
    })
}

fn joined(first: &str, (code, label): (&str, &str)) -> Option<String> {
    let (from, _) = number_at_start(first)?;
    let (only, after) = number_at_start(code)?;
    let until = match after {
        "" => Some(only),
        "+" => None,
        range => {
            Some(range.strip_prefix('-').and_then(number_at_start).filter(|(_, rest)| rest.is_empty())?.0)
        }
    };
    let (before, rest) = label.split_at_checked(label.find(|c: char| c.is_ascii_digit())?)?;
    let (_, unit) = number_at_start(rest)?;
    let unit = unit.strip_prefix('–').and_then(number_at_start).map_or(unit, |(_, unit)| unit);
    Some(
        until
            .map_or_else(|| format!("{before}{from}{unit}"), |until| format!("{before}{from}–{until}{unit}")),
    )
}

fn number_at_start(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(number, _)| !number.is_empty())
}

/// So many answers that have no class of their own, with those who gave none where these are in it.
pub(super) fn rest(view: &View, answers: usize, with_missing: bool) -> String {
    // How many places these are would tell how few children live in each.
    let places = match view.lang {
        Lang::Nl => "Overige plaatsen",
        Lang::En => "Other places",
    };
    if view.place {
        and_unknown(places.to_owned(), with_missing, view.lang)
    } else {
        rest_of(answers, with_missing, view.lang)
    }
}

/// The same of answers of a list.
pub(super) fn rest_of(answers: usize, with_missing: bool, lang: Lang) -> String {
    let rest = match lang {
        Lang::Nl => format!("Overige antwoorden ({answers})"),
        Lang::En => format!("Other answers ({answers})"),
    };
    and_unknown(rest, with_missing, lang)
}

fn and_unknown(rest: String, with_missing: bool, lang: Lang) -> String {
    match (with_missing, lang) {
        (false, _) => rest,
        (true, Lang::Nl) => format!("{rest} en onbekend"),
        (true, Lang::En) => format!("{rest} and unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::from_to;
    use crate::catalog::Lang;

    #[test]
    fn neighbours_are_called_from_the_first_to_the_last() {
        for (first, last, both) in [
            (("0-3", "0–3 jaar"), ("4-8", "4–8 jaar"), "0–8 jaar"),
            (("13-16", "13–16 jaar"), ("17+", "17 jaar en ouder"), "13 jaar en ouder"),
            (("0-3", "0–3 maanden"), ("3-6", "3–6 maanden"), "0–6 maanden"),
            (("3-6", "3–6 maanden"), ("6+", "langer dan 6 maanden"), "langer dan 3 maanden"),
            (("1", "1 probleem"), ("3", "3 problemen"), "1–3 problemen"),
            (("2", "2 problemen"), ("5+", "5 of meer problemen"), "2 of meer problemen"),
            (("2023", "2023"), ("2024", "2024"), "2023–2024"),
            (
                ("2024-Q1", "1e kwartaal 2024"),
                ("2024-Q2", "2e kwartaal 2024"),
                "1e kwartaal 2024 t/m 2e kwartaal 2024",
            ),
        ] {
            assert_eq!(from_to(first, last, Lang::Nl), both);
        }
    }
}
