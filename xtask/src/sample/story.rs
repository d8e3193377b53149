//! What makes an invented case plausible: which problems come together, where a
//! child lives, how long a case takes. Tastes only: margins are a region's own.

use super::{
    case::{Case, LAST_DAY},
    random::Random,
};

type Weights = [(&'static str, u64)];

/// How likely a problem is in front, against others, at this age and gender.
pub(super) fn problem_taste(case: &Case, code: &str) -> u64 {
    let (girl, age) = (case.has("geslacht", "meisje"), case.age());
    match code {
        "trauma" if girl => 14,
        "suicidaliteit" | "eetstoornis" if girl && age >= 14 => 40,
        "suicidaliteit" | "eetstoornis" => 1,
        "gedrag" | "adhd" if !girl => 18,
        "ass" if !girl => 14,
        "hechting" if age <= 13 => 16,
        _ => 10,
    }
}

/// How likely this place to live is, at this age, measure and referrer.
pub(super) fn home_taste(case: &Case, code: &str) -> u64 {
    let (age, guardian) = (case.age(), case.has("aanmelder", "jeugdbescherming"));
    match code {
        "ouders" if guardian => 5,
        "ouders" => 25,
        "kamertraining" if age >= 17 => 30,
        "kamertraining" if age <= 15 => 0,
        "netwerk" | "gezinshuis" if age >= 16 => 5,
        "jeugdzorgplus" if age <= 12 => 0,
        "jeugdzorgplus" if guardian => 20,
        _ => 10,
    }
}

/// How likely this schooling is.
pub(super) fn school_taste(case: &Case, code: &str) -> u64 {
    let stuck = matches!(case.one("verblijf"), "jeugdzorgplus" | "crisis" | "groep");
    match code {
        "geen" if stuck || case.age() >= 16 => 20,
        "speciaal" if matches!(case.one("problematiek"), "lvb" | "ass") => 20,
        "speciaal" if stuck => 6,
        "dagbesteding" if case.has("problematiek", "lvb") => 30,
        _ => 10,
    }
}

/// The legal measure that goes with who referred and where the child lives.
pub(super) fn measure(random: &mut Random, case: &Case) -> &'static str {
    if case.has("verblijf", "jeugdzorgplus") {
        return random.pick(&[("gesloten", 8), ("ots", 2)]);
    }
    let young = case.age() < 15;
    if case.has("aanmelder", "jeugdbescherming") {
        return random.pick(&[
            ("ots", 70),
            ("voogdij", 20),
            ("jeugdreclassering", if young { 0 } else { 8 }),
        ]);
    }
    random.pick(&[("geen", 84), ("ots", 8), ("voogdij", 2), ("onbekend", 6)])
}

/// The movement asked for, from where the child lives now.
pub(super) fn movement(random: &mut Random, case: &Case) -> &'static str {
    match case.one("verblijf") {
        "ouders" => random.pick(&[("ambulant", 60), ("instroom", 36), ("anders", 4)]),
        "jeugdzorgplus" | "crisis" => random.pick(&[("doorstroom", 70), ("uitstroom", 28), ("anders", 2)]),
        _ => random.pick(&[("doorstroom", 60), ("uitstroom", 25), ("ambulant", 12), ("anders", 3)]),
    }
}

/// Up to four further problems that go with the one in front, the age and the gender.
pub(super) fn add_further_problems(random: &mut Random, case: &mut Case) {
    let (girl, age) = (case.has("geslacht", "meisje"), case.age());
    let teen = |weight: u64| if age >= 14 { weight } else { 0 };
    let mut weights = vec![
        ("trauma", 12),
        ("hechting", if age <= 13 { 14 } else { 9 }),
        ("gedrag", if girl { 7 } else { 14 }),
        ("agressie", if girl { 4 } else { 10 }),
        ("adhd", if girl { 4 } else { 9 }),
        ("ass", 7),
        ("lvb", 6),
        ("angst", 6),
        ("stemming", teen(if girl { 10 } else { 5 })),
        ("suicidaliteit", teen(if girl { 11 } else { 3 })),
        ("automutilatie", teen(if girl { 10 } else { 2 })),
        ("eetstoornis", teen(if girl { 5 } else { 0 })),
        ("middelen", teen(if girl { 4 } else { 8 })),
        ("justitie", teen(if girl { 1 } else { 6 })),
        ("weglopen", teen(6)),
        ("persoonlijkheid", teen(4)),
        ("schoolverzuim", if case.has("onderwijs", "geen") { 16 } else { 4 }),
        ("sgog", 3),
        ("mensenhandel", teen(if girl { 3 } else { 0 })),
        ("ontwikkeling", if age <= 13 { 5 } else { 1 }),
        ("migratie", 2),
        ("somatiek", 2),
        ("gender", teen(1)),
        ("overig", 1),
    ];
    for (code, weight) in &mut weights {
        *weight *= if goes_with(case.one("problematiek"), code) { 3 } else { 1 };
    }
    weights.retain(|(code, _)| !case.has("problematiek", code));
    let wanted = random.weighed([8, 24, 34, 24, 10].into_iter()).unwrap_or(0);
    add(random, case, "bijkomend", &weights, wanted);
}

