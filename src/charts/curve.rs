//! The survival curve: which part of the cases still runs, so long after referral.

use super::{
    axes::{Axes, MONTH_DAYS},
    model::{Align, Ink, Shape},
    sheet::{Face, Place, SMALL, Sheet},
    wording::{self, Word},
};
use crate::report::KaplanMeier;

/// Height of the plot.
const TALL: f64 = 190.0;
/// Between the curves' right end and their names.
const GAP: f64 = 8.0;
/// Least width of a month that can be pointed at.
const TOUCH: f64 = 24.0;
/// Opacity of the 95 % band.
const BAND: f64 = 0.4;
const STRONG: Face = Face { size: SMALL, bold: true, ink: Ink::Accent };
const NAME: Face = Face { size: SMALL, bold: true, ink: Ink::Accent };

/// A box that words would take: left, top, right, bottom.
type Bounds = (f64, f64, f64, f64);

/// The corners of something drawn, and how much words should keep off it.
type Edge = (Vec<(f64, f64)>, usize);

/// Draws the curve with its heading, axes and numbers below; answers where they end.
pub(super) fn curve(
    sheet: &mut Sheet<'_>,
    place: Place,
    estimate: &KaplanMeier,
    closed: &[(u32, f64)],
) -> f64 {
    let top = heading(sheet, place, estimate, !closed.is_empty()) + 14.0;
    let names = names(sheet, closed);
    let axes = axes(sheet, Place { top, ..place }, estimate, closed, &names);
    axes.draw(sheet);
    let around = band(sheet, &axes, estimate);
    let all = steps(&axes, estimate.points.iter().map(|point| (point.0, point.1)), 0.0);
    let only = steps(&axes, closed.iter().copied(), 0.0);
    if !closed.is_empty() {
        let dash = Some((6.0, 4.0));
        sheet.shape(Shape::Path { points: only.clone(), width: 2.0, ink: Ink::Mark, dash });
    }
    sheet.shape(Shape::Path { points: all.clone(), width: 2.0, ink: Ink::Accent, dash: None });
    let [first, second] = names;
    let named = name_at_end(sheet, &axes, &all, &only, estimate.median);
    line_names(sheet, &axes, &[first, if named { Vec::new() } else { second }], &all, &only);
    // A point needs its words beside it, on the band if need be; words without a point can go anywhere.
    let around = if estimate.median.is_some() { Vec::new() } else { around };
    median(sheet, &axes, estimate, &[(all, 2), (only, 2), (around, 1)]);
    marks(sheet, &axes, estimate);
    at_risk(sheet, place, &axes, estimate)
}

fn heading(sheet: &mut Sheet<'_>, place: Place, estimate: &KaplanMeier, with_open: bool) -> f64 {
    let lang = sheet.lang;
    let n = wording::count(estimate.points.first().map_or(0, |point| point.2), lang);
    let mut text = wording::word(Word::StillOpen, lang).to_owned();
    if with_open {
        text = format!("{text}, {}", wording::word(Word::OpenIncluded, lang));
    }
    sheet.paragraph(&format!("{text}, n\u{a0}=\u{a0}{n}"), place, Face::SOFT, 2)
}

/// Names of the two lines; the longer one is broken into lines of a word.
fn names(sheet: &Sheet<'_>, closed: &[(u32, f64)]) -> [Vec<&'static str>; 2] {
    if closed.is_empty() {
        return [Vec::new(), Vec::new()];
    }
    let name = |word| wording::word(word, sheet.lang);
    [vec![name(Word::AllCases)], name(Word::ClosedOnly).split(' ').collect()]
}

