//! IJsselland's export of the national monitor: 46 cases, of which 37 are in
//! the monitor; the other nine have only what the RET itself registers. The
//! published margins of IJsselland stand here and nowhere else.

use super::{
    case::{Case, choose, deal, referred},
    cells,
    random::Random,
    spelling, story,
};

/// Headings with the field that each holds, in the order of the file.
const COLUMNS: [(&str, &str); 32] = [
    ("casus_id", "casus"),
    ("BEN", "landsdeel"),
    ("ret_regio", "regio"),
    ("gemeente", "gemeente"),
    ("aanmelddatum", "aanmelddatum"),
    ("besluitdatum", "besluitdatum"),
    ("datum_vaste_contactpersoon", "contactdatum"),
    ("startdatum", "startdatum"),
    ("afsluitdatum", "afsluitdatum"),
    ("geslacht", "geslacht"),
    ("leeftijd", "leeftijd"),
    ("aanmelder", "aanmelder"),
    ("maatregel", "maatregel"),
    ("soort_aanmelding", "soort_aanmelding"),
    ("reden_aanmelding", "reden"),
    ("actie_RET", "actie"),
    ("aantal_RET-overleggen", "aantal_overleggen"),
    ("aantal_MDO", "aantal_mdo"),
    ("betrokkenheid_BEN", "ben_betrokken"),
    ("verblijf", "verblijf"),
    ("onderwijs", "onderwijs"),
    ("problematiek", "problematiek"),
    ("bijkomende_problematiek", "bijkomend"),
    ("problematiek_ouders", "ouderproblematiek"),
    ("leefomgeving", "omgeving"),
    ("opvolging_advies", "advies_opvolging"),
    ("belemmering", "belemmering"),
    ("uitkomst", "uitkomst"),
    ("vaste_contactpersoon", "contactpersoon"),
    ("duurzame_oplossing", "duurzaam"),
    ("opgenomen_in_monitor", "in_monitor"),
    ("via_VWS", "via_vws"),
];

/// Referrals a month: 20 in the first half-year, 46 in all.
const MONTHS: [usize; 12] = [4, 3, 4, 3, 3, 3, 3, 2, 5, 6, 6, 4];
const GEMEENTE: [(&str, u64); 12] = [
    ("Zwolle", 15),
    ("Deventer", 9),
    ("Kampen", 4),
    ("Hardenberg", 4),
    ("Raalte", 3),
    ("Steenwijkerland", 3),
    ("Dalfsen", 2),
    ("Ommen", 2),
    ("Zwartewaterland", 1),
    ("Olst-Wijhe", 1),
    ("Staphorst", 1),
    ("onbekend", 1),
];
const PROBLEMATIEK: [(&str, u64); 4] = [("trauma", 22), ("ass", 11), ("lvb", 7), ("psychiatrie", 6)];
const GESLACHT: [(&str, u64); 2] = [("jongen", 19), ("meisje", 18)];
/// Ages with how many cases: 4 of 9–12, 23 of 13–16, 10 of 17 and over.
const LEEFTIJD: [(u16, usize); 9] =
    [(10, 1), (11, 1), (12, 2), (13, 3), (14, 5), (15, 7), (16, 8), (17, 9), (18, 1)];
const AANMELDER: [(&str, u64); 6] = [
    ("jeugdbescherming", 23),
    ("lokaal", 6),
    ("ouders", 5),
    ("zorgaanbieder", 1),
    ("ggz", 1),
    ("onderwijs", 1),
];
/// 10 with parents, 27 elsewhere.
const VERBLIJF: [(&str, u64); 8] = [
    ("ouders", 10),
    ("groep", 10),
    ("gezinshuis", 4),
    ("jeugdzorgplus", 4),
    ("netwerk", 3),
    ("crisis", 3),
    ("kamertraining", 2),
    ("anders", 1),
];
const ONDERWIJS: [(&str, u64); 4] = [("speciaal", 17), ("geen", 15), ("ontheffing", 4), ("regulier", 1)];
/// The BEN was involved in 13 of 37.
const BEN: [(&str, u64); 5] =
    [("geen", 24), ("advies", 8), ("organiseren", 3), ("financiering", 1), ("anders", 1)];
