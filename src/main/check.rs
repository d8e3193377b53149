//! What `check` tells of files: what was noticed, how columns and answers were
//! understood, and how recognisable the children are. As plain data, and as
//! text for a person.

use std::fmt::{self, Write};

use ben_monitor::{
    catalog::{self, Lang},
    clean::Mapping,
    disclosure::Released,
    error,
    finding::{Finding, Severity},
    narrative,
    report::{Cause, Groups, Risk, Split},
    session::Session,
};
use serde::Serialize;

/// Name and version of the JSON. Keys may be added within a version.
const SCHEMA: &str = "ben-monitor/check@1";

/// All that is told.
#[derive(Serialize)]
pub(super) struct Checked<'a> {
    schema: &'static str,
    sources: Vec<Source<'a>>,
    findings: Vec<Told<'a>>,
    mapping: &'a Mapping,
    risk: Released<Risk>,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    cases: usize,
}

/// A finding with its sentence.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    #[serde(rename = "sourceName")]
    source_name: &'a str,
    text: String,
}

impl<'a> Checked<'a> {
    /// # Errors
    ///
    /// As [`Session::risk`].
    pub(super) fn of(session: &'a Session, lang: Lang) -> error::Result<Self> {
        let told = |finding: &'a Finding| {
            let source_name = session.source_name(finding.source);
            Told { finding, source_name, text: narrative::finding_sentence(finding, source_name, lang) }
        };
        Ok(Self {
            schema: SCHEMA,
            sources: session.sources().map(|(name, cases)| Source { name, cases }).collect(),
            findings: session.findings().iter().map(told).collect(),
            mapping: session.mapping(),
            risk: session.risk(lang)?,
        })
    }
}

