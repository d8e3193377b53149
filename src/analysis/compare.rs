//! Two files that tell the same cases at different moments: what is new,
//! closed, changed, gone.

use super::{REGION, duration::CLOSING};
use crate::{
    cases::{Cases, Column, Pair},
    catalog,
    error::{Code, Error, Result},
    report::{Changes, Comparison, Moment, RegionChanges},
};

/// Compares the files with these numbers.
///
/// # Errors
///
/// `request.malformed` when a file with such a number does not exist; `compare.no-case-numbers` when one of them has no casus
/// numbers, so that no case can be known again.
pub fn compare(cases: &Cases, older: usize, newer: usize) -> Result<Comparison> {
    let files = cases.sources().len();
    if older >= files || newer >= files {
        return Err(Error::new(Code::BadRequest));
    }
    let pairs = cases.pairs(older, newer);
    let of = |source, there: fn(&Pair) -> bool| {
        moment(cases, source, pairs.iter().filter(|pair| there(pair)).count())
    };
    let (older, newer) = (of(older, |pair| pair.older.is_some()), of(newer, |pair| pair.newer.is_some()));
    if older.cases == 0 || newer.cases == 0 {
        return Err(Error::new(Code::NoCaseNumbers));
    }
    let names: &[String] = match cases.column(REGION) {
        Some(Column::Places(regions)) => regions.names(),
        _ => &[],
    };
    let mut total = Changes::default();
    let mut by_region = vec![Changes::default(); names.len() + 1];
    for pair in &pairs {
        add(cases, pair, &mut total);
        let place = region(cases, pair).map_or(names.len(), usize::from);
        by_region.get_mut(place).into_iter().for_each(|counts| add(cases, pair, counts));
    }
    Ok(Comparison { older, newer, total, regions: in_order(names, &by_region) })
}

/// The regions that have cases, by name; `by_region` has one more, of the cases without a region.
fn in_order(names: &[String], by_region: &[Changes]) -> Vec<RegionChanges> {
    let mut regions: Vec<RegionChanges> = Vec::new();
    let named = names.iter().map(Some).chain([None]);
    for (name, &counts) in named.zip(by_region).filter(|(_, counts)| **counts != Changes::default()) {
        let region = name.cloned();
        let place = match &region {
            Some(name) => {
                regions.partition_point(|known| known.region.as_ref().is_some_and(|known| known < name))
            }
            None => regions.len(),
        };
        regions.insert(place, RegionChanges { region, counts });
    }
    regions
}

#[inline(never)]
fn moment(cases: &Cases, source: usize, told: usize) -> Moment {
    Moment {
        source,
        name: cases.sources().get(source).map_or_else(String::new, |source| source.name.clone()),
        latest: cases.latest_day_of(source).map(|day| day.iso()),
        cases: told as u64,
        without_number: cases.without_number(source) as u64,
    }
}

/// Counts one case.
fn add(cases: &Cases, pair: &Pair, counts: &mut Changes) {
    let count = match (pair.older, pair.newer) {
        (None, _) => &mut counts.new,
        (_, None) => &mut counts.gone,
        (Some(older), Some(newer)) if is_closed(cases, older, newer) => &mut counts.closed,
        (Some(older), Some(newer)) if cases.differ(older, newer) => &mut counts.changed,
        _ => &mut counts.same,
    };
    *count += 1;
}

/// Closed between the two: only files that hold closing dates can say so.
fn is_closed(cases: &Cases, older: usize, newer: usize) -> bool {
    let Some((field, days)) = catalog::field_index(CLOSING).zip(cases.days(CLOSING)) else { return false };
    let has = |case| cases.has_field(cases.source_of(case), field);
    has(older) && has(newer) && days.get(older).is_err() && days.get(newer).is_ok()
}

/// The code of the region; both rows of a pair have the same.
fn region(cases: &Cases, pair: &Pair) -> Option<u16> {
    match cases.column(REGION) {
        Some(Column::Places(regions)) => regions.get(pair.newer.or(pair.older)?).ok(),
        _ => None,
    }
}
