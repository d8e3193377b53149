//! What people set about the figures: bands, profiles, and what shares are of.

use serde::{Deserialize, Serialize};

use crate::report::ShareOf;

/// Choices about the figures. What is left out is as the catalog has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Settings {
    /// First year of each age band but the youngest, rising: `[4, 9, 13, 17]` gives 0–3, 4–8, 9–12, 13–16 and 17+.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub age_bands: Vec<u16>,
    /// Whole months at which each lead-time band but the longest ends, rising: `[3, 6]`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lead_time_bands: Vec<u32>,
    /// What shares are drawn and told of.
    #[serde(skip_serializing_if = "ShareOf::is_known")]
    pub share_of: ShareOf,
    /// Profiles in place of those of the catalog (`doelgroepen`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profiles: Option<Vec<Profile>>,
}

/// A group of cases, by rules that all hold. An unknown answer does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Stable id.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The rules.
    pub all: Vec<Rule>,
}

/// One rule over one field: so many of these answers, or a number between these.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rule {
    /// A field's id, or `problemen`: `problematiek` and `bijkomend` together.
    pub field: String,
    /// Codes, of which the case has `least` different ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// 1 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u32>,
    /// Of a number: at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// Of a number: at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
}
