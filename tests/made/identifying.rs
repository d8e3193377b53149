//! Columns that hold direct identifiers.

use ben_monitor::identifiers::Identifier;

use super::{
    random::Random,
    words::{VAGUE, fill, given, mistype, municipalities, remarks, streets, surnames},
};
use crate::Column;

/// Headings of something else.
const MISLEADING: &[&str] = &[
    "Gemeente",
    "regio",
    "casusnummer",
    "dossiernr",
    "Status",
    "aanmelder",
    "Onderwijs",
    "leeftijd",
    "verblijf",
    "aantal MDO",
    "Reden aanmelding",
    "id",
    "Uitkomst",
    "geslacht",
    "Maatregel",
    "school",
    "aanbieder",
];

type Make = fn(&mut Random) -> Box<dyn FnMut(&mut Random) -> String>;

struct Sort {
    of: &'static str,
    holds: Identifier,
    headings: &'static [&'static str],
    make: Make,
}

const SORTS: &[Sort] = &[
    Sort {
        of: "bsn",
        holds: Identifier::Bsn,
        headings: &[
            "BSN",
            "burgerservicenr",
            "sofinummer",
            "BSN jeugdige",
            "bsn_kind",
            "Burgerservicenummer",
            "Sofi-nr",
        ],
        make: bsn,
    },
    Sort {
        of: "name",
        holds: Identifier::Name,
        headings: &[
            "naam jeugdige",
            "achternaam",
            "roepnaam",
            "Naam",
            "cliënt",
            "naam moeder",
            "Voornaam kind",
            "gezinsvoogd",
            "jeugdige",
            "Jeugdbeschermer",
            "contactpersoon",
            "Procesregisseur",
            "behandelaar",
            "Naam cliënt (volledig)",
        ],
        make: name,
    },
    Sort {
        of: "birth date",
        holds: Identifier::BirthDate,
        headings: &[
            "geb.",
            "Geboren",
            "geb.dat.",
            "DOB",
            "geb datum kind",
            "gebdat",
            "Geboren op",
            "geboortedag moeder",
        ],
        make: birth_date,
    },
    Sort {
        of: "e-mail",
        holds: Identifier::Email,
        headings: &["e-mailadres ouder", "E-mail", "mail", "emailadres", "Mailadres jeugdbeschermer"],
        make: email,
    },
    Sort {
        of: "telephone",
        holds: Identifier::Phone,
        headings: &["tel.", "mobiel", "Telefoonnummer", "tel nr", "GSM moeder", "Telefoon ouders", "mob."],
        make: phone,
    },
    Sort {
        of: "iban",
        holds: Identifier::Iban,
        headings: &["IBAN", "rekeningnummer", "Bankrekening", "IBAN ouder"],
        make: iban,
    },
    Sort {
        of: "postcode",
        holds: Identifier::Postcode,
        headings: &["postcode", "pc", "PC6", "Postcode jeugdige", "postcode + huisnr"],
        make: postcode,
    },
    Sort {
        of: "address",
        holds: Identifier::Address,
        headings: &[
            "adres",
            "straat",
            "Woonadres",
            "Straatnaam + nr",
            "adres ouders",
            "Straat en huisnummer",
        ],
        make: address,
    },
    Sort {
        of: "remarks",
        holds: Identifier::Remarks,
        headings: &[
            "opmerkingen",
            "toelichting",
            "casusbeschrijving",
            "Notities",
            "Bijzonderheden",
            "omschrijving vraag",
        ],
        make: remark,
    },
];

pub(crate) fn column(random: &mut Random, number: usize) -> Column {
    let sort = &SORTS[number % SORTS.len()];
    let (heading_is, headings) = match random.within(0, 10) {
        0..5 => ("good heading", sort.headings),
        5..8 => ("vague heading", VAGUE),
        _ => ("misleading heading", MISLEADING),
    };
    let heading = random.pick(headings).to_owned();
    let mut cell = (sort.make)(random);
    let typing = random.pick(&["0", "1", "5"]).parse().expect("is a number");
    let strangers = random.pick(&["0", "0", "0", "15"]).parse().expect("is a number");
    let cells = fill(random, |random| {
        if random.chance(strangers) {
            return random.pick(&["nog opvragen", "ja", "zie dossier", "geheim", "?"]).to_owned();
        }
        let cell = cell(random);
        mistype(random, cell, typing)
    });
    Column { of: sort.of, holds: Some(sort.holds), heading, heading_is, cells }
}

