//! Which column holds which field: by its heading, or as a mapping says.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::answers::without_parentheses;
use crate::{
    catalog::{FIELDS, Field, Kind, field, fold},
    error::{Code, Error, Result},
};

/// What a person decided about headings and spellings, and what was found:
/// the same shape goes in and comes out.
///
/// ```
/// use ben_monitor::clean::Mapping;
/// let mapping: Mapping = serde_json::from_str(
///     r#"{ "columns": { "Lft.": "leeftijd", "Opmerking": null },
///          "values": { "geslacht": { "m": "jongen" } } }"#,
/// )?;
/// assert!(mapping.check().is_ok());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Heading as written → field id; `None` for a column that is not used.
    pub columns: BTreeMap<String, Option<String>>,
    /// Field id → answer as written → code of the value.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

impl Mapping {
    /// Whether every field and every code exists. Headings may be of another
    /// file, so they are not checked.
    ///
    /// # Errors
    ///
    /// [`Code::BadMapping`] with the word `field`, and `code` when a value does not exist.
    pub fn check(&self) -> Result<()> {
        for id in self.columns.values().flatten() {
            known(id)?;
        }
        for (id, spellings) in &self.values {
            let field = known(id)?;
            if let Some(code) = spellings.values().find(|code| field.value(code).is_none()) {
                return Err(bad_field(id).with_word("code", code.as_str()));
            }
        }
        Ok(())
    }

    /// Adds what another file's mapping says. Where both speak of one heading,
    /// the one that uses the column stays.
    pub fn merge(&mut self, other: Self) {
        for (heading, field) in other.columns {
            let mine = self.columns.entry(heading).or_default();
            *mine = mine.take().or(field);
        }
        for (field, spellings) in other.values {
            self.values.entry(field).or_default().extend(spellings);
        }
    }
}

fn known(id: &str) -> Result<&'static Field> {
    field(id).ok_or_else(|| bad_field(id))
}

fn bad_field(id: &str) -> Error {
    Error::new(Code::BadMapping).with_word("field", id)
}

/// How surely a heading is a field's: lower is surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Certainty {
    /// A mapping says so.
    Said,
    /// It is one of the field's headings.
    Exact,
    /// It is, without what stands in parentheses.
    WithoutParentheses,
}

/// Knows headings: those of the catalog and those of a mapping.
#[derive(Debug)]
pub(super) struct Headings {
    known: HashMap<&'static str, &'static Field>,
    said: HashMap<String, Option<&'static Field>>,
}

impl Headings {
    pub(super) fn new(wanted: &Mapping) -> Self {
        let known = FIELDS
            .iter()
            .flat_map(|field| field.headings.iter().map(move |heading| (heading, field)))
            .collect();
        let said = wanted
            .columns
            .iter()
            .map(|(heading, id)| (fold(heading), id.as_deref().and_then(field)))
            .collect();
        Self { known, said }
    }

    /// The field under a heading; `Some(None)` when a mapping says that the
    /// column is not used.
    fn find(&self, heading: &str) -> Option<(Certainty, Option<&'static Field>)> {
        let folded = fold(heading);
        if folded.is_empty() {
            return None;
        }
        if let Some(&field) = self.said.get(&folded) {
            return Some((Certainty::Said, field));
        }
        if let Some(&field) = self.known.get(folded.as_str()) {
            return Some((Certainty::Exact, Some(field)));
        }
        let bare = fold(&without_parentheses(heading)?);
        self.known.get(bare.as_str()).map(|&field| (Certainty::WithoutParentheses, Some(field)))
    }

    /// How many different fields that can be counted this row names.
    pub(super) fn fields_named(&self, cells: &[String]) -> usize {
        let named = cells.iter().filter_map(|cell| self.find(cell)?.1);
        named.filter(|field| field.kind != Kind::Id).map(|field| field.id).collect::<BTreeSet<_>>().len()
    }

