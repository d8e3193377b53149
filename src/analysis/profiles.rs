//! How many of all selected cases fit each profile. A case may fit several; an
//! unknown answer does not fit.

use super::{
    Profile, Rule, Settings,
    answers::{MissingCounts, Reader},
    bands::Bands,
    coded::{Coded, NONE, bits, short},
    distribution::{counted, indicator},
    filter::Rows,
    plan::known_field,
    problems::Problems,
};
use crate::{
    cases::{Block, Cases, Column, Missing},
    catalog::{
        Field, Kind, Lang, PROBLEM_FIELDS, PROBLEMS, PROFILES, ProfileDef, Role, RuleDef, Value, fold,
    },
    error::{Code, Error, Result},
    listed::in_order,
    report::{Distribution, Figures, Indicator},
};

/// The word by which an error speaks of profiles as a whole.
const WHOLE: &str = "doelgroepen";

/// The profiles in force: those that were set, else those of the catalog.
pub fn profiles(settings: &Settings, lang: Lang) -> Vec<Profile> {
    settings.profiles.clone().unwrap_or_else(|| PROFILES.iter().map(|profile| owned(profile, lang)).collect())
}

fn owned(profile: &ProfileDef, lang: Lang) -> Profile {
    let rule = |rule: &RuleDef| Rule {
        field: rule.field.to_owned(),
        values: rule.values.iter().map(|value| (*value).to_owned()).collect(),
        least: rule.least,
        from: rule.from,
        to: rule.to,
    };
    Profile {
        id: profile.id.to_owned(),
        label: profile.label.text(lang).to_owned(),
        all: profile.rules.iter().map(rule).collect(),
    }
}

/// A profile, checked against the catalog.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    id: String,
    label: String,
    tests: Vec<Test>,
}

/// One rule, checked.
#[derive(Debug, Clone)]
struct Test {
    /// `None` for the problems of the child.
    field: Option<&'static Field>,
    wanted: Wanted,
    least: u32,
}

#[derive(Debug, Clone)]
enum Wanted {
    /// A bit for each code.
    Codes(u32),
    /// Folded.
    Names(Vec<String>),
    /// Both ends included.
    Numbers(u16, u16),
}

/// The profiles of a request, checked.
///
/// # Errors
///
/// `request.unknown-field` for a rule over a field that is not in the catalog;
/// `request.malformed`, with the field, for a rule that its field can't have:
/// a code that it does not know or that stands for no answer, numbers for what is no number,
/// `from` above `to`, `least` above the number of different values, above 1 where a case has one answer,
/// or 0, or nothing at all; and for a profile without an id, without a rule, or with an id that another has.
/// Both with the profile's id.
#[inline(never)]
pub(super) fn checked(settings: &Settings, lang: Lang) -> Result<Vec<Fit>> {
    let mut fits: Vec<Fit> = Vec::new();
    for Profile { id, label, all } in profiles(settings, lang) {
        if id.is_empty() || all.is_empty() || fits.iter().any(|known| known.id == id) {
            return Err(malformed(WHOLE));
        }
        let tests = all.iter().map(test).collect::<Result<_>>();
        let tests = tests.map_err(|error: Error| error.with_word("profile", &id))?;
        fits.push(Fit { id, label, tests });
    }
    Ok(fits)
}

/// Whether figures can be made with these settings.
///
/// # Errors
///
/// `request.malformed` with `setting` for bands that do not rise, lie too far or are too many; for a profile
/// that makes no sense with its id as `profile` and the `field` of the rule.
pub fn check(settings: &Settings) -> Result<()> {
    Bands::of(settings)?;
    checked(settings, Lang::default()).map(|_| ())
}

fn malformed(field: &str) -> Error {
    Error::new(Code::BadRequest).with_word("field", field)
}

fn test(rule: &Rule) -> Result<Test> {
    let problems = rule.field == PROBLEMS;
    let id = if problems { PROBLEM_FIELDS.first().copied().unwrap_or_default() } else { rule.field.as_str() };
    let field = known_field(id)?;
    let wanted = wanted(field, rule).ok_or_else(|| malformed(&rule.field))?;
    let least = rule.least.unwrap_or(1);
    let most = match &wanted {
        Wanted::Codes(bits) if problems || field.kind == Kind::Many => bits.count_ones(),
        _ => 1,
    };
    if least == 0 || least > most {
        return Err(malformed(&rule.field));
    }
    Ok(Test { field: (!problems).then_some(field), wanted, least })
}

/// `None` for what the field can't have.
fn wanted(field: &Field, rule: &Rule) -> Option<Wanted> {
    let Rule { values, from, to, .. } = rule;
    let ranged = from.is_some() || to.is_some();
    match field.kind {
        Kind::Number if ranged && values.is_empty() => {
            let (from, to) = (from.unwrap_or(0), to.unwrap_or(u16::MAX));
            (from <= to).then_some(Wanted::Numbers(from, to))
        }
        _ if ranged || values.is_empty() => None,
        Kind::Place => Some(Wanted::Names(values.iter().map(|name| fold(name)).collect())),
        Kind::One | Kind::Many | Kind::YesNo => {
            let bit = |code: &String| {
                let answer = |value: &Value| value.code == *code && value.role != Role::Unknown;
                let place = field.values.iter().position(answer)?;
                1u32.checked_shl(u32::try_from(place).ok()?)
            };
            values.iter().try_fold(0, |all, code| Some(all | bit(code)?)).map(Wanted::Codes)
        }
        Kind::Number | Kind::Date | Kind::Id => None,
    }
}

