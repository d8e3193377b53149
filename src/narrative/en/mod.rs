//! English: plain words, active, never more than the figures say.

mod calendar;
pub(super) mod changes;
pub(super) mod compared;
mod decisions;
mod errors;
mod findings;
pub(super) mod groups;
mod lead_time;
pub(super) mod own;
pub(super) mod profiles;
pub(super) mod public;
pub(super) mod risk;
mod sayings;
pub(super) mod threads;
pub(super) mod together;

use calendar::{month, period_name, unit_noun, within};

use super::{
    findings::PlaceWords,
    fraction::{WORDS_FROM, fraction},
    number::{decimal, percent},
    period::{Date, Months},
    tongue::{Answer, Busiest, LeadTime, Noun, Saying, Subject, Tongue, capital, join},
};
use crate::{catalog::Lang, error::Code, finding::FindingCode, report::Unit, understanding::Decided};

/// The English language.
pub(super) struct English;

const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

impl Tongue for English {
    fn lang(&self) -> Lang {
        Lang::En
    }

    fn noun(&self, noun: Noun, count: u64) -> &'static str {
        match (noun, count) {
            (Noun::Child, 1) => "child",
            (Noun::Child, _) => "children",
            (Noun::Referral, 1) => "referral",
            (Noun::Referral, _) => "referrals",
            (Noun::Case, 1) => "case",
            (Noun::Case, _) => "cases",
            (Noun::ClosedCase, 1) => "closed case",
            (Noun::ClosedCase, _) => "closed cases",
            (Noun::KnownChild, 1) => "child with a known answer",
            (Noun::KnownChild, _) => "children with a known answer",
            (Noun::KnownReferral, 1) => "referral with a known answer",
            (Noun::KnownReferral, _) => "referrals with a known answer",
            (Noun::KnownCase, 1) => "case with a known answer",
            (Noun::KnownCase, _) => "cases with a known answer",
        }
    }

    fn subject(&self, count: u64, n: u64, noun: Noun) -> Subject {
        let (one, more) = (self.noun(noun, 1), self.noun(noun, 2));
        match (count, n) {
            (0, _) => Subject { text: format!("no {one}"), plural: false },
            (1, 1) => Subject { text: format!("the only {one}"), plural: false },
            (2, 2) => Subject { text: format!("both {more}"), plural: true },
            _ if count == n => Subject { text: format!("all {n} {more}"), plural: true },
            _ => fraction(count, n).map_or_else(
                || self.counted(count, n, noun),
                |word| Subject { text: word.en.replace("{}", more), plural: true },
            ),
        }
    }

    fn counted(&self, count: u64, n: u64, noun: Noun) -> Subject {
        if count == 0 || count == n {
            return self.subject(count, n, noun);
        }
        Subject { text: format!("{count} of the {n} {}", self.noun(noun, n)), plural: count != 1 }
    }

    fn how_often(&self, only: bool) -> &'static str {
        if only { "equally common" } else { "most common" }
    }

    fn saying(&self, indicator: &str) -> &'static Saying {
        super::saying(sayings::SAYINGS, indicator)
    }

    fn list(&self, items: &[String]) -> String {
        join(items, "and")
    }

    fn percent(&self, count: u64, n: u64) -> String {
        match percent(count, n) {
            0 if count > 0 => "less than 1 percent".to_owned(),
            100 if count < n => "more than 99 percent".to_owned(),
            whole => format!("{whole} percent"),
        }
    }

    fn spoken_range(&self, label: &str, _inclusive: bool) -> String {
        label.replace('–', " to ")
    }

    fn date(&self, date: Date) -> String {
        format!("{} {} {}", date.day, month(date.month), date.year)
    }

    fn period(&self, months: Months) -> String {
        let (from, to) = (months.from, months.to);
        match months {
            _ if months.are_years() && from.0 == to.0 => from.0.to_string(),
            _ if months.are_years() => format!("{}–{}", from.0, to.0),
            _ if from == to => format!("{} {}", month(from.1), from.0),
            _ if from.0 == to.0 => format!("{} – {} {}", month(from.1), month(to.1), to.0),
            _ => format!("{} {} – {} {}", month(from.1), from.0, month(to.1), to.0),
        }
    }

    fn selection(&self, clauses: &[Vec<String>]) -> String {
        let clauses: Vec<_> = clauses.iter().map(|values| join(values, "or")).collect();
        format!("selection: {}", join(&clauses, "and"))
    }

    fn base(&self, n: &str, missing: Option<&str>) -> String {
        missing.map_or_else(|| format!("n = {n}"), |missing| format!("n = {n}, {missing} not known"))
    }

    fn open_cases(&self, open: &str) -> String {
        format!("{open} still open")
    }

    fn crosstab_measure(&self, row: &str, column: &str) -> String {
        format!("{row} by {}", super::label::lower_first(column))
    }

    fn nothing_selected(&self) -> (String, String) {
        ("There are no cases in this selection".into(), "There are no cases in this selection.".into())
    }

    fn nothing_known(&self, missing: u64, noun: Noun) -> (String, String) {
        let whose = match missing {
            1 => format!("for the only {}", self.noun(noun, 1)),
            2 => format!("for both {}", self.noun(noun, 2)),
            _ => format!("for all {missing} {}", self.noun(noun, missing)),
        };
        (
            format!("This is not known {whose}"),
            format!("This is not known {whose}, so there is nothing to count."),
        )
    }

    fn nothing_closed(&self, open: u64, reference: Option<Date>) -> (String, String) {
        let when = reference.map_or_else(String::new, |date| format!(" on {}", self.date(date)));
        let text = match open {
            0 => "There are no cases with dates of referral and closing that can be right.".to_owned(),
            1 => format!("The only case is still open{when}."),
            _ => format!("All {open} cases are still open{when}."),
        };
        ("No case has been closed yet".into(), text)
    }

    fn many_tied(&self, answers: usize) -> String {
        format!("{} answers share the first place", capital(&number(answers)))
    }

    fn tied(&self, values: &[String], count: u64, n: u64, noun: Noun) -> String {
        let part = part(self, count, n);
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        format!("Each {times} among {n} {}{part}: {}.", self.noun(noun, n), join(values, "and"))
    }

    fn followed_by(&self, answers: &[Answer], n: u64) -> String {
        let items: Vec<_> = answers
            .iter()
            .map(|answer| format!("{} with {}{}", answer.value, answer.count, part(self, answer.count, n)))
            .collect();
        format!("Next: {}.", join(&items, "and"))
    }

    fn mean_age(&self, mean: Option<f64>, median: f64) -> String {
        let median = decimal(median, Lang::En);
        match mean {
            Some(mean) => {
                format!("The mean age is {} years, the median {median} years.", decimal(mean, Lang::En))
            }
            None => format!("The median age is {median} years."),
        }
    }

    fn referrals(&self, total: u64, months: Option<Months>) -> String {
        let what = match total {
            0 => "no referrals".to_owned(),
            _ => format!("{total} {}", self.noun(Noun::Referral, total)),
        };
        months.map_or_else(
            || format!("{} came in", capital(&what)),
            |months| format!("{}, {what} came in", capital(&within(months))),
        )
    }

    fn mean(&self, mean: f64, unit: Unit) -> String {
        format!("That is a mean of {} a {}.", decimal(mean, Lang::En), unit_noun(unit))
    }

    fn mean_in_title(&self, mean: f64, unit: Unit) -> String {
        format!(", a mean of {} a {}", decimal(mean, Lang::En), unit_noun(unit))
    }

    fn busiest(&self, busiest: &Busiest) -> String {
        let Busiest { unit, periods, count, all } = busiest;
        let noun = unit_noun(*unit);
        let referrals = self.noun(Noun::Referral, *count);
        match periods.as_slice() {
            _ if *all => format!("Every {noun} has the same number: {count}."),
            [only] => {
                format!("The busiest {noun} is {}, with {count} {referrals}.", period_name(*only, *unit))
            }
            [_, _] | [_, _, _] => {
                let names: Vec<_> = periods.iter().map(|period| period_name(*period, *unit)).collect();
                format!("The busiest {noun}s are {}, each with {count} {referrals}.", join(&names, "and"))
            }
            many => format!(
                "{} {noun}s are the busiest, each with {count} {referrals}.",
                capital(&number(many.len()))
            ),
        }
    }

    fn change(&self, year: u32, count: u64, earlier_year: u32, earlier: u64) -> (String, String) {
        let difference = count.abs_diff(earlier);
        let title = match count.cmp(&earlier) {
            std::cmp::Ordering::Equal => format!("In {year}, as many referrals came in as in {earlier_year}"),
            order => {
                let more = if order.is_gt() { "more" } else { "fewer" };
                let referrals = self.noun(Noun::Referral, difference);
                format!("In {year}, {difference} {more} {referrals} came in than in {earlier_year}")
            }
        };
        (title, format!("There were {count} in {year} and {earlier} in {earlier_year}."))
    }

    fn regions(&self, regions: &[Answer]) -> String {
        let items: Vec<_> =
            regions.iter().map(|region| format!("{} from {}", region.count, region.value)).collect();
        format!("Of these, {} came in.", join(&items, "and"))
    }

    fn lead_time(&self, facts: &LeadTime) -> String {
        [
            lead_time::closed_cases(facts),
            lead_time::with_open_cases(facts),
            lead_time::excluded(facts.excluded),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
    }

    fn total_title(&self, field: &str, total: u64, mean: Option<f64>) -> String {
        let mean =
            mean.map_or_else(String::new, |mean| format!(", a mean of {} a case", decimal(mean, Lang::En)));
        format!("{}{mean}", sum_of(field, total))
    }

    fn total(&self, field: &str, total: u64, mean: Option<f64>, n: u64) -> String {
        let known = format!("known for {n} {}", self.noun(Noun::Case, n));
        format!("{} ({known}).", self.total_title(field, total, mean))
    }

    fn pair(&self, row: &str, column: &str) -> String {
        format!("{row} with {column} is most common")
    }

    fn pair_text(&self, row: &str, column: &str, counted: &Subject, part: &str) -> String {
        let verb = if counted.plural { "fall" } else { "falls" };
        format!("{}{part} {verb} under {row} with {column}.", capital(&counted.text))
    }

    fn no_pair(&self, pairs: usize, count: u64) -> (String, String) {
        let title = format!("{} combinations share the first place", capital(&number(pairs)));
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        (title.clone(), format!("{title}, each {times}."))
    }

    fn small(&self, n: u64, noun: Noun) -> String {
        if n < WORDS_FROM {
            return "A very small number: look at the counts, not at the percentages.".into();
        }
        let points = percent(1, n);
        format!("A small number: one {} is {points} percentage points.", self.noun(noun, 1))
    }

    fn much_unknown(&self, missing: u64, all: u64, noun: Noun) -> String {
        format!(
            "This is not known for {missing} of the {all} {} ({}).",
            self.noun(noun, all),
            self.percent(missing, all)
        )
    }

    fn several_answers(&self, noun: Noun) -> String {
        format!(
            "A {} can have several answers: together they can be more than 100 percent.",
            self.noun(noun, 1)
        )
    }

    fn not_over(&self, period: Months, unit: Unit, reference: Date) -> String {
        format!(
            "{} was not over on {}: that figure may still go up.",
            capital(&period_name(period, unit)),
            self.date(reference)
        )
    }

    fn median_not_reached(&self) -> String {
        "Of all cases together, not yet half have been closed: there is no median yet.".into()
    }

    fn closed_only(&self, open: u64) -> String {
        let are = if open == 1 { "is" } else { "are" };
        let cases = self.noun(Noun::Case, open);
        format!(
            "{open} {cases} {are} still open. Whoever looks at closed cases alone sees times that are too short."
        )
    }

    fn error(&self, code: Code) -> [&'static str; 2] {
        errors::patterns(code)
    }

    fn finding(&self, code: FindingCode) -> &'static str {
        findings::pattern(code)
    }

    fn columns_unused(&self) -> &'static str {
        findings::COLUMNS_UNUSED
    }

    fn place_words(&self) -> &'static PlaceWords {
        &findings::PLACE_WORDS
    }

    fn decision(&self, decided: Decided) -> &'static str {
        decisions::pattern(decided)
    }
}

fn sum_of(field: &str, total: u64) -> String {
    let verb = if total == 1 { "was" } else { "were" };
    let noun = match (field, total) {
        ("aantal_overleggen", 1) => "meeting of the team",
        ("aantal_overleggen", _) => "meetings of the team",
        ("aantal_mdo", 1) => "multidisciplinary meeting",
        ("aantal_mdo", _) => "multidisciplinary meetings",
        _ => return format!("{}: {total} in total", super::label::field_label(field, &English)),
    };
    format!("There {verb} {total} {noun}")
}

fn part(english: &English, count: u64, n: u64) -> String {
    if n < WORDS_FROM { String::new() } else { format!(" ({})", english.percent(count, n)) }
}

fn number(number: usize) -> String {
    NUMBERS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
