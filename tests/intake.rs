//! Reading as the world meets it: encodings, separators, line ends, damaged
//! files, limits; and properties that hold for any bytes.

#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test fails loudly

use ben_monitor::error::{Code, Error, Result};
use ben_monitor::intake::{Block, Encoding, Finder, Intake, Limits, Reading, Record, Sink};
use proptest::prelude::*;

/// Keeps every row as text, with its number.
#[derive(Default, Debug, PartialEq, Eq, Clone)]
struct Table(Vec<(u64, Vec<String>)>);

impl Sink for Table {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.0.push((record.row(), record.cells().map(|cell| cell.text().into_owned()).collect()));
        Ok(())
    }
}

type Outcome = (Table, std::result::Result<Reading, Error>);

/// Feeds chunks of these lengths, over and over.
fn read_in(bytes: &[u8], lengths: &[usize], limits: &Limits) -> Outcome {
    read_with(None, bytes, lengths, limits)
}

fn read_with(finder: Option<Finder>, bytes: &[u8], lengths: &[usize], limits: &Limits) -> Outcome {
    let mut table = Table::default();
    let mut intake = Intake::new(limits.clone()).with_finder(finder);
    let mut rest = bytes;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (chunk, after) = rest.split_at((*length).clamp(1, rest.len()));
        if let Err(error) = intake.feed(chunk, &mut table) {
            return (table, Err(error));
        }
        rest = after;
    }
    let reading = intake.finish(&mut table);
    (table, reading)
}

/// Looks at byte after byte, as `www/src/find.wat` does at sixteen.
fn find_slowly(text: &[u8], separator: u8, found: &mut [Block]) {
    for (block, found) in text.chunks_exact(64).zip(found) {
        let bit = |byte: &u8| u64::from([separator, b'\n', b'\r', b'"'].contains(byte));
        let mask = block.iter().rev().fold(0, |mask, byte| mask << 1 | bit(byte));
        *found = [mask, u64::from(!block.is_ascii())];
    }
}

fn read(bytes: &[u8]) -> Outcome {
    read_in(bytes, &[usize::MAX], &Limits::default())
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    read_well(bytes).0
}

fn read_well(bytes: &[u8]) -> (Vec<Vec<String>>, Reading) {
    let (table, reading) = read(bytes);
    (table.0.into_iter().map(|(_, cells)| cells).collect(), reading.expect("the text can be read"))
}

