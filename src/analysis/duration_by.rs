//! Lead times by the answers in another field: what the team did, and the region.
//!
//! What a case is (closed, open, neither) is as in `duration`. A case with
//! several answers counts in the group of each; one without an answer in none.

use super::{
    REFERRAL,
    answers::Axis,
    bands::Bands,
    coded::{Coded, NONE, has_several, short},
    duration::{Stand, Standing, Stands, censored, curve},
    filter::Rows,
};
use crate::{
    cases::{Block, Cases, Day},
    catalog::{self, Field, Kind, Lang},
    listed::Listed,
    report::{DurationBy, DurationGroup, Summary},
    stats::{Tally, kaplan_meier, mean, quantile},
};

/// The fields whose answers are the groups.
const BY: [&str; 2] = ["actie", "regio"];
/// Fewest groups with cases that can be compared.
const FEWEST_GROUPS: usize = 2;

/// Lead times by the answers in each of [`BY`].
#[derive(Debug, Clone)]
pub(super) struct ByField(Vec<Groups>);

/// Lead times by the answers in one field.
#[derive(Debug, Clone)]
struct Groups {
    axis: Axis,
    /// By key of the axis.
    times: Vec<Times>,
}

/// The lead times of one group.
#[derive(Debug, Clone, Default)]
struct Times {
    /// Closed cases by number of days.
    closed: Tally,
    /// Open cases by day of referral; a list, for there is one for each group.
    open: Listed<u16, u64>,
}

impl ByField {
    #[inline(never)]
    pub(super) fn of(cases: &Cases, rows: &Rows, reference: Option<Day>, bands: &Bands) -> Self {
        let fields = || BY.iter().filter_map(|id| catalog::field(id));
        let mut counts: Vec<_> = fields().map(|field| Counts::of(field, cases, bands)).collect();
        let mut stands = Stands::of(cases, reference);
        for block in rows.blocks(cases) {
            let standing = stands.read(&block);
            counts.iter_mut().for_each(|counts| counts.add(&block, &standing));
        }
        let groups = |(field, counts): (_, Counts<'_>)| Groups {
            axis: Axis::of(field, cases, bands),
            times: counts.times.iter().map(|times| times.finish(counts.last)).collect(),
        };
        Self(fields().zip(counts).map(groups).collect())
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            let key_here = mine.axis.adopt(&theirs.axis);
            for (key, times) in (0..).zip(&theirs.times) {
                mine.time(key_here(key)).merge(times);
            }
        }
    }

    /// The fields that a file has and that give groups to compare.
    #[inline(never)]
    pub(super) fn finish(
        &self,
        lang: Lang,
        reference: Option<Day>,
        has: &dyn Fn(&str) -> bool,
    ) -> Vec<DurationBy> {
        let there = self.0.iter().filter(|groups| has(groups.axis.field().id));
        let by = there.map(|groups| groups.finish(lang, reference));
        by.filter(|by| by.groups.len() >= FEWEST_GROUPS).collect()
    }
}

/// Counts lead times by the answers in one field.
struct Counts<'a> {
    answers: Coded<'a>,
    several: bool,
    /// The last day of referral, as a key.
    last: u16,
    /// By key of the answer.
    times: Vec<Counted>,
}

/// The lead times of one group, while they are counted.
#[derive(Clone, Default)]
struct Counted {
    closed: Tally,
    /// Open cases by days from their referral to the last one in the data.
    open: Tally,
}

impl<'a> Counts<'a> {
    fn of(field: &'static Field, cases: &'a Cases, bands: &Bands) -> Self {
        let last = Rows::all(cases).answers(cases, REFERRAL).iter().filter_map(|(day, _)| day.ok()).max();
        Self {
            answers: Coded::answers(cases, field, bands),
            several: has_several(field),
            last: short(last.unwrap_or(0)),
            times: Vec::new(),
        }
    }

    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn add(&mut self, block: &Block<'_>, standing: &Standing<'_>) {
        let Self { answers, several, last, times } = self;
        for (&code, stand) in answers.read(block).iter().zip(standing.iter()) {
            if code >= NONE {
                continue;
            }
            let mut bits = code;
            let mut key = if *several { bits.trailing_zeros() } else { code };
            loop {
                let place = key as usize;
                if times.len() <= place {
                    times.resize_with(place + 1, Counted::default);
                }
                if let Some(times) = times.get_mut(place) {
                    times.add(stand, *last);
                }
                bits &= bits.wrapping_sub(1);
                if !*several || bits == 0 {
                    break;
                }
                key = bits.trailing_zeros();
            }
        }
    }
}

impl Counted {
    #[inline]
    fn add(&mut self, stand: Stand, last: u16) {
        match stand {
            Stand::Closed(_, days) => self.closed.add(days),
            Stand::Open(referral) => self.open.add(last.saturating_sub(referral)),
            Stand::Excluded | Stand::Missing(_) => {}
        }
    }

    fn finish(&self, last: u16) -> Times {
        let open = self.open.iter().rev().map(|(ago, count)| (last.saturating_sub(ago), count));
        Times { closed: self.closed.clone(), open: open.collect() }
    }
}

impl Groups {
    /// The lead times of the group with this key.
    fn time(&mut self, key: u16) -> &mut Times {
        let place = usize::from(key);
        if self.times.len() <= place {
            self.times.resize_with(place + 1, Times::default);
        }
        #[expect(clippy::indexing_slicing, reason = "made long enough just now")]
        &mut self.times[place]
    }

    fn finish(&self, lang: Lang, reference: Option<Day>) -> DurationBy {
        let mut sizes = Tally::default();
        for (key, times) in (0..).zip(&self.times) {
            sizes.add_times(key, times.closed.total() + times.open_cases());
        }
        let keys = self.axis.in_order(&sizes).into_iter();
        let groups = keys.filter_map(|key| {
            let times = self.times.get(usize::from(key))?;
            let closed = &times.closed;
            let open = times.open.iter().map(|(&day, &count)| (day, count));
            Some(DurationGroup {
                code: self.axis.code(key),
                label: self.axis.label(key, lang),
                n: closed.total(),
                open: times.open_cases(),
                summary: Summary {
                    mean: mean(closed),
                    median: quantile(closed, 1, 2),
                    p90: quantile(closed, 9, 10),
                },
                kaplan_meier: kaplan_meier(closed, &censored(open, reference)).map(curve),
                status: None,
            })
        });
        let field = self.axis.field();
        DurationBy {
            field: field.id.to_owned(),
            multiple: field.kind == Kind::Many,
            groups: groups.collect(),
        }
    }
}

impl Times {
    fn merge(&mut self, other: &Self) {
        self.closed.merge(&other.closed);
        other.open.iter().for_each(|(&day, &count)| *self.open.entry(day) += count);
    }

    fn open_cases(&self) -> u64 {
        self.open.values().sum()
    }
}
