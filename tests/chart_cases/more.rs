//! The drawings beyond the first page: pairs, periods, tables, threads. All figures are invented.

use ben_monitor::report::{
    Against, AnswerOf, Clause, Combination, Cooccurrence, Crosstab, CrosstabCell, CrosstabColumn,
    CrosstabRow, DurationBy, DurationGroup, Figures, Indicator, KaplanMeier, Pair, Report, Row, Series,
    ShareOf, Summary, Thread, Threads, Unit,
};

use super::{
    AGES, Case, Look, bars, bijkomend, duration, estimate, indicator, leeftijd, problematiek, report_of, row,
    share, with_open, year,
};
use ben_monitor::catalog::Lang;

fn clause(field: &str, value: &str) -> Clause {
    Clause { field: field.to_owned(), values: vec![value.to_owned()] }
}

/// A report of one region beside all others.
pub(crate) fn beside(
    ours: Indicator,
    theirs: Indicator,
    filter: Vec<Clause>,
    other: Option<Vec<Clause>>,
) -> Report {
    let rest = other.is_none();
    let against = Against {
        filter: other.unwrap_or_default(),
        rest,
        selected: theirs.about.n + theirs.about.missing,
        indicators: vec![theirs],
        ..Against::default()
    };
    Report { filter, against: Some(against), ..report_of(ours) }
}

fn twente_and_others(ours: Indicator, theirs: Indicator) -> Report {
    beside(ours, theirs, vec![clause("regio", "Twente")], None)
}

fn chosen(mut indicator: Indicator, values: &[&str]) -> Indicator {
    indicator.about.chosen = values.iter().map(|value| (*value).to_owned()).collect();
    indicator
}

fn of_all(indicator: Indicator) -> Report {
    Report { share_of: ShareOf::All, ..report_of(indicator) }
}

pub(crate) fn crosstab_of(
    row: &str,
    column: &str,
    columns: &[(&str, &str)],
    rows: &[(&str, &str, &[u64])],
) -> Crosstab {
    let sum = |place: usize| rows.iter().map(|row| row.2[place]).sum::<u64>();
    let columns: Vec<CrosstabColumn> = columns
        .iter()
        .enumerate()
        .map(|(place, (code, label))| CrosstabColumn {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
            total: Some(sum(place)),
        })
        .collect();
    let rows: Vec<CrosstabRow> = rows
        .iter()
        .map(|(code, label, counts)| CrosstabRow {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
            cells: columns
                .iter()
                .zip(*counts)
                .map(|(column, count)| CrosstabCell {
                    code: column.code.clone(),
                    count: Some(*count),
                    status: None,
                })
                .collect(),
            total: Some(counts.iter().sum()),
        })
        .collect();
    let total = columns.iter().filter_map(|column| column.total).sum();
    Crosstab { row: row.to_owned(), column: column.to_owned(), columns, rows, total }
}

/// Ages with the gender of each year.
pub(crate) fn with_pyramid(years: &[u64], unknown: u64, other: u64) -> Indicator {
    let mut ages = leeftijd(years.iter().sum(), years);
    if let Figures::Distribution(figures) = &mut ages.figures {
        let split: Vec<(String, String, Vec<u64>)> = figures
            .years
            .iter()
            .enumerate()
            .map(|(place, year)| {
                let all = year.count.unwrap_or(0);
                let unknown = if place % 4 == 1 { unknown.min(all) } else { 0 };
                let other = if place % 5 == 4 { other.min(all - unknown) } else { 0 };
                let boys = (all - unknown - other) * (if place < 8 { 62 } else { 41 }) / 100;
                (
                    year.code.clone(),
                    year.label.clone(),
                    vec![boys, all - unknown - other - boys, other, unknown],
                )
            })
            .collect();
        let rows: Vec<(&str, &str, &[u64])> = split
            .iter()
            .map(|(code, label, counts)| (code.as_str(), label.as_str(), counts.as_slice()))
            .collect();
        let columns =
            [("jongen", "Jongen"), ("meisje", "Meisje"), ("anders", "Anders"), ("onbekend", "Onbekend")];
        figures.pyramid = Some(crosstab_of("leeftijd", "geslacht", &columns, &rows));
    }
    ages
}

