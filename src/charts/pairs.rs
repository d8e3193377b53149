//! Two selections side by side: for each answer two bars, this selection above and the other below, as shares.

use super::{
    bar::{self, Bar, GAP, Scale},
    legend::{self, Sign},
    model::{Align, Choice, Ink},
    phrases::{self, Phrase},
    sheet::{Face, Place, Sheet},
    subject::Subject,
    wording::{self, Word},
};
use crate::{
    catalog::Lang,
    report::{Distribution, Row},
};

/// Narrower than this, labels go above their bars when they are long.
const NARROW: f64 = 420.0;
/// Most of the width that labels beside the bars take.
const LABEL_PART: f64 = 0.34;
/// Thickness of a bar.
const THICK: f64 = 14.0;
/// From the middle of one bar to that of the other.
const PITCH: f64 = 18.0;
/// Between two answers.
const APART: f64 = 12.0;
/// Most answers that are drawn, of a list without an order.
const MOST: usize = 12;

/// This selection.
pub(super) const OURS: Ink = Ink::Accent;
/// The other one.
pub(super) const THEIRS: Ink = Ink::Mark;

/// Two selections and what they are called.
pub(super) struct Two<'r> {
    pub(super) ours: Subject<'r>,
    pub(super) theirs: Subject<'r>,
    pub(super) names: (String, String),
}

/// An answer in both selections.
struct Pair<'r> {
    ours: Option<&'r Row>,
    theirs: Option<&'r Row>,
}

/// What is drawn of an answer.
struct Line<'r> {
    code: &'r str,
    label: &'r str,
    ink: Ink,
    bars: [Bar; 2],
    difference: String,
    spoken: String,
    choice: Option<Choice>,
}

/// Counts of both that no share is made of: code, label, ours and theirs.
pub(super) type Extra<'r> = (&'r str, &'r str, u64, u64);

/// Draws the answers of one field in both selections.
#[inline(never)]
pub(super) fn distribution(sheet: &mut Sheet<'_>, two: &Two<'_>, ours: &Distribution, theirs: &Distribution) {
    let place = sheet.rest();
    let missing = unknown(two, sheet.lang);
    let cut = !ours.ordered;
    let top = legend_of(sheet, place, two, (two.ours.base(), two.theirs.base()));
    sheet.bottom = pairs(sheet, Place { top, ..place }, two, (&ours.rows, &theirs.rows), cut, &[missing]);
}

/// The cases without an answer.
pub(super) fn unknown(two: &Two<'_>, lang: Lang) -> Extra<'static> {
    ("onbekend", wording::word(Word::Unknown, lang), two.ours.about.missing, two.theirs.about.missing)
}

/// Says which bar is which, of how many cases, and what a percentage point is; answers where that ends.
pub(super) fn legend_of(sheet: &mut Sheet<'_>, place: Place, two: &Two<'_>, n: (u64, u64)) -> f64 {
    let named = |name: &str, n: u64| format!("{name}, n\u{a0}=\u{a0}{}", wording::count(n, sheet.lang));
    let entries = [
        (Sign::Block(OURS), named(&two.names.0, n.0)),
        (Sign::Block(THEIRS), named(&two.names.1, n.1)),
        (Sign::None, phrases::phrase(Phrase::PointsExplained, sheet.lang).to_owned()),
    ];
    legend::legend(sheet, place, &entries) + 8.0
}

/// Draws rows in pairs, and below them counts without a share that are not 0; answers where they end.
pub(super) fn pairs(
    sheet: &mut Sheet<'_>,
    place: Place,
    two: &Two<'_>,
    (ours, theirs): (&[Row], &[Row]),
    cut: bool,
    extra: &[Extra<'_>],
) -> f64 {
    let all = paired(ours, theirs);
    let kept = if cut && all.len() > MOST { largest(&all) } else { vec![true; all.len()] };
    let left_out = kept.iter().filter(|kept| !**kept).count();
    let mut lines: Vec<Line<'_>> = all
        .iter()
        .zip(&kept)
        .filter(|(_, kept)| **kept)
        .map(|(pair, _)| line(two, pair, sheet.lang))
        .collect();
    lines.extend(extra.iter().filter(|row| row.2 + row.3 > 0).map(|row| grey(two, *row, sheet.lang)));
    if lines.is_empty() {
        return sheet.paragraph(wording::word(Word::NoCases, sheet.lang), place, Face::SOFT, 2);
    }
    let mut bottom = draw(sheet, place, &lines);
    if left_out > 0 {
        let words = phrases::and_more(left_out, sheet.lang);
        bottom = sheet.paragraph(&words, Place { top: bottom + 4.0, ..place }, Face::SOFT, 2);
    }
    bottom
}

/// Every answer of either, those of the first in its order.
fn paired<'r>(ours: &'r [Row], theirs: &'r [Row]) -> Vec<Pair<'r>> {
    let same = |rows: &'r [Row], code: &str| rows.iter().find(|row| row.code == code);
    let first = ours.iter().map(|row| Pair { ours: Some(row), theirs: same(theirs, &row.code) });
    let others = theirs.iter().filter(|row| same(ours, &row.code).is_none());
    first.chain(others.map(|row| Pair { ours: None, theirs: Some(row) })).collect()
}

/// Which of a long list are drawn: those that are largest in either.
fn largest(all: &[Pair<'_>]) -> Vec<bool> {
    let size = |pair: &Pair<'_>| {
        let share = |row: Option<&Row>| row.and_then(|row| row.share).unwrap_or(0.0);
        share(pair.ours).max(share(pair.theirs))
    };
    let before = |place: usize, pair: &Pair<'_>| {
        let larger = |(other, it): &(usize, &Pair<'_>)| {
            size(it) > size(pair) || (size(it) - size(pair)).abs() < f64::EPSILON && *other < place
        };
        all.iter().enumerate().filter(larger).count()
    };
    all.iter().enumerate().map(|(place, pair)| before(place, pair) < MOST - 2).collect()
}

fn line<'r>(two: &Two<'_>, pair: &Pair<'r>, lang: Lang) -> Line<'r> {
    let none = |subject: Subject<'_>| Row {
        count: Some(0),
        share: (subject.base() > 0).then_some(0.0),
        ..Row::default()
    };
    let (nothing, nothing_there) = (none(two.ours), none(two.theirs));
    let (ours, theirs) = (pair.ours.unwrap_or(&nothing), pair.theirs.unwrap_or(&nothing_there));
    let difference = match (ours.share, theirs.share) {
        (Some(one), Some(other)) if ours.count.is_some() && theirs.count.is_some() => {
            phrases::points(one, other, lang)
        }
        _ => String::new(),
    };
    let (code, label) =
        pair.ours.or(pair.theirs).map_or(("", ""), |row| (row.code.as_str(), row.label.as_str()));
    let part = |row: &Row, subject: Subject<'_>, name: &str| {
        wording::spoken(&Row { label: name.to_owned(), ..row.clone() }, subject.base(), lang)
    };
    let mut spoken = format!(
        "{label}. {}; {}",
        part(ours, two.ours, &two.names.0),
        part(theirs, two.theirs, &two.names.1)
    );
    if !difference.is_empty() {
        spoken = format!("{spoken}; {} {difference}", wording::word(Word::Difference, lang));
    }
    Line {
        code,
        label,
        ink: Ink::Ink,
        bars: [Bar::of_two(ours, OURS, lang), Bar::of_two(theirs, THEIRS, lang)],
        difference,
        spoken,
        choice: two.ours.choice(code, ours.count),
    }
}

