//! Reads workbooks (XLSX, XLS, XLSB, ODS) as what they hold: sheets, and each
//! sheet's cells as CSV text at the rows where a person sees them.
//!
//! Bytes in, CSV out, and nothing of its meaning: headings, dates as text and
//! answers are for the core, which reads this text as it reads any other file.
//! In the browser this is a wasm of its own, fetched when somebody drops a
//! workbook; on the command line it is an ordinary library.
//!
//! A workbook is looked over before calamine gets it (`zipped`, `ole`,
//! `content`): what it says of its own size is compared with what it can
//! hold, so that a few bytes can't take all memory.
//!
//! ```no_run
//! use ben_monitor_sheets::Workbook;
//!
//! let mut workbook = Workbook::open(std::fs::read("monitor.xlsx").unwrap_or_default())?;
//! let mut text = Vec::new();
//! workbook.csv(0, None, &mut |piece| text.extend_from_slice(piece))?;
//! # Ok::<(), ben_monitor_sheets::Refusal>(())
//! ```

mod cell;
mod choice;
mod content;
mod csv;
mod merged;
mod ole;
mod refusal;
#[cfg(target_arch = "wasm32")]
pub mod web;
mod workbook;
mod zipped;

pub use choice::{Fit, propose};
pub use csv::Written;
pub use refusal::{Code, Refusal};
pub use workbook::{Sheet, Workbook};

/// Largest workbook that is read, in bytes. A million cases take a quarter of it.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// First rows of a sheet from which the core sees what it holds.
pub const HEAD_ROWS: u32 = 200;

/// Whether a file that starts with these bytes (four are enough) may be a
/// workbook: a zip file, or the container of older Office files.
pub fn may_be_workbook(head: &[u8]) -> bool {
    zipped::is_zip(head) || ole::is_ole(head)
}
