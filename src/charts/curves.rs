//! Survival curves of a few groups in one plot, told apart by dash and name, with how many still count below them.

use super::{
    axes::{Axes, MONTH_DAYS},
    legend::{self, Sign, Stroke},
    model::{Align, Ink, Shape},
    phrases::{self, Phrase},
    share::RING,
    sheet::{Face, Place, SMALL, Sheet},
    wording::{self, Word},
};
use crate::report::{KaplanMeier, Status};

/// Height of the plot.
const TALL: f64 = 180.0;
/// From here names stand beside curves and numbers; narrower, each on a line of its own.
const WIDE: f64 = 560.0;
/// Most of the width for names on either side.
const NAME_PART: f64 = 0.27;
/// Piece of a line before a name.
const STROKE: f64 = 24.0;
const GAP: f64 = 8.0;
/// Least from one name to the next.
const LINE: f64 = 17.0;
/// Least width of a month that can be pointed at.
const TOUCH: f64 = 24.0;
const NAME: Face = Face { size: SMALL, bold: false, ink: Ink::Ink };

/// The curves, in the order of their groups.
pub(super) const STROKES: [Stroke; 5] = [
    Stroke { ink: Ink::Accent, dash: None },
    Stroke { ink: Ink::Ink, dash: Some((2.0, 4.0)) },
    Stroke { ink: Ink::Mark, dash: None },
    Stroke { ink: Ink::Accent, dash: Some((8.0, 4.0)) },
    Stroke { ink: Ink::Mark, dash: Some((12.0, 3.0)) },
];

/// The curve of one group.
pub(super) struct Curve<'r> {
    pub(super) code: &'r str,
    pub(super) name: &'r str,
    pub(super) estimate: &'r KaplanMeier,
    pub(super) stroke: Stroke,
    /// It is of few cases, closed or open.
    pub(super) small: bool,
}

/// Where names go.
struct Margins {
    wide: bool,
    /// For names of rows of numbers, with what is before and behind them.
    left: f64,
    /// For such a name alone.
    name: f64,
    /// For names of curves.
    right: f64,
}

/// Draws the curves below a heading; answers where the numbers below them end.
pub(super) fn curves(sheet: &mut Sheet<'_>, place: Place, heading: &str, curves: &[Curve<'_>]) -> f64 {
    let top = sheet.paragraph(heading, place, Face::SOFT, 2) + 14.0;
    let n = curves.iter().map(|curve| still(curve.estimate, 0.0)).max().unwrap_or(0);
    let widest = sheet.measure(&wording::count(n, sheet.lang), Face::TINY).max(20.0);
    let margins = margins(sheet, place, curves, widest);
    let days = curves.iter().filter_map(|curve| curve.estimate.points.last()).map(|point| f64::from(point.0));
    let left = margins.left.max(widest / 2.0);
    let size = ((place.width - left - margins.right).max(80.0), TALL);
    let axes = Axes::new((place.left + left, top), size, days.fold(0.0, f64::max), widest);
    axes.draw(sheet);
    let mut ends = Vec::new();
    // The first is on top of the others.
    for curve in curves.iter().rev() {
        let corners = steps(&axes, curve.estimate);
        ends.push(corners.last().copied().unwrap_or((axes.left, axes.top)));
        let Stroke { ink, dash } = curve.stroke;
        sheet.shape(Shape::Path { points: corners, width: 2.0, ink, dash });
    }
    ends.reverse();
    if margins.wide {
        names(sheet, &axes, place, curves, &ends);
    }
    marks(sheet, &axes, curves);
    numbers(sheet, place, &axes, &margins, curves)
}

fn margins(sheet: &Sheet<'_>, place: Place, curves: &[Curve<'_>], widest: f64) -> Margins {
    let gutter = sheet.measure("100%", Face::TINY).ceil() + 10.0;
    let unit = sheet.measure(&format!("0 {}", wording::word(Word::Months, sheet.lang)), Face::TINY).ceil();
    let wide = place.width >= WIDE;
    if !wide {
        return Margins { wide, left: gutter, name: 0.0, right: unit };
    }
    let size = |curve: &Curve<'_>| {
        let ring = if curve.small { RING * 4.0 } else { 0.0 };
        sheet.measure(&size(sheet, curve), Face::TINY) + ring
    };
    let size = curves.iter().map(size).fold(0.0, f64::max);
    let name = (sheet.widest(curves.iter().map(|curve| curve.name), NAME) + size).ceil();
    let told = sheet.widest(
        curves.iter().map(|curve| half(sheet, curve, true)).collect::<Vec<_>>().iter().map(String::as_str),
        NAME,
    );
    let head = sheet.measure(&half_head(sheet, curves), Face::TINY);
    let most = (place.width * NAME_PART).floor();
    let both = (STROKE + GAP + name).min(most);
    let right = (both + GAP).max(unit).max(told.max(head).ceil() + 4.0 * GAP);
    let name = both - STROKE - GAP;
    Margins { wide, left: (both + GAP + widest / 2.0).max(gutter), name, right }
}

