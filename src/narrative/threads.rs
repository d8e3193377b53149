//! The words for threads: where a group differs from all others.

use super::{
    en, figures, frame,
    label::{answer_label, is_place, lower_first},
    nl,
    number::percent,
    together::problem,
    tongue::{Noun, Tongue, capital, with_holes},
};
use crate::{
    catalog::{Lang, PROBLEM_FIELDS},
    report::{About, AnswerOf, Report, Thread, Threads, Words},
};

/// Most threads that the text tells; each row has its own sentence.
const TOLD: usize = 3;
/// Below this many cases a group is small (the domain's rule for percentages).
const SMALL_N: u64 = 30;
/// A title of more words says no percentages.
const LONG_TITLE: usize = 17;

/// How a language says it. Holes: `{g}` the group, `{t}` the trait as a phrase, `{v}` as a word, `{h}` more or less
/// often, `{n}` what cases are called, `{p}` and `{q}` shares, `{a}` of `{b}` and `{c}` of `{d}` cases.
pub(super) struct Patterns {
    /// Of a region, and of any other group.
    pub(super) sentences: [&'static str; 2],
    pub(super) titles: [&'static str; 2],
    pub(super) figures: &'static str,
    pub(super) often: [&'static str; 2],
    /// What is known of so many comparisons: `{n}` compared, `{f}` found.
    pub(super) found: &'static str,
    pub(super) nothing: [&'static str; 2],
    pub(super) too_few: [&'static str; 2],
    pub(super) no_cause: &'static str,
    pub(super) chance: &'static str,
    pub(super) small: &'static str,
    /// Any other group: `{v}` its label.
    pub(super) any_group: &'static str,
    /// Groups by field and code; `*` for any code, with `{v}` for its label.
    pub(super) groups: &'static [(&'static str, &'static str, &'static str)],
    /// By field of the trait: as part of a sentence, and of a title.
    pub(super) traits: &'static [(&'static str, [&'static str; 2])],
    /// Any other trait.
    pub(super) any_trait: [&'static str; 2],
}

fn patterns(tongue: &dyn Tongue) -> &'static Patterns {
    match tongue.lang() {
        Lang::Nl => &nl::threads::PATTERNS,
        Lang::En => &en::threads::PATTERNS,
    }
}

/// What the threads of a report say together.
#[inline(never)]
pub(super) fn words(report: &Report, about: &About, threads: &Threads, tongue: &dyn Tongue) -> Words {
    let measure = frame::measure(&about.id, tongue);
    if about.n == 0 {
        return figures::nothing(report, about, measure, Noun::Child, tongue);
    }
    let patterns = patterns(tongue);
    // As `tested`: both ways around where a field has two answers.
    let found = threads.rows.len();
    // The verb goes with what was found, and of nothing with what was compared.
    let one = if found == 0 { threads.tested == 1 } else { found == 1 };
    let counts = |pattern: &str| {
        with_holes(pattern, one, &|hole| match hole {
            "f" => found.to_string(),
            _ => threads.tested.to_string(),
        })
    };
    let told: Vec<_> = sentences(threads, tongue).into_iter().flatten().take(TOLD).collect();
    let (title, text) = match threads.rows.first() {
        Some(first) => (title(first, tongue), format!("{} {}", told.join(" "), counts(patterns.found))),
        None => {
            let [title, text] = if threads.tested == 0 { patterns.too_few } else { patterns.nothing };
            (title.to_owned(), counts(text))
        }
    };
    let mut cautions = Vec::new();
    if !threads.rows.is_empty() {
        cautions.extend([patterns.no_cause, patterns.chance].map(str::to_owned));
    }
    if threads.rows.iter().any(|row| row.n.min(row.rest_n) < SMALL_N) {
        cautions.push(patterns.small.to_owned());
    }
    Words { title, subtitle: frame::subtitle(report, measure, about, tongue), text, cautions }
}

/// A sentence for each thread; none for one that only turns an earlier one around, or whose counts are not shown.
#[inline(never)]
pub(super) fn sentences(threads: &Threads, tongue: &dyn Tongue) -> Vec<Option<String>> {
    let rows = &threads.rows;
    let of = |(place, row): (usize, &Thread)| {
        if threads.turns_around(place) { None } else { sentence(row, tongue) }
    };
    rows.iter().enumerate().map(of).collect()
}

fn sentence(thread: &Thread, tongue: &dyn Tongue) -> Option<String> {
    let patterns = patterns(tongue);
    let (count, rest_count) = (thread.count?, thread.rest_count?);
    let [region, other] = patterns.sentences;
    let pattern = if is_place(&thread.group.field) { region } else { other };
    let [phrase, _] = trait_patterns(thread, patterns);
    Some(capital(&with_holes(pattern, false, &|hole| match hole {
        "g" => group(&thread.group, tongue),
        "t" => with_holes(phrase, false, &|_| trait_name(&thread.trait_, tongue)),
        "n" => tongue.noun(noun(&thread.trait_), 2).to_owned(),
        "p" => tongue.percent(count, thread.n),
        "q" => tongue.percent(rest_count, thread.rest_n),
        "a" => count.to_string(),
        "b" => thread.n.to_string(),
        "c" => rest_count.to_string(),
        _ => thread.rest_n.to_string(),
    })))
}

fn title(thread: &Thread, tongue: &dyn Tongue) -> String {
    let patterns = patterns(tongue);
    let [more, less] = patterns.often;
    let often = if thread.share >= thread.rest_share { more } else { less };
    let [region, other] = patterns.titles;
    let pattern = if is_place(&thread.group.field) { region } else { other };
    let [_, phrase] = trait_patterns(thread, patterns);
    let title = capital(&with_holes(pattern, false, &|hole| match hole {
        "g" => group(&thread.group, tongue),
        _ => with_holes(phrase, false, &|hole| match hole {
            "h" => often.to_owned(),
            _ => trait_name(&thread.trait_, tongue),
        }),
    }));
    let figures = with_holes(patterns.figures, false, &|hole| match hole {
        "p" => percent(thread.count.unwrap_or(0), thread.n).to_string(),
        _ => percent(thread.rest_count.unwrap_or(0), thread.rest_n).to_string(),
    });
    let whole = format!("{title}{figures}");
    if whole.split(' ').count() > LONG_TITLE { title } else { whole }
}

fn trait_patterns(thread: &Thread, patterns: &Patterns) -> [&'static str; 2] {
    let known = patterns.traits.iter().find(|(field, _)| *field == thread.trait_.field);
    known.map_or(patterns.any_trait, |(_, pair)| *pair)
}

fn trait_name(of: &AnswerOf, tongue: &dyn Tongue) -> String {
    if PROBLEM_FIELDS.contains(&of.field.as_str()) {
        return problem(&of.code, &of.label, tongue);
    }
    lower_first(&answer_label(&of.field, &of.code, &of.label, tongue))
}

/// What cases are called, of which a trait is told.
fn noun(of: &AnswerOf) -> Noun {
    match of.field.as_str() {
        field if PROBLEM_FIELDS.contains(&field) => Noun::Child,
        "reden" => Noun::Referral,
        _ => Noun::Case,
    }
}

fn group(group: &AnswerOf, tongue: &dyn Tongue) -> String {
    let AnswerOf { field, code, label } = group;
    if is_place(field) {
        return label.clone();
    }
    let patterns = patterns(tongue);
    let known = |&&(of, answer, _): &&(&str, &str, &str)| of == field && (answer == code || answer == "*");
    let pattern = patterns.groups.iter().find(known).map_or(patterns.any_group, |&(_, _, phrase)| phrase);
    let label = tongue.spoken_range(&answer_label(field, code, label, tongue), true);
    with_holes(pattern, false, &|_| lower_first(&label))
}
