//! The slow way for what is shown beside the counts: the year before, groups of
//! lead times, the pyramid, and what the filter chose.

use std::collections::{BTreeMap, BTreeSet};

use ben_monitor::{
    cases::Day,
    report::{Clause, Distribution, Duration, Figures, Indicator, Row as Counted, Series},
};

use crate::{
    Expected, assert_near,
    invent::{Answer, Row, answer},
    own_field, slow,
};

fn referral(row: &Row) -> Option<Day> {
    match answer(row, "aanmelddatum") {
        Answer::Day(day) => Some(*day),
        _ => None,
    }
}

fn region(row: &Row) -> Option<&'static str> {
    match answer(row, "regio") {
        Answer::Name(name) => Some(name),
        _ => None,
    }
}

/// First and last day of a series of these referrals: all that the one file covers and the filter may leave.
pub(crate) fn shown_days(expected: &Expected<'_>, days: &[Day]) -> (Option<Day>, Option<Day>) {
    let clauses = || expected.filter.iter().filter(|clause| clause.field == "aanmelddatum");
    if days.is_empty() || expected.is_rest && clauses().next().is_some() {
        return (days.iter().min().copied(), days.iter().max().copied());
    }
    let mut shown: Vec<Day> = {
        let all = || expected.all.iter().filter_map(referral);
        let first = |day: Day| slow::days_of(&day.iso()[..7]).min().expect("not empty");
        let (from, to) = (all().min().map(first), all().max().map(month_end));
        let (from, to) = (from.expect("one at least").number(), to.expect("one at least").number());
        (from..=to).map(Day::from_number).collect()
    };
    for clause in clauses() {
        let periods = clause.values.iter().filter(|value| *value != "onbekend");
        let ends: Vec<Day> = periods
            .flat_map(|value| value.split(".."))
            .flat_map(|code| [slow::first_day(code), slow::days_of(code).max().expect("not empty")])
            .collect();
        let (first, last) = (ends.iter().min().expect("some"), ends.iter().max().expect("some"));
        shown.retain(|day| first <= day && day <= last);
    }
    (shown.iter().min().copied(), shown.iter().max().copied())
}

fn month_end(day: Day) -> Day {
    slow::days_of(&day.iso()[..7]).max().expect("not empty")
}

/// The period is over, the filter leaves it whole, and the file covers it: from the month of its first referral to
/// that of its last, a month wider for half-years and years, in the years of these.
pub(crate) fn is_whole(expected: &Expected<'_>, period: &str) -> bool {
    let months: Vec<i32> = expected.all.iter().filter_map(referral).map(slow::month_number).collect();
    let (first, last) = (months.iter().min().expect("some"), months.iter().max().expect("some"));
    slow::days_of(period).max() <= expected.reference
        && left(expected, &expected.filter, slow::days_of(period))
        && lies_in(
            (*first, *last),
            slow::first_day(period),
            slow::days_of(period).max().expect("not empty"),
            3,
        )
}

fn lies_in((first, last): (i32, i32), from: Day, to: Day, longest_short: i32) -> bool {
    let (start, end) = (slow::month_number(from), slow::month_number(to));
    let (new_year, year_end) = (first - first.rem_euclid(12), last - last.rem_euclid(12) + 11);
    let quiet = i32::from(end - start + 1 > longest_short);
    (first - quiet).max(new_year) <= start && (last + quiet).min(year_end) >= end
}

/// Every period against the year before, day by day.
pub(crate) fn check_years(expected: &Expected<'_>, found: &Series) {
    for row in &found.rows {
        let over = slow::days_of(&row.code).max() <= expected.reference;
        assert_eq!(row.provisional, !over, "{} at {:?}", row.code, expected.reference);
        let previous = comparable(expected, &expected.rows, &expected.filter, &row.code)
            .then(|| count(&expected.rows, &slow::year_before(&row.code)));
        check_previous(row, previous, row.count);
    }
    let year = found.rows.iter().rev().find(|row| !row.provisional).map(|row| row.code.clone());
    for row in &found.regions {
        let of_region = |rows: &[&'_ Row]| {
            let own = rows.iter().filter(|other| region(other) == Some(row.code.as_str()));
            own.map(|row| (*row).clone()).collect::<Vec<_>>()
        };
        let rows = of_region(&expected.in_regions);
        let rows: Vec<&Row> = rows.iter().collect();
        let there = year.as_ref().filter(|year| {
            in_the_data(expected, &row.code, year)
                && whole(expected, &expected.region_filter, year)
                && starts_late_enough(expected, year)
        });
        let previous = there.map(|year| count(&rows, &slow::year_before(year)));
        check_previous(row, previous, there.map(|year| count(&rows, year)));
    }
}

