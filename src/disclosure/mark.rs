//! Marks small counts. Changes no figure.

use super::limits::SMALL_BELOW;
use crate::report::{Crosstab, Distribution, Figures, Report, Status};

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
            duration.rows.iter_mut().map(|row| mark(row.count, &mut row.status)).sum()
        }
        Figures::Share(share) => mark(share.count, &mut share.status),
        Figures::Crosstab(table) => mark_cells(table),
        Figures::Cooccurrence(together) => {
            let pairs = together.pairs.iter_mut().map(|pair| (pair.count, &mut pair.status));
            let exact = together.combinations.iter_mut().map(|exact| (exact.count, &mut exact.status));
            let rows = together.rows.iter_mut().map(|row| (row.count, &mut row.status));
            rows.chain(pairs).chain(exact).map(|(count, status)| mark(count, status)).sum()
        }
        // A thread is about at least five cases of the group.
        Figures::Threads(_) | Figures::Series(_) | Figures::Totals(_) => 0,
    }
}

fn mark_cells(table: &mut Crosstab) -> u64 {
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.map(|cell| mark(cell.count, &mut cell.status)).sum()
}

fn mark(count: Option<u64>, status: &mut Option<Status>) -> u64 {
    let small = count.is_some_and(|count| (1..SMALL_BELOW).contains(&count));
    if small {
        *status = Some(Status::Small);
    }
    u64::from(small)
}
