//! Twente's own registration, a file a year: in 2024 144 cases as a team keeps them in a spreadsheet,
//! 104 of them also in the national monitor; in 2023 58. Own headings and spellings, year of
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

/// What a year of the registration adds up to.
struct Margins {
    year: u16,
    /// Referrals a month.
    months: [usize; 12],
    gemeente: &'static [(&'static str, u64)],
    /// Referrer and year of birth together, 0 for a year that was not filled in.
    referrers_by_year: &'static [(&'static str, &'static [(u16, usize)])],
    /// Cases in the monitor without a year of birth.
    in_monitor_without_year: usize,
    geslacht: &'static [(&'static str, u64)],
    verblijf: &'static [(&'static str, u64)],
    problematiek: &'static [(&'static str, u64)],
    onderwijs: &'static [(&'static str, u64)],
    /// What the team did, with the number of cases; one without any is mediated.
    actions: &'static [(&'static str, usize)],
    /// RET meetings of the cases that had any.
    meetings: &'static [u16],
    /// Cases that are still open at the end of 2024.
    open: usize,
}

/// 2024: the published margins. 73 referrals in the first half-year, 144 in all; the two largest referrers by year of
/// birth are as published, the others add up to what is left of each year; 61 children with parents, 43 elsewhere;
/// extended consultation in 92 cases; 14 meetings. Problems and schooling were not published: invented, as plausible.
const OF_2024: Margins = Margins {
    year: 2024,
    months: [13, 12, 14, 11, 10, 13, 8, 6, 14, 15, 16, 12],
    gemeente: &[
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
    ],
    referrers_by_year: &[
        ("jeugdbescherming", &[(2007, 7), (2008, 15), (2009, 10), (2010, 3), (2011, 6), (2012, 4), (0, 21)]),
        ("lokaal", &[(2007, 5), (2008, 12), (2009, 8), (2010, 6), (2011, 7), (2012, 4), (0, 20)]),
        ("zorgaanbieder", &[(2007, 1), (2008, 2), (2009, 2), (2010, 0), (2011, 0), (2012, 2), (0, 4)]),
        ("onderwijs", &[(2007, 0), (2008, 0), (2009, 1), (2010, 0), (2011, 0), (2012, 1), (0, 2)]),
        ("thuiszitterstafel", &[(2007, 0), (2008, 0), (2009, 0), (2010, 0), (2011, 0), (2012, 1), (0, 0)]),
    ],
    in_monitor_without_year: 7,
    geslacht: &[("jongen", 56), ("meisje", 48)],
    verblijf: &[
        ("ouders", 61),
        ("groep", 15),
        ("netwerk", 7),
        ("gezinshuis", 6),
        ("kamertraining", 5),
        ("crisis", 5),
        ("jeugdzorgplus", 3),
        ("anders", 2),
    ],
    problematiek: &[
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
    ],
    onderwijs: &[
        ("speciaal", 39),
        ("geen", 31),
        ("regulier", 19),
        ("dagbesteding", 7),
        ("ontheffing", 5),
        ("onbekend", 3),
    ],
    actions: &[
        ("consultatie", 92),
        ("procesregie", 34),
        ("bemiddeling", 16),
        ("verklarende_analyse", 12),
        ("ret_tafel", 10),
        ("samenwerkingstafel", 4),
        ("maatwerk", 3),
        ("anders", 3),
    ],
    meetings: &[3, 2, 2, 1, 1, 1, 1, 1, 1, 1],
    open: 30,
};

/// 2023: 58 referrals, as published; all else is invented, as plausible.
const OF_2023: Margins = Margins {
    year: 2023,
    months: [4, 5, 5, 4, 6, 5, 3, 3, 5, 6, 7, 5],
    gemeente: &[
        ("Enschede", 14),
        ("Hengelo", 9),
        ("Almelo", 8),
        ("Twenterand", 6),
        ("Hof van Twente", 3),
        ("Losser", 3),
        ("Oldenzaal", 3),
        ("Rijssen-Holten", 3),
        ("Borne", 2),
        ("Hellendoorn", 2),
        ("onbekend", 2),
        ("Haaksbergen", 1),
        ("Tubbergen", 1),
        ("Wierden", 1),
    ],
    referrers_by_year: &[
        ("jeugdbescherming", &[(2006, 4), (2007, 7), (2008, 5), (2009, 2), (2010, 2), (2011, 1), (0, 10)]),
        ("lokaal", &[(2006, 2), (2007, 5), (2008, 4), (2009, 1), (2010, 1), (2011, 1), (0, 6)]),
        ("zorgaanbieder", &[(2007, 1), (2008, 1), (2010, 1), (0, 2)]),
        ("onderwijs", &[(2008, 1), (0, 1)]),
    ],
    in_monitor_without_year: 3,
    geslacht: &[("jongen", 24), ("meisje", 18)],
    verblijf: &[
        ("ouders", 25),
        ("groep", 6),
        ("netwerk", 3),
        ("gezinshuis", 2),
        ("kamertraining", 2),
        ("crisis", 2),
        ("jeugdzorgplus", 1),
        ("anders", 1),
    ],
    problematiek: &[
        ("trauma", 14),
        ("ass", 12),
        ("gedrag", 10),
        ("psychiatrie", 6),
        ("hechting", 5),
        ("lvb", 5),
        ("eetstoornis", 2),
        ("suicidaliteit", 1),
        ("angst", 1),
        ("adhd", 1),
        ("onbekend", 1),
    ],
    onderwijs: &[
        ("speciaal", 15),
        ("geen", 12),
        ("regulier", 9),
        ("dagbesteding", 3),
        ("ontheffing", 2),
        ("onbekend", 1),
    ],
    actions: &[
        ("consultatie", 33),
        ("procesregie", 15),
        ("bemiddeling", 8),
        ("verklarende_analyse", 5),
        ("ret_tafel", 4),
        ("samenwerkingstafel", 2),
        ("maatwerk", 1),
        ("anders", 1),
    ],
    meetings: &[2, 1, 1, 1],
    open: 3,
};

