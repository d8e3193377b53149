//! Profiles as a person reads and changes them.

use serde::Serialize;

use crate::{
    analysis::{self, Profile, Rule, Settings},
    catalog::Lang,
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
