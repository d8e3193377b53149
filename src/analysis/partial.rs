//! What a group of cases contributes to a report: counts that merge exactly.

use super::{
    REFERRAL, Request,
    ages::Ages,
    crosstab::Pairs,
    distribution::Spread,
    duration::LeadTimes,
    filter::Rows,
    plan::{Plan, can_give, unknown_field, unknown_indicator},
    profiles::{Fit, Groups},
    series::Referrals,
    share::Part,
    stacking::Stacks,
    threads::Weave,
    together::Together,
    totals::Sums,
    within::Soon,
};
use crate::{
    cases::{Cases, Day, add_headings},
    catalog::{self, FIELDS, Form, IndicatorDef, Lang},
    error::Result,
    report::{CaseCount, Indicator, Period, Report, SCHEMA, Source},
};

/// The counts of some cases, for one request.
///
/// Merging the partials of any split of the cases, in the order of their
/// files, gives the report of one run over all of them.
///
/// ```
/// use ben_monitor::{analysis::{Partial, Request}, cases::Cases};
/// let request = Request::default();
/// let mut all = Partial::of(&Cases::new("een.csv", 0, Vec::new()), &request)?;
/// all.merge(&Partial::of(&Cases::new("twee.csv", 0, Vec::new()), &request)?);
/// assert_eq!(all.finish(&request)?.sources.len(), 2);
/// # Ok::<(), ben_monitor::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Partial {
    read: u64,
    excluded: u64,
    selected: u64,
    sources: Vec<Source>,
    latest_day: Option<Day>,
    /// First and last day of referral among the selected cases.
    referred: Option<(Day, Day)>,
    /// By place in [`FIELDS`]: a file has the field.
    present: Vec<bool>,
    /// Headings of the columns of the files' own, by field id.
    headings: Vec<(&'static str, String)>,
    counts: Vec<(&'static IndicatorDef, Counts)>,
    crosstabs: Vec<Pairs>,
}

/// The counts of one indicator.
#[derive(Debug, Clone)]
enum Counts {
    Spread(Spread),
    Ages(Ages),
    Referrals(Referrals),
    LeadTimes(LeadTimes),
    Part(Part),
    Sums(Sums),
    Soon(Soon),
    Stacks(Stacks),
    Together(Together),
    Groups(Groups),
    Weave(Weave),
}

impl Partial {
    /// Counts these cases. A field that they do not have is blank for all of
    /// them; only [`Partial::finish`] knows whether any file has it.
    ///
    /// # Errors
    ///
    /// As [`super::report`], for what the catalog does not have.
    pub fn of(cases: &Cases, request: &Request) -> Result<Self> {
        let plan = Plan::of(request)?;
        let rows = plan.selection.rows(cases);
        let count = |definition: &&'static IndicatorDef| {
            Counts::of(definition, cases, &rows, plan.reference, &plan.profiles)
                .map(|counts| (*definition, counts))
        };
        let (selected, referred) = referred(cases, &rows);
        Ok(Self {
            read: number(cases.len()),
            excluded: number(cases.excluded()),
            selected,
            sources: cases
                .sources()
                .iter()
                .map(|source| Source { name: source.name.clone(), cases: number(source.cases) })
                .collect(),
            latest_day: cases.latest_day(),
            referred,
            present: FIELDS.iter().map(|field| cases.column(field.id).is_some()).collect(),
            headings: cases.headings().to_vec(),
            counts: plan.indicators.iter().filter_map(count).collect(),
            crosstabs: plan
                .crosstabs
                .iter()
                .map(|(row, column)| Pairs::of(row, column, cases, &rows))
                .collect(),
        })
    }

    /// Adds what other cases contribute, counted for the same request.
    pub fn merge(&mut self, other: &Self) {
        self.read += other.read;
        self.excluded += other.excluded;
        self.selected += other.selected;
        self.sources.extend(other.sources.iter().cloned());
        self.latest_day = self.latest_day.max(other.latest_day);
        self.referred = match (self.referred, other.referred) {
            (Some((from, to)), Some((other_from, other_to))) => {
                Some((from.min(other_from), to.max(other_to)))
            }
            (mine, theirs) => mine.or(theirs),
        };
        for (mine, theirs) in self.present.iter_mut().zip(&other.present) {
            *mine |= theirs;
        }
        add_headings(&mut self.headings, other.headings.clone());
        for ((_, mine), (_, theirs)) in self.counts.iter_mut().zip(&other.counts) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.crosstabs.iter_mut().zip(&other.crosstabs) {
            mine.merge(theirs);
        }
    }

    /// The report; `request` is the one that these cases were counted for.
    ///
    /// # Errors
    ///
    /// As [`super::report`], for a field or an indicator that no file has.
    pub fn finish(&self, request: &Request) -> Result<Report> {
        let plan = Plan::of(request)?;
        let asked = plan.crosstabs.iter().flat_map(|(row, column)| [*row, *column]);
        for field in plan.selection.fields().chain(asked) {
            if !self.has(field.id) {
                return Err(unknown_field(field.id));
            }
        }
        let reference = plan.reference.or(self.latest_day);
        let mut indicators = Vec::new();
        for (definition, counts) in &self.counts {
            let given = can_give(definition, |id| self.has(id));
            let finish = || counts.finish(definition.id, request.lang, reference, |id| self.has(id));
            let made = if given { finish() } else { Vec::new() };
            if made.is_empty() && plan.by_name {
                return Err(unknown_indicator(definition.id));
            }
            indicators.extend(made);
        }
        for about in indicators.iter_mut().map(|indicator| &mut indicator.about) {
            let heading = self.headings.iter().find(|(field, _)| *field == about.id);
            about.label = heading.map(|(_, heading)| heading.clone());
        }
        indicators.extend(self.crosstabs.iter().map(|pairs| pairs.finish(request.lang)));
        Ok(Report {
            schema: SCHEMA.to_owned(),
            cases: CaseCount {
                read: self.read,
                used: self.read.saturating_sub(self.excluded),
                excluded: self.excluded,
                selected: self.selected,
            },
            sources: self.sources.clone(),
            reference_date: reference.map(Day::iso),
            period: self.referred.map(|(from, to)| Period { from: from.iso(), to: to.iso() }),
            filter: request.filter.clone(),
            protection: None,
            indicators,
            against: None,
            share_of: request.settings.share_of,
        })
    }

    fn has(&self, field: &str) -> bool {
        catalog::field_index(field).and_then(|place| self.present.get(place)).copied().unwrap_or(false)
    }
}

