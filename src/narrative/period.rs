//! Days and periods of a report, as dates that sentences can be made of.
//!
//! Reads the ISO days and the period codes of the report's JSON; the month
//! names are the language's.

/// A day of the calendar, as the report writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Date {
    pub(super) year: u32,
    /// From 1.
    pub(super) month: u32,
    /// From 1.
    pub(super) day: u32,
}

impl Date {
    /// Reads `jjjj-mm-dd`.
    pub(super) fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(str::parse);
        let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self { year, month, day })
    }
}

/// A stretch of whole months, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Months {
    pub(super) from: (u32, u32),
    pub(super) to: (u32, u32),
}

impl Months {
    /// From the first day's month to the last day's.
    pub(super) fn between(from: Date, to: Date) -> Self {
        Self { from: (from.year, from.month), to: (to.year, to.month) }
    }

    /// The months of a period's code: `2024`, `2024-H1`, `2024-Q1`, `2024-03`.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let (year, part) = code.split_once('-').map_or((code, None), |(year, part)| (year, Some(part)));
        let year = year.parse().ok()?;
        let (from, to) = match part {
            None => (1, 12),
            Some("H1") => (1, 6),
            Some("H2") => (7, 12),
            Some(part) => match part.strip_prefix('Q') {
                Some(quarter) => {
                    let quarter: u32 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
                    (3 * quarter - 2, 3 * quarter)
                }
                None => {
                    let month = part.parse().ok().filter(|month| (1..=12).contains(month))?;
                    (month, month)
                }
            },
        };
        Some(Self { from: (year, from), to: (year, to) })
    }

    /// Of a period, or of a range of two: `2023-H2..2024-03`.
    pub(super) fn of_range(text: &str) -> Option<Self> {
        let Some((first, last)) = text.split_once("..") else { return Self::of_code(text) };
        Some(Self { from: Self::of_code(first)?.from, to: Self::of_code(last)?.to })
    }

    /// The same months a year earlier.
    pub(super) fn year_before(self) -> Self {
        let before = |(year, month): (u32, u32)| (year.saturating_sub(1), month);
        Self { from: before(self.from), to: before(self.to) }
    }

    /// One whole calendar year.
    pub(super) fn is_one_year(self) -> bool {
        self.are_years() && self.from.0 == self.to.0
    }

    /// Whole calendar years.
    pub(super) fn are_years(self) -> bool {
        self.from.1 == 1 && self.to.1 == 12
    }

    /// The last day of these months comes after `day`.
    pub(super) fn run_beyond(self, day: Date) -> bool {
        let last = Date { year: self.to.0, month: self.to.1, day: days_in(self.to.0, self.to.1) };
        day < last
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Months};

    #[test]
    fn codes_of_periods() {
        let months = |code| Months::of_code(code).map(|months| (months.from, months.to));
        assert_eq!(months("2024"), Some(((2024, 1), (2024, 12))));
        assert_eq!(months("2024-H2"), Some(((2024, 7), (2024, 12))));
        assert_eq!(months("2024-Q3"), Some(((2024, 7), (2024, 9))));
        assert_eq!(months("2024-02"), Some(((2024, 2), (2024, 2))));
        assert_eq!((months("2024-Q5"), months("2024-13"), months("Zwolle")), (None, None, None));
    }

    #[test]
    fn a_month_is_over_on_its_last_day() {
        let over = |code: &str, day: &str| {
            !Months::of_code(code).expect("a code").run_beyond(Date::from_iso(day).expect("a day"))
        };
        assert!(over("2024-02", "2024-02-29") && !over("2024-02", "2024-02-28"));
        assert!(over("2023-02", "2023-02-28") && over("2024", "2024-12-31") && over("2024", "2025-01-01"));
        assert!(!over("2024", "2024-12-30") && !over("2024-H1", "2024-06-29"));
    }
}
