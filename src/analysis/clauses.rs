//! Clauses on what is worked out of a case, and is no answer to one field: the band of its lead time, whether a
//! decision came in time, how many problems it has, which ones together, the groups that it fits.
//!
//! A clause names the indicator, its values the rows: `doorlooptijd` `3-6`, `stapeling` `2`, `doelgroepen` the id of a
//! group, `besluit_5wd` and the other shares `ja` or `nee`. Of `samenhang` the problems stand in one value with `+`
//! between them: `trauma+hechting` has them all, `=trauma+hechting` has these and no other, `ouder:verslaving` is one of
//! the parents. `onbekend` are the cases that the figure holds as missing, and `loopt` those without a lead time yet.

use super::{
    AGE, MISSING_CODE, Request, Settings,
    answers::Reader,
    bands::Bands,
    coded::{Coded, bits, known, short},
    duration::{BandLimits, Stand, Stands},
    filter::{code_bit, keep},
    plan::{known_field, reference},
    problems::{Asked, Problems},
    profiles::{self, Fit, Fitting},
    share::{NEARLY_ADULT_YEARS, wanted_bits},
    stacking::{self, MANY},
    within::Soon,
};
use crate::{
    cases::{Cases, Day, Missing},
    catalog::{self, Form, IndicatorDef, PARENT_PREFIX, PARENTS, PROBLEM_FIELDS, fold},
    error::{Code, Error, Result},
    report::Clause,
};

/// Cases that are not closed.
const OPEN: &str = "loopt";
/// Before problems that are all that a case has.
const EXACTLY: char = '=';
/// Between problems that come together.
const AND: char = '+';

/// A clause, checked.
#[derive(Clone)]
pub(super) struct Derived {
    /// The indicator whose rows are its values.
    pub(super) definition: &'static IndicatorDef,
    /// Cases that the indicator holds as missing too.
    missing: bool,
    wanted: Wanted,
}

#[derive(Clone)]
enum Wanted {
    /// Bands, each with its place among bands of its own, and whether open cases are wanted; the date that the user set.
    LeadTimes {
        bands: Vec<(Bands, u16)>,
        open: bool,
        reference: Option<Day>,
    },
    /// A bit for each number of problems.
    Sizes(u32),
    Problems(Vec<Set>),
    Profiles(Vec<Fit>),
    Part {
        yes: bool,
        no: bool,
    },
}

/// Problems of the child and of the parents: a bit for each by place in their list.
#[derive(Clone)]
struct Set {
    child: u32,
    parents: u32,
    exactly: bool,
}

/// Whether clauses can be on the rows of this indicator, and not on a field's answers.
pub(super) fn is_derived(indicator: &IndicatorDef) -> bool {
    match indicator.form {
        Form::Duration
        | Form::Within
        | Form::Share
        | Form::Stacking
        | Form::Cooccurrence
        | Form::Profiles => true,
        Form::Series | Form::Distribution | Form::Ages | Form::Totals | Form::Threads => false,
    }
}

impl Derived {
    /// `None` for a clause on a field.
    pub(super) fn of(clause: &Clause, request: &Request) -> Result<Option<Self>> {
        let Some(definition) = catalog::indicator(&clause.field).filter(|known| is_derived(known)) else {
            return Ok(None);
        };
        let bad = || Error::new(Code::BadRequest).with_word("field", definition.id);
        if clause.values.is_empty() {
            return Err(bad());
        }
        let is_missing = |value: &&String| fold(value) == MISSING_CODE;
        let values: Vec<&str> =
            clause.values.iter().filter(|value| !is_missing(value)).map(String::as_str).collect();
        let missing = clause.values.iter().any(|value| is_missing(&value));
        let wanted = match definition.form {
            Form::Duration => lead_times(&values, reference(request)?),
            Form::Stacking => {
                places(&values, (1..=MANY).map(stacking::code)).map(|sizes| Wanted::Sizes(sizes << 1))
            }
            Form::Cooccurrence => {
                values.iter().map(|text| Set::of(text)).collect::<Option<_>>().map(Wanted::Problems)
            }
            Form::Profiles => {
                // Nobody fits a group that is not there any more.
                let mut known = profiles::checked(&request.settings, request.lang)?;
                known.retain(|fit| values.contains(&fit.id()));
                Some(Wanted::Profiles(known))
            }
            _ => places(&values, ["ja", "nee"].map(str::to_owned).into_iter())
                .map(|bits| Wanted::Part { yes: bits & 1 != 0, no: bits & 2 != 0 }),
        };
        Ok(Some(Self { definition, missing, wanted: wanted.ok_or_else(bad)? }))
    }

