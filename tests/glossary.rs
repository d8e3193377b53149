//! The glossary and the catalog say the same: ids, codes, labels, order.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use ben_monitor::catalog::{AGE_BANDS, FIELDS, INDICATORS, Label, MONTH_BANDS};

const GLOSSARY: &str = include_str!("../GLOSSARY.md");

/// The part of the page under a heading of the second level.
fn section(title: &str) -> &'static str {
    let start = GLOSSARY.find(&format!("\n## {title}\n")).unwrap_or_else(|| panic!("no section {title}"));
    let rest = &GLOSSARY[start + 4..];
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// Id, Dutch and English of each row of a table whose first cell is an id.
fn rows(text: &str) -> Vec<(String, String, String)> {
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let table = text.lines().filter(|line| line.starts_with("| `")).map(cells);
    table.map(|cells| (cells[0].replace('`', ""), cells[1].clone(), cells[cells.len() - 1].clone())).collect()
}

fn row(id: &str, label: &Label) -> (String, String, String) {
    (id.to_owned(), label.nl.to_owned(), label.en.to_owned())
}

#[test]
fn fields_are_the_catalogs() {
    let expected: Vec<_> = FIELDS.iter().map(|field| row(field.id, &field.label)).collect();
    assert_eq!(rows(section("Fields")), expected);
}

#[test]
fn indicators_are_the_catalogs() {
    let expected: Vec<_> = INDICATORS.iter().map(|one| row(one.id, &one.label)).collect();
    assert_eq!(rows(section("Indicators")), expected);
}

#[test]
fn bands_are_the_catalogs() {
    let ages = AGE_BANDS.iter().map(|band| row(band.code, &band.label));
    let expected: Vec<_> = ages.chain(MONTH_BANDS.iter().map(|band| row(band.code, &band.label))).collect();
    assert_eq!(rows(section("Bands")), expected);
}

#[test]
fn answers_are_the_catalogs() {
    let mut told = Vec::new();
    for list in section("Answers").split("\n### ").skip(1) {
        let (ids, table) = list.split_once('\n').expect("a heading and a table");
        for id in ids.split(", ").map(|id| id.replace('`', "")) {
            told.push((id, rows(table)));
        }
    }
    let with_values = FIELDS.iter().filter(|field| !field.values.is_empty());
    let mut expected: Vec<_> = with_values
        .map(|field| {
            (field.id.to_owned(), field.values.iter().map(|value| row(value.code, &value.label)).collect())
        })
        .collect();
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
}

#[test]
fn every_definition_is_filled_in() {
    let empty: Vec<_> =
        GLOSSARY.lines().filter(|line| line.starts_with('|') && line.contains("|  |")).collect();
    assert!(empty.is_empty(), "{empty:?}");
}
