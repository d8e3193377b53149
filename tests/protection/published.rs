//! What a policy lets out of a table, and an outsider who writes out every table that fits it.

use crate::{
    invent::{Random, by_axes},
    slow::{Fitting, can_be_rounded},
};
use ben_monitor::disclosure::{
    limits::{Policy, Preset, Stricter},
    refused::Unsafe,
    round::Fixed,
    rules::Rules,
    suppress,
    table::{Pattern, Table},
    two_way::{self, Cell, Protected},
};

fn protect(table: &Table, policy: &Policy) -> Result<Protected, Unsafe> {
    two_way::protect(table, policy, &Pattern::none(table.shape()), &Fixed::default())
}

fn hidden(table: &Table, protected: &Protected) -> Pattern {
    let mut pattern = Pattern::none(table.shape());
    for (place, cell) in table.shape().inner().zip(&protected.cells) {
        if matches!(cell, Cell::Hidden { .. }) {
            pattern.hide(place);
        }
    }
    pattern
}

/// The published values with the rounding that was behind the hidden ones, found by looking for any.
fn seen(table: &Table, protected: &Protected) -> Table {
    let (rows, columns) = (table.shape().rows, table.shape().columns);
    let range = |(place, cell): (usize, &Cell)| match cell {
        Cell::Shown(value) => (value / 5, value / 5),
        Cell::Hidden { .. } => (table.at(place) / 5, table.at(place).div_ceil(5)),
    };
    let fifth = |sums: &[u64]| sums.iter().map(|sum| sum / 5).collect();
    let mut found = None;
    Fitting {
        ranges: table.shape().inner().zip(&protected.cells).map(range).collect(),
        rows: fifth(&protected.row_margins),
        columns: fifth(&protected.column_margins),
    }
    .each(&mut |cells| {
        found = found.clone().or(Some(cells.iter().map(|cell| cell * 5).collect::<Vec<u64>>()))
    });
    Table::new(rows, columns, &found.expect("rounded values add up")).expect("a value for each cell")
}

#[test]
fn a_website_shows_multiples_of_five_from_ten_that_add_up() {
    let mut random = Random::new(14);
    let policy = Policy::of(Preset::Website);
    let (mut published, mut with_hidden) = (0, 0);
    for _ in 0..160 {
        let Some(table) = by_axes(&random.usual(), 10) else { continue };
        let Ok(protected) = protect(&table, &policy) else { continue };
        published += 1;
        with_hidden += usize::from(protected.hidden > 0);
        assert_eq!(protected.row_margins.iter().sum::<u64>(), protected.total);
        assert_eq!(protected.column_margins.iter().sum::<u64>(), protected.total);
        for (place, cell) in table.shape().inner().zip(&protected.cells) {
            let count = table.at(place);
            match *cell {
                Cell::Shown(0) => assert_eq!(count, 0),
                Cell::Shown(value) => {
                    assert!(value % 5 == 0 && value >= 10 && value.abs_diff(count) <= 4 && count >= 10);
                }
                Cell::Hidden { low, high } => {
                    assert!(count > 0 && (low..=high).contains(&count));
                    assert!(high - low >= 10 && high >= 10 && low >= 1);
                }
            }
        }
        let width = |cell: &Cell| match cell {
            Cell::Shown(_) => None,
            Cell::Hidden { low, high } => Some(high - low),
        };
        assert_eq!(protected.narrowest, protected.cells.iter().filter_map(width).min());
        assert_eq!(protected.hidden, hidden(&table, &protected).len());
        let whole = (0..table.shape().rows).filter(|row| {
            let cells = &protected.cells[row * table.shape().columns..][..table.shape().columns];
            let shown: Option<u64> =
                cells.iter().map(|cell| if let Cell::Shown(value) = cell { Some(value) } else { None }).sum();
            shown.is_some_and(|sum| {
                assert_eq!(sum, protected.row_margins[*row], "what is shown whole adds up");
                true
            })
        });
        assert!(whole.count() <= table.shape().rows);
    }
    assert!(published > 25 && with_hidden > 20, "{published} {with_hidden}");
}

/// One who knows every sum exactly, what is shown, and how it was rounded, rules out every table but those that fit.
#[test]
fn who_knows_the_sums_is_left_unsure_of_rounded_tables() {
    let mut random = Random::new(15);
    let policy = Policy::of(Preset::Website);
    let mut audited = 0;
    while audited < 100 {
        let (rows, columns, cases) = (random.size(2, 3), random.size(2, 3), random.within(30, 90));
        let table = random.table(rows, columns, cases);
        let Ok(protected) = protect(&table, &policy) else { continue };
        if protected.hidden == 0 {
            continue;
        }
        audited += 1;
        let (pattern, rounded) = (hidden(&table, &protected), seen(&table, &protected));
        let range = |(place, cell): (usize, &Cell)| match *cell {
            Cell::Shown(0) => (0, 0),
            Cell::Shown(value) => ((value - 4).max(10), value + 4),
            Cell::Hidden { .. } => (1, table.at(place) + 40),
        };
        let fitting = Fitting {
            ranges: table.shape().inner().zip(&protected.cells).map(range).collect(),
            rows: table.row_margins(),
            columns: table.column_margins(),
        };
        let bounds = fitting.bounds(&|counts| can_be_rounded(counts, &rounded, &pattern, 5));
        for ((low, high), cell) in bounds.into_iter().zip(&protected.cells) {
            let Cell::Hidden { low: least, high: most } = *cell else { continue };
            assert!(high - low >= 10 && high >= 10, "{table:?} {protected:?}: {low} to {high}");
            assert!(least <= low && high <= most, "a reader knows no more than one who knows the sums");
        }
    }
}

