//! Holds the arrows between the rooms, as `ARCHITECTURE.md` draws them.
//!
//! Each file under `src/` may name only the rooms that its own room may
//! import. A new import against the direction fails here, with the file.

#![allow(clippy::expect_used, clippy::panic)] // a test fails loudly

use std::{
    fs,
    path::{Path, PathBuf},
};

/// For each room, the rooms that it may import (itself excepted).
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("listed", &[]),
    ("plain", &[]),
    ("packed", &[]),
    ("error", &["listed"]),
    ("finding", &["listed"]),
    ("catalog", &[]),
    ("intake", &["error", "finding", "listed"]),
    ("cases", &["catalog", "packed"]),
    ("identifiers", &["catalog"]),
    ("understanding", &["finding", "catalog", "cases", "identifiers"]),
    (
        "clean",
        &[
            "error",
            "listed",
            "plain",
            "packed",
            "finding",
            "catalog",
            "intake",
            "cases",
            "identifiers",
            "understanding",
        ],
    ),
    ("stats", &["listed"]),
    ("report", &[]),
    ("analysis", &["error", "listed", "catalog", "cases", "stats", "report"]),
    ("disclosure", &["error", "listed", "catalog", "report"]),
    ("narrative", &["error", "listed", "finding", "catalog", "report", "disclosure", "understanding"]),
    ("charts", &["error", "catalog", "report", "disclosure"]),
    (
        "session",
        &[
            "error",
            "listed",
            "packed",
            "finding",
            "catalog",
            "intake",
            "clean",
            "cases",
            "analysis",
            "report",
            "disclosure",
            "narrative",
            "understanding",
        ],
    ),
    (
        "web",
        &[
            "error",
            "plain",
            "listed",
            "finding",
            "catalog",
            "charts",
            "disclosure",
            "narrative",
            "report",
            "session",
        ],
    ),
];

/// Crates that only one room may name.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("wasm_bindgen", &["web"]),
    ("web_sys", &["web"]),
    ("js_sys", &["web"]),
    ("plotters_backend", &["web"]),
    ("plotters_canvas", &["web"]),
    ("plotters", &["charts"]),
];

fn source_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        if path.is_dir() {
            source_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The room that a file belongs to: its folder under `src/`, or its own name.
fn room(file: &Path) -> String {
    let below = file.strip_prefix(source_root()).expect("is below src");
    let first = below.components().next().expect("has a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The code without comments, so that a room may be mentioned in words.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Names that follow `crate::`, also within braces: `crate::{a::b, c}`.
fn imported_rooms(code: &str) -> Vec<String> {
    let name = |text: &str| {
        text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>()
    };
    let mut rooms = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        let rest = &code[start + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            rooms.push(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut expects_name = true;
        for (place, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => expects_name = true,
                _ if expects_name && letter.is_alphabetic() => {
                    rooms.push(name(&group[place..]));
                    expects_name = false;
                }
                _ => {}
            }
        }
    }
    rooms
}

#[test]
fn every_room_imports_only_what_it_may() {
    let mut files = Vec::new();
    source_files(&source_root(), &mut files);
    assert!(files.len() > 20, "the rooms were found");
    let mut wrong = Vec::new();
    for file in files {
        let room = room(&file);
        if room == "lib" || room == "main" {
            continue;
        }
        let allowed = MAY_IMPORT.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("{room} has no place in the direction of the rooms"));
        let code = code(&fs::read_to_string(&file).expect("a source file can be read"));
        for imported in imported_rooms(&code) {
            let is_room = MAY_IMPORT.iter().any(|(name, _)| *name == imported);
            if is_room && imported != room && !allowed.contains(&imported.as_str()) {
                wrong.push(format!("{}: {room} may not import {imported}", file.display()));
            }
        }
        for (library, rooms) in ONLY_IN {
            let named = [format!("{library}::"), format!("use {library};")]
                .iter()
                .any(|text| code.contains(text.as_str()));
            if named && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}: {library} belongs in {rooms:?}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_every_form() {
    let code =
        "use crate::{\n    analysis::{self, Request},\n    cases::Cases,\n};\nlet x = crate::stats::mean(1);";
    assert_eq!(imported_rooms(code), ["analysis", "cases", "stats"]);
}

/// Domain words are data of the catalog: outside it no identifier holds one.
#[test]
fn no_identifier_outside_the_catalog_is_a_domain_word() {
    let words = ["leeftijd", "problematiek", "doorlooptijd", "aanmelder", "geslacht", "verblijf"];
    let mut files = Vec::new();
    source_files(&source_root(), &mut files);
    for file in files.iter().filter(|file| room(file) != "catalog") {
        let code = code(&fs::read_to_string(file).expect("a source file can be read"));
        for word in words {
            for declaration in ["fn ", "struct ", "enum ", "mod ", "const ", "static "] {
                let declared = format!("{declaration}{word}");
                assert!(!code.to_lowercase().contains(&declared), "{}: {declared}", file.display());
            }
        }
    }
}
