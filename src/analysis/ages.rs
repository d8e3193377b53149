//! Ages: bands, single years, mean and median.

use super::{
    AGE,
    answers::MissingCounts,
    distribution::{counted, indicator},
    filter::Rows,
};
use crate::{
    cases::{Cases, Column, Missing},
    catalog::{AGE_BANDS, Lang},
    report::{Distribution, Figures, Indicator, Row, Summary},
    stats::{Tally, mean, quantile},
};

/// Counts by whole year of age.
#[derive(Debug, Clone, Default)]
pub(super) struct Ages {
    pub(super) years: Tally,
    pub(super) missing: MissingCounts,
}

impl Ages {
    pub(super) fn of(cases: &Cases, rows: &Rows) -> Self {
        let mut ages = Self::default();
        match cases.column(AGE) {
            Some(Column::Numbers(numbers)) => rows.for_each(|case| ages.add(numbers.get(case))),
            _ => rows.for_each(|_| ages.add(Err(Missing::Blank))),
        }
        ages
    }

    /// Counts one case. An age that no band holds is not taken as an age.
    pub(super) fn add(&mut self, age: Result<u16, Missing>) {
        match age {
            Ok(years) if AGE_BANDS.iter().any(|band| (band.from..=band.to).contains(&years)) => {
                self.years.add(years);
            }
            Ok(_) => self.missing.add(Missing::Unrecognised),
            Err(reason) => self.missing.add(reason),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.years.merge(&other.years);
        self.missing.merge(other.missing);
    }

    pub(super) fn finish(&self, id: &str, lang: Lang) -> Indicator {
        let n = self.years.total();
        let band_rows = AGE_BANDS.iter().map(|band| {
            let inside = |&(years, _): &(u16, u64)| (band.from..=band.to).contains(&years);
            let count = self.years.iter().filter(inside).map(|(_, count)| count).sum();
            counted(band.code.to_owned(), band.label.text(lang).to_owned(), count, n)
        });
        let distribution = Distribution {
            base: "cases".to_owned(),
            multiple: false,
            ordered: true,
            rows: band_rows.collect(),
            years: self.single_years(n, lang),
            summary: Some(Summary {
                mean: mean(&self.years),
                median: quantile(&self.years, 1, 2),
                ..Summary::default()
            }),
            pyramid: None,
        };
        indicator(id, n, self.missing, Figures::Distribution(distribution))
    }

    fn single_years(&self, n: u64, lang: Lang) -> Vec<Row> {
        let mut known = self.years.iter().map(|(years, _)| years);
        let Some(youngest) = known.next() else { return Vec::new() };
        let oldest = known.next_back().unwrap_or(youngest);
        let row = |years: u16| counted(years.to_string(), label(years, lang), self.years.count(years), n);
        (youngest..=oldest).map(row).collect()
    }
}

fn label(years: u16, lang: Lang) -> String {
    match (lang, years) {
        (Lang::Nl, _) => format!("{years} jaar"),
        (Lang::En, 1) => "1 year".to_owned(),
        (Lang::En, _) => format!("{years} years"),
    }
}
