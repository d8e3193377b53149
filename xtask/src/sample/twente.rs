//! Twente's own registration: 144 cases as a team keeps them in a spreadsheet,
//! 104 of them also in the national monitor. Own headings and spellings, year of
//! birth in place of age, title rows above and a total row below, Windows-1252.
//! The published margins of Twente stand here and nowhere else.

use super::{
    case::{Case, choose, deal, referred},
    cells,
    random::Random,
    spelling, story,
};

/// Headings with the field that each holds, in the order of the file.
const COLUMNS: [(&str, &str); 20] = [
    ("Nr.", "casus"),
    ("RET", "regio"),
    ("Aangemeld op", "aanmelddatum"),
    ("Woonplaats aangemelde jeugdige", "gemeente"),
    ("Sekse", "geslacht"),
    ("Geb.jaar", "geboortejaar"),
    ("Aangemeld door", "aanmelder"),
    ("Juridische maatregel", "maatregel"),
    ("Woont bij", "verblijf"),
    ("School", "onderwijs"),
    ("Grondslag", "problematiek"),
    ("Overige problematiek", "bijkomend"),
    ("Gezinsproblematiek", "ouderproblematiek"),
    ("Knelpunt hulpvraag", "reden"),
    ("Inzet RET", "actie"),
    ("RET-overleg", "aantal_overleggen"),
    ("Status", "uitkomst"),
    ("Afgesloten op", "afsluitdatum"),
    ("Opgenomen in monitor", "in_monitor"),
    ("Opmerkingen", "opmerkingen"),
];

/// Rows above the headings. The words of the second are what makes the file honest.
const TITLE: [&str; 4] = [
    "Registratie aanmeldingen regionaal expertteam Twente – 2024",
    "VERZONNEN VOORBEELD: deze casussen zijn bedacht. Alleen de totalen zijn die van een gepubliceerd jaarverslag.",
    "Bijgewerkt t/m 31 december 2024; coördinatie: secretariaat",
    "",
];

/// Referrals a month: 73 in the first half-year, 144 in all.
const MONTHS: [usize; 12] = [13, 12, 14, 11, 10, 13, 8, 6, 14, 15, 16, 12];
const GEMEENTE: [(&str, u64); 16] = [
    ("Enschede", 31),
    ("Hengelo", 25),
    ("Almelo", 18),
    ("Twenterand", 15),
    ("Hof van Twente", 7),
    ("Losser", 7),
    ("Oldenzaal", 7),
    ("Rijssen-Holten", 7),
    ("Borne", 5),
    ("Tubbergen", 5),
    ("onbekend", 5),
    ("Hellendoorn", 4),
    ("Wierden", 4),
    ("Haaksbergen", 2),
    ("Dinkelland", 1),
    ("Rotterdam", 1),
];
/// Referrer and year of birth together, 0 for a year that was not filled in.
/// The two largest referrers are as published; the others add up to what is
/// left of each year.
const REFERRERS_BY_YEAR: [(&str, [(u16, usize); 7]); 5] = [
    ("jeugdbescherming", [(2007, 7), (2008, 15), (2009, 10), (2010, 3), (2011, 6), (2012, 4), (0, 21)]),
    ("lokaal", [(2007, 5), (2008, 12), (2009, 8), (2010, 6), (2011, 7), (2012, 4), (0, 20)]),
    ("zorgaanbieder", [(2007, 1), (2008, 2), (2009, 2), (2010, 0), (2011, 0), (2012, 2), (0, 4)]),
    ("onderwijs", [(2007, 0), (2008, 0), (2009, 1), (2010, 0), (2011, 0), (2012, 1), (0, 2)]),
    ("thuiszitterstafel", [(2007, 0), (2008, 0), (2009, 0), (2010, 0), (2011, 0), (2012, 1), (0, 0)]),
];
/// Of the 104 cases in the monitor seven have no year of birth.
const IN_MONITOR_WITHOUT_YEAR: usize = 7;
const GESLACHT: [(&str, u64); 2] = [("jongen", 56), ("meisje", 48)];
/// 61 with parents, 43 elsewhere.
const VERBLIJF: [(&str, u64); 8] = [
    ("ouders", 61),
    ("groep", 15),
    ("netwerk", 7),
    ("gezinshuis", 6),
    ("kamertraining", 5),
    ("crisis", 5),
    ("jeugdzorgplus", 3),
    ("anders", 2),
];
/// Not published: invented, as plausible.
const PROBLEMATIEK: [(&str, u64); 12] = [
    ("trauma", 38),
    ("ass", 27),
    ("gedrag", 22),
    ("psychiatrie", 14),
    ("hechting", 13),
    ("lvb", 12),
    ("suicidaliteit", 4),
    ("eetstoornis", 4),
    ("angst", 3),
    ("adhd", 3),
    ("overig", 2),
    ("onbekend", 2),
];
/// Not published: invented, as plausible.
const ONDERWIJS: [(&str, u64); 6] = [
    ("speciaal", 39),
    ("geen", 31),
    ("regulier", 19),
    ("dagbesteding", 7),
    ("ontheffing", 5),
    ("onbekend", 3),
];
/// RET meetings of the ten cases that had any: 14.
const OVERLEGGEN: [u16; 10] = [3, 2, 2, 1, 1, 1, 1, 1, 1, 1];