fn bsn(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 6);
    Box::new(move |random| {
        let digits = loop {
            let digits = random.digits(8);
            let digits = if style == 4 { format!("0{}", &digits[1..]) } else { digits };
            let sum: u32 = digits
                .bytes()
                .zip((2..=9).rev())
                .map(|(digit, weight)| u32::from(digit - b'0') * weight)
                .sum();
            if sum % 11 < 10 && !digits.starts_with("00") {
                break format!("{digits}{}", sum % 11);
            }
        };
        match style {
            0 => format!("{}.{}.{}", &digits[..4], &digits[4..6], &digits[6..]),
            1 => format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]),
            2 => format!("{digits}.0"),
            3 | 4 => digits.trim_start_matches('0').to_owned(),
            _ => digits,
        }
    })
}

fn name(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let (given, surnames) = (given(), surnames());
    let style = random.within(0, 10);
    let written = random.within(0, 8);
    let few = random.chance(20);
    let full = move |random: &mut Random| {
        let (first, last) = (random.pick(&given), random.pick(&surnames));
        let initial = first.chars().next().expect("has a letter");
        let (within, main) = last.rsplit_once(' ').unwrap_or(("", last));
        match style {
            0 => first.to_owned(),
            1 => last.to_owned(),
            2 => format!("{initial}. {last}"),
            3 => format!("{main}, {first} {within}").trim().to_owned(),
            4 => format!("{} {last}", random.pick(&["dhr.", "mevr.", "mw."])),
            5 => format!("{main}, {initial}. {within}").trim().to_owned(),
            6 => format!("{first} {last}-{}", random.pick(&surnames)),
            _ => format!("{first} {last}"),
        }
    };
    let cell = move |random: &mut Random| match written {
        0 => full(random).to_lowercase(),
        1 => full(random).to_uppercase(),
        _ => full(random),
    };
    if !few {
        return Box::new(cell);
    }
    let people: Vec<String> = (0..random.within(4, 15)).map(|_| cell(random)).collect();
    Box::new(move |random| {
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        random.pick(&people).to_owned()
    })
}

/// A day between two years, written in one of the ways in which people do.
pub(crate) fn day(random: &mut Random, style: u64, years: (u64, u64)) -> String {
    const MONTHS: &[&str] = &[
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
    let (year, month, day) =
        (random.within(years.0, years.1 + 1), random.within(1, 13), random.within(1, 29));
    match style {
        0 => format!("{year}-{month:02}-{day:02}"),
        1 => format!("{day}-{month}-{:02}", year % 100),
        2 => format!("{day}/{month}/{year}"),
        3 => format!("{day} {} {year}", MONTHS[usize::try_from(month).expect("is small") - 1]),
        4 => format!("{day:02}-{month:02}-{year} 00:00"),
        5 => format!("{year}{month:02}{day:02}"),
        _ => format!("{day:02}-{month:02}-{year}"),
    }
}

fn birth_date(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 10);
    let referral = random.within(2019, 2027);
    let parents = random.chance(15);
    Box::new(move |random| {
        // Most are 12 to 17 years old.
        let age = if parents {
            random.within(28, 58)
        } else if random.chance(65) {
            random.within(12, 18)
        } else {
            random.within(3, 18)
        };
        day(random, style, (referral - age, referral - age))
    })
}

fn email(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let (given, surnames) = (given(), surnames());
    let style = random.within(0, 5);
    Box::new(move |random| {
        let first = random.pick(&given).to_lowercase();
        let last = random.pick(&surnames).to_lowercase().replace([' ', '\''], "");
        let domain = random.pick(&[
            "gmail.com",
            "hotmail.com",
            "ziggo.nl",
            "kpnmail.nl",
            "jbov.nl",
            "zwolle.nl",
            "mail.example.org",
        ]);
        let address = match random.within(0, 3) {
            0 => format!("{first}.{last}@{domain}"),
            1 => format!("{last}{}@{domain}", random.within(1, 99)),
            _ => format!("{}.{last}@{domain}", &first.chars().take(1).collect::<String>()),
        };
        match style {
            0 => format!("{first} <{address}>"),
            1 if random.chance(40) => format!("{address}; {last}@{domain}"),
            2 => address.to_uppercase(),
            _ => address,
        }
    })
}

