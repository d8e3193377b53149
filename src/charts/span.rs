//! Which months a period takes in, and which years a band of ages. Codes only.

/// First and last month since year 0 of `2024`, `2024-H1`, `2024-Q1` or `2024-03`.
pub(super) fn months(code: &str) -> Option<(u32, u32)> {
    let (year, part) = code.split_once('-').map_or((code, None), |(year, part)| (year, Some(part)));
    let year: u32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let (first, long) = match part {
        None => (0, 12),
        Some("H1") => (0, 6),
        Some("H2") => (6, 6),
        Some("Q1") => (0, 3),
        Some("Q2") => (3, 3),
        Some("Q3") => (6, 3),
        Some("Q4") => (9, 3),
        Some(month) => {
            let place = month.parse::<u32>().ok().filter(|_| month.len() == 2)?.checked_sub(1)?;
            (Some(place).filter(|place| *place < 12)?, 1)
        }
    };
    Some((year * 12 + first, year * 12 + first + long - 1))
}

/// First and last year of a band or of one year: `13-16`, `17+`, `14`.
pub(super) fn years(code: &str) -> Option<(u32, u32)> {
    if let Some(from) = code.strip_suffix('+') {
        return Some((from.parse().ok()?, u32::MAX));
    }
    let (from, to) = code.split_once('-').unwrap_or((code, code));
    Some((from.parse().ok()?, to.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_from_its_code() {
        assert_eq!(months("2024"), Some((24288, 24299)));
        assert_eq!([months("2024-H2"), months("2024-Q3")], [Some((24294, 24299)), Some((24294, 24296))]);
        assert_eq!(months("2024-12"), Some((24299, 24299)));
        for wrong in ["", "24", "2024-13", "2024-00", "2024-1", "2024-Q5", "onbekend"] {
            assert_eq!(months(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_band_is_read_from_its_code() {
        assert_eq!([years("13-16"), years("17+")], [Some((13, 16)), Some((17, u32::MAX))]);
        assert_eq!([years("14"), years("onbekend")], [Some((14, 14)), None]);
    }
}
