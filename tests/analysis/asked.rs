//! Single rules of what may be asked: the year before, groups, the whole kept
//! in sight, ranges, two selections and bands, with figures worked out by hand.

use ben_monitor::{
    analysis::{Other, Request, Settings, report},
    cases::{Cases, Column, Missing},
    error::Code,
    report::{Clause, Figures, Report, Row, Series, ShareOf, Unit},
};
use proptest::prelude::*;

use crate::{
    clause, fitting,
    invent::{cases, rows},
    rules::{
        codes, days, distribution, duration, empty, exact, find, numbers, places, refused, series, with,
    },
};

fn referrals(texts: &[&str]) -> Column {
    days(&texts.iter().map(|text| Ok(*text)).collect::<Vec<_>>())
}

fn ask(cases: &Cases, request: &Request) -> Report {
    report(cases, request).expect("a good request")
}

fn at(reference: &str) -> Request {
    Request { reference_date: Some(reference.to_owned()), ..Request::default() }
}

type Compared<'a> = (&'a str, Option<u64>, Option<u64>, Option<i64>, bool);

fn compared(rows: &[Row]) -> Vec<Compared<'_>> {
    rows.iter().map(|row| (row.code.as_str(), row.count, row.previous, row.change, row.provisional)).collect()
}

#[test]
fn a_year_is_compared_with_the_one_before_when_both_are_whole() {
    let dates = ["2022-05-01", "2023-01-31", "2023-07-01", "2024-02-01", "2024-12-31"];
    let found = ask(&with(vec![("aanmelddatum", referrals(&dates))]), &at("2024-12-31"));
    let years = compared(&series(&found, Unit::Year).rows);
    // 2022 begins before the first referral's month, so 2023 is not compared with it.
    let expected = [
        ("2022", Some(1), None, None, false),
        ("2023", Some(2), None, None, false),
        ("2024", Some(2), Some(2), Some(0), false),
    ];
    assert_eq!(years, expected);
    let months = &series(&found, Unit::Month).rows;
    let month = |code: &str| months.iter().find(|row| row.code == code).expect("between the ends");
    assert_eq!((month("2023-05").previous, month("2023-05").change), (Some(1), Some(-1)));
    assert_eq!(month("2023-04").previous, None, "April 2022 is before the first referral");
}

#[test]
fn a_period_that_is_not_over_is_provisional_and_not_compared() {
    let dates = ["2023-01-05", "2023-11-05", "2024-01-05", "2024-12-05"];
    let cases = with(vec![("aanmelddatum", referrals(&dates))]);
    let found = ask(&cases, &at("2024-12-30"));
    assert_eq!(
        compared(&series(&found, Unit::Year).rows),
        [("2023", Some(2), None, None, false), ("2024", Some(2), None, None, true)]
    );
    assert_eq!(
        compared(&series(&found, Unit::HalfYear).rows)[2..],
        [("2024-H1", Some(1), Some(1), Some(0), false), ("2024-H2", Some(1), None, None, true)]
    );
    // The latest day in the data is the reference date when none is set.
    let last = exact(&cases);
    assert!(series(&last, Unit::Month).rows.last().expect("there are").provisional);
}

#[test]
fn a_filter_that_cuts_the_year_before_leaves_nothing_to_compare() {
    let dates = ["2023-01-05", "2023-11-05", "2024-01-05", "2024-12-05", "2025-01-01"];
    let cases = with(vec![("aanmelddatum", referrals(&dates))]);
    let previous = |values: &[&str], keep_own: bool| {
        let filter = vec![clause("aanmelddatum", values)];
        let found = ask(&cases, &Request { filter, keep_own, ..Request::default() });
        let rows = &series(&found, Unit::Year).rows;
        rows.iter().find(|row| row.code == "2024").expect("2024 is there").previous
    };
    assert_eq!(previous(&["2024"], false), None);
    assert_eq!(previous(&["2024", "2023-Q1"], false), None);
    assert_eq!(previous(&["2023..2024-H1"], false), None, "2024 itself is cut");
    assert_eq!(previous(&["2023..2024"], false), Some(2));
    assert_eq!(previous(&["2024"], true), Some(2), "the whole is kept");
}

