//! Problems that pile up and come together, profiles, threads, and terms in
//! days, against a second, slow way of counting and against cases by hand.

// A test stops where something is not as it should be; the numbers invented here are small.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod by_hand;
mod invent;
mod slow;

use std::collections::{BTreeMap, BTreeSet};

use ben_monitor::{
    analysis::{Partial, Request, report},
    catalog,
    report::{Cooccurrence, Distribution, Figures, Indicator, Report, Share, Threads},
};
use invent::{Row, USED, cases, rows};
use proptest::prelude::*;

fn found(rows: &[Row], request: &Request) -> Report {
    report(&cases("een.csv", rows, &[]), request).expect("a good request")
}

fn indicator<'a>(report: &'a Report, id: &str) -> &'a Indicator {
    report.indicators.iter().find(|indicator| indicator.about.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn distribution<'a>(report: &'a Report, id: &str) -> &'a Distribution {
    match &indicator(report, id).figures {
        Figures::Distribution(found) => found,
        other => panic!("{other:?}"),
    }
}

fn together(report: &Report) -> &Cooccurrence {
    match &indicator(report, "samenhang").figures {
        Figures::Cooccurrence(found) => found,
        other => panic!("{other:?}"),
    }
}

fn threads(report: &Report) -> &Threads {
    match &indicator(report, "rode_draden").figures {
        Figures::Threads(found) => found,
        other => panic!("{other:?}"),
    }
}

fn share<'a>(report: &'a Report, id: &str) -> &'a Share {
    match &indicator(report, id).figures {
        Figures::Share(found) => found,
        other => panic!("{other:?}"),
    }
}

/// Place of a problem in the catalog, the child's before the parents'.
fn place(code: &str) -> usize {
    let (field, code, before) = match code.strip_prefix("ouder:") {
        Some(code) => ("ouderproblematiek", code, 100),
        None => ("problematiek", code, 0),
    };
    let values = catalog::field(field).expect("in the catalog").values;
    before + values.iter().position(|value| value.code == code).expect("a code")
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1e-9)
}

/// `rows` are the cases whose file asked for most, of `all`.
fn check_together(rows: &[Row], all: usize, report: &Report) {
    let sets: Vec<_> = rows.iter().map(slow::problems).filter(|set| !set.is_empty()).collect();
    let single = slow::counts(&sets);
    let n = sets.len() as f64;
    let figures = together(report);
    let about = &indicator(report, "samenhang").about;
    assert_eq!((about.n, about.n + about.missing), (sets.len() as u64, all as u64));

    let mut expected: Vec<_> = single.iter().map(|(code, count)| (code.clone(), *count)).collect();
    expected.sort_by_key(|(code, count)| (u64::MAX - count, place(code)));
    let told: Vec<_> = figures.rows.iter().map(|row| (row.code.clone(), row.count.expect("exact"))).collect();
    assert_eq!(told, expected);

    let mut pairs = Vec::new();
    for (one, _) in &expected {
        for (other, _) in &expected {
            let count = sets.iter().filter(|set| set.contains(one) && set.contains(other)).count() as u64;
            if place(one) < place(other) && count > 0 {
                pairs.push((count, one, other));
            }
        }
    }
    pairs.sort_by_key(|(count, one, other)| (u64::MAX - count, place(one), place(other)));
    assert_eq!(figures.pairs.len(), pairs.len());
    for (pair, (count, one, other)) in figures.pairs.iter().zip(pairs) {
        let [a, b] = if single[other] > single[one] { [other, one] } else { [one, other] };
        assert_eq!((&pair.a, &pair.b, pair.count), (a, b, Some(count)));
        assert!(near(pair.share.expect("of some"), count as f64 / n));
        let lift = (count as f64 / n) / ((single[one] as f64 / n) * (single[other] as f64 / n));
        assert!(near(pair.lift.expect("of some"), lift));
    }

    let mut exact: BTreeMap<Vec<usize>, (Vec<String>, u64)> = BTreeMap::new();
    for set in sets.iter().filter(|set| set.len() > 1) {
        let mut codes: Vec<_> = set.iter().cloned().collect();
        codes.sort_by_key(|code| place(code));
        let places = codes.iter().map(|code| place(code)).collect();
        exact.entry(places).or_insert((codes, 0)).1 += 1;
    }
    let mut exact: Vec<_> = exact.into_iter().collect();
    exact.sort_by_key(|(places, (_, count))| (u64::MAX - count, places.clone()));
    let told: Vec<_> = figures.combinations.iter().map(|group| (group.codes.clone(), group.count)).collect();
    let expected: Vec<_> =
        exact.into_iter().take(20).map(|(_, (codes, count))| (codes, Some(count))).collect();
    assert_eq!(told, expected);
}

fn check_stacks(rows: &[Row], all: usize, report: &Report) {
    let sizes: Vec<_> = rows.iter().map(|row| slow::child(row).len()).filter(|size| *size > 0).collect();
    let figures = distribution(report, "stapeling");
    let about = &indicator(report, "stapeling").about;
    assert_eq!((about.n, about.n + about.missing), (sizes.len() as u64, all as u64));
    assert!(figures.ordered);
    let codes: Vec<_> = figures.rows.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5+"]);
    for (row, size) in figures.rows.iter().zip(1..) {
        let count = sizes.iter().filter(|found| **found == size || (size == 5 && **found > 5)).count();
        assert_eq!(row.count, Some(count as u64));
    }
}

