//! Months and periods in Dutch.

use crate::{narrative::period::Months, report::Unit};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

pub(super) fn month(number: u32) -> &'static str {
    usize::try_from(number).ok().and_then(|number| MONTHS.get(number.wrapping_sub(1))).copied().unwrap_or("?")
}

pub(super) fn unit_noun(unit: Unit) -> &'static str {
    match unit {
        Unit::Month => "maand",
        Unit::Quarter => "kwartaal",
        Unit::HalfYear => "half jaar",
        Unit::Year => "jaar",
    }
}

pub(super) fn unit_nouns(unit: Unit) -> &'static str {
    match unit {
        Unit::Month => "maanden",
        Unit::Quarter => "kwartalen",
        Unit::HalfYear => "halve jaren",
        Unit::Year => "jaren",
    }
}

pub(super) fn period_name(period: Months, unit: Unit) -> String {
    let (year, first) = period.from;
    let place = |length: u32| match (first - 1) / length {
        0 => "eerste",
        1 => "tweede",
        2 => "derde",
        _ => "vierde",
    };
    match unit {
        Unit::Month => format!("{} {year}", month(first)),
        Unit::Quarter => format!("het {} kwartaal van {year}", place(3)),
        Unit::HalfYear => format!("de {} helft van {year}", place(6)),
        Unit::Year => year.to_string(),
    }
}

pub(super) fn within(months: Months) -> String {
    let (from, to) = (months.from, months.to);
    match months {
        _ if months.are_years() && from.0 == to.0 => format!("in {}", from.0),
        _ if months.are_years() => format!("van {} tot en met {}", from.0, to.0),
        _ if from == to => format!("in {} {}", month(from.1), from.0),
        _ if from.0 == to.0 => format!("van {} tot en met {} {}", month(from.1), month(to.1), to.0),
        _ => format!("van {} {} tot en met {} {}", month(from.1), from.0, month(to.1), to.0),
    }
}
