//! Counts what stands in cells that hold no answer that we know, so that a
//! person can say what is meant. Bounded, and in the worker's memory alone.

use super::remember::Remembered;
use crate::{
    cases::{Fingerprint, Missing},
    packed::{Packed, Packer, Refusal},
    understanding::{Cell, Said},
};

/// Most different texts that are kept for a column.
const MAX_TEXTS: usize = 500;
/// Longest text that is kept, in bytes: a longer one is a remark, not an answer.
const LONGEST_TEXT: usize = 80;

/// Texts of one column with their counts.
#[derive(Debug)]
pub(super) struct Asked {
    field: &'static str,
    cells: Vec<Cell>,
    /// Where a text as written is counted.
    places: Remembered<usize>,
}

impl Asked {
    pub(super) fn new(field: &'static str) -> Self {
        Self { field, cells: Vec::new(), places: Remembered::new() }
    }

    /// Whether there is room for another text.
    pub(super) fn has_room(&self) -> bool {
        self.cells.len() < MAX_TEXTS
    }

    /// Counts one cell.
    pub(super) fn note(&mut self, text: &str, said: Said) {
        let place = self.place(text, said);
        self.count(place);
    }

    /// Where a text with this meaning is counted.
    pub(super) fn place(&mut self, text: &str, said: Said) -> usize {
        let known = self.places.get(text.as_bytes());
        let same = |place: &usize| self.cells.get(*place).is_some_and(|cell| cell.said == said);
        if let Some(place) = known.filter(same) {
            return place;
        }
        let place = self.find_or_add(text, said);
        self.places.put(text.as_bytes(), place);
        place
    }

    /// Counts one cell at its place.
    #[inline]
    pub(super) fn count(&mut self, place: usize) {
        if let Some(cell) = self.cells.get_mut(place) {
            cell.count += 1;
        }
    }

    /// The place of a text that has not been met with this meaning.
    fn find_or_add(&mut self, text: &str, said: Said) -> usize {
        let same = |text: &str| self.cells.iter().position(|cell| cell.said == said && cell.text == text);
        let text = if text.len() > LONGEST_TEXT { "" } else { text.trim() };
        if let Some(place) = same(text).or_else(|| if self.has_room() { None } else { same("") }) {
            return place;
        }
        let text = if self.has_room() { text.to_owned() } else { String::new() };
        self.cells.push(Cell { field: self.field, text, said, count: 0 });
        self.cells.len() - 1
    }

    /// Drops the texts that turned out to be understood.
    pub(super) fn forget(&mut self, mut understood: impl FnMut(&str) -> bool) {
        self.cells.retain(|cell| !understood(&cell.text));
    }

    /// What was counted, by fingerprints: no text.
    pub(super) fn pack(&self, to: &mut Packer) {
        to.rows(self.cells.iter().map(|cell| {
            let said = match cell.said {
                Said::Missing(missing) => [0, missing as u8],
                Said::Like(place) => [1, place],
            };
            let mut print = Fingerprint::default();
            print.add(&said);
            print.add(cell.text.as_bytes());
            print.value().to_le_bytes()
        }));
    }

    /// Adds what was counted in another stretch of the column: only how many
    /// different texts there are is right from here on.
    pub(super) fn add_packed(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        for print in from.rows::<8>()? {
            let print = u64::from_le_bytes(*print);
            self.note(&format!("{print:016x}"), Said::Missing(Missing::Unrecognised));
        }
        Ok(())
    }

    /// What was counted.
    pub(super) fn into_cells(self) -> Vec<Cell> {
        self.cells
    }
}
