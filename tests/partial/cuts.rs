//! Small files of every awkward kind, cut between rows and within them: between rows the parts
//! are one run, anywhere else they are that or refused. Never a figure is another.

use crate::{assert_same, compare, one_run, session, stretch, told};
use ben_monitor::{
    clean::Mapping,
    packed::Refusal,
    session::{PartRead, Session},
};

const HEADINGS: &str = "casus;regio;gemeente;geslacht;aanmelddatum;leeftijd;bijkomend";

/// From two stretches, cut at this byte.
fn cut_at(bytes: &[u8], at: usize) -> Result<Session, Refusal> {
    let none = Mapping::default();
    let (one, other) = bytes.split_at(at);
    let read = |rows: &[u8]| PartRead::part(&[stretch(bytes, rows, &none).expect("is read")]);
    let mut session = session(&none);
    session.add_parts(&[read(one), read(other)])?.expect("is counted");
    Ok(session)
}

/// Cuts at every line end, and at some other bytes; answers how often that was refused at a line end, also one inside quotes.
fn cut_everywhere(about: &str, bytes: &[u8]) -> usize {
    let none = Mapping::default();
    let whole = one_run(&[("alles.csv", bytes)], &none).expect("can be read");
    let (told_of_whole, mut refused) = (told(&whole), 0);
    let ends_line = |at: usize| at > 0 && bytes[at - 1] == b'\n';
    // Every place takes a second for all files.
    for at in (0..=bytes.len()).filter(|&at| ends_line(at) || at % 29 == 0 || at + 3 > bytes.len()) {
        match cut_at(bytes, at) {
            Ok(parts) => {
                let about = format!("{about}, cut at {at}: {:?}", String::from_utf8_lossy(&bytes[at..]));
                assert_same(&told_of_whole, &told(&parts), &about);
            }
            Err(refusal) => {
                assert_eq!(refusal, Refusal::Undecided);
                refused += usize::from(ends_line(at));
            }
        }
    }
    refused
}

fn file(rows: &[&str]) -> Vec<u8> {
    ([&[HEADINGS][..], rows].concat().join("\r\n") + "\r\n").into_bytes()
}

/// Files whose rows all stand for themselves: cut between any two of them they are one run.
#[test]
fn files_cut_anywhere() {
    let case = "1;Twente;Almelo;m;3-1-2024;15;trauma";
    let other = "2;RET Twente;ALMELO;v;4-1-2023;;Hechting, Gedrag";
    for (about, rows) in [
        ("an ambiguous spelling", &[case, case, other][..]),
        ("spoken for by two", &[case, other, "3;Twente;;j;5-1-2024;9;"]),
        (
            "places in several spellings",
            &[case, other, "3;twente;gem. Almelo;;5-1-2024;9;", "4;;\u{ad}Zwolle;;;1;"],
        ),
        ("blank rows", &[case, "", ";;;;;;", "", other, "", ""]),
        ("sums below", &[case, "2;;;v;4-1-2024;3;", "3;;;;5-1-2024;2;", ";;;;;20;", ";;;;;20;"]),
        ("numbers between", &[case, ";;;;;20;", ";;;;;1;", other, ";;;;;3;", "Totaal;;;;;4;"]),
        ("many numbers below", &[case, ";;;;;1;", ";;;;;2;", ";;;;;3;", ";;;;;4;", ";;;;;5;", ";;;;;6;"]),
        ("headings again", &[case, HEADINGS, other, HEADINGS, HEADINGS, case]),
        ("short and long rows", &[case, "2;Twente", "3;Twente;;;5-1-2024;9;;;meer", other]),
        ("one casus, three times", &[case, other, "01;Twente;Almelo;j;;;", "2;Twente;;;4-1-2023;;"]),
        ("what looks like the first line", &[case, "sep=;", other, "sep=;;;;5-1-2024;9;"]),
        ("a note and a number alone", &[case, "* voorlopig", "7;;;;;;", other, "Bron: ons"]),
        ("quotes", &["\"1\";\"Twente\";;m;3-1-2024;15;\"trauma, \"\"ASS\"\"\"", other]),
    ] {
        assert_eq!(cut_everywhere(about, &file(rows)), 0, "{about}");
    }
}

#[test]
fn what_hangs_on_rows_before_the_cut_is_exact_or_refused() {
    let case = "1;Twente;Almelo;m;3-1-2024;15;trauma";
    for (about, rows) in [
        ("a cell of two lines", &["1;Twente;;m;3-1-2024;15;\"trauma\r\nASS\"", case][..]),
        ("a quote that does not close", &["1;\"Twente;;m;3-1-2024;15;", case, case]),
        ("two of them", &["1;\"Twente;;m;3-1-2024;15;", case, "2;;\"Almelo;;4-1-2024;3;", case]),
        ("a place alone", &[case, ";;Almelo;;;;", ";RET twente;;;;;", ";;Zwolle;;;;", case]),
        (
            "another table",
            &[case, "", "regio;problematiek;uitkomst;verblijf", "Twente;trauma;loopt;thuis", case],
        ),
    ] {
        assert!(cut_everywhere(about, &file(rows)) > 0, "{about}");
    }
}

