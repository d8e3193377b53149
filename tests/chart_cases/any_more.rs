//! Any report with the drawings beyond the first page.

use ben_monitor::report::{
    AnswerOf, Clause, Combination, Cooccurrence, Duration, DurationBy, Figures, Indicator, Pair, Report, Row,
    Series, Share, ShareOf, Status, Thread, Threads, Unit,
};
use proptest::prelude::*;

use super::{
    any_indicator, any_row, duration, indicator,
    more::{beside, crosstab_of, group, periods, with_pyramid},
    report_of, row,
};

const LABEL: &str = "[A-Zé][a-zï]{1,20}( [a-z()–]{1,18}){0,4}";

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), 1..5_u64, 5..200_u64, 1000..2_000_000_u64]
}

fn together() -> impl Strategy<Value = Indicator> {
    let rows = prop::collection::vec((LABEL, count()), 0..20);
    (rows, prop::collection::vec((0..20_usize, 0..20_usize, count(), 0..5_u8), 0..60), any::<bool>())
        .prop_map(|(rows, found, exact)| {
            let n = 2_000_000;
            let rows: Vec<Row> = rows
                .iter()
                .enumerate()
                .map(|(place, (label, count))| row(&format!("p{place}"), label, *count, n))
                .collect();
            let code = |place: usize| format!("p{place}");
            let pairs = found
                .iter()
                .map(|(a, b, count, lift)| Pair {
                    a: code(*a),
                    b: code(*b),
                    count: (*lift > 0).then_some(*count),
                    share: None,
                    lift: Some(f64::from(*lift)),
                    status: (*lift == 0).then_some(Status::Hidden),
                })
                .collect();
            let combinations = found
                .iter()
                .filter(|_| exact)
                .take(12)
                .map(|(a, b, count, _)| Combination {
                    codes: (*a.min(b)..=*a.max(b)).step_by(3).map(code).collect(),
                    count: Some(*count),
                    status: None,
                })
                .collect();
            let figures = Cooccurrence { base: "cases".to_owned(), rows, pairs, combinations };
            indicator("samenhang", n, 3, Figures::Cooccurrence(figures))
        })
}

fn threads() -> impl Strategy<Value = Indicator> {
    let answer = || {
        (LABEL, prop_oneof![Just("regio"), Just("contactpersoon")]).prop_map(|(label, field)| AnswerOf {
            field: field.to_owned(),
            code: label.clone(),
            label,
        })
    };
    let one = (answer(), answer(), 0.0..=1.0, 0.0..=1.0, any::<bool>()).prop_map(
        |(group, trait_, share, rest, shown)| Thread {
            group,
            trait_,
            count: shown.then_some(5),
            n: 20,
            share: shown.then_some(share),
            rest_count: Some(7),
            rest_n: 100,
            rest_share: Some(rest),
            p: 0.01,
            q: 0.04,
            status: None,
            text: None,
        },
    );
    prop::collection::vec(one, 0..18)
        .prop_map(|rows| indicator("rode_draden", 120, 0, Figures::Threads(Threads { rows, tested: 90 })))
}

fn table() -> impl Strategy<Value = Indicator> {
    (1..12_usize, prop::collection::vec((LABEL, prop::collection::vec(count(), 12)), 1..30)).prop_map(
        |(columns, rows)| {
            let names: Vec<String> =
                (0..columns).map(|column| format!("{column}–{} jaar en ouder", column * 3)).collect();
            let names: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), name.as_str())).collect();
            let rows: Vec<(&str, &str, &[u64])> = rows
                .iter()
                .map(|(label, counts)| (label.as_str(), label.as_str(), &counts[..columns]))
                .collect();
            let table = crosstab_of("aanmelder", "leeftijd", &names, &rows);
            indicator("kruistabel", table.total, 3, Figures::Crosstab(table))
        },
    )
}

fn pyramid() -> impl Strategy<Value = Indicator> {
    (prop::collection::vec(prop_oneof![0..40_u64, 0..40_000_u64], 1..24), 0..9_u64, 0..9_u64)
        .prop_map(|(years, unknown, other)| with_pyramid(&years, unknown, other))
}

fn longer_periods() -> impl Strategy<Value = Indicator> {
    let unit = prop_oneof![Just(Unit::Quarter), Just(Unit::HalfYear), Just(Unit::Year)];
    (unit, prop::collection::vec(prop_oneof![0..40_u64, 0..40_000_u64], 0..50))
        .prop_map(|(unit, counts)| periods(unit, &counts))
}

fn days() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![0..60_u32, 0..400_u32, 0..3000_u32], 0..40)
}

fn groups() -> impl Strategy<Value = Indicator> {
    (days(), days(), prop::collection::vec((LABEL, days(), days()), 0..9)).prop_map(
        |(closed, open, groups)| {
            let mut all = duration(&closed, &open);
            if let Figures::Duration(Duration { by, .. }) = &mut all.figures {
                let groups = groups.iter().map(|(label, closed, open)| group(label, closed, open)).collect();
                by.push(DurationBy { field: "actie".to_owned(), multiple: true, groups });
            }
            all
        },
    )
}

/// Figures of the same kind in another selection.
fn other_of(ours: &Indicator, rows: &[Row], times: (&[u32], &[u32]), counts: &[u64]) -> Indicator {
    let mut theirs = ours.clone();
    theirs.about.n = 77;
    theirs.about.missing = counts.len() as u64;
    match &mut theirs.figures {
        Figures::Distribution(figures) => {
            figures.rows.truncate(counts.len());
            figures.rows.extend(rows.iter().cloned());
        }
        Figures::Duration(_) => theirs.figures = duration(times.0, times.1).figures,
        Figures::Series(Series { rows, .. }) => {
            rows.truncate(counts.len());
            rows.iter_mut().zip(counts).for_each(|(row, count)| row.count = Some(*count));
        }
        Figures::Share(part) => *part = Share { count: Some(7), share: Some(0.09), status: None },
        _ => {}
    }
    theirs
}

fn two() -> impl Strategy<Value = Report> {
    let ours = prop_oneof![any_indicator(), longer_periods(), pyramid()];
    let name = || {
        (LABEL, LABEL)
            .prop_map(|(one, other)| vec![Clause { field: "regio".to_owned(), values: vec![one, other] }])
    };
    let rows = prop::collection::vec(any_row(), 0..8);
    (ours, rows, days(), days(), prop::collection::vec(count(), 0..40), name(), prop::option::of(name()))
        .prop_map(|(ours, rows, closed, open, counts, filter, other)| {
            let theirs = other_of(&ours, &rows, (&closed, &open), &counts);
            beside(ours, theirs, filter, other)
        })
}

/// Any of these, with shares of known answers or of all.
pub(crate) fn any_report() -> impl Strategy<Value = Report> {
    let one = prop_oneof![together(), threads(), table(), pyramid(), longer_periods(), groups()]
        .prop_map(report_of);
    (prop_oneof![one, two()], any::<bool>()).prop_map(|(mut report, all)| {
        if all {
            report.share_of = ShareOf::All;
            let both = report
                .indicators
                .iter_mut()
                .chain(report.against.iter_mut().flat_map(|other| &mut other.indicators));
            both.for_each(|indicator| indicator.about.n = 2_000_000);
        }
        report
    })
}
