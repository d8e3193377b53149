//! Two selections side by side, and figures that keep showing the whole: the
//! sentences of a reviewed set (`snapshots/`), and rules that hold for all.

use std::fmt::Write;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::tell;
use crate::{
    catalog::Lang::{self, En, Nl},
    disclosure::for_own_eyes,
    report::{Report, Words},
};

fn report(filter: &Value, indicator: &Value) -> Report {
    let report = json!({
        "schema": "ben-monitor/report@1",
        "cases": { "read": 200, "used": 200, "excluded": 0, "selected": 100 },
        "sources": [], "referenceDate": "2024-12-31",
        "period": { "from": "2024-01-04", "to": "2024-12-20" },
        "filter": filter, "protection": null, "indicators": [indicator],
    });
    serde_json::from_value(report).expect("a report")
}

/// Two selections: `None` for all that the first leaves out.
fn two(filters: (Value, Option<Value>), one: &Value, two: &Value) -> Report {
    let mut report = report(&filters.0, one);
    let against = json!({
        "filter": filters.1.clone().unwrap_or_else(|| json!([])),
        "rest": filters.1.is_none(), "selected": 100, "indicators": [two],
    });
    report.against = Some(serde_json::from_value(against).expect("a selection"));
    report
}

fn regions() -> (Value, Option<Value>) {
    let region = |name: &str| json!([{ "field": "regio", "values": [name] }]);
    (region("Twente"), Some(region("IJsselland")))
}

fn clauses(clauses: &[(&str, &[&str])]) -> Value {
    clauses.iter().map(|(field, values)| json!({ "field": field, "values": values })).collect()
}

fn indicator(id: &str, n: u64, missing: u64, figures: Value) -> Value {
    let by = json!({ "blank": missing, "unknown": 0, "notApplicable": 0, "unrecognised": 0 });
    let mut indicator = json!({ "id": id, "n": n, "missing": missing, "missingBy": by });
    if let (Some(keys), Value::Object(figures)) = (indicator.as_object_mut(), figures) {
        keys.extend(figures);
    }
    indicator
}

fn spread(id: &str, counts: &[(&str, u64)], missing: u64) -> Value {
    let rows: Value =
        counts.iter().map(|(code, count)| json!({ "code": code, "label": code, "count": count })).collect();
    let n = counts.iter().map(|(_, count)| count).sum();
    indicator(id, n, missing, json!({ "kind": "distribution", "base": "cases", "rows": rows }))
}

fn share(id: &str, count: u64, n: u64) -> Value {
    indicator(id, n, 0, json!({ "kind": "share", "count": count, "share": null }))
}

fn lead_time(n: u64, open: u64, median: Option<f64>, all: Option<f64>) -> Value {
    let curve = json!({ "median": all, "low": null, "high": null, "points": [] });
    let summary = json!({ "median": median, "p90": null });
    let figures = json!({ "kind": "duration", "open": open, "excluded": 0, "rows": [], "summary": summary, "kaplanMeier": curve });
    indicator("doorlooptijd", n, 0, figures)
}

/// Three regions, one of them too small to be named.
fn by_region() -> Value {
    let group = |name: &str, n: u64, open: u64, median: Option<f64>| {
        let curve = json!({ "median": median, "low": null, "high": null, "points": [] });
        json!({ "code": name, "label": name, "n": n, "open": open, "summary": { "median": null }, "kaplanMeier": curve })
    };
    let groups = [
        group("Twente", 40, 0, Some(63.5)),
        group("IJsselland", 9, 12, None),
        group("Achterhoek", 5, 4, Some(1.0)),
    ];
    let mut lead_time = lead_time(54, 16, Some(60.0), Some(70.0));
    lead_time["rows"] = json!([{ "code": "0-3", "label": "0–3 maanden", "count": 54 }]);
    lead_time["by"] =
        json!([{ "field": "regio", "groups": groups }, { "field": "actie", "groups": [groups[0]] }]);
    lead_time
}

fn meetings(n: u64, total: u64) -> Value {
    #[expect(clippy::cast_precision_loss)]
    let mean = (n > 0).then(|| total as f64 / n as f64);
    let row = json!({ "code": "aantal_overleggen", "label": "", "n": n, "total": total, "mean": mean });
    indicator("overleggen", n, 5, json!({ "kind": "totals", "rows": [row] }))
}

fn series(n: u64) -> Value {
    indicator("aanmeldingen", n, 0, json!({ "kind": "series", "unit": "year", "rows": [], "mean": null }))
}

/// 100 of 171 referrals chosen by their year, with the others beside them.
fn chosen_years(years: &[&str]) -> Report {
    let rows = json!([
        { "code": "2022", "label": "2022", "count": 11 },
        { "code": "2023", "label": "2023", "count": 60, "previous": 11 },
        { "code": "2024", "label": "2024", "count": 100, "previous": 60 },
    ]);
    let figures = json!({ "kind": "series", "unit": "year", "rows": rows, "mean": 57.0, "chosen": years });
    report(&clauses(&[("aanmelddatum", years)]), &indicator("aanmeldingen", 171, 0, figures))
}

fn together(count: u64, n: u64) -> Value {
    let row = |code: &str| json!({ "code": code, "label": code, "count": count });
    let pairs = json!([{ "a": "trauma", "b": "hechting", "count": count, "lift": 1.0 }]);
    let rows = json!([row("trauma"), row("hechting")]);
    let figures =
        json!({ "kind": "cooccurrence", "base": "cases", "rows": rows, "pairs": pairs, "combinations": [] });
    indicator("samenhang", n, 0, figures)
}

