//! Lead times: bands, median and 90th percentile of the closed cases, and the
//! Kaplan–Meier curve of all of them.
//!
//! What a case is, at the reference date:
//!
//! - without a known day of referral: missing, for that reason;
//! - referred after the reference date: missing (`notApplicable`): at that
//!   date it was not there yet;
//! - closed before it was referred: excluded, an error of the file;
//! - closing date blank or not applicable: open; a closing date that is not
//!   known or can't be read: missing, since it may well be closed;
//! - closed after the reference date: open at that date;
//! - else closed, and the lead time is closing minus referral in days.

use super::{
    REFERRAL,
    answers::{MissingCounts, day_key, day_of_key},
    bands::{Bands, MonthBand},
    distribution::{counted, indicator, part},
    filter::Rows,
};
use crate::{
    cases::{Cases, Day, Missing},
    catalog::{Kind, Lang},
    report::{Duration, DurationBy, Figures, Indicator, KaplanMeier, Row, Summary},
    stats::{Survival, Tally, kaplan_meier, mean, quantile},
};

/// Date of closing.
pub(super) const CLOSING: &str = "afsluitdatum";

/// Counts of lead times by day and by band, and of open cases by day of referral.
#[derive(Debug, Clone, Default)]
pub(super) struct LeadTimes {
    /// Closed cases by number of days.
    closed: Tally,
    /// Closed cases by place of the band.
    bands: Tally,
    /// Open cases by day of referral: the reference date may be known later.
    open: Tally,
    excluded: u64,
    missing: MissingCounts,
}

/// What a case is, at the reference date.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stand {
    /// Not in the lead times, and why.
    Missing(Missing),
    /// Closed before it was referred.
    Excluded,
    /// With the day of referral.
    Open(Day),
    /// With the day of referral and the lead time in days.
    Closed(Day, u16),
}

/// Calls `with` for each selected case. `reference` is the date that the user set; without one every closing lies
/// before the reference date, which is the latest in the data.
#[cfg_attr(hot, optimize(speed))]
pub(super) fn each_stand(
    cases: &Cases,
    rows: &Rows,
    reference: Option<Day>,
    mut with: impl FnMut(usize, Stand),
) {
    let (referrals, closings) = (cases.days(REFERRAL), cases.days(CLOSING));
    let absent = Err(Missing::of_absent(Kind::Date));
    rows.for_each(|case| {
        let referral = referrals.map_or(absent, |days| days.get(case));
        let closing = closings.map_or(absent, |days| days.get(case));
        with(case, stand(referral, closing, reference));
    });
}

fn stand(referral: Result<Day, Missing>, closing: Result<Day, Missing>, reference: Option<Day>) -> Stand {
    let after = |day: Day| reference.is_some_and(|reference| day > reference);
    let referral = match referral {
        Ok(day) if after(day) => return Stand::Missing(Missing::NotApplicable),
        Ok(day) => day,
        Err(reason) => return Stand::Missing(reason),
    };
    match closing {
        Ok(day) if day < referral => Stand::Excluded,
        Ok(day) if after(day) => Stand::Open(referral),
        Ok(day) => Stand::Closed(referral, u16::try_from(day.days_since(referral)).unwrap_or(u16::MAX)),
        Err(Missing::Blank | Missing::NotApplicable) => Stand::Open(referral),
        Err(reason) => Stand::Missing(reason),
    }
}

impl LeadTimes {
    /// `reference` as in [`each_stand`].
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn of(cases: &Cases, rows: &Rows, reference: Option<Day>, bands: &Bands) -> Self {
        let mut limits = BandLimits::of(bands);
        let mut times = Self::default();
        each_stand(cases, rows, reference, |_, stand| times.add(stand, &mut limits));
        times
    }

