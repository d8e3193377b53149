//! Columns without direct identifiers, many of which look like some.

use ben_monitor::catalog::{FIELDS, Lang};

use super::{
    identifying::day,
    random::Random,
    words::{VAGUE, fill, mistype, municipalities, organisations, regions, towns, words},
};
use crate::Column;

type Make = fn(&mut Random) -> Box<dyn FnMut(&mut Random) -> String>;

struct Sort {
    of: &'static str,
    good: &'static [&'static str],
    /// Headings that tempt.
    misleading: &'static [&'static str],
    make: Make,
}

const SORTS: &[Sort] = &[
    Sort {
        of: "municipality",
        good: &["Gemeente", "woonplaats", "Gemeente jeugdige", "verblijfplaats"],
        misleading: &[
            "naam gemeente",
            "plaats kind",
            "woonplaats moeder",
            "geboorteplaats",
            "contact gemeente",
            "verblijf jeugdige",
        ],
        make: municipality,
    },
    Sort {
        of: "town",
        good: &["Woonplaats", "plaats", "kern"],
        misleading: &["plaats school", "woonplaats vader", "geboorteplaats", "Locatie jeugdige"],
        make: town,
    },
    Sort {
        of: "region",
        good: &["Regio", "RET", "jeugdregio"],
        misleading: &["naam regio", "regio cliënt"],
        make: region,
    },
    Sort {
        of: "organisation",
        good: &["aanbieder", "organisatie", "GI", "zorgaanbieder", "Verwijzende instelling"],
        misleading: &[
            "gezinsvoogd",
            "aanmelder",
            "verwijzer",
            "naam aanbieder",
            "behandelaar",
            "contactpersoon",
            "Naam GI",
        ],
        make: organisation,
    },
    Sort {
        of: "answers of the catalog",
        good: &["problematiek", "Status", "reden", "Maatregel", "knelpunten"],
        misleading: &[
            "omschrijving problematiek",
            "beschrijving",
            "toelichting status",
            "problematiek moeder",
            "naam maatregel",
            "aanmelder",
        ],
        make: answer,
    },
    Sort {
        of: "several answers",
        good: &["bijkomende problematiek", "acties", "belemmeringen"],
        misleading: &["problematiek ouders", "inzet jeugdige", "Omschrijving hulp"],
        make: answers,
    },
    Sort {
        of: "words",
        good: &["Categorie", "fase", "nationaliteit", "soort", "Niveau"],
        misleading: &["taal moeder", "burgerlijke staat ouders", "herkomst kind", "Situatie jeugdige"],
        make: word,
    },
    Sort {
        of: "yes or no",
        good: &["vaste contactpersoon", "duurzaam", "in monitor"],
        misleading: &[
            "contactpersoon",
            "BSN bekend",
            "e-mail ontvangen",
            "adres geheim",
            "naam bekend",
            "moeder betrokken",
            "tel. contact",
            "toelichting aanwezig",
            "postcode bekend",
            "geboren in Nederland",
            "IBAN ontvangen",
        ],
        make: yes_or_no,
    },
    Sort {
        of: "case number",
        good: &["casusnummer", "casus_id", "dossiernr", "nr", "volgnummer", "Zaaknummer"],
        misleading: &["nummer cliënt", "id jeugdige", "kindnummer", "code gezin"],
        make: case_number,
    },
    Sort {
        of: "number",
        good: &["leeftijd", "aantal MDO", "uren", "geboortejaar", "jaar", "kosten"],
        misleading: &[
            "aantal telefoontjes",
            "aantal mails",
            "aantal adressen",
            "geb.jaar",
            "lft moeder",
            "aantal namen",
        ],
        make: number,
    },
    Sort {
        of: "date of a case",
        good: &["aanmelddatum", "datum", "startdatum", "afgesloten op", "Besluit kernteam"],
        misleading: &[
            "datum telefonisch contact",
            "mail verstuurd op",
            "gesprek moeder",
            "Datum toelichting",
        ],
        make: date,
    },
    Sort {
        of: "four digits of a postcode",
        good: &["postcode", "PC4", "Postcode (4 cijfers)"],
        misleading: &["adres pc4", "pc"],
        make: pc4,
    },
    Sort {
        of: "code",
        good: &["productcode", "code", "AGB", "KvK", "beschikking", "groep", "periode"],
        misleading: &["team jeugdige", "groep kind", "klas leerling", "duur plaatsing"],
        make: code,
    },
];

pub(crate) fn column(random: &mut Random, number: usize) -> Column {
    let sort = &SORTS[number % SORTS.len()];
    let (heading_is, headings) = match random.within(0, 10) {
        0..5 => ("good heading", sort.good),
        5..8 => ("vague heading", VAGUE),
        _ => ("misleading heading", sort.misleading),
    };
    let heading = random.pick(headings).to_owned();
    let mut cell = (sort.make)(random);
    let typing = random.pick(&["0", "0", "1", "5"]).parse().expect("is a number");
    let written = random.within(0, 12);
    let cells = fill(random, |random| {
        let cell = cell(random);
        let cell = mistype(random, cell, typing);
        match written {
            0 => cell.to_lowercase(),
            1 => cell.to_uppercase(),
            _ => cell,
        }
    });
    Column { of: sort.of, holds: None, heading, heading_is, cells }
}

