//! The sheet that panels are laid out on: collects shapes and marks, knows width, language and measure.

use super::{
    hidden,
    model::{Align, ChartModel, Choice, Ink, Mark, Shape},
    text::{self, TextMeasurer},
    wording::{self, Word},
};
use crate::catalog::Lang;

/// Size of labels and values in CSS pixels.
pub(super) const LABEL: f64 = 14.0;
/// Size of counts, axes and notes.
pub(super) const SMALL: f64 = 13.0;
/// Size where room is short. Nothing is smaller.
pub(super) const TINY: f64 = 12.0;
/// Height of a line of words as a part of their size.
pub(super) const LINE_HEIGHT: f64 = 1.3;

/// A drawing in the making.
pub(super) struct Sheet<'a> {
    pub(super) width: f64,
    pub(super) lang: Lang,
    /// Down to where the sheet is used.
    pub(super) bottom: f64,
    measurer: &'a dyn TextMeasurer,
    shapes: Vec<Shape>,
    marks: Vec<Mark>,
    /// A small count has its ring.
    ringed: bool,
    /// A count that is not shown has its sign.
    pub(super) hidden: bool,
}

/// How a line of words looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

impl Face {
    pub(super) const LABEL: Self = Self { size: LABEL, bold: false, ink: Ink::Ink };
    pub(super) const VALUE: Self = Self { size: LABEL, bold: true, ink: Ink::Ink };
    pub(super) const SOFT: Self = Self { size: SMALL, bold: false, ink: Ink::Soft };
    pub(super) const TINY: Self = Self { size: TINY, bold: false, ink: Ink::Soft };

    pub(super) fn in_ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub(super) fn line(self) -> f64 {
        self.size * LINE_HEIGHT
    }
}

/// A part of the sheet, from `top` down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(width: f64, lang: Lang, measurer: &'a dyn TextMeasurer) -> Self {
        Self {
            width,
            lang,
            bottom: 0.0,
            measurer,
            shapes: Vec::new(),
            marks: Vec::new(),
            ringed: false,
            hidden: false,
        }
    }

    pub(super) fn into_model(self, title: String, subtitle: String, description: String) -> ChartModel {
        let height = self.bottom.ceil();
        ChartModel {
            width: self.width,
            height,
            title,
            subtitle,
            description,
            shapes: self.shapes,
            marks: self.marks,
        }
    }

    /// All of the sheet that is not used yet.
    pub(super) fn rest(&self) -> Place {
        Place { left: 0.0, top: self.bottom, width: self.width }
    }

    pub(super) fn measure(&self, text: &str, face: Face) -> f64 {
        self.measurer.width(text, face.size, face.bold)
    }

    pub(super) fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>, face: Face) -> f64 {
        texts.into_iter().map(|text| self.measure(text, face)).fold(0.0, f64::max)
    }

    pub(super) fn wrap(&self, text: &str, width: f64, face: Face, lines: usize) -> Vec<String> {
        text::wrap(text, width, face.size, face.bold, lines, self.measurer)
    }

    /// Draws shape over all that is there.
    pub(super) fn shape(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), ink: Ink) {
        self.shapes.push(Shape::Rect { x, y, width, height, ink });
    }

    /// The sign of a small count.
    pub(super) fn ring(&mut self, (x, y): (f64, f64), radius: f64) {
        self.ringed = true;
        self.shape(Shape::Dot { x, y, radius, ink: Ink::Soft, hollow: true });
    }

    /// Says below the drawing what signs mean, where they are drawn.
    pub(super) fn explain_signs(&mut self, small: u64) {
        if self.hidden {
            hidden::explain(self, small);
        }
        if self.ringed {
            let place = self.rest();
            let words = wording::word(Word::SmallSign, self.lang);
            self.bottom = self.paragraph(words, Place { top: place.top + 8.0, ..place }, Face::TINY, 2);
        }
    }

    /// Words with their middle at `y`; nothing for no words.
    pub(super) fn text(&mut self, text: impl Into<String>, (x, y): (f64, f64), align: Align, face: Face) {
        let text = text.into();
        if !text.is_empty() {
            let Face { size, bold, ink } = face;
            self.shapes.push(Shape::Text { text, x, y, size, bold, ink, align });
        }
    }

    /// Words over several lines from `top` down, on the left; answers where they end.
    pub(super) fn paragraph(&mut self, text: &str, place: Place, face: Face, lines: usize) -> f64 {
        let mut top = place.top;
        for line in self.wrap(text, place.width, face, lines) {
            self.text(line, (place.left, top + face.line() / 2.0), Align::Left, face);
            top += face.line();
        }
        top
    }

    pub(super) fn mark(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        code: &str,
        label: String,
    ) {
        self.marks.push(Mark { x, y, width, height, code: code.to_owned(), label, choice: None });
    }

    /// What the last mark stands for among the answers of a field.
    pub(super) fn choosable(&mut self, choice: Option<Choice>) {
        if let Some(mark) = self.marks.last_mut() {
            mark.choice = choice;
        }
    }
}
