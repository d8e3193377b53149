//! Two selections side by side, in English.

use crate::{
    catalog::Lang,
    narrative::{
        compared::{Counted, Sayings, Side, Sum, sentence},
        number::decimal,
        selection::Asked,
        tongue::{capital, join},
    },
};

pub(in crate::narrative) static SAYINGS: Sayings = Sayings {
    side,
    subject,
    against,
    counts,
    ages,
    half_closed,
    lead_times,
    closed,
    referrals,
    means,
    nothing,
    unknown,
    only: "the first of the two selections only",
    unlike: "These numbers cannot be compared: a period is not over yet, or not every region has referrals in both.",
    chosen: "The two groups were chosen by this: comparing it says nothing",
    and: "and",
    or: "or",
};

fn side(asked: &Asked) -> Side {
    let (phrase, name) = match asked {
        Asked::All => ("in total".to_owned(), "all referrals".to_owned()),
        Asked::Rest => ("among the rest".to_owned(), "the rest".to_owned()),
        Asked::Places(names) => (format!("in {}", join(names, "and")), join(names, "and")),
        Asked::Months(months, name) if months.from == months.to || months.is_one_year() => {
            (format!("in {name}"), name.clone())
        }
        Asked::Months(_, name) => (format!("in the period {name}"), name.clone()),
        Asked::Answers(name) => (format!("in the group ‘{name}’"), name.clone()),
    };
    Side { phrase, name }
}

fn subject(one: &Counted<'_>, nouns: &str) -> String {
    format!("{} of the {nouns} {}", one.percent, one.side.phrase)
}

fn points(points: u64) -> String {
    match points {
        0 => "no difference when rounded".to_owned(),
        1 => "a difference of 1 percentage point".to_owned(),
        _ => format!("a difference of {points} percentage points"),
    }
}

fn against(two: &Counted<'_>, difference: u64) -> String {
    format!(", {} that is {}: {}", two.side.phrase, two.percent, points(difference))
}

fn counts(one: &Counted<'_>, two: &Counted<'_>, difference: u64) -> String {
    let part = |part: &Counted<'_>| format!("{} of the {} ({})", part.count, part.of, part.percent);
    sentence(&format!(
        "{} it is {}, {} it is {}: {}",
        one.side.phrase,
        part(one),
        two.side.phrase,
        part(two),
        points(difference)
    ))
}

fn ages(first: &Side, one: f64, second: &Side, two: f64) -> String {
    let years = |median| format!("{} years", decimal(median, Lang::En));
    let (one, two) = (years(one), years(two));
    sentence(&format!("the median age is {one} {} and {two} {}", first.phrase, second.phrase))
}

fn days(days: f64) -> String {
    let text = decimal(days, Lang::En);
    if text == "1" { "1 day".to_owned() } else { format!("{text} days") }
}

fn half_closed(first: &Side, one: Option<f64>, second: &Side, two: Option<f64>) -> String {
    let text = match (one, two) {
        (Some(one), Some(two)) => format!(
            "of the referrals {}, half are closed after {}, {} after {}: {}",
            first.phrase,
            days(one),
            second.phrase,
            days(two),
            if one == two {
                "no difference".to_owned()
            } else {
                format!("a difference of {}", days((one - two).abs()))
            }
        ),
        (Some(one), None) => format!(
            "of the referrals {}, half are closed after {}, {} not yet half",
            first.phrase,
            days(one),
            second.phrase
        ),
        (None, Some(two)) => format!(
            "of the referrals {}, not yet half are closed, {} half are after {}",
            first.phrase,
            second.phrase,
            days(two)
        ),
        (None, None) => {
            format!("of the referrals {}, not yet half are closed, nor {}", first.phrase, second.phrase)
        }
    };
    capital(&text)
}

fn lead_times(first: &Side, one: f64, second: &Side, two: f64) -> String {
    sentence(&format!(
        "half of the closed cases took at most {} {}, at most {} {}",
        days(one),
        first.phrase,
        days(two),
        second.phrase
    ))
}

fn closed(side: &Side, closed: u64, open: u64) -> String {
    let verb = if closed == 1 { "is" } else { "are" };
    let open = match open {
        0 => "none is open any more".to_owned(),
        1 => "1 is still open".to_owned(),
        open => format!("{open} are still open"),
    };
    sentence(&format!("of the referrals {}, {closed} {verb} closed and {open}", side.phrase))
}

fn referrals(first: &Side, one: u64, second: &Side, two: u64, alike: bool) -> String {
    let verb = if one == 1 { "was 1 referral".to_owned() } else { format!("were {one} referrals") };
    let apart = match one.abs_diff(two) {
        _ if !alike => String::new(),
        0 => ": no difference".to_owned(),
        apart => format!(": a difference of {apart}"),
    };
    format!("There {verb} {} and {two} {}{apart}", first.phrase, second.phrase)
}

fn means(what: &str, one: &Sum<'_>, two: &Sum<'_>) -> (String, String) {
    let mean = |sum: &Sum<'_>| decimal(sum.mean, Lang::En);
    let title = format!(
        "{what}: a mean of {} a case {}, {} {}",
        mean(one),
        one.side.phrase,
        mean(two),
        two.side.phrase
    );
    let sum = |Sum { side, row, .. }: &Sum<'_>| {
        let cases = if row.n == 1 { "1 case".to_owned() } else { format!("{} cases", row.n) };
        row.total.map(|total| format!("{}: {total} for {cases}", side.name))
    };
    let sums: Vec<_> = [sum(one), sum(two)].into_iter().flatten().collect();
    let text = format!("{title} ({}).", sums.join("; "));
    (title, text)
}

fn nothing(side: &Side, closed: bool) -> String {
    let what = if closed { "no case is closed yet" } else { "nothing is known about this" };
    format!("There is nothing to compare: {} {what}", side.phrase)
}

fn unknown(side: &Side, missing: u64, all: u64) -> String {
    sentence(&format!("{} this is not known of {missing} of the {all}", side.phrase))
}
