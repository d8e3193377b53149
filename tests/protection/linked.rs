//! Tables that share axes, against every way to give cases their classes.

use crate::{invent::Random, slow::Fitting};
use ben_monitor::disclosure::{linked, table::Table};

/// Every table with the same sums.
fn alike(table: &Table) -> Vec<Vec<u64>> {
    let most = table.total();
    let fitting = Fitting {
        ranges: table.shape().inner().map(|_| (0, most)).collect(),
        rows: table.row_margins(),
        columns: table.column_margins(),
    };
    let mut all = Vec::new();
    fitting.each(&mut |cells| all.push(cells.to_vec()));
    all
}

/// Two by two by two: how many cases have each of three answers.
fn sums(cases: &[u64; 8], first: usize, second: usize) -> Table {
    let bit = |case: usize, axis: usize| case >> axis & 1;
    let cell = |row, column| {
        let of_cell = (0..8).filter(|case| bit(*case, first) == row && bit(*case, second) == column);
        of_cell.map(|case| cases[case]).sum::<u64>()
    };
    Table::new(2, 2, &[cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)]).expect("four cells")
}

/// Whether there are cases with these three tables.
fn exist(ab: &[u64], bc: &[u64], ac: Option<&[u64]>) -> bool {
    // Of the cases with a = 0 in each cell of a × b, how many have c = 0: that decides all of it.
    let ranges: Vec<(u64, u64)> = ab.iter().map(|count| (0, *count)).collect();
    (0..=ranges[0].1).any(|first| {
        (0..=ranges[1].1).any(|second| {
            // b = 0 has bc[0] cases with c = 0, b = 1 has bc[2].
            let (third, fourth) = (bc[0].checked_sub(first), bc[2].checked_sub(second));
            let fits =
                third.is_some_and(|third| third <= ab[2]) && fourth.is_some_and(|fourth| fourth <= ab[3]);
            fits && ac.is_none_or(|ac| first + second == ac[0])
        })
    })
}

#[test]
fn without_a_ring_every_table_goes_with_every_other() {
    let mut random = Random::new(19);
    let mut ruled_out = 0;
    for _ in 0..60 {
        let cases: [u64; 8] = std::array::from_fn(|_| random.within(0, 4));
        let (ab, bc, ac) = (sums(&cases, 0, 1), sums(&cases, 1, 2), sums(&cases, 0, 2));
        for ab in alike(&ab) {
            for bc in alike(&bc) {
                assert!(exist(&ab, &bc, None), "{ab:?} {bc:?}");
                ruled_out += alike(&ac).iter().filter(|ac| !exist(&ab, &bc, Some(ac))).count();
            }
        }
    }
    assert!(ruled_out > 100, "in a ring one table tells of another: {ruled_out}");
}

#[test]
fn a_ring_is_found_where_it_closes() {
    assert_eq!(linked::ring(5, &[(0, 4), (1, 4), (2, 4), (3, 2)]), None);
    assert_eq!(linked::ring(5, &[(0, 1), (2, 3), (1, 2), (3, 0)]), Some(3));
    assert_eq!(linked::ring(3, &[(0, 1), (0, 1)]), Some(1), "the same two axes twice");
    assert_eq!(linked::ring(2, &[(1, 1)]), Some(0), "an axis by what follows from it");
    assert_eq!(linked::ring(0, &[]), None);
}