    /// The same, with the cases that the indicator holds as missing.
    pub(super) fn or_unknown(&self) -> Self {
        Self { missing: true, ..self.clone() }
    }

    /// The field that the indicator is made from in the first place.
    pub(super) fn main_field(&self) -> &'static str {
        self.definition.fields.first().copied().unwrap_or_default()
    }

    /// Drops the cases for which this does not hold.
    pub(super) fn narrow(&self, cases: &Cases, bands: &Bands, kept: &mut [bool]) {
        match &self.wanted {
            Wanted::LeadTimes { bands, open, reference } => {
                let mut limits: Vec<_> =
                    bands.iter().map(|(bands, place)| (BandLimits::of(bands), *place)).collect();
                let mut stands = Stands::of(cases, *reference);
                for block in cases.blocks(None) {
                    let holds = |stand| match stand {
                        Stand::Missing(_) => None,
                        Stand::Excluded => Some(false),
                        Stand::Open(_) => Some(*open),
                        Stand::Closed(referral, days) => {
                            let is_in = |(limits, place): &mut (BandLimits<'_>, u16)| {
                                limits.band(referral, days) == *place
                            };
                            Some(limits.iter_mut().any(is_in))
                        }
                    };
                    self.keep(block.part_of(kept), stands.read(&block).iter().map(holds));
                }
            }
            Wanted::Sizes(wanted) => {
                let mut problems = Problems::of(cases, bands);
                let asked = asked_most(cases, &PROBLEM_FIELDS);
                let size = |bits: u32| short(bits.count_ones()).min(MANY);
                for block in cases.blocks(None) {
                    let asked = asked(block.source);
                    let holds =
                        |&code: &u32| known(code).ok().filter(|_| asked).map(|bits| has(*wanted, size(bits)));
                    self.keep(block.part_of(kept), problems.read(&block).iter().map(holds));
                }
            }
            Wanted::Problems(sets) => self.keep_together(sets, cases, bands, kept),
            Wanted::Profiles(fits) => {
                let mut fitting = Fitting::of(fits, cases, bands);
                for block in cases.blocks(None) {
                    let mut any = vec![0; block.len()];
                    fitting.read(&block, &mut |_, fits| {
                        any.iter_mut().zip(fits).for_each(|(any, fits)| *any |= fits);
                    });
                    keep(block.part_of(kept), &any);
                }
            }
            Wanted::Part { yes, no } => self.keep_part(*yes, *no, cases, bands, kept),
        }
    }

    /// `holds` gives `None` for a case that the figure holds as missing.
    fn keep(&self, kept: &mut [bool], holds: impl Iterator<Item = Option<bool>>) {
        for (kept, holds) in kept.iter_mut().zip(holds) {
            *kept &= holds.unwrap_or(self.missing);
        }
    }

    fn keep_together(&self, sets: &[Set], cases: &Cases, bands: &Bands, kept: &mut [bool]) {
        let mut child = Problems::of(cases, bands);
        let mut parents = catalog::field(PARENTS).map(|field| Coded::bits(cases, field, bands));
        let [main, further] = PROBLEM_FIELDS;
        let asked = asked_most(cases, &[main, PARENTS, further]);
        for block in cases.blocks(None) {
            let asked = asked(block.source);
            let parents = parents.as_mut().map(|parents| parents.read(&block)).unwrap_or_default();
            let holds = |(&child, &parents): (&u32, &u32)| {
                let (child, parents) = match (known(child), known(parents)) {
                    (Err(_), Err(_)) => return None,
                    (child, parents) => (child.unwrap_or(0), parents.unwrap_or(0)),
                };
                asked.then(|| sets.iter().any(|set| set.is_in(child, parents)))
            };
            self.keep(block.part_of(kept), child.read(&block).iter().zip(parents).map(holds));
        }
    }

    /// The cases that count as yes in a share, or those that do not.
    fn keep_part(&self, yes: bool, no: bool, cases: &Cases, bands: &Bands, kept: &mut [bool]) {
        let wanted = |is: bool| if is { yes } else { no };
        if self.definition.form == Form::Within {
            let mut soon = Soon::of(self.definition, cases);
            for block in cases.blocks(None) {
                let holds = |&code: &u32| known(code).ok().map(|is| wanted(is == 1));
                self.keep(block.part_of(kept), soon.read(&block).iter().map(holds));
            }
            return;
        }
        let Ok(field) = known_field(self.main_field()) else { return };
        let (reader, codes) = (Reader::of(field, cases, bands), wanted_bits(self.definition, field));
        let is_yes = |answer: std::result::Result<u32, Missing>| match field.id {
            AGE => answer.map(|years| years >= NEARLY_ADULT_YEARS.into()),
            _ => bits(reader.answer(answer)).map(|answers| answers & codes != 0),
        };
        let holds = |answer| u32::from(is_yes(answer).map_or(self.missing, wanted));
        let mut answers = Coded::by(cases, field, &holds);
        for block in cases.blocks(None) {
            keep(block.part_of(kept), answers.read(&block));
        }
    }
}