fn check_groups(rows: &[Row], report: &Report) {
    let figures = distribution(report, "doelgroepen");
    let about = &indicator(report, "doelgroepen").about;
    assert_eq!((about.n, about.missing, figures.multiple), (rows.len() as u64, 0, true));
    assert_eq!(figures.rows.len(), 10);
    for row in &figures.rows {
        let fitting = rows.iter().filter(|case| slow::fits(case, &row.code)).count();
        assert_eq!(row.count, Some(fitting as u64), "{}", row.code);
    }
    assert!(figures.rows.is_sorted_by_key(|row| u64::MAX - row.count.expect("exact")));
}

fn check_threads(rows: &[Row], report: &Report) {
    let figures = threads(report);
    let expected = slow::tested(&rows.iter().collect::<Vec<_>>());
    assert_eq!(figures.tested, expected.len() as u64);
    let significant: Vec<_> = expected.iter().filter(|one| one.q <= 0.05).collect();
    assert_eq!(figures.rows.len(), significant.len());
    for thread in &figures.rows {
        let key = [&thread.group.field, &thread.group.code, &thread.trait_.field, &thread.trait_.code];
        let same = significant.iter().find(|one| one.key.iter().eq(key)).expect("also found slowly");
        let counts =
            [thread.count.expect("exact"), thread.n, thread.rest_count.expect("exact"), thread.rest_n];
        assert_eq!(counts, same.counts);
        assert!(near(thread.p, same.p) && near(thread.q, same.q), "{thread:?} {same:?}");
        assert!(near(thread.share.expect("of some"), counts[0] as f64 / counts[1] as f64));
        assert!(near(thread.rest_share.expect("of some"), counts[2] as f64 / counts[3] as f64));
    }
    let differences: Vec<_> = figures
        .rows
        .iter()
        .map(|row| -(row.share.expect("of some") - row.rest_share.expect("of some")).abs())
        .collect();
    assert!(differences.is_sorted(), "{differences:?}");
}

fn json(report: &Report) -> String {
    serde_json::to_string(report).expect("plain data")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn problems_together_are_those_of_the_slow_way(rows in rows(60)) {
        let report = found(&rows, &Request::default());
        check_together(&rows, rows.len(), &report);
        check_stacks(&rows, rows.len(), &report);
        check_groups(&rows, &report);
    }

    #[test]
    fn only_cases_that_were_asked_for_the_most_are_counted_together(
        files in proptest::collection::vec(
            (rows(30), proptest::sample::subsequence(slow::PROBLEMS.to_vec(), 0..4)),
            1..4,
        ),
    ) {
        let named = ["een.csv", "twee.csv", "drie.csv"].into_iter().zip(&files);
        let all = named.map(|(name, (rows, without))| cases(name, rows, without)).reduce(|mut all, next| {
            all.append(next);
            all
        });
        let report = report(&all.expect("one at least"), &Request::default()).expect("a good request");
        let count: usize = files.iter().map(|(rows, _)| rows.len()).sum();
        let given = |id: &str| report.indicators.iter().any(|indicator| indicator.about.id == id);
        if given("samenhang") {
            check_together(&slow::asked_for_most(&files, &slow::PROBLEMS), count, &report);
        }
        if given("stapeling") {
            let [main, _, further] = slow::PROBLEMS;
            check_stacks(&slow::asked_for_most(&files, &[main, further]), count, &report);
        }
    }

    #[test]
    fn threads_are_those_of_the_slow_way(rows in rows(120)) {
        check_threads(&rows, &found(&rows, &Request::default()));
    }

    #[test]
    fn no_split_and_no_order_of_the_cases_changes_a_figure(
        parts in proptest::collection::vec(rows(25), 1..4),
        turned in any::<prop::sample::Index>(),
    ) {
        let request = Request::default();
        let mut all = parts.concat();
        let whole = found(&all, &request);
        let partials = parts.iter().map(|rows| Partial::of(&cases("een.csv", rows, &[]), &request));
        let merged = partials.map(|partial| partial.expect("a good request")).reduce(|mut all, next| {
            all.merge(&next);
            all
        });
        let mut merged = merged.expect("one at least").finish(&request).expect("a good request");
        merged.sources.clone_from(&whole.sources);
        prop_assert_eq!(json(&merged), json(&whole));
        if !all.is_empty() {
            let turn = turned.index(all.len());
            all.rotate_left(turn);
            all.reverse();
        }
        prop_assert_eq!(json(&found(&all, &request)), json(&whole));
    }

    #[test]
    fn files_with_other_fields_merge_as_when_read_together(
        first in rows(40),
        second in rows(40),
        without in proptest::sample::subsequence(USED.to_vec(), 0..5),
    ) {
        let request = Request::default();
        let (first, second) = (cases("een.csv", &first, &without), cases("twee.csv", &second, &[]));
        let mut merged = Partial::of(&first, &request).expect("a good request");
        merged.merge(&Partial::of(&second, &request).expect("a good request"));
        let mut both = first;
        both.append(second);
        let whole = report(&both, &request).expect("a good request");
        prop_assert_eq!(json(&merged.finish(&request).expect("a good request")), json(&whole));
    }
}

#[test]
fn the_invented_cases_hold_threads_to_find() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut rows_found = BTreeSet::new();
    for _ in 0..20 {
        let rows = rows(120).new_tree(&mut runner).expect("rows").current();
        rows_found.insert(threads(&found(&rows, &Request::default())).rows.len());
    }
    assert!(rows_found.len() > 2, "{rows_found:?}");
}
