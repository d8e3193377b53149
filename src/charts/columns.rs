//! Upright columns in time or by year of age, with their values on top where there is room.

use super::{
    bars,
    model::{Align, Ink},
    sheet::{Face, Place, SMALL, Sheet},
    wording::{self, HIDDEN, Word},
};
use crate::{
    catalog::Lang,
    report::{Row, Series},
};

/// Height of the tallest month.
const TALL: f64 = 140.0;
/// Widest room for a month.
const WIDEST_SLOT: f64 = 134.0;
/// The part of its room that a column fills.
const FILL: f64 = 0.72;
/// Room for a value above a column.
const VALUE: f64 = 20.0;
/// Least room between two labels on a line.
const APART: f64 = 4.0;
/// Most lines behind the columns, when values are not written.
const MOST_LINES: u64 = 4;

const MONTHS_NL: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A column to be drawn.
pub(super) struct Column {
    pub(super) code: String,
    /// Height; `None` when protected.
    pub(super) count: Option<u64>,
    pub(super) ink: Ink,
    pub(super) spoken: String,
}

/// Where the columns stand.
pub(super) struct Plot {
    left: f64,
    right: f64,
    /// Where the columns stand on.
    pub(super) base: f64,
    slot: f64,
}

impl Plot {
    fn slot_left(&self, index: usize) -> f64 {
        self.left + f64::from(u32::try_from(index).unwrap_or(u32::MAX)) * self.slot
    }

    fn middle(&self, index: usize) -> f64 {
        self.slot_left(index) + self.slot / 2.0
    }
}

/// Draws the referrals by month.
pub(super) fn months(sheet: &mut Sheet<'_>, series: &Series) {
    let place = sheet.rest();
    if series.rows.is_empty() {
        sheet.bottom = sheet.paragraph(wording::word(Word::NoCases, sheet.lang), place, Face::SOFT, 2);
        return;
    }
    let top = bars::top(&series.rows);
    let columns: Vec<Column> = series
        .rows
        .iter()
        .map(|row| Column {
            code: row.code.clone(),
            count: row.count,
            ink: if top == Some(row.code.as_str()) { Ink::Accent } else { Ink::Mark },
            spoken: spoken(row, sheet.lang),
        })
        .collect();
    let plot = self::columns(sheet, place, TALL, WIDEST_SLOT, &columns);
    let below = month_labels(sheet, &plot, &series.rows);
    sheet.bottom = year_labels(sheet, &plot, &series.rows, below) + 2.0;
}

fn spoken(row: &Row, lang: Lang) -> String {
    row.count.map_or_else(
        || format!("{}: {}", row.label, wording::word(Word::Hidden, lang)),
        |count| {
            let noun = if count == 1 { Word::Referral } else { Word::Referrals };
            format!("{}: {} {}", row.label, wording::count(count, lang), wording::word(noun, lang))
        },
    )
}

/// Draws columns, their values or else lines behind them, and the base line.
pub(super) fn columns(
    sheet: &mut Sheet<'_>,
    place: Place,
    tall: f64,
    widest: f64,
    columns: &[Column],
) -> Plot {
    let numbers: Vec<String> = columns
        .iter()
        .map(|column| {
            column.count.map_or_else(|| HIDDEN.to_owned(), |count| wording::count(count, sheet.lang))
        })
        .collect();
    let most = columns.iter().filter_map(|column| column.count).max().unwrap_or(0);
    let number = sheet.widest(numbers.iter().map(String::as_str), VALUE_FACE);
    let parts = f64::from(u32::try_from(columns.len()).unwrap_or(u32::MAX)).max(1.0);
    let written = (place.width / parts).min(widest) >= number + APART;
    let gutter = if written { 0.0 } else { number.ceil() + 6.0 };
    let left = place.left + gutter;
    let slot = ((place.width - gutter) / parts).min(widest);
    let plot = Plot { left, right: left + slot * parts, base: place.top + VALUE + tall, slot };
    let scale = tall / cases(most.max(1));
    if !written {
        lines(sheet, &plot, most, scale);
    }
    for (index, (column, number)) in columns.iter().zip(numbers).enumerate() {
        let height = column.count.map_or(0.0, cases) * scale;
        draw_column(sheet, &plot, index, height, column);
        let label = sheet.measure(&number, VALUE_FACE);
        if written || column.ink == Ink::Accent && column.count == Some(most) {
            let x =
                plot.middle(index).max(left + label / 2.0).min(plot.right.max(left + label) - label / 2.0);
            sheet.text(number, (x, plot.base - height - 10.0), Align::Center, VALUE_FACE);
        }
        let top = place.top;
        sheet.mark(
            (plot.slot_left(index), top),
            (slot, plot.base - top),
            &column.code,
            column.spoken.clone(),
        );
    }
    sheet.rect((left, plot.base), (plot.right - left, 1.0), Ink::Ink);
    plot
}

const VALUE_FACE: Face = Face { size: SMALL, bold: true, ink: Ink::Ink };

