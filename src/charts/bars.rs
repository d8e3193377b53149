//! Horizontal bars: one an answer, its value at its end, missing answers last and grey.

use super::{
    bar::{self, Bar, GAP, Scale},
    fold::{self, Fold, Rest},
    model::{Align, Choice, Ink},
    sheet::{Face, Place, Sheet},
    subject::Subject,
    wording::{self, Word},
};
use crate::report::{Distribution, Row, Status};

/// From here labels may stand beside the bars whatever their length.
const NARROW: f64 = 420.0;
/// Most of the width that labels beside the bars take.
const LABEL_PART: f64 = 0.4;
/// The same where the sheet is narrow; longer labels go above their bar.
const NARROW_LABEL_PART: f64 = 0.4;
/// Thickness of a bar beside its label.
const THICK: f64 = 20.0;
/// Thickness of a bar below its label.
const THIN: f64 = 16.0;
/// Least height of a row: a finger finds it.
const ROW: f64 = 30.0;
/// Most lines of a label beside its bar.
const LABEL_LINES: usize = 3;
/// Most lines of a line of words between the bars.
const NOTE_LINES: usize = 4;
/// A row of the drawing: a bar, or words that stand for several answers.
struct Line<'r> {
    code: &'r str,
    label: String,
    spoken: String,
    label_ink: Ink,
    what: What,
    choice: Option<Choice>,
}

enum What {
    Bar(Bar),
    Note(String),
}

/// Draws the answers of one field, of a long list the largest.
pub(super) fn distribution(sheet: &mut Sheet<'_>, subject: Subject<'_>, figures: &Distribution) {
    let place = sheet.rest();
    let (n, lang) = (subject.base(), sheet.lang);
    let Fold { before, rest, after } = match subject.public {
        None => fold::fold(figures, n, subject.small, lang),
        Some(_) => fold::whole(&figures.rows),
    };
    let top = subject.top(&figures.rows, (!figures.multiple).then_some(n), figures.ordered);
    let mut lines = answers(sheet, subject, before, top);
    lines.extend(rest.as_ref().map(|rest| others(sheet, n, rest)));
    lines.extend(answers(sheet, subject, after, top));
    lines.extend(grey(sheet, subject, &[unknown(sheet, subject)]));
    sheet.bottom = draw(sheet, place, &lines);
}

/// A grey row below the answers: a count, and a share where shares are of all cases.
pub(super) struct Extra<'r> {
    pub(super) code: &'r str,
    pub(super) label: &'r str,
    /// `None` when it is not shown.
    pub(super) count: Option<u64>,
    pub(super) share: Option<f64>,
}

pub(super) fn unknown(sheet: &Sheet<'_>, subject: Subject<'_>) -> Extra<'static> {
    Extra {
        code: "onbekend",
        label: wording::word(Word::Unknown, sheet.lang),
        count: shown(subject.about.missing, subject.about.missing_status),
        share: subject.share_missing(),
    }
}

/// A count, unless it is not shown.
pub(super) fn shown(count: u64, status: Option<Status>) -> Option<u64> {
    (status != Some(Status::Hidden)).then_some(count)
}

/// Draws rows and the missing answers from `place` down; answers where they end.
pub(super) fn bars(sheet: &mut Sheet<'_>, place: Place, subject: Subject<'_>, rows: &[Row]) -> f64 {
    bars_with(sheet, place, subject, rows, &[unknown(sheet, subject)])
}

/// Draws rows and grey ones below them, of which those of 0 are left out; answers where they end.
pub(super) fn bars_with(
    sheet: &mut Sheet<'_>,
    place: Place,
    subject: Subject<'_>,
    rows: &[Row],
    extra: &[Extra<'_>],
) -> f64 {
    let mut lines = answers(sheet, subject, rows, subject.top(rows, Some(subject.base()), true));
    lines.extend(grey(sheet, subject, extra));
    draw(sheet, place, &lines)
}

fn draw(sheet: &mut Sheet<'_>, place: Place, lines: &[Line<'_>]) -> f64 {
    if lines.is_empty() {
        return sheet.paragraph(wording::word(Word::NoCases, sheet.lang), place, Face::SOFT, 2);
    }
    let widest = sheet.widest(lines.iter().map(|line| line.label.as_str()), Face::LABEL);
    let part = if place.width < NARROW { NARROW_LABEL_PART } else { LABEL_PART };
    if place.width < NARROW && widest > place.width * part {
        above(sheet, place, lines)
    } else {
        let label = widest.min(place.width * part).ceil() + GAP;
        beside(sheet, place, label, lines)
    }
}

fn answers<'r>(
    sheet: &Sheet<'_>,
    subject: Subject<'_>,
    rows: impl IntoIterator<Item = &'r Row>,
    top: Option<&str>,
) -> Vec<Line<'r>> {
    let n = subject.base();
    let ink = |row: &Row| subject.ink(&row.code, top == Some(row.code.as_str()));
    let line = |row: &'r Row| Line {
        code: &row.code,
        label: row.label.clone(),
        spoken: wording::spoken(row, n, sheet.lang),
        label_ink: Ink::Ink,
        what: What::Bar(Bar::answer(row, ink(row), sheet.lang)),
        choice: subject.choice(&row.code, row.count),
    };
    rows.into_iter().map(line).collect()
}

