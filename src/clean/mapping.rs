//! What a person decided about a file's headings, spellings and shape.

use serde::{Deserialize, Serialize};

use super::{columns::BIRTH_DATE, dates::DateOrder};
use crate::{
    catalog::{Field, field},
    error::{Code, Error, Result},
    listed::Listed,
};

/// What a person decided about headings and spellings, and what was found:
/// the same shape goes in and comes out.
///
/// ```
/// use ben_monitor::clean::Mapping;
/// let mapping: Mapping = serde_json::from_str(
///     r#"{ "columns": { "Lft.": "leeftijd", "Opmerking": null },
///          "values": { "geslacht": { "m": "jongen" } },
///          "reading": { "dates": "mdy" } }"#,
/// )?;
/// assert!(mapping.check().is_ok());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Heading as written → field id; `None` for a column that is not used.
    pub columns: Listed<String, Option<String>>,
    /// Field id → answer as written → code of the value.
    pub values: Listed<String, Listed<String, String>>,
    /// How the file is to be read; left out when nothing was decided.
    #[serde(skip_serializing_if = "Wishes::are_none")]
    pub reading: Wishes,
}

/// What a person wants read otherwise than we would.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Wishes {
    /// The row that holds the headings, the last one of several, as a person counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<u32>,
    /// How dates in numbers are written, whatever the column looks like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// Rows left out as totals, notes or headings again count as cases after all.
    pub keep_rows: bool,
    /// Headings of columns of which a person said that they hold no direct
    /// identifiers; of no avail for a BSN. For this session: never in a recept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clean: Vec<String>,
    /// Rows that tell a case which another row tells too are all counted.
    pub keep_doubles: bool,
}

impl Wishes {
    /// Whether nothing is wanted otherwise.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Mapping {
    /// Whether every field and every code exists. Headings may be of another
    /// file, so they are not checked.
    ///
    /// # Errors
    ///
    /// [`Code::BadMapping`] with the word `field`, also when a value of it does not exist:
    /// which value is not told, for a recept may hold anything.
    pub fn check(&self) -> Result<()> {
        for id in self.columns.values().flatten().filter(|id| *id != BIRTH_DATE) {
            known(id)?;
        }
        for (id, spellings) in self.values.iter() {
            let field = known(id)?;
            if spellings.values().any(|code| !field.accepts(code)) {
                return Err(bad_field(field.id));
            }
        }
        Ok(())
    }

    /// Adds what another file's mapping says. Where both speak of one heading,
    /// the one that uses the column stays.
    pub fn merge(&mut self, other: Self) {
        for (heading, field) in other.columns {
            let mine = self.columns.entry(heading);
            *mine = mine.take().or(field);
        }
        for (field, spellings) in other.values {
            self.values.entry(field).extend(spellings);
        }
        self.reading = other.reading;
    }
}

fn known(id: &str) -> Result<&'static Field> {
    field(id).ok_or_else(|| bad_field(id))
}

fn bad_field(id: &str) -> Error {
    Error::new(Code::BadMapping).with_word("field", id)
}

#[cfg(test)]
mod tests {
    use super::Mapping;

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