fn named(name: &str, columns: Vec<(&str, Column)>) -> Cases {
    let len = columns.first().map_or(0, |(_, column)| column.len());
    let find = |id: &str| columns.iter().find(|(field, _)| *field == id).map(|(_, column)| column.clone());
    let all = ben_monitor::catalog::FIELDS.iter().map(|field| find(field.id)).collect();
    Cases::new(name, len, all)
}

#[test]
fn a_reference_date_of_which_the_file_cannot_tell_is_refused() {
    let cases = with(vec![
        ("aanmelddatum", referrals(&["2024-02-05", "2024-03-05"])),
        ("afsluitdatum", days(&[Ok("2024-05-31"), Err(Missing::Blank)])),
    ]);
    for (day, how) in [("2024-02-04", "early"), ("1925-01-01", "early"), ("2026-06-01", "late")] {
        let (code, params) = refused(&cases, &at(day));
        assert_eq!(code, Code::BadDate, "{day}");
        assert!(params.contains(&format!("referenceDate.{how}")), "{params}");
    }
    for day in ["2024-02-05", "2026-05-31"] {
        assert_eq!(ask(&cases, &at(day)).reference_date.as_deref(), Some(day));
    }
}

fn of(unit: Unit, cases: &Cases, filter: &[Clause]) -> Series {
    let request = Request { filter: filter.to_vec(), ..at("2024-12-30") };
    series(&ask(cases, &request), unit).clone()
}

#[test]
fn a_mean_is_of_the_periods_that_the_files_cover_and_that_are_over() {
    let dates =
        ["2024-01-05", "2024-03-05", "2024-03-06", "2024-04-05", "2024-05-05", "2024-11-02", "2024-12-05"];
    let regions = ["Twente", "Almelo", "Twente", "Almelo", "Twente", "Twente", "Twente"];
    let cases = with(vec![("aanmelddatum", referrals(&dates)), ("regio", places(&regions))]);
    let months = |filter: &[Clause]| {
        let found = of(Unit::Month, &cases, filter);
        let ends = [found.rows.first(), found.rows.last()].map(|row| row.expect("there are").code.clone());
        (ends.concat(), found.mean)
    };
    // December is not over; Almelo has its referrals within two months, its file covers the year.
    assert_eq!(months(&[]), ("2024-012024-12".to_owned(), Some(6.0 / 11.0)));
    assert_eq!(months(&[clause("regio", &["Almelo"])]), ("2024-012024-12".to_owned(), Some(2.0 / 11.0)));
    let spring = [clause("aanmelddatum", &["2024-Q2"]), clause("regio", &["Almelo"])];
    assert_eq!(months(&spring), ("2024-042024-06".to_owned(), Some(1.0 / 3.0)));
    assert_eq!(of(Unit::Quarter, &cases, &[]).mean, Some(5.0 / 3.0), "the fourth is not over");
    assert_eq!(of(Unit::Year, &cases, &[]).mean, None);
}

#[test]
fn a_mean_of_one_file_is_not_of_the_months_of_another() {
    let long = referrals(&["2023-01-05", "2024-11-30"]);
    let short = referrals(&["2024-03-05", "2024-04-05"]);
    let mut both = named("een.csv", vec![("aanmelddatum", long), ("regio", places(&["Twente"; 2]))]);
    both.append(named("twee.csv", vec![("aanmelddatum", short), ("regio", places(&["Almelo"; 2]))]));
    let found = of(Unit::Month, &both, &[clause("regio", &["Almelo"])]);
    assert_eq!((found.rows.len(), found.mean), (2, Some(1.0)));
    assert_eq!(of(Unit::Month, &both, &[]).mean, Some(4.0 / 23.0));
}

