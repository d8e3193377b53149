//! The same figures, worked out slowly and plainly from the written answers.
//! Shares no code with `src/analysis` and `src/stats`.

use std::collections::{BTreeMap, BTreeSet};

use crate::invent::Row;

/// The known answers in a field.
pub(crate) fn answers(row: &Row, field: &str) -> BTreeSet<String> {
    row.get(field).into_iter().flatten().filter(|answer| *answer != "?").cloned().collect()
}

pub(crate) fn child(row: &Row) -> BTreeSet<String> {
    answers(row, "problematiek").into_iter().chain(answers(row, "bijkomend")).collect()
}

/// The problems of child and parents.
pub(crate) fn problems(row: &Row) -> BTreeSet<String> {
    let parents = answers(row, "ouderproblematiek").into_iter().map(|code| format!("ouder:{code}"));
    child(row).into_iter().chain(parents).collect()
}

/// The fields of problems: where two files ask for as many, the later ones are worth more.
pub(crate) const PROBLEMS: [&str; 3] = ["problematiek", "ouderproblematiek", "bijkomend"];

/// The cases of the files that have the most of these fields, without what the files do not have.
pub(crate) fn asked_for_most(files: &[(Vec<Row>, Vec<&'static str>)], fields: &[&str]) -> Vec<Row> {
    let has = |without: &[&str]| {
        let there: Vec<_> = fields.iter().rev().map(|field| !without.contains(field)).collect();
        (there.iter().filter(|there| **there).count(), there)
    };
    let most = files.iter().map(|(_, without)| has(without)).max().expect("one file at least");
    let chosen = files.iter().filter(|(_, without)| has(without) == most);
    let kept = chosen.flat_map(|(rows, without)| {
        rows.iter().map(|row| {
            let mut row = row.clone();
            row.retain(|field, _| !without.contains(field));
            row
        })
    });
    kept.collect()
}

/// Whether a case fits a profile of the domain page, rule by rule as it stands there.
pub(crate) fn fits(row: &Row, profile: &str) -> bool {
    let child = child(row);
    let has = |code: &str| child.contains(code);
    let of = |codes: &[&str]| codes.iter().filter(|code| has(code)).count();
    let is = |field: &str, code: &str| answers(row, field).contains(code);
    let age: Option<u32> = answers(row, "leeftijd").first().map(|age| age.parse().expect("a number"));
    let aged = |from: u32, to: u32| age.is_some_and(|age| from <= age && age <= to);
    let parents = |codes: &[&str]| codes.iter().any(|code| is("ouderproblematiek", code));
    match profile {
        "jongens_tot_12" => {
            is("geslacht", "jongen")
                && aged(0, 11)
                && (has("gedrag") || has("agressie"))
                && has("ass")
                && (has("trauma") || has("adhd"))
        }
        "meisjes_vanaf_14" => {
            is("geslacht", "meisje")
                && aged(14, 99)
                && of(&["suicidaliteit", "trauma", "automutilatie", "eetstoornis", "stemming"]) >= 2
        }
        "lvb_met_stoornis" => {
            has("lvb")
                && of(&["trauma", "psychiatrie", "ass", "adhd", "persoonlijkheid", "angst", "stemming"]) >= 1
        }
        "ass_trauma" => has("ass") && has("trauma"),
        "hechting_trauma" => has("hechting") && has("trauma"),
        "jongens_8_14" => is("geslacht", "jongen") && aged(8, 14) && has("ass") && has("adhd"),
        "jong_onveilig" => {
            aged(7, 12)
                && has("trauma")
                && (has("ass") || has("hechting") || has("sgog"))
                && parents(&["huiselijk_geweld", "mishandeling", "opvoedsituatie"])
        }
        "zeventien_plus" => {
            aged(17, 99)
                && is("verblijf", "jeugdzorgplus")
                && of(&["ass", "agressie", "gedrag", "middelen"]) >= 2
        }
        "geen_onderwijs" => is("onderwijs", "geen") && of(&["hechting", "trauma", "gedrag"]) >= 2,
        "bijna_18" => aged(17, 99),
        other => panic!("{other} is not on the domain page"),
    }
}

fn age_band(years: &str) -> String {
    let band = match years.parse::<u32>().expect("a number") {
        0..=3 => "0-3",
        4..=8 => "4-8",
        9..=12 => "9-12",
        13..=16 => "13-16",
        _ => "17+",
    };
    band.to_owned()
}

/// One pair that was tested.
#[derive(Debug, Clone)]
pub(crate) struct Tested {
    /// Field and code of the group, then of the trait.
    pub(crate) key: [String; 4],
    /// With the trait and of how many: the group, the rest.
    pub(crate) counts: [u64; 4],
    pub(crate) p: f64,
    pub(crate) q: f64,
}

/// Every pair of group and trait, tested one by one.
pub(crate) fn tested(rows: &[&Row]) -> Vec<Tested> {
    let mut tested = Vec::new();
    for group in ["regio", "geslacht", "leeftijd", "aanmelder", "verblijf", "onderwijs"] {
        let of_group = |row: &Row| {
            let code = answers(row, group).into_iter().next();
            if group == "leeftijd" { code.map(|years| age_band(&years)) } else { code }
        };
        let groups: BTreeSet<String> = rows.iter().filter_map(|row| of_group(row)).collect();
        for of in ["problematiek", "reden", "uitkomst"] {
            let traits = |row: &Row| if of == "problematiek" { child(row) } else { answers(row, of) };
            let known: Vec<_> = rows
                .iter()
                .filter_map(|row| Some((of_group(row)?, traits(row))))
                .filter(|(_, traits)| !traits.is_empty())
                .collect();
            let codes: BTreeSet<String> = known.iter().flat_map(|(_, traits)| traits.clone()).collect();
            for one in &groups {
                for code in &codes {
                    let count = |inside: bool, with: bool| {
                        let fits = |(group, traits): &&(String, BTreeSet<String>)| {
                            (group == one) == inside && (!with || traits.contains(code))
                        };
                        known.iter().filter(fits).count() as u64
                    };
                    let counts =
                        [count(true, true), count(true, false), count(false, true), count(false, false)];
                    if counts[0] >= 5 && counts[3] > 0 {
                        let key = [group.to_owned(), one.clone(), of.to_owned(), code.clone()];
                        tested.push(Tested { key, counts, p: fisher(counts), q: 1.0 });
                    }
                }
            }
        }
    }
    // Benjamini and Hochberg by their definition.
    for place in 0..tested.len() {
        let at_least = |other: &Tested| {
            let rank = tested.iter().filter(|one| one.p <= other.p).count();
            other.p * tested.len() as f64 / rank as f64
        };
        let worse = tested.iter().filter(|other| other.p >= tested[place].p);
        tested[place].q = worse.map(at_least).fold(1.0, f64::min);
    }
    tested
}

/// From the numbers of ways, each worked out on its own.
fn fisher([with, n, rest_with, rest_n]: [u64; 4]) -> f64 {
    let all_with = with + rest_with;
    let ways = |k: u64| choose(n, k) * choose(rest_n, all_with - k);
    let tables: Vec<f64> = (all_with.saturating_sub(rest_n)..=n.min(all_with)).map(ways).collect();
    let found = ways(with) * (1.0 + 1e-7);
    tables.iter().filter(|way| **way <= found).sum::<f64>() / tables.iter().sum::<f64>()
}

fn choose(n: u64, k: u64) -> f64 {
    (0..k).map(|step| (n - step) as f64 / (step + 1) as f64).product()
}

/// Number of cases by code.
pub(crate) fn counts(sets: &[BTreeSet<String>]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for code in sets.iter().flatten() {
        *counts.entry(code.clone()).or_insert(0) += 1;
    }
    counts
}
