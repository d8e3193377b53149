//! A file in which much hangs on rows elsewhere: one casus in several rows, a
//! spelling that only other rows explain, regions and municipalities written
//! in several ways, misspelled answers, rows without a day of referral,
//! totals, notes and blank rows.

#[path = "../made/random.rs"]
#[allow(dead_code)] // shared with other tests
mod random;

use random::Random;

const HEADINGS: &str = "casus;naam;regio;gemeente;geslacht;leeftijd;aanmelddatum;afsluitdatum;aanmelder;problematiek;\
                        bijkomend;ouders: scheiding;ouders: rouw;aantal_mdo\r\n";
const REGIONS: [&str; 7] = ["Twente", "RET Twente", "twente", "IJsselland", "RET-IJSSELLAND", "", "onbekend"];
const TOWNS: [&str; 8] =
    ["Almelo", "ALMELO", "gemeente Almelo", "Hof van Twente", "hof van twente", "Zwolle", "-", "n.v.t."];
const SEXES: [&str; 5] = ["m", "m", "m", "v", ""];
const REFERRERS: [&str; 6] =
    ["Lokaal wijkteam", "GI", "gi", "jeugdige zelf", "Anders, namelijk de buurvrouw", "iemand anders toch"];
const PROBLEMS: [&str; 8] =
    ["trauma", "Trauma (PTSS)", "hechting", "hechtingg", "gedrag", "iets vreemds", "?", "LVB, trauma"];
const FURTHER: [&str; 5] =
    ["Trauma, Hechting", "gedrag; ASS", "verlies van een huisdier", "", "\"ADHD\nangst\""];
const DAYS: [&str; 6] = ["%d-%m-2024", "2024-%m-%d", "%d %n 2024", "%d/%m/24", "45300", "31-2-2024"];
const MONTHS: [&str; 3] = ["jan", "maart", "aug."];

fn day(random: &mut Random) -> String {
    let (day, month) = (1 + random.within(0, 28), 1 + random.within(0, 12));
    let name = random.pick(&MONTHS);
    let form = if random.chance(90) { DAYS[0] } else { random.pick(&DAYS) };
    form.replace("%d", &format!("{day:02}")).replace("%m", &format!("{month:02}")).replace("%n", name)
}

/// So many rows below one row of headings.
pub(crate) fn file(seed: u64, rows: u64) -> Vec<u8> {
    let random = &mut Random::new(seed);
    let mut text = HEADINGS.to_owned();
    for row in 0..rows {
        match random.within(0, 100) {
            0 => text += "\r\n",
            1 => text += "Totaal;;;;;12;;;;;;;;3\r\n",
            2 => text += "* voorlopige cijfers;;;;;;;;;;;;;\r\n",
            3 => text += &format!("{};;;;;;;;;;;;;\r\n", random.within(0, 9999)),
            4 => text += &format!(";;;;;{};;;;;;;;{}\r\n", random.within(8, 18), random.within(0, 4)),
            5 => text += "te kort;;Twente\r\n",
            _ => text += &case(random, row),
        }
    }
    text += ";;;;;15;;;;;;;;2\r\n";
    text.into_bytes()
}

fn case(random: &mut Random, row: u64) -> String {
    // One in some twenty is told again, anywhere further on.
    let casus = if random.chance(5) { random.within(0, row + 1) } else { row };
    let casus = if random.chance(2) { "onbekend".to_owned() } else { format!("2024-{casus:04}") };
    let age = if random.chance(97) { random.within(4, 19).to_string() } else { "oud".to_owned() };
    let referral = if random.chance(95) { day(random) } else { String::new() };
    let closing = if random.chance(60) { day(random) } else { String::new() };
    let further =
        if random.chance(1) { format!("onderwerp {row}") } else { random.pick(&FURTHER).to_owned() };
    let cells = [
        casus,
        "Anna de Vries".to_owned(),
        random.pick(&REGIONS).to_owned(),
        random.pick(&TOWNS).to_owned(),
        random.pick(&SEXES).to_owned(),
        age,
        referral,
        closing,
        random.pick(&REFERRERS).to_owned(),
        random.pick(&PROBLEMS).to_owned(),
        further,
        random.pick(&["ja", "nee", "", "x", "misschien"]).to_owned(),
        random.pick(&["1", "0", "-"]).to_owned(),
        random.within(0, 4).to_string(),
    ];
    cells.join(";") + "\r\n"
}
