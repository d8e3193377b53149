//! Audit and suppression of exact counts, against an outsider who writes out every table and a search over
//! every pattern.

use crate::{
    invent::{Random, by_axes},
    slow,
};
use ben_monitor::disclosure::{
    audit::{self, Interval},
    refused::Unsafe,
    rules::Rules,
    suppress::{self, Suppressed},
    table::{Pattern, Table},
};

fn small(random: &mut Random) -> Table {
    let (rows, columns, cases) = (random.size(2, 3), random.size(2, 4), random.within(10, 30));
    random.table(rows, columns, cases)
}

#[test]
fn intervals_are_those_of_every_table_that_fits() {
    let mut random = Random::new(1);
    for _ in 0..250 {
        let table = small(&mut random);
        let least = random.within(0, 1);
        let mut hidden = Pattern::none(table.shape());
        table.shape().inner().filter(|place| table.at(*place) >= least).for_each(|place| {
            if random.within(0, 2) > 0 {
                hidden.hide(place);
            }
        });
        let ours: Vec<(u64, u64)> = audit::intervals(&table, &hidden, least)
            .into_iter()
            .map(|(_, interval)| (interval.low, interval.high))
            .collect();
        assert_eq!(ours, slow::intervals(&table, &hidden, least), "{table:?} {hidden:?}");
    }
}

/// Hidden sums are unknowns as cells are: a table with a hidden margin is one of other shape without it.
#[test]
fn a_hidden_margin_is_an_unknown_too() {
    let table = Table::new(2, 3, &[3, 4, 5, 6, 7, 8]).expect("six cells");
    // A row's sum and one of its cells: they rise and fall together, if the sum of all is hidden nowhere.
    let row_of_sums = Pattern::of(table.shape(), &[(0, 0), (0, 3), (1, 0), (1, 3)]);
    let known: Vec<Interval> =
        audit::intervals(&table, &row_of_sums, 1).into_iter().map(|(_, interval)| interval).collect();
    // The column's sum is 9 and the cells are at least 1: from 1 to 8, and the sums go with them.
    let expected = [(1, 8), (10, 17), (1, 8), (16, 23)];
    assert_eq!(known, expected.map(|(low, high)| Interval { low, high }));
}

#[test]
fn a_margin_is_hidden_only_where_it_may_be() {
    let table = Table::new(3, 2, &[40, 50, 3, 1, 20, 30]).expect("six cells");
    let start = Pattern::none(table.shape());
    assert_eq!(suppress::suppress(&table, &Rules::of(5), &start).map(|_| ()), Err(Unsafe::SmallMargin));
    let rules = Rules { margins_too: true, ..Rules::of(5) };
    let suppressed = suppress::suppress(&table, &rules, &start).expect("can be safe");
    let sum = table.shape().place(1, 2);
    assert!(suppressed.pattern.hides(sum), "four cases are hidden as a sum too");
    assert!(suppressed.intervals.iter().all(|(_, interval)| interval.width() >= 5 && interval.high >= 5));
    assert!(!suppressed.pattern.hides(table.shape().places() - 1), "the total is shown");
}

/// Whether a pattern is safe, written out from the rule.
fn is_safe(table: &Table, pattern: &Pattern, minimum: u64) -> bool {
    let known = |(line, _): (Vec<usize>, usize)| {
        let hidden: Vec<u64> =
            line.iter().filter(|place| pattern.hides(**place)).map(|place| table.at(*place)).collect();
        hidden.is_empty() || (hidden.iter().sum::<u64>() >= minimum && hidden != [1, 1])
    };
    table.shape().lines().all(known)
        && audit::intervals(table, pattern, 1)
            .iter()
            .all(|(_, interval)| interval.width() >= minimum && interval.high >= minimum)
}

