//! The report against a second, slow and plain way of counting, over random cases;
//! and that no split and no order of the cases changes a figure.

// A test stops where something is not as it should be; the numbers invented here are small.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod invent;
mod rules;
mod slow;

use std::collections::{BTreeMap, BTreeSet};

use ben_monitor::{
    analysis::{Partial, Request, report},
    cases::Day,
    report::{
        Clause, Crosstab, Distribution, Duration, Figures, Indicator, MissingBy, Report, Series, Share,
        Totals, Unit,
    },
};
use invent::{Answer, Row, USED, answer, cases, rows};
use proptest::{prelude::*, sample::select};

fn clause(field: &str, values: &[&str]) -> Clause {
    Clause { field: field.to_owned(), values: values.iter().map(|value| (*value).to_owned()).collect() }
}

fn filters() -> impl Strategy<Value = Vec<Clause>> {
    let clauses = vec![
        clause("regio", &["Twente"]),
        clause("regio", &["Zwolle", "onbekend"]),
        clause("regio", &["Nergens"]),
        clause("geslacht", &["jongen", "meisje"]),
        clause("aanmelder", &["onbekend"]),
        clause("maatregel", &["onbekend", "ots"]),
        clause("leeftijd", &["13-16", "17+"]),
        clause("leeftijd", &["9", "0-3", "onbekend"]),
        clause("geboortejaar", &["2010", "2011"]),
        clause("aanmelddatum", &["2024"]),
        clause("aanmelddatum", &["2024-H1", "2025-Q4"]),
        clause("aanmelddatum", &["2024-02", "2023-12", "onbekend"]),
        clause("bijkomend", &["trauma", "ass", "hechting"]),
        clause("in_monitor", &["ja"]),
    ];
    proptest::sample::subsequence(clauses, 0..=2)
}

fn crosstabs() -> impl Strategy<Value = (String, String)> {
    (select(USED.to_vec()), select(USED.to_vec()))
        .prop_map(|(row, column)| (row.to_owned(), column.to_owned()))
}

prop_compose! {
    fn requests()(
        filter in filters(),
        crosstab in crosstabs(),
        reference in prop_oneof![Just(None), Just(Some("2024-09-30")), Just(Some("2026-01-31"))],
    ) -> Request {
        let reference_date = reference.map(str::to_owned);
        Request { filter, crosstabs: vec![crosstab], reference_date, ..Request::default() }
    }
}

/// The slow way's view of one request.
struct Expected<'a> {
    rows: Vec<&'a Row>,
    reference: Option<Day>,
}

impl<'a> Expected<'a> {
    fn of(rows: &'a [Row], request: &Request) -> Self {
        let dates = rows.iter().flat_map(|row| [answer(row, "aanmelddatum"), answer(row, "afsluitdatum")]);
        let latest = dates.filter_map(|answer| match answer {
            Answer::Day(day) => Some(*day),
            _ => None,
        });
        let asked = request.reference_date.as_deref().map(|text| Day::from_iso(text).expect("a date"));
        Self {
            rows: rows.iter().filter(|row| slow::selected(row, &request.filter)).collect(),
            reference: asked.or(latest.max()),
        }
    }

    fn known(&self, field: &str) -> Vec<BTreeSet<String>> {
        self.rows.iter().filter_map(|row| slow::codes(row, field).ok()).collect()
    }

    fn check(&self, report: &Report) {
        assert_eq!(report.cases.selected, self.rows.len() as u64);
        assert_eq!(report.reference_date, self.reference.map(Day::iso));
        for indicator in &report.indicators {
            let about = &indicator.about;
            let MissingBy { blank, unknown, not_applicable, unrecognised } = about.missing_by;
            assert_eq!(about.missing, blank + unknown + not_applicable + unrecognised, "{}", about.id);
            let mut all = about.n + about.missing;
            match &indicator.figures {
                Figures::Distribution(found) if about.id == "leeftijd" => self.check_ages(indicator, found),
                // Counted slowly in tests/together.
                Figures::Distribution(_) if ["stapeling", "doelgroepen"].contains(&about.id.as_str()) => {}
                Figures::Distribution(found) => self.check_distribution(indicator, found),
                Figures::Series(found) => self.check_series(indicator, found),
                Figures::Duration(found) => {
                    all += found.open + found.excluded;
                    self.check_duration(indicator, found);
                }
                Figures::Share(found) => self.check_share(indicator, found),
                Figures::Totals(found) => self.check_totals(indicator, found),
                Figures::Crosstab(found) => self.check_crosstab(indicator, found),
                Figures::Cooccurrence(_) | Figures::Threads(_) => {}
            }
            assert_eq!(all, report.cases.selected, "{}", about.id);
        }
    }

