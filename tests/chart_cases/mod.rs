//! Indicators to draw: the fixed ones of the gallery, and any. All figures are invented.

mod any_more;
mod more;
mod public;

use ben_monitor::{
    catalog::Lang,
    report::{
        About, CaseCount, Distribution, Duration, Figures, Indicator, KaplanMeier, Report, Row, SCHEMA,
        Series, Share, ShareOf, Status, Summary, Unit, Words,
    },
};
use proptest::prelude::*;

/// Which colours.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Look {
    Light,
    Dark,
    Contrast,
    /// As where the system forces its own colours.
    Forced,
}

/// A drawing of the gallery.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) report: Report,
    pub(crate) width: f64,
    pub(crate) lang: Lang,
    pub(crate) look: Look,
}

/// A report with this indicator alone.
pub(crate) fn report_of(indicator: Indicator) -> Report {
    Report {
        schema: SCHEMA.to_owned(),
        cases: CaseCount::default(),
        sources: Vec::new(),
        reference_date: None,
        period: None,
        filter: Vec::new(),
        protection: None,
        indicators: vec![indicator],
        against: None,
        share_of: ShareOf::Known,
    }
}

fn row(code: &str, label: &str, count: u64, n: u64) -> Row {
    let share = (n > 0).then(|| count as f64 / n as f64);
    let status = (1..5).contains(&count).then_some(Status::Small);
    Row {
        code: code.to_owned(),
        label: label.to_owned(),
        count: Some(count),
        share,
        status,
        ..Row::default()
    }
}

fn indicator(id: &str, n: u64, missing: u64, figures: Figures) -> Indicator {
    let about = About {
        id: id.to_owned(),
        label: None,
        n,
        missing,
        missing_by: Default::default(),
        missing_status: None,
        of_known: ben_monitor::catalog::indicator(id).is_some_and(|known| known.of_known),
        chosen: Vec::new(),
    };
    Indicator { about, figures, words: None }
}

fn bars(id: &str, n: u64, missing: u64, rows: &[(&str, &str, u64)]) -> Indicator {
    let rows = rows.iter().map(|(code, label, count)| row(code, label, *count, n)).collect();
    let figures = Distribution { base: "cases".to_owned(), rows, ..Distribution::default() };
    indicator(id, n, missing, Figures::Distribution(figures))
}

fn told(mut indicator: Indicator, title: &str, text: &str) -> Indicator {
    indicator.words = Some(Words {
        title: title.to_owned(),
        subtitle: String::new(),
        text: text.to_owned(),
        cautions: Vec::new(),
    });
    indicator
}

fn problematiek() -> Indicator {
    let rows = [
        ("trauma", "Trauma", 71),
        ("ass", "Autisme (ASS)", 46),
        ("lvb", "Licht verstandelijke beperking (LVB)", 29),
        ("psychiatrie", "Overige psychiatrische problematiek", 20),
        ("hechting", "Hechting", 9),
        ("agressie", "Agressie", 3),
        ("eetstoornis", "Eetstoornis", 0),
        ("overig", "Overig", 6),
    ];
    told(
        bars("problematiek", 184, 6, &rows),
        "Bij vier op de tien staat trauma voorop",
        "Trauma staat bij 71 van de 184 jeugdigen voorop, 39%.",
    )
}

fn bijkomend() -> Indicator {
    let rows = [
        ("gedrag", "Gedragsproblematiek", 82),
        ("hechting", "Hechting", 61),
        ("persoonlijkheid", "Persoonlijkheid en identiteit", 44),
        ("suicidaliteit", "Suïcidaliteit", 31),
        ("sgog", "Seksueel grensoverschrijdend gedrag", 12),
    ];
    let mut several = bars("bijkomend", 120, 70, &rows);
    if let Figures::Distribution(figures) = &mut several.figures {
        figures.multiple = true;
    }
    several
}

