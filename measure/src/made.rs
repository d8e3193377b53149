//! A file as large as is wanted: each row its own number and days, and answers that come again.

/// The row of headings.
pub const HEADINGS: &str = "casus;regio;gemeente;geslacht;leeftijd;aanmelddatum;afsluitdatum;aanmelder;verblijf;\
                        problematiek;bijkomend;reden;aantal_mdo\n";

/// So many rows, from the one with this number on.
pub fn rows(from: usize, count: usize) -> String {
    let pick = |words: &[&'static str], row: usize| words.get(row % words.len()).copied().unwrap_or_default();
    let row = |row: usize| {
        format!(
            "2024-{row};{};{};{};{};{:02}-{:02}-2024;2024-{:02}-{:02};{};{};{};{};{};{}\n",
            pick(&["Twente", "IJsselland"], row),
            pick(&["Almelo", "Zwolle", "Hof van Twente", "gemeente Almelo"], row / 2),
            pick(&["jongen", "meisje", "J", "v", ""], row / 3),
            4 + row % 15,
            1 + row % 28,
            1 + row % 12,
            1 + row / 5 % 12,
            1 + row / 7 % 28,
            pick(
                &["Lokaal wijkteam", "GI", "gemeente / toegang jeugd", "iemand die wij niet kennen"],
                row / 11
            ),
            pick(&["thuis", "pleeggezin", "onbekend"], row / 13),
            pick(&["trauma", "hechting", "Gedrag"], row),
            pick(&["Trauma, Hechting", "ASS | ADHD", "", "\"angst, trauma\""], row / 17),
            pick(&["Visieverschil", "Geen (tijdige) passende hulp"], row / 19),
            row % 4,
        )
    };
    (from..from + count).map(row).collect()
}
