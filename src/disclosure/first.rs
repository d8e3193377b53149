//! Which of protected counts is sure to be the largest. No limits and no words.

/// The place of the count that is sure to be the largest of all; `None` where a hidden or a rounded one leaves that
/// open, and where nothing is counted.
///
/// `all` is what the counts add up to, hidden ones among them; `None` when they do not add up, since a case may be in
/// several. `base` is what they are rounded to: each then stands for any count less than `base` away, so that two of
/// them may trade places over a little less than twice that.
///
/// ```
/// use ben_monitor::disclosure::surely_first;
/// assert_eq!(surely_first(&[Some(40), Some(25), None], Some(80), Some(5)), Some(0));
/// assert_eq!(surely_first(&[Some(40), Some(35)], Some(75), Some(5)), None);
/// assert_eq!(surely_first(&[Some(40), None], None, None), None);
/// ```
#[inline(never)]
pub fn surely_first(counts: &[Option<u64>], all: Option<u64>, base: Option<u64>) -> Option<usize> {
    let apart = doubt(base);
    let most = counts.iter().copied().flatten().max().filter(|most| *most > 0)?;
    let place = counts.iter().position(|count| *count == Some(most))?;
    let beaten = |rival: u64| most.checked_sub(rival).is_some_and(|ahead| ahead > apart);
    let others = counts.iter().enumerate().filter(|(other, _)| *other != place);
    let shown = others.filter_map(|(_, count)| *count).all(beaten);
    (shown && largest_hidden(counts, all)?.is_none_or(beaten)).then_some(place)
}

/// Two counts that lie no further apart may be in the other order in truth.
#[inline(never)]
pub fn doubt(base: Option<u64>) -> u64 {
    base.map_or(0, |base| base.saturating_sub(1).saturating_mul(2))
}

/// What a hidden count is at most, by what is left of all; nothing when none is hidden, `None` when it can't be known.
fn largest_hidden(counts: &[Option<u64>], all: Option<u64>) -> Option<Option<u64>> {
    let shown: u64 = counts.iter().copied().flatten().fold(0, u64::saturating_add);
    match all {
        Some(all) => all.checked_sub(shown).map(Some),
        None if counts.contains(&None) => None,
        None => Some(None),
    }
}

#[cfg(test)]
mod tests {
    use super::surely_first;

    /// Every truth that protected counts may come from, by trying all: the hidden ones are first given every rounded
    /// count that makes them add up, then each count is any within its rounding. The place that is first in all.
    fn in_every_truth(counts: &[Option<u64>], all: u64, base: Option<u64>) -> Option<usize> {
        let (step, spread) = base.map_or((1, 0), |base| (base, base - 1));
        let mut rounded: Vec<Vec<u64>> = vec![Vec::new()];
        for count in counts {
            let may_be =
                count.map_or_else(|| (0..=all / step).map(|n| n * step).collect(), |count| vec![count]);
            rounded = product(&rounded, &|_| may_be.clone());
        }
        rounded.retain(|counts| counts.iter().sum::<u64>() == all);
        let truths = rounded.iter().flat_map(|table| {
            table.iter().zip(counts).fold(vec![Vec::new()], |truths, (count, shown)| match shown {
                Some(0) => product(&truths, &|_| vec![0]),
                _ => product(&truths, &|_| (count.saturating_sub(spread).max(1)..=count + spread).collect()),
            })
        });
        let firsts: Vec<Option<usize>> = truths.map(|truth| first_of(&truth)).collect();
        let one = firsts.first().copied().flatten()?;
        firsts.iter().all(|first| *first == Some(one)).then_some(one)
    }

    fn product(starts: &[Vec<u64>], next: &dyn Fn(&[u64]) -> Vec<u64>) -> Vec<Vec<u64>> {
        let longer = |start: &Vec<u64>| -> Vec<Vec<u64>> {
            next(start).into_iter().map(|count| [start.as_slice(), &[count]].concat()).collect()
        };
        starts.iter().flat_map(longer).collect()
    }

    fn first_of(truth: &[u64]) -> Option<usize> {
        let most = truth.iter().max()?;
        let place = truth.iter().position(|count| count == most)?;
        (truth.iter().filter(|count| *count == most).count() == 1).then_some(place)
    }

    #[test]
    fn what_is_sure_is_what_holds_in_every_truth() {
        let (mut sure, mut open) = (0, 0);
        for base in [None, Some(5)] {
            let step = base.unwrap_or(1);
            for (a, b, left) in
                (0..6_u64).flat_map(|a| (0..6).flat_map(move |b| (2..5).map(move |left| (a, b, left))))
            {
                let (a, b, left) = (Some(a * step), Some(b * step), left * step);
                for counts in [vec![a, b], vec![a, b, None], vec![None, a, b], vec![a, None, None]] {
                    let hidden = if counts.contains(&None) { left } else { 0 };
                    let all = counts.iter().copied().flatten().sum::<u64>() + hidden;
                    let told = surely_first(&counts, Some(all), base);
                    match told {
                        Some(_) => {
                            assert_eq!(told, in_every_truth(&counts, all, base), "{counts:?} of {all}")
                        }
                        None => open += 1,
                    }
                    sure += u32::from(told.is_some());
                }
            }
        }
        assert!(sure > 200 && open > 200, "{sure} {open}");
    }

    #[test]
    fn what_does_not_add_up_is_not_sure() {
        assert_eq!(surely_first(&[Some(40), None], Some(30), None), None);
        assert_eq!(surely_first(&[Some(40), None], None, None), None);
        assert_eq!(surely_first(&[Some(40), Some(39)], None, None), Some(0));
        assert_eq!(surely_first(&[Some(0), None], Some(4), None), None);
        assert_eq!(surely_first(&[], Some(4), None), None);
        assert_eq!(surely_first(&[Some(12), Some(3)], Some(40), None), None, "missing ones may be answers");
    }
}