fn check_previous(row: &Counted, previous: Option<u64>, count: Option<u64>) {
    assert_eq!(row.previous, previous, "{}", row.code);
    let change = previous.zip(count).map(|(previous, count)| count as i64 - previous as i64);
    assert_eq!(row.change, change, "{}", row.code);
}

fn count(rows: &[&Row], period: &str) -> u64 {
    rows.iter().filter_map(|row| referral(row)).filter(|day| slow::day_in(*day, period)).count() as u64
}

fn comparable(expected: &Expected<'_>, rows: &[&Row], filter: &[Clause], period: &str) -> bool {
    let before = slow::year_before(period);
    let mut regions = BTreeSet::new();
    for row in rows.iter().filter(|row| {
        referral(row).is_some_and(|day| slow::day_in(day, period) || slow::day_in(day, &before))
    }) {
        regions.extend(region(row));
    }
    slow::days_of(period).max() <= expected.reference
        && starts_late_enough(expected, period)
        && whole(expected, filter, period)
        && regions.iter().all(|region| in_the_data(expected, region, period))
}

/// The year before does not begin before the month of the first referral.
fn starts_late_enough(expected: &Expected<'_>, period: &str) -> bool {
    let first = expected.all.iter().filter_map(referral).min();
    let start = slow::month_number(slow::first_day(&slow::year_before(period)));
    first.is_some_and(|first| start >= slow::month_number(first))
}

/// The filter leaves every day of both years.
fn whole(expected: &Expected<'_>, filter: &[Clause], period: &str) -> bool {
    left(expected, filter, slow::days_of(period).chain(slow::days_of(&slow::year_before(period))))
}

fn left(expected: &Expected<'_>, filter: &[Clause], mut days: impl Iterator<Item = Day>) -> bool {
    let clauses: Vec<_> = filter.iter().filter(|clause| clause.field == "aanmelddatum").collect();
    if expected.is_rest && !clauses.is_empty() {
        return false;
    }
    days.all(|day| {
        clauses.iter().all(|clause| {
            let mut periods = clause.values.iter().filter(|value| *value != "onbekend");
            periods.any(|value| slow::day_in(day, value))
        })
    })
}

/// From its first month with a referral to its last, a month wider for half-years and years, in the years of these.
fn in_the_data(expected: &Expected<'_>, name: &str, period: &str) -> bool {
    let own = expected.all.iter().filter(|row| region(row) == Some(name)).filter_map(referral);
    let months: Vec<i32> = own.map(slow::month_number).collect();
    let (Some(first), Some(last)) = (months.iter().min(), months.iter().max()) else { return false };
    let end = slow::days_of(period).max().expect("not empty");
    lies_in((*first, *last), slow::first_day(&slow::year_before(period)), end, 12 + 3)
}

/// Lead times of the cases with each answer.
pub(crate) fn check_groups(expected: &Expected<'_>, found: &Duration) {
    let reference = expected.reference.unwrap_or(Day::from_number(0));
    let mut there = Vec::new();
    for field in ["actie", "regio"] {
        let mut groups: BTreeMap<String, Vec<(i32, bool)>> = BTreeMap::new();
        for row in &expected.rows {
            let time = match slow::stand(row, reference, &[]) {
                slow::Stand::Closed { days, .. } => (days, true),
                slow::Stand::Open { days } => (days, false),
                _ => continue,
            };
            for code in expected.codes(row, field).unwrap_or_default() {
                groups.entry(code).or_default().push(time);
            }
        }
        if groups.len() >= 2 {
            there.push((field, groups));
        }
    }
    assert_eq!(found.by.len(), there.len());
    for (by, (field, groups)) in found.by.iter().zip(&there) {
        assert_eq!((by.field.as_str(), by.multiple), (*field, *field == "actie"));
        assert_eq!(by.groups.len(), groups.len());
        let sizes: Vec<_> = by
            .groups
            .iter()
            .map(|group| {
                let last = slow::role(field, &group.code) == ben_monitor::catalog::Role::Other;
                (last, u64::MAX - group.n - group.open)
            })
            .collect();
        assert!(sizes.is_sorted(), "{field}: {sizes:?}");
        for group in &by.groups {
            let times = &groups[&group.code];
            let closed: Vec<f64> =
                times.iter().filter(|(_, closed)| *closed).map(|(days, _)| f64::from(*days)).collect();
            let open = (times.len() - closed.len()) as u64;
            assert_eq!((group.n, group.open), (closed.len() as u64, open));
            assert_near(group.summary.median, slow::quantile(&closed, 0.5));
            assert_near(group.summary.p90, slow::quantile(&closed, 0.9));
            let curve = &group.kaplan_meier.as_ref().expect("there are cases").points;
            let slowly = slow::curve(times);
            assert_eq!(curve.len(), slowly.len());
            for (&(day, survival, at_risk), expected) in curve.iter().zip(slowly) {
                assert_eq!((i64::from(day), at_risk), (i64::from(expected.0), expected.2 as u64));
                assert_near(Some(survival), Some(expected.1));
            }
        }
    }
}

