//! Finds the header row: teams put a title above it, sometimes several lines.

use super::{dates, headings::Headings, levels, numbers, options, row::HeldRow, sample::filled};
use crate::catalog::{Field, fold};

/// Rows among which the header row is looked for, blank ones included.
const ROWS_SEARCHED: usize = 50;
/// Cells of a column that are looked at to tell a heading from an answer.
const CELLS_SEEN: usize = 40;

/// The heading rows, by their places among the rows given.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) first: usize,
    pub(super) last: usize,
    /// The heading of each column, of all levels together.
    pub(super) texts: Vec<String>,
}

/// The row that names most fields, the first of equals, with the levels that
/// belong to it; or else the row that a person named, by its number.
pub(super) fn find(rows: &[HeldRow], headings: &Headings, wanted: Option<u32>) -> Option<Header> {
    let (first, last) = match wanted {
        Some(number) => {
            let place = rows.iter().position(|row| row.number() == u64::from(number))?;
            levels::above(rows, place, headings)
        }
        None => levels::around(rows, best(rows, headings)?, headings),
    };
    Some(Header { first, last, texts: levels::join(rows.get(first..=last)?, headings) })
}

fn best(rows: &[HeldRow], headings: &Headings) -> Option<usize> {
    let mut best = None;
    let mut most = 0;
    for (place, row) in rows.iter().enumerate().take(ROWS_SEARCHED) {
        let named = headings.fields_named(row.cells());
        if named > most && is_header(row.cells(), rows.get(place + 1..).unwrap_or_default(), named, headings)
        {
            most = named;
            best = Some(place);
        }
    }
    best
}

/// Whether a row that names so many fields is no case in which some answer
/// happens to be a heading: it has fewer cells that look like data than
/// headings, and a heading that does not.
pub(super) fn is_header(cells: &[String], below: &[HeldRow], named: usize, headings: &Headings) -> bool {
    let (mut data, mut sure) = (0, false);
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        let heading = headings.find(cell);
        let field = heading.and_then(|(_, named)| named.field());
        let is_data = is_figure(cell) || is_answer(&fold(cell), below, at, field);
        data += usize::from(is_data);
        sure |= heading.is_some() && !is_data;
    }
    sure && data < named
}

/// Whether a cell holds a date or a number.
pub(super) fn is_figure(cell: &str) -> bool {
    numbers::read(cell).is_some()
        || !matches!(dates::read(cell, dates::DateOrder::Dmy), dates::DateReading::Unreadable)
}

/// Whether a cell is an answer in a column of answers to the same question. A
/// word that is a heading too (`onderwijs`, also one who refers) is one only
/// where no cell below is an answer to that heading.
pub(super) fn is_answer(folded: &str, below: &[HeldRow], at: usize, heading: Option<&Field>) -> bool {
    if options::is_mark(folded) {
        return heading.is_none();
    }
    let fields: Vec<_> = options::fields_with(folded).collect();
    if fields.is_empty() {
        return false;
    }
    let cells: Vec<String> = filled(below, at).take(CELLS_SEEN).map(fold).collect();
    if cells.is_empty() {
        // A heading over a column that nobody filled in, unless there are no rows to tell.
        return heading.is_none() && below.iter().all(HeldRow::is_blank);
    }
    // Below an answer that is a heading there are marks.
    let are_answers = |field: &Field| {
        cells.iter().any(|cell| options::answer(field, cell).is_some() && !options::is_mark(cell))
    };
    !heading.is_some_and(are_answers) && fields.into_iter().any(are_answers)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::clean::{headings::Headings, mapping::Mapping, row::tests::held};

    fn found(rows: &[&[&str]]) -> Option<usize> {
        let rows: Vec<_> = (1..).zip(rows).map(|(number, cells)| held(number, cells)).collect();
        find(&rows, &Headings::new(&Mapping::default()), None).map(|header| header.last)
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
        assert_eq!(found(&[&["Onderwijs"], &["regulier"]]), Some(0), "a heading that is an answer elsewhere");
        assert_eq!(found(&[&["Datum", "Trauma", "Hechting"], &["1-1-2024", "x", ""]]), Some(0));
        assert_eq!(found(&[&["Regio", "Moeder", "Vader"], &["Twente", "Jansen", "Pieters"]]), Some(0));
    }

    #[test]
    fn data_is_no_header() {
        for rows in [
            &[&["1-1-2024", "12", "onderwijs"][..], &["2-1-2024", "14", "onderwijs"]][..],
            &[&["naam", "kleur"], &["a", "rood"]],
            &[&["casusnummer", "kleur"]],
            &[&["A12", "jongen", "thuis", "onderwijs", "2024"]],
            &[&["jongen", "onderwijs"], &["meisje", "ouders"]],
            &[&["Zwolle", "onderwijs"], &["Almelo", "wijkteam"]],
            &[&["school", "gender"], &["gemeente", "trauma"]],
        ] {
            assert_eq!(found(rows), None, "{rows:?}");
        }
    }
}
