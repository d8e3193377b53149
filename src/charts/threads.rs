//! Where a group differs from the rest: a line from the share among all others to the share in the group.

use super::{
    legend::{self, Sign},
    model::{Align, Ink, Shape},
    phrases::{self, Phrase},
    sheet::{Face, Place, Sheet},
    wording::{self, Word},
};
use crate::{
    catalog::{self, Kind, Lang},
    report::{AnswerOf, Thread, Threads},
};

/// Most rows that are drawn.
const MOST: usize = 12;
/// From here the labels stand beside the lines.
const WIDE: f64 = 640.0;
/// The part of the width for labels beside the lines.
const LABEL_PART: f64 = 0.42;
/// Height of a row beside its label, and of its line below it.
const ROW: f64 = 34.0;
const LINE: f64 = 24.0;
/// Height of a row beside a label of two lines.
const TWO_LINES: f64 = 44.0;
/// Between two rows of which the label stands above.
const APART: f64 = 8.0;
const RADIUS: f64 = 6.0;
/// Between a dot and its percent.
const GAP: f64 = 5.0;
const IN_GROUP: Face = Face { ink: Ink::Accent, ..Face::VALUE };

/// Draws the rows; answers whether there are any.
#[inline(never)]
pub(super) fn threads(sheet: &mut Sheet<'_>, figures: &Threads) -> bool {
    let rows = figures.rows.iter().enumerate().filter(|(place, _)| !figures.turns_around(*place));
    let rows: Vec<&Thread> = rows.map(|(_, row)| row).collect();
    let drawn: Vec<(&Thread, f64, f64)> =
        rows.iter().filter_map(|row| Some((*row, row.share?, row.rest_share?))).take(MOST).collect();
    if drawn.is_empty() {
        return false;
    }
    let place = sheet.rest();
    let phrase = |which| phrases::phrase(which, sheet.lang).to_owned();
    let entries = [
        (Sign::Dot { ink: Ink::Accent, hollow: false }, phrase(Phrase::InGroup)),
        (Sign::Dot { ink: Ink::Ink, hollow: true }, phrase(Phrase::InRest)),
    ];
    let top = legend::legend(sheet, place, &entries) + 8.0;
    let most = drawn.iter().map(|(_, group, rest)| group.max(*rest)).fold(0.0, f64::max);
    let beside = place.width >= WIDE;
    let label = if beside { (place.width * LABEL_PART).floor() } else { 0.0 };
    // A percent stands outside each dot.
    let before = sheet.measure("100%", IN_GROUP).ceil() + RADIUS + GAP;
    let axis = Place { left: place.left + label + before, top, width: place.width - label - 2.0 * before };
    let names: Vec<String> = drawn.iter().map(|(row, ..)| name(row, sheet.lang)).collect();
    let high = if names.iter().all(|name| sheet.measure(name, Face::LABEL) <= label - 8.0) {
        ROW
    } else {
        TWO_LINES
    };
    if beside {
        let rows = f64::from(u32::try_from(drawn.len()).unwrap_or(0));
        sheet.rect((axis.left, top), (1.0, rows * high), Ink::Line);
    }
    let mut y = top;
    for ((row, group, rest), words) in drawn.iter().zip(&names) {
        let start = y;
        let middle = if beside {
            y + high / 2.0
        } else {
            y = sheet.paragraph(words, Place { top: y, ..place }, Face::LABEL, 2);
            y + LINE / 2.0
        };
        if beside {
            beside_label(sheet, (place.left, middle), label - 8.0, words);
        }
        dumbbell(sheet, axis, middle, (*group / most.max(0.01), *rest / most.max(0.01)), (*group, *rest));
        y = if beside { start + high } else { y + LINE };
        sheet.mark(
            (place.left, start),
            (place.width, y - start),
            &code(row),
            spoken(row, *group, *rest, sheet.lang),
        );
        y += if beside { 0.0 } else { APART };
    }
    let bottom = y;
    let left_out = rows.len().saturating_sub(drawn.len());
    sheet.bottom = bottom;
    if left_out > 0 {
        let words = phrases::and_more(left_out, sheet.lang);
        sheet.bottom = sheet.paragraph(&words, Place { top: bottom + 4.0, ..place }, Face::SOFT, 2);
    }
    true
}

