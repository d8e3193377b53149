//! Reading as the world meets it: files of others, chunked in every way.

use ben_monitor::error::{Error, Result};
use ben_monitor::intake::{Encoding, Intake, Limits, Reading, Record, Sink};

/// Keeps every row as text.
#[derive(Default, Debug, PartialEq, Eq, Clone)]
struct Table(Vec<(u64, Vec<String>)>);

impl Sink for Table {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        self.0.push((record.row(), record.cells().map(|cell| cell.text().into_owned()).collect()));
        Ok(())
    }
}

type Outcome = (Table, std::result::Result<Reading, Error>);

fn read(bytes: &[u8], chunk: usize, limits: &Limits) -> Outcome {
    let mut table = Table::default();
    let mut intake = Intake::new(limits.clone());
    for chunk in bytes.chunks(chunk.max(1)) {
        if let Err(error) = intake.feed(chunk, &mut table) {
            return (table, Err(error));
        }
    }
    let reading = intake.finish(&mut table);
    (table, reading)
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let (table, reading) = read(bytes, usize::MAX, &Limits::default());
    reading.expect("the text can be read");
    table.0.into_iter().map(|(_, cells)| cells).collect()
}

#[test]
fn quotes_hold_separators_line_ends_and_quotes() {
    let table = rows(b"a;b;c\n1;\"x;y\nz\";\"say \"\"ja\"\"\"\r\n2;5\" pipe;\n");
    assert_eq!(table, [["a", "b", "c"], ["1", "x;y\nz", "say \"ja\""], ["2", "5\" pipe", ""]]);
}

#[test]
fn an_unclosed_quote_is_an_ordinary_character() {
    let bytes = b"a;b\n\"x;1\n\"y;2\nz;3\n";
    for chunk in [1, 3, 100] {
        let (table, reading) = read(bytes, chunk, &Limits::default());
        let rows: Vec<_> = table.0.into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(rows, [["a", "b"], ["\"x", "1"], ["\"y", "2"], ["z", "3"]]);
        let reading = reading.expect("it is read");
        assert_eq!(reading.quote_unclosed_rows.rows, [2, 3]);
        assert_eq!(reading.encoding, Encoding::Utf8);
    }
}
