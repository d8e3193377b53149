//! A drawing as it leaves the page: by itself, so with its finding above it and below it what it is made from. Shapes of
//! the model alone, so that every backend draws it. What the lines say is for who asks.

use super::{
    Frame,
    model::{ChartModel, Ink, Shape},
    resolve,
    sheet::{Face, Place, Sheet},
    text::TextMeasurer,
};
use crate::{disclosure::Released, report::Report};

/// White around the drawing, in CSS pixels.
const MARGIN: f64 = 24.0;
const TITLE: Face = Face { size: 20.0, bold: true, ink: Ink::Ink };
const MARK: Face = Face { size: 13.0, bold: true, ink: Ink::Warn };
/// Above and below the drawing.
const GAP: f64 = 16.0;
/// Longer titles and lines are shortened.
const MOST_LINES: usize = 6;

/// What is said around a drawing.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// For whom it is, or how it is protected. Stands above all else.
    pub mark: &'a str,
    /// Lines below the drawing: source, reference date, what is hidden.
    pub foot: &'a [&'a str],
}

/// Lays out the drawing of one indicator as a picture that explains itself: its title and subtitle are those of the
/// report. As wide as the frame, its margins included; `None` as [`resolve`] has it.
#[inline(never)]
pub fn framed(
    released: &Released<Report>,
    index: usize,
    frame: &Frame,
    around: &Around<'_>,
    measurer: &dyn TextMeasurer,
) -> Option<ChartModel> {
    let inner = Frame { width: frame.width - 2.0 * MARGIN, ..*frame };
    let drawing = resolve(released, index, &inner, measurer)?;
    let mut sheet = Sheet::new(drawing.width + 2.0 * MARGIN, frame.lang, measurer);
    let width = drawing.width;
    let at = |top: f64| Place { left: MARGIN, top, width };
    let mut top = MARGIN;
    if !around.mark.is_empty() {
        top = sheet.paragraph(around.mark, at(top), MARK, MOST_LINES) + 6.0;
    }
    top = sheet.paragraph(&drawing.title, at(top), TITLE, MOST_LINES) + 2.0;
    if !drawing.subtitle.is_empty() {
        top = sheet.paragraph(&drawing.subtitle, at(top), Face::SOFT, MOST_LINES);
    }
    top += GAP;
    for shape in &drawing.shapes {
        sheet.shape(moved(shape, (MARGIN, top)));
    }
    top += drawing.height + GAP;
    sheet.rect((MARGIN, top), (width, 1.0), Ink::Line);
    top += 8.0;
    for line in around.foot.iter().filter(|line| !line.is_empty()) {
        top = sheet.paragraph(line, at(top), Face::TINY, MOST_LINES);
    }
    sheet.bottom = top + MARGIN - 8.0;
    Some(sheet.into_model(drawing.title, drawing.subtitle, drawing.description))
}

/// The shape so much to the right and down.
fn moved(shape: &Shape, (right, down): (f64, f64)) -> Shape {
    let shifted = |points: &[(f64, f64)]| points.iter().map(|(x, y)| (x + right, y + down)).collect();
    let mut shape = shape.clone();
    match &mut shape {
        Shape::Rect { x, y, .. } | Shape::Dot { x, y, .. } | Shape::Text { x, y, .. } => {
            *x += right;
            *y += down;
        }
        Shape::Path { points, .. } | Shape::Area { points, .. } => *points = shifted(points),
    }
    shape
}
