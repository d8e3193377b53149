//! What was noticed while reading, in Dutch: what, how often, where, and what
//! to do. The holes are those of `narrative::findings`.

use crate::{finding::FindingCode, narrative::findings::PlaceWords};

pub(super) const PLACE_WORDS: PlaceWords = PlaceWords {
    column: "kolom ",
    field: "het veld ",
    some: "een kolom",
    row: "rij ",
    rows: "rij ",
    among: "onder meer ",
    and: "en",
};

/// Several columns that are not used, told together.
pub(super) const COLUMNS_UNUSED: &str =
    "{n} kolommen passen bij geen enkel veld en tellen niet mee; wijs zelf een veld aan als dat wel moet.";

#[expect(clippy::too_many_lines, reason = "a list, a line or two for each code")]
pub(super) fn pattern(code: FindingCode) -> &'static str {
    match code {
        FindingCode::TitleRows => {
            "{n} rij[|en] boven de koppen [is|zijn] overgeslagen{r}; kijk of daar geen zaak bij staat."
        }
        FindingCode::BlankRows => "{n} lege rij[|en] [is|zijn] overgeslagen{r}.",
        FindingCode::TotalRows => {
            "{n} rij[|en] met totalen [is|zijn] niet als zaak geteld{r}; kijk of dat klopt."
        }
        FindingCode::NoteRows => {
            "{n} rij[|en] met alleen een opmerking [is|zijn] niet als zaak geteld{r}; kijk of dat klopt."
        }
        FindingCode::HeaderAgain => "{n} rij[|en] met opnieuw de koppen [is|zijn] overgeslagen{r}.",
        FindingCode::NumberOnlyRows => {
            "{n} rij[|en] met alleen een nummer [is|zijn] niet als zaak geteld{r}; vul de zaak in als die er wel is."
        }
        FindingCode::SecondTable => {
            "{n} rij[|en] onder andere koppen{r} [staat|staan] niet in de cijfers; zet die tabel in een eigen bestand."
        }
        FindingCode::ColumnUnused => {
            "{c} past bij geen enkel veld en telt niet mee; wijs zelf een veld aan als dat wel moet."
        }
        FindingCode::ColumnDouble => {
            "{c} komt twee keer voor en telt deze keer niet mee; kies zelf welke kolom geldt."
        }
        FindingCode::AgeDerived => {
            "bij {n} za[ak|ken] is de leeftijd berekend uit het geboortejaar; dat kan een jaar schelen."
        }
        FindingCode::BirthDateUsed => {
            "{c} wijst een kind aan: {n} leeftijd[|en] bij aanmelding berekend en de datum weggelaten; lever liever de leeftijd aan."
        }
        FindingCode::AgeWithoutReferral => {
            "bij {n} za[ak|ken] is er een geboortejaar of geboortedatum zonder aanmelddatum{r}, dus geen leeftijd; vul de aanmelddatum in."
        }
        FindingCode::DatesMonthFirst => {
            "{c} heeft datums met de maand voorop, zoals 12/31/2024; kijk of dat klopt."
        }
        FindingCode::DateSerial => {
            "{n} datum[|s]{w} [stond|stonden] er als getal van Excel{r}; kijk of ze kloppen."
        }
        FindingCode::Windows1252 => {
            "de tekst is gelezen als Windows-1252; kijk of letters met accenten goed staan."
        }
        FindingCode::EncodingMixed => {
            "{n} rij[|en] [heeft|hebben] een andere tekencodering{r}; kijk of letters met accenten goed staan."
        }
        FindingCode::NulBytes => {
            "{n} onleesba[ar teken|re tekens] [is|zijn] weggelaten{r}; sla het bestand zo nodig opnieuw op als CSV."
        }
        FindingCode::RowShort => {
            "{n} rij[|en] [heeft|hebben] te weinig cellen{r}; wat ontbreekt telt als niet ingevuld, kijk of dat klopt."
        }
        FindingCode::RowLong => {
            "{n} rij[|en] [heeft|hebben] meer cellen dan er koppen zijn{r}; wat te veel is, is niet gelezen, kijk of dat klopt."
        }
        FindingCode::QuoteUnclosed => {
            "{n} aanhalingsteken[ sluit|s sluiten] niet en [is|zijn] gelezen als gewoon teken{r}; kijk of die rijen goed gelezen zijn."
        }
        FindingCode::DateUnreadable => {
            "{n} cel[|len]{w} [heeft|hebben] geen leesbare datum{r} en [telt|tellen] als onbekend; schrijf een datum als 31-12-2024."
        }
        FindingCode::DateImpossible => {
            "{n} cel[|len]{w} [heeft|hebben] een datum die niet kan{r} en [telt|tellen] als onbekend; verbeter die in het bestand."
        }
        FindingCode::DateBefore2000 => {
            "{n} cel[|len]{w} [heeft|hebben] een datum van vóór 2000{r} en [telt|tellen] als onbekend; verbeter die in het bestand."
        }
        FindingCode::DateFuture => {
            "{n} cel[|len]{w} [heeft|hebben] een datum in de toekomst{r} en [telt|tellen] als onbekend; verbeter die in het bestand."
        }
        FindingCode::DateEarly => {
            "{n} cel[|len]{w} [heeft|hebben] een datum van vóór 2015{r}, toen er nog geen expertteams waren; kijk of dat klopt."
        }
        FindingCode::NumberUnreadable => {
            "{n} cel[|len]{w} [heeft|hebben] geen heel getal{r} en [telt|tellen] als onbekend; verbeter die in het bestand."
        }
        FindingCode::AgeImplausible => {
            "{n} leeftijd[|en]{w} [ligt|liggen] buiten 0 tot en met 23 jaar{r} en [telt|tellen] als onbekend; verbeter die in het bestand."
        }
        FindingCode::ValueResembling => {
            "{n} antwoord[|en]{w} [lijkt|lijken] op een antwoord van de lijst{r} en [is|zijn] zo geteld; kijk of dat klopt."
        }
        FindingCode::ValueUnrecognised => {
            "{n} antwoord[|en]{w} [staat|staan] niet op de lijst{r} en [telt|tellen] als onbekend; geef aan wat ermee bedoeld is."
        }
        FindingCode::ValueAmbiguous => {
            "{n} antwoord[|en]{w} [kan|kunnen] twee dingen betekenen{r} en [telt|tellen] als onbekend; geef aan wat ermee bedoeld is."
        }
        FindingCode::ClosedBeforeReferral => {
            "{n} za[ak is|ken zijn] afgesloten vóór de aanmelding{r} en [telt|tellen] niet mee in de doorlooptijd; verbeter een van beide datums."
        }
        FindingCode::TooManyPlaces => {
            "{n} antwoord[|en]{w} [telt|tellen] als onbekend{r}, want er zijn meer verschillende plaatsen dan we kunnen bijhouden; kijk of dit de goede kolom is."
        }
        FindingCode::FileDouble => {
            "precies dit bestand is nog {n} keer gegeven; dat is weggelaten, elke zaak telt één keer mee."
        }
        FindingCode::CaseDouble => {
            "{n} rij[ hoort|en horen] bij een zaak die ook in een andere rij staat{r}; alleen de rij met de meeste antwoorden telt mee, kies voor alles tellen als het toch andere zaken zijn."
        }
        FindingCode::CaseDoubleDiffers => {
            "{n} dubbele rij[ zegt|en zeggen] iets anders dan de rij die meetelt{r}; kijk welke van de twee klopt."
        }
        FindingCode::CaseDoubleKept => {
            "{n} rij[ hoort|en horen] bij een zaak die ook in een andere rij staat{r}, en [is|zijn] op verzoek toch geteld."
        }
        FindingCode::RowDouble => {
            "{n} rij[ is|en zijn] precies gelijk aan een eerdere rij{r} en toch geteld, want zonder casusnummer kan het een andere zaak zijn; kijk of een kind er twee keer in staat."
        }
        FindingCode::ColumnScattered => {
            "{c} heeft bij bijna elke zaak een ander antwoord en is daarom geen grafiek: zo wijst een antwoord een kind aan."
        }
        FindingCode::ColumnNearlyEmpty => {
            "{c} is bij bijna geen enkele zaak ingevuld; kijk of dit de goede kolom is, of laat hem weg."
        }
        FindingCode::CodesDiffer => {
            "{c} heeft andere antwoorden dan in een ander bestand; kijk of beide bestanden dezelfde lijst gebruiken voordat u ze samen telt."
        }
        FindingCode::CellErrors => {
            "{n} cel[|len] [heeft|hebben] een fout in de formule, zoals #N/B{r}; dat telt als niet ingevuld, kijk of dat klopt."
        }
        FindingCode::IdentifierBsn => {
            "{c} is niet gelezen: er staan waarschijnlijk burgerservicenummers (BSN) in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierName => {
            "{c} is niet gelezen: er staan waarschijnlijk namen van personen in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierBirthDate => {
            "{c} is niet gelezen: er staan waarschijnlijk geboortedatums in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierEmail => {
            "{c} is niet gelezen: er staan waarschijnlijk e-mailadressen in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierPhone => {
            "{c} is niet gelezen: er staan waarschijnlijk telefoonnummers in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierIban => {
            "{c} is niet gelezen: er staan waarschijnlijk rekeningnummers in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierPostcode => {
            "{c} is niet gelezen: er staan waarschijnlijk volledige postcodes in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierAddress => {
            "{c} is niet gelezen: er staan waarschijnlijk adressen in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
        FindingCode::IdentifierRemarks => {
            "{c} is niet gelezen: er staan waarschijnlijk opmerkingen in vrije tekst in {n} cel[|len]{r}; haal de kolom weg voordat u het bestand deelt."
        }
    }
}
