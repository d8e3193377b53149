//! Working days against a table of the days of article 3 of the Algemene
//! termijnenwet, 2020–2030, written out by hand: Easter after the tables of the
//! church calendar, the other moving days by their distance to it.

// A test stops where something is not as it should be.
#![allow(clippy::expect_used)]

use std::collections::BTreeSet;

use ben_monitor::{cases::Day, stats::is_workday};

/// Goede Vrijdag, Tweede Paasdag, Koningsdag, Hemelvaartsdag, Tweede Pinksterdag.
const MOVING: [(i32, [&str; 5]); 11] = [
    (2020, ["04-10", "04-13", "04-27", "05-21", "06-01"]),
    (2021, ["04-02", "04-05", "04-27", "05-13", "05-24"]),
    (2022, ["04-15", "04-18", "04-27", "05-26", "06-06"]),
    (2023, ["04-07", "04-10", "04-27", "05-18", "05-29"]),
    (2024, ["03-29", "04-01", "04-27", "05-09", "05-20"]),
    (2025, ["04-18", "04-21", "04-26", "05-29", "06-09"]),
    (2026, ["04-03", "04-06", "04-27", "05-14", "05-25"]),
    (2027, ["03-26", "03-29", "04-27", "05-06", "05-17"]),
    (2028, ["04-14", "04-17", "04-27", "05-25", "06-05"]),
    (2029, ["03-30", "04-02", "04-27", "05-10", "05-21"]),
    (2030, ["04-19", "04-22", "04-27", "05-30", "06-10"]),
];
/// Nieuwjaarsdag, 5 May, both days of Christmas.
const FIXED: [&str; 4] = ["01-01", "05-05", "12-25", "12-26"];

#[test]
fn every_day_of_eleven_years() {
    let holidays: BTreeSet<String> = MOVING
        .iter()
        .flat_map(|(year, moving)| moving.iter().chain(&FIXED).map(move |day| format!("{year}-{day}")))
        .collect();
    let first = Day::new(2020, 1, 1).expect("exists").number();
    let last = Day::new(2030, 12, 31).expect("exists").number();
    let mut working = 0;
    // Monday is 0; the first of January 2020 was a Wednesday.
    for (number, weekday) in (first..=last).zip((0..7).cycle().skip(2)) {
        let (year, month, day) = Day::from_number(number).parts();
        let date = Day::from_number(number).iso();
        let expected = weekday < 5 && !holidays.contains(&date);
        assert_eq!(is_workday(year, month, day), expected, "{date}");
        working += i32::from(expected);
    }
    // 2870 days from Monday to Friday, of which 83 are in the table.
    assert_eq!(working, 2870 - 83);
}

#[test]
fn easter_far_from_the_middle_of_spring() {
    // The earliest and latest of two centuries: Goede Vrijdag and Tweede Paasdag around 23 March 2008 and 24 April 2011.
    for (year, month, day) in [(2008, 3, 21), (2008, 3, 24), (2011, 4, 22), (2011, 4, 25), (2038, 4, 26)] {
        assert!(!is_workday(year, month, day), "{year}-{month}-{day}");
    }
    assert!(is_workday(2008, 3, 25) && is_workday(2011, 4, 21) && is_workday(2038, 4, 28));
}