#[test]
fn files_without_regions_are_compared_with_themselves_alone() {
    let two_years = || referrals(&["2023-01-05", "2023-12-05", "2024-01-05", "2024-12-05"]);
    let last_year = || referrals(&["2024-01-05", "2024-12-05"]);
    let change = |cases: &Cases| {
        let request = at("2024-12-31");
        series(&ask(cases, &request), Unit::Year).rows.last().expect("there are").change
    };
    let mut cases = named("een.csv", vec![("aanmelddatum", two_years())]);
    assert_eq!(change(&cases), Some(0));
    cases.append(named("twee.csv", vec![("aanmelddatum", last_year())]));
    assert_eq!(change(&cases), None, "a file more is no growth");
    // Also beside a file that has regions.
    let mut cases = named("een.csv", vec![("aanmelddatum", two_years()), ("regio", places(&["Twente"; 4]))]);
    cases.append(named("twee.csv", vec![("aanmelddatum", last_year())]));
    assert_eq!(change(&cases), None);
    // A case whose region is not filled in is not a team of its own.
    let mut regions = places(&["Twente"; 4]);
    regions.push_missing(Missing::Blank);
    let dates = referrals(&["2023-01-05", "2023-12-05", "2024-01-05", "2024-12-05", "2024-06-05"]);
    assert_eq!(change(&named("een.csv", vec![("aanmelddatum", dates), ("regio", regions)])), Some(1));
}

/// A team that handed in this year alone is no growth.
#[test]
fn a_region_that_was_not_in_the_data_keeps_years_from_being_compared() {
    let dates = ["2023-01-05", "2023-12-05", "2024-01-05", "2024-11-05", "2024-12-31"];
    let regions = ["Twente", "Twente", "Twente", "Twente", "IJsselland"];
    let cases = with(vec![("aanmelddatum", referrals(&dates)), ("regio", places(&regions))]);
    let found = exact(&cases);
    let year = series(&found, Unit::Year);
    assert_eq!(year.rows[1].previous, None);
    assert_eq!(
        compared(&year.regions),
        [("Twente", Some(4), Some(2), Some(0), false), ("IJsselland", Some(1), None, None, false)]
    );
    let filter = vec![clause("regio", &["Twente"])];
    let found = ask(&cases, &Request { filter, ..Request::default() });
    assert_eq!(series(&found, Unit::Year).rows[1].change, Some(0));
}

#[test]
fn lead_times_by_group_need_two_groups() {
    let dates = || vec![("aanmelddatum", referrals(&["2024-01-01", "2024-01-01", "2024-02-01"]))];
    let mut columns = dates();
    columns.push(("afsluitdatum", days(&[Ok("2024-01-11"), Err(Missing::Blank), Ok("2024-01-01")])));
    let by = |regions: Column| {
        let mut columns = columns.clone();
        columns.push(("regio", regions));
        duration(&exact(&with(columns))).by.clone()
    };
    let unknown = || {
        let mut column = empty("regio");
        (0..3).for_each(|_| column.push_missing(Missing::Unknown));
        column
    };
    assert!(by(unknown()).is_empty());
    assert!(by(places(&["Twente", "Twente", "Twente"])).is_empty());
    // The third case closed before it came: it is in no group.
    assert!(by(places(&["Twente", "Twente", "IJsselland"])).is_empty());
    let two = by(places(&["Twente", "IJsselland", "Twente"]));
    assert_eq!((two.len(), two[0].field.as_str(), two[0].multiple), (1, "regio", false));
    let groups: Vec<_> =
        two[0].groups.iter().map(|group| (group.code.as_str(), group.n, group.open)).collect();
    assert_eq!(groups, [("IJsselland", 0, 1), ("Twente", 1, 0)]);
    assert_eq!(two[0].groups[1].summary.median, Some(10.0));
    assert_eq!(two[0].groups[0].summary.median, None);
    assert!(duration(&exact(&with(columns.clone()))).by.is_empty(), "the field is not there");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    /// The curve of a group is the curve of a report of its cases alone.
    #[test]
    fn a_group_is_what_a_filter_on_it_gives(rows in rows(40)) {
        let cases = cases("een.csv", &rows, &[]);
        let request = fitting(&at("2025-06-30"), rows.iter());
        for by in &duration(&ask(&cases, &request)).by {
            for group in &by.groups {
                let filter = vec![clause(&by.field, &[&group.code])];
                let alone = ask(&cases, &Request { filter, ..request.clone() });
                let figures = duration(&alone);
                prop_assert_eq!((group.n, group.open), (find(&alone, "doorlooptijd").about.n, figures.open));
                prop_assert_eq!(&group.kaplan_meier, &figures.kaplan_meier);
                prop_assert_eq!(group.summary, figures.summary);
            }
        }
    }
}

