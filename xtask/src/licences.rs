//! The licences of what we use: that they go with EUPL-1.2, and the notices that go with the package.

use crate::Outcome;
use crate::build;
use crate::places;
use crate::program::{self, cargo};
use crate::setup::WASM_TARGET;
use crate::stamp;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Licences whose terms allow distribution as part of a work under EUPL-1.2, as SPDX writes them. Permissive
/// ones, and the copyleft ones that EUPL-1.2's appendix names or that stay within their own files (MPL-2.0).
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// A package by name, with the version and licence it declares and the folder its files are in.
struct Package {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// Refuses packages whose licence does not allow use in a work under EUPL-1.2: all crates, of the product and of
/// its tests, and the npm packages that a visitor downloads.
pub(crate) fn check() -> Outcome {
    let packages = crates(&[])?.into_iter().chain(npm_packages()?);
    let refused: Vec<String> = packages
        .filter(|package| !is_allowed(&package.licence))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.licence))
        .collect();
    if refused.is_empty() {
        return Ok(());
    }
    Err(format!("these licences are not on the list in xtask/src/licences.rs:\n  {}", refused.join("\n  ")))
}

/// The notices of everything that is part of what a visitor downloads.
pub(crate) fn notices() -> Outcome<String> {
    let mut text = String::from(
        "BEN-monitor is licensed under EUPL-1.2 (see LICENSE). It contains the work of others, listed here with\n\
         their licences.\n",
    );
    for package in shipped_crates()?.into_iter().chain(npm_packages()?) {
        let rule = "-".repeat(80);
        let _ =
            write!(text, "\n{rule}\n{} {} — {}\n{rule}\n", package.name, package.version, package.licence);
        for file in licence_files(&package.folder) {
            let _ = write!(text, "\n{}\n", stamp::read(&file)?.trim_end());
        }
    }
    Ok(text)
}

/// Whether a licence expression (SPDX, or the older `A/B` for a choice) can be met with allowed licences alone.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    matches!(either(&words), Some((allowed, [])) if allowed)
}

/// `A OR B`: one of them is enough. Answers with the words not yet read.
fn either<'a>(words: &'a [&'a str]) -> Option<(bool, &'a [&'a str])> {
    let (mut allowed, mut rest) = both(words)?;
    while let ["OR", after @ ..] = rest {
        let (also, further) = both(after)?;
        (allowed, rest) = (allowed || also, further);
    }
    Some((allowed, rest))
}

/// `A AND B`: each must be allowed.
fn both<'a>(words: &'a [&'a str]) -> Option<(bool, &'a [&'a str])> {
    let (mut allowed, mut rest) = one(words)?;
    while let ["AND", after @ ..] = rest {
        let (also, further) = one(after)?;
        (allowed, rest) = (allowed && also, further);
    }
    Some((allowed, rest))
}

/// One licence, with its exception if it has one, or an expression in brackets.
fn one<'a>(words: &'a [&'a str]) -> Option<(bool, &'a [&'a str])> {
    match words {
        ["(", inner @ ..] => match either(inner)? {
            (allowed, [")", rest @ ..]) => Some((allowed, rest)),
            _ => None,
        },
        [licence, "WITH", exception, rest @ ..] => {
            Some((ALLOWED.contains(&format!("{licence} WITH {exception}").as_str()), rest))
        }
        [licence, rest @ ..] if !matches!(*licence, "OR" | "AND" | "WITH" | ")") => {
            Some((ALLOWED.contains(licence), rest))
        }
        _ => None,
    }
}

fn metadata(arguments: &[&str]) -> Outcome<Value> {
    let text =
        program::output(cargo().args(["metadata", "--format-version", "1", "--locked"]).args(arguments))?;
    serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
}

/// All crates from elsewhere that `cargo metadata` with these arguments names.
fn crates(arguments: &[&str]) -> Outcome<Vec<Package>> {
    let metadata = metadata(arguments)?;
    Ok(list(metadata.get("packages"))
        .iter()
        .filter(|package| !is_null(package.get("source")))
        .map(crate_of)
        .collect())
}

fn crate_of(package: &Value) -> Package {
    let manifest = PathBuf::from(text(package.get("manifest_path")));
    Package {
        name: text(package.get("name")),
        version: text(package.get("version")),
        licence: text(package.get("license")),
        folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
    }
}

/// The crates that are compiled into the two wasm files: our own normal dependencies, and theirs.
fn shipped_crates() -> Outcome<Vec<Package>> {
    let mut shipped: BTreeSet<(String, String)> = BTreeSet::new();
    for ours in ["ben-monitor", "ben-monitor-sheets"] {
        let tree = ["tree", "--locked", "--package", ours, "--edges", "normal", "--no-default-features"];
        let format = ["--target", WASM_TARGET, "--prefix", "none", "--format", "{p}"];
        let tree = program::output(cargo().args(tree).args(format))?;
        shipped.extend(tree.lines().filter_map(name_and_version));
    }
    let all = crates(&["--filter-platform", WASM_TARGET])?;
    Ok(all
        .into_iter()
        .filter(|package| shipped.contains(&(package.name.clone(), package.version.clone())))
        .collect())
}

/// `serde v1.0.0 (*)` of `cargo tree`.
fn name_and_version(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.into(), words.next()?.strip_prefix('v')?.into()))
}

/// The npm packages that a visitor downloads: those esbuild put in the bundles, and those declared as
/// dependencies of the page.
fn npm_packages() -> Outcome<Vec<Package>> {
    let lock = json(&places::www().join("package-lock.json"))?;
    let bundled = bundled_folders(&json(&build::bundle_contents())?);
    let mut packages = BTreeMap::new();
    for (folder, package) in lock.get("packages").and_then(Value::as_object).into_iter().flatten() {
        let Some((_, name)) = folder.rsplit_once("node_modules/") else { continue };
        let only_for_development = package.get("dev").and_then(Value::as_bool).unwrap_or(false);
        if !only_for_development || bundled.contains(folder) {
            packages.insert(folder.clone(), npm_package(name, folder, package));
        }
    }
    match bundled.iter().find(|folder| !packages.contains_key(*folder)) {
        Some(unknown) => Err(format!("{unknown} is in the bundle and not in package-lock.json")),
        None => Ok(packages.into_values().collect()),
    }
}

fn npm_package(name: &str, folder: &str, package: &Value) -> Package {
    Package {
        name: name.into(),
        version: text(package.get("version")),
        licence: text(package.get("license")),
        folder: places::www().join(folder),
    }
}

/// The folders, as `package-lock.json` names them, of the packages that esbuild's metafile lists.
fn bundled_folders(metafile: &Value) -> BTreeSet<String> {
    let inputs = metafile.get("inputs").and_then(Value::as_object);
    inputs.into_iter().flatten().filter_map(|(path, _)| package_folder(path)).collect()
}

/// `node_modules/@lit/reactive-element/css-tag.js` is in `node_modules/@lit/reactive-element`.
fn package_folder(path: &str) -> Option<String> {
    let (before, inside) = path.rsplit_once("node_modules/")?;
    let parts = if inside.starts_with('@') { 2 } else { 1 };
    let name: Vec<&str> = inside.split('/').take(parts).collect();
    Some(format!("{before}node_modules/{}", name.join("/")))
}

/// The files of a package that hold its terms, sorted.
fn licence_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| is_licence_file(path)).collect();
    files.sort();
    files
}

