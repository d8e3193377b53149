//! Running another program, with nothing on its standard input and a reason when it fails.

use crate::Outcome;
use crate::places;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Cargo, the one that runs this.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A command of one of the npm packages, started in the page's folder.
pub(crate) fn npm_command(name: &str) -> Command {
    let mut started = command(places::npm_commands().join(with_npm_suffix(name)));
    started.current_dir(places::www());
    started
}

/// npm's commands are scripts of another kind on Windows.
pub(crate) fn with_npm_suffix(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

/// A program, started in the project's root, that reads nothing.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(places::root()).stdin(Stdio::null());
    command
}

/// Runs it and lets it talk to the terminal.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// Runs it, silent unless it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Outcome {
    output(command).map(|_| ())
}

/// Runs it and hands back what it wrote on standard output.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let done = command.output().map_err(|error| cannot_start(command, &error))?;
    let written = String::from_utf8_lossy(&done.stdout).into_owned();
    if done.status.success() {
        return Ok(written);
    }
    let complaint = String::from_utf8_lossy(&done.stderr);
    Err(format!("`{}` failed ({})\n{written}{complaint}", line(command), done.status))
}

/// The first of these programs that can be found on the path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let suffix = std::env::consts::EXE_SUFFIX;
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(format!("{name}{suffix}"))))
        .find(|candidate| candidate.is_file())
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` cannot be started: {error}", line(command))
}

/// The command as a person would type it, without the folders of the programs.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy();
    let arguments = command.get_args().map(|argument| format!(" {}", argument.to_string_lossy()));
    std::iter::once(program.into_owned()).chain(arguments).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_names_itself() {
        let reason = run_quietly(command("cargo").arg("no-such-command-here")).unwrap_err();
        assert!(reason.starts_with("`cargo no-such-command-here` failed"), "{reason}");
    }

    #[test]
    fn a_missing_program_is_said_to_be_missing() {
        let reason = run(&mut command("no-such-program-here")).unwrap_err();
        assert!(reason.contains("cannot be started"), "{reason}");
        assert_eq!(find(&["no-such-program-here"]), None);
    }
}
