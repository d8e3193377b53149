//! A request, checked against the catalog.

use super::{
    AGE, Other, REFERRAL, Request,
    bands::Bands,
    clauses,
    filter::Selection,
    profiles::{self, Fit},
    threads,
};
use crate::{
    cases::Day,
    catalog::{self, Field, Form, INDICATORS, IndicatorDef, Kind},
    error::{Code, Error, Result},
};

/// What is to be counted.
pub(super) struct Plan {
    /// The indicators in the order in which they are shown.
    pub(super) indicators: Vec<&'static IndicatorDef>,
    /// Whether these were asked for by name, so that each must be there.
    pub(super) by_name: bool,
    /// Row and column of each cross table.
    pub(super) crosstabs: Vec<(&'static Field, &'static Field)>,
    /// The profiles that cases may fit.
    pub(super) profiles: Vec<Fit>,
    /// The selection.
    pub(super) selection: Selection,
    /// The selection beside it.
    pub(super) against: Option<Second>,
    /// Whether indicators of a field of the selection keep showing the whole. Not beside a second selection: the two
    /// would not be of the same cases.
    pub(super) keep_own: bool,
    /// Only what the first charts show.
    pub(super) quick: bool,
    /// The bands of ages and lead times.
    pub(super) bands: Bands,
    /// The reference date that the user set.
    pub(super) reference: Option<Day>,
}

/// A second selection.
pub(super) enum Second {
    /// By a filter of its own.
    Selection(Selection),
    /// All that the first leaves out.
    Rest,
}

impl Plan {
    pub(super) fn of(request: &Request) -> Result<Self> {
        let crosstab = |(row, column): &(String, String)| Ok((known_field(row)?, known_field(column)?));
        let bands = Bands::of(&request.settings)?;
        let selection = Selection::of(&request.filter, &bands, request)?;
        let against = match &request.against {
            None => None,
            Some(Other::Filter(clauses)) => Some(Second::Selection(Selection::of(clauses, &bands, request)?)),
            // Nothing is left out: there is no rest to show.
            Some(Other::Rest) if selection.is_empty() => return Err(Error::new(Code::BadRequest)),
            Some(Other::Rest) => Some(Second::Rest),
        };
        Ok(Self {
            indicators: indicators(&request.indicators, request.quick)?,
            by_name: !request.indicators.is_empty(),
            crosstabs: request.crosstabs.iter().map(crosstab).collect::<Result<_>>()?,
            selection,
            quick: request.quick,
            keep_own: request.keep_own && against.is_none(),
            against,
            bands,
            profiles: if request.quick {
                Vec::new()
            } else {
                profiles::checked(&request.settings, request.lang)?
            },
            reference: reference(request)?,
        })
    }
}

impl Plan {
    /// The field whose answers an indicator's rows stand for, when the filter chooses from it and the indicator is to
    /// keep showing the whole. Of referrals that is the day of referral; of what is no answer to a field the indicator.
    pub(super) fn own_field(&self, indicator: &IndicatorDef) -> Option<&'static str> {
        if self.keep_own && !self.selection.is_empty() { self.kept_field(indicator) } else { None }
    }

    #[inline(never)]
    fn kept_field(&self, indicator: &IndicatorDef) -> Option<&'static str> {
        if clauses::is_derived(indicator) && self.keeps(indicator.id) {
            return Some(indicator.id);
        }
        let by_answer = match indicator.form {
            Form::Series => true,
            Form::Distribution | Form::Ages | Form::Share => {
                let field = indicator.fields.first().and_then(|id| catalog::field(id));
                field.is_some_and(|field| field.kind != Kind::Date)
            }
            Form::Duration
            | Form::Totals
            | Form::Within
            | Form::Stacking
            | Form::Cooccurrence
            | Form::Profiles
            | Form::Threads => false,
        };
        indicator.fields.first().copied().filter(|id| by_answer && self.keeps(id))
    }

    /// Whether figures of this field are to keep showing the whole.
    pub(super) fn keeps(&self, field: &str) -> bool {
        self.keep_own && self.selection.ids().any(|own| own == field)
    }
}

/// The field with this id, if it is one whose answers may be counted.
pub(super) fn known_field(id: &str) -> Result<&'static Field> {
    catalog::field(id).filter(|field| field.kind != Kind::Id).ok_or_else(|| unknown_field(id))
}

/// A field that is not in the catalog or not in the file.
pub(super) fn unknown_field(id: &str) -> Error {
    Error::new(Code::UnknownField).with_word("field", id)
}

/// An indicator that does not exist, or that the file can't give.
pub(super) fn unknown_indicator(id: &str) -> Error {
    Error::new(Code::UnknownIndicator).with_word("indicator", id)
}

/// The fields without which an indicator can't be given. A lead time needs
/// both its dates: without closing dates every case would seem open. A total
/// needs one of its numbers.
pub(super) fn can_give(indicator: &IndicatorDef, has: impl Fn(&str) -> bool) -> bool {
    match indicator.form {
        Form::Duration | Form::Within => indicator.fields.iter().all(|field| has(field)),
        // Several problems can only be told where several can be answered.
        Form::Stacking | Form::Cooccurrence => indicator
            .fields
            .iter()
            .any(|id| has(id) && known_field(id).is_ok_and(|field| field.kind == Kind::Many)),
        Form::Threads => threads::can_give(has),
        Form::Profiles | Form::Totals => indicator.fields.iter().any(|field| has(field)),
        Form::Ages => has(AGE),
        Form::Series => has(REFERRAL),
        Form::Distribution | Form::Share => indicator.fields.first().is_some_and(|field| has(field)),
    }
}

/// Figures of these forms follow when the first charts stand.
fn is_later(form: Form) -> bool {
    match form {
        Form::Within | Form::Stacking | Form::Cooccurrence | Form::Profiles | Form::Threads => true,
        Form::Series | Form::Distribution | Form::Ages | Form::Duration | Form::Share | Form::Totals => false,
    }
}

fn indicators(wanted: &[String], quick: bool) -> Result<Vec<&'static IndicatorDef>> {
    let is_wanted = |indicator: &&IndicatorDef| !(quick && is_later(indicator.form));
    if wanted.is_empty() {
        return Ok(INDICATORS.iter().filter(is_wanted).collect());
    }
    let mut list: Vec<&'static IndicatorDef> = Vec::new();
    for id in wanted {
        let indicator = catalog::indicator(id).ok_or_else(|| unknown_indicator(id))?;
        if is_wanted(&indicator) && list.iter().all(|known| known.id != indicator.id) {
            list.push(indicator);
        }
    }
    Ok(list)
}

/// The reference date that the user set.
pub(super) fn reference(request: &Request) -> Result<Option<Day>> {
    let day = |text: &String| Day::from_iso(text).ok_or_else(|| Error::new(Code::BadDate));
    request.reference_date.as_ref().map(day).transpose()
}
