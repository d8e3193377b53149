//! Profiles: their rules in words, and how many cases fit them.

use super::{
    answers::next_named,
    en, figures, frame,
    label::{answer_label, field_label, is_place, lower_first},
    nl,
    together::{problem, share},
    tongue::{Noun, Subject, Tongue, capital, join, with_holes},
};
use crate::{
    catalog::{self, Lang, PROBLEM_FIELDS, PROBLEMS},
    listed::in_order,
    report::{About, Distribution, Report, Row, Words},
};

/// From so many answers in one rule on, a semicolon parts the rules.
const LONG_RULE: usize = 3;

/// One rule of a profile, to be told: so many of these answers in a field, or a number between these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition<'a> {
    /// A field's id, or [`PROBLEMS`].
    pub field: &'a str,
    /// Codes; of a place names.
    pub values: &'a [String],
    /// How many of them.
    pub least: u32,
    /// Of a number: at least.
    pub from: Option<u16>,
    /// Of a number: at most.
    pub to: Option<u16>,
}

/// How a language says it. Holes: `{f}` a field, `{v}` an answer or a list, `{x}` and `{y}` numbers,
/// `{s}` part of the cases, `{p}` its share between brackets.
pub(super) struct Patterns {
    pub(super) or: &'static str,
    pub(super) least: &'static str,
    pub(super) of_field: &'static str,
    pub(super) younger: &'static str,
    pub(super) older: &'static str,
    pub(super) aged: &'static str,
    pub(super) aged_one: &'static str,
    pub(super) at_most: &'static str,
    pub(super) at_least: &'static str,
    pub(super) between: &'static str,
    pub(super) exactly: &'static str,
    pub(super) fit: &'static str,
    pub(super) fit_none: &'static str,
    pub(super) tie: &'static str,
    pub(super) quoted: &'static str,
    pub(super) several: &'static str,
    pub(super) unknown: &'static str,
    pub(super) numbers: &'static [&'static str],
}

fn patterns(lang: Lang) -> &'static Patterns {
    match lang {
        Lang::Nl => &nl::profiles::PATTERNS,
        Lang::En => &en::profiles::PATTERNS,
    }
}

