//! Files that are broken, locked or made to do harm: each is refused with its
//! reason, or read without harm, and soon.

use std::time::{Duration, Instant};

use ben_monitor_sheets::{Code, may_be_workbook};

use super::build::{MAIN, biff, number, ods, ods_of, ole, sheet, xlsx, zip};
use super::{read, refusal};

/// No file of a test takes longer, not even without optimisation on a busy machine.
const SOON: Duration = Duration::from_secs(30);

fn soon<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    done
}

const ONE_ROW: &str = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";

#[test]
fn what_is_built_here_is_read() {
    assert_eq!(read(&xlsx(&sheet(ONE_ROW), &[])).expect("an XLSX"), ["1\n"]);
    let cell = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    assert_eq!(read(&ods(cell)).expect("an ODS"), ["1\n"]);
    assert_eq!(read(&ole(&[("Workbook", biff(&[], &[number(0, 0, 1.0)]))])).expect("an XLS"), ["1\n"]);
}

#[test]
fn a_bomb_is_refused_by_what_it_declares() {
    let nothing = format!("<!--{}-->", " ".repeat(40 << 20));
    let bomb = xlsx(&sheet(&format!("{nothing}{ONE_ROW}")), &[]);
    assert!(bomb.len() < 1 << 20, "it is small: {}", bomb.len());
    assert_eq!(soon(|| refusal(&bomb)), Some(Code::TooLarge));
    let styles = xlsx(&sheet(ONE_ROW), &[("xl/styles.xml", nothing.as_bytes())]);
    assert_eq!(soon(|| refusal(&styles)), Some(Code::TooLarge));
}

