//! Figures that follow from what is published already: they tell nothing more.

use super::{
    Exact, Kin, View,
    axis::Axis,
    columns::Columns,
    grid::{Grid, Line},
    grouping::{self, Group, Kind},
    labels,
};
use crate::report::PLACES;

/// A share that follows from the answers of another indicator. `None` when it does not follow from what is shown of
/// these: it would tell of what is put together or hidden.
pub(super) fn of(axis: &Axis<'_>, from: &Grid, kin: &Kin) -> Option<Grid> {
    let wanted = kin.codes.as_ref()?;
    let is_wanted = |code: &String| wanted.contains(code);
    let yes = axis.classes.first()?;
    let width = from.lines.first()?.cells.len();
    let mut sum = Line {
        group: group(yes.code.clone(), yes.label.clone(), yes.counts.clone(), false),
        total: Some(0),
        cells: vec![Some(0); width],
    };
    for line in from.lines.iter().filter(|line| line.group.kind == Kind::Answers) {
        // How many gave an answer is not told.
        if line.group.codes.iter().any(|code| code == grouping::UNKNOWN) {
            return None;
        }
        let counted = line.group.codes.iter().filter(|code| is_wanted(code)).count();
        if counted == 0 {
            continue;
        }
        if counted < line.group.codes.len() {
            return None;
        }
        sum.total = Some(sum.total? + line.total?);
        for (sum, cell) in sum.cells.iter_mut().zip(&line.cells) {
            *sum = sum.zip(*cell).map(|(sum, cell)| sum + cell);
        }
    }
    let missing = from.lines.iter().find(|line| line.group.kind == Kind::Missing)?.clone();
    Some(Grid { lines: vec![sum, missing], by_state: from.by_state })
}

/// The split's own values: as many cases as each state holds.
pub(super) fn of_split(axis: &Axis<'_>, split: &Columns, view: &View, exact: &Exact<'_>) -> Grid {
    let mut lines = Vec::new();
    let mut unseen = Vec::new();
    for class in &axis.classes {
        let place = exact.states.iter().position(|state| state.code == class.code);
        let state = split.groups.iter().find(|group| place.is_some() && group.state == place);
        let line = Line {
            group: group(class.code.clone(), class.label.clone(), class.counts.clone(), state.is_none()),
            // Values that no case has are no state.
            total: if class.total() == 0 { Some(0) } else { state.map(|group| group.total) },
            cells: Vec::new(),
        };
        if line.total.is_none() && view.place { unseen.push(line) } else { lines.push(line) }
    }
    let last = exact.states.len();
    let rest = split.groups.iter().find(|group| group.state.is_none() && group.members != [last]);
    let with_missing = rest.is_some_and(|rest| rest.members.contains(&last));
    let nobody = axis.missing.iter().all(|count| *count == 0);
    if !unseen.is_empty() {
        let label = labels::rest(view, unseen.len(), with_missing && !nobody);
        let codes = unseen.into_iter().flat_map(|line| line.group.codes);
        let codes = codes.chain(with_missing.then(|| grouping::UNKNOWN.to_owned())).collect();
        let group = Group { codes, ..group(PLACES.to_owned(), label, Vec::new(), false) };
        lines.push(Line { group, total: rest.map(|rest| rest.total), cells: Vec::new() });
    }
    let missing = split.groups.iter().find(|group| group.members == [last]).map(|group| group.total);
    let group = Group { kind: Kind::Missing, ..group(String::new(), String::new(), Vec::new(), false) };
    let told = nobody || (with_missing && view.place);
    lines.push(Line { group, total: if told { Some(0) } else { missing }, cells: Vec::new() });
    Grid { lines, by_state: false }
}

fn group(code: String, label: String, counts: Vec<u64>, hidden: bool) -> Group {
    Group { codes: vec![code.clone()], code, label, counts, kind: Kind::Answers, hidden }
}
