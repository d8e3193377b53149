//! The selection: which cases the figures are about.

use super::{
    AGE, MISSING_CODE,
    answers::{Answer, Reader},
    plan::known_field,
};
use crate::{
    cases::{Cases, Column, Day, Missing},
    catalog::{AGE_BANDS, Field, Kind, Role, fold},
    error::{Code, Error, Result},
    report::Clause,
};

/// The clauses of a filter, checked against the catalog.
pub(super) struct Selection(Vec<Condition>);

/// One clause: the field has one of these answers.
struct Condition {
    field: &'static Field,
    /// Cases without an answer too (`onbekend`).
    missing: bool,
    wanted: Wanted,
}

enum Wanted {
    /// A bit for each code.
    Codes(u32),
    /// Folded.
    Names(Vec<String>),
    /// Both ends included.
    Numbers(Vec<(u16, u16)>),
    /// Both ends included.
    Days(Vec<(Day, Day)>),
}

impl Selection {
    /// # Errors
    ///
    /// `request.unknown-field` for a field that is not in the catalog;
    /// `request.malformed` for a clause without values, and for a value that
    /// is none of the field's codes, no period, or no whole number. Any text
    /// is a place: one that no case has leaves no cases.
    pub(super) fn of(clauses: &[Clause]) -> Result<Self> {
        clauses.iter().map(Condition::of).collect::<Result<_>>().map(Self)
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.0.iter().map(|condition| condition.field)
    }

    /// The cases that count and for which every clause holds.
    pub(super) fn rows(&self, cases: &Cases) -> Rows {
        if self.0.is_empty() && cases.excluded() == 0 {
            return Rows { len: cases.len(), kept: None };
        }
        let mut kept: Vec<bool> = (0..cases.len()).map(|case| cases.is_counted(case)).collect();
        for condition in &self.0 {
            condition.narrow(cases, &mut kept);
        }
        Rows { len: cases.len(), kept: Some(kept) }
    }
}

/// A selection of cases.
pub(super) struct Rows {
    len: usize,
    /// One a case; `None` when all are in it.
    kept: Option<Vec<bool>>,
}

impl Rows {
    /// Calls `with` for each selected case, in order.
    pub(super) fn for_each(&self, mut with: impl FnMut(usize)) {
        match &self.kept {
            None => (0..self.len).for_each(with),
            Some(kept) => {
                for (case, _) in kept.iter().enumerate().filter(|(_, kept)| **kept) {
                    with(case);
                }
            }
        }
    }
}

impl Condition {
    fn of(clause: &Clause) -> Result<Self> {
        let field = known_field(&clause.field)?;
        let bad = || Error::new(Code::BadRequest).with_word("field", field.id);
        if clause.values.is_empty() {
            return Err(bad());
        }
        let has_code = field.value(MISSING_CODE).is_some_and(|value| value.role != Role::Unknown);
        let is_missing = |value: &&String| fold(value) == MISSING_CODE && !has_code;
        let answers = || clause.values.iter().filter(|value| !is_missing(value));
        let wanted = match field.kind {
            Kind::Place => Wanted::Names(answers().map(|name| fold(name)).collect()),
            Kind::Date => {
                Wanted::Days(answers().map(|text| period(text)).collect::<Option<_>>().ok_or_else(bad)?)
            }
            Kind::Number => {
                let number = |text: &String| numbers(field, text);
                Wanted::Numbers(answers().map(number).collect::<Option<_>>().ok_or_else(bad)?)
            }
            _ => {
                let bits =
                    answers().map(|code| code_bit(field, code)).try_fold(0, |all, bit| Some(all | bit?));
                Wanted::Codes(bits.ok_or_else(bad)?)
            }
        };
        Ok(Self { field, missing: clause.values.iter().any(|value| is_missing(&value)), wanted })
    }

    /// Drops the cases for which this does not hold.
    fn narrow(&self, cases: &Cases, kept: &mut [bool]) {
        let narrow = |kept: &mut [bool], holds: &dyn Fn(usize) -> bool| {
            for (case, kept) in kept.iter_mut().enumerate() {
                *kept = *kept && holds(case);
            }
        };
        match (&self.wanted, cases.column(self.field.id)) {
            (Wanted::Days(periods), Some(Column::Days(days))) => {
                narrow(kept, &|case| self.within(days.get(case), periods));
            }
            (Wanted::Numbers(ranges), Some(Column::Numbers(numbers))) => {
                narrow(kept, &|case| self.within(numbers.get(case), ranges));
            }
            (Wanted::Names(names), Some(Column::Places(places))) => {
                let wanted: Vec<bool> =
                    places.names().iter().map(|name| names.contains(&fold(name))).collect();
                narrow(kept, &|case| match places.get(case) {
                    Ok(code) => wanted.get(usize::from(code)).copied().unwrap_or(false),
                    Err(_) => self.missing,
                });
            }
            (Wanted::Codes(bits), Some(_)) => {
                let reader = Reader::of(self.field, cases);
                narrow(kept, &|case| match reader.answer(case) {
                    Answer::One(key) => bits.checked_shr(u32::from(key)).unwrap_or(0) & 1 == 1,
                    Answer::Several(answers) => answers & bits != 0,
                    Answer::None(_) => self.missing,
                });
            }
            _ => narrow(kept, &|_| self.missing),
        }
    }

    fn within<T: Copy + PartialOrd>(
        &self,
        answer: std::result::Result<T, Missing>,
        ranges: &[(T, T)],
    ) -> bool {
        match answer {
            Ok(answer) => ranges.iter().any(|&(from, to)| from <= answer && answer <= to),
            Err(_) => self.missing,
        }
    }
}

fn code_bit(field: &Field, code: &str) -> Option<u32> {
    let folded = fold(code);
    let place = field.values.iter().position(|value| fold(value.code) == folded);
    1u32.checked_shl(u32::try_from(place?).ok()?)
}

/// A whole number, or for `leeftijd` the code of a band.
fn numbers(field: &Field, text: &str) -> Option<(u16, u16)> {
    let band = AGE_BANDS.iter().find(|band| field.id == AGE && band.code == text);
    let number = || whole_number(text).map(|number| (number, number));
    band.map(|band| (band.from, band.to)).or_else(number)
}

/// Digits alone: no sign.
fn whole_number(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// First and last day of `2024`, `2024-H1`, `2024-Q1` or `2024-03`.
fn period(text: &str) -> Option<(Day, Day)> {
    let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
    if year.len() != 4 {
        return None;
    }
    let (first, months) = match part {
        None => (1, 12),
        Some("H1") => (1, 6),
        Some("H2") => (7, 6),
        Some("Q1") => (1, 3),
        Some("Q2") => (4, 3),
        Some("Q3") => (7, 3),
        Some("Q4") => (10, 3),
        Some(month) if month.len() == 2 => (u32::from(whole_number(month)?), 1),
        Some(_) => return None,
    };
    let year = i32::from(whole_number(year)?);
    let last = first + months - 1;
    let end = (28..=31).rev().find_map(|day| Day::new(year, last, day))?;
    Some((Day::new(year, first, 1)?, end))
}
