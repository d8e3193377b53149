//! Cases that occur twice: counted once, by a rule that looks at no order,
//! against a second and slow way of finding them.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod invent;
mod slow;

use ben_monitor::{
    analysis::Request,
    cases::Overlap,
    catalog::Lang,
    clean::Mapping,
    error::Code,
    finding::{Finding, FindingCode},
    narrative::finding_sentence,
    report::{Changes, Figures, Report},
    session::Session,
};
use invent::{Table, tables};
use proptest::prelude::*;

fn read_with(files: &[(&str, String)], mapping: Option<&str>) -> Session {
    let mut session = Session::default();
    let mapping: Option<Mapping> = mapping.map(|json| serde_json::from_str(json).expect("a mapping"));
    session.set_mapping(mapping);
    for (name, text) in files {
        session.begin(name);
        session.feed(text.as_bytes()).expect("can be read");
        session.end_file().expect("can be read");
    }
    session
}

fn read(files: &[(&str, &str)]) -> Session {
    let files: Vec<_> = files.iter().map(|&(name, text)| (name, text.to_owned())).collect();
    read_with(&files, None)
}

fn report(session: &Session) -> Report {
    session.report(&Request::default()).expect("can be counted").get().clone()
}

/// Read, used and excluded.
fn counts(session: &Session) -> [u64; 3] {
    let cases = report(session).cases;
    [cases.read, cases.used, cases.excluded]
}

/// Source, count and rows of the findings with this code.
fn found(session: &Session, code: FindingCode) -> Vec<(usize, u64, Vec<u64>)> {
    let findings = session.findings().iter().filter(|finding| finding.code == code);
    findings.map(|finding| (finding.source, finding.count, finding.rows.clone())).collect()
}

#[test]
fn the_row_with_most_answers_counts() {
    let session = read(&[(
        "a.csv",
        "casus;regio;aanmelddatum;leeftijd;verblijf\n1;Twente;1-2-2024;12;\n2;Twente;1-3-2024;14;thuis\n1;Twente;1-2-2024;12;pleeggezin\n",
    )]);
    assert_eq!(counts(&session), [3, 2, 1]);
    assert_eq!(found(&session, FindingCode::CaseDouble), [(0, 1, vec![2])]);
    assert_eq!(found(&session, FindingCode::CaseDoubleDiffers), [(0, 1, vec![2])]);
    let report = report(&session);
    assert_eq!(report.sources[0].cases, 3, "a source holds what its file holds");
    for indicator in &report.indicators {
        let figures = &indicator.figures;
        let beside = if let Figures::Duration(duration) = figures { duration.open } else { 0 };
        if !matches!(figures, Figures::Totals(_)) {
            assert_eq!(indicator.about.n + indicator.about.missing + beside, 2, "{}", indicator.about.id);
        }
    }
}

