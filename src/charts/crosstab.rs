//! One field against another: a table with its totals, each cell on a ground as strong as its part of the row.

use super::{
    hidden,
    model::{Align, Ink},
    phrases::{self, Phrase},
    sheet::{Face, Place, Sheet},
    subject::{self, Subject},
    tint,
    wording::{self, Word},
};
use crate::report::{Crosstab, CrosstabCell, CrosstabRow};

/// Most rows that are drawn; longer tables are told as tables.
const MOST_ROWS: usize = 25;
/// Least and most width of a column.
const NARROWEST: f64 = 44.0;
const WIDEST: f64 = 116.0;
/// From here a cell has its part of the row beside its count.
const WITH_SHARE: f64 = 92.0;
/// Rows of fewer cases have no ground and no percents.
const LEAST: u64 = 10;
/// Height of a row.
const ROW: f64 = 32.0;
/// Between label and cells, and cells and totals.
const GAP: f64 = 10.0;
/// Most of the width for the labels of the rows.
const LABEL_PART: f64 = 0.36;
/// Most lines of a heading.
const HEAD_LINES: usize = 3;
const HEAD: Face = Face::TINY;

/// Where everything goes.
struct Layout {
    left: f64,
    label: f64,
    slot: f64,
    columns: usize,
    total: f64,
    /// Cells are told as a part of their row.
    parts: bool,
    /// Cells have room for their part of the row beside their count.
    with_share: bool,
}

impl Layout {
    fn column(&self, place: usize) -> f64 {
        self.left + self.label + GAP + f64::from(u32::try_from(place).unwrap_or(u32::MAX)) * self.slot
    }

    fn right(&self) -> f64 {
        self.column(self.columns) + GAP + self.total
    }
}

/// Draws the table; answers whether it fits.
#[inline(never)]
pub(super) fn crosstab(sheet: &mut Sheet<'_>, subject: Subject<'_>, table: &Crosstab) -> bool {
    let place = sheet.rest();
    let Some(layout) = layout(sheet, place, subject, table) else { return false };
    let words = phrases::phrase(Phrase::RowTint, sheet.lang);
    let top = sheet.paragraph(words, place, Face::SOFT, 2) + 8.0;
    let mut top = heads(sheet, &layout, table, top);
    for row in &table.rows {
        draw_row(sheet, &layout, table, row, top);
        top += ROW;
    }
    sheet.bottom = totals(sheet, &layout, table, top);
    true
}

fn layout(sheet: &Sheet<'_>, place: Place, subject: Subject<'_>, table: &Crosstab) -> Option<Layout> {
    let columns = table.columns.len();
    if columns == 0 || table.rows.is_empty() || table.rows.len() > MOST_ROWS {
        return None;
    }
    let word = phrases::phrase(Phrase::Total, sheet.lang);
    let labels = table.rows.iter().map(|row| row.label.as_str()).chain([word]);
    let label = sheet.widest(labels, Face::LABEL).min(place.width * LABEL_PART).ceil();
    let sums = table.rows.iter().map(|row| row.total).chain([Some(table.total)]);
    let sums = sums.map(|sum| wide(sheet, sum)).fold(0.0, f64::max);
    let total = sums.max(sheet.measure(word, HEAD)).ceil();
    let number = table
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|cell| cell.count))
        .chain(table.columns.iter().map(|column| column.total))
        .map(|count| wide(sheet, count))
        .fold(0.0, f64::max);
    let room = place.width - label - total - 2.0 * GAP;
    let slot = (room / f64::from(u32::try_from(columns).ok()?)).min(WIDEST).floor();
    let half = number.max(sheet.measure("100%", Face::VALUE)) + 14.0;
    // No percents beside those that a publication has.
    let parts = subject.public.is_none();
    let with_share = parts && slot >= WITH_SHARE.max(2.0 * half);
    let layout = Layout { left: place.left, label, slot, columns, total, parts, with_share };
    let whole_words = |label: &str| {
        label.split(' ').all(|word| sheet.measure(word, HEAD) <= slot - 4.0)
            && !sheet.wrap(label, slot - 4.0, HEAD, HEAD_LINES).iter().any(|line| line.ends_with('…'))
    };
    let fits = slot >= NARROWEST.max(number + 14.0);
    (fits && table.columns.iter().all(|column| whole_words(&column.label))).then_some(layout)
}

fn wide(sheet: &Sheet<'_>, count: Option<u64>) -> f64 {
    count.map_or(hidden::CELL, |count| sheet.measure(&wording::count(count, sheet.lang), Face::VALUE))
}

/// A total, ending at `x` or around it.
fn sum(sheet: &mut Sheet<'_>, count: Option<u64>, (x, y): (f64, f64), align: Align) {
    match count {
        Some(count) => sheet.text(wording::count(count, sheet.lang), (x, y), align, Face::VALUE),
        None if align == Align::Right => hidden::cell(sheet, (x - hidden::CELL / 2.0, y)),
        None => hidden::cell(sheet, (x, y)),
    }
}

