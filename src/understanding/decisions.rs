//! Which decisions are told, in which order, and what can be changed about
//! each. Equal things are joined, so that the list stays short.

use super::{AsRead, Change, ColumnRead, Decided, Decision, Said, Status, Written, add_written};
use crate::{
    cases::Missing,
    catalog::{MISSING, field, fold},
    finding::{Finding, FindingCode, MAX_ROWS},
};

/// The findings that are decisions too.
const FROM_FINDINGS: [(&[FindingCode], Decided); 8] = [
    (&[FindingCode::TitleRows], Decided::TitleRows),
    (&[FindingCode::TotalRows], Decided::TotalRows),
    (&[FindingCode::NoteRows, FindingCode::HeaderAgain, FindingCode::NumberOnlyRows], Decided::NoteRows),
    (&[FindingCode::BlankRows], Decided::BlankRows),
    (&[FindingCode::CaseDouble], Decided::Doubles),
    (&[FindingCode::CaseDoubleKept], Decided::DoublesKept),
    (&[FindingCode::DateSerial], Decided::DateSerial),
    (&[FindingCode::AgeDerived], Decided::AgeDerived),
];

/// Everything that was decided, file by file, without its words.
pub fn decide(files: &[AsRead], findings: &[Finding]) -> Vec<Decision> {
    let mut list = List { source: 0, decisions: Vec::new() };
    if files.len() > 1 {
        let cases = files.iter().map(|file| file.cases).sum();
        if let Some(decision) = list.add(Decided::AllCases, cases, Vec::new()) {
            decision.rows = vec![files.len() as u64];
        }
    }
    for (source, file) in files.iter().enumerate() {
        list.source = source;
        list.of_file(file);
        for &(codes, decided) in &FROM_FINDINGS {
            list.of_findings(findings, codes, decided);
        }
        list.of_dates(file);
        list.of_cells(file);
        list.of_identifiers(&file.columns, findings);
        list.of_answers(&file.columns);
        list.of_likeness(file);
        list.of_columns(&file.columns);
    }
    list.decisions
}

/// The id under which a date of birth goes.
const BIRTH_DATE: &str = "geboortedatum";

fn word(text: &str) -> Written {
    Written { text: text.to_owned(), count: 0 }
}

struct List {
    source: usize,
    decisions: Vec<Decision>,
}

impl List {
    /// Adds a decision, for the caller to complete.
    fn add(&mut self, code: Decided, count: u64, words: Vec<Written>) -> Option<&mut Decision> {
        self.decisions.push(Decision {
            source: self.source,
            code,
            column: None,
            text: String::new(),
            change: None,
            count,
            rows: Vec::new(),
            field: None,
            words,
        });
        self.decisions.last_mut()
    }

    fn of_file(&mut self, file: &AsRead) {
        self.add(Decided::Cases, file.cases, vec![word(&file.name)]);
        if let Some(encoding) = file.encoding {
            self.add(Decided::Encoding, 1, vec![word(encoding)]);
        }
        let separator = match file.separator {
            b';' | b',' | b'\n' => None,
            b'\t' => Some("tab".to_owned()),
            other => Some(char::from(other).to_string()),
        };
        if let Some(separator) = separator {
            self.add(Decided::Separator, 1, vec![word(&separator)]);
        }
        if let Some(decision) = self.add(Decided::Header, 1, Vec::new()) {
            let (first, last) = file.header;
            decision.rows = (first..=last).take(MAX_ROWS).collect();
            decision.change = Some(Change::Header { row: last });
        }
    }

    fn of_dates(&mut self, file: &AsRead) {
        let Some(order) = file.dates else { return };
        let decided = if order == "mdy" { Decided::DatesMonthFirst } else { Decided::Dates };
        if let Some(decision) = self.add(decided, 1, Vec::new()) {
            decision.change = Some(Change::Dates { order });
        }
    }

    /// One decision of all the findings of some kinds in this file.
    fn of_findings(&mut self, findings: &[Finding], codes: &[FindingCode], decided: Decided) {
        let (mut count, mut rows) = (0, Vec::new());
        for finding in findings.iter().filter(|one| one.source == self.source && codes.contains(&one.code)) {
            count += finding.count;
            for &row in &finding.rows {
                let place = rows.iter().rposition(|&other| other < row).map_or(0, |place| place + 1);
                rows.insert(place, row);
            }
        }
        if count > 0
            && let Some(decision) = self.add(decided, count, Vec::new())
        {
            decision.rows = rows;
            decision.change = match decided {
                Decided::TotalRows | Decided::NoteRows => Some(Change::Rows),
                Decided::Doubles | Decided::DoublesKept => Some(Change::Doubles),
                _ => None,
            };
        }
    }

