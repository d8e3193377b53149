//! Publishing: what is asked becomes exact reports, and these a protected publication.

use serde::Deserialize;

use super::Session;
use crate::{
    analysis::{Request, Settings},
    cases::Day,
    catalog::{self, Form, INDICATORS, IndicatorDef, Kind, Lang, Role},
    disclosure::{
        Released,
        limits::{Policy, Preset, Stricter},
        publish::{self, Exact, ExactState, Kin, View, Wish, why},
    },
    error::{Code, Error, Result},
    narrative,
    report::{
        Before, Clause, ClosedPeriods, Figures, Indicator, LeftOut, Period, Publication, Report, SplitField,
        Unit,
    },
};

/// Date of referral: what periods are of.
const REFERRAL: &str = "aanmelddatum";
/// Region of the expert team.
const REGION: &str = "regio";
/// The child's municipality, which lies in one region.
const MUNICIPALITY: &str = "gemeente";
/// The indicator of referrals, by whose quarters is seen which are over.
const REFERRALS: &str = "aanmeldingen";
/// Name and version of what makes a publication.
const ENGINE: &str = concat!("ben-monitor ", env!("CARGO_PKG_VERSION"));

/// What is to be published. A setting that can't be read is refused.
///
/// ```
/// use ben_monitor::session::ToPublish;
/// let wish: ToPublish = serde_json::from_str(r#"{ "preset": "website", "split": "regio" }"#)?;
/// assert_eq!(wish.split.as_deref(), Some("regio"));
/// assert!(serde_json::from_str::<ToPublish>(r#"{ "preset": "website", "minimun": 3 }"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ToPublish {
    /// `website` or `stuurgroep`: there is no default.
    pub preset: String,
    /// Limits stricter than those of the preset.
    pub stricter: Stricter,
    /// What it is called; by its regions and period when empty.
    pub title: String,
    /// Closed periods of a quarter or longer (`2024`, `2024-H1`, `2024-Q1`); all closed quarters when empty.
    pub periods: Vec<String>,
    /// Ids of the indicators, in this order; all that can be published when empty.
    pub indicators: Vec<String>,
    /// The field of whose values there is a state each.
    pub split: Option<String>,
    /// Ids of the indicators whose small answers are hidden, not put together.
    pub keep_apart: Vec<String>,
    /// The publication before this one.
    pub previous: Option<Before>,
    /// Day at which open cases are censored, `jjjj-mm-dd`.
    pub reference_date: Option<String>,
    /// As [`Request::settings`].
    pub settings: Settings,
}

impl Session {
    /// Protects the figures of a list of views, or refuses. The publication has no hash yet: it is of the JSON that is
    /// made of it.
    ///
    /// # Errors
    ///
    /// [`Code::BadPublishSetting`] with `field` for a setting that can't be, [`Code::TooLoose`] for a limit that is less
    /// strict than its preset, [`Code::BadPeriod`] for a period that is not over or not in the files, and as
    /// [`publish::publish`] and [`Session::report`].
    pub fn publish(&self, wanted: &ToPublish, lang: Lang) -> Result<Released<Publication>> {
        let policy = Policy::of(Preset::read(&wanted.preset)?).with(&wanted.stricter)?;
        let split = wanted.split.as_deref().map(|field| split(field, lang)).transpose()?;
        let quarters = self.closed_quarters(wanted, lang)?;
        let period = periods(&wanted.periods, &quarters)?;
        let (views, mut left_out) = views(wanted, split.as_ref(), lang)?;
        let base = self.exact(wanted, &views, split.as_ref(), &period, None, lang)?;
        let values = split.as_ref().and_then(|split| values(&base, &split.field)).unwrap_or_default();
        let reports: Vec<(String, String, Report)> = values
            .into_iter()
            .map(|(code, label)| {
                let report = self.exact(wanted, &views, split.as_ref(), &period, Some(&code), lang)?;
                Ok((code, label, report))
            })
            .collect::<Result<_>>()?;
        let state = |(code, label, report)| ExactState {
            code: Clone::clone(code),
            label: Clone::clone(label),
            report,
        };
        let states = reports.iter().map(|(code, label, report)| state((code, label, report))).collect();
        let present = |view: &View| base.indicators.iter().any(|one| one.about.id == view.indicator);
        let wish = Wish {
            policy,
            views: views.into_iter().filter(present).collect(),
            split,
            period,
            title: wanted.title.clone(),
            engine: ENGINE.to_owned(),
            lang: if lang == Lang::En { "en" } else { "nl" }.to_owned(),
            made: self.today.map(Day::iso),
            left_out: std::mem::take(&mut left_out),
            previous: wanted.previous.as_ref(),
        };
        let released = publish::publish(&Exact { base: &base, states }, &wish)?;
        Ok(narrative::tell_publication(released, lang))
    }

