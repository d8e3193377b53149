//! Runs the example of docs/partitions.md: a file that Dask reads in partitions gives the bytes of one run.

use crate::Outcome;
use crate::places;
use crate::program::{self, cargo, command};
use crate::python::Python;
use std::path::PathBuf;

const FILE: &str = "www/samples/twente-2024.csv";
/// Some of the file's rows, so that it is cut in several.
const BLOCK: &str = "6kB";

/// Compares the example's report with that of one run, where Python and its packages can be had.
pub(crate) fn check() -> Outcome {
    let Some(python) = Python::with("dask", &places::root().join("docs").join("requirements.txt"))? else {
        return Ok(());
    };
    let program = build()?;
    let one_run = program::output(command(&program).args(["report", FILE]))?;
    let mut example = python.script("docs/partitions.py");
    example.arg(FILE).arg("--program").arg(&program).args(["--blocksize", BLOCK]);
    if program::output(&mut example)? == one_run {
        Ok(())
    } else {
        Err("docs/partitions.py gives another report than one run".into())
    }
}

/// The command line as it is tested.
fn build() -> Outcome<PathBuf> {
    program::run(cargo().args([
        "build",
        "--locked",
        "--quiet",
        "--package",
        "ben-monitor",
        "--bin",
        "ben-monitor",
    ]))?;
    let name = format!("ben-monitor{}", std::env::consts::EXE_SUFFIX);
    Ok(target()?.join("debug").join(name))
}

/// Cargo's target folder.
pub(crate) fn target() -> Outcome<PathBuf> {
    let metadata =
        program::output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata can't be read: {error}"))?;
    let folder = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    folder.map(PathBuf::from).ok_or_else(|| "cargo metadata names no target folder".to_owned())
}