#[test]
fn a_filter_leaves_doubles_out_too() {
    let session = read(&[(
        "a.csv",
        "casus;regio;aanmelddatum;leeftijd\n1;Twente;1-2-2024;12\n1;Twente;1-2-2024;12\n2;Twente;5-2-2024;12\n3;IJsselland;5-2-2024;12\n",
    )]);
    let filter = serde_json::from_str(r#"[{ "field": "regio", "values": ["Twente"] }]"#).expect("a filter");
    let request = Request { filter, ..Request::default() };
    let report = session.report(&request).expect("can be counted");
    assert_eq!((report.get().cases.selected, report.get().cases.used), (2, 3));
    assert_eq!(found(&session, FindingCode::CaseDoubleDiffers), []);
}

#[test]
fn regions_and_dates_tell_cases_apart() {
    let counted = |files: &[(&str, &str)]| counts(&read(files))[1];
    // Two teams that both number from 1.
    let twente = "casus;regio;aanmelddatum\n1;Twente;1-2-2024\n";
    let ijsselland = "casus;regio;aanmelddatum\n1;IJsselland;1-2-2024\n";
    assert_eq!(counted(&[("t.csv", twente), ("ij.csv", ijsselland)]), 2);
    // The same case in the team's own list and in the monitor.
    let monitor = "casus_id;RET regio;aanmelddatum;leeftijd\n0001;RET Twente;2024-02-01;12\n";
    assert_eq!(counted(&[("t.csv", twente), ("m.csv", monitor)]), 1);
    // No region: the number with its date.
    let one = "casus;aanmelddatum\n1;1-2-2024\n2;5-2-2024\n";
    let other = "casus;aanmelddatum;leeftijd\n1;1-2-2024;12\n2;6-2-2024;12\n";
    assert_eq!(counted(&[("a.csv", one), ("b.csv", other)]), 3);
    assert_eq!(counted(&[("a.csv", "casus;aanmelddatum\n1;1-2-2024\n1;5-2-2024\n")]), 1);
    // A region on one side says nothing.
    assert_eq!(counted(&[("t.csv", twente), ("b.csv", "casus;aanmelddatum\n1;1-2-2024\n")]), 2);
    // No number, no double.
    assert_eq!(
        counted(&[(
            "a.csv",
            "casus;aanmelddatum\n;1-2-2024\n;1-2-2024\nonbekend;1-2-2024\nonbekend;1-2-2024\n"
        )]),
        4
    );
}

#[test]
fn a_team_that_numbers_anew_each_year_keeps_both_years() {
    let year = |year: u32, cases: u32| {
        let rows = (1..=cases).map(|case| format!("{case};Twente;{case}-3-{year}\n")).collect::<String>();
        format!("nr;regio;aanmelddatum\n{rows}")
    };
    let counted = |files: &[(&str, String)]| counts(&read_with(files, None))[1];
    assert_eq!(counted(&[("2023.csv", year(2023, 20)), ("2024.csv", year(2024, 20))]), 40);
    // With a third file that repeats the first one, moved on by five cases.
    let files = [("2023.csv", year(2023, 20)), ("2024.csv", year(2024, 20)), ("2023b.csv", year(2023, 25))];
    assert_eq!(counted(&files), 45);
    // Both years in one file, also without a region.
    let both = year(2023, 20) + year(2024, 20).split_once('\n').expect("a heading").1;
    assert_eq!(counted(&[("beide.csv", both.clone())]), 40);
    assert_eq!(counted(&[("beide.csv", both.replace("regio", "notitie"))]), 40);
    assert_eq!(counted(&[("beide.csv", both), ("2024.csv", year(2024, 25))]), 45);
    // A date that was mended in a few cases does not make them other cases.
    let mended = year(2024, 20).replace("\n7;Twente;7-3", "\n7;Twente;8-3");
    assert_eq!(counted(&[("mrt.csv", year(2024, 20)), ("apr.csv", mended)]), 20);
}

#[test]
fn doubles_are_all_counted_when_a_person_wants_it() {
    let text = "casus;regio;leeftijd\n1;Twente;12\n1;Twente;13\n".to_owned();
    let session = read_with(&[("a.csv", text)], Some(r#"{ "reading": { "keepDoubles": true } }"#));
    assert_eq!(counts(&session), [2, 2, 0]);
    assert_eq!(found(&session, FindingCode::CaseDoubleKept), [(0, 1, vec![2])]);
    assert_eq!(found(&session, FindingCode::CaseDouble), []);
    assert_eq!(found(&session, FindingCode::CaseDoubleDiffers), []);
    let mapping = serde_json::to_string(session.mapping()).expect("is data");
    assert!(mapping.contains(r#""keepDoubles":true"#), "{mapping}");
    let plain = serde_json::to_string(read(&[("a.csv", "regio\nTwente\n")]).mapping()).expect("is data");
    assert!(!plain.contains("reading"), "{plain}");
}

#[test]
fn what_was_done_with_doubles_is_a_decision_that_can_be_changed() {
    let text = "casus;regio;leeftijd\n1;Twente;12\n2;Twente;12\n1;Twente;13\n".to_owned();
    for (mapping, code) in
        [(None, "doubles"), (Some(r#"{ "reading": { "keepDoubles": true } }"#), "doubles-kept")]
    {
        let session = read_with(&[("a.csv", text.clone())], mapping);
        let understanding = serde_json::to_value(session.understanding(Lang::Nl)).expect("is data");
        let decisions = understanding["decisions"].as_array().expect("a list");
        let told: Vec<_> = decisions.iter().filter(|one| one["change"]["kind"] == "doubles").collect();
        assert_eq!(told.len(), 1, "{decisions:?}");
        assert_eq!((told[0]["code"].as_str(), told[0]["source"].as_u64()), (Some(code), Some(0)));
        assert!(told[0]["text"].as_str().is_some_and(|text| text.contains("Regel 2 ")), "{told:?}");
    }
}

#[test]
fn a_file_given_twice_is_left_out_whole() {
    let text = "regio;leeftijd\nTwente;12\nTwente;13\n";
    let session =
        read(&[("a.csv", text), ("b.csv", "regio;leeftijd\nTwente;9\n"), ("kopie van a.csv", text)]);
    assert_eq!(counts(&session), [3, 3, 0]);
    let names: Vec<_> = report(&session).sources.into_iter().map(|source| source.name).collect();
    assert_eq!(names, ["a.csv", "b.csv"]);
    assert_eq!(found(&session, FindingCode::FileDouble), [(0, 1, vec![])]);
    // In pieces of another size it is the same file.
    let mut session = read(&[("a.csv", text)]);
    session.begin("a.csv");
    text.as_bytes().chunks(7).for_each(|chunk| assert!(session.feed(chunk).is_ok()));
    assert!(session.end_file().expect("can be read").left_out);
    assert_eq!(counts(&session), [2, 2, 0]);
}

#[test]
fn equal_rows_without_a_casus_are_counted_and_said() {
    let session = read(&[(
        "a.csv",
        "aanmelddatum;leeftijd;Opmerking\n1-2-2024;12;a\n1-2-2024;12;b\n\n1-2-2024;12;a\n1-2-2024;12;a\n",
    )]);
    assert_eq!(counts(&session), [4, 4, 0]);
    assert_eq!(found(&session, FindingCode::RowDouble), [(0, 2, vec![5, 6])]);
    // A casus column tells what is the same: then equal rows are one case.
    let session = read(&[("a.csv", "nr;leeftijd\n1;12\n1;12\n")]);
    assert_eq!(counts(&session), [2, 1, 1]);
    assert_eq!(found(&session, FindingCode::RowDouble), []);
}

#[test]
fn nothing_holds_a_casus_number() {
    let files = [
        ("a.csv", "casus;regio;leeftijd\n918273;Twente;12\n918273;Twente;13\n"),
        ("b.csv", "casus;leeftijd\n918273;12\n"),
    ];
    let session = read(&files);
    let mut told = vec![
        serde_json::to_string(&report(&session)).expect("is data"),
        serde_json::to_string(session.findings()).expect("is data"),
        serde_json::to_string(session.mapping()).expect("is data"),
    ];
    let of = |lang: &str| {
        let lang = Lang::from_tag(lang);
        session
            .findings()
            .iter()
            .map(move |one: &Finding| finding_sentence(one, "a.csv", lang))
            .collect::<String>()
    };
    told.extend([of("nl"), of("en")]);
    assert!(told.iter().all(|text| !text.contains("918273")), "{told:?}");
}

/// Source, field and count of the findings with this code.
fn columns(session: &Session, code: FindingCode) -> Vec<(usize, Option<&str>, u64)> {
    let findings = session.findings().iter().filter(|finding| finding.code == code);
    findings.map(|finding| (finding.source, finding.field, finding.count)).collect()
}

/// A file with a heading and so many rows, made of the cells for each number.
fn file(heading: &str, rows: usize, cells: impl Fn(usize) -> String) -> String {
    (0..rows).fold(format!("nr;{heading}\n"), |text, row| text + &format!("{row};{}\n", cells(row)))
}

#[test]
fn columns_that_are_nearly_empty_are_named() {
    let one_in = |part: usize, answer: &'static str| {
        move |row: usize| format!("1-1-2024;;{}", if row.is_multiple_of(part) { answer } else { "" })
    };
    let heading = "aanmelddatum;afsluitdatum;verblijf";
    let nearly = |rows: usize, part: usize| {
        let session = read_with(&[("a.csv", file(heading, rows, one_in(part, "thuis")))], None);
        columns(&session, FindingCode::ColumnNearlyEmpty)
            .into_iter()
            .map(|(_, field, count)| (field.map(str::to_owned), count))
            .collect::<Vec<_>>()
    };
    // A closing date that is blank says that the case is open.
    assert_eq!(nearly(20, 10), [(Some("verblijf".to_owned()), 18)]);
    assert_eq!(nearly(19, 19), [], "too few to say");
    assert_eq!(nearly(40, 9), [], "more than one in ten has an answer");
    let not_applicable = file("verblijf", 30, |_| "n.v.t.".to_owned());
    assert_eq!(columns(&read_with(&[("a.csv", not_applicable)], None), FindingCode::ColumnNearlyEmpty), []);
}

#[test]
fn files_that_answer_with_other_lists_are_named() {
    let with = |heading: &str, answers: &'static [&'static str]| {
        file(heading, 30, |row| answers[row % answers.len()].to_owned())
    };
    let differ = |files: [String; 2]| {
        let [one, other] = files;
        let session = read_with(&[("a.csv", one), ("b.csv", other)], None);
        columns(&session, FindingCode::CodesDiffer)
            .into_iter()
            .map(|(source, _, count)| (source, count))
            .collect::<Vec<_>>()
    };
    let known = with("verblijf", &["thuis", "pleeggezin"]);
    // Codes of the team's own in one of both.
    assert_eq!(differ([with("verblijf", &["thuis", "W3", "W4"]), known.clone()]), [(0, 30)]);
    assert_eq!(
        differ([known.clone(), with("verblijf", &["thuis", "thuis", "thuis", "thuis", "pleeggezin", "W3"])]),
        []
    );
    // Nothing in common.
    assert_eq!(differ([known.clone(), with("verblijf", &["gezinshuis", "crisisplaatsing"])]), [(1, 30)]);
    assert_eq!(differ([known.clone(), with("verblijf", &["gezinshuis", "thuis"])]), []);
    // A file where all is one answer is no other list.
    assert_eq!(differ([known, with("verblijf", &["gezinshuis"])]), []);
    assert_eq!(
        differ([with("regio", &["Twente", "IJsselland"]), with("regio", &["Rijnmond", "Foodvalley"])]),
        []
    );
}

/// New, closed, changed, gone, same.
fn changes(counts: Changes) -> [u64; 5] {
    [counts.new, counts.closed, counts.changed, counts.gone, counts.same]
}

#[test]
fn two_exports_are_compared() {
    let march = "casus;regio;aanmelddatum;afsluitdatum;verblijf\n1;Twente;1-2-2024;;thuis\n2;Twente;1-2-2024;;thuis\n3;Twente;3-2-2024;;thuis\n4;IJsselland;3-3-2024;;\n;Twente;3-3-2024;;\n";
    let april = "casus;regio;aanmelddatum;afsluitdatum;verblijf;leeftijd\n1;Twente;1-2-2024;;thuis;12\n2;Twente;1-2-2024;5-4-2024;pleeggezin;12\n3;Twente;3-2-2024;;groep;9\n5;IJsselland;7-4-2024;;;9\n6;;7-4-2024;;;9\n";
    let session = read(&[("april.csv", april), ("maart.csv", march)]);
    assert_eq!(session.overlaps(), [Overlap { older: 1, newer: 0, shared: 3 }]);
    let released = session.compare(1, 0).expect("can be compared");
    let compared = released.get();
    // A column that only one of them has is no change.
    assert_eq!(changes(compared.total), [2, 1, 1, 1, 1]);
    let regions: Vec<_> =
        compared.regions.iter().map(|one| (one.region.as_deref(), changes(one.counts))).collect();
    let expected =
        [(Some("IJsselland"), [1, 0, 0, 1, 0]), (Some("Twente"), [0, 1, 1, 0, 1]), (None, [1, 0, 0, 0, 0])];
    assert_eq!(regions, expected);
    let older = &compared.older;
    assert_eq!(
        (older.name.as_str(), older.source, older.cases, older.without_number),
        ("maart.csv", 1, 4, 1)
    );
    assert_eq!(
        (older.latest.as_deref(), compared.newer.latest.as_deref()),
        (Some("2024-03-03"), Some("2024-04-07"))
    );
    // Read the other way, what closed has opened, which is a change.
    assert_eq!(changes(session.compare(0, 1).expect("can be compared").get().total), [1, 0, 2, 2, 1]);
    assert_eq!(changes(session.compare(0, 0).expect("can be compared").get().total), [0, 0, 0, 0, 5]);
}

#[test]
fn what_can_not_be_compared_is_refused() {
    let session = read(&[("a.csv", "casus;regio\n1;Twente\n"), ("b.csv", "regio;leeftijd\nTwente;12\n")]);
    let code = |older, newer| session.compare(older, newer).map(|_| ()).map_err(|error| error.code());
    assert_eq!(code(0, 1), Err(Code::NoCaseNumbers));
    assert_eq!(code(0, 2), Err(Code::BadRequest));
    assert_eq!(session.overlaps(), []);
}

fn files(tables: &[Table]) -> Vec<(&'static str, String)> {
    tables.iter().zip(["a.csv", "b.csv", "c.csv"]).map(|(table, name)| (name, table.csv())).collect()
}

/// The figures without the files' own counts, whose order is that of reading.
fn figures(session: &Session) -> Report {
    Report { sources: Vec::new(), ..report(session) }
}

/// Overlaps that do not depend on which file is read first when dates are equal.
fn pairs_of(session: &Session) -> Vec<(usize, usize, usize)> {
    let of = |one: &Overlap| (one.older.min(one.newer), one.older.max(one.newer), one.shared);
    session.overlaps().iter().map(of).collect()
}

/// Rows with a number alone are no cases, unless a person wants them; here they are.
const ALL_ROWS: Option<&str> = Some(r#"{ "reading": { "keepRows": true } }"#);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// A second implementation finds the same rows.
    #[test]
    fn the_slow_way_leaves_the_same_rows_out(tables in tables()) {
        let session = read_with(&files(&tables), ALL_ROWS);
        let expected = slow::excluded(&tables);
        let mut told: Vec<(usize, Vec<u64>)> = (0..tables.len()).map(|source| (source, Vec::new())).collect();
        for (source, count, rows) in found(&session, FindingCode::CaseDouble) {
            prop_assert_eq!(count, rows.len() as u64);
            told[source].1 = rows;
        }
        prop_assert_eq!(told, expected.into_iter().enumerate().collect::<Vec<_>>());
    }

    /// No order of rows or files changes a figure.
    #[test]
    fn no_order_changes_a_figure(tables in tables(), turn in 0usize..6, seed in any::<u64>()) {
        let before = figures(&read_with(&files(&tables), ALL_ROWS));
        let mut turned: Vec<Table> = tables.iter().map(|table| table.shuffled(seed)).collect();
        let by = turn % turned.len();
        turned.rotate_left(by);
        if turn > 2 {
            turned.reverse();
        }
        prop_assert_eq!(figures(&read_with(&files(&turned), ALL_ROWS)), before);
    }

    /// And the same changes between two files.
    #[test]
    fn the_slow_way_finds_the_same_changes(tables in tables().prop_filter("two files", |all| all.len() > 1)) {
        let session = read_with(&files(&tables), ALL_ROWS);
        match session.compare(0, 1) {
            Ok(released) => {
                let compared = released.get();
                prop_assert_eq!(changes(compared.total), slow::changes(&tables[..2]));
                let regions = compared.regions.iter().map(|one| changes(one.counts));
                let sum = regions.fold([0; 5], |sum, one| std::array::from_fn(|at| sum[at] + one[at]));
                prop_assert_eq!(sum, changes(compared.total));
                let [new, closed, changed, gone, same] = sum;
                prop_assert_eq!(compared.older.cases, closed + changed + same + gone);
                prop_assert_eq!(compared.newer.cases, closed + changed + same + new);
            }
            Err(error) => {
                prop_assert_eq!(error.code(), Code::NoCaseNumbers);
                prop_assert!(tables[..2].iter().any(|table| !slow::has_number(table)));
            }
        }
        prop_assert_eq!(pairs_of(&session), slow::overlaps(&tables));
    }
}
