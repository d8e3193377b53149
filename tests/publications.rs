//! Publications in words and drawings: the reviewed samples, and what must hold for any protected figures.
//!
//! `UPDATE=1 cargo test --test publications` writes the words of the samples anew, and their drawings. The hash of a
//! sample is then to be made anew as well.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking, and counts are small"
)]

use std::{collections::BTreeSet, fs, path::PathBuf};

use ben_monitor::{
    catalog::Lang,
    charts::{Frame, Shape, TableMeasurer, resolve},
    disclosure::{Released, handover},
    narrative::tell,
    report::{Figures, Report, Row, Status, Wire, Words},
};
use proptest::prelude::*;
use serde_json::Value;

const SAMPLES: [&str; 2] = ["publicatie-website", "publicatie-stuurgroep"];

fn sample_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser/pages").join(format!("{name}.json"))
}

fn sample(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(sample_path(name)).unwrap()).unwrap()
}

/// As a page takes a report over: by its bytes.
fn released(report: &Report) -> Released<Report> {
    let mut bytes = Vec::new();
    report.put(&mut bytes);
    handover(&bytes).expect("a protected report")
}

fn retold(report: &Value, lang: Lang) -> Report {
    let mut report: Report = serde_json::from_value(report.clone()).unwrap();
    report.indicators.iter_mut().for_each(|indicator| indicator.words = None);
    let words = tell(&released(&report), lang);
    released(&report).with_words(words).get().clone()
}

#[test]
fn the_words_of_the_samples_are_those_that_are_told() {
    let update = std::env::var_os("UPDATE").is_some();
    for name in SAMPLES {
        let mut publication = sample(name);
        let before = publication.clone();
        let report = retold(&publication["report"], Lang::Nl);
        publication["report"] = serde_json::to_value(report).unwrap();
        for state in publication["states"].as_array_mut().unwrap() {
            let report = retold(&state["report"], Lang::Nl);
            state["report"] = serde_json::to_value(report).unwrap();
        }
        if update {
            let text = serde_json::to_string_pretty(&publication).unwrap() + "\n";
            fs::write(sample_path(name), text).unwrap();
        } else {
            assert_eq!(before, publication, "{name}: UPDATE=1 writes it anew");
        }
    }
}

/// All words of all views of a sample.
fn page(lang: Lang) -> String {
    let mut page = String::new();
    for name in SAMPLES {
        let publication = sample(name);
        let states = publication["states"].as_array().unwrap();
        let views = states.iter().map(|state| (&state["label"], &state["report"]));
        for (label, report) in std::iter::once((&publication["title"], &publication["report"])).chain(views) {
            page += &format!("══ {name}: {}\n", label.as_str().unwrap());
            for indicator in retold(report, lang).indicators {
                let Words { title, subtitle, text, cautions } = indicator.words.unwrap();
                page += &format!("── {}\n{title}\n  {subtitle}\n  {text}\n", indicator.about.id);
                page.extend(cautions.iter().map(|caution| format!("  ! {caution}\n")));
            }
        }
    }
    page
}

#[test]
fn publications_in_dutch() {
    insta::assert_snapshot!("publication_nl", page(Lang::Nl));
}

#[test]
fn publications_in_english() {
    insta::assert_snapshot!("publication_en", page(Lang::En));
}

/// Whole numbers in a text, but those in words of ours that count rows.
fn numbers(text: &str) -> Vec<u64> {
    let text = text
        .replace(['\u{202f}', ','], "")
        .replace("100 procent zijn", "")
        .replace("more than 100 percent", "");
    text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// Every number that the JSON of a report holds, in the forms in which it may be told.
fn published(value: &Value, known: &mut BTreeSet<u64>) {
    match value {
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            for told in [number, number * 100.0, number / 7.0] {
                known.insert(told.round() as u64);
            }
        }
        Value::String(text) => known.extend(numbers(text)),
        Value::Array(values) => values.iter().for_each(|value| published(value, known)),
        Value::Object(values) => values.values().for_each(|value| published(value, known)),
        Value::Null | Value::Bool(_) => {}
    }
}

fn is_counted_here(words: &str) -> bool {
    ["antwoord", "vak", "answer", "cell", "count"].iter().any(|noun| words.contains(noun))
}

/// The sentences of a text without those that count the rows that are hidden, or close to each other.
fn without_counts_of_rows(text: &str) -> String {
    let counts = |sentence: &&str| {
        let first = sentence.trim_start().chars().find(|letter| letter.is_ascii_digit());
        !(first.is_some()
            && is_counted_here(sentence)
            && (sentence.contains("verborgen")
                || sentence.contains("hidden")
                || sentence.contains("even vaak")
                || sentence.contains("equally frequent")))
    };
    text.split_inclusive('.').filter(counts).collect()
}

fn hide(row: &mut Row) {
    row.count = None;
    row.share = None;
    row.status = Some(Status::Hidden);
}

