//! Hiding classes of one axis, against every way in which their sum can be divided.

use crate::invent::Random;
use ben_monitor::disclosure::{one_way, refused::Unsafe};

/// The most that one of some classes can be, each at least 1, by writing out every division of their sum.
fn most(sum: u64, classes: usize) -> u64 {
    match classes {
        1 => sum,
        _ => (1..sum)
            .filter(|first| *first + (classes as u64) - 1 <= sum)
            .map(|first| {
                // The first class takes this much: what the others can do with the rest is asked again.
                first.max(most(sum - first, classes - 1))
            })
            .max()
            .unwrap_or(0),
    }
}

#[test]
fn a_hidden_class_can_be_small_or_not() {
    let mut random = Random::new(5);
    for _ in 0..400 {
        let minimum = if random.within(0, 1) == 0 { 5 } else { 10 };
        let counts: Vec<u64> = (0..random.size(1, 8)).map(|_| random.within(0, 4).pow(3) / 3).collect();
        let small = |count: &u64| (1..minimum).contains(count);
        match one_way::hide(&counts, minimum) {
            Err(Unsafe::TooFew) => assert!(counts.iter().sum::<u64>() < minimum),
            Err(reason) => {
                assert_eq!(reason, Unsafe::NothingLeft);
                assert!(counts.iter().any(small));
            }
            Ok(shown) => {
                let hidden: Vec<u64> = counts
                    .iter()
                    .zip(&shown.hidden)
                    .filter(|(_, hidden)| **hidden)
                    .map(|(count, _)| *count)
                    .collect();
                assert_eq!(shown.group, hidden.iter().sum::<u64>());
                assert_eq!(hidden.is_empty(), !counts.iter().any(small));
                let left =
                    counts.iter().zip(&shown.hidden).filter(|(_, hidden)| !**hidden).map(|(count, _)| count);
                assert!(left.clone().all(|count| !small(count)));
                if !hidden.is_empty() {
                    assert!(hidden.len() >= 2 && left.filter(|count| **count > 0).count() >= 2);
                    assert!(hidden.iter().all(|count| *count > 0));
                    assert!(shown.high > minimum && shown.group >= minimum);
                    if hidden.len() < 5 && shown.group < 40 {
                        assert_eq!(shown.high, most(shown.group, hidden.len()));
                    }
                }
            }
        }
    }
}

#[test]
fn no_class_is_hidden_for_nothing() {
    assert_eq!(one_way::hide(&[40, 0, 12], 5).expect("all is shown").hidden, [false; 3]);
    assert_eq!(one_way::hide(&[4, 4, 40, 50], 5).expect("two are hidden").hidden, [true, true, false, false]);
    assert_eq!(one_way::hide(&[3, 1, 6, 50, 60], 5).expect("three are hidden").group, 10);
    assert_eq!(one_way::hide(&[40, 2, 3], 5), Err(Unsafe::NothingLeft));
    assert_eq!(one_way::hide(&[2, 2], 5), Err(Unsafe::TooFew));
}
