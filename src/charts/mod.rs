//! Released report → [`ChartModel`] → drawing.
//!
//! `resolve` decides everything: which shapes, which words, which boxes can be
//! pointed at, in CSS pixels. [`draw`] only puts that on a plotters backend, a
//! canvas on the page or SVG natively. Nothing here counts, and nothing here
//! knows a report that has not been released.
//!
//! plotters is used for its backends alone: no charts, meshes or series of its
//! own, which measure text through the host's page or iterate hash maps.

mod ages;
mod axes;
mod bar;
mod bars;
mod beside;
mod by_groups;
mod columns;
mod combinations;
mod crosstab;
mod curve;
mod curves;
mod draw;
mod duration;
mod fold;
mod framed;
mod hidden;
mod legend;
mod long_periods;
mod model;
mod more_periods;
mod names;
mod pair_periods;
mod pairs;
mod periods;
mod phrases;
mod pyramid;
mod share;
mod sheet;
mod span;
mod subject;
mod svg;
mod text;
mod texture;
mod theme;
mod threads;
mod tint;
mod together;
mod wording;

pub use draw::draw;
pub use framed::{Around, framed};
pub use model::{Align, ChartModel, Choice, Ink, Mark, Shape};
pub use svg::svg;
pub use text::{TableMeasurer, TextMeasurer};
pub use texture::textured;
pub use theme::{Colour, Theme};

use sheet::Sheet;
use subject::Subject;

use crate::{
    catalog::{self, Lang},
    disclosure::Released,
    report::{Figures, Indicator, Report, ShareOf},
};

/// Narrowest drawing that is laid out; a smaller frame is drawn as wide as this.
pub const MIN_WIDTH: f64 = 280.0;

/// Widest drawing that is laid out: longer bars are no easier to read.
pub const MAX_WIDTH: f64 = 1600.0;

/// What a drawing has to fit, and for whom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels; held between [`MIN_WIDTH`] and [`MAX_WIDTH`].
    pub width: f64,
    /// Language of the words in the drawing.
    pub lang: Lang,
}

/// Lays out the drawing of one indicator of the report.
///
/// The height follows from the width and the figures. `None` when there is no
/// such indicator, or when it is told as a table instead.
pub fn resolve(
    released: &Released<Report>,
    index: usize,
    frame: &Frame,
    measurer: &dyn TextMeasurer,
) -> Option<ChartModel> {
    let report = released.get();
    let indicator = report.indicators.get(index)?;
    let public = report.protection.as_ref().filter(|protection| protection.is_public());
    // What is public has the shares that it may have, and stands by itself.
    let of_all = (report.share_of == ShareOf::All && public.is_none()).then(|| subject::of_all(indicator));
    let indicator = of_all.as_ref().unwrap_or(indicator);
    let width =
        if frame.width.is_finite() { frame.width.clamp(MIN_WIDTH, MAX_WIDTH).floor() } else { MIN_WIDTH };
    let mut sheet = Sheet::new(width, frame.lang, measurer);
    let small = report.protection.as_ref().map_or(0, |protection| protection.small_below);
    let subject = Subject { about: &indicator.about, share_of: report.share_of, small, public };
    let two = report.against.is_some() && public.is_none();
    let drawn = two && beside::beside(&mut sheet, report, index, indicator, small)
        || draw_one(&mut sheet, subject, &indicator.figures);
    drawn.then(|| {
        sheet.explain_signs(small);
        let (title, subtitle, description) = words(indicator, frame.lang);
        sheet.into_model(title, subtitle, description)
    })
}

/// Draws the figures of one selection; answers whether they are drawn.
fn draw_one(sheet: &mut Sheet<'_>, subject: Subject<'_>, figures: &Figures) -> bool {
    match figures {
        Figures::Distribution(figures) if figures.years.is_empty() => {
            bars::distribution(sheet, subject, figures);
        }
        Figures::Distribution(figures) => ages::ages(sheet, subject, figures),
        Figures::Series(series) => periods::series(sheet, subject, series),
        Figures::Duration(figures) => {
            duration::duration(sheet, subject, figures);
            if !figures.by.is_empty() {
                by_groups::by_groups(sheet, figures);
            }
        }
        Figures::Share(figures) => share::share(sheet, subject, figures),
        Figures::Crosstab(table) => return crosstab::crosstab(sheet, subject, table),
        Figures::Cooccurrence(figures) => return together::together(sheet, subject, figures),
        Figures::Threads(figures) => return threads::threads(sheet, figures),
        Figures::Totals(_) => return false,
    }
    true
}

/// Title, subtitle and description, from the words told or else from the catalog.
fn words(indicator: &Indicator, lang: Lang) -> (String, String, String) {
    if let Some(words) = &indicator.words {
        return (words.title.clone(), words.subtitle.clone(), words.text.clone());
    }
    let label = catalog::indicator(&indicator.about.id)
        .map_or_else(|| indicator.about.id.clone(), |known| known.label.text(lang).to_owned());
    (label, String::new(), String::new())
}
