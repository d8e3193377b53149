//! Turns `src/catalog/catalog.toml` into the constants of `src/catalog/mod.rs`,
//! and refuses a catalog that says the same thing twice or points nowhere.

// A build script talks to cargo by printing and stops the build by panicking.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic)]

#[path = "src/catalog/letters.rs"]
#[allow(dead_code, unreachable_pub)] // public in the library; here fold needs a part of it
mod letters;

#[path = "src/catalog/fold.rs"]
#[allow(unreachable_pub)] // public in the library, where it also stands
mod fold;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
};

use fold::fold;
use serde::Deserialize;

const CATALOG: &str = "src/catalog/catalog.toml";
/// As `MAX_VALUES` in `src/catalog/mod.rs`; the compiler compares the two.
const MAX_VALUES: usize = 28;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalog {
    totals: Totals,
    notes: Notes,
    birth_date: BirthDate,
    explanation: Explanation,
    missing: Missing,
    lists: BTreeMap<String, Vec<Value>>,
    field: Vec<Field>,
    age_band: Vec<AgeBand>,
    month_band: Vec<MonthBand>,
    profile: Vec<Profile>,
    section: Vec<Section>,
    indicator: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Totals {
    first: Vec<String>,
    further: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Notes {
    first: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BirthDate {
    headings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explanation {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Missing {
    unknown: Vec<String>,
    not_applicable: Vec<String>,
    blank: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    id: String,
    kind: Kind,
    label: Label,
    headings: Vec<String>,
    #[serde(default)]
    values: Vec<Value>,
    list: Option<String>,
    #[serde(default)]
    ambiguous: Vec<Ambiguous>,
    plausible: Option<(u16, u16)>,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Id,
    Date,
    One,
    Many,
    Number,
    YesNo,
    Place,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    code: String,
    label: Label,
    #[serde(default)]
    spellings: Vec<String>,
    #[serde(default)]
    role: Role,
}

#[derive(Deserialize, Debug, Clone, Copy, Default)]
#[serde(rename_all = "kebab-case")]
enum Role {
    #[default]
    Answer,
    Other,
    Unknown,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ambiguous {
    spelling: String,
    readings: Vec<Reading>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    beside: Vec<String>,
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgeBand {
    code: String,
    label: Label,
    from: u16,
    to: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthBand {
    code: String,
    label: Label,
    months: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    id: String,
    label: Label,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    field: String,
    #[serde(default)]
    values: Vec<String>,
    least: Option<u32>,
    from: Option<u16>,
    to: Option<u16>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(deny_unknown_fields)]
struct Within {
    days: u16,
    #[serde(default)]
    working: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    id: String,
    label: Label,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicator {
    id: String,
    form: Form,
    fields: Vec<String>,
    #[serde(default)]
    codes: Vec<String>,
    within: Option<Within>,
    #[serde(default)]
    of_known: bool,
    section: String,
    label: Label,
    measure: Label,
}

#[derive(Deserialize, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Form {
    Series,
    Distribution,
    Ages,
    Duration,
    Share,
    Totals,
    Within,
    Stacking,
    Cooccurrence,
    Profiles,
    Threads,
}

fn main() {
    println!("cargo::rerun-if-changed={CATALOG}");
    println!("cargo::rerun-if-changed=src/catalog/fold.rs");
    println!("cargo::rerun-if-changed=src/catalog/letters.rs");
    let text = std::fs::read_to_string(CATALOG).expect("the catalog is there");
    let catalog: Catalog = toml::from_str(&text).unwrap_or_else(|error| panic!("{CATALOG}: {error}"));
    let code = generate(&catalog).unwrap_or_else(|problem| panic!("{CATALOG}: {problem}"));
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("catalog.rs"), code).expect("the build folder can be written");
}

/// The Rust text of all constants, or what is wrong with the catalog.
fn generate(catalog: &Catalog) -> Result<String, String> {
    unique("field id", catalog.field.iter().map(|field| field.id.as_str()))?;
    unique("section id", catalog.section.iter().map(|section| section.id.as_str()))?;
    unique("indicator id", catalog.indicator.iter().map(|indicator| indicator.id.as_str()))?;
    unique("age band", catalog.age_band.iter().map(|band| band.code.as_str()))?;
    unique("profile id", catalog.profile.iter().map(|profile| profile.id.as_str()))?;
    unique("month band", catalog.month_band.iter().map(|band| band.code.as_str()))?;
    let mut code = format!("const _: () = assert!(MAX_VALUES == {MAX_VALUES});\n");
    write_fields(&mut code, catalog)?;
    write_indicators(&mut code, catalog)?;
    write_profiles(&mut code, catalog)?;
    write_bands(&mut code, catalog);
    write_spellings(&mut code, catalog)?;
    Ok(code)
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(format!("{what} {id:?} stands there twice"));
        }
    }
    Ok(())
}

fn write_fields(code: &mut String, catalog: &Catalog) -> Result<(), String> {
    for (name, values) in &catalog.lists {
        let text = values_text(values).map_err(|problem| format!("{name}: {problem}"))?;
        writeln!(code, "static {}: &[Value] = &[\n{text}];", list_name(name)).expect("text grows");
    }
    let mut headings_seen = BTreeMap::new();
    let birth_date = folded(catalog.birth_date.headings.iter())?;
    writeln!(
        code,
        "/// Headings of a date of birth, folded.\npub static BIRTH_DATE_HEADINGS: &[&str] = &{birth_date:?};"
    )
    .expect("text grows");
    code.push_str(
        "/// All fields, in the order of the registration form.\npub static FIELDS: &[Field] = &[\n",
    );
    for field in &catalog.field {
        let own = [&field.id, &field.label.nl].into_iter();
        let headings = folded(own.chain(&field.headings))?;
        for heading in &headings {
            if birth_date.contains(heading) {
                return Err(format!("heading {heading:?} is of {} and of a date of birth", field.id));
            }
            if let Some(other) = headings_seen.insert(heading.clone(), &field.id) {
                return Err(format!("heading {heading:?} is of {other} and of {}", field.id));
            }
        }
        let values = values_of(field, &catalog.lists)?;
        check_kind(field, values)?;
        let in_field = |problem| format!("{}: {problem}", field.id);
        let value_text = match &field.list {
            // One copy of a list that several fields share.
            Some(list) => list_name(list),
            None => format!("&[\n{}    ]", values_text(values).map_err(in_field)?),
        };
        let ambiguous = ambiguous_text(field, values)?;
        let Field { id, kind, label, plausible, .. } = field;
        let (label, headings) = (label_text(label), headings.join("|"));
        writeln!(
            code,
            "    Field {{ id: {id:?}, kind: Kind::{kind:?}, label: {label}, headings: Words({headings:?}), values: {value_text}, ambiguous: &[{ambiguous}], plausible: {plausible:?} }},"
        )
        .expect("text grows");
    }
    code.push_str("];\n");
    Ok(())
}

/// The constant that holds a shared list.
fn list_name(list: &str) -> String {
    format!("LIST_{}", list.to_uppercase())
}

fn values_of<'a>(field: &'a Field, lists: &'a BTreeMap<String, Vec<Value>>) -> Result<&'a [Value], String> {
    match &field.list {
        None => Ok(&field.values),
        Some(_) if !field.values.is_empty() => Err(format!("{} has values and a list", field.id)),
        Some(name) => {
            lists.get(name).map(Vec::as_slice).ok_or_else(|| format!("{}: no list {name:?}", field.id))
        }
    }
}

fn check_kind(field: &Field, values: &[Value]) -> Result<(), String> {
    let codes: Vec<_> = values.iter().map(|value| value.code.as_str()).collect();
    let fits = match field.kind {
        Kind::One | Kind::Many => !codes.is_empty() && codes.len() <= MAX_VALUES,
        Kind::YesNo => codes == ["ja", "nee"],
        Kind::Id | Kind::Date | Kind::Number | Kind::Place => codes.is_empty(),
    };
    if !fits {
        return Err(format!("{}: these values do not fit kind {:?}", field.id, field.kind));
    }
    unique(&format!("{}: code", field.id), codes.into_iter())
}

fn values_text(values: &[Value]) -> Result<String, String> {
    let mut seen = BTreeMap::new();
    let mut text = String::new();
    for value in values {
        let own = [&value.code, &value.label.nl].into_iter();
        let spellings = folded(own.chain(&value.spellings))?;
        for spelling in &spellings {
            if let Some(other) = seen.insert(spelling.clone(), &value.code) {
                return Err(format!("spelling {spelling:?} is of {other} and of {}", value.code));
            }
        }
        let Value { code, label, role, .. } = value;
        let (label, spellings) = (label_text(label), spellings.join("|"));
        writeln!(
            text,
            "        Value {{ code: {code:?}, label: {label}, spellings: Words({spellings:?}), role: Role::{role:?} }},"
        )
        .expect("text grows");
    }
    Ok(text)
}

fn ambiguous_text(field: &Field, values: &[Value]) -> Result<String, String> {
    let mut text = String::new();
    for Ambiguous { spelling, readings } in &field.ambiguous {
        let spelling = fold(spelling);
        write!(text, "Ambiguous {{ spelling: {spelling:?}, readings: &[").expect("text grows");
        for Reading { beside, code } in readings {
            if !values.iter().any(|value| value.code == *code) {
                return Err(format!("{}: no value {code:?} for {spelling:?}", field.id));
            }
            let beside = folded(beside.iter())?;
            write!(text, "Reading {{ beside: &{beside:?}, code: {code:?} }}, ").expect("text grows");
        }
        text.push_str("] }, ");
    }
    Ok(text)
}

fn write_indicators(code: &mut String, catalog: &Catalog) -> Result<(), String> {
    code.push_str("/// All sections, in the order of the report.\npub static SECTIONS: &[Section] = &[\n");
    for Section { id, label } in &catalog.section {
        writeln!(code, "    Section {{ id: {id:?}, label: {} }},", label_text(label)).expect("text grows");
    }
    code.push_str(
        "];\n/// All indicators, in the order of the report.\npub static INDICATORS: &[IndicatorDef] = &[\n",
    );
    for indicator in &catalog.indicator {
        check_indicator(indicator, catalog)?;
        let Indicator { id, form, fields, codes, within, of_known, section, label, measure } = indicator;
        let (label, measure) = (label_text(label), label_text(measure));
        let within = within.map_or_else(
            || "None".to_owned(),
            |Within { days, working }| format!("Some(Within {{ days: {days}, working: {working} }})"),
        );
        writeln!(
            code,
            "    IndicatorDef {{ id: {id:?}, form: Form::{form:?}, fields: &{fields:?}, codes: &{codes:?}, within: {within}, of_known: {of_known}, section: {section:?}, label: {label}, measure: {measure} }},"
        )
        .expect("text grows");
    }
    code.push_str("];\n");
    Ok(())
}

fn write_profiles(code: &mut String, catalog: &Catalog) -> Result<(), String> {
    code.push_str(
        "/// All profiles, in the order of the catalog.\npub static PROFILES: &[ProfileDef] = &[\n",
    );
    for Profile { id, label, rules } in &catalog.profile {
        let label = label_text(label);
        writeln!(code, "    ProfileDef {{ id: {id:?}, label: {label}, rules: &[").expect("text grows");
        for rule in rules {
            check_rule(rule, catalog).map_err(|problem| format!("{id}: {problem}"))?;
            let Rule { field, values, least, from, to } = rule;
            writeln!(
                code,
                "        RuleDef {{ field: {field:?}, values: &{values:?}, least: {least:?}, from: {from:?}, to: {to:?} }},"
            )
            .expect("text grows");
        }
        code.push_str("    ] },\n");
    }
    code.push_str("];\n");
    Ok(())
}

fn check_rule(rule: &Rule, catalog: &Catalog) -> Result<(), String> {
    let field = if rule.field == "problemen" { "problematiek" } else { &rule.field };
    let field = catalog.field.iter().find(|known| known.id == field);
    let field = field.ok_or_else(|| format!("no field {:?}", rule.field))?;
    let values = values_of(field, &catalog.lists)?;
    match rule.values.iter().find(|code| !values.iter().any(|value| value.code == **code)) {
        Some(code) => Err(format!("{} has no value {code:?}", rule.field)),
        None if rule.values.is_empty() && rule.from.is_none() && rule.to.is_none() => {
            Err(format!("the rule over {} says nothing", rule.field))
        }
        None => Ok(()),
    }
}

fn check_indicator(indicator: &Indicator, catalog: &Catalog) -> Result<(), String> {
    let Indicator { id, fields, codes, section, .. } = indicator;
    if !catalog.section.iter().any(|known| known.id == *section) {
        return Err(format!("{id}: no section {section:?}"));
    }
    let find = |wanted: &String| catalog.field.iter().find(|field| field.id == *wanted);
    if let Some(unknown) = fields.iter().find(|wanted| find(wanted).is_none()) {
        return Err(format!("{id}: no field {unknown:?}"));
    }
    let main = fields.first().and_then(find).ok_or_else(|| format!("{id}: no field"))?;
    let values = values_of(main, &catalog.lists)?;
    match codes.iter().find(|code| !values.iter().any(|value| value.code == **code)) {
        Some(code) => Err(format!("{id}: {} has no value {code:?}", main.id)),
        None => Ok(()),
    }
}

fn write_bands(code: &mut String, catalog: &Catalog) {
    code.push_str("/// Bands of ages, from young to old.\npub static AGE_BANDS: &[AgeBand] = &[\n");
    for AgeBand { code: id, label, from, to } in &catalog.age_band {
        let (label, to) = (label_text(label), to.unwrap_or(u16::MAX));
        writeln!(code, "    AgeBand {{ code: {id:?}, label: {label}, from: {from}, to: {to} }},")
            .expect("text grows");
    }
    code.push_str(
        "];\n/// Bands of lead times, from short to long.\npub static MONTH_BANDS: &[MonthBand] = &[\n",
    );
    for MonthBand { code: id, label, months } in &catalog.month_band {
        let label = label_text(label);
        writeln!(code, "    MonthBand {{ code: {id:?}, label: {label}, months: {months:?} }},")
            .expect("text grows");
    }
    code.push_str("];\n");
}

fn write_spellings(code: &mut String, catalog: &Catalog) -> Result<(), String> {
    let Catalog { missing, totals, explanation, .. } = catalog;
    let (first, further) = (folded(totals.first.iter())?, folded(totals.further.iter())?);
    writeln!(
        code,
        "/// How rows of totals are written.\npub static TOTALS: TotalSpellings = TotalSpellings {{ first: &{first:?}, further: &{further:?} }};"
    )
    .expect("text grows");
    let notes = folded(catalog.notes.first.iter())?;
    writeln!(
        code,
        "/// What a note beside the cases begins with, folded.\npub static NOTES: &[&str] = &{notes:?};"
    )
    .expect("text grows");
    let words = folded(explanation.words.iter())?;
    writeln!(
        code,
        "/// Words between `anders` and what is meant, folded.\npub static EXPLANATION: &[&str] = &{words:?};"
    )
    .expect("text grows");
    let unknown = folded(missing.unknown.iter())?;
    let not_applicable = folded(missing.not_applicable.iter())?;
    let blank = folded(missing.blank.iter())?;
    unique("missing spelling", unknown.iter().chain(&not_applicable).chain(&blank).map(String::as_str))?;
    writeln!(
        code,
        "/// How missing answers are written, whatever the field.\npub static MISSING: MissingSpellings = MissingSpellings {{ unknown: &{unknown:?}, not_applicable: &{not_applicable:?}, blank: &{blank:?} }};"
    )
    .expect("text grows");
    Ok(())
}

/// Folded and without repeats, in the order given.
fn folded<'a>(texts: impl Iterator<Item = &'a String>) -> Result<Vec<String>, String> {
    let mut list: Vec<String> = Vec::new();
    for text in texts {
        let folded = fold(text);
        if folded.is_empty() {
            return Err(format!("{text:?} folds to nothing"));
        }
        if !list.contains(&folded) {
            list.push(folded);
        }
    }
    Ok(list)
}

fn label_text(label: &Label) -> String {
    format!("Label {{ nl: {:?}, en: {:?} }}", label.nl, label.en)
}
