//! Two selections side by side, in Dutch.

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
    only: "alleen de eerste van de twee selecties",
    unlike: "Deze aantallen zijn niet te vergelijken: een periode is nog niet voorbij, of niet elke regio heeft in beide aanmeldingen.",
    chosen: "De twee groepen zijn hierop gekozen: vergelijken zegt hier niets",
    and: "en",
    or: "of",
};

fn side(asked: &Asked) -> Side {
    let (phrase, name) = match asked {
        Asked::All => ("in totaal".to_owned(), "alle aanmeldingen".to_owned()),
        Asked::Rest => ("bij de rest".to_owned(), "de rest".to_owned()),
        Asked::Places(names) => (format!("in {}", join(names, "en")), join(names, "en")),
        Asked::Months(months, name) if months.from == months.to || months.is_one_year() => {
            (format!("in {name}"), name.clone())
        }
        Asked::Months(_, name) => (format!("in de periode {name}"), name.clone()),
        Asked::Answers(name) => (format!("in de groep ‘{name}’"), name.clone()),
    };
    Side { phrase, name }
}

fn subject(one: &Counted<'_>, nouns: &str) -> String {
    format!("{} van de {nouns} {}", one.percent, one.side.phrase)
}

fn points(points: u64) -> String {
    match points {
        0 => "afgerond geen verschil".to_owned(),
        1 => "1 punt verschil".to_owned(),
        _ => format!("{points} punten verschil"),
    }
}

fn against(two: &Counted<'_>, difference: u64) -> String {
    format!(", {} is dat {}: {}", two.side.phrase, two.percent, points(difference))
}

fn counts(one: &Counted<'_>, two: &Counted<'_>, difference: u64) -> String {
    let part = |part: &Counted<'_>, that: &str| {
        let verb = if part.count == 1 { "is" } else { "zijn" };
        format!("{} {verb} {that} er {} van de {} ({})", part.side.phrase, part.count, part.of, part.percent)
    };
    sentence(&format!("{}, {}: {}", part(one, "het"), part(two, "dat"), points(difference)))
}

fn ages(first: &Side, one: f64, second: &Side, two: f64) -> String {
    let years = |median| format!("{} jaar", decimal(median, Lang::Nl));
    let (one, two) = (years(one), years(two));
    sentence(&format!("de mediaan van de leeftijd is {one} {} en {two} {}", first.phrase, second.phrase))
}

fn days(days: f64) -> String {
    let text = decimal(days, Lang::Nl);
    if text == "1" { "1 dag".to_owned() } else { format!("{text} dagen") }
}

fn half_closed(first: &Side, one: Option<f64>, second: &Side, two: Option<f64>) -> String {
    let text = match (one, two) {
        (Some(one), Some(two)) => format!(
            "van de aanmeldingen {} is de helft na {} afgesloten, {} na {}: {}",
            first.phrase,
            days(one),
            second.phrase,
            days(two),
            if one == two {
                "geen verschil".to_owned()
            } else {
                format!("{} verschil", days((one - two).abs()))
            }
        ),
        (Some(one), None) => format!(
            "van de aanmeldingen {} is de helft na {} afgesloten, {} nog niet de helft",
            first.phrase,
            days(one),
            second.phrase
        ),
        (None, Some(two)) => format!(
            "van de aanmeldingen {} is nog niet de helft afgesloten, {} wel: na {}",
            first.phrase,
            second.phrase,
            days(two)
        ),
        (None, None) => {
            format!(
                "van de aanmeldingen {} is nog niet de helft afgesloten, {} ook niet",
                first.phrase, second.phrase
            )
        }
    };
    capital(&text)
}

fn lead_times(first: &Side, one: f64, second: &Side, two: f64) -> String {
    sentence(&format!(
        "van de afgesloten zaken duurde de helft {} hoogstens {}, {} hoogstens {}",
        first.phrase,
        days(one),
        second.phrase,
        days(two)
    ))
}

fn closed(side: &Side, closed: u64, open: u64) -> String {
    let verb = if closed == 1 { "is" } else { "zijn" };
    let open = match open {
        0 => "geen enkele meer open".to_owned(),
        open => format!("nog {open} open"),
    };
    sentence(&format!("van de aanmeldingen {} {verb} er {closed} afgesloten en {open}", side.phrase))
}

fn referrals(first: &Side, one: u64, second: &Side, two: u64, alike: bool) -> String {
    let first_verb = match one {
        0 => "kwam geen enkele aanmelding".to_owned(),
        1 => "kwam 1 aanmelding".to_owned(),
        one => format!("kwamen {one} aanmeldingen"),
    };
    let second_verb = match two {
        0 => "kwam er geen enkele".to_owned(),
        1 => "kwam er 1".to_owned(),
        two => format!("kwamen er {two}"),
    };
    let apart = match one.abs_diff(two) {
        _ if !alike => String::new(),
        0 => ": geen verschil".to_owned(),
        apart => format!(": een verschil van {apart}"),
    };
    capital(&format!("{} {first_verb} binnen, {} {second_verb}{apart}", first.phrase, second.phrase))
}

fn means(what: &str, one: &Sum<'_>, two: &Sum<'_>) -> (String, String) {
    let mean = |sum: &Sum<'_>| decimal(sum.mean, Lang::Nl);
    let title = format!(
        "{what}: gemiddeld {} per zaak {}, {} {}",
        mean(one),
        one.side.phrase,
        mean(two),
        two.side.phrase
    );
    let sum = |Sum { side, row, .. }: &Sum<'_>| {
        let cases = if row.n == 1 { "1 zaak".to_owned() } else { format!("{} zaken", row.n) };
        row.total.map(|total| format!("{}: {total} bij {cases}", side.name))
    };
    let sums: Vec<_> = [sum(one), sum(two)].into_iter().flatten().collect();
    let text = format!("{title} ({}).", sums.join("; "));
    (title, text)
}

fn nothing(side: &Side, closed: bool) -> String {
    let what = if closed { "nog geen zaak afgesloten" } else { "hierover niets bekend" };
    format!("Er valt niets te vergelijken: {} is {what}", side.phrase)
}

fn unknown(side: &Side, missing: u64, all: u64) -> String {
    sentence(&format!("{} is dit van {missing} van de {all} niet bekend", side.phrase))
}
