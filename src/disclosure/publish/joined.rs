//! The answers of one indicator in several publications, as classes that all of them can be counted in: what one put
//! together is together in the sum.

use super::{
    grouping::UNKNOWN,
    labels::{self, JOIN},
};
use crate::{
    catalog::Lang,
    report::{Merged, Row},
};

/// A class of the sum, and what each publication shows of it.
pub(super) struct Class {
    pub(super) code: String,
    pub(super) label: String,
    /// Codes of the answers in it.
    codes: Vec<String>,
    /// The rows of each publication that are in it; none where it has nobody.
    pub(super) rows: Vec<Vec<Row>>,
}

impl Class {
    /// It is, or takes in, the cases without an answer.
    pub(super) fn has_unknown(&self) -> bool {
        self.codes.iter().any(|code| code == UNKNOWN)
    }

    /// It is nothing but the cases without an answer.
    pub(super) fn is_unknown(&self) -> bool {
        self.codes == [UNKNOWN]
    }

    /// Takes in another one, whose publication is later.
    fn take(&mut self, other: Self) {
        self.codes
            .extend(other.codes.into_iter().filter(|code| !self.codes.contains(code)).collect::<Vec<_>>());
        for (mine, theirs) in self.rows.iter_mut().zip(other.rows) {
            mine.extend(theirs);
        }
        // Its name, where that one is the larger.
        if other.code.len() > self.code.len() {
            (self.code, self.label) = (other.code, other.label);
        }
    }
}

/// The classes of these rows, one list a publication, with what each put together. `None` when it is not known what is
/// in a class: places that are not named.
pub(super) fn classes(
    lists: &[Vec<Row>],
    merged: &[Vec<&Merged>],
    ordered: bool,
    lang: Lang,
) -> Option<Vec<Class>> {
    let mut classes: Vec<Class> = Vec::new();
    for (place, list) in lists.iter().enumerate() {
        for row in list {
            let codes = codes(row, merged.get(place)?)?;
            let mut rows = vec![Vec::new(); lists.len()];
            if let Some(own) = rows.get_mut(place) {
                own.push(row.clone());
            }
            let mut class = Class { code: row.code.clone(), label: row.label.clone(), codes, rows };
            let shares = |known: &Class| known.codes.iter().any(|code| class.codes.contains(code));
            let found: Vec<usize> =
                classes.iter().enumerate().filter(|(_, known)| shares(known)).map(|(at, _)| at).collect();
            // From the last on, so that places stay what they are.
            for at in found.iter().rev() {
                let known = classes.remove(*at);
                class = together(known, class);
            }
            let at = found.first().copied().unwrap_or(classes.len());
            classes.insert(at.min(classes.len()), class);
        }
    }
    Some(classes.into_iter().map(|class| named(class, ordered, lang)).collect())
}

/// Whether all lists are of the same answers, whatever is put together in each.
pub(super) fn same_answers(lists: &[Vec<Row>], merged: &[Vec<&Merged>]) -> bool {
    let answers = |(list, merged): (&Vec<Row>, &Vec<&Merged>)| -> Option<Vec<String>> {
        let all: Option<Vec<Vec<String>>> = list.iter().map(|row| codes(row, merged)).collect();
        let known = all?.into_iter().flatten().filter(|code| code != UNKNOWN);
        Some(crate::listed::in_order(known, Ord::cmp))
    };
    let mut all = lists.iter().zip(merged).map(answers);
    let first = all.next().flatten();
    first.is_some() && all.all(|other| other == first)
}

fn together(mut known: Class, new: Class) -> Class {
    known.take(new);
    known
}

/// Codes of the answers in a row.
fn codes(row: &Row, merged: &[&Merged]) -> Option<Vec<String>> {
    if !row.is_put_together() && !row.code.contains(labels::TO) {
        return Some(vec![row.code.clone()]);
    }
    let mut groups = merged.iter().flat_map(|one| &one.groups);
    groups
        .find(|group| group.label == row.label)
        .map(|group| group.codes.clone())
        .filter(|codes| !codes.is_empty())
}

/// A class with the name of all that is in it.
fn named(mut class: Class, ordered: bool, lang: Lang) -> Class {
    let alike = class
        .rows
        .iter()
        .flatten()
        .any(|row| row.code == class.code && codes_in(&row.code) == class.codes.len());
    if class.codes.len() < 2 || alike {
        return class;
    }
    let answers = class.codes.iter().filter(|code| *code != UNKNOWN).count();
    if ordered {
        let rows: Vec<&Row> = class.rows.iter().flatten().collect();
        if let Some((first, last)) = ends(&class.codes, &rows) {
            let name = labels::from_to((&first.0, &first.1), (&last.0, &last.1), lang);
            (class.code, class.label) = (format!("{}{}{}", first.0, labels::TO, last.0), name);
        }
        return class;
    }
    let codes = crate::listed::in_order(class.codes.clone(), |a, b| {
        (a == UNKNOWN).cmp(&(b == UNKNOWN)).then(a.cmp(b))
    });
    class.code = codes.join(JOIN);
    class.label = labels::rest_of(answers, class.has_unknown(), lang);
    class.codes = codes;
    class
}

fn codes_in(code: &str) -> usize {
    code.split(JOIN).filter(|part| !part.is_empty()).count()
}

/// The first and the last answer of a class whose answers have an order, each with a name that says where it ends.
fn ends(codes: &[String], rows: &[&Row]) -> Option<((String, String), (String, String))> {
    let first = codes.iter().min_by_key(|code| number(code))?;
    let last = codes.iter().max_by_key(|code| number(code))?;
    let holds =
        |row: &&&Row, code: &str| row.code == code || row.code.split(labels::TO).any(|end| end == code);
    let label = |code: &str| rows.iter().find(|row| holds(row, code)).map(|row| row.label.clone());
    Some(((first.clone(), label(first)?), (last.clone(), label(last)?)))
}

/// Where an ordered answer begins: its first number; of a period its text.
fn number(code: &str) -> (u64, String) {
    let end = code.find(|c: char| !c.is_ascii_digit()).unwrap_or(code.len());
    (code.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or(0), code.to_owned())
}
