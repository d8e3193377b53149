//! What a visitor downloads until the first chart of a CSV stands, in brotli bytes, against the budget and
//! against the size last committed (`xtask/size.json`).

use crate::Outcome;
use crate::build::{self, SCRIPT, Script, WASM, WORKER};
use crate::places;
use crate::program;
use crate::stamp;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// Brotli bytes until the first chart of a CSV.
const BUDGET: u64 = 200_000;

/// Files that follow the first chart, or that only some people ever need, under this heading in the table.
const LATER: &str = "after the first chart";

/// Node has the reference encoder; quality 11 and its usual window, as a web server's stored files have.
const MEASURE: &str = "const { readFileSync } = require('fs'); const { brotliCompressSync } = require('zlib');\
    console.log(JSON.stringify(Object.fromEntries(process.argv.slice(1).map(name => { const bytes = readFileSync(name);\
    return [name, [bytes.length, brotliCompressSync(bytes).length]]; }))))";

/// A file's bytes, as it is and as brotli makes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: u64,
    brotli: u64,
}

type Sizes = BTreeMap<String, Size>;

/// What is fetched until the first chart, and what comes later.
#[derive(Debug, PartialEq, Eq)]
struct Package {
    first: Sizes,
    later: Sizes,
}

/// Builds, prints the table and keeps to the budget; `--save` makes this the size to compare with.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let save = match arguments {
        [] => false,
        [only] if only == "--save" => true,
        _ => return Err("size takes --save or nothing".into()),
    };
    build::run()?;
    check()?;
    if save {
        stamp::write(&saved_at(), written(&measure()?.first)?.as_bytes())?;
    }
    Ok(())
}

/// Prints the table and refuses a package over budget.
pub(crate) fn check() -> Outcome {
    let now = measure()?;
    let before = if saved_at().is_file() { parse(&stamp::read(&saved_at())?)? } else { Sizes::new() };
    print!("{}", table(&now, &before));
    within_budget(total(&now.first))
}

fn saved_at() -> PathBuf {
    places::root().join("xtask").join("size.json")
}

fn measure() -> Outcome<Package> {
    let scripts = build::scripts()?;
    let first = fetched_first(&scripts);
    let mut later: Vec<String> = fs::read_dir(places::pkg())
        .map_err(|error| format!("pkg/ cannot be read: {error}"))?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|file| (file.ends_with(".js") || file.ends_with(".wasm")) && !first.contains(file))
        .collect();
    later.sort();
    Ok(Package { first: sizes_of(&first)?, later: sizes_of(&later)? })
}

/// The element, its worker, the core, and all that is fetched with one of them.
fn fetched_first(scripts: &[Script]) -> Vec<String> {
    let mut first = vec![SCRIPT.to_owned(), WORKER.to_owned(), WASM.to_owned()];
    let mut seen = 0;
    while let Some(file) = first.get(seen) {
        let needs = scripts.iter().find(|script| script.file == *file).map(|script| script.needs.as_slice());
        let new: Vec<String> =
            needs.into_iter().flatten().filter(|needed| !first.contains(needed)).cloned().collect();
        first.extend(new);
        seen += 1;
    }
    first
}

fn sizes_of(files: &[String]) -> Outcome<Sizes> {
    let measured = program::output(
        program::command("node").args(["-e", MEASURE]).args(files).current_dir(places::pkg()),
    )?;
    let mut sizes = Sizes::new();
    for (file, size) in parse(&measured)? {
        let sum = sizes.entry(without_hash(&file)).or_default();
        *sum = Size { raw: sum.raw + size.raw, brotli: sum.brotli + size.brotli };
    }
    Ok(sizes)
}