fn refusal(bytes: &[u8]) -> Code {
    read(bytes).1.expect_err("it is refused").code()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

mod cells {
    use super::*;

    #[test]
    fn quotes_hold_separators_line_ends_and_quotes() {
        let table = rows(b"a;b;c\n1;\"x;y\nz\";\"say \"\"ja\"\"\"\r\n2;5\" pipe;\n");
        assert_eq!(table, [["a", "b", "c"], ["1", "x;y\nz", "say \"ja\""], ["2", "5\" pipe", ""]]);
    }

    #[test]
    fn doubled_quotes_are_single_in_the_raw_bytes_only_inside_quotes() {
        let table = rows(b"a;b\n\"x\"\"y\";x\"\"y\n");
        assert_eq!(table[1], ["x\"y", "x\"\"y"]);
    }

    #[test]
    fn line_ends_may_be_mixed_and_the_last_is_not_needed() {
        let table = rows(b"a;b\r\nc;d\re;f\ng;h");
        assert_eq!(table, [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]);
    }

    #[test]
    fn blank_rows_are_given_and_counted() {
        let (table, reading) = read(b"\n;\na;b\n\n c;d\n");
        let numbers: Vec<_> = table.0.iter().map(|(row, cells)| (*row, cells.len())).collect();
        assert_eq!(numbers, [(1, 1), (2, 2), (3, 2), (4, 1), (5, 2)]);
        assert_eq!(reading.expect("it is read").rows, 5);
    }

    #[test]
    fn beyond_the_last_cell_is_emptiness() {
        struct Beyond(Vec<(bool, bool)>);
        impl Sink for Beyond {
            fn record(&mut self, record: &Record<'_>) -> Result<()> {
                self.0.push((record.is_blank(), record.cell(99).raw().is_empty()));
                Ok(())
            }
        }
        let mut beyond = Beyond(Vec::new());
        let mut intake = Intake::new(Limits::default());
        intake.feed(b"a;b\n ;\t\n", &mut beyond).expect("it is read");
        intake.finish(&mut beyond).expect("it is read");
        assert_eq!(beyond.0, [(false, true), (true, true)]);
    }

    #[test]
    fn a_sinks_error_ends_the_reading() {
        struct Refuse;
        impl Sink for Refuse {
            fn record(&mut self, record: &Record<'_>) -> Result<()> {
                Err(Error::new(Code::NoKnownColumns).at_row(record.row()))
            }
        }
        let mut intake = Intake::new(Limits { head_bytes: 0, ..Limits::default() });
        let refused = intake.feed(&b"a;b\n".repeat(100), &mut Refuse).expect_err("the sink refuses");
        assert_eq!((refused.code(), refused.position().map(|at| at.row)), (Code::NoKnownColumns, Some(1)));
    }
}

mod separators {
    use super::*;

    fn separator(bytes: &[u8]) -> u8 {
        read_well(bytes).1.separator
    }

    #[test]
    fn each_is_known_from_the_rows() {
        assert_eq!(separator(b"a;b;c\n1;2,5;3\n1;2,5;3\n"), b';');
        assert_eq!(separator(b"a,b,c\n1,\"x; y; z\",3\n1,x; y,3\n"), b',');
        assert_eq!(separator(b"a\tb\n1,5\tx, y, z\n2,5\tx\n"), b'\t');
        assert_eq!(separator(b"a|b|c\n1|2,5|3\n"), b'|');
    }

    #[test]
    fn titles_above_and_totals_below_do_not_mislead() {
        let text = b"Registratie RET, 2024, concept\n\nnr;soort;n\n1;Trauma, Hechting;3\n2;Trauma;4\n3;;1\nTotaal;;8\n";
        assert_eq!(separator(text), b';');
    }

    #[test]
    fn rows_without_their_last_empty_cells_do_not_mislead() {
        assert_eq!(separator(b"a;b;c;d;e\n1;2\n1;2;3\n1\n1;2;3;4\n1;x, y\n1;2;3;4;5\n"), b';');
    }

    #[test]
    fn a_list_in_one_column_has_none() {
        let (table, reading) = read_well(b"problematiek\nTrauma\nHechting\nGedrag, Trauma\n");
        assert_eq!(reading.separator, b'\n');
        assert_eq!(table[3], ["Gedrag, Trauma"]);
    }

    #[test]
    fn a_first_line_may_name_it() {
        for text in [
            b"sep=^\na^b;c\n".as_slice(),
            b"\"sep=^\"\r\na^b;c\n",
            b"SEP=^\ra^b;c\n",
            b"\xEF\xBB\xBFsep=^\na^b;c",
        ] {
            let (table, reading) = read(text);
            assert_eq!(table.0, [(1, vec!["a".to_owned(), "b;c".to_owned()])]);
            assert_eq!(reading.expect("it is read").separator, b'^');
        }
        assert_eq!(rows(b"sep=ab;c\n"), [["sep=ab", "c"]]);
    }
}

mod encodings {
    use super::*;

    const TEXT: &str = "regio;suïcide €\r\nTwente;ja – 😀\r\n";

    fn cells() -> Vec<Vec<String>> {
        vec![vec!["regio".into(), "suïcide €".into()], vec!["Twente".into(), "ja – 😀".into()]]
    }

    #[test]
    fn utf8_and_utf16_with_and_without_a_mark() {
        let marked = format!("\u{FEFF}{TEXT}");
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (marked.as_bytes().to_vec(), Encoding::Utf8),
            (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be),
        ] {
            let (table, reading) = read_well(&bytes);
            assert_eq!((table, reading.encoding), (cells(), encoding));
            assert_eq!(reading.nul_bytes.count, 0);
        }
    }

    #[test]
    fn windows_1252_is_what_is_not_utf8() {
        let (table, reading) = read_well(b"regio;su\xEFcide\nTwente;\x80 5 \x96 \x93ja\x94\nx;\x81\n");
        assert_eq!(table[0][1], "suïcide");
        assert_eq!(table[1][1], "€ 5 – “ja”");
        assert_eq!(table[2][1], "\u{81}");
        assert_eq!(reading.encoding, Encoding::Windows1252);
        assert_eq!(reading.mixed_rows.count, 0);
    }

    #[test]
    fn rows_in_another_encoding_are_named() {
        let (table, reading) = read_well(b"a;b\nsu\xC3\xAFcide;\xEF\nx;y\nsu\xC3\xAFcide;ja\n\xEF;nee\n");
        assert_eq!(table[1], ["suïcide", "ï"]);
        assert_eq!(reading.encoding, Encoding::Utf8);
        assert_eq!((reading.mixed_rows.count, reading.mixed_rows.rows), (2, vec![2, 5]));
    }

    #[test]
    fn half_a_character_of_utf16_is_shown_as_unreadable() {
        let mut bytes = utf16("\u{FEFF}naam;b\nx;y", u16::to_le_bytes);
        bytes.extend([0x3D, 0xD8]);
        assert_eq!(rows(&bytes)[1], ["x", "y\u{FFFD}"]);
        bytes.extend([b'z', 0, b'q']);
        assert_eq!(rows(&bytes)[1], ["x", "y\u{FFFD}z\u{FFFD}"]);
    }

    #[test]
    fn nul_bytes_are_left_out_and_named() {
        let (table, reading) = read_well(b"naam;b\nTwe\0\0nte;\0\"x;y\"\nz;\0\n");
        assert_eq!(table, [["naam", "b"], ["Twente", "x;y"], ["z", ""]]);
        assert_eq!((reading.nul_bytes.count, reading.nul_bytes.rows), (4, vec![2, 3]));
    }
}

