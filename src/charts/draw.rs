//! Puts a resolved drawing on a plotters backend. Decides nothing but pixels.
//!
//! Every coordinate becomes a whole device pixel here and nowhere else, so
//! that edges are sharp at any ratio.

use plotters::{
    backend::DrawingBackend,
    style::{
        Color, FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    model::{Align, ChartModel, Ink, Shape},
    theme::Theme,
};
use crate::error::{Code, Error, Result};

/// Draws the model, `ratio` device pixels to a CSS pixel. The ground is left as it is.
///
/// Colours are the theme's; text is placed by its anchor and never measured here.
///
/// # Errors
///
/// [`Code::Drawing`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    model: &ChartModel,
    theme: &Theme,
    ratio: f64,
    backend: &mut DB,
) -> Result<()> {
    draw_scaled(model, theme, Scale { ratio, letters: 1.0 }, backend)
}

/// How large a CSS pixel is on the backend.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Device pixels to a CSS pixel.
    pub(super) ratio: f64,
    /// Factor on the size of letters, for a backend that has a factor of its own.
    pub(super) letters: f64,
}

pub(super) fn draw_scaled<DB: DrawingBackend>(
    model: &ChartModel,
    theme: &Theme,
    scale: Scale,
    backend: &mut DB,
) -> Result<()> {
    let mut pen = Pen { theme, scale, backend };
    model.shapes.iter().try_for_each(|shape| pen.shape(shape))
}

struct Pen<'a, DB> {
    theme: &'a Theme,
    scale: Scale,
    backend: &'a mut DB,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn shape(&mut self, shape: &Shape) -> Result<()> {
        match shape {
            Shape::Rect { x, y, width, height, ink } => self.rect((*x, *y), (*width, *height), *ink),
            Shape::Path { points, width, ink, dash: None } => self.path(points, *width, *ink),
            Shape::Path { points, width, ink, dash: Some(dash) } => {
                dashes(points, *dash).iter().try_for_each(|piece| self.path(piece, *width, *ink))
            }
            Shape::Area { points, ink, opacity } => {
                let corners: Vec<_> = points.iter().map(|point| self.at(*point)).collect();
                let style = self.colour(*ink, *opacity);
                self.backend.fill_polygon(corners, &style).map_err(refused)
            }
            Shape::Dot { x, y, radius, ink, hollow } => self.dot((*x, *y), *radius, *ink, *hollow),
            Shape::Text { .. } => self.text(shape),
        }
    }

    fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), ink: Ink) -> Result<()> {
        let (left, top) = self.at((x, y));
        let (right, bottom) = self.at((x + width, y + height));
        let style = self.colour(ink, 1.0);
        self.backend
            .draw_rect((left, top), (right.max(left + 1), bottom.max(top + 1)), &style, true)
            .map_err(refused)
    }

    /// A thickness of an even number of device pixels keeps the edges of a line on whole pixels.
    fn path(&mut self, points: &[(f64, f64)], width: f64, ink: Ink) -> Result<()> {
        let corners: Vec<_> = points.iter().map(|point| self.at(*point)).collect();
        let style = self.colour(ink, 1.0).stroke_width(even(width * self.scale.ratio));
        self.backend.draw_path(corners, &style).map_err(refused)
    }

    fn dot(&mut self, middle: (f64, f64), radius: f64, ink: Ink, hollow: bool) -> Result<()> {
        let middle = self.at(middle);
        let radius = even(radius * 2.0 * self.scale.ratio) / 2;
        let mut style = self.colour(ink, 1.0).stroke_width(whole(1.5 * self.scale.ratio).max(1));
        style.filled = !hollow;
        self.backend.draw_circle(middle, radius, &style, !hollow).map_err(refused)
    }

    fn text(&mut self, shape: &Shape) -> Result<()> {
        let Shape::Text { text, x, y, size, bold, ink, align } = shape else { return Ok(()) };
        let weight = if *bold { FontStyle::Bold } else { FontStyle::Normal };
        let family = FontFamily::Name(&self.theme.font_family);
        let horizontal = match align {
            Align::Left => HPos::Left,
            Align::Center => HPos::Center,
            Align::Right => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(family, size * self.scale.ratio * self.scale.letters, weight),
            color: self.theme.colour(*ink).rgb().to_backend_color(),
            pos: Pos::new(horizontal, VPos::Center),
        };
        let place = self.at((*x, *y));
        self.backend.draw_text(text, &style, place).map_err(refused)
    }

    fn colour(&self, ink: Ink, opacity: f64) -> ShapeStyle {
        let colour: RGBAColor = self.theme.colour(ink).rgb().mix(opacity);
        colour.filled()
    }

    fn at(&self, (x, y): (f64, f64)) -> (i32, i32) {
        (device(x * self.scale.ratio), device(y * self.scale.ratio))
    }
}

/// Cuts a line into dashes; corners within a dash are kept.
fn dashes(points: &[(f64, f64)], (dash, gap): (f64, f64)) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, dash);
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut walked = 0.0;
        while length - walked > left {
            walked += left;
            let part = walked / length;
            let here = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            if drawing {
                piece.push(here);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![here];
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= length - walked;
        if drawing {
            piece.push(*to);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

/// Drawings are at most some thousands of pixels, so the cast keeps the value; a float's cast saturates.
#[expect(clippy::cast_possible_truncation, reason = "saturates, and drawings are small")]
fn device(value: f64) -> i32 {
    value.round() as i32
}

fn whole(value: f64) -> u32 {
    u32::try_from(device(value)).unwrap_or(0)
}

fn even(value: f64) -> u32 {
    (whole(value / 2.0) * 2).max(2)
}

fn refused<E>(_reason: E) -> Error {
    Error::new(Code::Drawing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_dash_and_leave_gap() {
        let pieces = dashes(&[(0.0, 0.0), (10.0, 0.0)], (4.0, 2.0));
        assert_eq!(pieces, [vec![(0.0, 0.0), (4.0, 0.0)], vec![(6.0, 0.0), (10.0, 0.0)]]);
    }

    #[test]
    fn a_dash_turns_the_corner() {
        let pieces = dashes(&[(0.0, 0.0), (3.0, 0.0), (3.0, 3.0)], (4.0, 1.0));
        assert_eq!(pieces, [vec![(0.0, 0.0), (3.0, 0.0), (3.0, 1.0)], vec![(3.0, 2.0), (3.0, 3.0)]]);
    }

    #[test]
    fn lines_are_even_and_never_nothing() {
        assert_eq!([0.0, 1.0, 2.0, 2.9, 3.1, 4.0].map(even), [2, 2, 2, 2, 4, 4]);
    }
}
