//! Referrals in time: by month, quarter, half-year and year, and by region,
//! each against the year before (see `years`).

use super::{
    REFERRAL, REGION,
    answers::{Answer, MissingCounts, day_of_key, month_key, month_of_key},
    bands::Bands,
    coded::{Coded, NONE, reason, short},
    distribution::{Spread, indicator, part},
    filter::Rows,
    years::{RegionMonths, Span, Spans, Years, set_previous},
};
use crate::{
    cases::Cases,
    catalog::{self, Lang},
    report::{Figures, Indicator, Row, Series, Unit},
    stats::Tally,
};

/// The lengths of period that a report shows.
const UNITS: [Unit; 4] = [Unit::Month, Unit::Quarter, Unit::HalfYear, Unit::Year];

/// Counts by day of referral, and by region of the cases whose referral is known.
#[derive(Debug, Clone)]
pub(super) struct Referrals {
    days: Tally,
    missing: MissingCounts,
    /// The regions of the cases in `days`, by month.
    regions: Option<RegionMonths>,
    /// The files of the cases in `days`.
    files: Spans,
    /// The rows of regions: these may be of another selection.
    by_region: Option<ByRegion>,
}

/// Referrals by region.
#[derive(Debug, Clone)]
struct ByRegion {
    spread: Spread,
    months: RegionMonths,
    /// Cases whose referral is known: what the shares are of.
    referred: u64,
}

impl Referrals {
    /// `rows` are the cases in the periods, `region_rows` those in the rows of regions.
    pub(super) fn of(cases: &Cases, rows: &Rows, region_rows: &Rows, bands: &Bands) -> Self {
        let regions = RegionMonths::of(cases, rows, bands);
        let months = match &regions {
            Some(same) if std::ptr::eq(rows, region_rows) => Some(same.clone()),
            _ => RegionMonths::of(cases, region_rows, bands),
        };
        let by_region = months.and_then(|months| ByRegion::of(cases, region_rows, bands, months));
        let mut referrals = Self {
            days: Tally::default(),
            missing: MissingCounts::default(),
            regions,
            files: Spans::of_files(cases, rows),
            by_region,
        };
        for (day, times) in rows.answers(cases, REFERRAL) {
            match day {
                Ok(key) => referrals.days.add_times(short(key), times),
                Err(reason) => referrals.missing.add_times(reason, times),
            }
        }
        referrals
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.days.merge(&other.days);
        self.missing.merge(other.missing);
        self.files.merge(&other.files);
        if let (Some(mine), Some(theirs)) = (&mut self.regions, &other.regions) {
            mine.merge(theirs);
        }
        if let (Some(mine), Some(theirs)) = (&mut self.by_region, &other.by_region) {
            mine.spread.merge(&theirs.spread);
            mine.months.merge(&theirs.months);
            mine.referred += theirs.referred;
        }
    }

    /// One indicator for each length of period. `region_years` is for the rows of regions.
    pub(super) fn finish(
        &self,
        id: &str,
        lang: Lang,
        years: &Years<'_>,
        region_years: &Years<'_>,
    ) -> Vec<Indicator> {
        let n = self.days.total();
        let one = |unit| {
            let (rows, mean) = self.periods(unit, lang, years);
            let regions = match (unit, &self.by_region) {
                (Unit::Year, Some(regions)) => regions.rows(lang, region_years, self.last_whole_year(years)),
                _ => Vec::new(),
            };
            let series = Series { unit, mean, rows, regions };
            indicator(id, n, self.missing, Figures::Series(series))
        };
        UNITS.into_iter().map(one).collect()
    }

    /// The first month of the last year in the periods that is over.
    fn last_whole_year(&self, years: &Years<'_>) -> Option<u16> {
        let ((first, last), _) = self.spans(years)?;
        let mut all = (first / 12..=last / 12).rev().map(|year| year * 12);
        all.find(|first| years.is_over(first + 11))
    }

    /// The months that are shown, and those that the files cover.
    fn spans(&self, years: &Years<'_>) -> Option<(Span, Span)> {
        let mut months = self.days.iter().map(|(key, _)| month_key(day_of_key(key)));
        let first = months.next()?;
        let covered = years.covered(&self.files)?;
        Some((years.shown((first, months.next_back().unwrap_or(first)), covered), covered))
    }

