//! What may be shown of an axis as an indicator's figures, in all or in one state. Everything here is made from
//! protected counts; of the exact figures only summaries are looked at, under their own limits.

use super::{
    super::limits::Policy,
    View,
    axis::{Axis, Shape},
    grid::Grid,
    grouping::Kind,
    labels,
};
use crate::report::{
    About, Distribution, Duration, Figures, Indicator, MissingBy, Row, Series, Share, Status, Summary,
};

/// Days of a week: medians and 90th percentiles of lead times are told in whole weeks.
const WEEK: f64 = 7.0;

/// One column of a grid: all cases, or a state with its place among the columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// The column; `None` for all cases.
    pub(super) column: Option<usize>,
    /// How many cases it is about, as published.
    pub(super) cases: u64,
    /// The exact figures, for summaries.
    pub(super) exact: &'a Indicator,
}

/// The figures; `None` when too little of them may be shown.
pub(super) fn of(
    axis: &Axis<'_>,
    grid: &Grid,
    part: Part<'_>,
    view: &View,
    policy: &Policy,
) -> Option<Indicator> {
    let seen = Seen::of(grid, part);
    let n = part.cases.checked_sub(seen.missing.unwrap_or(0))?;
    let shown = seen.rows.iter().filter(|row| row.count.is_some_and(|count| count > 0)).count();
    let enough = match axis.shape {
        Shape::Share => {
            let known = seen.rows.iter().all(|row| row.count.is_some()) && seen.missing.is_some();
            // Where all, or none, have it, it is known of each child.
            let some = seen.rows.iter().all(|row| (1..n).contains(&row.count.unwrap_or(0)));
            known && some && n >= policy.percent_from()
        }
        // Where all have the same answer, it is the answer of each child.
        Shape::Answers(_) | Shape::Several | Shape::Series(_) | Shape::Duration => shown > 1,
    };
    if !enough || n < policy.minimum() {
        return None;
    }
    // Of lead times `n` is the number of closed cases, where that is shown.
    let told = n.checked_sub(seen.open.unwrap_or(0))?;
    let about = About {
        id: axis.id().to_owned(),
        label: None,
        n: told,
        missing: seen.missing.unwrap_or(0),
        missing_by: MissingBy::default(),
        missing_status: seen.missing.is_none().then_some(Status::Hidden),
        of_known: axis.indicator.about.of_known,
        chosen: Vec::new(),
    };
    // Of all cases, the unknown among them, a percentage would seem to be about the answers.
    let part_of = if seen.missing.is_some() { told } else { 0 };
    let figures = figures(axis, seen, part_of, part, view, policy)?;
    Some(Indicator { about, figures, words: None })
}

/// How many counts of an indicator are not shown.
pub(super) fn hidden(indicator: &Indicator) -> u64 {
    let rows: &[Row] = match &indicator.figures {
        Figures::Distribution(spread) => &spread.rows,
        Figures::Series(series) => &series.rows,
        Figures::Duration(duration) => &duration.rows,
        _ => &[],
    };
    let open = matches!(&indicator.figures, Figures::Duration(duration) if duration.open_status.is_some());
    let rows = rows.iter().filter(|row| row.count.is_none()).count() as u64;
    rows + u64::from(indicator.about.missing_status.is_some()) + u64::from(open)
}

/// What is seen of one column.
struct Seen {
    rows: Vec<Row>,
    missing: Option<u64>,
    open: Option<u64>,
}

impl Seen {
    fn of(grid: &Grid, part: Part<'_>) -> Self {
        let mut seen = Self { rows: Vec::new(), missing: Some(0), open: Some(0) };
        for line in &grid.lines {
            let count = match part.column {
                None => line.total,
                Some(column) => line.cells.get(column).copied().flatten(),
            };
            match line.group.kind {
                Kind::Missing => seen.missing = count,
                Kind::Open => seen.open = count,
                Kind::Answers => seen.rows.push(Row {
                    code: line.group.code.clone(),
                    label: line.group.label.clone(),
                    count,
                    status: count.is_none().then_some(Status::Hidden),
                    ..Row::default()
                }),
            }
        }
        seen
    }
}

