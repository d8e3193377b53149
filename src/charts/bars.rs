//! Horizontal bars: one an answer, its value at its end, missing answers last and grey.

use super::{
    model::{Align, Ink, Shape},
    sheet::{Face, Place, Sheet},
    wording::{self, HIDDEN, Word},
};
use crate::report::{About, Distribution, Row, Status};

/// From here labels may stand beside the bars whatever their length.
const NARROW: f64 = 420.0;
/// Most of the width that labels beside the bars take.
const LABEL_PART: f64 = 0.4;
/// The same where the sheet is narrow; longer labels go above their bar.
const NARROW_LABEL_PART: f64 = 0.4;
/// Thickness of a bar beside its label.
const THICK: f64 = 20.0;
/// Thickness of a bar below its label.
const THIN: f64 = 16.0;
/// Least height of a row: a finger finds it.
const ROW: f64 = 30.0;
/// Between label and base line, and between bar and value.
const GAP: f64 = 8.0;
/// Between percent and count.
const VALUE_GAP: f64 = 6.0;
/// Radius of the ring behind a small count.
const RING: f64 = 3.0;

/// A bar to be drawn.
struct Bar<'r> {
    code: &'r str,
    label: &'r str,
    spoken: String,
    /// Length in cases; `None` when protected.
    count: Option<u64>,
    percent: String,
    number: String,
    small: bool,
    ink: Ink,
    label_ink: Ink,
}

/// Draws the answers of one field.
pub(super) fn distribution(sheet: &mut Sheet<'_>, about: &About, figures: &Distribution) {
    let place = sheet.rest();
    sheet.bottom = bars(sheet, place, about, &figures.rows);
}

/// A grey row below the answers, with a count and no share.
pub(super) struct Extra<'r> {
    pub(super) code: &'r str,
    pub(super) label: &'r str,
    pub(super) count: u64,
}

/// Draws rows and the missing answers from `place` down; answers where they end.
pub(super) fn bars(sheet: &mut Sheet<'_>, place: Place, about: &About, rows: &[Row]) -> f64 {
    let label = wording::word(Word::Unknown, sheet.lang);
    bars_with(sheet, place, about.n, rows, &[Extra { code: "onbekend", label, count: about.missing }])
}

/// Draws rows and grey ones below them, of which those of 0 are left out; answers where they end.
pub(super) fn bars_with(
    sheet: &mut Sheet<'_>,
    place: Place,
    n: u64,
    rows: &[Row],
    extra: &[Extra<'_>],
) -> f64 {
    let bars = list(sheet, n, rows, extra);
    if bars.is_empty() {
        return sheet.paragraph(wording::word(Word::NoCases, sheet.lang), place, Face::SOFT, 2);
    }
    let widest = sheet.widest(bars.iter().map(|bar| bar.label), Face::LABEL);
    let part = if place.width < NARROW { NARROW_LABEL_PART } else { LABEL_PART };
    if place.width < NARROW && widest > place.width * part {
        above(sheet, place, &bars)
    } else {
        let label = widest.min(place.width * part).ceil() + GAP;
        beside(sheet, place, label, &bars)
    }
}

fn list<'r>(sheet: &Sheet<'_>, n: u64, rows: &'r [Row], extra: &[Extra<'r>]) -> Vec<Bar<'r>> {
    let top = top(rows);
    let answers = rows.iter().map(|row| Bar {
        code: &row.code,
        label: &row.label,
        spoken: wording::spoken(row, n, sheet.lang),
        count: row.count,
        percent: row.share.filter(|_| row.count.is_some()).map_or_else(String::new, wording::percent),
        number: row.count.map_or_else(|| HIDDEN.to_owned(), |count| wording::count(count, sheet.lang)),
        small: row.status == Some(Status::Small),
        ink: if top == Some(row.code.as_str()) { Ink::Accent } else { Ink::Mark },
        label_ink: Ink::Ink,
    });
    let grey = extra.iter().filter(|row| row.count > 0).map(|row| Bar {
        code: row.code,
        label: row.label,
        spoken: format!("{}: {}", row.label, wording::count(row.count, sheet.lang)),
        count: Some(row.count),
        percent: String::new(),
        number: wording::count(row.count, sheet.lang),
        small: false,
        ink: Ink::Unknown,
        label_ink: Ink::Soft,
    });
    answers.chain(grey).collect()
}

/// The code of the largest row; none when two are as large, or nothing is counted.
pub(super) fn top(rows: &[Row]) -> Option<&str> {
    let largest = rows.iter().filter_map(|row| row.count).max().filter(|count| *count > 0)?;
    let mut those = rows.iter().filter(|row| row.count == Some(largest));
    let first = those.next()?;
    those.next().is_none().then_some(first.code.as_str())
}