    /// How the spellings of a missing answer were read, and which answers were
    /// read by likeness.
    fn of_cells(&mut self, file: &AsRead) {
        for (missing, decided) in [
            (Missing::Unknown, Decided::Unknown),
            (Missing::NotApplicable, Decided::NotApplicable),
            (Missing::Blank, Decided::Blank),
        ] {
            let mut words: Vec<Written> = Vec::new();
            for cell in file.cells.iter().filter(|cell| cell.said == Said::Missing(missing)) {
                let spelling = spelling(&cell.text);
                add_written(&mut words, spelling, cell.count);
            }
            if !words.is_empty() {
                self.add(decided, words.iter().map(|word| word.count).sum(), words);
            }
        }
        let empty = file.columns.iter().filter(|one| matches!(one.status, Status::Sure | Status::Likely));
        let empty = empty.map(|column| file.cases.saturating_sub(column.filled)).sum();
        if empty > 0 {
            self.add(Decided::Empty, empty, Vec::new());
        }
    }

    /// Which answers were read by likeness; those that differ in capitals alone are joined.
    fn of_likeness(&mut self, file: &AsRead) {
        for cell in &file.cells {
            let Said::Like(place) = cell.said else { continue };
            let source = self.source;
            let same = |one: &&mut Decision| {
                (one.source, one.code, one.field) == (source, Decided::ValueResembling, Some(cell.field))
                    && one.words.first().is_some_and(|word| fold(&word.text) == fold(&cell.text))
            };
            if let Some(decision) = self.decisions.iter_mut().find(same) {
                add_written(&mut decision.words, cell.text.clone(), cell.count);
                continue;
            }
            let words = vec![Written { text: cell.text.clone(), count: cell.count }];
            if let Some(decision) = self.add(Decided::ValueResembling, cell.count, words) {
                let value = field(cell.field).and_then(|field| field.values.get(usize::from(place)));
                let code = value.map(|value| value.code);
                decision.field = Some(cell.field);
                decision.change = Some(Change::Value { field: cell.field, written: cell.text.clone(), code });
            }
        }
    }

    /// Columns that hold one answer each, field by field.
    fn of_answers(&mut self, columns: &[ColumnRead]) {
        for column in columns.iter().filter(|column| column.status == Status::Answers) {
            let source = self.source;
            let same = |one: &&mut Decision| {
                (one.source, one.code, one.field) == (source, Decided::ColumnAnswers, column.field)
            };
            if let Some(decision) = self.decisions.iter_mut().find(same) {
                decision.count += 1;
            } else if let Some(decision) = self.add(Decided::ColumnAnswers, 1, Vec::new()) {
                decision.field = column.field;
            }
        }
    }

    fn of_columns(&mut self, columns: &[ColumnRead]) {
        for column in columns.iter().filter(|column| column.field == Some(BIRTH_DATE)) {
            self.column(column, Decided::BirthDate);
        }
        for column in columns.iter().filter(|column| column.status == Status::Likely) {
            self.column(column, Decided::ColumnResembling);
        }
        for column in columns.iter().filter(|column| column.status == Status::Double) {
            self.column(column, Decided::ColumnDouble);
        }
        let unused = columns.iter().filter(|one| one.status == Status::Unused);
        let unused: Vec<_> = unused.filter(|one| one.filled > 0 || !one.heading.is_empty()).collect();
        if let [only] = unused.as_slice() {
            self.column(only, Decided::ColumnUnused);
        } else if !unused.is_empty() {
            let words = unused.iter().map(|column| word(&column.heading)).collect();
            self.add(Decided::ColumnUnused, unused.len() as u64, words);
        }
    }

    /// Columns that were stopped; that one holds BSNs is not for a person to change.
    fn of_identifiers(&mut self, columns: &[ColumnRead], findings: &[Finding]) {
        for column in columns.iter().filter(|column| column.status == Status::Identifier) {
            let is_bsn = findings.iter().any(|one| {
                one.code == FindingCode::IdentifierBsn
                    && (one.source, one.column) == (self.source, Some(column.number))
            });
            if let Some(decision) = self.add(Decided::ColumnIdentifier, 1, vec![word(&column.heading)]) {
                decision.column = Some(column.number);
                let heading = column.heading.clone();
                decision.change = (!is_bsn).then_some(Change::Identifier { heading });
            }
        }
    }

    /// A decision about one column.
    fn column(&mut self, column: &ColumnRead, decided: Decided) {
        if let Some(decision) = self.add(decided, 1, vec![word(&column.heading)]) {
            let in_force = column.field.filter(|_| column.status != Status::Double);
            decision.column = Some(column.number);
            decision.field = column.field;
            decision.change = Some(Change::Column { heading: column.heading.clone(), field: in_force });
        }
    }
}

/// How a missing answer is written, in the catalog's own spelling; a cell
/// is never shown for it.
fn spelling(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() {
        return if text.contains('?') { "?" } else { "-" }.to_owned();
    }
    // `n.v.t.` folds to single letters.
    let joined = folded.replace(' ', "");
    let lists = [MISSING.unknown, MISSING.not_applicable, MISSING.blank];
    let known = |text: &str| lists.iter().any(|list| list.contains(&text));
    if known(&joined) {
        joined
    } else if known(&folded) {
        folded
    } else {
        "…".to_owned()
    }
}
