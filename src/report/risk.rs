//! How recognisable the children in the files are, as plain data.
//!
//! Counts and ids of fields alone: no answer, no name of a place, no row. What
//! tells how much a file gives away must not itself point at a child.

use serde::Serialize;

/// The risk of re-identification of the files that were read.
///
/// The model is the prosecutor's, as in ARX: somebody knows a child, knows that
/// it is in the file, and looks for its row. The files are a register and no
/// sample, so whoever is unique in them is unique.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Risk {
    /// How many files were read.
    pub files: usize,
    /// How many cases it is about: those that count.
    pub cases: u64,
    /// Fields that would be looked at and that no file has.
    pub lacking: Vec<&'static str>,
    /// By the fields that neighbours know: place, age, gender and month of referral.
    pub groups: Groups,
    /// The same with ages in bands, with quarters, and with both.
    pub coarser: Vec<Groups>,
    /// By all fields of [`Risk::causes`] together.
    pub wide: Groups,
    /// The fields by which children are told apart, the one that causes most first.
    pub causes: Vec<Cause>,
    /// The problems in front within [`Risk::groups`]; `None` when no file has them.
    pub problems: Option<Diversity>,
    /// The fields that a publication could be split by.
    pub splits: Splits,
    /// It in words; `None` until `narrative` has told it.
    #[serde(flatten)]
    pub words: Option<RiskWords>,
}

/// Groups of cases that are the same in some fields; no answer is an answer of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Groups {
    /// Ids of the fields.
    pub fields: Vec<&'static str>,
    /// How ages are looked at.
    pub ages: Ages,
    /// How days of referral are looked at.
    pub periods: Periods,
    /// How many groups there are.
    pub classes: u64,
    /// Cases in the smallest group.
    pub smallest: u64,
    /// Cases that are alone in their group.
    pub unique: u64,
    /// As a fraction of all cases.
    pub unique_share: f64,
    /// Cases in groups of fewer than 5.
    pub under5: u64,
    /// Cases in groups of fewer than 10.
    pub under10: u64,
    /// The greatest chance that a guess at a child's row is right: 1 over the smallest group.
    pub highest_risk: f64,
    /// The same of all cases on average: groups over cases.
    pub average_risk: f64,
}

/// How ages are looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ages {
    /// In single years.
    #[default]
    Years,
    /// In the bands of the catalog.
    Bands,
}

/// How days of referral are looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Periods {
    /// By month.
    #[default]
    Months,
    /// By quarter.
    Quarters,
}

/// What one field adds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// Its id.
    pub field: &'static str,
    /// How many cases are alone by all the other fields.
    pub unique_without: u64,
    /// How many fewer that are than by all fields.
    pub fall: u64,
    /// Of the field by itself: different answers over cases.
    pub distinction: f64,
    /// Of the field by itself: the fraction of all pairs of cases that it tells apart.
    pub separation: f64,
}

/// Distinct l-diversity: how many different problems the cases of a group have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diversity {
    /// Of the group with the fewest.
    pub smallest: u64,
    /// Cases in groups with one problem: who is found, or whose group is found, has it.
    pub alike: u64,
    /// Those of them that are not alone in their group.
    pub alike_together: u64,
}

/// A field that a publication could be split by; no answer is an answer of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Split {
    /// Its id.
    pub field: &'static str,
    /// How many different answers there are.
    pub classes: u64,
    /// Cases without an answer.
    pub missing: u64,
    /// Cases with the rarest answer.
    pub smallest: u64,
    /// Different problems in front, of the answer with the fewest; `None` when no file has them.
    pub diversity: Option<u64>,
    /// It may be on the list of a publication.
    pub may_offer: bool,
}

/// What may be offered under each of the two presets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Splits {
    /// For the people who steer the team.
    pub stuurgroep: Vec<Split>,
    /// For everybody.
    pub website: Vec<Split>,
}

/// The risk in whole sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RiskWords {
    /// How many children are unique; without a full stop.
    pub title: String,
    /// By what, and how easily they are found.
    pub text: String,
    /// What that means, and what it does not.
    pub meaning: String,
    /// What causes it.
    pub because: String,
    /// What coarser answers would help; `None` when there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coarsened: Option<String>,
    /// What the groups say of problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<String>,
    /// What was not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
    /// What to do before sharing, one sentence each.
    pub advice: Vec<String>,
}
