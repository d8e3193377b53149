//! Runs the example of docs/partitions.md: a file that Dask reads in partitions gives the bytes of one run.

use crate::Outcome;
use crate::places;
use crate::program::{self, cargo, command};
use crate::stamp::{self, Inputs};
use std::path::{Path, PathBuf};

const FILE: &str = "www/samples/twente-2024.csv";
/// Some of the file's rows, so that it is cut in several.
const BLOCK: &str = "6kB";

/// Compares the example's report with that of one run. Where Python or its packages can't be had, says so and
/// goes on: they are no part of the product.
pub(crate) fn check() -> Outcome {
    let Some(python) = program::find(&["python3", "python"]) else {
        println!("not run: there is no Python here");
        return Ok(());
    };
    let packages = match install(&python) {
        Ok(packages) => packages,
        Err(reason) => {
            println!("not run: {reason}\nthe packages of docs/requirements.txt can't be installed here");
            return Ok(());
        }
    };
    let program = build()?;
    let one_run = program::output(command(&program).args(["report", FILE]))?;
    let mut example = command(&python);
    example.arg("docs/partitions.py").arg(FILE).arg("--program").arg(&program);
    example.args(["--blocksize", BLOCK]).env("PYTHONPATH", packages);
    if program::output(&mut example)? == one_run {
        Ok(())
    } else {
        Err("docs/partitions.py gives another report than one run".into())
    }
}

/// The packages, in a folder of their own for each list of them.
fn install(python: &Path) -> Outcome<PathBuf> {
    let list = places::root().join("docs").join("requirements.txt");
    let version = program::output(command(python).arg("--version"))?;
    let name = stamp::fingerprint(&(stamp::read(&list)? + &version));
    let folder = places::tools().join(format!("dask-{name}"));
    let inputs = Inputs::of(&name);
    inputs.unless_done(&folder.join(".installed"), &[folder.join("dask")], || {
        println!("setup: pip install -r docs/requirements.txt into {}", folder.display());
        let quiet =
            ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore"];
        program::run_quietly(command(python).args(quiet).arg("--target").arg(&folder).arg("-r").arg(&list))
    })?;
    Ok(folder)
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