/// The rules of a profile as one plain phrase, without capital and full stop.
///
/// ```
/// use ben_monitor::{catalog::Lang, narrative::{Condition, profile_phrase}};
/// let problems = ["gedrag".to_owned(), "agressie".to_owned()];
/// let nothing = Condition { field: "", values: &[], least: 1, from: None, to: None };
/// let rules = [
///     Condition { field: "geslacht", values: &["jongen".to_owned()], ..nothing },
///     Condition { field: "leeftijd", to: Some(11), ..nothing },
///     Condition { field: "problemen", values: &problems, ..nothing },
/// ];
/// let phrase = profile_phrase(&rules, Lang::Nl);
/// assert_eq!(phrase, "jongen, jonger dan 12 jaar, gedragsproblematiek of agressie");
/// ```
pub fn profile_phrase(rules: &[Condition<'_>], lang: Lang) -> String {
    let tongue = super::tongue(lang);
    let phrases: Vec<_> = rules.iter().map(|rule| rule_phrase(rule, tongue)).collect();
    let long = rules.iter().any(|rule| rule.values.len() >= LONG_RULE || rule.least > 1);
    phrases.join(if long { "; " } else { ", " })
}

fn rule_phrase(rule: &Condition<'_>, tongue: &dyn Tongue) -> String {
    let patterns = patterns(tongue.lang());
    if rule.values.is_empty() {
        return range_phrase(rule, tongue);
    }
    let [main, _] = PROBLEM_FIELDS;
    let field = if rule.field == PROBLEMS { main } else { rule.field };
    let name = |code: &String| match (rule.field, is_place(field)) {
        (PROBLEMS, _) => problem(code, code, tongue),
        (_, true) => answer_label(field, code, code, tongue),
        _ => lower_first(&answer_label(field, code, code, tongue)),
    };
    let values: Vec<_> = rule.values.iter().map(name).collect();
    let hole = |hole: &str| match hole {
        "f" => lower_first(&field_label(field, tongue)),
        "x" => number(rule.least, patterns),
        _ if rule.least > 1 => tongue.list(&values),
        _ => join(&values, patterns.or),
    };
    let answers = with_holes(if rule.least > 1 { patterns.least } else { "{v}" }, false, &hole);
    if matches!(rule.field, PROBLEMS | "geslacht") {
        return answers;
    }
    with_holes(patterns.of_field, false, &|name| if name == "f" { hole("f") } else { answers.clone() })
}

fn number(number: u32, patterns: &Patterns) -> String {
    let word = usize::try_from(number).ok().and_then(|place| patterns.numbers.get(place));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn range_phrase(rule: &Condition<'_>, tongue: &dyn Tongue) -> String {
    let patterns = patterns(tongue.lang());
    let ages = rule.field == "leeftijd";
    let (pattern, low, high) = match (rule.from, rule.to) {
        // Ages are whole years: at most 11 is younger than 12.
        (None, Some(to)) if ages => (patterns.younger, 0, to.saturating_add(1)),
        (Some(from), None) if ages => (patterns.older, from, 0),
        (Some(from), Some(to)) if ages => {
            (if from == to { patterns.aged_one } else { patterns.aged }, from, to)
        }
        (None, Some(to)) => (patterns.at_most, 0, to),
        (Some(from), Some(to)) if from == to => (patterns.exactly, from, to),
        (Some(from), Some(to)) => (patterns.between, from, to),
        (from, None) => (patterns.at_least, from.unwrap_or(0), 0),
    };
    with_holes(pattern, false, &|hole| match hole {
        "x" => low.to_string(),
        "y" => high.to_string(),
        _ => lower_first(&field_label(rule.field, tongue)),
    })
}

/// How many cases fit each profile.
#[inline(never)]
pub(super) fn words(
    report: &Report,
    about: &About,
    distribution: &Distribution,
    tongue: &dyn Tongue,
) -> Words {
    let measure = frame::measure(&about.id, tongue);
    if about.n == 0 {
        return figures::nothing(report, about, measure, Noun::Child, tongue);
    }
    let patterns = patterns(tongue.lang());
    let rows = distribution.rows.iter().filter_map(|row| Some((row, row.count.filter(|&count| count > 0)?)));
    let rows = in_order(rows, |a, b| b.1.cmp(&a.1));
    let name = |row: &Row| label(row, patterns, tongue);
    let say = |subject: &Subject, row: &Row, count: Option<u64>| {
        capital(&with_holes(patterns.fit, !subject.plural, &|hole| match hole {
            "s" => subject.text.clone(),
            "v" => name(row),
            _ => count.map_or_else(String::new, |count| share(count, about.n, tongue)),
        }))
    };
    let tied =
        rows.iter().take_while(|(_, count)| rows.first().is_some_and(|first| first.1 == *count)).count();
    let (title, first) = match rows.first() {
        None => (patterns.fit_none.to_owned(), format!("{}.", patterns.fit_none)),
        Some(&(row, count)) if tied == 1 => {
            let title = say(&tongue.subject(count, about.n, Noun::Child), row, None);
            (title, format!("{}.", say(&tongue.counted(count, about.n, Noun::Child), row, Some(count))))
        }
        Some(&(_, count)) => {
            let names: Vec<_> = rows.iter().take(tied).map(|(row, _)| name(row)).collect();
            let tied = u32::try_from(tied).unwrap_or(u32::MAX);
            let title = capital(&with_holes(patterns.tie, false, &|_| number(tied, patterns)));
            (title, tongue.tied(&names, count, about.n, Noun::Child))
        }
    };
    let next = next(rows.get(tied..).unwrap_or_default(), &name);
    let next = (!next.is_empty()).then(|| tongue.followed_by(&next, about.n));
    let mut cautions = frame::cautions(about, Noun::Child, tongue);
    cautions.extend([patterns.several, patterns.unknown].map(str::to_owned));
    Words {
        title,
        subtitle: frame::subtitle(report, measure, about, tongue),
        text: std::iter::once(first).chain(next).collect::<Vec<_>>().join(" "),
        cautions,
    }
}

/// A profile's name between quotes: that of the catalog in the language of the sentence, else as the report has it.
fn label(row: &Row, patterns: &Patterns, tongue: &dyn Tongue) -> String {
    let known = catalog::PROFILES.iter().find(|profile| profile.id == row.code);
    let own = known.filter(|profile| [profile.label.nl, profile.label.en].contains(&row.label.as_str()));
    let label = own.map_or(row.label.as_str(), |profile| profile.label.text(tongue.lang()));
    with_holes(patterns.quoted, false, &|_| tongue.spoken_range(label, true))
}

/// The profiles that come next; none of a tie is left out.
fn next(rest: &[(&Row, u64)], name: &dyn Fn(&Row) -> String) -> Vec<super::tongue::Answer> {
    let answer = |&(row, count): &(&Row, u64)| super::tongue::Answer { value: name(row), count };
    rest.iter().take(next_named(rest)).map(answer).collect()
}
