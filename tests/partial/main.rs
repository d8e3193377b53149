//! Parts put together are one run over all rows: byte for byte the same report
//! and the same findings, however the rows were cut.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test fails loudly

mod command;
mod cuts;
mod made;

use std::fs;

use ben_monitor::{
    analysis::{Other, Request},
    catalog::Lang,
    clean::{Cleaner, Mapping},
    error::Result,
    finding::{Finding, FindingCode},
    intake::{Intake, Limits},
    packed::Refusal,
    report::Clause,
    session::{PartRead, Session, StretchInHand},
};

/// So that no case depends on the clock.
const TODAY: &str = "2025-06-30";
const NAME: &str = "alles.csv";
pub(crate) const PARTITIONS: [usize; 4] = [1, 2, 7, 64];

/// Lines of a head: with some to spare, what a file's columns are is decided on 200 rows.
const HEAD_LINES: usize = 230;

/// How a partition is written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Written {
    /// As a range of the file's bytes: the first begins with all that stands above the rows.
    Bytes,
    /// With the row of headings above its rows.
    Headed,
    /// Rows alone.
    Rows,
}

/// The lines of a file: where a cell holds a line end, it is one line.
pub(crate) fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (mut lines, mut line, mut inside) = (Vec::new(), Vec::new(), false);
    for &byte in bytes {
        line.push(byte);
        inside ^= byte == b'"';
        if byte == b'\n' && !inside {
            lines.push(std::mem::take(&mut line));
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

/// Cuts rows into as many stretches, some of them empty when there are few.
pub(crate) fn cut(rows: &[Vec<u8>], partitions: usize) -> Vec<Vec<u8>> {
    let place = |partition: usize| rows.len() * partition / partitions;
    (0..partitions).map(|partition| rows[place(partition)..place(partition + 1)].concat()).collect()
}

pub(crate) fn session(mapping: &Mapping) -> Session {
    let mut session = Session::default();
    session.set_today(TODAY);
    session.set_mapping(Some(mapping.clone()));
    session
}

pub(crate) fn one_run(files: &[(&str, &[u8])], mapping: &Mapping) -> Result<Session> {
    let mut session = session(mapping);
    for (name, bytes) in files {
        session.begin(name);
        session.feed(bytes)?;
        session.end_file()?;
    }
    Ok(session)
}

pub(crate) fn stretch(head: &[u8], bytes: &[u8], mapping: &Mapping) -> Result<PartRead> {
    let mut stretch = StretchInHand::new(NAME, head, Some(mapping), TODAY)?;
    bytes.chunks(1000).try_for_each(|chunk| stretch.feed(chunk))?;
    stretch.end()
}

/// The same file, from parts. `header` is the number of lines down to the headings.
fn in_parts(
    bytes: &[u8],
    header: usize,
    partitions: usize,
    written: Written,
    mapping: &Mapping,
) -> std::result::Result<Result<Session>, Refusal> {
    let lines = lines(bytes);
    let (above, below) = lines.split_at(header);
    let headed = |rows: Vec<u8>| [above.last().cloned().unwrap_or_default(), rows].concat();
    let pieces = match written {
        Written::Bytes => {
            let mut pieces = cut(below, partitions);
            pieces[0] = [above.concat(), std::mem::take(&mut pieces[0])].concat();
            pieces
        }
        Written::Headed => cut(below, partitions).into_iter().map(headed).collect(),
        Written::Rows => cut(below, partitions),
    };
    // More rows than are looked at, so that most of the file is not in it.
    let head = lines.iter().take(HEAD_LINES).flatten().copied().collect::<Vec<u8>>();
    let mut parts = Vec::new();
    for piece in pieces {
        match stretch(&head, &piece, mapping) {
            Ok(read) => parts.push(PartRead::part(&[read])),
            Err(error) => return Ok(Err(error)),
        }
    }
    let mut session = session(mapping);
    Ok(session.add_parts(&parts)?.map(|()| session))
}

/// The number of lines down to the headings; 1 where there are none.
fn header(bytes: &[u8], mapping: &Mapping) -> usize {
    let mut cleaner = Cleaner::new(0, NAME, Some(mapping));
    let mut intake = Intake::new(Limits::default());
    let reading = intake.feed(bytes, &mut cleaner).and_then(|()| intake.finish(&mut cleaner));
    let cleaned = reading.and_then(|reading| cleaner.finish(&reading));
    // The line that names the separator is no row.
    let named =
        usize::from(String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').starts_with("sep="));
    let last = cleaned.map_or(1, |cleaned| usize::try_from(cleaned.decided.header.1).expect("is small"));
    last + named
}

/// All that is reported: of all cases, of some beside a cross table, and of some beside all others.
pub(crate) fn told(session: &Session) -> String {
    let filter = || -> Vec<Clause> {
        let clause = serde_json::json!({ "field": "aanmelddatum", "values": ["2024"] });
        vec![serde_json::from_value(clause).expect("a clause")]
    };
    let pair = |row: &str, column: &str| (row.to_owned(), column.to_owned());
    let settings = serde_json::json!({ "ageBands": [0, 10, 15] });
    let requests = [
        Request::default(),
        Request {
            filter: filter(),
            lang: Lang::En,
            crosstabs: vec![pair("geslacht", "leeftijd")],
            keep_own: true,
            ..Request::default()
        },
        Request {
            filter: filter(),
            against: Some(Other::Rest),
            settings: serde_json::from_value(settings).expect("settings"),
            ..Request::default()
        },
    ];
    let report = |request| match session.report(request) {
        Ok(report) => serde_json::to_string_pretty(&report).expect("JSON"),
        Err(error) => error.to_string(),
    };
    format!("{:?}\n{:?}", requests.iter().map(report).collect::<Vec<_>>(), session.mapping())
}

/// What differs first, with what stands before it.
pub(crate) fn assert_same(one: &str, other: &str, about: &str) {
    let at = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
    let at = at.unwrap_or(one.len().min(other.len()));
    let around = |text: &str| {
        String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(300)..(at + 200).min(text.len())])
            .into_owned()
    };
    assert!(one == other, "{about}: one run\n{}\nin parts\n{}", around(one), around(other));
}

/// Cuts a file in every way and compares; answers how often that was refused.
pub(crate) fn compare(about: &str, bytes: &[u8], mapping: &Mapping, cuts: &[usize]) -> usize {
    let header = header(bytes, mapping);
    let whole = one_run(&[(NAME, bytes)], mapping);
    let mut refused = 0;
    for &partitions in cuts {
        for written in [Written::Bytes, Written::Headed, Written::Rows] {
            // Each part decides on the head again, which takes time without optimisation.
            if written != Written::Bytes && partitions != 2 {
                continue;
            }
            let about = format!("{about}, {partitions} partitions, {written:?}");
            match (&whole, in_parts(bytes, header, partitions, written, mapping)) {
                (_, Err(refusal)) => {
                    assert_eq!(refusal, Refusal::Undecided, "{about}");
                    refused += 1;
                }
                (Ok(whole), Ok(Ok(parts))) => {
                    assert_same(&told(whole), &told(&parts), &about);
                    // Headings that stand between the rows can't be told from those above a partition.
                    let again = |finding: &Finding| finding.code == FindingCode::HeaderAgain;
                    if !whole.findings().iter().any(again) {
                        let noticed = |session: &Session| format!("{:#?}", session.findings());
                        assert_same(&noticed(whole), &noticed(&parts), &about);
                    }
                }
                (Err(whole), Ok(Err(parts))) => assert_eq!(whole.code(), parts.code(), "{about}"),
                (whole, Ok(parts)) => panic!("{about}: {:?} {:?}", whole.is_ok(), parts.map(|_| ())),
            }
        }
    }
    refused
}

#[test]
fn the_samples_in_any_number_of_partitions() {
    let mut compared = 0;
    for entry in fs::read_dir("www/samples").expect("is there") {
        let path = entry.expect("is there").path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let bytes = fs::read(&path).expect("can be read");
            assert_eq!(compare(&path.display().to_string(), &bytes, &Mapping::default(), &[2, 7]), 0);
            compared += 1;
        }
    }
    assert!(compared >= 2);
}

