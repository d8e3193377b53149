//! What a filter asks for, in words.

use super::{
    label::{answer_label, field_label, is_place, lower_first},
    period::Months,
    tongue::{Tongue, join},
};
use crate::{
    catalog::{self, Lang},
    report::Clause,
};

/// What a selection asks for, in words that still need a language's grammar.
pub(super) enum Asked {
    All,
    Rest,
    Places(Vec<String>),
    /// Whole months, and their words.
    Months(Months, String),
    /// Answers, each clause as its values.
    Answers(String),
}

/// `or` is the language's word between values of one clause.
pub(super) fn asked(filter: &[Clause], rest: bool, or: &str, tongue: &dyn Tongue) -> Asked {
    match filter {
        _ if rest => Asked::Rest,
        [] => Asked::All,
        [clause] if is_place(&clause.field) => Asked::Places(labels(clause, tongue)),
        [clause] if clause.field == "aanmelddatum" => match clause.values.as_slice() {
            [value] => match Months::of_range(value) {
                Some(months) => Asked::Months(months, tongue.period(months)),
                None => Asked::Answers(labels(clause, tongue).join("")),
            },
            _ => Asked::Places(labels(clause, tongue)),
        },
        clauses => {
            let each: Vec<_> = clauses.iter().map(|clause| join(&labels(clause, tongue), or)).collect();
            Asked::Answers(each.join(", "))
        }
    }
}

/// Codes that several fields have.
const SAYS_LITTLE: [&str; 6] = ["ja", "nee", "geen", "anders", "overig", "onbekend"];

/// What the values of a clause are called within a sentence.
#[inline(never)]
pub(super) fn labels(clause: &Clause, tongue: &dyn Tongue) -> Vec<String> {
    let label = |value: &String| match clause.field.as_str() {
        "aanmelddatum" => {
            Months::of_range(value).map_or_else(|| value.clone(), |months| tongue.period(months))
        }
        "leeftijd" => ages(value, tongue),
        field if catalog::field(field).is_none() => catalog::row_label(field, value, tongue.lang())
            .map_or_else(|| value.clone(), |label| lower_first(&label)),
        field if is_place(field) => answer_label(field, value, value, tongue),
        // These say nothing without what they are of.
        field if is_number(value) || SAYS_LITTLE.contains(&value.as_str()) => {
            let answer = lower_first(&answer_label(field, value, value, tongue));
            format!("{}: {}", lower_first(&field_label(field, tongue)), answer.replace("..", "–"))
        }
        field => lower_first(&answer_label(field, value, value, tongue)),
    };
    clause.values.iter().map(label).collect()
}

/// A whole number or a range of them.
fn is_number(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// `13–16 jaar`, of a band, a range or a single year.
fn ages(value: &str, tongue: &dyn Tongue) -> String {
    let years = match tongue.lang() {
        Lang::Nl => "jaar",
        Lang::En => "years",
    };
    let plain = value.replace("..", "–").replace('-', "–");
    match plain.strip_suffix('+') {
        None if plain.bytes().any(|byte| byte.is_ascii_digit()) => format!("{plain} {years}"),
        Some(from) => match tongue.lang() {
            Lang::Nl => format!("{from} jaar en ouder"),
            Lang::En => format!("{from} years and older"),
        },
        None => plain,
    }
}
