//! A publication: exact figures of a fixed list of views in, protected figures out, or nothing.
//!
//! Every published count is a cell or a sum of a two-way table, an axis (the answers of one indicator) against the
//! split (the field of whose values there is a state each) or against another axis. Tables share nothing but their
//! sums. Each table is made safe for an outsider who knows these sums, so what one table tells of another adds
//! nothing: each safe is all safe (`docs/protection.md`). Knows no case and makes no sentence.

mod axis;
mod columns;
mod derived;
mod figures;
mod grid;
mod grouping;
mod joined;
mod labels;
mod merge;
mod previous;
mod several;
pub mod why;

pub use merge::merge;
pub use previous::before;

use super::{Released, limits::Policy};
use crate::{
    catalog::Lang,
    error::{self, Code, Error},
    report::{
        Audit, Before, CaseCount, Clause, ClosedPeriods, Figures, Indicator, LeftOut, Limits, Merged,
        PUBLICATION, Period, Protection, Publication, Report, SCHEMA, ShareOf, SplitField, State, Unit,
    },
};
use axis::{Axis, Shape};
use columns::Columns;
use figures::Part;
use grid::Grid;

/// The exact figures that a publication is made of: never shown, never kept.
#[derive(Debug)]
pub struct Exact<'a> {
    /// Of all cases in the periods.
    pub base: &'a Report,
    /// Of the cases with one value of the split.
    pub states: Vec<ExactState<'a>>,
}

/// The exact figures of one state.
#[derive(Debug)]
pub struct ExactState<'a> {
    /// Code of the value; for a place its name.
    pub code: String,
    /// What people read.
    pub label: String,
    /// The figures.
    pub report: &'a Report,
}

/// One view on the list.
#[derive(Debug, Clone)]
pub struct View {
    /// The indicator's id.
    pub indicator: String,
    /// Small answers are hidden, not put together.
    pub keep_apart: bool,
    /// It is shown for each state as well.
    pub by_state: bool,
    /// Its answers are names of places, from the file: names of few are not shown.
    pub place: bool,
    /// A field of which each value holds some of these places, as everyone knows.
    pub within: Option<String>,
    /// Codes of answers that come last.
    pub rest: Vec<String>,
    /// It follows from the answers of another indicator.
    pub kin: Option<Kin>,
    /// Language of the labels that are made.
    pub lang: Lang,
}

/// What an indicator follows from.
#[derive(Debug, Clone)]
pub struct Kin {
    /// The other indicator.
    pub indicator: String,
    /// The answers of that one that count here; none when that can't be told.
    pub codes: Option<Vec<String>>,
}

/// What is asked of a publication, and what is told of it as it is.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// The limits.
    pub policy: Policy,
    /// The views, in the order in which they are shown.
    pub views: Vec<View>,
    /// The field of the states.
    pub split: Option<SplitField>,
    /// The periods.
    pub period: ClosedPeriods,
    /// What it is called.
    pub title: String,
    /// Name and version of the engine.
    pub engine: String,
    /// Language of its labels and sentences.
    pub lang: String,
    /// The day on which it is made.
    pub made: Option<String>,
    /// Views that were asked for and can't be published.
    pub left_out: Vec<LeftOut>,
    /// The publication before this one.
    pub previous: Option<&'a Before>,
}

/// Protects and audits; what comes out may be shown to anyone.
///
/// # Errors
///
/// [`Code::TooFewToPublish`] for fewer cases than the policy's minimum or no view that can be shown, [`Code::Previous`] with the word
/// `indicator` where a view beside the previous publication would tell too much.
pub fn publish(exact: &Exact<'_>, wish: &Wish<'_>) -> error::Result<Released<Publication>> {
    if exact.base.cases.selected < wish.policy.minimum() {
        return Err(Error::new(Code::TooFewToPublish).with_number("limit", wish.policy.minimum()));
    }
    let mut made = Made::of(exact, wish);
    made.protect_all(exact, wish);
    let publication = made.finish(exact, wish)?;
    if let Some(previous) = wish.previous {
        previous::check(previous, &publication)?;
    }
    Ok(Released(publication))
}

/// A publication in the making.
struct Made {
    whole: Columns,
    split: Option<Columns>,
    audit: Audit,
    merged: Vec<Merged>,
    left_out: Vec<LeftOut>,
    /// The grids so far, with the id of each.
    grids: Vec<(String, Grid)>,
    base: Vec<Indicator>,
    /// By state of `exact`.
    states: Vec<Vec<Indicator>>,
}

