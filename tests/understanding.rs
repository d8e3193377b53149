//! How files were read, as the person sees it whose files they are.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use ben_monitor::{
    analysis::Request,
    catalog::Lang,
    clean::Mapping,
    finding::FindingCode,
    narrative::error_sentence,
    report::{Clause, Figures},
    session::Session,
    understanding::{Change, Status, Understanding},
};

fn session(files: &[(&str, &str)], mapping: Option<Mapping>) -> Session {
    let mut session = Session::default();
    session.set_mapping(mapping);
    for (name, text) in files {
        session.begin(name);
        session.feed(text.as_bytes()).expect("can be read");
        session.end_file().expect("holds cases");
    }
    session
}

fn read(text: &str) -> Session {
    session(&[("twente.csv", text)], None)
}

fn told<'a>(understanding: &'a Understanding<'_>) -> Vec<&'a str> {
    understanding.decisions.iter().map(|decision| decision.text.as_str()).collect()
}

const FILE: &str = "RET Twente;;;;;\r\n2024;;;;;\r\n\r\nDatum;Geslacht;Verwijzer;Hulpvraag;Opmerking;Datum\r\n\
    1-3-2024;j;gi;visieverschil;x;\r\n2-3-2024;m;n.v.t.;nvt, regie;;\r\n3-3-2024;onb.;?;iets vreemds;y;1\r\n\
    4-3-2024;;NVT;-;;\r\nTotaal;4;;;;\r\n";

#[test]
fn decisions_are_told_in_one_short_list() {
    let session = read(FILE);
    let understanding = session.understanding(Lang::Nl);
    assert_eq!(
        told(&understanding),
        [
            "4 aanmeldingen uit “twente.csv”.",
            "De koppen staan in regel 4.",
            "Regel 1–2 overgeslagen als titel.",
            "Regel 9 overgeslagen als totaal.",
            "Regel 3 overgeslagen: leeg.",
            "Datums gelezen als dag-maand-jaar.",
            "“onb” 1× en “?” 1× gelezen als onbekend.",
            "“nvt” 2× gelezen als niet van toepassing.",
            "“-” 1× gelezen als niet ingevuld.",
            "1 lege cel gelezen als niet ingevuld.",
            "Kolom “Datum” niet gebruikt: een andere kolom geeft Aanmelddatum al.",
            "Kolom niet gebruikt: “Opmerking”.",
        ]
    );
    let changes: Vec<_> = understanding.decisions.iter().filter_map(|one| one.change.clone()).collect();
    assert_eq!(
        changes,
        [
            Change::Header { row: 4 },
            Change::Rows,
            Change::Dates { order: "dmy" },
            Change::Column { heading: "Datum".to_owned(), field: None },
            Change::Column { heading: "Opmerking".to_owned(), field: None },
        ]
    );
}

#[test]
fn columns_say_what_they_were_taken_for() {
    let session = read(FILE);
    let columns: Vec<_> = session
        .understanding(Lang::Nl)
        .columns
        .iter()
        .map(|one| (one.number, one.heading.clone(), one.field, one.status, one.filled))
        .collect();
    let expected = [
        (1, "Datum", Some("aanmelddatum"), Status::Sure, 4),
        (2, "Geslacht", Some("geslacht"), Status::Sure, 3),
        (3, "Verwijzer", Some("aanmelder"), Status::Sure, 4),
        (4, "Hulpvraag", Some("reden"), Status::Sure, 4),
        (5, "Opmerking", None, Status::Unused, 2),
        (6, "Datum", Some("aanmelddatum"), Status::Double, 1),
    ];
    assert_eq!(columns, expected.map(|(at, heading, id, status, n)| (at, heading.to_owned(), id, status, n)));
}

#[test]
fn what_is_not_understood_is_asked() {
    let session = read(FILE);
    let understanding = session.understanding(Lang::Nl);
    let asked: Vec<_> = understanding
        .questions
        .iter()
        .map(|one| (one.field, one.written[0].text.as_str(), one.count))
        .collect();
    assert_eq!(asked, [("reden", "iets vreemds", 1)]);
}

#[test]
fn several_files_have_a_line_for_all() {
    let file = "Datum;Leeftijd\r\n1-3-2024;12\r\n2-3-2024;13\r\n";
    let other = "Datum;Leeftijd\r\n1-4-2024;15\r\n2-4-2024;16\r\n";
    let session = session(&[("een.csv", file), ("twee.csv", other)], None);
    assert_eq!(
        told(&session.understanding(Lang::Nl))[..2],
        ["4 aanmeldingen uit 2 bestanden.", "2 aanmeldingen uit “een.csv”."]
    );
    assert_eq!(
        told(&session.understanding(Lang::En))[..2],
        ["4 referrals from 2 files.", "2 referrals from “een.csv”."]
    );
}