#[test]
fn a_pyramid_holds_unknown_and_other_and_no_case_without_an_age() {
    let mut ages = numbers(&[12, 14, 14]);
    ages.push_missing(Missing::Blank);
    let gender = codes("geslacht", &["meisje", "anders", "onbekend", "jongen"]);
    let found = exact(&with(vec![("leeftijd", ages), ("geslacht", gender)]));
    let pyramid = distribution(&found, "leeftijd").pyramid.as_ref().expect("has geslacht");
    let rows: Vec<_> = pyramid
        .rows
        .iter()
        .map(|row| (row.code.as_str(), row.cells.iter().filter_map(|cell| cell.count).collect::<Vec<_>>()))
        .collect();
    assert_eq!(rows, [("12", vec![0, 1, 0, 0]), ("13", vec![0; 4]), ("14", vec![0, 0, 1, 1])]);
    assert_eq!(pyramid.total, 3);
    let without = exact(&with(vec![("leeftijd", numbers(&[12]))]));
    assert_eq!(distribution(&without, "leeftijd").pyramid, None);
    let nobody = exact(&with(vec![("leeftijd", numbers(&[])), ("geslacht", codes("geslacht", &[]))]));
    let pyramid = distribution(&nobody, "leeftijd").pyramid.as_ref().expect("has geslacht");
    assert_eq!((pyramid.rows.len(), pyramid.columns.len(), pyramid.total), (0, 4, 0));
}

fn chosen(found: &Report, id: &str) -> Vec<String> {
    find(found, id).about.chosen.clone()
}

#[test]
fn a_chart_that_is_chosen_from_keeps_showing_the_whole() {
    let cases = with(vec![
        ("aanmelddatum", referrals(&["2024-01-05", "2024-02-05", "2024-05-05", "2025-02-05"])),
        ("regio", places(&["Twente", "Twente", "IJsselland", "Twente"])),
        ("geslacht", codes("geslacht", &["jongen", "meisje", "jongen", "onbekend"])),
        ("leeftijd", numbers(&[13, 16, 17, 9])),
    ]);
    let filter = vec![
        clause("geslacht", &["Jongen", "onbekend"]),
        clause("regio", &["twente"]),
        clause("leeftijd", &["13..16", "9"]),
        clause("aanmelddatum", &["2024-Q1..2024-Q2"]),
    ];
    let request = Request { filter, keep_own: true, ..Request::default() };
    let found = ask(&cases, &request);
    assert_eq!(found.cases.selected, 1);
    assert_eq!(
        (find(&found, "geslacht").about.n, chosen(&found, "geslacht")),
        (2, vec!["jongen".into(), "onbekend".into()])
    );
    assert_eq!((find(&found, "regio").about.n, chosen(&found, "regio")), (1, vec!["Twente".into()]));
    // The band 9–12 is chosen in part only: its one year is.
    assert_eq!(chosen(&found, "leeftijd"), ["13-16", "13"]);
    assert_eq!(chosen(&found, "bijna_18"), ["13..16", "9"], "it has no rows: as asked for");
    let quarters = chosen_in(&found, Unit::Quarter);
    assert_eq!(quarters, ["2024-Q1", "2024-Q2"]);
    assert_eq!(chosen_in(&found, Unit::HalfYear), ["2024-H1"]);
    // No year is chosen whole.
    assert_eq!(chosen_in(&found, Unit::Year), ["2024-Q1..2024-Q2"]);
    assert_eq!(series(&found, Unit::Month).rows.len(), 14, "January 2024 to February 2025");
    let plainly = ask(&cases, &Request { keep_own: false, ..request });
    assert!(plainly.indicators.iter().all(|indicator| indicator.about.chosen.is_empty()));
    assert!(plainly.indicators.iter().all(|indicator| indicator.about.n + indicator.about.missing == 1));
}

