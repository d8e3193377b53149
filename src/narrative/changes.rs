//! Periods against the same periods a year earlier, where the report has both.

use super::{en, nl, period::Months, tongue::Tongue};
use crate::{
    catalog::Lang,
    report::{Row, Series, Unit},
};

/// Most regions that a sentence names.
const REGIONS_NAMED: usize = 5;

/// The last period that has a year before it, with both counts.
pub(super) fn last(series: &Series) -> Option<((Months, u64), (Months, u64))> {
    both(last_row(series)?)
}

fn last_row(series: &Series) -> Option<&Row> {
    series.rows.iter().rev().find(|row| row.previous.is_some())
}

fn both(row: &Row) -> Option<((Months, u64), (Months, u64))> {
    let now = Months::of_code(&row.code)?;
    Some(((now, row.count?), (now.year_before(), row.previous?)))
}

/// The last period that has a year before it, in a sentence; years have the title for it.
pub(super) fn sentence(series: &Series, tongue: &dyn Tongue) -> Option<String> {
    of(series.unit, last_row(series)?, tongue)
}

/// A period against the year before it, in a sentence.
pub(super) fn of(unit: Unit, row: &Row, tongue: &dyn Tongue) -> Option<String> {
    let (now, before) = both(row)?;
    Some(match tongue.lang() {
        Lang::Nl => nl::changes::period(unit, now, before),
        Lang::En => en::changes::period(unit, now, before),
    })
}

/// The regions that were in the data in the last whole year and the one before.
pub(super) fn regions(series: &Series, tongue: &dyn Tongue) -> Option<String> {
    if series.unit != Unit::Year || series.regions.len() < 2 {
        return None;
    }
    let last = series.rows.iter().rev().find(|row| !row.provisional)?;
    let year = Months::of_code(&last.code)?.from.0;
    let counts = |row: &Row| {
        let previous = row.previous?;
        Some((row.label.clone(), previous, previous.checked_add_signed(row.change?)?))
    };
    let regions: Vec<_> = series.regions.iter().filter_map(counts).collect();
    let years = (year.checked_sub(1)?, year);
    (1..=REGIONS_NAMED).contains(&regions.len()).then(|| match tongue.lang() {
        Lang::Nl => nl::changes::regions(years, &regions),
        Lang::En => en::changes::regions(years, &regions),
    })
}
