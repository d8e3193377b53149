//! Workbooks as they come: of every format and from several programs, and
//! those that somebody made to do harm.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test fails loudly
#![allow(clippy::cast_possible_truncation)] // what is built here is small

mod build;
mod files;
mod hostile;

use ben_monitor_sheets::{Code, Refusal, Workbook, Written};

/// A sheet's text without the line that names the separator, and what was counted.
fn csv(workbook: &mut Workbook, sheet: usize) -> Result<(String, Written), Refusal> {
    let mut bytes = Vec::new();
    let written = workbook.csv(sheet, None, &mut |piece| bytes.extend_from_slice(piece))?;
    let text = String::from_utf8(bytes).expect("UTF-8");
    Ok((text.strip_prefix("\u{feff}sep=;\n").expect("the separator").to_owned(), written))
}

/// All of a workbook's text.
fn read(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    let mut workbook = Workbook::open(bytes.to_vec())?;
    (0..workbook.sheets().len()).map(|sheet| csv(&mut workbook, sheet).map(|(text, _)| text)).collect()
}

/// Why these bytes are refused.
fn refusal(bytes: &[u8]) -> Option<Code> {
    read(bytes).err().map(|Refusal(code)| code)
}
