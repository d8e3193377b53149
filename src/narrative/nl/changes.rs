//! A period against the same one a year earlier, in Dutch.

use super::calendar::period_name;
use crate::{
    narrative::{period::Months, tongue::join},
    report::Unit,
};

/// One period: `In maart 2024 waren het er 9: 2 meer dan in maart 2023 (7).`
pub(in crate::narrative) fn period(unit: Unit, now: (Months, u64), before: (Months, u64)) -> String {
    let name = |months| period_name(months, unit);
    let (count, earlier) = (now.1, before.1);
    let verb = if count == 1 { "was" } else { "waren" };
    let change = match count.cmp(&earlier) {
        std::cmp::Ordering::Equal => format!(", evenveel als in {}", name(before.0)),
        order => {
            let more = if order.is_gt() { "meer" } else { "minder" };
            format!(": {} {more} dan in {} ({earlier})", count.abs_diff(earlier), name(before.0))
        }
    };
    format!("In {} {verb} het er {count}{change}.", name(now.0))
}

/// Regions, each with its name and the counts of both years.
pub(in crate::narrative) fn regions(years: (u32, u32), regions: &[(String, u64, u64)]) -> String {
    let items: Vec<_> =
        regions.iter().map(|(name, before, now)| format!("{name} van {before} naar {now}")).collect();
    format!("Van {} naar {}: {}.", years.0, years.1, join(&items, "en"))
}
