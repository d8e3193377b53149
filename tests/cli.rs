//! The command line as another program uses it: what it prints and how it ends.

#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test fails loudly
#![cfg(feature = "cli")]

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ben-monitor"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command starts")
}

fn report(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON on standard output")
}

fn indicator<'a>(report: &'a Value, id: &str) -> &'a Value {
    let indicators = report["indicators"].as_array().expect("a list");
    indicators.iter().find(|indicator| indicator["id"] == id).expect("is in the report")
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

const IJSSELLAND: &str = "www/samples/ijsselland-2024.csv";
const TWENTE: &str = "www/samples/twente-2024.csv";

#[test]
fn report_prints_the_report_of_all_files() {
    let report = report(&["report", IJSSELLAND, TWENTE]);
    assert_eq!(report["schema"], "ben-monitor/report@1");
    assert_eq!(report["cases"]["read"], 190);
    assert_eq!(report["sources"][1]["name"], "twente-2024.csv");
    assert_eq!(indicator(&report, "problematiek")["kind"], "distribution");
}

#[test]
fn filters_on_one_field_add_up_and_on_two_fields_narrow() {
    let selected = |filters: &[&str]| {
        let mut arguments = vec!["report", IJSSELLAND, TWENTE];
        arguments.extend(filters.iter().flat_map(|filter| ["--filter", filter]));
        report(&arguments)["cases"]["selected"].as_u64().expect("a count")
    };
    assert_eq!(selected(&["regio=IJsselland"]), 46);
    assert_eq!(selected(&["regio=IJsselland", "regio=Twente"]), 190);
    assert_eq!(selected(&["regio=Twente", "aanmelddatum=2024-H1"]), 73);
}

#[test]
fn a_cross_table_and_a_reference_date_can_be_asked() {
    let report =
        report(&["report", TWENTE, "--crosstab", "geboortejaar,aanmelder", "--reference-date", "2024-06-30"]);
    assert_eq!(report["referenceDate"], "2024-06-30");
    let table = indicator(&report, "kruistabel");
    assert_eq!((&table["row"], &table["column"]), (&"geboortejaar".into(), &"aanmelder".into()));
}

#[test]
fn a_recept_changes_how_a_file_is_read() {
    let file = scratch("own-headings.csv");
    std::fs::write(&file, "Aangemeld;Jaren\n3-1-2024;15\n9-2-2024;12\n").expect("is written");
    let recept = scratch("recept.json");
    let saved =
        r#"{"schema":"ben-monitor/recept@1","columns":{"Aangemeld":"aanmelddatum","Jaren":"leeftijd"}}"#;
    std::fs::write(&recept, saved).expect("is written");
    let (file, recept) = (file.to_str().expect("a plain path"), recept.to_str().expect("a plain path"));
    assert_eq!(run(&["report", file]).status.code(), Some(1));
    let report = report(&["report", file, "--recept", recept]);
    assert_eq!(indicator(&report, "leeftijd")["n"], 2);
}

