//! The rule written down a second time: every row against every other.

use super::invent::{Row, Table};

/// What a row says where its file has the column; in place of an absent column blank.
fn seen(table: &Table, row: &Row) -> Row {
    std::array::from_fn(|column| if table.has[column] { row[column] } else { 0 })
}

struct Told {
    source: usize,
    row: Row,
    has: [bool; 6],
}

impl Told {
    fn casus(&self) -> Option<usize> {
        (1..=5).contains(&self.row[0]).then_some(self.row[0])
    }
}

/// Whether a number stands for other cases in the two files: at least five
/// shared numbers of one region have dates in both, and most of those differ.
fn numbered_apart(all: &[Told], one: usize, other: usize) -> bool {
    let first_day = |source: usize, casus: usize, region: usize| {
        let days = all.iter().filter(|told| {
            told.source == source && told.casus() == Some(casus) && told.row[1] == region && told.row[2] > 0
        });
        days.map(|told| told.row[2]).min()
    };
    // Within one file: a number that has dates in two rows or more, and whether they differ.
    let within = |source: usize, casus: usize, region: usize| {
        let days = all.iter().filter(|told| {
            told.source == source && told.casus() == Some(casus) && told.row[1] == region && told.row[2] > 0
        });
        let days: Vec<usize> = days.map(|told| told.row[2]).collect();
        (days.len() > 1).then(|| days.iter().any(|day| *day != days[0]))
    };
    let (mut same, mut apart) = (0, 0);
    for casus in 1..=5 {
        for region in 0..3 {
            if one == other {
                match within(one, casus, region) {
                    Some(true) => apart += 1,
                    Some(false) => same += 1,
                    None => {}
                }
            } else if let (Some(day), Some(other_day)) =
                (first_day(one, casus, region), first_day(other, casus, region))
            {
                *(if day == other_day { &mut same } else { &mut apart }) += 1;
            }
        }
    }
    same + apart >= 5 && apart > same
}

fn is_same(all: &[Told], one: &Told, other: &Told) -> bool {
    if one.casus().is_none() || one.casus() != other.casus() || one.row[1] != other.row[1] {
        return false;
    }
    let same_day = one.row[2] > 0 && one.row[2] == other.row[2];
    let region_known = one.row[1] > 0;
    let apart = |one: usize, other: usize| numbered_apart(all, one, other);
    let whole = !apart(one.source, one.source) && !apart(other.source, other.source);
    let by_number = one.source == other.source || (region_known && !apart(one.source, other.source));
    same_day || (whole && by_number)
}

/// The group of each row: the place of its first row.
fn groups(all: &[Told]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..all.len()).collect();
    loop {
        let before = group.clone();
        for one in 0..all.len() {
            for other in 0..all.len() {
                if is_same(all, &all[one], &all[other]) {
                    let least = group[one].min(group[other]);
                    group[one] = least;
                    group[other] = least;
                }
            }
        }
        if group == before {
            return group;
        }
    }
}

/// Number of answers, then the answers in the order of the catalog; a date
/// that a file never asked comes after one that was left blank.
fn rank(told: &Told) -> (usize, Vec<usize>) {
    let answers = &told.row[1..];
    let day =
        |column: usize| if told.row[column] == 0 && !told.has[column] { 1 } else { told.row[column] * 2 };
    let content = vec![told.row[1], day(2), day(5), told.row[3], told.row[4]];
    (answers.iter().filter(|answer| **answer > 0).count(), content)
}

fn all(tables: &[Table]) -> Vec<Told> {
    let of = |(source, table): (usize, &Table)| {
        table
            .rows
            .iter()
            .map(|row| Told { source, row: seen(table, row), has: table.has })
            .collect::<Vec<_>>()
    };
    tables.iter().enumerate().flat_map(of).collect()
}

/// For each table the rows that are not counted, as a person numbers them.
pub(crate) fn excluded(tables: &[Table]) -> Vec<Vec<u64>> {
    let all = all(tables);
    let group = groups(&all);
    let mut excluded = vec![Vec::new(); tables.len()];
    let mut number = 1;
    for (place, told) in all.iter().enumerate() {
        number = if place > 0 && all[place - 1].source == told.source { number + 1 } else { 2 };
        let better = all.iter().enumerate().any(|(other_place, other)| {
            group[other_place] == group[place]
                && (rank(other) > rank(told) || (rank(other) == rank(told) && other_place < place))
        });
        if better {
            excluded[told.source].push(number);
        }
    }
    excluded
}

/// Whether any row can be known again.
pub(crate) fn has_number(table: &Table) -> bool {
    all(std::slice::from_ref(table)).iter().any(|told| told.casus().is_some())
}

/// The groups with a number, as places of their rows.
fn numbered_groups(all: &[Told]) -> Vec<Vec<usize>> {
    let group = groups(all);
    let members = |first: usize| (0..all.len()).filter(|&place| group[place] == first).collect::<Vec<_>>();
    (0..all.len())
        .filter(|&first| group[first] == first && all[first].casus().is_some())
        .map(members)
        .collect()
}

/// New, closed, changed, gone, same: of the first table and the second.
pub(crate) fn changes(tables: &[Table]) -> [u64; 5] {
    let all = all(tables);
    let mut counts = [0; 5];
    for members in numbered_groups(&all) {
        let best = |source: usize| {
            let of_source = members.iter().map(|&place| &all[place]).filter(|told| told.source == source);
            of_source.max_by_key(|told| rank(told))
        };
        let count = match (best(0), best(1)) {
            (None, _) => 0,
            (_, None) => 3,
            (Some(older), Some(newer)) => {
                let both = |column: usize| older.has[column] && newer.has[column];
                if both(5) && older.row[5] == 0 && newer.row[5] > 0 {
                    1
                } else if (1..6).any(|column| both(column) && older.row[column] != newer.row[column]) {
                    2
                } else {
                    4
                }
            }
        };
        counts[count] += 1;
    }
    counts
}

/// For each two tables how many cases are in both.
pub(crate) fn overlaps(tables: &[Table]) -> Vec<(usize, usize, usize)> {
    let all = all(tables);
    let groups = numbered_groups(&all);
    let mut found = Vec::new();
    for one in 0..tables.len() {
        for other in one + 1..tables.len() {
            let there =
                |members: &[usize], source: usize| members.iter().any(|&place| all[place].source == source);
            let shared = groups.iter().filter(|members| there(members, one) && there(members, other)).count();
            found.extend((shared > 0).then_some((one, other, shared)));
        }
    }
    found
}
