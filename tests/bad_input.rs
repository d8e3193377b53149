//! Bad input gets a code, a place and a sentence; never a panic, never a piece
//! of the file, and the session reads the next file as if nothing had happened.

#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test fails loudly

mod chain;

use ben_monitor::{
    analysis::Request,
    catalog::Lang,
    clean::{Cleaned, Cleaner},
    error::{Code, Error, Param},
    finding::{Finding, FindingCode},
    intake::{Intake, Limits},
    narrative,
    session::Session,
};

/// Stands in the fixtures where a child's data would.
const SECRET: &str = "GEHEIM";
const HEADER: &[u8] = b"casusnummer;aanmelddatum;leeftijd;geslacht\r\n";

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("fixtures/bad-input/", $name)).as_slice()
    };
}

#[test]
fn a_file_that_cannot_be_used_is_refused_with_its_code() {
    for (bytes, code) in [
        (fixture!("empty.csv"), Code::Empty),
        (fixture!("blank.csv"), Code::Empty),
        (fixture!("header-alone.csv"), Code::NoCases),
        (fixture!("no-known-columns.csv"), Code::NoKnownColumns),
        (fixture!("picture.csv"), Code::NotText),
        (fixture!("spreadsheet.csv"), Code::Spreadsheet),
    ] {
        for chunk in [usize::MAX, 7, 1] {
            let error = refused(bytes, chunk);
            assert_eq!(error.code(), code, "in pieces of {chunk} bytes");
            assert_tells_nothing_of_the_file(&error);
        }
    }
}

#[test]
fn a_table_about_something_else_says_how_many_columns_it_has() {
    let error = refused(fixture!("no-known-columns.csv"), usize::MAX);
    assert_eq!(error.params().get("columns"), Some(&Param::Number(3)));
}

#[test]
fn nul_bytes_are_left_out_and_reported() {
    let cleaned = read_with_findings(fixture!("nul-bytes.csv"));
    assert_eq!(cleaned.cases.len(), 3);
    assert_eq!(only(&cleaned.findings, FindingCode::NulBytes).rows, [3]);
    assert_eq!(cleaned.findings.len(), 1, "the answers around them are read: {:?}", cleaned.findings);
}

#[test]
fn rows_that_are_too_short_stay_cases_and_are_reported() {
    let cleaned = read_with_findings(fixture!("rows-too-short.csv"));
    assert_eq!(cleaned.cases.len(), 4);
    let short = only(&cleaned.findings, FindingCode::RowShort);
    assert_eq!((short.count, short.rows.as_slice()), (2, [3, 5].as_slice()));
}

#[test]
fn rows_that_are_too_long_stay_cases_and_are_reported() {
    let cleaned = read_with_findings(fixture!("rows-too-long.csv"));
    assert_eq!(cleaned.cases.len(), 3);
    let long = only(&cleaned.findings, FindingCode::RowLong);
    assert_eq!(
        (long.count, long.rows.as_slice()),
        (1, [3].as_slice()),
        "empty cells too many are no answers"
    );
}

/// 400 MB of one line: refused after the first few megabytes, not gathered in memory.
#[test]
fn one_endless_line_is_refused_before_it_is_gathered() {
    const MEGABYTE: usize = 1 << 20;
    let mut cleaner = Cleaner::new(0, "een-regel.csv", None);
    let mut intake = Intake::new(Limits::default());
    let line = vec![b'a'; MEGABYTE];
    let refused = (1..=400).find_map(|fed| intake.feed(&line, &mut cleaner).err().map(|error| (fed, error)));
    let (fed, error) = refused.expect("it is refused while it is fed");
    assert_eq!(error.code(), Code::RowTooLong);
    assert!(fed <= 3, "{fed} MB were taken in");
    assert_eq!(error.position().map(|position| position.row), Some(1));
    assert!(matches!(error.params().get("limit"), Some(Param::Number(limit)) if *limit > 0));
    assert_tells_nothing_of_the_file(&error);
}

#[test]
fn an_endless_line_below_good_rows_says_at_which_row() {
    let mut bytes = [HEADER, b"1;3-1-2024;15;jongen\r\n2;"].concat();
    bytes.extend(std::iter::repeat_n(b'x', 3 << 20));
    let error = refused(&bytes, 1 << 16);
    assert_eq!(error.code(), Code::RowTooLong);
    assert_eq!(error.position().map(|position| position.row), Some(3));
}

#[test]
fn more_columns_than_a_table_has_are_refused() {
    let bytes = format!("aanmelddatum{}\r\n", ";x".repeat(1_000)).into_bytes();
    let error = refused(&bytes, usize::MAX);
    assert_eq!(error.code(), Code::TooManyColumns);
    assert_eq!(error.params().get("limit"), Some(&Param::Number(1_000)));
}

#[test]
fn a_refused_file_leaves_nothing_behind() {
    let good = [HEADER, b"1;3-1-2024;15;jongen\r\n2;9-2-2024;12;meisje\r\n"].concat();
    let endless = vec![b'a'; 3 << 20];
    let mut session = Session::default();
    for bad in [fixture!("empty.csv"), fixture!("header-alone.csv"), fixture!("picture.csv"), &endless] {
        session.begin("slecht.csv");
        session.feed(bad).and_then(|_| session.end_file()).expect_err("refused");
    }
    let nothing = session.report(&Request::default()).expect_err("nothing to count");
    assert_eq!(nothing.code(), Code::NothingLoaded);
    session.begin("goed.csv");
    session.feed(&good).expect("a good file after bad ones");
    session.end_file().expect("it holds cases");
    let report = session.report(&Request::default()).expect("it can be counted");
    assert_eq!((report.get().cases.read, report.get().sources.len()), (2, 1));
    assert!(session.findings().is_empty(), "{:?}", session.findings());
}

fn refused(bytes: &[u8], piece: usize) -> Error {
    chain::read(0, "bestand.csv", bytes, piece).expect_err("it is refused")
}

fn read_with_findings(bytes: &[u8]) -> Cleaned {
    let cleaned = chain::read(0, "bestand.csv", bytes, usize::MAX).expect("read with findings");
    for piece in [7, 1] {
        let again = chain::read(0, "bestand.csv", bytes, piece).expect("read in pieces");
        assert_eq!(again.cases, cleaned.cases, "in pieces of {piece} bytes");
        assert_eq!(again.findings, cleaned.findings, "in pieces of {piece} bytes");
    }
    for finding in &cleaned.findings {
        let json = serde_json::to_string(finding).expect("plain data");
        for lang in [Lang::Nl, Lang::En] {
            let sentence = narrative::finding_sentence(finding, "bestand.csv", lang);
            assert!(!sentence.is_empty());
            assert!(!sentence.contains(SECRET) && !json.contains(SECRET), "{sentence}");
        }
    }
    cleaned
}

fn only(findings: &[Finding], code: FindingCode) -> &Finding {
    let found: Vec<_> = findings.iter().filter(|finding| finding.code == code).collect();
    assert_eq!(found.len(), 1, "{} in {findings:?}", code.as_str());
    found[0]
}

/// The sentences say something and hold no piece of the file.
fn assert_tells_nothing_of_the_file(error: &Error) {
    let json = serde_json::to_string(error).expect("plain data");
    let (dutch, english) =
        (narrative::error_sentence(error, Lang::Nl), narrative::error_sentence(error, Lang::En));
    assert!(dutch.len() > 20 && english.len() > 20 && dutch != english, "{dutch} / {english}");
    for text in [json, dutch, english, error.to_string()] {
        assert!(!text.contains(SECRET), "{text}");
    }
}
