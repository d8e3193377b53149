//! Cases and a request → report.

use crate::{
    cases::Cases,
    catalog::Lang,
    error::Result,
    report::{Clause, Report},
};

/// What is asked of the cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// Language of the labels.
    pub lang: Lang,
    /// The selection; empty for all cases.
    pub filter: Vec<Clause>,
    /// Cross tables asked for, row field and column field.
    pub crosstabs: Vec<(String, String)>,
    /// Day at which open cases are censored, `jjjj-mm-dd`; the latest day in the data when `None`.
    pub reference_date: Option<String>,
    /// Ids of the indicators wanted, in this order; empty for all that the file can give.
    pub indicators: Vec<String>,
}

/// Counts what is asked.
///
/// # Errors
///
/// A field or indicator that does not exist, or a reference date that is no date.
pub fn report(cases: &Cases, request: &Request) -> Result<Report> {
    let _ = (cases, request);
    Err(crate::error::Error::new(crate::error::Code::NothingLoaded))
}
