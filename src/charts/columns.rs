//! Upright columns, with their values on top where there is room.

use super::{
    hidden, legend,
    model::{Align, Choice, Ink},
    sheet::{Face, Place, SMALL, Sheet},
    wording,
};

/// The part of its room that a column fills.
const FILL: f64 = 0.72;
/// Room for a value above a column.
const VALUE: f64 = 20.0;
/// Least room between two labels on a line.
pub(super) const APART: f64 = 4.0;
/// Most lines behind the columns, when values are not written.
const MOST_LINES: u64 = 4;
/// A narrower column has no room for a hatching.
const HATCHED: f64 = 5.0;

/// What stands in one place: a column, or two side by side.
pub(super) struct Column {
    pub(super) code: String,
    /// From left to right.
    pub(super) pieces: Vec<Piece>,
    pub(super) spoken: String,
    pub(super) choice: Option<Choice>,
}

/// A column to be drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Height; `None` when protected, or when there is none.
    pub(super) count: Option<u64>,
    /// [`Ink::Paper`] keeps its height free.
    pub(super) ink: Ink,
    /// Of a period that is not over.
    pub(super) hatched: bool,
    /// Not shown, rather than not there.
    pub(super) hidden: bool,
}

impl Piece {
    /// The count of a row.
    pub(super) fn of(count: Option<u64>, ink: Ink) -> Self {
        Self { count, ink, hatched: false, hidden: count.is_none() }
    }

    /// A count that may not be there.
    pub(super) fn if_any(count: Option<u64>, ink: Ink) -> Self {
        Self { hidden: false, ..Self::of(count, ink) }
    }
}

/// Where the columns stand.
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where the columns stand on.
    pub(super) base: f64,
    /// Room for what stands in one place.
    pub(super) slot: f64,
}

impl Plot {
    pub(super) fn slot_left(&self, index: usize) -> f64 {
        self.left + f64::from(u32::try_from(index).unwrap_or(u32::MAX)) * self.slot
    }

    pub(super) fn middle(&self, index: usize) -> f64 {
        self.slot_left(index) + self.slot / 2.0
    }
}

/// Draws columns, their values or else lines behind them, and the base line.
pub(super) fn columns(
    sheet: &mut Sheet<'_>,
    place: Place,
    tall: f64,
    widest: f64,
    columns: &[Column],
) -> Plot {
    let pieces = || columns.iter().flat_map(|column| &column.pieces);
    let most = pieces().filter_map(|piece| piece.count).max().unwrap_or(0);
    let widest_number =
        pieces().map(|piece| sheet.measure(&number(sheet, piece), VALUE_FACE)).fold(0.0, f64::max);
    let abreast = columns.iter().map(|column| column.pieces.len()).max().unwrap_or(1).max(1);
    let parts = f64::from(u32::try_from(columns.len()).unwrap_or(u32::MAX)).max(1.0);
    let slot = (place.width / parts).min(widest);
    let room = if abreast > 1 { slot * FILL / whole(abreast) } else { slot };
    let written = room >= widest_number + APART;
    let gutter = if written { 0.0 } else { widest_number.ceil() + 6.0 };
    let left = place.left + gutter;
    let slot = ((place.width - gutter) / parts).min(widest);
    let plot = Plot { left, right: left + slot * parts, base: place.top + VALUE + tall, slot };
    let scale = tall / cases(most.max(1));
    if !written {
        lines(sheet, &plot, most, scale);
    }
    for (index, column) in columns.iter().enumerate() {
        let width = (slot * FILL / whole(abreast)).max(1.0);
        let mut x = plot.middle(index) - width * whole(column.pieces.len()) / 2.0;
        for piece in &column.pieces {
            let height = piece.count.map_or(0.0, cases) * scale;
            draw_piece(sheet, (x, plot.base), (width, height), piece);
            let tallest = abreast == 1 && piece.ink == Ink::Accent && piece.count == Some(most);
            if written || tallest {
                let number = number(sheet, piece);
                let half = sheet.measure(&number, VALUE_FACE) / 2.0;
                let middle = (x + width / 2.0).max(left + half).min(plot.right.max(left + half * 2.0) - half);
                let face = if piece.ink == Ink::MarkSoft { Face::SOFT } else { VALUE_FACE };
                sheet.text(number, (middle, plot.base - height - 10.0), Align::Center, face);
            }
            x += width;
        }
        let top = place.top;
        let at = (plot.slot_left(index), top);
        sheet.mark(at, (slot, plot.base - top), &column.code, column.spoken.clone());
        sheet.choosable(column.choice.clone());
    }
    sheet.rect((left, plot.base), (plot.right - left, 1.0), Ink::Ink);
    plot
}

const VALUE_FACE: Face = Face { size: SMALL, bold: true, ink: Ink::Ink };

fn number(sheet: &Sheet<'_>, piece: &Piece) -> String {
    piece.count.map(|count| wording::count(count, sheet.lang)).unwrap_or_default()
}

fn draw_piece(sheet: &mut Sheet<'_>, (x, base): (f64, f64), (width, height): (f64, f64), piece: &Piece) {
    if piece.hidden {
        hidden::column(sheet, (x, base), width);
    }
    if height <= 0.0 || piece.ink == Ink::Paper {
        return;
    }
    let height = height.max(2.0);
    let corner = (x, base - height);
    if piece.hatched && width >= HATCHED {
        legend::hatched(sheet, corner, (width, height), piece.ink);
    } else {
        sheet.rect(corner, (width, height), piece.ink);
    }
}

fn whole(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
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
pub(super) fn label_below(sheet: &mut Sheet<'_>, x: f64, y: f64, label: &str, face: Face) {
    let half = sheet.measure(label, face) / 2.0;
    if x - half >= 0.0 && x + half <= sheet.width {
        sheet.text(label, (x, y), Align::Center, face);
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(super) fn cases(count: u64) -> f64 {
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
