//! A publication beside the one before it: what subtracting the one from the other would tell.

use crate::{
    error::{Code, Error, Result},
    report::{Figures, Indicator, Publication, Report},
};

/// Refuses when a figure that both have differs by fewer cases than the minimum, or is shown in one and hidden in the
/// other. Publications whose periods have nothing in common, or of which neither holds the other, tell nothing of each other.
///
/// # Errors
///
/// [`Code::Previous`] with the indicator that is to be left out, or else with `publication` when the other can't be
/// compared.
pub(super) fn check(previous: &Publication, new: &Publication) -> Result<()> {
    if previous.schema != new.schema {
        return Err(Error::new(Code::Previous));
    }
    if !is_nested(previous, new) {
        return Ok(());
    }
    for (state, report) in new.reports() {
        for earlier in
            previous.reports().filter(|(other, _)| is_same(state, *other, previous)).map(|(_, one)| one)
        {
            compare(earlier, report, new.policy.minimum.max(previous.policy.minimum))?;
        }
    }
    Ok(())
}

/// The figures of a state are compared with those of the same state, and of a publication of that region alone.
fn is_same(state: Option<&str>, other: Option<&str>, previous: &Publication) -> bool {
    let alone = other.is_none() && state.is_some_and(|state| previous.regions == [state]);
    state == other || alone
}

/// One of the two is about periods that the other holds too.
fn is_nested(a: &Publication, b: &Publication) -> bool {
    let within = |inner: &Publication, outer: &Publication| {
        outer.period.span.from <= inner.period.span.from && inner.period.span.to <= outer.period.span.to
    };
    within(a, b) || within(b, a)
}

fn compare(earlier: &Report, new: &Report, minimum: u64) -> Result<()> {
    let exact =
        |report: &Report| report.protection.as_ref().is_some_and(|protection| protection.base.is_none());
    // Of two rounded counts the difference is known within 8 to each side, and more is not said.
    let least = if exact(earlier) && exact(new) { minimum } else { 0 };
    let too_near = |a: u64, b: u64| (1..least).contains(&a.abs_diff(b));
    if too_near(earlier.cases.selected, new.cases.selected) {
        return Err(Error::new(Code::Previous));
    }
    for indicator in &new.indicators {
        let same = earlier.indicators.iter().filter(|other| other.about.id == indicator.about.id);
        for (_, count, before) in same.flat_map(|other| both(other, indicator)) {
            let tells = match (before, count) {
                (Some(before), Some(count)) => too_near(before, count),
                (None, None) => false,
                (Some(_), None) | (None, Some(_)) => true,
            };
            if tells {
                return Err(Error::new(Code::Previous).with_word("indicator", indicator.about.id.as_str()));
            }
        }
    }
    Ok(())
}

/// The rows that both have: code, new count, count before.
fn both<'a>(earlier: &'a Indicator, new: &'a Indicator) -> Vec<(&'a str, Option<u64>, Option<u64>)> {
    let before = counts(earlier);
    let row = |(code, count): (&'a str, Option<u64>)| {
        before.iter().find(|(known, _)| *known == code).map(|(_, before)| (code, count, *before))
    };
    counts(new).into_iter().filter_map(row).collect()
}

fn counts(indicator: &Indicator) -> Vec<(&str, Option<u64>)> {
    let missing = indicator.about.missing_status.is_none().then_some(indicator.about.missing);
    let rows = match &indicator.figures {
        Figures::Distribution(spread) => spread.rows.as_slice(),
        Figures::Series(series) => &series.rows,
        Figures::Duration(duration) => &duration.rows,
        Figures::Share(share) => return vec![("", missing), (super::axis::YES, share.count)],
        Figures::Totals(_) | Figures::Crosstab(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => &[],
    };
    let rows = rows.iter().map(|row| (row.code.as_str(), row.count));
    [("", missing)].into_iter().chain(rows).collect()
}
