//! Counts what is noticed while rows go by; findings are made of it at the end.

use crate::{
    finding::{FindingCode, Findings, MAX_ROWS},
    packed::{Packed, Packer, Refusal},
};

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
        let Some(tally) = self.of(code) else { return };
        tally.count += times;
        if tally.rows.len() < MAX_ROWS && tally.rows.last() != Some(&row) {
            tally.rows.push(row);
        }
    }

    fn of(&mut self, code: FindingCode) -> Option<&mut Tally> {
        let place = self.0.iter().position(|tally| tally.code == code).unwrap_or_else(|| {
            self.0.push(Tally { code, count: 0, rows: Vec::new() });
            self.0.len() - 1
        });
        self.0.get_mut(place)
    }

    /// Hands everything to the file's findings.
    pub(super) fn report(self, field: Option<&'static str>, column: Option<u32>, findings: &mut Findings) {
        for Tally { code, count, rows } in self.0 {
            let rest = count.saturating_sub(rows.len() as u64);
            rows.iter().for_each(|&row| findings.note(code, field, column, row));
            findings.note_times(code, field, column, 0, rest);
        }
    }

    /// How often something was noticed, with rows less those before the first.
    pub(super) fn pack(&self, before: u64, to: &mut Packer) {
        to.len(self.0.len());
        for tally in &self.0 {
            pack_code(tally.code, to);
            to.number(tally.count);
            to.len(tally.rows.len());
            tally.rows.iter().for_each(|row| to.number(row.saturating_sub(before)));
        }
    }

    /// Adds what was packed, `before` rows further on.
    pub(super) fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        for _ in 0..from.count()? {
            let (code, count, rows) = (packed_code(from)?, from.number()?, from.count()?);
            let tally = self.of(code).ok_or(Refusal::Damaged)?;
            tally.count += count;
            for _ in 0..rows {
                let row = before + from.number()?;
                if tally.rows.len() < MAX_ROWS {
                    tally.rows.push(row);
                }
            }
        }
        Ok(())
    }

    /// Whether this was noticed.
    pub(super) fn has(&self, code: FindingCode) -> bool {
        self.0.iter().any(|tally| tally.code == code)
    }

    /// Forgets what turned out not to be worth noting.
    pub(super) fn remove(&mut self, code: FindingCode) {
        self.0.retain(|tally| tally.code != code);
    }
}

/// By its place in the list.
pub(super) fn pack_code(code: FindingCode, to: &mut Packer) {
    to.len(FindingCode::ALL.iter().position(|known| *known == code).unwrap_or(usize::MAX));
}

pub(super) fn packed_code(from: &mut Packed<'_>) -> Result<FindingCode, Refusal> {
    FindingCode::ALL.get(from.count()?).copied().ok_or(Refusal::Damaged)
}
