//! From the bytes of the two sample files, read together, to every figure that
//! was published over 2024 and that a monitor file can give. Each published
//! number must be counted here or stand in [`NOT_IN_THE_FILES`] with its reason.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test fails loudly

mod chain;

use std::collections::BTreeMap;

use ben_monitor::{
    analysis::{self, Request},
    cases::Cases,
    finding::{Finding, Severity},
    report::{
        Clause, Crosstab, CrosstabRow, Distribution, Duration, Figures, Indicator, Report, Row, Series,
        Share, TotalRow, Unit,
    },
};
use serde_json::{Value, json};

const PUBLISHED: &str = include_str!("fixtures/figures-2024.json");
const IJSSELLAND: &[u8] = include_bytes!("../www/samples/ijsselland-2024.csv");
const TWENTE_2023: &[u8] = include_bytes!("../www/samples/twente-2023.csv");
const TWENTE: &[u8] = include_bytes!("../www/samples/twente-2024.csv");

/// Published numbers that no file about 2024 can hold, with the reason.
const NOT_IN_THE_FILES: [(&str, &str); 1] = [("source", "says where the figures come from; it is not one")];

#[test]
fn every_published_figure_comes_from_the_bytes_of_the_two_files() {
    let published: Value = serde_json::from_str(PUBLISHED).expect("the fixture is JSON");
    let published = numbers_by_path(&published);
    for files in [
        [("ijsselland-2024.csv", IJSSELLAND), ("twente-2024.csv", TWENTE)],
        [("twente-2024.csv", TWENTE), ("ijsselland-2024.csv", IJSSELLAND)],
    ] {
        let (cases, _) = read(&files);
        let counted = numbers_by_path(&json!({
            "overijssel": overijssel(&cases),
            "IJsselland": ijsselland(&cases),
            "Twente": twente(&cases),
            "half_year_2024_h1": first_half_year(&cases),
        }));
        for (path, value) in &published {
            match NOT_IN_THE_FILES.iter().any(|(left_out, _)| left_out == path) {
                true => assert!(!counted.contains_key(path), "{path} is counted and left out"),
                false => assert_eq!(counted.get(path), Some(value), "{path}"),
            }
        }
        for path in counted.keys() {
            assert!(published.contains_key(path), "{path} is counted and was not published");
        }
    }
}

#[test]
fn what_is_left_out_was_published() {
    let published = numbers_by_path(&serde_json::from_str(PUBLISHED).expect("the fixture is JSON"));
    for (path, _) in NOT_IN_THE_FILES {
        assert!(published.contains_key(path), "{path}");
    }
}

#[test]
fn the_samples_have_nothing_wrong_in_them() {
    let (_, findings) = read(&[("ijsselland-2024.csv", IJSSELLAND), ("twente-2024.csv", TWENTE)]);
    let codes: Vec<_> = findings.iter().map(|finding| (finding.source, finding.code.as_str())).collect();
    for finding in &findings {
        assert_eq!(finding.severity, Severity::Info, "{finding:?}");
    }
    for expected in ["title-rows", "total-rows", "age-derived", "windows-1252", "column-unused"] {
        assert!(codes.contains(&(1, expected)), "Twente has no {expected}: {codes:?}");
    }
}

#[test]
fn the_samples_say_that_they_are_invented() {
    let (twente, ijsselland) = (String::from_utf8_lossy(TWENTE), String::from_utf8_lossy(IJSSELLAND));
    assert!(twente.lines().take(4).any(|line| line.contains("VERZONNEN")), "in a title row");
    for line in ijsselland.lines().skip(1) {
        assert!(line.starts_with("verzonnen-"), "in every case number");
    }
}

fn overijssel(cases: &Cases) -> Value {
    let all = report(cases, &[], &[]);
    let regions = &series(&all, Unit::Year).regions;
    let part = |regio, count: fn(&Report) -> u64| count(&report(cases, &[("regio", regio)], &[]));
    let by_region = |count: fn(&Report) -> u64| json!({ "IJsselland": part("IJsselland", count), "Twente": part("Twente", count), "totaal": count(&all) });
    let mut in_monitor = by_region(|report| counted(share(report, "monitor").count));
    in_monitor.as_object_mut().expect("an object").remove("totaal");
    json!({
        "aanmeldingen": count(&series(&all, Unit::Year).rows, "2024"),
        "IJsselland": count(regions, "IJsselland"),
        "Twente": count(regions, "Twente"),
        "uitgebreide_consultatie": by_region(|report| count(&distribution(report, "actie").rows, "consultatie")),
        "ret_overleggen": by_region(|report| counted(total(report, "aantal_overleggen").total)),
        "in_monitor": in_monitor,
    })
}

