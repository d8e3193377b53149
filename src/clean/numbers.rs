//! Reads whole numbers as people write them. Knows no fields and no limits.

/// Words that may stand behind a number.
const UNITS: [&str; 6] = ["jaar", "jaren", "jr", "j", "keer", "x"];

/// The whole number in a cell: `12`, `12,0`, `12.00`, `12 jaar`, `-3`.
pub(super) fn read(text: &str) -> Option<i32> {
    let text = text.trim();
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let number: i32 = digits.parse().ok()?;
    let unit = without_zeros(rest)?.trim().trim_end_matches('.').to_ascii_lowercase();
    let fits = unit.is_empty() || UNITS.contains(&unit.as_str());
    fits.then_some(if negative { -number } else { number })
}

/// What follows a decimal sign and nothing but zeros; `None` when there is a fraction.
fn without_zeros(rest: &str) -> Option<&str> {
    let Some(decimals) = rest.strip_prefix([',', '.']) else { return Some(rest) };
    let after = decimals.trim_start_matches('0');
    let has_fraction = after.starts_with(|letter: char| letter.is_ascii_digit());
    (!has_fraction).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_are_read() {
        for (text, expected) in [
            ("12", Some(12)),
            (" 7 ", Some(7)),
            ("0", Some(0)),
            ("12,0", Some(12)),
            ("12.0", Some(12)),
            ("12,00", Some(12)),
            ("12 jaar", Some(12)),
            ("12jr.", Some(12)),
            ("12 jr", Some(12)),
            ("2008", Some(2008)),
            ("-3", Some(-3)),
            ("3 x", Some(3)),
            ("12,5", None),
            ("12.50", None),
            ("", None),
            ("twaalf", None),
            ("12-13", None),
            ("12 maanden", None),
            ("1.234", None),
            ("99999999999", None),
            ("12 jaar en 3 maanden", None),
            ("-", None),
            ("+3", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
