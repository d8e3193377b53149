//! What a case answers in a field, as small numbers, and what these are called.

use super::{
    AGE,
    bands::{AgeBand, Bands},
    coded::short,
};
use crate::{
    cases::{Cases, Column, Day, Missing},
    catalog::{Field, Kind, Lang, Role},
    listed::in_order,
    report::MissingBy,
    stats::Tally,
};

/// The answer of one case.
#[derive(Debug, Clone, Copy)]
pub(super) enum Answer {
    /// One key of the axis.
    One(u16),
    /// A bit for each key of the axis; at least one.
    Several(u32),
    /// None, and why.
    None(Missing),
}

impl Answer {
    /// Calls `with` for each key.
    pub(super) fn for_each(self, mut with: impl FnMut(u16)) {
        match self {
            Self::One(key) => with(key),
            Self::Several(mut bits) => {
                // Bit by bit from the lowest; this runs for every case.
                for key in std::iter::from_fn(|| lowest(&mut bits)) {
                    with(key);
                }
            }
            Self::None(_) => {}
        }
    }
}

/// Takes the lowest bit out, and says its place.
fn lowest(bits: &mut u32) -> Option<u16> {
    let place = u16::try_from(bits.trailing_zeros()).ok().filter(|_| *bits != 0)?;
    *bits &= *bits - 1;
    Some(place)
}

/// Number of cases without an answer, by reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct MissingCounts(MissingBy);

impl MissingCounts {
    pub(super) fn add(&mut self, reason: Missing) {
        self.add_times(reason, 1);
    }

    pub(super) fn add_times(&mut self, reason: Missing, times: u64) {
        *match reason {
            Missing::Blank => &mut self.0.blank,
            Missing::Unknown => &mut self.0.unknown,
            Missing::NotApplicable => &mut self.0.not_applicable,
            Missing::Unrecognised => &mut self.0.unrecognised,
        } += times;
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.0.blank += other.0.blank;
        self.0.unknown += other.0.unknown;
        self.0.not_applicable += other.0.not_applicable;
        self.0.unrecognised += other.0.unrecognised;
    }

    pub(super) fn total(self) -> u64 {
        self.0.blank + self.0.unknown + self.0.not_applicable + self.0.unrecognised
    }

    pub(super) fn by_reason(self) -> MissingBy {
        self.0
    }
}

/// The answers that a field can have, each with a key.
///
/// Keys: the place in the field's list of values, in the names met (places),
/// or in the age bands; the number itself; for days the months since 1900.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    field: &'static Field,
    /// Of a place field: the names by key.
    names: Vec<String>,
    /// Of ages.
    bands: Vec<AgeBand>,
}

impl Axis {
    pub(super) fn of(field: &'static Field, cases: &Cases, bands: &Bands) -> Self {
        let names = match cases.column(field.id) {
            Some(Column::Places(places)) => places.names().to_vec(),
            _ => Vec::new(),
        };
        let bands = if field.id == AGE { bands.ages().to_vec() } else { Vec::new() };
        Self { field, names, bands }
    }

    pub(super) fn field(&self) -> &'static Field {
        self.field
    }

    fn is_banded(&self) -> bool {
        self.field.id == AGE
    }

    /// The order of the answers means something.
    pub(super) fn is_ordered(&self) -> bool {
        matches!(self.field.kind, Kind::Number | Kind::Date)
    }

    /// Takes over the names of `other`, and says which key each of its keys has here.
    pub(super) fn adopt(&mut self, other: &Self) -> impl Fn(u16) -> u16 + use<> {
        let keys: Vec<u16> = other.names.iter().map(|name| self.key_of_name(name)).collect();
        move |key| keys.get(usize::from(key)).copied().unwrap_or(key)
    }

    /// The key of a name, which is taken up if it is new.
    pub(super) fn key_of_name(&mut self, name: &str) -> u16 {
        let place = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// Stable code of an answer.
    pub(super) fn code(&self, key: u16) -> String {
        let place = usize::from(key);
        match self.field.kind {
            Kind::Place => self.names.get(place).cloned().unwrap_or_default(),
            Kind::Date => {
                let (year, month) = month_of_key(key);
                format!("{year:04}-{month:02}")
            }
            Kind::Number if self.is_banded() => {
                self.bands.get(place).map(|band| band.code()).unwrap_or_default()
            }
            Kind::Number | Kind::Id => key.to_string(),
            Kind::One | Kind::Many | Kind::YesNo => {
                self.field.values.get(place).map(|value| value.code.to_owned()).unwrap_or_default()
            }
        }
    }

    /// What people read.
    pub(super) fn label(&self, key: u16, lang: Lang) -> String {
        let place = usize::from(key);
        let label = match self.field.kind {
            Kind::Date => {
                let (year, month) = month_of_key(key);
                return super::series::month_label(year, month, lang);
            }
            Kind::Number if self.is_banded() => {
                return self.bands.get(place).map(|band| band.label(lang)).unwrap_or_default();
            }
            Kind::One | Kind::Many | Kind::YesNo => self.field.values.get(place).map(|value| value.label),
            Kind::Place | Kind::Number | Kind::Id => None,
        };
        label.map_or_else(|| self.code(key), |label| label.text(lang).to_owned())
    }

    /// The keys in the order of drawing. Ordered answers keep their order, age
    /// bands with those that nobody has; others by size, ties in the order of
    /// the catalog (places by name), the rest (`anders`) last.
    pub(super) fn in_order(&self, counts: &Tally) -> Vec<u16> {
        if self.is_banded() {
            return (0..).take(self.bands.len()).collect();
        }
        let keys = counts.iter();
        let keys: Vec<(u16, u64)> = if self.is_ordered() {
            keys.collect()
        } else {
            in_order(keys, |&(a, count_a), &(b, count_b)| {
                (self.is_rest(a), count_b).cmp(&(self.is_rest(b), count_a)).then_with(|| self.tie(a, b))
            })
        };
        keys.into_iter().map(|(key, _)| key).collect()
    }

    fn tie(&self, a: u16, b: u16) -> std::cmp::Ordering {
        let name = |key: u16| self.names.get(usize::from(key));
        name(a).cmp(&name(b)).then(a.cmp(&b))
    }

    fn is_rest(&self, key: u16) -> bool {
        self.field.values.get(usize::from(key)).is_some_and(|value| value.role == Role::Other)
    }
}

