//! From a file's bytes to its cases, through the rooms that read.

use ben_monitor::{
    clean::{Cleaned, Cleaner},
    error::Result,
    intake::{Intake, Limits},
};

/// Reads a file, handed over in pieces of so many bytes.
pub(crate) fn read(source: usize, name: &str, bytes: &[u8], piece: usize) -> Result<Cleaned> {
    let mut cleaner = Cleaner::new(source, name, None);
    let mut intake = Intake::new(Limits::default());
    for piece in bytes.chunks(piece) {
        intake.feed(piece, &mut cleaner)?;
    }
    let reading = intake.finish(&mut cleaner)?;
    cleaner.finish(&reading)
}
