//! Exact reports as axes: the classes of one indicator, with how many cases of each column of the split are in them.
//! No protection.

use super::Exact;
use crate::report::{Distribution, Figures, Indicator, Report, Row, Unit};

/// Code of the class of open cases, which stands among the bands of lead times.
pub(super) const OPEN: &str = "open";
/// Code of the answer that a share is of.
pub(super) const YES: &str = "ja";

/// How the classes of an axis are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One answer a case; in this order when `true`.
    Answers(bool),
    /// Several answers a case: each is an axis of its own, yes or no.
    Several,
    /// The part with one answer.
    Share,
    /// Periods.
    Series(Unit),
    /// Bands of lead times, and the open cases.
    Duration,
}

/// Cases that are counted together.
#[derive(Debug, Clone)]
pub(super) struct Class {
    pub(super) code: String,
    pub(super) label: String,
    /// By column of the split; one column without a split.
    pub(super) counts: Vec<u64>,
}

impl Class {
    /// In all columns.
    pub(super) fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

/// The classes of one indicator. With `missing` they are all cases, once each, but where the shape is
/// [`Shape::Several`] or [`Shape::Share`].
#[derive(Debug, Clone)]
pub(super) struct Axis<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) shape: Shape,
    pub(super) classes: Vec<Class>,
    /// Cases with an answer, by column of the split.
    pub(super) known: Vec<u64>,
    /// Cases without an answer, by column of the split.
    pub(super) missing: Vec<u64>,
}

impl<'a> Axis<'a> {
    /// The axis of an indicator of the whole. `None` when it has no classes that can be published, or when the states
    /// do not add up to the whole.
    pub(super) fn of(indicator: &'a Indicator, exact: &Exact<'_>) -> Option<Self> {
        let shape = shape(&indicator.figures)?;
        let states: Vec<Option<&Indicator>> =
            exact.states.iter().map(|state| same_in(state.report, indicator)).collect();
        // Cases of a state without it would seem to be of no state.
        if states.contains(&None) {
            return None;
        }
        let columns = |whole: u64, of: &dyn Fn(&Indicator) -> u64| -> Option<Vec<u64>> {
            let mut counts: Vec<u64> = states.iter().map(|state| state.map_or(0, of)).collect();
            let rest = whole.checked_sub(counts.iter().sum())?;
            counts.push(rest);
            Some(counts)
        };
        let class = |(code, label, count): (String, String, u64)| {
            let counts = columns(count, &|state| count_of(state, &code))?;
            Some(Class { code, label, counts })
        };
        let classes = rows(&indicator.figures)?.into_iter().map(class).collect::<Option<_>>()?;
        let known = columns(indicator.about.n, &|state| state.about.n)?;
        Some(Self { indicator, shape, classes, known, missing: columns(missing(indicator), &missing)? })
    }

    /// The indicator's id.
    pub(super) fn id(&self) -> &str {
        &self.indicator.about.id
    }
}

/// The same indicator in another report.
pub(super) fn same_in<'r>(report: &'r Report, indicator: &Indicator) -> Option<&'r Indicator> {
    let unit = |figures: &Figures| match figures {
        Figures::Series(series) => Some(series.unit),
        _ => None,
    };
    report.indicators.iter().find(|other| {
        other.about.id == indicator.about.id && unit(&other.figures) == unit(&indicator.figures)
    })
}

fn shape(figures: &Figures) -> Option<Shape> {
    match figures {
        Figures::Distribution(Distribution { multiple: true, .. }) => Some(Shape::Several),
        Figures::Distribution(spread) => Some(Shape::Answers(spread.ordered)),
        Figures::Share(_) => Some(Shape::Share),
        Figures::Series(series) => Some(Shape::Series(series.unit)),
        Figures::Duration(_) => Some(Shape::Duration),
        Figures::Totals(_) | Figures::Crosstab(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => None,
    }
}

/// Cases without an answer; of lead times also those whose dates can't be.
fn missing(indicator: &Indicator) -> u64 {
    let excluded = match &indicator.figures {
        Figures::Duration(duration) => duration.excluded,
        _ => 0,
    };
    indicator.about.missing + excluded
}

/// Code, label and exact count of each class.
fn rows(figures: &Figures) -> Option<Vec<(String, String, u64)>> {
    let all = |rows: &[Row]| -> Option<Vec<(String, String, u64)>> {
        rows.iter().map(|row| Some((row.code.clone(), row.label.clone(), row.count?))).collect()
    };
    match figures {
        Figures::Distribution(spread) => all(&spread.rows),
        Figures::Series(series) => all(&series.rows),
        Figures::Duration(duration) => {
            let mut rows = all(&duration.rows)?;
            rows.push((OPEN.to_owned(), String::new(), duration.open));
            Some(rows)
        }
        Figures::Share(share) => Some(vec![(YES.to_owned(), String::new(), share.count?)]),
        Figures::Totals(_) | Figures::Crosstab(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => None,
    }
}

fn count_of(indicator: &Indicator, code: &str) -> u64 {
    let rows = rows(&indicator.figures).unwrap_or_default();
    rows.into_iter().find(|(known, _, _)| known == code).map_or(0, |(_, _, count)| count)
}