impl Fit {
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

/// Counts of all cases, and of those that fit each profile.
#[derive(Debug, Clone)]
pub(super) struct Groups {
    fits: Vec<(Fit, u64)>,
    all: u64,
}

impl Groups {
    #[inline(never)]
    pub(super) fn of(fits: &[Fit], cases: &Cases, rows: &Rows, bands: &Bands) -> Self {
        let mut counts: Vec<_> = fits.iter().map(|fit| (fit.clone(), 0)).collect();
        let mut fitting = Fitting::of(fits, cases, bands);
        for block in rows.blocks(cases) {
            fitting.read(&block, &mut |fit, fits| {
                let found = fits.iter().map(|&fits| u64::from(fits)).sum::<u64>();
                counts.iter_mut().skip(fit).take(1).for_each(|(_, count)| *count += found);
            });
        }
        Self { fits: counts, all: rows.count() }
    }

    #[inline(never)]
    pub(super) fn merge(&mut self, other: &Self) {
        for ((_, mine), (_, theirs)) in self.fits.iter_mut().zip(&other.fits) {
            *mine += theirs;
        }
        self.all += other.all;
    }

    /// The profiles whose fields a file has, the largest first; `None` without one.
    #[inline(never)]
    pub(super) fn finish(&self, id: &str, has: impl Fn(&str) -> bool) -> Option<Indicator> {
        let asked = |test: &Test| match test.field {
            Some(field) => has(field.id),
            None => PROBLEM_FIELDS.iter().any(|id| has(id)),
        };
        let known = self.fits.iter().filter(|(fit, _)| fit.tests.iter().all(asked));
        let rows: Vec<_> = in_order(known, |a, b| b.1.cmp(&a.1))
            .into_iter()
            .map(|(fit, count)| counted(fit.id.clone(), fit.label.clone(), *count, self.all))
            .collect();
        let multiple = true;
        let distribution =
            Distribution { base: "cases".to_owned(), multiple, rows, ..Distribution::default() };
        (!distribution.rows.is_empty())
            .then(|| indicator(id, self.all, MissingCounts::default(), Figures::Distribution(distribution)))
    }
}

/// Says of cases which profiles they fit, block by block.
pub(super) struct Fitting<'a> {
    problems: Problems<'a>,
    /// By profile its rules.
    fits: Vec<Vec<Asked<'a>>>,
    /// Of the block in hand: 1 for a case that fits, else 0.
    holds: Vec<u32>,
}

/// A rule with the answers that it asks about.
enum Asked<'a> {
    /// So many of these problems.
    Problems { wanted: u32, least: u32 },
    /// One field, of which each answer says 1 or 0.
    Field(Coded<'a>),
}

impl<'a> Fitting<'a> {
    pub(super) fn of(fits: &[Fit], cases: &'a Cases, bands: &Bands) -> Self {
        let asked = |fit: &Fit| fit.tests.iter().map(|test| Asked::of(test, cases, bands)).collect();
        Self {
            problems: Problems::of(cases, bands),
            fits: fits.iter().map(asked).collect(),
            holds: Vec::new(),
        }
    }

    /// Gives for each profile, by its place, which cases of a block fit it.
    pub(super) fn read(&mut self, block: &Block<'_>, with: &mut dyn FnMut(usize, &[u32])) {
        self.problems.read(block);
        for (place, fit) in self.fits.iter_mut().enumerate() {
            self.holds.clear();
            self.holds.resize(block.len(), 1);
            for asked in fit {
                match asked {
                    Asked::Problems { wanted, least } => {
                        keep_enough(&mut self.holds, self.problems.codes(), *wanted, *least);
                    }
                    Asked::Field(answers) => keep(&mut self.holds, answers.read(block)),
                }
            }
            with(place, &self.holds);
        }
    }
}

#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn keep(holds: &mut [u32], further: &[u32]) {
    for (holds, &further) in holds.iter_mut().zip(further) {
        *holds &= further;
    }
}

/// Keeps the cases with so many of these answers.
#[cfg_attr(hot, optimize(speed))]
#[inline(never)]
fn keep_enough(holds: &mut [u32], answers: &[u32], wanted: u32, least: u32) {
    for (holds, &answers) in holds.iter_mut().zip(answers) {
        // Why there is no answer is told by bits that are no answers.
        let answers = if answers < NONE { answers } else { 0 };
        *holds &= u32::from((answers & wanted).count_ones() >= least);
    }
}

impl<'a> Asked<'a> {
    fn of(test: &Test, cases: &'a Cases, bands: &Bands) -> Self {
        let Test { field, wanted, least } = test;
        let enough = |bits: u32, wanted: u32| (bits & wanted).count_ones() >= *least;
        let Some(field) = field else {
            let wanted = if let Wanted::Codes(wanted) = wanted { *wanted } else { 0 };
            return Self::Problems { wanted, least: *least };
        };
        let reader = Reader::of(field, cases, bands);
        let names = match cases.column(field.id) {
            Some(Column::Places(places)) => places.names(),
            _ => &[],
        };
        let is_number = matches!(cases.column(field.id), Some(Column::Numbers(_)));
        let holds = |answer: std::result::Result<u32, Missing>| match wanted {
            Wanted::Codes(wanted) => bits(reader.answer(answer)).is_ok_and(|bits| enough(bits, *wanted)),
            Wanted::Names(wanted) => {
                let name = answer.ok().and_then(|code| names.get(code as usize));
                name.is_some_and(|name| wanted.contains(&fold(name)))
            }
            Wanted::Numbers(from, to) => {
                answer.is_ok_and(|number| is_number && (*from..=*to).contains(&short(number)))
            }
        };
        Self::Field(Coded::by(cases, field, &|answer| u32::from(holds(answer))))
    }
}