/// The names of the columns, on one foot; answers where they end.
fn heads(sheet: &mut Sheet<'_>, layout: &Layout, table: &Crosstab, top: f64) -> f64 {
    let names: Vec<Vec<String>> = table
        .columns
        .iter()
        .map(|column| sheet.wrap(&column.label, layout.slot - 4.0, HEAD, HEAD_LINES))
        .collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(1);
    let foot = top + f64::from(u32::try_from(lines).unwrap_or(1)) * HEAD.line();
    for (place, lines) in names.into_iter().enumerate() {
        let middle = layout.column(place) + (layout.slot - 2.0) / 2.0;
        let mut y = foot - HEAD.line() / 2.0;
        for line in lines.into_iter().rev() {
            sheet.text(line, (middle, y), Align::Center, HEAD);
            y -= HEAD.line();
        }
    }
    let word = phrases::phrase(Phrase::Total, sheet.lang);
    sheet.text(word, (layout.right(), foot - HEAD.line() / 2.0), Align::Right, HEAD);
    foot + 6.0
}

fn draw_row(sheet: &mut Sheet<'_>, layout: &Layout, table: &Crosstab, row: &CrosstabRow, top: f64) {
    let middle = top + (ROW - 2.0) / 2.0;
    let lines = sheet.wrap(&row.label, layout.label, Face::LABEL, 1);
    let two = sheet.wrap(&row.label, layout.label, Face::TINY.in_ink(Ink::Ink), 2);
    if lines.iter().any(|line| line.ends_with('…')) {
        let face = Face::TINY.in_ink(Ink::Ink);
        let mut y = middle - face.line() * (f64::from(u32::try_from(two.len()).unwrap_or(1)) - 1.0) / 2.0;
        for line in two {
            sheet.text(line, (layout.left + layout.label, y), Align::Right, face);
            y += face.line();
        }
    } else {
        sheet.text(lines.concat(), (layout.left + layout.label, middle), Align::Right, Face::LABEL);
    }
    for (place, cell) in row.cells.iter().enumerate().take(layout.columns) {
        let at = (layout.column(place), top, layout.slot, ROW);
        draw_cell(sheet, at, row, cell, layout.with_share);
        let label = table.columns.get(place).map_or("", |column| column.label.as_str());
        sheet.mark(
            (at.0, at.1),
            (at.2, at.3),
            &format!("{}/{}", row.code, cell.code),
            spoken(sheet, layout, row, label, cell),
        );
    }
    sum(sheet, row.total, (layout.right(), middle), Align::Right);
}

fn draw_cell(
    sheet: &mut Sheet<'_>,
    at: tint::Cell,
    row: &CrosstabRow,
    cell: &CrosstabCell,
    with_share: bool,
) {
    // A part of a handful of cases says nothing.
    let part = share(row, cell).filter(|_| row.total >= Some(LEAST));
    // Half of a row is as strong as can be.
    tint::ground(sheet, at, part.unwrap_or(0.0) * 2.0);
    let with_share = part.filter(|part| with_share && *part > 0.0);
    let Some(part) = with_share else {
        tint::count(sheet, at, cell.count, cell.status, Face::LABEL);
        return;
    };
    let half = (at.2 - 2.0) / 2.0;
    let percent = wording::percent(part);
    sheet.text(percent, (at.0 + half - 2.0, at.1 + (at.3 - 2.0) / 2.0), Align::Right, Face::VALUE);
    let right = (at.0 + half, at.1, half + 2.0, at.3);
    tint::count(sheet, right, cell.count, cell.status, Face::SOFT.in_ink(Ink::Ink));
}

fn share(row: &CrosstabRow, cell: &CrosstabCell) -> Option<f64> {
    subject::part(cell.count?, row.total?)
}

/// The sums of the columns, below a line; answers where they end.
fn totals(sheet: &mut Sheet<'_>, layout: &Layout, table: &Crosstab, top: f64) -> f64 {
    sheet.rect((layout.left, top + 2.0), (layout.right() - layout.left, 1.0), Ink::Ink);
    let middle = top + 4.0 + ROW / 2.0;
    let word = phrases::phrase(Phrase::Total, sheet.lang);
    sheet.text(word, (layout.left + layout.label, middle), Align::Right, Face::LABEL);
    for (place, column) in table.columns.iter().enumerate() {
        let x = layout.column(place) + (layout.slot - 2.0) / 2.0;
        sum(sheet, column.total, (x, middle), Align::Center);
    }
    sum(sheet, Some(table.total), (layout.right(), middle), Align::Right);
    top + 4.0 + ROW
}

/// `Ouders, 13–16 jaar: 40 van 66, 61%`.
fn spoken(
    sheet: &Sheet<'_>,
    layout: &Layout,
    row: &CrosstabRow,
    column: &str,
    cell: &CrosstabCell,
) -> String {
    let lang = sheet.lang;
    let Some(count) = cell.count else {
        return format!("{}, {column}: {}", row.label, wording::word(Word::Hidden, lang));
    };
    let mut text = format!("{}, {column}: {}", row.label, wording::count(count, lang));
    if let (Some(total), Some(part)) = (row.total, share(row, cell)) {
        let of = wording::word(Word::Of, lang);
        text = format!("{text} {of} {}", wording::count(total, lang));
        if layout.parts {
            text = format!("{text}, {}", wording::percent(part));
        }
    }
    wording::marked(text, cell.status, lang)
}
