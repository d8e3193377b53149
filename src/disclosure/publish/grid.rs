//! One axis against the split, protected: what may be shown of each class in each column and in all.

use super::{
    super::{
        limits::Policy,
        round::Fixed,
        table::Pattern,
        two_way::{self, Cell, Protected},
    },
    View,
    axis::Axis,
    columns::Columns,
    grouping::{self, Group},
    why,
};
use crate::report::Audit;

/// What may be shown of an axis.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) lines: Vec<Line>,
    /// The columns of the split are shown; otherwise the only column is all cases.
    pub(super) by_state: bool,
}

/// What may be shown of a class. `None` is hidden.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) group: Group,
    /// In all columns.
    pub(super) total: Option<u64>,
    /// By published column.
    pub(super) cells: Vec<Option<u64>>,
}

/// Protects an axis with one answer a case against the split. Where hardly anything would be seen by state, the
/// figures of all cases alone.
pub(super) fn of_answers(
    axis: &Axis<'_>,
    view: &View,
    (whole, split): (&Columns, Option<&Columns>),
    policy: &Policy,
    audit: &mut Audit,
) -> Result<(Grid, Vec<Group>), &'static str> {
    let groups = grouping::groups(axis, view, policy)?;
    let by_state = split.filter(|_| view.by_state).and_then(|split| {
        let protected = protect(&groups, split, policy)?;
        is_worth_it(&groups, &protected).then_some((split, protected))
    });
    let (columns, protected) = match by_state {
        Some((split, protected)) => (split, protected),
        None => (whole, protect(&groups, whole, policy).ok_or(why::AUDIT)?),
    };
    note(audit, &protected);
    let by_state = columns.groups.len() > 1;
    Ok((Grid { lines: lines(&groups, columns, &protected), by_state }, groups))
}

/// Counts a table that passed.
pub(super) fn note(audit: &mut Audit, protected: &Protected) {
    audit.tables += 1;
    audit.hidden += protected.hidden as u64;
    audit.narrowest = match (audit.narrowest, protected.narrowest) {
        (Some(known), Some(width)) => Some(known.min(width)),
        (known, width) => known.or(width),
    };
}

/// More than half of the cases stand in cells that are shown.
fn is_worth_it(groups: &[Group], protected: &Protected) -> bool {
    let all: u64 = groups.iter().flat_map(|group| &group.counts).sum();
    protected.hidden_cases * 2 < all
}

/// The table of the groups, the hidden ones as one row at the end.
fn protect(groups: &[Group], columns: &Columns, policy: &Policy) -> Option<Protected> {
    let mut rows: Vec<&[u64]> =
        groups.iter().filter(|group| !group.hidden).map(|group| group.counts.as_slice()).collect();
    let hidden = hidden_together(groups);
    if hidden.iter().any(|count| *count > 0) {
        rows.push(&hidden);
    }
    let table = columns.table(&rows)?;
    let fixed = Fixed { rows: None, columns: Some(columns.totals()), total: Some(columns.total) };
    two_way::protect(&table, policy, &Pattern::none(table.shape()), &fixed).ok()
}

fn hidden_together(groups: &[Group]) -> Vec<u64> {
    let mut sums: Vec<u64> = Vec::new();
    for group in groups.iter().filter(|group| group.hidden) {
        sums.resize(group.counts.len(), 0);
        sums.iter_mut().zip(&group.counts).for_each(|(sum, count)| *sum += count);
    }
    sums
}

fn lines(groups: &[Group], columns: &Columns, protected: &Protected) -> Vec<Line> {
    let width = columns.groups.len();
    let mut rows = protected.cells.chunks(width).zip(&protected.row_margins);
    let line = |group: &Group| {
        let row = if group.hidden { None } else { rows.next() };
        let cells = row.map_or(vec![None; width], |(cells, _)| cells.iter().map(shown).collect());
        Line { group: group.clone(), total: row.map(|(_, total)| *total), cells }
    };
    groups.iter().map(line).collect()
}

/// The count of a cell, where it is shown.
pub(super) fn shown(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Shown(count) => Some(*count),
        Cell::Hidden { .. } => None,
    }
}
