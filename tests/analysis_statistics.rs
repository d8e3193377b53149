//! The statistics against values that others worked out: `tests/reference/statistics.py`
//! (lifelines, numpy, R's rules over exact fractions), and what R's survival package publishes.

// A test stops where something is not as it should be.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use ben_monitor::stats::{Tally, kaplan_meier, mean, quantile};
use serde_json::Value;

const REFERENCE: &str = include_str!("reference/statistics.json");

fn reference(part: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(REFERENCE).expect("the reference is JSON");
    all[part].as_array().expect("a list").clone()
}

fn tally(values: &Value) -> Tally {
    let values = values.as_array().expect("a list").iter();
    values.map(|value| u16::try_from(value.as_u64().expect("a number")).expect("fits")).collect()
}

fn near(found: Option<f64>, expected: &Value) -> bool {
    match (found, expected.as_f64()) {
        (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
        (found, expected) => found.is_none() && expected.is_none(),
    }
}

#[test]
fn kaplan_meier_agrees_with_lifelines_and_with_r_s_rule_for_the_median() {
    let curves = reference("curves");
    assert!(curves.len() > 10);
    for expected in curves {
        let name = &expected["name"];
        let found = kaplan_meier(&tally(&expected["events"]), &tally(&expected["censored"])).expect("cases");
        let points = expected["points"].as_array().expect("a list");
        assert_eq!(found.points.len(), points.len(), "{name}");
        for (found, expected) in found.points.iter().zip(points) {
            assert_eq!(u64::from(found.day), expected[0], "{name}");
            assert_eq!(found.at_risk, expected[1], "{name}");
            assert!(near(Some(found.survival), &expected[2]), "{name}: {found:?} {expected}");
            assert!(near(found.interval.map(|ends| ends.low), &expected[3]), "{name}: {found:?} {expected}");
            assert!(near(found.interval.map(|ends| ends.high), &expected[4]), "{name}: {found:?} {expected}");
        }
        assert!(near(found.median, &expected["median"]), "{name}: {:?}", found.median);
        assert!(near(found.low, &expected["low"]), "{name}: {:?}", found.low);
        assert!(near(found.high, &expected["high"]), "{name}: {:?}", found.high);
    }
}

#[test]
fn means_and_quantiles_agree_with_type_7_elsewhere() {
    let lists = reference("quantiles");
    assert!(lists.len() > 4);
    for expected in lists {
        let values = tally(&expected["values"]);
        assert!(near(mean(&values), &expected["mean"]));
        for asked in expected["quantiles"].as_array().expect("a list") {
            let part = |place: usize| u32::try_from(asked[place].as_u64().expect("a number")).expect("fits");
            let found = quantile(&values, part(0), part(1));
            assert!(near(found, &asked[2]), "{asked}: {found:?}");
        }
    }
}

/// `survival/tests/doaml.Rout.save`, as R 2.11.1 printed it (three decimals);
/// "these results can be found in Miller", *Survival Analysis*, 1981.
#[test]
fn kaplan_meier_agrees_with_what_r_publishes_for_aml() {
    let maintained: &[(u16, u64, f64)] = &[
        (9, 11, 0.909),
        (13, 10, 0.818),
        (18, 8, 0.716),
        (23, 7, 0.614),
        (31, 5, 0.491),
        (34, 4, 0.368),
        (48, 2, 0.184),
    ];
    let not_maintained: &[(u16, u64, f64)] = &[
        (5, 12, 0.8333),
        (8, 10, 0.6667),
        (12, 8, 0.5833),
        (23, 6, 0.4861),
        (27, 5, 0.3889),
        (30, 4, 0.2917),
        (33, 3, 0.1944),
        (43, 2, 0.0972),
        (45, 1, 0.0),
    ];
    for (name, published, median) in
        [("aml maintained", maintained, 31.0), ("aml not maintained", not_maintained, 23.0)]
    {
        let data = reference("curves").into_iter().find(|curve| curve["name"] == name).expect("is there");
        let found = kaplan_meier(&tally(&data["events"]), &tally(&data["censored"])).expect("cases");
        let closings: Vec<_> = found.points.iter().filter(|point| point.events > 0).collect();
        assert_eq!(closings.len(), published.len());
        for (found, &(day, at_risk, survival)) in closings.iter().zip(published) {
            assert_eq!((found.day, found.at_risk), (day, at_risk));
            assert!((found.survival - survival).abs() < 0.000_51, "{name}: {found:?}");
        }
        assert_eq!(found.median, Some(median));
    }
}

/// `?quantile` in R: type 7 of 1…10 at a tenth, and what `summary(1:10)` shows.
#[test]
fn quantiles_agree_with_r_s_examples() {
    let one_to_ten: Tally = (1..=10).collect();
    let (first, middle, third) =
        (quantile(&one_to_ten, 1, 4), quantile(&one_to_ten, 1, 2), quantile(&one_to_ten, 3, 4));
    assert_eq!((first, middle, third), (Some(3.25), Some(5.5), Some(7.75)));
    assert!(near(quantile(&one_to_ten, 1, 10), &Value::from(1.9)));
}

#[test]
fn nothing_has_no_statistics() {
    let nothing = Tally::default();
    assert_eq!(mean(&nothing), None);
    assert_eq!(quantile(&nothing, 1, 2), None);
    assert_eq!(kaplan_meier(&nothing, &nothing), None);
    let one: Tally = [5].into_iter().collect();
    assert_eq!(quantile(&one, 2, 1), None);
    assert_eq!(quantile(&one, 0, 0), None);
}

#[test]
fn a_plateau_at_one_half_has_its_middle_as_median() {
    let closed: Tally = [10, 20, 30].into_iter().collect();
    let open: Tally = [25].into_iter().collect();
    assert_eq!(kaplan_meier(&closed, &open).expect("cases").median, Some(25.0));
    let closed: Tally = [3, 7].into_iter().collect();
    let open: Tally = [9, 12].into_iter().collect();
    assert_eq!(kaplan_meier(&closed, &open).expect("cases").median, Some(7.0));
}

#[test]
fn very_many_cases_stay_within_bounds() {
    let mut closed = Tally::default();
    closed.add_times(0, 1 << 40);
    closed.add_times(u16::MAX, 1 << 40);
    let curve = kaplan_meier(&closed, &Tally::default()).expect("cases");
    assert_eq!(curve.points.len(), 2);
    assert_eq!(quantile(&closed, 9, 10), Some(f64::from(u16::MAX)));
}