mod damage {
    use super::*;

    #[test]
    fn an_unclosed_quote_is_an_ordinary_character() {
        let (table, reading) = read_well(b"a;b\n\"x;1\n\"y;2\nz;3\n");
        assert_eq!(table, [["a", "b"], ["\"x", "1"], ["\"y", "2"], ["z", "3"]]);
        assert_eq!((reading.quote_unclosed_rows.count, reading.quote_unclosed_rows.rows), (2, vec![2, 3]));
    }

    #[test]
    fn an_unclosed_quote_does_not_swallow_a_quoted_cell_below() {
        let (table, reading) = read_well(b"a;b\nx;\"oops\ny;1\nz;\"q;r\"\n");
        assert_eq!(table, [["a", "b"], ["x", "\"oops"], ["y", "1"], ["z", "q;r"]]);
        assert_eq!(reading.quote_unclosed_rows.rows, [2]);
    }

    #[test]
    fn cells_closed_before_the_unclosed_quote_stay_as_they_were() {
        let text = b"a;b;c\n\"p \"\"q\"\"\";\"r;s\";\"t \"\"u\n1;2;3\n";
        assert_eq!(rows(text)[1], ["p \"q\"", "r;s", "\"t \"\"u"]);
    }

    #[test]
    fn a_quote_open_beyond_the_longest_row_is_an_ordinary_character() {
        let limits = Limits { max_row_bytes: 1000, ..Limits::default() };
        let text = [b"a;b\n\"x;1\n".as_slice(), &b"some;text\n".repeat(300)].concat();
        let (table, reading) = read_in(&text, &[64], &limits);
        assert_eq!(table.0.len(), 302);
        assert_eq!(reading.expect("it is read").quote_unclosed_rows.rows, [2]);
    }

