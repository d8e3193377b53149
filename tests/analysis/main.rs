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

mod asked;
mod clauses;
mod invent;
mod more;
mod rules;
mod slow;

use std::collections::{BTreeMap, BTreeSet};

use ben_monitor::{
    analysis::{Other, Partial, Request, Settings, report},
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
        clause("leeftijd", &["12..17", "4"]),
        clause("leeftijd", &["17+", "13..16"]),
        clause("aanmelddatum", &["2023-H2..2024-03", "2024-Q2"]),
        clause("aanmelddatum", &["2024..2025"]),
        clause("aantal_mdo", &["0..3", "9"]),
        clause("actie", &["consultatie", "team"]),
    ];
    proptest::sample::subsequence(clauses, 0..=2)
}

fn crosstabs() -> impl Strategy<Value = (String, String)> {
    (select(USED.to_vec()), select(USED.to_vec()))
        .prop_map(|(row, column)| (row.to_owned(), column.to_owned()))
}

fn settings() -> impl Strategy<Value = Settings> {
    let ages = select(vec![vec![], vec![4, 9, 13, 17], vec![12, 18], vec![1, 2, 23]]);
    let months = select(vec![vec![], vec![1], vec![1, 3, 12]]);
    (ages, months).prop_map(|(mut age_bands, lead_time_bands): (Vec<u16>, Vec<u32>)| {
        // The filters name bands of the catalog.
        age_bands.retain(|_| lead_time_bands.len() != 1);
        Settings { age_bands, lead_time_bands, ..Settings::default() }
    })
}

/// Filters that name a band ask for the catalog's.
fn names_a_band(filter: &[Clause]) -> bool {
    let mut values =
        filter.iter().filter(|clause| clause.field == "leeftijd").flat_map(|clause| &clause.values);
    values.any(|value| value.contains('-') || value.contains('+'))
}

prop_compose! {
    fn requests()(
        filter in filters(),
        crosstab in crosstabs(),
        reference in prop_oneof![Just(None), Just(Some("2024-09-30")), Just(Some("2025-03-31")), Just(Some("2026-01-31"))],
        keep_own in any::<bool>(),
        other in prop_oneof![4 => Just(None), 1 => Just(Some(None)), 1 => filters().prop_map(|filter| Some(Some(filter)))],
        mut settings in settings(),
    ) -> Request {
        let reference_date = reference.map(str::to_owned);
        let against = match other {
            Some(None) if filter.is_empty() => None,
            Some(None) => Some(Other::Rest),
            Some(Some(filter)) => Some(Other::Filter(filter)),
            None => None,
        };
        let others = match &against {
            Some(Other::Filter(filter)) => filter.clone(),
            _ => Vec::new(),
        };
        if names_a_band(&filter) || names_a_band(&others) {
            settings.age_bands.clear();
        }
        let crosstabs = vec![crosstab];
        Request { filter, crosstabs, reference_date, keep_own, against, settings, ..Request::default() }
    }
}

/// The slow way's view of one request.
#[derive(Clone)]
struct Expected<'a> {
    all: &'a [Row],
    /// The cases that a figure is about.
    rows: Vec<&'a Row>,
    /// Those in the rows of regions.
    in_regions: Vec<&'a Row>,
    /// The clauses that hold for `rows` and for `in_regions`.
    filter: Vec<Clause>,
    region_filter: Vec<Clause>,
    request: &'a Request,
    reference: Option<Day>,
    /// The first selection, and not the one beside it.
    is_first: bool,
    /// All that the first leaves out.
    is_rest: bool,
}

impl<'a> Expected<'a> {
    fn of(rows: &'a [Row], request: &'a Request) -> Self {
        let dates = rows.iter().flat_map(|row| [answer(row, "aanmelddatum"), answer(row, "afsluitdatum")]);
        let latest = dates.filter_map(|answer| match answer {
            Answer::Day(day) => Some(*day),
            _ => None,
        });
        let asked = request.reference_date.as_deref().map(|text| Day::from_iso(text).expect("a date"));
        let empty = Self {
            all: rows,
            rows: Vec::new(),
            in_regions: Vec::new(),
            filter: Vec::new(),
            region_filter: Vec::new(),
            request,
            reference: asked.or(latest.max()),
            is_first: true,
            is_rest: false,
        };
        empty.selecting(&request.filter, None, None)
    }

    /// The same request with the cases of this filter, the clauses on a field aside for figures and for regions.
    fn selecting(&self, filter: &[Clause], aside: Option<&str>, aside_in_regions: Option<&str>) -> Self {
        let left = |aside: Option<&str>| {
            filter.iter().filter(|clause| Some(clause.field.as_str()) != aside).cloned().collect()
        };
        let rows = |aside: Option<&str>| {
            self.all.iter().filter(|row| slow::selected(row, filter, self.ages(), aside)).collect()
        };
        Self {
            rows: rows(aside),
            in_regions: rows(aside_in_regions),
            filter: left(aside),
            region_filter: left(aside_in_regions),
            ..self.clone()
        }
    }

