//! Ages: the bands as bars, and the single years behind them as thin columns.

use super::{
    bars,
    columns::{self, Column},
    model::Ink,
    sheet::{Face, Place, Sheet},
    wording::{self, Word},
};
use crate::report::{About, Distribution, Row};

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
pub(super) fn ages(sheet: &mut Sheet<'_>, about: &About, figures: &Distribution) {
    let whole = sheet.rest();
    if whole.width >= WIDE {
        let half = ((whole.width - GAP) / 2.0).floor();
        let bands = bars::bars(sheet, Place { width: half, ..whole }, about, &figures.rows);
        let right = Place { left: half + GAP, width: half, ..whole };
        sheet.bottom = years(sheet, right, about, figures).max(bands);
    } else {
        let below = bars::bars(sheet, whole, about, &figures.rows) + BELOW;
        sheet.bottom = years(sheet, Place { top: below, ..whole }, about, figures);
    }
}

fn years(sheet: &mut Sheet<'_>, place: Place, about: &About, figures: &Distribution) -> f64 {
    let top = sheet.paragraph(wording::word(Word::BySingleYear, sheet.lang), place, Face::SOFT, 2) + 4.0;
    let band = bars::top(&figures.rows).and_then(band);
    let columns: Vec<Column> = figures
        .years
        .iter()
        .map(|row| Column {
            code: row.code.clone(),
            count: row.count,
            ink: if inside(row, band) { Ink::Accent } else { Ink::Mark },
            spoken: wording::spoken(row, about.n, sheet.lang),
        })
        .collect();
    let plot = columns::columns(sheet, Place { top, ..place }, TALL, WIDEST_SLOT, &columns);
    let labels: Vec<&str> = figures.years.iter().map(|row| row.code.as_str()).collect();
    columns::labels(sheet, &plot, &labels);
    plot.base + Face::SOFT.line() + 4.0
}

/// First and last year of a band's code: `13-16`, `17+`.
fn band(code: &str) -> Option<(u32, u32)> {
    if let Some(from) = code.strip_suffix('+') {
        return Some((from.parse().ok()?, u32::MAX));
    }
    let (from, to) = code.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

fn inside(year: &Row, band: Option<(u32, u32)>) -> bool {
    match (year.code.parse::<u32>(), band) {
        (Ok(age), Some((from, to))) => (from..=to).contains(&age),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_is_read_from_its_code() {
        assert_eq!(band("13-16"), Some((13, 16)));
        assert_eq!(band("17+"), Some((17, u32::MAX)));
        assert_eq!(band("onbekend"), None);
    }
}
