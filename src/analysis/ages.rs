//! Ages: bands, single years, mean and median.

use super::{
    AGE,
    answers::MissingCounts,
    bands::{AgeBand, Bands},
    coded::short,
    distribution::{counted, indicator},
    filter::Rows,
};
use crate::{
    cases::{Cases, Missing},
    catalog::Lang,
    report::{Crosstab, Distribution, Figures, Indicator, Row, Summary},
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
        for (age, times) in rows.answers(cases, AGE) {
            ages.add(age.map(short), times);
        }
        ages
    }

    /// Counts cases of one age. Every age is in a band: the youngest begins at 0, the oldest is open.
    pub(super) fn add(&mut self, age: Result<u16, Missing>, times: u64) {
        match age {
            Ok(years) => self.years.add_times(years, times),
            Err(reason) => self.missing.add_times(reason, times),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.years.merge(&other.years);
        self.missing.merge(other.missing);
    }

    pub(super) fn finish(&self, id: &str, lang: Lang, bands: &Bands, pyramid: Option<Crosstab>) -> Indicator {
        let n = self.years.total();
        let band_rows = bands.ages().iter().map(|&band: &AgeBand| {
            let inside = |&(years, _): &(u16, u64)| band.holds(years);
            let count = self.years.iter().filter(inside).map(|(_, count)| count).sum();
            counted(band.code(), band.label(lang), count, n)
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
            pyramid,
        };
        indicator(id, n, self.missing, Figures::Distribution(distribution))
    }

    fn single_years(&self, n: u64, lang: Lang) -> Vec<Row> {
        let mut known = self.years.iter().map(|(years, _)| years);
        let Some(youngest) = known.next() else { return Vec::new() };
        let oldest = known.next_back().unwrap_or(youngest);
        let row =
            |years: u16| counted(years.to_string(), year_label(years, lang), self.years.count(years), n);
        (youngest..=oldest).map(row).collect()
    }
}

pub(super) fn year_label(years: u16, lang: Lang) -> String {
    match (lang, years) {
        (Lang::Nl, _) => format!("{years} jaar"),
        (Lang::En, 1) => "1 year".to_owned(),
        (Lang::En, _) => format!("{years} years"),
    }
}
