//! What happens to columns with direct identifiers: not read, said, nothing
//! of them kept.

#![allow(clippy::expect_used, clippy::panic)] // a test fails loudly

use ben_monitor::{
    catalog::Lang,
    clean::{Cleaned, Cleaner, Mapping, Use},
    finding::Finding,
    intake::{Intake, Limits},
    narrative,
    session::Session,
    understanding::{Decided, Status},
};

fn clean(text: &str, mapping: &str) -> Cleaned {
    let mapping: Mapping = serde_json::from_str(mapping).expect("is a mapping");
    let mut cleaner = Cleaner::new(0, "a.csv", Some(&mapping));
    let mut intake = Intake::new(Limits::default());
    intake.feed(text.as_bytes(), &mut cleaner).expect("can be read");
    let reading = intake.finish(&mut cleaner).expect("can be read");
    cleaner.finish(&reading).expect("holds cases")
}

fn identifiers(cleaned: &Cleaned) -> Vec<(&'static str, u32, u64)> {
    let found = cleaned.findings.iter().filter(|finding| finding.code.as_str().starts_with("identifier"));
    found.map(|finding| (finding.code.as_str(), finding.column.unwrap_or(0), finding.count)).collect()
}

/// A file with a column of these cells beside dates.
fn file(heading: &str, cells: &[&str]) -> String {
    let rows = cells.iter().map(|cell| format!("3-4-2024;\"{cell}\";12\n")).collect::<String>();
    format!("Aanmelddatum;{heading};Leeftijd\n{rows}")
}

const NAMES: &[&str] = &["Emma de Vries", "", "Youssef El Amrani", "J. Bakker", "Daan van den Berg"];
const BSNS: &[&str] = &["111222333", "999996708", "612890053", "211551557"];

#[test]
fn a_column_of_names_is_not_read() {
    let cleaned = clean(&file("Info", NAMES), "{}");
    assert_eq!(identifiers(&cleaned), [("identifier-name", 2, 4)]);
    assert_eq!(cleaned.cases.len(), 5);
    assert!(matches!(cleaned.decided.columns[1].used, Use::Identifier(_)));
    assert!(!cleaned.findings.iter().any(|finding| finding.code.as_str() == "column-unused"));
}

#[test]
fn a_heading_of_the_catalog_does_not_help() {
    for (heading, cells, code) in [
        ("Gemeente", NAMES, "identifier-name"),
        ("Casusnummer", BSNS, "identifier-bsn"),
        ("Status", &["a@b.nl", "moeder@example.org", "c.d@example.nl"], "identifier-email"),
    ] {
        let cleaned = clean(&file(heading, cells), "{}");
        let found = identifiers(&cleaned);
        assert_eq!(found.first().map(|(code, ..)| *code), Some(code), "{heading}");
        assert_eq!(cleaned.mapping.columns.get(heading), Some(&None));
    }
}

#[test]
fn a_person_may_say_that_it_is_clean_but_not_of_a_bsn() {
    let said = r#"{ "reading": { "clean": ["gemeente"] } }"#;
    let cleaned = clean(&file("Gemeente", NAMES), said);
    assert!(identifiers(&cleaned).is_empty());
    assert_eq!(cleaned.mapping.columns.get("Gemeente"), Some(&Some("gemeente".to_owned())));
    assert_eq!(identifiers(&clean(&file("Gemeente", BSNS), said)), [("identifier-bsn", 2, 4)]);
}

#[test]
fn an_identifier_among_places_is_not_kept() {
    let cells =
        ["Zwolle", "Kampen", "oma@example.nl", "Zwolle", "06-12345678", "Raalte", "Deventer", "Ommen"];
    let cleaned = clean(&file("Gemeente", &cells), "{}");
    assert!(identifiers(&cleaned).is_empty());
    let unrecognised = cleaned.findings.iter().find(|finding| finding.code.as_str() == "value-unrecognised");
    assert_eq!(unrecognised.map(|finding| finding.rows.as_slice()), Some([4, 6].as_slice()));
    let kept = format!("{:?}", cleaned.cases);
    assert!(kept.contains("Raalte") && !kept.contains("example") && !kept.contains("12345678"));
}