fn is_licence_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    path.is_file()
        && ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
            .iter()
            .any(|start| name.starts_with(start))
}

fn json(path: &Path) -> Outcome<Value> {
    serde_json::from_str(&stamp::read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn is_null(value: Option<&Value>) -> bool {
    value.is_none_or(Value::is_null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_that_allow_use_are_allowed() {
        for expression in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
            "Zlib OR (Apache-2.0 AND (MIT OR GPL-2.0-only))",
        ] {
            assert!(is_allowed(expression), "{expression}");
        }
    }

    #[test]
    fn other_licences_are_not() {
        for expression in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "(MIT OR Apache-2.0) AND SSPL-1.0",
            "Apache-2.0 WITH Swift-exception",
            "MIT OR",
            "MIT MIT",
            "(MIT",
            "MIT)",
            "UNLICENSED",
            "mit",
        ] {
            assert!(!is_allowed(expression), "{expression}");
        }
    }

    #[test]
    fn and_binds_before_or() {
        assert!(is_allowed("MIT OR GPL-2.0-only AND GPL-3.0-only"));
        assert!(!is_allowed("GPL-2.0-only OR GPL-3.0-only AND MIT"));
    }

    #[test]
    fn a_bundled_file_belongs_to_a_package() {
        assert_eq!(package_folder("node_modules/lit/html.js").as_deref(), Some("node_modules/lit"));
        assert_eq!(package_folder("node_modules/@lit/a/b/c.js").as_deref(), Some("node_modules/@lit/a"));
        assert_eq!(
            package_folder("node_modules/a/node_modules/b/c.js").as_deref(),
            Some("node_modules/a/node_modules/b")
        );
        assert_eq!(package_folder("src/element.ts"), None);
    }

    #[test]
    fn cargo_tree_is_read() {
        let pair = |name: &str, version: &str| Some((name.to_owned(), version.to_owned()));
        assert_eq!(name_and_version("serde v1.0.229"), pair("serde", "1.0.229"));
        assert_eq!(name_and_version("ben-monitor v0.1.0 (/somewhere) (*)"), pair("ben-monitor", "0.1.0"));
        assert_eq!(name_and_version(""), None);
    }
}
