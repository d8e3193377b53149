//! Referrals in time: how many, how many a period, the busiest one, the change.

use super::{
    changes,
    figures::nothing,
    frame, own,
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
    let mut cautions: Vec<_> =
        frame::much_unknown(about.n, about.missing, Noun::Referral, tongue).into_iter().collect();
    cautions.extend(not_over(report, series, tongue));
    if frame::aside(report, about).is_some() {
        return own::words(report, about, series, cautions, tongue);
    }
    let months = frame::months(report, about);
    let compared = change(series, tongue);
    let over = series.rows.iter().filter(|row| !row.provisional).count();
    let mean = series.mean.filter(|_| over >= PERIODS_TO_COMPARE && are_whole(months, series));
    let title = match (&compared, mean) {
        (Some((title, _)), _) => title.clone(),
        (None, mean) => {
            // A title names a whole year; another period stands in the subtitle.
            let plain = tongue.referrals(about.n, months.filter(|months| months.are_years()));
            plain + &mean.map_or_else(String::new, |mean| tongue.mean_in_title(mean, series.unit))
        }
    };
    let mut text = vec![format!("{}.", tongue.referrals(about.n, months))];
    let regions = regions(about, series).map(|regions| tongue.regions(&regions));
    match compared {
        Some((_, change)) => {
            text.extend(regions);
            text.push(change);
            text.extend(changes::regions(series, tongue));
        }
        None => {
            text.extend(mean.map(|mean| tongue.mean(mean, series.unit)));
            text.extend(busiest(series).map(|busiest| tongue.busiest(&busiest)));
            text.extend(changes::sentence(series, tongue));
            text.extend(regions);
            text.extend(changes::regions(series, tongue));
        }
    }
    Words { title, subtitle: frame::subtitle(report, measure, about, tongue), text: text.join(" "), cautions }
}

/// The last whole year against the one before, where the report has both.
fn change(series: &Series, tongue: &dyn Tongue) -> Option<(String, String)> {
    let ((now, count), (before, earlier)) = changes::last(series).filter(|_| series.unit == Unit::Year)?;
    Some(tongue.change(now.from.0, count, before.from.0, earlier))
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

/// The regions, when there are a few and they are of the same cases.
fn regions(about: &About, series: &Series) -> Option<Vec<Answer>> {
    let regions: Vec<_> = series
        .regions
        .iter()
        .filter_map(|row| row.count.map(|count| Answer { value: row.label.clone(), count }))
        .collect();
    (about.chosen.is_empty() && (2..=5).contains(&regions.len())).then_some(regions)
}

/// The last period runs beyond the reference date.
fn not_over(report: &Report, series: &Series, tongue: &dyn Tongue) -> Option<String> {
    let reference = Date::from_iso(report.reference_date.as_deref()?)?;
    let period = Months::of_code(&series.rows.last()?.code)?;
    period.run_beyond(reference).then(|| tongue.not_over(period, series.unit, reference))
}
