//! The drawing of an indicator of two selections side by side.

use super::{
    curves::{self, Curve, STROKES},
    model::{Align, Ink},
    names, pair_periods,
    pairs::{self, OURS, THEIRS, Two},
    phrases::{self, Phrase},
    share::RING,
    sheet::{Face, Place, Sheet},
    subject::{self, Subject},
    wording::{self, HIDDEN, Word},
};
use crate::catalog::Lang;
use crate::report::{Duration, Figures, Indicator, Report, Share, ShareOf, Status};

/// From here the curves stand beside the bands.
const WIDE: f64 = 860.0;
const GAP: f64 = 48.0;
const BELOW: f64 = 28.0;
/// Thickness of the bar of a share.
const THICK: f64 = 20.0;

/// Draws both selections where the report holds two and this kind of figure can be paired; answers whether it did.
#[inline(never)]
pub(super) fn beside(
    sheet: &mut Sheet<'_>,
    report: &Report,
    index: usize,
    ours: &Indicator,
    small: u64,
) -> bool {
    // What is chosen from is shown whole: it is about neither selection.
    let Some(against) = report.against.as_ref().filter(|_| ours.about.chosen.is_empty()) else {
        return false;
    };
    let Some(theirs) = against.indicators.get(index).filter(|theirs| theirs.about.id == ours.about.id) else {
        return false;
    };
    let of_all = (report.share_of == ShareOf::All).then(|| subject::of_all(theirs));
    let theirs = of_all.as_ref().unwrap_or(theirs);
    let two = Two {
        ours: Subject { about: &ours.about, share_of: report.share_of, small, public: None },
        theirs: Subject { about: &theirs.about, share_of: report.share_of, small, public: None },
        names: names::names(&report.filter, against, sheet.lang),
    };
    match (&ours.figures, &theirs.figures) {
        (Figures::Distribution(one), Figures::Distribution(other)) => {
            pairs::distribution(sheet, &two, one, other)
        }
        (Figures::Series(one), Figures::Series(other)) => pair_periods::series(sheet, &two, one, other),
        (Figures::Duration(one), Figures::Duration(other)) => duration(sheet, &two, one, other),
        (Figures::Share(one), Figures::Share(other)) => share(sheet, &two, one, other),
        _ => return false,
    }
    true
}

fn duration(sheet: &mut Sheet<'_>, two: &Two<'_>, ours: &Duration, theirs: &Duration) {
    let whole = sheet.rest();
    let mut lines = Vec::new();
    let dashed = STROKES.get(3).and_then(|stroke| stroke.dash);
    for (figures, name, ink, dash) in
        [(ours, &two.names.0, OURS, None), (theirs, &two.names.1, THEIRS, dashed)]
    {
        if let Some(estimate) = &figures.kaplan_meier {
            let stroke = super::legend::Stroke { ink, dash };
            lines.push(Curve { code: name, name, estimate, stroke, small: false });
        }
    }
    if lines.is_empty() {
        sheet.bottom = bands(sheet, whole, two, ours, theirs);
        return;
    }
    let heading = wording::word(Word::StillOpen, sheet.lang);
    if whole.width >= WIDE {
        let width = ((whole.width - GAP) * 0.44).floor();
        let left = bands(sheet, Place { width, ..whole }, two, ours, theirs);
        let right = Place { left: width + GAP, width: whole.width - width - GAP, ..whole };
        sheet.bottom = curves::curves(sheet, right, heading, &lines).max(left);
    } else {
        let top = bands(sheet, whole, two, ours, theirs) + BELOW;
        sheet.bottom = curves::curves(sheet, Place { top, ..whole }, heading, &lines);
    }
}

