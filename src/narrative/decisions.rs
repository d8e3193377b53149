//! How the files were read, decision by decision: fills a language's pattern.
//!
//! In a pattern `{n}` is the count, `{r}` the rows, `{w}` the words from the
//! file, `{f}` the field, `{v}` the answer, and `[a|b]` is a of one and b of
//! several.

use super::{
    label::field_label,
    number::shown,
    tongue::{Tongue, with_holes},
};
use crate::{
    catalog::field,
    finding::MAX_ROWS,
    understanding::{Change, Decision, Written},
};

/// The sentence for a decision.
pub(super) fn sentence(decision: &Decision, tongue: &dyn Tongue) -> String {
    let lang = tongue.lang();
    with_holes(tongue.decision(decision.code), decision.count == 1, &|hole| match hole {
        "n" => shown(decision.count, lang),
        "r" => rows(decision, tongue),
        "w" => words(&decision.words, tongue),
        "f" => field_label(decision.field.unwrap_or_default(), tongue),
        _ => answer(decision, tongue).to_owned(),
    })
}

/// `1–3, 8`.
fn rows(decision: &Decision, tongue: &dyn Tongue) -> String {
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for &row in &decision.rows {
        match ranges.last_mut() {
            Some((_, to)) if *to + 1 == row => *to = row,
            _ => ranges.push((row, row)),
        }
    }
    let range = |&(from, to): &(u64, u64)| {
        if from == to { from.to_string() } else { format!("{from}–{to}") }
    };
    let mut ranges: Vec<_> = ranges.iter().map(range).collect();
    if decision.rows.len() >= MAX_ROWS && decision.count > decision.rows.len() as u64 {
        ranges.push("…".to_owned());
    }
    tongue.list(&ranges)
}

/// `“nvt” 31× en “geen” 2×`.
fn words(words: &[Written], tongue: &dyn Tongue) -> String {
    let word = |Written { text, count }: &Written| match count {
        0 => format!("“{text}”"),
        _ => format!("“{text}” {}×", shown(*count, tongue.lang())),
    };
    tongue.list(&words.iter().map(word).collect::<Vec<_>>())
}

/// What the answer that is in force is called.
fn answer(decision: &Decision, tongue: &dyn Tongue) -> &'static str {
    match &decision.change {
        Some(Change::Value { field: id, code: Some(code), .. }) => {
            let value = field(id).and_then(|field| field.value(code));
            value.map_or(code, |value| value.label.text(tongue.lang()))
        }
        _ => "",
    }
}
