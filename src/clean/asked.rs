//! Counts what stands in cells that hold no answer that we know, so that a
//! person can say what is meant. Bounded, and in the worker's memory alone.

use crate::understanding::{Cell, Said};

/// Most different texts that are kept for a column.
const MAX_TEXTS: usize = 500;
/// Longest text that is kept, in bytes: a longer one is a remark, not an answer.
const LONGEST_TEXT: usize = 80;

/// Texts of one column with their counts.
#[derive(Debug)]
pub(super) struct Asked {
    field: &'static str,
    cells: Vec<Cell>,
}

impl Asked {
    pub(super) fn new(field: &'static str) -> Self {
        Self { field, cells: Vec::new() }
    }

    /// Whether there is room for another text.
    pub(super) fn has_room(&self) -> bool {
        self.cells.len() < MAX_TEXTS
    }

    /// Counts one cell.
    pub(super) fn note(&mut self, text: &str, said: Said) {
        let same = |text: &str| self.cells.iter().position(|cell| cell.said == said && cell.text == text);
        let text = if text.len() > LONGEST_TEXT { "" } else { text.trim() };
        let place = same(text).or_else(|| if self.has_room() { None } else { same("") });
        match place.and_then(|place| self.cells.get_mut(place)) {
            Some(cell) => cell.count += 1,
            None => {
                let text = if self.has_room() { text.to_owned() } else { String::new() };
                self.cells.push(Cell { field: self.field, text, said, count: 1 });
            }
        }
    }

    /// Drops the texts that turned out to be understood.
    pub(super) fn forget(&mut self, mut understood: impl FnMut(&str) -> bool) {
        self.cells.retain(|cell| !understood(&cell.text));
    }

    /// What was counted.
    pub(super) fn into_cells(self) -> Vec<Cell> {
        self.cells
    }
}