/// Shapes in which what a row means hangs on a row far above it: other tables, and quotes that do not close.
const HANG_TOGETHER: [&str; 4] = ["pollution", "second-table", "table-above", "notes-between"];

#[test]
fn every_shape_of_file_is_exact_or_refused() {
    let mut refused = Vec::new();
    for entry in fs::read_dir("tests/fixtures/shapes").expect("is there") {
        let folder = entry.expect("is there").path();
        let name = folder.file_name().expect("has one").to_string_lossy().into_owned();
        let Ok(bytes) = fs::read(folder.join("input.csv")) else { continue };
        let expected = fs::read_to_string(folder.join("expected.json")).expect("is there");
        let expected: serde_json::Value = serde_json::from_str(&expected).expect("JSON");
        // Two bytes a letter are not cut at lines by this test.
        if bytes.starts_with(&[0xFF, 0xFE]) || expected.get("refused").is_some() {
            continue;
        }
        let mapping: Mapping = expected.get("mapping").map_or_else(Mapping::default, |mapping| {
            serde_json::from_value(mapping.clone()).expect("a mapping")
        });
        if compare(&name, &bytes, &mapping, &[2, 3]) > 0 {
            refused.push(name);
        }
    }
    let hangs = |name: &String| HANG_TOGETHER.iter().any(|begin| name.starts_with(begin));
    assert!(refused.iter().all(hangs), "{refused:?}");
}

