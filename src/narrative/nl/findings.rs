//! What was noticed while reading, in Dutch: what, how often, where, and what to do.

use super::several;
use crate::{
    catalog::{Lang, field},
    finding::{Finding, FindingCode},
    narrative::{
        rows_named,
        tongue::{column_letters, join},
    },
};

/// One sentence, after the file's name.
pub(super) fn sentence(finding: &Finding, source_name: &str) -> String {
    let place = Place::of(finding);
    let text = match finding.code {
        FindingCode::DateUnreadable
        | FindingCode::DateImpossible
        | FindingCode::DateBefore2000
        | FindingCode::DateFuture
        | FindingCode::DateEarly
        | FindingCode::NumberUnreadable
        | FindingCode::AgeImplausible
        | FindingCode::ValueUnrecognised
        | FindingCode::ValueResembling
        | FindingCode::ValueAmbiguous
        | FindingCode::ClosedBeforeReferral
        | FindingCode::TooManyPlaces => of_answers(finding, &place),
        FindingCode::ColumnUnused
        | FindingCode::ColumnDouble
        | FindingCode::AgeDerived
        | FindingCode::BirthDateUsed
        | FindingCode::AgeWithoutReferral
        | FindingCode::DatesMonthFirst
        | FindingCode::DateSerial => of_columns(finding, &place),
        FindingCode::IdentifierBsn
        | FindingCode::IdentifierName
        | FindingCode::IdentifierBirthDate
        | FindingCode::IdentifierEmail
        | FindingCode::IdentifierPhone
        | FindingCode::IdentifierIban
        | FindingCode::IdentifierPostcode
        | FindingCode::IdentifierAddress
        | FindingCode::IdentifierRemarks => of_identifiers(finding, &place),
        FindingCode::TitleRows
        | FindingCode::BlankRows
        | FindingCode::TotalRows
        | FindingCode::NoteRows
        | FindingCode::HeaderAgain
        | FindingCode::NumberOnlyRows
        | FindingCode::SecondTable => rows_left_out(finding, &place),
        FindingCode::FileDouble
        | FindingCode::CaseDouble
        | FindingCode::CaseDoubleDiffers
        | FindingCode::CaseDoubleKept
        | FindingCode::RowDouble
        | FindingCode::ColumnNearlyEmpty
        | FindingCode::CodesDiffer => several::sentence(finding, &place.column, &place.rows),
        _ => of_rows(finding, &place),
    };
    format!("{source_name}: {text}")
}

/// Where it is, as pieces of a sentence.
struct Place {
    /// ` in kolom C (Aanmelder)`, or nothing.
    within: String,
    /// `Kolom C (Aanmelder)`.
    column: String,
    /// ` (rij 4, 9 en 12)`, or nothing.
    rows: String,
}

impl Place {
    fn of(finding: &Finding) -> Self {
        let label = finding.field.map(|id| field(id).map_or(id, |field| field.label.text(Lang::Nl)));
        let column = match (finding.column.map(column_letters), label) {
            (Some(letters), Some(label)) => Some(format!("kolom {letters} ({label})")),
            (Some(letters), None) => Some(format!("kolom {letters}")),
            (None, Some(label)) => Some(format!("het veld {label}")),
            (None, None) => None,
        };
        let within = column.as_ref().map_or_else(String::new, |column| format!(" in {column}"));
        Self { within, column: column.unwrap_or_else(|| "een kolom".to_owned()), rows: rows(finding) }
    }
}

fn rows(finding: &Finding) -> String {
    let (named, all) = rows_named(finding);
    match named.len() {
        0 => String::new(),
        _ if all => format!(" (rij {})", join(&named, "en")),
        _ => format!(" (onder meer rij {})", join(&named, "en")),
    }
}

