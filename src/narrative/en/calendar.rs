//! Months and periods in English.

use crate::{narrative::period::Months, report::Unit};

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

pub(super) fn month(number: u32) -> &'static str {
    usize::try_from(number).ok().and_then(|number| MONTHS.get(number.wrapping_sub(1))).copied().unwrap_or("?")
}

pub(super) fn unit_noun(unit: Unit) -> &'static str {
    match unit {
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::HalfYear => "half-year",
        Unit::Year => "year",
    }
}

pub(super) fn period_name(period: Months, unit: Unit) -> String {
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

pub(super) fn within(months: Months) -> String {
    let (from, to) = (months.from, months.to);
    match months {
        _ if months.are_years() && from.0 == to.0 => format!("in {}", from.0),
        _ if months.are_years() => format!("from {} to {}", from.0, to.0),
        _ if from == to => format!("in {} {}", month(from.1), from.0),
        _ if from.0 == to.0 => format!("from {} to {} {}", month(from.1), month(to.1), to.0),
        _ => format!("from {} {} to {} {}", month(from.1), from.0, month(to.1), to.0),
    }
}
