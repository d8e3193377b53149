//! How codes are written down: the labels of the national monitor, and the loose
//! spellings of a team that types by hand. No chance of its own: it is handed in.

use super::{
    case::{Case, Day},
    cells,
    random::Random,
};

/// Labels of the national monitor where the label is not the code itself.
const LABELS: [(&str, &str, &str); 71] = [
    ("geslacht", "jongen", "Jongen"),
    ("geslacht", "meisje", "Meisje"),
    ("aanmelder", "jeugdbescherming", "Jeugdbescherming (GI)"),
    ("aanmelder", "lokaal", "Lokaal (wijk)team of toegang"),
    ("aanmelder", "ggz", "GGZ"),
    ("maatregel", "geen", "Niet van toepassing"),
    ("maatregel", "ots", "(Voorlopige) ondertoezichtstelling"),
    ("maatregel", "voogdij", "(Voorlopige) voogdij"),
    ("maatregel", "gesloten", "(Voorwaardelijke) machtiging gesloten jeugdhulp"),
    ("soort_aanmelding", "instroom", "Instroom verblijf"),
    ("soort_aanmelding", "doorstroom", "Doorstroom verblijf"),
    ("soort_aanmelding", "uitstroom", "Uitstroom verblijf"),
    ("reden", "passende_hulp", "Geen (tijdige) passende hulp"),
    ("reden", "samenwerking", "Vastgelopen samenwerking"),
    ("reden", "aanbod", "Ontbrekend aanbod"),
    ("reden", "expertise", "Expertise toevoegen"),
    ("reden", "verklarende_analyse", "Verklarende analyse"),
    ("reden", "perspectief", "Toekomstperspectief"),
    ("actie", "consultatie", "Consultatie en advies"),
    ("actie", "verklarende_analyse", "Verklarende analyse"),
    ("actie", "ret_tafel", "RET-overleg"),
    ("actie", "escalatie", "Escalatietafel"),
    ("actie", "team", "Inzet ambulant team"),
    ("actie", "maatwerk", "Maatwerkfinanciering"),
    ("ben_betrokken", "advies", "Advies en consultatie"),
    ("ben_betrokken", "organiseren", "Organiseren van hulp"),
    ("verblijf", "ouders", "Bij (een van de) ouders"),
    ("verblijf", "netwerk", "Pleeg- of netwerkgezin"),
    ("verblijf", "groep", "Leef- of behandelgroep"),
    ("verblijf", "jeugdzorgplus", "JeugdzorgPlus"),
    ("verblijf", "kamertraining", "Kamertraining of begeleid wonen"),
    ("verblijf", "crisis", "Crisisplaatsing"),
    ("onderwijs", "speciaal", "Speciaal onderwijs"),
    ("onderwijs", "geen", "Geen onderwijs"),
    ("onderwijs", "ontheffing", "Vrijstelling of ontheffing"),
    ("problematiek", "ass", "Autisme (ASS)"),
    ("problematiek", "lvb", "Licht verstandelijke beperking (LVB)"),
    ("problematiek", "psychiatrie", "Overige psychiatrische problematiek"),
    ("problematiek", "gedrag", "Gedragsproblematiek"),
    ("problematiek", "adhd", "ADHD"),
    ("problematiek", "persoonlijkheid", "Persoonlijkheid en identiteit"),
    ("problematiek", "suicidaliteit", "Suïcidaliteit"),
    ("problematiek", "automutilatie", "Zelfbeschadiging"),
    ("problematiek", "sgog", "Seksueel grensoverschrijdend gedrag"),
    ("problematiek", "justitie", "Aanraking met justitie"),
    ("problematiek", "middelen", "Middelengebruik of verslaving"),
    ("problematiek", "gender", "Genderproblematiek"),
    ("problematiek", "mensenhandel", "Slachtoffer van mensenhandel"),
    ("problematiek", "schoolverzuim", "Schooluitval"),
    ("problematiek", "somatiek", "Lichamelijke gezondheid"),
    ("problematiek", "ontwikkeling", "Achterstand in ontwikkeling"),
    ("problematiek", "migratie", "Oorlogs- of migratieverleden"),
    ("ouderproblematiek", "ouder_zelf", "Problematiek van de ouder(s) zelf"),
    ("ouderproblematiek", "ouder_kind", "Ouder-kindrelatie"),
    ("ouderproblematiek", "opvoedsituatie", "Instabiele opvoedsituatie"),
    ("ouderproblematiek", "scheiding", "(Complexe) scheiding"),
    ("ouderproblematiek", "huiselijk_geweld", "Huiselijk geweld"),
    ("ouderproblematiek", "mishandeling", "Mishandeling of verwaarlozing"),
    ("ouderproblematiek", "financieel", "Financiële problemen"),
    ("ouderproblematiek", "lvb", "Verstandelijke beperking"),
    ("ouderproblematiek", "rouw", "Verlies en rouw"),
    ("ouderproblematiek", "intergenerationeel", "Intergenerationeel trauma"),
    ("omgeving", "voorzieningen", "Slechte toegang tot voorzieningen"),
    ("omgeving", "wijk", "Wonen in een kwetsbare wijk"),
    ("omgeving", "netwerk", "Beperkt sociaal netwerk"),
    ("advies_opvolging", "niet", "Niet uitgevoerd"),
    ("advies_opvolging", "loopt", "Nog in uitvoering"),
    ("belemmering", "expertise", "Expertise ontbreekt"),
    ("belemmering", "aanbod", "Aanbod ontbreekt"),
    ("belemmering", "weigering", "Aanbieder weigert"),
    ("belemmering", "wetten", "Schotten tussen wetten"),
];

