//! A canvas of the page as a plotters backend: what drawings of ours ask for, no more. plotters' own writes
//! fractions as text, for which Rust brings 4 kB of tables and code: more than all that is here.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::HPos,
};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::error::{Code, Error};

type Drawn = Result<(), DrawingErrorKind<Error>>;

/// Draws on a canvas. Words stand level, with their middle at the place that is given.
pub(super) struct Canvas<'a> {
    canvas: &'a HtmlCanvasElement,
    context: &'a CanvasRenderingContext2d,
    /// The letters and the colour that it has now: setting them costs the browser more than drawing does.
    font: String,
    fill: String,
}

impl<'a> Canvas<'a> {
    /// On a canvas that was sized just now.
    pub(super) fn new(canvas: &'a HtmlCanvasElement, context: &'a CanvasRenderingContext2d) -> Self {
        context.set_text_baseline("middle");
        Self { canvas, context, font: String::new(), fill: String::new() }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            // The first one of a path only goes there.
            self.context.line_to(x.into(), y.into());
        }
    }

    fn fill_with(&mut self, colour: BackendColor) {
        let fill = css(colour);
        if self.fill != fill {
            self.context.set_fill_style_str(&fill);
            self.fill = fill;
        }
    }

    fn stroke_with(&self, style: &impl BackendStyle) {
        self.context.set_stroke_style_str(&css(style.color()));
        self.context.set_line_width(style.stroke_width().into());
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _filled: bool,
    ) -> Drawn {
        self.fill_with(style.color());
        self.context.fill_rect(left.into(), top.into(), (right - left).into(), (bottom - top).into());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke_with(style);
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill_with(style.color());
        self.trace(corners);
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        filled: bool,
    ) -> Drawn {
        self.context.begin_path();
        self.context.arc(x.into(), y.into(), radius.into(), 0.0, std::f64::consts::TAU).map_err(refused)?;
        if filled {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        self.fill_with(style.color());
        let font = font(style.style().as_str(), style.size(), style.family().as_str());
        if self.font != font {
            self.context.set_font(&font);
            self.font = font;
        }
        self.context.fill_text(text, x.into(), y.into()).map_err(refused)
    }
}

/// Letters as a canvas wants them, sizes to a hundredth of a pixel.
pub(super) fn font(weight: &str, size: f64, family: &str) -> String {
    let size = whole(size * 100.0);
    format!("{weight} {}.{:02}px {family}", size / 100, size % 100)
}

fn css(BackendColor { alpha, rgb: (red, green, blue) }: BackendColor) -> String {
    let alpha = whole(alpha * 1000.0);
    format!("rgba({red},{green},{blue},{}.{:03})", alpha / 1000, alpha % 1000)
}

fn whole(value: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float's cast saturates")]
    let whole = value.round() as u32;
    whole
}

fn refused<E>(_reason: E) -> DrawingErrorKind<Error> {
    DrawingErrorKind::DrawingError(Error::new(Code::Drawing))
}
