//! How recognisable children are: the figures against a second and slow way of
//! counting, from the texts of the file; what is told; and that nothing of a
//! child is in it.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod slow;

use std::fmt::Write;

use ben_monitor::{
    analysis,
    cases::{Cases, Column, Missing},
    catalog::{
        FIELDS,
        Lang::{self, En, Nl},
    },
    error::Code,
    report::Risk,
    session::Session,
};
use proptest::prelude::*;
use slow::Rows;

fn read(files: &[(&str, &str)]) -> Session {
    let mut session = Session::default();
    for (name, text) in files {
        session.begin(name);
        session.feed(text.as_bytes()).expect("can be read");
        session.end_file().expect("can be read");
    }
    session
}

fn risk(session: &Session, lang: Lang) -> Risk {
    session.risk(lang).expect("files were read").get().clone()
}

/// What a cell may hold, by heading; the first two are no answer.
const ANSWERS: &[(&str, &[&str])] = &[
    ("aanmelddatum", &["2024-01-03", "2024-01-29", "2024-03-01", "2024-04-11", "2023-12-31"]),
    ("gemeente", &["", "onbekend", "Zwolle", "Deventer", "Kampen", "Raalte"]),
    ("regio", &["", "onbekend", "IJsselland", "Twente"]),
    ("leeftijd", &["", "onbekend", "3", "4", "8", "9", "12", "16", "17"]),
    ("geslacht", &["", "onbekend", "jongen", "meisje"]),
    ("maatregel", &["", "onbekend", "geen", "ots", "voogdij"]),
    ("verblijf", &["", "onbekend", "ouders", "groep"]),
    ("onderwijs", &["", "onbekend", "regulier", "speciaal"]),
    ("problematiek", &["", "onbekend", "trauma", "ass", "adhd"]),
    ("aanmelder", &["", "onbekend", "lokaal", "ggz"]),
    ("landsdeel", &["", "onbekend", "overijssel", "utrecht-flevoland"]),
];

/// A file: which columns it has beside the date, and its rows.
fn tables() -> impl Strategy<Value = Rows> {
    let columns = proptest::collection::vec(any::<bool>(), ANSWERS.len() - 1);
    (columns, 1usize..40, 1usize..9).prop_flat_map(|(there, rows, choice)| {
        let columns: Vec<_> = ANSWERS
            .iter()
            .enumerate()
            .filter(|(place, _)| *place == 0 || there[place - 1])
            .map(|(_, column)| *column)
            .collect();
        // Few answers make groups, many make children alone.
        let row: Vec<_> = columns.iter().map(|(_, answers)| 0..answers.len().min(choice + 2)).collect();
        let headings = columns.iter().map(|(heading, _)| *heading).collect::<Vec<_>>();
        proptest::collection::vec(row, rows).prop_map(move |rows| {
            let text = |row: Vec<usize>| {
                row.iter().zip(&columns).map(|(&at, (_, answers))| answers[at]).collect::<Vec<_>>()
            };
            Rows { headings: headings.clone(), rows: rows.into_iter().map(text).collect() }
        })
    })
}

proptest! {
    // Each case reads a file: it is the files that take time.
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_figure_is_that_of_the_slow_way(rows in tables()) {
        let session = read(&[("a.csv", &rows.csv())]);
        let found = serde_json::to_value(risk(&session, Nl)).expect("plain data");
        let expected = slow::risk(&rows);
        for key in ["cases", "lacking", "groups", "coarser", "wide", "causes", "problems", "splits"] {
            prop_assert_eq!(&found[key], &expected[key], "{} of\n{}", key, rows.csv());
        }
    }

    #[test]
    fn nothing_that_stands_in_the_file_is_told(rows in tables()) {
        let session = read(&[("geheim.csv", &rows.csv())]);
        for lang in [Nl, En] {
            let told = serde_json::to_string(&risk(&session, lang)).expect("plain data");
            for word in ["geheim", "Zwolle", "Deventer", "Kampen", "Raalte", "IJsselland", "Twente", "trauma"] {
                prop_assert!(!told.contains(word), "{} in {}", word, told);
            }
            let holes = ["{", "}", "[", "]", "  "];
            let sentences = serde_json::to_value(risk(&session, lang).words).expect("plain data");
            for (key, sentence) in sentences.as_object().expect("words") {
                let sentences = sentence.as_array().cloned().unwrap_or_else(|| vec![sentence.clone()]);
                for sentence in sentences.iter().filter_map(|sentence| sentence.as_str()) {
                    prop_assert!(!holes.iter().any(|hole| sentence.contains(hole)), "{}", sentence);
                    prop_assert_eq!(sentence.ends_with('.'), key != "title", "{}", sentence);
                }
            }
        }
    }
}

#[test]
fn files_are_looked_at_together_and_double_cases_once() {
    let a = "casus;regio;gemeente;aanmelddatum;leeftijd\n1;Twente;Almelo;2024-01-03;9\n2;Twente;Almelo;2024-01-09;9\n";
    let b = "casus;regio;gemeente;aanmelddatum;leeftijd;geslacht\n2;Twente;Almelo;2024-01-09;9;meisje\n3;Twente;Almelo;2024-02-01;9;\n";
    let found = risk(&read(&[("a.csv", a), ("b.csv", b)]), Nl);
    assert_eq!((found.files, found.cases), (2, 3), "case 2 is told twice");
    // Only the row that tells most of case 2 counts, and it is the one with a gender.
    assert_eq!((found.groups.classes, found.groups.unique), (3, 3));
    assert!(!found.lacking.contains(&"geslacht"), "one of the files has it");
    let words = found.words.expect("is told");
    assert!(words.title.starts_with("Alle kinderen in deze bestanden (3) zijn uniek"), "{}", words.title);
}

