//! The shapes that files really have: a folder a case under `fixtures/shapes`,
//! with the file (`input.csv`, any bytes) and what must come of it
//! (`expected.json`, see `README.md` there).

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test fails loudly

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use ben_monitor::{
    cases::{Cases, Column, Day, Missing},
    catalog::field,
    clean::{Cleaned, Cleaner, Mapping},
    error::Result,
    finding::Finding,
    intake::{Intake, Limits},
};
use serde::Deserialize;

/// The day of reading in all cases, so that no case depends on the clock.
const TODAY: &str = "2025-06-30";

/// What must come of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// What the case shows.
    about: String,
    /// The code of the refusal, for a file that can't be read.
    #[serde(default)]
    refused: Option<String>,
    /// What a person decided.
    #[serde(default)]
    mapping: Mapping,
    #[serde(default)]
    cases: usize,
    /// The first and the last row of headings.
    #[serde(default)]
    header: Option<(u64, u64)>,
    /// By field, the answer of each case.
    #[serde(default)]
    answers: BTreeMap<String, Vec<String>>,
    /// Fields that no case has.
    #[serde(default)]
    absent: Vec<String>,
    /// All findings: `code field @column ×count [rows]`, parts that do not apply left out.
    #[serde(default)]
    findings: Vec<String>,
}

fn read(bytes: &[u8], chunk: usize, wanted: &Mapping) -> Result<Cleaned> {
    let mut cleaner = Cleaner::new(0, "bestand.csv", Some(wanted)).with_today(Day::from_iso(TODAY));
    let mut intake = Intake::new(Limits { head_bytes: 64, ..Limits::default() });
    bytes.chunks(chunk).try_for_each(|part| intake.feed(part, &mut cleaner))?;
    let reading = intake.finish(&mut cleaner)?;
    cleaner.finish(&reading)
}

/// The answers of all cases in one field, as a person would write them down.
fn answers(cases: &Cases, id: &str) -> Option<Vec<String>> {
    let values = field(id).map_or(&[][..], |field| field.values);
    let missing = |missing: Missing| match missing {
        Missing::Blank => "-".to_owned(),
        Missing::Unknown => "onbekend".to_owned(),
        Missing::NotApplicable => "nvt".to_owned(),
        Missing::Unrecognised => "?".to_owned(),
    };
    let code = |place: usize| values[place].code.to_owned();
    let several = |bits: u32| {
        let places = (0..values.len()).filter(|place| bits >> place & 1 == 1);
        places.map(code).collect::<Vec<_>>().join("+")
    };
    let place = |column: &ben_monitor::cases::Places, place: u16| column.names()[usize::from(place)].clone();
    Some(match cases.column(id)? {
        Column::Codes(all) => all.iter().map(|one| one.map_or_else(missing, |at| code(at.into()))).collect(),
        Column::Sets(all) => all.iter().map(|one| one.map_or_else(missing, several)).collect(),
        Column::Places(all) => all.iter().map(|one| one.map_or_else(missing, |at| place(all, at))).collect(),
        Column::Days(all) => all.iter().map(|one| one.map_or_else(missing, |day| day.iso())).collect(),
        Column::Numbers(all) => {
            all.iter().map(|one| one.map_or_else(missing, |number| number.to_string())).collect()
        }
    })
}

fn told(finding: &Finding) -> String {
    let mut text = finding.code.as_str().to_owned();
    text.extend(finding.field.map(|field| format!(" {field}")));
    text.extend(finding.column.map(|column| format!(" @{column}")));
    text.push_str(&format!(" ×{}", finding.count));
    if !finding.rows.is_empty() {
        text.push_str(&format!(" {:?}", finding.rows));
    }
    text
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/shapes");
    let entries = fs::read_dir(root).expect("there are fixtures");
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("can be read").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

/// What is wrong with one case; empty when nothing is.
fn problems(folder: &Path) -> Vec<String> {
    let bytes = fs::read(folder.join("input.csv")).expect("has a file");
    let text = fs::read_to_string(folder.join("expected.json")).expect("says what to expect");
    let expected: Expected = serde_json::from_str(&text).expect("is well formed");
    let mut problems = Vec::new();
    let mut compare = |what: &str, is: String, should: String| {
        if is != should {
            problems.push(format!("{what}\n    is     {is}\n    should {should}"));
        }
    };
    assert!(expected.about.len() > 10, "{} says what it shows", folder.display());
    let cleaned = match read(&bytes, bytes.len().max(1), &expected.mapping) {
        Ok(cleaned) => cleaned,
        Err(error) => {
            compare("refused", error.code().to_string(), expected.refused.unwrap_or_default());
            return problems;
        }
    };
    compare("refused", String::new(), expected.refused.unwrap_or_default());
    compare("cases", cleaned.cases.len().to_string(), expected.cases.to_string());
    if let Some(header) = expected.header {
        compare("header", format!("{:?}", cleaned.decided.header), format!("{header:?}"));
    }
    for (id, should) in &expected.answers {
        compare(id, format!("{:?}", answers(&cleaned.cases, id)), format!("{:?}", Some(should)));
    }
    for id in &expected.absent {
        compare(id, format!("{:?}", answers(&cleaned.cases, id)), "None".to_owned());
    }
    let findings: Vec<_> = cleaned.findings.iter().map(told).collect();
    compare("findings", format!("{findings:#?}"), format!("{:#?}", expected.findings));
    let in_pieces = read(&bytes, 7, &expected.mapping).expect("as when read whole");
    compare("read in pieces", format!("{:?}", in_pieces.cases), format!("{:?}", cleaned.cases));
    let again = read(&bytes, bytes.len().max(1), &cleaned.mapping).expect("what comes out can go in");
    compare("read again by its own mapping", format!("{:?}", again.cases), format!("{:?}", cleaned.cases));
    problems
}

#[test]
fn every_shape_is_read_as_it_is_meant() {
    let mut failed = 0;
    for folder in folders() {
        let problems = problems(&folder);
        if !problems.is_empty() {
            failed += 1;
            eprintln!("{}:\n  {}", folder.display(), problems.join("\n  "));
        }
    }
    assert_eq!(failed, 0, "shapes that are read otherwise than they are meant");
}
