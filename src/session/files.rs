//! What is noticed when several files are looked at together: cases that occur
//! twice, a file given twice, files that answer in other words.

use super::Session;
use crate::{
    cases::Doubles,
    finding::{Finding, FindingCode, MAX_ROWS, Severity},
};

/// The findings that more than one file has a part in.
const ACROSS: [FindingCode; 5] = [
    FindingCode::CaseDouble,
    FindingCode::CaseDoubleDiffers,
    FindingCode::CaseDoubleKept,
    FindingCode::ColumnNearlyEmpty,
    FindingCode::CodesDiffer,
];

impl Session {
    /// Counts every case once, unless a person wants all of them, and says
    /// what was found; to be done again when a file is added.
    pub(super) fn look_across_files(&mut self) {
        self.findings.retain(|finding| !ACROSS.contains(&finding.code));
        let doubles = self.cases.count_once();
        self.overlaps = self.cases.overlaps();
        let keep = self.mapping.reading.keep_doubles;
        if keep {
            self.cases.count_all();
        }
        for (source, Doubles { rows, differing }) in doubles.iter().enumerate() {
            if keep {
                self.note(FindingCode::CaseDoubleKept, source, rows);
            } else {
                self.note(FindingCode::CaseDouble, source, rows);
                self.note(FindingCode::CaseDoubleDiffers, source, differing);
            }
        }
        self.look_at_contents();
        self.put_in_order();
    }

    /// The file with this number was given once more.
    pub(super) fn note_file_again(&mut self, source: usize) {
        let is_it =
            |finding: &&mut Finding| finding.source == source && finding.code == FindingCode::FileDouble;
        match self.findings.iter_mut().find(is_it) {
            Some(finding) => finding.count += 1,
            None => self.findings.push(finding(FindingCode::FileDouble, source, 1)),
        }
        self.put_in_order();
    }

    fn note(&mut self, code: FindingCode, source: usize, rows: &[u32]) {
        if !rows.is_empty() {
            let rows_named = rows.iter().take(MAX_ROWS).map(|&row| row.into()).collect();
            self.findings.push(Finding { rows: rows_named, ..finding(code, source, rows.len() as u64) });
        }
    }

    /// File by file, and of each file the most serious first.
    fn put_in_order(&mut self) {
        let mut ordered = Vec::with_capacity(self.findings.len());
        for source in 0..self.files.len() {
            for severity in [Severity::Error, Severity::Warning, Severity::Info] {
                let of = |finding: &&Finding| finding.source == source && finding.severity == severity;
                ordered.extend(self.findings.iter().filter(of).cloned());
            }
        }
        self.findings = ordered;
    }
}

/// A finding about a whole file.
pub(super) fn finding(code: FindingCode, source: usize, count: u64) -> Finding {
    Finding { code, severity: code.severity(), source, field: None, column: None, count, rows: Vec::new() }
}
