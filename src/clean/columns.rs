//! Decides what each column is for, from its heading and a sample of its cells.

use super::{
    dates::{self, DateOrder},
    headings::{Headings, Named},
    identified, kin,
    mapping::Mapping,
    options,
    row::HeldRow,
    sample,
};
use crate::{
    cases::{Day, Missing},
    catalog::{Field, Kind},
    identifiers::Identifier,
    listed::Listed,
};

/// The id under which a mapping names the date of birth: used for the age at
/// referral and dropped, so no field of the cases.
pub(super) const BIRTH_DATE: &str = "geboortedatum";

/// How surely a column is what we take it for: lower is surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A person said so.
    Said,
    /// Its heading is one of the field's.
    Exact,
    /// Its heading looks like it, or its cells do.
    Likely,
}

/// What a column is for.
#[derive(Debug, Clone, Copy)]
pub enum Use {
    /// It holds this field.
    Field(&'static Field),
    /// It says of one answer of this field whether it holds.
    Part {
        /// The field.
        field: &'static Field,
        /// The answer, by its place in the field's list, or why there is none (`geen`, `onbekend`).
        value: Result<u8, Missing>,
    },
    /// It holds the date of birth: the age at referral is worked out from it, and it is dropped.
    BirthDate,
    /// It holds a field that another column gives already.
    Double(&'static Field),
    /// It holds direct identifiers: not read any further.
    Identifier(Identifier),
    /// It matches no field.
    Nothing,
}

impl Use {
    /// The id by which a mapping names it; none when the column is not used.
    pub fn id(self) -> Option<&'static str> {
        match self {
            Self::Field(field) | Self::Part { field, .. } => Some(field.id),
            Self::BirthDate => Some(BIRTH_DATE),
            Self::Double(_) | Self::Identifier(_) | Self::Nothing => None,
        }
    }
}

/// What was decided about one column.
#[derive(Debug, Clone)]
pub struct DecidedColumn {
    /// Its heading, that of several levels joined; may be empty.
    pub heading: String,
    /// What it is for.
    pub used: Use,
    /// How surely; of no meaning for a column that is not used.
    pub certainty: Certainty,
    /// How its dates are written; of no meaning for other columns.
    pub dates: DateOrder,
}

impl DecidedColumn {
    /// Whether it holds dates.
    pub fn holds_dates(&self) -> bool {
        match self.used {
            Use::Field(field) => field.kind == Kind::Date,
            used => matches!(used, Use::BirthDate),
        }
    }
}

/// What all columns are for: one a column, up to the last that has a heading.
#[derive(Debug)]
pub(super) struct Columns(pub(super) Vec<DecidedColumn>);

impl Columns {
    /// Decides by the headings, one a column, and the cells below them.
    pub(super) fn decide(headings: &Headings, texts: &[String], below: &[HeldRow], wanted: &Mapping) -> Self {
        let dates = wanted.reading.dates;
        let width = texts.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |last| last + 1);
        let columns = texts.iter().take(width).map(|text| {
            let (certainty, used) = match headings.find(text) {
                Some((certainty, Named::Field(field))) => (certainty, Use::Field(field)),
                Some((certainty, Named::BirthDate)) => (certainty, Use::BirthDate),
                Some((certainty, Named::Nothing)) => (certainty, Use::Nothing),
                None => (Certainty::Likely, Use::Nothing),
            };
            let heading = text.trim().to_owned();
            DecidedColumn { heading, used, certainty, dates: dates.unwrap_or_default() }
        });
        let mut columns = Self(columns.collect());
        options::decide(&mut columns, headings, below);
        kin::decide(&mut columns, below, wanted);
        identified::decide(&mut columns, headings, below, &wanted.reading);
        columns.keep_the_best();
        columns.find_birth_dates(below);
        if dates.is_none() {
            for (at, column) in columns.0.iter_mut().enumerate().filter(|(_, column)| column.holds_dates()) {
                column.dates = DateOrder::of_column(below, at);
            }
        }
        columns
    }

    /// Whether some column is used: a row that a person named may hold no headings.
    pub(super) fn are_known(&self) -> bool {
        self.0.iter().any(|column| column.used.id().is_some())
    }

