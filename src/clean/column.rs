//! Reads one column: the cells of one field, whatever its kind, and counts
//! what was noticed in them.

pub(super) mod packed;

use super::{
    answers::{Answers, Found},
    asked::Asked,
    cells::{DayCells, NumberCells, PlaceCells},
    dates::DateOrder,
    identified,
    known::Known,
    mapping::Mapping,
    one::{FIRST_AMBIGUOUS, OneCells},
    places::PlaceNames,
    several::SeveralAnswers,
    tallies::Tallies,
};
use crate::{
    cases::{Codes, Column, Day, Fingerprint, Missing, Places, Sets},
    catalog::{Field, Kind},
    finding::{FindingCode, Findings},
    intake::{Record, Rows},
    understanding::Cell,
};

/// Reads the cells of one column.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) field: &'static Field,
    /// The column's place in the file, from 0.
    pub(super) at: usize,
    pub(super) tallies: Tallies,
    /// A person said that the column holds no identifiers.
    pub(super) says_clean: bool,
    /// Fingerprints of places in rows without a case, which would be answers had they been met before.
    unmet: Vec<u64>,
    asked: Asked,
    kind: OfKind,
}

#[derive(Debug)]
enum OfKind {
    One(Box<Known<OneCells>>),
    Many { answers: Box<SeveralAnswers>, column: Sets },
    Date(Box<Known<DayCells>>),
    Number(Box<Known<NumberCells>>),
    Place(Box<Known<PlaceCells>>),
}

impl Reader {
    /// A reader for a field; none for a case number, which is not kept.
    /// `order` and `today` are as [`DayCells`] takes them.
    pub(super) fn new(
        field: &'static Field,
        at: usize,
        mapping: &Mapping,
        order: DateOrder,
        today: Option<Day>,
    ) -> Option<Self> {
        let answers = || Answers::new(field, mapping.values.get(field.id));
        let kind = match field.kind {
            Kind::Id => return None,
            Kind::One | Kind::YesNo => {
                OfKind::One(Known::new(OneCells { answers: answers(), column: Codes::default() }))
            }
            Kind::Many => {
                OfKind::Many { answers: Box::new(SeveralAnswers::new(answers())), column: Sets::default() }
            }
            Kind::Date => OfKind::Date(Known::new(DayCells::new(field, order, today))),
            Kind::Number => OfKind::Number(Known::new(NumberCells::new(field))),
            Kind::Place => OfKind::Place(Known::new(PlaceCells {
                names: PlaceNames::new(field),
                column: Places::default(),
            })),
        };
        let (tallies, asked) = (Tallies::default(), Asked::new(field.id));
        Some(Self { field, at, tallies, says_clean: false, unmet: Vec::new(), asked, kind })
    }

    /// Adds the answers of the cases in these rows.
    pub(super) fn read(&mut self, rows: Rows<'_>) {
        let Self { at, asked, tallies, kind, .. } = self;
        match kind {
            OfKind::One(known) => known.read(rows, *at, asked, tallies),
            OfKind::Many { answers, column } => answers.read(rows, *at, column, asked, tallies),
            OfKind::Date(known) => known.read(rows, *at, asked, tallies),
            OfKind::Number(known) => known.read(rows, *at, asked, tallies),
            OfKind::Place(known) => known.read(rows, *at, asked, tallies),
        }
    }

    /// Whether this row's cell holds an answer; adds nothing. A place only when
    /// it has been met before, in any spelling: any text can be a new one.
    pub(super) fn has_answer(&mut self, row: &Record<'_>) -> bool {
        let cell = row.cell(self.at);
        match &mut self.kind {
            OfKind::Date(known) => known.sure_meaning(cell).answer.is_ok(),
            OfKind::One(known) => known.meaning(cell).answer.is_ok(),
            OfKind::Many { answers, .. } => answers.has_answer(cell),
            OfKind::Number(known) => known.sure_meaning(cell).answer.is_ok(),
            OfKind::Place(known) => {
                let names = &mut known.cells.names;
                let Ok((_, place)) = names.written(&cell.text()) else { return false };
                let met = names.met().get(place.as_bytes()).is_some();
                if !met {
                    self.unmet.push(Fingerprint::of(place.as_bytes()));
                }
                met
            }
        }
    }