fn bands(sheet: &mut Sheet<'_>, place: Place, two: &Two<'_>, ours: &Duration, theirs: &Duration) -> f64 {
    let lang = sheet.lang;
    let top = sheet.paragraph(wording::word(Word::ClosedCases, lang), place, Face::SOFT, 1) + 4.0;
    let top = pairs::legend_of(sheet, Place { top, ..place }, two, (two.ours.about.n, two.theirs.about.n));
    let extra =
        [("loopt", wording::word(Word::Open, lang), ours.open, theirs.open), pairs::unknown(two, lang)];
    pairs::pairs(sheet, Place { top, ..place }, two, (&ours.rows, &theirs.rows), false, &extra)
}

/// Two bars on their wholes, and the difference below them.
fn share(sheet: &mut Sheet<'_>, two: &Two<'_>, ours: &Share, theirs: &Share) {
    let place = sheet.rest();
    let mut top = place.top;
    let both = [(ours, two.ours, &two.names.0, OURS), (theirs, two.theirs, &two.names.1, THEIRS)];
    for (figures, subject, name, ink) in both {
        top = one_share(sheet, Place { top, ..place }, (figures, subject, name, ink)) + 12.0;
    }
    if let Some(difference) = difference(ours, theirs, sheet.lang) {
        let word = wording::word(Word::Difference, sheet.lang);
        let line = Face::VALUE.line();
        let wide = sheet.measure(&format!("{word} "), Face::SOFT);
        sheet.text(word, (place.left, top + line / 2.0), Align::Left, Face::SOFT);
        sheet.text(difference, (place.left + wide, top + line / 2.0), Align::Left, Face::VALUE);
        let explained = phrases::phrase(Phrase::PointsExplained, sheet.lang);
        top = sheet.paragraph(explained, Place { top: top + line, ..place }, Face::SOFT, 2);
    }
    sheet.bottom = top;
}

/// The difference in percentage points; none where either is not shown.
fn difference(ours: &Share, theirs: &Share, lang: Lang) -> Option<String> {
    let shown = |part: &Share| part.share.filter(|_| part.count.is_some());
    Some(phrases::points(shown(ours)?, shown(theirs)?, lang))
}

fn one_share(
    sheet: &mut Sheet<'_>,
    place: Place,
    (figures, subject, name, ink): (&Share, Subject<'_>, &str, Ink),
) -> f64 {
    let lang = sheet.lang;
    let part = figures.share.filter(|_| figures.count.is_some());
    let percent = part.map(wording::percent).unwrap_or_default();
    let number = figures.count.map_or_else(|| HIDDEN.to_owned(), |count| wording::count(count, lang));
    let of = format!("{number} {} {}", wording::word(Word::Of, lang), wording::count(subject.base(), lang));
    let y = place.top + Face::LABEL.line() / 2.0;
    let right = place.left + place.width;
    let mut end = right;
    if figures.status == Some(Status::Small) {
        end -= RING * 2.0;
        sheet.ring((end + RING, y), RING);
        end -= RING;
    }
    let counts = sheet.measure(&of, Face::SOFT);
    sheet.text(of.clone(), (end, y), Align::Right, Face::SOFT);
    let before = end - counts - 6.0;
    sheet.text(percent.clone(), (before, y), Align::Right, Face::VALUE);
    let room = before - sheet.measure(&percent, Face::VALUE) - 10.0 - place.left;
    let label = sheet.wrap(name, room, Face::LABEL, 1).concat();
    sheet.text(label, (place.left, y), Align::Left, Face::LABEL);
    let top = (place.top + Face::LABEL.line() + 3.0).ceil();
    sheet.rect((place.left, top), (place.width, THICK), Ink::MarkSoft);
    if let Some(part) = part.filter(|part| *part > 0.0) {
        sheet.rect((place.left, top), ((place.width * part.min(1.0)).max(2.0), THICK), ink);
    }
    let spoken =
        if percent.is_empty() { format!("{name}: {of}") } else { format!("{name}: {of}, {percent}") };
    let spoken = wording::marked(spoken, figures.status, lang);
    sheet.mark((place.left, place.top), (place.width, top + THICK - place.top), &subject.about.id, spoken);
    if ink == OURS {
        sheet.choosable(subject.choice("ja", figures.count));
    }
    top + THICK
}
