//! A publication beside the one before it: what subtracting the one from the other would tell.

use crate::{
    error::{Code, Error, Result},
    report::{Before, BeforeCount, Figures, Indicator, Publication},
};

/// Code of the cases without an answer, among the counts of an indicator.
const UNKNOWN: &str = "";

/// What a publication tells, as the next one looks at it.
pub fn before(publication: &Publication) -> Before {
    let mut counts = Vec::new();
    for (state, report) in publication.reports() {
        let mut add = |indicator: &str, code: &str, count: Option<u64>| {
            let (indicator, code) = (indicator.to_owned(), code.to_owned());
            counts.push(BeforeCount { state: state.map(str::to_owned), indicator, code, count });
        };
        add(UNKNOWN, UNKNOWN, Some(report.cases.selected));
        for indicator in &report.indicators {
            rows(indicator).into_iter().for_each(|(code, count)| add(&indicator.about.id, code, count));
        }
    }
    Before {
        schema: publication.schema.clone(),
        minimum: publication.policy.minimum,
        rounded: publication.policy.base.is_some(),
        span: publication.period.span.clone(),
        regions: publication.regions.clone(),
        counts,
    }
}

/// Refuses when a figure that both have differs by fewer cases than the minimum, or is shown in one and hidden in the
/// other. Publications of which neither has all periods of the other tell nothing of each other.
///
/// # Errors
///
/// [`Code::Previous`], with the indicator that is to be left out where it is one.
pub(super) fn check(earlier: &Before, publication: &Publication) -> Result<()> {
    let new = before(publication);
    if earlier.schema != new.schema {
        return Err(Error::new(Code::Previous));
    }
    if !is_within(earlier, &new) && !is_within(&new, earlier) {
        return Ok(());
    }
    // Of two rounded counts the difference is known within 8 to each side, and no more is told.
    let least = if earlier.rounded || new.rounded { 0 } else { new.minimum.max(earlier.minimum) };
    for count in &new.counts {
        let same = earlier.counts.iter().filter(|other| is_same(count, other, earlier));
        for other in same {
            let tells = match (other.count, count.count) {
                (Some(before), Some(count)) => (1..least).contains(&before.abs_diff(count)),
                (None, None) => false,
                (Some(_), None) | (None, Some(_)) => true,
            };
            if tells {
                let error = Error::new(Code::Previous);
                let whole = count.indicator.is_empty();
                return Err(if whole {
                    error
                } else {
                    error.with_word("indicator", count.indicator.as_str())
                });
            }
        }
    }
    Ok(())
}

/// The figures of a state are compared with those of the same state, and of a publication of that region alone.
fn is_same(count: &BeforeCount, other: &BeforeCount, earlier: &Before) -> bool {
    let alone = other.state.is_none()
        && count.state.as_ref().is_some_and(|state| earlier.regions == [state.as_str()]);
    (count.state == other.state || alone) && count.indicator == other.indicator && count.code == other.code
}

/// The periods of the one lie within those of the other.
fn is_within(inner: &Before, outer: &Before) -> bool {
    outer.span.from <= inner.span.from && inner.span.to <= outer.span.to
}

fn rows(indicator: &Indicator) -> Vec<(&str, Option<u64>)> {
    let missing = indicator.about.missing_status.is_none().then_some(indicator.about.missing);
    let rows = match &indicator.figures {
        Figures::Distribution(spread) => spread.rows.as_slice(),
        Figures::Series(series) => &series.rows,
        Figures::Duration(duration) => &duration.rows,
        Figures::Share(share) => return vec![(UNKNOWN, missing), (super::axis::YES, share.count)],
        Figures::Totals(_) | Figures::Crosstab(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => &[],
    };
    let rows = rows.iter().map(|row| (row.code.as_str(), row.count));
    [(UNKNOWN, missing)].into_iter().chain(rows).collect()
}
