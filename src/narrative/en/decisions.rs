//! How files were read, in English; the holes are those of `narrative::decisions`.

use crate::understanding::Decided;

pub(super) fn pattern(decided: Decided) -> &'static str {
    match decided {
        Decided::AllCases => "{n} referral[|s] from {r} files.",
        Decided::Cases => "{n} referral[|s] from {w}.",
        Decided::Encoding => "The text was read as {w}.",
        Decided::Separator => "Between the cells stands {w}.",
        Decided::Header => "The headings are in row {r}.",
        Decided::TitleRows => "Row {r} left out as a title.",
        Decided::TotalRows => "Row {r} left out as a total.",
        Decided::NoteRows => "Row {r} left out: no case.",
        Decided::BlankRows => "Row {r} left out: empty.",
        Decided::Doubles => "Row {r} not counted: the case stands in another row too.",
        Decided::DoublesKept => "Row {r} counted all the same: the case stands in another row too.",
        Decided::Dates => "Dates read as day-month-year.",
        Decided::DatesMonthFirst => "Dates read as month-day-year.",
        Decided::DateSerial => "{n} date[|s] stood there as a number of Excel.",
        Decided::Unknown => "{w} read as unknown.",
        Decided::NotApplicable => "{w} read as not applicable.",
        Decided::Blank => "{w} read as not filled in.",
        Decided::Empty => "{n} empty cell[|s] read as not filled in.",
        Decided::AgeDerived => "For {n} referral[|s] the age was worked out from the year of birth.",
        Decided::BirthDate => "Column {w} used for the age alone, then dropped.",
        Decided::ColumnAnswers => "{n} column[|s] read together as {f}.",
        Decided::ColumnResembling => "Column {w} read as {f}.",
        Decided::ValueResembling => "{w} read as {v}.",
        Decided::ColumnDouble => "Column {w} not used: another column gives {f} already.",
        Decided::ColumnIdentifier => "Column {w} not read: it probably holds personal data.",
        Decided::ColumnUnused => "[Column|Columns] not used: {w}.",
    }
}