fn aanmelder_by_age() -> Indicator {
    let columns = [
        ("0-3", "0–3 jaar"),
        ("4-8", "4–8 jaar"),
        ("9-12", "9–12 jaar"),
        ("13-16", "13–16 jaar"),
        ("17+", "17 jaar en ouder"),
    ];
    let rows: [(&str, &str, &[u64]); 6] = [
        ("jeugdbescherming", "Jeugdbescherming (GI)", &[3, 8, 14, 40, 6]),
        ("lokaal", "Lokaal (wijk)team of toegang", &[1, 12, 17, 22, 9]),
        ("zorgaanbieder", "Zorgaanbieder", &[0, 2, 5, 19, 8]),
        ("ggz", "GGZ", &[0, 1, 2, 9, 3]),
        ("ouders", "Ouders", &[0, 0, 1, 1, 0]),
        ("anders", "Anders", &[1, 0, 3, 2, 0]),
    ];
    let table = crosstab_of("aanmelder", "leeftijd", &columns, &rows);
    indicator("kruistabel", table.total, 3, Figures::Crosstab(table))
}

const PROBLEMS: [(&str, &str, u64); 14] = [
    ("trauma", "Trauma", 88),
    ("gedrag", "Gedragsproblematiek", 82),
    ("hechting", "Hechting", 70),
    ("ass", "Autisme (ASS)", 55),
    ("ouder:scheiding", "(Complexe) scheiding van ouders", 52),
    ("suicidaliteit", "Suïcidaliteit", 41),
    ("lvb", "Licht verstandelijke beperking (LVB)", 38),
    ("persoonlijkheid", "Persoonlijkheid en identiteit", 36),
    ("agressie", "Agressie", 30),
    ("ouder:psychiatrie", "Psychiatrie van ouders", 26),
    ("schoolverzuim", "Schooluitval", 22),
    ("sgog", "Seksueel grensoverschrijdend gedrag", 14),
    ("middelen", "Middelengebruik of verslaving", 9),
    ("gender", "Genderproblematiek", 4),
];

fn samenhang() -> Indicator {
    let n = 180;
    let rows: Vec<Row> = PROBLEMS.iter().map(|(code, label, count)| row(code, label, *count, n)).collect();
    let mut pairs = Vec::new();
    for (place, (a, _, of_a)) in PROBLEMS.iter().enumerate() {
        for (other, (b, _, of_b)) in PROBLEMS.iter().enumerate().skip(place + 1) {
            let expected = of_a * of_b / n;
            let count = (expected * (60 + (place * 37 + other * 53) as u64 % 110) / 100).min(*of_b);
            if count > 0 {
                pairs.push(Pair {
                    a: (*a).to_owned(),
                    b: (*b).to_owned(),
                    count: Some(count),
                    share: Some(count as f64 / n as f64),
                    lift: Some(count as f64 * n as f64 / (*of_a * *of_b) as f64),
                    status: None,
                });
            }
        }
    }
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.count));
    let exact: [(&[&str], u64); 10] = [
        (&["trauma", "hechting"], 14),
        (&["trauma", "gedrag"], 11),
        (&["trauma", "hechting", "ouder:scheiding"], 9),
        (&["ass", "schoolverzuim"], 8),
        (&["gedrag", "agressie", "lvb"], 7),
        (&["trauma", "suicidaliteit", "persoonlijkheid"], 6),
        (&["gedrag", "agressie"], 5),
        (&["ass", "gedrag"], 4),
        (&["trauma", "gedrag", "hechting", "ouder:scheiding"], 3),
        (&["gender", "ass"], 1),
    ];
    let combinations = exact
        .iter()
        .map(|(codes, count)| Combination {
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            count: Some(*count),
            status: None,
        })
        .collect();
    let figures = Cooccurrence { base: "cases".to_owned(), rows, pairs, combinations };
    indicator("samenhang", n, 10, Figures::Cooccurrence(figures))
}

fn thread(
    group: (&str, &str),
    (field, label): (&str, &str),
    (count, n): (u64, u64),
    (rest, rest_n): (u64, u64),
) -> Thread {
    let answer = |(field, label): (&str, &str)| AnswerOf {
        field: field.to_owned(),
        code: label.to_owned(),
        label: label.to_owned(),
    };
    Thread {
        group: answer(group),
        trait_: answer((field, label)),
        count: Some(count),
        n,
        share: Some(count as f64 / n as f64),
        rest_count: Some(rest),
        rest_n,
        rest_share: Some(rest as f64 / rest_n as f64),
        p: 0.001,
        q: 0.01,
        status: None,
        text: None,
    }
}