/// Says what the answers of one field mean.
pub(super) struct Reader<'a> {
    column: Option<&'a Column>,
    /// Bits of the values that are answers.
    answers: u32,
    /// Bits of the values that mean: not known.
    unknown: u32,
    /// Of ages.
    bands: Option<&'a Bands>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(field: &'static Field, cases: &'a Cases, bands: &'a Bands) -> Self {
        let bits = |wanted: fn(Role) -> bool| {
            let chosen = (0u32..).zip(field.values).filter(|(_, value)| wanted(value.role));
            chosen.fold(0, |bits, (place, _)| bits | 1u32.checked_shl(place).unwrap_or(0))
        };
        let answers = bits(|role| role != Role::Unknown);
        let unknown = bits(|role| role == Role::Unknown);
        Self { column: cases.column(field.id), answers, unknown, bands: (field.id == AGE).then_some(bands) }
    }

    /// What an answer of the column means, as [`Column::key`] gives it.
    pub(super) fn answer(&self, answer: Result<u32, Missing>) -> Answer {
        let found = answer.and_then(|answer| match self.column {
            Some(Column::Codes(_)) => {
                let bit = 1u32.checked_shl(answer).unwrap_or(0);
                self.known(bit).map(|_| Answer::One(short(answer)))
            }
            Some(Column::Sets(_)) => self.known(answer).map(Answer::Several),
            Some(Column::Days(_)) => Ok(Answer::One(month_key(day_of_key(short(answer))))),
            Some(Column::Numbers(_)) => self.number(short(answer)),
            Some(Column::Places(_)) | None => Ok(Answer::One(short(answer))),
        });
        found.unwrap_or_else(Answer::None)
    }

    /// The bits that are answers; `onbekend` beside a real answer adds nothing.
    fn known(&self, bits: u32) -> Result<u32, Missing> {
        match bits & self.answers {
            0 if bits & self.unknown != 0 => Err(Missing::Unknown),
            0 => Err(Missing::Unrecognised),
            known => Ok(known),
        }
    }

    fn number(&self, number: u16) -> Result<Answer, Missing> {
        match self.bands {
            None => Ok(Answer::One(number)),
            Some(bands) => bands.of_age(number).map(Answer::One).ok_or(Missing::Unrecognised),
        }
    }
}

const FIRST_YEAR: i32 = 1900;

/// Months since January 1900.
pub(super) fn month_key(day: Day) -> u16 {
    let (year, month, _) = day.parts();
    let years = u32::try_from(year - FIRST_YEAR).unwrap_or(0);
    u16::try_from(years * 12 + month - 1).unwrap_or(u16::MAX)
}

/// Year, and month from 1.
pub(super) fn month_of_key(key: u16) -> (i32, u32) {
    (FIRST_YEAR + i32::from(key / 12), u32::from(key % 12) + 1)
}

/// Days as counted: from 0 for the earliest that exists.
pub(super) fn day_key(day: Day) -> u16 {
    day.number().wrapping_sub(i16::MIN).cast_unsigned()
}

/// The day with this key.
pub(super) fn day_of_key(key: u16) -> Day {
    Day::from_number(key.cast_signed().wrapping_add(i16::MIN))
}