/// Number, field, how sure, and the proposals of each column.
fn columns(text: &str, mapping: Option<Mapping>) -> Vec<(Option<&'static str>, Status, Vec<&'static str>)> {
    let session = session(&[("twente.csv", text)], mapping);
    let columns = session.understanding(Lang::Nl).columns;
    columns.iter().map(|one| (one.field, one.status, one.proposals.clone())).collect()
}

#[test]
fn headings_with_a_typing_error_are_read_when_their_cells_fit() {
    let text = "Datum;Gesalcht;Leeftij;datum afsluitng;Gemeete;Problematik;Lft kind\r\n\
        1-3-2024;j;12;2-4-2024;Almelo;trauma;12\r\n2-3-2024;m;14;onbekend;Hof van Twente;ass;14\r\n";
    let read = columns(text, None);
    assert_eq!(read[1].0, Some("geslacht"));
    assert_eq!(read[2].0, Some("leeftijd"), "{read:?}");
    assert_eq!(read[3].0, Some("afsluitdatum"));
    assert_eq!(read[4].0, Some("gemeente"));
    assert_eq!(read[5].0, Some("problematiek"));
    assert!(read[1..6].iter().all(|one| one.1 == Status::Likely), "{read:?}");
    assert_eq!((read[6].0, read[6].1), (None, Status::Unused));
}

#[test]
fn a_heading_is_not_read_when_its_cells_speak_against_it() {
    let text = "Datum;Gesalcht;Leeftij\r\n1-3-2024;rood;twaalf\r\n2-3-2024;blauw;veertien\r\n";
    let read = columns(text, None);
    assert_eq!(read[1], (None, Status::Unused, vec!["geslacht"]));
    assert_eq!(read[2], (None, Status::Unused, vec!["leeftijd"]));
}

#[test]
fn columns_are_proposed_by_what_they_hold() {
    let text = "Datum;Kind;Woning;Einde traject;Jaren\r\n\
        1-3-2024;jongen;gezinshuis;4-5-2024;12\r\n2-3-2024;meisje;leefgroep;;9\r\n3-3-2024;jongen;pleegzorg;9-9-2024;17\r\n";
    let read = columns(text, None);
    assert_eq!(read[1].2, ["geslacht"]);
    assert_eq!(read[2].2, ["verblijf"]);
    assert!(read[3].2.contains(&"afsluitdatum") && !read[3].2.contains(&"aanmelddatum"), "{read:?}");
    assert_eq!(read[4].2, ["leeftijd"]);
    assert!(read.iter().skip(1).all(|one| one.1 == Status::Unused));
}

#[test]
fn a_column_that_a_person_set_aside_stays_aside() {
    let mapping = Mapping { columns: [("gesalcht".to_owned(), None)].into(), ..Mapping::default() };
    let read = columns("Datum;Gesalcht\r\n1-3-2024;j\r\n2-3-2024;m\r\n", Some(mapping));
    assert_eq!(read[1], (None, Status::Unused, Vec::new()));
}