    #[test]
    fn a_row_may_be_as_long_as_the_limit_and_no_longer() {
        let limits = Limits { max_row_bytes: 100, ..Limits::default() };
        let row = |length: usize| [b"a;b\n".as_slice(), &vec![b'x'; length], b"\nc;d\n"].concat();
        assert_eq!(read_in(&row(100), &[7], &limits).0.0.len(), 3);
        let refused = read_in(&row(101), &[7], &limits).1.expect_err("it is refused");
        assert_eq!(refused, Error::new(Code::RowTooLong).at_row(2).with_number("limit", 100));
    }

    #[test]
    fn a_row_may_have_as_many_cells_as_the_limit_and_no_more() {
        let text = |cells: usize| format!("sep=;\na;b\n{}\n", vec!["x"; cells].join(";"));
        assert_eq!(rows(text(1000).as_bytes())[1].len(), 1000);
        let refused = read(text(1001).as_bytes()).1.expect_err("it is refused");
        assert_eq!(refused, Error::new(Code::TooManyColumns).at_row(2).with_number("limit", 1000));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(refusal(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), Code::NotText);
        assert_eq!(refusal(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), Code::NotText);
        assert_eq!(refusal(b"GIF89a\x01\0\x01\0"), Code::NotText);
        assert_eq!(refusal(b"%PDF-1.7\n"), Code::NotText);
        assert_eq!(refusal(b"\x1F\x8B\x08\0"), Code::NotText);
        assert_eq!(refusal(b"PK\x03\x04\x14\0word/document.xml"), Code::NotText);
        assert_eq!(refusal(b"PK\x03\x04\x14\0xl/workbook.xml"), Code::Spreadsheet);
        let ods = b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(refusal(ods), Code::Spreadsheet);
        assert_eq!(refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), Code::Spreadsheet);
        let any_bytes: Vec<u8> = (0..=255).cycle().map(|byte: u8| byte.wrapping_mul(89)).take(4096).collect();
        assert_eq!(refusal(&any_bytes), Code::NotText);
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        for text in [b"".as_slice(), b"\n", b" \r\n\t\n", b"\xEF\xBB\xBF", b"\xFF\xFE", b"sep=;\n", b"\0"] {
            assert_eq!(refusal(text), Code::Empty, "{text:?}");
        }
    }
}

/// Bytes that mean something to a reader, more often than others.
fn telling_bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        6 => prop::sample::select(b"\"\";;,\n\r\t ax".to_vec()),
        1 => prop::sample::select(b"\0\xC3\xA9\x80\xEF|=1".to_vec()),
    ];
    prop::collection::vec(byte, 0..600)
}

fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => telling_bytes(),
        2 => telling_bytes().prop_map(|rest| [b"sep=;\n".to_vec(), rest].concat()),
        1 => telling_bytes().prop_map(|rest| [b"\xFF\xFE".to_vec(), rest].concat()),
        1 => prop::collection::vec(any::<u8>(), 0..600),
    ]
}

/// Limits that a few hundred bytes can reach.
fn small_limits() -> impl Strategy<Value = Limits> {
    (20..400usize, 2..30usize, 0..200u64).prop_map(|(max_row_bytes, max_columns, max_reread_bytes)| Limits {
        head_bytes: 0,
        max_row_bytes,
        max_columns,
        max_reread_bytes,
    })
}

/// How a table is written to a file.
#[derive(Debug, Clone)]
struct Writing {
    separator: char,
    line_end: &'static str,
    last_line_end: bool,
    quote_all: bool,
    encoding: &'static str,
}

