//! What a group of cases contributes to a report: counts that merge exactly.

use super::{
    REFERRAL, REGION, Request,
    ages::Ages,
    distribution::Spread,
    duration::LeadTimes,
    duration_by::ByField,
    filter::Selection,
    group::{Between, Group, Masks},
    plan::{Plan, Second, unknown_field},
    profiles::Groups,
    pyramid::Pyramid,
    series::Referrals,
    share::Part,
    stacking::Stacks,
    threads::Weave,
    together::Together,
    totals::Sums,
    within::within,
    years::{Coverage, Past, Years},
};
use crate::{
    cases::{Cases, Day, add_headings},
    catalog::{self, FIELDS, Form, IndicatorDef, Lang},
    error::{Code, Error, Result},
    report::{Against, CaseCount, Indicator, Period, Report, SCHEMA, Source},
};

/// A reference date lies at most so long after the last day in the files.
const FARTHEST_MONTHS: u32 = 24;

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
    sources: Vec<Source>,
    latest_day: Option<Day>,
    /// By place in [`FIELDS`]: a file has the field.
    present: Vec<bool>,
    /// Headings of the columns of the files' own, by field id.
    headings: Vec<(&'static str, String)>,
    coverage: Coverage,
    /// The selection.
    first: Group,
    /// The one beside it.
    second: Option<(Group, Between)>,
}

/// The counts of one indicator.
#[derive(Debug, Clone)]
pub(super) enum Counts {
    Spread(Spread),
    Ages(Ages, Option<Pyramid>),
    Referrals(Box<Referrals>),
    LeadTimes(LeadTimes, Option<ByField>),
    Part(Part),
    Sums(Sums),
    Stacks(Stacks),
    Together(Together),
    Groups(Groups),
    Weave(Weave),
}

/// What finishing needs to know of the whole.
pub(super) struct Ending<'a> {
    pub(super) plan: &'a Plan,
    pub(super) lang: Lang,
    /// The day at which open cases are censored.
    pub(super) reference: Option<Day>,
    /// Whether a file has a field.
    pub(super) has: &'a dyn Fn(&str) -> bool,
    coverage: &'a Coverage,
    /// The selection; `None` for all that another leaves out.
    selection: Option<&'a Selection>,
}

impl Partial {
    /// Counts these cases. A field that they do not have is blank for all of
    /// them; only [`Partial::finish`] knows whether any file has it.
    ///
    /// # Errors
    ///
    /// As [`super::report`], for what the catalog does not have.
    pub fn of(cases: &Cases, request: &Request) -> Result<Self> {
        Self::with_past(cases, request, &Past::default())
    }

    /// The same, with what is known of the past of these cases.
    pub(super) fn with_past(cases: &Cases, request: &Request, past: &Past) -> Result<Self> {
        let plan = Plan::of(request)?;
        let masks = Masks::of(cases, &plan);
        let second = plan.against.as_ref().map(|second| {
            let (masks, between) = Masks::of_second(cases, &plan, second, &masks);
            (Group::of(cases, &plan, &masks), between)
        });
        let periods = plan.indicators.iter().any(|indicator| indicator.form == Form::Series);
        Ok(Self {
            read: number(cases.len()),
            excluded: number(cases.excluded()),
            sources: cases
                .sources()
                .iter()
                .map(|source| Source { name: source.name.clone(), cases: number(source.cases) })
                .collect(),
            latest_day: cases.latest_day(),
            present: FIELDS.iter().map(|field| cases.column(field.id).is_some()).collect(),
            headings: cases.headings().to_vec(),
            coverage: past.coverage(cases, &plan.bands, periods),
            first: Group::of(cases, &plan, &masks),
            second,
        })
    }

    /// Adds what other cases contribute, counted for the same request.
    pub fn merge(&mut self, other: &Self) {
        self.read += other.read;
        self.excluded += other.excluded;
        self.sources.extend(other.sources.iter().cloned());
        self.latest_day = self.latest_day.max(other.latest_day);
        for (mine, theirs) in self.present.iter_mut().zip(&other.present) {
            *mine |= theirs;
        }
        add_headings(&mut self.headings, other.headings.clone());
        self.coverage.merge(&other.coverage);
        self.first.merge(&other.first);
        if let (Some((mine, between)), Some((theirs, other))) = (&mut self.second, &other.second) {
            mine.merge(theirs);
            between.merge(*other);
        }
    }