#[test]
fn answers_are_read_by_likeness_and_said_so() {
    let text = "Datum;Verblijf;Bijkomend\r\n1-3-2024;pleegezin;truama, ASS\r\n2-3-2024;Pleegezin;trauma,iets vreems\r\n\
        3-3-2024;thuis;iets vreemds\r\n4-3-2024;besloten groep;Iets vreemds\r\n";
    let session = read(text);
    let understanding = session.understanding(Lang::Nl);
    let said: Vec<_> = told(&understanding).into_iter().filter(|text| text.contains("gelezen als")).collect();
    assert_eq!(
        said[1..],
        [
            "“pleegezin” 1× en “Pleegezin” 1× gelezen als Pleeg- of netwerkgezin.",
            "“truama” 1× gelezen als Trauma.",
        ]
    );
    let change = understanding.decisions.iter().filter_map(|one| one.change.clone()).next_back();
    assert_eq!(
        change,
        Some(Change::Value { field: "bijkomend", written: "truama".to_owned(), code: Some("trauma") })
    );
    let asked: Vec<_> = understanding
        .questions
        .iter()
        .map(|one| {
            (one.field, one.count, one.written.iter().map(|one| one.text.as_str()).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(
        asked,
        [
            ("verblijf", 1, vec!["besloten groep"]),
            ("bijkomend", 3, vec!["iets vreems", "iets vreemds", "Iets vreemds"]),
        ]
    );
    let found = |code: FindingCode| {
        session.findings().iter().filter(move |one| one.code == code).map(|one| one.count).sum::<u64>()
    };
    assert_eq!((found(FindingCode::ValueResembling), found(FindingCode::ValueUnrecognised)), (3, 4));
    let report = session
        .report(&Request { indicators: vec!["verblijf".to_owned()], ..Request::default() })
        .expect("can be counted");
    assert_eq!(report.get().indicators[0].about.n, 3);
}

#[test]
fn a_person_says_what_is_meant_or_that_nothing_is() {
    let values = |code: &str| Mapping {
        values: [("verblijf".to_owned(), [("pleegezin".to_owned(), code.to_owned())].into())].into(),
        ..Mapping::default()
    };
    let text = "Datum;Verblijf\r\n1-3-2024;Pleegezin\r\n2-3-2024;thuis\r\n";
    let missing = |code: &str| {
        let session = session(&[("twente.csv", text)], Some(values(code)));
        let report = session
            .report(&Request { indicators: vec!["verblijf".to_owned()], ..Request::default() })
            .expect("can be counted");
        let about = report.get().indicators[0].about.clone();
        (about.n, about.missing_by.unrecognised, about.missing_by.unknown, about.missing_by.not_applicable)
    };
    assert_eq!(missing("gezinshuis"), (2, 0, 0, 0));
    assert_eq!(missing(""), (1, 1, 0, 0));
    assert_eq!(missing("onbekend"), (1, 0, 1, 0));
    assert_eq!(missing("nvt"), (1, 0, 0, 1));
}

#[test]
fn what_may_say_who_a_child_is_is_not_shown() {
    let text = "Datum;Reden van aanmelding\r\n1-3-2024;bel moeder op 0612345678\r\n2-3-2024;j.jansen@example.nl\r\n3-3-2024;moeder wil dit en vader wil dat niet meer\r\n";
    // Among many answers: a column of nothing else would not be read at all.
    let session = read(&(text.to_owned() + &"4-3-2024;visieverschil\r\n".repeat(20)));
    let understanding = session.understanding(Lang::Nl);
    let [question] = understanding.questions.as_slice() else { panic!("one question") };
    assert_eq!((question.count, question.withheld, question.written.len()), (3, 3, 0));
}

#[test]
fn a_column_of_the_files_own_is_counted_as_it_is() {
    let columns = [("wachtlijst BIJ", "eigen_1"), ("Akkoord", "eigen_2")];
    let columns = columns.map(|(heading, id)| (heading.to_owned(), Some(id.to_owned())));
    let mapping = Mapping { columns: columns.into(), ..Mapping::default() };
    let text = "Datum;Wachtlijst bij;Akkoord\r\n1-3-2024;de Kleine Stad;x\r\n2-3-2024;DE KLEINE STAD;\r\n3-3-2024;ZORG;x\r\n4-3-2024;onbekend;x\r\n";
    let session = session(&[("twente.csv", text)], Some(mapping));
    let filter = vec![Clause { field: "eigen_2".to_owned(), values: vec!["X".to_owned()] }];
    let request = Request { indicators: vec!["eigen_1".to_owned()], filter, ..Request::default() };
    let report = session.report(&request).expect("can be counted");
    let indicator = &report.get().indicators[0];
    assert_eq!((indicator.about.label.as_deref(), indicator.about.n), (Some("Wachtlijst bij"), 2));
    assert_eq!(indicator.about.missing_by.unknown, 1);
    let Figures::Distribution(spread) = &indicator.figures else { panic!("a distribution") };
    let rows: Vec<_> = spread.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(rows, ["ZORG", "de Kleine Stad"]);
    let words = indicator.words.as_ref().expect("told");
    assert!(words.subtitle.starts_with("Wachtlijst bij, "), "{}", words.subtitle);
    assert_eq!(
        told(&session.understanding(Lang::Nl)).iter().filter(|text| text.contains("niet gebruikt")).count(),
        0
    );
}

#[test]
fn a_recept_works_on_another_files_spelling_and_holds_nothing_automatic() {
    let text = "Datum;VERBLIJF  nu;Geslcht\r\n1-3-2024;Pleegezin;j\r\n2-3-2024;tehuis;m\r\n";
    let recept: Mapping = serde_json::from_str(
        r#"{"columns":{"verblijf_nu":"verblijf"},"values":{"verblijf":{"Tehuis":"groep"}}}"#,
    )
    .expect("a recept");
    let session = session(&[("twente.csv", text)], Some(recept.clone()));
    let report = session
        .report(&Request { indicators: vec!["verblijf".to_owned()], ..Request::default() })
        .expect("can be counted");
    assert_eq!(report.get().indicators[0].about.n, 2);
    assert_eq!(session.mapping().values, recept.values);
}

#[test]
fn a_recept_that_names_what_does_not_exist_is_refused() {
    for json in [r#"{"columns":{"x":"lengte"}}"#, r#"{"values":{"verblijf":{"tehuis":"tehuis"}}}"#] {
        let mut session = Session::default();
        session.set_mapping(Some(serde_json::from_str(json).expect("a mapping")));
        session.begin("een.csv");
        let refused =
            session.feed(b"Datum\r\n1-1-2024\r\n").map(drop).and_then(|()| session.end_file().map(drop));
        let sentence = error_sentence(&refused.expect_err("refused"), Lang::Nl);
        assert!(sentence.contains("‘lengte’") || sentence.contains("‘verblijf’"), "{sentence}");
    }
}
