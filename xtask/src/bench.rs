//! Measures: the core natively (`measure/`), and the page in the browser beside what users would pick instead, with the
//! harness that lies beside the project. Asserts nothing; `--save` writes the page of docs that holds the last table.

mod page;
mod plot;

use crate::Outcome;
use crate::build;
use crate::partitions::target;
use crate::places;
use crate::program::{self, cargo, command};
use crate::setup;
use crate::stamp::{self, Inputs};
use std::fs;
use std::path::{Path, PathBuf};

/// The subject's page: the element and nothing else.
const SUBJECT: &str = "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n<title>BEN-monitor</title>\n\
    <script type=\"module\" src=\"pkg/ben-monitor.js\"></script>\n<ben-monitor></ben-monitor>\n</html>\n";

struct Options {
    rows: String,
    repeat: String,
    peers: String,
    save: bool,
}

/// Measures natively and, where the harness is, in the browser.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let options = options(arguments)?;
    let native = natively(&options)?;
    println!("{native}");
    let results = match harness()? {
        Some(folder) => Some(in_browser(&folder, &options)?),
        None => {
            println!(
                "The harness (../shared/bench, or $BEN_BENCH_DIR) is not here: the page is not measured."
            );
            None
        }
    };
    if options.save {
        page::save(&native, results.as_ref())?;
    }
    Ok(())
}

fn options(arguments: &[String]) -> Outcome<Options> {
    let (rows, repeat) = ("1000,100000".to_owned(), "3".to_owned());
    let mut options = Options { rows, repeat, peers: String::new(), save: false };
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--rows" => options.rows = value()?,
            "--repeat" => options.repeat = value()?,
            "--peers" => options.peers = value()?,
            "--save" => options.save = true,
            _ => return Err(format!("bench takes --rows, --repeat, --peers and --save, not {name:?}")),
        }
    }
    let numbers =
        |text: &str| text.split(',').all(|number| number.parse::<usize>().is_ok_and(|number| number > 0));
    if numbers(&options.rows) && numbers(&options.repeat) {
        Ok(options)
    } else {
        Err("--rows and --repeat take numbers above 0, --rows several with commas between".to_owned())
    }
}

/// The core's own table. More than a million rows are made in memory, so those are left to the browser.
fn natively(options: &Options) -> Outcome<String> {
    const MOST: usize = 1_000_000;
    let rows = options.rows.split(',').filter(|rows| rows.parse::<usize>().is_ok_and(|rows| rows <= MOST));
    println!("measuring the core natively");
    let measure = ["run", "--release", "--locked", "--quiet", "--package", "ben-monitor-measure", "--"];
    program::output(cargo().args(measure).arg(&options.repeat).args(rows))
}

/// A built copy of the harness; none where the harness is not.
fn harness() -> Outcome<Option<PathBuf>> {
    if let Some(built) = std::env::var_os("BEN_BENCH_DIR").filter(|value| !value.is_empty()) {
        return Ok(Some(PathBuf::from(built)));
    }
    let source = places::root().join("..").join("shared").join("bench");
    if !source.join("run.mjs").is_file() {
        return Ok(None);
    }
    let folder = target()?.join("bench");
    let inputs = Inputs::of("bench").with(&source)?;
    inputs.unless_done(&folder.join(".built"), &[folder.join("dist")], || {
        println!("setup: npm ci and node build.mjs in {} (some minutes, once)", folder.display());
        copy(&source, &folder)?;
        let ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        program::run(command(program::with_npm_suffix("npm")).args(ci).current_dir(&folder))?;
        program::run(command("node").arg("build.mjs").current_dir(&folder))
    })?;
    Ok(Some(folder))
}

/// Runs the harness with the page as its subject; answers what it measured.
fn in_browser(harness: &Path, options: &Options) -> Outcome<serde_json::Value> {
    build::run()?;
    let subject = target()?.join("bench-subject");
    let _none_yet = fs::remove_dir_all(&subject);
    copy(&places::pkg(), &subject.join("pkg"))?;
    stamp::write(&subject.join("index.html"), SUBJECT.as_bytes())?;
    let (chrome, results) = (setup::find_or_install_browser()?, target()?.join("bench-results.json"));
    let mut run = command("node");
    run.arg("run.mjs").current_dir(harness).arg("--subject").arg(&subject);
    run.args(["--rows", &options.rows, "--repeat", &options.repeat]).arg("--out").arg(&results);
    run.arg("--chrome").arg(chrome);
    if !options.peers.is_empty() {
        run.args(["--peers", &options.peers]);
    }
    program::run(&mut run)?;
    let text = stamp::read(&results)?;
    serde_json::from_str(&text).map_err(|error| format!("the harness's results can't be read: {error}"))
}

/// Copies a folder, without what was installed or made in it.
fn copy(from: &Path, to: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{} can't be copied: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).map_err(failed)?;
        if ["node_modules", "dist", "data", "results"].iter().any(|made| name == *made) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn options_are_read() {
        let read = |words: &[&str]| options(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        let some = read(&["--rows", "1000,5000000", "--repeat", "5", "--save"]).unwrap();
        assert_eq!((some.rows.as_str(), some.repeat.as_str(), some.save), ("1000,5000000", "5", true));
        assert!(read(&["--rows", "0"]).is_err());
        assert!(read(&["--rows"]).is_err());
        assert!(read(&["--row", "1"]).is_err());
    }
}