    /// Every period that the files cover and the filter leaves, and the mean of those that are whole. Days lie within
    /// 180 years, so there are never more than 2,160.
    fn periods(&self, unit: Unit, lang: Lang, years: &Years<'_>) -> (Vec<Row>, Option<f64>) {
        let length = months_in(unit);
        let Some(((first, last), covered)) = self.spans(years) else { return (Vec::new(), None) };
        let mut counts = Tally::default();
        for (key, count) in self.days.iter() {
            counts.add_times(month_key(day_of_key(key)) / length, count);
        }
        let (mut whole, mut referrals) = (0, 0);
        let row = |period: u16| {
            let first_month = period.saturating_mul(length);
            let (code, label) = names(unit, first_month, lang);
            let count = counts.count(period);
            let mut row = Row { code, label, count: Some(count), ..Row::default() };
            let last_month = first_month.saturating_add(length - 1);
            row.provisional = !years.is_over(last_month);
            if years.is_whole(covered, first_month, last_month) {
                whole += 1;
                referrals += count;
            }
            if years.comparable(first_month, last_month, self.regions.as_ref()) {
                set_previous(&mut row, count, counts.count(period.saturating_sub(12 / length)));
            }
            row
        };
        let rows = (first / length..=last / length).map(row).collect();
        (rows, part(referrals, whole))
    }
}

impl ByRegion {
    /// `None` when the catalog has no regions.
    fn of(cases: &Cases, rows: &Rows, bands: &Bands, months: RegionMonths) -> Option<Self> {
        let field = catalog::field(REGION)?;
        let mut spread = Spread::new(field, cases, bands);
        let (mut days, mut regions) = (Coded::numbers(cases, REFERRAL), Coded::answers(cases, field, bands));
        // By key of the region; at the last places why there is none.
        let mut counts = Tally::default();
        for block in rows.blocks(cases) {
            add_regions(days.read(&block), regions.read(&block), &mut counts);
        }
        for (key, count) in counts.iter() {
            let answer = match UNKNOWN.checked_sub(key) {
                Some(below) if below < 4 => Answer::None(reason(below.into())),
                _ => Answer::One(key),
            };
            spread.add(answer, count);
        }
        Some(Self { spread, months, referred: counts.total() })
    }

    /// `year` is the first month of the year that is compared with the one before.
    fn rows(&self, lang: Lang, years: &Years<'_>, year: Option<u16>) -> Vec<Row> {
        let mut rows = self.spread.rows(self.referred, lang);
        if let Some(first) = year {
            years.compare_regions(&mut rows, &self.months, first);
        }
        rows
    }
}

/// The first of the places for cases without a region, from the end.
const UNKNOWN: u16 = u16::MAX;

/// Counts the regions of the cases with a day of referral.
#[cfg_attr(hot, optimize(speed))]
fn add_regions(days: &[u32], regions: &[u32], counts: &mut Tally) {
    for (&day, &region) in days.iter().zip(regions) {
        if day < NONE {
            let key = if region < NONE { short(region) } else { UNKNOWN - (region & 3) as u16 };
            counts.add(key);
        }
    }
}

/// Code and label of the period that begins with this month.
fn names(unit: Unit, first_month: u16, lang: Lang) -> (String, String) {
    let (year, month) = month_of_key(first_month);
    let number = (month - 1) / u32::from(months_in(unit)) + 1;
    match unit {
        Unit::Month => (format!("{year:04}-{month:02}"), month_label(year, month, lang)),
        Unit::Quarter => (format!("{year:04}-Q{number}"), part_label(number, year, lang, QUARTER)),
        Unit::HalfYear => (format!("{year:04}-H{number}"), part_label(number, year, lang, HALF)),
        Unit::Year => (format!("{year:04}"), year.to_string()),
    }
}

fn months_in(unit: Unit) -> u16 {
    match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::HalfYear => 6,
        Unit::Year => 12,
    }
}

const QUARTER: [&str; 2] = ["kwartaal", "quarter"];
const HALF: [&str; 2] = ["halfjaar", "half"];

/// `1e kwartaal 2024`, `1st quarter 2024`.
fn part_label(number: u32, year: i32, lang: Lang, [dutch, english]: [&str; 2]) -> String {
    let ending = match number {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    match lang {
        Lang::Nl => format!("{number}e {dutch} {year}"),
        Lang::En => format!("{number}{ending} {english} {year}"),
    }
}

const MONTHS: [[&str; 2]; 12] = [
    ["januari", "January"],
    ["februari", "February"],
    ["maart", "March"],
    ["april", "April"],
    ["mei", "May"],
    ["juni", "June"],
    ["juli", "July"],
    ["augustus", "August"],
    ["september", "September"],
    ["oktober", "October"],
    ["november", "November"],
    ["december", "December"],
];

/// `januari 2024`, `January 2024`.
pub(super) fn month_label(year: i32, month: u32, lang: Lang) -> String {
    let place = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    let [dutch, english] = MONTHS.get(place).copied().unwrap_or_default();
    match lang {
        Lang::Nl => format!("{dutch} {year}"),
        Lang::En => format!("{english} {year}"),
    }
}
