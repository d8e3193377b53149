//! The slow way: rows as texts, groups as keys of a hash map.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

/// A file as texts.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    pub(crate) headings: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<&'static str>>,
}

type Key = fn(&str) -> String;

impl Rows {
    pub(crate) fn csv(&self) -> String {
        let lines = std::iter::once(&self.headings).chain(&self.rows);
        lines.map(|cells| cells.join(";") + "\n").collect()
    }

    fn has(&self, field: &str) -> bool {
        self.headings.contains(&field)
    }

    fn cells(&self, field: &str) -> Vec<&str> {
        let at =
            self.headings.iter().position(|heading| *heading == field).expect("is asked when it is there");
        self.rows.iter().map(|row| row[at]).collect()
    }

    /// One text for each row, of these fields.
    fn keys(&self, fields: &[(&str, Key)]) -> Vec<String> {
        let mut keys = vec![String::new(); self.rows.len()];
        for (field, key) in fields {
            for (of_row, cell) in keys.iter_mut().zip(self.cells(field)) {
                *of_row += &key(cell);
                *of_row += "|";
            }
        }
        keys
    }
}

fn exact(cell: &str) -> String {
    if cell == "onbekend" { String::new() } else { cell.to_owned() }
}

fn month(day: &str) -> String {
    day[..7].to_owned()
}

fn quarter(day: &str) -> String {
    let month: u32 = day[5..7].parse().expect("a month");
    format!("{} {}", &day[..4], month.div_ceil(3))
}

fn band(age: &str) -> String {
    let bands = [(0, 3), (4, 8), (9, 12), (13, 16), (17, 99)];
    let age = age.parse::<u32>().ok();
    let band = age.and_then(|age| bands.iter().position(|(from, to)| (*from..=*to).contains(&age)));
    band.map_or_else(String::new, |band| band.to_string())
}

fn counts(keys: &[String]) -> HashMap<&str, usize> {
    keys.iter().fold(HashMap::new(), |mut counts, key| {
        *counts.entry(key.as_str()).or_default() += 1;
        counts
    })
}

fn unique(keys: &[String]) -> usize {
    counts(keys).values().filter(|count| **count == 1).count()
}

#[expect(clippy::cast_precision_loss)]
fn over(part: usize, all: usize) -> f64 {
    part as f64 / all as f64
}

fn separation(keys: &[String]) -> f64 {
    let n = keys.len();
    let apart = (0..n).flat_map(|one| (0..one).map(move |other| (one, other)));
    let apart = apart.filter(|(one, other)| keys[*one] != keys[*other]).count();
    if n < 2 { 0.0 } else { over(apart, n * (n - 1) / 2) }
}

fn groups(keys: &[String], fields: &[(&str, Key)], ages: &str, periods: &str) -> Value {
    let counts = counts(keys);
    let smallest = *counts.values().min().expect("a row");
    let under = |limit: usize| counts.values().filter(|count| **count < limit).sum::<usize>();
    json!({
        "fields": fields.iter().map(|(field, _)| field).collect::<Vec<_>>(),
        "ages": ages, "periods": periods,
        "classes": counts.len(), "smallest": smallest, "unique": unique(keys),
        "uniqueShare": over(unique(keys), keys.len()),
        "under5": under(5), "under10": under(10),
        "highestRisk": over(1, smallest), "averageRisk": over(counts.len(), keys.len()),
    })
}

/// Different problems of each group, with its size.
fn kinds(keys: &[String], problems: &[String]) -> Vec<(usize, usize)> {
    let of = |key: &str| {
        let within = keys.iter().zip(problems).filter(|(of, _)| *of == key);
        within.map(|(_, problem)| problem).collect::<HashSet<_>>().len()
    };
    counts(keys).iter().map(|(key, size)| (of(key), *size)).collect()
}