impl Made {
    fn of(exact: &Exact<'_>, wish: &Wish<'_>) -> Self {
        let split = wish.split.as_ref().and_then(|_| Columns::of(exact, &wish.policy));
        let mut left_out = wish.left_out.clone();
        if let Some(field) = &wish.split {
            match &split {
                None => left_out.push(left(&field.field, None, why::NO_SPLIT)),
                Some(columns) => left_out.extend(columns.left_out(exact, &field.field)),
            }
        }
        Self {
            whole: Columns::whole(exact, &wish.policy),
            split,
            audit: Audit { previous: wish.previous.is_some(), ..Audit::default() },
            merged: Vec::new(),
            left_out,
            grids: Vec::new(),
            base: Vec::new(),
            states: exact.states.iter().map(|_| Vec::new()).collect(),
        }
    }

    fn protect_all(&mut self, exact: &Exact<'_>, wish: &Wish<'_>) {
        for view in &wish.views {
            let is_month =
                |figures: &Figures| matches!(figures, Figures::Series(series) if series.unit == Unit::Month);
            let all = exact.base.indicators.iter();
            // Of referrals one length of period: the shortest of which nothing has to be put together or hidden.
            let mut why = Err(why::FORM);
            for indicator in all.filter(|one| one.about.id == view.indicator && !is_month(&one.figures)) {
                if why.is_err() {
                    why = self.protect(indicator, view, exact, wish);
                }
            }
            if let Err(why) = why {
                self.left_out.push(left(&view.indicator, None, why));
            }
        }
    }

    /// Protects one view and takes it up.
    fn protect(
        &mut self,
        indicator: &Indicator,
        view: &View,
        exact: &Exact<'_>,
        wish: &Wish<'_>,
    ) -> Result<(), &'static str> {
        let axis = Axis::of(indicator, exact).ok_or(why::FORM)?;
        let grid = self.grid(&axis, view, exact, wish)?;
        self.show(&axis, grid, view, exact, wish)
    }

    fn grid(
        &mut self,
        axis: &Axis<'_>,
        view: &View,
        exact: &Exact<'_>,
        wish: &Wish<'_>,
    ) -> Result<Grid, &'static str> {
        if let Some(kin) = &view.kin
            && let Some((_, grid)) = self.grids.iter().find(|(id, _)| *id == kin.indicator)
        {
            return derived::of(axis, grid, kin).ok_or(why::KIN);
        }
        let by =
            |id: &str| self.split.is_some() && wish.split.as_ref().is_some_and(|split| split.field == id);
        if view.kin.as_ref().is_some_and(|kin| by(&kin.indicator)) {
            return Err(why::KIN);
        }
        let is_split = by(&view.indicator);
        if let (true, Some(split)) = (is_split, &self.split) {
            return Ok(derived::of_split(axis, split, view, exact));
        }
        let columns = (&self.whole, self.split.as_ref());
        if matches!(axis.shape, Shape::Several | Shape::Share) {
            return several::of(axis, view, columns, &wish.policy, &mut self.audit);
        }
        let mut audit = self.audit;
        let (grid, groups) = grid::of_answers(axis, view, columns, &wish.policy, &mut audit)?;
        let is_finer = matches!(axis.shape, Shape::Series(unit) if unit != Unit::Year);
        let is_whole = grid.lines.iter().all(|line| line.total.is_some());
        let is_merged = groups.iter().any(|group| group.codes.len() > 1);
        if is_finer && (is_merged || !is_whole) {
            return Err(why::WHOLE);
        }
        if view.within.as_ref().is_some_and(|outer| !self.is_safe_within(outer, &grid, wish)) {
            return Err(why::KIN);
        }
        self.audit = audit;
        let told = grouping::told(&groups, view);
        if !told.is_empty() {
            self.merged.push(Merged { indicator: view.indicator.clone(), groups: told });
        }
        Ok(grid)
    }

    /// Everyone knows in which of the outer field's values a place lies: the sums of these tell of the places that are
    /// not named, unless these were looked at together.
    fn is_safe_within(&self, outer: &str, grid: &Grid, wish: &Wish<'_>) -> bool {
        let is_split = wish.split.as_ref().is_some_and(|split| split.field == outer);
        let is_listed = wish.views.iter().any(|view| view.indicator == outer);
        (is_split && grid.by_state) || !(is_listed || (is_split && self.split.is_some()))
    }

    /// Takes up the figures of a grid, of all cases and of each state.
    fn show(
        &mut self,
        axis: &Axis<'_>,
        grid: Grid,
        view: &View,
        exact: &Exact<'_>,
        wish: &Wish<'_>,
    ) -> Result<(), &'static str> {
        let part = Part { column: None, cases: self.whole.total, exact: axis.indicator };
        self.base.push(figures::of(axis, &grid, part, view, &wish.policy).ok_or(why::FEW)?);
        let split = self.split.clone().filter(|_| grid.by_state);
        let is_split = wish.split.as_ref().is_some_and(|split| split.field == view.indicator);
        if split.is_none() && self.split.is_some() && !is_split {
            self.left_out.push(left(&view.indicator, None, why::BY_STATE));
        }
        for (column, group) in split.iter().flat_map(|split| split.groups.iter().enumerate()) {
            let Some(state) = group.state else { continue };
            let Some(exact) = exact.states.get(state) else { continue };
            let Some(own) = axis::same_in(exact.report, axis.indicator) else { continue };
            let part = Part { column: Some(column), cases: group.total, exact: own };
            match figures::of(axis, &grid, part, view, &wish.policy) {
                Some(indicator) => {
                    self.states.get_mut(state).into_iter().for_each(|list| list.push(indicator.clone()))
                }
                None => self.left_out.push(left(&view.indicator, Some(&exact.code), why::FEW)),
            }
        }
        self.grids.push((view.indicator.clone(), grid));
        Ok(())
    }

    fn finish(self, exact: &Exact<'_>, wish: &Wish<'_>) -> error::Result<Publication> {
        if self.base.is_empty() {
            return Err(Error::new(Code::TooFewToPublish).with_number("limit", wish.policy.minimum()));
        }
        let mut states = Vec::new();
        let groups = self.split.iter().flat_map(|split| &split.groups);
        for (place, group) in groups.filter_map(|group| Some((group.state?, group))) {
            let (Some(state), Some(indicators)) = (exact.states.get(place), self.states.get(place)) else {
                continue;
            };
            let field = wish.split.as_ref().map(|split| split.field.clone()).unwrap_or_default();
            let filter = vec![Clause { field, values: vec![state.code.clone()] }];
            let report = report(indicators.clone(), group.total, filter, wish);
            states.push(State { code: state.code.clone(), label: state.label.clone(), report });
        }
        // In the order of what is seen: that of the exact counts would tell which of two is larger.
        let states = crate::listed::in_order(states, |a, b| {
            let cases = |state: &State| state.report.cases.selected;
            cases(b).cmp(&cases(a)).then_with(|| a.label.cmp(&b.label))
        });
        let regions = regions(&self.base, exact.base);
        let policy = &wish.policy;
        Ok(Publication {
            schema: PUBLICATION.to_owned(),
            engine: wish.engine.clone(),
            lang: wish.lang.clone(),
            title: wish.title.clone(),
            preset: policy.preset().name().to_owned(),
            policy: Limits {
                minimum: policy.minimum(),
                base: policy.base(),
                percent_from: policy.percent_from(),
                median_from: policy.median_from(),
                quartiles_from: policy.quartiles_from(),
                p90_from: policy.p90_from(),
            },
            audit: self.audit,
            made: wish.made.clone(),
            period: wish.period.clone(),
            regions,
            split: wish.split.clone().filter(|_| !states.is_empty()),
            report: report(self.base, self.whole.total, Vec::new(), wish),
            states,
            merged: self.merged,
            left_out: self.left_out,
            ranges: Vec::new(),
            hash: String::new(),
        })
    }
}

