//! One bar with its value at its end, and the scale that bars share.

use super::{
    hidden,
    model::{Align, Ink, Shape},
    sheet::{Face, Sheet},
    wording,
};
use crate::{
    catalog::Lang,
    report::{Row, Status},
};

/// Between label and base line, and between bar and value.
pub(super) const GAP: f64 = 8.0;
/// Between percent and count.
const VALUE_GAP: f64 = 6.0;
/// Radius of the ring behind a small count.
const RING: f64 = 3.0;
/// From the middle of the break in a bar to the bar's end.
const BREAK_FROM_END: f64 = 18.0;
/// Between the middles of its two strokes.
const BREAK_APART: f64 = 6.0;
/// How far a stroke leans to either side of its middle.
const BREAK_SLANT: f64 = 3.0;
/// Thickness of a stroke.
const BREAK_STROKE: f64 = 2.0;

/// A bar to be drawn.
pub(super) struct Bar {
    /// Length in cases, or as a share; `None` when protected.
    long: Option<f64>,
    percent: String,
    percent_face: Face,
    number: String,
    small: bool,
    /// Its count is not shown.
    hidden: bool,
    ink: Ink,
    /// An answer sets the scale; a grey bar follows it, broken off where it is longer.
    answer: bool,
}

impl Bar {
    /// Of an answer.
    pub(super) fn answer(row: &Row, ink: Ink, lang: Lang) -> Self {
        Self { ink, answer: true, ..Self::rest(row, lang) }
    }

    /// Of the answers that are drawn as one.
    pub(super) fn rest(row: &Row, lang: Lang) -> Self {
        Self {
            long: row.count.map(cases),
            percent_face: Face::VALUE,
            percent: row.share.filter(|_| row.count.is_some()).map_or_else(String::new, wording::percent),
            number: number(row.count, lang),
            small: row.status == Some(Status::Small),
            hidden: row.count.is_none(),
            ink: Ink::MarkSoft,
            answer: false,
        }
    }

    /// Of an answer in one of two selections: as long as its share.
    pub(super) fn of_two(row: &Row, ink: Ink, lang: Lang) -> Self {
        let long = row.share.filter(|_| row.count.is_some());
        let percent_face = Face { bold: ink == Ink::Accent, ..Face::VALUE };
        Self { ink, answer: true, long, percent_face, ..Self::rest(row, lang) }
    }

    /// The same in another colour.
    pub(super) fn in_ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// Only a number, in the place of a bar.
    pub(super) fn number(count: u64, lang: Lang) -> Self {
        Self { long: None, ..Self::grey(Some(count), None, lang) }
    }

    /// Of cases without an answer: a count, and a share where shares are of all cases.
    pub(super) fn grey(count: Option<u64>, share: Option<f64>, lang: Lang) -> Self {
        Self {
            long: count.map(cases),
            percent: share.map(wording::percent).unwrap_or_default(),
            percent_face: Face { bold: false, ..Face::VALUE },
            number: number(count, lang),
            small: false,
            hidden: count.is_none(),
            ink: Ink::Unknown,
            answer: false,
        }
    }
}

fn number(count: Option<u64>, lang: Lang) -> String {
    count.map(|count| wording::count(count, lang)).unwrap_or_default()
}

/// How long bars are.
pub(super) struct Scale {
    /// CSS pixels to a case, or to the whole: the most at which every bar has room for its value.
    pixels: f64,
    /// A longer bar is broken off here.
    longest: f64,
}

impl Scale {
    /// The longest answer has the most room; only without any do grey bars set the scale.
    pub(super) fn of<'b>(sheet: &Sheet<'_>, room: f64, bars: impl Iterator<Item = &'b Bar> + Clone) -> Self {
        let most = |answer| bars.clone().filter(|bar| bar.answer == answer).map(long).fold(0.0, f64::max);
        let longest = if most(true) > 0.0 { most(true) } else { most(false) };
        let fits = bars.clone().filter(|bar| long(bar) > 0.0).map(|bar| {
            let bar_room = room - 2.0 - GAP - value_width(sheet, bar);
            bar_room.max(0.0) / long(bar).min(longest)
        });
        let pixels = fits.fold(if longest > 0.0 { room / longest } else { 0.0 }, f64::min);
        Self { pixels, longest }
    }

    fn length(&self, bar: &Bar) -> f64 {
        if long(bar) > 0.0 { (long(bar).min(self.longest) * self.pixels).max(2.0) } else { 0.0 }
    }

    fn breaks(&self, bar: &Bar) -> bool {
        long(bar) > self.longest
    }
}

