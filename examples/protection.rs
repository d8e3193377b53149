//! Random tables with what disclosure control makes of them, as JSON lines for tests/reference/protection.py.
//!
//! ```text
//! cargo run --example protection -- 5000
//! ```
//!
//! Beside ours stand two habits: *naive* masks what is small and no more, *two* also sees to it that no
//! row and no column has a single masked cell.

// A figure that can't be written is a failing check.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "../tests/protection/invent.rs"]
mod invent;

use ben_monitor::disclosure::{
    audit,
    limits::{Policy, Preset, Stricter},
    regroup,
    round::Fixed,
    table::{Pattern, Table},
    two_way::{self, Cell},
};
use invent::{Random, by_axes, merged};
use serde_json::{Value, json};

/// Of one in so many tables it is told whether merging would show it whole, and what a reader makes of masked
/// cells who takes them for 0 or more.
const SELDOM: usize = 5;

fn main() {
    let tables = std::env::args().nth(1).and_then(|count| count.parse().ok()).expect("how many tables");
    let mut random = Random::new(2024);
    for number in 0..tables {
        // Three kinds in turn: five with exact counts, ten with exact counts, ten with rounded ones.
        let (minimum, preset) =
            [(5, Preset::Stuurgroep), (10, Preset::Stuurgroep), (10, Preset::Website)][number % 3];
        let asked = Stricter { minimum: Some(minimum), ..Stricter::default() };
        let policy = Policy::of(preset).with(&asked).expect("no looser");
        let table = random.usual();
        let naive = masked(&table, minimum);
        let two = two_in_each_line(&table, naive.clone());
        let seldom = number % SELDOM == 0;
        let line = json!({
            "minimum": minimum,
            "base": policy.base(),
            "table": rectangle(&table),
            "naive": known(&table, &naive, 1),
            "two": known(&table, &two, 1),
            "naive from 0": seldom.then(|| known(&table, &naive, 0)),
            "two from 0": seldom.then(|| known(&table, &two, 0)),
            "whole": seldom.then(|| whole(&table, minimum)),
            "ours": by_axes(&table, minimum).map(|table| ours(&table, &policy)),
        });
        println!("{line}");
    }
}

fn rectangle(table: &Table) -> Value {
    let cells: Vec<u64> = table.shape().inner().map(|place| table.at(place)).collect();
    json!({ "rows": table.shape().rows, "columns": table.shape().columns, "cells": cells })
}

/// What the engine publishes of a table, or why nothing.
fn ours(table: &Table, policy: &Policy) -> Value {
    let start = Pattern::none(table.shape());
    match two_way::protect(table, policy, &start, &Fixed::default()) {
        Err(reason) => json!({ "table": rectangle(table), "refused": format!("{reason:?}") }),
        Ok(protected) => {
            let cell = |cell: &Cell| match *cell {
                Cell::Shown(value) => json!(value),
                Cell::Hidden { low, high } => json!([low, high]),
            };
            json!({
                "table": rectangle(table),
                "cells": protected.cells.iter().map(cell).collect::<Vec<Value>>(),
                "rows": protected.row_margins,
                "columns": protected.column_margins,
            })
        }
    }
}

/// Whether the merged table that would be proposed keeps two rows and two columns.
fn whole(table: &Table, minimum: u64) -> bool {
    let found = regroup::two_way(table, minimum);
    found.is_some_and(|found| {
        let shape = merged(table, &found.rows, &found.columns).shape();
        shape.rows > 1 && shape.columns > 1
    })
}

/// The inner numbers of the hidden cells, each with its interval for who knows how much it is at least.
fn known(table: &Table, hidden: &Pattern, least: u64) -> Value {
    let shape = table.shape();
    let cells = audit::intervals(table, hidden, least).into_iter().map(|(place, interval)| {
        let number = shape.row(place) * shape.columns + shape.column(place);
        json!([number, interval.low, interval.high])
    });
    cells.collect()
}

fn masked(table: &Table, minimum: u64) -> Pattern {
    let mut pattern = Pattern::none(table.shape());
    let small = table.shape().inner().filter(|place| (1..minimum).contains(&table.at(*place)));
    small.for_each(|place| pattern.hide(place));
    pattern
}

fn two_in_each_line(table: &Table, mut pattern: Pattern) -> Pattern {
    loop {
        let add = table.shape().lines().find_map(|(line, _)| {
            let (hidden, shown): (Vec<usize>, Vec<usize>) =
                line.into_iter().partition(|place| pattern.hides(*place));
            let may = shown.into_iter().filter(|place| table.at(*place) > 0);
            may.min_by_key(|place| (table.at(*place), *place)).filter(|_| hidden.len() == 1)
        });
        match add {
            Some(place) => pattern.hide(place),
            None => return pattern,
        }
    }
}
