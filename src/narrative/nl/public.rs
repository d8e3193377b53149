//! Publications in Dutch.

use crate::narrative::public::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    about: "ongeveer ",
    percent: "{p} procent",
    percent_of: "{p} procent van de {x}",
    count_of: "{k} van de {n} {x}",
    equal: "{l} komen even vaak voor",
    close: "{l} komen ongeveer even vaak voor",
    many_close: "{k} antwoorden komen ongeveer even vaak voor",
    further: "Verder: {l}.",
    with_count: "{l} met {k}{p}",
    hidden_named: "Het aantal is verborgen bij: {l}.",
    hidden_many: "Van {k} antwoorden is het aantal verborgen.",
    hidden_cells: "{k} [vak van de tabel is|vakken van de tabel zijn] verborgen.",
    all_hidden: [
        "De aantallen zijn verborgen",
        "Alle aantallen zijn verborgen: ze zijn klein, of nodig om een klein aantal te verbergen.",
    ],
    referrals: "Er [kwam|kwamen] {n} [aanmelding|aanmeldingen] binnen{w}",
    in_year: " in {w}",
    weeks: "ongeveer {w} [week|weken]",
    half: "De helft van de afgesloten zaken duurde {w} of korter.",
    nine_in_ten: "Negen op de tien duurden {w} of korter.",
    still_open: "{k} [zaak loopt|zaken lopen] nog en [telt|tellen] hier niet mee.",
    open_hidden: "Zaken die nog lopen, tellen hier niet mee; hoeveel dat er zijn, is verborgen.",
    open_hidden_short: "nog open: verborgen",
    missing_hidden: "Hoe vaak het antwoord onbekend is, is verborgen. Aantallen en procenten zijn van alle {n} {x}.",
    missing_hidden_short: "onbekend: verborgen",
    rounded_to_five: "afgerond op vijftallen",
    rounded_to: "afgerond op veelvouden van {b}",
    small: "Klein aantal: kijk naar de aantallen, niet naar verhoudingen.",
    unknown: "Van {m} {x} is dit niet bekend.",
};
