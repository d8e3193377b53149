//! The files that are measured: the harness's own, or those of `measure/` where the harness is not.
//!
//! The harness lets cases close up to two years after the last referral. A file can't tell what has not happened: our
//! core leaves such dates out and says so, the peers count them. So each date of closing after [`LAST`] is taken out, for
//! everyone, as in an export of that day. These cases are open.

use super::measure;
use crate::Outcome;
use crate::partitions::target;
use crate::program::command;
use crate::stamp;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The harness's number of a series of its own, so that files of others are not taken for these.
pub(super) const SEED: &str = "311225";
/// As `jjjjmmdd`; the harness's last referral is of this day.
pub(super) const LAST: &str = "20251231";
/// The place of the date of closing in a row of the harness.
const CLOSING: usize = 4;

/// Makes files and remembers where.
pub(super) struct Files {
    harness: Option<PathBuf>,
    folder: PathBuf,
}

impl Files {
    pub(super) fn new(harness: Option<PathBuf>) -> Outcome<Self> {
        let folder = match &harness {
            // There it looks before it makes one itself.
            Some(harness) => harness.join("data"),
            None => target()?.join("bench-data"),
        };
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { harness, folder })
    }

    /// A file with so many cases; made once.
    pub(super) fn of(&self, rows: usize) -> Outcome<PathBuf> {
        let file = self.folder.join(format!("m{rows}-{SEED}.csv"));
        let note = self.folder.join(format!("m{rows}-{SEED}.made"));
        let inputs = match &self.harness {
            Some(harness) => stamp::Inputs::of((SEED, LAST)).with(&harness.join("generate.mjs"))?,
            None => stamp::Inputs::of((env!("CARGO_PKG_VERSION"), "made.rs"))
                .with(&crate::places::root().join("measure/src/made.rs"))?,
        };
        inputs.unless_done(&note, std::slice::from_ref(&file), || {
            println!("making a file with {rows} cases");
            self.make(rows, &file)
        })?;
        Ok(file)
    }

    fn make(&self, rows: usize, file: &Path) -> Outcome {
        let mut make = match &self.harness {
            Some(harness) => {
                let mut make = command("node");
                make.arg("generate.mjs").args([&rows.to_string(), SEED]).current_dir(harness);
                make
            }
            None => {
                let mut make = measure();
                make.args(["--write", &rows.to_string()]);
                make
            }
        };
        let failed = |error: std::io::Error| format!("{} can't be made: {error}", file.display());
        let mut made = make.stdout(Stdio::piped()).spawn().map_err(failed)?;
        let mut written = BufWriter::new(File::create(file).map_err(failed)?);
        if let Some(text) = made.stdout.take() {
            for line in BufReader::new(text).split(b'\n') {
                let line = line.map_err(failed)?;
                let line = if self.harness.is_some() { cut(&line) } else { line };
                written.write_all(&line).map_err(failed)?;
                written.write_all(b"\n").map_err(failed)?;
            }
        }
        written.flush().map_err(failed)?;
        let done = made.wait().map_err(failed)?;
        if done.success() { Ok(()) } else { Err(format!("{} can't be made: {done}", file.display())) }
    }
}

/// The row without a date of closing that is after [`LAST`].
fn cut(line: &[u8]) -> Vec<u8> {
    let mut cells: Vec<&[u8]> = line.splitn(CLOSING + 2, |byte| *byte == b';').collect();
    if let Some(closing) = cells.get_mut(CLOSING)
        && let &[d, e, b'-', m, n, b'-', y, z, a, b] = *closing
        && [y, z, a, b, m, n, d, e].as_slice() > LAST.as_bytes()
    {
        *closing = b"";
    }
    cells.join(&b';')
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn dates_of_closing_that_lie_ahead_are_taken_out() {
        for (line, expected) in [
            ("1;Twente;Almelo;31-12-2025;01-01-2026;meisje;4\r", "1;Twente;Almelo;31-12-2025;;meisje;4\r"),
            (
                "1;Twente;Almelo;30-12-2025;31-12-2025;meisje\r",
                "1;Twente;Almelo;30-12-2025;31-12-2025;meisje\r",
            ),
            ("1;Twente;Almelo;30-12-2025;;\"a; b\"\r", "1;Twente;Almelo;30-12-2025;;\"a; b\"\r"),
            (
                "casus_id;ret_regio;gemeente;aanmelddatum;afsluitdatum;x\r",
                "casus_id;ret_regio;gemeente;aanmelddatum;afsluitdatum;x\r",
            ),
        ] {
            assert_eq!(cut(line.as_bytes()), expected.as_bytes());
        }
    }
}
