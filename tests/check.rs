//! `check` as a person or a nightly job uses it: what it prints and how it ends.

#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test fails loudly
#![cfg(feature = "cli")]

use std::{
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ben-monitor"))
        .arg("check")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command starts")
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "findings are told once: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn written(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("can be written");
    path.to_str().expect("a plain path").to_owned()
}

const IJSSELLAND: &str = "www/samples/ijsselland-2024.csv";
const TWENTE: &str = "www/samples/twente-2024.csv";

#[test]
fn findings_mapping_and_risk_are_told_as_text() {
    insta::assert_snapshot!("check_nl", printed(&[TWENTE, IJSSELLAND]));
    insta::assert_snapshot!("check_en", printed(&[IJSSELLAND, "--lang", "en"]));
}

#[test]
fn the_same_is_told_as_json() {
    let json: Value = serde_json::from_str(&printed(&[TWENTE, "--json"])).expect("JSON");
    assert_eq!(json["schema"], "ben-monitor/check@1");
    assert_eq!(json["sources"], serde_json::json!([{ "name": "twente-2024.csv", "cases": 144 }]));
    assert_eq!(json["mapping"]["columns"]["Geb.jaar"], "geboortejaar");
    let findings = json["findings"].as_array().expect("a list");
    let total = findings.iter().find(|finding| finding["code"] == "total-rows").expect("is noticed");
    assert_eq!((&total["severity"], &total["sourceName"]), (&"info".into(), &"twente-2024.csv".into()));
    let risk = &json["risk"];
    assert_eq!((&risk["cases"], &risk["groups"]["smallest"]), (&144.into(), &1.into()));
    let title = risk["title"].as_str().expect("is told");
    assert!(title.contains("van de 144 kinderen in dit bestand"), "{title}");
    assert!(printed(&[TWENTE]).contains(title));
}

#[test]
fn a_recept_says_how_the_file_is_read() {
    let file = written("eigen-koppen.csv", "Aangemeld;Jaren\n3-1-2024;15\n9-2-2024;12\n");
    let recept = written(
        "eigen-koppen.json",
        r#"{ "columns": { "Aangemeld": "aanmelddatum", "Jaren": "leeftijd" }, "values": { "geslacht": { "m": "jongen" } } }"#,
    );
    let text = printed(&[&file, "--recept", &recept]);
    assert!(text.contains("Jaren      leeftijd (Leeftijd)"), "{text}");
    let refused = run(&[&file, "--recept", &file]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[clean.bad-mapping]"));
}

#[test]
fn what_is_refused_says_why() {
    for (status, arguments, reason) in [
        (1, &["tests/fixtures/bad-input/empty.csv"][..], "[intake.empty]"),
        (1, &["no-such-file.csv", "--json"], "[file.unreachable]"),
        (2, &[], "<FILE>"),
        (2, &[IJSSELLAND, "--filter", "regio=Twente"], "--filter"),
    ] {
        let output = run(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{told}");
        assert!(told.contains(reason), "{told}");
        assert!(output.stdout.is_empty());
    }
}
