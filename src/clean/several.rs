//! Several answers in one cell: `Trauma, Hechting, Gedrag`.
//!
//! Pieces between commas and the like are looked up one by one. Only when one
//! of them means nothing and may be part of something longer are they read
//! together, since a value can hold a separator itself (`wet-, en regelgeving`).

use super::{
    answers::{Answers, Found, is_explanation},
    asked::Asked,
    remember::Remembered,
    tallies::Tallies,
};
use crate::{
    cases::{Missing, Sets},
    catalog::fold,
    finding::FindingCode,
    intake::{Cell, Rows},
    understanding::Said,
};

/// Most pieces that are tried as one value.
const MAX_JOINED: usize = 4;

/// What a cell with several answers says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Several {
    /// A bit for each value.
    pub(super) bits: u32,
    /// Pieces that mean nothing to us.
    pub(super) unrecognised: u32,
    /// The first reason that a piece gave for not being an answer.
    pub(super) missing: Option<Missing>,
    /// Pieces that were taken for what they resemble.
    pub(super) resembling: u32,
    /// Beside another piece it may mean something else.
    needs_others: bool,
}

impl Several {
    const NONE: Self = Self { bits: 0, unrecognised: 0, missing: None, resembling: 0, needs_others: false };

    /// As one answer of a case.
    #[inline]
    pub(super) fn answer(self) -> Result<u32, Missing> {
        match self {
            Self { bits: 1.., .. } => Ok(self.bits),
            Self { unrecognised: 1.., .. } => Err(Missing::Unrecognised),
            Self { missing, .. } => Err(missing.unwrap_or(Missing::Blank)),
        }
    }

    /// Whether every piece means something.
    #[inline(always)]
    fn is_clear(self) -> bool {
        self.unrecognised + self.resembling == 0
    }

    /// Whether pieces that mean nothing may be part of something longer.
    #[inline(always)]
    fn is_to_be_read_together(self) -> bool {
        self.unrecognised > 0 && self.needs_others
    }

    /// What is told of a piece that says this, by itself.
    fn as_piece(self) -> Said {
        if self.resembling > 0 {
            Said::Like(u8::try_from(self.bits.trailing_zeros()).unwrap_or(0))
        } else {
            Said::Missing(Missing::Unrecognised)
        }
    }

    /// Whether there is something to say of it.
    #[inline(always)]
    fn is_odd(self) -> bool {
        self.bits == 0 || self.unrecognised + self.resembling > 0
    }

    /// Counts one cell that says this; its pieces are counted already.
    fn tell(self, cell: Cell<'_>, row: u64, asked: &mut Asked, tallies: &mut Tallies) {
        if self.resembling > 0 {
            tallies.note(FindingCode::ValueResembling, row, self.resembling.into());
        }
        if self.unrecognised > 0 {
            tallies.note(FindingCode::ValueUnrecognised, row, self.unrecognised.into());
        } else if let Some(missing) = self.missing.filter(|_| self.bits == 0) {
            asked.note(&cell.text(), Said::Missing(missing));
        }
    }

    fn add(&mut self, found: Found) {
        match found {
            Found::Value(place) | Found::Explained(place) => self.bits |= 1 << (place & 31),
            Found::Missing(missing) => self.missing = self.missing.or(Some(missing)),
            Found::Ambiguous(_) | Found::Nothing => self.unrecognised += 1,
        }
    }

    #[inline]
    fn join(&mut self, other: Self) {
        self.bits |= other.bits;
        self.unrecognised += other.unrecognised;
        self.resembling += other.resembling;
        self.missing = self.missing.or(other.missing);
        self.needs_others |= other.needs_others;
    }
}

/// A piece that was met.
#[derive(Debug, Clone, Copy)]
struct Piece {
    said: Several,
    /// Where it is counted, once it was: when it means nothing, or what it resembles.
    place: Option<u16>,
}