fn ijsselland(cases: &Cases) -> Value {
    let region = report(cases, &[("regio", "IJsselland")], &[]);
    let meetings = report(cases, &[("regio", "IJsselland"), ("actie", "ret_tafel")], &[]);
    let followed = &distribution(&meetings, "advies_opvolging").rows;
    let count_of = |id, code| count(&distribution(&region, id).rows, code);
    let percent_of = |id, code| percent(&distribution(&region, id).rows, code);
    let with_follow_up: u64 =
        ["uitgevoerd", "deels", "loopt"].into_iter().map(|code| count(followed, code)).sum();
    let home = share(&region, "thuis");
    json!({
        "n_registratie": region.cases.selected,
        "n_monitor": counted(share(&region, "monitor").count),
        "aanmelder": {
            "n": n(&region, "aanmelder"),
            "jeugdbescherming": count_of("aanmelder", "jeugdbescherming"),
            "lokaal": count_of("aanmelder", "lokaal"),
            "ouders": count_of("aanmelder", "ouders"),
            "share_jeugdbescherming_pct": percent_of("aanmelder", "jeugdbescherming"),
        },
        "geslacht": genders(&region),
        "leeftijd": {
            "n": n(&region, "leeftijd"),
            "9-12": count_of("leeftijd", "9-12"),
            "13-16": count_of("leeftijd", "13-16"),
            "17+": count_of("leeftijd", "17+"),
            "share_13-16_pct": percent_of("leeftijd", "13-16"),
            "share_17+_pct": percent_of("leeftijd", "17+"),
        },
        "verblijf": {
            "n": n(&region, "verblijf"),
            "ouders": count_of("verblijf", "ouders"),
            "elders": n(&region, "thuis") - counted(home.count),
        },
        "problematiek": with_n(&region, "problematiek", &["trauma", "ass", "lvb", "psychiatrie"]),
        "onderwijs": schooling(&region),
        "ben_betrokken": {
            "n": n(&region, "ben_betrokken"),
            "ja": n(&region, "ben_betrokken") - count_of("ben_betrokken", "geen"),
        },
        "gemeente": { "Zwolle": count_of("gemeente", "Zwolle") },
        "ret_overleg": {
            "casussen": meetings.cases.selected,
            "met_opvolging": with_follow_up,
        },
        "mdo": { "casussen": total(&region, "aantal_mdo").n, "totaal": counted(total(&region, "aantal_mdo").total) },
        "samenwerkingstafel": count_of("actie", "samenwerkingstafel"),
        "escalatie": count_of("actie", "escalatie"),
        "doorlooptijd": lead_time_in_words(&region),
    })
}

fn twente(cases: &Cases) -> Value {
    let region = report(cases, &[("regio", "Twente")], &[("geboortejaar", "aanmelder")]);
    let (about, table) = crosstab(&region, "geboortejaar", "aanmelder");
    let gemeente = distribution(&region, "gemeente");
    let mut places = with_n(&region, "gemeente", &[]);
    for row in &gemeente.rows {
        places[&row.code] = json!(counted(row.count));
    }
    // The report published its unknown municipalities among the others.
    let unknown = indicator(&region, "gemeente").about.missing_by.unknown;
    places["onbekend"] = json!(unknown);
    places["n"] = json!(n(&region, "gemeente") + unknown);
    let mut years = json!({ "n": about });
    for row in &table.rows {
        years[&row.code] = json!(counted(row.total));
    }
    json!({
        "n_registratie": region.cases.selected,
        "n_monitor": counted(share(&region, "monitor").count),
        "previous_year": year_before().0,
        "change": year_before().1,
        "mean_per_month": series(&region, Unit::Month).mean,
        "aanmelder":
            with_n(&region, "aanmelder", &["jeugdbescherming", "lokaal", "onderwijs", "thuiszitterstafel", "zorgaanbieder"]),
        "gemeente": places,
        "geslacht": genders(&region),
        "geboortejaar": years,
        "geboortejaar_x_aanmelder": {
            "jeugdbescherming": years_of(table, "jeugdbescherming"),
            "lokaal": years_of(table, "lokaal"),
        },
        "verblijf": with_n(&region, "verblijf", &["ouders"]),
        "ret_overleggen": counted(total(&region, "aantal_overleggen").total),
    })
}