    fn check_missing(&self, indicator: &Indicator, field: &str) {
        let mut expected = MissingBy::default();
        for reason in self.rows.iter().filter_map(|row| slow::codes(row, field).err()) {
            add_missing(&mut expected, reason);
        }
        assert_eq!(indicator.about.missing_by, expected, "{field}");
    }

    fn check_distribution(&self, indicator: &Indicator, found: &Distribution) {
        let field = indicator.about.id.as_str();
        let known = self.known(field);
        self.check_missing(indicator, field);
        assert_eq!(indicator.about.n, known.len() as u64);
        let expected = slow::counts(known.iter());
        let counted: BTreeMap<_, _> =
            found.rows.iter().map(|row| (row.code.clone(), row.count.expect("exact"))).collect();
        assert_eq!(counted, expected, "{field}");
        for row in &found.rows {
            let share = row.count.expect("exact") as f64 / known.len() as f64;
            assert_eq!(row.share, Some(share), "{field}");
        }
        let sizes: Vec<_> = found
            .rows
            .iter()
            .map(|row| {
                let last = slow::role(field, &row.code) == ben_monitor::catalog::Role::Other;
                (last, u64::MAX - row.count.expect("exact"))
            })
            .collect();
        assert!(sizes.is_sorted(), "{field}: {sizes:?}");
    }

    fn check_ages(&self, indicator: &Indicator, found: &Distribution) {
        self.check_missing(indicator, "leeftijd");
        let ages: Vec<f64> = self
            .rows
            .iter()
            .filter_map(|row| match answer(row, "leeftijd") {
                Answer::Number(years) => Some(f64::from(*years)),
                _ => None,
            })
            .collect();
        assert_eq!(indicator.about.n, ages.len() as u64);
        let bands: Vec<_> = found.rows.iter().map(|row| row.code.as_str()).collect();
        assert_eq!(bands, ["0-3", "4-8", "9-12", "13-16", "17+"]);
        for row in &found.rows {
            let count = ages.iter().filter(|years| slow::age_band(**years as u16) == row.code).count();
            assert_eq!(row.count, Some(count as u64));
        }
        let summary = found.summary.expect("ages have one");
        assert_near(summary.mean, (!ages.is_empty()).then(|| ages.iter().sum::<f64>() / ages.len() as f64));
        assert_near(summary.median, slow::quantile(&ages, 0.5));
        let years: Vec<_> = found.years.iter().map(|row| row.code.parse::<i32>().expect("a year")).collect();
        let ends = (slow::quantile(&ages, 0.0), slow::quantile(&ages, 1.0));
        if let (Some(youngest), Some(oldest)) = ends {
            assert_eq!(years, (youngest as i32..=oldest as i32).collect::<Vec<_>>());
        } else {
            assert!(years.is_empty());
        }
        for row in &found.years {
            let count = ages.iter().filter(|years| years.to_string() == row.code).count();
            assert_eq!(row.count, Some(count as u64));
        }
    }