fn leeftijd(n: u64, years: &[u64]) -> Indicator {
    let bands = [
        ("0-3", "0–3 jaar", 0..4),
        ("4-8", "4–8 jaar", 4..9),
        ("9-12", "9–12 jaar", 9..13),
        ("13-16", "13–16 jaar", 13..17),
        ("17+", "17 jaar en ouder", 17..24),
    ];
    let inside = |range: std::ops::Range<usize>| range.filter_map(|age| years.get(age)).sum::<u64>();
    let rows = bands.into_iter().map(|(code, label, range)| row(code, label, inside(range), n)).collect();
    let first = years.iter().position(|count| *count > 0).unwrap_or(0);
    let years = years.iter().enumerate().skip(first);
    let years = years.map(|(age, count)| row(&age.to_string(), &format!("{age} jaar"), *count, n)).collect();
    let figures =
        Distribution { base: "cases".to_owned(), ordered: true, rows, years, ..Distribution::default() };
    indicator("leeftijd", n, 9, Figures::Distribution(figures))
}

const AGES: [u64; 20] = [0, 0, 0, 0, 1, 2, 2, 3, 5, 8, 9, 14, 13, 21, 28, 27, 22, 24, 2, 1];
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

fn months(first_month: usize, counts: &[u64]) -> Indicator {
    let n = counts.iter().sum();
    let rows = counts.iter().enumerate().map(|(index, count)| {
        let (year, month) = (2022 + (first_month + index) / 12, (first_month + index) % 12);
        let label = format!("{} {year}", MONTHS[month]);
        Row { status: None, ..row(&format!("{year}-{:02}", month + 1), &label, *count, n) }
    });
    let series = Series { unit: Unit::Month, rows: rows.collect(), mean: None, regions: Vec::new() };
    indicator("aanmeldingen", n, 0, Figures::Series(series))
}

fn year() -> Indicator {
    months(24, &[9, 11, 16, 17, 15, 14, 12, 11, 19, 22, 24, 20])
}

fn three_years() -> Indicator {
    let counts: Vec<u64> =
        (0..36_u64).map(|month| 4 + month / 3 + [0, 2, 5, 1, 3][(month % 5) as usize]).collect();
    months(0, &counts)
}

/// Lead times of cases that close, or are still open, after these days.
fn duration(closed: &[u32], open: &[u32]) -> Indicator {
    let n = closed.len() as u64;
    let band = |from: u32, to: u32| closed.iter().filter(|day| (from..to).contains(*day)).count() as u64;
    let rows = vec![
        row("0-3", "0–3 maanden", band(0, 92), n),
        row("3-6", "3–6 maanden", band(92, 183), n),
        row("6+", "langer dan 6 maanden", band(183, u32::MAX), n),
    ];
    let figures = Duration {
        open: open.len() as u64,
        open_status: None,
        excluded: 0,
        rows,
        summary: Summary::default(),
        kaplan_meier: (!closed.is_empty() || !open.is_empty()).then(|| estimate(closed, open)),
        closed_only: estimate(closed, &[]).points.into_iter().map(|(day, part, _)| (day, part)).collect(),
        by: Vec::new(),
    };
    indicator("doorlooptijd", n, 0, Figures::Duration(figures))
}

/// A product-limit estimate that is good enough to draw; the band is made up.
fn estimate(closed: &[u32], open: &[u32]) -> KaplanMeier {
    let mut days: Vec<u32> = closed.iter().chain(open).copied().collect();
    days.sort_unstable();
    days.dedup();
    let all = closed.len() + open.len();
    let mut part = 1.0;
    let mut points = vec![(0, 1.0, all as u64)];
    let mut band = Vec::new();
    let mut median = None;
    for day in days {
        let risk = closed.iter().chain(open).filter(|other| **other >= day).count();
        let ends = closed.iter().filter(|other| **other == day).count();
        part *= 1.0 - ends as f64 / risk as f64;
        points.push((day, part, risk as u64));
        if ends > 0 {
            let wide = 1.6 * (part * (1.0 - part) / risk as f64).sqrt();
            band.push((day, (part - wide).max(0.0), (part + wide).min(1.0)));
        }
        if median.is_none() && part <= 0.5 {
            median = Some(f64::from(day));
        }
    }
    KaplanMeier { median, low: None, high: None, points, band }
}

