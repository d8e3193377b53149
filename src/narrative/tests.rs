//! All sentences of a reviewed set on one page for each language
//! (`snapshots/`), and rules that hold for every sentence.

use std::fmt::Write;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{error_sentence, finding_sentence, tell};
use crate::{
    catalog::{
        INDICATORS,
        Lang::{self, En, Nl},
    },
    disclosure::for_own_eyes,
    error::{Code, Error},
    finding::{Finding, FindingCode, Findings},
    report::{Report, Words},
};

/// A report about one indicator. `figures` holds what the indicator adds.
fn report(id: &str, n: u64, missing: u64, figures: Value) -> Report {
    let mut indicator = json!({
        "id": id, "n": n, "missing": missing,
        "missingBy": { "blank": missing, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
    });
    let (Some(indicator_keys), Value::Object(figures)) = (indicator.as_object_mut(), figures) else {
        panic!("objects");
    };
    indicator_keys.extend(figures);
    let selected = n + missing;
    let report = json!({
        "schema": "ben-monitor/report@1",
        "cases": { "read": selected, "used": selected, "excluded": 0, "selected": selected },
        "sources": [{ "name": "a.csv", "cases": selected }],
        "referenceDate": "2024-12-31", "period": { "from": "2024-01-04", "to": "2024-12-20" },
        "filter": [], "protection": null, "indicators": [indicator],
    });
    serde_json::from_value(report).expect("a report")
}

fn rows(counts: &[(&str, u64)]) -> Value {
    counts.iter().map(|(code, count)| json!({ "code": code, "label": code, "count": count })).collect()
}

fn spread(id: &str, counts: &[(&str, u64)], missing: u64) -> Report {
    let n = counts.iter().map(|(_, count)| count).sum();
    report(id, n, missing, json!({ "kind": "distribution", "base": "cases", "rows": rows(counts) }))
}

fn many(id: &str, counts: &[(&str, u64)], n: u64) -> Report {
    let figures = json!({ "kind": "distribution", "base": "cases", "multiple": true, "rows": rows(counts) });
    report(id, n, 0, figures)
}

fn ages(counts: &[(&str, u64)], missing: u64, mean: f64, median: f64) -> Report {
    let n = counts.iter().map(|(_, count)| count).sum();
    let summary = json!({ "mean": mean, "median": median });
    let figures = json!({ "kind": "distribution", "base": "cases", "ordered": true, "rows": rows(counts), "summary": summary });
    report("leeftijd", n, missing, figures)
}

fn series(unit: &str, counts: &[(&str, u64)]) -> Report {
    let n: u64 = counts.iter().map(|(_, count)| count).sum();
    #[expect(clippy::cast_precision_loss)]
    let mean = (!counts.is_empty()).then(|| n as f64 / counts.len() as f64);
    report(
        "aanmeldingen",
        n,
        0,
        json!({ "kind": "series", "unit": unit, "rows": rows(counts), "mean": mean }),
    )
}

fn lead_time(counts: [u64; 3], open: u64, excluded: u64, median: Option<f64>, curve: Value) -> Report {
    let bands = [("0-3", counts[0]), ("3-6", counts[1]), ("6+", counts[2])];
    let figures = json!({
        "kind": "duration", "open": open, "excluded": excluded, "rows": rows(&bands),
        "summary": { "median": median, "p90": median.map(|median| median * 2.5) }, "kaplanMeier": curve,
    });
    let mut report = report("doorlooptijd", counts.iter().sum(), 0, figures);
    report.cases.selected += open + excluded;
    report
}

fn curve(median: Option<u32>, low: Option<u32>, high: Option<u32>) -> Value {
    json!({ "median": median, "low": low, "high": high, "points": [] })
}

fn share(id: &str, count: u64, n: u64) -> Report {
    #[expect(clippy::cast_precision_loss)]
    let share = count as f64 / n as f64;
    report(id, n, 0, json!({ "kind": "share", "count": count, "share": share }))
}

fn crosstab(cells: [[u64; 2]; 2]) -> Report {
    let cell = |code, count: u64| json!({ "code": code, "count": count });
    let row = |code, [first, second]: [u64; 2]| json!({ "code": code, "label": code, "total": first + second, "cells": [cell("9-12", first), cell("13-16", second)] });
    let column = |code, total| json!({ "code": code, "label": code, "total": total });
    let n = cells.iter().flatten().sum();
    let figures = json!({
        "kind": "crosstab", "row": "aanmelder", "column": "leeftijd", "total": n,
        "rows": [row("jeugdbescherming", cells[0]), row("lokaal", cells[1])],
        "columns": [column("9-12", cells[0][0] + cells[1][0]), column("13-16", cells[0][1] + cells[1][1])],
    });
    report("kruistabel", n, 0, figures)
}

/// The same report about a selection.
fn selected(mut report: Report, clauses: &[(&str, &[&str])]) -> Report {
    let clauses = clauses.iter().map(|(field, values)| json!({ "field": field, "values": values }));
    report.filter = serde_json::from_value(clauses.collect()).expect("clauses");
    report
}

/// The same series with the count of the year before for its last periods.
fn before(mut report: Report, previous: &[(&str, u64)]) -> Report {
    if let crate::report::Figures::Series(series) = &mut report.indicators[0].figures {
        for row in &mut series.rows {
            row.previous = previous.iter().find(|(code, _)| *code == row.code).map(|(_, count)| *count);
        }
    }
    report
}

/// The same report until another day.
fn until(mut report: Report, from: &str, to: &str, reference: &str) -> Report {
    report.period = Some(crate::report::Period { from: from.into(), to: to.into() });
    report.reference_date = Some(reference.into());
    report
}

fn words(report: &Report, lang: Lang) -> Words {
    let mut words = tell(&for_own_eyes(report.clone()), lang);
    assert_eq!(words.len(), 1);
    words.remove(0)
}

/// The reviewed set.
#[expect(clippy::too_many_lines, reason = "one list, to be read from top to bottom")]
fn cases() -> Vec<(&'static str, Report)> {
    let ijsselland = [("0-3", 0), ("4-8", 0), ("9-12", 4), ("13-16", 23), ("17+", 10)];
    let of_ijsselland = &[("regio", &["IJsselland"][..])][..];
    let months = [
        ("2024-01", 3),
        ("2024-02", 5),
        ("2024-03", 9),
        ("2024-04", 2),
        ("2024-05", 4),
        ("2024-06", 6),
        ("2024-07", 1),
        ("2024-08", 2),
        ("2024-09", 4),
        ("2024-10", 4),
        ("2024-11", 3),
        ("2024-12", 3),
    ];
    let mut regions = series("year", &[("2024", 190)]);
    if let crate::report::Figures::Series(series) = &mut regions.indicators[0].figures {
        series.regions =
            serde_json::from_value(rows(&[("IJsselland", 46), ("Twente", 144)])).expect("regions");
        for region in &mut series.regions {
            region.label.clone_from(&region.code);
        }
    }
    vec![
        ("ages", selected(ages(&ijsselland, 9, 14.46, 15.0), of_ijsselland)),
        ("ages, one child", ages(&[("13-16", 1)], 0, 14.0, 14.0)),
        ("ages, two children of one band", ages(&[("13-16", 2)], 0, 14.5, 14.5)),
        ("ages, two children of two bands", ages(&[("9-12", 1), ("13-16", 1)], 0, 12.5, 12.5)),
        ("ages, seven children", ages(&[("9-12", 2), ("13-16", 5)], 0, 13.0, 13.0)),
        ("gender, half", spread("geslacht", &[("jongen", 19), ("meisje", 18)], 0)),
        ("gender, plural fraction", spread("geslacht", &[("jongen", 12), ("meisje", 24)], 1)),
        ("gender, tie", spread("geslacht", &[("jongen", 20), ("meisje", 20)], 0)),
        ("gender, all the same", spread("geslacht", &[("jongen", 0), ("meisje", 14)], 0)),
        (
            "referrer",
            spread("aanmelder", &[("jeugdbescherming", 23), ("lokaal", 6), ("ouders", 5), ("anders", 3)], 0),
        ),
        (
            "referrer, the rest is largest",
            spread("aanmelder", &[("ouders", 6), ("lokaal", 6), ("ggz", 6), ("anders", 24)], 0),
        ),
        (
            "problem",
            selected(
                spread("problematiek", &[("trauma", 22), ("ass", 11), ("lvb", 7), ("psychiatrie", 6)], 0),
                of_ijsselland,
            ),
        ),
        ("problem, tie of two", spread("problematiek", &[("trauma", 11), ("ass", 11), ("lvb", 7)], 0)),
        (
            "problem, tie of four",
            spread("problematiek", &[("trauma", 9), ("ass", 9), ("lvb", 9), ("angst", 9)], 0),
        ),
        ("problem, all unknown", spread("problematiek", &[], 12)),
        ("problem, the only one unknown", spread("problematiek", &[], 1)),
        ("problem, empty selection", spread("problematiek", &[], 0)),
        (
            "problem, girls of one band",
            selected(
                spread("problematiek", &[("adhd", 12), ("trauma", 3)], 0),
                &[("geslacht", &["meisje"]), ("leeftijd", &["13-16"])],
            ),
        ),
        (
            "further problems",
            many("bijkomend", &[("trauma", 108), ("hechting", 90), ("gedrag", 61), ("overig", 20)], 180),
        ),
        ("further problems, tie", many("bijkomend", &[("trauma", 6), ("gedrag", 6)], 9)),
        ("problems of parents", many("ouderproblematiek", &[("scheiding", 70), ("ouder_zelf", 60)], 110)),
        ("surroundings", many("omgeving", &[("netwerk", 31), ("wijk", 9)], 40)),
        (
            "municipality",
            spread("gemeente", &[("Enschede", 31), ("Hengelo", 25), ("Almelo", 18), ("Twenterand", 15)], 5),
        ),
        ("region", spread("regio", &[("Twente", 144), ("IJsselland", 46)], 0)),
        ("measure", spread("maatregel", &[("geen", 20), ("ots", 40), ("voogdij", 11)], 2)),
        ("residence", spread("verblijf", &[("ouders", 10), ("groep", 14), ("jeugdzorgplus", 13)], 0)),
        (
            "education",
            spread("onderwijs", &[("regulier", 1), ("speciaal", 17), ("geen", 15), ("ontheffing", 4)], 0),
        ),
        ("reason", many("reden", &[("passende_hulp", 80), ("visieverschil", 30)], 120)),
        ("action", many("actie", &[("consultatie", 107), ("ret_tafel", 39)], 190)),
        ("outcome", spread("uitkomst", &[("opgelost", 50), ("loopt", 40), ("overgedragen", 31)], 0)),
        ("many cases", spread("geslacht", &[("jongen", 510_000), ("meisje", 490_000)], 12_345)),
        ("months", series("month", &months)),
        (
            "months, two busiest",
            until(
                series("month", &[("2024-01", 9), ("2024-02", 3), ("2024-03", 9)]),
                "2024-01-04",
                "2024-03-20",
                "2024-03-20",
            ),
        ),
        (
            "months, all equal",
            until(
                series("month", &[("2023-12", 2), ("2024-01", 2)]),
                "2023-12-04",
                "2024-01-20",
                "2024-12-31",
            ),
        ),
        (
            "months, four busiest",
            until(
                series(
                    "month",
                    &[("2024-01", 9), ("2024-02", 9), ("2024-03", 9), ("2024-04", 9), ("2024-05", 1)],
                ),
                "2024-01-01",
                "2024-05-20",
                "2024-05-31",
            ),
        ),
        (
            "one month with one referral",
            until(series("month", &[("2024-03", 1)]), "2024-03-04", "2024-03-04", "2024-03-31"),
        ),
        ("no referrals", series("month", &[])),
        ("quarters", series("quarter", &[("2024-Q1", 17), ("2024-Q2", 12), ("2024-Q3", 7), ("2024-Q4", 10)])),
        (
            "half-years",
            until(
                series("half-year", &[("2024-H1", 29), ("2024-H2", 17)]),
                "2024-01-04",
                "2024-11-20",
                "2024-11-20",
            ),
        ),
        ("year with regions", regions),
        (
            "two years",
            before(
                until(
                    series("year", &[("2023", 103), ("2024", 190)]),
                    "2023-01-02",
                    "2024-12-30",
                    "2024-12-31",
                ),
                &[("2024", 103)],
            ),
        ),
        (
            "three years, one less, and one that is not over",
            before(
                until(
                    series("year", &[("2023", 103), ("2024", 102), ("2025", 40)]),
                    "2023-01-02",
                    "2025-05-30",
                    "2025-06-01",
                ),
                &[("2024", 103)],
            ),
        ),
        (
            "quarters, more than the year before",
            before(series("quarter", &[("2024-Q1", 9), ("2024-Q2", 12)]), &[("2024-Q1", 9), ("2024-Q2", 10)]),
        ),
        (
            "months, as many as the year before",
            before(series("month", &[("2024-01", 1), ("2024-02", 0)]), &[("2024-01", 1)]),
        ),
        (
            "two years, the first not whole",
            until(series("year", &[("2023", 3), ("2024", 190)]), "2023-11-02", "2024-12-30", "2024-12-31"),
        ),
        ("lead time", lead_time([80, 38, 22], 46, 1, Some(84.0), curve(Some(118), Some(96), Some(142)))),
        (
            "lead time, no open cases",
            lead_time([80, 38, 22], 0, 0, Some(84.5), curve(Some(84), Some(70), Some(99))),
        ),
        (
            "lead time, median not reached",
            lead_time([12, 1, 0], 40, 0, Some(30.0), curve(None, Some(200), None)),
        ),
        (
            "lead time, no upper end",
            lead_time([12, 12, 4], 20, 3, Some(95.0), curve(Some(180), Some(120), None)),
        ),
        ("lead time, one closed", lead_time([0, 1, 0], 1, 0, Some(100.0), curve(Some(100), None, None))),
        (
            "lead time, three closed, tie",
            lead_time([1, 1, 1], 0, 0, Some(100.0), curve(Some(100), None, None)),
        ),
        ("lead time, none closed", lead_time([0, 0, 0], 12, 0, None, curve(None, None, None))),
        ("lead time, no cases", lead_time([0, 0, 0], 0, 0, None, Value::Null)),
        ("share", share("thuis", 61, 104)),
        ("share, none", share("maatregel_ja", 0, 12)),
        ("share, all", share("bijna_18", 12, 12)),
        ("share, few", share("monitor", 2, 7)),
        (
            "totals",
            report(
                "overleggen",
                30,
                4,
                json!({ "kind": "totals", "rows": [
            { "code": "aantal_overleggen", "label": "", "n": 30, "total": 39, "mean": 1.3 },
            { "code": "aantal_mdo", "label": "", "n": 7, "total": 73, "mean": 10.43 } ] }),
            ),
        ),
        ("cross table", crosstab([[11, 40], [20, 30]])),
        ("cross table, tie", crosstab([[30, 30], [2, 1]])),
        ("cross table, nothing", crosstab([[0, 0], [0, 0]])),
    ]
}

fn page(lang: Lang) -> String {
    let mut page = String::new();
    for (name, report) in cases() {
        let Words { title, subtitle, text, cautions } = words(&report, lang);
        writeln!(page, "── {name}\n{title}\n  {subtitle}\n  {text}").expect("text grows");
        for caution in cautions {
            writeln!(page, "  ! {caution}").expect("text grows");
        }
    }
    page
}

/// Every error, with and without what it may carry.
fn errors() -> Vec<Error> {
    let full = |&code: &Code| {
        Error::new(code)
            .at_row(12)
            .with_number("limit", 1_048_576)
            .with_number("columns", 7)
            .with_word("field", "leeftijd")
            .with_word("indicator", "leeftijd")
    };
    Code::ALL.iter().flat_map(|code| [full(code), Error::new(*code)]).collect()
}

fn finding(code: FindingCode, rows: &[u64]) -> Finding {
    let mut findings = Findings::of_source(0);
    for &row in rows {
        findings.note(code, Some("aanmelder"), Some(3), row);
    }
    findings.into_list().remove(0)
}

/// Every finding once, a few times, and many times; in a column or nowhere.
fn findings() -> Vec<Finding> {
    let many: Vec<_> = (4..40).collect();
    let of = |&code: &FindingCode| {
        let mut nowhere = finding(code, &[1, 2]);
        (nowhere.field, nowhere.column, nowhere.rows) = (None, None, Vec::new());
        [finding(code, &[4]), finding(code, &[4, 9, 12]), finding(code, &many), nowhere]
    };
    FindingCode::ALL.iter().flat_map(of).collect()
}

#[test]
fn all_figures_in_dutch() {
    insta::assert_snapshot!("figures_nl", page(Nl));
}

#[test]
fn all_figures_in_english() {
    insta::assert_snapshot!("figures_en", page(En));
}

#[test]
fn all_errors_and_findings() {
    for (lang, name) in [(Nl, "reading_nl"), (En, "reading_en")] {
        let errors = errors().into_iter().map(|error| format!("{error}: {}", error_sentence(&error, lang)));
        let findings = findings().into_iter().map(|finding| finding_sentence(&finding, "a.csv", lang));
        insta::assert_snapshot!(name, errors.chain(findings).collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn every_error_and_finding_is_one_whole_sentence() {
    for lang in [Nl, En] {
        let errors = errors().into_iter().map(|error| error_sentence(&error, lang));
        let findings = findings().into_iter().map(|finding| finding_sentence(&finding, "a.csv", lang));
        for sentence in errors.chain(findings) {
            assert_whole(&sentence);
            assert!(!sentence.trim_end_matches('.').contains(". "), "one sentence: {sentence}");
        }
    }
}

#[test]
fn no_two_codes_share_a_sentence() {
    for lang in [Nl, En] {
        let mut errors: Vec<_> =
            Code::ALL.iter().map(|&code| error_sentence(&Error::new(code), lang)).collect();
        errors.extend(
            FindingCode::ALL.iter().map(|&code| finding_sentence(&finding(code, &[4]), "a.csv", lang)),
        );
        let all = errors.len();
        errors.sort();
        errors.dedup();
        assert_eq!(errors.len(), all);
    }
}

/// A sentence that can be shown as it is.
fn assert_whole(sentence: &str) {
    assert!(sentence.ends_with('.'), "full stop: {sentence}");
    for leftover in ["{", "}", "  ", " ,", " .", "..", "?", "()", "NaN", "Some("] {
        assert!(!sentence.contains(leftover), "{leftover:?} in: {sentence}");
    }
}

fn assert_told(words: &Words) {
    assert!(!words.title.is_empty() && !words.title.ends_with('.'), "{}", words.title);
    // What says of whom it is known may make it longer.
    let short = words.title.replace(" met een bekend antwoord", "").replace(" with a known answer", "");
    assert!(short.split(' ').count() <= 17, "long: {}", words.title);
    assert!(words.title.chars().next().is_some_and(|first| !first.is_lowercase()), "{}", words.title);
    assert_whole(&format!("{}.", words.title));
    assert_whole(&format!("{}.", words.subtitle));
    assert_whole(&words.text);
    words.cautions.iter().for_each(|caution| assert_whole(caution));
    assert!(!words.text.contains(['\u{202f}', '–', '%']) || words.text.contains("95%"), "{}", words.text);
}

#[test]
fn every_indicator_is_told_whole_in_both_languages() {
    for (_, report) in cases() {
        for lang in [Nl, En] {
            assert_told(&words(&report, lang));
        }
    }
}

#[test]
fn every_answer_of_every_list_makes_a_sentence() {
    for indicator in INDICATORS {
        let Some(field) = indicator.fields.first().and_then(|id| crate::catalog::field(id)) else {
            continue;
        };
        for value in field.values {
            for (first, second) in [(1, 0), (2, 5), (21, 25), (30, 10)] {
                let other = field.values.iter().find(|other| other.code != value.code).expect("two answers");
                let report = spread(indicator.id, &[(value.code, first), (other.code, second)], 0);
                for lang in [Nl, En] {
                    let words = words(&report, lang);
                    assert_whole(&format!("{}.", words.title));
                    assert_whole(&words.text);
                }
            }
        }
    }
}

#[test]
fn words_go_with_the_report_to_the_page() {
    let report = ages(&[("13-16", 1)], 0, 14.0, 14.0);
    let released = for_own_eyes(report.clone());
    let told = tell(&released, Nl);
    let bytes = released.with_words(told).handover_bytes();
    let taken = crate::disclosure::handover(&bytes).expect("released");
    assert_eq!(taken.get().indicators[0].words, Some(words(&report, Nl)));
}

/// A part of the known answers is not said of everybody when more than a tenth is unknown.
#[test]
fn where_much_is_unknown_a_part_is_of_the_known_answers() {
    let of_known = |report: &Report| {
        let Words { title, text, .. } = words(report, Nl);
        [title, text].map(|words| words.contains("met een bekend antwoord"))
    };
    let boys = |missing| spread("geslacht", &[("jongen", 60), ("meisje", 30)], missing);
    assert_eq!(of_known(&boys(10)), [false, false], "exactly a tenth");
    assert_eq!(of_known(&boys(11)), [true, true]);
    let mut of_all = boys(90);
    of_all.share_of = crate::report::ShareOf::All;
    assert_eq!(of_known(&of_all), [false, false], "a part of all, the unknown among them");
    let all_known = spread("geslacht", &[("jongen", 12)], 40);
    assert_eq!(words(&all_known, Nl).title, "Alle 12 jeugdigen met een bekend antwoord zijn jongens");
    let mut decided = share("besluit_5wd", 26, 40);
    decided.indicators[0].about.missing = 150;
    assert_eq!(of_known(&decided), [true, true]);
}

proptest! {
    #[test]
    fn any_spread_is_told_whole(counts in proptest::collection::vec(0..40u64, 5), missing in 0..20u64) {
        let codes = ["trauma", "ass", "lvb", "hechting", "overig"];
        let counts: Vec<_> = codes.into_iter().zip(counts).collect();
        for lang in [Nl, En] {
            assert_told(&words(&spread("problematiek", &counts, missing), lang));
        }
    }

    #[test]
    fn the_title_names_the_most_frequent_answer(counts in proptest::collection::vec(0..40u64, 3)) {
        let codes = [("trauma", "trauma"), ("hechting", "hechting"), ("angst", "angst")];
        let counts: Vec<_> = codes.into_iter().zip(counts).collect();
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        prop_assume!(most > 0);
        let rows: Vec<_> = counts.iter().map(|((code, _), count)| (*code, *count)).collect();
        let title = words(&spread("problematiek", &rows, 0), Nl).title.to_lowercase();
        // Three that tie are too many for a title.
        let named = counts.iter().filter(|(_, count)| *count == most).count() < 3;
        for ((_, name), count) in counts {
            prop_assert_eq!(title.contains(name), named && count == most, "{}", title);
        }
    }
}
