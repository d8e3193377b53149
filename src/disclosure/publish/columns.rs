//! The split: whose values have a state each, and what is published of how many cases these hold.

use super::{
    super::{limits::Policy, one_way, round, table::Table},
    Exact,
};
use crate::report::LeftOut;

/// The columns of every table of a publication.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// Places in [`Class::counts`](super::axis::Class::counts) that are one published column.
    pub(super) groups: Vec<Group>,
    /// All cases, as published.
    pub(super) total: u64,
}

/// One published column.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) members: Vec<usize>,
    /// The state whose figures it is; `None` for the cases without a value of the split, and for the states that are too small to
    /// be shown.
    pub(super) state: Option<usize>,
    /// How many cases, as published.
    pub(super) total: u64,
}

impl Columns {
    /// Without a split: one column.
    pub(super) fn whole(exact: &Exact<'_>, policy: &Policy) -> Self {
        let members = (0..=exact.states.len()).collect();
        let total = published(exact.base.cases.selected, policy);
        Self { groups: vec![Group { members, state: None, total }], total }
    }

    /// The states that are large enough, and one column for all that is not shown.
    pub(super) fn of(exact: &Exact<'_>, policy: &Policy) -> Option<Self> {
        let mut counts: Vec<u64> = exact.states.iter().map(|state| state.report.cases.selected).collect();
        counts.push(exact.base.cases.selected.checked_sub(counts.iter().sum())?);
        let hidden = one_way::hide(&counts, policy.minimum()).ok()?.hidden;
        let total = published(exact.base.cases.selected, policy);
        let is_hidden = |place: &usize| hidden.get(*place).copied().unwrap_or(true);
        let last = exact.states.len();
        let mut groups: Vec<(Vec<usize>, Option<usize>)> = (0..=last)
            .filter(|place| !is_hidden(place) && counts.get(*place).is_some_and(|count| *count > 0))
            .map(|place| (vec![place], Some(place).filter(|place| *place < last)))
            .collect();
        let rest: Vec<usize> = (0..=last).filter(is_hidden).collect();
        if !rest.is_empty() {
            groups.push((rest, None));
        }
        let sums: Vec<u64> = groups.iter().map(|(members, _)| summed(&counts, members)).collect();
        let totals = match policy.base() {
            None => sums,
            Some(base) => round::one_way(&sums, base, Some(total))?,
        };
        let group = |((members, state), total)| Group { members, state, total };
        let groups: Vec<Group> = groups.into_iter().zip(totals).map(group).collect();
        (groups.iter().filter(|group| group.state.is_some()).count() > 1).then_some(Self { groups, total })
    }

    /// A table of these rows, which are counts by column of the split.
    pub(super) fn table(&self, rows: &[&[u64]]) -> Option<Table> {
        let cells: Vec<u64> =
            rows.iter().flat_map(|row| self.groups.iter().map(|group| summed(row, &group.members))).collect();
        Table::new(rows.len(), self.groups.len(), &cells)
    }

    /// What is published of how many cases each column holds.
    pub(super) fn totals(&self) -> Vec<u64> {
        self.groups.iter().map(|group| group.total).collect()
    }

    /// The states that are not shown.
    pub(super) fn left_out(&self, exact: &Exact<'_>, field: &str) -> Vec<LeftOut> {
        let shown = |place: usize| self.groups.iter().any(|group| group.state == Some(place));
        let hidden = (0..exact.states.len()).filter(|place| !shown(*place)).count();
        let one = || LeftOut {
            indicator: field.to_owned(),
            state: None,
            code: super::why::SMALL_STATES.to_owned(),
            text: String::new(),
        };
        (hidden > 0).then(one).into_iter().collect()
    }
}

fn summed(counts: &[u64], members: &[usize]) -> u64 {
    members.iter().filter_map(|place| counts.get(*place)).sum()
}

/// A count as it is published by itself: the nearest multiple.
fn published(count: u64, policy: &Policy) -> u64 {
    policy.base().map_or(count, |base| (count + base / 2) / base * base)
}
