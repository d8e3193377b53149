//! The column store: what is known of each case, as codes, sets and days.
//!
//! Knows the catalog's fields, no file format and no statistics. A column is
//! present only if the file has the field.

mod day;
mod doubles;
mod fingerprint;
mod identity;
mod moments;
mod packed;
mod ranked;
mod same;
mod sets;

use std::{cmp::Ordering, ops::Range};

pub use day::Day;
pub use doubles::Doubles;
pub use fingerprint::Fingerprint;
pub use identity::Identities;
pub use moments::{Overlap, Pair};
pub use ranked::{BLOCK, Block, Blocks, Ranked};
pub use sets::Sets;

use crate::catalog::{FIELDS, Kind, field_index, fold};
use ranked::Extent;

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
            Self::Sets(column) => column.len(),
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
        self.push_many_missing(missing, 1);
    }

    /// Adds as many cases without an answer.
    fn push_many_missing(&mut self, missing: Missing, times: usize) {
        let len = self.len() + times;
        match self {
            Self::Codes(column) => column.0.resize(len, Codes::FIRST_MISSING + missing as u8),
            Self::Sets(column) => column.push_missing(missing, times),
            Self::Places(Places { codes: words, .. })
            | Self::Days(Days(words))
            | Self::Numbers(Numbers(words)) => words.resize(len, FIRST_MISSING + missing as u16),
        }
    }

    /// The answer of one case as a number, or why there is none; equal for
    /// equal answers within this column.
    pub fn key(&self, case: usize) -> Result<u32, Missing> {
        match self {
            Self::Codes(column) => column.get(case).map(u32::from),
            Self::Sets(column) => column.get(case),
            Self::Places(column) => column.get(case).map(u32::from),
            Self::Days(column) => {
                column.get(case).map(|day| u32::from(day.number().wrapping_sub(i16::MIN).cast_unsigned()))
            }
            Self::Numbers(column) => column.get(case).map(u32::from),
        }
    }

    /// Which of two cases comes first by its answer, whatever was read first:
    /// codes of places are given in the order of reading, so names decide.
    fn order(&self, one: usize, other: usize) -> Ordering {
        let (one, other) = (self.key(one), self.key(other));
        match (self, one, other) {
            (Self::Places(places), Ok(one), Ok(other)) if one != other => {
                places.folded(one).cmp(&places.folded(other))
            }
            (_, Err(one), Err(other)) => (one as u8).cmp(&(other as u8)),
            (_, one, other) => one.ok().cmp(&other.ok()),
        }
    }

    /// Adds the cases of `other`, a column of the same field; a column of
    /// another kind adds cases without an answer.
    fn append(&mut self, other: &Self) {
        match (self, other) {
            (Self::Codes(mine), Self::Codes(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Sets(mine), Self::Sets(theirs)) => mine.append(theirs),
            (Self::Days(mine), Self::Days(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Numbers(mine), Self::Numbers(theirs)) => mine.0.extend_from_slice(&theirs.0),
            (Self::Places(mine), Self::Places(theirs)) => mine.append(theirs),
            (mine, theirs) => mine.push_many_missing(Missing::Blank, theirs.len()),
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
    #[inline(always)]
    pub fn push(&mut self, answer: Result<u8, Missing>) {
        self.0.push(Self::encode(answer));
    }

    /// Puts another answer in place of a case's own.
    pub fn set(&mut self, case: usize, answer: Result<u8, Missing>) {
        self.0.iter_mut().skip(case).take(1).for_each(|raw| *raw = Self::encode(answer));
    }

    #[inline(always)]
    fn encode(answer: Result<u8, Missing>) -> u8 {
        match answer {
            Ok(code) if code < Self::FIRST_MISSING => code,
            Ok(_) => Self::FIRST_MISSING + Missing::Unrecognised as u8,
            Err(missing) => Self::FIRST_MISSING + missing as u8,
        }
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

/// Of two bytes a case the upper four values say why there is no answer.
const FIRST_MISSING: u16 = u16::MAX - 3;

/// Answers taken as they come, each distinct one kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    codes: Vec<u16>,
    names: Vec<String>,
}

impl Places {
    /// The code of a name, added if it is new; `None` when the list is full.
    /// Linear: the caller remembers what it asked.
    pub fn code_of(&mut self, name: &str) -> Option<u16> {
        let place = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u16::try_from(place).ok().filter(|&code| code < FIRST_MISSING)
    }

    /// Adds a case with a code from [`Places::code_of`].
    #[inline(always)]
    pub fn push_code(&mut self, answer: Result<u16, Missing>) {
        self.codes.push(answer.unwrap_or_else(|missing| FIRST_MISSING + missing as u16));
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
        match raw.checked_sub(FIRST_MISSING) {
            None => Ok(raw),
            Some(reason) => Err(Missing::from_number(u32::from(reason))),
        }
    }

    fn folded(&self, code: u32) -> Option<String> {
        self.names.get(code as usize).map(|name| fold(name))
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
pub struct Days(Vec<u16>);

impl Days {
    /// Adds a case.
    #[inline(always)]
    pub fn push(&mut self, answer: Result<Day, Missing>) {
        self.0.push(answer.map_or_else(
            |missing| FIRST_MISSING + missing as u16,
            // The four earliest numbers are no days.
            |day| day.number().cast_unsigned().wrapping_add(1 << 15).wrapping_sub(4),
        ));
    }

    /// The answer of one case; blank beyond the last.
    pub fn get(&self, case: usize) -> Result<Day, Missing> {
        self.0.get(case).map_or(Err(Missing::Blank), |&raw| Self::decode(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl Iterator<Item = Result<Day, Missing>> + '_ {
        self.0.iter().map(|&raw| Self::decode(raw))
    }

    /// The latest day of these cases, less those that are excluded.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn latest(&self, cases: Range<usize>, excluded: Option<&[bool]>) -> Option<Day> {
        let days = self.0.get(cases.clone()).unwrap_or_default();
        let mut latest = 0;
        // What is no day comes before all days.
        match excluded.and_then(|excluded| excluded.get(cases)) {
            None => days.iter().for_each(|&raw| latest = raw.wrapping_add(4).max(latest)),
            Some(excluded) => {
                for (&raw, &excluded) in days.iter().zip(excluded) {
                    latest = if excluded { latest } else { raw.wrapping_add(4).max(latest) };
                }
            }
        }
        latest.checked_sub(4).and_then(|raw| Self::decode(raw).ok())
    }

    fn decode(raw: u16) -> Result<Day, Missing> {
        match raw.checked_sub(FIRST_MISSING) {
            None => Ok(Day::from_number(raw.wrapping_add(4).wrapping_sub(1 << 15).cast_signed())),
            Some(reason) => Err(Missing::from_number(u32::from(reason))),
        }
    }
}

/// Whole numbers, two bytes a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers(Vec<u16>);

impl Numbers {
    /// Adds a case; a number that does not fit is kept as not recognised.
    #[inline(always)]
    pub fn push(&mut self, answer: Result<u16, Missing>) {
        self.0.push(Self::encode(answer));
    }

    /// Puts another answer in place of a case's own.
    pub fn set(&mut self, case: usize, answer: Result<u16, Missing>) {
        self.0.iter_mut().skip(case).take(1).for_each(|raw| *raw = Self::encode(answer));
    }

    #[inline(always)]
    fn encode(answer: Result<u16, Missing>) -> u16 {
        match answer {
            Ok(number) if number < FIRST_MISSING => number,
            Ok(_) => FIRST_MISSING + Missing::Unrecognised as u16,
            Err(missing) => FIRST_MISSING + missing as u16,
        }
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
        match raw.checked_sub(FIRST_MISSING) {
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

/// What is known of the cases of one file beside their answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct OfFile {
    /// Place of its first case among all.
    start: usize,
    /// By place in [`FIELDS`]: the file has the field.
    fields: Vec<bool>,
    identities: Identities,
}

/// All cases of one file or of several, column by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cases {
    len: usize,
    sources: Vec<Source>,
    /// By place in [`FIELDS`]; `None` when no file has the field.
    columns: Vec<Option<Column>>,
    /// By place in [`FIELDS`]: where the answers of the column lie.
    extents: Vec<Extent>,
    /// Ids of the fields that hold a column of the file's own, with its heading.
    headings: Vec<(&'static str, String)>,
    /// One for each source.
    files: Vec<OfFile>,
    /// One for each case that is not counted; empty when all are.
    excluded: Vec<bool>,
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
        let fields = columns.iter().map(Option::is_some).collect();
        Self {
            len,
            extents: extents(&mut columns),
            sources: vec![Source { name: name.into(), cases: len }],
            columns,
            headings: Vec::new(),
            files: vec![OfFile { fields, ..OfFile::default() }],
            excluded: Vec::new(),
        }
    }

    /// The same cases of one file, to be known again by these, in the order of the cases.
    #[must_use]
    pub fn known_by(mut self, identities: Identities) -> Self {
        if let Some(file) = self.files.first_mut() {
            file.identities = identities;
        }
        self
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
    /// answer for the other's cases: see [`Missing::of_absent`]. All rows count
    /// until [`Cases::count_once`].
    pub fn append(&mut self, other: Self) {
        if self.is_empty() && self.sources.is_empty() {
            *self = other;
        } else {
            self.append_further(other);
        }
        self.count_all();
    }

    /// Adds the cases of a second file, or of one after that.
    #[inline(never)]
    fn append_further(&mut self, other: Self) {
        self.columns.resize_with(FIELDS.len(), || None);
        for (index, (mine, field)) in self.columns.iter_mut().zip(FIELDS).enumerate() {
            let theirs = other.columns.get(index).and_then(Option::as_ref);
            let absent = Missing::of_absent(field.kind);
            if mine.is_none() && theirs.is_some() {
                *mine = Column::for_kind(field.kind);
                mine.iter_mut().for_each(|column| column.push_many_missing(absent, self.len));
            }
            match (mine, theirs) {
                (Some(mine), Some(theirs)) => mine.append(theirs),
                (Some(mine), None) => mine.push_many_missing(absent, other.len),
                (None, _) => {}
            }
        }
        let before = self.len;
        self.len += other.len;
        self.extents = extents(&mut self.columns);
        self.sources.extend(other.sources);
        add_headings(&mut self.headings, other.headings);
        self.files.extend(other.files.into_iter().map(|file| OfFile { start: before + file.start, ..file }));
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

    /// The latest day in any date field of the cases that count: the default reference date.
    pub fn latest_day(&self) -> Option<Day> {
        if self.excluded.is_empty() {
            let dates = self.columns.iter().zip(&self.extents).filter_map(|(column, extent)| match column {
                Some(Column::Days(_)) => extent.latest(),
                _ => None,
            });
            return dates.max();
        }
        self.date_columns().filter_map(|days| days.latest(0..self.len, Some(&self.excluded))).max()
    }

    fn date_columns(&self) -> impl Iterator<Item = &Days> {
        self.columns.iter().filter_map(|column| match column {
            Some(Column::Days(days)) => Some(days),
            _ => None,
        })
    }

    /// The files by number, with the places of their cases among all.
    pub fn ranges(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        (0..self.sources.len()).map_while(|source| Some((source, self.range(source)?)))
    }

    /// The places of the cases of the file with this number.
    fn range(&self, source: usize) -> Option<Range<usize>> {
        let start = self.files.get(source)?.start;
        Some(start..start + self.sources.get(source)?.cases)
    }

    /// The number of the file that a case came from.
    pub fn source_of(&self, case: usize) -> usize {
        self.files.partition_point(|file| file.start <= case).saturating_sub(1)
    }

    /// Whether a file has the field with this place in [`FIELDS`].
    pub fn has_field(&self, source: usize, field: usize) -> bool {
        self.files.get(source).and_then(|file| file.fields.get(field)).copied().unwrap_or(false)
    }

    /// What a case is known by; `None` without a casus number.
    fn mark(&self, source: usize, case: usize) -> Option<u64> {
        let file = self.files.get(source)?;
        file.identities.mark(case.checked_sub(file.start)?)
    }

    /// The row of a case in its file, as a person sees it; 0 when it is not known.
    fn row(&self, source: usize, case: usize) -> u32 {
        let file = self.files.get(source);
        file.and_then(|file| Some(file.identities.row(case.checked_sub(file.start)?))).unwrap_or(0)
    }
}

/// Where the answers of each column lie; sets are ranked for it.
fn extents(columns: &mut [Option<Column>]) -> Vec<Extent> {
    let extent = |column: &mut Column| {
        if let Column::Sets(sets) = column {
            sets.rank();
        }
        Extent::of(column)
    };
    columns.iter_mut().map(|column| column.as_mut().map(extent).unwrap_or_default()).collect()
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