/// The fewest cases and the fewest cells that a safe pattern hides, each by itself, over all patterns.
fn fewest(table: &Table, minimum: u64) -> Option<(u64, usize)> {
    let (must, may): (Vec<usize>, Vec<usize>) = table
        .shape()
        .inner()
        .filter(|place| table.at(*place) > 0)
        .partition(|place| table.at(*place) < minimum);
    let mut best: Option<(u64, usize)> = None;
    for chosen in 0..1_u32 << may.len() {
        let mut pattern = Pattern::none(table.shape());
        must.iter().for_each(|place| pattern.hide(*place));
        let more = may.iter().enumerate().filter(|(bit, _)| chosen >> bit & 1 == 1);
        more.for_each(|(_, place)| pattern.hide(*place));
        let price = price(table, &pattern);
        let worse = best.is_some_and(|(cases, cells)| price.0 >= cases && price.1 >= cells);
        if !worse && is_safe(table, &pattern, minimum) {
            best = Some(best.map_or(price, |(cases, cells)| (cases.min(price.0), cells.min(price.1))));
        }
    }
    best
}

fn price(table: &Table, pattern: &Pattern) -> (u64, usize) {
    (pattern.places().map(|place| table.at(place)).sum(), pattern.len())
}

#[test]
fn little_more_is_hidden_than_the_least_that_is_safe() {
    let mut random = Random::new(2);
    let (mut ours, mut least, mut tables, mut refused) = ((0, 0), (0, 0), 0, 0);
    while tables < 200 {
        let minimum = if random.within(0, 1) == 0 { 5 } else { 10 };
        let (rows, columns, cases) = (random.size(2, 5), random.size(2, 5), random.within(60, 400));
        let table = random.table(rows, columns, cases);
        let counts = || table.shape().inner().map(|place| table.at(place));
        let margins = table.row_margins().into_iter().chain(table.column_margins());
        let may = counts().filter(|count| *count >= minimum).count();
        let must = counts().filter(|count| (1..minimum).contains(count)).count();
        if must == 0 || may > 9 || margins.into_iter().any(|margin| (1..minimum).contains(&margin)) {
            continue;
        }
        tables += 1;
        let found = suppress::suppress(&table, &Rules::of(minimum), &Pattern::none(table.shape()));
        let Some(fewest) = fewest(&table, minimum) else {
            assert_eq!(found, Err(Unsafe::NotSafe), "nothing is safe: {table:?}");
            refused += 1;
            continue;
        };
        let pattern = found.expect("a safe pattern exists").pattern;
        assert!(is_safe(&table, &pattern, minimum));
        let price = price(&table, &pattern);
        ours = (ours.0 + price.0, ours.1 + price.1);
        least = (least.0 + fewest.0, least.1 + fewest.1);
    }
    println!(
        "{tables} tables, {refused} of them can't be safe; cases and cells hidden: {ours:?}, at least {least:?}"
    );
    assert!(ours.0 * 100 <= least.0 * 115, "cases: {ours:?} and {least:?}");
    assert!(ours.1 * 100 <= least.1 * 115, "cells: {ours:?} and {least:?}");
}

#[test]
fn nothing_hidden_is_known_and_what_must_be_stays_hidden() {
    let mut random = Random::new(3);
    let mut published = 0;
    for _ in 0..200 {
        let minimum = if random.within(0, 1) == 0 { 5 } else { 10 };
        let Some(table) = by_axes(&random.usual(), minimum) else { continue };
        let mut start = Pattern::none(table.shape());
        start.hide(table.shape().place(0, 0));
        let zero = table.at(table.shape().place(0, 0)) == 0;
        match suppress::suppress(&table, &Rules::of(minimum), &start) {
            Err(reason) => assert_eq!(reason == Unsafe::ZeroHidden, zero),
            Ok(Suppressed { pattern, intervals }) => {
                published += 1;
                assert!(is_safe(&table, &pattern, minimum));
                assert!(pattern.hides(table.shape().place(0, 0)));
                let small = |place: &usize| (1..minimum).contains(&table.at(*place));
                assert!(table.shape().inner().filter(small).all(|place| pattern.hides(place)));
                assert!(pattern.places().all(|place| table.at(place) > 0), "a zero is shown");
                assert_eq!(intervals, audit::intervals(&table, &pattern, 1));
            }
        }
    }
    assert!(published > 25, "{published}");
}

#[test]
fn same_table_same_pattern() {
    let mut random = Random::new(4);
    for _ in 0..8 {
        let Some(table) = by_axes(&random.usual(), 5) else { continue };
        let find = || suppress::suppress(&table, &Rules::of(5), &Pattern::none(table.shape()));
        assert_eq!(find(), find());
    }
}