fn rows_left_out(finding: &Finding, Place { rows, .. }: &Place) -> String {
    let one = finding.count == 1;
    let times =
        |single: &str, several: &str| format!("{} {}", finding.count, if one { single } else { several });
    let verb = if one { "is" } else { "zijn" };
    match finding.code {
        FindingCode::TitleRows => {
            let what = times("rij boven de koppen", "rijen boven de koppen");
            format!("{what} {verb} overgeslagen{rows}; kijk of daar geen zaak bij staat.")
        }
        FindingCode::BlankRows => format!("{} {verb} overgeslagen{rows}.", times("lege rij", "lege rijen")),
        FindingCode::TotalRows => {
            let what = times("rij met totalen", "rijen met totalen");
            format!("{what} {verb} niet als zaak geteld{rows}; kijk of dat klopt.")
        }
        FindingCode::NoteRows => {
            let what = times("rij met alleen een opmerking", "rijen met alleen een opmerking");
            format!("{what} {verb} niet als zaak geteld{rows}; kijk of dat klopt.")
        }
        FindingCode::HeaderAgain => {
            let what = times("rij met opnieuw de koppen", "rijen met opnieuw de koppen");
            format!("{what} {verb} overgeslagen{rows}.")
        }
        FindingCode::NumberOnlyRows => {
            let what = times("rij met alleen een nummer", "rijen met alleen een nummer");
            format!("{what} {verb} niet als zaak geteld{rows}; vul de zaak in als die er wel is.")
        }
        _ => {
            let (what, stands) = (times("rij", "rijen"), if one { "staat" } else { "staan" });
            format!(
                "{what} onder andere koppen{rows} {stands} niet in de cijfers; zet die tabel in een eigen bestand."
            )
        }
    }
}

fn of_rows(finding: &Finding, Place { rows, .. }: &Place) -> String {
    let one = finding.count == 1;
    let times =
        |single: &str, several: &str| format!("{} {}", finding.count, if one { single } else { several });
    let verb = if one { "is" } else { "zijn" };
    match finding.code {
        FindingCode::Windows1252 => {
            "de tekst is gelezen als Windows-1252; kijk of letters met accenten goed staan.".to_owned()
        }
        FindingCode::EncodingMixed => {
            let (what, has) = (times("rij", "rijen"), if one { "heeft" } else { "hebben" });
            format!("{what} {has} een andere tekencodering{rows}; kijk of letters met accenten goed staan.")
        }
        FindingCode::NulBytes => {
            let what = times("onleesbaar teken", "onleesbare tekens");
            format!("{what} {verb} weggelaten{rows}; sla het bestand zo nodig opnieuw op als CSV.")
        }
        FindingCode::RowShort => {
            let (what, have) = (times("rij", "rijen"), if one { "heeft" } else { "hebben" });
            format!(
                "{what} {have} te weinig cellen{rows}; wat ontbreekt telt als niet ingevuld, kijk of dat klopt."
            )
        }
        FindingCode::RowLong => {
            let (what, have) = (times("rij", "rijen"), if one { "heeft" } else { "hebben" });
            format!(
                "{what} {have} meer cellen dan er koppen zijn{rows}; wat te veel is, is niet gelezen, kijk of dat klopt."
            )
        }
        FindingCode::CellErrors => {
            let (what, have) = (times("cel", "cellen"), if one { "heeft" } else { "hebben" });
            format!(
                "{what} {have} een fout in de formule, zoals #N/B{rows}; dat telt als niet ingevuld, kijk of dat klopt."
            )
        }
        _ => {
            let what = times("aanhalingsteken sluit", "aanhalingstekens sluiten");
            let read = if one { "is" } else { "zijn" };
            format!(
                "{what} niet en {read} gelezen als gewoon teken{rows}; kijk of die rijen goed gelezen zijn."
            )
        }
    }
}

fn of_columns(finding: &Finding, Place { column, within, rows }: &Place) -> String {
    let (count, one) = (finding.count, finding.count == 1);
    match finding.code {
        FindingCode::ColumnUnused if finding.column.is_none() && !one => {
            format!(
                "{count} kolommen passen bij geen enkel veld en tellen niet mee; wijs zelf een veld aan als dat wel moet."
            )
        }
        FindingCode::ColumnUnused => {
            format!(
                "{column} past bij geen enkel veld en telt niet mee; wijs zelf een veld aan als dat wel moet."
            )
        }
        FindingCode::ColumnDouble => {
            format!("{column} komt twee keer voor en telt deze keer niet mee; kies zelf welke kolom geldt.")
        }
        FindingCode::AgeDerived => {
            let cases = if one { "zaak" } else { "zaken" };
            format!(
                "bij {count} {cases} is de leeftijd berekend uit het geboortejaar; dat kan een jaar schelen."
            )
        }
        FindingCode::BirthDateUsed => {
            let ages = if one { "1 leeftijd" } else { &format!("{count} leeftijden") };
            format!(
                "{column} wijst een kind aan: {ages} bij aanmelding berekend en de datum weggelaten; lever liever de leeftijd aan."
            )
        }
        FindingCode::AgeWithoutReferral => {
            let cases = if one { "zaak" } else { "zaken" };
            format!(
                "bij {count} {cases} is er een geboortejaar of geboortedatum zonder aanmelddatum{rows}, dus geen leeftijd; vul de aanmelddatum in."
            )
        }
        FindingCode::DatesMonthFirst => {
            format!("{column} heeft datums met de maand voorop, zoals 12/31/2024; kijk of dat klopt.")
        }
        _ => {
            let (dates, stood) = if one { ("datum", "stond") } else { ("datums", "stonden") };
            format!("{count} {dates}{within} {stood} er als getal van Excel{rows}; kijk of ze kloppen.")
        }
    }
}

