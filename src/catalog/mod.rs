//! What a monitor file holds: fields, values, spellings, indicators.
//!
//! The words are data, in `catalog.toml` beside this file; `build.rs` turns
//! them into the constants included here, so that nothing is parsed at run
//! time. This is the only room that knows Dutch domain words. It knows no file
//! format and counts nothing.

mod clauses;
mod fold;
pub mod letters;
mod likeness;
mod listing;

pub use clauses::{PARENT_PREFIX, PARENTS, row_label};
pub use fold::fold;
pub(crate) use fold::for_each_folded;
pub use likeness::{Likeness, NOT_APPLICABLE, UNKNOWN, likeness, nearest};
pub(crate) use listing::{has_some, is_listed};

/// A field of the monitor file. Identity is the place in [`FIELDS`].
#[derive(Debug)]
pub struct Field {
    /// Stable id, such as `leeftijd`.
    pub id: &'static str,
    /// What kind of answers it holds.
    pub kind: Kind,
    /// What people read.
    pub label: Label,
    /// Headings under which it is met, folded by [`fold`].
    pub headings: Words,
    /// The answers of a `One`, `Many` or `YesNo` field, in the order of the
    /// catalog; empty for other kinds. At most [`MAX_VALUES`].
    pub values: &'static [Value],
    /// Spellings that mean one thing in one column and another in another.
    pub ambiguous: &'static [Ambiguous],
    /// For a number: the least and the greatest that can be true, in the field's unit.
    pub plausible: Option<(u16, u16)>,
}

/// A spelling whose meaning depends on what else the column holds: `m` beside
/// `v` is a boy, beside `j` a girl. When no reading fits, or more than one
/// does, it can't be told.
#[derive(Debug)]
pub struct Ambiguous {
    /// The spelling, folded by [`fold`].
    pub spelling: &'static str,
    /// What it can mean.
    pub readings: &'static [Reading],
}

/// One meaning of an ambiguous spelling.
#[derive(Debug)]
pub struct Reading {
    /// Spellings, folded by [`fold`], of which one or more are in the column.
    pub beside: &'static [&'static str],
    /// The value meant, by code.
    pub code: &'static str,
}

/// An answer of a list.
#[derive(Debug)]
pub struct Value {
    /// Stable code, such as `13-16` or `trauma`.
    pub code: &'static str,
    /// What people read.
    pub label: Label,
    /// Ways in which it is written, folded by [`fold`]; the code and the Dutch label are among them.
    pub spellings: Words,
    /// `onbekend`, `anders`: drawn after the others, whatever its size.
    pub role: Role,
}

/// Folded words of the catalog, in its order. Kept as one text: a thousand
/// small texts with their addresses weigh more to download than their letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(&'static str);

impl Words {
    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// Whether this is one of them.
    pub fn holds(self, word: &str) -> bool {
        is_listed(self.0, b'|', word)
    }
}

/// Whether a value is an answer like others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// An answer.
    Answer,
    /// The rest (`anders`, `overig`): drawn last among the answers.
    Other,
    /// Written down as not known: counts as a missing answer.
    Unknown,
}

/// A text in the languages that we speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

/// The languages that people can read this in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Dutch, the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// `en` and its variants are English, everything else Dutch.
    pub fn from_tag(tag: &str) -> Self {
        if tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en")) { Self::En } else { Self::Nl }
    }
}

impl Label {
    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}

/// What kind of answers a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A case number: used to find double rows, never shown or exported.
    Id,
    /// A day.
    Date,
    /// One value of a list.
    One,
    /// Several values of a list.
    Many,
    /// A whole number.
    Number,
    /// Yes or no; its values are `ja` and `nee`, in that order.
    YesNo,
    /// Values as they come: regions and municipalities.
    Place,
}

/// An indicator: a figure, or a group of figures, that a report can hold.
#[derive(Debug)]
pub struct IndicatorDef {
    /// Stable id, such as `doorlooptijd`.
    pub id: &'static str,
    /// How it is counted.
    pub form: Form,
    /// The fields it is made from, by id; the first is the main one.
    pub fields: &'static [&'static str],
    /// For a share: the codes of the main field that count as yes. For `bijna_18` empty.
    pub codes: &'static [&'static str],
    /// For a time between two dates: how long it may be.
    pub within: Option<Within>,
    /// Shares are of the known answers by definition, whatever a person sets.
    pub of_known: bool,
    /// The section of the report in which it stands.
    pub section: &'static str,
    /// Short name: `Leeftijd bij aanmelding`.
    pub label: Label,
    /// What is counted, as a subtitle: `Problematiek die voorop staat`.
    pub measure: Label,
}