/// Referrals in Twente in 2023, and the change since, from the files of both years.
fn year_before() -> (u64, i64) {
    let (cases, _) = read(&[("twente-2023.csv", TWENTE_2023), ("twente-2024.csv", TWENTE)]);
    let both = report(&cases, &[], &[]);
    let [_, last] = series(&both, Unit::Year).rows.as_slice() else { panic!("two years") };
    assert_eq!(last.code, "2024");
    (last.previous.expect("2023 is whole"), last.change.expect("both are over"))
}

#[test]
fn a_region_without_a_file_of_the_year_before_is_not_growth() {
    let files =
        [("twente-2023.csv", TWENTE_2023), ("twente-2024.csv", TWENTE), ("ijsselland-2024.csv", IJSSELLAND)];
    let (cases, _) = read(&files);
    let all = report(&cases, &[], &[]);
    for unit in [Unit::Month, Unit::Quarter, Unit::HalfYear, Unit::Year] {
        for row in &series(&all, unit).rows {
            let own = report(&cases, &[("aanmelddatum", &row.code)], &[]);
            let here = count(&series(&own, Unit::Year).regions, "IJsselland");
            assert!(here == 0 || row.previous.is_none(), "{row:?}");
        }
    }
    let twente = report(&cases, &[("regio", "Twente")], &[]);
    assert_eq!(series(&twente, Unit::Year).rows.last().and_then(|row| row.change), Some(86));
}

fn first_half_year(cases: &Cases) -> Value {
    let half = report(cases, &[("aanmelddatum", "2024-H1")], &[]);
    let regions = &series(&half, Unit::Year).regions;
    let directed =
        report(cases, &[("aanmelddatum", "2024-H1"), ("regio", "IJsselland"), ("actie", "procesregie")], &[]);
    let outcomes = &distribution(&directed, "uitkomst").rows;
    json!({
        "IJsselland": count(regions, "IJsselland"),
        "Twente": count(regions, "Twente"),
        "share_pct": { "IJsselland": percent(regions, "IJsselland"), "Twente": percent(regions, "Twente") },
        "procesregie_IJsselland": {
            "betrokken": directed.cases.selected,
            "opgelost": count(outcomes, "opgelost"),
            "loopt": count(outcomes, "loopt"),
        },
    })
}

fn genders(report: &Report) -> Value {
    let rows = &distribution(report, "geslacht").rows;
    json!({ "n": n(report, "geslacht"), "jongen_pct": percent(rows, "jongen"), "meisje_pct": percent(rows, "meisje") })
}

fn schooling(report: &Report) -> Value {
    let codes = ["speciaal", "geen", "regulier", "ontheffing"];
    let rows = &distribution(report, "onderwijs").rows;
    let mut schooling = with_n(report, "onderwijs", &codes);
    schooling["pct"] = codes.iter().map(|code| ((*code).to_owned(), json!(percent(rows, code)))).collect();
    schooling
}

/// The report put it in words: "more than half within three months, most within
/// six". Most is taken as three quarters.
fn lead_time_in_words(report: &Report) -> &'static str {
    let rows = &duration(report).rows;
    let closed: u64 = rows.iter().map(|row| counted(row.count)).sum();
    let (three, six) = (count(rows, "0-3"), count(rows, "0-3") + count(rows, "3-6"));
    match 2 * three > closed && 4 * six > 3 * closed {
        true => "more than half within three months, most within six",
        false => "slower than published",
    }
}

/// Cases of one referrer by year of birth.
fn years_of(table: &Crosstab, referrer: &str) -> Value {
    let cell =
        |row: &CrosstabRow| row.cells.iter().find(|cell| cell.code == referrer).and_then(|cell| cell.count);
    table.rows.iter().map(|row| (row.code.clone(), json!(counted(cell(row))))).collect()
}

