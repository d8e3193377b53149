//! Tells a field with one answer from its kin with the same list and several
//! answers: teams head both with `Problematiek`.

use super::{
    answers::Answers,
    asked::Asked,
    columns::{Certainty, Columns, Use},
    mapping::Mapping,
    marks::{Mark, Marks},
    row::HeldRow,
    sample::filled,
    several::SeveralAnswers,
};
use crate::catalog::{FIELDS, Field, Kind};

/// One in so many cases with several answers is a slip of the pen: it is
/// reported and the column stays the field with one answer, which would else
/// lose its figure for that one row. More, and people did tick several.
const SLIPS: usize = 20;

/// Gives columns of a field with one answer to its kin, where cases turn out
/// to have several. Columns for one answer each are taken together.
pub(super) fn decide(columns: &mut Columns, below: &[HeldRow], wanted: &Mapping) {
    for field in FIELDS.iter().filter(|field| field.kind == Kind::One) {
        let same = |other: &&Field| other.kind == Kind::Many && std::ptr::eq(other.values, field.values);
        let Some(kin) = FIELDS.iter().find(same) else { continue };
        let is_taken =
            columns.0.iter().any(|column| matches!(column.used, Use::Field(used) if used.id == kin.id));
        let is_field = |used: Use| matches!(used, Use::Field(used) if used.id == field.id);
        let is_part = |used: Use| matches!(used, Use::Part { field: used, .. } if used.id == field.id);
        let at = |is: &dyn Fn(Use) -> bool| {
            let found = (0..).zip(&columns.0).filter(|(_, column)| is(column.used));
            found
                .filter(|(_, column)| column.certainty != Certainty::Said)
                .map(|(at, _)| at)
                .collect::<Vec<usize>>()
        };
        let (own, parts) = (at(&is_field), at(&is_part));
        if are_several(marked(columns, &parts, below, field)) {
            give(columns, &parts, kin);
        }
        if !is_taken
            && let Some(&own) = own.first()
            && are_several(written(own, below, field, wanted))
        {
            give(columns, &[own], kin);
        }
    }
}

fn give(columns: &mut Columns, at: &[usize], kin: &'static Field) {
    for (_, column) in columns.0.iter_mut().enumerate().filter(|(place, _)| at.contains(place)) {
        column.certainty = Certainty::Likely;
        column.used = match column.used {
            Use::Part { value, .. } => Use::Part { field: kin, value },
            _ => Use::Field(kin),
        };
    }
}

/// The answers that the marks of each row give.
fn marked(columns: &Columns, parts: &[usize], below: &[HeldRow], field: &'static Field) -> Vec<u32> {
    let mut marks = Marks::new(field);
    let mut bits = vec![0; below.len()];
    for &at in parts {
        let Some(Use::Part { value: Ok(place), .. }) = columns.0.get(at).map(|column| column.used) else {
            continue;
        };
        for (bits, row) in bits.iter_mut().zip(below) {
            let mark = marks.read(row.record().cell(at));
            if mark == Mark::Yes || mark == Mark::Answer(place) {
                *bits |= 1 << (place & 31);
            }
        }
    }
    bits
}

/// The answers that each filled cell of a column gives.
fn written(at: usize, below: &[HeldRow], field: &'static Field, wanted: &Mapping) -> Vec<u32> {
    let mut answers = SeveralAnswers::new(Answers::new(field, wanted.values.get(field.id)));
    let mut asked = Asked::new(field.id);
    filled(below, at).map(|cell| answers.read_pieces(cell, &mut asked).bits).collect()
}

fn are_several(cases: Vec<u32>) -> bool {
    let some = cases.iter().filter(|&&bits| bits != 0).count();
    let several = cases.iter().filter(|bits| bits.count_ones() > 1).count();
    several * SLIPS > some
}
