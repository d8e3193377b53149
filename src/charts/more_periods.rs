//! What is known of a period beside its count: the year before, the change, and that it is not over.

use super::{
    legend::{self, Sign},
    model::Ink,
    phrases::{self, Phrase},
    sheet::{Place, Sheet},
    span,
    wording::{self, Word},
};
use crate::{
    catalog::Lang,
    report::{Row, Series, Unit},
};

/// Between the legend and the columns.
const BELOW: f64 = 6.0;
/// Of more months the year before is not drawn.
const MOST_MONTHS: usize = 12;

/// Whether the year before stands beside the columns: not where it is a column itself close by.
pub(super) fn shows_year_before(series: &Series) -> bool {
    let known = || series.rows.iter().filter(|row| row.previous.is_some());
    match series.unit {
        Unit::Year => false,
        Unit::Month => {
            series.rows.len() <= MOST_MONTHS && known().any(|row| !is_drawn_a_year_before(series, row))
        }
        Unit::Quarter | Unit::HalfYear => known().next().is_some(),
    }
}

fn is_drawn_a_year_before(series: &Series, row: &Row) -> bool {
    let year = |(from, to): (u32, u32)| Some((from.checked_sub(12)?, to.checked_sub(12)?));
    let before = span::months(&row.code).and_then(year);
    before.is_some() && series.rows.iter().any(|other| span::months(&other.code) == before)
}

/// Says what the pale and the hatched columns are; answers the place below.
pub(super) fn legend(sheet: &mut Sheet<'_>, place: Place, series: &Series, before: bool) -> Place {
    let mut entries = Vec::new();
    let word = |which| wording::word(which, sheet.lang).to_owned();
    if before {
        entries.push((Sign::Block(Ink::MarkSoft), word(Word::YearBefore)));
    }
    if series.rows.iter().any(|row| row.provisional) {
        entries.push((Sign::Hatched(Ink::Mark), word(Word::NotOver)));
    }
    if series.unit != Unit::Month && series.rows.iter().any(|row| row.change.is_some()) {
        entries.push((Sign::None, phrases::phrase(Phrase::ChangeExplained, sheet.lang).to_owned()));
    }
    if entries.is_empty() {
        return place;
    }
    let top = legend::legend(sheet, place, &entries) + BELOW;
    Place { top, ..place }
}

/// The period as read aloud, with what else is known of it.
pub(super) fn spoken(mut text: String, row: &Row, lang: Lang) -> String {
    if let Some(previous) = row.previous {
        let before = wording::word(Word::YearBefore, lang);
        text = format!("{text}, {before} {}", wording::count(previous, lang));
    }
    if let Some(change) = row.change {
        text = format!("{text}, {} {}", wording::word(Word::Difference, lang), wording::change(change, lang));
    }
    if row.provisional {
        text = format!("{text}, {}", wording::word(Word::Provisional, lang));
    }
    text
}