fn beside_label(sheet: &mut Sheet<'_>, (left, middle): (f64, f64), width: f64, words: &str) {
    let face = Face::LABEL;
    let lines = sheet.wrap(words, width, face, 2);
    let mut y = middle - face.line() * (f64::from(u32::try_from(lines.len()).unwrap_or(1)) - 1.0) / 2.0;
    for line in lines {
        sheet.text(line, (left, y), Align::Left, face);
        y += face.line();
    }
}

fn dumbbell(sheet: &mut Sheet<'_>, axis: Place, y: f64, (group, rest): (f64, f64), shares: (f64, f64)) {
    let x = |part: f64| axis.left + part * axis.width;
    let (from, to) = (x(rest), x(group));
    sheet.rect((axis.left, y - 0.5), (axis.width, 1.0), Ink::Line);
    if (from - to).abs() > 2.0 * RADIUS {
        let inward = if to > from { RADIUS } else { -RADIUS };
        let points = vec![(from + inward, y), (to, y)];
        sheet.shape(Shape::Path { points, width: 3.0, ink: Ink::AccentSoft, dash: None });
    }
    sheet.shape(Shape::Dot { x: from, y, radius: RADIUS - 1.0, ink: Ink::Ink, hollow: true });
    sheet.shape(Shape::Dot { x: to, y, radius: RADIUS, ink: Ink::Accent, hollow: false });
    let right = to >= from;
    let side =
        |outside: bool| if outside { (RADIUS + GAP, Align::Left) } else { (-RADIUS - GAP, Align::Right) };
    for (x, share, face, (dx, align)) in
        [(to, shares.0, IN_GROUP, side(right)), (from, shares.1, Face::SOFT, side(!right))]
    {
        let text = wording::percent(share);
        let wide = sheet.measure(&text, face);
        let left = if align == Align::Left { x + dx } else { x + dx - wide };
        let (from, to) = ((left - 2.0).max(0.0), (left + wide + 2.0).min(sheet.width));
        let points = vec![(from, y - 9.0), (to, y - 9.0), (to, y + 9.0), (from, y + 9.0)];
        sheet.shape(Shape::Area { points, ink: Ink::Paper, opacity: 1.0 });
        sheet.text(text, (left, y), Align::Left, face);
    }
}

/// `Twente · Hechting`, with a mark where few of the others have it.
fn name(row: &Thread, lang: Lang) -> String {
    let name = format!("{} · {}", answer(&row.group, lang), answer(&row.trait_, lang));
    wording::marked(name, row.status, lang)
}

/// An answer, of yes or no with what was asked.
fn answer(of: &AnswerOf, lang: Lang) -> String {
    match catalog::field(&of.field).filter(|field| field.kind == Kind::YesNo) {
        Some(field) => {
            format!("{}:\u{a0}{}", field.label.text(lang), phrases::lower_first(&of.label))
        }
        None => of.label.clone(),
    }
}

fn code(row: &Thread) -> String {
    format!("{}={}/{}={}", row.group.field, row.group.code, row.trait_.field, row.trait_.code)
}

/// `Twente · Hechting. in de groep 34%, 16 van 47; bij alle andere 12%, 17 van 142`.
fn spoken(row: &Thread, group: f64, rest: f64, lang: Lang) -> String {
    let part = |which, share, count: Option<u64>, n| {
        let (name, of) = (phrases::phrase(which, lang), wording::word(Word::Of, lang));
        let count = count.map_or_else(String::new, |count| {
            format!(", {} {of} {}", wording::count(count, lang), wording::count(n, lang))
        });
        format!("{name} {}{count}", wording::percent(share))
    };
    format!(
        "{}: {}; {}",
        name(row, lang),
        part(Phrase::InGroup, group, row.count, row.n),
        part(Phrase::InRest, rest, row.rest_count, row.rest_n)
    )
}
