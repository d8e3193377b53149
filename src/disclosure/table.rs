//! A two-way table of counts with its margins, where a cell stands, and which cells are hidden.
//! Whole numbers and places: no rule of disclosure stands here.

/// How many rows and columns a table has, its margins not counted. A *place* is the number of a cell
/// when rows are read one after another, each with its margin at the end and the row of margins last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Rows, without the one of margins.
    pub rows: usize,
    /// Columns, without the one of margins.
    pub columns: usize,
}

impl Shape {
    /// How many places there are, margins and the total among them.
    pub fn places(self) -> usize {
        (self.rows + 1) * (self.columns + 1)
    }

    /// The place of a cell; row `rows` and column `columns` are the margins.
    pub fn place(self, row: usize, column: usize) -> usize {
        row * (self.columns + 1) + column
    }

    /// The row of a place.
    pub fn row(self, place: usize) -> usize {
        place / (self.columns + 1)
    }

    /// The column of a place.
    pub fn column(self, place: usize) -> usize {
        place % (self.columns + 1)
    }

    /// Whether a place is no margin.
    pub fn is_inner(self, place: usize) -> bool {
        self.row(place) < self.rows && self.column(place) < self.columns
    }

    /// The places that are no margins, row after row.
    pub fn inner(self) -> impl Iterator<Item = usize> {
        (0..self.rows).flat_map(move |row| (0..self.columns).map(move |column| self.place(row, column)))
    }

    /// The inner places of each row and the place of its margin, then those of each column.
    pub fn lines(self) -> impl Iterator<Item = (Vec<usize>, usize)> {
        let row = move |row| {
            ((0..self.columns).map(|column| self.place(row, column)).collect(), self.place(row, self.columns))
        };
        let column = move |column| {
            ((0..self.rows).map(|row| self.place(row, column)).collect(), self.place(self.rows, column))
        };
        (0..self.rows).map(row).chain((0..self.columns).map(column))
    }
}

/// What stands at a place, or nothing where there is no such place.
pub(super) fn at<T: Copy + Default>(values: &[T], place: usize) -> T {
    values.get(place).copied().unwrap_or_default()
}

/// Puts a value at a place.
pub(super) fn put<T>(values: &mut [T], place: usize, value: T) {
    if let Some(slot) = values.get_mut(place) {
        *slot = value;
    }
}

/// Counts by row and column with their sums.
///
/// ```
/// use ben_monitor::disclosure::table::Table;
/// let table = Table::new(2, 2, &[1, 2, 3, 4]).expect("four cells");
/// assert_eq!((table.row_margins(), table.column_margins(), table.total()), (vec![3, 7], vec![4, 6], 10));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    shape: Shape,
    values: Vec<u64>,
}

impl Table {
    /// More cases than this are in no table: sums of counts and of costs stay far below what a number holds.
    const MOST: u64 = 1 << 40;

    /// A table of `rows` × `columns` counts, row after row; none when there are more or fewer counts, no
    /// cell at all, or more than 2⁴⁰ cases.
    pub fn new(rows: usize, columns: usize, counts: &[u64]) -> Option<Self> {
        let shape = Shape { rows, columns };
        if rows == 0 || rows.checked_mul(columns) != Some(counts.len()) {
            return None;
        }
        let total = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count))?;
        let mut values = vec![0; shape.places()];
        for (place, count) in shape.inner().zip(counts) {
            let margins = [
                shape.place(shape.row(place), columns),
                shape.place(rows, shape.column(place)),
                shape.place(rows, columns),
            ];
            put(&mut values, place, *count);
            for margin in margins {
                let sum = at(&values, margin) + count;
                put(&mut values, margin, sum);
            }
        }
        (total <= Self::MOST).then_some(Self { shape, values })
    }

    /// Rows and columns.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The count at a place.
    pub fn at(&self, place: usize) -> u64 {
        at(&self.values, place)
    }

    /// The counts at all places, margins among them.
    pub fn values(&self) -> &[u64] {
        &self.values
    }

    /// The sum of each row.
    pub fn row_margins(&self) -> Vec<u64> {
        (0..self.shape.rows).map(|row| self.at(self.shape.place(row, self.shape.columns))).collect()
    }

    /// The sum of each column.
    pub fn column_margins(&self) -> Vec<u64> {
        (0..self.shape.columns).map(|column| self.at(self.shape.place(self.shape.rows, column))).collect()
    }

    /// The sum of all.
    pub fn total(&self) -> u64 {
        self.at(self.shape.place(self.shape.rows, self.shape.columns))
    }
}

/// Which cells of a table are hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    shape: Shape,
    hidden: Vec<bool>,
}

impl Pattern {
    /// Nothing hidden.
    pub fn none(shape: Shape) -> Self {
        Self { shape, hidden: vec![false; shape.places()] }
    }

    /// These cells hidden, as rows and columns from 0.
    pub fn of(shape: Shape, cells: &[(usize, usize)]) -> Self {
        let mut pattern = Self::none(shape);
        cells.iter().for_each(|(row, column)| pattern.hide(shape.place(*row, *column)));
        pattern
    }

    /// Rows and columns.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Hides the cell at a place.
    pub fn hide(&mut self, place: usize) {
        put(&mut self.hidden, place, true);
    }

    /// Shows the cell at a place.
    pub fn show(&mut self, place: usize) {
        put(&mut self.hidden, place, false);
    }

    /// Whether the cell at a place is hidden.
    pub fn hides(&self, place: usize) -> bool {
        at(&self.hidden, place)
    }

    /// The hidden places, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.hidden.iter().enumerate().filter(|(_, hidden)| **hidden).map(|(place, _)| place)
    }

    /// The hidden places with the largest counts first; of equal ones the first.
    pub(super) fn largest_first(&self, table: &Table) -> Vec<usize> {
        let mut left: Vec<usize> = self.places().collect();
        let mut ordered = Vec::new();
        while let Some(largest) =
            (0..left.len()).max_by_key(|index| (table.at(at(&left, *index)), std::cmp::Reverse(*index)))
        {
            ordered.push(left.remove(largest));
        }
        ordered
    }

    /// How many cells are hidden.
    pub fn len(&self) -> usize {
        self.places().count()
    }

    /// Whether nothing is hidden.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
