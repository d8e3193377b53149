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
//!   this year would look like growth. A file without regions is a place of its own;
//! - the selection is not by another day, such as that of closing: the cases
//!   of the last year have had less time to come to it.

use std::cell::OnceCell;

use super::{
    REFERRAL, REGION,
    answers::{Axis, day_of_key, month_key},
    bands::Bands,
    coded::{Coded, NONE, none, short},
    filter::{Rows, Selection},
};
use crate::{
    cases::{Cases, Day, Missing, Source},
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
pub(super) type Span = (u16, u16);

/// What of the past the data hold, whatever is selected.
#[derive(Debug, Clone, Default)]
pub(super) struct Coverage {
    /// Day of the first referral.
    pub(super) first: Option<Day>,
    files: Spans,
    places: Spans,
}

/// What of the past some cases hold, worked out when it is first asked: no request changes it.
#[derive(Debug, Clone, Default)]
pub struct Past(OnceCell<Coverage>);

/// Spans of referrals, by file or by place.
#[derive(Debug, Clone, Default)]
pub(super) struct Spans(Listed<String, Option<Span>>);

/// Referrals by region and month, of the cases whose region is known; of a file without regions by its name.
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

impl Past {
    /// `periods` are those of figures by period, which compare them.
    pub(super) fn coverage(&self, cases: &Cases, bands: &Bands, periods: bool) -> Coverage {
        if periods {
            self.0.get_or_init(|| Coverage::of(cases, bands, true)).clone()
        } else {
            Coverage::of(cases, bands, false)
        }
    }
}

impl Coverage {
    /// Of all cases; what only comparing periods takes is of those that count.
    pub(super) fn of(cases: &Cases, bands: &Bands, periods: bool) -> Self {
        let first = cases.ranked(REFERRAL).and_then(|days| days.answers().flatten().next());
        let first = first.map(|key| day_of_key(short(key)));
        let mut coverage = Self { first, ..Self::default() };
        if periods {
            coverage.add_periods(cases, bands);
        }
        coverage
    }

    fn add_periods(&mut self, cases: &Cases, bands: &Bands) {
        let rows = &Selection::default().rows(cases, bands, None);
        self.files = Spans::of_files(cases, rows);
        if let Some(places) = RegionMonths::of(cases, rows, bands) {
            places.each().for_each(|(name, months)| self.places.add(name, span(months)));
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.first = self.first.into_iter().chain(other.first).min();
        self.files.merge(&other.files);
        self.places.merge(&other.places);
    }
}

impl Spans {
    /// By name of the file, of these cases.
    pub(super) fn of_files(cases: &Cases, rows: &Rows) -> Self {
        let mut spans: Vec<Option<Span>> = vec![None; cases.sources().len()];
        let mut months = months_of_referral(cases);
        for block in rows.blocks(cases) {
            if let Some(span) = spans.get_mut(block.source) {
                *span = widest(*span, ends(months.read(&block)));
            }
        }
        let mut found = Self::default();
        for (source, span) in cases.sources().iter().zip(spans) {
            found.add(source.name.clone(), span);
        }
        found
    }

    fn add(&mut self, name: String, span: Option<Span>) {
        let mine = self.0.entry(name);
        *mine = widest(*mine, span);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        other.0.iter().for_each(|(name, span)| self.add(name.clone(), *span));
    }

    fn get(&self, name: &str) -> Option<Span> {
        self.0.get(name).copied().flatten()
    }
}

/// Of each case the month of its referral.
fn months_of_referral(cases: &Cases) -> Coded<'_> {
    let month =
        |day: Result<u32, Missing>| day.map_or_else(none, |key| month_key(day_of_key(short(key))).into());
    catalog::field(REFERRAL)
        .map_or_else(|| Coded::numbers(cases, REFERRAL), |field| Coded::by(cases, field, &month))
}

/// The first and the last of these months.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn ends(months: &[u32]) -> Option<Span> {
    let (mut first, mut last) = (NONE, 0);
    for &month in months {
        first = month.min(first);
        last = if month < NONE { month.max(last) } else { last };
    }
    (first < NONE).then(|| (short(first), short(last)))
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
        let files = found.files_without_regions(cases);
        let (mut months, mut regions) = (months_of_referral(cases), Coded::answers(cases, field, bands));
        for block in rows.blocks(cases) {
            let of_file = files.get(block.source).copied().flatten();
            found.add_block(regions.read(&block), months.read(&block), of_file);
        }
        Some(found)
    }

    /// Counts cases by region and month; those without a region have that of their file, if it has one.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn add_block(&mut self, regions: &[u32], months: &[u32], of_file: Option<u16>) {
        for (&region, &month) in regions.iter().zip(months) {
            let place = if region < NONE { Some(short(region)) } else { of_file };
            if let (Some(place), true) = (place, month < NONE) {
                self.add(place, short(month), 1);
            }
        }
    }

    /// A key for each file that does not have the field.
    fn files_without_regions(&mut self, cases: &Cases) -> Vec<Option<u16>> {
        let field = catalog::field_index(REGION);
        let key = |(file, source): (usize, &Source)| {
            // No region is called like that.
            let without = !field.is_some_and(|field| cases.has_field(file, field));
            without.then(|| self.axis.key_of_name(&format!("\0{}", source.name)))
        };
        cases.sources().iter().enumerate().map(key).collect()
    }

    #[inline]
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

    /// The filter leaves all of these months.
    fn are_left(&self, from: u16, to: u16) -> bool {
        let left =
            |month| self.left.iter().all(|left| left.iter().any(|&(from, to)| (from..=to).contains(&month)));
        (from..=to).all(left)
    }

    /// Whether the period of these months and the year before are over and in the data, regions aside.
    fn may_compare(&self, first: u16, last: u16) -> bool {
        let start = self.coverage.files.0.values().flatten().map(|(from, _)| *from).min();
        let (Some(start), Some(earlier)) = (start, first.checked_sub(YEAR)) else { return false };
        !self.by_other_day
            && earlier >= start
            && self.is_over(last)
            && self.are_left(first, last)
            && self.are_left(earlier, last - YEAR)
    }

    /// Whether a region is in the data during the period of these months and the year before.
    fn holds(&self, region: &str, first: u16, last: u16) -> bool {
        let quiet = quiet_months(first, last);
        self.coverage
            .places
            .get(region)
            .is_some_and(|span| covers(span, quiet, first.saturating_sub(YEAR), last))
    }

    /// All months that the files with these referrals cover.
    pub(super) fn covered(&self, files: &Spans) -> Option<Span> {
        let there = files.0.iter().filter(|(_, own)| own.is_some());
        there.fold(None, |all, (name, _)| widest(all, self.coverage.files.get(name)))
    }

    /// The months to be shown of a selection with referrals from `own.0` to `own.1`, of files that cover `covered`:
    /// a month without any is a month too, unless the filter leaves it out.
    pub(super) fn shown(&self, own: Span, covered: Span) -> Span {
        if self.left.iter().any(Vec::is_empty) {
            return own;
        }
        self.left
            .iter()
            .flat_map(|left| left.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))))
            .fold(covered, |(from, to), (left_from, left_to)| (from.max(left_from), to.min(left_to)))
    }

    /// Whether a mean may count the period of these months: it is over, and files and filter leave it whole.
    pub(super) fn is_whole(&self, covered: Span, first: u16, last: u16) -> bool {
        self.is_over(last)
            && self.are_left(first, last)
            && covers(covered, quiet_months(first, last), first, last)
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

/// Months that a place may be without referrals at the ends of a period this long.
fn quiet_months(first: u16, last: u16) -> u16 {
    if last - first + 1 < LONG { 0 } else { QUIET_MONTHS }
}

/// Whether what has referrals in this span is in the data in these months.
fn covers((from, to): Span, quiet: u16, first: u16, last: u16) -> bool {
    // Files are of calendar years.
    let (new_year, year_end) = (from - from % YEAR, to - to % YEAR + YEAR - 1);
    from.saturating_sub(quiet).max(new_year) <= first && to.saturating_add(quiet).min(year_end) >= last
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
