//! One indicator as a CSV table that Dutch Excel opens right.

use crate::{
    catalog::Lang,
    disclosure::Released,
    report::{Crosstab, Distribution, Duration, Figures, Report, Row, Series, Share, Totals},
};

/// The table of one indicator: UTF-8 with a BOM, `;` between cells, CRLF after
/// rows, and the decimal mark of the language. Shares are fractions of `n`, as
/// in the report; a count that is not shown is an empty cell. `None` when
/// there is no indicator with this index. Codes are left out: Excel would show
/// `9-12` as a date.
///
/// A text that a spreadsheet program would take for a formula (it starts with
/// `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe before it, as
/// OWASP advises against CSV injection.
pub fn table_csv(released: &Released<Report>, index: usize, lang: Lang) -> Option<String> {
    let indicator = released.get().indicators.get(index)?;
    let words = heads(lang);
    let mut table = Table { text: String::from('\u{feff}'), lang };
    match &indicator.figures {
        Figures::Distribution(Distribution { rows, years, .. }) => {
            table.answers(&words, rows.iter().chain(years));
        }
        Figures::Series(Series { rows, regions, .. }) => table.answers(&words, rows.iter().chain(regions)),
        Figures::Duration(Duration { rows, .. }) => table.answers(&words, rows.iter()),
        Figures::Share(share) => table.share(&words, share),
        Figures::Totals(totals) => table.totals(&words, totals),
        Figures::Crosstab(crosstab) => table.crosstab(&words, crosstab),
    }
    let about = &indicator.about;
    if !matches!(indicator.figures, Figures::Totals(_) | Figures::Crosstab(_)) {
        table.row(&[Cell::Text("n"), Cell::Count(Some(about.n)), Cell::Empty]);
    }
    let missing = Cell::Count(Some(about.missing));
    table.row(&[Cell::Text(words.unknown), missing, Cell::Empty]);
    Some(table.text)
}

/// The words at the heads of columns and rows.
struct Heads {
    answer: &'static str,
    count: &'static str,
    share: &'static str,
    total: &'static str,
    mean: &'static str,
    yes: &'static str,
    unknown: &'static str,
}

fn heads(lang: Lang) -> Heads {
    match lang {
        Lang::Nl => Heads {
            answer: "antwoord",
            count: "aantal",
            share: "aandeel",
            total: "totaal",
            mean: "gemiddelde",
            yes: "ja",
            unknown: "onbekend",
        },
        Lang::En => Heads {
            answer: "answer",
            count: "count",
            share: "share",
            total: "total",
            mean: "mean",
            yes: "yes",
            unknown: "not known",
        },
    }
}

enum Cell<'a> {
    Text(&'a str),
    Count(Option<u64>),
    Number(Option<f64>),
    Empty,
}

struct Table {
    text: String,
    lang: Lang,
}

impl Table {
    fn row(&mut self, cells: &[Cell<'_>]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(';');
            }
            match cell {
                Cell::Text(text) => self.text.push_str(&quoted(text)),
                Cell::Count(Some(count)) => self.text.push_str(&count.to_string()),
                Cell::Number(Some(number)) => self.text.push_str(&decimal(*number, self.lang)),
                Cell::Count(None) | Cell::Number(None) | Cell::Empty => {}
            }
        }
        self.text.push_str("\r\n");
    }

    fn answers<'a>(&mut self, words: &Heads, rows: impl Iterator<Item = &'a Row>) {
        self.row(&[words.answer, words.count, words.share].map(Cell::Text));
        for Row { label, count, share, .. } in rows {
            self.row(&[Cell::Text(label), Cell::Count(*count), Cell::Number(*share)]);
        }
    }

    fn share(&mut self, words: &Heads, share: &Share) {
        self.row(&[words.answer, words.count, words.share].map(Cell::Text));
        self.row(&[Cell::Text(words.yes), Cell::Count(share.count), Cell::Number(share.share)]);
    }

    fn totals(&mut self, words: &Heads, totals: &Totals) {
        self.row(&[words.answer, "n", words.total, words.mean].map(Cell::Text));
        for row in &totals.rows {
            let (n, total) = (Cell::Count(Some(row.n)), Cell::Count(row.total));
            self.row(&[Cell::Text(&row.label), n, total, Cell::Number(row.mean)]);
        }
    }

    fn crosstab(&mut self, words: &Heads, crosstab: &Crosstab) {
        let mut head = vec![Cell::Text(words.answer)];
        head.extend(crosstab.columns.iter().map(|column| Cell::Text(&column.label)));
        head.push(Cell::Text(words.total));
        self.row(&head);
        for row in &crosstab.rows {
            let mut cells = vec![Cell::Text(&row.label)];
            cells.extend(row.cells.iter().map(|cell| Cell::Count(cell.count)));
            cells.push(Cell::Count(row.total));
            self.row(&cells);
        }
        let mut totals = vec![Cell::Text(words.total)];
        totals.extend(crosstab.columns.iter().map(|column| Cell::Count(column.total)));
        totals.push(Cell::Count(Some(crosstab.total)));
        self.row(&totals);
    }
}

