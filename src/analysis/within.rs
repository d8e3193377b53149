//! The part of the cases in which one date follows another soon enough, of the
//! cases with both.
//!
//! Working days are counted from the day after the first date up to and
//! including the second: a decision on the Saturday after the fifth working
//! day took five. A second date before the first is an error of that row; the
//! case is missing as not recognised.

use super::{
    answers::{MissingCounts, day_key},
    distribution::{indicator, part},
    filter::Rows,
};
use crate::{
    cases::{Cases, Day, Days, Missing},
    catalog::{IndicatorDef, Kind, Within},
    report::{Figures, Indicator, Share},
    stats::is_workday,
};

/// Counts of the cases with both dates and of those that were soon enough.
#[derive(Debug, Clone, Default)]
pub(super) struct Soon {
    known: u64,
    yes: u64,
    missing: MissingCounts,
}

impl Soon {
    #[inline(never)]
    pub(super) fn of(definition: &IndicatorDef, cases: &Cases, rows: &Rows) -> Self {
        let mut is_soon = is_soon(definition, cases);
        let mut soon = Self::default();
        rows.for_each(|case| match is_soon(case) {
            Err(reason) => soon.missing.add(reason),
            Ok(yes) => {
                soon.known += 1;
                soon.yes += u64::from(yes);
            }
        });
        soon
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        self.known += other.known;
        self.yes += other.yes;
        self.missing.merge(other.missing);
    }

    #[inline(never)]
    pub(super) fn finish(&self, id: &str) -> Indicator {
        let share = Share { count: Some(self.yes), share: part(self.yes, self.known), status: None };
        indicator(id, self.known, self.missing, Figures::Share(share))
    }
}

/// Whether the second date of a case follows soon enough on the first; why it can't be told.
pub(super) fn is_soon<'a>(
    definition: &IndicatorDef,
    cases: &'a Cases,
) -> impl FnMut(usize) -> Result<bool, Missing> + use<'a> {
    let days = |place: usize| definition.fields.get(place).and_then(|id| cases.days(id));
    let (from, to) = (days(0), days(1));
    let read =
        |days: Option<&Days>, case| days.map_or(Err(Missing::of_absent(Kind::Date)), |days| days.get(case));
    let mut limits = Limits { within: definition.within, last: Vec::new() };
    move |case| match (read(from, case)?, read(to, case)?) {
        (from, to) if to < from => Err(Missing::Unrecognised),
        (from, to) => Ok(to.days_since(from) <= i32::from(limits.days(from))),
    }
}

/// The most calendar days that may pass, by first day, worked out once a day.
struct Limits {
    within: Option<Within>,
    last: Vec<Option<u16>>,
}

impl Limits {
    fn days(&mut self, from: Day) -> u16 {
        let Some(within) = self.within else { return 0 };
        if !within.working {
            return within.days;
        }
        let place = usize::from(day_key(from));
        if self.last.len() <= place {
            self.last.resize(place + 1, None);
        }
        let known =
            self.last.get_mut(place).map(|known| *known.get_or_insert_with(|| longest(from, within.days)));
        known.unwrap_or(0)
    }
}

/// The most calendar days in which no more than so many working days pass.
fn longest(from: Day, working_days: u16) -> u16 {
    let (mut passed, mut days) = (0, 0);
    loop {
        let (year, month, day) = Day::from_number(from.number().wrapping_add_unsigned(days + 1)).parts();
        passed += u16::from(is_workday(year, month, day));
        if passed > working_days {
            return days;
        }
        days += 1;
    }
}