/// The corners of a line that falls in steps.
fn steps(axes: &Axes, estimate: &KaplanMeier) -> Vec<(f64, f64)> {
    let mut height = axes.y(1.0);
    let mut corners = vec![(axes.x(0.0), height)];
    let mut end = axes.x(0.0);
    for (day, part, _) in &estimate.points {
        end = axes.x(f64::from(*day));
        let next = axes.y(*part);
        if (next - height).abs() > f64::EPSILON {
            corners.extend([(end, height), (end, next)]);
            height = next;
        }
    }
    corners.push((end, height));
    corners
}

/// The name of each curve at the height where it ends, moved apart where they would touch.
fn names(sheet: &mut Sheet<'_>, axes: &Axes, place: Place, curves: &[Curve<'_>], ends: &[(f64, f64)]) {
    let heights = apart(ends.iter().map(|end| end.1).collect(), axes.top, axes.base() - 2.0);
    let left = axes.right() + GAP;
    let room = place.left + place.width - left - STROKE - GAP;
    for (curve, y) in curves.iter().zip(heights) {
        legend::draw_sign(sheet, Sign::Line(curve.stroke), (left, y));
        let name = sheet.wrap(curve.name, room, NAME, 1).concat();
        sheet.text(name, (left + STROKE + GAP, y), Align::Left, NAME);
    }
}

/// Heights at least a line from each other, in the order that they have, between `top` and `bottom`.
fn apart(heights: Vec<f64>, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = Vec::new();
    for place in 0..heights.len() {
        let height = |place: &usize| heights.get(*place).copied().unwrap_or(0.0);
        let at = order.iter().position(|other| height(other) > height(&place)).unwrap_or(order.len());
        order.insert(at, place);
    }
    let mut moved = heights.clone();
    let mut least = top;
    for place in &order {
        if let Some(height) = moved.get_mut(*place) {
            *height = height.max(least);
            least = *height + LINE;
        }
    }
    let mut most = bottom;
    for place in order.iter().rev() {
        if let Some(height) = moved.get_mut(*place) {
            *height = height.min(most);
            most = *height - LINE;
        }
    }
    moved
}

/// A box around each month, or each tick where months are narrow, that tells the part of each group.
fn marks(sheet: &mut Sheet<'_>, axes: &Axes, curves: &[Curve<'_>]) {
    let every = if axes.x(MONTH_DAYS) - axes.left >= TOUCH { 1 } else { axes.step };
    let reach = f64::from(every) * MONTH_DAYS / 2.0;
    for month in axes.months(every) {
        let day = f64::from(month) * MONTH_DAYS;
        let (left, right) = (axes.x((day - reach).max(0.0)), axes.x((day + reach).min(axes.days)));
        let told: Vec<String> = curves
            .iter()
            .map(|curve| {
                let points = &curve.estimate.points;
                let part = points
                    .iter()
                    .take_while(|point| f64::from(point.0) <= day)
                    .last()
                    .map_or(1.0, |point| point.1);
                let said = wording::spoken_curve(month, part, still(curve.estimate, day), sheet.lang);
                format!("{}: {said}", curve.name)
            })
            .collect();
        sheet.mark(
            (left, axes.top),
            (right - left, axes.height),
            &wording::whole(day).to_string(),
            told.join("; "),
        );
    }
}

/// Cases still followed at the start of a day.
fn still(estimate: &KaplanMeier, day: f64) -> u64 {
    estimate.points.iter().find(|point| f64::from(point.0) >= day).map_or(0, |point| point.2)
}