impl Set {
    /// `None` for a problem that is on neither list.
    fn of(text: &str) -> Option<Self> {
        let (exactly, codes) = text.strip_prefix(EXACTLY).map_or((false, text), |codes| (true, codes));
        let mut set = Self { child: 0, parents: 0, exactly };
        for code in codes.split(AND) {
            let (bits, id, code) = match code.strip_prefix(PARENT_PREFIX) {
                Some(code) => (&mut set.parents, PARENTS, code),
                None => (&mut set.child, PROBLEM_FIELDS.first().copied()?, code),
            };
            *bits |= code_bit(catalog::field(id)?, code)?;
        }
        Some(set)
    }

    fn is_in(&self, child: u32, parents: u32) -> bool {
        if self.exactly {
            return (self.child, self.parents) == (child, parents);
        }
        self.child & child == self.child && self.parents & parents == self.parents
    }
}

/// The bands that are asked for, those of other settings too, and whether open cases are.
fn lead_times(values: &[&str], reference: Option<Day>) -> Option<Wanted> {
    let closed = values.iter().filter(|value| **value != OPEN);
    let bands = closed.map(|code| band(code)).collect::<Option<_>>()?;
    Some(Wanted::LeadTimes { bands, open: values.contains(&OPEN), reference })
}

/// `3-6` or `6+` as one of the bands that end where it begins and ends, and its place among these.
fn band(code: &str) -> Option<(Bands, u16)> {
    let (after, until) = match code.strip_suffix('+') {
        Some(after) => (after.parse().ok()?, None),
        None => {
            let (after, until) = code.split_once('-')?;
            (after.parse().ok()?, Some(until.parse().ok()?))
        }
    };
    let begins: Option<u32> = Some(after).filter(|after| *after > 0);
    let lead_time_bands: Vec<u32> = begins.into_iter().chain(until).collect();
    if lead_time_bands.is_empty() {
        return None;
    }
    let bands = Bands::of(&Settings { lead_time_bands, ..Settings::default() }).ok()?;
    Some((bands, u16::from(after > 0)))
}

/// A bit for each of these values by its place among the codes; `None` when one is not among them.
fn places(values: &[&str], codes: impl Iterator<Item = String>) -> Option<u32> {
    let codes: Vec<String> = codes.collect();
    let place =
        |value: &&str| codes.iter().position(|code| code == value).and_then(|at| u32::try_from(at).ok());
    values.iter().try_fold(0, |all, value| Some(all | 1u32.checked_shl(place(value)?)?))
}

fn has(bits: u32, place: u16) -> bool {
    bits.checked_shr(u32::from(place)).unwrap_or(0) & 1 == 1
}

/// Whether a file asked for all that the fullest of the files asked for, of these fields.
fn asked_most(cases: &Cases, fields: &[&str]) -> impl Fn(usize) -> bool + use<> {
    let asked = Asked::of(cases, fields);
    let fullest = asked.lists().fullest();
    move |source| asked.list_of(source) == fullest
}
