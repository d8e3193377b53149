//! The project's own commands: `cargo xtask COMMAND`.

mod sample;

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = match std::env::args().nth(1).as_deref() {
        Some("sample") => sample::run(&root),
        _ => Err("usage: cargo xtask sample".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            print_error(&reason);
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stderr)] // a command speaks to the person who called it
fn print_error(reason: &str) {
    eprintln!("{reason}");
}
