//! What changed between two files that tell the same cases at different
//! moments, as plain data.

use serde::Serialize;

/// Counts of two files put beside each other, older and newer.
///
/// Each case is in exactly one of the five counts, so that of a file they add
/// up to its cases: `closed + changed + same` and `gone` for the older one,
/// `new` for the newer one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The file of the earlier moment.
    pub older: Moment,
    /// The file of the later moment.
    pub newer: Moment,
    /// Of all cases.
    pub total: Changes,
    /// The same by region, in the order of their names; cases without a region last.
    pub regions: Vec<RegionChanges>,
}

/// One of the two files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// Its number among the sources of the report, from 0.
    pub source: usize,
    /// Its name as given.
    pub name: String,
    /// The latest day in it, `jjjj-mm-dd`.
    pub latest: Option<String>,
    /// How many different cases it tells, by their casus numbers.
    pub cases: u64,
    /// Rows without a casus number: these can't be compared.
    pub without_number: u64,
}

/// Numbers of cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// In the newer file alone.
    pub new: u64,
    /// Without a closing date in the older file, with one in the newer.
    pub closed: u64,
    /// In both and not closed in between, with another answer in a field that both files have.
    pub changed: u64,
    /// In the older file alone.
    pub gone: u64,
    /// In both, with the same answers.
    pub same: u64,
}

/// The changes in one region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionChanges {
    /// Its name; `None` for cases without a region.
    pub region: Option<String>,
    /// How many of its cases.
    pub counts: Changes,
}
