//! The page's handle, further: drawings that leave the page, as pictures by themselves and for paper.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::{
    painter::{Painter, context_of},
    thrown::{Thrown, thrown},
};
use crate::{
    charts::{self, Around, ChartModel, Frame, Ink, Shape, TableMeasurer, TextMeasurer, Theme},
    error::Code,
};

#[wasm_bindgen]
impl Painter {
    /// Draws the indicator at `index`, `width` CSS pixels wide, dark on white: on the canvas, `ratio` pixels for each of
    /// those, or for 0 as an SVG document, which is answered. Nothing where there is no drawing.
    ///
    /// The first line of `words` are families of letters. A second is the mark above a picture that explains itself, and
    /// the others stand below it; without these it is the drawing alone.
    pub fn picture(
        &self,
        index: usize,
        width: f64,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        words: &str,
    ) -> Result<Option<String>, Thrown> {
        let context = context_of(canvas).ok_or_else(|| self.refuse(Code::Drawing))?;
        let mut lines = words.split('\n');
        let (family, mark) = (lines.next().unwrap_or_default(), lines.next());
        let foot: Vec<&str> = lines.collect();
        let frame = Frame { width, lang: self.lang };
        let measurer = self.measurer(&context, family);
        // An SVG that leaves will be looked at on other computers: it has room for the widest of the usual letters.
        let measurer: &dyn TextMeasurer =
            if ratio > 0.0 || mark.is_none() { &measurer } else { &TableMeasurer };
        let model = match mark {
            Some(mark) => {
                charts::framed(&self.released, index, &frame, &Around { mark, foot: &foot }, measurer)
            }
            None => charts::resolve(&self.released, index, &frame, measurer),
        };
        let Some(model) = model else { return Ok(None) };
        let theme = Theme { font_family: family.to_owned(), ..Theme::light() };
        if ratio > 0.0 {
            self.on(canvas, &context, &on_paper(model), &theme, ratio).map(|()| Some(String::new()))
        } else {
            charts::svg(&model, &theme).map(Some).map_err(|error| thrown(&error, self.lang))
        }
    }
}

/// A canvas has no ground of its own.
fn on_paper(mut model: ChartModel) -> ChartModel {
    let ground = Shape::Rect { x: 0.0, y: 0.0, width: model.width, height: model.height, ink: Ink::Paper };
    model.shapes.insert(0, ground);
    model
}