/// Region of the expert team.
const REGION: &str = "regio";

/// The regions that are named with how many cases they have; the one region of a file that has no other.
fn regions(indicators: &[Indicator], exact: &Report) -> Vec<String> {
    let spread = |indicators: &[Indicator]| {
        indicators.iter().find_map(|one| match &one.figures {
            Figures::Distribution(spread) if one.about.id == REGION => {
                Some((one.about.missing, spread.rows.clone()))
            }
            _ => None,
        })
    };
    let rows = match (spread(indicators), spread(&exact.indicators)) {
        (Some((_, rows)), _) => rows,
        (None, Some((0, rows))) if rows.len() == 1 => rows,
        _ => Vec::new(),
    };
    let rows = rows.into_iter().filter(|row| row.count.is_some());
    // Places that are put together have a code of ours.
    rows.filter(|row| row.code == row.label).map(|row| row.label.clone()).collect()
}

/// A report of protected figures.
fn report(indicators: Vec<Indicator>, cases: u64, filter: Vec<Clause>, wish: &Wish<'_>) -> Report {
    let hidden = indicators.iter().map(figures::hidden).sum();
    Report {
        schema: SCHEMA.to_owned(),
        cases: CaseCount { read: cases, used: cases, excluded: 0, selected: cases },
        sources: Vec::new(),
        reference_date: None,
        period: Some(Period { from: wish.period.span.from.clone(), to: wish.period.span.to.clone() }),
        filter,
        protection: Some(Protection {
            policy: wish.policy.preset().name().to_owned(),
            small_below: wish.policy.minimum(),
            marked: 0,
            base: wish.policy.base(),
            hidden: Some(hidden),
        }),
        indicators,
        against: None,
        share_of: ShareOf::Known,
    }
}

fn left(indicator: &str, state: Option<&str>, code: &str) -> LeftOut {
    LeftOut {
        indicator: indicator.to_owned(),
        state: state.map(str::to_owned),
        code: code.to_owned(),
        text: String::new(),
    }
}
