//! What periods longer than a month have, and any period of which more is known: the year before, the change, and
//! that it is not over.

use super::{
    columns::{self, Plot},
    legend::{self, Sign},
    model::{Align, Ink},
    phrases::{self, Phrase},
    sheet::{Face, Place, Sheet},
    span, wording,
};
use crate::{
    catalog::Lang,
    report::{Row, Series, Unit},
};

/// Between the legend and the columns.
const BELOW: f64 = 6.0;

/// Whether the year before stands beside each column: not where it is a column itself close by.
pub(super) fn shows_year_before(series: &Series) -> bool {
    let drawn = |row: &Row| {
        let before =
            span::months(&row.code).and_then(|(from, to)| Some((from.checked_sub(12)?, to.checked_sub(12)?)));
        before.is_some() && series.rows.iter().any(|other| span::months(&other.code) == before)
    };
    let known = |row: &&Row| row.previous.is_some();
    match series.unit {
        Unit::Year => false,
        Unit::Month => {
            series.rows.iter().any(|row| row.previous.is_some() && !drawn(row)) && series.rows.len() <= 12
        }
        Unit::Quarter | Unit::HalfYear => series.rows.iter().any(|row| known(&row)),
    }
}

/// Says what the pale and the hatched columns are; answers the place below.
#[inline(never)]
pub(super) fn legend(sheet: &mut Sheet<'_>, place: Place, series: &Series, before: bool) -> Place {
    let mut entries = Vec::new();
    let phrase = |which| phrases::phrase(which, sheet.lang).to_owned();
    if before {
        entries.push((Sign::Block(Ink::MarkSoft), phrase(Phrase::YearBefore)));
    }
    if series.rows.iter().any(|row| row.provisional) {
        entries.push((Sign::Hatched(Ink::Mark), phrase(Phrase::NotOver)));
    }
    if series.unit != Unit::Month && series.rows.iter().any(|row| row.change.is_some()) {
        entries.push((Sign::None, phrase(Phrase::ChangeExplained)));
    }
    if entries.is_empty() {
        return place;
    }
    let top = legend::legend(sheet, place, &entries) + BELOW;
    Place { top, ..place }
}

/// The period as read aloud, with what else is known of it.
pub(super) fn spoken(mut text: String, row: &Row, lang: Lang) -> String {
    if let Some(previous) = row.previous {
        let before = phrases::phrase(Phrase::YearBefore, lang);
        text = format!("{text}, {before} {}", wording::count(previous, lang));
    }
    if let Some(change) = row.change {
        text = format!(
            "{text}, {} {}",
            phrases::phrase(Phrase::Difference, lang),
            phrases::change(change, lang)
        );
    }
    if row.provisional {
        text = format!("{text}, {}", phrases::phrase(Phrase::Provisional, lang));
    }
    text
}

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
        .map(|row| row.change.map(|change| phrases::change(change, sheet.lang)).unwrap_or_default())
        .collect();
    if changes && told.iter().any(|text| !text.is_empty()) && told.iter().all(|text| fits(sheet, text)) {
        for (index, text) in told.iter().enumerate() {
            sheet.text(text.clone(), (plot.middle(index), below + line / 2.0), Align::Center, face);
        }
        below += line;
    }
    if series.unit == Unit::Year { below + 2.0 } else { years(sheet, plot, &series.rows, below) }
}

/// The year under the first of its periods, with a line before it.
fn years(sheet: &mut Sheet<'_>, plot: &Plot, rows: &[Row], below: f64) -> f64 {
    super::periods::year_labels(sheet, plot, rows, below) + 2.0
}