fn with_open() -> Indicator {
    let closed: Vec<u32> =
        (0..140_u32).map(|index| 8 + index * index * 17 / 1000 % 347 + index % 7).collect();
    let open: Vec<u32> = (0..46_u32).map(|index| 12 + index * 37 % 340).collect();
    duration(&closed, &open)
}

fn not_reached() -> Indicator {
    let closed: Vec<u32> = (0..14_u32).map(|index| 20 + index * 9).collect();
    let open: Vec<u32> = (0..40_u32).map(|index| 30 + index * 6).collect();
    duration(&closed, &open)
}

fn long_labels() -> Indicator {
    let rows = [
        ("a", "Slachtoffer van mensenhandel en gedwongen uitbuiting binnen het eigen gezin of netwerk", 14),
        ("b", "Arbeidsongeschiktheidsverzekeringsmaatschappijproblematiek", 12),
        ("c", "Kort", 3),
    ];
    bars("problematiek", 29, 1, &rows)
}

fn hidden() -> Indicator {
    let mut indicator = problematiek();
    if let Figures::Distribution(figures) = &mut indicator.figures {
        for row in figures.rows.iter_mut().skip(4).take(2) {
            *row = Row { count: None, share: None, status: Some(Status::Hidden), ..row.clone() };
        }
    }
    indicator
}

/// Far more cases without an answer than with any one.
fn mostly_unknown() -> Indicator {
    let rows = [
        ("ggz", "GGZ", 23),
        ("zorgaanbieder", "Zorgaanbieder", 9),
        ("onderwijs", "Onderwijs", 4),
        ("jeugdige", "Jeugdige", 1),
    ];
    bars("verwijzer", 37, 153, &rows)
}

/// Names of towns, invented.
const TOWNS: [&str; 25] = [
    "Aardenveen",
    "Berkenrade",
    "Dijkerhout",
    "Elzenwoude",
    "Fonteinsbroek",
    "Goudwaard",
    "Heidermeer",
    "Iepenburg",
    "Jonkersloot aan den Zuiderdijk",
    "Kraaienhoek",
    "Lindeloo",
    "Molenkerk",
    "Noordergeest",
    "Oeverdam",
    "Populierstad",
    "Quarlesveld",
    "Rietkamp",
    "Schapendrecht",
    "Torenbeek",
    "Uiterwijk",
    "Vinkenoord",
    "Wilgenzijl",
    "Ypendal",
    "Zandervoort",
    "Zwanestein",
];

fn towns() -> Indicator {
    let counts = [24, 21, 17, 14, 13, 11, 10, 9, 7, 7, 6, 6, 5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1];
    let rows: Vec<_> = TOWNS.iter().zip(counts).map(|(name, count)| (*name, *name, count)).collect();
    bars("gemeente", counts.iter().sum(), 8, &rows)
}

/// Many answers, several a case; "other" is among the largest and stays last.
fn long_several() -> Indicator {
    let mut rows: Vec<(String, String, u64)> = (0..23_u64)
        .map(|place| (format!("p{place}"), format!("Problematiek {}", place + 1), 60 / (place + 1) + 1))
        .collect();
    rows.push(("overig".to_owned(), "Overig".to_owned(), 18));
    let rows: Vec<_> =
        rows.iter().map(|(code, label, count)| (code.as_str(), label.as_str(), *count)).collect();
    let mut several = bars("bijkomend", 97, 93, &rows);
    if let Figures::Distribution(figures) = &mut several.figures {
        figures.multiple = true;
    }
    several
}

