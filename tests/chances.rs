//! Fisher's exact test and Benjamini–Hochberg against values that others worked
//! out: `tests/reference/chances.py` (scipy, exact fractions), and what R and
//! the method's authors publish.

// A test stops where something is not as it should be.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use ben_monitor::stats::{benjamini_hochberg, fisher_exact};
use proptest::prelude::*;
use serde_json::Value;

const REFERENCE: &str = include_str!("reference/chances.json");

fn reference(part: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(REFERENCE).expect("the reference is JSON");
    all[part].as_array().expect("a list").clone()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().expect("a list").iter().map(|number| number.as_f64().expect("a number")).collect()
}

fn near(found: f64, expected: f64, part: f64) -> bool {
    (found - expected).abs() <= expected.abs() * part
}

#[test]
fn fisher_agrees_with_scipy() {
    let tables = reference("fisher");
    assert!(tables.len() > 80);
    for expected in tables {
        let count = |place: usize| expected["table"][place].as_u64().expect("a count");
        let found = fisher_exact(count(0), count(1), count(2), count(3));
        let all: u64 = (0..4).map(count).sum();
        // Beyond 400 cases scipy works with logarithms of factorials, and loses some digits.
        let part = if all <= 400 { 1e-9 } else { 1e-6 };
        assert!(near(found, expected["p"].as_f64().expect("a number"), part), "{expected}: {found}");
    }
}

/// `?fisher.test` in R: the tea tasting (Agresti, 1990, p. 61) and the convictions of like-sex twins (Fisher, 1962).
#[test]
fn fisher_agrees_with_r_s_examples() {
    assert!(near(fisher_exact(3, 1, 1, 3), 0.4857, 1e-4));
    assert!(near(fisher_exact(2, 10, 15, 3), 0.000_536_7, 1e-4));
}

#[test]
fn tables_that_tell_nothing_have_chance_1() {
    for table in [[0, 0, 0, 0], [0, 0, 3, 5], [3, 0, 5, 0], [0, 3, 0, 5], [3, 4, 0, 0], [1, 0, 0, 1]] {
        assert!(near(fisher_exact(table[0], table[1], table[2], table[3]), 1.0, 1e-12), "{table:?}");
    }
}

#[test]
fn a_million_cases_take_no_time_and_very_small_chances_stay_chances() {
    let started = std::time::Instant::now();
    for count in (100_000..200_000).step_by(500) {
        let p = fisher_exact(count, 300_000 - count, 300_000, 400_000);
        assert!(p > 0.0 && p <= 1.0);
    }
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

#[test]
fn adjusted_chances_agree_with_scipy() {
    let lists = reference("adjusted");
    assert!(lists.len() > 8);
    for expected in lists {
        let found = benjamini_hochberg(&numbers(&expected["chances"]));
        let adjusted = numbers(&expected["adjusted"]);
        assert_eq!(found.len(), adjusted.len());
        for (found, expected) in found.iter().zip(adjusted) {
            assert!(near(*found, expected, 1e-12), "{found} {expected}");
        }
    }
    assert!(benjamini_hochberg(&[]).is_empty());
}

/// Benjamini and Hochberg (1995), section 3.2: of fifteen chances the four smallest are found at 5 %.
#[test]
fn the_authors_example_finds_four() {
    let chances = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0,
    ];
    let found = benjamini_hochberg(&chances);
    assert_eq!(found.iter().filter(|q| **q <= 0.05).count(), 4);
}

proptest! {
    #[test]
    fn fisher_is_the_same_from_every_side(a in 0..60u64, b in 0..60u64, c in 0..60u64, d in 0..60u64) {
        let p = fisher_exact(a, b, c, d);
        prop_assert!((0.0..=1.0).contains(&p));
        for turned in [fisher_exact(c, d, a, b), fisher_exact(b, a, d, c), fisher_exact(a, c, b, d)] {
            prop_assert!(near(turned, p, 1e-9), "{} {}", turned, p);
        }
    }

    #[test]
    fn adjusting_keeps_the_order_and_only_raises(chances in proptest::collection::vec(0.0..=1.0f64, 0..40)) {
        let found = benjamini_hochberg(&chances);
        for (one, q) in chances.iter().zip(&found) {
            prop_assert!(*q >= one * (1.0 - 1e-12) && *q <= 1.0);
            for (other, other_q) in chances.iter().zip(&found) {
                prop_assert!(one > other || *q <= other_q * (1.0 + 1e-12));
            }
        }
    }
}
