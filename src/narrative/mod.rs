//! What was released, in words: titles, summaries, cautions, and the sentences
//! for errors and findings, in Dutch and in English.
//!
//! Says what the figures say and no more: no cause, no blame. Counts nothing
//! itself, and never sees a case. The facts are chosen once, by rule; the
//! languages (`nl`, `en`) word them through one trait, so that both say the
//! same.

mod answers;
mod beside;
mod changes;
mod compared;
mod decisions;
mod en;
mod errors;
mod figures;
mod findings;
mod fraction;
mod frame;
mod groups;
mod label;
mod nl;
mod number;
mod own;
mod period;
mod profiles;
mod public;
mod publication;
mod referrals;
mod risk;
mod selection;
#[cfg(test)]
mod tests;
mod threads;
mod together;
mod tongue;
#[cfg(test)]
mod two_tests;

use crate::{
    catalog::Lang,
    disclosure::Released,
    error::{Error, Param},
    finding::Finding,
    report::{Figures, Report, Risk, RiskWords, Words},
    understanding::Decision,
};
pub use profiles::{Condition, profile_phrase};
pub use publication::tell_publication;
use tongue::{Saying, Tongue};

/// Row numbers that a sentence names at most.
const ROWS_NAMED: usize = 5;

/// What each indicator of the report says, in the order of the report.
///
/// `title` is the finding, a sentence without full stop. `subtitle` is what is
/// measured, where, when and of how many. `text` is one to three sentences
/// that also serve as alternative text. `cautions` are whole sentences. Beside
/// a second selection they tell the difference between the two.
pub fn tell(released: &Released<Report>, lang: Lang) -> Vec<Words> {
    let report = released.get();
    let tongue = tongue(lang);
    let protection = report.protection.as_ref().filter(|protection| protection.is_public());
    let told = |(place, indicator)| {
        if let Some(protection) = protection {
            return public::words(report, indicator, protection, tongue);
        }
        let against = report.against.as_ref();
        let other = against.and_then(|against| Some((against, against.indicators.get(place)?)));
        other
            .and_then(|(against, other)| compared::words(report, against, indicator, other, tongue))
            .unwrap_or_else(|| figures::words(report, indicator, tongue))
    };
    report.indicators.iter().enumerate().map(told).collect()
}

/// A sentence for each row of each indicator that holds threads, in the order of the report; `None` for a row that
/// only turns an earlier one around.
#[inline(never)]
pub fn thread_sentences(released: &Released<Report>, lang: Lang) -> Vec<Option<String>> {
    let tongue = tongue(lang);
    let figures = released.get().indicators.iter().map(|indicator| &indicator.figures);
    let threads = figures.filter_map(|figures| match figures {
        Figures::Threads(threads) => Some(threads),
        _ => None,
    });
    threads.flat_map(|threads| threads::sentences(threads, tongue)).collect()
}

/// One plain sentence: what went wrong, where, and what to do.
///
/// ```
/// use ben_monitor::{catalog::Lang, error::{Code, Error}, narrative::error_sentence};
/// let sentence = error_sentence(&Error::new(Code::NothingLoaded), Lang::Nl);
/// assert_eq!(sentence, "Er is nog geen bestand gelezen: kies eerst een monitorbestand.");
/// ```
pub fn error_sentence(error: &Error, lang: Lang) -> String {
    errors::sentence(error, tongue(lang))
}

/// One plain sentence: what was noticed in the file of this name, how often,
/// where, and what to do. Never a cell's value.
pub fn finding_sentence(finding: &Finding, source_name: &str, lang: Lang) -> String {
    findings::sentence(finding, source_name, tongue(lang))
}

/// One short sentence: how something in the files was read. It may hold
/// headings and written answers, so it is for the person whose files they are.
pub fn decision_sentence(decision: &Decision, lang: Lang) -> String {
    decisions::sentence(decision, tongue(lang))
}

/// How recognisable the children in the files are, what that means, and what to do before sharing.
pub fn risk_words(released: &Released<Risk>, lang: Lang) -> RiskWords {
    risk::words(released.get(), tongue(lang))
}

fn tongue(lang: Lang) -> &'static dyn Tongue {
    match lang {
        Lang::Nl => &nl::Dutch,
        Lang::En => &en::English,
    }
}

/// The saying for an indicator, else the one for any other (the last).
fn saying(sayings: &'static [Saying], indicator: &str) -> &'static Saying {
    static NONE: Saying = Saying {
        id: "",
        noun: tongue::Noun::Referral,
        one: "{v}: {s}",
        more: "{v}: {s}",
        tie: "{v}",
        other: "",
        special: &[],
        named: &[],
    };
    sayings.iter().find(|saying| saying.id == indicator).or(sayings.last()).unwrap_or(&NONE)
}

/// A number among an error's parameters.
fn number(error: &Error, name: &str) -> Option<u64> {
    match error.params().get(name) {
        Some(Param::Number(number)) => Some(*number),
        _ => None,
    }
}

/// A word among an error's parameters.
fn word<'a>(error: &'a Error, name: &str) -> Option<&'a str> {
    match error.params().get(name) {
        Some(Param::Word(word)) => Some(word),
        _ => None,
    }
}

/// The first rows of a finding, and whether those are all.
fn rows_named(finding: &Finding) -> (Vec<String>, bool) {
    let named: Vec<_> = finding.rows.iter().take(ROWS_NAMED).map(u64::to_string).collect();
    let all = u64::try_from(named.len()).is_ok_and(|named| named >= finding.count)
        || (finding.rows.len() == named.len() && finding.rows.len() < crate::finding::MAX_ROWS);
    (named, all)
}
