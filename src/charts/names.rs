//! What two selections are called beside each other: by the values in which they differ.

use super::{
    periods,
    phrases::{self, Phrase},
    span,
};
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
    if let Some((first, last)) = unbroken(clause) {
        let (first, last) = (value_name(&clause.field, first, lang), value_name(&clause.field, last, lang));
        return format!("{first} – {last}");
    }
    let mut named: Vec<String> =
        clause.values.iter().take(MOST).map(|value| value_name(&clause.field, value, lang)).collect();
    if clause.values.len() > MOST {
        named.push(format!("+\u{a0}{}", clause.values.len() - MOST));
    }
    named.join(" / ")
}

/// The first and the last of periods that follow on each other.
fn unbroken(clause: &Clause) -> Option<(&str, &str)> {
    let spans: Vec<(u32, u32, &str)> = clause
        .values
        .iter()
        .map(|value| span::months(value).map(|(from, to)| (from, to, value.as_str())))
        .collect::<Option<_>>()?;
    let first = spans.iter().min_by_key(|span| span.0)?;
    let last = spans.iter().max_by_key(|span| span.1)?;
    let long: u32 = spans.iter().map(|(from, to, _)| to + 1 - from).sum();
    (spans.len() > 1 && is_date(&clause.field) && long == last.1 + 1 - first.0).then_some((first.2, last.2))
}

fn is_date(field: &str) -> bool {
    catalog::field(field).is_some_and(|field| field.kind == catalog::Kind::Date)
}

fn value_name(field: &str, value: &str, lang: Lang) -> String {
    if is_date(field) {
        return periods::name(value, lang);
    }
    if let Some(name) = catalog::row_label(field, value, lang) {
        return name;
    }
    let known = catalog::field(field).and_then(|field| field.value(value)).map(|known| known.label);
    let band =
        || AGE_BANDS.iter().find(|band| field == "leeftijd" && band.code == value).map(|band| band.label);
    let years = || span::years(value).filter(|_| field == "leeftijd").map(|_| phrases::ages(value, lang));
    let name = known
        .or_else(band)
        .map_or_else(|| years().unwrap_or_else(|| value.to_owned()), |label| label.text(lang).to_owned());
    let of_yes_no = catalog::field(field).filter(|field| field.kind == catalog::Kind::YesNo);
    match of_yes_no {
        Some(field) => format!("{}: {}", field.label.text(lang), phrases::lower_first(&name)),
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
        let against = Against { filter: theirs.to_vec(), rest, ..Against::default() };
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
        assert_eq!(named(std::slice::from_ref(&twente), &[], false), both("Twente", "alle aanmeldingen"));
        assert_eq!(named(&[twente], &[], true), both("Twente", "alle andere"));
    }

    #[test]
    fn periods_are_written_out_and_run_on() {
        let named = |values: &[&str]| named(&[clause("aanmelddatum", values)], &[], true).0;
        assert_eq!(named(&["2024-H1"]), "1e halfjaar 2024");
        assert_eq!(named(&["2024-03", "2024-05"]), "mrt 2024 / mei 2024");
        assert_eq!(named(&["2024-Q2", "2024-Q1", "2024-Q3"]), "1e kwartaal 2024 – 3e kwartaal 2024");
        assert_eq!(named(&["2023", "2024"]), "2023 – 2024");
    }

    #[test]
    fn values_have_their_labels_and_a_long_list_is_cut() {
        let ages = clause("leeftijd", &["13-16", "17+"]);
        let (name, _) = named(&[ages], &[], true);
        assert_eq!(name, "13–16 jaar / 17 jaar en ouder");
        let (name, _) = named(&[clause("leeftijd", &["12-15", "16+"])], &[], true);
        assert_eq!(name, "12–15 jaar / 16+ jaar");
        let (name, _) = named(&[clause("regio", &["A", "B", "C", "D", "E"])], &[], true);
        assert_eq!(name, "A / B / C / +\u{a0}2");
        let (name, _) = named(&[clause("contactpersoon", &["ja"])], &[], true);
        assert_eq!(name, "Vaste contactpersoon: ja");
    }
}
