//! A share: one part of a whole.

use super::{
    hidden,
    model::{Align, Ink},
    sheet::{Face, Sheet},
    subject::{self, Subject},
    wording::{self, Word},
};
use crate::report::{Share, Status};

const THICK: f64 = 24.0;
/// Radius of the ring behind a small count.
pub(super) const RING: f64 = 3.0;

/// Draws the part on its whole, with the percent and the counts above it. The page shows a share in words.
#[inline(never)]
pub(super) fn share(sheet: &mut Sheet<'_>, subject: Subject<'_>, figures: &Share) {
    let Some(count) = figures.count else { return hidden::share(sheet, subject, THICK) };
    let place = sheet.rest();
    let line = Face::VALUE.line();
    let of = word_of(sheet, subject.base(), &wording::count(count, sheet.lang));
    let mut x = place.left;
    let percent = figures.share.map(wording::percent).unwrap_or_default();
    sheet.text(percent.clone(), (x, place.top + line / 2.0), Align::Left, Face::VALUE);
    x += sheet.measure(&percent, Face::VALUE) + if percent.is_empty() { 0.0 } else { 6.0 };
    sheet.text(of.clone(), (x, place.top + line / 2.0), Align::Left, Face::SOFT);
    if figures.status == Some(Status::Small) {
        x += sheet.measure(&of, Face::SOFT) + RING * 3.0;
        sheet.ring((x, place.top + line / 2.0), RING);
    }
    let top = (place.top + line + 4.0).ceil();
    sheet.rect((place.left, top), (place.width, THICK), Ink::MarkSoft);
    let part = figures.share.or_else(|| subject::part(count, subject.base()));
    if let Some(part) = part.filter(|part| *part > 0.0) {
        sheet.rect((place.left, top), ((place.width * part.min(1.0)).max(2.0), THICK), Ink::Accent);
    }
    let spoken = if percent.is_empty() { of } else { format!("{of}, {percent}") };
    let spoken = wording::marked(spoken, figures.status, sheet.lang);
    sheet.mark((place.left, place.top), (place.width, top + THICK - place.top), &subject.about.id, spoken);
    sheet.choosable(subject.choice("ja", figures.count));
    sheet.bottom = top + THICK;
}

fn word_of(sheet: &Sheet<'_>, n: u64, number: &str) -> String {
    format!("{number} {} {}", wording::word(Word::Of, sheet.lang), wording::count(n, sheet.lang))
}
