//! Numbers as people write them. Rounds, and counts nothing.

use crate::catalog::Lang;

/// `count` of `n` in whole percents, half away from zero; 0 when `n` is 0.
pub(super) fn percent(count: u64, n: u64) -> u64 {
    (count.saturating_mul(200).saturating_add(n)).checked_div(n.saturating_mul(2)).unwrap_or(0)
}

/// At most one decimal, half away from zero, none when it is 0: `14,2`, `15`, `84.5`.
pub(super) fn decimal(value: f64, lang: Lang) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "days and years: far within what fits")]
    let tenths = (value * 10.0).round() as i64;
    // Whole numbers only: the exact writing of floats weighs 2 kB to download.
    let (sign, whole, tenth) = (if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10);
    match (tenth, lang) {
        (0, _) => format!("{sign}{whole}"),
        (_, Lang::Nl) => format!("{sign}{whole},{tenth}"),
        (_, Lang::En) => format!("{sign}{whole}.{tenth}"),
    }
}

/// A count as it is shown, in groups of three from five digits on, as Dutch
/// spelling has it: `190`, `1000`, `12 000` (a narrow no-break space). English
/// has a comma. What is read aloud has plain digits instead.
pub(super) fn shown(count: u64, lang: Lang) -> String {
    let digits = count.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let group = match lang {
        Lang::Nl => '\u{202f}',
        Lang::En => ',',
    };
    let mut text = String::with_capacity(digits.len() + 8);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{decimal, percent, shown};
    use crate::catalog::Lang::{En, Nl};

    #[test]
    fn percents_round_half_away_from_zero() {
        assert_eq!(percent(23, 37), 62);
        assert_eq!(percent(1, 200), 1, "0.5 goes up");
        assert_eq!(percent(1, 201), 0);
        assert_eq!(percent(5, 8), 63, "62.5 goes up");
        assert_eq!((percent(0, 0), percent(7, 7)), (0, 100));
    }

    #[test]
    fn decimals_have_the_mark_of_the_language() {
        assert_eq!(decimal(14.16, Nl), "14,2");
        assert_eq!(decimal(84.5, En), "84.5");
        assert_eq!(decimal(15.0, Nl), "15");
        assert_eq!(decimal(0.25, Nl), "0,3");
    }

    #[test]
    fn large_counts_are_grouped() {
        assert_eq!(shown(1000, Nl), "1000");
        assert_eq!(shown(12_345, Nl), "12\u{202f}345");
        assert_eq!(shown(1_234_567, En), "1,234,567");
    }
}
