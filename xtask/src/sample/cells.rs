//! Rows of cells to the bytes of a CSV file, as a Dutch spreadsheet program
//! saves one. Knows no cases.

use super::case::Day;

/// Rows to text: `;` between cells, CRLF after a row, quotes only where needed.
pub(super) fn text(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}

/// Text to Windows-1252. Of what lies above Latin-1 only the en dash is used in the samples.
pub(super) fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '–' => 0x96,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

/// `05-03-2024`
pub(super) fn date(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{day:02}-{month:02}-{year}")
}
