//! The part of the cases in which one date follows another soon enough, of the
//! cases with both.
//!
//! Working days are counted from the day after the first date up to and
//! including the second: a decision on the Saturday after the fifth working
//! day took five. A second date before the first is an error of that row; the
//! case is missing as not recognised.

use super::{
    answers::{day_key, day_of_key},
    coded::{Coded, known, none, short},
    filter::Rows,
    share::Part,
};
use crate::{
    cases::{Block, Cases, Day, Missing},
    catalog::{IndicatorDef, Kind, Within},
    stats::is_workday,
};

/// Of the cases with both dates, those that were soon enough.
#[inline(never)]
pub(super) fn within(definition: &IndicatorDef, cases: &Cases, rows: &Rows) -> Part {
    let mut soon = Soon::of(definition, cases);
    let mut part = Part::default();
    if soon.dates.iter().any(Coded::is_absent) {
        for (from, times) in rows.answers(cases, definition.fields.first().copied().unwrap_or_default()) {
            part.missing.add_times(from.err().unwrap_or(Missing::of_absent(Kind::Date)), times);
        }
        return part;
    }
    for block in rows.blocks(cases) {
        add(soon.read(&block), &mut part);
    }
    part
}

/// Counts the cases of a block.
#[cfg_attr(hot, optimize(speed))]
fn add(soon: &[u32], part: &mut Part) {
    for &code in soon {
        match known(code) {
            Err(reason) => part.missing.add(reason),
            Ok(yes) => {
                part.known += 1;
                part.yes += u64::from(yes);
            }
        }
    }
}

/// Whether the second date of a case follows soon enough on the first; why it can't be told.
pub(super) struct Soon<'a> {
    dates: [Coded<'a>; 2],
    limits: Limits,
    codes: Vec<u32>,
}

impl<'a> Soon<'a> {
    pub(super) fn of(definition: &IndicatorDef, cases: &'a Cases) -> Self {
        let field = |place: usize| definition.fields.get(place).copied().unwrap_or_default();
        Self {
            dates: [0, 1].map(|place| Coded::numbers(cases, field(place))),
            limits: Limits { within: definition.within, last: Vec::new() },
            codes: Vec::new(),
        }
    }

    /// 1 for yes, 0 for no.
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn read(&mut self, block: &Block<'_>) -> &[u32] {
        let [from, to] = &mut self.dates;
        self.codes.clear();
        for (&from, &to) in from.read(block).iter().zip(to.read(block)) {
            self.codes.push(match (known(from), known(to)) {
                (Err(_), _) => from,
                (_, Err(_)) => to,
                _ if to < from => none(Missing::Unrecognised),
                _ => u32::from(to - from <= self.limits.days(day_of_key(short(from))).into()),
            });
        }
        &self.codes
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
