//! Finds the header row: teams put a title above it, sometimes several lines.

use super::{dates, mapping::Headings, numbers, row::HeldRow};

/// Rows among which the header row is looked for, blank ones included.
pub(super) const ROWS_SEARCHED: usize = 50;

/// The place of the row that names most fields; the first of equals. A row
/// with more dates and numbers than fields is data in which some answer
/// happens to be a heading.
pub(super) fn find(rows: &[HeldRow], headings: &Headings) -> Option<usize> {
    let mut best = None;
    let mut most = 0;
    for (place, row) in rows.iter().enumerate() {
        let named = headings.fields_named(row.cells());
        if named > most && figures(row.cells()) < named {
            most = named;
            best = Some(place);
        }
    }
    best
}

/// How many cells hold a date or a number.
fn figures(cells: &[String]) -> usize {
    let is_figure = |cell: &&String| {
        numbers::read(cell).is_some() || !matches!(dates::read(cell), dates::DateReading::Unreadable)
    };
    cells.iter().filter(is_figure).count()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::clean::{Mapping, mapping::Headings, row::tests::held};

    fn found(rows: &[&[&str]]) -> Option<usize> {
        let rows: Vec<_> = (1..).zip(rows).map(|(number, cells)| held(number, cells)).collect();
        find(&rows, &Headings::new(&Mapping::default()))
    }

    #[test]
    fn the_row_that_names_most_fields_is_the_header() {
        assert_eq!(
            found(&[
                &["RET Twente 2024"],
                &[""],
                &["Datum", "Leeftijd", "Opmerking"],
                &["1-1-2024", "12", "geslacht"]
            ]),
            Some(2)
        );
        assert_eq!(found(&[&["Regio"], &["Datum", "Leeftijd"], &["1-1-2024", "12"]]), Some(1));
        assert_eq!(found(&[&["Leeftijd"], &["12"]]), Some(0));
    }

    #[test]
    fn data_is_no_header() {
        assert_eq!(found(&[&["1-1-2024", "12", "onderwijs"], &["2-1-2024", "14", "onderwijs"]]), None);
        assert_eq!(found(&[&["naam", "kleur"], &["a", "rood"]]), None);
        assert_eq!(found(&[&["casusnummer", "kleur"]]), None);
    }
}
