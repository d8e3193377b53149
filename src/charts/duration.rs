//! Lead time: the closed cases in bands, and beside them the curve with the open cases in it.

use super::{
    bars::{self, Extra},
    curve,
    sheet::{Face, Place, Sheet},
    subject::Subject,
    wording::{self, Word},
};
use crate::report::Duration;

/// From here the curve stands beside the bands.
const WIDE: f64 = 720.0;
/// The part of the width that the bands have beside the curve.
const BANDS: f64 = 0.42;
/// Between the two panels, side by side and one above the other.
const GAP: f64 = 48.0;
const BELOW: f64 = 28.0;

/// Draws bands and curve.
pub(super) fn duration(sheet: &mut Sheet<'_>, subject: Subject<'_>, figures: &Duration) {
    let whole = sheet.rest();
    let Some(estimate) = &figures.kaplan_meier else {
        sheet.bottom = bands(sheet, whole, subject, figures);
        return;
    };
    if whole.width >= WIDE {
        let width = ((whole.width - GAP) * BANDS).floor();
        let left = bands(sheet, Place { width, ..whole }, subject, figures);
        let right = Place { left: width + GAP, width: whole.width - width - GAP, ..whole };
        sheet.bottom = curve::curve(sheet, right, estimate, closed_only(figures)).max(left);
    } else {
        let top = bands(sheet, whole, subject, figures) + BELOW;
        sheet.bottom = curve::curve(sheet, Place { top, ..whole }, estimate, closed_only(figures));
    }
}

/// Without open cases both lines are the same one.
fn closed_only(figures: &Duration) -> &[(u32, f64)] {
    if figures.open > 0 { &figures.closed_only } else { &[] }
}

fn bands(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, figures: &Duration) -> f64 {
    let lang = sheet.lang;
    let head = format!(
        "{}, n\u{a0}=\u{a0}{}",
        wording::word(Word::ClosedCases, lang),
        wording::count(subject.about.n, lang)
    );
    let top = sheet.paragraph(&head, place, Face::SOFT, 2) + 6.0;
    let count = bars::shown(figures.open, figures.open_status);
    let open = Extra { code: "loopt", label: wording::word(Word::Open, lang), count, share: None };
    bars::bars_with(
        sheet,
        Place { top, ..place },
        subject,
        &figures.rows,
        &[open, bars::unknown(sheet, subject)],
    )
}
