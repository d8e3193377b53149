//! The largest groups of cases with exactly these problems: dots for the problems, a column for the cases; or a list.

use super::{
    bar::{self, Bar, GAP, Scale},
    model::{Align, Ink, Shape},
    phrases::{self, Phrase},
    sheet::{Face, Place, SMALL, Sheet},
    subject::Subject,
    together, wording,
};
use crate::report::{Combination, Cooccurrence, Row, Status};

/// Most combinations, of which dots are drawn and of which a list.
const MOST_DOTS: usize = 10;
const MOST_LISTED: usize = 6;
/// Height of the tallest column, and of a row of dots.
const TALL: f64 = 72.0;
const ROW: f64 = 22.0;
/// Room for a number above a column.
const VALUE: f64 = 18.0;
/// Widest room for a combination, and the column in it.
const SLOT: f64 = 46.0;
const COLUMN: f64 = 20.0;
const RADIUS: f64 = 5.0;
/// Most of the width for names.
const NAME_PART: f64 = 0.42;
/// Radius of the ring beside a small count.
const RING: f64 = 3.0;
/// Thickness of a bar of the list.
const THICK: f64 = 16.0;
const VALUE_FACE: Face = Face { size: SMALL, bold: true, ink: Ink::Ink };

/// Draws columns with dots; answers where they end.
pub(super) fn dots(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, figures: &Cooccurrence) -> f64 {
    let shown = shared(figures, MOST_DOTS);
    if shown.is_empty() {
        return place.top;
    }
    let head = phrases::phrase(Phrase::Exactly, sheet.lang);
    let top = sheet.paragraph(head, place, Face::SOFT, 2) + 8.0;
    let problems = problems(figures, &shown);
    let names: Vec<&str> = problems.iter().map(|code| together::name(figures, code)).collect();
    let name = sheet.widest(names.iter().copied(), Face::SOFT).min(place.width * NAME_PART).ceil() + GAP;
    let many = f64::from(u32::try_from(shown.len()).unwrap_or(1));
    let slot = ((place.width - name) / many).min(SLOT).floor();
    let left = place.left + name;
    let base = top + VALUE + TALL;
    let first = base + 8.0;
    for (index, label) in names.iter().enumerate() {
        let y = row_middle(first, index);
        if index % 2 == 0 {
            let at = (place.left, y - ROW / 2.0);
            stripe(sheet, at, (name + slot * many, ROW));
        }
        let fits = sheet.measure(label, Face::SOFT) <= name - GAP;
        let face = if fits { Face::SOFT } else { Face::TINY }.in_ink(Ink::Ink);
        let label = sheet.wrap(label, name - GAP, face, 1).concat();
        sheet.text(label, (left - GAP, y), Align::Right, face);
    }
    let most = shown.iter().filter_map(|exact| exact.count).max().unwrap_or(0);
    let alone = shown.iter().filter(|exact| exact.count == Some(most)).count() == 1;
    let ink = |exact: &Combination| subject.ink(&code(exact), alone && exact.count == Some(most));
    let bottom = first + ROW * f64::from(u32::try_from(names.len()).unwrap_or(0));
    for (index, exact) in shown.iter().enumerate() {
        let x = left + slot * (f64::from(u32::try_from(index).unwrap_or(0)) + 0.5);
        column(sheet, (x, base), slot, exact, (most, ink(exact)));
        joined_dots(sheet, x, first, &problems, exact);
        let said = spoken(sheet, figures, exact);
        sheet.mark((x - slot / 2.0, top), (slot, bottom - top), &code(exact), said);
        sheet.choosable(subject.choice(&code(exact), exact.count));
    }
    sheet.rect((left, base), (slot * many, 1.0), Ink::Ink);
    bottom
}

/// The largest combinations that more than one case has: what one case has is no pattern.
fn shared(figures: &Cooccurrence, most: usize) -> Vec<&Combination> {
    figures.combinations.iter().filter(|exact| exact.count != Some(1)).take(most).collect()
}

/// Of exactly these problems, as a filter asks for them.
fn code(exact: &Combination) -> String {
    format!("={}", exact.codes.join("+"))
}

