//! The words for problems that pile up and that come together.

use super::{
    answers::{NEXT_NAMED, next_named},
    en, figures,
    fraction::WORDS_FROM,
    frame,
    label::{answer_label, is_other, lower_first},
    nl,
    number::decimal,
    tongue::{Noun, Tongue, capital, with_holes},
};
use crate::{
    catalog::{Lang, PARENT_PREFIX, PARENTS, PROBLEM_FIELDS},
    report::{About, Cooccurrence, Distribution, Pair, Report, Words},
};

/// Most pairs that a text names when they tie.
const TIED_NAMED: usize = 3;
/// From how many cases on it is told how much more often than expected a pair is met.
const LIFT_FROM: u64 = 30;
/// A lift nearer to 1 than this may well be chance, and one of fewer cases too.
const LIFT_TOLD: (f64, u64) = (1.5, 10);
/// Smaller groups of exactly the same problems may point at a child: these are drawn and marked, not told.
const FEWEST: u64 = 5;

/// How a language says it. Holes: `{s}` part of the cases, `{k}` count, `{p}` its share between
/// brackets, `{a}` and `{b}` problems, `{v}` both, `{l}` a list; `[one|several]` by the number of the verb.
pub(super) struct Patterns {
    pub(super) stacked: &'static str,
    pub(super) stacked_text: &'static str,
    pub(super) five_or_more: &'static str,
    pub(super) pair: &'static str,
    pub(super) pair_text: &'static str,
    pub(super) with: &'static str,
    pub(super) counted: &'static str,
    pub(super) next: &'static str,
    pub(super) no_pair: &'static str,
    /// Of the lift: more often, less often than expected.
    pub(super) lift: [&'static str; 2],
    /// An empty answer to further problems counts as none.
    pub(super) empty_is_none: &'static str,
    pub(super) exact: &'static str,
    pub(super) no_cause: &'static str,
    pub(super) rest_left_out: &'static str,
    /// Problems of the parents as they stand within a sentence, by code.
    pub(super) parents: &'static [(&'static str, &'static str)],
}

fn patterns(tongue: &dyn Tongue) -> &'static Patterns {
    match tongue.lang() {
        Lang::Nl => &nl::together::PATTERNS,
        Lang::En => &en::together::PATTERNS,
    }
}

/// `(48 procent)` after a space; nothing of few, of none and of all.
pub(super) fn share(count: u64, n: u64, tongue: &dyn Tongue) -> String {
    let plain = n < WORDS_FROM || count == 0 || count >= n;
    if plain { String::new() } else { format!(" ({})", tongue.percent(count, n)) }
}

/// How many problems cases have; `None` when its rows are no numbers of problems, or not all shown.
#[inline(never)]
pub(super) fn stacked(
    report: &Report,
    about: &About,
    distribution: &Distribution,
    tongue: &dyn Tongue,
) -> Option<Words> {
    let count = |code: &str| distribution.rows.iter().find(|row| row.code == code).and_then(|row| row.count);
    let (single, most) = (count("1")?, count("5+")?);
    let measure = frame::measure(&about.id, tongue);
    if about.n == 0 {
        return Some(figures::nothing(report, about, measure, Noun::Child, tongue));
    }
    let patterns = patterns(tongue);
    let several = about.n.saturating_sub(single);
    let say = |pattern: &str, subject: super::tongue::Subject| {
        capital(&with_holes(pattern, !subject.plural, &|hole| match hole {
            "s" => subject.text.clone(),
            _ => share(several, about.n, tongue),
        }))
    };
    let child = frame::noun_of(about.n, about, Noun::Child);
    let mut text = vec![say(patterns.stacked_text, tongue.counted(several, about.n, child))];
    if most > 0 {
        text.push(with_holes(patterns.five_or_more, most == 1, &|hole| match hole {
            "k" => format!("{most} {}", tongue.noun(Noun::Child, most)),
            _ => share(most, about.n, tongue),
        }));
    }
    Some(Words {
        title: say(patterns.stacked, tongue.subject(several, about.n, child)),
        subtitle: frame::subtitle(report, measure, about, tongue),
        text: text.join(" "),
        cautions: frame::cautions(about, Noun::Child, tongue)
            .into_iter()
            .chain([patterns.empty_is_none.to_owned()])
            .collect(),
    })
}

/// What a problem is called within a sentence.
pub(super) fn problem(code: &str, label: &str, tongue: &dyn Tongue) -> String {
    if let Some(of_parents) = code.strip_prefix(PARENT_PREFIX) {
        let named = patterns(tongue).parents.iter().find(|&&(known, _)| known == of_parents);
        let plain = || lower_first(&answer_label(PARENTS, of_parents, label, tongue));
        return named.map_or_else(plain, |&(_, name)| name.to_owned());
    }
    let [_, further] = PROBLEM_FIELDS;
    let saying = tongue.saying(further);
    if is_other(further, code) {
        return saying.other.to_owned();
    }
    let named = saying.named.iter().find(|&&(known, _)| known == code);
    let plain = || lower_first(&answer_label(further, code, label, tongue));
    named.map_or_else(plain, |&(_, name)| name.to_owned())
}

