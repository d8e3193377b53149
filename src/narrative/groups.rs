//! Lead times of the groups of one field: after how many days half is closed, with the open cases counted.

use super::{
    en,
    fraction::WORDS_FROM,
    label::{is_place, lower_first},
    nl,
    tongue::Tongue,
};
use crate::{
    catalog::Lang,
    report::{Duration, DurationBy, DurationGroup},
};

/// Most groups that a sentence names.
const NAMED: usize = 5;

/// One group.
pub(super) struct Group {
    /// As it stands within a sentence.
    pub(super) name: String,
    /// It is the name of a place.
    pub(super) place: bool,
    /// Days until half is closed, `None` when that is not yet so.
    pub(super) half: Option<f64>,
    /// All its cases, and those that are open.
    pub(super) n: u64,
    pub(super) open: u64,
}

/// A sentence for each field with a few groups. Groups of too few cases to speak of are not named, and one alone
/// neither.
#[inline(never)]
pub(super) fn sentences(duration: &Duration, tongue: &dyn Tongue) -> Vec<String> {
    duration.by.iter().filter_map(|by| sentence(by, tongue)).collect()
}

fn sentence(by: &DurationBy, tongue: &dyn Tongue) -> Option<String> {
    if by.groups.len() > NAMED {
        return None;
    }
    let place = is_place(&by.field);
    let named = |group: &DurationGroup| {
        let name = if place { group.label.clone() } else { lower_first(&group.label) };
        let half = group.kaplan_meier.as_ref().and_then(|curve| curve.median);
        Group { name, place, half, n: group.n + group.open, open: group.open }
    };
    let enough = by.groups.iter().filter(|group| group.n + group.open >= WORDS_FROM);
    let groups: Vec<_> = enough.map(named).collect();
    (groups.len() > 1).then(|| match tongue.lang() {
        Lang::Nl => nl::groups::half_closed(&groups),
        Lang::En => en::groups::half_closed(&groups),
    })
}