fn rode_draden() -> Indicator {
    let rows = vec![
        thread(("regio", "Twente"), ("problematiek", "Hechting"), (24, 47), (20, 142)),
        thread(
            ("aanmelder", "Jeugdbescherming (GI)"),
            ("maatregel", "(Voorlopige) ondertoezichtstelling"),
            (51, 70),
            (18, 112),
        ),
        thread(("verblijf", "Bij (een van de) ouders"), ("onderwijs", "Geen onderwijs"), (30, 61), (22, 120)),
        thread(("leeftijd", "13–16 jaar"), ("bijkomend", "Suïcidaliteit"), (28, 115), (3, 71)),
        thread(("geslacht", "Meisje"), ("bijkomend", "Agressie"), (4, 86), (26, 96)),
        thread(("soort_aanmelding", "Uitstroom verblijf"), ("contactpersoon", "Ja"), (30, 34), (70, 148)),
        thread(("regio", "IJsselland"), ("actie", "Consultatie en advies"), (43, 46), (90, 143)),
    ];
    indicator("rode_draden", 189, 0, Figures::Threads(Threads { rows, tested: 412 }))
}

fn many_threads() -> Indicator {
    let rows = (0..17_u64)
        .map(|place| {
            let label = format!("Antwoord {}", place + 1);
            thread(("regio", "Twente"), ("reden", &label), (40 - place, 47), (12 + place, 142))
        })
        .collect();
    indicator("rode_draden", 189, 0, Figures::Threads(Threads { rows, tested: 412 }))
}

/// Quarters, half-years or years with the year before.
pub(crate) fn periods(unit: Unit, counts: &[u64]) -> Indicator {
    let (parts, letter, back) = match unit {
        Unit::Quarter => (4, "-Q", 4),
        Unit::HalfYear => (2, "-H", 2),
        _ => (1, "", 1),
    };
    let n = counts.iter().sum();
    let rows = counts.iter().enumerate().map(|(place, count)| {
        let year = 2022 + place / parts;
        let code = if parts > 1 { format!("{year}{letter}{}", place % parts + 1) } else { year.to_string() };
        let provisional = place + 1 == counts.len();
        let previous = place.checked_sub(back).map(|before| counts[before]).filter(|_| !provisional);
        let change = previous.map(|previous| *count as i64 - previous as i64);
        Row { previous, change, provisional, status: None, ..row(&code, &code, *count, n) }
    });
    let series = Series { unit, rows: rows.collect(), mean: None, regions: Vec::new() };
    indicator("aanmeldingen", n, 0, Figures::Series(series))
}

/// The months of a year beside those of the year before, the last of them not over.
fn year_with_before() -> Indicator {
    let mut months = year();
    if let Figures::Series(series) = &mut months.figures {
        for (place, row) in series.rows.iter_mut().enumerate() {
            row.previous = Some(8 + (place as u64 * 5) % 9);
            row.change = row.count.zip(row.previous).map(|(now, then)| now as i64 - then as i64);
        }
        if let Some(last) = series.rows.last_mut() {
            (last.previous, last.change, last.provisional) = (None, None, true);
        }
    }
    months
}

fn year_before() -> Indicator {
    super::months(12, &[7, 12, 9, 13, 11, 16, 8, 9, 14, 15, 18, 21])
}

pub(crate) fn group(label: &str, closed: &[u32], open: &[u32]) -> DurationGroup {
    DurationGroup {
        code: label.to_owned(),
        label: label.to_owned(),
        n: closed.len() as u64,
        open: open.len() as u64,
        summary: Summary::default(),
        kaplan_meier: (!closed.is_empty() || !open.is_empty()).then(|| {
            let estimate = estimate(closed, open);
            let around = |by: f64| estimate.median.map(|days| (days * by).round());
            let (low, high) = (around(0.8), around(1.3));
            KaplanMeier { low, high, ..estimate }
        }),
        status: None,
    }
}

fn with_groups() -> Indicator {
    let mut all = with_open();
    let days = |many: u32, from: u32, wide: u32| -> Vec<u32> {
        (0..many).map(|index| from + index * 37 % wide).collect()
    };
    let regions = vec![
        group("IJsselland", &days(34, 10, 180), &days(12, 20, 200)),
        group("Twente", &days(40, 20, 330), &days(20, 30, 330)),
    ];
    let actions = vec![
        group("Consultatie en advies", &days(52, 8, 150), &days(6, 20, 200)),
        group("Bemiddeling", &days(28, 20, 250), &days(12, 30, 300)),
        group("Procesregie", &days(19, 40, 330), &days(22, 30, 330)),
        group("RET-overleg", &days(12, 30, 300), &days(9, 30, 330)),
        group("Maatwerkfinanciering", &days(9, 60, 300), &days(8, 30, 330)),
        group("Escalatietafel", &days(3, 60, 300), &days(1, 30, 330)),
        group("Anders", &[], &[]),
    ];
    if let Figures::Duration(figures) = &mut all.figures {
        figures.by = vec![
            DurationBy { field: "regio".to_owned(), multiple: false, groups: regions },
            DurationBy { field: "actie".to_owned(), multiple: true, groups: actions },
        ];
    }
    all
}

