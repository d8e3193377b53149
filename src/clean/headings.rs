//! Knows headings: those of the catalog and those that a person explained.

use super::{
    answers::without_parentheses,
    columns::{BIRTH_DATE, Certainty},
    mapping::Mapping,
    remember::Remembered,
};
use crate::{
    catalog::{BIRTH_DATE_HEADINGS, FIELDS, Field, Kind, field, fold},
    listed::Listed,
};

/// What a heading stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named {
    /// A field.
    Field(&'static Field),
    /// The date of birth.
    BirthDate,
    /// A person said that the column is not used.
    Nothing,
}

impl Named {
    /// The field, if it is one.
    pub(super) fn field(self) -> Option<&'static Field> {
        match self {
            Self::Field(field) => Some(field),
            Self::BirthDate | Self::Nothing => None,
        }
    }
}

/// All headings that mean something in one file.
#[derive(Debug)]
pub(super) struct Headings {
    known: Remembered<&'static Field>,
    said: Listed<String, Option<String>>,
}

impl Headings {
    pub(super) fn new(wanted: &Mapping) -> Self {
        let mut known = Remembered::new();
        for field in FIELDS {
            field.headings.iter().for_each(|heading| known.set(heading.as_bytes(), field));
        }
        let said = wanted.columns.iter().map(|(heading, id)| (fold(heading), id.clone())).collect();
        Self { known, said }
    }

    /// What stands under a heading.
    pub(super) fn find(&self, heading: &str) -> Option<(Certainty, Named)> {
        let folded = fold(heading);
        if folded.is_empty() {
            return None;
        }
        self.by_folded(&folded).or_else(|| {
            let bare = fold(&without_parentheses(heading)?);
            self.by_folded(&bare).map(|(_, named)| (Certainty::Likely, named))
        })
    }

    fn by_folded(&self, folded: &str) -> Option<(Certainty, Named)> {
        if let Some(id) = self.said.get(folded) {
            return Some((Certainty::Said, said(id.as_deref())));
        }
        if BIRTH_DATE_HEADINGS.contains(&folded) {
            return Some((Certainty::Exact, Named::BirthDate));
        }
        self.known.get(folded.as_bytes()).map(|field| (Certainty::Exact, Named::Field(field)))
    }

    /// What a folded heading stands for.
    pub(super) fn known(&self, folded: &str) -> Option<Named> {
        self.by_folded(folded).map(|(_, named)| named)
    }

    /// Whether a case number stands under a folded heading, whatever a person says of it.
    pub(super) fn is_number(&self, folded: &str) -> bool {
        self.known.get(folded.as_bytes()).is_some_and(|field| field.kind == Kind::Id)
    }

    /// How many different fields that can be counted this row names.
    pub(super) fn fields_named(&self, cells: &[String]) -> usize {
        let named = cells.iter().filter_map(|cell| self.find(cell)?.1.field());
        let different: Listed<&str, ()> =
            named.filter(|field| field.kind != Kind::Id).map(|field| (field.id, ())).collect();
        different.len()
    }
}

fn said(id: Option<&str>) -> Named {
    match id {
        None => Named::Nothing,
        Some(BIRTH_DATE) => Named::BirthDate,
        Some(id) => field(id).map_or(Named::Nothing, Named::Field),
    }
}
