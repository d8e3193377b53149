//! The page's handle: a released report in, drawings out.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{
    canvas::{Canvas, font},
    plain::to_js,
    thrown::{Thrown, thrown},
};
use crate::{
    catalog::Lang,
    charts::{self, ChartModel, Frame, TextMeasurer, Theme},
    disclosure::{self, Released},
    error::{Code, Error},
    listed::Listed,
    report::Report,
};

/// So many widths of words are remembered; then they are measured anew.
const MOST_WIDTHS: usize = 4_000;

/// Widths of words by their letters and the words themselves.
type Widths = Listed<String, f64>;

/// Draws the indicators of a released report.
///
/// ```js
/// const painter = new Painter(session.handover(), 'nl');
/// const { height, marks } = painter.draw(0, 560, canvas, devicePixelRatio, theme);
/// ```
#[wasm_bindgen]
pub struct Painter {
    pub(super) released: Released<Report>,
    pub(super) lang: Lang,
    widths: RefCell<Widths>,
}

#[wasm_bindgen]
impl Painter {
    /// `report`: the bytes that `Session.handover` gave.
    #[wasm_bindgen(constructor)]
    pub fn new(report: &[u8], lang: &str) -> Result<Painter, Thrown> {
        let lang = Lang::from_tag(lang);
        let released = disclosure::handover(report).map_err(|error| thrown(&error, lang))?;
        Ok(Self { released, lang, widths: RefCell::default() })
    }

    /// Takes over the widths of words that another painter has measured: most of the words come again.
    pub fn inherit(&self, from: &Painter) {
        self.widths.swap(&from.widths);
    }

    /// Sizes the canvas for the device's `ratio` and draws the indicator at `index`, `width` CSS pixels wide. Answers
    /// where everything is: `{ width, height, marks: [{ x, y, width, height, code, label }] }`, or nothing when it is
    /// not drawn. `theme`: the words of [`Theme::from_words`].
    pub fn draw(
        &self,
        index: usize,
        width: f64,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        theme: &str,
    ) -> Result<Option<JsValue>, Thrown> {
        let theme = Theme::from_words(theme).ok_or_else(|| self.refuse(Code::BadRequest))?;
        let context = context_of(canvas).ok_or_else(|| self.refuse(Code::Drawing))?;
        let measurer = self.measurer(&context, &theme.font_family);
        let frame = Frame { width, lang: self.lang };
        let Some(mut model) = charts::resolve(&self.released, index, &frame, &measurer) else {
            return Ok(None);
        };
        if theme.has_one_colour() {
            model = charts::textured(model, 1.0 / ratio);
        }
        self.on(canvas, &context, &model, &theme, ratio)?;
        Ok(Some(to_js(&model)))
    }
}

impl Painter {
    /// Sizes the canvas and draws on it. Woven into both that call it: they stand in two parts of the core.
    #[inline(always)]
    pub(super) fn on(
        &self,
        canvas: &HtmlCanvasElement,
        context: &CanvasRenderingContext2d,
        model: &ChartModel,
        theme: &Theme,
        ratio: f64,
    ) -> Result<(), Thrown> {
        canvas.set_width(device_pixels(model.width, ratio));
        canvas.set_height(device_pixels(model.height, ratio));
        let mut backend = Canvas::new(canvas, context).ok_or_else(|| self.refuse(Code::Drawing))?;
        charts::draw(model, theme, ratio, &mut backend).map_err(|error| thrown(&error, self.lang))
    }

    pub(super) fn refuse(&self, code: Code) -> Thrown {
        thrown(&Error::new(code), self.lang)
    }

    pub(super) fn measurer<'a>(
        &'a self,
        context: &'a CanvasRenderingContext2d,
        family: &'a str,
    ) -> CanvasMeasurer<'a> {
        CanvasMeasurer { context, family, font: RefCell::default(), widths: &self.widths }
    }
}

#[inline(always)]
pub(super) fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// Whole device pixels of a length in CSS pixels; at most what a canvas can hold.
fn device_pixels(length: f64, ratio: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
    let pixels = (length * ratio).round().clamp(1.0, 16_384.0) as u32;
    pixels
}

/// Measures text with the canvas itself, so that nothing is added to the page, and remembers.
pub(super) struct CanvasMeasurer<'a> {
    context: &'a CanvasRenderingContext2d,
    family: &'a str,
    /// The letters that the canvas has now.
    font: RefCell<String>,
    widths: &'a RefCell<Widths>,
}

impl TextMeasurer for CanvasMeasurer<'_> {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let font = font(if bold { "bold" } else { "normal" }, size, self.family);
        let key = format!("{font}\u{0}{text}");
        if let Some(&width) = self.widths.borrow().get(&key) {
            return width;
        }
        // Setting it costs the browser more than measuring does.
        if *self.font.borrow() != font {
            self.context.set_font(&font);
            self.font.replace(font);
        }
        // A canvas always measures; should it refuse, an average letter is a fair guess.
        let guess = || text.chars().map(|_| size * 0.55).sum();
        let width = self.context.measure_text(text).map_or_else(|_| guess(), |metrics| metrics.width());
        let mut widths = self.widths.borrow_mut();
        if widths.len() >= MOST_WIDTHS {
            *widths = Widths::default();
        }
        widths.insert(key, width);
        width
    }
}
