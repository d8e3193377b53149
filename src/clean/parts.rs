//! Reads a field of which each answer has a column of its own, and joins it
//! with the field's own column where the file has both, so that no answer
//! counts twice.

use super::{
    column::{Reader, column_number},
    marks::{Mark, Marks},
    tallies::Tallies,
};
use crate::{
    cases::Missing,
    catalog::{Field, Role},
    finding::{FindingCode, Findings},
    intake::{Record, Rows},
    packed::{Packed, Packer, Refusal},
};

/// The columns of one field's answers.
#[derive(Debug)]
pub(super) struct Parts {
    /// Place of the field's reader among the table's.
    pub(super) reader: usize,
    field: &'static Field,
    marks: Marks,
    columns: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    at: usize,
    value: Result<u8, Missing>,
    /// What people fill in for themselves (`anders, namelijk`): any text is a yes, and goes no further.
    free: bool,
    tallies: Tallies,
}

/// What the columns say of one case.
#[derive(Debug, Default)]
struct Said {
    bits: u32,
    missing: Option<Missing>,
    unrecognised: bool,
    unknown: bool,
    /// Some answer was said not to hold.
    no: bool,
    /// Of some answer nothing was said.
    blank: bool,
}

impl Parts {
    /// For a field whose reader stands at this place.
    pub(super) fn new(field: &'static Field, reader: usize) -> Self {
        Self { reader, field, marks: Marks::new(field), columns: Vec::new() }
    }

    /// The field.
    pub(super) fn field(&self) -> &'static Field {
        self.field
    }

    /// Adds the column of one answer.
    pub(super) fn add(&mut self, at: usize, value: Result<u8, Missing>) {
        let free = is_free(self.field, value);
        self.columns.push(Part { at, value, free, tallies: Tallies::default() });
    }

    /// Whether some answer is marked in this row, or explicitly not.
    pub(super) fn has_mark(&mut self, row: &Record<'_>) -> bool {
        let Self { columns, marks, .. } = self;
        columns.iter().any(|part| {
            let mark = marks.read(row.cell(part.at));
            matches!(mark, Mark::Yes | Mark::No | Mark::Answer(_))
        })
    }

    /// Joins what the columns say with what `reader` read in these rows, of which `case` is the first.
    pub(super) fn read(&mut self, rows: Rows<'_>, case: usize, reader: &mut Reader) {
        for place in 0..rows.len() {
            self.read_row(&rows.row(place), case + place, reader);
        }
    }

    fn read_row(&mut self, row: &Record<'_>, case: usize, reader: &mut Reader) {
        let mut said = Said::default();
        for part in &mut self.columns {
            let mark = self.marks.read(row.cell(part.at));
            if !said.take(mark, part) {
                part.tallies.note(FindingCode::ValueUnrecognised, row.row(), 1);
            }
        }
        reader.join(said.answer(), case, row.row());
    }

    /// The answer that the column at this place is for.
    pub(super) fn value_at(&self, at: usize) -> Option<Result<u8, Missing>> {
        self.columns.iter().find(|part| part.at == at).map(|part| part.value)
    }

    pub(super) fn pack(&self, before: u64, to: &mut Packer) {
        self.columns.iter().for_each(|part| part.tallies.pack(before, to));
    }

    pub(super) fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        self.columns.iter_mut().try_for_each(|part| part.tallies.add_packed(before, from))
    }

    /// Hands over what was noticed.
    pub(super) fn report(self, findings: &mut Findings) {
        for part in self.columns {
            part.tallies.report(Some(self.field.id), column_number(part.at), findings);
        }
    }
}

/// Whether people write what they mean in the column of this answer.
pub(super) fn is_free(field: &Field, value: Result<u8, Missing>) -> bool {
    let value = value.ok().and_then(|place| field.values.get(usize::from(place)));
    value.is_some_and(|value| value.role == Role::Other)
}

impl Said {
    /// Adds what one column says; answers whether it was understood.
    #[inline]
    fn take(&mut self, mark: Mark, part: &Part) -> bool {
        match mark {
            Mark::Yes => self.yes(part.value),
            Mark::Answer(place) if part.value == Ok(place) => self.yes(part.value),
            Mark::Answer(_) | Mark::Other if part.free => self.yes(part.value),
            Mark::Answer(_) | Mark::Other => {
                self.unrecognised = true;
                return false;
            }
            Mark::No => self.no = true,
            Mark::Unknown => self.unknown = true,
            Mark::Blank => self.blank |= !part.free,
        }
        true
    }

    fn yes(&mut self, value: Result<u8, Missing>) {
        match value {
            Ok(place) => self.bits |= 1 << (place & 31),
            Err(missing) => self.missing = self.missing.or(Some(missing)),
        }
    }

    /// Every answer said not to hold is known to be none; nothing said at all is not filled in.
    fn answer(self) -> Result<u32, Missing> {
        match self {
            Self { bits: 1.., .. } => Ok(self.bits),
            Self { missing: Some(missing), .. } => Err(missing),
            Self { unrecognised: true, .. } => Err(Missing::Unrecognised),
            Self { unknown: true, .. } => Err(Missing::Unknown),
            Self { no: true, blank: false, .. } => Err(Missing::NotApplicable),
            _ => Err(Missing::Blank),
        }
    }
}