/// Cells of a list, of which some words occur in this file.
fn of_list(random: &mut Random, list: &[&'static str], most: u64) -> Box<dyn FnMut(&mut Random) -> String> {
    let count = random.within(3, most);
    let some = random.some(list, count);
    Box::new(move |random| random.pick(&some).to_owned())
}

fn municipality(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let list = municipalities();
    let cell = of_list(random, &list, 60);
    with_prefix(random, cell, &["gemeente ", "Gem. "])
}

fn town(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let list = if random.chance(50) { towns() } else { [towns(), municipalities()].concat() };
    of_list(random, &list, 150)
}

fn region(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let cell = of_list(random, &regions(), 15);
    with_prefix(random, cell, &["RET ", "Regio "])
}

fn with_prefix(
    random: &mut Random,
    mut cell: Box<dyn FnMut(&mut Random) -> String>,
    prefixes: &'static [&'static str],
) -> Box<dyn FnMut(&mut Random) -> String> {
    let prefix = if random.chance(15) { random.pick(prefixes) } else { "" };
    Box::new(move |random| format!("{prefix}{}", cell(random)))
}

fn organisation(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    of_list(random, &organisations(), 40)
}

fn word(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    of_list(random, &words(), 14)
}

/// Labels and spellings of one field of the catalog.
fn spellings(random: &mut Random) -> Vec<&'static str> {
    let fields: Vec<_> = FIELDS.iter().filter(|field| field.values.len() > 2).collect();
    let place =
        usize::try_from(random.within(0, u64::try_from(fields.len()).expect("is small"))).expect("is small");
    let labels = fields[place].values.iter().map(|value| value.label.text(Lang::Nl));
    let others = fields[place].values.iter().flat_map(|value| value.spellings.iter());
    if random.chance(60) { labels.collect() } else { others.collect() }
}

fn answer(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let list = spellings(random);
    of_list(random, &list, 20)
}

fn answers(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let list = spellings(random);
    let between = random.pick(&[", ", "; ", " | ", ",", "\n"]);
    Box::new(move |random| {
        let count = random.within(1, 6);
        random.some(&list, count).join(between)
    })
}

fn yes_or_no(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let (yes, no) = [("ja", "nee"), ("Ja", "Nee"), ("1", "0"), ("x", ""), ("J", "N"), ("waar", "onwaar")]
        [usize::try_from(random.within(0, 6)).expect("is small")];
    Box::new(move |random| if random.chance(60) { yes } else { no }.to_owned())
}

fn case_number(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 13);
    let mut at = random.within(100_000_000, 900_000_000);
    Box::new(move |random| {
        at += random.within(1, 9);
        match style {
            0 | 1 => at.to_string(),
            2 | 3 => format!("{}{}", random.within(1, 10), random.digits(8)),
            4 => format!("{}{}", random.within(1, 10), random.digits(7)),
            5 => format!("{}-{:04}", random.within(2019, 2026), at % 10_000),
            6 => format!("2024{:04}", at % 10_000),
            7 => format!("C-{}", at % 100_000),
            8 => format!(
                "{:08x}{:08x}",
                at.wrapping_mul(2_654_435_761) & 0xffff_ffff,
                random.within(0, 1 << 32)
            ),
            9 => format!("0{at}"),
            10 => format!("{:010}", at % 1_000_000),
            11 => format!("{}{:05}", random.pick(&["TW", "IJ", "RET", "K"]), at % 100_000),
            _ => (at % 1000).to_string(),
        }
    })
}

fn number(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 7);
    Box::new(move |random| match style {
        0 => random.within(0, 24).to_string(),
        1 => random.within(2000, 2022).to_string(),
        2 => format!("€ {}.{},{}", random.within(1, 90), random.digits(3), random.digits(2)),
        3 => format!("{} %", random.within(0, 101)),
        4 => format!("{},{}", random.within(0, 40), random.digits(1)),
        5 => random.within(0, 90_000).to_string(),
        _ => random.within(0, 9).to_string(),
    })
}

fn date(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 12);
    let first = random.within(2017, 2025);
    let last = first + random.within(0, 5);
    Box::new(move |random| match style {
        9 => random.within(42_800, 46_200).to_string(),
        10 => format!(
            "{} {:02}:{:02}",
            day(random, 6, (first, last)),
            random.within(8, 18),
            random.within(0, 60)
        ),
        11 => format!(
            "{} {:02}:{:02}:00",
            day(random, 0, (first, last)),
            random.within(8, 18),
            random.within(0, 60)
        ),
        _ => day(random, style, (first, last)),
    })
}

fn pc4(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let region = random.pick(&["80", "74", "75", "20", "35"]);
    Box::new(move |random| format!("{region}{}", random.digits(2)))
}

fn code(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 11);
    Box::new(move |random| match style {
        0 => format!("{}A{:02}", random.within(40, 55), random.within(1, 20)),
        1 => format!("Team {}", random.within(1, 9)),
        2 => format!("Groep {}", random.within(1, 9)),
        3 => format!("{} maanden", random.within(1, 24)),
        4 => format!("2024-{:02}", random.within(1, 13)),
        5 => format!("{}{}", random.within(1, 9), random.digits(7)),
        6 => format!("{:02}:{:02}", random.within(8, 18), random.within(0, 60)),
        7 => format!("Q{} 2024", random.within(1, 5)),
        8 => format!("{} mg", random.within(1, 9) * 500),
        9 => format!("week {}", random.within(1, 53)),
        _ => format!(
            "Wijkteam {}",
            random.pick(&["Noord", "Zuid", "Oost", "West", "Holtenbroek", "Stadshagen", "Assendorp"])
        ),
    })
}
