//! Whole small files, from bytes to cases and findings.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use ben_monitor::{
    cases::{Cases, Column, Missing},
    catalog::field,
    clean::{Cleaned, Cleaner, Mapping},
    error::{Code, Error, Param},
    finding::FindingCode,
    intake::{Intake, Limits, Reading},
};
use proptest::prelude::*;

fn clean_with(bytes: &[u8], wanted: Option<&Mapping>) -> Result<(Cleaned, Reading), Error> {
    let mut cleaner = Cleaner::new(0, "bestand.csv", wanted);
    let mut intake = Intake::new(Limits::default());
    intake.feed(bytes, &mut cleaner)?;
    let reading = intake.finish(&mut cleaner)?;
    cleaner.finish(&reading).map(|cleaned| (cleaned, reading))
}

fn clean(text: &str) -> Cleaned {
    clean_with(text.as_bytes(), None).expect("can be read").0
}

/// The answers of all cases in one field, as a person would write them down.
fn answers(cases: &Cases, id: &str) -> Vec<String> {
    let values = field(id).expect("in the catalog").values;
    let missing = |missing: Missing| format!("{missing:?}");
    let code = |place: usize| values[place].code.to_owned();
    match cases.column(id).unwrap_or_else(|| panic!("no column {id}")) {
        Column::Codes(column) => {
            column.iter().map(|one| one.map_or_else(missing, |place| code(usize::from(place)))).collect()
        }
        Column::Sets(column) => column
            .iter()
            .map(|set| {
                set.map_or_else(missing, |bits| {
                    let places = (0..values.len()).filter(|place| bits >> place & 1 == 1);
                    places.map(code).collect::<Vec<_>>().join("+")
                })
            })
            .collect(),
        Column::Places(column) => column
            .iter()
            .map(|one| one.map_or_else(missing, |place| column.names()[usize::from(place)].clone()))
            .collect(),
        Column::Days(column) => column.iter().map(|one| one.map_or_else(missing, |day| day.iso())).collect(),
        Column::Numbers(column) => {
            column.iter().map(|one| one.map_or_else(missing, |number| number.to_string())).collect()
        }
    }
}

