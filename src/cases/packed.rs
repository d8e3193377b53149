//! Columns and identities as the bytes of a part: as many bytes a case as in
//! memory, and each place's name once.

use super::{
    Codes, Days, Identities, Numbers, Places, Sets,
    sets::{decode, encode},
};
use crate::packed::{Packed, Packer, Refusal};

/// Columns whose cases are numbers of one size.
macro_rules! packed_columns {
    ($($column:ident: $number:ty),+) => {$(
        impl $column {
            /// All cases.
            pub fn pack(&self, to: &mut Packer) {
                to.rows(self.0.iter().map(|raw| raw.to_le_bytes()));
            }

            /// Adds cases that were packed.
            ///
            /// # Errors
            ///
            /// [`Refusal::Damaged`].
            pub fn add_packed(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
                self.0.extend(from.rows()?.iter().map(|&bytes| <$number>::from_le_bytes(bytes)));
                Ok(())
            }
        }
    )+};
}

packed_columns! { Codes: u8, Days: u16, Numbers: u16 }

impl Sets {
    /// All cases.
    pub fn pack(&self, to: &mut Packer) {
        to.rows(self.iter().map(|set| encode(set).to_le_bytes()));
    }

    /// Adds cases that were packed.
    ///
    /// # Errors
    ///
    /// [`Refusal::Damaged`].
    pub fn add_packed(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        from.rows()?.iter().for_each(|&bytes| self.push(decode(u32::from_le_bytes(bytes))));
        Ok(())
    }
}

impl Places {
    /// All cases, and the names of their places.
    pub fn pack(&self, to: &mut Packer) {
        to.len(self.names.len());
        self.names.iter().for_each(|name| to.text(name));
        to.rows(self.codes.iter().map(|code| code.to_le_bytes()));
    }

    /// Adds cases that were packed; a place that is known by another spelling keeps the first.
    ///
    /// # Errors
    ///
    /// [`Refusal::Damaged`].
    pub fn add_packed(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        let mut names = Vec::new();
        for _ in 0..from.count()? {
            names.push(from.text()?.to_owned());
        }
        let codes = from.rows()?.iter().map(|&bytes| u16::from_le_bytes(bytes)).collect();
        self.append(&Self { codes, names });
        Ok(())
    }
}

impl Identities {
    /// What all cases are known by, with their rows less those before the first.
    pub fn pack(&self, before: u64, to: &mut Packer) {
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        to.rows(self.marks().iter().map(|mark| mark.to_le_bytes()));
        to.rows(self.rows().iter().map(|row| row.saturating_sub(before).to_le_bytes()));
    }

    /// Adds cases that were packed, `before` rows further on.
    ///
    /// # Errors
    ///
    /// [`Refusal::Damaged`].
    pub fn add_packed(&mut self, before: u64, from: &mut Packed<'_>) -> Result<(), Refusal> {
        let marks = from.rows()?.iter().map(|&bytes| u64::from_le_bytes(bytes));
        let rows = from.rows()?.iter().map(|&bytes| u64::from(u32::from_le_bytes(bytes)));
        marks.zip(rows).for_each(|(mark, row)| self.push(Some(mark), before + row));
        Ok(())
    }
}
