//! Sums of number fields.

use super::{answers::MissingCounts, distribution::indicator, filter::Rows};
use crate::{
    cases::{Cases, Column, Missing},
    catalog::{self, Field, IndicatorDef, Lang},
    report::{Figures, Indicator, TotalRow, Totals},
    stats::{Tally, mean},
};

/// Counts by number for each field. `n` is the number of cases with a number
/// in one field at least; the others are missing for the reason that the first
/// field of the indicator gives.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    fields: Vec<(&'static Field, Tally)>,
    known: u64,
    missing: MissingCounts,
}

impl Sums {
    pub(super) fn of(definition: &IndicatorDef, cases: &Cases, rows: &Rows) -> Self {
        let known_fields = || definition.fields.iter().filter_map(|id| catalog::field(id));
        let fields = known_fields().map(|field| (field, Tally::default())).collect();
        let columns: Vec<_> = known_fields().map(|field| cases.column(field.id)).collect();
        let mut sums = Self { fields, known: 0, missing: MissingCounts::default() };
        rows.for_each(|case| sums.add(&columns, case));
        sums
    }

    /// Counts one case.
    fn add(&mut self, columns: &[Option<&Column>], case: usize) {
        let mut reason = None;
        let mut known = false;
        for ((_, tally), column) in self.fields.iter_mut().zip(columns) {
            match number(*column, case) {
                Ok(number) => {
                    tally.add(number);
                    known = true;
                }
                Err(missing) => reason = reason.or(Some(missing)),
            }
        }
        if known {
            self.known += 1;
        } else {
            self.missing.add(reason.unwrap_or(Missing::Blank));
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for ((_, mine), (_, theirs)) in self.fields.iter_mut().zip(&other.fields) {
            mine.merge(theirs);
        }
        self.known += other.known;
        self.missing.merge(other.missing);
    }

    /// Only the fields that a file has.
    pub(super) fn finish(&self, id: &str, lang: Lang, has: impl Fn(&str) -> bool) -> Indicator {
        let row = |(field, tally): &(&Field, Tally)| TotalRow {
            code: field.id.to_owned(),
            label: field.label.text(lang).to_owned(),
            n: tally.total(),
            total: Some(tally.iter().map(|(number, count)| u64::from(number) * count).sum()),
            mean: mean(tally),
        };
        let rows = self.fields.iter().filter(|(field, _)| has(field.id)).map(row).collect();
        indicator(id, self.known, self.missing, Figures::Totals(Totals { rows }))
    }
}

fn number(column: Option<&Column>, case: usize) -> Result<u16, Missing> {
    match column {
        Some(Column::Numbers(numbers)) => numbers.get(case),
        _ => Err(Missing::Blank),
    }
}
