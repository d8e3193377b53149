//! Marks small counts. Changes no figure.

use super::limits::SMALL_BELOW;
use crate::report::{Crosstab, Distribution, DurationBy, Figures, Report, Status, Threads};

/// Marks every count of persons below the limit and says how many there were.
pub(super) fn small_counts(report: &mut Report) -> u64 {
    let against = report.against.iter_mut().flat_map(|against| &mut against.indicators);
    let all = report.indicators.iter_mut().chain(against);
    all.map(|indicator| mark_figures(&mut indicator.figures)).sum()
}

fn mark_figures(figures: &mut Figures) -> u64 {
    match figures {
        Figures::Distribution(Distribution { rows, years, pyramid, .. }) => {
            let in_rows: u64 = rows.iter_mut().chain(years).map(|row| mark(row.count, &mut row.status)).sum();
            in_rows + pyramid.iter_mut().map(mark_cells).sum::<u64>()
        }
        Figures::Duration(duration) => {
            let in_bands: u64 = duration.rows.iter_mut().map(|row| mark(row.count, &mut row.status)).sum();
            in_bands + if duration.by.is_empty() { 0 } else { mark_groups(&mut duration.by) }
        }
        Figures::Share(share) => mark(share.count, &mut share.status),
        Figures::Crosstab(table) => mark_cells(table),
        Figures::Cooccurrence(together) => {
            let pairs = together.pairs.iter_mut().map(|pair| (pair.count, &mut pair.status));
            let exact = together.combinations.iter_mut().map(|exact| (exact.count, &mut exact.status));
            let rows = together.rows.iter_mut().map(|row| (row.count, &mut row.status));
            rows.chain(pairs).chain(exact).map(|(count, status)| mark(count, status)).sum()
        }
        Figures::Threads(threads) => mark_threads(threads),
        Figures::Series(_) | Figures::Totals(_) => 0,
    }
}

fn mark_cells(table: &mut Crosstab) -> u64 {
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.map(|cell| mark(cell.count, &mut cell.status)).sum()
}

/// Lead times of a group are about few when it has few closed cases, or few open ones.
#[inline(never)]
fn mark_groups(by: &mut [DurationBy]) -> u64 {
    let groups = by.iter_mut().flat_map(|by| &mut by.groups);
    groups.map(|group| mark_any(&[group.n, group.open], &mut group.status)).sum()
}

/// The group of a thread has at least five cases with the trait; the others may have fewer.
#[inline(never)]
fn mark_threads(threads: &mut Threads) -> u64 {
    let rows = threads.rows.iter_mut();
    rows.map(|row| {
        let counts = [row.count.unwrap_or(0), row.rest_count.unwrap_or(0)];
        mark_any(&counts, &mut row.status)
    })
    .sum()
}

fn mark_any(counts: &[u64], status: &mut Option<Status>) -> u64 {
    let small = counts.iter().find(|count| is_small(**count));
    mark(small.copied(), status)
}

fn is_small(count: u64) -> bool {
    (1..SMALL_BELOW).contains(&count)
}

fn mark(count: Option<u64>, status: &mut Option<Status>) -> u64 {
    let small = count.is_some_and(is_small);
    if small {
        *status = Some(Status::Small);
    }
    u64::from(small)
}