fn chosen_in(found: &Report, unit: Unit) -> Vec<String> {
    let of_unit = found.indicators.iter().find(|indicator| match &indicator.figures {
        Figures::Series(series) => series.unit == unit,
        _ => false,
    });
    of_unit.expect("all units are there").about.chosen.clone()
}

#[test]
fn values_may_be_ranges_that_rise() {
    let cases = with(vec![
        ("aanmelddatum", referrals(&["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01"])),
        ("leeftijd", numbers(&[11, 12, 17, 18])),
    ]);
    let selected = |field: &str, value: &str| {
        ask(&cases, &Request { filter: vec![clause(field, &[value])], ..Request::default() }).cases.selected
    };
    assert_eq!(selected("leeftijd", "12..17"), 2);
    assert_eq!(selected("leeftijd", "12..12"), 1);
    assert_eq!(selected("aanmelddatum", "2024-01..2024-06"), 2);
    assert_eq!(selected("aanmelddatum", "2023..2024-H1"), 3);
    assert_eq!(selected("aanmelddatum", "2024-Q2..2024"), 2);
    for (field, value) in [
        ("leeftijd", "17..12"),
        ("leeftijd", "12.."),
        ("leeftijd", "..12"),
        ("leeftijd", "9-12..17+"),
        ("aanmelddatum", "2024-06..2024-01"),
        ("aanmelddatum", "2024..2023"),
        ("aanmelddatum", "2024..2025..2026"),
        ("aanmelddatum", "2024-01.."),
    ] {
        let request = Request { filter: vec![clause(field, &[value])], ..Request::default() };
        assert_eq!(refused(&cases, &request).0, Code::BadRequest, "{field} {value}");
    }
}

#[test]
fn two_selections_hold_the_same_indicators() {
    let cases = with(vec![
        ("geslacht", codes("geslacht", &["jongen", "meisje", "onbekend"])),
        ("leeftijd", numbers(&[13, 16, 17])),
    ]);
    let filter = vec![clause("geslacht", &["jongen"])];
    let rest =
        ask(&cases, &Request { filter: filter.clone(), against: Some(Other::Rest), ..Request::default() });
    let against = rest.against.as_ref().expect("asked for");
    assert_eq!((rest.cases.selected, against.selected, against.rest, against.filter.len()), (1, 1, true, 0));
    assert_eq!((against.unsure, against.overlap), (1, 0), "whether the third is a boy is not known");
    let other = Some(Other::Filter(vec![clause("leeftijd", &["16..17"])]));
    let found = ask(
        &cases,
        &Request { filter: filter.clone(), against: other, keep_own: true, ..Request::default() },
    );
    let against = found.against.as_ref().expect("asked for");
    let ids = |found: &[ben_monitor::report::Indicator]| {
        found.iter().map(|indicator| indicator.about.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&found.indicators), ids(&against.indicators));
    assert_eq!((against.unsure, against.overlap), (0, 0), "the boy is 13");
    assert!(chosen(&found, "geslacht").is_empty(), "the two must be of different cases");
    let empty = Request { against: Some(Other::Rest), ..Request::default() };
    assert_eq!(refused(&cases, &empty).0, Code::BadRequest, "nothing is left out");
    let absent = Request {
        against: Some(Other::Filter(vec![clause("aanmelder", &["ouders"])])),
        ..Request::default()
    };
    assert_eq!(refused(&cases, &absent).0, Code::UnknownField);
    let all = Request {
        filter: vec![clause("leeftijd", &["0..23"])],
        against: Some(Other::Rest),
        ..Request::default()
    };
    assert_eq!(ask(&cases, &all).against.map(|against| against.selected), Some(0));
}