/// Multidisciplinary meetings of the seven cases that had any: 73.
const MDO: [u16; 7] = [22, 15, 12, 9, 7, 5, 3];
/// What became of the advice of the 25 RET meetings: 17 were followed up.
const OPVOLGING: [(&str, u64); 5] =
    [("uitgevoerd", 9), ("deels", 5), ("loopt", 3), ("niet", 5), ("onbekend", 3)];

/// The bytes of the file: UTF-8 with a byte order mark.
pub(super) fn file(seed: u64) -> Vec<u8> {
    let mut rows = vec![COLUMNS.iter().map(|column| column.0.to_owned()).collect()];
    for (case, number) in cases(&mut Random::new(seed)).iter().zip(1..) {
        rows.push(COLUMNS.iter().map(|(_, field)| cell(case, number, field)).collect());
    }
    format!("\u{feff}{}", cells::text(&rows)).into_bytes()
}

fn cases(random: &mut Random) -> Vec<Case> {
    let mut cases = referred(random, 2024, MONTHS);
    deal(random, &mut cases, "in_monitor", &[("ja", 37), ("nee", 9)], |_| true, |_, _| 1);
    deal(random, &mut cases, "gemeente", &GEMEENTE, |_| true, |_, _| 1);
    deal_monitor_fields(random, &mut cases);
    deal(random, &mut cases, "problematiek", &PROBLEMATIEK, |_| true, story::problem_taste);
    deal(random, &mut cases, "onderwijs", &ONDERWIJS, Case::in_monitor, story::school_taste);
    deal_actions(random, &mut cases);
    choose(random, &mut cases, ("uitkomst", "loopt"), 6, |case| {
        if in_first_half(case) { 0 } else { story::stays_open(case) }
    });
    for case in &mut cases {
        finish(random, case);
    }
    cases
}

fn in_first_half(case: &Case) -> bool {
    case.referred.parts().1 <= 6
}

/// What only the monitor asks, of the 37 cases in it.
fn deal_monitor_fields(random: &mut Random, cases: &mut [Case]) {
    let mut ages: Vec<_> =
        LEEFTIJD.iter().flat_map(|(age, count)| std::iter::repeat_n(*age, *count)).collect();
    random.shuffle(&mut ages);
    for (case, age) in cases.iter_mut().filter(|case| case.in_monitor()).zip(ages) {
        case.numbers.insert("leeftijd", age);
    }
    deal(random, cases, "geslacht", &GESLACHT, Case::in_monitor, |_, _| 1);
    deal(random, cases, "aanmelder", &AANMELDER, Case::in_monitor, |_, _| 1);
    deal(random, cases, "verblijf", &VERBLIJF, Case::in_monitor, story::home_taste);
    deal(random, cases, "ben_betrokken", &BEN, Case::in_monitor, |_, _| 1);
}

/// What the RET did. Of the 20 cases of the first half-year 17 had process
/// direction: 5 of those were solved by the end of the year, 12 still ran.
fn deal_actions(random: &mut Random, cases: &mut [Case]) {
    let early = |case: &Case| u64::from(in_first_half(case));
    let late = |case: &Case| u64::from(!in_first_half(case));
    let directed = |case: &Case| case.has("actie", "procesregie");
    choose(random, cases, ("actie", "procesregie"), 17, early);
    choose(random, cases, ("uitkomst", "opgelost"), 5, |case| u64::from(directed(case)));
    choose(random, cases, ("uitkomst", "loopt"), 12, |case| {
        u64::from(directed(case) && case.one("uitkomst").is_empty())
    });
    choose(random, cases, ("actie", "procesregie"), 8, late);
    choose(random, cases, ("actie", "consultatie"), 15, |case| if directed(case) { 1 } else { 12 });
    choose(
        random,
        cases,
        ("actie", "ret_tafel"),
        25,
        |case| if case.answers("actie").is_empty() { 40 } else { 2 },
    );
    choose(random, cases, ("actie", "samenwerkingstafel"), 10, |case| if directed(case) { 4 } else { 1 });
    choose(random, cases, ("actie", "escalatie"), 1, |case| u64::from(directed(case)));
    choose(random, cases, ("actie", "verklarende_analyse"), 6, |_| 1);
    choose(random, cases, ("actie", "bemiddeling"), 5, |_| 1);
    choose(random, cases, ("actie", "maatwerk"), 3, directed_weight);
    choose(random, cases, ("actie", "team"), 3, |_| 1);
    choose(random, cases, ("actie", "anders"), 2, |_| 1);
    deal_meetings(random, cases);
}

