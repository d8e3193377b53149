//! The classes of an axis as they are published: merged where that keeps every case in view, hidden where not.

use super::{
    super::{limits::Policy, one_way, regroup},
    View,
    axis::{Axis, Class, OPEN, Shape},
    labels, why,
};
use crate::report::{MergedGroup, PLACES};

/// Code of the cases without an answer, where these are part of a class.
pub(super) const UNKNOWN: &str = "onbekend";

/// One class as it is published, or the cases without an answer.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) code: String,
    pub(super) label: String,
    /// Codes of the answers in it, more than one when they were put together.
    pub(super) codes: Vec<String>,
    /// By column of the split.
    pub(super) counts: Vec<u64>,
    pub(super) kind: Kind,
    /// It is not shown, in no table.
    pub(super) hidden: bool,
}

/// What a group stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Answers.
    Answers,
    /// Open cases, among lead times.
    Open,
    /// Cases without an answer.
    Missing,
}

impl Group {
    fn of(class: &Class) -> Self {
        Self {
            code: class.code.clone(),
            label: class.label.clone(),
            codes: vec![class.code.clone()],
            counts: class.counts.clone(),
            kind: if class.code == OPEN { Kind::Open } else { Kind::Answers },
            hidden: false,
        }
    }

    fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Several groups as one.
    fn together(groups: &[&Self], code: String, label: String) -> Self {
        let mut counts: Vec<u64> = Vec::new();
        for group in groups {
            counts.resize(group.counts.len(), 0);
            counts.iter_mut().zip(&group.counts).for_each(|(sum, count)| *sum += count);
        }
        let codes = groups.iter().flat_map(|group| group.codes.clone()).collect();
        Self { code, label, codes, counts, kind: Kind::Answers, hidden: false }
    }
}