/// The words of the second title row are what makes the file honest.
const INVENTED: &str = "VERZONNEN VOORBEELD: deze casussen zijn bedacht. Alleen de totalen zijn die van een gepubliceerd jaarverslag.";
const INVENTED_BUT_THE_NUMBER: &str = "VERZONNEN VOORBEELD: deze casussen zijn bedacht. Alleen het aantal aanmeldingen is dat van een gepubliceerd jaarverslag.";

/// The bytes of the file over 2024.
pub(super) fn file(seed: u64) -> Vec<u8> {
    written(seed, &OF_2024, INVENTED)
}

/// The bytes of the file over 2023, kept until the end of 2024.
pub(super) fn file_2023(seed: u64) -> Vec<u8> {
    written(seed, &OF_2023, INVENTED_BUT_THE_NUMBER)
}

/// Windows-1252, rows padded to the width of the table, title rows above.
fn written(seed: u64, margins: &Margins, honest: &str) -> Vec<u8> {
    let mut random = Random::new(seed);
    let cases = cases(&mut random, margins);
    let first = format!("Registratie aanmeldingen regionaal expertteam Twente – {}", margins.year);
    let title = [&first, honest, "Bijgewerkt t/m 31 december 2024; coördinatie: secretariaat", ""];
    let mut rows: Vec<_> = title.iter().map(|line| padded(&[line])).collect();
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

fn cases(random: &mut Random, margins: &Margins) -> Vec<Case> {
    let mut cases = referred(random, margins.year, margins.months);
    deal_referrers(random, &mut cases, margins);
    deal(random, &mut cases, "gemeente", margins.gemeente, |_| true, |_, _| 1);
    deal(random, &mut cases, "geslacht", margins.geslacht, Case::in_monitor, |_, _| 1);
    deal(random, &mut cases, "verblijf", margins.verblijf, Case::in_monitor, story::home_taste);
    deal(random, &mut cases, "problematiek", margins.problematiek, |_| true, story::problem_taste);
    deal(random, &mut cases, "onderwijs", margins.onderwijs, Case::in_monitor, story::school_taste);
    deal_actions(random, &mut cases, margins);
    choose(random, &mut cases, ("uitkomst", "loopt"), margins.open, story::stays_open);
    for case in &mut cases {
        finish(random, case);
    }
    cases
}

/// Referrer, year of birth and whether the case is in the monitor: every case
/// with a year is, and seven without.
fn deal_referrers(random: &mut Random, cases: &mut [Case], margins: &Margins) {
    let mut pairs: Vec<(&str, u16)> = Vec::new();
    for (referrer, years) in margins.referrers_by_year {
        for (year, count) in *years {
            pairs.extend(std::iter::repeat_n((*referrer, *year), *count));
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
    choose(random, cases, ("in_monitor", "ja"), margins.in_monitor_without_year, |_| 1);
    for case in cases.iter_mut().filter(|case| !case.in_monitor()) {
        case.add("in_monitor", "nee");
    }
}

/// What the team did; meetings go to the cases with a RET meeting, which mostly have process direction.
fn deal_actions(random: &mut Random, cases: &mut [Case], margins: &Margins) {
    let idle = |case: &Case| if case.answers("actie").is_empty() { 60 } else { 1 };
    for &(action, count) in margins.actions {
        match action {
            "procesregie" | "bemiddeling" | "verklarende_analyse" => {
                choose(random, cases, ("actie", action), count, idle);
            }
            "ret_tafel" => choose(random, cases, ("actie", action), count, |case| {
                1 + 3 * u64::from(case.has("actie", "procesregie"))
            }),
            _ => choose(random, cases, ("actie", action), count, |_| 1),
        }
    }
    let mut meetings: Vec<_> = cases.iter_mut().filter(|case| case.has("actie", "ret_tafel")).collect();
    random.shuffle(&mut meetings);
    for (case, number) in meetings.into_iter().zip(margins.meetings) {
        case.numbers.insert("aantal_overleggen", *number);
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
