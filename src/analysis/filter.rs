//! The selection: which cases the figures are about.

use super::{
    AGE, MISSING_CODE, Request,
    answers::{Reader, day_of_key, month_key},
    bands::Bands,
    clauses::Derived,
    coded::{Coded, bits, short},
    plan::{can_give, known_field},
};
use crate::{
    cases::{Blocks, Cases, Column, Day, Missing},
    catalog::{Field, Kind, Role, fold},
    error::{Code, Error, Result},
    report::Clause,
};

/// The clauses of a filter, checked against the catalog.
#[derive(Default)]
pub(super) struct Selection(Vec<Condition>);

/// One clause: the field has one of these answers.
#[derive(Clone)]
struct Condition {
    /// As it was asked for: the field's, or that of the figure.
    id: &'static str,
    field: &'static Field,
    /// As they were asked for.
    values: Vec<String>,
    /// Cases without an answer too (`onbekend`).
    missing: bool,
    wanted: Wanted,
}

#[derive(Clone)]
enum Wanted {
    /// A bit for each code.
    Codes(u32),
    /// Folded.
    Names(Vec<String>),
    /// Both ends included.
    Numbers(Vec<(u16, u16)>),
    /// Both ends included.
    Days(Vec<(Day, Day)>),
    /// Not of the answers of one field.
    Derived(Box<Derived>),
}

impl Selection {
    /// # Errors
    ///
    /// `request.unknown-field` for a field that is not in the catalog;
    /// `request.malformed` for a clause without values, and for a value that
    /// is none of the field's codes, no period, no whole number, or no range
    /// that rises. Any text is a place: one that no case has leaves no cases.
    pub(super) fn of(clauses: &[Clause], bands: &Bands, request: &Request) -> Result<Self> {
        if clauses.is_empty() { Ok(Self::default()) } else { Self::read(clauses, bands, request) }
    }

    #[inline(never)]
    fn read(clauses: &[Clause], bands: &Bands, request: &Request) -> Result<Self> {
        clauses.iter().map(|clause| Condition::of(clause, bands, request)).collect::<Result<_>>().map(Self)
    }

    /// What the clauses are on: ids of fields and of figures.
    pub(super) fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|condition| condition.id)
    }

    /// What a clause is on that no file has.
    pub(super) fn absent(&self, has: &dyn Fn(&str) -> bool) -> Option<&'static str> {
        if self.is_empty() { None } else { self.lacking(has) }
    }

    #[inline(never)]
    fn lacking(&self, has: &dyn Fn(&str) -> bool) -> Option<&'static str> {
        let given = |condition: &&Condition| match &condition.wanted {
            Wanted::Derived(derived) => can_give(derived.definition, has),
            _ => has(condition.id),
        };
        self.0.iter().find(|condition| !given(condition)).map(|condition| condition.id)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cases that count and for which every clause holds, clauses on the field `aside` left out.
    pub(super) fn rows(&self, cases: &Cases, bands: &Bands, aside: Option<&str>) -> Rows {
        let mut conditions = self.0.iter().filter(|condition| Some(condition.id) != aside).peekable();
        if conditions.peek().is_none() && cases.excluded() == 0 {
            return Rows { len: cases.len(), list: None };
        }
        let mut kept = cases.counted();
        conditions.for_each(|condition| condition.narrow(cases, bands, &mut kept));
        Rows::kept(&kept)
    }

    /// The same, with the cases of which it is not known whether a clause holds.
    pub(super) fn or_unknown(&self) -> Self {
        Self(self.0.iter().map(Condition::or_unknown).collect())
    }

    /// Of these codes of answers in a field those that the clauses on it choose, each whole; when they choose none
    /// whole, their values as they were asked for.
    pub(super) fn chosen<'a>(
        &self,
        field: &str,
        codes: impl Iterator<Item = &'a str>,
        bands: &Bands,
    ) -> Vec<String> {
        let own: Vec<_> = self.0.iter().filter(|condition| condition.id == field).collect();
        // Of a figure that is no field the rows are the values themselves.
        if own.iter().any(|condition| matches!(condition.wanted, Wanted::Derived(_))) {
            return own.iter().flat_map(|condition| condition.values.clone()).collect();
        }
        let chosen = |code: &&str| own.iter().all(|condition| condition.stands_for(code, bands));
        let missing = own.iter().all(|condition| condition.missing).then_some(MISSING_CODE);
        let mut list: Vec<String> = Vec::new();
        for code in codes.filter(chosen).chain(missing) {
            if list.iter().all(|known| known != code) {
                list.push(code.to_owned());
            }
        }
        if list.is_empty() {
            list.extend(own.iter().flat_map(|condition| condition.values.clone()));
        }
        list
    }

    /// Whether a clause is on another day than this one.
    pub(super) fn is_by_other_day(&self, field: &str) -> bool {
        let mut days = self.0.iter().filter(|condition| matches!(condition.wanted, Wanted::Days(_)));
        days.any(|condition| condition.id != field)
    }

    /// For each clause on a date field the months that it leaves, first and last, in months since 1900.
    pub(super) fn months(&self, field: &str) -> Vec<Vec<(u16, u16)>> {
        let own = self.0.iter().filter(|condition| condition.id == field);
        own.filter_map(|condition| match &condition.wanted {
            Wanted::Days(periods) => {
                Some(periods.iter().map(|&(from, to)| (month_key(from), month_key(to))).collect())
            }
            _ => None,
        })
        .collect()
    }
}