fn draw_column(sheet: &mut Sheet<'_>, plot: &Plot, index: usize, height: f64, column: &Column) {
    if height <= 0.0 {
        return;
    }
    let height = height.max(2.0);
    let width = (plot.slot * FILL).max(1.0);
    let x = plot.middle(index) - width / 2.0;
    sheet.rect((x, plot.base - height), (width, height), column.ink);
}

/// Lines behind the columns with their numbers on the left.
fn lines(sheet: &mut Sheet<'_>, plot: &Plot, most: u64, scale: f64) {
    let step = step(most);
    for value in (1..=MOST_LINES).map(|times| times * step).take_while(|value| *value <= most) {
        let y = plot.base - cases(value) * scale;
        sheet.rect((plot.left, y), (plot.right - plot.left, 1.0), Ink::Line);
        sheet.text(wording::count(value, sheet.lang), (plot.left - 6.0, y), Align::Right, Face::TINY);
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50, … with at most [`MOST_LINES`] steps up to `most`.
fn step(most: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for digit in [1, 2, 5] {
            if most / (digit * power) <= MOST_LINES {
                return digit * power;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// A label under each column, or under every second, fifth or tenth when room is short.
pub(super) fn labels(sheet: &mut Sheet<'_>, plot: &Plot, labels: &[&str]) {
    let widest = sheet.widest(labels.iter().copied(), Face::SOFT);
    let every = [1, 2, 5, 10].into_iter().find(|every| plot.slot * f64::from(*every) >= widest + APART);
    let every = usize::try_from(every.unwrap_or(20)).unwrap_or(20);
    let y = plot.base + 4.0 + Face::SOFT.line() / 2.0;
    for (index, label) in labels.iter().enumerate().step_by(every) {
        label_below(sheet, plot.middle(index), y, label, Face::SOFT);
    }
}

/// A label, unless it would run off the sheet: moved it would touch its neighbour.
fn label_below(sheet: &mut Sheet<'_>, x: f64, y: f64, label: &str, face: Face) {
    let half = sheet.measure(label, face) / 2.0;
    if x - half >= 0.0 && x + half <= sheet.width {
        sheet.text(label, (x, y), Align::Center, face);
    }
}

/// Names of months, their first letters, or those of each quarter: what there is room for. Answers where they end.
fn month_labels(sheet: &mut Sheet<'_>, plot: &Plot, rows: &[Row]) -> f64 {
    let names = match sheet.lang {
        Lang::Nl => &MONTHS_NL,
        Lang::En => &MONTHS_EN,
    };
    let fits = |slots: f64, width: f64| plot.slot * slots >= width + APART;
    let name = sheet.widest(names.iter().copied(), Face::TINY);
    let face =
        if fits(1.0, sheet.widest(names.iter().copied(), Face::SOFT)) { Face::SOFT } else { Face::TINY };
    let letters = sheet.widest(names.iter().filter_map(|name| name.get(..1)), Face::TINY);
    let (every, whole) = match () {
        () if fits(1.0, name) => (1, true),
        () if fits(1.0, letters) => (1, false),
        () if fits(3.0, name) => (3, true),
        () => return plot.base,
    };
    let y = plot.base + 4.0 + face.line() / 2.0;
    for (index, row) in rows.iter().enumerate() {
        let Some(month) = month(row).filter(|month| month % every == 0) else { continue };
        let Some(name) = names.get(month) else { continue };
        let label = if whole { Some(*name) } else { name.get(..1) };
        label_below(sheet, plot.middle(index), y, label.unwrap_or_default(), face);
    }
    plot.base + 4.0 + face.line()
}

/// The year under its first month, as often as there is room; answers where they end.
fn year_labels(sheet: &mut Sheet<'_>, plot: &Plot, rows: &[Row], below: f64) -> f64 {
    let mut starts: Vec<(f64, &str)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let year = row.code.get(..4).unwrap_or_default();
        if starts.last().is_none_or(|(_, last)| *last != year) {
            starts.push((plot.slot_left(index), year));
        }
    }
    let face = Face::SOFT;
    let wide = sheet.measure("0000", face) + 8.0;
    // A first year of a few months gives way to the whole year after it.
    let crowded = matches!(starts.as_slice(), [(first, _), (second, _), ..] if second - first < wide);
    let y = below + 4.0 + face.line() / 2.0;
    let mut free = f64::NEG_INFINITY;
    for (index, (x, year)) in starts.into_iter().enumerate() {
        if index > 0 {
            sheet.rect((x, plot.base), (1.0, below + 4.0 + face.line() - plot.base), Ink::Line);
        }
        let label = x + if index > 0 { 5.0 } else { 2.0 };
        if (index > 0 || !crowded) && label >= free && label + wide - 8.0 <= sheet.width {
            sheet.text(year, (label, y), Align::Left, face);
            free = label + wide;
        }
    }
    below + 4.0 + face.line()
}

/// Month of a row, from 0.
fn month(row: &Row) -> Option<usize> {
    row.code.get(5..7)?.parse::<usize>().ok()?.checked_sub(1)
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn cases(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        assert_eq!([0, 1, 4, 5, 9, 10, 24, 25, 1000].map(step), [1, 1, 1, 2, 2, 5, 5, 10, 500]);
    }
}
