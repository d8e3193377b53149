//! English: plain words, active, never more than the figures say.

mod errors;
mod findings;
mod sayings;

use super::{
    fraction::{WORDS_FROM, fraction},
    number::{decimal, percent},
    period::{Date, Months},
    tongue::{Answer, Busiest, LeadTime, Noun, Saying, Subject, Tongue, capital, join},
};
use crate::{catalog::Lang, error::Error, finding::Finding, report::Unit};

/// The English language.
pub(super) struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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

    fn selection(&self, values: &[String]) -> String {
        format!("only {}", join(values, "or"))
    }

    fn base(&self, n: &str, missing: Option<&str>) -> String {
        missing.map_or_else(|| format!("n = {n}"), |missing| format!("n = {n} and {missing} not known"))
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
        format!("{} answers are equally common", capital(&number(answers)))
    }

    fn tied(&self, values: &[String], count: u64, n: u64, noun: Noun) -> String {
        let part = part(self, count, n);
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        format!("Each {times} among {n} {}{part}: {}.", self.noun(noun, n), join(values, "and"))
    }

    fn followed_by(&self, answers: &[Answer], n: u64) -> String {
        let verb = if answers.len() == 1 { "comes" } else { "come" };
        let items: Vec<_> = answers
            .iter()
            .map(|answer| format!("{} with {}{}", answer.value, answer.count, part(self, answer.count, n)))
            .collect();
        format!("Next {verb} {}.", join(&items, "and"))
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
        [closed_cases(facts), with_open_cases(facts), excluded(facts.excluded)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn total_title(&self, label: &str, total: u64) -> String {
        format!("{label}: {total} in total")
    }

    fn total(&self, label: &str, total: u64, mean: Option<f64>, n: u64) -> String {
        let mean = mean.map_or_else(String::new, |mean| {
            format!(", a mean of {} over {n} {}", decimal(mean, Lang::En), self.noun(Noun::Case, n))
        });
        format!("{label}: {total} in total{mean}.")
    }

    fn pair(&self, row: &str, column: &str) -> String {
        format!("{row} with {column} is most common")
    }

    fn pair_text(&self, row: &str, column: &str, count: u64, n: u64) -> String {
        let subject = capital(&self.counted(count, n, Noun::Referral).text);
        let verb = if count == 1 || n == 1 { "falls" } else { "fall" };
        format!("{subject}{} {verb} under {row} with {column}.", part(self, count, n))
    }

    fn no_pair(&self, pairs: usize, count: u64) -> (String, String) {
        let title = format!("{} combinations are most common", capital(&number(pairs)));
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

    fn error(&self, error: &Error) -> String {
        errors::sentence(error)
    }

    fn finding(&self, finding: &Finding, source_name: &str) -> String {
        findings::sentence(finding, source_name)
    }
}

/// ` (24 percent)`; nothing when percentages say too little.
fn part(english: &English, count: u64, n: u64) -> String {
    if n < WORDS_FROM { String::new() } else { format!(" ({})", english.percent(count, n)) }
}

fn month(number: u32) -> &'static str {
    usize::try_from(number).ok().and_then(|number| MONTHS.get(number.wrapping_sub(1))).copied().unwrap_or("?")
}

/// In letters up to twelve, as in Dutch.
fn number(number: usize) -> String {
    NUMBERS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn unit_noun(unit: Unit) -> &'static str {
    match unit {
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::HalfYear => "half-year",
        Unit::Year => "year",
    }
}

/// `March 2024`, `the first quarter of 2024`, `2024`.
fn period_name(period: Months, unit: Unit) -> String {
    let (year, first) = period.from;
    let place = |length: u32| match (first - 1) / length {
        0 => "first",
        1 => "second",
        2 => "third",
        _ => "fourth",
    };
    match unit {
        Unit::Month => format!("{} {year}", month(first)),
        Unit::Quarter => format!("the {} quarter of {year}", place(3)),
        Unit::HalfYear => format!("the {} half of {year}", place(6)),
        Unit::Year => year.to_string(),
    }
}

/// `in 2024`, `from January to March 2024`.
fn within(months: Months) -> String {
    let (from, to) = (months.from, months.to);
    match months {
        _ if months.are_years() && from.0 == to.0 => format!("in {}", from.0),
        _ if months.are_years() => format!("from {} to {}", from.0, to.0),
        _ if from == to => format!("in {} {}", month(from.1), from.0),
        _ if from.0 == to.0 => format!("from {} to {} {}", month(from.1), month(to.1), to.0),
        _ => format!("from {} {} to {} {}", month(from.1), from.0, month(to.1), to.0),
    }
}

fn days(days: f64) -> String {
    let text = decimal(days, Lang::En);
    if text == "1" { "1 day".to_owned() } else { format!("{text} days") }
}

fn closed_cases(facts: &LeadTime) -> Option<String> {
    let (closed, median) = (facts.closed, facts.median?);
    Some(match facts.p90 {
        _ if closed == 1 => format!("The only closed case took {}.", days(median)),
        Some(p90) if closed >= WORDS_FROM => format!(
            "Half of the {closed} closed cases took at most {}, nine in ten at most {}.",
            days(median),
            days(p90)
        ),
        _ => format!("The median of the {closed} closed cases is {}.", days(median)),
    })
}

fn with_open_cases(facts: &LeadTime) -> Option<String> {
    let open = match facts.open {
        0 => return None,
        1 => "the one open case".to_owned(),
        open => format!("the {open} open cases"),
    };
    let Some(median) = facts.all_median else {
        return Some(format!("Counting {open} too, not yet half have been closed."));
    };
    let interval = match (facts.low, facts.high) {
        (Some(low), Some(high)) => format!(" (95% interval: {} to {})", decimal(low, Lang::En), days(high)),
        (Some(low), None) => format!(" (95% interval: from {}, without an upper end)", days(low)),
        _ => String::new(),
    };
    Some(format!("Counting {open} too, half are closed after {}{interval}.", days(median)))
}

fn excluded(count: u64) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 case is left out: it was closed before it was referred.".to_owned()),
        _ => Some(format!("{count} cases are left out: they were closed before they were referred.")),
    }
}
