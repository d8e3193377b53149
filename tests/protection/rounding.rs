//! Controlled rounding, against every way to round.

use crate::{invent::Random, slow::Fitting};
use ben_monitor::disclosure::{
    round::{self, Fixed},
    table::Table,
};

const BASE: u64 = 5;

fn is_controlled(exact: &Table, rounded: &Table) -> bool {
    let pairs = || exact.values().iter().zip(rounded.values());
    pairs().all(|(exact, rounded)| {
        rounded % BASE == 0 && rounded.abs_diff(*exact) < BASE && (exact % BASE > 0 || exact == rounded)
    })
}

#[test]
fn every_table_can_be_rounded() {
    let mut random = Random::new(10);
    for _ in 0..10_000 {
        let (rows, columns, cases) = (random.size(1, 8), random.size(1, 6), random.within(1, 300));
        let table = random.table(rows, columns, cases);
        let rounded = round::controlled(&table, BASE, &Fixed::default()).expect("there is always one");
        assert!(is_controlled(&table, &rounded), "{table:?} {rounded:?}");
    }
}

/// Every rounded table of a table, as inner values, that has the fixed sums.
fn every(table: &Table, fixed: &Fixed, told: &mut dyn FnMut(&Table)) {
    let shape = table.shape();
    let either = |count: &u64| [count / BASE, count.div_ceil(BASE)];
    let choices = |sums: Vec<u64>, fixed: &Option<Vec<u64>>| -> Vec<Vec<u64>> {
        if let Some(fixed) = fixed {
            return vec![fixed.iter().map(|sum| sum / BASE).collect()];
        }
        sums.iter().fold(vec![Vec::new()], |known, sum| {
            let [low, high] = either(sum);
            let values = if low == high { vec![low] } else { vec![low, high] };
            values
                .into_iter()
                .flat_map(|value| {
                    known.iter().map(move |known: &Vec<u64>| [known.as_slice(), &[value]].concat())
                })
                .collect()
        })
    };
    let totals = fixed.total.map_or_else(|| either(&table.total()).to_vec(), |total| vec![total / BASE]);
    let all_columns = choices(table.column_margins(), &fixed.columns);
    for rows in choices(table.row_margins(), &fixed.rows) {
        for columns in &all_columns {
            let total: u64 = rows.iter().sum();
            if total != columns.iter().sum::<u64>() || !totals.contains(&total) {
                continue;
            }
            let ranges =
                shape.inner().map(|place| (table.at(place) / BASE, table.at(place).div_ceil(BASE))).collect();
            Fitting { ranges, rows: rows.clone(), columns: columns.clone() }.each(&mut |cells| {
                let values: Vec<u64> = cells.iter().map(|cell| cell * BASE).collect();
                told(&Table::new(shape.rows, shape.columns, &values).expect("a value for each cell"));
            });
        }
    }
}

fn away(exact: &Table, rounded: &Table) -> u64 {
    exact.values().iter().zip(rounded.values()).map(|(exact, rounded)| exact.abs_diff(*rounded)).sum()
}

fn nearest(table: &Table, fixed: &Fixed) -> Option<u64> {
    let mut nearest: Option<u64> = None;
    every(table, fixed, &mut |rounded| {
        let away = away(table, rounded);
        nearest = Some(nearest.map_or(away, |known| known.min(away)));
    });
    nearest
}

fn small(random: &mut Random) -> Table {
    let (rows, columns, cases) = (random.size(1, 3), random.size(2, 3), random.within(5, 60));
    random.table(rows, columns, cases)
}

#[test]
fn no_other_rounding_is_nearer() {
    let mut random = Random::new(11);
    for _ in 0..150 {
        let table = small(&mut random);
        let rounded = round::controlled(&table, BASE, &Fixed::default()).expect("there is always one");
        assert_eq!(Some(away(&table, &rounded)), nearest(&table, &Fixed::default()), "{table:?}");
    }
}

#[test]
fn published_sums_are_kept_or_there_is_no_rounding() {
    let mut random = Random::new(12);
    let (mut kept, mut none) = (0, 0);
    for _ in 0..400 {
        let table = small(&mut random);
        let mut fixed = Fixed::default();
        let mut total = None;
        if random.within(0, 1) == 0 {
            fixed.columns = round::one_way(&table.column_margins(), BASE, None);
            total = fixed.columns.as_ref().map(|columns| columns.iter().sum::<u64>());
        }
        if random.within(0, 1) == 0 {
            fixed.rows = round::one_way(&table.row_margins(), BASE, total);
        }
        if random.within(0, 2) == 0 {
            fixed.total = total.or(Some(table.total().div_ceil(BASE) * BASE));
        }
        let rounded = round::controlled(&table, BASE, &fixed);
        assert_eq!(
            rounded.as_ref().map(|rounded| away(&table, rounded)),
            nearest(&table, &fixed),
            "{fixed:?}"
        );
        let Some(rounded) = rounded else {
            none += 1;
            continue;
        };
        kept += 1;
        assert!(is_controlled(&table, &rounded));
        assert!(fixed.rows.is_none_or(|rows| rows == rounded.row_margins()));
        assert!(fixed.columns.is_none_or(|columns| columns == rounded.column_margins()));
        assert!(fixed.total.is_none_or(|total| total == rounded.total()));
    }
    assert!(kept > 100 && none > 5, "{kept} kept, {none} without");
}

#[test]
fn sums_that_can_not_be_are_refused() {
    let table = Table::new(1, 2, &[7, 12]).expect("two cells");
    let with = |columns: &[u64]| Fixed { columns: Some(columns.to_vec()), ..Fixed::default() };
    assert!(round::controlled(&table, BASE, &with(&[5, 10])).is_some());
    assert_eq!(round::controlled(&table, BASE, &with(&[5, 9])), None, "no multiple");
    assert_eq!(round::controlled(&table, BASE, &with(&[15, 10])), None, "too far");
    assert_eq!(round::controlled(&table, BASE, &with(&[5])), None, "not each column");
}

#[test]
fn tables_that_share_their_columns_are_rounded_together() {
    let mut random = Random::new(13);
    let mut shared = 0;
    for _ in 0..100 {
        let regions = random.size(2, 6);
        let cases = random.within(40, 300);
        let first = random.table(4, regions, cases);
        let others: Vec<Table> = (0..3).map(|_| again(&mut random, &first)).collect();
        let all: Vec<&Table> = std::iter::once(&first).chain(&others).collect();
        let Some(fixed) = round::shared(&all, BASE) else { continue };
        shared += 1;
        for table in all {
            let rounded = round::controlled(table, BASE, &fixed).expect("is possible for each");
            assert!(is_controlled(table, &rounded));
            assert_eq!(
                (Some(rounded.column_margins()), Some(rounded.total())),
                (fixed.columns.clone(), fixed.total)
            );
        }
    }
    println!("{shared} of 100 sets of four tables can be rounded with the same sums");
    assert!(shared > 60, "{shared}");
}

/// Another question about the same cases of each column.
fn again(random: &mut Random, table: &Table) -> Table {
    let columns = table.column_margins();
    let mut counts = vec![0; 5 * columns.len()];
    for (column, cases) in columns.iter().enumerate() {
        for _ in 0..*cases {
            counts[random.size(0, 4).min(random.size(0, 4)) * columns.len() + column] += 1;
        }
    }
    Table::new(5, columns.len(), &counts).expect("a count for each cell")
}
