//! How answers are spread: which is most frequent, what comes next, what ties.

use super::{
    fraction::WORDS_FROM,
    label::{in_sentence, is_other, main_field},
    tongue::{Answer, Noun, Saying, Subject, Tongue, fill},
};
use crate::{catalog::Lang, listed::in_order, report::Row};

/// Most answers that a title names when they tie.
const TIED_NAMED: usize = 2;
/// Most answers that a text names after the first.
pub(super) const NEXT_NAMED: usize = 2;

/// The answers of one indicator, ready to be told. Only counts that are shown.
pub(super) struct Answers<'a> {
    saying: &'static Saying,
    /// What is counted.
    noun: Noun,
    field: &'a str,
    /// Rows with a count above 0, most frequent first; equal ones in the order of the report.
    rows: Vec<(&'a Row, u64)>,
    n: u64,
    tongue: &'a dyn Tongue,
}

impl<'a> Answers<'a> {
    pub(super) fn of(id: &'a str, rows: &'a [Row], n: u64, noun: Noun, tongue: &'a dyn Tongue) -> Self {
        let rows =
            rows.iter().filter_map(|row| row.count.filter(|&count| count > 0).map(|count| (row, count)));
        let rows = in_order(rows, |a, b| b.1.cmp(&a.1));
        Self { saying: tongue.saying(id), noun, field: main_field(id), rows, n, tongue }
    }

    /// Nothing was counted, or nothing of it is shown.
    pub(super) fn are_none(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that are shown and hold a case, the most frequent first.
    pub(super) fn rows(&self) -> &[(&'a Row, u64)] {
        &self.rows
    }

    /// The most frequent answer as a title.
    pub(super) fn title(&self) -> String {
        match self.top() {
            [] => String::new(),
            [(row, count)] => self.say(row, &self.tongue.subject(*count, self.n, self.noun)),
            tied if tied.len() > TIED_NAMED => self.tongue.many_tied(tied.len()),
            tied => {
                let how = self.tongue.how_often(tied.len() == self.rows.len());
                fill(&self.saying.tie.replace("{h}", how), "", &self.tongue.list(&self.values(tied)))
            }
        }
    }

    /// The most frequent answer with its count.
    pub(super) fn first_sentence(&self) -> String {
        match self.top() {
            [] => String::new(),
            [(row, count)] => {
                let said = self.say(row, &self.tongue.counted(*count, self.n, self.noun));
                if self.n < WORDS_FROM || *count >= self.n {
                    return format!("{said}.");
                }
                format!("{said} ({}).", self.tongue.percent(*count, self.n))
            }
            tied => {
                let count = tied.first().map_or(0, |&(_, count)| count);
                self.tongue.tied(&self.values(tied), count, self.n, self.noun)
            }
        }
    }

    /// The answers that come next, with their counts; none of a tie is left out,
    /// so a tie that is too long to name ends the list.
    pub(super) fn next_sentence(&self) -> Option<String> {
        let rest = self.rows.get(self.top().len()..)?;
        let next: Vec<_> = rest
            .iter()
            .take(next_named(rest))
            .map(|&(row, count)| Answer { value: self.value(row), count })
            .collect();
        (!next.is_empty()).then(|| self.tongue.followed_by(&next, self.n))
    }

    /// The answers with the largest count.
    fn top(&self) -> &[(&'a Row, u64)] {
        let largest = count_at(&self.rows, 0);
        let end = self.rows.iter().take_while(|&&(_, count)| Some(count) == largest).count();
        self.rows.get(..end).unwrap_or_default()
    }

    fn values(&self, rows: &[(&Row, u64)]) -> Vec<String> {
        rows.iter().map(|&(row, _)| self.value(row)).collect()
    }

    pub(super) fn value(&self, row: &Row) -> String {
        if is_other(self.field, &row.code) && !self.saying.other.is_empty() {
            return self.saying.other.to_owned();
        }
        let named = self.saying.named.iter().find(|&&(code, _)| code == row.code);
        named.map_or_else(|| in_sentence(self.field, row, self.tongue), |&(_, name)| name.to_owned())
    }

    /// One answer of a subject that is made elsewhere.
    pub(super) fn say_of(&self, row: &Row, subject: &str) -> String {
        let plural = self.tongue.lang() == Lang::En;
        self.say(row, &Subject { text: subject.to_owned(), plural })
    }

    pub(super) fn say(&self, row: &Row, subject: &Subject) -> String {
        let own = self.saying.special.iter().find(|&&(code, _, _)| code == row.code);
        let (one, more) = own.map_or((self.saying.one, self.saying.more), |&(_, one, more)| (one, more));
        fill(if subject.plural { more } else { one }, &subject.text, &self.value(row))
    }
}

/// How many of what comes next a text names. None of a tie is left out, so a tie that is too long to name ends the list.
pub(super) fn next_named<T>(rest: &[(T, u64)]) -> usize {
    let count_at = |place: usize| rest.get(place).map(|(_, count)| *count);
    let mut named = rest.len().min(NEXT_NAMED);
    while named > 0 && named < rest.len() && count_at(named - 1) == count_at(named) {
        named -= 1;
    }
    named
}

fn count_at(rows: &[(&Row, u64)], place: usize) -> Option<u64> {
    rows.get(place).map(|&(_, count)| count)
}
