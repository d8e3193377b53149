//! Ages: the bands as bars, and the single years behind them as thin columns.

use super::{
    bars,
    columns::{self, Column, Piece},
    model::Ink,
    pyramid,
    sheet::{Face, Place, Sheet},
    span,
    subject::Subject,
    wording::{self, Word},
};
use crate::report::{Distribution, Row};

/// From here the years stand beside the bands.
const WIDE: f64 = 720.0;
/// Between the two panels, side by side and one above the other.
const GAP: f64 = 48.0;
const BELOW: f64 = 24.0;
/// Height of the tallest year.
const TALL: f64 = 88.0;
/// Widest room for one year: wider columns say nothing more.
const WIDEST_SLOT: f64 = 36.0;

/// Draws bands and single years.
pub(super) fn ages(sheet: &mut Sheet<'_>, subject: Subject<'_>, figures: &Distribution) {
    let whole = sheet.rest();
    if whole.width >= WIDE {
        let half = ((whole.width - GAP) / 2.0).floor();
        let bands = bars::bars(sheet, Place { width: half, ..whole }, subject, &figures.rows);
        let right = Place { left: half + GAP, width: half, ..whole };
        sheet.bottom = years(sheet, right, subject, figures).max(bands);
    } else {
        let below = bars::bars(sheet, whole, subject, &figures.rows) + BELOW;
        sheet.bottom = years(sheet, Place { top: below, ..whole }, subject, figures);
    }
}

fn years(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, figures: &Distribution) -> f64 {
    if let Some(table) = &figures.pyramid {
        return pyramid::pyramid(sheet, place, subject, figures, table);
    }
    let top = sheet.paragraph(wording::word(Word::BySingleYear, sheet.lang), place, Face::SOFT, 2) + 4.0;
    let columns: Vec<Column> = figures
        .years
        .iter()
        .map(|row| Column {
            code: row.code.clone(),
            pieces: vec![Piece::of(row.count, ink(subject, figures, row))],
            spoken: wording::spoken(row, subject.base(), sheet.lang),
            choice: subject.choice(&row.code, row.count),
        })
        .collect();
    let plot = columns::columns(sheet, Place { top, ..place }, TALL, WIDEST_SLOT, &columns);
    let labels: Vec<&str> = figures.years.iter().map(|row| row.code.as_str()).collect();
    columns::labels(sheet, &plot, &labels);
    plot.base + Face::SOFT.line() + 4.0
}

/// A year is strong in what was chosen, and without a choice in the largest band.
pub(super) fn ink(subject: Subject<'_>, figures: &Distribution, year: &Row) -> Ink {
    let band = bars::top(&figures.rows).and_then(span::years);
    let largest = match (span::years(&year.code), band) {
        (Some((age, _)), Some((from, to))) => (from..=to).contains(&age),
        _ => false,
    };
    subject.ink(&year.code, largest)
}