fn faster() -> Indicator {
    let closed: Vec<u32> = (0..60_u32).map(|index| 6 + index * 29 % 210).collect();
    let open: Vec<u32> = (0..14_u32).map(|index| 12 + index * 37 % 300).collect();
    duration(&closed, &open)
}

fn stapeling() -> Indicator {
    let rows = [
        ("1", "1 probleem", 34),
        ("2", "2 problemen", 52),
        ("3", "3 problemen", 47),
        ("4", "4 problemen", 31),
        ("5+", "5 problemen of meer", 16),
    ];
    let mut figures = bars("stapeling", 180, 10, &rows);
    if let Figures::Distribution(figures) = &mut figures.figures {
        figures.ordered = true;
    }
    figures
}

fn doelgroepen() -> Indicator {
    let rows = [
        ("a", "Jeugdigen met autisme die thuiszitten en geen onderwijs volgen", 31),
        ("b", "Meisjes van 13 tot en met 17 jaar met trauma en suïcidaliteit", 22),
        ("c", "Jonge kinderen met hechtingsproblematiek in een pleeg- of netwerkgezin", 12),
        ("d", "Jeugdigen met een licht verstandelijke beperking en agressie", 3),
    ];
    let mut figures = bars("doelgroepen", 180, 9, &rows);
    if let Figures::Distribution(figures) = &mut figures.figures {
        figures.multiple = true;
    }
    figures
}

fn other_problems() -> Indicator {
    let rows = [
        ("trauma", "Trauma", 40),
        ("ass", "Autisme (ASS)", 52),
        ("lvb", "Licht verstandelijke beperking (LVB)", 21),
        ("psychiatrie", "Overige psychiatrische problematiek", 30),
        ("hechting", "Hechting", 1),
        ("agressie", "Agressie", 8),
        ("gender", "Genderproblematiek", 6),
        ("overig", "Overig", 0),
    ];
    bars("problematiek", 158, 21, &rows)
}

fn other_share() -> Indicator {
    let figures = ben_monitor::report::Share { count: Some(64), share: Some(64.0 / 143.0), status: None };
    indicator("maatregel_ja", 143, 9, Figures::Share(figures))
}