/// The headings and the words of the tables.
struct Words {
    cases: &'static str,
    findings: &'static str,
    no_findings: &'static str,
    severities: [&'static str; 3],
    columns: &'static str,
    unused: &'static str,
    answers: &'static str,
    risk: &'static str,
    advice: &'static str,
    groups: [&'static str; 5],
    details: [&'static str; 4],
    causes: [&'static str; 4],
    month: &'static str,
    splits: [&'static str; 5],
    may: [&'static str; 2],
    unknown: &'static str,
}

static DUTCH: Words = Words {
    cases: "aanmeldingen",
    findings: "Wat opviel",
    no_findings: "Niets bijzonders.",
    severities: ["fout", "let op", "uitleg"],
    columns: "Kolommen",
    unused: "(niet gebruikt)",
    answers: "Antwoorden",
    risk: "Hoe herkenbaar zijn de kinderen?",
    advice: "Voordat u iets deelt",
    groups: ["groepen volgens", "kleinste", "uniek", "onder 5", "onder 10"],
    details: ["jaren", "leeftijdsgroepen", "maanden", "kwartalen"],
    month: "Maand van aanmelding",
    causes: ["veld", "uniek zonder", "verschil", "onderscheid"],
    splits: ["uitsplitsen naar", "kleinste", "problematieken", "stuurgroep", "website"],
    may: ["ja", "nee"],
    unknown: "-",
};

static ENGLISH: Words = Words {
    cases: "cases",
    findings: "What was noticed",
    no_findings: "Nothing in particular.",
    severities: ["error", "warning", "note"],
    columns: "Columns",
    unused: "(not used)",
    answers: "Answers",
    risk: "How recognisable are the children?",
    advice: "Before you share anything",
    groups: ["groups by", "smallest", "unique", "under 5", "under 10"],
    details: ["years", "age bands", "months", "quarters"],
    month: "Month of referral",
    causes: ["field", "unique without", "difference", "separation"],
    splits: ["split by", "smallest", "problems", "steering group", "website"],
    may: ["yes", "no"],
    unknown: "-",
};

/// It as a person reads it.
pub(super) fn text(checked: &Checked<'_>, lang: Lang) -> String {
    let words = if lang == Lang::En { &ENGLISH } else { &DUTCH };
    let mut text = String::new();
    // A text takes all that is written to it.
    let _written = write_all(checked, words, lang, &mut text);
    text
}

fn write_all(checked: &Checked<'_>, words: &Words, lang: Lang, to: &mut String) -> fmt::Result {
    for Source { name, cases } in &checked.sources {
        writeln!(to, "{name}: {cases} {}", words.cases)?;
    }
    heading(words.findings, to)?;
    if checked.findings.is_empty() {
        writeln!(to, "{}", words.no_findings)?;
    }
    for Told { finding, text, .. } in &checked.findings {
        let [error, warning, info] = words.severities;
        let severity = match finding.severity {
            Severity::Error => error,
            Severity::Warning => warning,
            Severity::Info => info,
        };
        writeln!(to, "- {severity}: {text} [{}]", finding.code.as_str())?;
    }
    write_mapping(checked.mapping, words, lang, to)?;
    write_risk(checked.risk.get(), words, lang, to)
}

fn heading(title: &str, to: &mut String) -> fmt::Result {
    writeln!(to, "\n{title}\n{}", "=".repeat(title.chars().count()))
}

fn write_mapping(mapping: &Mapping, words: &Words, lang: Lang, to: &mut String) -> fmt::Result {
    heading(words.columns, to)?;
    let columns = mapping.columns.iter().map(|(written, field)| {
        let meant =
            field.as_ref().map_or(words.unused.to_owned(), |id| format!("{id} ({})", label(id, lang)));
        vec![written.clone(), meant]
    });
    write_table(&columns.collect::<Vec<_>>(), to)?;
    if mapping.values.is_empty() {
        return Ok(());
    }
    heading(words.answers, to)?;
    let answers = mapping.values.iter().flat_map(|(field, spellings)| {
        spellings.iter().map(move |(written, code)| vec![field.clone(), written.clone(), code.clone()])
    });
    write_table(&answers.collect::<Vec<_>>(), to)
}

fn write_risk(risk: &Risk, words: &Words, lang: Lang, to: &mut String) -> fmt::Result {
    heading(words.risk, to)?;
    let Some(told) = &risk.words else { return Ok(()) };
    writeln!(to, "{}.\n", told.title)?;
    let told_more = [&told.coarsened, &told.alike, &told.left_out];
    let paragraphs = [&told.text, &told.meaning, &told.because].into_iter();
    let there = |paragraph: &&String| !paragraph.is_empty();
    for paragraph in paragraphs.chain(told_more.into_iter().flatten()).filter(there) {
        writeln!(to, "{paragraph}\n")?;
    }
    let groups = std::iter::once(&risk.groups).chain(&risk.coarser).map(|groups| row_of(groups, words));
    write_table(&with_head(words.groups, groups), to)?;
    writeln!(to)?;
    let causes = risk.causes.iter().map(|cause| {
        let Cause { field, unique_without, fall, separation, .. } = cause;
        let name = if *field == "aanmelddatum" { words.month.to_owned() } else { label(field, lang) };
        vec![name, unique_without.to_string(), fall.to_string(), format!("{separation:.2}")]
    });
    write_table(&with_head(words.causes, causes), to)?;
    writeln!(to)?;
    let splits = risk.splits.stuurgroep.iter().zip(&risk.splits.website);
    let splits = splits.map(|(steering, website)| {
        let Split { field, smallest, diversity, .. } = steering;
        let diversity = diversity.map_or(words.unknown.to_owned(), |kinds| kinds.to_string());
        let [yes, no] = words.may;
        let may = |split: &Split| if split.may_offer { yes } else { no }.to_owned();
        vec![label(field, lang), smallest.to_string(), diversity, may(steering), may(website)]
    });
    write_table(&with_head(words.splits, splits), to)?;
    heading(words.advice, to)?;
    told.advice.iter().try_for_each(|advice| writeln!(to, "- {advice}"))
}

fn row_of(groups: &Groups, words: &Words) -> Vec<String> {
    use ben_monitor::report::{Ages::Bands, Periods::Quarters};
    let [years, bands, months, quarters] = words.details;
    let by = [
        if groups.ages == Bands { bands } else { years },
        if groups.periods == Quarters { quarters } else { months },
    ];
    let counts = [groups.smallest, groups.unique, groups.under5, groups.under10];
    std::iter::once(by.join(", ")).chain(counts.map(|count| count.to_string())).collect()
}

fn label(field: &str, lang: Lang) -> String {
    catalog::field(field).map_or_else(|| field.to_owned(), |field| field.label.text(lang).to_owned())
}

fn with_head<const N: usize>(head: [&str; N], rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect()
}

/// Columns as wide as their widest cell.
fn write_table(rows: &[Vec<String>], to: &mut String) -> fmt::Result {
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            write!(line, "{cell:<wide$}  ", wide = width(column))?;
        }
        writeln!(to, "{}", line.trim_end())?;
    }
    Ok(())
}
