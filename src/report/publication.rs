//! A publication: protected figures of a fixed list of views, as plain data with its JSON
//! (`ben-monitor/publication@1`). No calculation: `disclosure` makes it.

use serde::{Deserialize, Serialize};

use super::{Period, Report};

/// Name and version of a publication's JSON. Keys may be added within a version.
pub const PUBLICATION: &str = "ben-monitor/publication@1";

/// Protected figures that may be shown to anyone: no file's name, no row, no number of a casus.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Publication {
    /// [`PUBLICATION`].
    pub schema: String,
    /// Name and version of what made it.
    pub engine: String,
    /// Language of its labels and sentences: `nl` or `en`.
    pub lang: String,
    /// What it is called.
    pub title: String,
    /// The preset: `website` or `stuurgroep`.
    pub preset: String,
    /// The limits that were held.
    pub policy: Limits,
    /// What the audit looked at, and what it found.
    pub audit: Audit,
    /// The day on which it was made, `jjjj-mm-dd`; `None` when that was not told.
    pub made: Option<String>,
    /// The closed periods that it is about.
    pub period: ClosedPeriods,
    /// The regions whose cases are in it, as far as they are named.
    pub regions: Vec<String>,
    /// The field of whose values there is a state each.
    pub split: Option<SplitField>,
    /// The figures of all cases.
    pub report: Report,
    /// The figures of the cases with one value of the split, where they can be shown.
    pub states: Vec<State>,
    /// Answers that were put together.
    pub merged: Vec<Merged>,
    /// What is not in it, and why.
    pub left_out: Vec<LeftOut>,
    /// Of several publications added up: within what each count lies that is not shown.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ranges: Vec<MergedRange>,
    /// SHA-256 of the publication as JSON without spaces and with this text empty, in hexadecimal.
    pub hash: String,
}

impl Publication {
    /// All its reports: of all cases, and of each state with its code.
    pub fn reports(&self) -> impl Iterator<Item = (Option<&str>, &Report)> {
        let states = self.states.iter().map(|state| (Some(state.code.as_str()), &state.report));
        std::iter::once((None, &self.report)).chain(states)
    }
}

/// The limits that a publication holds; `disclosure::limits` says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// No count from 1 to one below this is shown.
    pub minimum: u64,
    /// Counts are multiples of this one; `None` when they are exact.
    pub base: Option<u64>,
    /// No percentage of fewer cases.
    pub percent_from: u64,
    /// No median of fewer cases.
    pub median_from: u64,
    /// No quartiles of fewer cases.
    pub quartiles_from: u64,
    /// No 90th percentile of fewer cases.
    pub p90_from: u64,
}

/// What the audit looked at, and what it found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// Two-way tables.
    pub tables: u64,
    /// Counts that are not shown, in all tables.
    pub hidden: u64,
    /// Width of the narrowest interval in which an outsider can place a count that is not shown; `None` without one.
    pub narrowest: Option<u64>,
    /// The publication before this one was looked at too.
    pub previous: bool,
}

/// The closed periods of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedPeriods {
    /// Their first and last day.
    #[serde(flatten)]
    pub span: Period,
    /// `2024`, `2024-H1`, `2024-Q1`: as a filter names them.
    pub units: Vec<String>,
}

/// The field of whose values there is a state each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitField {
    /// Its id.
    pub field: String,
    /// What people read.
    pub label: String,
}

/// The figures of the cases with one value of the split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Code of the value; for a place its name.
    pub code: String,
    /// What people read.
    pub label: String,
    /// Their figures.
    pub report: Report,
}

/// Answers of one indicator that were put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The indicator's id.
    pub indicator: String,
    /// The classes made.
    pub groups: Vec<MergedGroup>,
}

/// Answers that are one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedGroup {
    /// What people read.
    pub label: String,
    /// Codes of the answers in it; empty for places, whose names would tell who is among them.
    pub codes: Vec<String>,
}

/// A view that is not in the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The indicator's id.
    pub indicator: String,
    /// Code of the state; `None` for all.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub state: Option<String>,
    /// Why, as a stable code.
    pub code: String,
    /// Why, in a sentence; empty until `narrative` has told it.
    pub text: String,
}

/// Within what a sum lies of which a part is hidden, by what is shown: both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedRange {
    /// The indicator's id.
    pub indicator: String,
    /// Code of the answer.
    pub code: String,
    /// At least.
    pub low: u64,
    /// At most.
    pub high: u64,
}

/// What an earlier publication tells, for the next one: nothing may follow from both together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Before {
    /// Its schema.
    pub schema: String,
    /// No count from 1 to one below this is in it.
    pub minimum: u64,
    /// Its counts are rounded.
    pub rounded: bool,
    /// First and last day of its periods.
    pub span: Period,
    /// The regions that it names.
    pub regions: Vec<String>,
    /// The field of its states.
    pub split: Option<String>,
    /// Every count that it has, and every one that it hides.
    pub counts: Vec<BeforeCount>,
}

/// A count of an earlier publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeCount {
    /// Code of the state; `None` for all cases.
    pub state: Option<String>,
    /// The indicator's id; empty for the number of cases.
    pub indicator: String,
    /// Code of the answer; empty for the cases without one, `*` for all that is hidden.
    pub code: String,
    /// The count; `None` when it is hidden.
    pub count: Option<u64>,
}
