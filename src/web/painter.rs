//! The page's handle: a released report in, drawings out.

use std::cell::RefCell;

use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{
    plain::{from_js, to_js},
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

/// Draws the indicators of a released report.
///
/// ```js
/// const painter = new Painter(session.handover(), 'nl');
/// const { height, marks } = painter.layout(0, 560, canvas.getContext('2d'), theme);
/// painter.paint(0, 560, canvas, devicePixelRatio, theme);
/// ```
#[wasm_bindgen]
pub struct Painter {
    released: Released<Report>,
    lang: Lang,
    widths: RefCell<Listed<String, f64>>,
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

    /// Where everything goes when the indicator at `index` is `width` CSS pixels
    /// wide: `{ width, height, marks: [{ x, y, width, height, code, label }] }`,
    /// or nothing when it is not drawn. `context` measures text; `theme`
    /// holds colours by token as hex texts, and `fontFamily`.
    pub fn layout(
        &self,
        index: usize,
        width: f64,
        context: &CanvasRenderingContext2d,
        theme: JsValue,
    ) -> Result<Option<JsValue>, Thrown> {
        let theme = self.theme(theme)?;
        Ok(self.resolve(index, width, context, &theme).map(|model| to_js(&model)))
    }

    /// Sizes the canvas for the device's `ratio` and draws.
    pub fn paint(
        &self,
        index: usize,
        width: f64,
        canvas: HtmlCanvasElement,
        ratio: f64,
        theme: JsValue,
    ) -> Result<(), Thrown> {
        let theme = self.theme(theme)?;
        let context = context_of(&canvas).ok_or_else(|| self.refuse(Code::Drawing))?;
        let model = self
            .resolve(index, width, &context, &theme)
            .ok_or_else(|| self.refuse(Code::UnknownIndicator))?;
        canvas.set_width(device_pixels(model.width, ratio));
        canvas.set_height(device_pixels(model.height, ratio));
        let mut backend =
            CanvasBackend::with_canvas_object(canvas).ok_or_else(|| self.refuse(Code::Drawing))?;
        charts::draw(&model, &theme, ratio, &mut backend).map_err(|error| thrown(&error, self.lang))
    }
}

impl Painter {
    fn theme(&self, given: JsValue) -> Result<Theme, Thrown> {
        from_js(given).ok_or_else(|| self.refuse(Code::BadRequest))
    }

    fn refuse(&self, code: Code) -> Thrown {
        thrown(&Error::new(code), self.lang)
    }

    fn resolve(
        &self,
        index: usize,
        width: f64,
        context: &CanvasRenderingContext2d,
        theme: &Theme,
    ) -> Option<ChartModel> {
        let measurer = CanvasMeasurer { context, font: &theme.font_family, widths: &self.widths };
        charts::resolve(&self.released, index, &Frame { width, lang: self.lang }, &measurer)
    }
}

fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// Whole device pixels of a length in CSS pixels; at most what a canvas can hold.
fn device_pixels(length: f64, ratio: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
    let pixels = (length * ratio).round().clamp(1.0, 16_384.0) as u32;
    pixels
}

/// Measures text with the canvas itself, so that nothing is added to the page, and remembers.
struct CanvasMeasurer<'a> {
    context: &'a CanvasRenderingContext2d,
    font: &'a str,
    widths: &'a RefCell<Listed<String, f64>>,
}

impl TextMeasurer for CanvasMeasurer<'_> {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let weight = if bold { "bold " } else { "" };
        let key = format!("{weight}{size}px {}\u{0}{text}", self.font);
        if let Some(&width) = self.widths.borrow().get(&key) {
            return width;
        }
        self.context.set_font(&format!("{weight}{size}px {}", self.font));
        // A canvas always measures; should it refuse, an average letter is a fair guess.
        let guess = || text.chars().map(|_| size * 0.55).sum();
        let width = self.context.measure_text(text).map_or_else(|_| guess(), |metrics| metrics.width());
        self.widths.borrow_mut().insert(key, width);
        width
    }
}
