//! Merged cells above the data: a heading that stands over several columns is
//! said of each of them.

use crate::cell::Text;

/// Merged regions further down are not headings.
const HEADING_ROWS: u32 = 50;
/// A row with so many figures holds data, not headings.
const FIGURES_OF_DATA: usize = 2;

/// A region as first and last row and column, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

/// The merged regions of a sheet that may hold headings.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    regions: Vec<Region>,
    below_headings: bool,
}

impl Merged {
    pub(crate) fn new(regions: impl IntoIterator<Item = Region>) -> Self {
        let wide = |region: &Region| region.first.0 < HEADING_ROWS && region.last.1 > region.first.1;
        Self { regions: regions.into_iter().filter(wide).collect(), below_headings: false }
    }

    /// Repeats a merged cell's text over the columns that it covers. Not in a
    /// row that holds nothing else, for that is a title; nor in or below the data.
    pub(crate) fn repeat(&mut self, row: u32, cells: &mut Vec<(u32, Text)>) {
        let figures = cells.iter().filter(|(_, text)| matches!(text, Text::Figure(_))).count();
        self.below_headings |= row >= HEADING_ROWS || figures >= FIGURES_OF_DATA;
        if self.below_headings || cells.len() < 2 {
            return;
        }
        let mut repeated = Vec::new();
        for region in self.regions.iter().filter(|region| region.first.0 == row) {
            let Some((_, text)) = cells.iter().find(|(column, _)| *column == region.first.1) else {
                continue;
            };
            let last = region.last.1.min(crate::csv::MAX_COLUMNS - 1);
            repeated.extend((region.first.1 + 1..=last).map(|column| (column, text.clone())));
        }
        cells.append(&mut repeated);
        cells.sort_by_key(|&(column, _)| column);
        cells.dedup_by_key(|&mut (column, _)| column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(columns: &[(u32, &str)]) -> Vec<(u32, Text)> {
        columns.iter().map(|&(column, text)| (column, Text::Words(text.to_owned()))).collect()
    }

    fn region(row: u32, first: u32, last: u32) -> Region {
        Region { first: (row, first), last: (row, last) }
    }

    #[test]
    fn a_heading_over_columns_is_said_of_each() {
        let mut merged = Merged::new([region(1, 0, 2), region(1, 3, 4)]);
        let mut cells = words(&[(0, "Kind"), (3, "Datum")]);
        merged.repeat(1, &mut cells);
        assert_eq!(cells, words(&[(0, "Kind"), (1, "Kind"), (2, "Kind"), (3, "Datum"), (4, "Datum")]));
    }

    #[test]
    fn a_title_and_data_are_left_alone() {
        let mut merged = Merged::new([region(0, 0, 9), region(3, 0, 2)]);
        let mut title = words(&[(0, "Monitor 2024")]);
        merged.repeat(0, &mut title);
        assert_eq!(title, words(&[(0, "Monitor 2024")]));
        let mut data = vec![(5, Text::Figure("12".into())), (6, Text::Figure("2024-01-01".into()))];
        merged.repeat(2, &mut data);
        let mut below = words(&[(0, "geen gegevens"), (4, "x")]);
        merged.repeat(3, &mut below);
        assert_eq!(below.len(), 2);
    }
}