#[test]
fn bands_of_ones_own_are_filtered_and_crossed_by() {
    let cases = with(vec![
        ("geslacht", codes("geslacht", &["jongen", "meisje", "jongen"])),
        ("leeftijd", numbers(&[11, 12, 18])),
    ]);
    let settings = Settings { age_bands: vec![12, 18], share_of: ShareOf::All, ..Settings::default() };
    let request = Request {
        crosstabs: vec![("geslacht".to_owned(), "leeftijd".to_owned())],
        filter: vec![clause("leeftijd", &["0-11", "18+"])],
        settings,
        ..Request::default()
    };
    let found = ask(&cases, &request);
    assert_eq!((found.cases.selected, found.share_of), (2, ShareOf::All));
    let labels: Vec<_> =
        distribution(&found, "leeftijd").rows.iter().map(|row| (row.label.as_str(), row.count)).collect();
    assert_eq!(labels, [("0–11 jaar", Some(1)), ("12–17 jaar", Some(0)), ("18 jaar en ouder", Some(1))]);
    let columns: Vec<_> =
        crate::rules::crosstab(&found).columns.iter().map(|column| column.code.clone()).collect();
    assert_eq!(columns, ["0-11", "12-17", "18+"]);
    let old_band = Request { filter: vec![clause("leeftijd", &["13-16"])], ..request };
    assert_eq!(ask(&cases, &old_band).cases.selected, 0, "a band of other settings is a range of years");
    let both = Request { filter: vec![clause("leeftijd", &["12-16", "17+"])], ..old_band };
    assert_eq!(ask(&cases, &both).cases.selected, 2);
}

#[test]
fn some_shares_are_of_the_known_whatever_is_set() {
    let found = ask(&with(vec![("leeftijd", numbers(&[11, 17]))]), &Request::default());
    let base = |id: &str| {
        ShareOf::All.base(&ben_monitor::report::About { missing: 5, ..find(&found, id).about.clone() })
    };
    assert_eq!((base("leeftijd"), base("bijna_18")), (7, 2));
}

#[test]
fn a_setting_that_makes_no_sense_is_named() {
    let cases = with(vec![("leeftijd", numbers(&[12]))]);
    let ages = Settings { age_bands: vec![9, 4], ..Settings::default() };
    let months = Settings { lead_time_bands: vec![0], ..Settings::default() };
    for (settings, name) in [(ages, "ageBands"), (months, "leadTimeBands")] {
        let (code, params) = refused(&cases, &Request { settings, ..Request::default() });
        assert_eq!(code, Code::BadRequest);
        assert!(params.contains(name), "{params}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_quick_figures_of_a_selection_are_those_of_the_whole_report(rows in rows(40)) {
        let cases = cases("een.csv", &rows, &[]);
        let filter = vec![clause("geslacht", &["jongen", "onbekend"])];
        let whole = ask(&cases, &Request { filter: filter.clone(), ..Request::default() });
        let quick = ask(&cases, &Request { filter: filter.clone(), quick: true, ..Request::default() });
        prop_assert_eq!((&quick.cases, &quick.period), (&whole.cases, &whole.period));
        prop_assert!(quick.indicators.len() > 5 && quick.indicators.len() < whole.indicators.len());
        let mut rest = whole.indicators.iter();
        for indicator in &quick.indicators {
            prop_assert!(rest.any(|known| known.about == indicator.about), "{}", indicator.about.id);
        }
        let indicators = vec!["aanmelder".to_owned()];
        let one = ask(&cases, &Request { filter, quick: true, indicators, ..Request::default() });
        let of_whole = whole.indicators.iter().find(|known| known.about.id == "aanmelder");
        prop_assert!(of_whole.is_some() && one.indicators.len() == 1);
        prop_assert_eq!(one.indicators.first(), of_whole);
    }
}
