//! What two selections are called beside each other: by the values in which they differ.

use super::phrases::{self, Phrase};
use crate::{
    catalog::{self, AGE_BANDS, Lang},
    report::{Against, Clause},
};

/// Most values of a clause that are named.
const MOST: usize = 3;

/// The names of the first selection and of the second.
pub(super) fn names(ours: &[Clause], theirs: &Against, lang: Lang) -> (String, String) {
    let all = || phrases::phrase(Phrase::All, lang).to_owned();
    let only = |of: &[Clause], than: &[Clause]| {
        let own: Vec<String> = of
            .iter()
            .filter(|clause| !than.contains(clause))
            .map(|clause| clause_name(clause, lang))
            .collect();
        own.join(", ")
    };
    if theirs.rest {
        let name = only(ours, &[]);
        let first = if name.is_empty() { all() } else { name };
        return (first, phrases::phrase(Phrase::AllOthers, lang).to_owned());
    }
    let or_all = |name: String| if name.is_empty() { all() } else { name };
    (or_all(only(ours, &theirs.filter)), or_all(only(&theirs.filter, ours)))
}

/// The values of a clause as a list, with the number of those that are too many.
fn clause_name(clause: &Clause, lang: Lang) -> String {
    let mut named: Vec<String> =
        clause.values.iter().take(MOST).map(|value| value_name(&clause.field, value, lang)).collect();
    if clause.values.len() > MOST {
        named.push(format!("+\u{a0}{}", clause.values.len() - MOST));
    }
    named.join(" / ")
}

fn value_name(field: &str, value: &str, lang: Lang) -> String {
    let known = catalog::field(field).and_then(|field| field.value(value)).map(|known| known.label);
    let band =
        || AGE_BANDS.iter().find(|band| field == "leeftijd" && band.code == value).map(|band| band.label);
    let name = known.or_else(band).map_or_else(|| value.to_owned(), |label| label.text(lang).to_owned());
    let of_yes_no = catalog::field(field).filter(|field| field.kind == catalog::Kind::YesNo);
    match of_yes_no {
        Some(field) => format!("{}: {name}", field.label.text(lang)),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(field: &str, values: &[&str]) -> Clause {
        Clause { field: field.to_owned(), values: values.iter().map(|value| (*value).to_owned()).collect() }
    }

    fn named(ours: &[Clause], theirs: &[Clause], rest: bool) -> (String, String) {
        let against =
            Against { filter: theirs.to_vec(), rest, selected: 0, period: None, indicators: Vec::new() };
        names(ours, &against, Lang::Nl)
    }

    fn both(one: &str, other: &str) -> (String, String) {
        (one.to_owned(), other.to_owned())
    }

    #[test]
    fn only_what_differs_is_named() {
        let (twente, new, old) = (
            clause("regio", &["Twente"]),
            clause("aanmelddatum", &["2024"]),
            clause("aanmelddatum", &["2023"]),
        );
        assert_eq!(named(&[twente.clone(), new], &[twente.clone(), old], false), both("2024", "2023"));
        assert_eq!(named(&[twente.clone()], &[], false), both("Twente", "alle aanmeldingen"));
        assert_eq!(named(&[twente], &[], true), both("Twente", "alle andere"));
    }

    #[test]
    fn values_have_their_labels_and_a_long_list_is_cut() {
        let ages = clause("leeftijd", &["13-16", "17+"]);
        let (name, _) = named(&[ages], &[], true);
        assert_eq!(name, "13–16 jaar / 17 jaar en ouder");
        let (name, _) = named(&[clause("regio", &["A", "B", "C", "D", "E"])], &[], true);
        assert_eq!(name, "A / B / C / +\u{a0}2");
        let (name, _) = named(&[clause("contactpersoon", &["ja"])], &[], true);
        assert_eq!(name, "Vaste contactpersoon: Ja");
    }
}
