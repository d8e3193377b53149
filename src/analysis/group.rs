//! The counts of one selection of the cases.

use super::{
    REFERRAL,
    answers::day_of_key,
    coded::short,
    crosstab::Pairs,
    filter::{Rows, Selection},
    partial::{Counts, Ending},
    plan::{Plan, Second, can_give, unknown_indicator},
};
use crate::{
    cases::{Cases, Day},
    catalog::IndicatorDef,
    error::Result,
    report::{Figures, Indicator},
};

/// What a selection contributes to a report: counts that merge exactly.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) selected: u64,
    /// First and last day of referral.
    pub(super) referred: Option<(Day, Day)>,
    counts: Vec<(&'static IndicatorDef, Counts)>,
    crosstabs: Vec<Pairs>,
}

/// A selection, and what it is without the clauses on one of its fields; each worked out once.
pub(super) struct Masks {
    whole: Rows,
    aside: Vec<(&'static str, Rows)>,
}

impl Masks {
    /// The first selection of a request.
    pub(super) fn of(cases: &Cases, plan: &Plan) -> Self {
        let some = plan.keep_own && !plan.selection.is_empty();
        let aside = if some { Self::aside(cases, plan) } else { Vec::new() };
        Self { whole: plan.selection.rows(cases, &plan.bands, None), aside }
    }

    /// What the selection is without the clauses on each of its fields.
    #[inline(never)]
    fn aside(cases: &Cases, plan: &Plan) -> Vec<(&'static str, Rows)> {
        let mut aside: Vec<(&'static str, Rows)> = Vec::new();
        for id in plan.selection.ids().filter(|id| plan.keeps(id)) {
            if aside.iter().all(|(known, _)| *known != id) {
                aside.push((id, plan.selection.rows(cases, &plan.bands, Some(id))));
            }
        }
        aside
    }

    /// The second selection of a request, and what it shares with `first`, the first one.
    #[inline(never)]
    pub(super) fn of_second(cases: &Cases, plan: &Plan, second: &Second, first: &Self) -> (Self, Between) {
        let rows = |selection: &Selection| selection.rows(cases, &plan.bands, None);
        let (whole, between) = match second {
            Second::Selection(selection) => {
                let whole = rows(selection);
                let both = first.whole.shared(&whole);
                (whole, Between { both, neither: 0 })
            }
            Second::Rest => {
                let perhaps = rows(&plan.selection.or_unknown());
                let neither = perhaps.count() - first.whole.count();
                (perhaps.rest(cases), Between { both: 0, neither })
            }
        };
        (Self { whole, aside: Vec::new() }, between)
    }

    /// The cases for figures of this field: clauses on it left out where it keeps showing the whole.
    pub(super) fn rows(&self, own: Option<&str>) -> &Rows {
        let aside = self.aside.iter().find(|(field, _)| Some(*field) == own);
        aside.map_or(&self.whole, |(_, rows)| rows)
    }
}

/// How two selections lie beside each other.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Between {
    /// Cases in both.
    pub(super) both: u64,
    /// Of a rest: cases of which it is not known whether they are in the first.
    pub(super) neither: u64,
}

impl Between {
    pub(super) fn merge(&mut self, other: Self) {
        self.both += other.both;
        self.neither += other.neither;
    }
}

impl Group {
    pub(super) fn of(cases: &Cases, plan: &Plan, masks: &Masks) -> Self {
        let count = |definition: &&'static IndicatorDef| {
            Counts::of(definition, cases, masks, plan).map(|counts| (*definition, counts))
        };
        Self {
            selected: masks.whole.count(),
            referred: referred(cases, &masks.whole),
            counts: plan.indicators.iter().filter_map(count).collect(),
            crosstabs: if plan.crosstabs.is_empty() { Vec::new() } else { crosstabs(cases, plan, masks) },
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.selected += other.selected;
        self.referred = match (self.referred, other.referred) {
            (Some((from, to)), Some((other_from, other_to))) => {
                Some((from.min(other_from), to.max(other_to)))
            }
            (mine, theirs) => mine.or(theirs),
        };
        for ((_, mine), (_, theirs)) in self.counts.iter_mut().zip(&other.counts) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.crosstabs.iter_mut().zip(&other.crosstabs) {
            mine.merge(theirs);
        }
    }

    /// The indicators that the files can give.
    ///
    /// # Errors
    ///
    /// `request.unknown-indicator` when all were asked for by name and they can give none of them.
    pub(super) fn finish(&self, ending: &Ending<'_>) -> Result<Vec<Indicator>> {
        let plan = ending.plan;
        let mut indicators = Vec::new();
        for (definition, counts) in &self.counts {
            let given = can_give(definition, ending.has);
            let mut found = if given { counts.finish(definition.id, ending) } else { Vec::new() };
            if !found.is_empty() {
                if let Some(field) = plan.own_field(definition) {
                    found.iter_mut().for_each(|indicator| mark_chosen(indicator, plan, field));
                }
                indicators.append(&mut found);
            }
        }
        // Of several that were asked for, those that the files can't give are simply not there.
        if let (true, true, Some((wanted, _))) = (indicators.is_empty(), plan.by_name, self.counts.first()) {
            return Err(unknown_indicator(wanted.id));
        }
        if !self.crosstabs.is_empty() {
            self.finish_crosstabs(ending, &mut indicators);
        }
        Ok(indicators)
    }

    #[inline(never)]
    fn finish_crosstabs(&self, ending: &Ending<'_>, indicators: &mut Vec<Indicator>) {
        indicators.extend(self.crosstabs.iter().map(|pairs| pairs.finish(ending.lang)));
    }
}

#[inline(never)]
fn crosstabs(cases: &Cases, plan: &Plan, masks: &Masks) -> Vec<Pairs> {
    let pairs = plan.crosstabs.iter();
    pairs.map(|(row, column)| Pairs::of(row, column, cases, &masks.whole, &plan.bands)).collect()
}

/// Says which of the rows the filter chose.
#[inline(never)]
fn mark_chosen(indicator: &mut Indicator, plan: &Plan, field: &str) {
    let chosen = match &indicator.figures {
        Figures::Distribution(spread) => {
            let codes = spread.rows.iter().chain(&spread.years).map(|row| row.code.as_str());
            plan.selection.chosen(field, codes, &plan.bands)
        }
        Figures::Series(series) => {
            plan.selection.chosen(field, series.rows.iter().map(|row| row.code.as_str()), &plan.bands)
        }
        // A share has no rows: the codes of the answers themselves.
        _ => {
            let values = crate::catalog::field(field).map_or(&[][..], |field| field.values);
            plan.selection.chosen(field, values.iter().map(|value| value.code), &plan.bands)
        }
    };
    indicator.about.chosen.extend(chosen);
}

/// First and last day of referral of the selected cases.
fn referred(cases: &Cases, rows: &Rows) -> Option<(Day, Day)> {
    let answers = rows.answers(cases, REFERRAL);
    let mut days = answers.iter().filter_map(|(answer, _)| Some(day_of_key(short(answer.ok()?))));
    let first = days.next()?;
    // Days lie in the order of the calendar.
    Some((first, days.next_back().unwrap_or(first)))
}
