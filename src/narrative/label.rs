//! What an answer is called within a sentence, from the catalog where it knows
//! the answer, else from the report.

use super::tongue::Tongue;
use crate::{
    catalog::{
        self, AGE_BANDS, Kind, MONTH_BANDS, Role,
        letters::{is_capital, lower},
    },
    report::Row,
};

/// The field whose answers an indicator shows; the id itself where the
/// catalog does not know the indicator.
pub(super) fn main_field(indicator: &str) -> &str {
    catalog::indicator(indicator).and_then(|known| known.fields.first()).copied().unwrap_or(indicator)
}

/// The label of a field; its id where the catalog does not know it.
pub(super) fn field_label(field: &str, tongue: &dyn Tongue) -> String {
    catalog::field(field).map_or_else(|| field.to_owned(), |known| known.label.text(tongue.lang()).to_owned())
}

/// What people call an answer of a field, in the language of the sentence.
pub(super) fn answer_label(field: &str, code: &str, label: &str, tongue: &dyn Tongue) -> String {
    let lang = tongue.lang();
    let value = catalog::field(field).and_then(|field| field.value(code)).map(|value| value.label);
    let band = || AGE_BANDS.iter().find(|band| band.code == code).map(|band| band.label);
    let months = || MONTH_BANDS.iter().find(|band| band.code == code).map(|band| band.label);
    let known = match field {
        "leeftijd" => band(),
        "aanmelddatum" => months(),
        _ => value,
    };
    known.map_or_else(|| label.to_owned(), |known| known.text(lang).to_owned())
}

/// An answer as it stands within a sentence: no capital unless it is a name,
/// ranges spoken out.
pub(super) fn in_sentence(field: &str, row: &Row, tongue: &dyn Tongue) -> String {
    let label = answer_label(field, &row.code, &row.label, tongue);
    let ages = field == "leeftijd";
    if ages || field == "aanmelddatum" {
        return lower_first(&tongue.spoken_range(&label, ages));
    }
    if is_place(field) { label } else { lower_first(&label) }
}

/// The answer is `anders` or `overig`: the rest.
pub(super) fn is_other(field: &str, code: &str) -> bool {
    catalog::field(field).and_then(|field| field.value(code)).is_some_and(|value| value.role == Role::Other)
}

/// Answers of the field are names of places.
pub(super) fn is_place(field: &str) -> bool {
    catalog::field(field).is_some_and(|field| field.kind == Kind::Place || field.id == "landsdeel")
}

/// Without a capital, unless the first word is an abbreviation or has a
/// capital inside (`ADHD`, `RET-overleg`, `JeugdzorgPlus`).
pub(super) fn lower_first(label: &str) -> String {
    let word = label.split([' ', '/']).next().unwrap_or(label);
    if word.chars().filter(|letter| is_capital(*letter)).count() != 1 {
        return label.to_owned();
    }
    let mut lowered = String::with_capacity(label.len());
    let mut done = false;
    for letter in label.chars() {
        if !done && is_capital(letter) {
            lowered.push(lower(letter));
            done = true;
        } else {
            lowered.push(letter);
        }
    }
    lowered
}

#[cfg(test)]
mod tests {
    use super::lower_first;

    #[test]
    fn names_and_abbreviations_keep_their_capitals() {
        assert_eq!(lower_first("Autisme (ASS)"), "autisme (ASS)");
        assert_eq!(lower_first("(Voorlopige) voogdij"), "(voorlopige) voogdij");
        for same in ["ADHD", "RET-overleg", "JeugdzorgPlus", "13 tot en met 16 jaar", "VWS"] {
            assert_eq!(lower_first(same), same);
        }
    }
}
