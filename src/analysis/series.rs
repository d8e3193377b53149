//! Referrals in time: by month, quarter, half-year and year, and by region.

use super::{
    REFERRAL,
    answers::{MissingCounts, Reader, day_key, day_of_key, month_key, month_of_key},
    distribution::{Spread, indicator, part},
    filter::Rows,
};
use crate::{
    cases::{Cases, Day, Missing},
    catalog::{self, IndicatorDef, Kind, Lang},
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
    regions: Option<Spread>,
}

impl Referrals {
    pub(super) fn of(definition: &IndicatorDef, cases: &Cases, rows: &Rows) -> Self {
        let region = definition.fields.iter().filter(|id| **id != REFERRAL).find_map(|id| catalog::field(id));
        let reader = region.map(|field| Reader::of(field, cases));
        let mut referrals = Self {
            days: Tally::default(),
            missing: MissingCounts::default(),
            regions: region.map(|field| Spread::new(field, cases)),
        };
        let days = cases.days(REFERRAL);
        rows.for_each(|case| {
            let day = days.map_or(Err(Missing::of_absent(Kind::Date)), |days| days.get(case));
            if referrals.add(day)
                && let (Some(spread), Some(reader)) = (&mut referrals.regions, &reader)
            {
                spread.add(reader.answer(case));
            }
        });
        referrals
    }

    /// Counts one case; says whether its referral is known.
    fn add(&mut self, day: Result<Day, Missing>) -> bool {
        match day {
            Ok(day) => self.days.add(day_key(day)),
            Err(reason) => self.missing.add(reason),
        }
        day.is_ok()
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.days.merge(&other.days);
        self.missing.merge(other.missing);
        if let (Some(mine), Some(theirs)) = (&mut self.regions, &other.regions) {
            mine.merge(theirs);
        }
    }

    /// One indicator for each length of period.
    pub(super) fn finish(&self, id: &str, lang: Lang) -> Vec<Indicator> {
        let n = self.days.total();
        let one = |unit| {
            let rows = self.periods(unit, lang);
            let periods = u64::try_from(rows.len()).unwrap_or(u64::MAX);
            let regions = match (unit, &self.regions) {
                (Unit::Year, Some(regions)) => regions.rows(n, lang),
                _ => Vec::new(),
            };
            let series = Series { unit, mean: part(n, periods), rows, regions };
            indicator(id, n, self.missing, Figures::Series(series))
        };
        UNITS.into_iter().map(one).collect()
    }

    /// Every period from that of the first referral to that of the last. Days
    /// lie within 180 years, so there are never more than 2,160.
    fn periods(&self, unit: Unit, lang: Lang) -> Vec<Row> {
        let length = months_in(unit);
        let mut counts = Tally::default();
        for (key, count) in self.days.iter() {
            counts.add_times(month_key(day_of_key(key)) / length, count);
        }
        let mut known = counts.iter().map(|(period, _)| period);
        let Some(first) = known.next() else { return Vec::new() };
        let last = known.next_back().unwrap_or(first);
        let row = |period: u16| {
            let (year, month) = month_of_key(period.saturating_mul(length));
            let number = u32::from(period % (12 / length)) + 1;
            let (code, label) = match unit {
                Unit::Month => (format!("{year:04}-{month:02}"), month_label(year, month, lang)),
                Unit::Quarter => (format!("{year:04}-Q{number}"), part_label(number, year, lang, QUARTER)),
                Unit::HalfYear => (format!("{year:04}-H{number}"), part_label(number, year, lang, HALF)),
                Unit::Year => (format!("{year:04}"), year.to_string()),
            };
            Row { code, label, count: Some(counts.count(period)), ..Row::default() }
        };
        (first..=last).map(row).collect()
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
