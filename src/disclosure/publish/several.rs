//! Fields with several answers a case: each answer is a table of its own, yes or no against the split, and the sum of
//! all mentions in each column counts as known.

use super::{
    super::{
        limits::Policy,
        one_way,
        round::Fixed,
        rules::Rules,
        suppress,
        table::{Pattern, Table, at, put},
        two_way::{self, Protected},
    },
    View,
    axis::{Axis, Class, Shape},
    columns::Columns,
    grid::{self, Grid, Line},
    grouping::{Group, Kind},
    why,
};
use crate::report::Audit;

/// Protects the answers of an axis. Where hardly anything would be seen by state, the figures of all cases alone.
pub(super) fn of(
    axis: &Axis<'_>,
    view: &View,
    (whole, split): (&Columns, Option<&Columns>),
    policy: &Policy,
    audit: &mut Audit,
) -> Result<Grid, &'static str> {
    let by_state = split
        .filter(|_| view.by_state)
        .and_then(|split| Some((split, Answers::of(axis, split, policy).ok().filter(Answers::is_worth_it)?)));
    let (columns, answers) = match by_state {
        Some(both) => both,
        None => (whole, Answers::of(axis, whole, policy)?),
    };
    let least = if axis.shape == Shape::Share { 1 } else { 2 };
    let tables: Vec<&Protected> = answers.tables.iter().flatten().collect();
    if tables.len() < least {
        return Err(why::FEW);
    }
    tables.into_iter().chain(&answers.known).for_each(|table| grid::note(audit, table));
    Ok(Grid { lines: answers.lines(axis, columns), by_state: columns.groups.len() > 1 })
}

/// The tables of an axis, made safe together.
struct Answers {
    /// Known and missing against the split; `None` when figures are of all cases: nobody is without an answer, or how many are is not shown.
    known: Option<Protected>,
    /// Yes and no against the split, for each answer that is shown.
    tables: Vec<Option<Protected>>,
    /// How many cases said yes, of the answers that are shown, and how many of these stand in cells that are hidden.
    yes: u64,
    yes_hidden: u64,
}

/// The answers while they are being made safe: more is hidden until every table agrees.
struct Work<'a> {
    axis: &'a Axis<'a>,
    columns: &'a Columns,
    policy: &'a Policy,
    rules: Rules,
    /// Cases that the answers are about, by column, as they are and as published.
    base: Vec<u64>,
    published: Fixed,
    /// Of each answer whether it is hidden wholly.
    hidden: Vec<bool>,
    /// Of each answer the columns in which it is hidden.
    places: Vec<Vec<usize>>,
}