fn ties() -> Indicator {
    bars("geslacht", 40, 0, &[("jongen", "Jongen", 20), ("meisje", "Meisje", 20)])
}

fn share() -> Indicator {
    let figures = Share { count: Some(120), share: Some(120.0 / 184.0), status: None };
    indicator("maatregel_ja", 184, 6, Figures::Share(figures))
}

/// The drawings of the gallery, in its order.
pub(crate) fn cases() -> Vec<Case> {
    let light = |name, what, width, indicator| Case {
        name,
        what,
        report: report_of(indicator),
        width,
        lang: Lang::Nl,
        look: Look::Light,
    };
    let dark =
        |name, what, width, indicator| Case { look: Look::Dark, ..light(name, what, width, indicator) };
    let mut all = vec![
        light("bars", "Bars, sorted", 542.0, problematiek()),
        light("bars-320", "Bars, 320 px", 320.0, problematiek()),
        dark("bars-dark", "Bars, dark", 542.0, problematiek()),
        Case { look: Look::Contrast, ..light("bars-contrast", "Bars, contrast", 542.0, problematiek()) },
        Case { look: Look::Forced, ..light("bars-forced", "Bars, forced colours", 542.0, mostly_unknown()) },
        Case { lang: Lang::En, ..light("bars-english", "Bars, English", 542.0, problematiek()) },
        light("bars-1160", "Bars, wide", 1160.0, problematiek()),
        light("bars-several", "Bars, several answers", 542.0, bijkomend()),
        light("bars-several-320", "Bars, several answers, 320 px", 320.0, bijkomend()),
        light("bars-long", "Very long labels", 542.0, long_labels()),
        light("bars-long-320", "Very long labels, 320 px", 320.0, long_labels()),
        light("bars-hidden", "Hidden counts", 542.0, hidden()),
        light("bars-ties", "Two as large", 542.0, ties()),
        light("bars-one", "One category", 542.0, bars("geslacht", 12, 0, &[("jongen", "Jongen", 12)])),
        light("bars-unknown", "All unknown", 542.0, bars("geslacht", 0, 37, &[("jongen", "Jongen", 0)])),
        light("bars-none", "No cases", 542.0, bars("geslacht", 0, 0, &[])),
        light(
            "bars-n1",
            "One case",
            542.0,
            bars("geslacht", 1, 0, &[("jongen", "Jongen", 1), ("meisje", "Meisje", 0)]),
        ),
        light(
            "bars-n2",
            "Two cases",
            542.0,
            bars("geslacht", 2, 0, &[("jongen", "Jongen", 1), ("meisje", "Meisje", 1)]),
        ),
        light("bars-mostly-unknown", "More unknown than any answer", 560.0, mostly_unknown()),
        light("bars-mostly-unknown-320", "More unknown than any answer, 320 px", 320.0, mostly_unknown()),
        dark("bars-mostly-unknown-dark", "More unknown than any answer, dark", 560.0, mostly_unknown()),
        light("bars-folded", "A long list", 560.0, towns()),
        light("bars-folded-320", "A long list, 320 px", 320.0, towns()),
        dark("bars-folded-dark", "A long list, dark", 560.0, towns()),
        light("bars-folded-several", "A long list, several answers", 560.0, long_several()),
        light("bars-folded-several-320", "A long list, several answers, 320 px", 320.0, long_several()),
        Case {
            lang: Lang::En,
            ..dark(
                "bars-folded-several-dark",
                "A long list, several answers, dark, English",
                560.0,
                long_several(),
            )
        },
        light("ages", "Ages", 1132.0, leeftijd(182, &AGES)),
        light("ages-542", "Ages, half the page", 542.0, leeftijd(182, &AGES)),
        light("ages-320", "Ages, 320 px", 320.0, leeftijd(182, &AGES)),
        dark("ages-dark", "Ages, dark", 1132.0, leeftijd(182, &AGES)),
        light("months", "Months of a year", 1132.0, year()),
        light("months-542", "Months of a year, half the page", 542.0, year()),
        light("months-320", "Months of a year, 320 px", 320.0, year()),
        dark("months-dark", "Months of a year, dark", 1132.0, year()),
        light("months-three-years", "Three years", 1132.0, three_years()),
        light("months-three-years-320", "Three years, 320 px", 320.0, three_years()),
        light("months-one", "One month", 542.0, months(24, &[7])),
        light("duration", "Lead time with open cases", 1132.0, with_open()),
        light("duration-542", "Lead time, half the page", 542.0, with_open()),
        light("duration-320", "Lead time, 320 px", 320.0, with_open()),
        dark("duration-dark", "Lead time, dark", 1132.0, with_open()),
        light("duration-not-reached", "Half not reached", 1132.0, not_reached()),
        light("duration-not-reached-320", "Half not reached, 320 px", 320.0, not_reached()),
        light(
            "duration-no-open",
            "No open cases",
            1132.0,
            duration(&[10, 30, 45, 60, 62, 90, 140, 200, 400], &[]),
        ),
        light("duration-n1", "One closed case", 1132.0, duration(&[40], &[])),
        light("share", "A share", 542.0, share()),
        light("share-320", "A share, 320 px", 320.0, share()),
    ];
    all.extend(more::cases());
    all.extend(public::cases());
    all
}

