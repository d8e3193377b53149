//! Answers as headings: in `Problematiek: trauma`, and in a column headed
//! `Trauma`, the answer is the heading and the cells say whether it holds.

use super::{
    answers::without_parentheses,
    columns::{Certainty, Columns, DecidedColumn, Use},
    headings::{Headings, Named},
    marks::{Mark, Marks},
    parts::is_free,
    row::HeldRow,
};
use crate::{
    cases::Missing,
    catalog::{EXPLANATION, FIELDS, Field, Kind, MISSING, Role, fold},
};

/// The place of an answer in the field's list, or why it is none. Folded
/// spellings of the catalog alone: a heading is no free text.
pub(super) fn answer(field: &Field, folded: &str) -> Option<Result<u8, Missing>> {
    let (place, value) = (0..).zip(field.values).find(|(_, value)| value.spellings.holds(folded))?;
    Some(if value.role == Role::Unknown { Err(Missing::Unknown) } else { Ok(place) })
}

/// The fields with a list in which a folded text is an answer. Answers to yes
/// or no questions tell nothing: they are marks.
pub(super) fn fields_with(folded: &str) -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(move |field| has_options(field) && answer(field, folded).is_some())
}

/// Whether a folded text says yes or no.
pub(super) fn is_mark(folded: &str) -> bool {
    FIELDS
        .iter()
        .filter(|field| field.kind == Kind::YesNo)
        .take(1)
        .any(|field| answer(field, folded).is_some())
}

fn has_options(field: &Field) -> bool {
    matches!(field.kind, Kind::One | Kind::Many)
}

/// As [`answer`], also for `anders, namelijk`, `geen` and `onbekend`.
fn option(field: &Field, folded: &str) -> Option<Result<u8, Missing>> {
    let unexplained = || EXPLANATION.iter().find_map(|word| folded.strip_suffix(word)).map(str::trim_end);
    answer(field, folded)
        .or_else(|| answer(field, unexplained()?).filter(|&value| is_free(field, value)))
        .or_else(|| MISSING.unknown.contains(&folded).then_some(Err(Missing::Unknown)))
        .or_else(|| MISSING.not_applicable.contains(&folded).then_some(Err(Missing::NotApplicable)))
}

/// The field and the answer that a heading names: `Problematiek: trauma`,
/// `problematiek_trauma`, `Problematiek [Trauma]`. The longest name of a field counts.
pub(super) fn in_heading(
    headings: &Headings,
    heading: &str,
) -> Option<(&'static Field, Result<u8, Missing>)> {
    let split = |folded: &str| {
        folded.rmatch_indices(' ').find_map(|(at, _)| {
            let (before, after) = folded.split_at_checked(at)?;
            let field = headings.known(before).and_then(Named::field).filter(|field| has_options(field))?;
            Some((field, option(field, after.trim_start())?))
        })
    };
    split(&fold(heading)).or_else(|| split(&fold(&without_parentheses(heading)?)))
}

/// Finds the columns that are for one answer, by their headings and the marks below.
pub(super) fn decide(columns: &mut Columns, headings: &Headings, below: &[HeldRow]) {
    for (at, column) in columns.0.iter_mut().enumerate() {
        if let Some((field, value)) = named(column, headings)
            && Seen::of(below, at, field, value).fits()
        {
            column.used = Use::Part { field, value };
            column.certainty = column.certainty.min(Certainty::Exact);
        }
    }
    let bare: Vec<Bare> =
        (0..).zip(&columns.0).filter_map(|(at, column)| Bare::of(at, column, below)).collect();
    let mut rest = bare.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let run = longest_run(rest).or_else(|| Some((beside(columns, first)?, 1)));
        let (run_of, after) = rest.split_at(run.map_or(1, |(_, count)| count));
        for one in run_of {
            let value = run.and_then(|(field, _)| Some((field, answer(field, &one.folded)?)));
            if let (Some(column), Some((field, value))) = (columns.0.get_mut(one.at), value) {
                column.used = Use::Part { field, value };
                column.certainty = Certainty::Likely;
            }
        }
        rest = after;
    }
}

/// The field of the answer in the column before this one, of which this is one too.
fn beside(columns: &Columns, bare: &Bare) -> Option<&'static Field> {
    match columns.0.get(bare.at.checked_sub(1)?)?.used {
        Use::Part { field, .. } => answer(field, &bare.folded).map(|_| field),
        _ => None,
    }
}