/// The bytes of the file: Windows-1252, rows padded to the width of the table.
pub(super) fn file(seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let cases = cases(&mut random);
    let mut rows: Vec<_> = TITLE.iter().map(|line| padded(&[line])).collect();
    rows.push(COLUMNS.iter().map(|column| column.0.to_owned()).collect());
    for (case, number) in cases.iter().zip(1..) {
        rows.push(COLUMNS.iter().map(|(_, field)| cell(&mut random, case, number, field)).collect());
    }
    rows.push(padded(&["Totaal", "", &cases.len().to_string()]));
    cells::windows_1252(&cells::text(&rows))
}

fn padded(cells: &[&str]) -> Vec<String> {
    let blank = std::iter::repeat("");
    cells.iter().copied().chain(blank).take(COLUMNS.len()).map(str::to_owned).collect()
}

fn cases(random: &mut Random) -> Vec<Case> {
    let mut cases = referred(random, MONTHS);
    deal_referrers(random, &mut cases);
    deal(random, &mut cases, "gemeente", &GEMEENTE, |_| true, |_, _| 1);
    deal(random, &mut cases, "geslacht", &GESLACHT, Case::in_monitor, |_, _| 1);
    deal(random, &mut cases, "verblijf", &VERBLIJF, Case::in_monitor, story::home_taste);
    deal(random, &mut cases, "problematiek", &PROBLEMATIEK, |_| true, story::problem_taste);
    deal(random, &mut cases, "onderwijs", &ONDERWIJS, Case::in_monitor, story::school_taste);
    deal_actions(random, &mut cases);
    choose(random, &mut cases, ("uitkomst", "loopt"), 30, story::stays_open);
    for case in &mut cases {
        finish(random, case);
    }
    cases
}

/// Referrer, year of birth and whether the case is in the monitor: every case
/// with a year is, and seven without.
fn deal_referrers(random: &mut Random, cases: &mut [Case]) {
    let mut pairs: Vec<(&str, u16)> = Vec::new();
    for (referrer, years) in REFERRERS_BY_YEAR {
        for (year, count) in years {
            pairs.extend(std::iter::repeat_n((referrer, year), count));
        }
    }
    random.shuffle(&mut pairs);
    for (case, (referrer, year)) in cases.iter_mut().zip(pairs) {
        case.add("aanmelder", referrer);
        if year > 0 {
            case.numbers.insert("geboortejaar", year);
            case.add("in_monitor", "ja");
        }
    }
    choose(random, cases, ("in_monitor", "ja"), IN_MONITOR_WITHOUT_YEAR, |_| 1);
    for case in cases.iter_mut().filter(|case| !case.in_monitor()) {
        case.add("in_monitor", "nee");
    }
}

/// Extended consultation in 92 cases; the others had something else.
fn deal_actions(random: &mut Random, cases: &mut [Case]) {
    let idle = |case: &Case| if case.answers("actie").is_empty() { 60 } else { 1 };
    choose(random, cases, ("actie", "consultatie"), 92, |_| 1);
    choose(random, cases, ("actie", "procesregie"), 34, idle);
    choose(random, cases, ("actie", "bemiddeling"), 16, idle);
    choose(random, cases, ("actie", "verklarende_analyse"), 12, idle);
    choose(random, cases, ("actie", "ret_tafel"), 10, |case| {
        1 + 3 * u64::from(case.has("actie", "procesregie"))
    });
    choose(random, cases, ("actie", "samenwerkingstafel"), 4, |_| 1);
    choose(random, cases, ("actie", "maatwerk"), 3, |_| 1);
    choose(random, cases, ("actie", "anders"), 3, |_| 1);
    let mut meetings: Vec<_> = cases.iter_mut().filter(|case| case.has("actie", "ret_tafel")).collect();
    random.shuffle(&mut meetings);
    for (case, number) in meetings.into_iter().zip(OVERLEGGEN) {
        case.numbers.insert("aantal_overleggen", number);
    }
}

fn finish(random: &mut Random, case: &mut Case) {
    if !case.has("uitkomst", "loopt") {
        story::close(random, case);
        let outcome = story::outcome(random, case);
        case.add("uitkomst", outcome);
    }
    if case.answers("actie").is_empty() {
        case.add("actie", "bemiddeling");
    }
    story::add_reasons(random, case);
    let measure = story::measure(random, case);
    case.add("maatregel", measure);
    if case.in_monitor() {
        story::add_further_problems(random, case);
        story::add_family_problems(random, case);
    }
    if random.chance(7) {
        case.add("opmerkingen", "verzonnen casus");
    }
}

fn cell(random: &mut Random, case: &Case, number: u16, field: &str) -> String {
    match field {
        "casus" => return number.to_string(),
        "regio" => return "Twente".to_owned(),
        "aanmelddatum" => return spelling::loose_date(random, case.referred),
        _ => {}
    }
    if let Some(day) = case.days.get(field) {
        return spelling::loose_date(random, *day);
    }
    if let Some(number) = case.numbers.get(field) {
        return number.to_string();
    }
    let words: Vec<_> = case.answers(field).iter().map(|code| spelling::loose(random, field, code)).collect();
    if words.is_empty() {
        return spelling::not_filled_in(random, case, field).to_owned();
    }
    words.join(", ")
}
