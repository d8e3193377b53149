//! How many different problems a case has, of the cases with any.
//!
//! Only cases whose file asked for all that the fullest of the files asked for: one
//! that was never asked for further problems would seem to have one. The others are missing.

use super::{
    answers::MissingCounts,
    bands::Bands,
    coded::{known, short},
    distribution::{counted, indicator},
    filter::Rows,
    problems::{Asked, Lists, Problems},
};
use crate::{
    cases::{Cases, Missing},
    catalog::{Lang, PROBLEM_FIELDS},
    report::{Distribution, Figures, Indicator, Row},
    stats::Tally,
};

/// From so many problems on, cases are counted together.
pub(super) const MANY: u16 = 5;

/// More than any number of problems that is counted apart.
const WIDTH: u16 = MANY + 1;

/// Counts by the fields that the case's file has, and by number of problems.
#[derive(Debug, Clone, Default)]
pub(super) struct Stacks {
    /// The fields' list times [`WIDTH`], and the number.
    sizes: Tally,
    lists: Lists,
    missing: MissingCounts,
}

impl Stacks {
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let (mut problems, asked) = (Problems::of(cases, bands), Asked::of(cases, &PROBLEM_FIELDS));
        let mut stacks = Self { lists: asked.lists(), ..Self::default() };
        for block in rows.blocks(cases) {
            stacks.add(problems.read(&block), u16::from(asked.list_of(block.source)) * WIDTH);
        }
        stacks
    }

    /// Counts cases of files with the list that begins at `base`.
    #[cfg_attr(hot, optimize(speed))]
    fn add(&mut self, problems: &[u32], base: u16) {
        for &code in problems {
            match known(code) {
                Ok(bits) => self.sizes.add(base + short(bits.count_ones()).min(MANY)),
                Err(reason) => self.missing.add(reason),
            }
        }
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        self.sizes.merge(&other.sizes);
        self.lists.merge(other.lists);
        self.missing.merge(other.missing);
    }

    #[inline(never)]
    pub(super) fn finish(&self, id: &str, lang: Lang) -> Indicator {
        let base = u16::from(self.lists.fullest()) * WIDTH;
        let count = |size: u16| self.sizes.count(base + size);
        let n = (1..=MANY).map(count).sum();
        let mut missing = self.missing;
        missing.add_times(Missing::Blank, self.sizes.total() - n);
        let row = |size: u16| -> Row { counted(code(size), label(size, lang), count(size), n) };
        let distribution = Distribution {
            base: "cases".to_owned(),
            ordered: true,
            rows: (1..=MANY).map(row).collect(),
            ..Distribution::default()
        };
        indicator(id, n, missing, Figures::Distribution(distribution))
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
