//! A recept: how files are to be understood, and what is set about the figures.

use serde::{Deserialize, Serialize};

use crate::{
    analysis::{self, Settings},
    cases::Day,
    catalog,
    clean::{Mapping, Wishes},
    error::{Code, Error, Result},
    listed::Listed,
};

/// What a saved recept says that it is.
const SCHEMA: &str = "ben-monitor/recept@1";

/// What people decided and may keep, without any data: a [`Mapping`], and beside it the [`Settings`] of the figures.
/// Each part may be left out.
///
/// ```
/// use ben_monitor::session::Recept;
/// let recept: Recept = serde_json::from_str(
///     r#"{ "columns": { "Lft.": "leeftijd" }, "settings": { "ageBands": [12, 18] } }"#,
/// )?;
/// assert!(recept.is_known());
/// assert_eq!(recept.settings.age_bands, [12, 18]);
/// assert_eq!(recept.mapping().columns.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Recept {
    /// What it says that it is; one written by hand need not say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// As [`Mapping::columns`].
    pub columns: Listed<String, Option<String>>,
    /// As [`Mapping::values`].
    pub values: Listed<String, Listed<String, String>>,
    /// As [`Mapping::reading`].
    pub reading: Wishes,
    /// As [`Request::settings`](crate::analysis::Request::settings).
    pub settings: Settings,
    /// As [`Request::reference_date`](crate::analysis::Request::reference_date).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_date: Option<String>,
    /// As [`Request::indicators`](crate::analysis::Request::indicators).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<String>,
}

impl Recept {
    /// Whether it is a recept of a version that we know, if it says which.
    pub fn is_known(&self) -> bool {
        self.schema.as_ref().is_none_or(|schema| schema == SCHEMA)
    }

    /// Whether figures can be made by it: to be asked before a file is read, else every question would be refused.
    ///
    /// # Errors
    ///
    /// As [`analysis::check`] of the settings; `request.unknown-indicator` for a figure that does not exist;
    /// `request.bad-date` for a reference date that is no date.
    pub fn check(&self) -> Result<()> {
        analysis::check(&self.settings)?;
        if let Some(id) = self.indicators.iter().find(|id| catalog::indicator(id).is_none()) {
            return Err(Error::new(Code::UnknownIndicator).with_word("indicator", id));
        }
        let is_bad = self.reference_date.as_deref().is_some_and(|date| Day::from_iso(date).is_none());
        if is_bad { Err(Error::new(Code::BadDate)) } else { Ok(()) }
    }

    /// How files are to be understood. A recept can't say for good that a column holds no identifiers, so that is
    /// left out.
    pub fn mapping(&self) -> Mapping {
        let mut mapping = Mapping {
            columns: self.columns.clone(),
            values: self.values.clone(),
            reading: self.reading.clone(),
        };
        mapping.reading.clean.clear();
        mapping
    }
}
