//! Problems that come together: a table of every two, and below it the largest exact combinations.

use super::{
    combinations,
    legend::{self, Sign},
    model::{Align, Ink, Shape},
    phrases::{self, Phrase},
    sheet::{Face, Place, Sheet},
    subject::Subject,
    tint,
    wording::{self, HIDDEN, Word},
};
use crate::{
    catalog::Lang,
    report::{Cooccurrence, Pair, Row, Status},
};

/// From here there is a table of every two; narrower sheets have a list.
const TABLE: f64 = 440.0;
/// From here the combinations stand beside the table.
const WIDE: f64 = 1000.0;
const GAP: f64 = 48.0;
const BELOW: f64 = 28.0;
/// Most problems in the table, and most pairs in the list.
const MOST: usize = 12;
const MOST_PAIRS: usize = 8;
/// Width and height of a cell.
const CELL: f64 = 38.0;
const HIGH: f64 = 30.0;
/// Room for the name of the last problem, beside its cell.
const NAME: f64 = 190.0;
/// Least width of a cell, and least problems in a table.
const NARROWEST: f64 = 28.0;
const LEAST_SHOWN: usize = 4;
/// From so much more often than expected, and so many cases, a pair has a sign.
const LIFT: f64 = 1.5;
const LEAST: u64 = 5;
/// Size of that sign.
const CORNER: f64 = 8.0;
const OWN: Face = Face { bold: true, ink: Ink::Ink, ..Face::SOFT };

/// Draws table and combinations; answers whether any come together.
#[inline(never)]
pub(super) fn together(sheet: &mut Sheet<'_>, subject: Subject<'_>, figures: &Cooccurrence) -> bool {
    if figures.pairs.is_empty() && figures.combinations.is_empty() {
        return false;
    }
    let whole = sheet.rest();
    let half = ((whole.width - GAP) / 2.0).floor();
    let room = Place { width: if whole.width < WIDE { whole.width } else { half }, ..whole };
    if whole.width < TABLE || shown_in(sheet, room, figures).0.len() < LEAST_SHOWN.min(figures.rows.len()) {
        let below = pairs(sheet, whole, subject, figures) + BELOW;
        sheet.bottom = combinations::list(sheet, Place { top: below, ..whole }, subject, figures);
    } else if whole.width < WIDE {
        let below = table(sheet, room, subject, figures) + BELOW;
        sheet.bottom = combinations::dots(sheet, Place { top: below, ..whole }, subject, figures);
    } else {
        let left = table(sheet, room, subject, figures);
        let right = Place { left: half + GAP, width: half, ..whole };
        sheet.bottom = combinations::dots(sheet, right, subject, figures).max(left);
    }
    true
}

/// What a problem is called.
pub(super) fn name<'r>(figures: &'r Cooccurrence, code: &'r str) -> &'r str {
    figures.rows.iter().find(|row| row.code == code).map_or(code, |row| row.label.as_str())
}

fn pair<'r>(figures: &'r Cooccurrence, one: &str, other: &str) -> Option<&'r Pair> {
    figures.pairs.iter().find(|pair| pair.a == one && pair.b == other || pair.a == other && pair.b == one)
}

fn strong(pair: &Pair) -> bool {
    pair.lift.is_some_and(|lift| lift >= LIFT) && pair.count.is_some_and(|count| count >= LEAST)
}

/// The problems that a table of this width has room for, and the width of a cell.
fn shown_in<'r>(sheet: &Sheet<'_>, place: Place, figures: &'r Cooccurrence) -> (Vec<&'r Row>, f64) {
    let counts = figures.rows.iter().map(|row| row.count).chain(figures.pairs.iter().map(|pair| pair.count));
    let number = counts.map(|count| sheet.measure(&shown(count, sheet.lang), OWN)).fold(0.0, f64::max);
    let least = NARROWEST.max(number + 8.0);
    let room = place.width - NAME;
    let fit = |many: &usize| wide(*many) * least <= room;
    let most = (1..=MOST.min(figures.rows.len())).rev().find(fit).unwrap_or(0);
    let slot = (room / wide(most).max(1.0)).min(CELL.max(least)).floor();
    (figures.rows.iter().take(most).collect(), slot)
}

