//! Files of LibreOffice, openpyxl, SheetJS and Excel (`tests/fixtures/sheets`).

use ben_monitor_sheets::{Code, Refusal, Workbook};

use super::csv;

fn open(name: &str) -> Workbook {
    let path = format!("{}/../tests/fixtures/sheets/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).expect("the fixture is there");
    Workbook::open(bytes).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

fn sheet(name: &str, tab: &str) -> String {
    let mut workbook = open(name);
    let place = workbook.sheets().iter().position(|sheet| sheet.name == tab).expect("the tab is there");
    csv(&mut workbook, place).expect("the sheet can be read").0
}

#[test]
fn every_format_gives_the_same_text() {
    let of = |end: &str, tab: &str| sheet(&format!("years{end}"), tab);
    for tab in ["Toelichting", "2023", "2024", "Telling", "Oud", "Geheim"] {
        for end in [".xls", ".xlsb", ".ods", "-biff5.xls"] {
            assert_eq!(of(end, tab), of(".xlsx", tab), "{end}, {tab}");
        }
    }
    for end in ["xls", "xlsb", "ods"] {
        let tab = |name: &str| open(name).sheets().first().expect("a sheet").name.clone();
        let (other, xlsx) = (format!("ijsselland-2024.{end}"), "ijsselland-2024.xlsx");
        assert_eq!(sheet(&other, &tab(&other)), sheet(xlsx, &tab(xlsx)), "{end}");
    }
}

#[test]
fn hidden_sheets_are_known_in_every_format() {
    for end in [".xlsx", ".xls", ".xlsb", ".ods", "-biff5.xls"] {
        let workbook = open(&format!("years{end}"));
        let sheets: Vec<_> =
            workbook.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
        let expected = [
            ("Toelichting", false),
            ("2023", false),
            ("2024", false),
            ("Telling", false),
            ("Oud", true),
            ("Geheim", true),
        ];
        assert_eq!(sheets, expected, "{end}");
    }
}

#[test]
fn titles_merged_headings_formulas_and_errors_are_read() {
    for end in ["xlsx", "xls", "ods"] {
        let mut workbook = open(&format!("shape.{end}"));
        let (text, written) = csv(&mut workbook, 0).expect("it is read");
        let expected = "\"Monitor 2024, RET Twente\"\n\
            \n\
            \"Aanmelding\";\"Aanmelding\";\"Kind\";\"Kind\";\"Kind\";\"Vervolg\";\"Vervolg\"\n\
            \"casusnummer\";\"aanmelddatum\";\"leeftijd\";\"geslacht\";\"regio\";\"afsluitdatum\";\"opgenomen in monitor\"\n\
            \"1\";2024-01-03;12;\"jongen\";\"Twente\";2024-03-01;ja\n\
            \"2\";\"5-2-2024\";15;\"meisje\";\"Twente\";;nee\n\
            \"3\";2024-02-29 13:30;14;\"meisje\";\"Twente\";;ja\n\
            \n\
            \"Bron: eigen registratie\";;;;;;\n";
        // LibreOffice made numbers of the yes and no of the ODS.
        let expected = match end {
            "ods" => expected.replace(";ja\n", ";1\n").replace(";nee\n", ";0\n"),
            _ => expected.to_owned(),
        };
        assert_eq!(text, expected, "{end}");
        assert_eq!((written.rows, written.columns), (7, 7), "{end}");
        assert_eq!((written.errors, written.error_rows), (1, vec![7]), "{end}");
    }
}

#[test]
fn dates_that_count_from_1904_are_read() {
    for end in ["xlsx", "xls"] {
        let name = format!("date-1904.{end}");
        let tab = open(&name).sheets().first().expect("a sheet").name.clone();
        let text = sheet(&name, &tab);
        assert_eq!(text.lines().nth(1), Some("\"2024-000\";2024-01-01;2024-03-01;10;\"jongen\";\"Twente\""));
    }
}

#[test]
fn notes_above_and_below_a_table_keep_their_rows() {
    for name in ["deaths.xlsx", "deaths.xls"] {
        let text = sheet(name, "arts");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "\"Lots of people\"");
        assert_eq!(
            lines[4],
            "\"Name\";\"Profession\";\"Age\";\"Has kids\";\"Date of birth\";\"Date of death\""
        );
        assert_eq!(lines[5], "\"David Bowie\";\"musician\";69;ja;1947-01-08;2016-01-10");
        assert_eq!(lines[14], "\"George Michael\";\"musician\";53;nee;1963-06-25;2016-12-25");
        assert_eq!((lines[15], lines.len()), ("\"Some\";;;;;", 19));
        assert_eq!(open(name).sheets().len(), 2);
    }
    assert_eq!(sheet("deaths.xlsx", "other"), sheet("deaths.xls", "other"));
}

#[test]
fn the_head_of_a_sheet_is_its_first_filled_rows() {
    for name in ["shape.xlsx", "shape.xls", "shape.ods"] {
        let mut bytes = Vec::new();
        let written = open(name).csv(0, Some(3), &mut |piece| bytes.extend_from_slice(piece)).expect("read");
        assert_eq!(written.rows, 3, "{name}");
        assert!(String::from_utf8(bytes).expect("UTF-8").ends_with("\"opgenomen in monitor\"\n"), "{name}");
    }
}

#[test]
fn a_sheet_beyond_the_last_is_unknown() {
    let outcome = open("shape.xlsx").csv(1, None, &mut |_| {});
    assert_eq!(outcome, Err(Refusal(Code::UnknownSheet)));
}
