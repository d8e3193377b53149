//! The project's own commands: `cargo xtask demo | test | bench | build | size | setup | sample`.
//!
//! One module for each command, and those they share: where things are (`places`), running another
//! program (`program`), skipping what is up to date (`stamp`). Nothing here is part of the product.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "commands talk to the person who ran them")]

mod bench;
mod build;
mod demo;
mod embed;
mod hash;
mod integrations;
mod licences;
mod manifest;
mod partitions;
mod places;
mod program;
mod protection;
mod python;
mod reference;
mod sample;
mod server;
mod setup;
mod size;
mod split;
mod stamp;
mod stand_in;
mod standalone;
mod test;
mod zip;

use std::process::ExitCode;

/// What a command ends with; the text is for the person at the terminal.
pub(crate) type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
cargo xtask demo [--port N]     set up, build and serve the demo page on 127.0.0.1
cargo xtask test                set up, build and run every check and test
cargo xtask test --fast         the same without the browser
cargo xtask test --browser [-- ARGUMENTS]
                                the browser tests alone; ARGUMENTS go to Playwright
cargo xtask build               set up and make pkg/
cargo xtask size [--save]       what a visitor downloads, in brotli bytes; --save makes it the size to compare with
cargo xtask bench [FOLDER] [--rows N,N] [--growth N,N] [--repeat N] [--peers NAME,NAME] [--save]
                                measure the core and the page, beside its peers where FOLDER or $BEN_BENCH_DIR holds
                                their harness; --save writes docs/speed.md
cargo xtask sample              write the sample files again from their seed
cargo xtask pictures            take the pictures of the guides again, of the page itself
cargo xtask reference           write docs/api.md again, of the types
cargo xtask setup               install what the others need, and nothing else

Tools are kept in $BEN_TOOLS_DIR, or else in ben-monitor/tools in your cache folder.
$CHROME and $FIREFOX are the browsers to test with, if they are not where they usually are.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments.as_slice()),
    };
    let outcome = match command {
        "demo" => demo::run(rest),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "build" => expect_nothing(rest).and_then(|()| build::run()),
        "size" => size::run(rest),
        "sample" => expect_nothing(rest).and_then(|()| sample::run(&places::root())),
        "pictures" => expect_nothing(rest).and_then(|()| test::take_pictures()),
        "reference" => expect_nothing(rest).and_then(|()| reference::write()),
        "setup" => expect_nothing(rest).and_then(|()| setup::run(setup::Browser::Wanted)),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no command {other:?}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn expect_nothing(arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(format!("{argument:?} is not understood here\n\n{USAGE}")),
    }
}