    /// The exact figures of the views, of all cases in the periods or of those with one value of the split.
    fn exact(
        &self,
        wanted: &ToPublish,
        views: &[View],
        split: Option<&SplitField>,
        period: &ClosedPeriods,
        value: Option<&str>,
        lang: Lang,
    ) -> Result<Report> {
        let mut filter = vec![Clause { field: REFERRAL.to_owned(), values: period.units.clone() }];
        let field = split.map(|split| split.field.as_str());
        if let (Some(field), Some(value)) = (field, value) {
            filter.push(Clause { field: field.to_owned(), values: vec![value.to_owned()] });
        }
        self.counted(wanted, filter, Vec::new(), lang).map(|mut report| {
            let is_wanted = |one: &Indicator| {
                let id = one.about.id.as_str();
                // The regions are needed to name them.
                views.iter().any(|view| view.indicator == id) || field == Some(id) || id == REGION
            };
            report.indicators.retain(is_wanted);
            report
        })
    }

    fn counted(
        &self,
        wanted: &ToPublish,
        filter: Vec<Clause>,
        indicators: Vec<String>,
        lang: Lang,
    ) -> Result<Report> {
        self.exact_report(&Request {
            lang,
            filter,
            indicators,
            reference_date: wanted.reference_date.clone(),
            settings: wanted.settings.clone(),
            ..Request::default()
        })
    }

    /// The quarters in the files that are over.
    fn closed_quarters(&self, wanted: &ToPublish, lang: Lang) -> Result<Vec<String>> {
        let report = self.counted(wanted, Vec::new(), vec![REFERRALS.to_owned()], lang)?;
        let quarters = report.indicators.iter().find_map(|indicator| match &indicator.figures {
            Figures::Series(series) if series.unit == Unit::Quarter => Some(&series.rows),
            _ => None,
        });
        let closed = quarters.into_iter().flatten().filter(|row| !row.provisional);
        Ok(closed.map(|row| row.code.clone()).collect())
    }
}

/// The field by which it is split, if it is one with one answer a case. Not the municipality: everyone knows in which
/// region each lies, so that the regions would tell of those that are not shown.
fn split(id: &str, lang: Lang) -> Result<SplitField> {
    let indicator = catalog::indicator(id).filter(|indicator| {
        matches!(indicator.form, Form::Distribution | Form::Ages) && indicator.fields.first() == Some(&id)
    });
    let field = catalog::field(id)
        .filter(|field| field.kind != Kind::Many && !field.is_own() && field.id != MUNICIPALITY);
    match (indicator, field) {
        (Some(_), Some(field)) => {
            Ok(SplitField { field: id.to_owned(), label: field.label.text(lang).to_owned() })
        }
        _ => Err(bad("split")),
    }
}

/// Code and label of each value of the split that cases have.
fn values(base: &Report, field: &str) -> Option<Vec<(String, String)>> {
    let indicator = base.indicators.iter().find(|one| one.about.id == field)?;
    let Figures::Distribution(spread) = &indicator.figures else { return None };
    let rows = spread.rows.iter().filter(|row| row.count != Some(0));
    Some(rows.map(|row| (row.code.clone(), row.label.clone())).collect())
}

/// The views that are asked for, and those that are not possible.
fn views(wanted: &ToPublish, split: Option<&SplitField>, lang: Lang) -> Result<(Vec<View>, Vec<LeftOut>)> {
    let known = |id: &String| catalog::indicator(id).ok_or_else(|| bad("indicators"));
    let list: Vec<&IndicatorDef> = match wanted.indicators.as_slice() {
        [] => INDICATORS.iter().collect(),
        ids => ids.iter().map(known).collect::<Result<_>>()?,
    };
    if wanted.keep_apart.iter().any(|id| catalog::indicator(id).is_none()) {
        return Err(bad("keepApart"));
    }
    let (mut views, mut left_out) = (Vec::new(), Vec::new());
    for indicator in list {
        let own =
            indicator.fields.first().and_then(|id| catalog::field(id)).is_some_and(|field| field.is_own());
        let never = !may_be_published(indicator.form);
        match (own, never) {
            (false, false) => views.push(view(indicator, wanted, split, lang)),
            // Columns of one's own that no file has are not worth a word.
            (true, _) if wanted.indicators.is_empty() => {}
            (own, _) => left_out.push(LeftOut {
                indicator: indicator.id.to_owned(),
                state: None,
                code: if own { why::OWN } else { why::FORM }.to_owned(),
                text: String::new(),
            }),
        }
    }
    // What follows from others comes after these.
    let (derived, mut first): (Vec<View>, Vec<View>) = views.into_iter().partition(|view| view.kin.is_some());
    first.extend(derived);
    Ok((first, left_out))
}

