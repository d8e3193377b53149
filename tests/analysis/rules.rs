//! Single rules of counting, with figures worked out by hand.

use ben_monitor::{
    analysis::{Request, report},
    cases::{Cases, Column, Day, Missing},
    catalog::{FIELDS, INDICATORS, Lang},
    error::Code,
    report::{Clause, Crosstab, Distribution, Duration, Figures, Indicator, Report, Series, Unit},
};

/// Cases with these columns.
pub(crate) fn with(columns: Vec<(&str, Column)>) -> Cases {
    let len = columns.first().map_or(0, |(_, column)| column.len());
    let find = |id: &str| columns.iter().find(|(field, _)| *field == id).map(|(_, column)| column.clone());
    Cases::new("met-de-hand.csv", len, FIELDS.iter().map(|field| find(field.id)).collect())
}

pub(crate) fn empty(field: &str) -> Column {
    Column::for_kind(ben_monitor::catalog::field(field).expect("known").kind).expect("kept")
}

pub(crate) fn days(answers: &[Result<&str, Missing>]) -> Column {
    let mut column = empty("aanmelddatum");
    if let Column::Days(days) = &mut column {
        answers.iter().for_each(|answer| days.push(answer.map(|text| Day::from_iso(text).expect("a date"))));
    }
    column
}

pub(crate) fn codes(field: &str, answers: &[&str]) -> Column {
    let values = ben_monitor::catalog::field(field).expect("known").values;
    let mut column = empty(field);
    if let Column::Codes(codes) = &mut column {
        for answer in answers {
            let place = values.iter().position(|value| value.code == *answer).expect("a code");
            codes.push(Ok(u8::try_from(place).expect("fits")));
        }
    }
    column
}

pub(crate) fn places(answers: &[&str]) -> Column {
    let mut column = empty("gemeente");
    if let Column::Places(places) = &mut column {
        for answer in answers {
            let code = places.code_of(answer).expect("room");
            places.push_code(Ok(code));
        }
    }
    column
}

pub(crate) fn numbers(answers: &[u16]) -> Column {
    let mut column = empty("leeftijd");
    if let Column::Numbers(numbers) = &mut column {
        answers.iter().for_each(|number| numbers.push(Ok(*number)));
    }
    column
}

pub(crate) fn find<'a>(report: &'a Report, id: &str) -> &'a Indicator {
    report.indicators.iter().find(|indicator| indicator.about.id == id).expect("is in the report")
}

pub(crate) fn distribution<'a>(report: &'a Report, id: &str) -> &'a Distribution {
    match &find(report, id).figures {
        Figures::Distribution(found) => found,
        other => panic!("{id} is {other:?}"),
    }
}