/// The groups of an axis with one answer a case, the cases without an answer last.
pub(super) fn groups(axis: &Axis<'_>, view: &View, policy: &Policy) -> Result<Vec<Group>, &'static str> {
    let mut answers: Vec<Group> = axis.classes.iter().map(Group::of).collect();
    let open: Vec<Group> = answers.extract_if(.., |group| group.kind == Kind::Open).collect();
    let mut missing = Group {
        code: String::new(),
        label: String::new(),
        codes: vec![UNKNOWN.to_owned()],
        counts: axis.missing.clone(),
        kind: Kind::Missing,
        hidden: false,
    };
    if !view.keep_apart {
        let ordered = matches!(axis.shape, Shape::Answers(true) | Shape::Series(_) | Shape::Duration);
        answers = if ordered {
            neighbours(answers, view, policy)
        } else {
            rest(answers, &mut missing, view, policy)
        };
    }
    let mut groups: Vec<Group> = answers.into_iter().chain(open).chain([missing]).collect();
    let totals: Vec<u64> = groups.iter().map(Group::total).collect();
    let shown = one_way::hide(&totals, policy.minimum()).map_err(|_| why::FEW)?;
    groups.iter_mut().zip(shown.hidden).for_each(|(group, hidden)| group.hidden = hidden);
    if view.place {
        groups = without_hidden_names(groups, view);
    }
    let shown =
        groups.iter().filter(|group| group.kind == Kind::Answers && !group.hidden && group.total() > 0);
    if shown.count() < 2 { Err(why::FEW) } else { Ok(groups) }
}

/// Puts neighbours together where their order means something.
fn neighbours(answers: Vec<Group>, view: &View, policy: &Policy) -> Vec<Group> {
    let totals: Vec<Vec<u64>> = answers.iter().map(|group| vec![group.total()]).collect();
    if !totals.iter().flatten().any(|total| (1..policy.minimum()).contains(total)) {
        return answers;
    }
    let Some(parts) = regroup::ordered(&totals, policy.minimum()).filter(|parts| parts.len() > 1) else {
        return answers;
    };
    let one = |members: &Vec<usize>| -> Option<Group> {
        let groups: Vec<&Group> = members.iter().filter_map(|place| answers.get(*place)).collect();
        let (first, last) = (groups.first()?, groups.last()?);
        if groups.len() == 1 {
            return Some((*first).clone());
        }
        let label = labels::from_to((&first.code, &first.label), (&last.code, &last.label), view.lang);
        Some(Group::together(&groups, format!("{}{}{}", first.code, labels::TO, last.code), label))
    };
    parts.iter().filter_map(one).collect()
}

/// Puts the smallest answers into a rest; the cases without an answer too, when these are among them.
fn rest(answers: Vec<Group>, missing: &mut Group, view: &View, policy: &Policy) -> Vec<Group> {
    let mut totals: Vec<u64> = answers.iter().map(Group::total).collect();
    // A class as the others: were it taken only when it is small, its being taken would tell that.
    totals.push(missing.total());
    let members = regroup::rest(&totals, policy.minimum()).unwrap_or_default();
    let with_missing = members.contains(&answers.len());
    let left =
        answers.iter().enumerate().filter(|(place, group)| !members.contains(place) && group.total() > 0);
    if members.is_empty() || left.count() < 2 {
        return answers;
    }
    let is_member = |place: usize| members.contains(&place);
    let mut small: Vec<Group> = Vec::new();
    let mut kept: Vec<Group> = Vec::new();
    for (place, group) in answers.into_iter().enumerate() {
        if is_member(place) { small.push(group) } else { kept.push(group) }
    }
    // The order of the exact counts tells which of two is larger.
    let small = crate::listed::in_order(small, |a, b| a.code.cmp(&b.code));
    let mut groups: Vec<&Group> = small.iter().collect();
    let answers = groups.len();
    if with_missing {
        groups.push(missing);
    }
    let code = if view.place { PLACES.to_owned() } else { joined(&groups) };
    let together = Group::together(&groups, code, labels::rest(view, answers, with_missing));
    if with_missing {
        missing.counts.iter_mut().for_each(|count| *count = 0);
    }
    kept.push(together);
    kept
}

/// The code of answers that are one class.
fn joined(groups: &[&Group]) -> String {
    let code = |group: &&Group| match group.kind {
        Kind::Missing => UNKNOWN.to_owned(),
        Kind::Answers | Kind::Open => group.code.clone(),
    };
    groups.iter().map(code).collect::<Vec<_>>().join(labels::JOIN)
}

/// Hidden places as one class, with the cases without one when these are hidden too: the sum is large enough to be
/// shown, and everyone can work it out; the names would say that somebody who lives there is in the file.
fn without_hidden_names(groups: Vec<Group>, view: &View) -> Vec<Group> {
    if !groups.iter().any(|group| group.hidden) {
        return groups;
    }
    let is_rest = |group: &Group| group.hidden || group.code == PLACES;
    let (hidden, mut kept): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(is_rest);
    let all: Vec<&Group> = hidden.iter().collect();
    let with_missing = hidden.iter().any(|group| group.codes.iter().any(|code| code == UNKNOWN));
    let rest = Group::together(&all, PLACES.to_owned(), labels::rest(view, all.len(), with_missing));
    if let Some(missing) = hidden.into_iter().find(|group| group.kind == Kind::Missing) {
        let counts = vec![0; missing.counts.len()];
        kept.push(Group { counts, hidden: false, ..missing });
    }
    kept.insert(kept.len().saturating_sub(1), rest);
    kept
}

/// What was put together, for whoever reads the publication.
pub(super) fn told(groups: &[Group], view: &View) -> Vec<MergedGroup> {
    let made = groups.iter().filter(|group| group.codes.len() > 1);
    made.map(|group| MergedGroup {
        label: group.label.clone(),
        codes: if view.place { Vec::new() } else { group.codes.clone() },
    })
    .collect()
}