/// How an indicator is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Referrals in time.
    Series,
    /// How the answers of one field are spread.
    Distribution,
    /// Ages in bands.
    Ages,
    /// Time from referral to closing.
    Duration,
    /// The part of the cases with one answer.
    Share,
    /// Sums of numbers.
    Totals,
    /// The part of the cases in which one date follows another soon enough.
    Within,
    /// How many different problems a case has.
    Stacking,
    /// Which problems come together.
    Cooccurrence,
    /// How many cases fit each profile.
    Profiles,
    /// Where a group differs from the rest.
    Threads,
}

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// Number of days after the first.
    pub days: u16,
    /// Working days; else calendar days.
    pub working: bool,
}

/// A group of cases by rules that all hold.
#[derive(Debug)]
pub struct ProfileDef {
    /// Stable id, such as `ass_trauma`.
    pub id: &'static str,
    /// What people read.
    pub label: Label,
    /// The rules.
    pub rules: &'static [RuleDef],
}

/// A rule over one field: so many of these answers, or a number between these.
#[derive(Debug)]
pub struct RuleDef {
    /// A field's id, or [`PROBLEMS`].
    pub field: &'static str,
    /// Codes, of which a case has `least` different ones.
    pub values: &'static [&'static str],
    /// How many of the codes.
    pub least: Option<u32>,
    /// Of a number: at least.
    pub from: Option<u16>,
    /// Of a number: at most.
    pub to: Option<u16>,
}

/// In a rule: the problems of the child, of the fields [`PROBLEM_FIELDS`] together.
pub const PROBLEMS: &str = "problemen";
/// The fields that hold problems of the child, from one list: the one in front, and the further ones.
pub const PROBLEM_FIELDS: [&str; 2] = ["problematiek", "bijkomend"];

/// A section of the report, in the order of reading.
#[derive(Debug)]
pub struct Section {
    /// Stable id.
    pub id: &'static str,
    /// What people read.
    pub label: Label,
}

/// A band of whole years, both ends included.
#[derive(Debug)]
pub struct AgeBand {
    /// Stable code: `0-3`.
    pub code: &'static str,
    /// What people read.
    pub label: Label,
    /// Youngest age in years.
    pub from: u16,
    /// Oldest age in years; `u16::MAX` when open.
    pub to: u16,
}

/// A band of lead times in calendar months.
#[derive(Debug)]
pub struct MonthBand {
    /// Stable code: `0-3`.
    pub code: &'static str,
    /// What people read.
    pub label: Label,
    /// Closed on or before the same day of this later month; `None` when open.
    pub months: Option<u32>,
}

/// Spellings of the three kinds of missing answers, folded by [`fold`]; what
/// folds to nothing (`-`, `?`, blank) is decided in `clean`.
#[derive(Debug)]
pub struct MissingSpellings {
    /// Asked, and not known.
    pub unknown: &'static [&'static str],
    /// Does not apply.
    pub not_applicable: &'static [&'static str],
    /// Not filled in.
    pub blank: &'static [&'static str],
}

/// Rows of totals are known by a cell that begins with one of the first
/// words and goes on with further words and numbers. Folded by [`fold`].
#[derive(Debug)]
pub struct TotalSpellings {
    /// What such a cell begins with.
    pub first: &'static [&'static str],
    /// What may follow.
    pub further: &'static [&'static str],
}

/// Most values that the list of a field can have: a case's answers are bits of
/// a `u32`, of which the upper ones say why an answer is missing.
pub const MAX_VALUES: usize = 28;

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// The field with this id.
pub fn field(id: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.id == id)
}

/// The place of the field in [`FIELDS`].
pub fn field_index(id: &str) -> Option<usize> {
    FIELDS.iter().position(|field| field.id == id)
}

/// The indicator with this id.
pub fn indicator(id: &str) -> Option<&'static IndicatorDef> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}

impl Field {
    /// The value with this code.
    pub fn value(&self, code: &str) -> Option<&'static Value> {
        self.values.iter().find(|value| value.code == code)
    }

    /// Whether it is a column of the file's own that is kept as it is.
    pub fn is_own(&self) -> bool {
        self.id.starts_with("eigen_")
    }

    /// Whether a person may say that a spelling means this: a value, why there
    /// is no answer, or (empty) that it has no meaning.
    pub fn accepts(&self, code: &str) -> bool {
        self.value(code).is_some() || matches!(code, UNKNOWN | NOT_APPLICABLE | "")
    }
}