/// Those cases of the gallery.
pub(crate) fn cases() -> Vec<Case> {
    let with =
        |name, what, width, report| Case { name, what, report, width, lang: Lang::Nl, look: Look::Light };
    let light = |name, what, width, indicator| with(name, what, width, report_of(indicator));
    let dark = |case| Case { look: Look::Dark, ..case };
    let contrast = |case| Case { look: Look::Contrast, ..case };
    let forced = |case| Case { look: Look::Forced, ..case };
    let english = |case| Case { lang: Lang::En, ..case };
    let problems = || twente_and_others(problematiek(), other_problems());
    let times = || twente_and_others(faster(), with_open());
    let year_of = |value| vec![clause("aanmelddatum", value)];
    let months = || beside(year(), year_before(), year_of("2024"), Some(year_of("2023")));
    vec![
        light("together", "Problems together, wide", 1132.0, samenhang()),
        light("together-720", "Problems together", 720.0, samenhang()),
        light("together-320", "Problems together, 320 px", 320.0, samenhang()),
        dark(light("together-dark", "Problems together, dark", 1132.0, samenhang())),
        contrast(light("together-contrast", "Problems together, contrast", 720.0, samenhang())),
        light("threads", "Threads, wide", 1132.0, rode_draden()),
        light("threads-320", "Threads, 320 px", 320.0, rode_draden()),
        dark(light("threads-dark", "Threads, dark", 720.0, rode_draden())),
        light("threads-many", "Many threads", 720.0, many_threads()),
        light("pyramid", "Ages by gender, wide", 1132.0, with_pyramid(&AGES, 2, 3)),
        light("pyramid-320", "Ages by gender, 320 px", 320.0, with_pyramid(&AGES, 2, 3)),
        dark(light("pyramid-dark", "Ages by gender, dark", 542.0, with_pyramid(&AGES, 2, 3))),
        light("pyramid-two", "Ages by gender, all known", 542.0, with_pyramid(&AGES, 0, 0)),
        light("duration-by", "Lead time by region and action", 1132.0, with_groups()),
        light("duration-by-320", "Lead time by region and action, 320 px", 320.0, with_groups()),
        dark(light("duration-by-dark", "Lead time by region and action, dark", 720.0, with_groups())),
        light("crosstab", "A cross table, wide", 1132.0, aanmelder_by_age()),
        light("crosstab-542", "A cross table", 542.0, aanmelder_by_age()),
        dark(light("crosstab-dark", "A cross table, dark", 720.0, aanmelder_by_age())),
        contrast(light("crosstab-contrast", "A cross table, contrast", 720.0, aanmelder_by_age())),
        light(
            "quarters",
            "Quarters with the year before",
            1132.0,
            periods(Unit::Quarter, &[31, 42, 28, 40, 36, 46, 42, 66, 20]),
        ),
        light(
            "quarters-320",
            "Quarters, 320 px",
            320.0,
            periods(Unit::Quarter, &[31, 42, 28, 40, 36, 46, 42, 66, 20]),
        ),
        dark(light(
            "quarters-dark",
            "Quarters, dark",
            542.0,
            periods(Unit::Quarter, &[31, 42, 28, 40, 36, 46, 42, 66, 20]),
        )),
        forced(light(
            "quarters-forced",
            "Quarters, forced colours",
            542.0,
            periods(Unit::Quarter, &[31, 42, 28, 40, 36, 46, 42, 66, 20]),
        )),
        light("half-years", "Half-years", 542.0, periods(Unit::HalfYear, &[73, 68, 82, 108, 56])),
        light("years", "Years", 542.0, periods(Unit::Year, &[141, 190, 56])),
        light("months-before", "Months with the year before", 1132.0, year_with_before()),
        light("months-before-320", "Months with the year before, 320 px", 320.0, year_with_before()),
        light("stacking", "How many problems a case has", 542.0, stapeling()),
        light("profiles", "Profiles", 542.0, doelgroepen()),
        light("profiles-320", "Profiles, 320 px", 320.0, doelgroepen()),
        light("bars-chosen", "Two answers chosen", 542.0, chosen(problematiek(), &["ass", "agressie"])),
        dark(light(
            "bars-chosen-dark",
            "Two answers chosen, dark",
            542.0,
            chosen(bijkomend(), &["hechting", "onbekend"]),
        )),
        light("ages-chosen", "A band chosen", 1132.0, chosen(with_pyramid(&AGES, 2, 3), &["17+"])),
        light("months-chosen", "A quarter chosen", 542.0, chosen(year(), &["2024-Q2"])),
        with("bars-of-all", "Shares of all cases", 542.0, of_all(bijkomend())),
        with("pairs", "Two selections, wide", 1132.0, problems()),
        with("pairs-542", "Two selections", 542.0, problems()),
        with("pairs-320", "Two selections, 320 px", 320.0, problems()),
        dark(with("pairs-dark", "Two selections, dark", 542.0, problems())),
        contrast(english(with("pairs-contrast", "Two selections, contrast, English", 542.0, problems()))),
        with("pairs-share", "Two shares", 542.0, twente_and_others(share(), other_share())),
        with("pairs-share-320", "Two shares, 320 px", 320.0, twente_and_others(share(), other_share())),
        with("pairs-duration", "Two lead times, wide", 1132.0, times()),
        with("pairs-duration-320", "Two lead times, 320 px", 320.0, times()),
        dark(with("pairs-duration-dark", "Two lead times, dark", 720.0, times())),
        with("pairs-months", "Months of two years", 1132.0, months()),
        with("pairs-months-320", "Months of two years, 320 px", 320.0, months()),
        with(
            "pairs-three-years",
            "Three years of two selections",
            542.0,
            twente_and_others(
                super::three_years(),
                super::months(0, &(0..36_u64).map(|month| 9 + month % 7).collect::<Vec<_>>()),
            ),
        ),
        with(
            "pairs-quarters",
            "Quarters of two selections",
            542.0,
            twente_and_others(
                periods(Unit::Quarter, &[31, 42, 28, 40, 20]),
                periods(Unit::Quarter, &[11, 16, 9, 12, 6]),
            ),
        ),
    ]
}