fn long(bar: &Bar) -> f64 {
    bar.long.unwrap_or(0.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(super) fn cases(count: u64) -> f64 {
    count as f64
}

fn value_width(sheet: &Sheet<'_>, bar: &Bar) -> f64 {
    let percent = sheet.measure(&bar.percent, bar.percent_face);
    let gap = if bar.percent.is_empty() { 0.0 } else { VALUE_GAP };
    let ring = if bar.small { VALUE_GAP + RING * 2.0 } else { 0.0 };
    percent + gap + sheet.measure(&bar.number, Face::SOFT) + ring
}

/// Draws the bar and the value at its end; answers where the value ends.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    (left, middle): (f64, f64),
    thick: f64,
    scale: &Scale,
    bar: &Bar,
) -> f64 {
    if bar.hidden {
        return hidden::bar(sheet, (left, middle), thick);
    }
    let long = scale.length(bar);
    if long > 0.0 {
        sheet.rect((left, middle - thick / 2.0), (long, thick), bar.ink);
    }
    if scale.breaks(bar) {
        axis_break(sheet, (left, left + long), middle, thick);
    }
    let mut x = left + long + GAP;
    if !bar.percent.is_empty() {
        sheet.text(bar.percent.clone(), (x, middle), Align::Left, bar.percent_face);
        x += sheet.measure(&bar.percent, bar.percent_face) + VALUE_GAP;
    }
    sheet.text(bar.number.clone(), (x, middle), Align::Left, Face::SOFT);
    x += sheet.measure(&bar.number, Face::SOFT);
    if bar.small {
        x += VALUE_GAP + RING;
        sheet.ring((x, middle), RING);
        x += RING;
    }
    x
}

/// Two slanted strokes in the colour of the ground through a bar, near its end: it is longer than drawn.
fn axis_break(sheet: &mut Sheet<'_>, (left, right): (f64, f64), middle: f64, thick: f64) {
    let from = (right - BREAK_FROM_END).max((left + right) / 2.0).round();
    // A little beyond the bar, for the ends of a stroke are square to it.
    let high = thick / 2.0 + 1.0;
    for x in [from - BREAK_APART / 2.0, from + BREAK_APART / 2.0] {
        let points = vec![(x - BREAK_SLANT, middle + high), (x + BREAK_SLANT, middle - high)];
        sheet.shape(Shape::Path { points, width: BREAK_STROKE, ink: Ink::Paper, dash: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::TableMeasurer;

    const ROOM: f64 = 400.0;

    fn answer(count: u64) -> Bar {
        Bar { answer: true, ink: Ink::Mark, ..grey(count) }
    }

    fn grey(count: u64) -> Bar {
        Bar::grey(Some(count), None, Lang::Nl)
    }

    fn scale(bars: &[Bar]) -> Scale {
        Scale::of(&Sheet::new(ROOM, Lang::Nl, &TableMeasurer), ROOM, bars.iter())
    }

    #[test]
    fn a_longer_grey_bar_is_broken_off_at_the_longest_answer() {
        let bars = [answer(23), answer(1), grey(153)];
        let scale = scale(&bars);
        assert_eq!(bars.each_ref().map(|bar| scale.breaks(bar)), [false, false, true]);
        assert!((scale.length(&bars[2]) - scale.length(&bars[0])).abs() < 1e-9);
        assert!(scale.length(&bars[0]) > ROOM * 0.8, "{}", scale.length(&bars[0]));
    }

    #[test]
    fn a_grey_bar_up_to_the_longest_answer_is_whole() {
        let bars = [answer(20), grey(20), grey(10)];
        let scale = scale(&bars);
        assert!(!bars.iter().any(|bar| scale.breaks(bar)));
        assert!((scale.length(&bars[1]) - 2.0 * scale.length(&bars[2])).abs() < 1e-9);
    }

    #[test]
    fn without_an_answer_that_is_counted_grey_bars_keep_their_own_scale() {
        let hidden = Bar { long: None, ..answer(0) };
        let bars = [answer(0), hidden, grey(37), grey(10)];
        let scale = scale(&bars);
        assert!(!bars.iter().any(|bar| scale.breaks(bar)));
        assert!(scale.length(&bars[2]) > ROOM * 0.8 && scale.length(&bars[3]) < ROOM * 0.3);
        assert!(scale.length(&bars[0]).abs() < 1e-9 && scale.length(&bars[1]).abs() < 1e-9);
    }
}