impl Answers {
    fn of(axis: &Axis<'_>, columns: &Columns, policy: &Policy) -> Result<Self, &'static str> {
        let known = known(axis, columns, policy)?;
        let nobody = axis.missing.iter().all(|count| *count == 0);
        if axis.shape == Shape::Share && known.is_none() && !nobody {
            return Err(why::FEW);
        }
        let base = if known.is_some() { answered(axis, columns) } else { all(axis, columns) };
        let base = base.ok_or(why::AUDIT)?;
        let totals = known.as_ref().map_or_else(|| columns.totals(), |known| first_row(known, base.len()));
        let published = Fixed { rows: None, total: Some(totals.iter().sum()), columns: Some(totals) };
        let rules = Rules::of(policy.minimum());
        let answers = axis.classes.len();
        let hidden = vec![false; answers];
        let places = vec![Vec::new(); answers];
        let mut work = Work { axis, columns, policy, rules, base, published, hidden, places };
        let tables = work.settle()?;
        let (yes, yes_hidden) = work.told();
        Ok(Self { known, tables, yes, yes_hidden })
    }

    /// More than half of the answers stand in cells that are shown.
    fn is_worth_it(&self) -> bool {
        self.yes_hidden * 2 < self.yes
    }

    fn lines(&self, axis: &Axis<'_>, columns: &Columns) -> Vec<Line> {
        let width = columns.groups.len();
        let row = |table: Option<&Protected>, row: usize| -> (Option<u64>, Vec<Option<u64>>) {
            let Some(table) = table else { return (None, vec![None; width]) };
            let cells = table.cells.iter().skip(row * width).take(width).map(grid::shown).collect();
            (table.row_margins.get(row).copied(), cells)
        };
        let mut lines: Vec<Line> = Vec::new();
        for (class, table) in axis.classes.iter().zip(&self.tables) {
            let (total, cells) = row(table.as_ref(), 0);
            lines.push(Line { group: group(class, table.is_none()), total, cells });
        }
        let nobody = axis.missing.iter().all(|count| *count == 0);
        let (total, cells) = match &self.known {
            None if nobody => (Some(0), vec![Some(0); width]),
            known => row(known.as_ref(), 1),
        };
        let missing = Class { code: String::new(), label: String::new(), counts: axis.missing.clone() };
        let group = Group { kind: Kind::Missing, ..group(&missing, total.is_none()) };
        lines.push(Line { group, total, cells });
        lines
    }
}

impl Work<'_> {
    /// Hides until every table is safe with what all others hide. Each round hides more, so this ends.
    fn settle(&mut self) -> Result<Vec<Option<Protected>>, &'static str> {
        self.hide_small();
        loop {
            let before = self.size();
            let tables = self.yes_or_no();
            if self.size() == before {
                self.mentions()?;
            }
            if self.size() == before {
                return Ok(tables);
            }
        }
    }

    /// How much is hidden.
    fn size(&self) -> (usize, usize) {
        (self.hidden.iter().filter(|hidden| **hidden).count(), self.places.iter().map(Vec::len).sum())
    }

    /// Hides the answers of few, those that few do not have, and, where the sum of mentions tells of these, more.
    fn hide_small(&mut self) {
        let total: u64 = self.base.iter().sum();
        let small = |count: u64| (1..self.rules.minimum).contains(&count);
        let counts: Vec<u64> = self.axis.classes.iter().map(Class::total).collect();
        for (hidden, count) in self.hidden.iter_mut().zip(&counts) {
            *hidden |= small(*count) || small(total.saturating_sub(*count));
        }
        if self.axis.shape == Shape::Several {
            self.hidden = one_way::hide_more(&counts, &self.hidden, self.rules.minimum).hidden;
        }
    }

    /// The table of each answer that is shown; hides what these ask for. An answer that can't be made safe is hidden
    /// wholly.
    fn yes_or_no(&mut self) -> Vec<Option<Protected>> {
        let width = self.columns.groups.len();
        let mut tables = Vec::new();
        for place in 0..self.axis.classes.len() {
            let table = if at(&self.hidden, place) { None } else { self.one(place) };
            match &table {
                Some(table) => {
                    let hides = |column: &usize| table.cells.get(*column).and_then(grid::shown).is_none();
                    let hidden: Vec<usize> = (0..width).filter(hides).collect();
                    put(&mut self.places, place, hidden);
                }
                None => put(&mut self.hidden, place, true),
            }
            tables.push(table);
        }
        self.hide_small();
        tables
    }

    fn one(&self, place: usize) -> Option<Protected> {
        let yes = self.by_column(place)?;
        let no = yes
            .iter()
            .zip(&self.base)
            .map(|(yes, base)| base.checked_sub(*yes))
            .collect::<Option<Vec<_>>>()?;
        let table = Table::new(2, yes.len(), &[yes, no].concat())?;
        let mut start = Pattern::none(table.shape());
        for column in self.places.get(place)? {
            start.hide(table.shape().place(0, *column));
        }
        two_way::protect(&table, self.policy, &start, &self.published).ok()
    }

    /// Hides what the sums of mentions by column would tell.
    fn mentions(&mut self) -> Result<(), &'static str> {
        if self.axis.shape != Shape::Several {
            return Ok(());
        }
        let shown: Vec<usize> = (0..self.hidden.len()).filter(|place| !at(&self.hidden, *place)).collect();
        let mut rows: Vec<Vec<u64>> = shown.iter().filter_map(|place| self.by_column(*place)).collect();
        let mut group = vec![0; self.base.len()];
        for place in (0..self.hidden.len()).filter(|place| at(&self.hidden, *place)) {
            let counts = self.by_column(place).unwrap_or_default();
            group.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        let together = group.iter().any(|count| *count > 0).then_some(group);
        let apart = together.as_ref().map(|_| rows.len());
        rows.extend(together);
        let table = Table::new(rows.len(), self.base.len(), &rows.concat()).ok_or(why::AUDIT)?;
        let mut start = Pattern::none(table.shape());
        for (row, place) in shown.iter().enumerate() {
            let places = self.places.get(*place).into_iter().flatten();
            places.map(|column| table.shape().place(row, *column)).filter(|at| table.at(*at) > 0).for_each(
                |at| {
                    start.hide(at);
                },
            );
        }
        // Nobody said yes more often than there are cases: with the sums that may tell more of an answer.
        let rules = Rules { bases: self.base.clone(), apart, ..self.rules.clone() };
        let made = suppress::suppress(&table, &rules, &start).map_err(|_| why::AUDIT)?;
        for (row, place) in shown.iter().enumerate() {
            let hides = |column: &usize| made.pattern.hides(table.shape().place(row, *column));
            let hidden: Vec<usize> = (0..self.base.len()).filter(hides).collect();
            let known = self.places.get(*place).cloned().unwrap_or_default();
            let more = hidden.into_iter().filter(|column| !known.contains(column));
            put(&mut self.places, *place, known.iter().copied().chain(more).collect());
        }
        Ok(())
    }

    /// How many cases gave an answer, by published column.
    fn by_column(&self, place: usize) -> Option<Vec<u64>> {
        let class = self.axis.classes.get(place)?;
        Some(self.columns.table(&[&class.counts])?.column_margins())
    }

    /// How many cases said yes to what is shown, and how many of these are in hidden cells.
    fn told(&self) -> (u64, u64) {
        let (mut yes, mut unseen) = (0, 0);
        for place in (0..self.hidden.len()).filter(|place| !at(&self.hidden, *place)) {
            let counts = self.by_column(place).unwrap_or_default();
            yes += counts.iter().sum::<u64>();
            let hidden = self.places.get(place).into_iter().flatten();
            unseen += hidden.filter_map(|column| counts.get(*column)).sum::<u64>();
        }
        (yes, unseen)
    }
}