/// Field, column, count and rows of the findings with this code.
/// Field, column, count and rows of a finding.
type Found = (Option<&'static str>, Option<u32>, u64, Vec<u64>);

fn found(cleaned: &Cleaned, code: FindingCode) -> Vec<Found> {
    let findings = cleaned.findings.iter().filter(|finding| finding.code == code);
    findings.map(|finding| (finding.field, finding.column, finding.count, finding.rows.clone())).collect()
}

#[test]
fn a_monitor_export() {
    let cleaned = clean(concat!(
        "casus_id;ret_regio;gemeente;aanmelddatum;afsluitdatum;geslacht;leeftijd;maatregel;problematiek_jeugdige;actie_ret\r\n",
        "2024-1;IJsselland;Zwolle;12-01-2024;20-03-2024;meisje;14;OTS;\"Trauma, Hechting, Gedrag\";advies\r\n",
        "2024-2;IJsselland;DEVENTER;1-3-2024;;jongen;;n.v.t.;\"ASS, iets vreemds\";\"Consultatie en advies, Procesregie\"\r\n",
        "2024-3;IJsselland;onbekend;2024-05-31;31-02-2024;onb.;31;onbekend;;anders, namelijk bellen\r\n",
    ));
    let cases = &cleaned.cases;
    assert_eq!(cases.len(), 3);
    assert_eq!(cleaned.columns, 10);
    assert_eq!(answers(cases, "gemeente"), ["Zwolle", "Deventer", "Unknown"]);
    assert_eq!(answers(cases, "aanmelddatum"), ["2024-01-12", "2024-03-01", "2024-05-31"]);
    assert_eq!(answers(cases, "afsluitdatum"), ["2024-03-20", "Blank", "Unrecognised"]);
    assert_eq!(answers(cases, "geslacht"), ["meisje", "jongen", "Unknown"]);
    assert_eq!(answers(cases, "leeftijd"), ["14", "Blank", "Unrecognised"]);
    assert_eq!(answers(cases, "maatregel"), ["ots", "geen", "Unknown"]);
    assert_eq!(answers(cases, "bijkomend"), ["trauma+hechting+gedrag", "ass", "Blank"]);
    assert_eq!(answers(cases, "actie"), ["consultatie", "consultatie+procesregie", "anders"]);
    assert_eq!(found(&cleaned, FindingCode::DateImpossible), [(Some("afsluitdatum"), Some(5), 1, vec![4])]);
    assert_eq!(found(&cleaned, FindingCode::AgeImplausible), [(Some("leeftijd"), Some(7), 1, vec![4])]);
    assert_eq!(found(&cleaned, FindingCode::ValueUnrecognised), [(Some("bijkomend"), Some(9), 1, vec![3])]);
    assert_eq!(cases.column("casus"), None, "case numbers are not kept");
}

#[test]
fn a_teams_own_registration() {
    let cleaned = clean(concat!(
        "Registratie RET Twente 2024;;;;\r\n;;;;\r\n",
        "Datum;Woonplaats aangemelde jeugdige;Geb.jaar;j/m;Opmerkingen\r\n",
        "1 februari 2024;Enschede;2008;m;kort\r\n45657;enschede;2011;v;\r\n;;;;\r\n3/4/24;Hof van Twente;;m\r\nTotaal;;;;3\r\n",
    ));
    let cases = &cleaned.cases;
    assert_eq!(cases.len(), 3);
    assert_eq!(answers(cases, "aanmelddatum"), ["2024-02-01", "2024-12-31", "2024-04-03"]);
    assert_eq!(answers(cases, "gemeente"), ["Enschede", "Enschede", "Hof van Twente"]);
    assert_eq!(answers(cases, "leeftijd"), ["16", "13", "Blank"]);
    assert_eq!(answers(cases, "geslacht"), ["jongen", "meisje", "jongen"]);
    assert_eq!(found(&cleaned, FindingCode::TitleRows), [(None, None, 1, vec![1])]);
    assert_eq!(found(&cleaned, FindingCode::BlankRows), [(None, None, 2, vec![2, 6])]);
    assert_eq!(found(&cleaned, FindingCode::TotalRows), [(None, None, 1, vec![8])]);
    assert_eq!(found(&cleaned, FindingCode::RowShort), [(None, None, 1, vec![7])]);
    assert_eq!(found(&cleaned, FindingCode::AgeDerived), [(Some("geboortejaar"), Some(3), 2, vec![4, 5])]);
    assert_eq!(found(&cleaned, FindingCode::DateSerial), [(Some("aanmelddatum"), Some(1), 1, vec![5])]);
    assert_eq!(found(&cleaned, FindingCode::ColumnUnused), [(None, Some(5), 1, vec![])]);
    assert_eq!(found(&cleaned, FindingCode::ValueAmbiguous), []);
    assert_eq!(cleaned.mapping.columns.get("Geb.jaar"), Some(&Some("geboortejaar".to_owned())));
    assert_eq!(cleaned.mapping.columns.get("Opmerkingen"), Some(&None));
}

#[test]
fn a_single_m_is_not_guessed() {
    let cleaned = clean("Datum;Geslacht\n1-1-2024;m\n2-1-2024;m\n");
    assert_eq!(answers(&cleaned.cases, "geslacht"), ["Unrecognised", "Unrecognised"]);
    assert_eq!(found(&cleaned, FindingCode::ValueAmbiguous), [(Some("geslacht"), Some(2), 2, vec![2, 3])]);
}

#[test]
fn ages_that_are_given_are_not_replaced() {
    let cleaned = clean(
        "Datum;Leeftijd;Geboortejaar\n1-1-2024;12;2008\n1-1-2024;;2008\n1-1-2024;99;2008\n1-1-2024;;1950\n",
    );
    assert_eq!(answers(&cleaned.cases, "leeftijd"), ["12", "16", "Unrecognised", "Unrecognised"]);
}

#[test]
fn a_case_closed_before_its_referral_stays_a_case() {
    let cleaned = clean("aanmelddatum;afsluitdatum\n1-3-2024;28-2-2024\n1-3-2024;1-3-2024\n");
    assert_eq!(answers(&cleaned.cases, "afsluitdatum"), ["2024-02-28", "2024-03-01"]);
    assert_eq!(
        found(&cleaned, FindingCode::ClosedBeforeReferral),
        [(Some("afsluitdatum"), Some(2), 1, vec![2])]
    );
}

#[test]
fn rows_that_are_too_long_are_told_apart_from_trailing_separators() {
    let regular = "1-1-2024;12;\n".repeat(10);
    let cleaned =
        clean(&format!("Datum;Leeftijd;\n{regular}1-1-2024;12;;;\n1-1-2024;12;;x\n1-1-2024;12\n1-1-2024\n"));
    assert_eq!(cleaned.cases.len(), 14);
    assert_eq!(found(&cleaned, FindingCode::RowLong), [(None, None, 1, vec![13])]);
    assert_eq!(found(&cleaned, FindingCode::RowShort), [(None, None, 1, vec![15])]);
}

#[test]
fn a_row_with_a_date_is_no_total() {
    let cleaned = clean(
        "Datum;Gemeente;Toelichting\n1-1-2024;Zwolle;totaal\n;Zwolle;totaal vastgelopen\nSubtotaal 2024;;\n",
    );
    assert_eq!(cleaned.cases.len(), 2);
    assert_eq!(found(&cleaned, FindingCode::TotalRows), [(None, None, 1, vec![4])]);
}

#[test]
fn a_mapping_goes_before_our_own_reading() {
    let wanted = Mapping {
        columns: [("Lft nu".to_owned(), Some("leeftijd".to_owned())), ("Leeftijd".to_owned(), None)].into(),
        values: [("geslacht".to_owned(), [("mnl.".to_owned(), "jongen".to_owned())].into())].into(),
        ..Mapping::default()
    };
    let (cleaned, _) = clean_with(b"Datum;Leeftijd;Lft nu;Geslacht\n1-1-2024;3;12;mnl.\n", Some(&wanted))
        .expect("can be read");
    assert_eq!(answers(&cleaned.cases, "leeftijd"), ["12"]);
    assert_eq!(answers(&cleaned.cases, "geslacht"), ["jongen"]);
    assert_eq!(cleaned.mapping.values, wanted.values);
    let again = clean_with(b"Datum;Leeftijd;Lft nu;Geslacht\n1-1-2024;3;12;mnl.\n", Some(&cleaned.mapping));
    assert_eq!(again.expect("can be read").0.cases, cleaned.cases, "what comes out can go in");
}

#[test]
fn what_cannot_be_read_is_refused_with_a_code() {
    let refused =
        |text: &str, wanted: Option<&Mapping>| clean_with(text.as_bytes(), wanted).expect_err("is refused");
    let unknown = refused("naam;kleur;maat\na;rood;3\n", None);
    assert_eq!(unknown.code(), Code::NoKnownColumns);
    assert_eq!(unknown.params().get("columns"), Some(&Param::Number(3)));
    assert_eq!(refused("Datum;Leeftijd\n", None).code(), Code::NoCases);
    assert_eq!(refused("Datum;Leeftijd\n;\nTotaal;\n", None).code(), Code::NoCases);
    let bad = Mapping { columns: [("x".to_owned(), Some("lengte".to_owned()))].into(), ..Mapping::default() };
    assert_eq!(refused("Datum;x\n1-1-2024;3\n", Some(&bad)).code(), Code::BadMapping);
}

#[test]
fn the_header_is_found_below_a_long_title_and_in_a_long_file() {
    let title = "Toelichting\n".repeat(40);
    let data = "1-1-2024;12\n".repeat(500);
    let cleaned = clean(&format!("{title}Datum;Leeftijd\n{data}"));
    assert_eq!(cleaned.cases.len(), 500);
    assert_eq!(found(&cleaned, FindingCode::TitleRows), [(None, None, 40, (1..=20).collect())]);
}

/// Cells that are met in monitor files, and some that are not.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("Totaal".to_owned()),
        Just("1-3-2024".to_owned()),
        Just("Leeftijd".to_owned()),
        Just("12".to_owned()),
        Just("m".to_owned()),
        Just("Trauma / Anders, namelijk x".to_owned()),
        "[^\";\r\n\u{0}]{0,12}",
    ]
}