/// Counts of both that no share is made of.
fn grey<'r>(two: &Two<'_>, (code, label, ours, theirs): Extra<'r>, lang: Lang) -> Line<'r> {
    let count = |count| wording::count(count, lang);
    let spoken = format!("{label}. {}: {}; {}: {}", two.names.0, count(ours), two.names.1, count(theirs));
    let bars = [Bar::number(ours, lang), Bar::number(theirs, lang)];
    let choice = two.ours.choice(code, Some(ours));
    Line { code, label, ink: Ink::Soft, bars, difference: String::new(), spoken, choice }
}

fn draw(sheet: &mut Sheet<'_>, place: Place, lines: &[Line<'_>]) -> f64 {
    let widest = sheet.widest(lines.iter().map(|line| line.label), Face::LABEL);
    let above = place.width < NARROW || widest > place.width * LABEL_PART * 2.0;
    let label = if above { 0.0 } else { widest.min(place.width * LABEL_PART).ceil() + GAP };
    let right = sheet.widest(lines.iter().map(|line| line.difference.as_str()), Face::VALUE).ceil();
    let room = place.width - label - right - GAP;
    let scale = Scale::of(sheet, room, lines.iter().flat_map(|line| &line.bars));
    let mut top = place.top;
    for line in lines {
        let face = Face::LABEL.in_ink(line.ink);
        let words = sheet.wrap(line.label, if above { place.width } else { label - GAP }, face, 2);
        let high = f64::from(u32::try_from(words.len()).unwrap_or(0)) * face.line();
        let bars = if above { top + high + 1.0 } else { top + ((high - PITCH * 2.0) / 2.0).max(0.0) };
        let mut y = if above { top } else { bars + PITCH - high / 2.0 } + face.line() / 2.0;
        for words in words {
            let (x, align) =
                if above { (place.left, Align::Left) } else { (place.left + label - GAP, Align::Right) };
            sheet.text(words, (x, y), align, face);
            y += face.line();
        }
        let left = place.left + label;
        for (bar, middle) in line.bars.iter().zip([0.5, 1.5]) {
            bar::draw(sheet, (left, bars + PITCH * middle), THICK, &scale, bar);
        }
        sheet.rect((left, bars), (1.0, PITCH * 2.0), Ink::Ink);
        let at = (place.left + place.width, bars + PITCH);
        sheet.text(line.difference.clone(), at, Align::Right, Face::VALUE);
        let bottom = (bars + PITCH * 2.0).max(y - face.line() / 2.0).ceil();
        sheet.mark((place.left, top), (place.width, bottom - top), line.code, line.spoken.clone());
        sheet.choosable(line.choice.clone());
        top = bottom + APART;
    }
    top - APART
}
