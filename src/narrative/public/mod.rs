//! The words of a publication: what protected figures say for certain, and no more.
//!
//! Every number that is told stands in the report: nothing is added up, divided or subtracted. No answer is called the
//! most frequent one where a hidden or a rounded count leaves that open, and a percentage is told only where the
//! report has one. What is hidden is said to be hidden.

mod figures;
mod spread;

use super::{
    en, frame, nl,
    number::shown,
    tongue::{Noun, Subject, Tongue, with_holes},
};
use crate::{
    catalog::Lang,
    report::{About, Figures, Indicator, Protection, Report, Status, Words},
};

/// Cautions about a small number begin below this many cases, as in any report.
const SMALL_N: u64 = 30;

/// How a language says it. Holes: `{n}`, `{k}`, `{m}` counts, `{p}` whole percents, `{b}` a base, `{l}` a list, `{x}`
/// a noun, `{w}` weeks or a year; `[one|several]` by the number of what is counted.
pub(super) struct Patterns {
    pub(super) about: &'static str,
    pub(super) percent: &'static str,
    pub(super) percent_of: &'static str,
    pub(super) count_of: &'static str,
    pub(super) equal: &'static str,
    pub(super) close: &'static str,
    pub(super) many_close: &'static str,
    pub(super) further: &'static str,
    pub(super) with_count: &'static str,
    pub(super) hidden_named: &'static str,
    pub(super) hidden_many: &'static str,
    pub(super) hidden_cells: &'static str,
    /// Title and text where nothing is shown.
    pub(super) all_hidden: [&'static str; 2],
    pub(super) referrals: &'static str,
    pub(super) in_year: &'static str,
    pub(super) weeks: &'static str,
    pub(super) half: &'static str,
    pub(super) nine_in_ten: &'static str,
    pub(super) still_open: &'static str,
    pub(super) open_hidden: &'static str,
    pub(super) open_hidden_short: &'static str,
    pub(super) missing_hidden: &'static str,
    pub(super) missing_hidden_short: &'static str,
    pub(super) rounded_to_five: &'static str,
    pub(super) rounded_to: &'static str,
    pub(super) small: &'static str,
    pub(super) unknown: &'static str,
}

/// What the words of one indicator are made from.
#[derive(Clone, Copy)]
struct Told<'r> {
    report: &'r Report,
    about: &'r About,
    protection: &'r Protection,
    tongue: &'r dyn Tongue,
    patterns: &'static Patterns,
    noun: Noun,
}

