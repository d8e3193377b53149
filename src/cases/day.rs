//! A calendar day, as a number, with the few sums that the rules of counting need.

/// A day of the proleptic Gregorian calendar between 1911 and 2088, held as
/// days since 1 January 2000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i16);

const MONTH_DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/// Days from 1 March of the year 0 to 1 January 2000.
const EPOCH: i32 = 730_425;

impl Day {
    /// The day, if it exists and lies between 1911 and 2088.
    ///
    /// ```
    /// use ben_monitor::cases::Day;
    /// assert!(Day::new(2024, 2, 29).is_some());
    /// assert!(Day::new(2023, 2, 29).is_none());
    /// ```
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1911..=2088).contains(&year) || day == 0 || day > days_in_month(year, month)? {
            return None;
        }
        // Years that begin in March, so that the leap day is the last of the year.
        let shifted_month = i32::try_from((month + 9) % 12).ok()?;
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let day_of_year = (153 * shifted_month + 2) / 5 + i32::try_from(day).ok()? - 1;
        let days =
            365 * shifted_year + shifted_year / 4 - shifted_year / 100 + shifted_year / 400 + day_of_year;
        i16::try_from(days - EPOCH).ok().map(Self)
    }

    /// Reads `jjjj-mm-dd`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Days since 1 January 2000.
    pub fn number(self) -> i16 {
        self.0
    }

    /// The day with this number.
    pub fn from_number(number: i16) -> Self {
        Self(number)
    }

    /// Year, month from 1, day from 1.
    pub fn parts(self) -> (i32, u32, u32) {
        let days = i32::from(self.0) + EPOCH;
        let century_days = 4 * days + 3;
        let century = century_days / 146_097;
        let rest = (century_days % 146_097) / 4;
        let year_of_century = (4 * rest + 3) / 1461;
        let day_of_year = rest - 1461 * year_of_century / 4;
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = 100 * century + year_of_century + i32::from(month <= 2);
        (year, month.unsigned_abs(), day.unsigned_abs())
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.parts().0
    }

    /// Days from `earlier` to this day; negative when this day is before it.
    pub fn days_since(self, earlier: Self) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }

    /// The same day so many months later, or that month's last day.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let (year, month, day) = self.parts();
        let months_since_zero = month - 1 + months;
        let year = year + i32::try_from(months_since_zero / 12).ok()?;
        let month = months_since_zero % 12 + 1;
        Self::new(year, month, day.min(days_in_month(year, month)?))
    }

    /// `jjjj-mm-dd`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.parts();
        format!("{year:04}-{month:02}-{day:02}")
    }
}

fn days_in_month(year: i32, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = MONTH_DAYS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    Some(days + u32::from(month == 2 && leap))
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn every_day_goes_there_and_back() {
        let first = Day::new(1911, 1, 1).expect("exists");
        let mut expected = (1911, 1, 1);
        for number in first.number()..=Day::new(2088, 12, 31).expect("exists").number() {
            let day = Day::from_number(number);
            assert_eq!(day.parts(), expected);
            assert_eq!(Day::new(expected.0, expected.1, expected.2), Some(day));
            let (year, month, day) = expected;
            expected = if Day::new(year, month, day + 1).is_some() {
                (year, month, day + 1)
            } else if month < 12 {
                (year, month + 1, 1)
            } else {
                (year + 1, 1, 1)
            };
        }
    }

    #[test]
    fn months_end_on_the_last_day() {
        let day = Day::new(2024, 11, 30).expect("exists");
        assert_eq!(day.plus_months(3).map(Day::iso).as_deref(), Some("2025-02-28"));
        assert_eq!(day.plus_months(6).map(Day::iso).as_deref(), Some("2025-05-30"));
    }
}