fn any_row() -> impl Strategy<Value = Row> {
    let count = prop_oneof![Just(0), 1..5_u64, 5..200_u64, 1000..2_000_000_u64];
    ("[a-zA-Zéï]{1,24}( [a-z()–]{1,18}){0,5}", count, 0..8_u8).prop_map(|(label, count, fate)| Row {
        code: label.clone(),
        label,
        count: (fate > 0).then_some(count),
        share: (fate > 0).then_some(f64::from(fate) / 8.0),
        status: match fate {
            0 => Some(Status::Hidden),
            1 => Some(Status::Small),
            _ => None,
        },
        ..Row::default()
    })
}

/// Any report with a drawing.
pub(crate) fn any_report() -> impl Strategy<Value = Report> {
    let one = || any_indicator().prop_map(report_of);
    let public = (prop_oneof![one(), any_more::any_report()], any::<bool>())
        .prop_map(|(report, hidden)| public::protected(report, hidden));
    prop_oneof![2 => one(), 3 => any_more::any_report(), 2 => public]
}

/// Any indicator of the kinds that a first page has.
fn any_indicator() -> impl Strategy<Value = Indicator> {
    let missing = prop_oneof![Just(0), 1..2000_u64];
    let answers = (prop::collection::vec(any_row(), 0..28), any::<bool>(), missing, 0..2_000_000_u64)
        .prop_map(|(rows, multiple, missing, n)| {
            let figures =
                Distribution { base: "cases".to_owned(), multiple, rows, ..Distribution::default() };
            indicator("bijkomend", n, missing, Figures::Distribution(figures))
        });
    let ages = prop::collection::vec(prop_oneof![0..40_u64, 0..40_000_u64], 0..24)
        .prop_map(|years| leeftijd(years.iter().sum(), &years));
    let series = (0..12_usize, prop::collection::vec(prop_oneof![0..40_u64, 0..40_000_u64], 0..150))
        .prop_map(|(first, counts)| months(first, &counts));
    let day = || prop_oneof![0..60_u32, 0..400_u32, 0..3000_u32];
    let times = (prop::collection::vec(day(), 0..120), prop::collection::vec(day(), 0..60))
        .prop_map(|(closed, open)| duration(&closed, &open));
    let part = (any::<bool>(), 0..5_000_u64).prop_map(|(shown, n)| {
        let figures = Share { count: shown.then_some(n / 3), share: (n > 0).then_some(0.333), status: None };
        indicator("thuis", n, 0, Figures::Share(figures))
    });
    prop_oneof![answers, ages, series, times, part]
}