fn wide(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A stair: each problem's name beside its own cell reads for its row and for its column. Answers where it ends.
fn table(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, figures: &Cooccurrence) -> f64 {
    let (shown, slot) = shown_in(sheet, place, figures);
    let head = phrases::phrase(Phrase::Together, sheet.lang);
    let top = sheet.paragraph(head, place, Face::SOFT, 2) + 8.0;
    let most = figures.pairs.iter().filter_map(|pair| pair.count).max().unwrap_or(0);
    let mut y = top;
    let mut signs = false;
    for (index, row) in shown.iter().enumerate() {
        let mut x = place.left;
        for other in shown.iter().take(index) {
            let found = pair(figures, &row.code, &other.code);
            signs |= draw_pair(sheet, (x, y, slot, HIGH), found, most);
            let (count, status) = found.map_or((Some(0), None), |pair| (pair.count, pair.status));
            tint::count(sheet, (x, y, slot, HIGH), count, status, Face::SOFT.in_ink(Ink::Ink));
            let label = spoken(&[&other.label, &row.label], (count, status), subject.base(), sheet.lang);
            let code = found.map_or_else(
                || format!("{}+{}", other.code, row.code),
                |pair| format!("{}+{}", pair.a, pair.b),
            );
            choosable(sheet, (x, y, slot, HIGH), subject, (&code, count, label));
            x += slot;
        }
        own(sheet, (x, y, slot, HIGH), row);
        let label = wording::spoken(row, subject.base(), sheet.lang);
        choosable(sheet, (x, y, slot, HIGH), subject, (&row.code, row.count, label));
        let room = place.left + place.width - x - slot - 6.0;
        name_beside(sheet, (x + slot + 6.0, y + HIGH / 2.0 - 1.0), room, &row.label);
        y += HIGH;
    }
    let mut entries = vec![(Sign::None, phrases::phrase(Phrase::CountTint, sheet.lang).to_owned())];
    if signs {
        entries.push((Sign::Corner, phrases::phrase(Phrase::Lift, sheet.lang).to_owned()));
    }
    legend::legend(sheet, Place { top: y + 6.0, ..place }, &entries)
}

/// A cell that cases can be selected by, in a frame where they are.
fn choosable(
    sheet: &mut Sheet<'_>,
    (left, top, width, height): tint::Cell,
    subject: Subject<'_>,
    (code, count, label): (&str, Option<u64>, String),
) {
    let choice = subject.choice(code, count);
    if choice.as_ref().is_some_and(|choice| choice.chosen) {
        let (right, bottom) = (left + width - 3.0, top + height - 3.0);
        let (left, top) = (left + 1.0, top + 1.0);
        let points = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        sheet.shape(Shape::Path { points, width: 3.0, ink: Ink::Accent, dash: None });
    }
    sheet.mark((left, top), (width, height), code, label);
    sheet.choosable(choice);
}

/// The ground of a cell and its sign; answers whether it has one.
fn draw_pair(sheet: &mut Sheet<'_>, at: tint::Cell, pair: Option<&Pair>, most: u64) -> bool {
    let Some(pair) = pair else { return false };
    let part = pair.count.and_then(|count| super::subject::part(count, most));
    tint::ground(sheet, at, part.unwrap_or(0.0));
    let sign = strong(pair);
    if sign {
        legend::corner(sheet, (at.0 + at.2 - 2.0, at.1), CORNER);
    }
    sign
}

/// The problem's own count, in a frame.
fn own(sheet: &mut Sheet<'_>, (left, top, width, height): tint::Cell, row: &Row) {
    let (wide, high) = (width - 2.0, height - 2.0);
    for (corner, size) in [
        ((left, top), (wide, 1.0)),
        ((left, top + high - 1.0), (wide, 1.0)),
        ((left, top), (1.0, high)),
        ((left + wide - 1.0, top), (1.0, high)),
    ] {
        sheet.rect(corner, size, Ink::Mark);
    }
    tint::count(sheet, (left, top, width, height), row.count, row.status, OWN);
}

fn name_beside(sheet: &mut Sheet<'_>, (left, middle): (f64, f64), room: f64, label: &str) {
    let one = sheet.measure(label, Face::SOFT) <= room;
    let face = if one { Face::SOFT } else { Face::TINY }.in_ink(Ink::Ink);
    let lines = sheet.wrap(label, room, face, 2);
    let tight = 14.0;
    let mut y = middle - tight * (f64::from(u32::try_from(lines.len()).unwrap_or(1)) - 1.0) / 2.0;
    for line in lines {
        sheet.text(line, (left, y), Align::Left, face);
        y += tight;
    }
}

/// The largest pairs as bars; answers where they end.
fn pairs(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, figures: &Cooccurrence) -> f64 {
    let head = phrases::phrase(Phrase::Pairs, sheet.lang);
    let top = sheet.paragraph(head, place, Face::SOFT, 2) + 6.0;
    let rows: Vec<Row> = figures
        .pairs
        .iter()
        .take(MOST_PAIRS)
        .map(|pair| combinations::row(figures, &[&pair.a, &pair.b], pair.count, pair.status))
        .collect();
    let said = |pair: &Pair| {
        let names = [name(figures, &pair.a), name(figures, &pair.b)];
        spoken(&names, (pair.count, pair.status), subject.base(), sheet.lang)
    };
    let labels: Vec<String> = figures.pairs.iter().take(MOST_PAIRS).map(said).collect();
    combinations::bars(sheet, Place { top, ..place }, subject, &rows, &labels)
}

/// `Trauma + hechting: 34 van 180, 19%`.
fn spoken(names: &[&str], (count, status): (Option<u64>, Option<Status>), n: u64, lang: Lang) -> String {
    let names = phrases::joined(names);
    let Some(count) = count else { return format!("{names}: {}", wording::word(Word::Hidden, lang)) };
    let mut text = format!(
        "{names}: {} {} {}",
        wording::count(count, lang),
        wording::word(Word::Of, lang),
        wording::count(n, lang)
    );
    if let Some(part) = super::subject::part(count, n) {
        text = format!("{text}, {}", wording::percent(part));
    }
    wording::marked(text, status, lang)
}

/// A count, or the sign that it is not shown.
pub(super) fn shown(count: Option<u64>, lang: Lang) -> String {
    count.map_or_else(|| HIDDEN.to_owned(), |count| wording::count(count, lang))
}
