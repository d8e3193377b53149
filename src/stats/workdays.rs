//! Working days by article 3 of the Algemene termijnenwet.
//!
//! No working days are Saturday, Sunday, Nieuwjaarsdag, Goede Vrijdag, Tweede
//! Paasdag, Hemelvaartsdag, Tweede Pinksterdag, both days of Christmas, 5 May,
//! and the day on which the King's birthday is celebrated: 27 April, or 26
//! April when the 27th is a Sunday. Days that the government declares equal to
//! these for one year are not known here.

/// First day of each month in a year that is no leap year, counted from 0.
const MONTH_STARTS: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// Whether a day of the Gregorian calendar is a working day; months and days from 1.
///
/// ```
/// use ben_monitor::stats::is_workday;
/// assert!(!is_workday(2025, 4, 26)); // the 27th is a Sunday
/// assert!(is_workday(2024, 5, 6)); // the Monday after 5 May
/// ```
pub fn is_workday(year: i32, month: u32, day: u32) -> bool {
    let date = day_of_year(year, month, day);
    let (easter_month, easter_day) = easter(year);
    // Goede Vrijdag, Tweede Paasdag, Hemelvaartsdag, Tweede Pinksterdag.
    let moving = [-2, 1, 39, 50].contains(&(date - day_of_year(year, easter_month, easter_day)));
    let kings_day = if is_sunday(year, 4, 27) { 26 } else { 27 };
    let fixed = [(1, 1), (4, kings_day), (5, 5), (12, 25), (12, 26)].contains(&(month, day));
    !(moving || fixed || weekday(year, date) >= 5)
}

fn is_sunday(year: i32, month: u32, day: u32) -> bool {
    weekday(year, day_of_year(year, month, day)) == 6
}

/// From 0 for Monday to 6 for Sunday.
fn weekday(year: i32, day_of_year: i32) -> i32 {
    let before = year - 1;
    // Days since Monday 1 January of the year 1.
    (before * 365 + before / 4 - before / 100 + before / 400 + day_of_year).rem_euclid(7)
}

/// From 0 for 1 January.
fn day_of_year(year: i32, month: u32, day: u32) -> i32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let starts = usize::try_from(month).ok().and_then(|month| MONTH_STARTS.get(month.wrapping_sub(1)));
    let start = starts.copied().unwrap_or(0) + i32::from(leap && month > 2);
    start + i32::try_from(day).unwrap_or(0) - 1
}

/// Month and day of Easter Sunday: the anonymous Gregorian algorithm, as Meeus
/// gives it (*Astronomical Algorithms*, 1991, chapter 8).
fn easter(year: i32) -> (u32, u32) {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    ((days / 31).unsigned_abs(), (days % 31 + 1).unsigned_abs())
}
