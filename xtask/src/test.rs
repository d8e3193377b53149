//! Every check and test, one after another, stopping at the first that fails.

use crate::Outcome;
use crate::build;
use crate::licences;
use crate::partitions;
use crate::places;
use crate::program::{self, cargo, npm_command};
use crate::protection;
use crate::server::{Server, Site};
use crate::setup::{self, Browser, WASM_TARGET};
use crate::size;
use crate::standalone;
use std::path::PathBuf;
use std::time::Instant;

/// Which of the steps to take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    All,
    /// All but those that need a browser.
    Fast,
    /// Only what the browser tests need, and they.
    Browser,
}

struct Step<'a> {
    says: &'static str,
    does: Box<dyn Fn() -> Outcome + 'a>,
}

/// Takes the steps and ends with how many passed and failed.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (which, for_playwright) = options(arguments)?;
    let steps = steps(which, for_playwright);
    for (passed, step) in steps.iter().enumerate() {
        println!("[{}/{}] {}", passed + 1, steps.len(), step.says);
        let start = Instant::now();
        let outcome = (step.does)();
        let seconds = start.elapsed().as_secs_f64();
        if let Err(reason) = outcome {
            println!(
                "\n{reason}\n\n[{}/{}] failed after {seconds:.1} s: {}",
                passed + 1,
                steps.len(),
                step.says
            );
            println!("{passed} passed, 1 failed");
            return Err(format!("stopped at: {}", step.says));
        }
        println!("[{}/{}] passed in {seconds:.1} s", passed + 1, steps.len());
    }
    println!("{} passed, 0 failed", steps.len());
    Ok(())
}

fn options(arguments: &[String]) -> Outcome<(Which, &[String])> {
    match arguments {
        [] => Ok((Which::All, &[])),
        [only] if only == "--fast" => Ok((Which::Fast, &[])),
        [only] if only == "--browser" => Ok((Which::Browser, &[])),
        [first, dashes, rest @ ..] if first == "--browser" && dashes == "--" => Ok((Which::Browser, rest)),
        _ => Err("test takes --fast, or --browser with what Playwright gets after --, or nothing".into()),
    }
}

fn steps<'a>(which: Which, for_playwright: &'a [String]) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    let mut add = |says, does: Box<dyn Fn() -> Outcome + 'a>| steps.push(Step { says, does });
    let browser = if which == Which::Fast { Browser::NotNeeded } else { Browser::Wanted };
    add("set up: wasm target, wasm-pack, npm packages, browser", Box::new(move || setup::run(browser)));
    if which != Which::Browser {
        add("Rust is formatted", Box::new(|| run_cargo(&["fmt", "--all", "--check"])));
        add("lints, native: clippy with warnings as errors", Box::new(lint_native));
        add("lints, browser: clippy for wasm", Box::new(lint_wasm));
        add(
            "unit, integration and documentation tests",
            Box::new(|| run_cargo(&["test", "--locked", "--workspace"])),
        );
        add("documentation builds without warnings", Box::new(document));
        add("parts of a file by Dask are one run", Box::new(partitions::check));
        add("protection: published tables, attacked by a solver", Box::new(protection::check));
    }
    add("build pkg/", Box::new(build::package));
    if which != Which::Browser {
        add("lints, page: biome", Box::new(|| program::run(npm_command("biome").args(BIOME))));
        add("types, page: tsc", Box::new(|| type_check(&["--project", "."])));
        add("types, package: tsc", Box::new(|| type_check(&["--project", "types"])));
        add("types, browser tests: tsc", Box::new(|| type_check(&["--project", "../tests/browser"])));
        add("licences of dependencies go with EUPL-1.2", Box::new(licences::check));
        add("size until the first chart is within budget", Box::new(size::check));
        add("size of the page that is one file is within budget", Box::new(standalone::check));
    }
    if which != Which::Fast {
        add("browser tests", Box::new(move || in_browser(for_playwright)));
    }
    steps
}

const BIOME: [&str; 5] =
    ["check", "--error-on-warnings", "--no-errors-on-unmatched", ".", "../tests/browser"];

fn run_cargo(arguments: &[&str]) -> Outcome {
    program::run(cargo().args(arguments))
}

fn lint_native() -> Outcome {
    run_cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn lint_wasm() -> Outcome {
    let parts = ["--package", "ben-monitor", "--package", "ben-monitor-sheets"];
    let for_browser = ["--locked", "--lib", "--no-default-features", "--target", WASM_TARGET];
    program::run(cargo().arg("clippy").args(parts).args(for_browser).args(["--", "-D", "warnings"]))
}

fn document() -> Outcome {
    program::run(
        cargo().args(["doc", "--locked", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn type_check(arguments: &[&str]) -> Outcome {
    program::run(npm_command("tsc").args(arguments))
}

fn in_browser(for_playwright: &[String]) -> Outcome {
    playwright("playwright.config.ts", for_playwright)
}

/// Takes the pictures of the guides.
pub(crate) fn take_pictures() -> Outcome {
    setup::run(Browser::Wanted)?;
    build::package()?;
    playwright("pictures.config.ts", &[])
}

/// Serves the package twice, as it should be and with the wasm file as plain text, and lets Playwright at it.
fn playwright(config: &str, more: &[String]) -> Outcome {
    let chrome = setup::find_or_install(&setup::CHROMIUM)?;
    let (firefox, without): (_, &[&str]) = match setup::find_or_install(&setup::FIREFOX) {
        Ok(firefox) => (firefox, &[]),
        Err(reason) => {
            println!("{reason}\nIts tests are left out.");
            (PathBuf::new(), &["--project=chromium"])
        }
    };
    let start =
        |site| Server::start(site, 0).map_err(|error| format!("the test server cannot start: {error}"));
    let right = start(Site::for_tests())?;
    let wrong = start(Site::for_tests().with_wasm_type("text/plain".into()))?;
    program::run(
        npm_command("playwright")
            .args(["test", "--config", config])
            .args(more)
            .args(without)
            .current_dir(places::browser_tests())
            .env("CHROME", chrome)
            .env("FIREFOX", firefox)
            .env("BEN_URL", right.address())
            .env("BEN_URL_WRONG_MIME", wrong.address()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Outcome<(Which, Vec<String>)> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        options(&words).map(|(which, rest)| (which, rest.to_vec()))
    }

    #[test]
    fn options_choose_the_steps() {
        assert_eq!(read(&[]), Ok((Which::All, vec![])));
        assert_eq!(read(&["--fast"]), Ok((Which::Fast, vec![])));
        assert_eq!(
            read(&["--browser", "--", "-g", "x"]),
            Ok((Which::Browser, vec!["-g".into(), "x".into()]))
        );
        assert!(read(&["--slow"]).is_err());
        assert!(read(&["--fast", "--browser"]).is_err());
    }

    #[test]
    fn without_a_browser_all_other_steps_remain() {
        let says = |which| steps(which, &[]).iter().map(|step| step.says).collect::<Vec<_>>();
        let (all, fast) = (says(Which::All), says(Which::Fast));
        assert_eq!(all.len(), fast.len() + 1);
        assert!(fast.iter().all(|step| all.contains(step)));
        assert!(says(Which::Browser).contains(&"browser tests"));
    }
}
