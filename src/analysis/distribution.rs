//! How the answers of one field are spread.

use super::{
    answers::{Answer, Axis, MissingCounts, Reader},
    bands::Bands,
    filter::Rows,
};
use crate::{
    cases::Cases,
    catalog::{self, Field, Kind, Lang},
    report::{About, Distribution, Figures, Indicator, Row},
    stats::Tally,
};

/// Counts by code of one field.
#[derive(Debug, Clone)]
pub(super) struct Spread {
    axis: Axis,
    counts: Tally,
    known: u64,
    missing: MissingCounts,
}

impl Spread {
    pub(super) fn new(field: &'static Field, cases: &Cases, bands: &Bands) -> Self {
        let axis = Axis::of(field, cases, bands);
        Self { axis, counts: Tally::default(), known: 0, missing: MissingCounts::default() }
    }

    pub(super) fn of(field: &'static Field, cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let mut spread = Self::new(field, cases, bands);
        let reader = Reader::of(field, cases, bands);
        for (answer, times) in rows.answers(cases, field.id) {
            spread.add(reader.answer(answer), times);
        }
        spread
    }

    /// Counts cases with this answer.
    pub(super) fn add(&mut self, answer: Answer, times: u64) {
        match answer {
            Answer::None(reason) => self.missing.add_times(reason, times),
            known => {
                self.known += times;
                known.for_each(|key| self.counts.add_times(key, times));
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        let key_here = self.axis.adopt(&other.axis);
        other.counts.iter().for_each(|(key, count)| self.counts.add_times(key_here(key), count));
        self.known += other.known;
        self.missing.merge(other.missing);
    }

    /// The answers in the order of drawing, as parts of `n`.
    pub(super) fn rows(&self, n: u64, lang: Lang) -> Vec<Row> {
        let row = |key| {
            let (code, label) = (self.axis.code(key), self.axis.label(key, lang));
            counted(code, label, self.counts.count(key), n)
        };
        self.axis.in_order(&self.counts).into_iter().map(row).collect()
    }

    pub(super) fn finish(&self, id: &str, lang: Lang) -> Indicator {
        let distribution = Distribution {
            base: "cases".to_owned(),
            multiple: self.axis.field().kind == Kind::Many,
            ordered: self.axis.is_ordered(),
            rows: self.rows(self.known, lang),
            ..Distribution::default()
        };
        indicator(id, self.known, self.missing, Figures::Distribution(distribution))
    }
}

/// A row with its part of `n`.
pub(super) fn counted(code: String, label: String, count: u64, n: u64) -> Row {
    Row { code, label, count: Some(count), share: part(count, n), ..Row::default() }
}

/// A fraction of `n`; none of nothing.
pub(super) fn part(count: u64, n: u64) -> Option<f64> {
    (n > 0).then(|| count as f64 / n as f64)
}

/// An indicator that has no words yet.
pub(super) fn indicator(id: &str, n: u64, missing: MissingCounts, figures: Figures) -> Indicator {
    let missing_by = missing.by_reason();
    let about = About {
        id: id.to_owned(),
        label: None,
        n,
        missing: missing.total(),
        missing_by,
        missing_status: None,
        of_known: catalog::indicator(id).is_some_and(|known| known.of_known),
        chosen: Vec::new(),
    };
    Indicator { about, figures, words: None }
}
