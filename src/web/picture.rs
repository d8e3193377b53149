//! The page's handle, further: drawings that leave the page, as pictures by themselves and for paper.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{
    canvas::Canvas,
    painter::{Painter, context_of, device_pixels},
    thrown::{Thrown, thrown},
};
use crate::{
    charts::{self, Around, ChartModel, Frame, Ink, Shape, TableMeasurer, Theme},
    error::Code,
};

#[wasm_bindgen]
impl Painter {
    /// Draws the indicator at `index` as a picture that explains itself, `width` CSS pixels wide, dark on white. `mark`
    /// stands above it, the lines of `foot` below it. Answers whether there is a drawing.
    #[allow(clippy::too_many_arguments, reason = "plain values alone cross the boundary")]
    pub fn picture(
        &self,
        index: usize,
        width: f64,
        canvas: &HtmlCanvasElement,
        ratio: f64,
        family: &str,
        mark: &str,
        foot: &str,
    ) -> Result<bool, Thrown> {
        let context = self.context(canvas)?;
        let measurer = self.measurer(&context, family);
        let (frame, lines) = (Frame { width, lang: self.lang }, lines(foot));
        let around = Around { mark, foot: &lines };
        let Some(model) = charts::framed(&self.released, index, &frame, &around, &measurer) else {
            return Ok(false);
        };
        canvas.set_width(device_pixels(model.width, ratio));
        canvas.set_height(device_pixels(model.height, ratio));
        let mut backend = Canvas::new(canvas, &context).ok_or_else(|| self.refuse(Code::Drawing))?;
        let theme = paper(family);
        charts::draw(&on_paper(model), &theme, ratio, &mut backend)
            .map_err(|error| thrown(&error, self.lang))?;
        Ok(true)
    }

    /// The same as an SVG document; nothing where there is no drawing. Words have room for the widest of the usual
    /// letters, for it will be looked at on other computers.
    #[wasm_bindgen(js_name = pictureSvg)]
    pub fn picture_svg(
        &self,
        index: usize,
        width: f64,
        family: &str,
        mark: &str,
        foot: &str,
    ) -> Result<Option<String>, Thrown> {
        let (frame, lines) = (Frame { width, lang: self.lang }, lines(foot));
        let around = Around { mark, foot: &lines };
        let model = charts::framed(&self.released, index, &frame, &around, &TableMeasurer);
        self.written(model, family)
    }

    /// The drawing alone as SVG, dark on white, for paper: measured with the letters of this page.
    #[wasm_bindgen(js_name = pictureForPaper)]
    pub fn picture_for_paper(
        &self,
        index: usize,
        width: f64,
        canvas: &HtmlCanvasElement,
        family: &str,
    ) -> Result<Option<String>, Thrown> {
        let context = self.context(canvas)?;
        let frame = Frame { width, lang: self.lang };
        let model = charts::resolve(&self.released, index, &frame, &self.measurer(&context, family));
        self.written(model, family)
    }
}

impl Painter {
    fn context(&self, canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, Thrown> {
        context_of(canvas).ok_or_else(|| self.refuse(Code::Drawing))
    }

    fn written(&self, model: Option<ChartModel>, family: &str) -> Result<Option<String>, Thrown> {
        let written = model.map(|model| charts::svg(&model, &paper(family)));
        written.transpose().map_err(|error| thrown(&error, self.lang))
    }
}

fn paper(family: &str) -> Theme {
    Theme { font_family: family.to_owned(), ..Theme::light() }
}

/// A canvas has no ground of its own.
fn on_paper(mut model: ChartModel) -> ChartModel {
    let ground = Shape::Rect { x: 0.0, y: 0.0, width: model.width, height: model.height, ink: Ink::Paper };
    model.shapes.insert(0, ground);
    model
}

fn lines(text: &str) -> Vec<&str> {
    text.split('\n').collect()
}
