//! Lets a solver attack what disclosure control publishes of random tables (docs/protection.md).

use crate::Outcome;
use crate::places;
use crate::program::{self, cargo};
use crate::python::Python;
use crate::stamp;

/// As many random tables.
const TABLES: &str = "5000";

/// Publishes random tables and has tests/reference/protection.py attack them, where Python and its packages can be had.
pub(crate) fn check() -> Outcome {
    let list = places::root().join("tests").join("reference").join("requirements.txt");
    let Some(python) = Python::with("scipy", &list)? else {
        return Ok(());
    };
    let example = ["run", "--locked", "--quiet", "--package", "ben-monitor", "--example", "protection"];
    let tables = program::output(cargo().args(example).args(["--", TABLES]))?;
    let file = places::notes().join("protection.jsonl");
    stamp::write(&file, tables.as_bytes())?;
    program::run(python.script("tests/reference/protection.py").arg(&file))
}
