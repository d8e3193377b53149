//! What stands around a finding: the subtitle and the cautions that hold for
//! any kind of figure.

use super::{
    label::{answer_label, is_place, lower_first},
    number::shown,
    period::{Date, Months},
    tongue::{Noun, Tongue},
};
use crate::{
    catalog,
    report::{About, Figures, Report},
};

/// Below this many cases a percentage needs a caution (the domain's rule).
const SMALL_N: u64 = 30;

/// `Leeftijd bij aanmelding, IJsselland 2024, n = 37`.
pub(super) fn subtitle(report: &Report, measure: String, about: &About, tongue: &dyn Tongue) -> String {
    let lang = tongue.lang();
    let missing = (about.missing > 0).then(|| shown(about.missing, lang));
    let mut pieces = vec![measure];
    pieces.extend(where_and_when(report, tongue));
    let others = selection(report, tongue);
    if !others.is_empty() {
        pieces.push(tongue.selection(&others));
    }
    pieces.push(tongue.base(&shown(about.n, lang), missing.as_deref()));
    pieces.join(", ")
}

/// What the catalog says is measured; the id where it does not know it.
pub(super) fn measure(id: &str, tongue: &dyn Tongue) -> String {
    catalog::indicator(id).map_or_else(|| id.to_owned(), |known| known.measure.text(tongue.lang()).to_owned())
}

/// The months that the report is about.
pub(super) fn months(report: &Report) -> Option<Months> {
    let period = report.period.as_ref()?;
    Some(Months::between(Date::from_iso(&period.from)?, Date::from_iso(&period.to)?))
}

/// Cautions about a small number and about many unknown answers.
pub(super) fn cautions(about: &About, noun: Noun, tongue: &dyn Tongue) -> Vec<String> {
    let unknown = much_unknown(about.n, about.missing, noun, tongue);
    small(about.n, noun, tongue).into_iter().chain(unknown).collect()
}

/// A caution when percentages are of few.
pub(super) fn small(n: u64, noun: Noun, tongue: &dyn Tongue) -> Option<String> {
    (1..SMALL_N).contains(&n).then(|| tongue.small(n, noun))
}

/// A caution when more than a tenth of the answers is not known.
pub(super) fn much_unknown(n: u64, missing: u64, noun: Noun, tongue: &dyn Tongue) -> Option<String> {
    let all = n.saturating_add(missing);
    (n > 0 && missing.saturating_mul(10) > all).then(|| tongue.much_unknown(missing, all, noun))
}

/// The region when there is one, or those that were selected, and the period:
/// `IJsselland 2024`, or apart when the period is longer.
fn where_and_when(report: &Report, tongue: &dyn Tongue) -> Vec<String> {
    let regions = regions(report);
    let place = (!regions.is_empty()).then(|| tongue.list(&regions));
    let period = months(report);
    match (place, period) {
        (Some(place), Some(months)) if months.are_years() => {
            vec![format!("{place} {}", tongue.period(months))]
        }
        (place, period) => place.into_iter().chain(period.map(|months| tongue.period(months))).collect(),
    }
}

fn regions(report: &Report) -> Vec<String> {
    if let Some(clause) = report.filter.iter().find(|clause| clause.field == "regio") {
        return clause.values.clone();
    }
    let only = report.indicators.iter().find_map(|indicator| match &indicator.figures {
        Figures::Series(series) => match series.regions.as_slice() {
            [only] if only.count == Some(indicator.about.n) => Some(only.label.clone()),
            _ => None,
        },
        _ => None,
    });
    only.into_iter().collect()
}

/// The other conditions of the filter; the period already shows in the months.
fn selection(report: &Report, tongue: &dyn Tongue) -> Vec<Vec<String>> {
    let clauses =
        report.filter.iter().filter(|clause| !matches!(clause.field.as_str(), "regio" | "aanmelddatum"));
    clauses
        .map(|clause| {
            let label = |value: &String| answer_label(&clause.field, value, value, tongue);
            let kept = is_place(&clause.field);
            let labels = clause.values.iter().map(label);
            labels.map(|label| if kept { label } else { lower_first(&label) }).collect()
        })
        .collect()
}
