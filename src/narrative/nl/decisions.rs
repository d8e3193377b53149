//! How files were read, in Dutch; the holes are those of `narrative::decisions`.

use crate::understanding::Decided;

pub(super) fn pattern(decided: Decided) -> &'static str {
    match decided {
        Decided::AllCases => "{n} aanmelding[|en] uit {r} bestanden.",
        Decided::Cases => "{n} aanmelding[|en] uit {w}.",
        Decided::Encoding => "De tekst is gelezen als {w}.",
        Decided::Separator => "Tussen de cellen staat {w}.",
        Decided::Header => "De koppen staan in regel {r}.",
        Decided::TitleRows => "Regel {r} overgeslagen als titel.",
        Decided::TotalRows => "Regel {r} overgeslagen als totaal.",
        Decided::NoteRows => "Regel {r} overgeslagen: geen zaak.",
        Decided::BlankRows => "Regel {r} overgeslagen: leeg.",
        Decided::Doubles => "Regel {r} niet geteld: de zaak staat ook in een andere rij.",
        Decided::DoublesKept => "Regel {r} toch geteld: de zaak staat ook in een andere rij.",
        Decided::Dates => "Datums gelezen als dag-maand-jaar.",
        Decided::DatesMonthFirst => "Datums gelezen als maand-dag-jaar.",
        Decided::DateSerial => "{n} datum[|s] stond[|en] er als getal van Excel.",
        Decided::Unknown => "{w} gelezen als onbekend.",
        Decided::NotApplicable => "{w} gelezen als niet van toepassing.",
        Decided::Blank => "{w} gelezen als niet ingevuld.",
        Decided::Empty => "{n} lege cel[|len] gelezen als niet ingevuld.",
        Decided::AgeDerived => "Bij {n} aanmelding[|en] is de leeftijd berekend uit het geboortejaar.",
        Decided::BirthDate => "Kolom {w} alleen gebruikt voor de leeftijd, daarna weggelaten.",
        Decided::ColumnAnswers => "{n} kolom[|men] samen gelezen als {f}.",
        Decided::ColumnResembling => "Kolom {w} gelezen als {f}.",
        Decided::ValueResembling => "{w} gelezen als {v}.",
        Decided::ColumnDouble => "Kolom {w} niet gebruikt: een andere kolom geeft {f} al.",
        Decided::ColumnIdentifier => "Kolom {w} niet gelezen: daarin staan waarschijnlijk persoonsgegevens.",
        Decided::ColumnUnused => "[Kolom|Kolommen] niet gebruikt: {w}.",
    }
}