    fn check_series(&self, indicator: &Indicator, found: &Series) {
        self.check_missing(indicator, "aanmelddatum");
        let place = match found.unit {
            Unit::Month => 0,
            Unit::Quarter => 1,
            Unit::HalfYear => 2,
            Unit::Year => 3,
        };
        let days: Vec<Day> = self
            .rows
            .iter()
            .filter_map(|row| match answer(row, "aanmelddatum") {
                Answer::Day(day) => Some(*day),
                _ => None,
            })
            .collect();
        assert_eq!(indicator.about.n, days.len() as u64);
        let mut expected: Vec<(String, u64)> = Vec::new();
        if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
            // Steps shorter than any month pass through every period.
            let steps = (first.number()..last.number()).step_by(27).map(Day::from_number);
            for day in steps.chain([*last]) {
                let code = slow::periods(day)[place].clone();
                if expected.last().is_none_or(|(last, _)| *last != code) {
                    let count = days.iter().filter(|other| slow::periods(**other)[place] == code).count();
                    expected.push((code, count as u64));
                }
            }
        }
        let counted: Vec<_> =
            found.rows.iter().map(|row| (row.code.clone(), row.count.expect("exact"))).collect();
        assert_eq!(counted, expected);
        let mean = (!expected.is_empty()).then(|| days.len() as f64 / expected.len() as f64);
        assert_near(found.mean, mean);
        if found.unit == Unit::Year {
            let referred = self.rows.iter().filter(|row| slow::codes(row, "aanmelddatum").is_ok());
            let regions: Vec<_> = referred.filter_map(|row| slow::codes(row, "regio").ok()).collect();
            let counted: BTreeMap<_, _> =
                found.regions.iter().map(|row| (row.code.clone(), row.count.expect("exact"))).collect();
            assert_eq!(counted, slow::counts(regions.iter()));
        } else {
            assert!(found.regions.is_empty());
        }
    }

    fn check_duration(&self, indicator: &Indicator, found: &Duration) {
        let mut missing = MissingBy::default();
        let (mut excluded, mut lead, mut bands, mut times) = (0, Vec::new(), BTreeMap::new(), Vec::new());
        for row in &self.rows {
            // Without any date there is nothing to compare: every case lacks its referral.
            let reference = self.reference.unwrap_or(Day::from_number(0));
            match slow::stand(row, reference) {
                slow::Stand::Closed { days, band } => {
                    lead.push(f64::from(days));
                    times.push((days, true));
                    *bands.entry(band).or_insert(0) += 1;
                }
                slow::Stand::Open { days } => times.push((days, false)),
                slow::Stand::Excluded => excluded += 1,
                slow::Stand::Missing(reason) => add_missing(&mut missing, reason),
            }
        }
        assert_eq!(indicator.about.missing_by, missing);
        assert_eq!((indicator.about.n, found.excluded), (lead.len() as u64, excluded));
        assert_eq!(found.open, (times.len() - lead.len()) as u64);
        let codes: Vec<_> = found.rows.iter().map(|row| row.code.as_str()).collect();
        assert_eq!(codes, ["0-3", "3-6", "6+"]);
        for row in &found.rows {
            assert_eq!(row.count, Some(bands.get(row.code.as_str()).copied().unwrap_or(0)));
        }
        assert_near(found.summary.median, slow::quantile(&lead, 0.5));
        assert_near(found.summary.p90, slow::quantile(&lead, 0.9));
        let Some(curve) = &found.kaplan_meier else {
            assert!(times.is_empty());
            return;
        };
        let expected = slow::curve(&times);
        assert_eq!(curve.points.len(), expected.len());
        for (&(day, survival, at_risk), expected) in curve.points.iter().zip(expected) {
            assert_eq!((i64::from(day), at_risk), (i64::from(expected.0), expected.2 as u64));
            assert_near(Some(survival), Some(expected.1));
        }
    }

    fn check_share(&self, indicator: &Indicator, found: &Share) {
        let (field, yes): (&str, &[&str]) = match indicator.about.id.as_str() {
            "monitor" => ("in_monitor", &["ja"]),
            "maatregel_ja" => ("maatregel", &["ots", "voogdij", "jeugdreclassering", "gesloten"]),
            "thuis" => ("verblijf", &["ouders"]),
            "bijna_18" => ("leeftijd", &["17+"]),
            other => panic!("{other} has no slow way"),
        };
        self.check_missing(indicator, field);
        let known = self.known(field);
        let count = known.iter().filter(|codes| yes.iter().any(|code| codes.contains(*code))).count();
        assert_eq!(found.count, Some(count as u64), "{field}");
        assert_near(found.share, (!known.is_empty()).then(|| count as f64 / known.len() as f64));
    }

    fn check_totals(&self, indicator: &Indicator, found: &Totals) {
        let fields = ["aantal_overleggen", "aantal_mdo"];
        let any = self.rows.iter().filter(|row| fields.iter().any(|field| slow::codes(row, field).is_ok()));
        assert_eq!(indicator.about.n, any.count() as u64);
        for (row, field) in found.rows.iter().zip(fields) {
            let numbers: Vec<u64> =
                self.known(field).iter().flatten().map(|code| code.parse().expect("a number")).collect();
            assert_eq!((row.code.as_str(), row.n), (field, numbers.len() as u64));
            assert_eq!(row.total, Some(numbers.iter().sum()));
            let mean = numbers.iter().sum::<u64>() as f64 / numbers.len() as f64;
            assert_near(row.mean, (!numbers.is_empty()).then_some(mean));
        }
    }

    fn check_crosstab(&self, indicator: &Indicator, found: &Crosstab) {
        let pairs: Vec<_> = self
            .rows
            .iter()
            .filter_map(|row| {
                Some((slow::codes(row, &found.row).ok()?, slow::codes(row, &found.column).ok()?))
            })
            .collect();
        assert_eq!((indicator.about.n, found.total), (pairs.len() as u64, pairs.len() as u64));
        let expected_rows = slow::counts(pairs.iter().map(|(row, _)| row));
        let expected_columns = slow::counts(pairs.iter().map(|(_, column)| column));
        let nonzero = |code: &String, total: Option<u64>| {
            let total = total.expect("exact");
            (total > 0).then(|| (code.clone(), total))
        };
        let rows: BTreeMap<_, _> =
            found.rows.iter().filter_map(|row| nonzero(&row.code, row.total)).collect();
        let columns: BTreeMap<_, _> =
            found.columns.iter().filter_map(|column| nonzero(&column.code, column.total)).collect();
        assert_eq!((rows, columns), (expected_rows, expected_columns));
        let headings: Vec<_> = found.columns.iter().map(|column| &column.code).collect();
        for row in &found.rows {
            assert_eq!(row.cells.iter().map(|cell| &cell.code).collect::<Vec<_>>(), headings);
            for cell in &row.cells {
                let both = |pair: &&(BTreeSet<String>, BTreeSet<String>)| {
                    pair.0.contains(&row.code) && pair.1.contains(&cell.code)
                };
                assert_eq!(cell.count, Some(pairs.iter().filter(both).count() as u64));
            }
        }
    }
}