fn phone(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 9);
    Box::new(move |random| {
        let area = random.pick(&["038", "074", "053", "0570", "0529", "0546", "020", "030", "0318", "085"]);
        let rest = format!(
            "{}{}",
            random.within(2, 8),
            random.digits(9 - u64::try_from(area.len()).expect("is small"))
        );
        let mobile = random.digits(8);
        match style {
            0 => format!("06-{mobile}"),
            1 => format!("06{mobile}"),
            2 => format!("06 {} {} {} {}", &mobile[..2], &mobile[2..4], &mobile[4..6], &mobile[6..]),
            3 => format!("+31 6 {mobile}"),
            4 => format!("+316{mobile}"),
            5 => format!("6{mobile}"),
            6 if random.chance(30) => format!("{area}-{rest} / 06-{mobile}"),
            7 if random.chance(30) => format!("06-{mobile} ({})", random.pick(&["moeder", "vader", "oma"])),
            8 if random.chance(50) => format!("{area}{rest}"),
            8 => format!("06{mobile}"),
            _ if random.chance(50) => format!("{area}-{rest}"),
            _ => format!("06 {mobile}"),
        }
    })
}

fn iban(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 3);
    Box::new(move |random| {
        let bank = random.pick(&["ABNA", "RABO", "INGB", "SNSB", "TRIO", "ASNB"]);
        let account = format!("{bank}0{}", random.digits(9));
        let remainder = format!("{account}NL00").bytes().fold(0u32, |so_far, byte| match byte {
            b'0'..=b'9' => (so_far * 10 + u32::from(byte - b'0')) % 97,
            _ => (so_far * 100 + u32::from(byte - b'A') + 10) % 97,
        });
        let check = 98 - remainder;
        match style {
            0 => format!(
                "NL{check:02} {} {} {} {}",
                &account[..4],
                &account[4..8],
                &account[8..12],
                &account[12..]
            ),
            1 => format!("nl{check:02}{}", account.to_lowercase()),
            _ => format!("NL{check:02}{account}"),
        }
    })
}

fn pc6(random: &mut Random) -> String {
    let letters: Vec<char> = "ABCDEGHJKLMNPRTVWXZ".chars().collect();
    let mut letter = || letters[usize::try_from(random.within(0, 19)).expect("is small")];
    let pair = [letter(), letter()];
    let region = random.pick(&["80", "74", "75", "77", "81", "20", "35"]);
    format!("{region}{} {}{}", random.digits(2), pair[0], pair[1])
}

fn postcode(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let style = random.within(0, 5);
    Box::new(move |random| {
        let code = pc6(random);
        match style {
            0 => code.replace(' ', ""),
            1 => code.to_lowercase(),
            2 => format!("{code} {}", random.within(1, 200)),
            3 => format!("{}-{}", code.replace(' ', ""), random.within(1, 200)),
            _ => code,
        }
    })
}

fn address(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let (streets, places) = (streets(), municipalities());
    let style = random.within(0, 7);
    Box::new(move |random| {
        let number = random.within(1, 250);
        let street = random.pick(&streets);
        match style {
            0 => street.to_owned(),
            1 => format!("{street} {number}, {}", random.pick(&places)),
            2 => format!("{street} {number}, {} {}", pc6(random), random.pick(&places)),
            3 => format!("{street} {number}{}", random.pick(&["", "a", "-2", " bis", "B"])),
            4 => format!("{street} {number}").to_lowercase(),
            _ => format!("{street} {number}"),
        }
    })
}

fn remark(random: &mut Random) -> Box<dyn FnMut(&mut Random) -> String> {
    let (remarks, given, surnames) = (remarks(), given(), surnames());
    let style = random.within(0, 4);
    let mut mail = email(random);
    Box::new(move |random| {
        let first = random.pick(&remarks);
        match style {
            0 => format!("{first}. {}", random.pick(&remarks)),
            1 if random.chance(30) => format!("{first}, mail naar {} en {}", mail(random), mail(random)),
            2 => format!(
                "{} {}: {}{}",
                random.pick(&given),
                random.pick(&surnames),
                first.to_lowercase(),
                random.pick(&[".", "", "!"])
            ),
            // Hardly ever twice the same.
            _ => format!(
                "{} {}, {first}{}",
                random.within(1, 29),
                random.pick(&["jan", "mrt", "nov"]),
                random.pick(&["", ".", " (zie mail)"])
            ),
        }
    })
}
