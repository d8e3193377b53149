//! Single years of age by geslacht, unknown and other included: the pyramid.

use super::{
    AGE, MISSING_CODE,
    ages::year_label,
    bands::Bands,
    coded::{Coded, NONE, known, short},
    filter::Rows,
};
use crate::{
    cases::Cases,
    catalog::{self, Field, Lang, Role},
    report::{Crosstab, CrosstabCell, CrosstabColumn, CrosstabRow},
    stats::Tally,
};

/// The field of the columns.
const GENDER: &str = "geslacht";

/// Counts by year of age of the cases whose age is known, one for each column.
#[derive(Debug, Clone, Default)]
pub(super) struct Pyramid(Vec<Tally>);

impl Pyramid {
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let Some(gender) = catalog::field(GENDER) else { return Self::default() };
        let mut columns = vec![Tally::default(); gender.values.len()];
        let unknown = place_of_unknown(gender);
        let (mut genders, mut ages) = (Coded::answers(cases, gender, bands), Coded::numbers(cases, AGE));
        for block in rows.blocks(cases) {
            for (&gender, &years) in genders.read(&block).iter().zip(ages.read(&block)) {
                let place = if gender < NONE { Some(gender as usize) } else { unknown };
                let column = place.and_then(|place| columns.get_mut(place));
                if let (Ok(years), Some(column)) = (known(years), column) {
                    column.add(short(years));
                }
            }
        }
        Self(columns)
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    /// `None` when no file has the field. Rows are the years from the youngest to the oldest.
    #[inline(never)]
    pub(super) fn finish(&self, lang: Lang, has: &dyn Fn(&str) -> bool) -> Option<Crosstab> {
        let gender = catalog::field(GENDER).filter(|field| has(field.id))?;
        let mut years = Tally::default();
        self.0.iter().for_each(|column| years.merge(column));
        let mut known = years.iter().map(|(years, _)| years);
        let range = known.next().map(|first| first..=known.next_back().unwrap_or(first));
        let columns = gender.values.iter().zip(&self.0);
        let row = |age: u16| CrosstabRow {
            code: age.to_string(),
            label: year_label(age, lang),
            cells: columns
                .clone()
                .map(|(value, column)| CrosstabCell {
                    code: value.code.to_owned(),
                    count: Some(column.count(age)),
                    status: None,
                })
                .collect(),
            total: Some(years.count(age)),
        };
        Some(Crosstab {
            row: AGE.to_owned(),
            column: gender.id.to_owned(),
            rows: range.into_iter().flatten().map(row).collect(),
            columns: columns
                .clone()
                .map(|(value, column)| CrosstabColumn {
                    code: value.code.to_owned(),
                    label: value.label.text(lang).to_owned(),
                    total: Some(column.total()),
                })
                .collect(),
            total: years.total(),
        })
    }
}

/// The column of the cases without an answer.
fn place_of_unknown(gender: &Field) -> Option<usize> {
    gender.values.iter().position(|value| value.role == Role::Unknown && value.code == MISSING_CODE)
}
