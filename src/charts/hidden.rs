//! The sign of a count that is not shown: hatching of one size, whatever the count, and the words that explain it.
//! Only publications hide counts.

use super::{
    legend,
    model::{Align, Ink},
    sheet::{Face, Place, Sheet},
    subject::Subject,
    wording::{self, Word},
};
use crate::{
    catalog::Lang,
    disclosure::surely_first,
    report::{Protection, Row},
};

/// Length of the sign in the place of a bar, and its height in the place of a column.
const LONG: f64 = 28.0;
const HIGH: f64 = 16.0;
/// The sign in a cell and in the legend.
const SMALL: (f64, f64) = (22.0, 12.0);
/// Between the lines of the sign: closer than those of a period that is not over.
const HATCH: f64 = 4.0;
/// Between the sign and the word beside it, and between the drawing and the legend.
const GAP: f64 = 8.0;

/// The sign with its upper left corner there.
fn sign(sheet: &mut Sheet<'_>, corner: (f64, f64), size: (f64, f64)) {
    sheet.hidden = true;
    legend::slanted(sheet, corner, size, HATCH, Ink::Soft);
}

/// Where a bar would begin, with the word beside it; answers where that ends.
#[inline(never)]
pub(super) fn bar(sheet: &mut Sheet<'_>, (left, middle): (f64, f64), thick: f64) -> f64 {
    sign(sheet, (left, middle - thick / 2.0), (LONG, thick));
    let word = wording::word(Word::Hidden, sheet.lang);
    let x = left + LONG + GAP;
    sheet.text(word, (x, middle), Align::Left, Face::SOFT);
    x + sheet.measure(word, Face::SOFT)
}

/// Where a column would stand, as wide as that would be.
#[inline(never)]
pub(super) fn column(sheet: &mut Sheet<'_>, (x, base): (f64, f64), width: f64) {
    sign(sheet, (x, base - HIGH), (width, HIGH));
}

/// In the middle of a cell, or of the room for a total.
#[inline(never)]
pub(super) fn cell(sheet: &mut Sheet<'_>, (x, y): (f64, f64)) {
    sign(sheet, (x - SMALL.0 / 2.0, y - SMALL.1 / 2.0), SMALL);
}

/// How wide that is.
pub(super) const CELL: f64 = SMALL.0;

/// Says below the drawing what the sign means.
#[inline(never)]
pub(super) fn explain(sheet: &mut Sheet<'_>, small: u64) {
    let place = sheet.rest();
    let top = place.top + GAP;
    let middle = top + Face::TINY.line() / 2.0;
    sign(sheet, (place.left, middle - SMALL.1 / 2.0), SMALL);
    let before = SMALL.0 + 6.0;
    let room = Place { left: place.left + before, top, width: place.width - before };
    sheet.bottom = sheet.paragraph(&explained(small, sheet.lang), room, Face::TINY, 3);
}

fn explained(small: u64, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("verborgen: minder dan {small}, of nodig om dat te verbergen"),
        Lang::En => format!("hidden: fewer than {small}, or needed to hide that"),
    }
}

/// Of protected rows: the code of the one that is sure to be the largest. Answers that were put together are none,
/// where they are not `ordered` bands.
#[inline(never)]
pub(super) fn first<'r>(
    rows: &'r [Row],
    all: Option<u64>,
    ordered: bool,
    protection: &Protection,
) -> Option<&'r str> {
    let counts: Vec<Option<u64>> = rows.iter().map(|row| row.count).collect();
    let place = surely_first(&counts, all, protection.base)?;
    rows.get(place).filter(|row| ordered || !row.is_put_together()).map(|row| row.code.as_str())
}

/// A share of which the count is not shown: the whole, and the sign where the part would begin.
#[inline(never)]
pub(super) fn share(sheet: &mut Sheet<'_>, subject: Subject<'_>, thick: f64) {
    let place = sheet.rest();
    let lang = sheet.lang;
    let (hidden, of) = (wording::word(Word::Hidden, lang), wording::word(Word::Of, lang));
    let words = format!("{hidden}, {of} {}", wording::count(subject.base(), lang));
    let line = Face::VALUE.line();
    sheet.text(words.clone(), (place.left, place.top + line / 2.0), Align::Left, Face::SOFT);
    let top = (place.top + line + 4.0).ceil();
    sheet.rect((place.left, top + thick), (place.width, 1.0), Ink::Line);
    sign(sheet, (place.left, top), (LONG, thick));
    let high = top + thick - place.top;
    sheet.mark((place.left, place.top), (place.width, high), &subject.about.id, words);
    sheet.bottom = top + thick + 1.0;
}