#[test]
fn a_steering_group_sees_exact_counts_from_five() {
    let mut random = Random::new(16);
    let policy = Policy::of(Preset::Stuurgroep);
    let mut published = 0;
    for _ in 0..80 {
        let Some(table) = by_axes(&random.usual(), 5) else { continue };
        let Ok(protected) = protect(&table, &policy) else { continue };
        published += 1;
        assert_eq!((protected.row_margins, protected.total), (table.row_margins(), table.total()));
        assert_eq!(protected.column_margins, table.column_margins());
        for (place, cell) in table.shape().inner().zip(protected.cells) {
            match cell {
                Cell::Shown(value) => assert!(value == table.at(place) && !(1..5).contains(&value)),
                Cell::Hidden { low, high } => {
                    assert!((low..=high).contains(&table.at(place)) && high - low >= 5 && high >= 5);
                }
            }
        }
    }
    assert!(published > 15, "{published}");
}

#[test]
fn those_who_did_not_answer_so_are_protected_too() {
    let mut random = Random::new(17);
    let mut audited = 0;
    for _ in 0..150 {
        let bases = [random.within(15, 30), random.within(15, 30), random.within(15, 30)];
        let chances = [random.within(5, 95), random.within(5, 95), random.within(5, 95)];
        let answers = chances.iter().flat_map(|chance| bases.map(|base| base * chance / 100));
        // The last row is of several answers together: some of its cases count twice.
        let together = bases.map(|base| base + random.within(5, 20));
        let counts: Vec<u64> = answers.chain(together).collect();
        let table = Table::new(4, 3, &counts).expect("twelve cells");
        let shape = table.shape();
        let rules = Rules { bases: bases.to_vec(), apart: Some(3), ..Rules::of(5) };
        let Ok(made) = suppress::suppress(&table, &rules, &Pattern::none(shape)) else { continue };
        let base = |place: usize| (shape.row(place) < 3).then(|| bases[shape.column(place)]);
        for place in shape.inner() {
            let (count, beside) = (table.at(place), base(place).map_or(0, |base| base - table.at(place)));
            let small = [count, beside].iter().any(|n| (1..5).contains(n));
            assert!(!small || made.pattern.hides(place), "{table:?} {place}");
        }
        let range = |place: usize| match made.pattern.hides(place) {
            false => (table.at(place), table.at(place)),
            true => (1, base(place).map_or(u64::MAX, |base| base - 1)),
        };
        let fitting = Fitting {
            ranges: shape.inner().map(range).collect(),
            rows: table.row_margins(),
            columns: table.column_margins(),
        };
        for (place, (low, high)) in shape.inner().zip(fitting.bounds(&|_| true)) {
            let Some((_, told)) = made.intervals.iter().find(|(hidden, _)| *hidden == place) else {
                continue;
            };
            audited += 1;
            assert_eq!((told.low, told.high), (low, high), "{table:?} {place}");
            assert!(high - low >= 5 && high >= 5 && base(place).is_none_or(|base| base - low >= 5));
        }
    }
    assert!(audited > 20, "{audited}");
}

#[test]
fn what_can_not_be_safe_is_refused() {
    let policy = Policy::of(Preset::Stuurgroep);
    let of =
        |rows, columns, counts: &[u64]| Table::new(rows, columns, counts).expect("a count for each cell");
    assert_eq!(protect(&of(1, 2, &[2, 2]), &policy), Err(Unsafe::TooFew));
    assert_eq!(protect(&of(2, 2, &[30, 2, 20, 1]), &policy), Err(Unsafe::SmallMargin));
    assert_eq!(protect(&of(2, 2, &[3, 20, 2, 0]), &policy), Err(Unsafe::SmallMargin));
    assert_eq!(protect(&of(2, 2, &[3, 20, 4, 0]), &policy), Err(Unsafe::SmallMargin));
    assert_eq!(protect(&of(2, 2, &[3, 20, 20, 0]), &policy), Err(Unsafe::NotSafe), "one table fits");
    let table = of(2, 2, &[30, 0, 20, 10]);
    let start = Pattern::of(table.shape(), &[(0, 1)]);
    assert_eq!(two_way::protect(&table, &policy, &start, &Fixed::default()), Err(Unsafe::ZeroHidden));
    let other = Pattern::none(of(1, 1, &[5]).shape());
    assert_eq!(two_way::protect(&table, &policy, &other, &Fixed::default()), Err(Unsafe::OtherShape));
    let website = Policy::of(Preset::Website);
    let fixed = Fixed { total: Some(55), ..Fixed::default() };
    let whole = Pattern::none(table.shape());
    assert_eq!(two_way::protect(&table, &website, &whole, &fixed), Err(Unsafe::NoRounding));
    assert!(Table::new(2, 2, &[1, 2, 3]).is_none() && Table::new(0, 0, &[]).is_none());
    assert!(Table::new(1, 2, &[u64::MAX, 1]).is_none() && Table::new(1, 1, &[1 << 41]).is_none());
}

#[test]
fn a_stricter_policy_shows_no_more() {
    let stricter = Stricter { minimum: Some(20), base: Some(10), ..Stricter::default() };
    let policy = Policy::of(Preset::Website).with(&stricter).expect("stricter is free");
    let mut random = Random::new(18);
    let mut published = 0;
    for _ in 0..60 {
        let table = random.table(3, 3, 250);
        let Ok(protected) = protect(&table, &policy) else { continue };
        published += 1;
        for (place, cell) in table.shape().inner().zip(protected.cells) {
            match cell {
                Cell::Shown(value) => assert!(value % 10 == 0 && (value == 0 || value >= 20)),
                Cell::Hidden { low, high } => {
                    assert!((low..=high).contains(&table.at(place)) && high - low >= 20 && high >= 20);
                }
            }
        }
    }
    assert!(published > 4, "{published}");
}