/// A selection of cases.
#[derive(Debug)]
pub(super) struct Rows {
    len: usize,
    /// Their places, in order; `None` when all are in it.
    list: Option<Vec<u32>>,
}

impl Rows {
    /// All cases, also those that do not count.
    pub(super) fn all(cases: &Cases) -> Self {
        Self { len: cases.len(), list: None }
    }

    /// The cases of which it is said that they are kept.
    #[cfg_attr(hot, optimize(speed))]
    fn kept(kept: &[bool]) -> Self {
        let count = kept.iter().filter(|kept| **kept).count();
        let mut list = Vec::with_capacity(count);
        for (case, &kept) in (0..).zip(kept) {
            if kept {
                list.push(case);
            }
        }
        Self { len: kept.len(), list: Some(list) }
    }

    /// The cases that count and are not in this selection.
    pub(super) fn rest(&self, cases: &Cases) -> Self {
        let inside = self.list.as_deref();
        let mut kept: Vec<bool> =
            (0..self.len).map(|case| cases.is_counted(case) && inside.is_some()).collect();
        for &case in inside.unwrap_or_default() {
            kept.iter_mut().skip(case as usize).take(1).for_each(|kept| *kept = false);
        }
        Self::kept(&kept)
    }

    /// Number of cases.
    pub(super) fn count(&self) -> u64 {
        self.list.as_ref().map_or(self.len, Vec::len) as u64
    }

    /// Number of cases that are in this selection and in another one.
    pub(super) fn shared(&self, other: &Self) -> u64 {
        let (Some(mine), Some(theirs)) = (&self.list, &other.list) else {
            return self.count().min(other.count());
        };
        let mut theirs = theirs.iter().copied().peekable();
        let mut is_shared = |case: u32| {
            while theirs.next_if(|other| *other < case).is_some() {}
            theirs.peek() == Some(&case)
        };
        mine.iter().filter(|case| is_shared(**case)).count() as u64
    }

    /// The cases, block by block.
    pub(super) fn blocks<'a>(&'a self, cases: &'a Cases) -> Blocks<'a> {
        cases.blocks(self.list.as_deref())
    }

    /// The answers in a field as its column gives them, in the order of their places, each with the number of cases.
    pub(super) fn answers(
        &self,
        cases: &Cases,
        field: &str,
    ) -> Vec<(std::result::Result<u32, Missing>, u64)> {
        match cases.ranked(field) {
            Some(column) => column.counts(self.blocks(cases)),
            None => {
                let kind = known_field(field).map_or(Kind::Id, |field| field.kind);
                vec![(Err(Missing::of_absent(kind)), self.count())]
            }
        }
    }
}

