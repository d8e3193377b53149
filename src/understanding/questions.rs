//! Which answers are asked about: those that mean nothing to us, alike ones
//! together, so that each is asked once for all files.

use super::{AsRead, Question, Said, Sureness, Written, add_written};
use crate::{
    cases::Missing,
    catalog::{Likeness, field, fold, likeness, nearest},
    identifiers,
};

/// Most words of an answer; what has more is a remark.
const MOST_WORDS: usize = 6;
/// Digits from which a number may be somebody's.
const MANY_DIGITS: usize = 5;

/// What is to be asked about all files together: field by field, the most
/// frequent first.
pub fn questions(files: &[AsRead]) -> Vec<Question> {
    let mut groups: Vec<Question> = Vec::new();
    for question in texts(files) {
        let alike = |group: &&mut Question| {
            group.field == question.field
                && (group.proposal == question.proposal
                    || group.proposal.is_none()
                    || question.proposal.is_none())
                && match (group.written.first(), question.written.first()) {
                    (Some(first), Some(other)) => likeness(&fold(&other.text), &fold(&first.text))
                        .is_some_and(|like| like <= Likeness::Near),
                    (first, other) => first.is_none() && other.is_none(),
                }
        };
        match groups.iter_mut().find(alike) {
            Some(group) => join(group, question),
            None => groups.push(question),
        }
    }
    groups
}

fn join(group: &mut Question, other: Question) {
    group.source = group.source.filter(|source| Some(*source) == other.source);
    group.count += other.count;
    group.withheld += other.withheld;
    if group.proposal.is_none() {
        (group.proposal, group.sure) = (other.proposal, other.sure);
    }
    for Written { text, count } in other.written {
        add_written(&mut group.written, text, count);
    }
}

/// A question for each text, field by field, the most frequent first.
fn texts(files: &[AsRead]) -> Vec<Question> {
    let mut list: Vec<Question> = Vec::new();
    for (source, file) in files.iter().enumerate() {
        for cell in file.cells.iter().filter(|cell| cell.said == Said::Missing(Missing::Unrecognised)) {
            let place = list.iter().rposition(|one| one.field == cell.field && one.count >= cell.count);
            let first = || list.iter().position(|one| one.field == cell.field);
            let place = place.map(|place| place + 1).or_else(first).unwrap_or(list.len());
            list.insert(place, of_text(source, cell.field, &cell.text, cell.count));
        }
    }
    list
}

fn of_text(source: usize, id: &'static str, text: &str, count: u64) -> Question {
    let shown = !text.is_empty() && !is_private(text);
    let nearest = field(id).filter(|_| shown).and_then(|field| nearest(field, &fold(text)));
    Question {
        source: Some(source),
        field: id,
        count,
        proposal: nearest.map(|(_, code)| code),
        sure: match nearest {
            Some((like, _)) if like <= Likeness::Near => Sureness::Likely,
            _ => Sureness::Unsure,
        },
        written: shown.then(|| Written { text: text.to_owned(), count }).into_iter().collect(),
        withheld: u64::from(!shown),
    }
}

/// Whether a text may say who a child is: a remark, an address, a number.
fn is_private(text: &str) -> bool {
    identifiers::stray(text).is_some()
        || text.contains('@')
        || text.split_whitespace().count() > MOST_WORDS
        || text.bytes().filter(u8::is_ascii_digit).count() >= MANY_DIGITS
}
