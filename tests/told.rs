//! What problems together, target groups, threads and terms say, in both
//! languages: the reviewed set (`snapshots/`), and rules that hold for each.

// A test stops where something is not as it should be.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write;

use ben_monitor::{
    catalog::{
        FIELDS,
        Lang::{self, En, Nl},
    },
    disclosure::{for_own_eyes, handover},
    narrative::{tell, thread_sentences},
    report::{Figures, Report, Words},
};
use serde_json::{Value, json};

/// A report about one indicator. `figures` holds what the indicator adds.
fn report(id: &str, n: u64, missing: u64, figures: Value) -> Report {
    let mut indicator = json!({
        "id": id, "n": n, "missing": missing,
        "missingBy": { "blank": missing, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
    });
    let (Some(keys), Value::Object(figures)) = (indicator.as_object_mut(), figures) else {
        panic!("objects")
    };
    keys.extend(figures);
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

fn stacked(counts: [u64; 5], missing: u64) -> Report {
    let rows = ["1", "2", "3", "4", "5+"].iter().zip(counts);
    let rows: Vec<_> =
        rows.map(|(code, count)| json!({ "code": code, "label": code, "count": count })).collect();
    let figures = json!({ "kind": "distribution", "base": "cases", "ordered": true, "rows": rows });
    report("stapeling", counts.iter().sum(), missing, figures)
}

fn groups(counts: &[(&str, &str, u64)], n: u64) -> Report {
    let row =
        |(code, label, count): &(&str, &str, u64)| json!({ "code": code, "label": label, "count": count });
    let rows: Vec<_> = counts.iter().map(row).collect();
    report(
        "doelgroepen",
        n,
        0,
        json!({ "kind": "distribution", "base": "cases", "multiple": true, "rows": rows }),
    )
}

fn together(n: u64, missing: u64, pairs: &[(&str, &str, u64, f64)], exact: &[(&[&str], u64)]) -> Report {
    let mut codes: Vec<_> = pairs.iter().flat_map(|(a, b, ..)| [*a, *b]).collect();
    codes.sort_unstable();
    codes.dedup();
    let rows: Vec<_> = codes.iter().map(|code| json!({ "code": code, "label": code, "count": 1 })).collect();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(a, b, count, lift)| json!({ "a": a, "b": b, "count": count, "lift": lift }))
        .collect();
    let exact: Vec<_> =
        exact.iter().map(|(codes, count)| json!({ "codes": codes, "count": count })).collect();
    let figures = json!({ "kind": "cooccurrence", "base": "cases", "rows": rows, "pairs": pairs, "combinations": exact });
    report("samenhang", n, missing, figures)
}

fn thread(group: (&str, &str), of: (&str, &str), counts: [u64; 4]) -> Value {
    let [count, n, rest_count, rest_n] = counts;
    let answer = |(field, code): (&str, &str)| json!({ "field": field, "code": code, "label": code });
    #[expect(clippy::cast_precision_loss)]
    let share = |count: u64, n: u64| count as f64 / n as f64;
    json!({
        "group": answer(group), "trait": answer(of), "count": count, "n": n, "share": share(count, n),
        "restCount": rest_count, "restN": rest_n, "restShare": share(rest_count, rest_n), "p": 0.001, "q": 0.01,
    })
}

fn threads(n: u64, tested: u64, rows: &[Value]) -> Report {
    report("rode_draden", n, 0, json!({ "kind": "threads", "tested": tested, "rows": rows }))
}

fn share(id: &str, count: u64, n: u64, missing: u64) -> Report {
    report(id, n, missing, json!({ "kind": "share", "count": count, "share": null }))
}

/// The reviewed set.
#[expect(clippy::too_many_lines, reason = "one list, to be read from top to bottom")]
fn cases() -> Vec<(&'static str, Report)> {
    let both = ("hechting_trauma", "Hechting met trauma");
    let boys = ("jongens_8_14", "Jongens 8–14 jaar, autisme en ADHD");
    let mild = ("lvb_met_stoornis", "LVB met een andere stoornis");
    let in_twente = thread(("regio", "Twente"), ("problematiek", "hechting"), [46, 144, 8, 45]);
    let fewer_boys = thread(("geslacht", "jongen"), ("problematiek", "automutilatie"), [6, 95, 40, 90]);
    let girls = thread(("geslacht", "meisje"), ("problematiek", "automutilatie"), [40, 90, 6, 95]);
    let at_home = thread(("verblijf", "ouders"), ("reden", "passende_hulp"), [30, 60, 12, 80]);
    let old = thread(("leeftijd", "17+"), ("uitkomst", "loopt"), [15, 20, 60, 170]);
    let school = thread(("aanmelder", "onderwijs"), ("belemmering", "wachtlijst"), [9, 12, 20, 110]);
    vec![
        ("stacked", stacked([63, 39, 55, 30, 12], 10)),
        ("stacked, nobody more than one", stacked([14, 0, 0, 0, 0], 0)),
        ("stacked, everybody", stacked([0, 10, 4, 0, 1], 0)),
        ("stacked, one child", stacked([0, 0, 1, 0, 0], 0)),
        ("stacked, two children", stacked([1, 1, 0, 0, 0], 3)),
        ("stacked, all unknown", stacked([0; 5], 12)),
        ("stacked, nothing", stacked([0; 5], 0)),
        (
            "together",
            together(
                180,
                10,
                &[
                    ("trauma", "hechting", 87, 1.42),
                    ("trauma", "ouder:verslaving", 40, 1.1),
                    ("gedrag", "lvb", 33, 0.9),
                    ("angst", "stemming", 20, 2.0),
                ],
                &[(&["trauma", "hechting", "ouder:scheiding"], 12), (&["trauma", "hechting"], 11)],
            ),
        ),
        (
            "together, less than expected, the rest left out",
            together(
                60,
                0,
                &[("trauma", "overig", 30, 1.4), ("trauma", "gedrag", 20, 0.7), ("ass", "overig", 2, 1.0)],
                &[(&["trauma", "overig"], 2), (&["trauma", "gedrag"], 2)],
            ),
        ),
        ("together, about as expected", together(60, 0, &[("ass", "adhd", 20, 1.02)], &[])),
        (
            "together, two tie",
            together(
                40,
                0,
                &[("trauma", "gedrag", 9, 1.3), ("ass", "adhd", 9, 1.0), ("ass", "lvb", 1, 1.0)],
                &[],
            ),
        ),
        (
            "together, few",
            together(
                7,
                0,
                &[("trauma", "gedrag", 3, 1.3), ("ass", "ouder:psychiatrie", 1, 1.0)],
                &[(&["trauma", "gedrag"], 3)],
            ),
        ),
        (
            "together, two children",
            together(2, 0, &[("trauma", "gedrag", 2, 1.0)], &[(&["trauma", "gedrag"], 2)]),
        ),
        (
            "together, one child",
            together(1, 0, &[("trauma", "gedrag", 1, 1.0)], &[(&["trauma", "gedrag"], 1)]),
        ),
        ("together, never", together(30, 2, &[], &[])),
        ("together, all unknown", together(0, 9, &[], &[])),
        (
            "target groups",
            groups(
                &[(both.0, both.1, 48), (mild.0, mild.1, 40), (boys.0, boys.1, 12), ("eigen", "Van ons", 3)],
                190,
            ),
        ),
        ("target groups, tie", groups(&[(both.0, both.1, 9), (boys.0, boys.1, 9), (mild.0, mild.1, 0)], 40)),
        ("target groups, one of our own", groups(&[("eigen", "Van ons", 1)], 1)),
        ("target groups, nobody", groups(&[(both.0, both.1, 0), (boys.0, boys.1, 0)], 25)),
        ("target groups, no cases", groups(&[(both.0, both.1, 0)], 0)),
        (
            "threads",
            threads(189, 412, &[fewer_boys.clone(), girls, at_home.clone(), in_twente.clone(), old, school]),
        ),
        ("threads, one region", threads(189, 412, &[in_twente])),
        ("threads, one", threads(189, 1, &[fewer_boys])),
        ("threads, a long group", threads(140, 300, &[at_home])),
        ("threads, nothing found", threads(189, 275, &[])),
        ("threads, too few", threads(4, 0, &[])),
        ("threads, no cases", threads(0, 0, &[])),
        ("decision", share("besluit_5wd", 26, 40, 150)),
        ("decision, none known", share("besluit_5wd", 0, 0, 12)),
        ("decision, one", share("besluit_5wd", 1, 1, 0)),
        ("contact", share("contact_14d", 27, 33, 0)),
        ("contact, none of two", share("contact_14d", 0, 2, 0)),
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
        for sentence in thread_sentences(&for_own_eyes(report), lang) {
            writeln!(page, "  - {}", sentence.as_deref().unwrap_or("(the same, turned around)"))
                .expect("text grows");
        }
    }
    page
}

#[test]
fn all_sentences_in_dutch() {
    insta::assert_snapshot!("told_nl", page(Nl));
}

#[test]
fn all_sentences_in_english() {
    insta::assert_snapshot!("told_en", page(En));
}

/// A sentence that can be shown as it is, and read aloud.
fn assert_whole(sentence: &str) {
    assert!(sentence.ends_with('.'), "full stop: {sentence}");
    assert!(sentence.chars().next().is_some_and(|first| !first.is_lowercase()), "capital: {sentence}");
    for leftover in ["{", "}", "[", "]", "  ", " ,", " .", "..", "?", "()", "NaN", "Some(", "%", "–"] {
        assert!(!sentence.contains(leftover), "{leftover:?} in: {sentence}");
    }
}

#[test]
fn every_word_is_whole_and_no_title_is_long() {
    for (name, report) in cases() {
        for lang in [Nl, En] {
            let Words { title, text, cautions, .. } = words(&report, lang);
            assert!(!title.is_empty() && !title.ends_with('.'), "{name}: {title}");
            assert!(title.split(' ').count() <= 24, "long: {title}");
            assert_whole(&format!("{title}."));
            assert_whole(&text);
            cautions.iter().for_each(|caution| assert_whole(caution));
        }
    }
}

#[test]
fn every_group_and_every_trait_makes_a_sentence() {
    let values = |id: &str| FIELDS.iter().find(|field| field.id == id).expect("in the catalog").values;
    let ages = ["0-3", "4-8", "9-12", "13-16", "17+"].map(|band| ("leeftijd", band));
    let listed = ["geslacht", "aanmelder", "verblijf", "onderwijs"]
        .into_iter()
        .flat_map(|id| values(id).iter().map(move |value| (id, value.code)));
    let groups: Vec<_> = listed.chain(ages).chain([("regio", "Twente")]).collect();
    let traits = ["problematiek", "reden", "belemmering", "uitkomst"]
        .into_iter()
        .flat_map(|id| values(id).iter().map(move |value| (id, value.code)));
    for of in traits {
        for group in &groups {
            let report = threads(100, 50, &[thread(*group, of, [5, 10, 10, 80])]);
            for lang in [Nl, En] {
                assert_whole(&format!("{}.", words(&report, lang).title));
                let sentences = thread_sentences(&for_own_eyes(report.clone()), lang);
                assert_whole(sentences[0].as_deref().expect("told"));
            }
        }
    }
}

#[test]
fn the_sentences_go_with_the_threads_to_the_page() {
    let rows = [
        thread(("regio", "Twente"), ("problematiek", "hechting"), [46, 144, 8, 45]),
        thread(("regio", "IJsselland"), ("problematiek", "hechting"), [8, 45, 46, 144]),
    ];
    let released = for_own_eyes(threads(189, 412, &rows));
    let told = thread_sentences(&released, Nl);
    let bytes = released.with_thread_sentences(told).handover_bytes();
    let taken = handover(&bytes).expect("released");
    let Figures::Threads(taken) = &taken.get().indicators[0].figures else { panic!("threads") };
    assert_eq!(
        taken.rows[0].text.as_deref(),
        Some(
            "In Twente speelt hechting bij 32 procent van de jeugdigen (46 van 144), elders bij 18 procent (8 van 45)."
        )
    );
    assert_eq!(taken.rows[1].text, None, "the same, turned around");
}

#[test]
fn a_place_that_looks_like_a_pattern_stays_as_it_is() {
    let report =
        threads(189, 412, &[thread(("regio", "{v} [a|b]"), ("problematiek", "angst"), [46, 144, 8, 45])]);
    assert!(
        words(&report, Nl).title.starts_with("In {v} [a|b] speelt angst"),
        "{}",
        words(&report, Nl).title
    );
}
