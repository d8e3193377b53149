//! The axes of a curve in time: part of the cases upwards, months since referral to the right.

use super::{
    model::{Align, Ink},
    sheet::{Face, Sheet},
    wording::{self, Word},
};

/// Mean length of a month in days, 365,25 / 12.
pub(super) const MONTH_DAYS: f64 = 30.4375;
/// Between ticks, in months; the first that has room is used.
const STEPS: [u32; 8] = [1, 3, 6, 12, 24, 36, 60, 120];
/// Most steps along the axis.
const MOST_STEPS: f64 = 8.0;
/// Least room between the numbers of two ticks.
const APART: f64 = 12.0;
/// A last tick that lies this little beyond the last day is drawn.
const STRETCH: f64 = 1.04;

/// Where days and parts lie on the sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axes {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Last day on the axis.
    pub(super) days: f64,
    /// Months between ticks.
    pub(super) step: u32,
}

impl Axes {
    /// Axes in this box whose last day is at least `days`; `widest` is the widest number under a tick.
    pub(super) fn new((left, top): (f64, f64), (width, height): (f64, f64), days: f64, widest: f64) -> Self {
        let days = days.max(MONTH_DAYS);
        let part = |step: &u32| f64::from(*step) * MONTH_DAYS / days;
        let room = |step: &&u32| part(step) * width >= widest + APART && part(step) * MOST_STEPS >= 1.0;
        let step = STEPS.iter().find(room).copied().unwrap_or(240);
        let next = ((days / MONTH_DAYS / f64::from(step)).floor() + 1.0) * f64::from(step) * MONTH_DAYS;
        let days = if next <= days * STRETCH { next } else { days };
        Self { left, top, width, height, days, step }
    }

    pub(super) fn x(&self, day: f64) -> f64 {
        self.left + (day / self.days).min(1.0) * self.width
    }

    pub(super) fn y(&self, part: f64) -> f64 {
        self.top + (1.0 - part.clamp(0.0, 1.0)) * self.height
    }

    pub(super) fn right(&self) -> f64 {
        self.left + self.width
    }

    pub(super) fn base(&self) -> f64 {
        self.top + self.height
    }

    /// The months at which there is a tick, from 0.
    pub(super) fn ticks(&self) -> impl Iterator<Item = u32> + use<> {
        self.months(self.step)
    }

    /// Every so many months along the axis, from 0.
    pub(super) fn months(&self, step: u32) -> impl Iterator<Item = u32> + use<> {
        let days = self.days;
        (0..)
            .map(move |index| index * step)
            .take_while(move |month| f64::from(*month) * MONTH_DAYS <= days + 0.01)
    }

    /// Lines behind the curve with their percents, and the months below it.
    pub(super) fn draw(&self, sheet: &mut Sheet<'_>) {
        for quarter in 0..=4_u32 {
            let part = f64::from(quarter) / 4.0;
            let ink = if quarter == 0 { Ink::Ink } else { Ink::Line };
            sheet.rect((self.left, self.y(part)), (self.width, 1.0), ink);
            sheet.text(wording::percent(part), (self.left - 8.0, self.y(part)), Align::Right, Face::TINY);
        }
        let y = self.base() + 5.0 + Face::TINY.line() / 2.0;
        let last = self.ticks().last();
        for month in self.ticks() {
            let number = month.to_string();
            let x = self.x(f64::from(month) * MONTH_DAYS);
            sheet.rect((x, self.base()), (1.0, 5.0), Ink::Ink);
            let left = x - sheet.measure(&number, Face::TINY) / 2.0;
            // The unit runs on behind the last number, so that the number stays under its tick.
            let unit = if Some(month) == last { wording::word(Word::Months, sheet.lang) } else { "" };
            let text = format!("{number} {unit}");
            sheet.text(text.trim_end(), (left, y + 2.0), Align::Left, Face::TINY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_less_a_quarter_of_a_day_still_has_its_last_tick() {
        let axes = Axes::new((0.0, 0.0), (400.0, 100.0), 365.0, 30.0);
        assert_eq!(axes.ticks().collect::<Vec<_>>(), [0, 3, 6, 9, 12]);
        assert!(axes.x(365.25) <= axes.right());
    }

    #[test]
    fn numbers_under_ticks_keep_apart() {
        for days in [0.0, 1.0, 40.0, 365.0, 1200.0, 4000.0] {
            let axes = Axes::new((0.0, 0.0), (150.0, 100.0), days, 30.0);
            assert!(axes.x(f64::from(axes.step) * MONTH_DAYS) >= 42.0 || axes.ticks().count() < 2, "{days}");
        }
    }
}
