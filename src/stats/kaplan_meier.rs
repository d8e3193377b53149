//! The Kaplan–Meier estimate from counts of events and censorings by day.
//!
//! Where R's `survival` and others differ, this follows R:
//! `survfit(Surv(days, closed) ~ 1, conf.type = "log-log")` and the median
//! that its `print` shows (`survmean`, function `minmin`).

use super::Tally;

/// 97.5 % quantile of the normal distribution: 95 % lies within.
const NORMAL_975: f64 = 1.959_963_984_540_054;
/// How near to a half counts as a half: R's `.Machine$double.eps^.5`.
const TOLERANCE: f64 = 1.490_116_119_384_765_6e-8;

/// The estimate of how long it takes until the event.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival {
    /// One point for each day on which there was an event or a censoring, ascending.
    pub points: Vec<SurvivalPoint>,
    /// Day at which half is left; `None` when that is not reached.
    pub median: Option<f64>,
    /// Lower end of the 95 % interval of the median; `None` when not reached.
    pub low: Option<f64>,
    /// Upper end of the 95 % interval of the median; `None` when not reached.
    pub high: Option<f64>,
}

/// The curve at one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalPoint {
    /// Whole days since the start.
    pub day: u16,
    /// Not yet ended and not yet censored just before this day.
    pub at_risk: u64,
    /// Events on this day.
    pub events: u64,
    /// Fraction without an event up to and including this day.
    pub survival: f64,
    /// 95 % interval of `survival`; `None` where log-log has none: at 1 and at 0.
    pub interval: Option<Interval>,
}

/// Both ends of an interval of a fraction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Estimates survival from the days at which events happened and those at
/// which cases were still without one (right-censored). `None` of nothing.
///
/// A case censored on a day is at risk on that day. The interval is Greenwood's
/// variance on the log-log scale; that of the median is found where the two
/// ends of the curve's interval cross a half.
///
/// ```
/// use ben_monitor::stats::{Tally, kaplan_meier};
/// let closed: Tally = [10, 20, 30].into_iter().collect();
/// let open: Tally = [25].into_iter().collect();
/// let curve = kaplan_meier(&closed, &open).expect("there are cases");
/// assert_eq!(curve.median, Some(25.0)); // exactly half from day 20 until day 30
/// ```
pub fn kaplan_meier(events: &Tally, censored: &Tally) -> Option<Survival> {
    let mut at_risk = events.total() + censored.total();
    if at_risk == 0 {
        return None;
    }
    let (mut survival, mut greenwood) = (1.0, 0.0);
    let mut both = events.clone();
    both.merge(censored);
    let mut points = Vec::new();
    for (day, leaving) in both.iter() {
        let count = events.count(day);
        let (risk, died) = (at_risk as f64, count as f64);
        if count > 0 {
            survival *= (risk - died) / risk;
            greenwood += died / (risk * (risk - died));
        }
        let interval = log_log_interval(survival, greenwood);
        points.push(SurvivalPoint { day, at_risk, events: count, survival, interval });
        at_risk -= leaving;
    }
    let median = half_way(points.iter().map(|point| (point.day, Some(point.survival))));
    let low = half_way(points.iter().map(|point| (point.day, point.interval.map(|ends| ends.low))));
    let high = half_way(points.iter().map(|point| (point.day, point.interval.map(|ends| ends.high))));
    Some(Survival { points, median, low, high })
}

/// `S^exp(±z·se / ln S)`, with the standard error of `ln S` by Greenwood.
fn log_log_interval(survival: f64, greenwood: f64) -> Option<Interval> {
    if survival <= 0.0 || survival >= 1.0 {
        return None;
    }
    let reach = NORMAL_975 * greenwood.sqrt() / survival.ln();
    // A power by its logarithm: `powf` is 2 kB of its own.
    let to_the = |power: f64| (power * survival.ln()).exp();
    Some(Interval { low: to_the((-reach).exp()), high: to_the(reach.exp()) })
}

/// First day at which the curve is a half or less. When it is exactly a half
/// and drops later, half-way between that day and the day of the drop: R's
/// rule, and that of the median of an even number of values (lifelines takes
/// the first day).
fn half_way(curve: impl Iterator<Item = (u16, Option<f64>)>) -> Option<f64> {
    let mut below = curve
        .filter_map(|(day, height)| Some((f64::from(day), height?)))
        .filter(|&(_, height)| height < 0.5 + TOLERANCE);
    let (day, height) = below.next()?;
    if (height - 0.5).abs() >= TOLERANCE {
        return Some(day);
    }
    let drop = below.find(|&(_, later)| later < height).map(|(later, _)| later);
    Some(drop.map_or(day, |later| (day + later) / 2.0))
}
