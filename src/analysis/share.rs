//! The part of the known answers that count as yes.

use super::{
    AGE,
    ages::Ages,
    answers::{Answer, MissingCounts, Reader},
    bands::Bands,
    distribution::{indicator, part},
    filter::Rows,
};
use crate::{
    cases::Cases,
    catalog::{Field, IndicatorDef},
    report::{Figures, Indicator, Share},
};

/// From this age a child is nearly of age (`bijna_18`).
pub(super) const NEARLY_ADULT_YEARS: u16 = 17;

/// Counts of the known answers and of those that count as yes.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) known: u64,
    pub(super) yes: u64,
    pub(super) missing: MissingCounts,
}

impl Part {
    /// Of the indicator's main field: its codes, or for `leeftijd` the age.
    pub(super) fn of(
        definition: &IndicatorDef,
        field: &'static Field,
        cases: &Cases,
        rows: &Rows,
        bands: &Bands,
    ) -> Self {
        if field.id == AGE {
            return Self::of_ages(&Ages::of(cases, rows));
        }
        let wanted = wanted_bits(definition, field);
        let reader = Reader::of(field, cases, bands);
        let mut part = Self::default();
        for (answer, times) in rows.answers(cases, field.id) {
            part.add(reader.answer(answer), wanted, times);
        }
        part
    }

    fn of_ages(ages: &Ages) -> Self {
        let old_enough = ages.years.iter().filter(|&(years, _)| years >= NEARLY_ADULT_YEARS);
        Self {
            known: ages.years.total(),
            yes: old_enough.map(|(_, count)| count).sum(),
            missing: ages.missing,
        }
    }

    /// Counts cases with this answer.
    fn add(&mut self, answer: Answer, wanted: u32, times: u64) {
        let bits = match answer {
            Answer::None(reason) => return self.missing.add_times(reason, times),
            Answer::One(key) => 1u32.checked_shl(u32::from(key)).unwrap_or(0),
            Answer::Several(bits) => bits,
        };
        self.known += times;
        self.yes += if bits & wanted == 0 { 0 } else { times };
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.known += other.known;
        self.yes += other.yes;
        self.missing.merge(other.missing);
    }

    pub(super) fn finish(&self, id: &str) -> Indicator {
        let share = Share { count: Some(self.yes), share: part(self.yes, self.known), status: None };
        indicator(id, self.known, self.missing, Figures::Share(share))
    }
}

/// A bit for each value that counts as yes.
pub(super) fn wanted_bits(definition: &IndicatorDef, field: &Field) -> u32 {
    let chosen = (0u32..).zip(field.values).filter(|(_, value)| definition.codes.contains(&value.code));
    chosen.fold(0, |bits, (place, _)| bits | 1u32.checked_shl(place).unwrap_or(0))
}
