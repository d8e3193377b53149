//! Ages by year and gender: boys to the left, girls to the right, other and unknown in columns of their own beside them.

use super::{
    ages,
    model::{Align, Ink},
    sheet::{Face, Place, Sheet},
    subject::Subject,
    wording::{self, HIDDEN, Word},
};
use crate::report::{Crosstab, CrosstabCell, CrosstabRow, Distribution, Row, Status};

/// Height of a year: a finger finds it.
const ROW: f64 = 24.0;
/// Thickness of a bar.
const THICK: f64 = 17.0;
/// Between a bar and its number.
const GAP: f64 = 5.0;
/// Between the panels at the right.
const APART: f64 = 18.0;
/// Ring behind a small count.
const RING: f64 = 3.0;
const HEAD: Face = Face { bold: true, ..Face::SOFT };

/// A panel of bars that grow from one line.
struct Panel {
    /// Place of its column in the table.
    column: usize,
    /// Where its bars begin.
    from: f64,
    /// To the left.
    leftward: bool,
    ink: Option<Ink>,
}

/// Draws the years from old to young; answers where they end.
#[inline(never)]
pub(super) fn pyramid(
    sheet: &mut Sheet<'_>,
    place: Place,
    subject: Subject<'_>,
    figures: &Distribution,
    table: &Crosstab,
) -> f64 {
    let head = sheet.paragraph(wording::word(Word::BySingleYear, sheet.lang), place, Face::SOFT, 2) + 4.0;
    let (panels, scale, age) = panels(sheet, place, table);
    let top = heads(sheet, place, &panels, table, head);
    let rows = table.rows.iter().rev();
    let mut y = top;
    for row in rows {
        let middle = y + ROW / 2.0;
        let year = figures.years.iter().find(|year| year.code == row.code);
        let strong = year.map_or(Ink::Mark, |year| ages::ink(subject, figures, year));
        for panel in &panels {
            if let Some(cell) = row.cells.get(panel.column) {
                draw_bar(sheet, panel, (middle, scale), cell, strong);
            }
        }
        sheet.text(row.code.clone(), (age, middle), Align::Center, Face::SOFT);
        sheet.mark((place.left, y), (place.width, ROW), &row.code, spoken(sheet, table, row));
        sheet.choosable(subject.choice(&row.code, year.and_then(|year: &Row| year.count)));
        y += ROW;
    }
    for panel in &panels {
        let x = if panel.leftward { panel.from - 1.0 } else { panel.from };
        sheet.rect((x, top), (1.0, y - top), Ink::Ink);
    }
    y
}

/// The panels with their lines, CSS pixels to a case, and the middle of the ages.
fn panels(sheet: &Sheet<'_>, place: Place, table: &Crosstab) -> (Vec<Panel>, f64, f64) {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|column| *column < 2 || most(table, *column) > 0.0).collect();
    let widest_code = sheet.widest(table.rows.iter().map(|row| row.code.as_str()), Face::SOFT);
    let middle = (widest_code + 14.0).ceil();
    let numbers: Vec<f64> = shown.iter().map(|column| beside_bar(sheet, table, *column)).collect();
    let heads: Vec<f64> = shown.iter().map(|column| head_width(sheet, table, *column)).collect();
    let gaps = APART * f64::from(u32::try_from(shown.len().saturating_sub(2)).unwrap_or(0));
    let room = place.width - middle - gaps;
    // A panel is at least as wide as its heading; the scale is the largest at which all of them fit.
    let needed = |scale: f64| -> f64 {
        shown
            .iter()
            .zip(numbers.iter().zip(&heads))
            .map(|(column, (number, head))| (most(table, *column) * scale + number).max(*head))
            .sum()
    };
    let (mut low, mut high) = (0.0, room);
    for _ in 0..40 {
        let half = (low + high) / 2.0;
        if needed(half) <= room { low = half } else { high = half }
    }
    let wide = |place: usize| -> f64 {
        let (column, number, head) = (shown.get(place), numbers.get(place), heads.get(place));
        let long = column.map_or(0.0, |column| most(table, *column) * low);
        (long + number.copied().unwrap_or(0.0)).max(head.copied().unwrap_or(0.0)).floor()
    };
    let first = place.left + wide(0);
    let mut from = first + middle;
    let mut panels = Vec::new();
    for (at, column) in shown.iter().enumerate() {
        let ink = match at {
            0 | 1 => None,
            _ if table.columns.get(*column).is_some_and(|column| column.code == "onbekend") => {
                Some(Ink::Unknown)
            }
            _ => Some(Ink::MarkSoft),
        };
        if at == 0 {
            panels.push(Panel { column: *column, from: first, leftward: true, ink });
        } else {
            panels.push(Panel { column: *column, from, leftward: false, ink });
            from += wide(at) + APART;
        }
    }
    (panels, low, first + middle / 2.0)
}

