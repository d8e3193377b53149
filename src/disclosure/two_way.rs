//! One two-way table made safe by a policy: what may be shown of it, or why nothing may.

use super::{
    audit::Interval,
    limits::Policy,
    refused::Unsafe,
    round::Fixed,
    rounded,
    rules::Rules,
    suppress,
    table::{Pattern, Table},
};

/// What may be shown of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// This count, as published: rounded where the policy rounds.
    Shown(u64),
    /// Nothing but what everyone can work out of what is shown.
    Hidden {
        /// The least that the count can be.
        low: u64,
        /// The most that it can be.
        high: u64,
    },
}

/// What may be shown of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// The cells, row after row.
    pub cells: Vec<Cell>,
    /// The sum of each row as published.
    pub row_margins: Vec<u64>,
    /// The sum of each column as published.
    pub column_margins: Vec<u64>,
    /// The sum of all as published.
    pub total: u64,
    /// The width of the narrowest interval of a hidden cell.
    pub narrowest: Option<u64>,
    /// How many cells are hidden.
    pub hidden: usize,
    /// How many cases stand in hidden cells: exact, so for choosing between tables, never for showing.
    pub hidden_cases: u64,
}

/// A table made safe: exact counts with secondary suppression, or rounded counts when the policy has a base.
///
/// All sums of rows and columns are shown, so each must be 0 or at least the policy's minimum: small
/// classes are merged or hidden before, as one group. `start` is what is hidden whatever it counts.
/// `fixed` are rounded sums that other tables published already.
///
/// # Errors
///
/// [`Unsafe`]: nothing of this table may be shown.
pub fn protect(table: &Table, policy: &Policy, start: &Pattern, fixed: &Fixed) -> Result<Protected, Unsafe> {
    if start.shape() != table.shape() {
        return Err(Unsafe::OtherShape);
    }
    if table.total() < policy.minimum() {
        return Err(Unsafe::TooFew);
    }
    let rules = Rules::of(policy.minimum());
    match policy.base() {
        None => {
            let suppressed = suppress::suppress(table, &rules, start)?;
            Ok(published(table, table, &suppressed.intervals))
        }
        Some(base) => {
            let (rounded, intervals) = rounded::protect(table, &rules, base, start, fixed)?;
            Ok(published(table, &rounded, &intervals))
        }
    }
}

fn published(exact: &Table, shown: &Table, hidden: &[(usize, Interval)]) -> Protected {
    let interval = |place| hidden.iter().find(|(known, _)| *known == place).map(|(_, interval)| *interval);
    let cell = |place| match interval(place) {
        Some(Interval { low, high }) => Cell::Hidden { low, high },
        None => Cell::Shown(shown.at(place)),
    };
    Protected {
        cells: exact.shape().inner().map(cell).collect(),
        row_margins: shown.row_margins(),
        column_margins: shown.column_margins(),
        total: shown.total(),
        narrowest: hidden.iter().map(|(_, interval)| interval.width()).min(),
        hidden: hidden.len(),
        hidden_cases: hidden.iter().map(|(place, _)| exact.at(*place)).sum(),
    }
}