fn file() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 1..6).prop_map(|cells| cells.join(";"));
    let rows = prop::collection::vec(row, 1..80);
    rows.prop_map(|rows| {
        format!("Datum;Leeftijd;Geslacht;Problematiek jeugdige;Gemeente\n{}\n", rows.join("\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let headed = [b"Datum;Leeftijd;Reden;Geslacht\n".as_slice(), &bytes].concat();
        for input in [bytes.as_slice(), &headed] {
            drop(clean_with(input, None));
        }
    }

    #[test]
    fn every_row_is_a_case_or_in_a_finding(text in file()) {
        if let Ok((cleaned, reading)) = clean_with(text.as_bytes(), None) {
            let left_out = [
                FindingCode::TitleRows,
                FindingCode::BlankRows,
                FindingCode::TotalRows,
                FindingCode::NoteRows,
                FindingCode::HeaderAgain,
                FindingCode::NumberOnlyRows,
                FindingCode::SecondTable,
            ];
            let count: u64 = left_out.iter().flat_map(|&code| found(&cleaned, code)).map(|(_, _, count, _)| count).sum();
            let (first, last) = cleaned.decided.header;
            prop_assert_eq!(cleaned.cases.len() as u64 + count + last - first + 1, reading.rows);
        }
    }
}

#[test]
fn a_file_without_closing_dates_does_not_make_its_cases_open() {
    let mut cases = clean("aanmelddatum;afsluitdatum\n1-1-2024;1-2-2024\n2-1-2024;\n").cases;
    cases.append(clean("aanmelddatum;leeftijd\n1-1-2024;12\n").cases);
    let days = cases.days("afsluitdatum").expect("one file has it");
    assert_eq!(days.get(1), Err(Missing::Blank), "still open");
    assert_eq!(days.get(2), Err(Missing::Unknown), "never registered");
}

#[test]
fn two_files_that_write_one_place_in_two_ways_hold_one_place() {
    let mut cases = clean("regio;aanmelddatum\nIJsselland;1-1-2024\n").cases;
    cases.append(clean("regio;aanmelddatum\nRET-Ijsselland;1-1-2024\nTwente (RET);1-1-2024\n").cases);
    assert_eq!(answers(&cases, "regio"), ["IJsselland", "IJsselland", "Twente"]);
}

#[test]
fn a_cell_with_two_answers_is_reported_also_where_the_column_explains_m() {
    let cleaned =
        clean("geslacht;aanmelddatum\nm;1-1-2024\nv;1-1-2024\nv;1-1-2024\njongen, meisje;1-1-2024\n");
    assert_eq!(found(&cleaned, FindingCode::ValueUnrecognised).len(), 1);
}

#[test]
fn a_date_that_no_case_can_have_is_reported_and_left_out() {
    let cleaned = clean("aanmelddatum;leeftijd\n5-2-1924;12\n5-2-2024;13\n");
    assert_eq!(found(&cleaned, FindingCode::DateBefore2000), [(Some("aanmelddatum"), Some(1), 1, vec![2])]);
    assert_eq!(cleaned.cases.latest_day().map(|day| day.year()), Some(2024));
}

#[test]
fn a_remark_in_the_column_of_a_place_is_no_place() {
    let cleaned = clean(&format!("regio;aanmelddatum\n{};1-1-2024\nTwente;1-1-2024\n", "lang ".repeat(1000)));
    assert_eq!(answers(&cleaned.cases, "regio"), ["Unrecognised", "Twente"]);
    assert_eq!(found(&cleaned, FindingCode::ValueUnrecognised).len(), 1);
}

#[test]
fn m_beside_v_is_a_boy_also_where_others_wrote_words() {
    let cleaned = clean("geslacht;aanmelddatum\nm;1-1-2024\nv;1-1-2024\njongen;1-1-2024\nmeisje;1-1-2024\n");
    assert_eq!(answers(&cleaned.cases, "geslacht"), ["jongen", "meisje", "jongen", "meisje"]);
}
