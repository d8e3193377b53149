//! Referrals in time: a column a month, or a longer period, beside the same one a year earlier.

use super::{
    columns::{self, APART, Column, Piece, Plot},
    long_periods,
    model::{Align, Ink},
    more_periods, phrases,
    sheet::{Face, Sheet},
    subject::Subject,
    wording::{self, Word},
};
use crate::{
    catalog::Lang,
    report::{Row, Series, Unit},
};

/// Height of the tallest month.
pub(super) const TALL: f64 = 140.0;
/// Widest room for a month.
const WIDEST_SLOT: f64 = 134.0;

const MONTHS_NL: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Draws the referrals by period.
pub(super) fn series(sheet: &mut Sheet<'_>, subject: Subject<'_>, series: &Series) {
    let place = sheet.rest();
    if series.rows.is_empty() {
        sheet.bottom = sheet.paragraph(wording::word(Word::NoCases, sheet.lang), place, Face::SOFT, 2);
        return;
    }
    let before = more_periods::shows_year_before(series);
    let top = subject.top(&series.rows, Some(subject.about.n), true);
    let columns: Vec<Column> =
        series.rows.iter().map(|row| column(sheet, subject, row, top, before)).collect();
    let place = more_periods::legend(sheet, place, series, before);
    let plot = columns::columns(sheet, place, TALL, WIDEST_SLOT, &columns);
    sheet.bottom = if series.unit == Unit::Month {
        let below = month_labels(sheet, &plot, &series.rows);
        year_labels(sheet, &plot, &series.rows, below) + 2.0
    } else {
        long_periods::labels(sheet, &plot, series, true)
    };
}

fn column(sheet: &Sheet<'_>, subject: Subject<'_>, row: &Row, top: Option<&str>, before: bool) -> Column {
    let ink = subject.ink(&row.code, top == Some(row.code.as_str()));
    let now = Piece { hatched: row.provisional, ..Piece::of(row.count, ink) };
    let then = row.previous.filter(|_| before).map(|previous| Piece::of(Some(previous), Ink::MarkSoft));
    Column {
        code: row.code.clone(),
        pieces: then.into_iter().chain([now]).collect(),
        spoken: more_periods::spoken(spoken(row, sheet.lang), row, sheet.lang),
        choice: subject.choice(&row.code, row.count),
    }
}

/// A period by its code, as in a sentence: `mrt 2024`, `1e kwartaal 2024`, `2024`.
pub(super) fn name(code: &str, lang: Lang) -> String {
    let year = code.get(..4).unwrap_or(code);
    let names = month_names(lang);
    let month = code
        .get(5..)
        .and_then(|part| part.parse::<usize>().ok())
        .and_then(|month| names.get(month.checked_sub(1)?));
    match month {
        Some(month) => format!("{month} {year}"),
        None if code.len() > 4 => format!("{} {year}", phrases::part_of_year(code, true, lang)),
        None => code.to_owned(),
    }
}

fn month_names(lang: Lang) -> &'static [&'static str; 12] {
    match lang {
        Lang::Nl => &MONTHS_NL,
        Lang::En => &MONTHS_EN,
    }
}

/// A period as read aloud: `maart 2024: 12 aanmeldingen`.
pub(super) fn spoken(row: &Row, lang: Lang) -> String {
    row.count.map_or_else(
        || format!("{}: {}", row.label, wording::word(Word::Hidden, lang)),
        |count| {
            let noun = if count == 1 { Word::Referral } else { Word::Referrals };
            format!("{}: {} {}", row.label, wording::count(count, lang), wording::word(noun, lang))
        },
    )
}

/// Names of months, their first letters, or those of each quarter: what there is room for. Answers where they end.
pub(super) fn month_labels(sheet: &mut Sheet<'_>, plot: &Plot, rows: &[Row]) -> f64 {
    let names = month_names(sheet.lang);
    let fits = |slots: f64, width: f64| plot.slot * slots >= width + APART;
    let name = sheet.widest(names.iter().copied(), Face::TINY);
    let face =
        if fits(1.0, sheet.widest(names.iter().copied(), Face::SOFT)) { Face::SOFT } else { Face::TINY };
    let letters = sheet.widest(names.iter().filter_map(|name| name.get(..1)), Face::TINY);
    let (every, whole) = match () {
        () if fits(1.0, name) => (1, true),
        () if fits(1.0, letters) => (1, false),
        () if fits(3.0, name) => (3, true),
        () => return plot.base,
    };
    let y = plot.base + 4.0 + face.line() / 2.0;
    for (index, row) in rows.iter().enumerate() {
        let Some(month) = month(row).filter(|month| month % every == 0) else { continue };
        let Some(name) = names.get(month) else { continue };
        let label = if whole { Some(*name) } else { name.get(..1) };
        columns::label_below(sheet, plot.middle(index), y, label.unwrap_or_default(), face);
    }
    plot.base + 4.0 + face.line()
}

/// The year under its first month, as often as there is room; answers where they end.
pub(super) fn year_labels(sheet: &mut Sheet<'_>, plot: &Plot, rows: &[Row], below: f64) -> f64 {
    let mut starts: Vec<(f64, &str)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let year = row.code.get(..4).unwrap_or_default();
        if starts.last().is_none_or(|(_, last)| *last != year) {
            starts.push((plot.slot_left(index), year));
        }
    }
    let face = Face::SOFT;
    let wide = sheet.measure("0000", face) + 8.0;
    // A first year of a few months gives way to the whole year after it.
    let crowded = matches!(starts.as_slice(), [(first, _), (second, _), ..] if second - first < wide);
    let y = below + 4.0 + face.line() / 2.0;
    let mut free = f64::NEG_INFINITY;
    for (index, (x, year)) in starts.into_iter().enumerate() {
        if index > 0 {
            sheet.rect((x, plot.base), (1.0, below + 4.0 + face.line() - plot.base), Ink::Line);
        }
        let label = x + if index > 0 { 5.0 } else { 2.0 };
        if (index > 0 || !crowded) && label >= free && label + wide - 8.0 <= sheet.width {
            sheet.text(year, (label, y), Align::Left, face);
            free = label + wide;
        }
    }
    below + 4.0 + face.line()
}

/// Month of a row, from 0.
fn month(row: &Row) -> Option<usize> {
    row.code.get(5..7)?.parse::<usize>().ok()?.checked_sub(1)
}
