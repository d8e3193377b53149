//! Answers as headings: in `Problematiek: trauma` and in a column headed
//! `Trauma` the answer is the heading, and the cells say whether it holds.

use crate::{
    cases::Missing,
    catalog::{FIELDS, Field, Kind, Role},
};

/// The place of an answer in the field's list, or why it is none. Folded
/// spellings of the catalog alone: a heading is no free text.
pub(super) fn answer(field: &Field, folded: &str) -> Option<Result<u8, Missing>> {
    let (place, value) = (0..)
        .zip(field.values)
        .find(|(_, value)| value.spellings.iter().any(|spelling| spelling == folded))?;
    Some(if value.role == Role::Unknown { Err(Missing::Unknown) } else { Ok(place) })
}

/// The fields with a list in which a folded text is an answer. Answers to yes
/// or no questions tell nothing: they are marks.
pub(super) fn fields_with(folded: &str) -> impl Iterator<Item = &'static Field> {
    FIELDS
        .iter()
        .filter(move |field| matches!(field.kind, Kind::One | Kind::Many) && answer(field, folded).is_some())
}
