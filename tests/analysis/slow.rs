//! The same figures, worked out slowly and plainly from the rows of answers.
//! Shares no code with `src/analysis` and `src/stats`.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use ben_monitor::{
    cases::{Day, Missing},
    catalog::{self, Role},
    report::Clause,
};

use crate::invent::{Answer, Row, answer};

/// What a case answers, as codes; months for dates, bands for ages.
pub(crate) fn codes(row: &Row, field: &str, ages: &[u16]) -> Result<BTreeSet<String>, Missing> {
    let one = |code: String| Ok(BTreeSet::from([code]));
    match answer(row, field) {
        Answer::None(reason) => Err(*reason),
        Answer::Name(name) => one((*name).to_owned()),
        Answer::Day(day) => one(day.iso()[..7].to_owned()),
        Answer::Number(number) if field == "leeftijd" => one(age_band(*number, ages)),
        Answer::Number(number) => one(number.to_string()),
        Answer::Codes(answers) => {
            let known = |code: &&&str| role(field, code) != Role::Unknown;
            let known: BTreeSet<_> = answers.iter().filter(known).map(|code| (*code).to_owned()).collect();
            if known.is_empty() { Err(Missing::Unknown) } else { Ok(known) }
        }
    }
}

pub(crate) fn role(field: &str, code: &str) -> Role {
    let field = catalog::field(field).expect("in the catalog");
    field.values.iter().find(|value| value.code == code).map_or(Role::Answer, |value| value.role)
}

/// The code of the band of an age; `firsts` are the first years of all bands but the youngest.
pub(crate) fn age_band(years: u16, firsts: &[u16]) -> String {
    let firsts = if firsts.is_empty() { &[4, 9, 13, 17] } else { firsts };
    let from = firsts.iter().rev().find(|first| **first <= years).copied().unwrap_or(0);
    match firsts.iter().find(|first| **first > years) {
        None => format!("{from}+"),
        Some(next) if next - 1 == from => from.to_string(),
        Some(next) => format!("{from}-{}", next - 1),
    }
}

/// The codes of all age bands.
pub(crate) fn age_bands(firsts: &[u16]) -> Vec<String> {
    let mut codes: Vec<_> = (0..200).map(|years| age_band(years, firsts)).collect();
    codes.dedup();
    codes
}

/// Whether a case is in the selection, clauses on the field `aside` left out.
pub(crate) fn selected(row: &Row, filter: &[Clause], ages: &[u16], aside: Option<&str>) -> bool {
    let mut clauses = filter.iter().filter(|clause| Some(clause.field.as_str()) != aside);
    clauses.all(|clause| clause.values.iter().any(|value| holds(row, &clause.field, value, ages)))
}

fn holds(row: &Row, field: &str, value: &str, ages: &[u16]) -> bool {
    let known = codes(row, field, ages);
    if value == "onbekend" {
        return known.is_err();
    }
    match answer(row, field) {
        Answer::Day(day) => day_in(*day, value),
        Answer::Number(number) if field == "leeftijd" => age_in(*number, value, ages),
        Answer::Number(number) => number_in(*number, value),
        _ => known.is_ok_and(|codes| codes.contains(value)),
    }
}

fn number_in(number: u16, value: &str) -> bool {
    match value.split_once("..") {
        Some((from, to)) => {
            (from.parse().expect("a number")..=to.parse().expect("a number")).contains(&number)
        }
        None => number.to_string() == value,
    }
}

pub(crate) fn age_in(years: u16, value: &str, ages: &[u16]) -> bool {
    number_in(years, value) || age_band(years, ages) == value
}

/// A range holds a day that lies in its first or its last period, or after the one and before the other.
pub(crate) fn day_in(day: Day, value: &str) -> bool {
    let within = |period: &str| periods(day).contains(&period.to_owned());
    let Some((first, last)) = value.split_once("..") else { return within(value) };
    within(first) || within(last) || (day >= first_day(first) && day <= first_day(last))
}

/// The first day of a period: the first of all days that lies in it.
pub(crate) fn first_day(code: &str) -> Day {
    days_of(code).min().expect("not empty")
}

/// All days of a period; remembered, for it is asked thousands of times.
pub(crate) fn days_of(code: &str) -> impl Iterator<Item = Day> + use<> {
    thread_local! { static KNOWN: RefCell<BTreeMap<String, Vec<Day>>> = const { RefCell::new(BTreeMap::new()) } }
    let found = || {
        let year: i32 = code[..4].parse().expect("a year");
        let start = Day::new(year, 1, 1).expect("exists").number();
        let in_year = (start..start + 366).map(Day::from_number);
        in_year.filter(|day| periods(*day).contains(&code.to_owned())).collect()
    };
    KNOWN.with_borrow_mut(|known| known.entry(code.to_owned()).or_insert_with(found).clone()).into_iter()
}

