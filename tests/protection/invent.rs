//! Random tables as regional teams have them: uneven classes, few cases. The same on every machine.

use ben_monitor::disclosure::{
    one_way,
    table::{Shape, Table},
};

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn within(&mut self, least: u64, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        least + (mixed ^ (mixed >> 31)) % (most - least + 1)
    }

    pub(crate) fn size(&mut self, least: usize, most: usize) -> usize {
        let within = self.within(u64::try_from(least).expect("small"), u64::try_from(most).expect("small"));
        usize::try_from(within).expect("small")
    }

    /// The number of a class, drawn by weight.
    fn class(&mut self, weights: &[u64]) -> usize {
        let mut left = self.within(0, weights.iter().sum::<u64>() - 1);
        weights
            .iter()
            .position(|weight| {
                let here = left < *weight;
                left = left.saturating_sub(*weight);
                here
            })
            .expect("weights sum to more")
    }

    /// Cases that fall into rows and columns by chance, each with a weight from 1 to 9.
    pub(crate) fn table(&mut self, rows: usize, columns: usize, cases: u64) -> Table {
        let weights =
            |random: &mut Self, lines| (0..lines).map(|_| random.within(1, 9)).collect::<Vec<u64>>();
        let (by_row, by_column) = (weights(self, rows), weights(self, columns));
        let shape = Shape { rows, columns };
        let mut counts = vec![0; rows * columns];
        for _ in 0..cases {
            let place = self.class(&by_row) * shape.columns + self.class(&by_column);
            counts[place] += 1;
        }
        Table::new(rows, columns, &counts).expect("a count for each cell")
    }

    /// A table of the sizes that a publication has: 2 × 2 to 20 × 8, of 20 to 300 cases.
    pub(crate) fn usual(&mut self) -> Table {
        let (rows, columns, cases) = (self.size(2, 20), self.size(2, 8), self.within(20, 300));
        self.table(rows, columns, cases)
    }
}

/// The table as a publication would ask for it: what each axis hides by itself is one row, or one column.
/// None where an axis can't be published at all.
pub(crate) fn by_axes(table: &Table, minimum: u64) -> Option<Table> {
    let rows = groups(&table.row_margins(), minimum)?;
    let columns = groups(&table.column_margins(), minimum)?;
    Some(merged(table, &rows, &columns))
}

fn groups(margins: &[u64], minimum: u64) -> Option<Vec<Vec<usize>>> {
    let hidden = one_way::hide(margins, minimum).ok()?.hidden;
    let (in_group, alone): (Vec<usize>, Vec<usize>) = (0..margins.len()).partition(|class| hidden[*class]);
    let mut groups: Vec<Vec<usize>> = alone.into_iter().map(|class| vec![class]).collect();
    groups.extend((!in_group.is_empty()).then_some(in_group));
    Some(groups)
}

/// The table with groups of rows and columns as one.
pub(crate) fn merged(table: &Table, rows: &[Vec<usize>], columns: &[Vec<usize>]) -> Table {
    let sum = |row: &[usize], column: &[usize]| {
        let cells = row.iter().flat_map(|row| column.iter().map(move |column| (*row, *column)));
        cells.map(|(row, column)| table.at(table.shape().place(row, column))).sum::<u64>()
    };
    let counts: Vec<u64> =
        rows.iter().flat_map(|row| columns.iter().map(move |column| sum(row, column))).collect();
    Table::new(rows.len(), columns.len(), &counts).expect("a count for each cell")
}