/// `ben-monitor-later-0AB1CD2E.js` → `ben-monitor-later.js`: the hash changes with every change.
fn without_hash(file: &str) -> String {
    let is_hash = |part: &str| {
        part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    match file.strip_suffix(".js").and_then(|stem| stem.rsplit_once('-')) {
        Some((stem, hash)) if is_hash(hash) => format!("{stem}.js"),
        _ => file.to_owned(),
    }
}

/// `{ "file": [raw, brotli] }`, as measured and as committed.
fn parse(text: &str) -> Outcome<Sizes> {
    let pairs: BTreeMap<String, [u64; 2]> =
        serde_json::from_str(text).map_err(|error| format!("sizes: {error}"))?;
    Ok(pairs.into_iter().map(|(file, [raw, brotli])| (file, Size { raw, brotli })).collect())
}

fn written(sizes: &Sizes) -> Outcome<String> {
    let files = sizes.iter().map(|(file, size)| (file.clone(), Value::from(vec![size.raw, size.brotli])));
    let text =
        serde_json::to_string_pretty(&Value::Object(files.collect())).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

fn total(sizes: &Sizes) -> Size {
    sizes
        .values()
        .fold(Size::default(), |sum, size| Size { raw: sum.raw + size.raw, brotli: sum.brotli + size.brotli })
}

fn within_budget(total: Size) -> Outcome {
    if total.brotli <= BUDGET {
        return Ok(());
    }
    Err(format!(
        "{} brotli bytes until the first chart: {} over the budget of {BUDGET}",
        total.brotli,
        total.brotli - BUDGET
    ))
}

fn table(now: &Package, before: &Sizes) -> String {
    let mut text = format!("{:<28}{:>10}{:>10}{:>10}\n", "bytes", "raw", "brotli", "change");
    for (file, size) in &now.first {
        row(&mut text, file, *size, before.get(file).copied());
    }
    row(&mut text, "until the first chart", total(&now.first), (!before.is_empty()).then(|| total(before)));
    let _ = writeln!(text, "{:<28}{:>10}{BUDGET:>10}", "budget", "");
    let _ = writeln!(text, "{LATER}");
    for (file, size) in &now.later {
        let _ = writeln!(text, "{file:<28}{:>10}{:>10}", size.raw, size.brotli);
    }
    text
}

fn row(text: &mut String, name: &str, now: Size, before: Option<Size>) {
    let change = before.map_or_else(|| "new".to_owned(), |before| change(now.brotli, before.brotli));
    let _ = writeln!(text, "{name:<28}{:>10}{:>10}{change:>10}", now.raw, now.brotli);
}

fn change(now: u64, before: u64) -> String {
    let sign = if now < before { '-' } else { '+' };
    format!("{sign}{}", now.abs_diff(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(pairs: &[(&str, u64, u64)]) -> Sizes {
        pairs.iter().map(|&(file, raw, brotli)| (file.to_owned(), Size { raw, brotli })).collect()
    }

    #[test]
    fn the_sum_is_over_all_files() {
        assert_eq!(total(&sizes(&[("a", 10, 4), ("b", 100, 30)])), Size { raw: 110, brotli: 34 });
        assert_eq!(total(&Sizes::new()), Size::default());
    }

    #[test]
    fn the_budget_is_the_last_byte_allowed() {
        assert_eq!(within_budget(Size { raw: 0, brotli: BUDGET }), Ok(()));
        let reason = within_budget(Size { raw: 0, brotli: BUDGET + 7 }).unwrap_err();
        assert!(reason.contains("7 over the budget"), "{reason}");
    }

    #[test]
    fn the_table_tells_the_change() {
        let now = Package { first: sizes(&[("a", 10, 4), ("b", 9, 3)]), later: sizes(&[("c", 8, 2)]) };
        let table = table(&now, &sizes(&[("a", 12, 5)]));
        let changes: Vec<&str> = table.lines().filter_map(|line| line.split_whitespace().last()).collect();
        assert_eq!(changes, ["change", "-1", "new", "+2", "200000", "chart", "2"]);
    }

    #[test]
    fn what_is_fetched_with_a_script_counts_with_it() {
        let script = |file: &str, needs: &[&str]| Script {
            file: file.to_owned(),
            needs: needs.iter().map(|&file| file.to_owned()).collect(),
        };
        let scripts = [
            script(SCRIPT, &["shared.js"]),
            script(WORKER, &["shared.js"]),
            script("shared.js", &["deep.js"]),
            script("deep.js", &[]),
            script("later.js", &["shared.js"]),
        ];
        assert_eq!(fetched_first(&scripts), [SCRIPT, WORKER, WASM, "shared.js", "deep.js"]);
        assert_eq!(without_hash("ben-monitor-later-0AB1CD2E.js"), "ben-monitor-later.js");
        assert_eq!(without_hash("ben-monitor-worker.js"), "ben-monitor-worker.js");
    }

    #[test]
    fn what_is_saved_is_read_back() {
        let sizes = sizes(&[("a", 10, 4)]);
        assert_eq!(parse(&written(&sizes).unwrap()), Ok(sizes));
    }
}