/// A column that holds direct identifiers.
fn of_identifiers(finding: &Finding, Place { column, rows, .. }: &Place) -> String {
    let what = match finding.code {
        FindingCode::IdentifierBsn => "burgerservicenummers (BSN)",
        FindingCode::IdentifierName => "namen van personen",
        FindingCode::IdentifierBirthDate => "geboortedatums",
        FindingCode::IdentifierEmail => "e-mailadressen",
        FindingCode::IdentifierPhone => "telefoonnummers",
        FindingCode::IdentifierIban => "rekeningnummers",
        FindingCode::IdentifierPostcode => "volledige postcodes",
        FindingCode::IdentifierAddress => "adressen",
        _ => "opmerkingen in vrije tekst",
    };
    let cells = if finding.count == 1 { "1 cel" } else { &format!("{} cellen", finding.count) };
    format!(
        "{column} is niet gelezen: er staan waarschijnlijk {what} in {cells}{rows}; haal de kolom weg voordat u het bestand deelt."
    )
}

fn of_answers(finding: &Finding, Place { within, rows, .. }: &Place) -> String {
    let (count, one) = (finding.count, finding.count == 1);
    let cells = if one { "cel" } else { "cellen" };
    let has = if one { "heeft" } else { "hebben" };
    let answers = if one { "antwoord" } else { "antwoorden" };
    let counts = if one { "telt" } else { "tellen" };
    match finding.code {
        FindingCode::DateUnreadable => format!(
            "{count} {cells}{within} {has} geen leesbare datum{rows} en {counts} als onbekend; schrijf een datum als 31-12-2024."
        ),
        FindingCode::DateImpossible => format!(
            "{count} {cells}{within} {has} een datum die niet kan{rows} en {counts} als onbekend; verbeter die in het bestand."
        ),
        FindingCode::DateBefore2000 => format!(
            "{count} {cells}{within} {has} een datum van vóór 2000{rows} en {counts} als onbekend; verbeter die in het bestand."
        ),
        FindingCode::DateFuture => format!(
            "{count} {cells}{within} {has} een datum in de toekomst{rows} en {counts} als onbekend; verbeter die in het bestand."
        ),
        FindingCode::DateEarly => format!(
            "{count} {cells}{within} {has} een datum van vóór 2015{rows}, toen er nog geen expertteams waren; kijk of dat klopt."
        ),
        FindingCode::NumberUnreadable => format!(
            "{count} {cells}{within} {has} geen heel getal{rows} en {counts} als onbekend; verbeter die in het bestand."
        ),
        FindingCode::AgeImplausible => {
            let (ages, lies) = if one { ("leeftijd", "ligt") } else { ("leeftijden", "liggen") };
            format!(
                "{count} {ages}{within} {lies} buiten 0 tot en met 23 jaar{rows} en {counts} als onbekend; verbeter die in het bestand."
            )
        }
        FindingCode::ValueUnrecognised => {
            let stands = if one { "staat" } else { "staan" };
            format!(
                "{count} {answers}{within} {stands} niet op de lijst{rows} en {counts} als onbekend; geef aan wat ermee bedoeld is."
            )
        }
        FindingCode::ValueResembling => {
            let (seems, are) = if one { ("lijkt", "is") } else { ("lijken", "zijn") };
            format!(
                "{count} {answers}{within} {seems} op een antwoord van de lijst{rows} en {are} zo geteld; kijk of dat klopt."
            )
        }
        FindingCode::ValueAmbiguous => {
            let can = if one { "kan" } else { "kunnen" };
            format!(
                "{count} {answers}{within} {can} twee dingen betekenen{rows} en {counts} als onbekend; geef aan wat ermee bedoeld is."
            )
        }
        FindingCode::ClosedBeforeReferral => {
            let (cases, are) = if one { ("zaak", "is") } else { ("zaken", "zijn") };
            format!(
                "{count} {cases} {are} afgesloten vóór de aanmelding{rows} en {counts} niet mee in de doorlooptijd; verbeter een van beide datums."
            )
        }
        _ => format!(
            "{count} {answers}{within} {counts} als onbekend{rows}, want er zijn meer verschillende plaatsen dan we kunnen bijhouden; kijk of dit de goede kolom is."
        ),
    }
}
