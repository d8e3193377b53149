//! A request, checked against the catalog.

use super::{
    AGE, REFERRAL, Request,
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
    /// The reference date that the user set.
    pub(super) reference: Option<Day>,
}

impl Plan {
    pub(super) fn of(request: &Request) -> Result<Self> {
        let crosstab = |(row, column): &(String, String)| Ok((known_field(row)?, known_field(column)?));
        Ok(Self {
            indicators: indicators(&request.indicators)?,
            by_name: !request.indicators.is_empty(),
            crosstabs: request.crosstabs.iter().map(crosstab).collect::<Result<_>>()?,
            profiles: profiles::checked(&request.settings, request.lang)?,
            selection: Selection::of(&request.filter)?,
            reference: request.reference_date.as_deref().map(reference).transpose()?,
        })
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

fn indicators(wanted: &[String]) -> Result<Vec<&'static IndicatorDef>> {
    if wanted.is_empty() {
        return Ok(INDICATORS.iter().collect());
    }
    let mut list: Vec<&'static IndicatorDef> = Vec::new();
    for id in wanted {
        let indicator = catalog::indicator(id).ok_or_else(|| unknown_indicator(id))?;
        if list.iter().all(|known| known.id != indicator.id) {
            list.push(indicator);
        }
    }
    Ok(list)
}

fn reference(text: &str) -> Result<Day> {
    Day::from_iso(text).ok_or_else(|| Error::new(Code::BadDate))
}