/// The words for one indicator of a publication.
#[inline(never)]
pub(super) fn words(
    report: &Report,
    indicator: &Indicator,
    protection: &Protection,
    tongue: &dyn Tongue,
) -> Words {
    let about = &indicator.about;
    let patterns = match tongue.lang() {
        Lang::Nl => &nl::public::PATTERNS,
        Lang::En => &en::public::PATTERNS,
    };
    let noun = tongue.saying(&about.id).noun;
    let told = Told { report, about, protection, tongue, patterns, noun };
    match &indicator.figures {
        Figures::Distribution(figures) => spread::distribution(told, figures),
        Figures::Duration(figures) => spread::lead_time(told, figures),
        Figures::Share(figures) => figures::share(told, figures),
        Figures::Series(figures) => figures::series(told, figures),
        Figures::Crosstab(figures) => figures::crosstab(told, figures),
        // No publication holds these; what one might hold is not guessed at.
        Figures::Totals(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => {
            told.all_hidden(told.measure())
        }
    }
}

impl Told<'_> {
    fn is_rounded(&self) -> bool {
        self.protection.base.is_some()
    }

    fn misses_are_hidden(&self) -> bool {
        self.about.missing_status == Some(Status::Hidden)
    }

    fn measure(&self) -> String {
        self.about.label.clone().unwrap_or_else(|| frame::measure(&self.about.id, self.tongue))
    }

    fn fill(&self, pattern: &str, one: bool, hole: &dyn Fn(&str) -> String) -> String {
        with_holes(pattern, one, hole)
    }

    /// A part of the cases as the subject of a title: as a percentage where the report has one, roughly where counts
    /// are rounded.
    fn subject(&self, count: u64, share: Option<f64>) -> Subject {
        let n = self.about.n;
        match share {
            Some(_) if !self.is_rounded() => self.tongue.subject(count, n, self.counted_noun()),
            Some(share) => {
                let nouns = self.tongue.noun(self.counted_noun(), 2);
                let text = self.fill(self.patterns.percent_of, false, &|hole| match hole {
                    "p" => whole_percent(share).to_string(),
                    _ => nouns.to_owned(),
                });
                Subject { text: self.roughly(&text), plural: self.tongue.lang() == Lang::En }
            }
            None => {
                let part = self.counted(count);
                Subject { text: self.roughly(&part.text), ..part }
            }
        }
    }

    /// `80 van de 185 jeugdigen`; never "all" of a rounded number.
    fn counted(&self, count: u64) -> Subject {
        let n = self.about.n;
        if !self.is_rounded() {
            return self.tongue.counted(count, n, self.counted_noun());
        }
        let nouns = self.tongue.noun(self.counted_noun(), n);
        let text = self.fill(self.patterns.count_of, false, &|hole| match hole {
            "k" => count.to_string(),
            "n" => n.to_string(),
            _ => nouns.to_owned(),
        });
        Subject { text, plural: count != 1 }
    }

    fn roughly(&self, text: &str) -> String {
        if self.is_rounded() { format!("{}{text}", self.patterns.about) } else { text.to_owned() }
    }

    /// ` (43 procent)` where the report has a share.
    fn part(&self, share: Option<f64>) -> String {
        let percent = |share: f64| {
            let text = self.fill(self.patterns.percent, false, &|_| whole_percent(share).to_string());
            format!(" ({text})")
        };
        share.map(percent).unwrap_or_default()
    }

    fn counted_noun(&self) -> Noun {
        frame::noun_of(self.about.n, self.about, self.noun)
    }

    /// What is measured, where, when, of how many, and to what it is rounded.
    fn subtitle(&self, measure: String) -> String {
        let mut text = frame::subtitle(self.report, measure, self.about, self.tongue);
        if self.misses_are_hidden() {
            text = format!("{text}, {}", self.patterns.missing_hidden_short);
        }
        text
    }

    fn rounded(&self) -> Option<String> {
        let base = self.protection.base?;
        let pattern = if base == 5 { self.patterns.rounded_to_five } else { self.patterns.rounded_to };
        Some(self.fill(pattern, false, &|_| base.to_string()))
    }

    fn finish(&self, title: String, subtitle: String, text: &[String], cautions: Vec<String>) -> Words {
        let rounded = self.rounded().map(|rounded| format!(", {rounded}")).unwrap_or_default();
        Words { title, subtitle: subtitle + &rounded, text: text.join(" "), cautions }
    }

    fn all_hidden(&self, measure: String) -> Words {
        let [title, text] = self.patterns.all_hidden.map(str::to_owned);
        self.finish(title, self.subtitle(measure), &[text], self.cautions())
    }

    /// Cautions that hold for any kind of figure.
    fn cautions(&self) -> Vec<String> {
        let About { n, missing, .. } = *self.about;
        let small = (1..SMALL_N).contains(&n).then(|| self.patterns.small.to_owned());
        let number = |count| shown(count, self.tongue.lang());
        let unknown = (n > 0 && frame::is_much(n, missing)).then(|| {
            let nouns = self.tongue.noun(self.noun, 2);
            self.fill(self.patterns.unknown, missing == 1, &|hole| match hole {
                "m" => number(missing),
                _ => nouns.to_owned(),
            })
        });
        let hidden = self.misses_are_hidden().then(|| {
            let nouns = self.tongue.noun(self.noun, n);
            self.fill(self.patterns.missing_hidden, false, &|hole| match hole {
                "n" => number(n),
                _ => nouns.to_owned(),
            })
        });
        small.into_iter().chain(unknown).chain(hidden).collect()
    }
}

/// A share of a publication is a whole percent already.
fn whole_percent(share: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 1")]
    let percent = (share * 100.0).round().clamp(0.0, 100.0) as u64;
    percent
}