/// The problems that are in any of the combinations, the most frequent first.
fn problems<'r>(figures: &'r Cooccurrence, shown: &[&'r Combination]) -> Vec<&'r str> {
    let used = |code: &str| shown.iter().any(|exact| exact.codes.iter().any(|other| other == code));
    let mut all: Vec<&str> =
        figures.rows.iter().map(|row| row.code.as_str()).filter(|code| used(code)).collect();
    for code in shown.iter().flat_map(|exact| &exact.codes) {
        if !all.contains(&code.as_str()) {
            all.push(code);
        }
    }
    all
}

fn row_middle(first: f64, index: usize) -> f64 {
    first + ROW * (f64::from(u32::try_from(index).unwrap_or(0)) + 0.5)
}

fn stripe(sheet: &mut Sheet<'_>, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let points = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
    sheet.shape(Shape::Area { points, ink: Ink::Mark, opacity: 0.08 });
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn column(
    sheet: &mut Sheet<'_>,
    (x, base): (f64, f64),
    slot: f64,
    exact: &Combination,
    (most, ink): (u64, Ink),
) {
    let wide = COLUMN.min(slot * 0.7);
    let height = exact
        .count
        .filter(|count| *count > 0)
        .map_or(0.0, |count| (count as f64 / most.max(1) as f64 * TALL).max(2.0));
    if height > 0.0 {
        sheet.rect((x - wide / 2.0, base - height), (wide, height), ink);
    }
    let text = together::shown(exact.count, sheet.lang);
    let number = sheet.measure(&text, VALUE_FACE);
    if number > slot - 2.0 {
        return;
    }
    let y = base - height - 10.0;
    sheet.text(text, (x, y), Align::Center, VALUE_FACE);
    if exact.status == Some(Status::Small) && number + 2.0 * (RING * 2.0 + 3.0) <= slot {
        let x = x + number / 2.0 + 3.0 + RING;
        sheet.ring((x, y), RING);
    }
}

fn joined_dots(sheet: &mut Sheet<'_>, x: f64, first: f64, problems: &[&str], exact: &Combination) {
    let has = |code: &&str| exact.codes.iter().any(|other| other == code);
    let places: Vec<usize> =
        (0..problems.len()).filter(|place| problems.get(*place).is_some_and(has)).collect();
    for place in (0..problems.len()).filter(|place| !places.contains(place)) {
        let y = row_middle(first, place);
        sheet.shape(Shape::Dot { x, y, radius: 2.0, ink: Ink::MarkSoft, hollow: false });
    }
    if let (Some(from), Some(to)) = (places.first(), places.last()) {
        let points = vec![(x, row_middle(first, *from)), (x, row_middle(first, *to))];
        sheet.shape(Shape::Path { points, width: 2.0, ink: Ink::Ink, dash: None });
    }
    for place in places {
        let y = row_middle(first, place);
        sheet.shape(Shape::Dot { x, y, radius: RADIUS, ink: Ink::Ink, hollow: false });
    }
}

fn spoken(sheet: &Sheet<'_>, figures: &Cooccurrence, exact: &Combination) -> String {
    let names: Vec<&str> = exact.codes.iter().map(|code| together::name(figures, code)).collect();
    let told = format!(
        "{}: {}. {}",
        phrases::phrase(Phrase::Exactly, sheet.lang),
        phrases::joined(&names),
        together::shown(exact.count, sheet.lang)
    );
    wording::marked(told, exact.status, sheet.lang)
}

/// Draws the combinations as a list of bars; answers where it ends.
pub(super) fn list(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, figures: &Cooccurrence) -> f64 {
    let shown = shared(figures, MOST_LISTED);
    if shown.is_empty() {
        return place.top;
    }
    let head = phrases::phrase(Phrase::Exactly, sheet.lang);
    let top = sheet.paragraph(head, place, Face::SOFT, 2) + 6.0;
    let rows: Vec<Row> = shown
        .iter()
        .map(|exact| {
            let codes: Vec<&str> = exact.codes.iter().map(String::as_str).collect();
            Row { code: code(exact), ..row(figures, &codes, exact.count, exact.status) }
        })
        .collect();
    let labels: Vec<String> = shown.iter().map(|exact| spoken(sheet, figures, exact)).collect();
    bars(sheet, Place { top, ..place }, subject, &rows, &labels)
}

/// Problems that come together, as one answer.
pub(super) fn row(figures: &Cooccurrence, codes: &[&str], count: Option<u64>, status: Option<Status>) -> Row {
    let names: Vec<&str> = codes.iter().map(|code| together::name(figures, code)).collect();
    Row { code: codes.join("+"), label: phrases::joined(&names), count, status, ..Row::default() }
}

/// Bars below their names; answers where they end.
pub(super) fn bars(
    sheet: &mut Sheet<'_>,
    place: Place,
    subject: Subject<'_>,
    rows: &[Row],
    spoken: &[String],
) -> f64 {
    let top_code = super::bars::top(rows);
    let drawn: Vec<Bar> = rows
        .iter()
        .map(|row| Bar::answer(row, subject.ink(&row.code, top_code == Some(row.code.as_str())), sheet.lang))
        .collect();
    let scale = Scale::of(sheet, place.width, drawn.iter());
    let mut top = place.top;
    for ((row, bar), spoken) in rows.iter().zip(&drawn).zip(spoken) {
        let below = sheet.paragraph(&row.label, Place { top, ..place }, Face::LABEL, 3).ceil() + 1.0;
        bar::draw(sheet, (place.left, below + THICK / 2.0), THICK, &scale, bar);
        sheet.rect((place.left, below - 2.0), (1.0, THICK + 4.0), Ink::Ink);
        let bottom = below + THICK + GAP;
        sheet.mark((place.left, top), (place.width, bottom - top), &row.code, spoken.clone());
        sheet.choosable(subject.choice(&row.code, row.count));
        top = bottom;
    }
    top
}