pub(crate) fn duration(report: &Report) -> &Duration {
    match &find(report, "doorlooptijd").figures {
        Figures::Duration(found) => found,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn crosstab(report: &Report) -> &Crosstab {
    match &find(report, "kruistabel").figures {
        Figures::Crosstab(found) => found,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn series(report: &Report, unit: Unit) -> &Series {
    let mut all = report.indicators.iter().filter_map(|indicator| match &indicator.figures {
        Figures::Series(found) => Some(found),
        _ => None,
    });
    all.find(|series| series.unit == unit).expect("every unit is there")
}

fn counted(rows: &[ben_monitor::report::Row]) -> Vec<(&str, u64)> {
    rows.iter().map(|row| (row.code.as_str(), row.count.expect("exact"))).collect()
}

pub(crate) fn exact(cases: &Cases) -> Report {
    report(cases, &Request::default()).expect("a good request")
}

pub(crate) fn refused(cases: &Cases, request: &Request) -> (Code, String) {
    let error = report(cases, request).expect_err("a bad request");
    (error.code(), format!("{:?}", error.params()))
}

#[test]
fn answers_stand_by_size_then_by_catalog_with_the_rest_last() {
    let answers = ["anders", "anders", "anders", "ouders", "lokaal", "jeugdbescherming", "jeugdbescherming"];
    let found = exact(&with(vec![("aanmelder", codes("aanmelder", &answers))]));
    let rows = counted(&distribution(&found, "aanmelder").rows);
    assert_eq!(rows, [("jeugdbescherming", 2), ("lokaal", 1), ("ouders", 1), ("anders", 3)]);
}

#[test]
fn places_stand_by_size_then_by_name() {
    let found = exact(&with(vec![("gemeente", places(&["Zwolle", "Borne", "Almelo", "Borne"]))]));
    let rows = counted(&distribution(&found, "gemeente").rows);
    assert_eq!(rows, [("Borne", 2), ("Almelo", 1), ("Zwolle", 1)]);
}

#[test]
fn unknown_is_a_missing_answer_and_no_row() {
    let found = exact(&with(vec![("maatregel", codes("maatregel", &["onbekend", "ots", "geen"]))]));
    let indicator = find(&found, "maatregel");
    assert_eq!((indicator.about.n, indicator.about.missing, indicator.about.missing_by.unknown), (2, 1, 1));
    assert_eq!(counted(&distribution(&found, "maatregel").rows), [("geen", 1), ("ots", 1)]);
}

#[test]
fn labels_speak_the_language_asked_for() {
    let cases = with(vec![("aanmelddatum", days(&[Ok("2024-02-01")])), ("leeftijd", numbers(&[9]))]);
    let labels = |lang| {
        let request = Request { lang, ..Request::default() };
        let report = report(&cases, &request).expect("a good request");
        let units = [Unit::Month, Unit::Quarter, Unit::HalfYear, Unit::Year];
        let mut labels: Vec<_> = units.map(|unit| series(&report, unit).rows[0].label.clone()).to_vec();
        labels.push(distribution(&report, "leeftijd").years[0].label.clone());
        labels
    };
    assert_eq!(labels(Lang::Nl), ["februari 2024", "1e kwartaal 2024", "1e halfjaar 2024", "2024", "9 jaar"]);
    assert_eq!(labels(Lang::En), ["February 2024", "1st quarter 2024", "1st half 2024", "2024", "9 years"]);
}

#[test]
fn months_without_referrals_are_shown() {
    let dates = [Ok("2023-11-30"), Ok("2024-02-01"), Ok("2024-02-29"), Err(Missing::Blank)];
    let found = exact(&with(vec![("aanmelddatum", days(&dates))]));
    let months = series(&found, Unit::Month);
    assert_eq!(counted(&months.rows), [("2023-11", 1), ("2023-12", 0), ("2024-01", 0), ("2024-02", 2)]);
    assert_eq!(months.mean, Some(0.75));
    assert_eq!(counted(&series(&found, Unit::Quarter).rows), [("2023-Q4", 1), ("2024-Q1", 2)]);
    assert_eq!(counted(&series(&found, Unit::HalfYear).rows), [("2023-H2", 1), ("2024-H1", 2)]);
    let period = found.period.as_ref().expect("there are dates");
    assert_eq!((period.from.as_str(), period.to.as_str()), ("2023-11-30", "2024-02-29"));
    assert_eq!(find(&found, "aanmeldingen").about.missing, 1);
}

/// Referred on 30 November: three months later is the last day of February.
#[test]
fn a_lead_time_band_ends_on_the_same_day_of_a_later_month() {
    let closings = [
        ("2024-11-30", "2025-02-28", "0-3"),
        ("2024-11-30", "2025-03-01", "3-6"),
        ("2024-01-15", "2024-04-15", "0-3"),
        ("2024-01-15", "2024-04-16", "3-6"),
        ("2024-01-15", "2024-07-15", "3-6"),
        ("2024-01-15", "2024-07-16", "6+"),
        ("2023-11-29", "2024-02-29", "0-3"),
        ("2024-05-01", "2024-05-01", "0-3"),
    ];
    for (referral, closing, band) in closings {
        let (referral, closing) = (days(&[Ok(referral)]), days(&[Ok(closing)]));
        let found = exact(&with(vec![("aanmelddatum", referral), ("afsluitdatum", closing)]));
        let full: Vec<_> = duration(&found).rows.iter().filter(|row| row.count == Some(1)).collect();
        assert_eq!(full.len(), 1);
        assert_eq!(full[0].code, band, "{closing:?}", closing = find(&found, "doorlooptijd"));
    }
}

#[test]
fn every_case_is_closed_open_excluded_or_missing() {
    let referrals = [
        Ok("2024-01-01"),
        Ok("2024-01-01"),
        Ok("2024-01-01"),
        Ok("2024-03-01"),
        Ok("2024-01-11"),
        Ok("2024-01-01"),
        Err(Missing::Unrecognised),
    ];
    let closings = [
        Ok("2024-01-11"),
        Err(Missing::Blank),
        Err(Missing::NotApplicable),
        Ok("2024-02-28"),
        Err(Missing::Unknown),
        Err(Missing::Unrecognised),
        Ok("2024-02-01"),
    ];
    let cases = with(vec![("aanmelddatum", days(&referrals)), ("afsluitdatum", days(&closings))]);
    let found = exact(&cases);
    let about = &find(&found, "doorlooptijd").about;
    let missing = about.missing_by;
    assert_eq!((about.n, about.missing, missing.unknown, missing.unrecognised), (1, 3, 1, 2));
    assert_eq!((duration(&found).open, duration(&found).excluded), (2, 1));
    assert_eq!(found.reference_date.as_deref(), Some("2024-03-01"));
    let curve = duration(&found).kaplan_meier.as_ref().expect("there are cases");
    assert_eq!(curve.points, [(0, 1.0, 3), (10, 2.0 / 3.0, 3), (60, 2.0 / 3.0, 2)]);
    assert_eq!((curve.median, curve.high), (None, None));
    assert_eq!(duration(&found).closed_only, [(0, 1.0), (10, 0.0)]);
}

#[test]
fn at_an_earlier_reference_date_what_came_later_has_not_happened() {
    let referrals = days(&[Ok("2024-01-01"), Ok("2024-01-05"), Ok("2024-02-01")]);
    let closings = days(&[Ok("2024-01-31"), Ok("2024-02-15"), Ok("2024-02-20")]);
    let cases = with(vec![("aanmelddatum", referrals), ("afsluitdatum", closings)]);
    let request = Request { reference_date: Some("2024-01-31".to_owned()), ..Request::default() };
    let found = report(&cases, &request).expect("a good request");
    let about = &find(&found, "doorlooptijd").about;
    assert_eq!((about.n, about.missing, about.missing_by.not_applicable), (1, 1, 1));
    assert_eq!(duration(&found).open, 1);
    let curve = duration(&found).kaplan_meier.as_ref().expect("there are cases");
    assert_eq!(curve.points, [(0, 1.0, 2), (26, 1.0, 2), (30, 0.0, 1)]);
    assert_eq!(find(&found, "aanmeldingen").about.n, 3);
}

#[test]
fn a_file_gives_the_indicators_whose_fields_it_has_in_the_order_of_the_catalog() {
    let cases = with(vec![("aanmelddatum", days(&[Ok("2024-01-01")])), ("leeftijd", numbers(&[17]))]);
    let found = exact(&cases);
    let ids: Vec<_> = found.indicators.iter().map(|indicator| indicator.about.id.as_str()).collect();
    let expected = INDICATORS.iter().flat_map(|indicator| match indicator.id {
        "aanmeldingen" => vec![indicator.id; 4],
        "leeftijd" | "bijna_18" => vec![indicator.id],
        _ => vec![],
    });
    assert_eq!(ids, expected.collect::<Vec<_>>());
}

#[test]
fn indicators_asked_for_stand_in_the_order_of_asking() {
    let cases = with(vec![("geslacht", codes("geslacht", &["jongen"])), ("leeftijd", numbers(&[17]))]);
    let ask = |ids: &[&str]| Request {
        indicators: ids.iter().map(|id| (*id).to_owned()).collect(),
        ..Request::default()
    };
    let found = report(&cases, &ask(&["leeftijd", "geslacht", "leeftijd"])).expect("a good request");
    let ids: Vec<_> = found.indicators.iter().map(|indicator| indicator.about.id.as_str()).collect();
    assert_eq!(ids, ["leeftijd", "geslacht"]);
    let (code, params) = refused(&cases, &ask(&["doorlooptijd"]));
    assert_eq!(code, Code::UnknownIndicator);
    assert!(params.contains("doorlooptijd"));
    assert_eq!(refused(&cases, &ask(&["niets"])).0, Code::UnknownIndicator);
}

#[test]
fn a_request_that_makes_no_sense_is_refused() {
    let cases = with(vec![("geslacht", codes("geslacht", &["jongen"])), ("leeftijd", numbers(&[17]))]);
    let filter = |field: &str, values: &[&str]| Request {
        filter: vec![Clause {
            field: field.to_owned(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        }],
        ..Request::default()
    };
    for (field, value, code) in [
        ("niets", "jongen", Code::UnknownField),
        ("casus", "12", Code::UnknownField),
        ("aanmelder", "ouders", Code::UnknownField),
        ("geslacht", "Knaap", Code::BadRequest),
        ("leeftijd", "twaalf", Code::BadRequest),
        ("leeftijd", "+9", Code::BadRequest),
        ("leeftijd", "", Code::BadRequest),
        ("leeftijd", "-1", Code::BadRequest),
        ("aanmelddatum", "2024-13", Code::BadRequest),
        ("aanmelddatum", "2024-3", Code::BadRequest),
        ("aanmelddatum", "2024-Q5", Code::BadRequest),
        ("aanmelddatum", "24", Code::BadRequest),
    ] {
        let (found, params) = refused(&cases, &filter(field, &[value]));
        assert_eq!(found, code, "{field} {value}");
        assert!(params.contains(field), "{params}");
        assert!(code == Code::UnknownField || value.len() < 2 || !params.contains(value), "{params}");
    }
    assert_eq!(refused(&cases, &filter("geslacht", &[])).0, Code::BadRequest);
    let reference = Request { reference_date: Some("31-12-2024".to_owned()), ..Request::default() };
    assert_eq!(refused(&cases, &reference).0, Code::BadDate);
    let table = |row: &str, column: &str| Request {
        crosstabs: vec![(row.to_owned(), column.to_owned())],
        ..Request::default()
    };
    assert_eq!(refused(&cases, &table("geslacht", "casus")).0, Code::UnknownField);
    assert_eq!(refused(&cases, &table("verblijf", "geslacht")).0, Code::UnknownField);
}

#[test]
fn a_filter_is_met_in_any_capitals() {
    let cases = with(vec![
        ("geslacht", codes("geslacht", &["jongen", "meisje", "onbekend"])),
        ("gemeente", places(&["Hof van Twente", "Almelo", "Súdwest-Fryslân"])),
    ]);
    for (field, value, selected) in [
        ("geslacht", "Jongen", 1),
        ("geslacht", "ONBEKEND", 1),
        ("gemeente", "hof van twente", 1),
        ("gemeente", "SUDWEST FRYSLAN", 1),
        ("gemeente", "Borne", 0),
    ] {
        let filter = vec![Clause { field: field.to_owned(), values: vec![value.to_owned()] }];
        let found = report(&cases, &Request { filter, ..Request::default() }).expect("a good request");
        assert_eq!(found.cases.selected, selected, "{field} {value}");
    }
}

#[test]
fn a_cross_table_keeps_years_in_order_and_shows_every_band() {
    let cases =
        with(vec![("geboortejaar", numbers(&[2012, 2008, 2012])), ("leeftijd", numbers(&[12, 16, 12]))]);
    let request =
        Request { crosstabs: vec![("geboortejaar".to_owned(), "leeftijd".to_owned())], ..Request::default() };
    let found = report(&cases, &request).expect("a good request");
    let table = crosstab(&found);
    let columns: Vec<_> = table.columns.iter().map(|column| (column.code.as_str(), column.total)).collect();
    let expected = [("0-3", 0), ("4-8", 0), ("9-12", 2), ("13-16", 1), ("17+", 0)];
    assert_eq!(columns, expected.map(|(code, total)| (code, Some(total))));
    let rows: Vec<_> = table.rows.iter().map(|row| (row.code.as_str(), row.total)).collect();
    assert_eq!(rows, [("2008", Some(1)), ("2012", Some(2))]);
}

#[test]
fn no_cases_give_a_report_with_nothing_in_it() {
    let found = exact(&with(vec![
        ("aanmelddatum", days(&[])),
        ("afsluitdatum", days(&[])),
        ("leeftijd", numbers(&[])),
        ("geslacht", codes("geslacht", &[])),
    ]));
    assert_eq!((found.cases.selected, found.reference_date.as_ref(), found.period.as_ref()), (0, None, None));
    assert!(series(&found, Unit::Month).rows.is_empty());
    assert_eq!(duration(&found).kaplan_meier, None);
    assert!(duration(&found).closed_only.is_empty());
    let ages = distribution(&found, "leeftijd");
    assert_eq!(ages.rows.len(), 5);
    assert!(ages.rows.iter().all(|row| row.count == Some(0) && row.share.is_none()));
}