#[test]
fn the_decision_can_be_changed_but_not_of_a_bsn() {
    for (cells, may_change) in [(NAMES, true), (BSNS, false)] {
        let mut session = Session::default();
        session.begin("a.csv");
        session.feed(file("Info", cells).as_bytes()).expect("can be read");
        session.end_file().expect("holds cases");
        let understanding = session.understanding(Lang::Nl);
        let decision = understanding.decisions.iter().find(|one| one.code == Decided::ColumnIdentifier);
        let decision = decision.expect("is told");
        assert_eq!(decision.text, "Kolom “Info” niet gelezen: daarin staan waarschijnlijk persoonsgegevens.");
        assert_eq!(decision.change.is_some(), may_change);
        assert_eq!(understanding.columns[1].status, Status::Identifier);
    }
}

#[test]
fn names_below_the_sample_are_dropped() {
    let towns = ["Zwolle", "Kampen", "Raalte", "Deventer"];
    let below = "Emma,Julia,Sanne,Youssef,Daan,Bram,Fatima,Sophie,Lucas,Thijs,Femke,Marieke,Jeroen,Wouter";
    let below = below.split(',').flat_map(|given| [format!("{given} de Vries"), format!("{given} Jansen")]);
    let below: Vec<String> = below.collect();
    let cells = (0..300).map(|number| towns[number % 4]).chain(below.iter().map(String::as_str));
    let cells: Vec<&str> = cells.collect();
    let cleaned = clean(&file("Gemeente", &cells), "{}");
    assert_eq!(identifiers(&cleaned), [("identifier-name", 2, 328)]);
    assert!(!format!("{:?}", cleaned.cases).contains("Fatima"));
}

#[test]
fn the_sentence_says_which_column_and_what_to_do_and_no_value() {
    let finding = |cleaned: &Cleaned| -> Finding { cleaned.findings.first().expect("is noticed").clone() };
    let found = finding(&clean(&file("Info", BSNS), "{}"));
    assert_eq!(
        narrative::finding_sentence(&found, "a.csv", Lang::Nl),
        "a.csv: kolom B is niet gelezen: er staan waarschijnlijk burgerservicenummers (BSN) in 4 cellen \
         (rij 2, 3, 4 en 5); haal de kolom weg voordat u het bestand deelt."
    );
    let english = narrative::finding_sentence(&found, "a.csv", Lang::En);
    assert!(english.contains("column B was not read") && !english.contains("111222333"), "{english}");
}

#[test]
fn a_column_of_ones_own_never_points_at_a_child() {
    let own = r#"{ "columns": { "Bijzonderheid": "eigen_1", "Dossier": "eigen_2" } }"#;
    let scattered: Vec<String> = (1..27).map(|level| format!("niveau {level}")).collect();
    let rows = scattered.iter().enumerate().map(|(at, cell)| format!("3-4-2024;{cell};zaak {at}\n"));
    let text = format!("Aanmelddatum;Bijzonderheid;Dossier\n{}", rows.collect::<String>());
    let cleaned = clean(&text, own);
    let told = cleaned.findings.iter().find(|finding| finding.code.as_str() == "column-scattered");
    assert_eq!(told.map(|finding| (finding.column, finding.count)), Some((Some(2), 26)));
    let kept = format!("{:?}", cleaned.cases);
    assert!(!kept.contains("niveau") && !kept.contains("zaak "), "{kept}");

    // The same answers, each of several cases, are a chart.
    let rows = scattered.iter().cycle().take(78).map(|cell| format!("3-4-2024;{cell}\n"));
    let cleaned = clean(&format!("Aanmelddatum;Bijzonderheid\n{}", rows.collect::<String>()), own);
    assert!(cleaned.findings.iter().all(|finding| finding.code.as_str() != "column-scattered"));
    assert!(format!("{:?}", cleaned.cases).contains("niveau 17"));
}