#[test]
fn a_recept_brings_the_settings_of_the_figures() {
    let recept = scratch("settings.json");
    let path = recept.to_str().expect("a plain path");
    let saved = r#"{"columns":{},"settings":{"ageBands":[12,18],"leadTimeBands":[1],"shareOf":"all"}}"#;
    std::fs::write(&recept, saved).expect("is written");
    let found = report(&["report", IJSSELLAND, "--recept", path, "--filter", "leeftijd=12-17"]);
    let codes = |id: &str| {
        let rows = indicator(&found, id)["rows"].as_array().expect("a list");
        rows.iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        (codes("leeftijd"), codes("doorlooptijd")),
        (vec!["0-11".into(), "12-17".into(), "18+".into()], vec!["0-1".into(), "1+".into()])
    );
    assert_eq!(found["shareOf"], "all");
    std::fs::write(&recept, r#"{"settings":{"ageBands":[18,12]}}"#).expect("is written");
    let output = run(&["report", IJSSELLAND, "--recept", path]);
    let reason = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{reason}");
    assert!(reason.contains("leeftijdsgroepen") && reason.contains("[request.malformed]"), "{reason}");
    assert!(reason.contains("settings.json"), "the recept is refused, not the question: {reason}");
}

#[test]
fn a_cross_table_of_several_answers_says_that_a_case_counts_in_each() {
    let cautions = |fields: &str| {
        let found = report(&["report", IJSSELLAND, "--crosstab", fields]);
        indicator(&found, "kruistabel")["cautions"].to_string()
    };
    assert!(cautions("reden,actie").contains("meer dan"), "{}", cautions("reden,actie"));
    assert!(!cautions("geslacht,aanmelder").contains("meer dan"));
}

#[test]
fn two_selections_are_shown_side_by_side() {
    let both = [IJSSELLAND, TWENTE];
    let found =
        report(&["report", both[0], both[1], "--filter", "regio=Twente", "--against", "regio=IJsselland"]);
    assert_eq!((&found["cases"]["selected"], &found["against"]["selected"]), (&144.into(), &46.into()));
    assert_eq!(found["against"]["filter"][0]["values"][0], "IJsselland");
    let title = indicator(&found, "geslacht")["title"].as_str().expect("a title").to_owned();
    assert!(
        title.contains("Twente") && title.contains("IJsselland") && title.contains("verschil"),
        "{title}"
    );
    let found = report(&["report", both[0], both[1], "--filter", "regio=Twente", "--against-rest"]);
    assert_eq!((&found["against"]["rest"], &found["against"]["selected"]), (&true.into(), &46.into()));
    let kept = report(&["report", both[0], both[1], "--filter", "regio=Twente", "--keep-own"]);
    assert_eq!((&kept["cases"]["selected"], &indicator(&kept, "regio")["n"]), (&144.into(), &190.into()));
    assert_eq!(indicator(&kept, "regio")["chosen"][0], "Twente");
    let wrong = run(&["report", TWENTE, "--against-rest"]);
    assert_eq!(wrong.status.code(), Some(2), "there is no rest of everything");
}

#[test]
fn chart_draws_one_indicator() {
    let out = scratch("leeftijd.svg");
    let output = run(&["chart", "leeftijd", IJSSELLAND, "-o", out.to_str().expect("a plain path")]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let svg = std::fs::read_to_string(out).expect("was written");
    assert!(svg.starts_with("<svg") && svg.contains("<title>") && svg.contains("13–16 jaar"));
}

#[test]
fn what_is_refused_says_why() {
    let refused = |status: i32, arguments: &[&str], code: &str| {
        let output = run(arguments);
        let reason = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{reason}");
        assert!(reason.contains(code), "{reason}");
        assert!(output.stdout.is_empty());
    };
    refused(1, &["report", "tests/fixtures/bad-input/empty.csv"], "intake.empty");
    refused(1, &["report", "tests/fixtures/bad-input/picture.csv"], "intake.not-text");
    refused(2, &["report", TWENTE, "--filter", "geenveld=1"], "request.unknown-field");
    refused(2, &["report", TWENTE, "--reference-date", "31-12-2024"], "request.bad-date");
    refused(2, &["chart", "geenindicator", TWENTE, "-o", "unused.svg"], "request.unknown-indicator");
    refused(1, &["report", "no-such-file.csv"], "file.unreachable");
}

#[test]
fn a_recept_that_is_none_is_refused() {
    let recept = scratch("no-recept.json");
    for none in [r#"{"colums":{}}"#, r#"{"schema":"ben-monitor/report@1","columns":{}}"#] {
        std::fs::write(&recept, none).expect("is written");
        let output = run(&["report", TWENTE, "--recept", recept.to_str().expect("a plain path")]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("clean.bad-mapping"));
    }
}

#[test]
fn what_was_wrong_in_a_file_is_said_beside_the_report() {
    let file = scratch("wrong-answers.csv");
    std::fs::write(&file, "aanmelddatum;leeftijd\n3-1-2024;geheim\n9-2-2024;12\n").expect("is written");
    let output = run(&["report", file.to_str().expect("a plain path")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0));
    assert!(said.contains("[number-unreadable]") && !said.contains("geheim"), "{said}");
}

#[test]
fn wrong_use_ends_with_two() {
    for arguments in [&["report"][..], &["unknown"], &["report", TWENTE, "--filter", "regio"]] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn compare_prints_what_changed() {
    let (march, april) = (scratch("maart.csv"), scratch("april.csv"));
    let text = |rows: &str| format!("casus;regio;aanmelddatum;afsluitdatum\n{rows}");
    std::fs::write(&march, text("1;Twente;1-2-2024;\n2;Twente;1-2-2024;\n")).expect("can be written");
    std::fs::write(&april, text("1;Twente;1-2-2024;3-4-2024\n3;Twente;7-4-2024;\n")).expect("can be written");
    let paths = [&march, &april].map(|path| path.to_str().expect("a path"));
    let compared = report(&["compare", paths[0], paths[1]]);
    assert_eq!(
        compared["total"],
        serde_json::json!({ "new": 1, "closed": 1, "changed": 0, "gone": 1, "same": 0 })
    );
    assert_eq!(compared["regions"][0]["region"], "Twente");
    assert_eq!(compared["newer"]["latest"], "2024-04-07");
    assert_eq!(report(&["compare", paths[0], paths[0]])["total"]["same"], 2);
    let without = scratch("zonder.csv");
    std::fs::write(&without, "regio;leeftijd\nTwente;12\n").expect("can be written");
    let refused = run(&["compare", paths[0], without.to_str().expect("a path")]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("compare.no-case-numbers"));
}

const WORKBOOKS: &str = "tests/fixtures/sheets";

/// The report without the names of its files.
fn figures(arguments: &[&str]) -> Value {
    let mut report = report(arguments);
    for source in report["sources"].as_array_mut().expect("a list") {
        source["name"].take();
    }
    report
}

#[test]
fn a_workbook_gives_the_report_of_its_csv() {
    let of_csv = figures(&["report", IJSSELLAND]);
    for end in ["xlsx", "xls", "xlsb", "ods"] {
        assert_eq!(figures(&["report", &format!("{WORKBOOKS}/ijsselland-2024.{end}")]), of_csv, "{end}");
    }
}

#[test]
fn sheets_with_the_same_fields_are_read_together() {
    let sources = |arguments: &[&str]| {
        let report = report(arguments);
        let sources = report["sources"].as_array().expect("a list").clone();
        sources.iter().map(|source| format!("{}: {}", source["name"], source["cases"])).collect::<Vec<_>>()
    };
    let years = format!("{WORKBOOKS}/years.xlsx");
    assert_eq!(sources(&["report", &years]), ["\"years.xlsx, 2023\": 5", "\"years.xlsx, 2024\": 7"]);
    assert_eq!(sources(&["report", &years, "--sheet", "2024"]), ["\"years.xlsx, 2024\": 7"]);
    // A hidden sheet is read only when it is asked for.
    assert_eq!(
        sources(&["report", &years, "--sheet", "Oud", "--sheet", "2023"]),
        ["\"years.xlsx, 2023\": 5", "\"years.xlsx, Oud\": 9"]
    );
}

#[test]
fn a_workbook_that_cannot_be_read_is_refused_with_its_code() {
    let years = format!("{WORKBOOKS}/years.xlsx");
    let whole =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(&years)).expect("the fixture is there");
    let cut = scratch("afgebroken.xlsx");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("can be written");
    let cut = cut.to_string_lossy();
    for (arguments, code) in
        [(vec![&*cut], "sheets.damaged"), (vec![&years, "--sheet", "2031"], "sheets.unknown-sheet")]
    {
        let output = run(&[&["report"], arguments.as_slice()].concat());
        let reason = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{reason}");
        assert!(reason.contains(code) && reason.len() > 80, "{reason}");
    }
}

#[test]
fn errors_of_formulas_are_counted_with_their_rows() {
    let output = run(&["report", &format!("{WORKBOOKS}/shape.xlsx")]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("rij 7") && told.contains("[cell-errors]"), "{told}");
}

#[test]
fn a_recept_file_does_not_say_that_a_column_is_clean() {
    let (names, recept) = (scratch("namen.csv"), scratch("schoon.json"));
    let text = "naam jeugdige;aanmelddatum;leeftijd\nSanne de Vries;1-2-2024;12\nKees Bakker;2-2-2024;13\n";
    std::fs::write(&names, text).expect("can be written");
    let wish = r#"{ "columns": { "naam jeugdige": "eigen_1" }, "reading": { "clean": ["naam jeugdige"] } }"#;
    std::fs::write(&recept, wish).expect("can be written");
    let paths = [&names, &recept].map(|path| path.to_str().expect("a path"));
    let output = run(&["report", paths[0], "--recept", paths[1]]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("identifier-name"), "{told}");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("Sanne"));
}

/// The publication that is written, and the standard error when it is refused.
fn publish(name: &str, arguments: &[&str]) -> Result<Value, String> {
    let path = scratch(name);
    let target = path.to_str().expect("a path");
    let output = run(&[arguments, &["-o", target]].concat());
    if output.status.code() != Some(0) {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(serde_json::from_str(&std::fs::read_to_string(&path).expect("written")).expect("JSON"))
}

#[test]
fn publish_writes_protected_figures_with_their_hash() {
    let made =
        publish("website.json", &["publish", IJSSELLAND, TWENTE, "--preset", "website", "--split", "regio"])
            .expect("published");
    assert_eq!(made["schema"], "ben-monitor/publication@1");
    assert_eq!(made["policy"]["minimum"], 10);
    assert_eq!(made["regions"], serde_json::json!(["Twente", "IJsselland"]));
    assert_eq!(made["hash"].as_str().map(str::len), Some(64));
    let text = made.to_string();
    assert!(!text.contains("ijsselland-2024.csv"), "no file is named");
    for report in made["states"].as_array().expect("states").iter().map(|state| &state["report"]) {
        let used = report["cases"]["used"].as_u64().expect("a count");
        assert!(used >= 10 && used % 5 == 0, "{used}");
    }
}

/// `UPDATE=1 cargo test --test cli` makes it anew.
#[test]
fn the_sample_on_the_demo_page_is_what_is_made_of_the_samples() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples/publicatie.json");
    let arguments = [
        "publish",
        IJSSELLAND,
        TWENTE,
        "www/samples/twente-2023.csv",
        "--preset",
        "website",
        "--split",
        "regio",
    ];
    let mut made = publish("sample.json", &arguments).expect("published");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::copy(scratch("sample.json"), &path).expect("written");
    }
    let mut sample: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    for publication in [&mut made, &mut sample] {
        // The day on which it is made, and so its hash, are another one each time.
        publication["made"] = Value::Null;
        publication["hash"] = Value::Null;
    }
    assert_eq!(made, sample);
}

