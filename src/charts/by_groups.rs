//! Lead times by the answers in another field: the curves of the largest groups.

use super::{
    curves::{self, Curve, STROKES},
    phrases::{self, Phrase},
    sheet::{Face, Place, Sheet},
};
use crate::{
    catalog,
    report::{Duration, DurationBy, DurationGroup, Status},
};

/// Above the drawing of a field.
const ABOVE: f64 = 32.0;

/// Draws a plot for each field below what is there.
#[inline(never)]
pub(super) fn by_groups(sheet: &mut Sheet<'_>, figures: &Duration) {
    for by in &figures.by {
        let drawn = largest(by);
        if drawn.len() < 2 {
            continue;
        }
        let place = sheet.rest();
        let place = Place { top: place.top + ABOVE, ..place };
        let bottom = plot(sheet, place, by, &drawn);
        sheet.bottom = bottom;
        if drawn.len() < by.groups.len() {
            let words = phrases::largest_of(drawn.len(), by.groups.len(), sheet.lang);
            sheet.bottom = sheet.paragraph(&words, Place { top: bottom + 2.0, ..place }, Face::SOFT, 2);
        }
    }
}

fn plot(sheet: &mut Sheet<'_>, place: Place, by: &DurationBy, drawn: &[&DurationGroup]) -> f64 {
    let field = catalog::field(&by.field).map_or(by.field.as_str(), |field| field.label.text(sheet.lang));
    let heading = format!("{} {}", phrases::phrase(Phrase::ByGroup, sheet.lang), phrases::lower_first(field));
    let lines: Vec<Curve<'_>> = drawn
        .iter()
        .zip(STROKES)
        .filter_map(|(group, stroke)| {
            let estimate = group.kaplan_meier.as_ref()?;
            Some(Curve {
                code: &group.code,
                name: &group.label,
                estimate,
                stroke,
                small: group.status == Some(Status::Small),
            })
        })
        .collect();
    curves::curves(sheet, place, &heading, &lines)
}

/// The groups with the most cases that have a curve, in the order of the report.
fn largest(by: &DurationBy) -> Vec<&DurationGroup> {
    let size = |group: &DurationGroup| group.n + group.open;
    let with: Vec<&DurationGroup> =
        by.groups.iter().filter(|group| group.kaplan_meier.is_some() && size(group) > 0).collect();
    let before = |place: usize, group: &DurationGroup| {
        let goes = |(other, it): &(usize, &&DurationGroup)| {
            size(it) > size(group) || size(it) == size(group) && *other < place
        };
        with.iter().enumerate().filter(goes).count()
    };
    with.iter()
        .enumerate()
        .filter(|(place, group)| before(*place, group) < STROKES.len())
        .map(|(_, group)| *group)
        .collect()
}
