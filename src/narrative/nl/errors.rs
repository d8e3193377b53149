//! What went wrong, in Dutch: what, where, and what to do; with what the error
//! tells, and without. The holes are those of `narrative::errors`.

use crate::error::Code;

#[expect(clippy::too_many_lines, reason = "a list, a line or two for each code")]
pub(super) fn patterns(code: Code) -> [&'static str; 2] {
    match code {
        Code::Empty => {
            ["Dit bestand is leeg: kies een bestand met koppen en daaronder een rij per zaak.", ""]
        }
        Code::NotText => [
            "Dit bestand bevat geen tekst (misschien is het een foto): kies een CSV-bestand met een rij per zaak.",
            "",
        ],
        Code::Spreadsheet => [
            "Dit is een Excel- of ODS-bestand, en hier werd tekst verwacht: kies het bestand met de knop, of sla het op als CSV.",
            "",
        ],
        Code::RowTooLong => [
            "Rij {r} is langer dan {b}, dus dit is geen tabel met een rij per zaak: kijk of dit het goede bestand is.",
            "Een rij is langer dan kan, dus dit is geen tabel met een rij per zaak: kijk of dit het goede bestand is.",
        ],
        Code::TooManyColumns => [
            "Rij {r} heeft meer dan {l} kolommen: kijk of dit het goede bestand is en of de scheidingstekens kloppen.",
            "Een rij heeft meer dan het toegestane aantal kolommen: kijk of dit het goede bestand is en of de scheidingstekens kloppen.",
        ],
        Code::QuotesDamaged => [
            "De aanhalingstekens in dit bestand kloppen niet (vanaf rij {r}), zodat de rijen niet uit elkaar te houden zijn: sla het bestand opnieuw op als CSV.",
            "De aanhalingstekens in dit bestand kloppen niet, zodat de rijen niet uit elkaar te houden zijn: sla het bestand opnieuw op als CSV.",
        ],
        Code::NoCases => {
            ["Onder de koppen staan geen zaken: kies een bestand met onder de koppen een rij per zaak.", ""]
        }
        Code::NoKnownColumns => [
            "Geen van de {c} kolommen heeft een kop die we kennen: kijk of dit een monitorbestand is, of wijs zelf de kolommen aan.",
            "Geen enkele kolom heeft een kop die we kennen: kijk of dit een monitorbestand is, of wijs zelf de kolommen aan.",
        ],
        Code::BadMapping => [
            "De gekozen indeling klopt niet bij het veld ‘{f}’: pas de indeling aan.",
            "De gekozen indeling noemt een kolom, een veld of een antwoord dat niet bestaat: pas de indeling aan.",
        ],
        Code::BadDate => {
            ["Deze peildatum is niet te lezen: schrijf hem als jaar-maand-dag, bijvoorbeeld 2024-12-31.", ""]
        }
        Code::UnknownField => [
            "Het veld ‘{f}’ bestaat niet of staat niet in dit bestand: kies een ander veld.",
            "Dit veld bestaat niet of staat niet in dit bestand: kies een ander veld.",
        ],
        Code::UnknownIndicator => [
            "Het cijfer ‘{i}’ bestaat niet of is met dit bestand niet te maken: kies een ander cijfer.",
            "Dit cijfer bestaat niet of is met dit bestand niet te maken: kies een ander cijfer.",
        ],
        Code::BadRequest => [
            "De keuze bij het veld ‘{f}’ is niet te lezen: kies opnieuw.",
            "Deze opdracht is niet te lezen: laad de pagina opnieuw en probeer het nog eens.",
        ],
        Code::NoCaseNumbers => [
            "Een van beide bestanden heeft geen casusnummers, dus zaken zijn er niet in terug te vinden: kies twee bestanden met een kolom casusnummer.",
            "",
        ],
        Code::NothingLoaded => ["Er is nog geen bestand gelezen: kies eerst een monitorbestand.", ""],
        Code::TooLoose => [
            "Deze instelling van de publicatie is minder streng dan mag (‘{f}’: ten minste {l}): kies een strengere.",
            "Deze instelling van de publicatie is minder streng dan mag: kies een strengere.",
        ],
        Code::BadPublishSetting => [
            "Er is niets gepubliceerd, want de instelling ‘{f}’ van de publicatie is niet te lezen: kies opnieuw.",
            "Er is niets gepubliceerd, want een instelling van de publicatie is niet te lezen: kies opnieuw.",
        ],
        Code::TooFewToPublish => [
            "Er is niets gepubliceerd, want het zijn minder dan {l} casussen of er blijft niets over dat getoond kan worden: kies een langere periode of meer regio’s.",
            "Er is niets gepubliceerd, want het zijn te weinig casussen: kies een langere periode of meer regio’s.",
        ],
        Code::Previous => [
            "Er is niets gepubliceerd, want naast de vorige publicatie zou het cijfer ‘{i}’ iets over enkele kinderen vertellen: laat dit cijfer weg.",
            "Er is niets gepubliceerd, want het verschil met de vorige publicatie zou iets over enkele kinderen vertellen: kies een andere periode.",
        ],
        Code::BadPeriod => [
            "Deze periode kan niet worden gepubliceerd: kies kwartalen, halfjaren of jaren die voorbij zijn en die in het bestand staan.",
            "",
        ],
        Code::Unlike => [
            "De publicaties zijn niet op te tellen, want ze verschillen (‘{f}’): maak ze over dezelfde periode, met dezelfde bescherming, elk van andere regio’s.",
            "De publicaties zijn niet op te tellen, want ze verschillen: maak ze over dezelfde periode, met dezelfde bescherming.",
        ],
        Code::Altered => [
            "Deze publicatie is niet meer zoals ze gemaakt is: haal haar opnieuw op bij wie haar maakte.",
            "",
        ],
        Code::Drawing => ["De tekening is niet gelukt: laad de pagina opnieuw of gebruik de tabel.", ""],
    }
}
