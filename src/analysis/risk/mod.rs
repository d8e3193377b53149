//! How recognisable children are by what stands in the files: groups of cases
//! that are alike, what causes that they are small, and by what a publication
//! could be split. Answers with counts alone.

mod classes;

use super::{
    AGE, REFERRAL, REGION,
    answers::{Answer, Reader},
    bands::Bands,
    coded::Coded,
};
use crate::{
    cases::{Cases, Missing},
    catalog,
    listed::in_order,
    report::{Ages, Cause, Diversity, Groups, Periods, Risk, Split, Splits},
};
use classes::{Classes, fraction, together, unique_without};

const MUNICIPALITY: &str = "gemeente";
const BIRTH_YEAR: &str = "geboortejaar";
const GENDER: &str = "geslacht";
const PROBLEM: &str = "problematiek";
/// What those who know a family may know of a child beside its place, age, gender and month of referral.
const FURTHER: [&str; 3] = ["maatregel", "verblijf", "onderwijs"];
/// Fields that a publication could be split by, in the order in which they are offered.
const SPLITS: [&str; 9] =
    [REGION, GENDER, AGE, "aanmelder", "verblijf", "onderwijs", "maatregel", "landsdeel", MUNICIPALITY];
/// A class with one problem in front gives it away, however many cases it has.
const LEAST_DIVERSITY: u64 = 2;

/// Months of a quarter.
const QUARTER: u32 = 3;

/// What somebody who knows a child finds in these files. `minima`: the least number of cases that a publication shows,
/// to the people who steer a team and on a website.
#[inline(never)]
pub fn risk(cases: &Cases, minima: [u64; 2]) -> Risk {
    let subject = Subject::of(cases);
    let nothing = Classes::of_nothing(subject.len());
    let known = Known::of(&subject);
    let groups = known.groups(&nothing, Ages::Years, Periods::Months);
    let problems = subject.column(PROBLEM, Look::Exact);
    let wide = known.wide();
    let columns: Vec<_> = wide.iter().map(|(_, column)| *column).collect();
    let of_all = together(&nothing, columns.iter().copied());
    let fields = wide.iter().map(|(field, _)| *field).collect();
    let splits = measured(&subject);
    let [stuurgroep, website] = minima.map(|minimum| offered(&splits, minimum));
    Risk {
        files: cases.sources().len(),
        cases: of_all.cases(),
        lacking: known.lacking(problems.is_some()),
        groups: known.counted(&groups, Ages::Years, Periods::Months),
        coarser: known.coarser(&nothing),
        wide: counted(&of_all, fields),
        causes: causes(&wide, &of_all, &unique_without(&columns, &nothing)),
        problems: problems.map(|problems| diversity(&groups, &problems)),
        splits: Splits { stuurgroep, website },
        words: None,
    }
}

/// The fields that a publication of these cases could be split by, and whether it may show no fewer cases than
/// `minimum`: every answer needs as many, with two different problems in front among them. A field that tells no two
/// cases apart is no split.
pub fn splits(cases: &Cases, minimum: u64) -> Vec<Split> {
    offered(&measured(&Subject::of(cases)), minimum)
}

/// The cases that count, as columns.
struct Subject<'a> {
    cases: &'a Cases,
    /// Their places; `None` when all cases count.
    counted: Option<Vec<u32>>,
    bands: Bands,
}

/// How finely an answer is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Ages in years, days by month.
    Exact,
    /// Ages in bands, days by quarter.
    Coarse,
}

impl<'a> Subject<'a> {
    fn of(cases: &'a Cases) -> Self {
        let counts = |&case: &u32| cases.is_counted(case as usize);
        let counted =
            (cases.excluded() > 0).then(|| (0..).take(cases.len()).filter(counts).collect::<Vec<u32>>());
        Self { cases, counted, bands: Bands::of_catalog() }
    }

