//! What went wrong, in Dutch: what, where, and what to do.

use crate::{
    error::{Code, Error},
    narrative::{number, word},
};

/// One sentence.
pub(super) fn sentence(error: &Error) -> String {
    let row = error.position().map(|position| position.row);
    match error.code() {
        Code::Empty => "Dit bestand is leeg: kies een bestand met koppen en daaronder een rij per zaak.".into(),
        Code::NotText => {
            "Dit bestand bevat geen tekst (misschien is het een foto): kies een CSV-bestand met een rij per zaak."
                .into()
        }
        Code::Spreadsheet => {
            "Dit is een Excel- of ODS-bestand, en hier werd tekst verwacht: kies het bestand met de knop, of sla het op als CSV."
                .into()
        }
        Code::RowTooLong => format!(
            "{} is langer dan {}, dus dit is geen tabel met een rij per zaak: kijk of dit het goede bestand is.",
            the_row(row, "Een rij"),
            number(error, "limit").map_or_else(|| "kan".to_owned(), bytes)
        ),
        Code::TooManyColumns => format!(
            "{} heeft meer dan {} kolommen: kijk of dit het goede bestand is en of de scheidingstekens kloppen.",
            the_row(row, "Een rij"),
            number(error, "limit").map_or_else(|| "het toegestane aantal".to_owned(), |limit| limit.to_string())
        ),
        Code::QuotesDamaged => format!(
            "De aanhalingstekens in dit bestand kloppen niet{}, zodat de rijen niet uit elkaar te houden zijn: sla het bestand opnieuw op als CSV.",
            row.map_or_else(String::new, |row| format!(" (vanaf rij {row})"))
        ),
        Code::NoCases => {
            "Onder de koppen staan geen zaken: kies een bestand met onder de koppen een rij per zaak.".into()
        }
        Code::NoKnownColumns => format!(
            "{} heeft een kop die we kennen: kijk of dit een monitorbestand is, of wijs zelf de kolommen aan.",
            number(error, "columns").filter(|&columns| columns > 1).map_or_else(
                || "Geen enkele kolom".to_owned(),
                |columns| format!("Geen van de {columns} kolommen")
            )
        ),
        Code::BadMapping
        | Code::BadDate
        | Code::UnknownField
        | Code::UnknownIndicator
        | Code::BadRequest
        | Code::NoCaseNumbers
        | Code::NothingLoaded
        | Code::Drawing => of_request(error),
    }
}

/// What was asked, rather than the file.
fn of_request(error: &Error) -> String {
    match error.code() {
        Code::BadMapping if word(error, "field").is_some() => format!(
            "De gekozen indeling klopt niet bij het veld ‘{}’: pas de indeling aan.",
            word(error, "field").unwrap_or_default()
        ),
        Code::BadMapping => {
            "De gekozen indeling noemt een kolom, een veld of een antwoord dat niet bestaat: pas de indeling aan."
                .into()
        }
        Code::BadDate => {
            "Deze peildatum is niet te lezen: schrijf hem als jaar-maand-dag, bijvoorbeeld 2024-12-31.".into()
        }
        Code::UnknownField => format!(
            "{} bestaat niet of staat niet in dit bestand: kies een ander veld.",
            word(error, "field").map_or_else(|| "Dit veld".to_owned(), |field| format!("Het veld ‘{field}’"))
        ),
        Code::UnknownIndicator => format!(
            "{} bestaat niet of is met dit bestand niet te maken: kies een ander cijfer.",
            word(error, "indicator").map_or_else(|| "Dit cijfer".to_owned(), |id| format!("Het cijfer ‘{id}’"))
        ),
        Code::BadRequest if word(error, "field").is_some() => format!(
            "De keuze bij het veld ‘{}’ is niet te lezen: kies opnieuw.",
            word(error, "field").unwrap_or_default()
        ),
        Code::BadRequest => "Deze opdracht is niet te lezen: laad de pagina opnieuw en probeer het nog eens.".into(),
        Code::NoCaseNumbers => "Een van beide bestanden heeft geen casusnummers, dus zaken zijn er niet in terug te vinden: kies twee bestanden met een kolom casusnummer.".into(),
        Code::NothingLoaded => "Er is nog geen bestand gelezen: kies eerst een monitorbestand.".into(),
        _ => "De tekening is niet gelukt: laad de pagina opnieuw of gebruik de tabel.".into(),
    }
}

fn the_row(row: Option<u64>, otherwise: &str) -> String {
    row.map_or_else(|| otherwise.to_owned(), |row| format!("Rij {row}"))
}

fn bytes(limit: u64) -> String {
    match limit {
        0..1_048_576 => format!("{limit} bytes"),
        _ => format!("{} MB", limit / 1_048_576),
    }
}