    /// A column of years of birth that turns out to hold dates.
    fn find_birth_dates(&mut self, below: &[HeldRow]) {
        for (at, column) in self.0.iter_mut().enumerate() {
            let years = matches!(column.used, Use::Field(field) if field.id == "geboortejaar");
            let is_date =
                |cell: &str| dates::leading_numbers(cell).is_some() || Day::from_iso(cell).is_some();
            if years
                && sample::filled(below, at).filter(|cell| is_date(cell)).count() * 2
                    > sample::filled(below, at).count()
            {
                column.used = Use::BirthDate;
                column.certainty = Certainty::Likely;
            }
        }
    }

    /// Of several columns with one field only the surest is used, the first of equals.
    fn keep_the_best(&mut self) {
        let mut best: Listed<&str, (Certainty, usize)> = Listed::default();
        for (at, column) in self.0.iter().enumerate() {
            if let Use::Field(field) = column.used {
                let here = (column.certainty, at);
                let there = best.entry_or(field.id, || here);
                *there = here.min(*there);
            }
        }
        for (at, column) in self.0.iter_mut().enumerate() {
            if let Use::Field(field) = column.used
                && best.get(field.id).is_some_and(|&(_, first)| first != at)
            {
                column.used = Use::Double(field);
            }
        }
    }

    /// The headings of columns that are kept as they are, by field id.
    pub(super) fn own(&self) -> Vec<(&'static str, String)> {
        let own = |column: &DecidedColumn| match column.used {
            Use::Field(field) if field.is_own() => Some((field.id, column.heading.clone())),
            _ => None,
        };
        self.0.iter().filter_map(own).collect()
    }

    /// Heading as written → field id. A heading of two columns that are for
    /// different fields (`Anders` after each group) is left out: it can't say which.
    pub(super) fn in_force(&self) -> Listed<String, Option<String>> {
        let mut in_force = Listed::default();
        for column in self.0.iter().filter(|column| !column.heading.is_empty()) {
            let same = self.0.iter().filter(|other| other.heading == column.heading);
            let mut ids = same.filter_map(|other| other.used.id());
            let id = ids.next();
            if ids.all(|other| Some(other) == id) {
                in_force.insert(column.heading.clone(), id.map(str::to_owned));
            }
        }
        in_force
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Use};
    use crate::clean::{headings::Headings, mapping::Mapping};

    fn ids(header: &[&str], wanted: &Mapping) -> Vec<String> {
        let header: Vec<_> = header.iter().map(|&cell| cell.to_owned()).collect();
        let columns = Columns::decide(&Headings::new(wanted), &header, &[], wanted);
        let name = |used: &Use| match *used {
            Use::Field(field) => field.id.to_owned(),
            Use::Double(field) => format!("double {}", field.id),
            other => other.id().unwrap_or("-").to_owned(),
        };
        columns.0.iter().map(|column| name(&column.used)).collect()
    }

    #[test]
    fn headings_are_met_in_any_spelling() {
        for (heading, id) in [
            ("ret_regio", "regio"),
            ("RET-regio", "regio"),
            ("casus_ID", "casus"),
            (" Datum  aanmelding ", "aanmelddatum"),
            ("reden (her)aanmelding", "reden"),
            ("Leeftijd (in jaren)", "leeftijd"),
            ("GESLACHT", "geslacht"),
            ("j/m", "geslacht"),
            ("MDO's", "aantal_mdo"),
            ("geb.jaar", "geboortejaar"),
            ("problematiek_jeugdige", "bijkomend"),
            ("problematiek_ouders", "ouderproblematiek"),
            ("betrokkenheid_ben", "ben_betrokken"),
            ("actie_ret", "actie"),
            ("Beïnvloedende factor", "-"),
        ] {
            assert_eq!(ids(&[heading], &Mapping::default()), [id], "{heading}");
        }
    }

    #[test]
    fn the_best_of_two_columns_is_used() {
        let none = Mapping::default();
        assert_eq!(
            ids(&["Leeftijd (nu)", "Leeftijd", "", "x", ""], &none),
            ["double leeftijd", "leeftijd", "-", "-"]
        );
        let wanted =
            Mapping { columns: [("Leeftijd (nu)".to_owned(), Some("leeftijd".to_owned()))].into(), ..none };
        assert_eq!(ids(&["Leeftijd (nu)", "Leeftijd"], &wanted), ["leeftijd", "double leeftijd"]);
    }

    #[test]
    fn a_mapping_can_leave_a_column_out() {
        let wanted = Mapping { columns: [("Leeftijd".to_owned(), None)].into(), ..Mapping::default() };
        assert_eq!(ids(&["leeftijd", "lft"], &wanted), ["-", "leeftijd"]);
    }
}