    /// Decides what each column under this header row is for.
    pub(super) fn assign(&self, header: &[String]) -> Columns {
        let width = header.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        let found: Vec<_> = header.iter().take(width).map(|cell| self.find(cell)).collect();
        let mut best: BTreeMap<&str, (Certainty, usize)> = BTreeMap::new();
        for (column, &found) in found.iter().enumerate() {
            if let Some((certainty, Some(field))) = found {
                let here = (certainty, column);
                best.entry(field.id).and_modify(|there| *there = here.min(*there)).or_insert(here);
            }
        }
        let uses = found.iter().enumerate().map(|(column, found)| match found {
            Some((_, Some(field))) if best.get(field.id).is_some_and(|&(_, first)| first == column) => {
                Use::Field(field)
            }
            Some((_, Some(field))) => Use::Double(field),
            _ => Use::Nothing,
        });
        let uses: Vec<_> = uses.collect();
        let mut in_force = BTreeMap::new();
        for (cell, used) in header.iter().zip(&uses).filter(|(cell, _)| !cell.trim().is_empty()) {
            let field = in_force.entry(cell.trim().to_owned()).or_insert(None);
            if let Use::Field(used) = used {
                *field = Some(used.id.to_owned());
            }
        }
        Columns { uses, in_force }
    }
}

/// What a column is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use {
    /// It holds this field.
    Field(&'static Field),
    /// It holds a field that another column gives already.
    Double(&'static Field),
    /// It matches no field.
    Nothing,
}

/// What all columns are for.
#[derive(Debug)]
pub(super) struct Columns {
    /// One a column, up to the last that has a heading.
    pub(super) uses: Vec<Use>,
    /// Heading as written → field id.
    pub(super) in_force: BTreeMap<String, Option<String>>,
}

#[cfg(test)]
mod tests {
    use super::{Headings, Mapping, Use};

    fn ids(header: &[&str], wanted: &Mapping) -> Vec<String> {
        let header: Vec<_> = header.iter().map(|&cell| cell.to_owned()).collect();
        let columns = Headings::new(wanted).assign(&header);
        let name = |used: &Use| match used {
            Use::Field(field) => field.id.to_owned(),
            Use::Double(field) => format!("double {}", field.id),
            Use::Nothing => "-".to_owned(),
        };
        columns.uses.iter().map(name).collect()
    }

    #[test]
    fn headings_are_met_in_any_spelling() {
        for (heading, id) in [
            ("ret_regio", "regio"),
            ("RET-regio", "regio"),
            ("casus_ID", "casus"),
            (" Datum  aanmelding ", "aanmelddatum"),
            ("reden (her)aanmelding", "reden"),
            ("Leeftijd (in jaren)", "leeftijd"),
            ("GESLACHT", "geslacht"),
            ("j/m", "geslacht"),
            ("MDO's", "aantal_mdo"),
            ("geb.jaar", "geboortejaar"),
            ("problematiek_jeugdige", "bijkomend"),
            ("problematiek_ouders", "ouderproblematiek"),
            ("betrokkenheid_ben", "ben_betrokken"),
            ("actie_ret", "actie"),
            ("Beïnvloedende factor", "-"),
        ] {
            assert_eq!(ids(&[heading], &Mapping::default()), [id], "{heading}");
        }
    }

    #[test]
    fn the_best_of_two_columns_is_used() {
        let none = Mapping::default();
        assert_eq!(
            ids(&["Leeftijd (nu)", "Leeftijd", "", "x", ""], &none),
            ["double leeftijd", "leeftijd", "-", "-"]
        );
        let wanted =
            Mapping { columns: [("Leeftijd (nu)".to_owned(), Some("leeftijd".to_owned()))].into(), ..none };
        assert_eq!(ids(&["Leeftijd (nu)", "Leeftijd"], &wanted), ["leeftijd", "double leeftijd"]);
    }

    #[test]
    fn a_mapping_can_leave_a_column_out() {
        let wanted = Mapping { columns: [("Leeftijd".to_owned(), None)].into(), ..Mapping::default() };
        assert_eq!(ids(&["leeftijd", "lft"], &wanted), ["-", "leeftijd"]);
    }

    #[test]
    fn a_mapping_names_what_exists() {
        let columns = |id: &str| Mapping {
            columns: [("x".to_owned(), Some(id.to_owned()))].into(),
            ..Mapping::default()
        };
        assert!(columns("leeftijd").check().is_ok());
        assert!(columns("lengte").check().is_err());
        let values = |field: &str, code: &str| Mapping {
            values: [(field.to_owned(), [("m".to_owned(), code.to_owned())].into())].into(),
            ..Mapping::default()
        };
        assert!(values("geslacht", "jongen").check().is_ok());
        assert!(values("geslacht", "m").check().is_err());
        assert!(values("sekse", "jongen").check().is_err());
    }
}
