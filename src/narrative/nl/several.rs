//! What was noticed about cases, rows and files that occur twice, and about
//! columns as a whole, in Dutch.

use crate::finding::{Finding, FindingCode};

/// `column` begins a sentence (`Kolom C (Aanmelder)`), `rows` ends one (` (rij 4 en 9)`).
pub(super) fn sentence(finding: &Finding, column: &str, rows: &str) -> String {
    let (count, one) = (finding.count, finding.count == 1);
    let (what, belong, are) = if one { ("rij", "hoort", "is") } else { ("rijen", "horen", "zijn") };
    match finding.code {
        FindingCode::FileDouble => format!(
            "precies dit bestand is nog {count} keer gegeven; dat is weggelaten, elke zaak telt één keer mee."
        ),
        FindingCode::CaseDouble => format!(
            "{count} {what} {belong} bij een zaak die ook in een andere rij staat{rows}; alleen de rij met de meeste antwoorden telt mee, kies voor alles tellen als het toch andere zaken zijn."
        ),
        FindingCode::CaseDoubleDiffers => {
            let say = if one { "dubbele rij zegt" } else { "dubbele rijen zeggen" };
            format!("{count} {say} iets anders dan de rij die meetelt{rows}; kijk welke van de twee klopt.")
        }
        FindingCode::CaseDoubleKept => format!(
            "{count} {what} {belong} bij een zaak die ook in een andere rij staat{rows}, en {are} op verzoek toch geteld."
        ),
        FindingCode::RowDouble => {
            format!(
                "{count} {what} {are} precies gelijk aan een eerdere rij{rows} en toch geteld, want zonder casusnummer kan het een andere zaak zijn; kijk of een kind er twee keer in staat."
            )
        }
        FindingCode::ColumnNearlyEmpty => format!(
            "{column} is bij bijna geen enkele zaak ingevuld; kijk of dit de goede kolom is, of laat hem weg."
        ),
        _ => format!(
            "{column} heeft andere antwoorden dan in een ander bestand; kijk of beide bestanden dezelfde lijst gebruiken voordat u ze samen telt."
        ),
    }
}