/// The keys of the report that are worked out here.
pub(crate) fn risk(rows: &Rows) -> Value {
    let there = |fields: &[(&'static str, Key)]| {
        fields.iter().filter(|(field, _)| rows.has(field)).copied().collect::<Vec<_>>()
    };
    let place = if rows.has("gemeente") { "gemeente" } else { "regio" };
    let known = |age: Key, period: Key| {
        there(&[(place, exact), ("leeftijd", age), ("geslacht", exact), ("aanmelddatum", period)])
    };
    let fields = known(exact, month);
    let keys = rows.keys(&fields);
    let further: [(&str, Key); 3] = [("maatregel", exact), ("verblijf", exact), ("onderwijs", exact)];
    let wide: Vec<_> = fields.iter().copied().chain(there(&further)).collect();
    let of_all = rows.keys(&wide);
    let mut coarser = Vec::new();
    let mut add = |age: Key, period: Key, ages: &str, periods: &str| {
        let fields = known(age, period);
        coarser.push(groups(&rows.keys(&fields), &fields, ages, periods));
    };
    if rows.has("leeftijd") {
        add(band, month, "bands", "months");
    }
    add(exact, quarter, "years", "quarters");
    if rows.has("leeftijd") {
        add(band, quarter, "bands", "quarters");
    }
    let asked = [
        "gemeente",
        "leeftijd",
        "geslacht",
        "aanmelddatum",
        "maatregel",
        "verblijf",
        "onderwijs",
        "problematiek",
    ];
    let problems = rows.has("problematiek").then(|| rows.keys(&[("problematiek", exact)]));
    json!({
        "cases": rows.rows.len(),
        "lacking": asked.into_iter().filter(|field| !rows.has(field)).collect::<Vec<_>>(),
        "groups": groups(&keys, &fields, "years", "months"),
        "coarser": coarser,
        "wide": groups(&of_all, &wide, "years", "months"),
        "causes": causes(rows, &wide, unique(&of_all)),
        "problems": problems.as_ref().map(|problems| {
            let kinds = kinds(&keys, problems);
            let alike = |least: usize| {
                kinds.iter().filter(|(kinds, size)| *kinds == 1 && *size >= least).map(|(_, size)| size).sum::<usize>()
            };
            json!({
                "smallest": kinds.iter().map(|(kinds, _)| kinds).min(),
                "alike": alike(1), "alikeTogether": alike(2),
            })
        }),
        "splits": {
            "stuurgroep": splits(rows, problems.as_deref(), 5),
            "website": splits(rows, problems.as_deref(), 10),
        },
    })
}

fn causes(rows: &Rows, wide: &[(&'static str, Key)], unique_of_all: usize) -> Vec<Value> {
    let mut causes: Vec<_> = wide
        .iter()
        .map(|field| {
            let others: Vec<_> = wide.iter().filter(|other| other.0 != field.0).copied().collect();
            let own = rows.keys(&[*field]);
            let without = unique(&rows.keys(&others));
            (
                unique_of_all - without,
                separation(&own),
                json!({
                    "field": field.0, "uniqueWithout": without, "fall": unique_of_all - without,
                    "distinction": over(counts(&own).len(), own.len()), "separation": separation(&own),
                }),
            )
        })
        .collect();
    causes.sort_by(|one, other| other.0.cmp(&one.0).then(other.1.total_cmp(&one.1)));
    causes.into_iter().map(|(.., cause)| cause).collect()
}

fn splits(rows: &Rows, problems: Option<&[String]>, minimum: usize) -> Vec<Value> {
    let fields: [(&str, Key); 9] = [
        ("regio", exact),
        ("geslacht", exact),
        ("leeftijd", band),
        ("aanmelder", exact),
        ("verblijf", exact),
        ("onderwijs", exact),
        ("maatregel", exact),
        ("landsdeel", exact),
        ("gemeente", exact),
    ];
    let there = fields.into_iter().filter(|(field, _)| rows.has(field));
    let split = |field: (&str, Key)| {
        let keys = rows.keys(&[field]);
        let counts = counts(&keys);
        let smallest = *counts.values().min().expect("a row");
        let diversity =
            problems.map(|problems| kinds(&keys, problems).into_iter().map(|(kinds, _)| kinds).min());
        let diversity = diversity.flatten();
        json!({
            "field": field.0, "classes": counts.len(), "missing": counts.get("|").copied().unwrap_or(0),
            "smallest": smallest, "diversity": diversity,
            "mayOffer": counts.len() > 1 && smallest >= minimum && diversity.is_none_or(|kinds| kinds >= 2),
        })
    };
    there.map(split).collect()
}
