//! The column store: what is known of each case, as codes, sets and days.
//!
//! Knows the catalog's fields, no file format and no statistics. A column is
//! present only if the file has the field.

mod day;

pub use day::Day;

use crate::catalog::{FIELDS, Kind, field_index, fold};

/// Why a case has no answer in a field. Kept apart: they mean different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The cell is empty.
    Blank,
    /// Written down as not known.
    Unknown,
    /// Written down as not applicable.
    NotApplicable,
    /// Something is written that we do not recognise; reported as a finding.
    Unrecognised,
}

/// The answers of all cases in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// `One` and `YesNo` fields: places in the field's list of values.
    Codes(Codes),
    /// `Many` fields.
    Sets(Sets),
    /// `Place` fields.
    Places(Places),
    /// `Date` fields.
    Days(Days),
    /// `Number` fields.
    Numbers(Numbers),
}

impl Column {
    /// An empty column for a field of this kind; none for `Id`, which is never kept.
    pub fn for_kind(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::Id => return None,
            Kind::Date => Self::Days(Days::default()),
            Kind::One | Kind::YesNo => Self::Codes(Codes::default()),
            Kind::Many => Self::Sets(Sets::default()),
            Kind::Number => Self::Numbers(Numbers::default()),
            Kind::Place => Self::Places(Places::default()),
        })
    }

    /// Number of cases.
    pub fn len(&self) -> usize {
        match self {
            Self::Codes(column) => column.0.len(),
            Self::Sets(column) => column.0.len(),
            Self::Places(column) => column.codes.len(),
            Self::Days(column) => column.0.len(),
            Self::Numbers(column) => column.0.len(),
        }
    }

    /// No cases at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a case without an answer.
    pub fn push_missing(&mut self, missing: Missing) {
        match self {
            Self::Codes(column) => column.push(Err(missing)),
            Self::Sets(column) => column.push(Err(missing)),
            Self::Places(column) => column.push_code(Err(missing)),
            Self::Days(column) => column.push(Err(missing)),
            Self::Numbers(column) => column.push(Err(missing)),
        }
    }

    /// Adds the cases of `other`, a column of the same field; a column of
    /// another kind adds cases without an answer.
    fn append(&mut self, other: &Self) {
        match (self, other) {
            (Self::Codes(mine), Self::Codes(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Sets(mine), Self::Sets(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Days(mine), Self::Days(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Numbers(mine), Self::Numbers(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Places(mine), Self::Places(theirs)) => mine.append(theirs),
            (mine, theirs) => (0..theirs.len()).for_each(|_| mine.push_missing(Missing::Blank)),
        }
    }
}

/// Codes of `One` and `YesNo` fields, one byte a case: the place in the
/// field's list of values, or in the upper four values why there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes(Vec<u8>);

impl Codes {
    const FIRST_MISSING: u8 = 252;

    /// Adds a case; a code that does not fit is kept as not recognised.
    pub fn push(&mut self, answer: Result<u8, Missing>) {
        self.0.push(match answer {
            Ok(code) if code < Self::FIRST_MISSING => code,
            Ok(_) => Self::FIRST_MISSING + Missing::Unrecognised as u8,
            Err(missing) => Self::FIRST_MISSING + missing as u8,
        });
    }

    /// Takes the last case off; blank without one.
    pub fn pop(&mut self) -> Result<u8, Missing> {
        self.0.pop().map_or(Err(Missing::Blank), Self::decode)
    }

    /// The answer of one case; blank beyond the last.
    pub fn get(&self, case: usize) -> Result<u8, Missing> {
        self.0.get(case).map_or(Err(Missing::Blank), |&raw| Self::decode(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl Iterator<Item = Result<u8, Missing>> + '_ {
        self.0.iter().map(|&raw| Self::decode(raw))
    }

    /// Replaces every answer `from` by `to`.
    pub fn replace(&mut self, from: u8, to: Result<u8, Missing>) {
        let to = to.unwrap_or_else(|missing| Self::FIRST_MISSING + missing as u8);
        self.0.iter_mut().filter(|raw| **raw == from).for_each(|raw| *raw = to);
    }

    fn decode(raw: u8) -> Result<u8, Missing> {
        match raw.checked_sub(Self::FIRST_MISSING) {
            None => Ok(raw),
            Some(reason) => Err(Missing::from_number(u32::from(reason))),
        }
    }
}

/// Several answers of one case: a bit for each value of the field's list, and
/// the upper four bits for why there is no answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sets(Vec<u32>);

impl Sets {
    const FIRST_MISSING: u32 = 1 << 28;

    /// Adds a case. `Ok` holds a bit for each answer; no bit at all is blank.
    pub fn push(&mut self, answers: Result<u32, Missing>) {
        self.0.push(match answers {
            Ok(bits) if bits & (Self::FIRST_MISSING - 1) != 0 => bits & (Self::FIRST_MISSING - 1),
            Ok(_) => Self::FIRST_MISSING << Missing::Blank as u32,
            Err(missing) => Self::FIRST_MISSING << missing as u32,
        });
    }

    /// Takes the last case off; blank without one.
    pub fn pop(&mut self) -> Result<u32, Missing> {
        self.0.pop().map_or(Err(Missing::Blank), Self::decode)
    }

    /// The answers of one case; blank beyond the last.
    pub fn get(&self, case: usize) -> Result<u32, Missing> {
        self.0.get(case).map_or(Err(Missing::Blank), |&raw| Self::decode(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl Iterator<Item = Result<u32, Missing>> + '_ {
        self.0.iter().map(|&raw| Self::decode(raw))
    }

    fn decode(raw: u32) -> Result<u32, Missing> {
        match raw / Self::FIRST_MISSING {
            0 => Ok(raw),
            flags => Err(Missing::from_number(flags.trailing_zeros())),
        }
    }
}

/// Answers taken as they come, each distinct one kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    codes: Vec<u16>,
    names: Vec<String>,
}

impl Places {
    const FIRST_MISSING: u16 = u16::MAX - 3;

    /// The code of a name, added if it is new; `None` when the list is full.
    /// Linear: the caller remembers what it asked.
    pub fn code_of(&mut self, name: &str) -> Option<u16> {
        let place = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u16::try_from(place).ok().filter(|&code| code < Self::FIRST_MISSING)
    }

    /// Adds a case with a code from [`Places::code_of`].
    pub fn push_code(&mut self, answer: Result<u16, Missing>) {
        self.codes.push(answer.unwrap_or_else(|missing| Self::FIRST_MISSING + missing as u16));
    }

    /// The answer of one case: a place in [`Places::names`].
    pub fn get(&self, case: usize) -> Result<u16, Missing> {
        self.codes.get(case).map_or(Err(Missing::Blank), |&raw| Self::decode(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl Iterator<Item = Result<u16, Missing>> + '_ {
        self.codes.iter().map(|&raw| Self::decode(raw))
    }

    /// The distinct names, in the order in which they were met.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    fn decode(raw: u16) -> Result<u16, Missing> {
        match raw.checked_sub(Self::FIRST_MISSING) {
            None => Ok(raw),
            Some(reason) => Err(Missing::from_number(u32::from(reason))),
        }
    }

    fn append(&mut self, other: &Self) {
        // Two files may write one place in two ways.
        let known: Vec<String> = self.names.iter().map(|name| fold(name)).collect();
        let mut codes = Vec::with_capacity(other.names.len());
        for name in &other.names {
            let folded = fold(name);
            codes.push(match known.iter().position(|name| *name == folded) {
                Some(code) => u16::try_from(code).ok(),
                None => self.code_of(name),
            });
        }
        for answer in other.iter() {
            self.push_code(answer.and_then(|code| {
                codes.get(usize::from(code)).copied().flatten().ok_or(Missing::Unrecognised)
            }));
        }
    }
}

/// Days, two bytes a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days(Vec<i16>);

impl Days {
    const FIRST_MISSING: i16 = i16::MIN;

    /// Adds a case.
    pub fn push(&mut self, answer: Result<Day, Missing>) {
        self.0.push(answer.map_or_else(|missing| Self::FIRST_MISSING + missing as i16, Day::number));
    }

    /// The answer of one case; blank beyond the last.
    pub fn get(&self, case: usize) -> Result<Day, Missing> {
        self.0.get(case).map_or(Err(Missing::Blank), |&raw| Self::decode(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl Iterator<Item = Result<Day, Missing>> + '_ {
        self.0.iter().map(|&raw| Self::decode(raw))
    }

    fn decode(raw: i16) -> Result<Day, Missing> {
        match raw.wrapping_sub(Self::FIRST_MISSING) {
            reason @ 0..=3 => Err(Missing::from_number(u32::from(reason.unsigned_abs()))),
            _ => Ok(Day::from_number(raw)),
        }
    }
}

/// Whole numbers, two bytes a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers(Vec<u16>);

impl Numbers {
    const FIRST_MISSING: u16 = u16::MAX - 3;

    /// Adds a case; a number that does not fit is kept as not recognised.
    pub fn push(&mut self, answer: Result<u16, Missing>) {
        self.0.push(match answer {
            Ok(number) if number < Self::FIRST_MISSING => number,
            Ok(_) => Self::FIRST_MISSING + Missing::Unrecognised as u16,
            Err(missing) => Self::FIRST_MISSING + missing as u16,
        });
    }

    /// The answer of one case; blank beyond the last.
    pub fn get(&self, case: usize) -> Result<u16, Missing> {
        self.0.get(case).map_or(Err(Missing::Blank), |&raw| Self::decode(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl Iterator<Item = Result<u16, Missing>> + '_ {
        self.0.iter().map(|&raw| Self::decode(raw))
    }

    fn decode(raw: u16) -> Result<u16, Missing> {
        match raw.checked_sub(Self::FIRST_MISSING) {
            None => Ok(raw),
            Some(reason) => Err(Missing::from_number(u32::from(reason))),
        }
    }
}

/// A file that cases came from (`bron`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file's name as given.
    pub name: String,
    /// How many cases it holds.
    pub cases: usize,
}

/// All cases of one file or of several, column by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cases {
    len: usize,
    sources: Vec<Source>,
    /// By place in [`FIELDS`]; `None` when no file has the field.
    columns: Vec<Option<Column>>,
    /// Ids of the fields that hold a column of the file's own, with its heading.
    headings: Vec<(&'static str, String)>,
}

impl Cases {
    /// The cases of one file. `columns` by place in [`FIELDS`]; each as long
    /// as `len`, else it is left out.
    pub fn new(name: impl Into<String>, len: usize, mut columns: Vec<Option<Column>>) -> Self {
        columns.resize_with(FIELDS.len(), || None);
        for column in &mut columns {
            if column.as_ref().is_some_and(|column| column.len() != len) {
                *column = None;
            }
        }
        Self { len, sources: vec![Source { name: name.into(), cases: len }], columns, headings: Vec::new() }
    }

    /// The same cases with the headings of the columns of the file's own, by field id.
    #[must_use]
    pub fn with_headings(self, headings: Vec<(&'static str, String)>) -> Self {
        Self { headings, ..self }
    }

    /// Headings of the columns of the files' own, by field id.
    pub fn headings(&self) -> &[(&'static str, String)] {
        &self.headings
    }

    /// Adds the cases of another file. What only one of them asked has no
    /// answer for the other's cases: see [`Missing::of_absent`].
    pub fn append(&mut self, other: Self) {
        if self.is_empty() && self.sources.is_empty() {
            *self = other;
            return;
        }
        self.columns.resize_with(FIELDS.len(), || None);
        for (index, (mine, field)) in self.columns.iter_mut().zip(FIELDS).enumerate() {
            let theirs = other.columns.get(index).and_then(Option::as_ref);
            let absent = Missing::of_absent(field.kind);
            if mine.is_none() && theirs.is_some() {
                *mine = Column::for_kind(field.kind);
                (0..self.len).for_each(|_| mine.iter_mut().for_each(|column| column.push_missing(absent)));
            }
            match (mine, theirs) {
                (Some(mine), Some(theirs)) => mine.append(theirs),
                (Some(mine), None) => (0..other.len).for_each(|_| mine.push_missing(absent)),
                (None, _) => {}
            }
        }
        self.len += other.len;
        self.sources.extend(other.sources);
        add_headings(&mut self.headings, other.headings);
    }

    /// Number of cases.
    pub fn len(&self) -> usize {
        self.len
    }

    /// No cases at all.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The files, in the order in which they were read; their cases stand in this order too.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The answers in the field with this id, if a file has it.
    pub fn column(&self, field: &str) -> Option<&Column> {
        field_index(field).and_then(|index| self.columns.get(index)).and_then(Option::as_ref)
    }

    /// The days of a date field.
    pub fn days(&self, field: &str) -> Option<&Days> {
        match self.column(field) {
            Some(Column::Days(days)) => Some(days),
            _ => None,
        }
    }

    /// The latest day in any date field: the default reference date.
    pub fn latest_day(&self) -> Option<Day> {
        let days = self.columns.iter().filter_map(|column| match column {
            Some(Column::Days(days)) => Some(days),
            _ => None,
        });
        days.flat_map(|days| days.iter().flatten()).max()
    }
}

/// Adds the headings of fields that have none yet.
pub fn add_headings(mine: &mut Vec<(&'static str, String)>, theirs: Vec<(&'static str, String)>) {
    for (field, heading) in theirs {
        if mine.iter().all(|(known, _)| *known != field) {
            mine.push((field, heading));
        }
    }
}

impl Missing {
    /// The kinds, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Blank, Self::Unknown, Self::NotApplicable, Self::Unrecognised];

    /// Why the cases of a file that does not have a field have no answer in it.
    /// A blank date says that it has not come yet (a case that is still open);
    /// a file that never held the date does not say that.
    pub fn of_absent(kind: Kind) -> Self {
        if kind == Kind::Date { Self::Unknown } else { Self::Blank }
    }

    fn from_number(number: u32) -> Self {
        match number {
            1 => Self::Unknown,
            2 => Self::NotApplicable,
            3 => Self::Unrecognised,
            _ => Self::Blank,
        }
    }
}
