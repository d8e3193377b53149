//! A canvas of the page, drawn on by plotters' own backend for it. Words alone go past that one: it sets letters and
//! colour anew for each, which costs the browser more than drawing does.

use std::fmt;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::HPos,
};
use plotters_canvas::CanvasBackend;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::error::{Code, Error};

type Drawn = Result<(), DrawingErrorKind<Error>>;

/// Draws on a canvas. Words stand level, with their middle at the place that is given.
pub(super) struct Canvas<'a> {
    shapes: CanvasBackend,
    context: &'a CanvasRenderingContext2d,
    /// The letters and the colour that words have now; no colour when a shape came since.
    font: String,
    fill: String,
}

impl<'a> Canvas<'a> {
    /// On a canvas that was sized just now, if it can be drawn on.
    pub(super) fn new(canvas: &HtmlCanvasElement, context: &'a CanvasRenderingContext2d) -> Option<Self> {
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        context.set_text_baseline("middle");
        Some(Self { shapes, context, font: String::new(), fill: String::new() })
    }

    /// What draws shapes, in colours of its own.
    fn shapes(&mut self) -> &mut CanvasBackend {
        self.fill.clear();
        &mut self.shapes
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        self.shapes.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.shapes.ensure_prepared().map_err(refused)
    }

    fn present(&mut self) -> Drawn {
        self.shapes.present().map_err(refused)
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.shapes().draw_pixel(point, colour).map_err(refused)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.shapes().draw_line(from, to, style).map_err(refused)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        filled: bool,
    ) -> Drawn {
        self.shapes().draw_rect(upper_left, bottom_right, style, filled).map_err(refused)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.shapes().draw_path(path, style).map_err(refused)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.shapes().fill_polygon(corners, style).map_err(refused)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        middle: BackendCoord,
        radius: u32,
        style: &S,
        filled: bool,
    ) -> Drawn {
        self.shapes().draw_circle(middle, radius, style, filled).map_err(refused)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        let fill = css(style.color());
        if self.fill != fill {
            self.context.set_fill_style_str(&fill);
            self.fill = fill;
        }
        let font = font(style.style().as_str(), style.size(), style.family().as_str());
        if self.font != font {
            self.context.set_font(&font);
            self.font = font;
        }
        self.context.fill_text(text, x.into(), y.into()).map_err(refused)
    }
}

/// Letters as a canvas wants them.
pub(super) fn font(weight: &str, size: f64, family: &str) -> String {
    format!("{weight} {}px {family}", Decimal(size))
}

fn css(BackendColor { alpha, rgb: (red, green, blue) }: BackendColor) -> String {
    format!("rgba({red},{green},{blue},{})", Decimal(alpha))
}

/// A number as a canvas wants it: to a thousandth, which is finer than it draws.
///
/// Rust writes fractions exactly, for which it brings 6 kB of code and tables. In the core nothing but plotters' canvas
/// asks for that, for colours: the build has this write them too (`xtask/src/stand_in.rs`).
#[repr(transparent)]
struct Decimal(f64);

impl fmt::Display for Decimal {
    #[inline(never)]
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "a float's cast saturates")]
        let thousandths = (self.0 * 1000.0).round() as i32;
        if thousandths < 0 {
            out.write_str("-")?;
        }
        let thousandths = thousandths.unsigned_abs();
        let (whole, mut part, mut digits) = (thousandths / 1000, thousandths % 1000, 3);
        if part == 0 {
            return write!(out, "{whole}");
        }
        while part % 10 == 0 {
            part /= 10;
            digits -= 1;
        }
        write!(out, "{whole}.{part:0digits$}")
    }
}

fn refused<E>(_reason: E) -> DrawingErrorKind<Error> {
    DrawingErrorKind::DrawingError(Error::new(Code::Drawing))
}