/// Problems that are known to come together.
fn goes_with(front: &str, further: &str) -> bool {
    let together: &[&str] = match front {
        "trauma" => &["hechting", "suicidaliteit", "automutilatie", "stemming", "weglopen"],
        "ass" => &["adhd", "angst", "schoolverzuim", "trauma"],
        "lvb" => &["trauma", "gedrag", "middelen", "ass"],
        "hechting" => &["trauma", "gedrag", "agressie"],
        "gedrag" => &["adhd", "agressie", "middelen", "justitie"],
        "psychiatrie" | "eetstoornis" | "suicidaliteit" => &["stemming", "angst", "automutilatie"],
        _ => &[],
    };
    together.contains(&further)
}

/// Up to three problems of parents and family, and sometimes of the surroundings.
pub(super) fn add_family_problems(random: &mut Random, case: &mut Case) {
    let weights = [
        ("overbelasting", 22),
        ("ouder_zelf", 14),
        ("ouder_kind", 13),
        ("opvoedsituatie", 12),
        ("scheiding", 12),
        ("huiselijk_geweld", 8),
        ("mishandeling", 7),
        ("psychiatrie", 7),
        ("financieel", 6),
        ("verslaving", 5),
        ("lvb", 5),
        ("intergenerationeel", 4),
        ("rouw", 3),
        ("anders", 2),
    ];
    let wanted = random.weighed([14, 34, 32, 20].into_iter()).unwrap_or(0);
    add(random, case, "ouderproblematiek", &weights, wanted);
    if random.chance(40) {
        let weights = [("netwerk", 60), ("voorzieningen", 22), ("wijk", 18)];
        add(random, case, "omgeving", &weights, 1);
    }
}

/// One to three reasons why the case came.
pub(super) fn add_reasons(random: &mut Random, case: &mut Case) {
    let weights = [
        ("passende_hulp", 34),
        ("aanbod", 20),
        ("samenwerking", 14),
        ("visieverschil", 11),
        ("expertise", 10),
        ("procesregie", 8),
        ("perspectief", 7),
        ("verklarende_analyse", 6),
        ("anders", 2),
    ];
    let wanted = random.weighed([0, 45, 38, 17].into_iter()).unwrap_or(1);
    add(random, case, "reden", &weights, wanted);
}

/// What stood in the way of advice that was not wholly carried out.
pub(super) fn add_obstacles(random: &mut Random, case: &mut Case) {
    if !matches!(case.one("advies_opvolging"), "deels" | "niet") {
        return;
    }
    let weights = [
        ("wachtlijst", 28),
        ("aanbod", 24),
        ("weigering", 14),
        ("financiering", 12),
        ("expertise", 8),
        ("samenwerking", 8),
        ("veiligheid", 5),
        ("wetten", 4),
        ("anders", 2),
    ];
    let wanted = random.weighed([0, 60, 40].into_iter()).unwrap_or(1);
    add(random, case, "belemmering", &weights, wanted);
}

fn add(random: &mut Random, case: &mut Case, field: &'static str, weights: &Weights, wanted: usize) {
    for _ in 0..wanted {
        let code = random.pick(weights);
        case.add(field, code);
    }
}

/// Lead times in days at each tenth of the closed cases: most are short, a few are long.
const LEAD_TIMES: [u64; 11] = [4, 14, 26, 38, 52, 67, 84, 108, 141, 193, 290];

/// A closing day until the end of 2024; a case for which none is drawn stays open. Process
/// direction is for the stubborn cases, so it mostly takes longer.
pub(super) fn close(random: &mut Random, case: &mut Case) {
    let room = u64::from(LAST_DAY - case.referred.0);
    for _ in 0..60 {
        let tenth = usize::try_from(random.below(10)).unwrap_or(0);
        let Some(&[from, to]) = LEAD_TIMES.get(tenth..tenth + 2) else { continue };
        let days = from + random.below(to - from);
        let too_short = case.has("actie", "procesregie") && days < 108 && random.chance(80);
        if days > room || too_short {
            continue;
        }
        let closed = u16::try_from(days).ok().and_then(|days| case.referred.workday_after(days));
        if let Some(day) = closed {
            case.days.insert("afsluitdatum", day);
            return;
        }
    }
}

/// The state of a case that is not settled yet.
pub(super) fn outcome(random: &mut Random, case: &Case) -> &'static str {
    if case.is_open() {
        return "loopt";
    }
    random.pick(&[
        ("opgelost", 48),
        ("overgedragen", 32),
        ("teruggelegd", 11),
        ("opgeschaald", 5),
        ("onbekend", 4),
    ])
}

/// Weight for staying open at the end of the year: late cases mostly, and the stubborn few.
pub(super) fn stays_open(case: &Case) -> u64 {
    match case.referred.parts().1 {
        12 => 40,
        11 => 16,
        10 => 7,
        7..=9 => 3,
        _ => 1,
    }
}
