//! Which field a column may hold whose heading is of none: by the likeness of
//! its heading, and by what stands in its first cells.

use super::{
    answers::{Answers, Found},
    columns::{Certainty, DecidedColumn, Use},
    dates::{self, DateOrder, DateReading},
    numbers,
    row::HeldRow,
    sample,
};
use crate::catalog::{FIELDS, Field, Kind, Likeness, fold, likeness};

/// Most proposals for a column.
const MOST: usize = 5;
/// Cells that are looked at.
const CELLS: usize = 40;
/// Longest name of a place that is taken for one here, in bytes.
const LONGEST_NAME: usize = 40;

/// A field that a column may hold.
struct Candidate {
    field: &'static Field,
    like: Option<Likeness>,
    fits: bool,
}

/// Takes columns for the field whose heading they resemble, where what stands
/// below it fits; answers the ids of the fields that each other one may hold,
/// the likeliest first.
pub(super) fn propose(
    columns: &mut [DecidedColumn],
    below: &[HeldRow],
    order: Option<DateOrder>,
) -> Vec<Vec<&'static str>> {
    let mut answers: Vec<Answers> = Vec::new();
    let mut proposals = Vec::new();
    for at in 0..columns.len() {
        let (known, rest) = columns.split_at_mut(at);
        let Some((column, further)) = rest.split_first_mut() else { continue };
        let open = matches!(column.used, Use::Nothing) && column.certainty != Certainty::Said;
        if !open || column.heading.is_empty() {
            proposals.push(Vec::new());
            continue;
        }
        if answers.is_empty() {
            answers = FIELDS.iter().map(|field| Answers::new(field, None)).collect();
        }
        let taken =
            |field: &Field| known.iter().chain(further.iter()).any(|one| one.used.id() == Some(field.id));
        let heading = fold(&column.heading);
        let cells: Vec<&str> = sample::filled(below, at).take(CELLS).collect();
        let order_here = order.unwrap_or_else(|| DateOrder::of_column(below, at));
        let mut found: Vec<Candidate> = Vec::new();
        for (field, answers) in
            FIELDS.iter().zip(&mut answers).filter(|(field, _)| !field.is_own() && !taken(field))
        {
            let like = field.headings.iter().filter_map(|known| likeness(&heading, known)).min();
            let fits = fits(field, answers, &cells, order_here);
            if like.is_none() && !(fits && tells(field)) {
                continue;
            }
            let candidate = Candidate { field, like, fits };
            let place = found.iter().position(|other| candidate.rank() < other.rank());
            found.insert(place.unwrap_or(found.len()), candidate);
        }
        if let Some(field) = sure(&found) {
            (column.used, column.certainty, column.dates) =
                (Use::Field(field), Certainty::Likely, order_here);
        }
        proposals.push(found.iter().take(MOST).map(|one| one.field.id).collect());
    }
    proposals
}

impl Candidate {
    /// Lower is likelier: a heading that is alike, above cells that fit.
    fn rank(&self) -> (bool, Likeness) {
        (!self.fits, self.like.unwrap_or(Likeness::Words))
    }
}

/// The field whose heading differs in a typing error or the order of its words,
/// if what stands below fits and no other field comes near.
fn sure(found: &[Candidate]) -> Option<&'static Field> {
    let mut near = found.iter().filter(|one| one.like.is_some_and(|like| like <= Likeness::Close));
    let only = near.next().filter(|_| near.next().is_none())?;
    only.fits.then_some(only.field)
}

/// Whether cells alone can tell that it is this field: a list of answers of
/// its own, dates, ages.
fn tells(field: &Field) -> bool {
    match field.kind {
        Kind::One | Kind::Many | Kind::Date => true,
        Kind::Number => field.plausible.is_some(),
        Kind::Id | Kind::YesNo | Kind::Place => false,
    }
}

/// Whether four in five of the cells can be what the field holds.
fn fits(field: &Field, answers: &mut Answers, cells: &[&str], order: DateOrder) -> bool {
    let (mut known, mut missing) = (0, 0);
    for cell in cells {
        // The first of several answers tells enough.
        let piece = cell.split([',', ';', '|', '\n']).next().unwrap_or(cell);
        let found = answers.find(if field.kind == Kind::Many { piece } else { cell });
        match found {
            Found::Missing(_) => missing += 1,
            Found::Value(_) | Found::Explained(_) | Found::Ambiguous(_) => known += 1,
            Found::Nothing => known += usize::from(holds(field, cell, order)),
        }
    }
    known > 0 && (known + missing) * 5 >= cells.len() * 4 && known >= missing
}

/// Whether a cell that is no answer of a list holds a day, a number or a name.
fn holds(field: &Field, cell: &str, order: DateOrder) -> bool {
    let number = || numbers::read(cell).and_then(|number| u16::try_from(number).ok());
    let day = || matches!(dates::read(cell, order), DateReading::Day(_) | DateReading::Serial(_));
    match field.kind {
        Kind::Date => day(),
        Kind::Number => {
            let (least, greatest) = field.plausible.unwrap_or((0, u16::MAX));
            number().is_some_and(|number| (least..=greatest).contains(&number))
        }
        Kind::Place => number().is_none() && !day() && cell.len() <= LONGEST_NAME,
        Kind::Id => true,
        Kind::One | Kind::Many | Kind::YesNo => false,
    }
}