/// Hides more of a report; `dice` says what.
fn hide_more(report: &mut Report, dice: &[bool]) {
    let mut dice = dice.iter().copied().cycle();
    let mut next = || dice.next().unwrap_or(false);
    for indicator in &mut report.indicators {
        if next() && indicator.about.missing > 0 {
            indicator.about.n += indicator.about.missing;
            indicator.about.missing = 0;
            indicator.about.missing_status = Some(Status::Hidden);
        }
        match &mut indicator.figures {
            Figures::Distribution(figures) => figures.rows.iter_mut().filter(|_| next()).for_each(hide),
            Figures::Series(figures) => figures.rows.iter_mut().filter(|_| next()).for_each(hide),
            Figures::Duration(figures) => {
                figures.rows.iter_mut().filter(|_| next()).for_each(hide);
                if next() {
                    figures.open = 0;
                    figures.open_status = Some(Status::Hidden);
                    figures.summary = Default::default();
                }
            }
            Figures::Share(figures) if next() => {
                figures.count = None;
                figures.share = None;
                figures.status = Some(Status::Hidden);
            }
            Figures::Crosstab(table) => {
                for row in &mut table.rows {
                    for cell in row.cells.iter_mut().filter(|_| next()) {
                        cell.count = None;
                        cell.status = Some(Status::Hidden);
                    }
                    if next() {
                        row.total = None;
                    }
                }
            }
            _ => {}
        }
    }
}

fn reports(name: &str) -> Vec<Report> {
    let publication = sample(name);
    let states = publication["states"].as_array().unwrap().iter().map(|state| &state["report"]);
    let all = std::iter::once(&publication["report"]).chain(states);
    let stripped = |report: &Value| {
        let mut report: Report = serde_json::from_value(report.clone()).unwrap();
        report.indicators.iter_mut().for_each(|indicator| indicator.words = None);
        report
    };
    all.map(stripped).collect()
}

/// Every text of a drawing, and all that is read aloud of it.
fn drawn(report: &Released<Report>, place: usize, lang: Lang) -> Vec<String> {
    let frame = Frame { width: 760.0, lang };
    let Some(model) = resolve(report, place, &frame, &TableMeasurer) else { return Vec::new() };
    let texts = model.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    texts.chain(model.marks.iter().map(|mark| mark.label.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is added up or taken away: a remainder would be a number of its own.
    #[test]
    fn every_number_that_is_told_or_drawn_stands_in_the_report(
        dice in prop::collection::vec(any::<bool>(), 97),
        english: bool,
    ) {
        let lang = if english { Lang::En } else { Lang::Nl };
        for mut report in SAMPLES.iter().flat_map(|name| reports(name)) {
            hide_more(&mut report, &dice);
            let released = released(&report);
            let words = tell(&released, lang);
            for (place, (indicator, words)) in report.indicators.iter().zip(words).enumerate() {
                let mut known = BTreeSet::new();
                published(&serde_json::to_value(indicator).unwrap(), &mut known);
                published(&serde_json::to_value(&report.protection).unwrap(), &mut known);
                // The words of the catalog: ages, months, working days.
                known.extend([2024, 1, 2, 3, 4, 5, 6, 12, 13, 16, 17]);
                let Words { title, subtitle, text, cautions } = words;
                let title = without_counts_of_rows(&title);
                let told = [title, subtitle, without_counts_of_rows(&text), cautions.concat()];
                for said in told.into_iter().chain(drawn(&released, place, lang)) {
                    for number in numbers(&said) {
                        prop_assert!(known.contains(&number), "{number} of {said:?} in {}", indicator.about.id);
                    }
                }
            }
        }
    }

    /// A title with a ranking verb needs all that it ranks.
    #[test]
    fn nothing_hidden_is_ranked(dice in prop::collection::vec(any::<bool>(), 89)) {
        for mut report in SAMPLES.iter().flat_map(|name| reports(name)) {
            hide_more(&mut report, &dice);
            for words in tell(&released(&report), Lang::Nl) {
                let told = format!("{} {}", words.title, words.text);
                for ranking in ["meeste", "bovenaan", "Daarna", "grootste"] {
                    prop_assert!(!told.contains(ranking), "{told}");
                }
            }
        }
    }
}

/// Only what is exact and in words may say "all", and only where it is.
#[test]
fn of_rounded_figures_nothing_is_said_of_all_or_in_fractions() {
    for report in reports(SAMPLES[0]) {
        for words in tell(&released(&report), Lang::Nl) {
            for exact in ["Alle ", "alle 1", "kwart", "derde", "de helft", "op de vijf"] {
                let title = words.title.replace("derde kwartaal", "");
                assert!(!title.contains(exact), "{title}");
            }
            assert_eq!(words.subtitle.matches("afgerond op vijftallen").count(), 1, "{}", words.subtitle);
        }
    }
    for report in reports(SAMPLES[1]) {
        for words in tell(&released(&report), Lang::Nl) {
            assert!(!words.subtitle.contains("afgerond"), "{}", words.subtitle);
        }
    }
}

/// The page makes these bytes in TypeScript; `tests/browser/wire.spec.ts` holds it to the same file.
#[test]
fn the_bytes_of_a_report_are_those_that_the_page_makes() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/publications");
    let json = fs::read_to_string(folder.join("every-value.json")).unwrap();
    let report: Report = serde_json::from_str(&json).unwrap();
    let mut bytes = Vec::new();
    report.put(&mut bytes);
    let lines =
        bytes.chunks(48).map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + "\n");
    let hex: String = lines.collect();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(folder.join("every-value.hex"), &hex).unwrap();
    }
    assert_eq!(fs::read_to_string(folder.join("every-value.hex")).unwrap(), hex, "UPDATE=1 writes it anew");
    assert_eq!(handover(&bytes).unwrap().get(), &report);
}