/// Reads the cells of a field with several answers, and remembers pieces.
#[derive(Debug)]
pub(super) struct SeveralAnswers {
    answers: Answers,
    pieces: Remembered<Piece>,
    /// Cells in which every piece is understood.
    cells: Remembered<Several>,
    /// Cells that had to be read together.
    together: Remembered<Several>,
}

impl SeveralAnswers {
    pub(super) fn new(answers: Answers) -> Self {
        let [cells, together] = std::array::from_fn(|_| Remembered::new());
        Self { answers, pieces: Remembered::new(), cells, together }
    }

    /// Adds the answers in the cells of these rows, which stand in this column.
    #[cfg_attr(hot, optimize(speed))]
    pub(super) fn read(
        &mut self,
        rows: Rows<'_>,
        at: usize,
        column: &mut Sets,
        asked: &mut Asked,
        tallies: &mut Tallies,
    ) {
        for (place, cell) in rows.cells(at).enumerate() {
            if cell.raw().is_empty() {
                column.push(Err(Missing::Blank));
                continue;
            }
            let said = match self.cells.get(cell.raw()) {
                Some(said) => said,
                None => self.read_anew(cell, asked),
            };
            column.push(said.answer());
            if said.is_odd() {
                said.tell(cell, rows.number(place), asked, tallies);
            }
        }
    }

    /// Whether a cell holds an answer; adds nothing.
    pub(super) fn has_answer(&mut self, cell: Cell<'_>) -> bool {
        let known = self.cells.get(cell.raw());
        known.unwrap_or_else(|| self.read_anew(cell, &mut Asked::new(""))).answer().is_ok()
    }

    /// All answers in a cell. Pieces that mean nothing are counted in `asked`.
    #[cfg_attr(hot, optimize(speed))]
    fn read_anew(&mut self, cell: Cell<'_>, asked: &mut Asked) -> Several {
        let raw = cell.raw();
        let said = match self.known_pieces(raw) {
            Some(said) => said,
            None => return self.read_pieces(&cell.text(), asked),
        };
        if said.is_clear() {
            self.cells.put(raw, said);
        } else {
            for piece in pieces(raw) {
                match self.pieces.get_mut(piece) {
                    Some(known) if !known.said.is_clear() => known.count(piece, asked),
                    _ => {}
                }
            }
        }
        said
    }

    /// All answers in a cell of which every piece was met before, and means
    /// what it means alone. Pieces are remembered as UTF-8, so the whole cell is.
    #[inline(always)]
    fn known_pieces(&self, cell: &[u8]) -> Option<Several> {
        let mut all = Several::NONE;
        for piece in pieces(cell) {
            all.join(self.pieces.get(piece)?.said);
        }
        if all.is_to_be_read_together() { None } else { Some(all) }
    }

    /// All answers in a text.
    #[inline(never)]
    pub(super) fn read_pieces(&mut self, text: &str, asked: &mut Asked) -> Several {
        let mut all = Several::NONE;
        let mut unknown = Vec::new();
        for piece in pieces(text.as_bytes()) {
            let known = self.pieces.get(piece).map(|known| known.said);
            let said = known.unwrap_or_else(|| self.read_piece(piece, asked.has_room()));
            all.join(said);
            if !said.is_clear() {
                unknown.push((piece, said));
            }
        }
        if all.is_to_be_read_together() {
            let known = self.together.get(text.as_bytes());
            all =
                known.unwrap_or_else(|| read_together(&mut self.answers, text, &[',', ';', '|', '\n', '\r']));
            self.together.put(text.as_bytes(), all);
        }
        for (piece, said) in unknown {
            if all.resembling > 0 && said.resembling > 0 {
                asked.note(text_of(piece), said.as_piece());
            } else if all.unrecognised > 0 {
                asked.note(text_of(piece), Said::Missing(Missing::Unrecognised));
            }
        }
        all
    }

