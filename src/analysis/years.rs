//! Periods against the same periods a year earlier.
//!
//! A period is compared when both it and the year before are over and wholly
//! in the data:
//!
//! - the reference date does not lie before its last day (else: provisional);
//! - the year before does not begin earlier than the month of the first
//!   referral in the data;
//! - the filter on the day of referral, if there is one, leaves both whole;
//! - every region with referrals in one of the two is in the data during both.
//!   A region is taken to be there from its first month with a referral to its
//!   last, for half-years and years from a month before to a month after,
//!   within the years of these: else a team that only handed in its file of
//!   this year would look like growth;
//! - the selection is not by another day, such as that of closing: the cases
//!   of the last year have had less time to come to it.

use super::{
    REFERRAL, REGION,
    answers::{Axis, Reader, month_key},
    bands::Bands,
    filter::Rows,
};
use crate::{
    cases::{Cases, Day},
    catalog,
    listed::Listed,
    report::Row,
    stats::Tally,
};

/// A region without referrals for this month, of a half-year or year, is still taken to be in the data.
const QUIET_MONTHS: u16 = 1;
/// Shorter periods allow none.
const LONG: u16 = 6;
/// Months of a year.
const YEAR: u16 = 12;

/// From the first month with a referral to the last, in months since 1900.
type Span = (u16, u16);

/// What of the past the data hold, whatever is selected.
#[derive(Debug, Clone, Default)]
pub(super) struct Coverage {
    all: Option<Span>,
    regions: Listed<String, Option<Span>>,
}

/// Referrals by region and month, of the cases whose region is known.
#[derive(Debug, Clone)]
pub(super) struct RegionMonths {
    axis: Axis,
    /// By key of the axis.
    months: Vec<Tally>,
}

/// What it takes to compare periods of one selection.
#[derive(Debug)]
pub(super) struct Years<'a> {
    pub(super) reference: Option<Day>,
    pub(super) coverage: &'a Coverage,
    /// For each clause on the day of referral, the months that it leaves.
    pub(super) left: Vec<Vec<Span>>,
    /// The selection is by a later day too: the cases of the last year have had less time to come to it.
    pub(super) by_other_day: bool,
}

impl Coverage {
    /// Of all cases that count.
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let mut coverage = Self::default();
        if let Some(days) = cases.days(REFERRAL) {
            rows.for_each(|case| coverage.all = widest(coverage.all, days.get(case).ok().map(one)));
        }
        if let Some(regions) = RegionMonths::of(cases, rows, bands) {
            for (key, months) in (0..).zip(&regions.months) {
                coverage.regions.insert(regions.axis.code(key), span(months));
            }
        }
        coverage
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.all = widest(self.all, other.all);
        for (name, theirs) in other.regions.iter() {
            let mine = self.regions.entry(name.clone());
            *mine = widest(*mine, *theirs);
        }
    }
}

fn one(day: Day) -> Span {
    (month_key(day), month_key(day))
}

fn span(months: &Tally) -> Option<Span> {
    let mut keys = months.iter().map(|(month, _)| month);
    let first = keys.next()?;
    Some((first, keys.next_back().unwrap_or(first)))
}

fn widest(mine: Option<Span>, theirs: Option<Span>) -> Option<Span> {
    match (mine, theirs) {
        (Some((from, to)), Some((other_from, other_to))) => Some((from.min(other_from), to.max(other_to))),
        (mine, theirs) => mine.or(theirs),
    }
}

impl RegionMonths {
    /// `None` when the catalog has no regions.
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Option<Self> {
        let field = catalog::field(REGION)?;
        let mut found = Self { axis: Axis::of(field, cases, bands), months: Vec::new() };
        let reader = Reader::of(field, cases, bands);
        if let Some(days) = cases.days(REFERRAL) {
            rows.for_each(|case| {
                if let Ok(day) = days.get(case) {
                    reader.answer(case).for_each(|region| found.add(region, month_key(day), 1));
                }
            });
        }
        Some(found)
    }