/// The field and the answer of a column whose heading names both, or whose
/// field a person named.
fn named(column: &DecidedColumn, headings: &Headings) -> Option<(&'static Field, Result<u8, Missing>)> {
    match (column.used, column.certainty) {
        (Use::Field(field), Certainty::Said) => {
            let folded = fold(&column.heading);
            let is_own = field.headings.holds(&folded);
            let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
            let value = starts.filter_map(|at| option(field, folded.get(at..)?)).next();
            value.filter(|_| has_options(field) && !is_own).map(|value| (field, value))
        }
        (_, Certainty::Said) | (Use::Field(_), Certainty::Exact) => None,
        _ => in_heading(headings, &column.heading),
    }
}

/// What the cells of a column look like when it is taken to be for one answer.
#[derive(Debug, Default)]
struct Seen {
    yes: usize,
    no: usize,
    other: usize,
    all: usize,
}

impl Seen {
    fn of(below: &[HeldRow], at: usize, field: &'static Field, value: Result<u8, Missing>) -> Self {
        let (mut seen, mut marks) = (Self::default(), Marks::new(field));
        for row in below.iter().filter(|row| row.cells().get(at).is_some_and(|cell| !cell.trim().is_empty()))
        {
            seen.all += 1;
            match marks.read(row.record().cell(at)) {
                Mark::Yes => seen.yes += 1,
                Mark::Answer(place) if value == Ok(place) => seen.yes += 1,
                Mark::Other if is_free(field, value) => seen.yes += 1,
                Mark::Answer(_) | Mark::Other => seen.other += 1,
                Mark::No => seen.no += 1,
                Mark::Blank | Mark::Unknown => {}
            }
        }
        seen
    }

    /// Four of five cells are marks, or all but one, which may be their sum.
    fn fits(&self) -> bool {
        self.other * 5 <= self.all || (self.other == 1 && self.yes + self.no > 1)
    }
}

/// A column headed by an answer alone.
struct Bare {
    at: usize,
    folded: String,
    /// Whether some case has the answer.
    held: bool,
}

impl Bare {
    /// Only a column that is nothing else: a heading that is also a field's
    /// (`gender`) is an answer where its cells are marks, and some say yes.
    fn of(at: usize, column: &DecidedColumn, below: &[HeldRow]) -> Option<Self> {
        let is_field = match (column.used, column.certainty) {
            (_, Certainty::Said) => return None,
            (Use::Nothing, _) => false,
            (Use::Field(field), _) => matches!(field.kind, Kind::One | Kind::Many | Kind::Place),
            _ => return None,
        };
        let whole = fold(&column.heading);
        let last = || column.heading.rsplit([':', '[', '(', '–']).next().map(fold);
        let bare = || without_parentheses(&column.heading).map(|text| fold(&text));
        let known = |folded: &String| fields_with(folded).next().is_some();
        let folded =
            Some(whole).filter(known).or_else(|| last().filter(known)).or_else(|| bare().filter(known))?;
        let field = fields_with(&folded).next()?;
        let seen = Seen::of(below, at, field, answer(field, &folded)?);
        let fits = if is_field { seen.yes > 0 && seen.other == 0 } else { seen.fits() };
        fits.then_some(Self { at, folded, held: seen.yes > 0 })
    }
}

/// The field of which the most headings, from the first on, are answers, and
/// how many: two different ones at least, of which some case has one. Of equal
/// ones the field with several answers.
fn longest_run(bare: &[Bare]) -> Option<(&'static Field, usize)> {
    let mut best: Option<(&'static Field, usize)> = None;
    for field in fields_with(&bare.first()?.folded) {
        let run = run(field, bare);
        let mut values = run.iter().map(|one| answer(field, &one.folded));
        let first = values.next();
        let differ = values.any(|value| Some(value) != first);
        let better = best.is_none_or(|(known, most)| {
            run.len() > most || (run.len() == most && field.kind == Kind::Many && known.kind == Kind::One)
        });
        if better && differ && run.iter().any(|one| one.held) {
            best = Some((field, run.len()));
        }
    }
    best
}

/// The headings that are answers of the field, from the first on; `anders` once.
fn run<'a>(field: &Field, bare: &'a [Bare]) -> &'a [Bare] {
    let mut others = 0;
    let ends = |one: &Bare| {
        answer(field, &one.folded).is_none_or(|value| {
            others += usize::from(is_free(field, value));
            others > 1
        })
    };
    let end = bare.iter().position(ends).unwrap_or(bare.len());
    bare.get(..end).unwrap_or_default()
}
