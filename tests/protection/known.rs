//! Tables whose answers others worked out: sdcTable's tests, τ-ARGUS' examples, the ESS Handbook on
//! Statistical Disclosure Control, Statistics Norway's packages.

use ben_monitor::disclosure::{
    audit, one_way,
    round::{self, Fixed},
    rules::Rules,
    suppress,
    table::{Pattern, Table},
};

fn table(rows: usize, columns: usize, counts: &[u64]) -> Table {
    Table::new(rows, columns, counts).expect("a count for each cell")
}

/// The interval of the cell at a row and a column, by an outsider who knows no more than that counts are not negative.
fn interval(table: &Table, hidden: &[(usize, usize)], cell: (usize, usize)) -> (u64, u64) {
    let pattern = Pattern::of(table.shape(), hidden);
    let place = table.shape().place(cell.0, cell.1);
    let intervals = audit::intervals(table, &pattern, 0);
    let (_, interval) = intervals.into_iter().find(|(known, _)| *known == place).expect("is hidden");
    (interval.low, interval.high)
}

fn cells(pattern: &Pattern) -> Vec<(usize, usize)> {
    pattern.places().map(|place| (pattern.shape().row(place), pattern.shape().column(place))).collect()
}

#[test]
fn two_hidden_in_each_line_can_still_tell_all() {
    let table = table(4, 4, &[30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685]);
    let mut hidden = vec![(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 1), (2, 3), (3, 1), (3, 3)];
    assert_eq!(interval(&table, &hidden, (0, 1)), (47, 47));
    hidden.push((1, 3));
    assert_eq!(interval(&table, &hidden, (0, 1)), (0, 78));
}

#[test]
fn regions_a_and_c_are_hidden_for_the_girls_of_a() {
    let table = table(4, 2, &[18, 2, 14, 19, 12, 10, 11, 14]);
    let start = Pattern::of(table.shape(), &[(0, 1)]);
    let suppressed = suppress::suppress(&table, &Rules::of(3), &start).expect("can be safe");
    assert_eq!(cells(&suppressed.pattern), [(0, 0), (0, 1), (2, 0), (2, 1)]);
    assert_eq!(interval(&table, &cells(&suppressed.pattern), (0, 1)), (0, 12));
}

#[test]
fn a_pattern_is_that_of_the_optimal_program() {
    let table = table(4, 2, &[895, 137, 753, 973, 569, 486, 540, 793]);
    let start = Pattern::of(table.shape(), &[(0, 1)]);
    let suppressed = suppress::suppress(&table, &Rules::of(10), &start).expect("can be safe");
    assert_eq!(cells(&suppressed.pattern), [(0, 0), (0, 1), (2, 0), (2, 1)]);
}

#[test]
fn four_hidden_cells_of_the_handbook() {
    let table = table(3, 2, &[4, 3, 2, 1, 3, 3]);
    assert_eq!((table.row_margins(), table.column_margins()), (vec![7, 3, 6], vec![9, 7]));
    assert_eq!(interval(&table, &[(0, 0), (0, 1), (1, 0), (1, 1)], (0, 0)), (3, 6));
}

#[test]
fn eight_municipalities_by_source_of_income() {
    let table = table(
        4,
        8,
        &[
            11, 7, 5, 13, 9, 12, 6, 9, 11, 1, 8, 2, 14, 9, 4, 3, 55, 29, 35, 17, 63, 24, 22, 38, 36, 18, 25,
            13, 52, 22, 8, 15,
        ],
    );
    let theirs = [(0, 1), (0, 3), (0, 7), (1, 1), (1, 3), (1, 7)];
    assert_eq!(interval(&table, &theirs, (1, 1)), (0, 6));
    assert_eq!(interval(&table, &theirs, (0, 1)), (2, 8));
    assert_eq!(interval(&table, &theirs, (0, 3)), (9, 15));
    let rules = Rules { least: 0, ..Rules::of(4) };
    let ours = suppress::suppress(&table, &rules, &Pattern::none(table.shape())).expect("can be safe");
    assert!(ours.pattern.len() <= theirs.len(), "{:?}", cells(&ours.pattern));
}

#[test]
fn two_ones_do_not_hide_each_other() {
    let counts = [1, 2, 1, 0, 20, 30, 40];
    let shown = one_way::hide(&counts, 2).expect("enough is left");
    assert!(shown.hidden[0] && shown.hidden[2]);
    assert!(shown.hidden.iter().filter(|hidden| **hidden).count() > 2, "{shown:?}");
    let ones = table(3, 3, &[1, 1, 30, 20, 40, 30, 20, 30, 30]);
    let start = Pattern::none(ones.shape());
    let suppressed = suppress::suppress(&ones, &Rules::of(2), &start).expect("can be safe");
    let in_first = cells(&suppressed.pattern).into_iter().filter(|(row, _)| *row == 0).count();
    assert_eq!(in_first, 3, "the sum of two ones is known to be two");
}

#[test]
fn small_tables_are_rounded_as_others_round_them() {
    let norwegian = table(3, 5, &[6, 0, 1, 3, 4, 1, 2, 3, 1, 2, 0, 1, 1, 0, 2]);
    let handbook = table(3, 2, &[1, 0, 3, 3, 12, 20]);
    for exact in [norwegian, handbook] {
        let rounded = round::controlled(&exact, 5, &Fixed::default()).expect("there is always one");
        for (exact, rounded) in exact.values().iter().zip(rounded.values()) {
            assert!(rounded % 5 == 0 && rounded.abs_diff(*exact) <= 4);
        }
    }
}
