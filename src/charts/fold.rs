//! A long list made short enough to see at once: its largest answers, and one line for the others.
//!
//! Only the drawing folds; the report and its table keep every row.

use super::wording;
use crate::{
    catalog::Lang,
    report::{Distribution, Row, Status},
};

/// A list of as many answers is still drawn whole.
const WHOLE: usize = 12;
/// How many answers of a longer list are drawn.
const KEPT: usize = 10;
/// Stands for the others among the codes.
pub(super) const REST: &str = "rest";

/// The answers that are drawn, in the report's order.
pub(super) struct Fold<'r> {
    /// Those before the others' line.
    pub(super) before: Vec<&'r Row>,
    /// The line for the others; none when all are drawn.
    pub(super) rest: Option<Rest>,
    /// Those behind it: the catalog's own "other", where that is large.
    pub(super) after: Vec<&'r Row>,
}

/// What stands for the answers that are not drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Rest {
    /// Each case is in one of them, so they add up.
    Sum(Row),
    /// A case may be in several of them, so they don't: a line of words.
    Note(String),
}

/// Chooses what is drawn of a list of answers, of `n` cases; counts below `small` are small.
pub(super) fn fold(figures: &Distribution, n: u64, small: u64, lang: Lang) -> Fold<'_> {
    let rows = &figures.rows;
    if figures.ordered || rows.len() <= WHOLE {
        return whole(rows);
    }
    let kept: Vec<bool> = (0..rows.len()).map(|place| rank(rows, place) < KEPT).collect();
    let placed = || rows.iter().zip(&kept).enumerate();
    // The line stands where the last of them was, so that what the report puts last stays last.
    let last = kept.iter().rposition(|kept| !kept).unwrap_or(rows.len());
    let before = placed().filter(|(place, (_, kept))| **kept && *place < last).map(|(_, (row, _))| row);
    let after = placed().filter(|(place, (_, kept))| **kept && *place > last).map(|(_, (row, _))| row);
    let others: Vec<&Row> = placed().filter(|(_, (_, kept))| !**kept).map(|(_, (row, _))| row).collect();
    let rest = if figures.multiple {
        Rest::Note(wording::more(others.len(), largest_share(&others), lang))
    } else {
        Rest::Sum(sum(&others, n, small, lang))
    };
    Fold { before: before.collect(), rest: Some(rest), after: after.collect() }
}

/// All answers: of a publication no others are added up.
pub(super) fn whole(rows: &[Row]) -> Fold<'_> {
    Fold { before: rows.iter().collect(), rest: None, after: Vec::new() }
}

/// How many rows go before the one at `place` by size; of equal ones the earlier.
fn rank(rows: &[Row], place: usize) -> usize {
    let count = rows.get(place).and_then(|row| row.count);
    let goes_before =
        |(other, row): &(usize, &Row)| row.count > count || (row.count == count && *other < place);
    rows.iter().enumerate().filter(goes_before).count()
}

/// None as soon as one of them is not shown: it might be the largest.
fn largest_share(rows: &[&Row]) -> Option<f64> {
    rows.iter().try_fold(0.0, |largest: f64, row| {
        row.count?;
        Some(largest.max(row.share?))
    })
}

/// The answers as one; not shown as soon as one of them is not, since a sum would give it away.
fn sum(rows: &[&Row], n: u64, small: u64, lang: Lang) -> Row {
    let count = rows.iter().try_fold(0_u64, |sum, row| sum.checked_add(row.count?));
    let status = match count {
        None => Some(Status::Hidden),
        Some(count) if (1..small).contains(&count) => Some(Status::Small),
        Some(_) => None,
    };
    Row {
        code: REST.to_owned(),
        label: wording::others(rows.len(), lang),
        count,
        share: count.filter(|_| n > 0).map(|count| part(count, n)),
        status,
        ..Row::default()
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn part(count: u64, n: u64) -> f64 {
    count as f64 / n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, count: Option<u64>) -> Row {
        let share = count.map(|count| part(count, 200));
        Row { code: code.to_owned(), label: code.to_owned(), count, share, ..Row::default() }
    }

    /// Answers `a`, `b`, … with these counts.
    fn list(counts: &[u64]) -> Distribution {
        let rows = ('a'..).zip(counts).map(|(code, count)| row(&code.to_string(), Some(*count)));
        Distribution { rows: rows.collect(), ..Distribution::default() }
    }

    fn codes(rows: &[&Row]) -> String {
        rows.iter().map(|row| row.code.as_str()).collect()
    }

    fn folded(figures: &Distribution) -> (String, Option<Rest>, String) {
        let Fold { before, rest, after } = fold(figures, 200, 5, Lang::Nl);
        (codes(&before), rest, codes(&after))
    }

    fn summed(figures: &Distribution) -> Row {
        match folded(figures).1 {
            Some(Rest::Sum(row)) => row,
            other => panic!("no sum: {other:?}"),
        }
    }

    const THIRTEEN: [u64; 13] = [40, 30, 20, 19, 18, 17, 16, 15, 14, 5, 3, 2, 1];

    #[test]
    fn twelve_answers_and_bands_are_drawn_whole() {
        assert_eq!(folded(&list(&THIRTEEN[..12])), ("abcdefghijkl".to_owned(), None, String::new()));
        let bands = Distribution { ordered: true, ..list(&THIRTEEN) };
        assert_eq!(folded(&bands), ("abcdefghijklm".to_owned(), None, String::new()));
    }

    #[test]
    fn ten_are_drawn_and_the_others_add_up() {
        let (before, _, after) = folded(&list(&THIRTEEN));
        assert_eq!((before.as_str(), after.as_str()), ("abcdefghij", ""));
        let rest = summed(&list(&THIRTEEN));
        assert_eq!((rest.label.as_str(), rest.count, rest.status), ("3 andere", Some(6), None));
        assert!(rest.share.is_some_and(|share| (share - 0.03).abs() < 1e-12));
    }

    #[test]
    fn a_large_other_stays_last() {
        let counts = [40, 30, 20, 19, 18, 17, 16, 15, 14, 5, 3, 2, 25];
        let (before, rest, after) = folded(&list(&counts));
        assert_eq!((before.as_str(), after.as_str()), ("abcdefghi", "m"));
        assert!(matches!(rest, Some(Rest::Sum(Row { count: Some(10), .. }))));
    }

    #[test]
    fn a_hidden_one_hides_the_sum_and_the_largest() {
        let mut figures = list(&THIRTEEN);
        figures.rows[11].count = None;
        figures.rows[11].share = None;
        let rest = summed(&figures);
        assert_eq!((rest.count, rest.share, rest.status), (None, None, Some(Status::Hidden)));
        figures.multiple = true;
        assert_eq!(folded(&figures).1, Some(Rest::Note("nog 3 antwoorden: zie de tabel".to_owned())));
    }

    #[test]
    fn a_small_sum_is_marked() {
        let counts = [40, 30, 20, 19, 18, 17, 16, 15, 14, 5, 1, 1, 1];
        assert_eq!(summed(&list(&counts)).status, Some(Status::Small));
    }

    #[test]
    fn several_answers_a_case_do_not_add_up() {
        let several = Distribution { multiple: true, ..list(&THIRTEEN) };
        let words = "nog 3 antwoorden, elk hoogstens 2%: zie de tabel".to_owned();
        assert_eq!(folded(&several).1, Some(Rest::Note(words)));
    }
}
