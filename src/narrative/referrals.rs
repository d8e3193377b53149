//! Referrals in time: how many, how many a period, the busiest one, the change.

use super::{
    figures::nothing,
    frame,
    period::{Date, Months},
    tongue::{Answer, Busiest, Noun, Tongue},
};
use crate::report::{About, Report, Row, Series, Unit, Words};

/// Fewest periods for a mean and a busiest one to say something.
const PERIODS_TO_COMPARE: usize = 2;

/// The words for a series.
pub(super) fn words(report: &Report, about: &About, series: &Series, tongue: &dyn Tongue) -> Words {
    let measure = frame::measure(&about.id, tongue);
    if about.n == 0 {
        return nothing(report, about, measure, Noun::Referral, tongue);
    }
    let months = frame::months(report);
    let compared = change(report, series, tongue);
    let mean = series.mean.filter(|_| series.rows.len() >= PERIODS_TO_COMPARE && are_whole(months, series));
    let title = match (&compared, mean) {
        (Some((title, _)), _) => title.clone(),
        (None, mean) => {
            // A title names a whole year; another period stands in the subtitle.
            let plain = tongue.referrals(about.n, months.filter(|months| months.are_years()));
            plain + &mean.map_or_else(String::new, |mean| tongue.mean_in_title(mean, series.unit))
        }
    };
    let mut text = vec![format!("{}.", tongue.referrals(about.n, months))];
    match compared {
        Some((_, change)) => text.push(change),
        None => {
            text.extend(mean.map(|mean| tongue.mean(mean, series.unit)));
            text.extend(busiest(series).map(|busiest| tongue.busiest(&busiest)));
        }
    }
    text.extend(regions(series).map(|regions| tongue.regions(&regions)));
    let mut cautions: Vec<_> =
        frame::much_unknown(about.n, about.missing, Noun::Referral, tongue).into_iter().collect();
    cautions.extend(not_over(report, series, tongue));
    Words { title, subtitle: frame::subtitle(report, measure, about, tongue), text: text.join(" "), cautions }
}

/// The last year against the one before, when the report covers both: the
/// first referral is in January of the earlier year or before, and the last in
/// December of the later one.
fn change(report: &Report, series: &Series, tongue: &dyn Tongue) -> Option<(String, String)> {
    let ([.., earlier, last], Unit::Year) = (series.rows.as_slice(), series.unit) else {
        return None;
    };
    let months = frame::months(report)?;
    let (earlier_months, last_months) = (Months::of_code(&earlier.code)?, Months::of_code(&last.code)?);
    let covered = months.from <= earlier_months.from && months.to >= last_months.to;
    let adjacent = earlier_months.from.0 + 1 == last_months.from.0;
    let (year, earlier_year) = (last_months.from.0, earlier_months.from.0);
    (covered && adjacent).then_some(tongue.change(year, last.count?, earlier_year, earlier.count?))
}

/// The referrals reach from the first month of the first period to the last
/// month of the last: else a mean a period would be of periods cut short.
fn are_whole(months: Option<Months>, series: &Series) -> bool {
    let code = |row: Option<&Row>| row.and_then(|row| Months::of_code(&row.code));
    let (Some(months), Some(first), Some(last)) =
        (months, code(series.rows.first()), code(series.rows.last()))
    else {
        return false;
    };
    months.from <= first.from && months.to >= last.to
}

fn busiest(series: &Series) -> Option<Busiest> {
    let counts: Option<Vec<_>> = series.rows.iter().map(|row| row.count).collect();
    let count = counts?.into_iter().max().filter(|&count| count > 0)?;
    let top: Vec<_> = series.rows.iter().filter(|row| row.count == Some(count)).collect();
    let periods: Option<Vec<_>> = top.iter().map(|row| Months::of_code(&row.code)).collect();
    (series.rows.len() >= PERIODS_TO_COMPARE).then_some(Busiest {
        unit: series.unit,
        all: top.len() == series.rows.len(),
        periods: periods?,
        count,
    })
}

/// The regions, when there are a few.
fn regions(series: &Series) -> Option<Vec<Answer>> {
    let regions: Vec<_> = series
        .regions
        .iter()
        .filter_map(|row| row.count.map(|count| Answer { value: row.label.clone(), count }))
        .collect();
    (2..=5).contains(&regions.len()).then_some(regions)
}

/// The last period runs beyond the reference date.
fn not_over(report: &Report, series: &Series, tongue: &dyn Tongue) -> Option<String> {
    let reference = Date::from_iso(report.reference_date.as_deref()?)?;
    let period = Months::of_code(&series.rows.last()?.code)?;
    period.run_beyond(reference).then(|| tongue.not_over(period, series.unit, reference))
}