#[test]
fn all_that_stands_above_the_rows() {
    let quoted = "\"casus\";\"regio\";\"aanmelddatum\";\"leeftijd\"\n";
    let rows = "\"1\";\"Twente\";\"3-1-2024\";\"15\"\n2;Súdwest;4-1-2024;3\n";
    for above in
        ["", "\u{feff}", "sep=;\n", "\u{feff}sep=;\n", "\nOverzicht 2024\n\n", "\u{feff}\"Overzicht\"\n"]
    {
        let text = format!("{above}{quoted}{rows}");
        cut_everywhere(above, text.as_bytes());
        assert_eq!(compare(above, text.as_bytes(), &Mapping::default(), &[2]), 0, "{above}");
    }
}

#[test]
fn other_encodings_and_line_ends() {
    let text = "\u{feff}casus;regio;leeftijd;geslacht\r\n1;Súdwest;15;m\r\n2;Ċ;3;v\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (about, bytes) in [("low byte first", &little), ("high byte first", &big)] {
        // Refused also where a line feed is half of a character.
        assert!(cut_everywhere(about, bytes) > 0, "{about}");
        let (row, width) = (text.encode_utf16().count() - "2;Ċ;3;v\r\n".chars().count(), 2);
        assert!(cut_at(bytes, row * width).is_ok(), "{about}");
    }
    let windows: Vec<u8> =
        text.chars().skip(1).map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    assert_eq!(cut_everywhere("Windows-1252", &windows), 0);
    assert_eq!(cut_everywhere("no last line end", text.trim_end().as_bytes()), 0);
    assert_eq!(cut_everywhere("line feeds", text.replace('\r', "").as_bytes()), 0);
    let returns = text.replace('\n', "");
    cut_everywhere("carriage returns", returns.as_bytes());
    assert!(cut_at(returns.as_bytes(), returns.rfind("2;").expect("is there")).is_ok());
}

/// A place alone is a case when it has been met: also when that was among the first rows, and in other bytes.
#[test]
fn a_place_met_far_above_is_met() {
    let place = |row: usize| if row < 9 { "S\u{fa}dwest-Frysl\u{e2}n" } else { "Zwolle" };
    let rows: String = (0..260).map(|row| format!("{row};{};1{}\n", place(row), row % 9)).collect();
    let text = format!("casus;gemeente;leeftijd\n{rows};{};\n1000;;12\n", place(0));
    let windows: Vec<u8> =
        text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("is Latin")).collect();
    for bytes in [text.as_bytes(), windows.as_slice()] {
        let whole = one_run(&[("alles.csv", bytes)], &Mapping::default()).expect("can be read");
        let cases = whole.report(&ben_monitor::analysis::Request::default()).expect("is counted").get().cases;
        assert_eq!(cases.read, 262);
        assert_eq!(compare("one part", bytes, &Mapping::default(), &[1]), 0);
        assert!(compare("two parts", bytes, &Mapping::default(), &[2]) > 0);
    }
}

#[test]
fn more_than_is_remembered_is_refused() {
    // One answer is misspelled, beside more texts than are kept of a column.
    let text = |row: usize| if row == 540 { "hechtingg".to_owned() } else { format!("iets {row}") };
    let rows: String = (0..560).map(|row| format!("{row};{};1\n", text(row))).collect();
    let file = format!("casus;problematiek;leeftijd\n{rows}");
    assert!(compare("answers", file.as_bytes(), &Mapping::default(), &[2]) > 0);
    let rows: String = (0..4200).map(|row| format!("{row};Dorp {row};1\n")).collect();
    let file = format!("casus;gemeente;leeftijd\n{rows}");
    assert!(compare("places", file.as_bytes(), &Mapping::default(), &[2]) > 0);
}

#[test]
fn identifiers_that_only_the_last_rows_hold() {
    let rows = |row: usize| match row {
        0..300 => format!("{row};Almelo;soort {}\n", row % 3),
        _ => format!("{row};straat {row};eigen {row}\n"),
    };
    let file = "casus;gemeente;eigen lijst\n".to_owned() + &(0..900).map(rows).collect::<String>();
    let mapping: Mapping = serde_json::from_value(serde_json::json!({
        "columns": { "eigen lijst": "eigen_1" }, "values": {}
    }))
    .expect("a mapping");
    for mapping in [Mapping::default(), mapping] {
        assert_eq!(compare("identifiers", file.as_bytes(), &mapping, &[1, 2, 7]), 0);
    }
}