    /// Reads a piece of a text, which is cut at signs of one byte.
    fn read_piece(&mut self, bytes: &[u8], room: bool) -> Several {
        let piece = std::str::from_utf8(bytes).unwrap_or_default().trim();
        if piece.is_empty() {
            return Several::NONE;
        }
        let mut said = read_together(&mut self.answers, piece, &[]);
        if let (0, 1.., true) = (said.bits, said.unrecognised, room)
            && let Some(place) = self.answers.resembling(piece)
        {
            said = Several { resembling: 1, ..Several::NONE };
            said.add(Found::Value(place));
        }
        let folded = fold(piece);
        let unknown = said.unrecognised > 0;
        said.needs_others |= is_explanation(&folded)
            || piece.contains(['(', ')']) && (unknown || !closes_its_parentheses(piece))
            || unknown && self.answers.is_part_of_a_spelling(&folded);
        self.pieces.put(bytes, Piece { said, place: None });
        said
    }
}

impl Piece {
    /// Counts it once more.
    #[inline]
    fn count(&mut self, piece: &[u8], asked: &mut Asked) {
        let place = match self.place {
            Some(place) => place.into(),
            None => asked.place(text_of(piece), self.said.as_piece()),
        };
        self.place = u16::try_from(place).ok();
        asked.count(place);
    }
}

/// A piece as it is told.
fn text_of(piece: &[u8]) -> &str {
    std::str::from_utf8(piece).unwrap_or_default().trim()
}

/// What stands between commas and the like, without white space around it.
#[inline(always)]
fn pieces(cell: &[u8]) -> Pieces<'_> {
    Pieces { rest: Some(cell) }
}

struct Pieces<'a> {
    rest: Option<&'a [u8]>,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a [u8];

    #[inline(always)]
    fn next(&mut self) -> Option<&'a [u8]> {
        let cell = self.rest?;
        let mut end = 0;
        while let Some(byte) = cell.get(end)
            && !is_separator(*byte)
        {
            end += 1;
        }
        self.rest = cell.get(end + 1..);
        Some(trimmed(cell.get(..end)?))
    }
}

/// What stands between answers in a cell.
#[inline(always)]
fn is_separator(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b'|' | b'\n' | b'\r')
}

/// Without white space around it.
#[inline(always)]
fn trimmed(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | b'\t' | b'\n' | b'\r' | 0x0c, rest @ ..] = bytes {
        bytes = rest;
    }
    while let [rest @ .., b' ' | b'\t' | b'\n' | b'\r' | 0x0c] = bytes {
        bytes = rest;
    }
    bytes
}

/// Whether what is opened in a piece is closed in it.
fn closes_its_parentheses(piece: &str) -> bool {
    piece.matches('(').count() == piece.matches(')').count()
}

/// Whether all pieces of a cell of a *one* field are the same value:
/// `GI / jeugdbescherming`. `Err` when they are different values.
pub(super) fn read_as_one(answers: &mut Answers, text: &str) -> Several {
    read_together(answers, text, &[',', ';', '|', '\n', '\r'])
}