#[test]
fn a_made_file_with_all_that_hangs_on_other_rows() {
    let file = made::file(1, 600);
    assert_eq!(compare("made", &file, &Mapping::default(), &PARTITIONS), 0);
}

#[test]
fn a_casus_in_two_partitions_is_one_case() {
    let text = "casus;regio;aanmelddatum;leeftijd\n";
    let rows: Vec<String> = (0..40)
        .map(|row| format!("T-{};Twente;{}-3-2024;1{}\n", 1 + row % 20, 1 + row % 20, row % 10))
        .collect();
    let file = text.to_owned() + &rows.concat();
    assert_eq!(compare("doubles", file.as_bytes(), &Mapping::default(), &PARTITIONS), 0);
    let whole = one_run(&[(NAME, file.as_bytes())], &Mapping::default()).expect("can be read");
    let cases = whole.report(&Request::default()).expect("is counted").get().cases;
    assert_eq!((cases.read, cases.excluded), (40, 20));
}

#[test]
fn rows_of_numbers_at_the_end_of_a_partition() {
    for last in ["", "\n", "6;31;\n", "6;32;\n", "6;31;\n6;31;\n;1;\n;2;\n;3;\n;4;\n"] {
        let file = "aantal_mdo;leeftijd;geslacht\n1;4;\n2;5;\n1;4;\n1;8;\n0;6;m\n1;4;\n".to_owned() + last;
        assert_eq!(compare(last, file.as_bytes(), &Mapping::default(), &[2, 7]), 0);
    }
}

#[test]
fn parts_of_whole_files_are_those_files() {
    let (one, two) = (
        fs::read("www/samples/ijsselland-2024.csv").expect("is there"),
        fs::read("www/samples/twente-2024.csv").expect("is there"),
    );
    let files: [(&str, &[u8]); 3] = [("een.csv", &one), ("twee.csv", &two), ("nog eens.csv", &one)];
    let whole = one_run(&files, &Mapping::default()).expect("can be read");
    let mut parts = Vec::new();
    for (name, bytes) in files {
        let mut session = session(&Mapping::default());
        session.begin(name);
        session.feed(bytes).expect("can be read");
        parts.push(PartRead::part(&[session.end_for_part().expect("can be read")]));
    }
    let mut session = session(&Mapping::default());
    session.add_parts(&parts).expect("fit").expect("can be read");
    assert_same(&told(&whole), &told(&session), "three files");
}

#[test]
fn a_part_holds_no_casus_number_and_no_text_of_a_cell() {
    let text = "casus;naam;regio;aanmelddatum;leeftijd;problematiek\nZK-98765;Jan Pietersen;Twente;3-1-2024;15;iets heel anders\n\
                ZK-98766;Piet Jansen;Twente;4-1-2024;14;trauma\n98767;;;;13;\n";
    let part =
        PartRead::part(&[stretch(text.as_bytes(), text.as_bytes(), &Mapping::default()).expect("is read")]);
    let holds = |text: &str| part.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("Twente") && holds("casus"));
    for text in ["9876", "zk", "ZK", "Pietersen", "Jansen", "heel anders"] {
        assert!(!holds(text), "{text}");
    }
}

#[test]
fn parts_that_do_not_fit_are_refused() {
    let (file, other) = ("leeftijd;regio\n15;Twente\n", "leeftijd;gemeente\n15;Almelo\n");
    let part = |text: &str| {
        PartRead::part(&[stretch(text.as_bytes(), text.as_bytes(), &Mapping::default()).expect("is read")])
    };
    let add = |parts: &[Vec<u8>]| session(&Mapping::default()).add_parts(parts).map(|_| ());
    assert_eq!(add(&[part(file), part(other)]), Err(Refusal::Differ));
    let mut damaged = part(file);
    for at in 0..damaged.len() {
        damaged[at] ^= 1;
        assert_eq!(add(std::slice::from_ref(&damaged)), Err(Refusal::Damaged));
        damaged[at] ^= 1;
        assert_eq!(add(&[damaged[..at].to_vec()]), Err(Refusal::Damaged));
    }
    assert_eq!(add(&[damaged]), Ok(()));
}

#[test]
fn a_case_takes_few_bytes_of_a_part() {
    let bytes = |rows| {
        let file = made::file(7, rows);
        let read = stretch(&file, &file, &Mapping::default()).expect("is read");
        PartRead::part(&[read]).len()
    };
    let (few, many) = (bytes(2000), bytes(12_000));
    let a_case = (many - few) / 10_000;
    assert!((20..=64).contains(&a_case), "{a_case} bytes");
}
