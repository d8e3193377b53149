//! Files that others test their readers with: csv-spectrum and the
//! parser-neutral cases of Papa Parse. Each is fed whole, byte by byte and in
//! uneven chunks.

#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test fails loudly

use std::path::Path;

use ben_monitor::error::{Code, Result};
use ben_monitor::intake::{Intake, Limits, Record, Sink};
use serde::Deserialize;

#[derive(Default)]
struct Rows(Vec<Vec<String>>);

impl Sink for Rows {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.0.push(record.cells().map(|cell| cell.text().into_owned()).collect());
        Ok(())
    }
}

/// Reads in chunks of these lengths, over and over; an empty file has no rows.
/// A small head makes that chunks matter in a small file too.
fn read(bytes: &[u8], lengths: &[usize], head_bytes: usize) -> (Vec<Vec<String>>, u8) {
    let mut rows = Rows::default();
    let mut intake = Intake::new(Limits { head_bytes, ..Limits::default() });
    let mut rest = bytes;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (chunk, after) = rest.split_at((*length).min(rest.len()));
        intake.feed(chunk, &mut rows).expect("the text can be read");
        rest = after;
    }
    match intake.finish(&mut rows) {
        Ok(reading) => (rows.0, reading.separator),
        Err(error) => {
            assert_eq!(error.code(), Code::Empty);
            (rows.0, b',')
        }
    }
}

/// The rows of a text, the same however it is cut into chunks. With `None` the
/// separator is found from the text; then it is named for the small head.
fn rows(input: &[u8], separator: Option<u8>) -> Vec<Vec<String>> {
    let named = |separator: u8| [b"sep=", [separator].as_slice(), b"\n", input].concat();
    let (whole, separator) = match separator {
        Some(separator) => read(&named(separator), &[usize::MAX], usize::MAX),
        None => read(input, &[usize::MAX], usize::MAX),
    };
    if separator == b'\n' {
        assert!(whole.iter().all(|row| row.len() == 1), "without a separator a row is a cell");
        return whole;
    }
    // Blank lines after the `sep=` line fill the smallest head, so that all of the text is cut.
    let filling = 60;
    let text = [b"sep=", [separator].as_slice(), &[b'\n'; 60], input].concat();
    for lengths in [&[1][..], &[3, 1, 7, 2], &[5], &[64], &[usize::MAX]] {
        let (cut, _) = read(&text, lengths, 0);
        assert_eq!(cut.get(filling - 1..).unwrap_or_default(), whole, "in chunks of {lengths:?}");
    }
    whole
}

#[test]
fn csv_spectrum_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/csv-spectrum");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder.join("csvs")).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let expected = std::fs::read(folder.join(format!("json/{name}.json"))).expect("each has its answer");
        let expected: serde_json::Value = serde_json::from_slice(&expected).expect("it is JSON");
        // A single case is written without its list.
        let expected = match expected {
            serde_json::Value::Array(cases) => cases,
            single => vec![single],
        };
        let expected: Vec<_> = expected.into_iter().map(|case| mended(&name, case)).collect();

        let rows = rows(&std::fs::read(&path).expect("it can be read"), None);
        let (headings, cases) = rows.split_first().expect("a row of headings");
        assert_eq!(cases.len(), expected.len(), "{name}");
        for (case, expected) in cases.iter().zip(expected) {
            let case: serde_json::Map<_, _> =
                headings.iter().zip(case).map(|(h, c)| (h.clone(), c.clone().into())).collect();
            assert_eq!(serde_json::Value::Object(case), expected, "{name}");
        }
        seen += 1;
    }
    assert_eq!(seen, 12);
}

/// In version 2.0.0 one answer has another telephone number than its CSV file.
fn mended(name: &str, mut case: serde_json::Value) -> serde_json::Value {
    if name == "location_coordinates" {
        assert_eq!(case["Contact Phone Number"], "1234567890");
        case["Contact Phone Number"] = "2095257564".into();
    }
    case
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    input: String,
    separator: Option<String>,
    expected: Vec<Vec<String>>,
    /// Why we read it otherwise, on purpose.
    differs: Option<String>,
}

#[test]
fn papa_parse_cases_are_read_or_differ_as_listed() {
    let cases: Cases =
        serde_json::from_str(include_str!("fixtures/papaparse/cases.json")).expect("the fixture is valid");
    let mut wrong = Vec::new();
    for case in &cases.cases {
        let separator = case.separator.as_deref().map(|separator| separator.as_bytes()[0]);
        let rows = rows(case.input.as_bytes(), separator);
        if (rows == case.expected) == case.differs.is_some() {
            wrong.push((&case.name, rows, &case.expected));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(cases.cases.len(), 74);
}