/// The cell as a whole, or else the longest known runs of its pieces, split at
/// `separators`, at slashes and at ` en `.
fn read_together(answers: &mut Answers, text: &str, separators: &[char]) -> Several {
    let mut all = Several::NONE;
    let whole = answers.find(text);
    if whole != Found::Nothing && !matches!(whole, Found::Explained(_)) {
        all.add(whole);
        return all;
    }
    let pieces: Vec<&str> = text
        .split(|letter| letter == '/' || separators.contains(&letter))
        .flat_map(|piece| piece.split(" en "))
        .filter(|piece| !piece.trim().is_empty())
        .collect();
    let mut rest = pieces.as_slice();
    let mut explained = false;
    while !rest.is_empty() {
        let (found, used) = longest(answers, rest);
        explained |= matches!(found, Found::Explained(_))
            || (all.bits != 0 && rest.first().is_some_and(|piece| is_explanation(&fold(piece))));
        // What follows `anders, namelijk` explains it, unless we know it as an answer.
        if !(explained && found == Found::Nothing) {
            all.add(found);
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    all.needs_others = explained;
    all
}

/// What the longest known run of pieces means, and its length.
fn longest(answers: &mut Answers, pieces: &[&str]) -> (Found, usize) {
    for len in (1..=pieces.len().min(MAX_JOINED)).rev() {
        let joined = pieces.get(..len).unwrap_or_default().join(" ");
        let found = answers.find(&joined);
        let counts = len == 1 || !matches!(found, Found::Nothing | Found::Explained(_) | Found::Missing(_));
        if counts {
            return (found, len);
        }
    }
    (Found::Nothing, 1)
}

#[cfg(test)]
mod tests {
    use super::SeveralAnswers;
    use crate::{
        catalog::field,
        clean::{answers::Answers, asked::Asked, row::tests::held},
    };

    fn read(field_id: &str, text: &str) -> (String, u32) {
        let field = field(field_id).expect("in the catalog");
        let mut answers = SeveralAnswers::new(Answers::new(field, None));
        let row = held(1, &[text]);
        let cell = row.record().cell(0);
        let said = answers.read_anew(cell, &mut Asked::new(field.id));
        assert_eq!(answers.read_anew(cell, &mut Asked::new(field.id)), said, "met again: {text}");
        let codes: Vec<_> = (0..)
            .zip(field.values)
            .filter(|(place, _)| said.bits >> place & 1 == 1)
            .map(|(_, value)| value.code)
            .collect();
        let codes = if codes.is_empty() { format!("{:?}", said.answer()) } else { codes.join("+") };
        (codes, said.unrecognised)
    }

    #[test]
    fn cells_with_several_answers() {
        for (field, text, codes, unrecognised) in [
            ("bijkomend", "Trauma, Hechting, Gedrag", "trauma+hechting+gedrag", 0),
            ("bijkomend", "trauma;hechting", "trauma+hechting", 0),
            ("bijkomend", "trauma | ASS", "trauma+ass", 0),
            ("bijkomend", "trauma\nADHD", "trauma+adhd", 0),
            ("bijkomend", "trauma/hechting", "trauma+hechting", 0),
            ("bijkomend", "trauma en hechting", "trauma+hechting", 0),
            ("bijkomend", "alcohol en drugs, ASS", "ass+middelen", 0),
            ("bijkomend", "trauma, trauma", "trauma", 0),
            ("bijkomend", "trauma, iets vreemds", "trauma", 1),
            ("bijkomend", "iets vreemds", "Err(Unrecognised)", 1),
            ("bijkomend", "trauma, onbekend", "trauma", 0),
            ("bijkomend", "onbekend", "Err(Unknown)", 0),
            ("bijkomend", "geen", "Err(NotApplicable)", 0),
            ("bijkomend", "", "Err(Blank)", 0),
            ("bijkomend", " , ", "Err(Blank)", 0),
            ("bijkomend", "Anders, namelijk verlies van een huisdier", "overig", 0),
            ("bijkomend", "trauma, Anders, namelijk een, twee en drie", "trauma+overig", 0),
            ("bijkomend", "Overig: verhuizing, trauma", "trauma+overig", 0),
            ("bijkomend", "Persoonlijkheid en identiteit, Angst", "angst+persoonlijkheid", 0),
            ("bijkomend", "trauma- en stressgerelateerde stoornis, LVB", "trauma+lvb", 0),
            ("reden", "Geen (tijdige) passende hulp, Visieverschil", "passende_hulp+visieverschil", 0),
            ("actie", "Consultatie en advies, procesregie", "consultatie+procesregie", 0),
            ("belemmering", "wet, en regelgeving", "wetten", 0),
            ("bijkomend", "Trauma (een, twee)", "trauma", 0),
            ("bijkomend", "stress, trauma", "trauma", 1),
            ("ouderproblematiek", "Mishandeling of verwaarlozing; rouw en verlies", "mishandeling+rouw", 0),
        ] {
            assert_eq!(read(field, text), (codes.to_owned(), unrecognised), "{field}: {text}");
        }
    }
}
