//! How recognisable children are, in words: what was found, what it means and
//! what causes it, and what to do before something is shared. Names fields and
//! counts, nothing that stands in the files.

use super::{
    en,
    label::{field_label, lower_first},
    nl,
    number::shown,
    tongue::{Tongue, with_holes},
};
use crate::{
    catalog::Lang,
    disclosure::limits::{STUURGROEP_MINIMUM, WEBSITE_MINIMUM},
    report::{Ages, Cause, Groups, Periods, Risk, RiskWords, Split},
};

/// Fields that are named as causes.
const CAUSES: usize = 3;

/// How a language says it; of `[a|b]` the first is of one child. Holes: `{n}` children in `{d}`, `{u}` of them
/// unique, `{p}` that share, `{f}` fields, `{k}` the number that the sentence is about.
pub(super) struct Patterns {
    /// Titles: some are unique, all, none; and there is nothing to be known by.
    pub(super) titles: [&'static str; 3],
    pub(super) no_fields: &'static str,
    /// Why somebody is unique, by one field and by several; likewise why nobody is.
    pub(super) alone: [&'static str; 2],
    pub(super) none_alone: [&'static str; 2],
    /// Where nobody is unique, and beside those who are.
    pub(super) small: [&'static str; 2],
    /// On average, and of all.
    pub(super) chance: [&'static str; 2],
    /// Somebody can be found, only few are alike, and nobody can be found.
    pub(super) meaning: [&'static str; 3],
    /// With the further fields.
    pub(super) wider: &'static str,
    pub(super) causes: &'static str,
    /// One of the causes, behind its name.
    pub(super) fewer: &'static str,
    pub(super) no_cause: &'static str,
    pub(super) nobody: &'static str,
    pub(super) coarser: &'static str,
    /// With bands, with quarters, with both.
    pub(super) ways: [&'static str; 3],
    pub(super) alike: &'static str,
    pub(super) diverse: &'static str,
    pub(super) region: &'static str,
    pub(super) lacking: &'static str,
    pub(super) counts: &'static str,
    /// With both that can be made coarser, with ages, with days, and with neither.
    pub(super) rows: [&'static str; 4],
    /// `{k}` and `{w}`: the least that is shown to those who steer, and on a website.
    pub(super) minima: &'static str,
    pub(super) split: [&'static str; 2],
    pub(super) split_website: [&'static str; 2],
    /// Nowhere at all.
    pub(super) no_split: &'static str,
    /// The one that was read, and several.
    pub(super) files: [&'static str; 2],
    /// Fields that are called otherwise than by their label.
    pub(super) fields: &'static [(&'static str, &'static str)],
}

/// The risk as whole sentences.
pub(super) fn words(risk: &Risk, tongue: &dyn Tongue) -> RiskWords {
    let teller = Teller {
        patterns: match tongue.lang() {
            Lang::Nl => &nl::risk::PATTERNS,
            Lang::En => &en::risk::PATTERNS,
        },
        tongue,
        risk,
    };
    RiskWords {
        title: teller.title(),
        text: teller.text(),
        meaning: teller.meaning(),
        because: teller.because(),
        coarsened: teller.coarsened(),
        alike: teller.alike(),
        left_out: teller.left_out(),
        advice: teller.advice(),
    }
}

struct Teller<'a> {
    patterns: &'static Patterns,
    tongue: &'a dyn Tongue,
    risk: &'a Risk,
}

impl Teller<'_> {
    /// Fills a pattern that is about so many children and these fields.
    fn fill(&self, pattern: &str, count: u64, fields: &[&str]) -> String {
        let Risk { cases, groups, .. } = self.risk;
        let lang = self.tongue.lang();
        with_holes(pattern, count == 1, &|hole| match hole {
            "n" => shown(*cases, lang),
            "u" => shown(groups.unique, lang),
            "p" => self.tongue.percent(groups.unique, *cases),
            "c" => self.tongue.percent(groups.classes, *cases),
            "d" => self.files().to_owned(),
            "f" => self.fields(fields),
            "w" => shown(WEBSITE_MINIMUM, lang),
            _ => shown(count, lang),
        })
    }

    fn files(&self) -> &'static str {
        let [one, several] = self.patterns.files;
        if self.risk.files == 1 { one } else { several }
    }

    fn fields(&self, ids: &[&str]) -> String {
        let names: Vec<_> = ids.iter().map(|id| self.field(id)).collect();
        self.tongue.list(&names)
    }

    fn field(&self, id: &str) -> String {
        let named = self.patterns.fields.iter().find(|(field, _)| *field == id);
        named.map_or_else(|| lower_first(&field_label(id, self.tongue)), |(_, name)| (*name).to_owned())
    }

    fn title(&self) -> String {
        let Groups { fields, unique, .. } = &self.risk.groups;
        let [some, all, none] = self.patterns.titles;
        let pattern = match *unique {
            _ if fields.is_empty() => self.patterns.no_fields,
            0 => none,
            unique if unique == self.risk.cases => all,
            _ => some,
        };
        self.fill(pattern, *unique, &[])
    }

    fn text(&self) -> String {
        let Groups { fields, unique, under10, smallest, classes, .. } = &self.risk.groups;
        if fields.is_empty() {
            return String::new();
        }
        let [without_unique, beside_unique] = self.patterns.small;
        let ([one_field, several], small) = match unique {
            0 => (self.patterns.none_alone, without_unique),
            _ => (self.patterns.alone, beside_unique),
        };
        let pattern = if fields.len() == 1 { one_field } else { several };
        let mut sentences = vec![self.fill(pattern, *smallest, fields)];
        let in_small = under10 - unique;
        if in_small > 0 {
            sentences.push(self.fill(small, in_small, fields));
        }
        let [on_average, always] = self.patterns.chance;
        sentences.push(self.fill(if *classes == self.risk.cases { always } else { on_average }, 0, fields));
        sentences.join(" ")
    }

    fn meaning(&self) -> String {
        let [found, few, not_found] = self.patterns.meaning;
        let Groups { fields, unique, smallest, .. } = &self.risk.wide;
        let meaning = match unique {
            0 if fields.is_empty() || *smallest >= WEBSITE_MINIMUM => not_found,
            0 => few,
            _ => found,
        };
        meaning.to_owned()
    }

    fn because(&self) -> String {
        let Risk { groups, wide, causes, .. } = self.risk;
        if wide.unique == 0 {
            return self.patterns.nobody.to_owned();
        }
        let mut sentences = Vec::new();
        let further = wide.fields.get(groups.fields.len()..).unwrap_or_default();
        if !further.is_empty() {
            sentences.push(self.fill(self.patterns.wider, wide.unique, further));
        }
        let first = causes.iter().take(CAUSES);
        let caused: Vec<_> = first.clone().filter(|cause| cause.fall > 0).collect();
        sentences.push(if caused.is_empty() {
            let fields: Vec<_> = first.map(|cause| cause.field).collect();
            self.fill(self.patterns.no_cause, wide.unique, &fields)
        } else {
            let named: Vec<_> = caused.into_iter().map(|cause| self.cause(cause)).collect();
            with_holes(self.patterns.causes, false, &|_| self.tongue.list(&named))
        });
        sentences.join(" ")
    }

    fn cause(&self, cause: &Cause) -> String {
        format!("{} {}", self.field(cause.field), self.fill(self.patterns.fewer, cause.fall, &[]))
    }

    fn coarsened(&self) -> Option<String> {
        let Risk { groups, coarser, .. } = self.risk;
        let [bands, quarters, both] = self.patterns.ways;
        let way = |way: &Groups| {
            let pattern = match (way.ages, way.periods) {
                (_, Periods::Months) => bands,
                (Ages::Years, Periods::Quarters) => quarters,
                (Ages::Bands, Periods::Quarters) => both,
            };
            self.fill(pattern, way.unique, &[])
        };
        let ways: Vec<_> = coarser.iter().map(way).collect();
        (groups.unique > 0 && !ways.is_empty())
            .then(|| with_holes(self.patterns.coarser, false, &|_| self.tongue.list(&ways)))
    }

    fn alike(&self) -> Option<String> {
        let problems = self.risk.problems?;
        match (problems.alike, problems.alike_together) {
            (0, _) => Some(self.fill(self.patterns.diverse, problems.smallest, &[])),
            (_, 0) => None,
            (_, together) => Some(self.fill(self.patterns.alike, together, &[])),
        }
    }

    fn left_out(&self) -> Option<String> {
        let Risk { lacking, groups, .. } = self.risk;
        let region = groups.fields.contains(&"regio").then(|| self.patterns.region.to_owned());
        let lacking = (!lacking.is_empty()).then(|| self.fill(self.patterns.lacking, 0, lacking));
        let sentences: Vec<_> = lacking.into_iter().chain(region).collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    fn advice(&self) -> Vec<String> {
        let Risk { causes, splits, .. } = self.risk;
        let mut advice = vec![self.patterns.counts.to_owned()];
        if let Some(cause) = causes.first().filter(|_| self.risk.wide.unique > 0) {
            advice.push(self.rows(cause.field));
        }
        advice.push(self.fill(self.patterns.minima, STUURGROEP_MINIMUM, &[]));
        if splits.stuurgroep.iter().chain(&splits.website).any(|split| split.may_offer) {
            advice.push(self.may_split(&splits.stuurgroep, self.patterns.split));
            advice.push(self.may_split(&splits.website, self.patterns.split_website));
        } else {
            advice.push(self.patterns.no_split.to_owned());
        }
        advice
    }

    /// What to do to rows when this field is left out of them.
    fn rows(&self, left_out: &str) -> String {
        let [both, bands, quarters, neither] = self.patterns.rows;
        let coarser = &self.risk.coarser;
        let ages = coarser.iter().any(|way| way.ages == Ages::Bands) && left_out != "leeftijd";
        let days = coarser.iter().any(|way| way.periods == Periods::Quarters) && left_out != "aanmelddatum";
        let pattern = match (ages, days) {
            (true, true) => both,
            (true, false) => bands,
            (false, true) => quarters,
            (false, false) => neither,
        };
        self.fill(pattern, 0, &[left_out])
    }

    fn may_split(&self, splits: &[Split], [some, none]: [&str; 2]) -> String {
        let fields: Vec<_> = splits.iter().filter(|split| split.may_offer).map(|split| split.field).collect();
        self.fill(if fields.is_empty() { none } else { some }, 0, &fields)
    }
}