fn with_n(report: &Report, id: &str, codes: &[&str]) -> Value {
    let rows = &distribution(report, id).rows;
    let mut counts: BTreeMap<_, _> = codes.iter().map(|code| (*code, count(rows, code))).collect();
    counts.insert("n", n(report, id));
    json!(counts)
}

/// The cases of all files together, and what was noticed.
fn read(files: &[(&str, &[u8])]) -> (Cases, Vec<Finding>) {
    let (mut cases, mut findings) = (Cases::default(), Vec::new());
    for (source, (name, bytes)) in files.iter().enumerate() {
        let cleaned = chain::read(source, name, bytes, usize::MAX).expect("the sample is read");
        cases.append(cleaned.cases);
        findings.extend(cleaned.findings);
    }
    (cases, findings)
}

fn report(cases: &Cases, filter: &[(&str, &str)], crosstabs: &[(&str, &str)]) -> Report {
    let clause =
        |(field, value): &(&str, &str)| Clause { field: (*field).into(), values: vec![(*value).into()] };
    let request = Request {
        filter: filter.iter().map(clause).collect(),
        crosstabs: crosstabs.iter().map(|(row, column)| ((*row).into(), (*column).into())).collect(),
        ..Request::default()
    };
    analysis::report(cases, &request).expect("the request is right")
}

fn indicator<'a>(report: &'a Report, id: &str) -> &'a Indicator {
    report.indicators.iter().find(|indicator| indicator.about.id == id).expect(id)
}

fn n(report: &Report, id: &str) -> u64 {
    indicator(report, id).about.n
}

fn distribution<'a>(report: &'a Report, id: &str) -> &'a Distribution {
    match &indicator(report, id).figures {
        Figures::Distribution(distribution) => distribution,
        other => panic!("{id} is {other:?}"),
    }
}

fn share<'a>(report: &'a Report, id: &str) -> &'a Share {
    match &indicator(report, id).figures {
        Figures::Share(share) => share,
        other => panic!("{id} is {other:?}"),
    }
}

fn duration(report: &Report) -> &Duration {
    match &indicator(report, "doorlooptijd").figures {
        Figures::Duration(duration) => duration,
        other => panic!("doorlooptijd is {other:?}"),
    }
}

fn series(report: &Report, unit: Unit) -> &Series {
    let found = report.indicators.iter().find_map(|indicator| match &indicator.figures {
        Figures::Series(series) if series.unit == unit => Some(series),
        _ => None,
    });
    found.expect("there is a series of each unit")
}

fn total<'a>(report: &'a Report, field: &str) -> &'a TotalRow {
    match &indicator(report, "overleggen").figures {
        Figures::Totals(totals) => totals.rows.iter().find(|row| row.code == field).expect(field),
        other => panic!("overleggen is {other:?}"),
    }
}

/// The cross table with its number of cases.
fn crosstab<'a>(report: &'a Report, row: &str, column: &str) -> (u64, &'a Crosstab) {
    let found = report.indicators.iter().find_map(|indicator| match &indicator.figures {
        Figures::Crosstab(table) if table.row == row && table.column == column => {
            Some((indicator.about.n, table))
        }
        _ => None,
    });
    found.expect("the cross table was asked for")
}

/// A count that is shown.
fn counted(count: Option<u64>) -> u64 {
    count.expect("exact figures hide nothing")
}

fn count(rows: &[Row], code: &str) -> u64 {
    rows.iter().find(|row| row.code == code).map_or(0, |row| counted(row.count))
}

/// Whole percents, half away from zero, as reports publish them.
fn percent(rows: &[Row], code: &str) -> f64 {
    let share = rows.iter().find(|row| row.code == code).and_then(|row| row.share);
    (share.expect(code) * 100.0).round()
}

/// Every number and text of a JSON tree, by its path with points; numbers all as
/// fractions, so that 12 and 12.0 are equal.
fn numbers_by_path(tree: &Value) -> BTreeMap<String, Value> {
    let mut leaves = BTreeMap::new();
    let mut open = vec![(String::new(), tree.clone())];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(children) => open.extend(
                children
                    .into_iter()
                    .map(|(key, child)| (if path.is_empty() { key } else { format!("{path}.{key}") }, child)),
            ),
            Value::Number(number) => drop(leaves.insert(path, json!(number.as_f64()))),
            other => drop(leaves.insert(path, other)),
        }
    }
    leaves
}
