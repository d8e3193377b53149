//! A column's cells and what was noticed in them as the bytes of a part,
//! before its ambiguous spellings are decided.

use super::{OfKind, Reader};
use crate::{
    cases::Fingerprint,
    clean::places::MAX_PLACES,
    finding::FindingCode,
    packed::{Packed, Packer, Refusal},
};

/// What earlier parts met in one column.
#[derive(Debug, Default)]
pub(in crate::clean) struct Met(Vec<u64>);

impl Reader {
    /// `before` is the number of rows before the first.
    pub(in crate::clean) fn pack(&self, before: u64, to: &mut Packer) {
        self.tallies.pack(before, to);
        self.asked.pack(to);
        match &self.kind {
            OfKind::One(known) => {
                known.cells.answers.pack(to);
                known.cells.column.pack(to);
            }
            OfKind::Many { column, .. } => column.pack(to),
            OfKind::Date(known) => known.cells.column.pack(to),
            OfKind::Number(known) => known.cells.column.pack(to),
            OfKind::Place(known) => {
                known.cells.column.pack(to);
                let met: Vec<u64> = known.cells.names.met().keys().map(Fingerprint::of).collect();
                to.rows(met.iter().map(|print| print.to_le_bytes()));
                to.rows(self.unmet.iter().map(|print| print.to_le_bytes()));
            }
        }
    }

    /// Adds a stretch that was packed, `before` rows further on.
    ///
    /// One run stops guessing at misspelled answers after so many different
    /// texts, keeps so many places and no more, and takes a row with a place
    /// alone for a case only when it met the place before. Which rows those
    /// are hangs on their order, so there the parts are refused.
    pub(in crate::clean) fn add_packed(
        &mut self,
        before: u64,
        met: &mut Met,
        from: &mut Packed<'_>,
    ) -> Result<(), Refusal> {
        self.tallies.add_packed(before, from)?;
        self.asked.add_packed(from)?;
        if !self.asked.has_room() && self.tallies.has(FindingCode::ValueResembling) {
            return Err(Refusal::Undecided);
        }
        match &mut self.kind {
            OfKind::One(known) => {
                known.cells.answers.add_packed(from)?;
                known.cells.column.add_packed(from)
            }
            OfKind::Many { column, .. } => column.add_packed(from),
            OfKind::Date(known) => known.cells.column.add_packed(from),
            OfKind::Number(known) => known.cells.column.add_packed(from),
            OfKind::Place(known) => {
                let column = &mut known.cells.column;
                column.add_packed(from)?;
                let fits = column.names().len() < MAX_PLACES;
                if fits { met.add(from) } else { Err(Refusal::Undecided) }
            }
        }
    }
}

impl Met {
    fn add(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        let print = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        let (met, unmet) = (from.rows()?, from.rows()?);
        if unmet.iter().any(|bytes| self.0.contains(&print(bytes))) {
            return Err(Refusal::Undecided);
        }
        let new: Vec<u64> = met.iter().map(print).filter(|print| !self.0.contains(print)).collect();
        self.0.extend(new);
        Ok(())
    }
}
