//! The line that says what colours and signs mean, above or below a drawing.

use super::{
    model::{Align, Ink, Shape},
    sheet::{Face, Place, Sheet},
};

/// Width of a sign.
const SIGN: f64 = 12.0;
/// Width of a piece of a line.
const STROKE: f64 = 24.0;
/// Between a sign and its words.
const GAP: f64 = 6.0;
/// Between two entries on one line.
const APART: f64 = 20.0;
/// Least height of a line.
const LINE: f64 = 20.0;
/// Between the lines of a hatching.
const HATCH: f64 = 6.0;

/// A sign that words explain.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sign {
    /// A bar or a column.
    Block(Ink),
    /// A column of a period that is not over.
    Hatched(Ink),
    /// A disc, or a ring.
    Dot { ink: Ink, hollow: bool },
    /// A turned-down corner.
    Corner,
    /// A line.
    Line(Stroke),
    /// Only words.
    None,
}

/// How a line is drawn, so that it is known without its colour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub(super) ink: Ink,
    pub(super) dash: Option<(f64, f64)>,
}

/// Draws entries beside each other as far as there is room; answers where they end.
pub(super) fn legend(sheet: &mut Sheet<'_>, place: Place, entries: &[(Sign, String)]) -> f64 {
    let (mut x, mut top) = (0.0, place.top);
    for (sign, words) in entries {
        let before = width(*sign);
        let wide = before + sheet.measure(words, Face::SOFT);
        if x > 0.0 && x + wide > place.width {
            (x, top) = (0.0, top + LINE);
        }
        let left = place.left + x;
        draw_sign(sheet, *sign, (left, top + LINE / 2.0));
        if wide <= place.width {
            sheet.text(words.clone(), (left + before, top + LINE / 2.0), Align::Left, Face::SOFT);
            x += wide + APART;
        } else {
            let room = Place {
                left: left + before,
                top: top + (LINE - Face::SOFT.line()) / 2.0,
                width: place.width - before,
            };
            top = sheet.paragraph(words, room, Face::SOFT, 4);
            x = 0.0;
        }
    }
    if x > 0.0 { top + LINE } else { top }
}

fn width(sign: Sign) -> f64 {
    match sign {
        Sign::None => 0.0,
        Sign::Line(_) => STROKE + GAP,
        _ => SIGN + GAP,
    }
}

/// Draws a sign to the right of a point in its middle.
pub(super) fn draw_sign(sheet: &mut Sheet<'_>, sign: Sign, (left, y): (f64, f64)) {
    let half = SIGN / 2.0;
    match sign {
        Sign::Block(ink) => sheet.rect((left, y - half), (SIGN, SIGN), ink),
        Sign::Hatched(ink) => hatched(sheet, (left, y - half), (SIGN, SIGN), ink),
        Sign::Dot { ink, hollow } => sheet.shape(Shape::Dot { x: left + half, y, radius: 5.0, ink, hollow }),
        Sign::Corner => corner(sheet, (left + SIGN, y - half), SIGN - 2.0),
        Sign::Line(Stroke { ink, dash }) => {
            let points = vec![(left, y), (left + STROKE, y)];
            sheet.shape(Shape::Path { points, width: 2.0, ink, dash });
        }
        Sign::None => {}
    }
}

/// A filled corner at the upper right of a box.
pub(super) fn corner(sheet: &mut Sheet<'_>, (right, top): (f64, f64), size: f64) {
    let points = vec![(right - size, top), (right, top), (right, top + size)];
    sheet.shape(Shape::Area { points, ink: Ink::Ink, opacity: 1.0 });
}

/// An open box with slanted lines: not all of it is there yet.
pub(super) fn hatched(sheet: &mut Sheet<'_>, (x, y): (f64, f64), (width, height): (f64, f64), ink: Ink) {
    slanted(sheet, (x, y), (width, height), HATCH, ink);
    let right = x + width;
    let thick = 2.0_f64.min(width).min(height);
    sheet.rect((x, y), (width, thick), ink);
    sheet.rect((x, y), (thick, height), ink);
    sheet.rect((right - thick, y), (thick, height), ink);
}

/// Slanted lines within a box, `apart` from each other.
pub(super) fn slanted(
    sheet: &mut Sheet<'_>,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    apart: f64,
    ink: Ink,
) {
    let (right, bottom) = (x + width, y + height);
    let mut line = x + y + apart;
    while line < right + bottom {
        let (from, to) = (x.max(line - bottom), right.min(line - y));
        if to - from > 2.0 {
            let points = vec![(from, line - from), (to, line - to)];
            sheet.shape(Shape::Path { points, width: 1.0, ink, dash: None });
        }
        line += apart;
    }
}