/// Which problems come together.
#[inline(never)]
pub(super) fn words(report: &Report, about: &About, figures: &Cooccurrence, tongue: &dyn Tongue) -> Words {
    let measure = frame::measure(&about.id, tongue);
    if about.n == 0 {
        return figures::nothing(report, about, measure, Noun::Child, tongue);
    }
    let patterns = patterns(tongue);
    let told = Told { about, figures, patterns, tongue };
    // What is called `overig` says nothing of what comes together.
    let is_left_out = |pair: &Pair| told.is_rest(&pair.a) || told.is_rest(&pair.b);
    let pairs: Vec<(&Pair, u64)> = figures
        .pairs
        .iter()
        .filter(|pair| !is_left_out(pair))
        .filter_map(|pair| pair.count.filter(|&count| count > 0).map(|count| (pair, count)))
        .collect();
    // Said where it would stand among those that are named.
    let last = pairs.get(NEXT_NAMED).map_or(0, |(_, count)| *count);
    let left_out = figures.pairs.iter().any(|pair| is_left_out(pair) && pair.count > Some(last));
    let (title, text) = told.pairs(&pairs);
    let mut cautions = frame::cautions(about, Noun::Child, tongue);
    if !pairs.is_empty() {
        cautions.push(patterns.no_cause.to_owned());
    }
    if left_out {
        cautions.push(patterns.rest_left_out.to_owned());
    }
    Words { title, subtitle: frame::subtitle(report, measure, about, tongue), text, cautions }
}

struct Told<'a> {
    about: &'a About,
    figures: &'a Cooccurrence,
    patterns: &'static Patterns,
    tongue: &'a dyn Tongue,
}

impl Told<'_> {
    fn child(&self) -> Noun {
        frame::noun_of(self.about.n, self.about, Noun::Child)
    }

    fn is_rest(&self, code: &str) -> bool {
        match code.strip_prefix(PARENT_PREFIX) {
            Some(code) => is_other(PARENTS, code),
            None => is_other(PROBLEM_FIELDS[0], code),
        }
    }

    fn name(&self, code: &str) -> String {
        let row = self.figures.rows.iter().find(|row| row.code == code);
        problem(code, row.map_or(code, |row| &row.label), self.tongue)
    }

    /// `trauma met hechting`
    fn both(&self, pair: &Pair) -> String {
        with_holes(self.patterns.with, false, &|hole| self.name(if hole == "a" { &pair.a } else { &pair.b }))
    }

    /// Title and text.
    fn pairs(&self, pairs: &[(&Pair, u64)]) -> (String, String) {
        let Some(&(pair, count)) = pairs.first() else {
            let title = self.patterns.no_pair.to_owned();
            return (title.clone(), format!("{title}."));
        };
        let tied = pairs.iter().take_while(|(_, other)| *other == count).count();
        let (title, mut text) = if tied > 1 {
            let (title, sentence) = self.tongue.no_pair(tied, count);
            let names: Vec<_> = pairs.iter().take(tied).map(|(pair, _)| self.both(pair)).collect();
            let named = tied <= TIED_NAMED;
            let named = named.then(|| self.tongue.tied(&names, count, self.about.n, self.child()));
            (title, vec![named.unwrap_or(sentence)])
        } else {
            let subject = self.tongue.counted(count, self.about.n, self.child()).text;
            let fill = |pattern: &str| {
                capital(&with_holes(pattern, false, &|hole| match hole {
                    "a" => self.name(&pair.a),
                    "b" => self.name(&pair.b),
                    "s" => subject.clone(),
                    _ => share(count, self.about.n, self.tongue),
                }))
            };
            let mut text = vec![fill(self.patterns.pair_text)];
            text.extend(self.lift(pair));
            (fill(self.patterns.pair), text)
        };
        text.extend(self.next(pairs.get(tied..).unwrap_or_default()));
        text.extend(self.exact());
        (title, text.join(" "))
    }

    /// How much more often than when each would be met apart from the other.
    fn lift(&self, pair: &Pair) -> Option<String> {
        let lift = pair.lift.filter(|_| self.about.n >= LIFT_FROM)?;
        let (least, cases) = LIFT_TOLD;
        let [more, less] = self.patterns.lift;
        let pattern = if pair.count < Some(cases) {
            return None;
        } else if lift >= least {
            more
        } else if lift <= least.recip() {
            less
        } else {
            return None;
        };
        Some(with_holes(pattern, false, &|_| decimal(lift, self.tongue.lang())))
    }

    /// The pairs that come next; none of a tie is left out.
    fn next(&self, rest: &[(&Pair, u64)]) -> Option<String> {
        let named = next_named(rest);
        let item = |&(pair, count): &(&Pair, u64)| {
            with_holes(self.patterns.counted, false, &|hole| match hole {
                "v" => self.both(pair),
                "k" => format!("{count} {}", self.tongue.noun(Noun::Child, count)),
                _ if self.about.n < WORDS_FROM => String::new(),
                _ => format!(", {}", self.tongue.percent(count, self.about.n)),
            })
        };
        let items: Vec<_> = rest.iter().take(named).map(item).collect();
        (!items.is_empty()).then(|| with_holes(self.patterns.next, false, &|_| self.tongue.list(&items)))
    }

    /// The largest group of cases with exactly the same problems, when it is one group of several cases.
    fn exact(&self) -> Option<String> {
        let mut largest = self.figures.combinations.iter().map(|group| (group, group.count));
        let (group, count) = largest.next()?;
        let count = count
            .filter(|&count| count >= FEWEST && largest.next().is_none_or(|(_, next)| next < Some(count)))?;
        let names: Vec<_> = group.codes.iter().map(|code| self.name(code)).collect();
        Some(with_holes(self.patterns.exact, false, &|hole| match hole {
            "l" => self.tongue.list(&names),
            _ => format!("{count} {}", self.tongue.noun(Noun::Child, count)),
        }))
    }
}