fn figures(
    axis: &Axis<'_>,
    seen: Seen,
    n: u64,
    part: Part<'_>,
    view: &View,
    policy: &Policy,
) -> Option<Figures> {
    // A median says on which side of it a hidden class lies, and that in a class that was put together.
    let whole = seen.missing.is_some()
        && seen.open.is_some()
        && seen
            .rows
            .iter()
            .all(|row| row.count.is_some() && !row.is_put_together() && !row.code.contains(labels::TO));
    let Seen { mut rows, open, .. } = seen;
    Some(match axis.shape {
        Shape::Answers(ordered) => {
            in_percent(&mut rows, n, policy);
            let rows = if ordered { rows } else { in_order(rows, view) };
            let summary = summary_of_years(part.exact, n, policy).filter(|_| whole);
            Figures::Distribution(Distribution {
                base: base(),
                ordered,
                rows,
                summary,
                ..Distribution::default()
            })
        }
        Shape::Several => {
            in_percent(&mut rows, n, policy);
            let rows = in_order(rows, view);
            Figures::Distribution(Distribution {
                base: base(),
                multiple: true,
                rows,
                ..Distribution::default()
            })
        }
        Shape::Share => {
            let count = rows.first()?.count?;
            Figures::Share(Share { count: Some(count), share: percent(count, n, policy), status: None })
        }
        Shape::Series(unit) => Figures::Series(Series { unit, rows, mean: None, regions: Vec::new() }),
        Shape::Duration => {
            // Of the closed cases; without knowing how many are open there is nothing to be a part of.
            if open.is_some() {
                in_percent(&mut rows, n, policy);
            }
            Figures::Duration(Duration {
                open: open.unwrap_or(0),
                open_status: open.is_none().then_some(Status::Hidden),
                excluded: 0,
                rows,
                summary: if whole { summary_of_days(part.exact, n, policy) } else { Summary::default() },
                kaplan_meier: None,
                closed_only: Vec::new(),
                by: Vec::new(),
            })
        }
    })
}

fn base() -> String {
    "cases".to_owned()
}

fn in_percent(rows: &mut [Row], n: u64, policy: &Policy) {
    for row in rows {
        row.share = row.count.and_then(|count| percent(count, n, policy));
    }
}

/// Whole percents of protected counts, half away from zero, as a fraction; none of too few.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2⁵²")]
fn percent(count: u64, n: u64, policy: &Policy) -> Option<f64> {
    let enough = n >= policy.percent_from() && n > 0;
    enough.then(|| ((count * 200 + n) / (n * 2)) as f64 / 100.0)
}

/// By what is seen alone: shown counts from large to small, equal ones by name, then what is not shown by name. The
/// order of the exact counts would tell which of two equal ones is larger.
fn in_order(rows: Vec<Row>, view: &View) -> Vec<Row> {
    let is_rest = |row: &Row| row.is_put_together() || view.rest.contains(&row.code);
    crate::listed::in_order(rows, |a, b| {
        is_rest(a)
            .cmp(&is_rest(b))
            .then(b.count.is_some().cmp(&a.count.is_some()))
            .then(b.count.cmp(&a.count))
            .then_with(|| a.label.cmp(&b.label))
    })
}

/// The median in whole years, of enough ages.
fn summary_of_years(exact: &Indicator, n: u64, policy: &Policy) -> Option<Summary> {
    let Figures::Distribution(spread) = &exact.figures else { return None };
    let median = spread.summary?.median.filter(|_| n.min(exact.about.n) >= policy.median_from())?;
    Some(Summary { mean: None, median: Some(median.round()), p90: None })
}

/// Median and 90th percentile in whole weeks, each of enough closed cases.
fn summary_of_days(exact: &Indicator, n: u64, policy: &Policy) -> Summary {
    let Figures::Duration(duration) = &exact.figures else { return Summary::default() };
    let n = n.min(exact.about.n);
    let weeks =
        |days: Option<f64>, from: u64| days.filter(|_| n >= from).map(|days| (days / WEEK).round() * WEEK);
    Summary {
        mean: None,
        median: weeks(duration.summary.median, policy.median_from()),
        p90: weeks(duration.summary.p90, policy.p90_from()),
    }
}