/// Labels in a column on the left, bars on the right.
fn beside(sheet: &mut Sheet<'_>, place: Place, label: f64, bars: &[Bar<'_>]) -> f64 {
    let left = place.left + label;
    let scale = scale(sheet, place.width - label, bars);
    let mut top = place.top;
    for bar in bars {
        let face = Face::LABEL.in_ink(bar.label_ink);
        let lines = sheet.wrap(bar.label, label - GAP, face, 2);
        let height = (lines_height(lines.len(), face) + GAP).max(ROW).ceil();
        let middle = top + height / 2.0;
        let mut y = middle - lines_height(lines.len() - 1, face) / 2.0;
        for line in lines {
            sheet.text(line, (left - GAP, y), Align::Right, face);
            y += face.line();
        }
        let end = bar_and_value(sheet, (left, middle), THICK, scale, bar);
        sheet.mark((place.left, top), (end - place.left, height), bar.code, bar.spoken.clone());
        top += height;
    }
    sheet.rect((left, place.top), (1.0, top - place.top), Ink::Ink);
    top
}

/// Each label above its bar, for a narrow sheet.
fn above(sheet: &mut Sheet<'_>, place: Place, bars: &[Bar<'_>]) -> f64 {
    let scale = scale(sheet, place.width, bars);
    let mut top = place.top;
    for bar in bars {
        let words = Place { top, ..place };
        let below = sheet.paragraph(bar.label, words, Face::LABEL.in_ink(bar.label_ink), 2).ceil() + 1.0;
        let end = bar_and_value(sheet, (place.left, below + THIN / 2.0), THIN, scale, bar);
        sheet.rect((place.left, below - 2.0), (1.0, THIN + 4.0), Ink::Ink);
        let bottom = below + THIN + GAP;
        sheet.mark(
            (place.left, top),
            (end.max(place.width) - place.left, bottom - top),
            bar.code,
            bar.spoken.clone(),
        );
        top = bottom + 2.0;
    }
    top - 2.0
}

fn lines_height(lines: usize, face: Face) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(0)) * face.line()
}

/// CSS pixels to a case: the longest at which every bar has room for its value.
fn scale(sheet: &Sheet<'_>, room: f64, bars: &[Bar<'_>]) -> f64 {
    let most = bars.iter().map(length).fold(0.0, f64::max);
    let fits = bars.iter().filter(|bar| length(bar) > 0.0).map(|bar| {
        let bar_room = room - 2.0 - GAP - value_width(sheet, bar);
        bar_room.max(0.0) / length(bar)
    });
    fits.fold(if most > 0.0 { room / most } else { 0.0 }, f64::min)
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn length(bar: &Bar<'_>) -> f64 {
    bar.count.unwrap_or(0) as f64
}

fn value_width(sheet: &Sheet<'_>, bar: &Bar<'_>) -> f64 {
    let percent = sheet.measure(&bar.percent, Face::VALUE);
    let gap = if bar.percent.is_empty() { 0.0 } else { VALUE_GAP };
    let ring = if bar.small { VALUE_GAP + RING * 2.0 } else { 0.0 };
    percent + gap + sheet.measure(&bar.number, Face::SOFT) + ring
}

/// Draws the bar and the value at its end; answers where the value ends.
fn bar_and_value(
    sheet: &mut Sheet<'_>,
    (left, middle): (f64, f64),
    thick: f64,
    scale: f64,
    bar: &Bar<'_>,
) -> f64 {
    let long = if length(bar) > 0.0 { (length(bar) * scale).max(2.0) } else { 0.0 };
    if long > 0.0 {
        sheet.rect((left, middle - thick / 2.0), (long, thick), bar.ink);
    }
    let mut x = left + long + GAP;
    if !bar.percent.is_empty() {
        sheet.text(bar.percent.clone(), (x, middle), Align::Left, Face::VALUE);
        x += sheet.measure(&bar.percent, Face::VALUE) + VALUE_GAP;
    }
    sheet.text(bar.number.clone(), (x, middle), Align::Left, Face::SOFT);
    x += sheet.measure(&bar.number, Face::SOFT);
    if bar.small {
        x += VALUE_GAP + RING;
        sheet.shape(Shape::Dot { x, y: middle, radius: RING, ink: Ink::Soft, hollow: true });
        x += RING;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, count: Option<u64>) -> Row {
        Row { code: code.to_owned(), label: code.to_owned(), count, share: None, status: None }
    }

    #[test]
    fn the_largest_is_on_top_unless_tied_or_nothing() {
        assert_eq!(top(&[row("a", Some(1)), row("b", Some(3)), row("c", None)]), Some("b"));
        assert_eq!(top(&[row("a", Some(3)), row("b", Some(3))]), None);
        assert_eq!(top(&[row("a", Some(0))]), None);
        assert_eq!(top(&[]), None);
    }
}
