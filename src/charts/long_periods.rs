//! What stands below columns of quarters, half-years and years.

use super::{
    columns::{self, Plot},
    model::Align,
    periods, phrases,
    sheet::{Face, Sheet},
    wording,
};
use crate::report::{Series, Unit};

/// The quarter or half-year under each column and its year below, or the year alone; with the change where `changes`
/// is asked and there is room. Answers where they end.
#[inline(never)]
pub(super) fn labels(sheet: &mut Sheet<'_>, plot: &Plot, series: &Series, changes: bool) -> f64 {
    let face = Face::SOFT;
    let line = face.line();
    let fits = |sheet: &Sheet<'_>, text: &str| sheet.measure(text, face) + columns::APART <= plot.slot;
    let named = |long| -> Vec<String> {
        series.rows.iter().map(|row| phrases::part_of_year(&row.code, long, sheet.lang)).collect()
    };
    let long = named(true);
    let labels = if long.iter().all(|label| fits(sheet, label)) { long } else { named(false) };
    let mut below = plot.base + 4.0;
    if series.unit == Unit::Year || labels.iter().all(|label| fits(sheet, label)) {
        let texts: Vec<&str> = labels.iter().map(String::as_str).collect();
        columns::labels(sheet, plot, &texts);
        below += line;
    }
    let told: Vec<String> = series
        .rows
        .iter()
        .map(|row| row.change.map(|change| wording::change(change, sheet.lang)).unwrap_or_default())
        .collect();
    if changes && told.iter().any(|text| !text.is_empty()) && told.iter().all(|text| fits(sheet, text)) {
        for (index, text) in told.iter().enumerate() {
            sheet.text(text.clone(), (plot.middle(index), below + line / 2.0), Align::Center, face);
        }
        below += line;
    }
    if series.unit == Unit::Year {
        below + 2.0
    } else {
        periods::year_labels(sheet, plot, &series.rows, below) + 2.0
    }
}