    /// Counts one case.
    fn add(&mut self, stand: Stand, limits: &mut BandLimits) {
        match stand {
            Stand::Missing(reason) => self.missing.add(reason),
            Stand::Excluded => self.excluded += 1,
            Stand::Open(referral) => self.open.add(day_key(referral)),
            Stand::Closed(referral, days) => {
                self.closed.add(days);
                self.bands.add(limits.band(referral, days));
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.closed.merge(&other.closed);
        self.bands.merge(&other.bands);
        self.open.merge(&other.open);
        self.excluded += other.excluded;
        self.missing.merge(other.missing);
    }

    /// `reference` is the day at which open cases are censored.
    pub(super) fn finish(
        &self,
        id: &str,
        lang: Lang,
        reference: Option<Day>,
        bands: &Bands,
        by: Vec<DurationBy>,
    ) -> Indicator {
        let n = self.closed.total();
        let duration = Duration {
            open: self.open.total(),
            excluded: self.excluded,
            rows: self.band_rows(n, lang, bands),
            summary: Summary {
                mean: mean(&self.closed),
                median: quantile(&self.closed, 1, 2),
                p90: quantile(&self.closed, 9, 10),
            },
            kaplan_meier: kaplan_meier(&self.closed, &censored(self.open.iter(), reference)).map(curve),
            closed_only: self.closed_only(n),
            by,
        };
        indicator(id, n, self.missing, Figures::Duration(duration))
    }

    fn band_rows(&self, n: u64, lang: Lang, bands: &Bands) -> Vec<Row> {
        let row =
            |(key, band): (u16, &MonthBand)| counted(band.code(), band.label(lang), self.bands.count(key), n);
        (0..).zip(bands.months()).map(row).collect()
    }

    /// The part of the closed cases that took longer than so many days.
    fn closed_only(&self, n: u64) -> Vec<(u32, f64)> {
        let mut left = n;
        let mut points: Vec<(u32, f64)> = part(n, n).map(|all| (0, all)).into_iter().collect();
        for (days, count) in self.closed.iter() {
            left -= count;
            points.extend(part(left, n).map(|fraction| (u32::from(days), fraction)));
        }
        points
    }
}

/// Open cases, given by key of the day of referral, by their time so far.
pub(super) fn censored(open: impl Iterator<Item = (u16, u64)>, reference: Option<Day>) -> Tally {
    let mut censored = Tally::default();
    for (key, count) in open {
        let so_far = reference.map_or(0, |reference| reference.days_since(day_of_key(key)));
        censored.add_times(u16::try_from(so_far.max(0)).unwrap_or(u16::MAX), count);
    }
    censored
}

/// The curve as the report holds it, from all cases at day 0.
pub(super) fn curve(survival: Survival) -> KaplanMeier {
    let first = survival.points.first();
    let start = first.map(|point| (0, 1.0, point.at_risk));
    // Cases censored on day 0 leave the curve at 1: the start says it already.
    let rest = survival.points.iter().filter(|point| point.day > 0 || point.events > 0);
    let band = survival.points.iter().filter(|point| point.events > 0).filter_map(|point| {
        let interval = point.interval?;
        Some((u32::from(point.day), interval.low, interval.high))
    });
    KaplanMeier {
        median: survival.median,
        low: survival.low,
        high: survival.high,
        points: start
            .into_iter()
            .chain(rest.map(|point| (u32::from(point.day), point.survival, point.at_risk)))
            .collect(),
        band: band.collect(),
    }
}

/// The longest lead time of each band, by day of referral, worked out once a day.
pub(super) struct BandLimits<'a> {
    bands: &'a [MonthBand],
    by_day: Vec<Option<Vec<u16>>>,
}

impl<'a> BandLimits<'a> {
    pub(super) fn of(bands: &'a Bands) -> Self {
        Self { bands: bands.months(), by_day: Vec::new() }
    }

    /// The place of the band.
    pub(super) fn band(&mut self, referral: Day, days: u16) -> u16 {
        let place = usize::from(day_key(referral));
        if self.by_day.len() <= place {
            self.by_day.resize(place + 1, None);
        }
        let bands = self.bands;
        let limits =
            self.by_day.get_mut(place).map(|known| known.get_or_insert_with(|| limits_from(referral, bands)));
        let passed = limits.map_or(0, |limits| limits.iter().take_while(|&&limit| limit < days).count());
        u16::try_from(passed).unwrap_or(u16::MAX)
    }
}

/// Days from a referral to the last day of each band; an open band has no last day.
fn limits_from(referral: Day, bands: &[MonthBand]) -> Vec<u16> {
    let last_day = |months: u32| referral.plus_months(months).map(|day| day.days_since(referral));
    let limit = |band: &MonthBand| {
        band.until.and_then(last_day).and_then(|days| u16::try_from(days).ok()).unwrap_or(u16::MAX)
    };
    bands.iter().map(limit).collect()
}
