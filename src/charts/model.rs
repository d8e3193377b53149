//! The resolved drawing: shapes, words and boxes in CSS pixels, and nothing to decide.
//!
//! Data only. Colours are named by what they mean ([`Ink`]) and become colours
//! at drawing, so that one model serves light, dark and print.

use serde::Serialize;

/// A drawing, ready to be put on any backend.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartModel {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// The finding; the name of the image.
    pub title: String,
    /// What is measured, of whom and when; may be empty.
    pub subtitle: String,
    /// What the image says; may be empty.
    pub description: String,
    /// What is drawn, from back to front.
    #[serde(skip)]
    pub shapes: Vec<Shape>,
    /// What can be pointed at and read aloud, in the order of reading.
    pub marks: Vec<Mark>,
}

/// A box around something drawn that can be pointed at, focused and read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Left side in CSS pixels.
    pub x: f64,
    /// Upper side in CSS pixels.
    pub y: f64,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Code of the row that it stands for; of a curve, the day.
    pub code: String,
    /// As read aloud: `13–16 jaar: 23 van 37, 62%`.
    pub label: String,
    /// What it stands for among the answers of a field, where that can be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
}

/// An answer that cases can be selected by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The field's id.
    pub field: String,
    /// As a filter asks for it.
    pub value: String,
    /// It is in the selection already.
    pub chosen: bool,
}

/// Something drawn. All lengths are CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle: a bar, a column, a rule.
    Rect {
        /// Left side.
        x: f64,
        /// Upper side.
        y: f64,
        /// Width; at least one device pixel is drawn.
        width: f64,
        /// Height; at least one device pixel is drawn.
        height: f64,
        /// Colour.
        ink: Ink,
    },
    /// A line through points.
    Path {
        /// Corners.
        points: Vec<(f64, f64)>,
        /// Thickness.
        width: f64,
        /// Colour.
        ink: Ink,
        /// Lengths of dash and gap; `None` for a whole line.
        dash: Option<(f64, f64)>,
    },
    /// A filled, see-through surface.
    Area {
        /// Corners; closed by itself.
        points: Vec<(f64, f64)>,
        /// Colour.
        ink: Ink,
        /// Part of the light that it stops, 0–1.
        opacity: f64,
    },
    /// A round mark.
    Dot {
        /// Middle.
        x: f64,
        /// Middle.
        y: f64,
        /// Radius.
        radius: f64,
        /// Colour.
        ink: Ink,
        /// An open ring instead of a disc.
        hollow: bool,
    },
    /// One line of words.
    Text {
        /// What it says.
        text: String,
        /// Where [`Align`] says.
        x: f64,
        /// Middle of the line.
        y: f64,
        /// Size of the letters, at least 12.
        size: f64,
        /// Strong.
        bold: bool,
        /// Colour.
        ink: Ink,
        /// Which side of the words `x` is.
        align: Align,
    },
}

/// Which side of a line of words its position is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words run to the right of it.
    Left,
    /// Words lie around it.
    Center,
    /// Words end at it.
    Right,
}

/// What a colour means; see [`Theme`](super::Theme).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Words and base lines.
    Ink,
    /// Words that matter less.
    Soft,
    /// Rules behind the data.
    Line,
    /// The ground.
    Paper,
    /// What the title speaks of.
    Accent,
    /// Around what the title speaks of.
    AccentSoft,
    /// Data.
    Mark,
    /// Data in the background.
    MarkSoft,
    /// Missing answers.
    Unknown,
    /// A caution.
    Warn,
}