fn writing() -> impl Strategy<Value = Writing> {
    (
        prop::sample::select(vec![';', ',', '\t', '|']),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        any::<bool>(),
        any::<bool>(),
        prop::sample::select(vec!["utf-8", "utf-8 marked", "utf-16le", "utf-16be marked", "windows-1252"]),
    )
        .prop_map(|(separator, line_end, last_line_end, quote_all, encoding)| Writing {
            separator,
            line_end,
            last_line_end,
            quote_all,
            encoding,
        })
}

impl Writing {
    fn cell(&self, cell: &str) -> String {
        let special = |character: char| "\"\r\n;,\t|".contains(character);
        if self.quote_all || cell.contains(special) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    }

    fn write(&self, table: &[Vec<String>], first_line: &str) -> Vec<u8> {
        let lines: Vec<String> = table
            .iter()
            .map(|row| {
                let cells: Vec<_> = row.iter().map(|cell| self.cell(cell)).collect();
                cells.join(&self.separator.to_string())
            })
            .collect();
        let end = if self.last_line_end { self.line_end } else { "" };
        let text = format!("{first_line}{}{end}", lines.join(self.line_end));
        match self.encoding {
            "utf-8 marked" => format!("\u{FEFF}{text}").into_bytes(),
            "utf-16le" => utf16(&text, u16::to_le_bytes),
            "utf-16be marked" => utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes),
            "windows-1252" => {
                text.chars().map(|character| u8::try_from(u32::from(character)).expect("Latin")).collect()
            }
            _ => text.into_bytes(),
        }
    }
}

/// Tables of two to five columns in which anything may stand in a cell.
/// The letters are those that no run of Windows-1252 bytes makes into UTF-8.
fn tables(cell: &'static str) -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..6usize).prop_flat_map(move |columns| {
        let row = prop::collection::vec(cell, columns);
        (prop::collection::vec("[a-z]{3,8}", columns), prop::collection::vec(row, 1..12)).prop_map(
            |(headings, mut rows)| {
                rows.insert(0, headings);
                rows
            },
        )
    })
}

proptest! {
    #[test]
    fn any_bytes_end_and_chunks_never_matter(
        bytes in any_bytes(),
        lengths in prop::collection::vec(1..40usize, 1..8),
        limits in small_limits(),
    ) {
        let whole = read_in(&bytes, &[usize::MAX], &limits);
        prop_assert_eq!(&read_in(&bytes, &lengths, &limits), &whole);
        prop_assert_eq!(&read_in(&bytes, &[1], &limits), &whole);
        let finder = || Some(Finder::new(find_slowly));
        prop_assert_eq!(&read_with(finder(), &bytes, &[usize::MAX], &limits), &whole);
        prop_assert_eq!(&read_with(finder(), &bytes, &[70], &limits), &whole);
        let numbers: Vec<u64> = whole.0.0.iter().map(|(row, _)| *row).collect();
        prop_assert_eq!(numbers, (1..=whole.0.0.len() as u64).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_written_is_read(
        table in tables("[a-z0-9éëïüö ;,|\t\"\r\n]{0,8}"),
        writing in writing(),
        lengths in prop::collection::vec(1..40usize, 1..8),
    ) {
        let first_line = format!("sep={}{}", writing.separator, writing.line_end);
        let bytes = writing.write(&table, &first_line);
        let (read, reading) = read_in(&bytes, &lengths, &Limits { head_bytes: 0, ..Limits::default() });
        let reading = reading.expect("it is read");
        let cells: Vec<_> = read.0.into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(cells, table);
        prop_assert_eq!(reading.quote_unclosed_rows.count, 0);
        prop_assert_eq!(reading.mixed_rows.count, 0);
    }

    #[test]
    fn the_separator_is_found(table in tables("[a-z0-9éëïüö.: -]{0,12}"), writing in writing()) {
        let (cells, reading) = read_well(&writing.write(&table, ""));
        prop_assert_eq!(char::from(reading.separator), writing.separator);
        prop_assert_eq!(cells, table);
    }
}