/// Each year of age by geslacht.
pub(crate) fn check_pyramid(rows: &[&Row], found: &Distribution) {
    let pyramid = found.pyramid.as_ref().expect("the cases have geslacht");
    let columns = ["jongen", "meisje", "anders", "onbekend"];
    assert_eq!(pyramid.columns.iter().map(|column| column.code.as_str()).collect::<Vec<_>>(), columns);
    let years: Vec<_> = found.years.iter().map(|row| (&row.code, &row.label, row.count)).collect();
    let rows_found: Vec<_> = pyramid.rows.iter().map(|row| (&row.code, &row.label, row.total)).collect();
    assert_eq!(rows_found, years);
    let of = |years: Option<&str>, gender: &str| {
        let fits = |row: &&&Row| {
            let age = match answer(row, "leeftijd") {
                Answer::Number(age) => age.to_string(),
                _ => return false,
            };
            let known = slow::codes(row, "geslacht", &[]).unwrap_or_else(|_| ["onbekend".to_owned()].into());
            years.is_none_or(|years| years == age) && known.contains(gender)
        };
        Some(rows.iter().filter(fits).count() as u64)
    };
    for row in &pyramid.rows {
        let cells: Vec<_> = row.cells.iter().map(|cell| (cell.code.as_str(), cell.count)).collect();
        assert_eq!(cells, columns.map(|gender| (gender, of(Some(&row.code), gender))));
    }
    assert!(pyramid.columns.iter().all(|column| column.total == of(None, &column.code)));
    assert_eq!(Some(pyramid.total), pyramid.columns.iter().map(|column| column.total).sum());
}

/// What the filter chose, among the rows that stand for it.
pub(crate) fn check_chosen(expected: &Expected<'_>, indicator: &Indicator) {
    let chosen: BTreeSet<&str> = indicator.about.chosen.iter().map(String::as_str).collect();
    let mut wanted = BTreeSet::new();
    if let Some(own) = own_field(indicator).filter(|own| expected.is_first && expected.keeps(own)) {
        let codes: Vec<String> = match &indicator.figures {
            Figures::Distribution(found) => {
                found.rows.iter().chain(&found.years).map(|row| row.code.clone()).collect()
            }
            Figures::Series(found) => found.rows.iter().map(|row| row.code.clone()).collect(),
            _ => {
                let values = ben_monitor::catalog::field(own).expect("known").values;
                values.iter().map(|value| value.code.to_owned()).collect()
            }
        };
        wanted.extend(chosen_of(expected, own, codes));
    }
    assert_eq!(chosen, wanted.iter().map(String::as_str).collect(), "{}", indicator.about.id);
}

fn chosen_of(expected: &Expected<'_>, field: &str, codes: Vec<String>) -> BTreeSet<String> {
    let clauses: Vec<_> = expected.request.filter.iter().filter(|clause| clause.field == field).collect();
    let mut chosen: BTreeSet<_> =
        codes.into_iter().filter(|code| stands_for(expected, field, code)).collect();
    if clauses.iter().all(|clause| clause.values.iter().any(|value| value == "onbekend")) {
        chosen.insert("onbekend".to_owned());
    }
    if chosen.is_empty() {
        chosen.extend(clauses.iter().flat_map(|clause| clause.values.clone()));
    }
    chosen
}

/// Every answer that a row's code stands for is chosen by every clause.
fn stands_for(expected: &Expected<'_>, field: &str, code: &str) -> bool {
    let ages = &expected.request.settings.age_bands;
    let mut clauses = expected.request.filter.iter().filter(|clause| clause.field == field);
    clauses.all(|clause| match field {
        "aanmelddatum" => slow::days_of(code)
            .all(|day| clause.values.iter().any(|value| value != "onbekend" && slow::day_in(day, value))),
        "leeftijd" => (0..200u16).filter(|years| slow::age_in(*years, code, ages)).all(|years| {
            clause.values.iter().any(|value| value != "onbekend" && slow::age_in(years, value, ages))
        }),
        "geboortejaar" | "aantal_overleggen" | "aantal_mdo" => {
            let number: u16 = code.parse().expect("a number");
            clause.values.iter().any(|value| value != "onbekend" && slow::age_in(number, value, &[1]))
        }
        _ => clause.values.iter().any(|value| value == code),
    })
}
