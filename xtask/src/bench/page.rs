//! Writes docs/speed.md: the last tables, on what they were measured, and how to do it again.

use super::{Measured, files, plot};
use crate::Outcome;
use crate::places;
use crate::stamp;
use serde_json::Value;
use std::fmt::Write as _;

/// The harness's name for our page.
pub(super) const OURS: &str = "subject";

/// Writes the page, and the plot beside it where growth was measured.
pub(super) fn save(measured: &Measured) -> Outcome {
    let docs = places::root().join("docs");
    let Measured { native, alone: page, beside, growth } = measured;
    let mut text = format!(
        "{HEAD}\n## The core, natively\n\n{}\n{}\n{CORE}\n## In the browser, by itself\n\n{}\n{ALONE}",
        machine(page),
        native.trim(),
        alone(page),
    );
    text += &match beside {
        Some(results) => format!(
            "\n## Beside what users would pick instead\n\n{}\n{}\n{}",
            machine(results),
            cut_dates(),
            tables(results)
        ),
        None => "\n## Beside what users would pick instead\n\nNot measured: the harness was not there.\n"
            .to_owned(),
    };
    if let Some(growth) = growth {
        let peers = beside.iter().flat_map(summary).filter(|line| line.peer != OURS);
        let lines: Vec<Line> = summary(growth).into_iter().chain(peers).collect();
        stamp::write(&docs.join("speed-growth.svg"), plot::growth(&lines).as_bytes())?;
        let _written = write!(text, "{GROWTH}\n{}\n{}", machine(growth), figures(growth));
    }
    stamp::write(&docs.join("speed.md"), text.as_bytes())
}

const HEAD: &str = "# Speed

Written by `cargo xtask bench --save`: no figure here was put in by hand, and none is asserted by a test. Times differ from
machine to machine and from day to day: compare what stands in one table. To do it again:

```
cargo xtask bench                                   # 1,000 and 100,000 cases
cargo xtask bench FOLDER --rows 1000,100000,1000000 --growth 10000,30000,100000,300000,1000000,2000000,5000000 --save
cargo xtask bench FOLDER --peers papa-worker-plot,duckdb-plot,scan-wasm-stream
```

FOLDER is a built copy of the harness that is handed out beside the project (`npm ci`, `node build.mjs`); `$BEN_BENCH_DIR`
names one too, and `../shared/bench` is built when it is there. Its README says what the peers are and what is measured.
Without it the core and our own page are measured alone. Nothing else may run on the machine meanwhile.
";

const CORE: &str = "
One file of made cases with 13 fields, read in pieces of 64 kB. *Least* of the rounds says most where others use
the machine too; rates are those of the least. Each indicator is a report of it alone, with its words.
";

const ALONE: &str = "
By the element's public contract, a fresh browser for each file and round: *read* is the input's change event until
`ben-file-read` (streamed, read, cleaned), *drawn* until `ben-rendered`, *filter* a region chosen until it is drawn. A
filter is chosen 0.2 s after the first charts: of a large file the rest is still being counted then, and waited for. Below
that each figure asked by itself: counted, told and drawn.
";

const GROWTH: &str = "
## Growth

![Time until the charts are drawn, and memory, by number of cases](speed-growth.svg)

Both axes go by powers of ten: along the dashed line time and memory would grow in step with the cases.
";

/// What was done with the harness's files.
fn cut_dates() -> String {
    let (year, rest) = files::LAST.split_at(4);
    let (month, day) = rest.split_at(2);
    format!(
        "The files are the harness's own (seed {}), but for dates of closing after {day}-{month}-{year}, which were taken out \
         for every page alike: the harness lets cases close up to two years after the last referral, and our core leaves \
         dates that lie ahead out and says so.\n",
        files::SEED
    )
}

/// One page at one number of cases.
pub(super) struct Line {
    pub(super) peer: String,
    pub(super) rows: f64,
    right: bool,
    values: Vec<Option<f64>>,
    pub(super) drawn: Option<f64>,
    pub(super) memory: Option<f64>,
}

/// Key in the harness's results, heading, and what one of its units is in ours.
const COLUMNS: [(&str, &str, f64); 7] = [
    ("bytes", "transfer kB", 1000.0),
    ("idle", "idle ms", 1.0),
    ("load", "file→charts ms", 1.0),
    ("total", "total ms", 1.0),
    ("filterDrawn", "filter ms", 1.0),
    ("block", "longest task ms", 1.0),
    ("rss", "peak memory MiB", 1.0),
];

fn lines(results: &Value) -> &[Value] {
    results.get("summary").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn number(line: &Value, key: &str) -> Option<f64> {
    line.get(key).and_then(Value::as_f64)
}

pub(super) fn summary(results: &Value) -> Vec<Line> {
    let line = |line: &Value| {
        let text = |key: &str| line.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        Line {
            peer: text("peer"),
            rows: number(line, "rows").unwrap_or_default(),
            right: text("ok").starts_with("ok"),
            values: COLUMNS
                .iter()
                .map(|(key, _, unit)| number(line, key).map(|value| value / unit))
                .collect(),
            drawn: number(line, "drawn"),
            memory: number(line, "rss"),
        }
    };
    lines(results).iter().map(line).collect()
}

fn machine(results: &Value) -> String {
    let text = |key: &str| match results.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => "?".to_owned(),
    };
    format!(
        "{}, {} cores, {} GiB; Chromium {}; {}; medians of {} runs; an empty page takes {} MiB.\n",
        text("cpu"),
        text("cores"),
        text("memGiB"),
        text("browser"),
        text("date").split('T').next().unwrap_or_default(),
        text("repeat"),
        text("blankRendererRssMiB"),
    )
}