#[test]
fn without_a_file_there_is_no_risk_to_tell() {
    let refused = Session::default().risk(Nl).expect_err("nothing was read");
    assert_eq!(refused.code(), Code::NothingLoaded);
}

#[test]
fn without_a_municipality_the_region_counts_and_what_lacks_is_named() {
    let text =
        "casus;regio;aanmelddatum\n1;Twente;2024-01-03\n2;Twente;2024-01-09\n3;IJsselland;2024-02-01\n";
    let found = risk(&read(&[("a.csv", text)]), Nl);
    assert_eq!(found.groups.fields, ["regio", "aanmelddatum"]);
    assert_eq!(
        found.lacking,
        ["gemeente", "leeftijd", "geslacht", "maatregel", "verblijf", "onderwijs", "problematiek"]
    );
    assert_eq!((found.groups.unique, found.groups.smallest, found.problems), (1, 1, None));
    assert_eq!(found.coarser.len(), 1, "there are no ages to make coarser");
}

#[test]
fn a_split_is_offered_from_the_minimum_with_two_problems_in_each_part() {
    let offered = |girls: usize, boys: usize, problems: [&str; 2], minimum: u64| {
        let mut text = "aanmelddatum;geslacht;problematiek\n".to_owned();
        for (gender, count) in [("meisje", girls), ("jongen", boys)] {
            for row in 0..count {
                let problem = problems[row % 2];
                writeln!(text, "2024-01-03;{gender};{problem}").expect("a text takes it");
            }
        }
        let cases = cases_of(&text);
        let splits = analysis::splits(&cases, minimum);
        assert_eq!(splits.len(), 1, "only gender can split");
        splits[0].may_offer
    };
    assert!(offered(5, 9, ["ass", "adhd"], 5));
    assert!(!offered(4, 9, ["ass", "adhd"], 5));
    assert!(!offered(5, 9, ["ass", "adhd"], 10));
    assert!(offered(10, 10, ["ass", "adhd"], 10));
    assert!(!offered(10, 10, ["ass", "ass"], 10), "who is a girl has autism");
    assert!(!offered(20, 0, ["ass", "adhd"], 5), "one class splits nothing");
}

/// The cases of a file with a gender and a problem in front, as a column store.
fn cases_of(text: &str) -> Cases {
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(';').collect()).collect();
    let columns = FIELDS.iter().map(|field| {
        let at = ["aanmelddatum", "geslacht", "problematiek"].iter().position(|id| *id == field.id)?;
        let mut column = Column::for_kind(field.kind)?;
        for row in &rows {
            match &mut column {
                Column::Codes(codes) => {
                    let place = field.values.iter().position(|value| value.code == row[at]);
                    codes.push(place.and_then(|place| u8::try_from(place).ok()).ok_or(Missing::Blank));
                }
                column => column.push_missing(Missing::Blank),
            }
        }
        Some(column)
    });
    Cases::new("a.csv", rows.len(), columns.collect())
}

/// Children that differ by one answer at most: `groups` of each size, told apart by age.
fn children(sizes: &[usize], problems: &[&str]) -> String {
    let mut text = "aanmelddatum;gemeente;leeftijd;geslacht;problematiek\n".to_owned();
    for (group, &size) in sizes.iter().enumerate() {
        for child in 0..size {
            let problem = problems[child % problems.len()];
            writeln!(text, "2024-01-03;Zwolle;{};meisje;{problem}", group + 1).expect("a text takes it");
        }
    }
    text
}

fn told(lang: Lang) -> String {
    let files = [
        ("some are unique", children(&[1, 1, 2, 6, 12], &["ass", "adhd"])),
        ("one is unique", children(&[1, 30], &["ass", "adhd"])),
        ("one child", children(&[1], &["ass"])),
        ("all are unique", children(&[1, 1, 1], &["ass"])),
        ("none is unique", children(&[2, 3], &["ass", "ass"])),
        ("all are safe", children(&[12, 15], &["ass", "adhd"])),
        ("nothing but months", "aanmelddatum\n2024-01-03\n2024-02-03\n2024-02-04\n".to_owned()),
        ("no field at all", "casus;aanmelder\n1;ggz\n2;ggz\n".to_owned()),
    ];
    let mut page = String::new();
    for (name, text) in files {
        let words = risk(&read(&[("a.csv", &text)]), lang).words.expect("is told");
        writeln!(page, "# {name}\n{}\n{}\n{}\n{}", words.title, words.text, words.meaning, words.because)
            .expect("a text");
        for more in [words.coarsened, words.alike, words.left_out].into_iter().flatten() {
            writeln!(page, "{more}").expect("a text");
        }
        for advice in words.advice {
            writeln!(page, "- {advice}").expect("a text");
        }
    }
    page
}

#[test]
fn what_is_told_in_dutch() {
    insta::assert_snapshot!("risk_nl", told(Nl));
}

#[test]
fn what_is_told_in_english() {
    insta::assert_snapshot!("risk_en", told(En));
}
