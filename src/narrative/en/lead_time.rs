//! Lead times in English.

use crate::{
    catalog::Lang,
    narrative::{fraction::WORDS_FROM, number::decimal, tongue::LeadTime},
};

fn days(days: f64) -> String {
    let text = decimal(days, Lang::En);
    if text == "1" { "1 day".to_owned() } else { format!("{text} days") }
}

pub(super) fn closed_cases(facts: &LeadTime) -> Option<String> {
    let (closed, median) = (facts.closed, facts.median?);
    Some(match facts.p90 {
        _ if closed == 1 => format!("The only closed case took {}.", days(median)),
        Some(p90) if closed >= WORDS_FROM => {
            format!("Half took at most {}, nine in ten at most {}.", days(median), days(p90))
        }
        _ => format!("The median is {}.", days(median)),
    })
}

pub(super) fn with_open_cases(facts: &LeadTime) -> Option<String> {
    let open = match facts.open {
        0 => return None,
        1 => "the one open case".to_owned(),
        open => format!("the {open} open cases"),
    };
    let Some(median) = facts.all_median else {
        return Some(format!("Counting {open} too, not yet half have been closed."));
    };
    let interval = match (facts.low, facts.high) {
        (Some(low), Some(high)) => {
            format!(" (probably between {} and {})", decimal(low, Lang::En), days(high))
        }
        (Some(low), None) => format!(" (probably not before {})", days(low)),
        _ => String::new(),
    };
    Some(format!("Counting {open} too, half are closed after {}{interval}.", days(median)))
}

pub(super) fn excluded(count: u64) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 case is left out: it was closed before it was referred.".to_owned()),
        _ => Some(format!("{count} cases are left out: they were closed before they were referred.")),
    }
}
