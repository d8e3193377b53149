//! Which classes of one axis are hidden when the sum of all of them is known.

use super::{
    refused::Unsafe,
    table::{at, put},
};

/// Which classes are hidden. Their sum is known by subtraction, so from here on they are one group: in
/// every table of this axis they are one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Of each class whether it is hidden.
    pub hidden: Vec<bool>,
    /// The sum of the hidden classes, 0 when there are none.
    pub group: u64,
    /// The most that an outsider who knows the group's sum exactly can make of each hidden class, whose
    /// least is 1; 0 when there are none.
    pub high: u64,
}

/// Hides every class from 1 to one below the minimum, and the next smallest ones until a hidden class can
/// be anything from 1 to more than the minimum.
///
/// # Errors
///
/// [`Unsafe::TooFew`] for fewer cases than the minimum, [`Unsafe::NothingLeft`] when something is hidden
/// and fewer than two classes with cases would still be shown: then only the total can be.
///
/// ```
/// use ben_monitor::disclosure::one_way;
/// let shown = one_way::hide(&[30, 2, 0, 8, 12], 5).expect("enough is left");
/// assert_eq!(shown.hidden, [false, true, false, true, false]);
/// assert_eq!((shown.group, shown.high), (10, 9));
/// ```
pub fn hide(counts: &[u64], minimum: u64) -> Result<Shown, Unsafe> {
    if counts.iter().sum::<u64>() < minimum {
        return Err(Unsafe::TooFew);
    }
    let none = vec![false; counts.len()];
    enough_left(counts, hide_more(counts, &none, minimum))
}

/// The same with some classes hidden whatever they count, and no word on how much is left: it may be nothing.
pub fn hide_more(counts: &[u64], start: &[bool], minimum: u64) -> Shown {
    let small = |(place, count): (usize, &u64)| at(start, place) || (1..minimum).contains(count);
    let mut hidden: Vec<bool> = counts.iter().enumerate().map(small).collect();
    loop {
        let known = known(counts, &hidden);
        let shown = (0..counts.len()).filter(|class| !at(&known.hidden, *class) && at(counts, *class) > 0);
        let together: Vec<usize> = (0..counts.len()).filter(|class| at(&known.hidden, *class)).collect();
        // With each hidden class 1 or more, one class is 1 to the sum less 1 for each of the others.
        let safe = known.group == 0 || (known.high > minimum && is_open(counts, &together, minimum));
        match shown.min_by_key(|class| (at(counts, *class), *class)).filter(|_| !safe) {
            Some(next) => put(&mut hidden, next, true),
            None => return known,
        }
    }
}

/// Whether who knows the sum of these classes, and that they are the smallest, is left with an interval of the minimum
/// or more for each: none is larger than the smallest that is shown; and so many that the small ones alone were
/// enough are not small all of them.
pub(super) fn is_open(counts: &[u64], together: &[usize], minimum: u64) -> bool {
    let others = (0..counts.len()).filter(|class| !together.contains(class));
    let most = others.map(|class| at(counts, class)).filter(|count| *count > 0).min().unwrap_or(u64::MAX);
    let (sum, rest) = (
        together.iter().map(|class| at(counts, *class)).sum::<u64>(),
        (together.len() as u64).saturating_sub(1),
    );
    let (low, high) =
        (sum.saturating_sub(rest.saturating_mul(most)).max(1), most.min(sum.saturating_sub(rest)));
    let all_small = together.iter().all(|class| at(counts, *class) < minimum);
    high >= low + minimum && !(all_small && rest >= minimum)
}

fn known(counts: &[u64], hidden: &[bool]) -> Shown {
    let sizes = || counts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count);
    let (group, classes) = (sizes().sum::<u64>(), sizes().map(|_| 1).sum::<u64>());
    Shown { hidden: hidden.to_vec(), group, high: (group + 1).saturating_sub(classes.max(1)) }
}

fn enough_left(counts: &[u64], known: Shown) -> Result<Shown, Unsafe> {
    let left = counts.iter().zip(&known.hidden).filter(|(count, hidden)| **count > 0 && !**hidden).count();
    match known.group {
        0 => Ok(Shown { high: 0, ..known }),
        _ if left < 2 => Err(Unsafe::NothingLeft),
        _ => Ok(known),
    }
}
