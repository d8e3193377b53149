//! What stands around a finding: the subtitle and the cautions that hold for
//! any kind of figure.

use super::{
    label::main_field,
    number::shown,
    period::{Date, Months},
    selection::labels,
    tongue::{Noun, Tongue},
};
use crate::{
    catalog::{self, Lang},
    report::{About, Figures, Report, Unit},
};

/// Below this many cases a percentage needs a caution (the domain's rule).
const SMALL_N: u64 = 30;

/// `Leeftijd bij aanmelding, IJsselland 2024, n = 37`.
pub(super) fn subtitle(report: &Report, measure: String, about: &About, tongue: &dyn Tongue) -> String {
    let lang = tongue.lang();
    let missing = (about.missing > 0).then(|| shown(about.missing, lang));
    let mut pieces = vec![measure];
    pieces.extend(where_and_when(report, about, tongue));
    let others = selection(report, about, tongue);
    if !others.is_empty() {
        pieces.push(tongue.selection(&others));
    }
    pieces.push(tongue.base(&shown(about.n, lang), missing.as_deref()));
    pieces.join(", ")
}

/// What percentages are of when that is all cases: added to a subtitle.
pub(super) fn of_all(report: &Report, about: &About, tongue: &dyn Tongue) -> String {
    let base = report.share_of.base(about);
    if base == about.n {
        return String::new();
    }
    let base = shown(base, tongue.lang());
    match tongue.lang() {
        Lang::Nl => format!(", procenten van alle {base}"),
        Lang::En => format!(", percentages of all {base}"),
    }
}

/// The field whose clauses do not hold for a figure, since it keeps showing the whole.
pub(super) fn aside<'a>(report: &Report, about: &'a About) -> Option<&'a str> {
    if about.chosen.is_empty() { None } else { chosen_from(report, about) }
}

/// The field that a figure is chosen from; of what is no field the figure itself.
#[inline(never)]
fn chosen_from<'a>(report: &Report, about: &'a About) -> Option<&'a str> {
    let is_filtered = |id: &&str| report.filter.iter().any(|clause| clause.field == *id);
    [about.id.as_str(), main_field(&about.id)].into_iter().find(is_filtered)
}

/// What the catalog says is measured; the id where it does not know it.
pub(super) fn measure(id: &str, tongue: &dyn Tongue) -> String {
    catalog::indicator(id).map_or_else(|| id.to_owned(), |known| known.measure.text(tongue.lang()).to_owned())
}

/// The months that a figure is about. Referrals in time are about every month that is shown. One that keeps showing the whole is about more than the report: then those of
/// the referrals by month, if it is about these, else none.
pub(super) fn months(report: &Report, about: &About) -> Option<Months> {
    match aside(report, about) {
        None => {}
        Some("aanmelddatum") => return all_months(report),
        Some(_) => return None,
    }
    let period = report.period.as_ref()?;
    let own = Months::between(Date::from_iso(&period.from)?, Date::from_iso(&period.to)?);
    let shown = if about.id == "aanmeldingen" { all_months(report) } else { None };
    Some(shown.map_or(own, |all| Months { from: own.from.min(all.from), to: own.to.max(all.to) }))
}

fn all_months(report: &Report) -> Option<Months> {
    report.indicators.iter().find_map(|indicator| match &indicator.figures {
        Figures::Series(series) if series.unit == Unit::Month => {
            let (first, last) = (series.rows.first()?, series.rows.last()?);
            Some(Months { from: Months::of_code(&first.code)?.from, to: Months::of_code(&last.code)?.to })
        }
        _ => None,
    })
}

/// Cautions about a small number and about many unknown answers.
pub(super) fn cautions(about: &About, noun: Noun, tongue: &dyn Tongue) -> Vec<String> {
    cautions_of(about.n, about, noun, tongue)
}