/// The row for the answers that are not drawn: it belongs to the answers, but is not one.
fn others<'r>(sheet: &Sheet<'_>, n: u64, rest: &Rest) -> Line<'r> {
    let (label, spoken, what) = match rest {
        Rest::Sum(row) => {
            let spoken = wording::in_table(&wording::spoken(row, n, sheet.lang), sheet.lang);
            (row.label.clone(), spoken, What::Bar(Bar::rest(row, sheet.lang)))
        }
        Rest::Note(words) => (String::new(), words.clone(), What::Note(words.clone())),
    };
    Line { code: fold::REST, label, spoken, label_ink: Ink::Soft, what, choice: None }
}

fn grey<'r>(sheet: &Sheet<'_>, subject: Subject<'_>, extra: &[Extra<'r>]) -> Vec<Line<'r>> {
    let line = |row: &Extra<'r>| {
        let mut spoken = format!("{}: {}", row.label, wording::count_or_hidden(row.count, sheet.lang));
        if let Some(share) = row.share {
            spoken = format!("{spoken}, {}", wording::percent(share));
        }
        let mut bar = Bar::grey(row.count, row.share, sheet.lang);
        let choice = subject.choice(row.code, row.count);
        if choice.as_ref().is_some_and(|choice| choice.chosen) {
            bar = bar.in_ink(Ink::Accent);
        }
        let label = row.label.to_owned();
        Line { code: row.code, label, spoken, label_ink: Ink::Soft, what: What::Bar(bar), choice }
    };
    extra.iter().filter(|row| row.count != Some(0)).map(line).collect()
}

/// The code of the largest row; none when two are as large, or nothing is counted.
pub(super) fn top(rows: &[Row]) -> Option<&str> {
    let largest = rows.iter().filter_map(|row| row.count).max().filter(|count| *count > 0)?;
    let mut those = rows.iter().filter(|row| row.count == Some(largest));
    let first = those.next()?;
    those.next().is_none().then_some(first.code.as_str())
}

/// Labels in a column on the left, bars on the right.
fn beside(sheet: &mut Sheet<'_>, place: Place, label: f64, lines: &[Line<'_>]) -> f64 {
    let left = place.left + label;
    let scale = Scale::of(sheet, place.width - label, bars_of(lines));
    let mut top = place.top;
    for line in lines {
        let room = place.width - label - GAP;
        let (end, height) = match &line.what {
            What::Bar(bar) => {
                let height = label_beside(sheet, left, top, label, line);
                (bar::draw(sheet, (left, top + height / 2.0), THICK, &scale, bar), height)
            }
            What::Note(words) => {
                let words_at = Place { left: left + GAP, top: top + GAP, width: room };
                let bottom = sheet.paragraph(words, words_at, Face::SOFT, NOTE_LINES) + GAP;
                (place.left + place.width, (bottom - top).max(ROW).ceil())
            }
        };
        sheet.mark((place.left, top), (end - place.left, height), line.code, line.spoken.clone());
        sheet.choosable(line.choice.clone());
        top += height;
    }
    sheet.rect((left, place.top), (1.0, top - place.top), Ink::Ink);
    top
}

/// Draws the label before `left`; answers the height of its row.
fn label_beside(sheet: &mut Sheet<'_>, left: f64, top: f64, label: f64, line: &Line<'_>) -> f64 {
    let face = Face::LABEL.in_ink(line.label_ink);
    let lines = sheet.wrap(&line.label, label - GAP, face, LABEL_LINES);
    let height = (lines_height(lines.len(), face) + GAP).max(ROW).ceil();
    let mut y = top + height / 2.0 - lines_height(lines.len() - 1, face) / 2.0;
    for words in lines {
        sheet.text(words, (left - GAP, y), Align::Right, face);
        y += face.line();
    }
    height
}

/// Each label above its bar, for a narrow sheet.
fn above(sheet: &mut Sheet<'_>, place: Place, lines: &[Line<'_>]) -> f64 {
    let scale = Scale::of(sheet, place.width, bars_of(lines));
    let mut top = place.top;
    for line in lines {
        let words_at = Place { top, ..place };
        let (end, bottom) = match &line.what {
            What::Bar(bar) => {
                let face = Face::LABEL.in_ink(line.label_ink);
                let below = sheet.paragraph(&line.label, words_at, face, 2).ceil() + 1.0;
                let end = bar::draw(sheet, (place.left, below + THIN / 2.0), THIN, &scale, bar);
                sheet.rect((place.left, below - 2.0), (1.0, THIN + 4.0), Ink::Ink);
                (end, below + THIN + GAP)
            }
            What::Note(words) => {
                let bottom = sheet.paragraph(words, words_at, Face::SOFT, NOTE_LINES).ceil();
                (place.left, bottom + GAP)
            }
        };
        sheet.mark(
            (place.left, top),
            (end.max(place.width) - place.left, bottom - top),
            line.code,
            line.spoken.clone(),
        );
        sheet.choosable(line.choice.clone());
        top = bottom + 2.0;
    }
    top - 2.0
}

fn bars_of<'l>(lines: &'l [Line<'_>]) -> impl Iterator<Item = &'l Bar> + Clone {
    lines.iter().filter_map(|line| match &line.what {
        What::Bar(bar) => Some(bar),
        What::Note(_) => None,
    })
}

fn lines_height(lines: usize, face: Face) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(0)) * face.line()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, count: Option<u64>) -> Row {
        Row { code: code.to_owned(), label: code.to_owned(), count, ..Row::default() }
    }

    #[test]
    fn the_largest_is_on_top_unless_tied_or_nothing() {
        assert_eq!(top(&[row("a", Some(1)), row("b", Some(3)), row("c", None)]), Some("b"));
        assert_eq!(top(&[row("a", Some(3)), row("b", Some(3))]), None);
        assert_eq!(top(&[row("a", Some(0))]), None);
        assert_eq!(top(&[]), None);
    }
}
