//! Lead times in Dutch.

use crate::{
    catalog::Lang,
    narrative::{fraction::WORDS_FROM, number::decimal, tongue::LeadTime},
};

fn days(days: f64) -> String {
    let text = decimal(days, Lang::Nl);
    if text == "1" { "1 dag".to_owned() } else { format!("{text} dagen") }
}

pub(super) fn closed_cases(facts: &LeadTime) -> Option<String> {
    let (closed, median) = (facts.closed, facts.median?);
    Some(match facts.p90 {
        _ if closed == 1 => format!("De enige afgesloten zaak duurde {}.", days(median)),
        Some(p90) if closed >= WORDS_FROM => {
            format!("De helft duurde hoogstens {}, negen op de tien hoogstens {}.", days(median), days(p90))
        }
        _ => format!("De mediaan is {}.", days(median)),
    })
}

pub(super) fn with_open_cases(facts: &LeadTime) -> Option<String> {
    let open = match facts.open {
        0 => return None,
        1 => "de ene open zaak".to_owned(),
        open => format!("de {open} open zaken"),
    };
    let Some(median) = facts.all_median else {
        return Some(format!("Tellen we {open} mee, dan is nog niet de helft afgesloten."));
    };
    let interval = match (facts.low, facts.high) {
        (Some(low), Some(high)) => {
            format!(" (waarschijnlijk tussen {} en {})", decimal(low, Lang::Nl), days(high))
        }
        (Some(low), None) => format!(" (waarschijnlijk niet eerder dan {})", days(low)),
        _ => String::new(),
    };
    Some(format!("Tellen we {open} mee, dan is de helft na {} afgesloten{interval}.", days(median)))
}

pub(super) fn excluded(count: u64) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 zaak telt niet mee: die is afgesloten vóór de aanmelding.".to_owned()),
        _ => Some(format!("{count} zaken tellen niet mee: die zijn afgesloten vóór de aanmelding.")),
    }
}