    fn len(&self) -> usize {
        self.counted.as_ref().map_or(self.cases.len(), Vec::len)
    }

    /// The cases by their answer in a field; `None` when no file has it.
    fn column(&self, field: &str, look: Look) -> Option<Classes> {
        self.codes(field, look).map(Classes::of_codes)
    }

    /// 0 for no answer: why there is none tells nobody who a child is.
    fn codes(&self, field: &str, look: Look) -> Option<Vec<u32>> {
        let field = catalog::field(field)?;
        let reader = Reader::of(field, self.cases, &self.bands);
        let in_years = field.id == AGE && look == Look::Exact;
        let mut coded = Coded::by(self.cases, field, &|answer| match (in_years, reader.answer(answer)) {
            (true, _) => known(answer),
            (false, Answer::One(key)) if field.id == REFERRAL && look == Look::Coarse => {
                u32::from(key) / QUARTER + 1
            }
            (false, Answer::One(key)) => u32::from(key) + 1,
            (false, Answer::Several(bits)) => bits,
            (false, Answer::None(_)) => 0,
        });
        if coded.is_absent() {
            return None;
        }
        let mut codes = Vec::with_capacity(self.len());
        for block in self.cases.blocks(self.counted.as_deref()) {
            codes.extend_from_slice(coded.read(&block));
        }
        Some(codes)
    }
}

fn known(answer: Result<u32, Missing>) -> u32 {
    answer.map_or(0, |number| number + 1)
}

/// A field with the cases by their answer in it.
type Column = (&'static str, Classes);

fn classes(column: &Option<Column>) -> Option<&Classes> {
    column.as_ref().map(|(_, classes)| classes)
}

/// What may be known of a child, field by field.
struct Known {
    /// The municipality; the region where no file has that.
    place: Option<Column>,
    age: Option<Column>,
    age_bands: Option<Classes>,
    gender: Option<Column>,
    month: Option<Column>,
    quarter: Option<Classes>,
    further: Vec<Column>,
}

impl Known {
    fn of(subject: &Subject<'_>) -> Self {
        let column = |field| Some((field, subject.column(field, Look::Exact)?));
        Self {
            place: column(MUNICIPALITY).or_else(|| column(REGION)),
            age: column(AGE).or_else(|| column(BIRTH_YEAR)),
            age_bands: subject.column(AGE, Look::Coarse),
            gender: column(GENDER),
            month: column(REFERRAL),
            quarter: subject.column(REFERRAL, Look::Coarse),
            further: FURTHER.into_iter().filter_map(column).collect(),
        }
    }

    /// Fields of which nothing is known.
    fn lacking(&self, problems: bool) -> Vec<&'static str> {
        let further = |field| self.further.iter().any(|(known, _)| *known == field);
        let looked_at = [
            (MUNICIPALITY, self.place.as_ref().is_some_and(|(field, _)| *field == MUNICIPALITY)),
            (AGE, self.age.is_some()),
            (GENDER, self.gender.is_some()),
            (REFERRAL, self.month.is_some()),
        ];
        let looked_at = looked_at.into_iter().chain(FURTHER.map(|field| (field, further(field))));
        let looked_at = looked_at.chain([(PROBLEM, problems)]);
        looked_at.filter(|(_, is_known)| !is_known).map(|(field, _)| field).collect()
    }

    /// What neighbours know.
    fn columns(&self) -> impl Iterator<Item = &Column> {
        [&self.place, &self.age, &self.gender, &self.month].into_iter().flatten()
    }

    fn wide(&self) -> Vec<(&'static str, &Classes)> {
        self.columns().chain(&self.further).map(|(field, column)| (*field, column)).collect()
    }

    fn groups(&self, nothing: &Classes, ages: Ages, periods: Periods) -> Classes {
        let age = match ages {
            Ages::Bands if self.age_bands.is_some() => self.age_bands.as_ref(),
            _ => classes(&self.age),
        };
        let period = match periods {
            Periods::Months => classes(&self.month),
            Periods::Quarters => self.quarter.as_ref(),
        };
        let columns = [classes(&self.place), age, classes(&self.gender), period];
        together(nothing, columns.into_iter().flatten())
    }

    fn counted(&self, groups: &Classes, ages: Ages, periods: Periods) -> Groups {
        let fields = self.columns().map(|(field, _)| *field).collect();
        Groups { ages, periods, ..counted(groups, fields) }
    }

    /// What would be left with coarser answers, where there are any to make coarser.
    fn coarser(&self, nothing: &Classes) -> Vec<Groups> {
        let (bands, quarters) = (self.age_bands.is_some(), self.quarter.is_some());
        let ways = [
            (bands, Ages::Bands, Periods::Months),
            (quarters, Ages::Years, Periods::Quarters),
            (bands && quarters, Ages::Bands, Periods::Quarters),
        ];
        let there = ways.into_iter().filter(|(there, ..)| *there);
        let of = |(_, ages, periods)| self.counted(&self.groups(nothing, ages, periods), ages, periods);
        there.map(of).collect()
    }
}