/// A text that stays one cell and never becomes a formula.
fn quoted(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// As many digits as are needed to read the same number back.
fn decimal(number: f64, lang: Lang) -> String {
    let text = number.to_string();
    match lang {
        Lang::Nl => text.replace('.', ","),
        Lang::En => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{quoted, table_csv};
    use crate::{catalog::Lang, disclosure::for_own_eyes, report::Report};

    fn report() -> Report {
        let missing_by = json!({ "blank": 1, "unknown": 0, "notApplicable": 0, "unrecognised": 0 });
        serde_json::from_value(json!({
            "schema": "ben-monitor/report@1",
            "cases": { "read": 9, "used": 9, "excluded": 0, "selected": 9 },
            "sources": [], "referenceDate": null, "filter": [], "protection": null,
            "indicators": [
                { "id": "gemeente", "kind": "distribution", "base": "cases", "n": 8, "missing": 1, "missingBy": missing_by,
                  "rows": [{ "code": "=1+1", "label": "=1+1", "count": 6, "share": 0.75 },
                           { "code": "Hof", "label": "Hof; \"van\" Twente", "count": null }] },
                { "id": "overleggen", "kind": "totals", "n": 8, "missing": 1, "missingBy": missing_by,
                  "rows": [{ "code": "aantal_mdo", "label": "Aantal MDO's", "n": 8, "total": 20, "mean": 2.5 }] },
                { "id": "kruistabel", "kind": "crosstab", "n": 8, "missing": 1, "missingBy": missing_by,
                  "row": "geslacht", "column": "leeftijd", "total": 8,
                  "columns": [{ "code": "9-12", "label": "9–12 jaar", "total": 8 }],
                  "rows": [{ "code": "jongen", "label": "Jongen", "total": 8, "cells": [{ "code": "9-12", "count": 8 }] }] },
                { "id": "thuis", "kind": "share", "n": 8, "missing": 1, "missingBy": missing_by, "count": 2, "share": 0.25 },
            ],
        }))
        .expect("a report")
    }

    fn csv(index: usize, lang: Lang) -> Option<String> {
        table_csv(&for_own_eyes(report()), index, lang)
    }

    #[test]
    fn a_distribution_as_dutch_excel_reads_it() {
        assert_eq!(
            csv(0, Lang::Nl).as_deref(),
            Some(
                "\u{feff}antwoord;aantal;aandeel\r\n'=1+1;6;0,75\r\n\
                 \"Hof; \"\"van\"\" Twente\";;\r\nn;8;\r\nonbekend;1;\r\n"
            )
        );
    }

    #[test]
    fn other_kinds() {
        let table = |index, lang| csv(index, lang).expect("a table").replace("\r\n", "|");
        assert_eq!(table(1, Lang::En), "\u{feff}answer;n;total;mean|Aantal MDO's;8;20;2.5|not known;1;|");
        assert_eq!(
            table(2, Lang::Nl),
            "\u{feff}antwoord;9–12 jaar;totaal|Jongen;8;8|totaal;8;8|onbekend;1;|"
        );
        assert_eq!(table(3, Lang::Nl), "\u{feff}antwoord;aantal;aandeel|ja;2;0,25|n;8;|onbekend;1;|");
        assert_eq!(csv(4, Lang::Nl), None);
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for bad in ["=1", "+1", "-1", "@a", "\ta", "\rx"] {
            assert!(quoted(bad).trim_start_matches('"').starts_with('\''), "{bad:?}");
        }
        assert_eq!(quoted("Zwolle"), "Zwolle");
    }
}