fn cases() -> Vec<(&'static str, Report)> {
    let gender = |boys, girls, missing| spread("geslacht", &[("jongen", boys), ("meisje", girls)], missing);
    let years = (clauses(&[("aanmelddatum", &["2024"])]), Some(clauses(&[("aanmelddatum", &["2023"])])));
    let halves = (
        clauses(&[("aanmelddatum", &["2024-01..2024-06"])]),
        Some(clauses(&[("aanmelddatum", &["2024-Q3", "2024-Q4"])])),
    );
    let girls = || clauses(&[("geslacht", &["meisje"]), ("leeftijd", &["12..17", "18+"])]);
    let mut all = two(regions(), &gender(30, 30, 40), &gender(10, 20, 0));
    all.share_of = crate::report::ShareOf::All;
    let mut kept = gender(20, 30, 0);
    kept["chosen"] = json!(["jongen"]);
    let own = clauses(&[("geslacht", &["jongen"]), ("regio", &["Twente"]), ("aantal_mdo", &["2..5"])]);
    let and_period = clauses(&[("geslacht", &["jongen"]), ("aanmelddatum", &["2024-Q1..2024-Q2"])]);
    vec![
        ("gender", two(regions(), &gender(56, 48, 40), &gender(19, 18, 2))),
        ("no difference", two(regions(), &gender(50, 50, 0), &gender(30, 30, 0))),
        ("one point", two(regions(), &gender(51, 49, 0), &gender(50, 50, 0))),
        ("two and one", two(regions(), &gender(2, 0, 0), &gender(0, 1, 0))),
        ("the second all unknown", two(regions(), &gender(2, 0, 0), &gender(0, 0, 9))),
        ("both empty", two(regions(), &gender(0, 0, 0), &gender(0, 0, 0))),
        ("of all, known or not", all),
        ("chosen by it", two((girls(), None), &gender(0, 20, 0), &gender(30, 10, 0))),
        ("the rest", two((girls(), None), &share("thuis", 12, 40), &share("thuis", 60, 80))),
        ("no filter", two((json!([]), Some(girls())), &share("thuis", 12, 40), &share("thuis", 1, 8))),
        ("two years", two(years.clone(), &series(104), &series(92))),
        ("one and none", two(years.clone(), &series(1), &series(0))),
        ("two halves", two(halves, &series(40), &series(40))),
        (
            "lead times",
            two(
                years.clone(),
                &lead_time(60, 12, Some(84.0), Some(118.0)),
                &lead_time(40, 0, Some(90.5), Some(90.5)),
            ),
        ),
        (
            "half not closed",
            two(regions(), &lead_time(60, 80, Some(30.0), None), &lead_time(1, 0, Some(1.0), Some(1.0))),
        ),
        (
            "neither half",
            two(regions(), &lead_time(6, 80, Some(30.0), None), &lead_time(1, 9, Some(1.0), None)),
        ),
        ("meetings", two(regions(), &meetings(10, 14), &meetings(30, 39))),
        ("meetings of one", two(regions(), &meetings(10, 14), &meetings(0, 0))),
        ("none closed", two(regions(), &lead_time(6, 80, Some(30.0), None), &lead_time(0, 9, None, None))),
        ("lead times by region", report(&json!([]), &by_region())),
        ("keeps showing the whole", report(&own, &kept)),
        ("the whole of a period", report(&and_period, &kept)),
        ("one year chosen of two", chosen_years(&["2024"])),
        ("two years chosen of three", chosen_years(&["2023", "2024"])),
        ("problems together, of the first", two(regions(), &together(34, 90), &together(9, 30))),
        ("problems together, of the rest none", two((girls(), None), &together(34, 90), &together(0, 0))),
    ]
}

fn words(report: &Report, lang: Lang) -> Words {
    tell(&for_own_eyes(report.clone()), lang).remove(0)
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

#[test]
fn two_selections_in_dutch() {
    insta::assert_snapshot!("two_nl", page(Nl));
}

#[test]
fn two_selections_in_english() {
    insta::assert_snapshot!("two_en", page(En));
}

/// The tables keep the names that a statistician looks for.
#[test]
fn no_sentence_in_dutch_has_a_technical_name() {
    for technical in ["procentpunt", "interval", "95%", "Kaplan", "Fisher", "significant"] {
        assert!(!page(Nl).contains(technical), "{technical}");
    }
}

proptest! {
    /// The difference that is told is that of the percentages that are told, and both n are there.
    #[test]
    fn a_difference_can_be_checked_by_the_reader(a in 1..300u64, b in 1..300u64, more in 0..300u64) {
        let (one, other) = (share("thuis", a, a + more), share("thuis", b, b + 7));
        let Words { title, subtitle, text, .. } = words(&two(regions(), &one, &other), Nl);
        prop_assert!(text.contains(&format!("{a} van de {}", a + more)), "{}", text);
        let both = [a + more, b + 7].map(|n| subtitle.contains(&format!("n = {n}")));
        prop_assert_eq!(both, [true, true], "{}", subtitle);
        let percent = |count: u64, n: u64| (count * 200 + n) / (2 * n);
        let points = percent(a, a + more).abs_diff(percent(b, b + 7));
        let said = match points {
            0 => "afgerond geen verschil".to_owned(),
            1 => "1 punt verschil".to_owned(),
            _ => format!("{points} punten verschil"),
        };
        prop_assert!(title.ends_with(&said) && text.contains(&said), "{} {}", said, title);
    }
}