fn counted(classes: &Classes, fields: Vec<&'static str>) -> Groups {
    let unique = classes.under(2);
    Groups {
        fields,
        classes: classes.count(),
        smallest: classes.smallest(),
        unique,
        unique_share: fraction(unique, classes.cases()),
        under5: classes.under(5),
        under10: classes.under(10),
        highest_risk: fraction(1.min(classes.cases()), classes.smallest()),
        average_risk: fraction(classes.count(), classes.cases()),
        ..Groups::default()
    }
}

/// What each field adds to all others, the one that makes most cases unique first. Where any one of them could be
/// missed, the field that tells most cases apart by itself.
fn causes(wide: &[(&'static str, &Classes)], of_all: &Classes, without: &[u64]) -> Vec<Cause> {
    let unique = of_all.under(2);
    let causes = wide.iter().zip(without).map(|(&(field, column), &unique_without)| Cause {
        field,
        unique_without,
        fall: unique - unique_without,
        distinction: fraction(column.count(), column.cases()),
        separation: column.separation(),
    });
    in_order(causes, |one, other| {
        (other.fall.cmp(&one.fall)).then(other.separation.total_cmp(&one.separation))
    })
}

fn diversity(groups: &Classes, problems: &Classes) -> Diversity {
    let kinds = groups.diversity(problems);
    let alike = || kinds.iter().zip(groups.sizes()).filter(|(kinds, _)| **kinds < 2).map(|(_, &size)| size);
    Diversity {
        smallest: kinds.iter().min().copied().unwrap_or(0).into(),
        alike: alike().map(u64::from).sum(),
        alike_together: alike().filter(|size| *size > 1).map(u64::from).sum(),
    }
}

/// The splits that the files have, with nothing offered.
fn measured(subject: &Subject<'_>) -> Vec<Split> {
    let problems = subject.column(PROBLEM, Look::Exact);
    let split = |field| {
        let codes = subject.codes(field, if field == AGE { Look::Coarse } else { Look::Exact })?;
        let missing = codes.iter().filter(|code| **code == 0).count() as u64;
        let classes = Classes::of_codes(codes);
        let diversity = problems.as_ref().map(|problems| diversity(&classes, problems).smallest);
        let (count, smallest) = (classes.count(), classes.smallest());
        Some(Split { field, classes: count, missing, smallest, diversity, may_offer: false })
    };
    SPLITS.into_iter().filter_map(split).collect()
}

fn offered(splits: &[Split], minimum: u64) -> Vec<Split> {
    let may_offer = |split: &Split| {
        split.classes > 1
            && split.smallest >= minimum
            && split.diversity.is_none_or(|kinds| kinds >= LEAST_DIVERSITY)
    };
    splits.iter().map(|split| Split { may_offer: may_offer(split), ..*split }).collect()
}