/// The code of the same period a year earlier.
pub(crate) fn year_before(code: &str) -> String {
    format!("{}{}", code[..4].parse::<i32>().expect("a year") - 1, &code[4..])
}

/// Months since the year 0.
pub(crate) fn month_number(day: Day) -> i32 {
    let (year, month, _) = day.parts();
    year * 12 + i32::try_from(month).expect("small") - 1
}

/// The month, quarter, half-year and year of a day.
pub(crate) fn periods(day: Day) -> [String; 4] {
    let (year, month, _) = day.parts();
    let quarter = match month {
        1..=3 => 1,
        4..=6 => 2,
        7..=9 => 3,
        _ => 4,
    };
    let half = if month < 7 { 1 } else { 2 };
    [format!("{year}-{month:02}"), format!("{year}-Q{quarter}"), format!("{year}-H{half}"), year.to_string()]
}

/// Numbers of cases by code.
pub(crate) fn counts<'a>(answers: impl Iterator<Item = &'a BTreeSet<String>>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for code in answers.flatten() {
        *counts.entry(code.clone()).or_insert(0) += 1;
    }
    counts
}

/// R's type 7 from a sorted list.
pub(crate) fn quantile(values: &[f64], probability: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = probability * (sorted.len().checked_sub(1)? as f64);
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    Some(below + (place - place.floor()) * (above - below))
}

/// Where a case stands for its lead time.
#[derive(Debug, PartialEq)]
pub(crate) enum Stand {
    Closed { days: i32, band: String },
    Open { days: i32 },
    Excluded,
    Missing(Missing),
}

/// `ends` are the months at which all bands but the longest end.
pub(crate) fn stand(row: &Row, reference: Day, ends: &[u32]) -> Stand {
    let referral = match answer(row, "aanmelddatum") {
        Answer::Day(day) => *day,
        Answer::None(reason) => return Stand::Missing(*reason),
        _ => unreachable!("a date field"),
    };
    if referral > reference {
        return Stand::Missing(Missing::NotApplicable);
    }
    let open = Stand::Open { days: reference.days_since(referral) };
    match answer(row, "afsluitdatum") {
        Answer::Day(day) if *day < referral => Stand::Excluded,
        Answer::Day(day) if *day > reference => open,
        Answer::Day(day) => {
            let within = |months| day.iso() <= months_later(referral, months);
            let ends = if ends.is_empty() { &[3, 6] } else { ends };
            let after = ends.iter().filter(|end| !within(**end)).max().copied().unwrap_or(0);
            let band = match ends.iter().find(|end| within(**end)) {
                Some(end) => format!("{after}-{end}"),
                None => format!("{after}+"),
            };
            Stand::Closed { days: day.days_since(referral), band }
        }
        Answer::None(Missing::Blank | Missing::NotApplicable) => open,
        Answer::None(reason) => Stand::Missing(*reason),
        _ => unreachable!("a date field"),
    }
}

/// `jjjj-mm-dd` of the same day so many months later, or of that month's last day.
fn months_later(day: Day, months: u32) -> String {
    let (mut year, mut month, day) = day.parts();
    for _ in 0..months {
        month += 1;
        if month == 13 {
            (year, month) = (year + 1, 1);
        }
    }
    let last = (28..=31).filter(|&last| Day::new(year, month, last).is_some()).max().expect("every month");
    format!("{year:04}-{month:02}-{:02}", day.min(last))
}

/// Kaplan–Meier from single cases: day, survival, at risk.
pub(crate) fn curve(times: &[(i32, bool)]) -> Vec<(i32, f64, usize)> {
    let days: BTreeSet<i32> = times.iter().map(|(day, _)| *day).collect();
    let mut survival = 1.0;
    let mut points = vec![(0, 1.0, times.len())];
    for day in days {
        let at_risk = times.iter().filter(|(other, _)| *other >= day).count();
        let closed = times.iter().filter(|(other, closed)| *other == day && *closed).count();
        survival *= 1.0 - closed as f64 / at_risk as f64;
        if day > 0 || closed > 0 {
            points.push((day, survival, at_risk));
        }
    }
    points
}
