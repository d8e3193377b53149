//! Numbers as people write them. Rounds, and counts nothing.

use crate::catalog::Lang;

/// `count` of `n` in whole percents, half away from zero; 0 when `n` is 0.
pub(super) fn percent(count: u64, n: u64) -> u64 {
    let (count, n) = (u128::from(count), u128::from(n));
    (200 * count + n).checked_div(2 * n).and_then(|percent| u64::try_from(percent).ok()).unwrap_or(0)
}

/// At most one decimal, half away from zero, none when it is 0: `14,2`, `15`, `84.5`.
pub(super) fn decimal(value: f64, lang: Lang) -> String {
    let text = format!("{:.1}", (value * 10.0).round() / 10.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match lang {
        Lang::Nl => text.replace('.', ","),
        Lang::En => text.to_owned(),
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
