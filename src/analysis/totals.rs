//! Sums of number fields.

use super::{
    answers::MissingCounts,
    coded::{Coded, NONE, known, none, short},
    distribution::indicator,
    filter::Rows,
};
use crate::{
    cases::{BLOCK, Cases, Missing},
    catalog::{self, Field, IndicatorDef, Kind, Lang},
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
        let mut sums = Self { fields, known: 0, missing: MissingCounts::default() };
        let mut columns: Vec<_> = known_fields().map(|field| Coded::numbers(cases, field.id)).collect();
        if columns.iter().all(Coded::is_absent) {
            sums.missing.add_times(Missing::of_absent(Kind::Number), rows.count());
            return sums;
        }
        // Of each case a number, or why the first field has none.
        let mut seen = vec![0; BLOCK];
        for block in rows.blocks(cases) {
            let seen = seen.get_mut(..block.len()).unwrap_or_default();
            seen.fill(none(Missing::Blank));
            for (place, ((_, tally), column)) in sums.fields.iter_mut().zip(&mut columns).enumerate() {
                add_numbers(column.read(&block), tally, seen, place == 0);
            }
            sums.add(seen);
        }
        sums
    }

    /// Counts the cases of a block.
    #[cfg_attr(hot, optimize(speed))]
    fn add(&mut self, seen: &[u32]) {
        for &code in seen {
            match known(code) {
                Ok(_) => self.known += 1,
                Err(reason) => self.missing.add(reason),
            }
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

/// Counts the numbers of one field, and notes which cases have one.
#[cfg_attr(hot, optimize(speed))]
fn add_numbers(numbers: &[u32], tally: &mut Tally, seen: &mut [u32], first: bool) {
    for (&number, seen) in numbers.iter().zip(seen) {
        if number < NONE {
            tally.add(short(number));
        }
        if number < NONE || first {
            *seen = number;
        }
    }
}