/// How many of each group still count, below the ticks, and after how long half has closed; answers where that ends.
fn numbers(sheet: &mut Sheet<'_>, place: Place, axes: &Axes, margins: &Margins, curves: &[Curve<'_>]) -> f64 {
    let line = Face::TINY.line();
    let top = axes.base() + 12.0 + line;
    let heading = Place { top, width: axes.right() - place.left, ..place };
    let mut y = sheet.paragraph(wording::word(Word::StillCounted, sheet.lang), heading, Face::TINY, 1) + 2.0;
    if margins.wide {
        let head = half_head(sheet, curves);
        sheet.text(head, (place.left + place.width, top + line / 2.0), Align::Right, Face::TINY);
    }
    for curve in curves {
        let start = y;
        let told = half(sheet, curve, margins.wide);
        let middle = y + if margins.wide { TOUCH } else { LINE } / 2.0;
        legend::draw_sign(sheet, Sign::Line(curve.stroke), (place.left, middle));
        let left = place.left + STROKE + GAP;
        let row = if margins.wide {
            named(sheet, curve, (left, middle), margins.name);
            sheet.text(told.clone(), (place.left + place.width, middle), Align::Right, NAME);
            middle
        } else {
            let told = format!("{} {told}", phrases::phrase(Phrase::Half, sheet.lang));
            let right = sheet.measure(&told, Face::TINY);
            let room = place.left + place.width - left - right - GAP;
            named(sheet, curve, (left, middle), room);
            sheet.text(told, (place.left + place.width, middle), Align::Right, Face::TINY);
            y += LINE;
            middle + LINE
        };
        for month in axes.ticks() {
            let day = f64::from(month) * MONTH_DAYS;
            let number = wording::count(still(curve.estimate, day), sheet.lang);
            sheet.text(number, (axes.x(day), row), Align::Center, Face::TINY);
        }
        y += if margins.wide { TOUCH } else { LINE + 4.0 };
        let half = phrases::phrase(Phrase::HalfAfter, sheet.lang);
        let label = format!("{}{}: {half} {told}", curve.name, size(sheet, curve));
        let label = if curve.small { wording::marked(label, Some(Status::Small), sheet.lang) } else { label };
        sheet.mark((place.left, start), (place.width, y - start), curve.code, label);
    }
    y + 8.0
}

/// How many cases a curve is of: `, n = 34`.
fn size(sheet: &Sheet<'_>, curve: &Curve<'_>) -> String {
    format!(", n\u{a0}=\u{a0}{}", wording::count(still(curve.estimate, 0.0), sheet.lang))
}

/// The name of a curve, shortened if need be, with how many cases it is of and whether these are few.
fn named(sheet: &mut Sheet<'_>, curve: &Curve<'_>, (left, y): (f64, f64), room: f64) {
    let size = size(sheet, curve);
    let wide = sheet.measure(&size, Face::TINY);
    let ring = if curve.small { RING * 4.0 } else { 0.0 };
    let name = sheet.wrap(curve.name, room - wide - ring, NAME, 1).concat();
    let end = left + sheet.measure(&name, NAME);
    sheet.text(name, (left, y), Align::Left, NAME);
    sheet.text(size, (end, y), Align::Left, Face::TINY);
    if curve.small {
        sheet.ring((end + wide + RING * 2.0, y), RING);
    }
}

/// `helft afgesloten na (waarschijnlijk tussen)`
fn half_head(sheet: &Sheet<'_>, curves: &[Curve<'_>]) -> String {
    let head = phrases::phrase(Phrase::HalfAfter, sheet.lang);
    let around = curves.iter().any(|curve| curve.estimate.low.is_some() && curve.estimate.high.is_some());
    let margin = if around { phrases::phrase(Phrase::Margin, sheet.lang) } else { "" };
    format!("{head} {margin}").trim_end().to_owned()
}

/// `96 dagen (80–120)`, or that half is not reached.
fn half(sheet: &Sheet<'_>, curve: &Curve<'_>, whole: bool) -> String {
    let Some(median) = curve.estimate.median else {
        return phrases::phrase(Phrase::NotYet, sheet.lang).to_owned();
    };
    let unit = if (median - 1.0).abs() < f64::EPSILON { Word::Day } else { Word::Days };
    let days = |days| wording::days(days, sheet.lang);
    let told = format!("{} {}", days(median), wording::word(unit, sheet.lang));
    match (curve.estimate.low, curve.estimate.high) {
        (Some(low), Some(high)) if whole => format!("{told} ({}–{})", days(low), days(high)),
        _ => told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_order_and_a_line_between_them() {
        let moved = apart(vec![100.0, 98.0, 20.0, 100.0], 0.0, 100.0);
        assert_eq!(moved, [83.0, 66.0, 20.0, 100.0]);
    }
}
