//! Merging, against every way to merge.

use crate::invent::{Random, merged};
use ben_monitor::disclosure::{regroup, table::Table};

/// Every way to cut so many classes into groups of neighbours.
fn cuts(classes: usize) -> Vec<Vec<Vec<usize>>> {
    (0..1_u32 << (classes - 1))
        .map(|cut| {
            let mut groups: Vec<Vec<usize>> = vec![vec![0]];
            for class in 1..classes {
                if cut >> (class - 1) & 1 == 1 {
                    groups.push(Vec::new());
                }
                groups.last_mut().expect("begins with one").push(class);
            }
            groups
        })
        .collect()
}

fn counts(table: &Table) -> Vec<u64> {
    table.shape().inner().map(|place| table.at(place)).collect()
}

fn is_whole(table: &Table, minimum: u64) -> bool {
    counts(table).iter().all(|count| *count == 0 || *count >= minimum)
}

fn squares(table: &Table) -> u64 {
    counts(table).iter().map(|count| count * count).sum()
}

#[test]
fn ordered_classes_stay_as_many_and_as_even_as_can_be() {
    let mut random = Random::new(6);
    let mut possible = 0;
    for _ in 0..500 {
        let minimum = if random.within(0, 1) == 0 { 5 } else { 10 };
        let (rows, columns, cases) = (random.size(1, 9), random.size(1, 4), random.within(5, 150));
        let table = random.table(rows, columns, cases);
        let all: Vec<Vec<usize>> = (0..columns).map(|column| vec![column]).collect();
        let best = cuts(rows)
            .into_iter()
            .map(|groups| merged(&table, &groups, &all))
            .filter(|merged| is_whole(merged, minimum))
            .map(|merged| (merged.shape().rows, std::cmp::Reverse(squares(&merged))))
            .max();
        let cells: Vec<Vec<u64>> = counts(&table).chunks(columns).map(<[u64]>::to_vec).collect();
        let ours = regroup::ordered(&cells, minimum).map(|groups| merged(&table, &groups, &all));
        possible += usize::from(ours.is_some());
        if let Some(ours) = &ours {
            assert!(is_whole(ours, minimum) && ours.total() == table.total());
        }
        assert_eq!(
            ours.map(|ours| (ours.shape().rows, std::cmp::Reverse(squares(&ours)))),
            best,
            "{table:?}"
        );
    }
    assert!(possible > 200, "{possible}");
}

#[test]
fn a_table_keeps_as_many_cells_as_can_be() {
    let mut random = Random::new(7);
    for _ in 0..500 {
        let minimum = if random.within(0, 1) == 0 { 5 } else { 10 };
        let (rows, columns, cases) = (random.size(2, 6), random.size(2, 5), random.within(20, 200));
        let table = random.table(rows, columns, cases);
        let rank = |merged: &Table| {
            let shape = merged.shape();
            (
                shape.rows > 1 && shape.columns > 1,
                shape.rows * shape.columns,
                std::cmp::Reverse(squares(merged)),
            )
        };
        let (by_row, by_column) = (cuts(rows), cuts(columns));
        let every = by_row.iter().flat_map(|rows| by_column.iter().map(move |columns| (rows, columns)));
        let whole = every
            .map(|(rows, columns)| merged(&table, rows, columns))
            .filter(|merged| is_whole(merged, minimum));
        let ours = regroup::two_way(&table, minimum).map(|found| merged(&table, &found.rows, &found.columns));
        assert!(ours.as_ref().is_none_or(|ours| is_whole(ours, minimum)));
        assert_eq!(ours.as_ref().map(rank), whole.map(|merged| rank(&merged)).max(), "{table:?}");
    }
}

#[test]
fn a_long_axis_is_merged_too_and_two_long_ones_are_refused() {
    let mut random = Random::new(8);
    let table = random.table(45, 7, 500);
    let found = regroup::two_way(&table, 5).expect("500 cases");
    assert!(is_whole(&merged(&table, &found.rows, &found.columns), 5));
    assert_eq!(regroup::two_way(&random.table(13, 13, 500), 5), None);
}

/// What each class of a rest can be, tried one by one, for who knows its sum and that the smallest are in it.
fn width(counts: &[u64], rest: &[usize]) -> u64 {
    let shown = (0..counts.len()).filter(|class| !rest.contains(class) && counts[*class] > 0);
    let most = shown.map(|class| counts[class]).min().unwrap_or(u64::MAX / 64);
    let sum: u64 = rest.iter().map(|class| counts[*class]).sum();
    let others = rest.len() as u64 - 1;
    let can_be: Vec<u64> =
        (1..=sum.min(most)).filter(|count| (others..=others * most).contains(&(sum - count))).collect();
    can_be.last().expect("the truth") - can_be.first().expect("the truth")
}

#[test]
fn the_rest_is_the_fewest_of_the_smallest_that_tell_nothing_of_each() {
    let mut random = Random::new(9);
    for _ in 0..500 {
        let minimum = if random.within(0, 1) == 0 { 5 } else { 10 };
        let counts: Vec<u64> = (0..random.size(1, 9)).map(|_| random.within(0, 4).pow(3) / 3).collect();
        let sum = |rest: &[usize]| rest.iter().map(|class| counts[*class]).sum::<u64>();
        let is_small = |class: &usize| (1..minimum).contains(&counts[*class]);
        let largest = |rest: &[usize]| rest.iter().map(|class| counts[*class]).max().unwrap_or(0);
        let every = (0..1_u32 << counts.len())
            .map(|chosen| (0..counts.len()).filter(|class| chosen >> class & 1 == 1).collect::<Vec<usize>>());
        let best = every
            .filter(|rest| (0..counts.len()).filter(is_small).all(|class| rest.contains(&class)))
            .filter(|rest| rest.iter().all(|class| counts[*class] > 0))
            .filter(|rest| {
                let mut shown = (0..counts.len()).filter(|class| !rest.contains(class) && counts[*class] > 0);
                rest.is_empty() || shown.all(|class| counts[class] >= largest(rest))
            })
            .filter(|rest| rest.is_empty() || (rest.len() >= 2 && sum(rest) >= minimum))
            .filter(|rest| rest.is_empty() || width(&counts, rest) >= minimum)
            // So many that the small ones were enough would all be small.
            .filter(|rest| (rest.len() as u64) <= minimum || largest(rest) >= minimum)
            .map(|rest| (rest.len(), sum(&rest)))
            .min();
        let ours = regroup::rest(&counts, minimum);
        assert_eq!(ours.map(|rest| (rest.len(), sum(&rest))), best, "{counts:?}");
    }
}
