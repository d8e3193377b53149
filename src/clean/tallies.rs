//! Counts what is noticed while rows go by; findings are made of it at the end.

use crate::finding::{FindingCode, Findings, MAX_ROWS};

/// How often something was noticed, and in which rows first.
#[derive(Debug)]
struct Tally {
    code: FindingCode,
    count: u64,
    rows: Vec<u64>,
}

/// Counts what is noticed; kept beside the column, since it happens often.
#[derive(Debug, Default)]
pub(super) struct Tallies(Vec<Tally>);

impl Tallies {
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn note(&mut self, code: FindingCode, row: u64, times: u64) {
        let place = self.0.iter().position(|tally| tally.code == code).unwrap_or_else(|| {
            self.0.push(Tally { code, count: 0, rows: Vec::new() });
            self.0.len() - 1
        });
        let Some(tally) = self.0.get_mut(place) else { return };
        tally.count += times;
        if tally.rows.len() < MAX_ROWS && tally.rows.last() != Some(&row) {
            tally.rows.push(row);
        }
    }

    /// Hands everything to the file's findings.
    pub(super) fn report(self, field: Option<&'static str>, column: Option<u32>, findings: &mut Findings) {
        for Tally { code, count, rows } in self.0 {
            let rest = count.saturating_sub(rows.len() as u64);
            rows.iter().for_each(|&row| findings.note(code, field, column, row));
            findings.note_times(code, field, column, 0, rest);
        }
    }

    /// Forgets what turned out not to be worth noting.
    pub(super) fn remove(&mut self, code: FindingCode) {
        self.0.retain(|tally| tally.code != code);
    }
}