    fn add(&mut self, region: u16, month: u16, times: u64) {
        let place = usize::from(region);
        if self.months.len() <= place {
            self.months.resize_with(place + 1, Tally::default);
        }
        if let Some(months) = self.months.get_mut(place) {
            months.add_times(month, times);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        let key_here = self.axis.adopt(&other.axis);
        for (region, months) in (0..).zip(&other.months) {
            months.iter().for_each(|(month, count)| self.add(key_here(region), month, count));
        }
    }

    fn each(&self) -> impl Iterator<Item = (String, &Tally)> {
        (0..).zip(&self.months).map(|(key, months)| (self.axis.code(key), months))
    }
}

impl Years<'_> {
    /// Whether the period that ends with this month is over at the reference date.
    pub(super) fn is_over(&self, last: u16) -> bool {
        let next_day = |day: Day| Day::from_number(day.number().saturating_add(1));
        self.reference.is_some_and(|reference| month_key(next_day(reference)) > last)
    }

    /// Whether the period of these months and the year before are over and in the data, regions aside.
    fn may_compare(&self, first: u16, last: u16) -> bool {
        let (Some((start, _)), Some(earlier)) = (self.coverage.all, first.checked_sub(YEAR)) else {
            return false;
        };
        let whole = |from: u16, to: u16| {
            let mut months = from..=to;
            self.left.iter().all(|left| {
                months.clone().all(|month| left.iter().any(|&(from, to)| (from..=to).contains(&month)))
            }) && months.next().is_some()
        };
        !self.by_other_day
            && earlier >= start
            && self.is_over(last)
            && whole(first, last)
            && whole(earlier, last - YEAR)
    }

    /// Whether a region is in the data during the period of these months and the year before.
    fn holds(&self, region: &str, first: u16, last: u16) -> bool {
        let span = self.coverage.regions.get(region).copied().flatten();
        span.is_some_and(|(from, to)| {
            let quiet = if last - first + 1 < LONG { 0 } else { QUIET_MONTHS };
            // Files are of calendar years.
            let (new_year, year_end) = (from - from % YEAR, to - to % YEAR + YEAR - 1);
            from.saturating_sub(quiet).max(new_year) <= first.saturating_sub(YEAR)
                && to.saturating_add(quiet).min(year_end) >= last
        })
    }

    /// Whether the period of these months can be compared with the year before.
    pub(super) fn comparable(&self, first: u16, last: u16, regions: Option<&RegionMonths>) -> bool {
        self.may_compare(first, last)
            && regions.is_none_or(|regions| {
                regions.each().all(|(region, months)| {
                    let none = within(months, first, last) == 0
                        && within(months, first.saturating_sub(YEAR), last.saturating_sub(YEAR)) == 0;
                    none || self.holds(&region, first, last)
                })
            })
    }

    /// Gives the rows of regions the year that begins with this month against the one before.
    pub(super) fn compare_regions(&self, rows: &mut [Row], regions: &RegionMonths, first: u16) {
        let last = first + YEAR - 1;
        if !self.may_compare(first, last) {
            return;
        }
        for (region, months) in regions.each().filter(|(region, _)| self.holds(region, first, last)) {
            if let Some(row) = rows.iter_mut().find(|row| row.code == region) {
                let count = within(months, first, last);
                set_previous(row, count, within(months, first - YEAR, last - YEAR));
            }
        }
    }
}

/// Referrals in these months.
fn within(months: &Tally, first: u16, last: u16) -> u64 {
    (first..=last).map(|month| months.count(month)).sum()
}

/// Sets the count of the year before, and the change since.
pub(super) fn set_previous(row: &mut Row, count: u64, previous: u64) {
    row.previous = Some(previous);
    row.change = count.checked_signed_diff(previous);
}