/// Labels of outcomes: apart, since a loose file uses the codes.
const OUTCOMES: [(&str, &str); 3] = [
    ("opgelost", "Passende oplossing"),
    ("overgedragen", "Overgedragen aan het reguliere veld"),
    ("teruggelegd", "Teruggelegd bij het RET"),
];

/// How Twente writes it: the first spelling mostly, the others now and then.
const LOOSE: [(&str, &str, &[&str]); 35] = [
    ("geslacht", "jongen", &["m", "m", "M"]),
    ("geslacht", "meisje", &["v", "v", "V"]),
    ("aanmelder", "jeugdbescherming", &["GI", "GI", "gi", "Jeugdbescherming"]),
    ("aanmelder", "lokaal", &["wijkteam", "wijkteam", "Wijkteam", "toegang"]),
    ("aanmelder", "onderwijs", &["school", "onderwijs"]),
    ("maatregel", "geen", &["nvt", "geen", "n.v.t."]),
    ("maatregel", "ots", &["OTS", "ots"]),
    ("maatregel", "gesloten", &["gesloten machtiging"]),
    ("maatregel", "onbekend", &["onb.", "onbekend"]),
    ("gemeente", "onbekend", &["onbekend", "onb."]),
    ("verblijf", "ouders", &["ouders", "thuis", "bij ouders"]),
    ("verblijf", "netwerk", &["pleeggezin", "netwerkgezin"]),
    ("verblijf", "groep", &["woongroep", "behandelgroep"]),
    ("onderwijs", "speciaal", &["speciaal onderwijs", "speciaal", "VSO"]),
    ("onderwijs", "geen", &["geen", "thuiszitter"]),
    ("onderwijs", "regulier", &["regulier", "Regulier onderwijs"]),
    ("onderwijs", "ontheffing", &["vrijstelling"]),
    ("onderwijs", "onbekend", &["onb.", "onbekend"]),
    ("problematiek", "trauma", &["trauma", "Trauma", "PTSS"]),
    ("problematiek", "ass", &["autisme", "ASS"]),
    ("problematiek", "lvb", &["LVB", "laag IQ"]),
    ("problematiek", "gedrag", &["gedragsproblemen", "gedrag"]),
    ("problematiek", "suicidaliteit", &["suïcidaliteit", "suicidaliteit", "suïcide"]),
    ("problematiek", "automutilatie", &["zelfbeschadiging", "automutilatie"]),
    ("problematiek", "stemming", &["depressie", "stemming"]),
    ("problematiek", "middelen", &["drugs", "drugsgebruik", "blowen"]),
    ("problematiek", "schoolverzuim", &["thuiszitter", "schooluitval"]),
    ("problematiek", "onbekend", &["onb."]),
    ("actie", "consultatie", &["consultatie", "Consultatie"]),
    ("uitkomst", "onbekend", &["onbekend", "?"]),
    ("uitkomst", "opgelost", &["opgelost", "Opgelost"]),
    ("uitkomst", "overgedragen", &["overgedragen"]),
    ("uitkomst", "teruggelegd", &["teruggelegd"]),
    ("maatregel", "voogdij", &["voogdij"]),
    ("actie", "ret_tafel", &["RET-overleg"]),
];

/// The national monitor's label.
pub(super) fn label(field: &str, code: &str) -> String {
    let field = if field == "bijkomend" { "problematiek" } else { field };
    let outcome = OUTCOMES.iter().find(|label| field == "uitkomst" && label.0 == code).map(|label| label.1);
    let label = LABELS.iter().find(|label| (label.0, label.1) == (field, code)).map(|label| label.2);
    outcome.or(label).map_or_else(|| plain(field, code), str::to_owned)
}

/// The code as a word: capital first, but a place as it is.
fn plain(field: &str, code: &str) -> String {
    let mut letters = code.chars();
    match letters.next().filter(|_| field != "gemeente") {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => code.to_owned(),
    }
}

/// What a team types.
pub(super) fn loose(random: &mut Random, field: &str, code: &str) -> String {
    let key = if field == "bijkomend" { "problematiek" } else { field };
    let spellings =
        LOOSE.iter().find(|loose| (loose.0, loose.1) == (key, code)).map_or(&[][..], |loose| loose.2);
    // The first is as likely as there are spellings, the last has one chance.
    let place = random.weighed((1..=spellings.len() as u64).rev());
    let written = place.and_then(|place| spellings.get(place));
    let word = match written {
        Some(word) => (*word).to_owned(),
        None if field == "gemeente" => code.to_owned(),
        None => label(field, code).to_lowercase(),
    };
    // A space typed after the word: seen in every hand-kept file.
    if random.chance(3) { format!("{word} ") } else { word }
}

/// What stands in a cell without an answer; in a case outside the monitor nothing was asked.
pub(super) fn not_filled_in(random: &mut Random, case: &Case, field: &str) -> &'static str {
    match field {
        "afsluitdatum" | "aantal_overleggen" | "opmerkingen" => "",
        "geboortejaar" if case.in_monitor() => random.pick(&[("onb.", 2), ("onbekend", 1)]),
        "geslacht" | "geboortejaar" | "verblijf" | "onderwijs" if !case.in_monitor() => {
            random.pick(&[("", 8), ("onb.", 2), ("nvt", 1), ("-", 1)])
        }
        _ => "",
    }
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// `1-3-2024` mostly, and the other ways in which people type a date.
pub(super) fn loose_date(random: &mut Random, date: Day) -> String {
    let (year, month, day) = date.parts();
    match random.below(20) {
        0 => format!("{day}-{month}-{}", year % 100),
        1 => format!("{day:02}/{month:02}/{year}"),
        2 => format!("{day} {} {year}", MONTHS.get(month - 1).copied().unwrap_or("")),
        3 => cells::date(date),
        _ => format!("{day}-{month}-{year}"),
    }
}
