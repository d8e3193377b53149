//! A publication beside the one before it: what subtracting the one from the other would tell.

use crate::{
    error::{Code, Error, Result},
    report::{Before, BeforeCount, Figures, Indicator, Publication},
};

/// Code of the cases without an answer, among the counts of an indicator.
const UNKNOWN: &str = "";
/// Code of all that is not shown of an indicator, among its counts.
const HIDDEN: &str = "*";

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
            let rows = rows(indicator);
            rows.iter().for_each(|(code, count)| add(&indicator.about.id, code, *count));
            // What is hidden is known together.
            let shown: u64 = rows.iter().filter_map(|(_, count)| *count).sum();
            add(&indicator.about.id, HIDDEN, Some(report.cases.selected.saturating_sub(shown)));
        }
    }
    Before {
        schema: publication.schema.clone(),
        minimum: publication.policy.minimum,
        rounded: publication.policy.base.is_some(),
        span: publication.period.span.clone(),
        regions: publication.regions.clone(),
        split: publication.split.as_ref().map(|split| split.field.clone()),
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
    if earlier.split.is_some() && new.split.is_some() && earlier.split != new.split {
        return Err(Error::new(Code::Previous));
    }
    let minimum = new.minimum.max(earlier.minimum);
    let least = match (earlier.rounded || new.rounded, earlier.span == new.span) {
        (false, _) => minimum,
        // Of the same cases two rounded counts tell no more than that they were counted twice.
        (true, true) => 0,
        // What is between them is known within 8: far enough from 0, or nothing.
        (true, false) => minimum * 2,
    };
    // Equal when rounded, what is between them is 8 at most.
    let blurred = (earlier.rounded || new.rounded) && earlier.span != new.span;
    same_answers(earlier, &new)?;
    for count in &new.counts {
        let same = earlier.counts.iter().filter(|other| is_same(count, other, earlier, &new));
        for other in same {
            let tells = match (other.count, count.count) {
                (Some(before), Some(count)) => {
                    (1..least).contains(&before.abs_diff(count)) || (blurred && before == count && count > 0)
                }
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

/// Refuses where an indicator has other answers, or other classes of them, than before: what one shows of a class the
/// other may have hidden in another.
fn same_answers(earlier: &Before, new: &Before) -> Result<()> {
    for count in new.counts.iter().filter(|count| !count.indicator.is_empty()) {
        let mut same = earlier.counts.iter().filter(|other| is_of(count, other, earlier, new)).peekable();
        if same.peek().is_some() && !same.any(|other| other.code == count.code) {
            return Err(Error::new(Code::Previous).with_word("indicator", count.indicator.as_str()));
        }
    }
    let gone = |other: &&BeforeCount| {
        let mut same = new.counts.iter().filter(|count| is_of(count, other, earlier, new)).peekable();
        same.peek().is_some() && !same.any(|count| count.code == other.code)
    };
    match earlier.counts.iter().find(gone) {
        Some(other) => Err(Error::new(Code::Previous).with_word("indicator", other.indicator.as_str())),
        None => Ok(()),
    }
}

/// The same count, in the one and the other.
fn is_same(count: &BeforeCount, other: &BeforeCount, earlier: &Before, new: &Before) -> bool {
    is_of(count, other, earlier, new) && count.code == other.code
}

/// Counts of the same indicator and state; a state is compared with a publication of that region alone, too.
fn is_of(count: &BeforeCount, other: &BeforeCount, earlier: &Before, new: &Before) -> bool {
    let alone = |whole: &BeforeCount, part: &BeforeCount, regions: &[String]| {
        whole.state.is_none() && part.state.as_ref().is_some_and(|state| regions == [state.as_str()])
    };
    let cases = count.state == other.state
        || alone(other, count, &earlier.regions)
        || alone(count, other, &new.regions);
    cases && count.indicator == other.indicator
}

/// The periods of the one lie within those of the other.
fn is_within(inner: &Before, outer: &Before) -> bool {
    outer.span.from <= inner.span.from && inner.span.to <= outer.span.to
}

fn rows(indicator: &Indicator) -> Vec<(&str, Option<u64>)> {
    let missing = indicator.about.missing_status.is_none().then_some(indicator.about.missing);
    let mut more = None;
    let rows = match &indicator.figures {
        Figures::Distribution(spread) => spread.rows.as_slice(),
        Figures::Series(series) => &series.rows,
        Figures::Duration(duration) => {
            more = Some((super::axis::OPEN, duration.open_status.is_none().then_some(duration.open)));
            &duration.rows
        }
        Figures::Share(share) => return vec![(UNKNOWN, missing), (super::axis::YES, share.count)],
        Figures::Totals(_) | Figures::Crosstab(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => &[],
    };
    let rows = rows.iter().map(|row| (row.code.as_str(), row.count));
    [(UNKNOWN, missing)].into_iter().chain(more).chain(rows).collect()
}