#[test]
fn a_publication_that_was_changed_is_no_previous_one() {
    let arguments = ["publish", IJSSELLAND, "--preset", "stuurgroep", "--view", "geslacht"];
    publish("before.json", &arguments).expect("published");
    let before = scratch("before.json");
    let before = before.to_str().expect("a path");
    let again =
        publish("again.json", &[&arguments[..], &["--previous", before]].concat()).expect("the same again");
    assert_eq!(again["audit"]["previous"], true);
    let text = std::fs::read_to_string(before).expect("written");
    let changed = scratch("changed.json");
    std::fs::write(&changed, text.replacen("\"count\":19", "\"count\":20", 1)).expect("written");
    let changed = changed.to_str().expect("a path");
    let refused =
        publish("refused.json", &[&arguments[..], &["--previous", changed]].concat()).expect_err("refused");
    assert!(refused.contains("[publication.altered]"), "{refused}");
}

#[test]
fn merge_adds_regions_up_and_refuses_what_differs() {
    let of = |name: &str, file: &str, preset: &str| {
        publish(name, &["publish", file, "--preset", preset, "--view", "geslacht", "--period", "2024"])
            .expect("published");
        scratch(name).to_str().expect("a path").to_owned()
    };
    let (one, two) = (of("one.json", IJSSELLAND, "stuurgroep"), of("two.json", TWENTE, "stuurgroep"));
    let both = publish("both.json", &["merge", &one, &two, "--title", "Samen"]).expect("added up");
    assert_eq!(both["report"]["cases"]["used"], 190);
    assert_eq!(both["states"].as_array().map(Vec::len), Some(2));
    let other = of("other.json", TWENTE, "website");
    let refused = publish("none.json", &["merge", &one, &other]).expect_err("refused");
    assert!(refused.contains("[publish.unlike]"), "{refused}");
}