fn add_missing(counts: &mut MissingBy, reason: ben_monitor::cases::Missing) {
    use ben_monitor::cases::Missing;
    match reason {
        Missing::Blank => counts.blank += 1,
        Missing::Unknown => counts.unknown += 1,
        Missing::NotApplicable => counts.not_applicable += 1,
        Missing::Unrecognised => counts.unrecognised += 1,
    }
}

fn assert_near(found: Option<f64>, expected: Option<f64>) {
    match (found, expected) {
        (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-9, "{found} {expected}"),
        (found, expected) => assert_eq!(found, expected),
    }
}

fn json(report: &Report) -> String {
    serde_json::to_string(report).expect("plain data")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_report_says_what_the_slow_way_says(rows in rows(60), request in requests()) {
        let found = report(&cases("een.csv", &rows, &[]), &request).expect("a good request");
        prop_assert_eq!(found.indicators.len(), 4 + 8 + 1 + 1 + 4 + 1 + 1 + 4);
        Expected::of(&rows, &request).check(&found);
    }

    #[test]
    fn no_split_of_the_cases_changes_a_figure(
        parts in proptest::collection::vec(rows(15), 1..5),
        request in requests(),
    ) {
        let whole = report(&cases("deel.csv", &parts.concat(), &[]), &request).expect("a good request");
        let partials = parts.iter().map(|rows| Partial::of(&cases("deel.csv", rows, &[]), &request));
        let merged = partials.map(|partial| partial.expect("a good request")).reduce(|mut all, next| {
            all.merge(&next);
            all
        });
        let mut finished = merged.expect("one at least").finish(&request).expect("a good request");
        finished.sources = whole.sources.clone();
        prop_assert_eq!(json(&finished), json(&whole));
    }

    #[test]
    fn files_with_other_fields_merge_as_when_read_together(
        first in rows(15),
        second in rows(15),
        without in proptest::sample::subsequence(USED.to_vec(), 0..6),
        request in requests(),
    ) {
        let (first, second) = (cases("een.csv", &first, &without), cases("twee.csv", &second, &[]));
        let mut merged = Partial::of(&first, &request).expect("a good request");
        merged.merge(&Partial::of(&second, &request).expect("a good request"));
        let mut together = first;
        together.append(second);
        let whole = report(&together, &request).expect("a good request");
        prop_assert_eq!(json(&merged.finish(&request).expect("a good request")), json(&whole));
    }

    #[test]
    fn the_order_of_the_rows_changes_no_figure(
        (rows, shuffled) in rows(40).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        request in requests(),
    ) {
        let one = report(&cases("een.csv", &rows, &[]), &request).expect("a good request");
        let other = report(&cases("een.csv", &shuffled, &[]), &request).expect("a good request");
        prop_assert_eq!(json(&one), json(&other));
    }
}
