//! What every language can say. The facts are chosen once, in the other files
//! of this room; a language only words them, so that all say the same.

use super::{
    findings::PlaceWords,
    period::{Date, Months},
};
use crate::{
    catalog::letters::upper, error::Code, finding::FindingCode, report::Unit, understanding::Decided,
};

/// What is counted, as a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    /// A person.
    Child,
    /// A case as it came in.
    Referral,
    /// A case as it runs.
    Case,
    /// A case that is closed.
    ClosedCase,
    /// Of these the answer is known: said where it is not of many others.
    KnownChild,
    KnownReferral,
    KnownCase,
}

/// A part of the cases as the subject of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    /// `bijna de helft van de jeugdigen`, without capital.
    pub(super) text: String,
    /// The verb that follows is plural.
    pub(super) plural: bool,
}

/// How an indicator's answers are said. `{s}` is the [`Subject`], `{v}` the
/// answer, or the answers as a list.
#[derive(Debug)]
pub(super) struct Saying {
    /// The indicator's id; empty for any other indicator.
    pub(super) id: &'static str,
    pub(super) noun: Noun,
    /// With a singular verb.
    pub(super) one: &'static str,
    /// With a plural verb.
    pub(super) more: &'static str,
    /// Several answers are equally frequent; `{v}` is their list, `{h}` says
    /// whether they are the most frequent or the only ones.
    pub(super) tie: &'static str,
    /// What stands for `{v}` when the answer is `anders` or `overig`.
    pub(super) other: &'static str,
    /// Answers that need a sentence of their own: code, singular, plural.
    pub(super) special: &'static [(&'static str, &'static str, &'static str)],
    /// Answers that are called otherwise within a sentence than on their own: code, words.
    pub(super) named: &'static [(&'static str, &'static str)],
}

/// An answer with its count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// As it stands within a sentence.
    pub(super) value: String,
    pub(super) count: u64,
}

/// The busiest periods of a series.
#[derive(Debug)]
pub(super) struct Busiest {
    pub(super) unit: Unit,
    pub(super) periods: Vec<Months>,
    pub(super) count: u64,
    /// Every period has that count.
    pub(super) all: bool,
}

/// The lead times in numbers.
#[derive(Debug)]
pub(super) struct LeadTime {
    pub(super) closed: u64,
    pub(super) open: u64,
    pub(super) excluded: u64,
    pub(super) median: Option<f64>,
    pub(super) p90: Option<f64>,
    /// The Kaplan–Meier median with the ends of its interval.
    pub(super) all_median: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
}

/// A language. Sentences end with a full stop, titles do not; numbers within
/// sentences are plain digits, for they are read aloud.
pub(super) trait Tongue: Sync {
    fn lang(&self) -> crate::catalog::Lang;

    // Words and phrases
    fn noun(&self, noun: Noun, count: u64) -> &'static str;
    fn subject(&self, count: u64, n: u64, noun: Noun) -> Subject;
    fn counted(&self, count: u64, n: u64, noun: Noun) -> Subject;
    /// For answers that tie: most frequent among others, or the only ones.
    fn how_often(&self, only: bool) -> &'static str;
    fn saying(&self, indicator: &str) -> &'static Saying;
    fn list(&self, items: &[String]) -> String;
    fn percent(&self, count: u64, n: u64) -> String;
    fn spoken_range(&self, label: &str, inclusive: bool) -> String;
    fn date(&self, date: Date) -> String;
    /// As in a subtitle: `2024`, `januari – maart 2024`.
    fn period(&self, months: Months) -> String;

    // Subtitles
    /// Every clause as the list of its values.
    fn selection(&self, clauses: &[Vec<String>]) -> String;
    fn base(&self, n: &str, missing: Option<&str>) -> String;
    fn open_cases(&self, open: &str) -> String;
    fn crosstab_measure(&self, row: &str, column: &str) -> String;

    // Nothing to tell
    fn nothing_selected(&self) -> (String, String);
    fn nothing_known(&self, missing: u64, noun: Noun) -> (String, String);
    fn nothing_closed(&self, open: u64, reference: Option<Date>) -> (String, String);