fn directed_weight(case: &Case) -> u64 {
    u64::from(case.has("actie", "procesregie"))
}

/// One RET meeting for each case that had one, and the multidisciplinary meetings.
fn deal_meetings(random: &mut Random, cases: &mut [Case]) {
    let had_meeting = |case: &Case| case.has("actie", "ret_tafel");
    deal(random, cases, "advies_opvolging", &OPVOLGING, had_meeting, |case, code| {
        let runs = case.has("uitkomst", "loopt");
        if (code == "loopt") == runs { 3 } else { 1 }
    });
    for case in cases.iter_mut().filter(|case| had_meeting(case)) {
        case.numbers.insert("aantal_overleggen", 1);
    }
    let mut directed: Vec<_> = cases.iter_mut().filter(|case| directed_weight(case) > 0).collect();
    random.shuffle(&mut directed);
    for (case, meetings) in directed.into_iter().zip(MDO) {
        case.numbers.insert("aantal_mdo", meetings);
    }
}

/// Dates, outcome and, for a case in the monitor, the further answers.
fn finish(random: &mut Random, case: &mut Case) {
    if !case.has("uitkomst", "loopt") {
        story::close(random, case);
        if case.one("uitkomst").is_empty() {
            let outcome = story::outcome(random, case);
            case.add("uitkomst", outcome);
        }
    }
    if case.answers("actie").is_empty() {
        case.add("actie", "bemiddeling");
    }
    story::add_reasons(random, case);
    story::add_obstacles(random, case);
    add_dates(random, case);
    if !case.in_monitor() {
        return;
    }
    let (measure, movement) = (story::measure(random, case), story::movement(random, case));
    case.add("maatregel", measure);
    case.add("soort_aanmelding", movement);
    story::add_further_problems(random, case);
    story::add_family_problems(random, case);
    case.add("via_vws", if random.chance(4) { "ja" } else { "nee" });
    if !case.is_open() {
        let lasting = case.has("uitkomst", "opgelost") && random.chance(75);
        case.add("duurzaam", if lasting { "ja" } else { "nee" });
    }
}

/// Decision, contact person and start: workdays after referral, not after closing.
fn add_dates(random: &mut Random, case: &mut Case) {
    let end = case.days.get("afsluitdatum").copied();
    let mut add = |field, percent, from: u16, to: u16| {
        let days = from + u16::try_from(random.below(u64::from(to - from))).unwrap_or(0);
        let day = case.referred.workday_after(days).filter(|day| end.is_none_or(|end| *day <= end));
        if let Some(day) = day.filter(|_| random.chance(percent)) {
            case.days.insert(field, day);
        }
    };
    add("besluitdatum", 92, 1, 10);
    add("contactdatum", 70, 1, 21);
    add("startdatum", 60, 12, 60);
    let named = case.days.contains_key("contactdatum");
    case.add("contactpersoon", if named { "ja" } else { "nee" });
}

fn cell(case: &Case, number: u16, field: &str) -> String {
    match field {
        "casus" => return format!("verzonnen-{number:03}"),
        "regio" => return "IJsselland".to_owned(),
        "landsdeel" => return "Overijssel".to_owned(),
        "aanmelddatum" => return cells::date(case.referred),
        _ => {}
    }
    if let Some(day) = case.days.get(field) {
        return cells::date(*day);
    }
    if let Some(number) = case.numbers.get(field) {
        return number.to_string();
    }
    let labels: Vec<_> = case.answers(field).iter().map(|code| spelling::label(field, code)).collect();
    labels.join(", ")
}
