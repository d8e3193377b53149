//! Referrals of which periods are chosen while the others stay in sight: the chosen ones first, and that there are
//! others.

use super::{
    changes, en, frame, nl,
    period::Months,
    tongue::{Noun, Tongue, with_holes},
};
use crate::{
    catalog::Lang,
    report::{About, Clause, Report, Row, Series, Words},
};

/// How a language says it. Holes: `{k}` all referrals that are drawn.
pub(super) struct Patterns {
    /// Behind a title, of periods that are no one period.
    pub(super) in_several: &'static str,
    pub(super) others_too: &'static str,
}

/// The words for a series of which the filter chose these periods.
#[inline(never)]
pub(super) fn words(
    report: &Report,
    about: &About,
    series: &Series,
    cautions: Vec<String>,
    tongue: &dyn Tongue,
) -> Words {
    let patterns = match tongue.lang() {
        Lang::Nl => &nl::own::PATTERNS,
        Lang::En => &en::own::PATTERNS,
    };
    let value = report.filter.iter().find(|clause| clause.field == "aanmelddatum").and_then(only);
    let months = value.and_then(Months::of_range);
    let chosen = tongue.referrals(report.cases.selected, months);
    let title = if months.is_some() { chosen } else { format!("{chosen} {}", patterns.in_several) };
    let with_year_before = |row: &&Row| value == Some(row.code.as_str()) && row.previous.is_some();
    let chosen = series.rows.iter().find(with_year_before);
    let change = chosen.and_then(|row| changes::of(series.unit, row, tongue));
    let mut text = vec![change.unwrap_or_else(|| format!("{title}."))];
    if about.n > report.cases.selected {
        text.push(with_holes(patterns.others_too, false, &|_| {
            format!("{} {}", about.n, tongue.noun(Noun::Referral, about.n))
        }));
    }
    let subtitle = frame::subtitle(report, frame::measure(&about.id, tongue), about, tongue);
    Words { title, subtitle, text: text.join(" "), cautions }
}

fn only(clause: &Clause) -> Option<&str> {
    match clause.values.as_slice() {
        [value] => Some(value),
        _ => None,
    }
}
