//! Files made by chance, with words in them that must never come out.

use ben_monitor::session::Session;

/// Stands in every casus number.
pub(crate) const NUMBER: &str = "ZQX7-";
/// Stands in every remark, and in the name of the file.
pub(crate) const WORD: &str = "kwetsbaarwoord";

/// A generator whose numbers are the same on every machine.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x1234_5678_9ABC_DEF1))
    }

    /// A number below `most`.
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most.max(1)
    }

    /// One of these, the first far more often than the last.
    fn skewed<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let most = list.len() as u64;
        let place = self.below(most).min(self.below(most)).min(self.below(most + 2));
        list[usize::try_from(place).expect("short") % list.len()]
    }
}

const REGIONS: &[&str] = &["Twente", "IJsselland", "Utrecht West", "Foodvalley"];
const TOWNS: &[&str] = &["Enschede", "Almelo", "Zwolle", "Kampen", "Woerden", "Ede", "Losser", "Ommen", ""];
const REFERRERS: &[&str] =
    &["Jeugdbescherming", "Wijkteam", "Ouders", "Onderwijs", "GGZ", "Zorgaanbieder", "VWS", ""];
const HOMES: &[&str] =
    &["Bij ouders", "Pleeggezin", "Gezinshuis", "Leefgroep", "JeugdzorgPlus", "Crisisplaatsing", ""];
const PROBLEMS: &[&str] = &["Trauma", "ASS", "LVB", "Hechting", "Gedrag", "ADHD", "Angst", "Eetstoornis", ""];
const MEASURES: &[&str] = &["Geen", "OTS", "Voogdij", "Jeugdreclassering", ""];

/// The rows of a file.
pub(crate) fn text(seed: u64) -> String {
    let mut chance = Chance::new(seed);
    let cases = 8 + chance.below(220);
    let regions = 1 + chance.below(REGIONS.len() as u64);
    let mut text = String::from(
        "casusnummer;regio;gemeente;aanmelddatum;afsluitdatum;geslacht;leeftijd;aanmelder;verblijf;maatregel;problematiek;bijkomende problematiek;opmerking\n",
    );
    for row in 0..cases {
        let region = chance.skewed(&REGIONS[..usize::try_from(regions).expect("few")]);
        let (year, month, day) = (2023 + chance.below(2), 1 + chance.below(12), 1 + chance.below(28));
        let closed = match chance.below(4) {
            0 => String::new(),
            _ => format!("{}-{}-{}", 1 + chance.below(28), 1 + chance.below(12), 2025),
        };
        let sex = chance.skewed(&["jongen", "meisje", "jongen", "anders", ""]);
        let age = match chance.below(9) {
            0 => String::new(),
            _ => (18 - chance.below(9).min(chance.below(18))).to_string(),
        };
        let more: Vec<&str> =
            (0..chance.below(4)).map(|_| chance.skewed(PROBLEMS)).filter(|word| !word.is_empty()).collect();
        text.push_str(&format!(
            "{NUMBER}{row};{region};{};{day}-{month}-{year};{closed};{sex};{age};{};{};{};{};\"{}\";{WORD} {row}\n",
            chance.skewed(TOWNS),
            chance.skewed(REFERRERS),
            chance.skewed(HOMES),
            chance.skewed(MEASURES),
            chance.skewed(PROBLEMS),
            more.join(", "),
        ));
    }
    text
}

/// A session that has read this text.
pub(crate) fn session(text: &str) -> Session {
    let mut session = Session::default();
    session.set_today("2026-06-30");
    session.begin(&format!("{WORD}.csv"));
    session.feed(text.as_bytes()).expect("read");
    session.end_file().expect("ended");
    session
}