#[test]
fn a_bomb_that_declares_little_stops_there() {
    let content = sheet(&format!("<!--{}-->{ONE_ROW}", " ".repeat(40 << 20)));
    let mut bomb = xlsx(&content, &[]);
    let honest = u32::try_from(content.len()).expect("fits").to_le_bytes();
    let mut places: Vec<usize> =
        bomb.windows(4).enumerate().filter(|(_, four)| *four == honest).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for place in places.drain(..) {
        bomb[place..place + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    assert_eq!(soon(|| refusal(&bomb)), Some(Code::Damaged));
}

#[test]
fn entities_are_not_expanded() {
    let mut laughs = String::from("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
    for level in 1..10 {
        let before = format!("&l{};", level - 1).repeat(10);
        laughs.push_str(&format!("<!ENTITY l{level} \"{before}\">"));
    }
    laughs.push_str("]>");
    let cell =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&l9;</t></is></c></row></sheetData>";
    assert_eq!(soon(|| refusal(&xlsx(&format!("{laughs}{}", sheet(cell)), &[]))), Some(Code::Damaged));
    let strings = format!("{laughs}<sst><si><t>&l9;</t></si></sst>");
    let shared = xlsx(&sheet(ONE_ROW), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    assert_eq!(soon(|| refusal(&shared)), Some(Code::Damaged));
    // A file from the outside is no more than a name.
    let outside = format!(
        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>{}",
        sheet(&cell.replace("l9", "f"))
    );
    assert_eq!(soon(|| refusal(&xlsx(&outside, &[]))), Some(Code::Damaged));
}

#[test]
fn links_and_connections_to_elsewhere_are_left_alone() {
    let link = "<externalLink xmlns:r=\"x\"><externalBook r:id=\"rId1\"/></externalLink>";
    let to = "<Relationships><Relationship Id=\"rId1\" Type=\"x\" Target=\"https://example.com/x.xlsx\" TargetMode=\"External\"/></Relationships>";
    let connection =
        "<connections><connection id=\"1\" url=\"https://example.com\" refreshOnLoad=\"1\"/></connections>";
    let formula = "<sheetData><row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"https://example.com\")</f><v>7</v></c></row></sheetData>";
    let file = xlsx(
        &sheet(formula),
        &[
            ("xl/externalLinks/externalLink1.xml", link.as_bytes()),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", to.as_bytes()),
            ("xl/connections.xml", connection.as_bytes()),
        ],
    );
    assert_eq!(read(&file).expect("it is read"), ["7\n"]);
}

#[test]
fn dimensions_are_not_believed() {
    let far = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
        <row r=\"1048576\"><c r=\"B1048576\"><v>2</v></c><c r=\"XFD1048576\"><v>3</v></c></row></sheetData>";
    let text = soon(|| read(&xlsx(&sheet(far), &[]))).expect("it is read").concat();
    assert_eq!((text.lines().count(), text.lines().next()), (1_048_576, Some("1")));
    assert!(text.ends_with(";3\n"));
    for beyond in ["XFE1", "A1048577", "ZZZZZZZZ1", "A99999999999999"] {
        let cell = format!("<sheetData><row><c r=\"{beyond}\"><v>1</v></c></row></sheetData>");
        assert_eq!(soon(|| refusal(&xlsx(&sheet(&cell), &[]))), Some(Code::Damaged), "{beyond}");
    }
}

#[test]
fn dimensions_of_an_xls_are_not_believed() {
    let claim = (0x0200, [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 0].to_vec());
    let honest = ole(&[("Workbook", biff(&[], &[claim.clone(), number(0, 0, 1.0), number(2, 1, 2.0)]))]);
    assert_eq!(soon(|| read(&honest)).expect("it is read"), ["1\n\n;2\n"]);
    let far = ole(&[("Workbook", biff(&[], &[claim, number(0, 0, 1.0), number(65535, 65535, 2.0)]))]);
    assert_eq!(soon(|| refusal(&far)), Some(Code::TooLarge));
}

#[test]
fn repetition_in_an_ods_is_counted_before_it_is_written_out() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>";
    let row = format!("<table:table-row>{cell}</table:table-row>");
    assert_eq!(soon(|| refusal(&ods(&row.repeat(1000)))), Some(Code::TooLarge));
    let rows = row.replacen("table-row>", "table-row table:number-rows-repeated=\"1000000\">", 1);
    assert_eq!(soon(|| refusal(&ods(&rows))), Some(Code::TooLarge));
    let spaces = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row>";
    assert_eq!(soon(|| refusal(&ods(spaces))), Some(Code::Damaged));
    // What every ODS has: empty cells and rows to the end of the sheet.
    let padded = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/>\
        <table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(soon(|| read(&ods(padded))).expect("it is read"), ["1\n"]);
}

#[test]
fn content_that_is_cut_off_is_damage() {
    for cut in [
        "<table:table table:name=\"x\"><table:table-row>",
        "<table:table table:name=\"x\">",
        "<office:annotation>",
    ] {
        let content = format!("<office:document-content><office:body><office:spreadsheet>{cut}");
        assert_eq!(soon(|| refusal(&ods_of(&content, "<manifest:manifest/>"))), Some(Code::Damaged), "{cut}");
    }
    let cut = "<worksheet xmlns=\"x\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1";
    assert_eq!(soon(|| refusal(&xlsx(cut, &[]))), Some(Code::Damaged));
}

#[test]
fn more_strings_than_fit_are_damage() {
    for count in ["4294967295", "99999999999999999999", "1000"] {
        let strings = format!("<sst count=\"1\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let file = xlsx(&sheet(ONE_ROW), &[("xl/sharedStrings.xml", strings.as_bytes())]);
        assert_eq!(soon(|| refusal(&file)), Some(Code::Damaged), "{count}");
    }
}

#[test]
fn files_with_a_password_are_told_apart() {
    let locked = ole(&[("EncryptionInfo", vec![4, 0, 4, 0]), ("EncryptedPackage", vec![1; 5000])]);
    assert_eq!(refusal(&locked), Some(Code::Encrypted));
    let pass = (0x002F, vec![1, 0, 1, 0, 1, 0]);
    assert_eq!(refusal(&ole(&[("Workbook", biff(&[pass], &[]))])), Some(Code::Encrypted));
    let obfuscated = (0x002F, vec![0, 0, 1, 2, 3, 4]);
    assert_eq!(refusal(&ole(&[("Workbook", biff(&[obfuscated], &[]))])), Some(Code::Encrypted));
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(refusal(&ods_of("x", manifest)), Some(Code::Encrypted));
}

#[test]
fn other_files_in_the_same_containers_are_no_workbooks() {
    let word = MAIN.replace("spreadsheetml.sheet", "wordprocessingml.document");
    let types = format!(
        "<Types><Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/><Override ContentType=\"{word}\"/></Types>"
    );
    let docx = zip(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<w/>")]);
    assert_eq!(refusal(&docx), Some(Code::NotAWorkbook));
    assert_eq!(refusal(&zip(&[("photo.jpg", b"x")])), Some(Code::NotAWorkbook));
    assert_eq!(
        refusal(&zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")])),
        Some(Code::NotAWorkbook)
    );
    assert_eq!(refusal(&ole(&[("WordDocument", vec![0; 10])])), Some(Code::NotAWorkbook));
    assert_eq!(refusal(b"casusnummer;leeftijd\n1;12\n"), Some(Code::NotAWorkbook));
    assert!(!may_be_workbook(b"casusnummer;leeftijd"));
}

#[test]
fn chains_that_run_in_a_circle_are_damage() {
    let file = ole(&[("Workbook", biff(&[], &[number(0, 0, 1.0)]))]);
    for sector in 1..10_u32 {
        let mut circle = file.clone();
        // Each sector follows itself.
        let place = 512 + 4 * sector as usize;
        circle[place..place + 4].copy_from_slice(&sector.to_le_bytes());
        soon(|| refusal(&circle));
    }
}

/// Whatever happens to a file on its way, reading it ends, and soon.
#[test]
fn no_damage_hangs_or_escapes() {
    for name in ["years.xlsx", "years.xls", "years.xlsb", "years.ods", "years-biff5.xls"] {
        let path = format!("{}/../tests/fixtures/sheets/{name}", env!("CARGO_MANIFEST_DIR"));
        let whole = std::fs::read(path).expect("the fixture is there");
        for part in 1..24 {
            let cut = whole.get(..whole.len() * part / 24).unwrap_or_default();
            let outcome = soon(|| read(cut));
            // An OLE file may end in sectors that nobody uses.
            assert!(outcome.is_err() || part > 20, "{name} cut to {part}/24");
        }
        let mut seed = 7_u64;
        for _ in 0..300 {
            let mut changed = whole.clone();
            for _ in 0..3 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let place = (seed >> 33) as usize % changed.len();
                changed[place] = (seed >> 24) as u8;
            }
            // Refused or read: both end.
            let _either = soon(|| read(&changed));
        }
    }
}