/// Memory above the empty page, in bytes a case.
fn a_case(results: &Value, memory: Option<f64>, rows: f64) -> Option<f64> {
    let blank = number(results, "blankRendererRssMiB").unwrap_or_default();
    memory.map(|memory| (memory - blank) * 1_048_576.0 / rows)
}

/// A table for each number of cases, ours first.
fn tables(results: &Value) -> String {
    let (lines, mut text) = (summary(results), String::new());
    let mut sizes: Vec<f64> = lines.iter().map(|line| line.rows).collect();
    sizes.dedup();
    for size in sizes {
        let _written = write!(text, "\n{size} cases\n\n| page | figures |");
        COLUMNS.iter().for_each(|(_, heading, _)| text += &format!(" {heading} |"));
        text += " bytes a case |\n|---|---|";
        text += &"---:|".repeat(COLUMNS.len() + 1);
        for line in lines.iter().filter(|line| line.rows == size) {
            let name = if line.peer == OURS { "**BEN-monitor**" } else { &line.peer };
            let _written = write!(text, "\n| {name} | {} |", if line.right { "right" } else { "wrong" });
            line.values.iter().for_each(|value| text += &format!(" {} |", shown(*value)));
            let _written = write!(text, " {} |", shown(a_case(results, line.memory, size)));
        }
        text += "\n";
    }
    text
}

/// Our page alone: what a file takes, and each figure by itself where that was measured.
pub(super) fn alone(results: &Value) -> String {
    let mut text = figures(results);
    let steps: Vec<(f64, &[Value])> = lines(results)
        .iter()
        .filter_map(|line| {
            let steps = line.get("steps").and_then(Value::as_array).filter(|steps| !steps.is_empty())?;
            Some((number(line, "rows")?, steps.as_slice()))
        })
        .collect();
    for (rows, steps) in steps {
        let _written =
            write!(text, "\n{rows} cases\n\n| figure, drawn | ms | million cases/s |\n|---|---:|---:|");
        for step in steps {
            let name = step.get(0).and_then(Value::as_str).unwrap_or_default();
            let time = step.get(1).and_then(Value::as_f64);
            let rate = time.map(|time| rows / time / 1e3);
            let _written = write!(text, "\n| `{name}` | {} | {} |", shown(time), shown(rate));
        }
        text += "\n";
    }
    text
}

fn figures(results: &Value) -> String {
    let mut text = "| cases | MB | idle ms | read ms | MB/s | million cases/s | drawn ms | filter ms | longest task ms | \
         peak memory MiB | bytes a case |\n"
        .to_owned();
    text += "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    for line in lines(results) {
        let value = |key| number(line, key);
        let rows = value("rows").unwrap_or_default();
        let rate = |amount: Option<f64>| Some(amount? / value("read")?);
        let values = [
            value("fileBytes").map(|bytes| bytes / 1e6),
            value("idle"),
            value("read"),
            rate(value("fileBytes").map(|bytes| bytes / 1e3)),
            rate(Some(rows / 1e3)),
            value("drawn"),
            value("filterDrawn"),
            value("block"),
            value("rss"),
            a_case(results, value("rss"), rows),
        ];
        let _written = write!(text, "| {rows} |");
        values.iter().for_each(|value| text += &format!(" {} |", shown(*value)));
        text += "\n";
    }
    text
}

fn shown(value: Option<f64>) -> String {
    match value {
        None => "–".to_owned(),
        Some(value) if value.abs() < 10.0 => format!("{value:.1}"),
        Some(value) => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{alone, plot, summary, tables};

    #[test]
    fn results_become_tables_and_a_plot() {
        let results = serde_json::json!({ "blankRendererRssMiB": 100, "summary": [
            { "peer": "subject", "rows": 1000, "ok": "ok 3/3", "bytes": 190_000, "load": 40.2, "drawn": 30, "rss": 101 },
            { "peer": "papa-plot", "rows": 1000, "ok": "WRONG 0/3" },
            { "peer": "subject", "rows": 100_000, "ok": "ok 3/3", "load": 300, "drawn": 290, "rss": 110 },
        ] });
        let text = tables(&results);
        assert!(
            text.contains("| **BEN-monitor** | right | 190 | – | 40 | – | – | – | 101 | 1049 |"),
            "{text}"
        );
        assert!(text.contains("| papa-plot | wrong |"), "{text}");
        let drawing = plot::growth(&summary(&results));
        assert_eq!(drawing.matches("<polyline").count(), 2, "{drawing}");
    }

    #[test]
    fn our_page_alone_becomes_a_table() {
        let results = serde_json::json!({ "blankRendererRssMiB": 100, "summary": [
            { "peer": "subject", "rows": 1000, "fileBytes": 240_000, "read": 12.0, "drawn": 30, "rss": null,
              "steps": [["leeftijd", 4.0]] },
        ] });
        let text = alone(&results);
        assert!(text.contains("| 1000 | 0.2 | – | 12 | 20 | 0.1 | 30 | – | – | – | – |"), "{text}");
        assert!(text.contains("| `leeftijd` | 4.0 | 0.2 |"), "{text}");
    }
}
