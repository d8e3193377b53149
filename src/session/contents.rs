//! Checks of columns as a whole: nearly empty ones, and files that answer one
//! field with other lists.

use super::Session;
use crate::{
    cases::{Cases, Column, Missing},
    catalog::{FIELDS, Field, Kind},
    finding::{Finding, FindingCode},
};

/// Of fewer cases nothing is said: a small file has odd columns by chance.
const ENOUGH_CASES: u64 = 20;
/// A column is nearly empty when at least nine in ten cases have no answer.
const NEARLY_ALL: u64 = 9;
/// Shares of not recognised answers that lie so many percent apart differ.
const POINTS_APART: u64 = 30;

const REFERRAL: &str = "aanmelddatum";

/// What the cases of one file answer in one field.
#[derive(Clone, Copy, Default)]
struct Answers {
    cases: u64,
    known: u64,
    unrecognised: u64,
    /// Not filled in, or not known; not applicable is an answer.
    empty: u64,
    /// A bit for each code that occurs; none but for lists.
    codes: u32,
}

impl Answers {
    /// Of answers as a column gives them, each with the number of cases.
    fn of(column: &Column, counts: impl Iterator<Item = (Result<u32, Missing>, u64)>) -> Self {
        let mut answers = Self::default();
        for (answer, cases) in counts {
            answers.cases += cases;
            match answer {
                Ok(key) => {
                    answers.known += cases;
                    answers.codes |= match column {
                        Column::Codes(_) => 1 << (key & 31),
                        Column::Sets(_) => key,
                        _ => 0,
                    };
                }
                Err(Missing::Unrecognised) => answers.unrecognised += cases,
                Err(Missing::Blank | Missing::Unknown) => answers.empty += cases,
                Err(Missing::NotApplicable) => {}
            }
        }
        answers
    }

    /// In percent of what is written.
    fn unrecognised_share(self) -> u64 {
        100 * self.unrecognised / (self.known + self.unrecognised).max(1)
    }

    fn is_nearly_empty(self) -> bool {
        self.cases >= ENOUGH_CASES && 10 * self.empty >= NEARLY_ALL * self.cases
    }

    /// Lists that have no answer in common, though each uses more than one of them:
    /// a file of one region, or one where everything is *ja*, is no other list.
    fn is_apart_from(self, other: Self) -> bool {
        let enough = |one: Self| one.known >= ENOUGH_CASES && one.codes.count_ones() > 1;
        enough(self) && enough(other) && self.codes & other.codes == 0
    }

    /// Much more of this file is not recognised.
    fn is_stranger_than(self, other: Self) -> bool {
        let enough = |one: Self| one.known + one.unrecognised >= ENOUGH_CASES;
        enough(self)
            && enough(other)
            && self.unrecognised_share() >= other.unrecognised_share() + POINTS_APART
    }
}

impl Session {
    /// Says which columns are nearly empty, and which files answer with other lists than another one.
    pub(super) fn look_at_contents(&mut self) {
        for (place, field) in FIELDS.iter().enumerate() {
            let Some(column) = self.cases.column(field.id) else { continue };
            let files = answers_by_file(&self.cases, place, column);
            let mut found = Vec::new();
            for (at, &(source, answers)) in files.iter().enumerate() {
                if answers.is_nearly_empty() && !is_yet_to_come(field) {
                    found.push((FindingCode::ColumnNearlyEmpty, source, answers.empty));
                }
                let others = files.iter().enumerate().filter(|(other, _)| *other != at);
                let differs = |(other, (_, theirs)): (usize, &(usize, Answers))| {
                    // Of two lists that have nothing in common the later one is named.
                    answers.is_stranger_than(*theirs) || (other < at && answers.is_apart_from(*theirs))
                };
                if others.into_iter().any(differs) {
                    found.push((FindingCode::CodesDiffer, source, answers.known + answers.unrecognised));
                }
            }
            let field = Some(field.id);
            self.findings.extend(found.into_iter().map(|(code, source, count)| Finding {
                field,
                ..super::files::finding(code, source, count)
            }));
        }
    }
}

/// A blank date of closing, or of any step but the first, says that it has not come yet.
fn is_yet_to_come(field: &Field) -> bool {
    field.kind == Kind::Date && field.id != REFERRAL
}

/// The files that have the field with this place, with their answers.
fn answers_by_file(cases: &Cases, field: usize, column: &Column) -> Vec<(usize, Answers)> {
    let with_field = (0..cases.sources().len()).filter(|source| cases.has_field(*source, field));
    let ranked = || FIELDS.get(field).and_then(|field| cases.ranked(field.id));
    let counts = |source| ranked().map(|ranked| ranked.counts(cases.blocks_of(source))).unwrap_or_default();
    with_field.map(|source| (source, Answers::of(column, counts(source).into_iter()))).collect()
}
