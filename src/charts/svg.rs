//! The drawing as an SVG file, for the command line, tests, paper and what leaves the page.

use plotters::backend::{DrawingBackend, SVGBackend};

use super::{
    draw::{Scale, draw_scaled},
    model::{ChartModel, Ink, Shape},
    theme::Theme,
};
use crate::error::{Code, Error, Result};

/// plotters-svg writes letters at their size divided by this.
const LETTERS: f64 = 1.24;

/// The drawing as an SVG document on the theme's paper: the same model gives the same bytes.
///
/// # Errors
///
/// [`Code::Drawing`] when the backend refuses.
#[inline(never)]
pub fn svg(model: &ChartModel, theme: &Theme) -> Result<String> {
    let mut body = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut body, (pixels(model.width), pixels(model.height)));
        let ground = ChartModel {
            shapes: vec![Shape::Rect {
                x: 0.0,
                y: 0.0,
                width: model.width,
                height: model.height,
                ink: Ink::Paper,
            }],
            ..model.clone()
        };
        let scale = Scale { ratio: 1.0, letters: LETTERS };
        draw_scaled(&ground, theme, scale, &mut backend)?;
        draw_scaled(model, theme, scale, &mut backend)?;
        backend.present().map_err(|_| Error::new(Code::Drawing))?;
    }
    Ok(named(&tidy(&body), model))
}

/// plotters-svg centres words by the height of an x, which not every reader knows, breaks the
/// line behind them, and its division leaves a rest on one size.
fn tidy(body: &str) -> String {
    body.replace("dy=\"0.5ex\"", "dy=\"0.35em\"")
        .replace("opacity=\"1\" ", "")
        .replace("\"13.000000000000002\"", "\"13\"")
        .replace("\n</text>", "</text>")
        .replace(may_not_stand, "")
}

/// Characters that no XML may hold, whatever a file's headings hold.
fn may_not_stand(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Gives the image the name and description that a screen reader says.
fn named(body: &str, model: &ChartModel) -> String {
    let head = match (escape(&model.title), escape(&model.description)) {
        (title, text) if text.is_empty() => format!("<title>{title}</title>\n"),
        (title, text) => format!("<title>{title}</title>\n<desc>{text}</desc>\n"),
    };
    let body = body.replacen("<svg ", "<svg role=\"img\" ", 1);
    body.replacen(">\n", &format!(">\n{head}"), 1)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(may_not_stand, "")
}

/// Drawings are at most some thousands of pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, and drawings are small"
)]
fn pixels(length: f64) -> u32 {
    length.ceil() as u32
}
