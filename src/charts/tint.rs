//! Cells of a table on a ground of a few tones: the stronger, the larger.

use super::{
    hidden,
    model::{Align, Ink, Shape},
    sheet::{Face, Sheet},
    wording,
};
use crate::report::Status;

/// How much of the accent each tone has. Words stay at least 4.5 to 1 on the strongest.
const TONES: [f64; 4] = [0.07, 0.16, 0.26, 0.37];
/// The strongest tone.
pub(super) const STRONGEST: f64 = 0.48;
/// Between two cells.
const GAP: f64 = 2.0;
/// Radius of the ring behind a small count.
const RING: f64 = 2.5;

/// A box of a table: left, top, width, height.
pub(super) type Cell = (f64, f64, f64, f64);

/// Fills a cell with the tone for a part from 0 to 1; none for 0.
pub(super) fn ground(sheet: &mut Sheet<'_>, (left, top, width, height): Cell, part: f64) {
    let Some(opacity) = tone(part) else { return };
    let (right, bottom) = (left + width - GAP, top + height - GAP);
    let points = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
    sheet.shape(Shape::Area { points, ink: Ink::Accent, opacity });
}

/// The tone of a part; none for nothing.
fn tone(part: f64) -> Option<f64> {
    let step = TONES.iter().zip([0.2, 0.4, 0.6, 0.8]).find(|(_, until)| part <= *until);
    (part > 0.0).then(|| step.map_or(STRONGEST, |(tone, _)| *tone))
}

/// A count in the middle of its cell, with a ring behind it where it is small.
pub(super) fn count(
    sheet: &mut Sheet<'_>,
    (left, top, width, height): Cell,
    count: Option<u64>,
    status: Option<Status>,
    face: Face,
) {
    let (middle, y) = (left + (width - GAP) / 2.0, top + (height - GAP) / 2.0);
    let Some(number) = count else { return hidden::cell(sheet, (middle, y)) };
    let text = wording::count(number, sheet.lang);
    let face = if count == Some(0) { Face { bold: false, ..face.in_ink(Ink::Soft) } } else { face };
    let wide = sheet.measure(&text, face);
    sheet.text(text, (middle, y), Align::Center, face);
    if status == Some(Status::Small) {
        let x = middle + wide / 2.0 + 2.0 + RING;
        sheet.ring((x, y), RING);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_rise_in_few_steps_from_none() {
        assert_eq!(
            [0.0, 0.01, 0.2, 0.21, 1.0].map(tone),
            [None, Some(0.07), Some(0.07), Some(0.16), Some(0.48)]
        );
    }
}