    // Answers
    fn many_tied(&self, answers: usize) -> String;
    fn tied(&self, values: &[String], count: u64, n: u64, noun: Noun) -> String;
    fn followed_by(&self, answers: &[Answer], n: u64) -> String;
    fn mean_age(&self, mean: Option<f64>, median: f64) -> String;

    // Referrals
    fn referrals(&self, total: u64, months: Option<Months>) -> String;
    fn mean(&self, mean: f64, unit: Unit) -> String;
    fn mean_in_title(&self, mean: f64, unit: Unit) -> String;
    fn busiest(&self, busiest: &Busiest) -> String;
    fn change(&self, year: u32, count: u64, earlier_year: u32, earlier: u64) -> (String, String);
    fn regions(&self, regions: &[Answer]) -> String;

    // Lead time
    fn lead_time(&self, facts: &LeadTime) -> String;

    // Totals and cross tables
    fn total_title(&self, field: &str, total: u64, mean: Option<f64>) -> String;
    fn total(&self, field: &str, total: u64, mean: Option<f64>, n: u64) -> String;
    fn pair(&self, row: &str, column: &str) -> String;
    fn pair_text(&self, row: &str, column: &str, counted: &Subject, part: &str) -> String;
    fn no_pair(&self, pairs: usize, count: u64) -> (String, String);

    // Cautions
    fn small(&self, n: u64, noun: Noun) -> String;
    fn much_unknown(&self, missing: u64, all: u64, noun: Noun) -> String;
    fn several_answers(&self, noun: Noun) -> String;
    fn not_over(&self, period: Months, unit: Unit, reference: Date) -> String;
    fn median_not_reached(&self) -> String;
    fn closed_only(&self, open: u64) -> String;

    // What went wrong or was noticed
    /// Two patterns for `errors`: with what the error tells, and without.
    fn error(&self, code: Code) -> [&'static str; 2];
    /// A pattern for `findings`.
    fn finding(&self, code: FindingCode) -> &'static str;
    /// Likewise, of several columns that are not used.
    fn columns_unused(&self) -> &'static str;
    /// Words around columns and rows.
    fn place_words(&self) -> &'static PlaceWords;
    /// A pattern for `decisions`.
    fn decision(&self, decided: Decided) -> &'static str;
}

/// Puts words in the places of a pattern, capital first.
pub(super) fn fill(pattern: &str, subject: &str, value: &str) -> String {
    capital(&pattern.replace("{s}", subject).replace("{v}", value))
}

/// Fills the holes `{x}` of a pattern, and of each `[a|b]` takes a of one and b of several.
pub(super) fn with_holes(pattern: &str, one: bool, hole: &dyn Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.bytes().position(|byte| byte == b'{' || byte == b'[') {
        let (before, from) = rest.split_at_checked(at).unwrap_or_default();
        text.push_str(before);
        let Some((inside, after)) = from.split_once(if from.starts_with('{') { '}' } else { ']' }) else {
            break;
        };
        rest = after;
        match inside.split_once('|') {
            Some((single, several)) => {
                text.push_str(if one { single.trim_start_matches('[') } else { several });
            }
            None => text.push_str(&hole(inside.trim_start_matches('{'))),
        }
    }
    text.push_str(rest);
    text
}

/// With a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(upper).into_iter().chain(letters).collect()
}

/// `a, b en c` with the language's word for and.
pub(super) fn join(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// A spreadsheet's letters for a column number from 1: `C`, `AA`.
pub(super) fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let place = (rest - 1) % 26;
        letters.push(char::from_u32(u32::from(b'A') + place).unwrap_or('?'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{capital, column_letters, fill, join};

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let letters: Vec<_> = [1, 26, 27, 52, 53, 702, 703].map(column_letters).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn patterns_and_lists() {
        assert_eq!(
            fill("bij {s} speelt {v}", "alle 3 jeugdigen", "angst"),
            "Bij alle 3 jeugdigen speelt angst"
        );
        assert_eq!(capital("één"), "Eén".replace('E', "É"));
        let items = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        assert_eq!(join(&items(&["a"]), "en"), "a");
        assert_eq!(join(&items(&["a", "b", "c"]), "en"), "a, b en c");
    }
}
