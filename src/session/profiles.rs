//! Settings as a person reads and changes them: the standard ones, and profiles with their rules in words.

use serde::Serialize;

use crate::{
    analysis::{self, Profile, Rule, Settings},
    catalog::{AGE_BANDS, Lang, MONTH_BANDS},
    narrative::{self, Condition},
};

/// A profile with its rules, also in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldProfile {
    /// The profile, as settings take it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Its rules as one plain phrase: `jongen, jonger dan 12 jaar, …`.
    pub text: String,
}

/// The profiles in force under these settings, with their rules in words.
///
/// ```
/// use ben_monitor::{analysis::Settings, catalog::Lang, session::profiles};
/// let told = profiles(&Settings::default(), Lang::Nl);
/// let both = told.iter().find(|told| told.profile.id == "ass_trauma").expect("in the catalog");
/// assert_eq!(both.text, "autisme (ASS), trauma");
/// ```
#[inline(never)]
pub fn profiles(settings: &Settings, lang: Lang) -> Vec<ToldProfile> {
    analysis::profiles(settings, lang)
        .into_iter()
        .map(|profile| {
            let rules: Vec<_> = profile.all.iter().map(condition).collect();
            let text = narrative::profile_phrase(&rules, lang);
            ToldProfile { profile, text }
        })
        .collect()
}

fn condition(rule: &Rule) -> Condition<'_> {
    let Rule { field, values, least, from, to } = rule;
    Condition { field, values, least: least.unwrap_or(1), from: *from, to: *to }
}

/// What holds where a person sets nothing, as settings take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Standard {
    /// First year of each age band but the youngest.
    pub age_bands: Vec<u16>,
    /// Whole months at which each lead-time band but the longest ends.
    pub lead_time_bands: Vec<u32>,
    /// The profiles of the catalog.
    pub profiles: Vec<Profile>,
}

/// The settings of the catalog.
///
/// ```
/// use ben_monitor::{catalog::Lang, session::standard};
/// assert_eq!(standard(Lang::Nl).age_bands, [4, 9, 13, 17]);
/// assert_eq!(standard(Lang::Nl).lead_time_bands, [3, 6]);
/// ```
#[inline(never)]
pub fn standard(lang: Lang) -> Standard {
    Standard {
        age_bands: AGE_BANDS.iter().map(|band| band.from).filter(|&from| from > 0).collect(),
        lead_time_bands: MONTH_BANDS.iter().filter_map(|band| band.months).collect(),
        profiles: analysis::profiles(&Settings::default(), lang),
    }
}
