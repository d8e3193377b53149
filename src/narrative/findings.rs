//! What was noticed while reading: fills a language's pattern.
//!
//! In a pattern `{n}` is the count, `{w}` where (` in kolom C (Aanmelder)`, or
//! nothing), `{c}` the column itself, `{r}` the rows (` (rij 4 en 9)`, or
//! nothing), and `[a|b]` is a of one and b of several.

use super::{
    label::field_label,
    rows_named,
    tongue::{Tongue, column_letters, join, with_holes},
};
use crate::finding::{Finding, FindingCode};

/// The words around columns and rows.
pub(super) struct PlaceWords {
    /// `kolom `
    pub(super) column: &'static str,
    /// `het veld `, of a field whose column is not known
    pub(super) field: &'static str,
    /// `een kolom`, when nothing is known of it
    pub(super) some: &'static str,
    /// `rij ` of one
    pub(super) row: &'static str,
    /// `rij ` of several
    pub(super) rows: &'static str,
    /// `onder meer `, when not all rows are named
    pub(super) among: &'static str,
    /// `en`
    pub(super) and: &'static str,
}

/// One sentence, after the file's name.
pub(super) fn sentence(finding: &Finding, source_name: &str, tongue: &dyn Tongue) -> String {
    let words = tongue.place_words();
    let column = column(finding, tongue);
    let pattern = match finding.code {
        FindingCode::ColumnUnused if finding.column.is_none() && finding.count != 1 => {
            tongue.columns_unused()
        }
        code => tongue.finding(code),
    };
    let text = with_holes(pattern, finding.count == 1, &|hole| match hole {
        "n" => finding.count.to_string(),
        "w" if column.is_empty() => String::new(),
        "w" => format!(" in {column}"),
        "c" if column.is_empty() => words.some.to_owned(),
        "c" => column.clone(),
        _ => rows(finding, words),
    });
    format!("{source_name}: {text}")
}

/// `kolom C (Aanmelder)`; nothing when neither is known.
fn column(finding: &Finding, tongue: &dyn Tongue) -> String {
    let words = tongue.place_words();
    let label = finding.field.map(|id| field_label(id, tongue)).unwrap_or_default();
    match finding.column.map(column_letters) {
        Some(letters) if label.is_empty() => format!("{}{letters}", words.column),
        Some(letters) => format!("{}{letters} ({label})", words.column),
        None if label.is_empty() => String::new(),
        None => format!("{}{label}", words.field),
    }
}

fn rows(finding: &Finding, words: &PlaceWords) -> String {
    let (named, all) = rows_named(finding);
    if named.is_empty() {
        return String::new();
    }
    let among = if all { "" } else { words.among };
    let noun = if named.len() == 1 { words.row } else { words.rows };
    format!(" ({among}{noun}{})", join(&named, words.and))
}