impl Counts {
    /// `None` when the catalog has no such field.
    fn of(
        definition: &'static IndicatorDef,
        cases: &Cases,
        rows: &Rows,
        reference: Option<Day>,
        profiles: &[Fit],
    ) -> Option<Self> {
        let main = || definition.fields.first().and_then(|id| catalog::field(id));
        Some(match definition.form {
            Form::Series => Self::Referrals(Referrals::of(definition, cases, rows)),
            Form::Distribution => Self::Spread(Spread::of(main()?, cases, rows)),
            Form::Ages => Self::Ages(Ages::of(cases, rows)),
            Form::Duration => Self::LeadTimes(LeadTimes::of(cases, rows, reference)),
            Form::Share => Self::Part(Part::of(definition, main()?, cases, rows)),
            Form::Totals => Self::Sums(Sums::of(definition, cases, rows)),
            Form::Within => Self::Soon(Soon::of(definition, cases, rows)),
            Form::Stacking => Self::Stacks(Stacks::of(cases, rows)),
            Form::Cooccurrence => Self::Together(Together::of(cases, rows)),
            Form::Profiles => Self::Groups(Groups::of(profiles, cases, rows)),
            Form::Threads => Self::Weave(Weave::of(cases, rows)),
        })
    }

    fn merge(&mut self, other: &Self) {
        match (self, other) {
            (Self::Spread(mine), Self::Spread(theirs)) => mine.merge(theirs),
            (Self::Ages(mine), Self::Ages(theirs)) => mine.merge(theirs),
            (Self::Referrals(mine), Self::Referrals(theirs)) => mine.merge(theirs),
            (Self::LeadTimes(mine), Self::LeadTimes(theirs)) => mine.merge(theirs),
            (Self::Part(mine), Self::Part(theirs)) => mine.merge(theirs),
            (Self::Sums(mine), Self::Sums(theirs)) => mine.merge(theirs),
            (Self::Soon(mine), Self::Soon(theirs)) => mine.merge(theirs),
            (Self::Stacks(mine), Self::Stacks(theirs)) => mine.merge(theirs),
            (Self::Together(mine), Self::Together(theirs)) => mine.merge(theirs),
            (Self::Groups(mine), Self::Groups(theirs)) => mine.merge(theirs),
            (Self::Weave(mine), Self::Weave(theirs)) => mine.merge(theirs),
            // The same request gives the same forms in the same places.
            _ => {}
        }
    }

    fn finish(
        &self,
        id: &str,
        lang: Lang,
        reference: Option<Day>,
        has: impl Fn(&str) -> bool,
    ) -> Vec<Indicator> {
        match self {
            Self::Spread(counts) => vec![counts.finish(id, lang)],
            Self::Ages(counts) => vec![counts.finish(id, lang)],
            Self::Referrals(counts) => counts.finish(id, lang),
            Self::LeadTimes(counts) => vec![counts.finish(id, lang, reference)],
            Self::Part(counts) => vec![counts.finish(id)],
            Self::Sums(counts) => vec![counts.finish(id, lang, has)],
            Self::Soon(counts) => vec![counts.finish(id)],
            Self::Stacks(counts) => vec![counts.finish(id, lang)],
            Self::Together(counts) => vec![counts.finish(id, lang)],
            Self::Groups(counts) => counts.finish(id, has).into_iter().collect(),
            Self::Weave(counts) => vec![counts.finish(id, lang, has)],
        }
    }
}

/// Number of selected cases, with the first and last day of their referral.
fn referred(cases: &Cases, rows: &Rows) -> (u64, Option<(Day, Day)>) {
    let days = cases.days(REFERRAL);
    let mut selected = 0;
    let mut ends: Option<(Day, Day)> = None;
    rows.for_each(|case| {
        selected += 1;
        if let Some(Ok(day)) = days.map(|days| days.get(case)) {
            ends = Some(ends.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
        }
    });
    (selected, ends)
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
