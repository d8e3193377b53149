//! Random tables of few numbers, regions and dates, so that cases meet.

use proptest::{collection::vec, prelude::*, sample::select};

/// One row: casus, region, day of referral, age, place of living, day of closing; 0 is blank.
pub(crate) type Row = [usize; 6];

pub(crate) const COLUMNS: [&str; 6] =
    ["casus", "regio", "aanmelddatum", "leeftijd", "verblijf", "afsluitdatum"];
const CASUS: [&str; 7] = ["", "1", "2", "C-3", "C-4", "5", "onbekend"];
const REGIONS: [&str; 3] = ["", "Twente", "IJsselland"];
const DAYS: [&str; 4] = ["", "1-2-2024", "2-2-2024", "15-3-2024"];
const AGES: [&str; 3] = ["", "12", "15"];
const CLOSED: [&str; 3] = ["", "5-4-2024", "9-9-2024"];
/// In the order of the catalog.
const LIVING: [&str; 3] = ["", "pleeggezin", "gezinshuis"];

/// A file: which columns it has, and its rows.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) has: [bool; 6],
    pub(crate) rows: Vec<Row>,
}

impl Table {
    pub(crate) fn csv(&self) -> String {
        let line = |cells: [&str; 6], last: &'static str| {
            let there = cells.iter().zip(self.has).filter(|(_, has)| *has).map(|(cell, _)| *cell);
            // A last column keeps every row from being blank, and two files from being equal bytes.
            there.chain([last]).collect::<Vec<_>>().join(";") + "\n"
        };
        let cells = |row: &Row| {
            [CASUS[row[0]], REGIONS[row[1]], DAYS[row[2]], AGES[row[3]], LIVING[row[4]], CLOSED[row[5]]]
        };
        line(COLUMNS, "gezien") + &self.rows.iter().map(|row| line(cells(row), "ja")).collect::<String>()
    }

    pub(crate) fn shuffled(&self, seed: u64) -> Self {
        let mut rows = self.rows.clone();
        let place = |row: &Row| {
            row.iter().fold(seed | 1, |sum, &cell| (sum ^ cell as u64).wrapping_mul(seed | 5) >> 3)
        };
        rows.sort_by_key(place);
        if seed.is_multiple_of(2) {
            rows.reverse();
        }
        Self { rows, ..self.clone() }
    }
}

pub(crate) fn tables() -> impl Strategy<Value = Vec<Table>> {
    let row = (
        0..CASUS.len(),
        0..REGIONS.len(),
        0..DAYS.len(),
        0..AGES.len(),
        0..LIVING.len(),
        select(vec![0, 0, 1, 2]),
    )
        .prop_map(|(casus, region, day, age, living, closed)| [casus, region, day, age, living, closed]);
    // A file without referral dates or without a region is rarer than one with both.
    let mostly = || select(vec![true, true, true, false]);
    let has = (mostly(), mostly(), mostly(), mostly(), mostly())
        .prop_map(|(casus, region, day, age, closed)| [casus, region, day, age, true, closed]);
    let table = (has, vec(row, 1..18), 0..3).prop_map(|(has, rows, dense)| match dense {
        // Every number of one region, most with a date, so that whole files may be numbered apart.
        0 => {
            let numbered = |(place, row): (usize, Row)| [place % 5 + 1, 1, row[2], row[3], row[4], row[5]];
            Table { has: [true; 6], rows: rows.into_iter().enumerate().map(numbered).collect() }
        }
        _ => Table { has, rows },
    });
    // Tables of equal bytes are one file given twice; that is another rule.
    vec(table, 1..4).prop_filter("files that differ", |tables| {
        let texts: Vec<String> = tables.iter().map(Table::csv).collect();
        (1..texts.len()).all(|at| !texts[..at].contains(&texts[at]))
    })
}
