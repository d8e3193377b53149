//! Writes docs/benchmarks.md: the last table, on what it was measured, and how to do it again.

use super::plot;
use crate::Outcome;
use crate::places;
use crate::stamp;
use serde_json::Value;
use std::fmt::Write as _;

/// The harness's name for our page.
pub(super) const OURS: &str = "subject";

/// Writes the page, and the plot beside it where the browser was measured.
pub(super) fn save(native: &str, results: Option<&Value>) -> Outcome {
    let docs = places::root().join("docs");
    let mut text = format!("{HEAD}\n## The core, natively\n\n{}\n{CORE}", native.trim());
    if let Some(results) = results {
        let _written = write!(text, "\n## In the browser\n\n{}\n{}", machine(results), tables(results));
        stamp::write(&docs.join("benchmarks-growth.svg"), plot::growth(&summary(results)).as_bytes())?;
        text += GROWTH;
    }
    stamp::write(&docs.join("benchmarks.md"), text.as_bytes())
}

const HEAD: &str = "# Measured

Written by `cargo xtask bench --save`; nothing here is asserted by a test. Times differ from machine to machine and
from day to day: compare what stands in one table. To do it again:

```
cargo xtask bench                                               # 1,000 and 100,000 cases
cargo xtask bench --rows 1000,10000,100000,1000000,5000000 --save
cargo xtask bench --peers papa-worker-plot,duckdb-plot,scan-wasm-stream
```

The browser's half takes the harness that is handed out beside the project (`../shared/bench`, or a built copy at
`$BEN_BENCH_DIR`); it says what the peers are and what is measured.
";

const CORE: &str = "
One file of made cases with 13 fields, read in pieces of 64 kB. *Least* of the rounds says most where others use
the machine too; rates are those of the least. Each indicator is a report of it alone, with its words.
";

const GROWTH: &str = "
## Growth

![Time until the charts are drawn, and memory, by number of cases](benchmarks-growth.svg)
";

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

pub(super) fn summary(results: &Value) -> Vec<Line> {
    let lines = results.get("summary").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let line = |line: &Value| {
        let number = |key: &str| line.get(key).and_then(Value::as_f64);
        let text = |key: &str| line.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        Line {
            peer: text("peer"),
            rows: number("rows").unwrap_or_default(),
            right: text("ok").starts_with("ok"),
            values: COLUMNS.iter().map(|(key, _, unit)| number(key).map(|value| value / unit)).collect(),
            drawn: number("drawn"),
            memory: number("rss"),
        }
    };
    lines.iter().map(line).collect()
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

/// A table for each number of cases, ours first.
fn tables(results: &Value) -> String {
    let (lines, mut text) = (summary(results), String::new());
    let blank = results.get("blankRendererRssMiB").and_then(Value::as_f64).unwrap_or_default();
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
            let a_case = line.memory.map(|memory| (memory - blank) * 1_048_576.0 / size);
            let _written = write!(text, " {} |", shown(a_case));
        }
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
    use super::{plot, summary, tables};

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
}
