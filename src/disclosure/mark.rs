//! Marks small counts. Changes no figure.

use super::limits::SMALL_BELOW;
use crate::report::{Crosstab, Distribution, Figures, Report, Status};

/// Marks every count of persons below the limit and says how many there were.
pub(super) fn small_counts(report: &mut Report) -> u64 {
    report.indicators.iter_mut().map(|indicator| mark_figures(&mut indicator.figures)).sum()
}

fn mark_figures(figures: &mut Figures) -> u64 {
    match figures {
        Figures::Distribution(Distribution { rows, years, .. }) => {
            rows.iter_mut().chain(years).map(|row| mark(row.count, &mut row.status)).sum()
        }
        Figures::Duration(duration) => {
            duration.rows.iter_mut().map(|row| mark(row.count, &mut row.status)).sum()
        }
        Figures::Share(share) => mark(share.count, &mut share.status),
        Figures::Crosstab(Crosstab { rows, .. }) => {
            let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
            cells.map(|cell| mark(cell.count, &mut cell.status)).sum()
        }
        Figures::Series(_) | Figures::Totals(_) => 0,
    }
}

fn mark(count: Option<u64>, status: &mut Option<Status>) -> u64 {
    let small = count.is_some_and(|count| (1..SMALL_BELOW).contains(&count));
    if small {
        *status = Some(Status::Small);
    }
    u64::from(small)
}