impl Condition {
    fn of(clause: &Clause, bands: &Bands, request: &Request) -> Result<Self> {
        if let Some(derived) = Derived::of(clause, request)? {
            let (id, field) = (derived.definition.id, known_field(derived.main_field())?);
            let wanted = Wanted::Derived(Box::new(derived));
            return Ok(Self { id, field, values: clause.values.clone(), missing: false, wanted });
        }
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
                Wanted::Days(answers().map(|text| periods(text)).collect::<Option<_>>().ok_or_else(bad)?)
            }
            Kind::Number => {
                let number = |text: &String| numbers(field, text, bands);
                Wanted::Numbers(answers().map(number).collect::<Option<_>>().ok_or_else(bad)?)
            }
            _ => {
                let bits =
                    answers().map(|code| code_bit(field, code)).try_fold(0, |all, bit| Some(all | bit?));
                Wanted::Codes(bits.ok_or_else(bad)?)
            }
        };
        let missing = clause.values.iter().any(|value| is_missing(&value));
        Ok(Self { id: field.id, field, values: clause.values.clone(), missing, wanted })
    }

    fn or_unknown(&self) -> Self {
        let wanted = match &self.wanted {
            Wanted::Derived(derived) => Wanted::Derived(Box::new(derived.or_unknown())),
            other => other.clone(),
        };
        Self { missing: true, wanted, ..self.clone() }
    }

    /// Drops the cases for which this does not hold.
    #[inline(never)]
    fn narrow(&self, cases: &Cases, bands: &Bands, kept: &mut [bool]) {
        if let Wanted::Derived(derived) = &self.wanted {
            return derived.narrow(cases, bands, kept);
        }
        let holds = self.holds(cases, bands);
        let mut answers = Coded::by(cases, self.field, &|answer| u32::from(holds(answer)));
        for block in cases.blocks(None) {
            keep(block.part_of(kept), answers.read(&block));
        }
    }

    /// Whether this holds for an answer.
    fn holds<'a>(
        &'a self,
        cases: &'a Cases,
        bands: &'a Bands,
    ) -> Box<dyn Fn(std::result::Result<u32, Missing>) -> bool + 'a> {
        match (&self.wanted, cases.column(self.field.id)) {
            (Wanted::Days(periods), Some(Column::Days(_))) => {
                Box::new(|answer| self.within(answer.map(|key| day_of_key(short(key))), periods))
            }
            (Wanted::Numbers(ranges), Some(Column::Numbers(_))) => {
                Box::new(|answer| self.within(answer.map(short), ranges))
            }
            (Wanted::Names(names), Some(Column::Places(places))) => {
                let wanted: Vec<bool> =
                    places.names().iter().map(|name| names.contains(&fold(name))).collect();
                Box::new(move |answer| match answer {
                    Ok(code) => wanted.get(code as usize).copied().unwrap_or(false),
                    Err(_) => self.missing,
                })
            }
            (Wanted::Codes(wanted), Some(_)) => {
                let reader = Reader::of(self.field, cases, bands);
                Box::new(move |answer| {
                    bits(reader.answer(answer)).map_or(self.missing, |answers| answers & wanted != 0)
                })
            }
            _ => Box::new(|_| self.missing),
        }
    }

    /// Whether this chooses all of what an answer's code stands for.
    fn stands_for(&self, code: &str, bands: &Bands) -> bool {
        match &self.wanted {
            Wanted::Codes(bits) => code_bit(self.field, code).is_some_and(|bit| bits & bit != 0),
            Wanted::Names(names) => names.contains(&fold(code)),
            Wanted::Derived(_) => self.values.iter().any(|value| value == code),
            Wanted::Numbers(ranges) => numbers(self.field, code, bands).is_some_and(|(from, to)| {
                cover(
                    ranges.iter().map(|&(from, to)| (i32::from(from), i32::from(to))),
                    from.into(),
                    to.into(),
                )
            }),
            Wanted::Days(ranges) => period(code).is_some_and(|(from, to)| {
                let number = |day: Day| i32::from(day.number());
                cover(ranges.iter().map(|&(from, to)| (number(from), number(to))), number(from), number(to))
            }),
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

/// Keeps of the kept cases those whose code is not 0.
#[cfg_attr(hot, optimize(speed))]
pub(super) fn keep(kept: &mut [bool], holds: &[u32]) {
    for (kept, &holds) in kept.iter_mut().zip(holds) {
        *kept &= holds != 0;
    }
}

pub(super) fn code_bit(field: &Field, code: &str) -> Option<u32> {
    let folded = fold(code);
    let place = field.values.iter().position(|value| fold(value.code) == folded);
    1u32.checked_shl(u32::try_from(place?).ok()?)
}

/// Whether these ranges together hold everything from `from` to `to`.
fn cover(ranges: impl Iterator<Item = (i32, i32)> + Clone, from: i32, to: i32) -> bool {
    let mut next = from;
    while next <= to {
        let reach = ranges.clone().filter(|&(from, to)| from <= next && next <= to).map(|(_, to)| to).max();
        let Some(reach) = reach else { return false };
        next = reach.saturating_add(1);
    }
    true
}

/// A whole number, a range of them such as `12..17`, or for `leeftijd` the code of a band.
fn numbers(field: &Field, text: &str, bands: &Bands) -> Option<(u16, u16)> {
    if let Some((from, to)) = text.split_once("..") {
        let (from, to) = (whole_number(from)?, whole_number(to)?);
        return (from <= to).then_some((from, to));
    }
    let ages = if field.id == AGE { bands.ages() } else { &[] };
    let band = ages.iter().find(|band| band.code() == text);
    let band = band.map(|band| (band.from, band.to));
    band.or_else(|| whole_number(text).map(|number| (number, number))).or_else(|| other_band(field, text))
}

/// A band of other settings: `13-16`, `17+`.
fn other_band(field: &Field, text: &str) -> Option<(u16, u16)> {
    if field.id != AGE {
        return None;
    }
    if let Some(from) = text.strip_suffix('+') {
        return Some((whole_number(from)?, u16::MAX));
    }
    let (from, to) = text.split_once('-')?;
    let (from, to) = (whole_number(from)?, whole_number(to)?);
    (from <= to).then_some((from, to))
}

/// Digits alone: no sign.
fn whole_number(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// First and last day of a period, or of a range of two such as `2023-H2..2024-03`.
fn periods(text: &str) -> Option<(Day, Day)> {
    let Some((first, last)) = text.split_once("..") else { return period(text) };
    let ((from, _), (_, to)) = (period(first)?, period(last)?);
    (from <= to).then_some((from, to))
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
