//! Python with the packages that a check needs. They are no part of the product: where they can't be had, the
//! check is left out and says so.

use crate::Outcome;
use crate::places;
use crate::program::{self, command};
use crate::stamp::{self, Inputs};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Python and the folder of its packages.
pub(crate) struct Python {
    program: PathBuf,
    packages: PathBuf,
}

impl Python {
    /// Python with the packages of a list, of which `main` is one, or nothing where it can't be had.
    pub(crate) fn with(main: &str, list: &Path) -> Outcome<Option<Self>> {
        let Some(program) = program::find(&["python3", "python"]) else {
            println!("not run: there is no Python here");
            return Ok(None);
        };
        match install(&program, main, list) {
            Ok(packages) => Ok(Some(Self { program, packages })),
            Err(reason) => {
                println!("not run: {reason}\nthe packages of {} can't be installed here", list.display());
                Ok(None)
            }
        }
    }

    /// A script, ready to get its arguments.
    pub(crate) fn script(&self, path: &str) -> Command {
        let mut script = command(&self.program);
        script.arg(path).env("PYTHONPATH", &self.packages);
        script
    }
}

/// The packages, in a folder of their own for each list of them.
fn install(python: &Path, main: &str, list: &Path) -> Outcome<PathBuf> {
    let version = program::output(command(python).arg("--version"))?;
    let name = stamp::fingerprint(&(stamp::read(list)? + &version));
    let folder = places::tools().join(format!("{main}-{name}"));
    let inputs = Inputs::of(&name);
    inputs.unless_done(&folder.join(".installed"), &[folder.join(main)], || {
        println!("setup: pip install -r {} into {}", list.display(), folder.display());
        let quiet =
            ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore"];
        program::run_quietly(command(python).args(quiet).arg("--target").arg(&folder).arg("-r").arg(list))
    })?;
    Ok(folder)
}
