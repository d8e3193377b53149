//! Measures: the core natively (`measure/`), our page in the browser, and both beside what users would pick instead, with
//! the harness that lies beside the project. Asserts nothing; `--save` writes the page of docs that holds the last table.

mod files;
mod page;
mod plot;

use crate::Outcome;
use crate::build;
use crate::partitions::target;
use crate::places;
use crate::program::{self, cargo, command};
use crate::server::{Server, Site};
use crate::setup;
use crate::stamp;
use files::Files;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The subject's page: the element and nothing else.
const SUBJECT: &str = "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n<title>BEN-monitor</title>\n\
    <script type=\"module\" src=\"pkg/ben-monitor.js\"></script>\n<ben-monitor></ben-monitor>\n</html>\n";

/// Compresses the files of a folder as the harness does those of the peers, so that no page waits for that.
const COMPRESS: &str = "const fs = require('fs'), zlib = require('zlib'), path = require('path');\
for (const name of fs.readdirSync(process.argv[1])) {\
    const file = path.join(process.argv[1], name), bytes = fs.readFileSync(file), c = zlib.constants;\
    fs.writeFileSync(file + '.br', zlib.brotliCompressSync(bytes, { params: { [c.BROTLI_PARAM_QUALITY]: 11,\
        [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));\
}";

/// Most cases that are made in memory for the native half, and at which each figure is measured by itself.
const MOST: usize = 1_000_000;

struct Options {
    harness: Option<PathBuf>,
    rows: Vec<usize>,
    growth: Vec<usize>,
    repeat: usize,
    peers: String,
    save: bool,
}

/// What was measured.
struct Measured {
    /// The core's own table.
    native: String,
    /// Our page alone, at each number of cases.
    alone: Value,
    /// Our page beside its peers, where the harness is.
    beside: Option<Value>,
    /// Our page alone, over the whole range of numbers of cases.
    growth: Option<Value>,
}

/// Measures natively, in the browser and, where the harness is, beside the peers.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let options = options(arguments)?;
    let harness = harness(options.harness.as_deref())?;
    if harness.is_none() {
        println!(
            "The harness of the peers is not here (no folder was given, $BEN_BENCH_DIR is not set, and there is no \
             ../shared/bench): the core and our own page are measured alone."
        );
    }
    let native = natively(&options)?;
    println!("{native}");
    build::run()?;
    let subject = subject()?;
    let files = Files::new(harness.clone())?;
    let alone = alone(&subject, &files, &options.rows, options.repeat, MOST)?;
    println!("{}", page::alone(&alone));
    let beside = harness.map(|folder| beside(&folder, &subject, &files, &options)).transpose()?;
    let growth = match options.growth.as_slice() {
        [] => None,
        rows => Some(self::alone(&subject, &files, rows, options.repeat.min(3), 0)?),
    };
    growth.iter().for_each(|growth| println!("{}", page::alone(growth)));
    if options.save {
        page::save(&Measured { native, alone, beside, growth })?;
    }
    Ok(())
}

fn options(arguments: &[String]) -> Outcome<Options> {
    let (rows, peers) = (vec![1000, 100_000], String::new());
    let mut options = Options { harness: None, rows, growth: Vec::new(), repeat: 3, peers, save: false };
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--rows" => options.rows = numbers(&value()?)?,
            "--growth" => options.growth = numbers(&value()?)?,
            "--repeat" => options.repeat = numbers(&value()?)?.first().copied().unwrap_or(1),
            "--peers" => options.peers = value()?,
            "--save" => options.save = true,
            _ if !name.starts_with('-') && options.harness.is_none() => options.harness = Some(name.into()),
            _ => {
                return Err(format!(
                    "bench takes the folder of the harness, --rows, --growth, --repeat, --peers and --save, not {name:?}"
                ));
            }
        }
    }
    Ok(options)
}

/// Numbers above 0, with commas between.
fn numbers(text: &str) -> Outcome<Vec<usize>> {
    let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
    let numbers: Option<Vec<usize>> = text.split(',').map(number).collect();
    numbers.ok_or_else(|| format!("{text:?} are no numbers above 0 with commas between"))
}

/// The core's own table. More than a million rows are made in memory, so those are left to the browser.
fn natively(options: &Options) -> Outcome<String> {
    println!("measuring the core natively");
    let rows = options.rows.iter().filter(|rows| **rows <= MOST).map(usize::to_string);
    program::output(measure().arg(options.repeat.to_string()).args(rows))
}

/// The program that measures natively.
fn measure() -> std::process::Command {
    let mut run = cargo();
    run.args(["run", "--release", "--locked", "--quiet", "--package", "ben-monitor-measure", "--"]);
    run
}