/// Known and missing against the split, when both may be shown everywhere.
fn known(axis: &Axis<'_>, columns: &Columns, policy: &Policy) -> Result<Option<Protected>, &'static str> {
    if axis.missing.iter().all(|count| *count == 0) {
        return Ok(None);
    }
    // Hidden only when it is small, its being hidden would tell that.
    if (1..policy.minimum() * 2).contains(&axis.missing.iter().sum()) {
        return Ok(None);
    }
    let answered = answered(axis, columns).ok_or(why::AUDIT)?;
    let missing = columns.table(&[&axis.missing]).ok_or(why::AUDIT)?.column_margins();
    if answered.iter().sum::<u64>() < policy.minimum() {
        return Err(why::FEW);
    }
    let table = Table::new(2, answered.len(), &[answered, missing].concat()).ok_or(why::AUDIT)?;
    let fixed = Fixed { rows: None, columns: Some(columns.totals()), total: Some(columns.total) };
    let known = two_way::protect(&table, policy, &Pattern::none(table.shape()), &fixed).ok();
    Ok(known.filter(|known| known.hidden == 0))
}

/// All cases by published column.
fn all(axis: &Axis<'_>, columns: &Columns) -> Option<Vec<u64>> {
    let sum = answered(axis, columns)?;
    let missing = columns.table(&[&axis.missing])?.column_margins();
    Some(sum.iter().zip(missing).map(|(known, missing)| known + missing).collect())
}

/// Cases with an answer, by published column.
fn answered(axis: &Axis<'_>, columns: &Columns) -> Option<Vec<u64>> {
    Some(columns.table(&[&axis.known])?.column_margins())
}

fn first_row(table: &Protected, width: usize) -> Vec<u64> {
    table.cells.iter().take(width).filter_map(grid::shown).collect()
}

fn group(class: &Class, hidden: bool) -> Group {
    Group {
        code: class.code.clone(),
        label: class.label.clone(),
        codes: vec![class.code.clone()],
        counts: class.counts.clone(),
        kind: Kind::Answers,
        hidden,
    }
}