    /// Whether its answers are of a list.
    pub(super) fn has_list(&self) -> bool {
        matches!(self.kind, OfKind::One { .. } | OfKind::Many { .. })
    }

    /// Joins what the columns of single answers say of a case, a bit for each,
    /// with what was read here: no answer counts twice. Two answers where one
    /// is expected are none.
    pub(super) fn join(&mut self, said: Result<u32, Missing>, case: usize, row: u64) {
        match &mut self.kind {
            OfKind::Many { column, .. } => {
                let joined = match (column.get(case), said) {
                    (Ok(own), Ok(said)) => Ok(own | said),
                    (Err(Missing::Blank), said) | (Err(_), said @ Ok(_)) => said,
                    (own, _) => own,
                };
                column.set(case, joined);
            }
            OfKind::One(known) => {
                let column = &mut known.cells.column;
                let own = column.get(case);
                let place = said.map(|bits| u8::try_from(bits.trailing_zeros()).unwrap_or(u8::MAX));
                let differ = said.is_ok_and(|bits| bits.count_ones() > 1)
                    || matches!((own, place), (Ok(own), Ok(place)) if own != place);
                let joined = match (own, place) {
                    _ if differ => Err(Missing::Unrecognised),
                    (Err(Missing::Blank), said) | (Err(_), said @ Ok(_)) => said,
                    (own, _) => own,
                };
                column.set(case, joined);
                if differ {
                    self.tallies.note(FindingCode::ValueAmbiguous, row, 1);
                }
            }
            _ => {}
        }
    }

    /// The sum of a column of numbers so far.
    pub(super) fn sum(&self) -> Option<u64> {
        match &self.kind {
            OfKind::Number(known) => Some(known.cells.column.iter().flatten().map(u64::from).sum()),
            _ => None,
        }
    }

    /// How many cases have this answer of the list so far.
    pub(super) fn times(&self, place: u8) -> Option<u64> {
        let times = match &self.kind {
            OfKind::One(known) => known.cells.column.iter().filter(|&code| code == Ok(place)).count(),
            OfKind::Many { column, .. } => {
                column.iter().filter(|set| set.is_ok_and(|bits| bits >> (place & 31) & 1 == 1)).count()
            }
            _ => return None,
        };
        Some(times as u64)
    }

    /// The day of a case, for a date field.
    #[inline]
    pub(super) fn day(&self, case: usize) -> Option<Day> {
        match &self.kind {
            OfKind::Date(known) => known.cells.column.get(case).ok(),
            _ => None,
        }
    }

    /// The number of a case, for a number field.
    pub(super) fn number(&self, case: usize) -> Option<u16> {
        match &self.kind {
            OfKind::Number(known) => known.cells.column.get(case).ok(),
            _ => None,
        }
    }

    /// The column, once every row has been read, and what its cells without a
    /// known answer hold. Ambiguous spellings are decided here.
    pub(super) fn finish(mut self, findings: &mut Findings) -> (Column, Vec<Cell>) {
        let column = match self.kind {
            OfKind::One(known) => {
                let OneCells { mut answers, mut column } = known.cells;
                for (place, code) in (0..self.field.ambiguous.len()).zip(FIRST_AMBIGUOUS..) {
                    let decided = answers.decide(place);
                    column.replace(code, decided.ok_or(Missing::Unrecognised));
                    if decided.is_some() {
                        self.asked
                            .forget(|text| answers.find(text) == Found::Ambiguous(code - FIRST_AMBIGUOUS));
                        self.tallies.remove(FindingCode::ValueAmbiguous);
                    }
                }
                Column::Codes(column)
            }
            OfKind::Many { column, .. } => Column::Sets(column),
            OfKind::Date(known) => Column::Days(known.cells.column),
            OfKind::Number(known) => Column::Numbers(known.cells.column),
            OfKind::Place(known) => {
                let places = known.cells.column;
                Column::Places(identified::checked(places, self.field, self.at, self.says_clean, findings))
            }
        };
        self.tallies.report(Some(self.field.id), column_number(self.at), findings);
        (column, self.asked.into_cells())
    }
}

/// A column's number as a person counts, from 1.
pub(super) fn column_number(at: usize) -> Option<u32> {
    u32::try_from(at).ok()?.checked_add(1)
}