    /// The report; `request` is the one that these cases were counted for.
    ///
    /// # Errors
    ///
    /// As [`super::report`], for a field or an indicator that no file has.
    pub fn finish(&self, request: &Request) -> Result<Report> {
        let plan = Plan::of(request)?;
        self.check_fields(&plan)?;
        self.check_reference(plan.reference)?;
        let ending = Ending {
            plan: &plan,
            lang: request.lang,
            reference: plan.reference.or(self.latest_day),
            has: &|field| self.has(field),
            coverage: &self.coverage,
            selection: Some(&plan.selection),
        };
        Ok(Report {
            schema: SCHEMA.to_owned(),
            cases: CaseCount {
                read: self.read,
                used: self.read.saturating_sub(self.excluded),
                excluded: self.excluded,
                selected: self.first.selected,
            },
            sources: self.sources.clone(),
            reference_date: ending.reference.map(Day::iso),
            period: period(&self.first),
            filter: request.filter.clone(),
            protection: None,
            indicators: self.indicators(&self.first, &ending)?,
            against: if self.second.is_some() { self.against(request, &ending)? } else { None },
            share_of: request.settings.share_of,
        })
    }

    /// The second selection beside the first.
    #[inline(never)]
    fn against(&self, request: &Request, ending: &Ending<'_>) -> Result<Option<Against>> {
        let (Some((group, between)), Some(second)) = (&self.second, &ending.plan.against) else {
            return Ok(None);
        };
        let selection = match second {
            Second::Selection(selection) => Some(selection),
            Second::Rest => None,
        };
        let filter = match &request.against {
            Some(super::Other::Filter(clauses)) => clauses.clone(),
            _ => Vec::new(),
        };
        Ok(Some(Against {
            filter,
            rest: selection.is_none(),
            selected: group.selected,
            overlap: between.both,
            unsure: between.neither,
            period: period(group),
            indicators: self.indicators(group, &Ending { selection, ..*ending })?,
        }))
    }

    fn indicators(&self, group: &Group, ending: &Ending<'_>) -> Result<Vec<Indicator>> {
        let mut indicators = group.finish(ending)?;
        for indicator in &mut indicators {
            let heading = self.headings.iter().find(|(field, _)| *field == indicator.about.id);
            indicator.about.label = heading.map(|(_, heading)| heading.clone());
        }
        Ok(indicators)
    }

    /// Whether a file has every field that is asked for.
    fn check_fields(&self, plan: &Plan) -> Result<()> {
        let second = plan.against.iter().filter_map(|second| match second {
            Second::Selection(selection) => Some(selection),
            Second::Rest => None,
        });
        let mut selections = std::iter::once(&plan.selection).chain(second);
        let filtered = selections.find_map(|selection| selection.absent(&|field| self.has(field)));
        let asked = plan.crosstabs.iter().flat_map(|(row, column)| [row.id, column.id]);
        let absent = filtered.or_else(|| asked.into_iter().find(|field| !self.has(field)));
        absent.map_or(Ok(()), |id| Err(unknown_field(id)))
    }

    /// Whether the files can tell how it stood on the day that was set: before the first referral there was nothing,
    /// and long after the last day in the files much is not written down yet.
    fn check_reference(&self, reference: Option<Day>) -> Result<()> {
        let Some(day) = reference else { return Ok(()) };
        let last = self.latest_day.and_then(|latest| latest.plus_months(FARTHEST_MONTHS));
        if self.coverage.first.is_some_and(|first| day < first) {
            return Err(misplaced_date("referenceDate.early"));
        }
        if last.is_some_and(|last| day > last) { Err(misplaced_date("referenceDate.late")) } else { Ok(()) }
    }

    fn has(&self, field: &str) -> bool {
        catalog::field_index(field).and_then(|place| self.present.get(place)).copied().unwrap_or(false)
    }
}

/// A reference date of which the files can't tell.
pub(crate) fn misplaced_date(how: &str) -> Error {
    Error::new(Code::BadDate).with_word("setting", how)
}

fn period(group: &Group) -> Option<Period> {
    group.referred.map(|(from, to)| Period { from: from.iso(), to: to.iso() })
}

impl Ending<'_> {
    /// What comparing periods takes; the clauses on the day of referral hold unless they are `aside`.
    fn years(&self, aside: bool) -> Years<'_> {
        let left = match self.selection {
            Some(selection) if !aside => selection.months(REFERRAL),
            // The rest of a selection by period is cut at the ends of that period.
            None => self.plan.selection.months(REFERRAL).iter().map(|_| Vec::new()).collect(),
            _ => Vec::new(),
        };
        let by_other_day = self.plan.selection.is_by_other_day(REFERRAL)
            || self.selection.is_some_and(|selection| selection.is_by_other_day(REFERRAL));
        Years { reference: self.reference, coverage: self.coverage, left, by_other_day }
    }
}

