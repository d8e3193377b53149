//! Headings of two or three levels: a group heading over several columns, in
//! its first cell alone (merged cells) or repeated, with the columns' own
//! headings below.

use super::{header, headings::Headings, options, row::HeldRow};
use crate::catalog::fold;

/// Most levels of headings.
const MOST_LEVELS: usize = 3;

/// First and last of the rows that belong to the header at this place.
pub(super) fn around(rows: &[HeldRow], place: usize, headings: &Headings) -> (usize, usize) {
    let (first, mut last) = above(rows, place, headings);
    while last - first + 1 < MOST_LEVELS && is_below(rows, first, last, headings) {
        last += 1;
    }
    (first, last)
}

/// As [`around`], of a header of which this is the last row.
pub(super) fn above(rows: &[HeldRow], place: usize, headings: &Headings) -> (usize, usize) {
    let cells = |place: usize| rows.get(place).map(HeldRow::cells).unwrap_or_default();
    let mut first = place;
    while first > 0 && place - first + 1 < MOST_LEVELS && explains(cells(first - 1), cells(first), headings) {
        first -= 1;
    }
    (first, place)
}

/// Whether the row below these holds headings that they explain and no case:
/// it is a header of its own, or it leaves cells open where the last one has a
/// heading and the next one an answer; and none of it is an answer in a column
/// of such answers.
fn is_below(rows: &[HeldRow], first: usize, last: usize, headings: &Headings) -> bool {
    let cells = |place: usize| rows.get(place).map(HeldRow::cells).unwrap_or_default();
    let (row, after) = (cells(last + 1), cells(last + 2));
    let has = |cells: &[String], at: usize| cells.get(at).is_some_and(|cell| !cell.trim().is_empty());
    let below = rows.get(last + 2..).unwrap_or_default();
    let is_data = |(at, cell): (usize, &String)| header::is_answer(&fold(cell), below, at, None);
    let is_header = || header::is_header(row, below, headings.fields_named(row), headings);
    let leaves_open = |at: usize| has(cells(last), at) && !has(row, at) && has(after, at);
    (first..=last).any(|above| explains(cells(above), row, headings))
        && ((0..cells(last).len()).any(leaves_open) || is_header())
        && !row.iter().enumerate().any(is_data)
}

/// Whether an upper row says what stands in the lower one: some heading of it
/// spans columns, and means something together with what is below.
fn explains(upper: &[String], lower: &[String], headings: &Headings) -> bool {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let numbers = upper.iter().chain(lower).any(|cell| header::is_figure(cell));
    if numbers || filled(lower) < 2 {
        return false;
    }
    let spread = spread(upper, lower);
    let spans = (0..lower.len()).any(|at| {
        let open = |cells: &[String]| cells.get(at).is_none_or(|cell| cell.trim().is_empty());
        let repeats = at > 0 && upper.get(at) == upper.get(at - 1);
        !open(lower) && (open(upper) || repeats)
    });
    spans
        && spread.iter().zip(lower).any(|(upper, lower)| {
            !upper.is_empty() && !lower.trim().is_empty() && together(headings, upper, lower).is_some()
        })
}

/// An upper row with each heading in all the cells that it spans: it goes on
/// over blank cells as long as there are headings below.
fn spread(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut spread = Vec::with_capacity(lower.len().max(upper.len()));
    let mut over = "";
    for at in 0..lower.len().max(upper.len()) {
        let cell = upper.get(at).map_or("", |cell| cell.trim());
        let has_below = lower.get(at).is_some_and(|cell| !cell.trim().is_empty());
        if !cell.is_empty() || !has_below {
            // A heading with nothing below it is of its own column alone.
            over = if has_below { cell } else { "" };
        }
        spread.push(if cell.is_empty() { over.to_owned() } else { cell.to_owned() });
    }
    spread
}

/// The heading of each column, of all these rows together.
pub(super) fn join(rows: &[HeldRow], headings: &Headings) -> Vec<String> {
    let Some((lowest, above)) = rows.split_last() else { return Vec::new() };
    let mut lower = lowest.cells().to_vec();
    for row in above.iter().rev() {
        let upper = spread(row.cells(), &lower);
        lower.resize(lower.len().max(upper.len()), String::new());
        lower = upper.iter().zip(&lower).map(|(upper, lower)| joined(headings, upper, lower)).collect();
    }
    lower
}

/// The lower heading alone when it is a field, unless both together say more.
fn joined(headings: &Headings, upper: &str, lower: &str) -> String {
    let lower = lower.trim();
    if lower.is_empty() {
        return upper.to_owned();
    }
    if upper.is_empty() || fold(upper) == fold(lower) {
        return lower.to_owned();
    }
    together(headings, upper, lower).unwrap_or_else(|| {
        if headings.find(lower).is_some() { lower.to_owned() } else { format!("{upper}: {lower}") }
    })
}

/// Both headings as one that means something: a field (`Datum` over
/// `Aanmelding`, `Afsluiting` over `Datum`) or an answer of a field.
fn together(headings: &Headings, upper: &str, lower: &str) -> Option<String> {
    let straight = format!("{upper}: {lower}");
    let turned = format!("{lower} {upper}");
    if headings.known(&fold(&straight)).is_some() || options::in_heading(headings, &straight).is_some() {
        return Some(straight);
    }
    headings.known(&fold(&turned)).map(|_| turned)
}