fn axes(
    sheet: &Sheet<'_>,
    place: Place,
    estimate: &KaplanMeier,
    closed: &[(u32, f64)],
    names: &[Vec<&'static str>; 2],
) -> Axes {
    let gutter = sheet.measure("100%", Face::TINY).ceil() + 10.0;
    let name = sheet.widest(names.iter().flatten().copied(), NAME).ceil();
    let unit = sheet.measure(&format!("0 {}", wording::word(Word::Months, sheet.lang)), Face::TINY).ceil();
    let behind = if name > 0.0 { (name + GAP).max(unit) } else { unit };
    let last = |day: Option<u32>| f64::from(day.unwrap_or(0));
    let days =
        last(estimate.points.last().map(|point| point.0)).max(last(closed.last().map(|point| point.0)));
    let n = estimate.points.first().map_or(0, |point| point.2);
    let widest = sheet.measure(&wording::count(n, sheet.lang), Face::TINY);
    let left = gutter.max(widest / 2.0);
    Axes::new((place.left + left, place.top), (place.width - left - behind, TALL), days, widest.max(20.0))
}

/// The corners of a line that falls in steps; it runs on to day `until` at least.
fn steps(axes: &Axes, points: impl Iterator<Item = (u32, f64)>, until: f64) -> Vec<(f64, f64)> {
    let mut height = axes.y(1.0);
    let mut corners = vec![(axes.x(0.0), height)];
    let mut end = axes.x(0.0);
    for (day, part) in points {
        end = axes.x(f64::from(day));
        let next = axes.y(part);
        if (next - height).abs() > f64::EPSILON {
            corners.extend([(end, height), (end, next)]);
            height = next;
        }
    }
    corners.push((end.max(axes.x(until)), height));
    corners
}

/// The 95 % interval as a surface; answers its edge.
fn band(sheet: &mut Sheet<'_>, axes: &Axes, estimate: &KaplanMeier) -> Vec<(f64, f64)> {
    if estimate.band.is_empty() {
        return Vec::new();
    }
    let until = estimate.points.last().map_or(0.0, |point| f64::from(point.0));
    let mut around = steps(axes, estimate.band.iter().map(|(day, _, upper)| (*day, *upper)), until);
    let lower = steps(axes, estimate.band.iter().map(|(day, lower, _)| (*day, *lower)), until);
    around.extend(lower.into_iter().rev());
    sheet.shape(Shape::Area { points: around.clone(), ink: Ink::AccentSoft, opacity: BAND });
    around
}

/// Names the line of closed cases where it ends, if that is well before the axis does and nothing is there.
fn name_at_end(
    sheet: &mut Sheet<'_>,
    axes: &Axes,
    all: &[(f64, f64)],
    only: &[(f64, f64)],
    median: Option<f64>,
) -> bool {
    let face = Face { ink: Ink::Soft, bold: false, ..NAME };
    let name = wording::word(Word::ClosedOnly, sheet.lang);
    let Some((end, _)) = only.last().copied().filter(|_| only.len() > 2) else { return false };
    let (left, top) = (end + GAP, axes.base() - face.line() - 4.0);
    let right = left + sheet.measure(name, face);
    let crossed = hits(all, (left - 2.0, top, right + 2.0, axes.base())) > 0;
    let dropped = median.is_some_and(|day| (left - 4.0..right + 4.0).contains(&axes.x(day)));
    let free = right <= axes.right() && !crossed && !dropped;
    if free {
        sheet.text(name, (left, top + face.line() / 2.0), Align::Left, face);
    }
    free
}

/// The name of each line at its right end, moved apart where they would touch.
fn line_names(
    sheet: &mut Sheet<'_>,
    axes: &Axes,
    names: &[Vec<&str>; 2],
    all: &[(f64, f64)],
    only: &[(f64, f64)],
) {
    let line = NAME.line();
    let height = |words: &[&str]| f64::from(u32::try_from(words.len()).unwrap_or(0)) * line;
    let [first, second] = names;
    let end = |corners: &[(f64, f64)]| corners.last().map_or(axes.base(), |corner| corner.1);
    let lowest = axes.base() + 4.0 - height(second);
    let second_top = (end(only) - height(second) / 2.0).min(lowest);
    let first_top =
        (end(all) - height(first) / 2.0).min(second_top - height(first) - 2.0).max(axes.top - line / 2.0);
    let second_top = second_top.max(first_top + height(first) + 2.0);
    let soft = Face { ink: Ink::Soft, bold: false, ..NAME };
    for (words, top, face) in [(first, first_top, NAME), (second, second_top, soft)] {
        for (index, word) in words.iter().enumerate() {
            let y = top + (f64::from(u32::try_from(index).unwrap_or(0)) + 0.5) * line;
            sheet.text(*word, (axes.right() + GAP, y), Align::Left, face);
        }
    }
}

/// A point where half is reached, or the words that it is not.
fn median(sheet: &mut Sheet<'_>, axes: &Axes, estimate: &KaplanMeier, lines: &[Edge]) {
    let half = axes.y(0.5);
    let (text, x) = match estimate.median {
        Some(days) => {
            let unit = if days > 1.0 { Word::Days } else { Word::Day };
            (format!("{} {}", wording::days(days, sheet.lang), wording::word(unit, sheet.lang)), axes.x(days))
        }
        None => (wording::word(Word::HalfNotReached, sheet.lang).to_owned(), axes.right()),
    };
    if estimate.median.is_some() {
        drop_line(sheet, x, half, axes.base());
        sheet.shape(Shape::Dot { x, y: half, radius: 4.0, ink: Ink::Accent, hollow: false });
    }
    let (width, line) = (sheet.measure(&text, STRONG), STRONG.line());
    let Some((crossed, left, top)) = clearest(axes, (x, half), (width, line), lines) else { return };
    if crossed {
        let (right, bottom) = (left + width + 2.0, top + line);
        let points = vec![(left - 2.0, top), (right, top), (right, bottom), (left - 2.0, bottom)];
        sheet.shape(Shape::Area { points, ink: Ink::Paper, opacity: 0.8 });
    }
    sheet.text(text, (left, top + line / 2.0), Align::Left, STRONG);
}

/// Where words of this width and height lie near a point with least behind them, and whether a line still is.
fn clearest(
    axes: &Axes,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    lines: &[Edge],
) -> Option<(bool, f64, f64)> {
    // Beside the point, above before below and right before left; then further down.
    let places = [-1.0, 1.0, 4.0].map(|side| [(8.0, side), (-8.0 - width, side)]);
    let tried = places.iter().flatten().map(|(dx, side)| {
        let left = (x + dx).clamp(axes.left + 4.0, (axes.right() - width).max(axes.left + 4.0));
        let top = y + side * (height / 2.0 + 5.0) - height / 2.0;
        let bounds = (left - 2.0, top, left + width + 2.0, top + height);
        let behind: usize = lines.iter().map(|(corners, weight)| hits(corners, bounds).min(3) * weight).sum();
        let moved = (left - x - dx).abs() > 0.5;
        (behind * 2 + usize::from(moved), left, top, behind > 1)
    });
    tried.min_by_key(|place| place.0).map(|(_, left, top, crossed)| (crossed, left, top))
}

/// How many pieces of a line of level and upright pieces go through a box.
fn hits(corners: &[(f64, f64)], (left, top, right, bottom): Bounds) -> usize {
    let through = |pair: &&[(f64, f64)]| {
        let [from, to] = pair else { return false };
        from.0.min(to.0) < right
            && from.0.max(to.0) > left
            && from.1.min(to.1) < bottom
            && from.1.max(to.1) > top
    };
    corners.windows(2).filter(through).count()
}

/// A dotted line, as small rectangles: thinner than a path can be.
fn drop_line(sheet: &mut Sheet<'_>, x: f64, from: f64, to: f64) {
    let mut y = from + 6.0;
    while y + 2.0 < to {
        sheet.rect((x.round(), y.round()), (1.0, 2.0), Ink::Accent);
        y += 5.0;
    }
}

/// A box around each month, or each tick where months are narrow, that tells how many still count by then.
fn marks(sheet: &mut Sheet<'_>, axes: &Axes, estimate: &KaplanMeier) {
    let every = if axes.x(MONTH_DAYS) - axes.left >= TOUCH { 1 } else { axes.step };
    let half = f64::from(every) * MONTH_DAYS / 2.0;
    for month in axes.months(every) {
        let day = f64::from(month) * MONTH_DAYS;
        let (left, right) = (axes.x((day - half).max(0.0)), axes.x((day + half).min(axes.days)));
        let part =
            estimate.points.iter().take_while(|point| f64::from(point.0) <= day).last().map_or(1.0, |p| p.1);
        let label = wording::spoken_curve(month, part, still(estimate, day), sheet.lang);
        let code = wording::whole(day).to_string();
        sheet.mark((left, axes.top), (right - left, axes.height), &code, label);
    }
}

/// Cases still followed at the start of a day.
fn still(estimate: &KaplanMeier, day: f64) -> u64 {
    estimate.points.iter().find(|point| f64::from(point.0) >= day).map_or(0, |point| point.2)
}

/// How many cases still count (closed no sooner, followed as long), below their ticks; answers where that ends.
fn at_risk(sheet: &mut Sheet<'_>, place: Place, axes: &Axes, estimate: &KaplanMeier) -> f64 {
    let line = Face::TINY.line();
    let top = axes.base() + 10.0 + line;
    let heading = Place { left: place.left, top, width: place.width };
    let below = sheet.paragraph(wording::word(Word::StillCounted, sheet.lang), heading, Face::TINY, 1);
    for month in axes.ticks() {
        let day = f64::from(month) * MONTH_DAYS;
        let number = wording::count(still(estimate, day), sheet.lang);
        sheet.text(number, (axes.x(day), below + line / 2.0), Align::Center, Face::TINY);
    }
    below + line + 2.0
}