    /// All cases that are known not to be in this selection.
    fn rest(&self) -> Self {
        let outside = |row: &&Row| {
            self.request.filter.iter().any(|clause| {
                let one = std::slice::from_ref(clause);
                self.codes(row, &clause.field).is_ok() && !slow::selected(row, one, self.ages(), None)
            })
        };
        let rows: Vec<_> = self.all.iter().filter(outside).collect();
        Self { in_regions: rows.clone(), rows, is_rest: true, ..self.clone() }
    }

    fn ages(&self) -> &'a [u16] {
        &self.request.settings.age_bands
    }

    fn codes(&self, row: &Row, field: &str) -> Result<BTreeSet<String>, ben_monitor::cases::Missing> {
        slow::codes(row, field, self.ages())
    }

    fn known(&self, field: &str) -> Vec<BTreeSet<String>> {
        self.rows.iter().filter_map(|row| self.codes(row, field).ok()).collect()
    }

    fn check(&self, report: &Report) {
        assert_eq!(report.cases.selected, self.rows.len() as u64);
        assert_eq!(report.reference_date, self.reference.map(Day::iso));
        for indicator in &report.indicators {
            let own = own_field(indicator).filter(|own| self.keeps(own));
            let region = Some("regio").filter(|region| self.keeps(region));
            self.selecting(&self.request.filter, own, region).check_one(indicator);
        }
        let against = report.against.as_ref();
        assert_eq!(against.is_some(), self.request.against.is_some());
        if let (Some(found), Some(other)) = (against, &self.request.against) {
            let expected = match other {
                Other::Filter(filter) => self.selecting(filter, None, None),
                Other::Rest => self.rest(),
            };
            assert_eq!((found.selected, found.rest), (expected.rows.len() as u64, *other == Other::Rest));
            let both =
                expected.rows.iter().filter(|row| self.rows.iter().any(|own| std::ptr::eq(**row, *own)));
            assert_eq!(found.overlap, both.count() as u64);
            let counted = self.rows.len() + expected.rows.len();
            let neither = if found.rest { self.all.len() - counted } else { 0 };
            assert_eq!(found.unsure, neither as u64);
            assert_eq!(found.indicators.len(), report.indicators.len());
            for (indicator, first) in found.indicators.iter().zip(&report.indicators) {
                assert_eq!(indicator.about.id, first.about.id);
                Expected { is_first: false, ..expected.clone() }.check_one(indicator);
            }
        }
    }

    fn keeps(&self, field: &str) -> bool {
        let asked = self.request.keep_own && self.request.against.is_none();
        asked && self.request.filter.iter().any(|clause| clause.field == field)
    }

    fn check_one(&self, indicator: &Indicator) {
        let about = &indicator.about;
        let MissingBy { blank, unknown, not_applicable, unrecognised } = about.missing_by;
        assert_eq!(about.missing, blank + unknown + not_applicable + unrecognised, "{}", about.id);
        let mut all = about.n + about.missing;
        match &indicator.figures {
            Figures::Distribution(found) if about.id == "leeftijd" => {
                self.check_ages(indicator, found);
                more::check_pyramid(&self.rows, found);
            }
            // Counted slowly in tests/together.
            Figures::Distribution(_) if ["stapeling", "doelgroepen"].contains(&about.id.as_str()) => {}
            Figures::Distribution(found) => self.check_distribution(indicator, found),
            Figures::Series(found) => {
                self.check_series(indicator, found);
                more::check_years(self, found);
            }
            Figures::Duration(found) => {
                all += found.open + found.excluded;
                self.check_duration(indicator, found);
                more::check_groups(self, found);
            }
            Figures::Share(found) => self.check_share(indicator, found),
            Figures::Totals(found) => self.check_totals(indicator, found),
            Figures::Crosstab(found) => self.check_crosstab(indicator, found),
            Figures::Cooccurrence(_) | Figures::Threads(_) => {}
        }
        assert_eq!(all, self.rows.len() as u64, "{}", about.id);
        more::check_chosen(self, indicator);
    }

    fn check_missing(&self, indicator: &Indicator, field: &str) {
        let mut expected = MissingBy::default();
        for reason in self.rows.iter().filter_map(|row| self.codes(row, field).err()) {
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
        let bands: Vec<_> = found.rows.iter().map(|row| row.code.clone()).collect();
        assert_eq!(bands, slow::age_bands(self.ages()));
        for row in &found.rows {
            let count =
                ages.iter().filter(|years| slow::age_band(**years as u16, self.ages()) == row.code).count();
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
        if let (Some(first), Some(last)) = more::shown_days(self, &days) {
            // Steps shorter than any month pass through every period.
            let steps = (first.number()..last.number()).step_by(27).map(Day::from_number);
            for day in steps.chain([last]) {
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
        let whole = expected.iter().filter(|(code, _)| more::is_whole(self, code));
        let (periods, referrals) =
            whole.fold((0, 0), |(periods, all), (_, count)| (periods + 1, all + count));
        assert_near(found.mean, (periods > 0).then(|| referrals as f64 / f64::from(periods)));
        if found.unit == Unit::Year {
            let referred = self.in_regions.iter().filter(|row| self.codes(row, "aanmelddatum").is_ok());
            let regions: Vec<_> = referred.filter_map(|row| self.codes(row, "regio").ok()).collect();
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
            match slow::stand(row, reference, &self.request.settings.lead_time_bands) {
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
        let expected: &[&str] = match self.request.settings.lead_time_bands.as_slice() {
            [] => &["0-3", "3-6", "6+"],
            [_] => &["0-1", "1+"],
            _ => &["0-1", "1-3", "3-12", "12+"],
        };
        assert_eq!(codes, expected);
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
            "bijna_18" => ("leeftijd", &[]),
            other => panic!("{other} has no slow way"),
        };
        self.check_missing(indicator, field);
        let known = self.known(field);
        let old = |row: &&&Row| matches!(answer(row, field), Answer::Number(17..));
        let count = match field {
            "leeftijd" => self.rows.iter().filter(old).count(),
            _ => known.iter().filter(|codes| yes.iter().any(|code| codes.contains(*code))).count(),
        };
        assert_eq!(found.count, Some(count as u64), "{field}");
        assert_near(found.share, (!known.is_empty()).then(|| count as f64 / known.len() as f64));
    }

    fn check_totals(&self, indicator: &Indicator, found: &Totals) {
        let fields = ["aantal_overleggen", "aantal_mdo"];
        let any = self.rows.iter().filter(|row| fields.iter().any(|field| self.codes(row, field).is_ok()));
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
            .filter_map(|row| Some((self.codes(row, &found.row).ok()?, self.codes(row, &found.column).ok()?)))
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

/// The field whose answers the figure shows.
fn own_field(indicator: &Indicator) -> Option<&'static str> {
    match (indicator.about.id.as_str(), &indicator.figures) {
        ("monitor", _) => Some("in_monitor"),
        ("maatregel_ja", _) => Some("maatregel"),
        ("thuis", _) => Some("verblijf"),
        ("bijna_18", _) => Some("leeftijd"),
        ("aanmeldingen", _) => Some("aanmelddatum"),
        (id, Figures::Distribution(_)) => USED.into_iter().find(|field| *field == id),
        _ => None,
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

/// The request, without a reference date of which these cases can't tell.
fn fitting<'a>(request: &Request, rows: impl Iterator<Item = &'a Row> + Clone) -> Request {
    let days = |field| {
        rows.clone().filter_map(move |row| match answer(row, field) {
            Answer::Day(day) => Some(*day),
            _ => None,
        })
    };
    let tells = |asked: &String| {
        let day = Day::from_iso(asked).expect("a date");
        let latest = days("aanmelddatum").chain(days("afsluitdatum")).max();
        days("aanmelddatum").min().is_none_or(|first| first <= day)
            && latest.is_none_or(|latest| day.days_since(latest) < 720)
    };
    let reference_date = request.reference_date.clone().filter(tells);
    Request { reference_date, ..request.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_report_says_what_the_slow_way_says(rows in rows(60), request in requests()) {
        let request = fitting(&request, rows.iter());
        let found = report(&cases("een.csv", &rows, &[]), &request).expect("a good request");
        prop_assert_eq!(found.indicators.len(), 4 + 9 + 1 + 1 + 4 + 1 + 1 + 4);
        Expected::of(&rows, &request).check(&found);
    }

    #[test]
    fn no_split_of_the_cases_changes_a_figure(
        parts in proptest::collection::vec(rows(15), 1..5),
        request in requests(),
    ) {
        let request = fitting(&request, parts.iter().flatten());
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
        // What is left of the days may be of one file.
        let request = fitting(&fitting(&request, first.iter().chain(&second)), second.iter());
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
        let request = fitting(&request, rows.iter());
        let one = report(&cases("een.csv", &rows, &[]), &request).expect("a good request");
        let other = report(&cases("een.csv", &shuffled, &[]), &request).expect("a good request");
        prop_assert_eq!(json(&one), json(&other));
    }
}