/// The same when percentages are of `base`.
pub(super) fn cautions_of(base: u64, about: &About, noun: Noun, tongue: &dyn Tongue) -> Vec<String> {
    let unknown = much_unknown(about.n, about.missing, noun, tongue);
    let of_all = (base > about.n).then(|| of_all_caution(tongue));
    small(base, noun, tongue).into_iter().chain(unknown).chain(of_all).collect()
}

/// A caution when percentages are of all, known or not.
pub(super) fn of_all_caution(tongue: &dyn Tongue) -> String {
    match tongue.lang() {
        Lang::Nl => {
            "In de procenten tellen ook de onbekende antwoorden mee: de echte percentages kunnen hoger zijn."
        }
        Lang::En => "Unknown answers count in the percentages too: the real shares may be higher.",
    }
    .to_owned()
}

/// A caution when percentages are of few.
pub(super) fn small(n: u64, noun: Noun, tongue: &dyn Tongue) -> Option<String> {
    (1..SMALL_N).contains(&n).then(|| tongue.small(n, noun))
}

/// A caution when more than a tenth of the answers is not known.
pub(super) fn much_unknown(n: u64, missing: u64, noun: Noun, tongue: &dyn Tongue) -> Option<String> {
    let all = n.saturating_add(missing);
    (n > 0 && is_much(n, missing)).then(|| tongue.much_unknown(missing, all, noun))
}

/// More than a tenth is not known.
pub(super) fn is_much(n: u64, missing: u64) -> bool {
    missing.saturating_mul(10) > n.saturating_add(missing)
}

/// What a part of the known answers is a part of: where much is unknown, the sentence says that it is of the known
/// ones alone. Not when percentages are of all.
pub(super) fn noun_of(base: u64, about: &About, noun: Noun) -> Noun {
    match noun {
        _ if base > about.n || !is_much(about.n, about.missing) => noun,
        Noun::Child => Noun::KnownChild,
        Noun::Referral => Noun::KnownReferral,
        Noun::Case => Noun::KnownCase,
        other => other,
    }
}

/// The region when there is one, or those that were selected, and the period:
/// `IJsselland 2024`, or apart when the period is longer.
fn where_and_when(report: &Report, about: &About, tongue: &dyn Tongue) -> Vec<String> {
    let regions = regions(report, aside(report, about));
    let place = (!regions.is_empty()).then(|| tongue.list(&regions));
    match (place, months(report, about)) {
        (Some(place), Some(months)) if months.are_years() => {
            vec![format!("{place} {}", tongue.period(months))]
        }
        (place, months) => {
            let asked = || asked_period(report, about, tongue);
            let when = months.map(|months| tongue.period(months)).or_else(asked);
            let whole = || aside(report, about).map(|_| whole_period(tongue));
            place.into_iter().chain(when.or_else(whole)).collect()
        }
    }
}

/// Of a figure that keeps showing the whole, where no period is asked for.
fn whole_period(tongue: &dyn Tongue) -> String {
    match tongue.lang() {
        Lang::Nl => "de hele periode",
        Lang::En => "the whole period",
    }
    .to_owned()
}

/// The period that the filter asks for, of a figure that keeps showing the whole of something else.
fn asked_period(report: &Report, about: &About, tongue: &dyn Tongue) -> Option<String> {
    let other = aside(report, about).is_some_and(|field| field != "aanmelddatum");
    let clause = report.filter.iter().find(|clause| other && clause.field == "aanmelddatum")?;
    Some(tongue.list(&labels(clause, tongue)))
}

fn regions(report: &Report, aside: Option<&str>) -> Vec<String> {
    if aside == Some("regio") {
        return Vec::new();
    }
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
fn selection(report: &Report, about: &About, tongue: &dyn Tongue) -> Vec<Vec<String>> {
    let aside = aside(report, about);
    let shown = |field: &str| matches!(field, "regio" | "aanmelddatum") || Some(field) == aside;
    let clauses = report.filter.iter().filter(|clause| !shown(&clause.field));
    clauses.map(|clause| labels(clause, tongue)).collect()
}
