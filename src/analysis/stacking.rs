//! How many different problems a case has, of the cases with any.

use super::{
    answers::MissingCounts,
    bands::Bands,
    distribution::{counted, indicator},
    filter::Rows,
    problems::Problems,
};
use crate::{
    cases::Cases,
    catalog::Lang,
    report::{Distribution, Figures, Indicator, Row},
    stats::Tally,
};

/// From so many problems on, cases are counted together.
pub(super) const MANY: u16 = 5;

/// Counts by number of problems.
#[derive(Debug, Clone, Default)]
pub(super) struct Stacks {
    sizes: Tally,
    missing: MissingCounts,
}

impl Stacks {
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let mut stacks = Self::default();
        let problems = Problems::of(cases, bands);
        rows.for_each(|case| match problems.of_case(case) {
            Ok(bits) => stacks.sizes.add(u16::try_from(bits.count_ones()).unwrap_or(MANY).min(MANY)),
            Err(reason) => stacks.missing.add(reason),
        });
        stacks
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        self.sizes.merge(&other.sizes);
        self.missing.merge(other.missing);
    }

    #[inline(never)]
    pub(super) fn finish(&self, id: &str, lang: Lang) -> Indicator {
        let n = self.sizes.total();
        let row = |size: u16| -> Row { counted(code(size), label(size, lang), self.sizes.count(size), n) };
        let distribution = Distribution {
            base: "cases".to_owned(),
            ordered: true,
            rows: (1..=MANY).map(row).collect(),
            ..Distribution::default()
        };
        indicator(id, n, self.missing, Figures::Distribution(distribution))
    }
}

/// `1`, …, `5+`.
pub(super) fn code(size: u16) -> String {
    if size == MANY { format!("{size}+") } else { size.to_string() }
}

fn label(size: u16, lang: Lang) -> String {
    match (size, lang) {
        (1, Lang::Nl) => "1 probleem".to_owned(),
        (1, Lang::En) => "1 problem".to_owned(),
        (MANY, Lang::Nl) => format!("{size} of meer problemen"),
        (MANY, Lang::En) => format!("{size} or more problems"),
        (_, Lang::Nl) => format!("{size} problemen"),
        (_, Lang::En) => format!("{size} problems"),
    }
}
