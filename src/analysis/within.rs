//! The part of the cases in which one date follows another soon enough, of the
//! cases with both.
//!
//! Working days are counted from the day after the first date up to and
//! including the second: a decision on the Saturday after the fifth working
//! day took five. A second date before the first is an error of that row; the
//! case is missing as not recognised.

use super::{answers::day_key, filter::Rows, share::Part};
use crate::{
    cases::{Cases, Day, Days, Missing},
    catalog::{IndicatorDef, Kind, Within},
    stats::is_workday,
};

/// Of the cases with both dates, those that were soon enough.
#[inline(never)]
pub(super) fn within(definition: &IndicatorDef, cases: &Cases, rows: &Rows) -> Part {
    let mut is_soon = is_soon(definition, cases);
    let mut soon = Part::default();
    rows.for_each(|case| match is_soon(case) {
        Err(reason) => soon.missing.add(reason),
        Ok(yes) => {
            soon.known += 1;
            soon.yes += u64::from(yes);
        }
    });
    soon
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
