//! Finds direct identifiers in 2,000 made columns, and lets clean ones alone.
//!
//! The columns are made from a seed, of lists in `tests/identifiers/` that
//! nothing in `src/` is made from: not one of these words is in the lists from
//! which the weights of `src/identifiers/letters.rs` were fitted. Half of the
//! columns hold identifiers; headings are good, vague or misleading.

// A test fails loudly, and this one prints its rates.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod made;

use ben_monitor::identifiers::{Identifier, find};
use made::{clean, identifying, random::Random};

/// Columns of each side.
const COLUMNS: usize = 1000;
const SEED: u64 = 2026;

/// A made column.
pub(crate) struct Column {
    /// What it is of, for the printed table.
    pub(crate) of: &'static str,
    pub(crate) holds: Option<Identifier>,
    pub(crate) heading: String,
    pub(crate) heading_is: &'static str,
    pub(crate) cells: Vec<String>,
}

/// A column with what was found in it.
struct Judged {
    column: Column,
    found: Option<Identifier>,
}

/// How one sort of column fared.
#[derive(Default)]
struct Tally {
    of: &'static str,
    columns: usize,
    stopped: usize,
    named_right: usize,
}

fn columns(seed: u64) -> (Vec<Judged>, Vec<Judged>) {
    let mut random = Random::new(seed);
    let identifying = (0..COLUMNS).map(|number| judge(identifying::column(&mut random, number))).collect();
    let clean = (0..COLUMNS).map(|number| judge(clean::column(&mut random, number))).collect();
    (identifying, clean)
}

fn judge(column: Column) -> Judged {
    let cells: Vec<&str> = column.cells.iter().map(String::as_str).collect();
    let found = find(&column.heading, &cells);
    Judged { column, found }
}

fn stopped(columns: &[Judged]) -> usize {
    columns.iter().filter(|judged| judged.found.is_some()).count()
}

fn tally(columns: &[Judged], by: fn(&Column) -> &'static str) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for Judged { column, found } in columns {
        let of = by(column);
        let place = tallies.iter().position(|tally| tally.of == of).unwrap_or_else(|| {
            tallies.push(Tally { of, ..Tally::default() });
            tallies.len() - 1
        });
        let tally = &mut tallies[place];
        tally.columns += 1;
        tally.stopped += usize::from(found.is_some());
        tally.named_right += usize::from(*found == column.holds);
    }
    tallies
}

fn print(title: &str, columns: &[Judged]) {
    println!("{title}: {} of {} stopped", stopped(columns), columns.len());
    for by in [(|column| column.of) as fn(&Column) -> _, |column| column.heading_is] {
        for Tally { of, columns, stopped, named_right } in tally(columns, by) {
            println!("  {of:<28} {columns:>5} columns  {stopped:>5} stopped  {named_right:>5} named right");
        }
    }
    if std::env::var_os("SHOW_MISTAKES").is_some() {
        for Judged { column, found } in
            columns.iter().filter(|it| it.found.is_some() != it.column.holds.is_some())
        {
            let first: Vec<_> = column.cells.iter().filter(|cell| cell.len() > 1).take(8).collect();
            println!("  {} under {:?}: {found:?}, {first:?}", column.of, column.heading);
        }
    }
}

#[test]
fn identifiers_are_found_and_clean_columns_are_let_alone() {
    let (identifying, clean) = columns(SEED);
    print("Columns with identifiers", &identifying);
    print("Clean columns", &clean);
    assert!(stopped(&identifying) * 100 >= identifying.len() * 99);
    assert!(stopped(&clean) * 100 <= clean.len());
    for Tally { of, columns, stopped, .. } in tally(&identifying, |column| column.of) {
        assert!(stopped * 100 >= columns * 95, "{of}: {stopped} of {columns} found");
    }
}

#[test]
fn another_seed_does_as_well() {
    let (identifying, clean) = columns(SEED + 1);
    let (found, wrongly) = (stopped(&identifying), stopped(&clean));
    println!("another seed: {found} of {COLUMNS} found, {wrongly} of {COLUMNS} clean ones stopped");
    assert!(found * 100 >= COLUMNS * 99 && wrongly * 100 <= COLUMNS);
}
