//! Drawings of protected figures. All figures are invented.

use ben_monitor::{
    catalog::Lang,
    report::{
        Crosstab, CrosstabCell, CrosstabColumn, CrosstabRow, Figures, Indicator, Protection, Report, Row,
        Series, Share, Status, Unit,
    },
};

use super::{Case, Look, bars, duration, indicator, report_of};

/// Rounded to five, nothing under ten.
fn website() -> Protection {
    let policy = "website".to_owned();
    Protection { policy, small_below: 10, marked: 0, base: Some(5), hidden: Some(3) }
}

fn public(indicator: Indicator) -> Report {
    Report { protection: Some(website()), ..report_of(indicator) }
}

/// The same figures as if of a publication.
pub(super) fn protected(mut report: Report, missing_hidden: bool) -> Report {
    report.protection = Some(website());
    for indicator in &mut report.indicators {
        indicator.about.missing_status = missing_hidden.then_some(Status::Hidden);
    }
    report
}

/// Hides the count of a row.
fn hide(row: &mut Row) {
    row.count = None;
    row.share = None;
    row.status = Some(Status::Hidden);
}

fn hide_those_of_0(rows: &mut [Row]) {
    rows.iter_mut().filter(|row| row.count == Some(0)).for_each(hide);
}

fn hidden_bars(several: bool) -> Indicator {
    let rows = [
        ("trauma", "Trauma", 70),
        ("ass", "Autisme (ASS)", 45),
        ("lvb", "Licht verstandelijke beperking (LVB)", 30),
        ("hechting+gedrag", "Hechting of gedrag", 15),
        ("eetstoornis", "Eetstoornis", 0),
        ("overig", "Overig", 0),
    ];
    let mut bars = bars(if several { "bijkomend" } else { "problematiek" }, 185, 0, &rows);
    bars.about.missing_status = Some(Status::Hidden);
    if let Figures::Distribution(figures) = &mut bars.figures {
        figures.multiple = several;
        hide_those_of_0(&mut figures.rows);
    }
    bars
}

fn quarters() -> Indicator {
    let row = |(code, label, count): &(&str, &str, u64)| {
        let (code, label) = ((*code).to_owned(), (*label).to_owned());
        Row { code, label, count: Some(*count), ..Row::default() }
    };
    let rows = [
        ("2024-Q1", "1e kwartaal 2024", 50),
        ("2024-Q2", "2e kwartaal 2024", 0),
        ("2024-Q3", "3e kwartaal 2024", 0),
        ("2024-Q4", "4e kwartaal 2024", 60),
    ];
    let mut rows: Vec<Row> = rows.iter().map(row).collect();
    hide_those_of_0(&mut rows);
    let series = Series { unit: Unit::Quarter, rows, mean: None, regions: Vec::new() };
    indicator("aanmeldingen", 125, 0, Figures::Series(series))
}

fn bands() -> Indicator {
    let mut bands = duration(&[30; 95], &[10]);
    bands.about.n = 130;
    if let Figures::Duration(figures) = &mut bands.figures {
        figures.kaplan_meier = None;
        figures.closed_only.clear();
        figures.open = 0;
        figures.open_status = Some(Status::Hidden);
        figures.rows[0].share = Some(0.73);
        hide_those_of_0(&mut figures.rows);
    }
    bands
}

fn share(count: Option<u64>, part: Option<f64>) -> Indicator {
    let status = count.is_none().then_some(Status::Hidden);
    indicator("thuis", 140, 50, Figures::Share(Share { count, share: part, status }))
}

fn table() -> Indicator {
    let columns = [
        ("4-12", "4–12 jaar", Some(15)),
        ("13-16", "13–16 jaar", Some(95)),
        ("17+", "17 jaar en ouder", None),
    ];
    let rows = [
        ("jeugdbescherming", "Jeugdbescherming (GI)", [Some(0), Some(45), Some(15)], Some(60)),
        ("lokaal", "Lokaal (wijk)team of toegang", [None, Some(35), None], Some(50)),
        ("zorgaanbieder", "Zorgaanbieder", [None, Some(15), None], None),
    ];
    let cells = |counts: &[Option<u64>; 3]| {
        let cell = |(count, column): (&Option<u64>, &(&str, &str, Option<u64>))| CrosstabCell {
            code: column.0.to_owned(),
            count: *count,
            status: count.is_none().then_some(Status::Hidden),
        };
        counts.iter().zip(&columns).map(cell).collect()
    };
    let row = |(code, label, counts, total): &(&str, &str, [Option<u64>; 3], Option<u64>)| CrosstabRow {
        code: (*code).to_owned(),
        label: (*label).to_owned(),
        cells: cells(counts),
        total: *total,
    };
    let column = |(code, label, total): &(&str, &str, Option<u64>)| CrosstabColumn {
        code: (*code).to_owned(),
        label: (*label).to_owned(),
        total: *total,
    };
    let table = Crosstab {
        row: "aanmelder".to_owned(),
        column: "leeftijd".to_owned(),
        columns: columns.iter().map(column).collect(),
        rows: rows.iter().map(row).collect(),
        total: 135,
    };
    indicator("kruistabel", 135, 55, Figures::Crosstab(table))
}

pub(super) fn cases() -> Vec<Case> {
    let case = |name, what, indicator, width, look| {
        let report = public(indicator);
        Case { name, what, report, width, lang: Lang::Nl, look }
    };
    vec![
        case(
            "public-bars",
            "Of a publication: two answers and the missing hidden",
            hidden_bars(false),
            560.0,
            Look::Light,
        ),
        case(
            "public-bars-320",
            "The same on a phone, several answers",
            hidden_bars(true),
            320.0,
            Look::Light,
        ),
        case("public-bars-dark", "The same in the dark", hidden_bars(false), 560.0, Look::Dark),
        case(
            "public-bars-contrast",
            "The same in black and white",
            hidden_bars(false),
            560.0,
            Look::Contrast,
        ),
        case("public-quarters", "Quarters, two of them hidden", quarters(), 560.0, Look::Light),
        case("public-duration", "Lead-time bands with open cases hidden", bands(), 560.0, Look::Light),
        case("public-share", "A share without percents", share(Some(70), None), 320.0, Look::Light),
        case("public-share-hidden", "A share that is hidden", share(None, None), 320.0, Look::Light),
        case("public-crosstab", "A cross table with cells and totals hidden", table(), 720.0, Look::Light),
    ]
}