/// A built copy of the harness: the folder that was given, or one made of what lies beside the project.
fn harness(given: Option<&Path>) -> Outcome<Option<PathBuf>> {
    let named = std::env::var_os("BEN_BENCH_DIR").filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(built) = given.map(Path::to_owned).or(named) {
        if !built.join("run.mjs").is_file() || !built.join("dist").is_dir() {
            let named = built.display();
            return Err(format!(
                "{named} holds no built harness: it takes run.mjs, npm ci and node build.mjs"
            ));
        }
        return built.canonicalize().map(Some).map_err(|error| format!("{}: {error}", built.display()));
    }
    let source = places::root().join("..").join("shared").join("bench");
    if !source.join("run.mjs").is_file() {
        return Ok(None);
    }
    let folder = target()?.join("bench");
    let inputs = stamp::Inputs::of("bench").with(&source)?;
    inputs.unless_done(&folder.join(".built"), &[folder.join("dist")], || {
        println!("setup: npm ci and node build.mjs in {} (some minutes, once)", folder.display());
        copy(&source, &folder)?;
        let ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        program::run(command(program::with_npm_suffix("npm")).args(ci).current_dir(&folder))?;
        program::run(command("node").arg("build.mjs").current_dir(&folder))
    })?;
    Ok(Some(folder))
}

/// A folder with the page to measure and the package.
fn subject() -> Outcome<PathBuf> {
    let folder = target()?.join("bench-subject");
    let _none_yet = fs::remove_dir_all(&folder);
    copy(&places::pkg(), &folder.join("pkg"))?;
    program::run(command("node").arg("--eval").arg(COMPRESS).arg(folder.join("pkg")))?;
    stamp::write(&folder.join("index.html"), SUBJECT.as_bytes())?;
    Ok(folder)
}

/// Measures our page alone; each figure by itself up to so many cases.
fn alone(subject: &Path, files: &Files, rows: &[usize], repeat: usize, most: usize) -> Outcome<Value> {
    let given: Outcome<Vec<String>> =
        rows.iter().map(|&rows| Ok(format!("{rows}={}", files.of(rows)?.display()))).collect();
    let results = target()?.join("bench-alone.json");
    let server = Server::start(Site::demo().with_root(subject.to_owned()), 0)
        .map_err(|error| format!("the server of the page cannot start: {error}"))?;
    println!("measuring our page in the browser");
    let mut run = command("node");
    run.arg("measure.mjs").current_dir(places::browser_tests());
    run.env("CHROME", setup::find_or_install(&setup::CHROMIUM)?);
    run.arg(server.address()).arg(&results).args([repeat.to_string(), most.to_string()]).args(given?);
    program::run(&mut run)?;
    read(&results)
}

/// Runs the harness with the page as its subject; answers what it measured.
fn beside(harness: &Path, subject: &Path, files: &Files, options: &Options) -> Outcome<Value> {
    options.rows.iter().try_for_each(|&rows| files.of(rows).map(drop))?;
    let rows: Vec<String> = options.rows.iter().map(usize::to_string).collect();
    let results = target()?.join("bench-results.json");
    let mut run = command("node");
    run.arg("run.mjs").current_dir(harness).arg("--subject").arg(subject);
    run.args(["--rows", &rows.join(","), "--repeat", &options.repeat.to_string()]).arg("--out").arg(&results);
    run.args(["--seed", files::SEED, "--timeout", "900"]);
    run.arg("--chrome").arg(setup::find_or_install(&setup::CHROMIUM)?);
    if !options.peers.is_empty() {
        run.args(["--peers", &options.peers]);
    }
    program::run(&mut run)?;
    read(&results)
}

fn read(results: &Path) -> Outcome<Value> {
    let text = stamp::read(results)?;
    serde_json::from_str(&text).map_err(|error| format!("{} can't be read: {error}", results.display()))
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
    use std::path::Path;

    #[test]
    fn options_are_read() {
        let read = |words: &[&str]| options(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        let some = read(&["/tmp/bench", "--rows", "1000,5000000", "--repeat", "5", "--save"]).unwrap();
        assert_eq!((some.rows, some.repeat, some.save), (vec![1000, 5_000_000], 5, true));
        assert_eq!(some.harness.as_deref(), Some(Path::new("/tmp/bench")));
        assert_eq!(read(&["--growth", "10000,20000"]).unwrap().growth, [10_000, 20_000]);
        for wrong in [&["--rows", "0"][..], &["--rows"], &["--row", "1"], &["one", "two"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
