//! Cases and a request → report.
//!
//! One file for each kind of indicator. Each counts into a partial of plain
//! counts (by code, by day, by pair), which merges exactly with that of other
//! cases and is finished once: so the order of the rows and the way in which
//! they are split over files or workers never change a figure. Reads the
//! column store and the catalog; knows no file format and makes no sentence.

mod ages;
mod answers;
mod bands;
mod cells;
mod clauses;
mod coded;
mod compare;
mod crosstab;
mod distribution;
mod duration;
mod duration_by;
mod filter;
mod group;
mod partial;
mod plan;
mod problems;
mod profiles;
mod pyramid;
mod risk;
mod series;
mod settings;
mod share;
mod stacking;
mod threads;
mod together;
mod totals;
mod within;
mod years;

pub use compare::compare;
pub use partial::Partial;
pub(crate) use partial::misplaced_date;
pub use profiles::{check, profiles};
pub use risk::{risk, splits};
pub use settings::{Profile, Rule, Settings};
pub use years::Past;

use crate::{
    cases::Cases,
    catalog::Lang,
    error::Result,
    report::{Clause, Report},
};

/// Date of referral: what periods and lead times start from.
const REFERRAL: &str = "aanmelddatum";
/// Region of the expert team.
const REGION: &str = "regio";
/// Age in whole years, the one number that has bands.
const AGE: &str = "leeftijd";
/// The code by which a filter asks for the cases without an answer.
const MISSING_CODE: &str = "onbekend";

/// What is asked of the cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// Language of the labels.
    pub lang: Lang,
    /// The selection; empty for all cases. A case is in it when every clause
    /// holds, and a clause holds when one of its values does.
    pub filter: Vec<Clause>,
    /// Cross tables asked for, row field and column field.
    pub crosstabs: Vec<(String, String)>,
    /// Day at which open cases are censored, `jjjj-mm-dd`; the latest day in the data when `None`.
    pub reference_date: Option<String>,
    /// Ids of the indicators wanted, in this order; empty for all that the file can give.
    pub indicators: Vec<String>,
    /// An indicator of a field that the filter chooses from keeps showing the whole, see [`About::chosen`].
    ///
    /// [`About::chosen`]: crate::report::About::chosen
    pub keep_own: bool,
    /// A second selection, counted beside the first.
    pub against: Option<Other>,
    /// Bands, profiles, and what shares are of.
    pub settings: Settings,
    /// Only what the first charts show: the rest is asked for when these stand.
    pub quick: bool,
}

/// A second selection.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Other {
    /// The cases of this filter.
    Filter(Vec<Clause>),
    /// All cases that are known not to be in the first selection.
    Rest,
}

/// Counts what is asked.
///
/// # Errors
///
/// `request.unknown-field` and `request.unknown-indicator` for a field or an
/// indicator that does not exist or that the file does not have,
/// `request.malformed` for a filter value that its field can't have,
/// `request.bad-date` for a reference date that is no date, that lies before the first referral
/// or more than two years after the last day in the files.
pub fn report(cases: &Cases, request: &Request) -> Result<Report> {
    report_again(cases, request, &Past::default())
}

/// The same, for cases of which more is asked than once: `past` is kept from one request to the next, and made anew
/// when cases are added.
///
/// # Errors
///
/// As [`report`].
pub fn report_again(cases: &Cases, request: &Request, past: &Past) -> Result<Report> {
    Partial::with_past(cases, request, past)?.finish(request)
}