impl Counts {
    /// `None` when the catalog has no such field.
    pub(super) fn of(
        definition: &'static IndicatorDef,
        cases: &Cases,
        masks: &Masks,
        plan: &Plan,
    ) -> Option<Self> {
        let main = || definition.fields.first().and_then(|id| catalog::field(id));
        let (rows, bands) = (masks.rows(plan.own_field(definition)), &plan.bands);
        Some(match definition.form {
            Form::Series => {
                Self::Referrals(Box::new(Referrals::of(cases, rows, masks.rows(Some(REGION)), bands)))
            }
            Form::Distribution => Self::Spread(Spread::of(main()?, cases, rows, bands)),
            Form::Ages => {
                let pyramid = (!plan.quick).then(|| Pyramid::of(cases, rows, bands));
                Self::Ages(Ages::of(cases, rows), pyramid)
            }
            Form::Duration => Self::LeadTimes(
                LeadTimes::of(cases, rows, plan.reference, bands),
                (!plan.quick).then(|| ByField::of(cases, rows, plan.reference, bands)),
            ),
            Form::Share => Self::Part(Part::of(definition, main()?, cases, rows, bands)),
            Form::Totals => Self::Sums(Sums::of(definition, cases, rows)),
            Form::Within => Self::Part(within(definition, cases, rows)),
            Form::Stacking => Self::Stacks(Stacks::of(cases, rows, bands)),
            Form::Cooccurrence => Self::Together(Together::of(cases, rows, bands)),
            Form::Profiles => Self::Groups(Groups::of(&plan.profiles, cases, rows, bands)),
            Form::Threads => Self::Weave(Weave::of(cases, rows, bands)),
        })
    }

    pub(super) fn merge(&mut self, other: &Self) {
        match (self, other) {
            (Self::Spread(mine), Self::Spread(theirs)) => mine.merge(theirs),
            (Self::Ages(mine, pyramid), Self::Ages(theirs, other)) => {
                mine.merge(theirs);
                pyramid.iter_mut().zip(other).for_each(|(mine, theirs)| mine.merge(theirs));
            }
            (Self::Referrals(mine), Self::Referrals(theirs)) => mine.merge(theirs),
            (Self::LeadTimes(mine, by), Self::LeadTimes(theirs, other)) => {
                mine.merge(theirs);
                by.iter_mut().zip(other).for_each(|(mine, theirs)| mine.merge(theirs));
            }
            (Self::Part(mine), Self::Part(theirs)) => mine.merge(theirs),
            (Self::Sums(mine), Self::Sums(theirs)) => mine.merge(theirs),
            (Self::Stacks(mine), Self::Stacks(theirs)) => mine.merge(theirs),
            (Self::Together(mine), Self::Together(theirs)) => mine.merge(theirs),
            (Self::Groups(mine), Self::Groups(theirs)) => mine.merge(theirs),
            (Self::Weave(mine), Self::Weave(theirs)) => mine.merge(theirs),
            // The same request gives the same forms in the same places.
            _ => {}
        }
    }

    pub(super) fn finish(&self, id: &str, ending: &Ending<'_>) -> Vec<Indicator> {
        let Ending { plan, lang, reference, has, .. } = *ending;
        match self {
            Self::Spread(counts) => vec![counts.finish(id, lang)],
            Self::Ages(counts, pyramid) => {
                let pyramid = pyramid.as_ref().and_then(|pyramid| pyramid.finish(lang, has));
                vec![counts.finish(id, lang, &plan.bands, pyramid)]
            }
            Self::Referrals(counts) => {
                let years = ending.years(plan.keeps(REFERRAL));
                counts.finish(id, lang, &years, &ending.years(false))
            }
            Self::LeadTimes(counts, by) => {
                let by = by.as_ref().map(|by| by.finish(lang, reference, has)).unwrap_or_default();
                vec![counts.finish(id, lang, reference, &plan.bands, by)]
            }
            Self::Part(counts) => vec![counts.finish(id)],
            Self::Sums(counts) => vec![counts.finish(id, lang, has)],
            Self::Stacks(counts) => vec![counts.finish(id, lang)],
            Self::Together(counts) => vec![counts.finish(id, lang)],
            Self::Groups(counts) => counts.finish(id, has).into_iter().collect(),
            Self::Weave(counts) => vec![counts.finish(id, lang)],
        }
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
