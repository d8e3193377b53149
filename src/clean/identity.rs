//! By what the rows of a file are known again: the casus number, or without
//! such a column all that stands in the row. Keeps fingerprints, no text.

use super::{
    columns::{Columns, DecidedColumn, Use},
    tallies::Tallies,
};
use crate::{
    cases::{Fingerprint, Identities},
    catalog::{Kind, fold, for_each_folded},
    finding::{FindingCode, Findings},
    intake::{Cell, Record, Rows},
    packed::{Packed, Packer, Refusal},
};

/// A casus number is hardly ever longer, in bytes: it is folded in place.
const LONGEST_NUMBER: usize = 64;

/// Takes the fingerprint of each row that is a case.
#[derive(Debug)]
pub(super) struct RowIdentity {
    /// The place of the column with casus numbers.
    casus: Option<usize>,
    found: Identities,
}

impl RowIdentity {
    pub(super) fn new(columns: &Columns) -> Self {
        let is_casus =
            |column: &DecidedColumn| matches!(column.used, Use::Field(field) if field.kind == Kind::Id);
        Self { casus: columns.0.iter().position(is_casus), found: Identities::default() }
    }

    /// Takes the fingerprints of these rows, which all are cases.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn read(&mut self, rows: Rows<'_>) {
        match self.casus {
            Some(at) => {
                for (place, cell) in rows.cells(at).enumerate() {
                    self.found.push(mark(cell), rows.number(place));
                }
            }
            None => {
                for place in 0..rows.len() {
                    self.found.push(Some(of_whole(&rows.row(place))), rows.number(place));
                }
            }
        }
    }

    pub(super) fn pack(&self, before: u64, to: &mut Packer) {
        self.found.pack(before, to);
    }

    pub(super) fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        self.found.add_packed(before, from)
    }

    /// What the cases are known by; nothing without a casus column. There the
    /// rows that are equal to an earlier one are counted, and said.
    pub(super) fn finish(self, findings: &mut Findings) -> Identities {
        if self.casus.is_some() {
            return self.found;
        }
        let mut doubles = Tallies::default();
        for row in self.found.repeated_rows() {
            doubles.note(FindingCode::RowDouble, row.into(), 1);
        }
        doubles.report(None, None, findings);
        Identities::default()
    }
}

/// The fingerprint of a casus number, however its letters and signs are
/// written, and with or without zeros before it (a spreadsheet drops them).
/// Without a digit other than 0 it is no number: a word such as *volgt*, or
/// initials, which more than one child may have.
#[cfg_attr(hot, optimize(speed))]
fn mark(cell: Cell<'_>) -> Option<u64> {
    let raw = cell.raw();
    if !raw.iter().any(|byte| matches!(byte, b'1'..=b'9')) {
        return None;
    }
    let mut folded = [0; LONGEST_NUMBER];
    let mut len = 0;
    if raw.len() > LONGEST_NUMBER || !raw.is_ascii() {
        return Some(of_number(fold(&cell.text()).as_bytes()));
    }
    for_each_folded(raw, |byte| {
        if let Some(place) = folded.get_mut(len) {
            *place = byte;
            len += 1;
        }
    });
    Some(of_number(folded.get(..len).unwrap_or_default()))
}

fn of_number(folded: &[u8]) -> u64 {
    let zeros = folded.iter().take_while(|byte| **byte == b'0').count();
    Fingerprint::of(folded.get(zeros..).unwrap_or_default())
}

fn of_whole(row: &Record<'_>) -> u64 {
    let mut all = Fingerprint::default();
    for cell in row.cells() {
        all.add(cell.raw());
        // No text holds this byte, so cells can't run together.
        all.add(&[0xff]);
    }
    all.value()
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::clean::row::tests::held;

    fn of(text: &str) -> Option<u64> {
        mark(held(1, &["x", text]).record().cell(1))
    }

    #[test]
    fn one_number_in_several_spellings() {
        for (one, other) in
            [("2024-1", " 2024 1 "), ("C-12", "c_12"), ("0012", "12"), ("12", "\u{a0}12"), ("a.1", "A-1")]
        {
            assert!(of(one).is_some());
            assert_eq!(of(one), of(other), "{one} {other}");
        }
        for (one, other) in [("2024-1", "20241"), ("12", "120"), ("1", "2"), ("a1", "1")] {
            assert_ne!(of(one), of(other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "  ", "onbekend", "n.v.t.", "-", "?", "0", "000", "volgt", "J.B."] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
