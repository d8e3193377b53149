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
    coded::{Coded, NONE, reason, short},
    distribution::{counted, indicator, part},
    filter::Rows,
};
use crate::{
    cases::{Block, Cases, Day, Missing},
    catalog::Lang,
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

/// What a case is, at the reference date. Days by their key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stand {
    /// Not in the lead times, and why.
    Missing(Missing),
    /// Closed before it was referred.
    Excluded,
    /// With the day of referral.
    Open(u16),
    /// With the day of referral and the lead time in days.
    Closed(u16, u16),
}

/// Says of cases what they are, block by block.
pub(super) struct Stands<'a> {
    referrals: Coded<'a>,
    closings: Coded<'a>,
    reference: Option<Day>,
}

/// The days of the cases of one block.
pub(super) struct Standing<'a> {
    referrals: &'a [u32],
    closings: &'a [u32],
    /// Key of the reference date.
    last: u32,
}

impl<'a> Stands<'a> {
    /// `reference` is the date that the user set; without one every closing lies before the reference date, which is
    /// the latest in the data.
    pub(super) fn of(cases: &'a Cases, reference: Option<Day>) -> Self {
        let [referrals, closings] = [REFERRAL, CLOSING].map(|field| Coded::numbers(cases, field));
        Self { referrals, closings, reference }
    }

    pub(super) fn read(&mut self, block: &Block<'_>) -> Standing<'_> {
        Standing {
            referrals: self.referrals.read(block),
            closings: self.closings.read(block),
            last: self.reference.map_or(NONE - 1, |day| day_key(day).into()),
        }
    }
}

impl Standing<'_> {
    /// What each of the cases is, in their order.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = Stand> {
        self.referrals
            .iter()
            .zip(self.closings)
            .map(|(&referral, &closing)| stand(referral, closing, self.last))
    }
}

#[inline]
fn stand(referral: u32, closing: u32, last: u32) -> Stand {
    if referral >= NONE {
        return Stand::Missing(reason(referral));
    }
    if referral > last {
        return Stand::Missing(Missing::NotApplicable);
    }
    if closing >= NONE {
        return match reason(closing) {
            Missing::Blank | Missing::NotApplicable => Stand::Open(short(referral)),
            reason => Stand::Missing(reason),
        };
    }
    if closing < referral {
        return Stand::Excluded;
    }
    if closing > last {
        return Stand::Open(short(referral));
    }
    Stand::Closed(short(referral), short(closing - referral))
}

impl LeadTimes {
    /// `reference` as in [`Stands::of`].
    pub(super) fn of(cases: &Cases, rows: &Rows, reference: Option<Day>, bands: &Bands) -> Self {
        let mut limits = BandLimits::of(bands);
        let mut times = Self::default();
        let mut stands = Stands::of(cases, reference);
        for block in rows.blocks(cases) {
            times.add(&stands.read(&block), &mut limits);
        }
        times
    }

    /// Counts the cases of a block.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn add(&mut self, standing: &Standing<'_>, limits: &mut BandLimits) {
        for stand in standing.iter() {
            match stand {
                Stand::Missing(reason) => self.missing.add(reason),
                Stand::Excluded => self.excluded += 1,
                Stand::Open(referral) => self.open.add(referral),
                Stand::Closed(referral, days) => {
                    self.closed.add(days);
                    self.bands.add(limits.band(referral, days));
                }
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
            open_status: None,
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
    /// Of each day those of all bands, one after the other; 0 where they are not known yet.
    limits: Vec<u16>,
}

impl<'a> BandLimits<'a> {
    pub(super) fn of(bands: &'a Bands) -> Self {
        Self { bands: bands.months(), limits: Vec::new() }
    }

    /// The place of the band. `referral` is the key of a day.
    #[inline]
    pub(super) fn band(&mut self, referral: u16, days: u16) -> u16 {
        let start = usize::from(referral) * self.bands.len();
        if self.limits.get(start).is_none_or(|limit| *limit == 0) {
            self.work_out(referral, start);
        }
        let mut passed = 0;
        for &limit in self.limits.get(start..start + self.bands.len()).unwrap_or_default() {
            // Limits rise.
            passed += u16::from(limit < days);
        }
        passed
    }

    #[inline(never)]
    fn work_out(&mut self, referral: u16, start: usize) {
        let end = start + self.bands.len();
        self.limits.resize(self.limits.len().max(end), 0);
        let limits = limits_from(day_of_key(referral), self.bands);
        self.limits.iter_mut().skip(start).zip(limits).for_each(|(known, limit)| *known = limit);
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
