//! Reads a column cell by cell: what each means is worked out once for each
//! distinct cell, and what is to be said of it is counted.

use super::{asked::Asked, remember::Remembered, tallies::Tallies};
use crate::{
    cases::Missing,
    finding::FindingCode,
    intake::{Cell, Rows},
    understanding::Said,
};

/// What the cells of a column mean, and where their answers go.
pub(super) trait Cells {
    /// An answer.
    type Answer: Copy;

    /// What a cell means; a text that means nothing may be taken for what it
    /// resembles when there is `room` to count it.
    fn work_out(&mut self, cell: Cell<'_>, room: bool) -> Meaning<Self::Answer>;

    /// Adds a case.
    fn push(&mut self, answer: Result<Self::Answer, Missing>);
}

/// What a cell means, and what is to be said of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meaning<T> {
    pub(super) answer: Result<T, Missing>,
    pub(super) note: Option<FindingCode>,
    /// What is told of the text to the person whose file it is.
    pub(super) said: Option<Said>,
    /// Where such texts are counted, once one was.
    place: Option<u16>,
}

impl<T: Copy> Meaning<T> {
    pub(super) fn missing(missing: Missing) -> Self {
        Self { answer: Err(missing), note: None, said: Some(Said::Missing(missing)), place: None }
    }

    pub(super) fn wrong(note: FindingCode) -> Self {
        Self { answer: Err(Missing::Unrecognised), note: Some(note), said: None, place: None }
    }

    /// An answer of which something is to be said.
    pub(super) fn noted(answer: T, note: FindingCode) -> Self {
        Self { answer: Ok(answer), note: Some(note), said: None, place: None }
    }

    /// Whether there is nothing to say of it.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        self.note.is_none() && self.said.is_none()
    }

    /// Counts one cell with this meaning.
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn tell(&mut self, cell: Cell<'_>, row: u64, asked: &mut Asked, tallies: &mut Tallies) {
        if let Some(said) = self.said.filter(|_| !cell.raw().is_empty()) {
            let place = match self.place {
                Some(place) => place.into(),
                None => asked.place(&cell.text(), said),
            };
            self.place = u16::try_from(place).ok();
            asked.count(place);
        }
        if let Some(code) = self.note {
            tallies.note(code, row, 1);
        }
    }
}

impl<T> From<T> for Meaning<T> {
    #[inline]
    fn from(answer: T) -> Self {
        Self { answer: Ok(answer), note: None, said: None, place: None }
    }
}

/// A column, with the meaning of the cells that were met.
#[derive(Debug)]
pub(super) struct Known<C: Cells> {
    pub(super) cells: C,
    meanings: Remembered<Meaning<C::Answer>>,
}

impl<C: Cells> Known<C> {
    pub(super) fn new(cells: C) -> Box<Self> {
        Box::new(Self { cells, meanings: Remembered::new() })
    }

    /// Adds the cells of these rows, which stand in this column.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn read(&mut self, rows: Rows<'_>, at: usize, asked: &mut Asked, tallies: &mut Tallies) {
        for (place, cell) in rows.cells(at).enumerate() {
            if let Some(meaning) = self.meanings.get_mut(cell.raw()) {
                self.cells.push(meaning.answer);
                if !meaning.is_plain() {
                    meaning.tell(cell, rows.number(place), asked, tallies);
                }
            } else {
                let mut meaning = self.meet(cell, asked.has_room());
                self.cells.push(meaning.answer);
                meaning.tell(cell, rows.number(place), asked, tallies);
                self.meanings.put(cell.raw(), meaning);
            }
        }
    }

    /// What a cell means; adds nothing.
    pub(super) fn meaning(&mut self, cell: Cell<'_>) -> Meaning<C::Answer> {
        self.met(cell).unwrap_or_else(|| self.meet(cell, true))
    }

    /// The same for a column in which nothing is ever taken for what it resembles: it is remembered.
    pub(super) fn sure_meaning(&mut self, cell: Cell<'_>) -> Meaning<C::Answer> {
        self.met(cell).unwrap_or_else(|| {
            let meaning = self.meet(cell, false);
            self.meanings.put(cell.raw(), meaning);
            meaning
        })
    }

    /// What a cell means that has been met before.
    pub(super) fn met(&self, cell: Cell<'_>) -> Option<Meaning<C::Answer>> {
        self.meanings.get(cell.raw())
    }

    #[inline(never)]
    fn meet(&mut self, cell: Cell<'_>, room: bool) -> Meaning<C::Answer> {
        if cell.raw().is_empty() {
            return Meaning { said: None, ..Meaning::missing(Missing::Blank) };
        }
        self.cells.work_out(cell, room)
    }
}