fn counts(table: &Crosstab, column: usize) -> impl Iterator<Item = &CrosstabCell> {
    table.rows.iter().filter_map(move |row| row.cells.get(column))
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn most(table: &Crosstab, column: usize) -> f64 {
    counts(table, column).filter_map(|cell| cell.count).max().unwrap_or(0) as f64
}

/// Room for the widest number behind a bar.
fn beside_bar(sheet: &Sheet<'_>, table: &Crosstab, column: usize) -> f64 {
    let wide = |cell: &CrosstabCell| {
        let ring = if cell.status == Some(Status::Small) { GAP + RING * 2.0 } else { 0.0 };
        sheet.measure(&number(sheet, cell), Face::TINY) + ring
    };
    counts(table, column).map(wide).fold(0.0, f64::max) + GAP + 1.0
}

fn number(sheet: &Sheet<'_>, cell: &CrosstabCell) -> String {
    cell.count.map_or_else(|| HIDDEN.to_owned(), |count| wording::count(count, sheet.lang))
}

/// The heading of a panel, in a line or two: the answer, and how many there are.
fn head(sheet: &Sheet<'_>, table: &Crosstab, column: usize) -> [String; 2] {
    let Some(column) = table.columns.get(column) else { return Default::default() };
    let total = column.total.map_or_else(|| HIDDEN.to_owned(), |total| wording::count(total, sheet.lang));
    [column.label.clone(), total]
}

fn head_width(sheet: &Sheet<'_>, table: &Crosstab, column: usize) -> f64 {
    let [label, total] = head(sheet, table, column);
    sheet.measure(&label, HEAD).min(90.0).max(sheet.measure(&total, Face::SOFT)).ceil()
}

fn heads(sheet: &mut Sheet<'_>, place: Place, panels: &[Panel], table: &Crosstab, top: f64) -> f64 {
    let line = HEAD.line();
    for panel in panels {
        let room =
            if panel.leftward { panel.from - place.left } else { place.left + place.width - panel.from };
        let align = if panel.leftward { Align::Right } else { Align::Left };
        let [label, total] = head(sheet, table, panel.column);
        let room = room.min(90.0_f64.max(head_width(sheet, table, panel.column)));
        let label = sheet.wrap(&label, room, HEAD, 1).concat();
        sheet.text(label, (panel.from, top + line / 2.0), align, HEAD);
        sheet.text(total, (panel.from, top + line * 1.5), align, Face::SOFT);
    }
    top + line * 2.0 + 4.0
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn draw_bar(
    sheet: &mut Sheet<'_>,
    panel: &Panel,
    (middle, scale): (f64, f64),
    cell: &CrosstabCell,
    strong: Ink,
) {
    let toward = if panel.leftward { -1.0 } else { 1.0 };
    let long = cell.count.filter(|count| *count > 0).map_or(0.0, |count| (count as f64 * scale).max(2.0));
    if long > 0.0 {
        let left = if panel.leftward { panel.from - long } else { panel.from };
        sheet.rect((left, middle - THICK / 2.0), (long, THICK), panel.ink.unwrap_or(strong));
    }
    if cell.count == Some(0) {
        return;
    }
    let number = number(sheet, cell);
    let align = if panel.leftward { Align::Right } else { Align::Left };
    let x = panel.from + toward * (long + GAP);
    let wide = sheet.measure(&number, Face::TINY);
    sheet.text(number, (x, middle), align, Face::TINY);
    if cell.status == Some(Status::Small) {
        let x = x + toward * (wide + GAP + RING - 1.0);
        sheet.ring((x, middle), RING);
    }
}

/// A year as read aloud: `14 jaar: jongen 12, meisje 15, anders 0, onbekend 1 (klein aantal)`.
fn spoken(sheet: &Sheet<'_>, table: &Crosstab, row: &CrosstabRow) -> String {
    let told = table.columns.iter().zip(&row.cells).map(|(column, cell)| {
        let number = match cell.count {
            Some(count) => wording::count(count, sheet.lang),
            None => wording::word(Word::Hidden, sheet.lang).to_owned(),
        };
        let small = wording::word(Word::SmallNumber, sheet.lang);
        let small = if cell.status == Some(Status::Small) { format!(" ({small})") } else { String::new() };
        format!("{} {number}{small}", column.label)
    });
    format!("{}: {}", row.label, told.collect::<Vec<_>>().join(", "))
}