/// Sums of meetings, how many problems pile up, what comes together, who fits a target group and what stands out are for the own eyes alone: their
/// tables share more with others than sums, and can't be audited one by one.
fn may_be_published(form: Form) -> bool {
    match form {
        Form::Distribution | Form::Ages | Form::Series | Form::Duration | Form::Share | Form::Within => true,
        Form::Stacking | Form::Totals | Form::Cooccurrence | Form::Profiles | Form::Threads => false,
    }
}

fn view(indicator: &IndicatorDef, wanted: &ToPublish, split: Option<&SplitField>, lang: Lang) -> View {
    let field = indicator.fields.first().and_then(|id| catalog::field(id));
    let others = field.into_iter().flat_map(|field| field.values).filter(|value| value.role == Role::Other);
    View {
        indicator: indicator.id.to_owned(),
        keep_apart: wanted.keep_apart.iter().any(|id| id == indicator.id),
        by_state: split.is_some_and(|split| split.field != indicator.id),
        place: field.is_some_and(|field| field.kind == Kind::Place),
        within: (indicator.id == MUNICIPALITY).then(|| REGION.to_owned()),
        rest: others.map(|value| value.code.to_owned()).collect(),
        kin: kin(indicator, wanted),
        lang,
    }
}

/// What a share follows from.
fn kin(indicator: &IndicatorDef, wanted: &ToPublish) -> Option<Kin> {
    let field = *indicator.fields.first().filter(|_| indicator.form == Form::Share)?;
    let parent = catalog::indicator(field)?;
    // Aged 17 or older: by the oldest of the catalog's bands, when ages are in these.
    let codes = match (indicator.codes, wanted.settings.age_bands.is_empty()) {
        ([], true) => catalog::AGE_BANDS.last().map(|band| vec![band.code.to_owned()]),
        ([], false) => None,
        (codes, _) => Some(codes.iter().map(|code| (*code).to_owned()).collect()),
    };
    Some(Kin { indicator: parent.id.to_owned(), codes })
}

/// The periods, with their first and last day.
fn periods(wanted: &[String], closed: &[String]) -> Result<ClosedPeriods> {
    let refused = || Error::new(Code::BadPeriod);
    let units: Vec<String> = if wanted.is_empty() { closed.to_vec() } else { wanted.to_vec() };
    let mut months = Vec::new();
    for unit in &units {
        let (year, first, last) = months_of(unit).ok_or_else(refused)?;
        let quarters = (first.div_ceil(3)..=last.div_ceil(3)).map(|quarter| format!("{year:04}-Q{quarter}"));
        if !quarters.into_iter().all(|quarter| closed.contains(&quarter)) {
            return Err(refused());
        }
        months.push(((year, first), (year, last)));
    }
    let (from, _) = months.iter().min_by_key(|(first, _)| *first).ok_or_else(refused)?;
    let (_, (year, month)) = months.iter().max_by_key(|(_, last)| *last).ok_or_else(refused)?;
    let first = Day::new(from.0, from.1, 1).ok_or_else(refused)?;
    let last = Day::new(*year, *month, 1).and_then(|day| day.plus_months(1)).ok_or_else(refused)?;
    let span = Period { from: first.iso(), to: Day::from_number(last.number() - 1).iso() };
    Ok(ClosedPeriods { span, units })
}

/// Year, first and last month of `2024`, `2024-H1` or `2024-Q1`.
fn months_of(unit: &str) -> Option<(i32, u32, u32)> {
    let (year, part) = unit.split_at_checked(4)?;
    let year: i32 = year.parse().ok()?;
    let number = |text: &str, most: u32| text.parse().ok().filter(|number| (1..=most).contains(number));
    if part.is_empty() {
        return Some((year, 1, 12));
    }
    if let Some(half) = part.strip_prefix("-H") {
        let half = number(half, 2)?;
        return Some((year, half * 6 - 5, half * 6));
    }
    let quarter = number(part.strip_prefix("-Q")?, 4)?;
    Some((year, quarter * 3 - 2, quarter * 3))
}

fn bad(field: &str) -> Error {
    Error::new(Code::BadPublishSetting).with_word("field", field)
}
