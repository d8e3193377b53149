//! The lists in `tests/identifiers/`, and what happens to cells on their way
//! into a file: blanks, typing errors.

use super::random::Random;

pub(crate) fn list(text: &'static str) -> Vec<&'static str> {
    text.split([',', '\n']).map(str::trim).filter(|word| !word.is_empty()).collect()
}

macro_rules! lists {
    ($($name:ident => $file:literal),+) => {
        $(pub(crate) fn $name() -> Vec<&'static str> { list(include_str!(concat!("../identifiers/", $file))) })+
    };
}

lists! {
    given => "given.txt", surnames => "surnames.txt", municipalities => "municipalities.txt", towns => "towns.txt",
    regions => "regions.txt", streets => "streets.txt", organisations => "organisations.txt", words => "words.txt"
}

pub(crate) fn remarks() -> Vec<&'static str> {
    include_str!("../identifiers/remarks.txt").lines().collect()
}

/// Headings that say nothing.
pub(crate) const VAGUE: &[&str] = &[
    "kolom 3",
    "info",
    "Overig",
    "veld12",
    "x",
    "Gegevens",
    "extra",
    "Kolom1",
    "divers",
    "A",
    "waarde",
    "Unnamed: 4",
    "",
];

/// A typing error in so many of a hundred cells.
pub(crate) fn mistype(random: &mut Random, cell: String, percent: u64) -> String {
    if !random.chance(percent) || cell.chars().count() < 4 {
        return cell;
    }
    let mut letters: Vec<char> = cell.chars().collect();
    let end = u64::try_from(letters.len()).expect("is small") - 1;
    let at = usize::try_from(random.within(1, end)).expect("is small");
    match random.within(0, 3) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        _ => letters.swap(at, at - 1),
    }
    letters.into_iter().collect()
}

/// The cells of a column: so many rows, some of them blank in one way or another, three at least filled.
pub(crate) fn fill(random: &mut Random, mut cell: impl FnMut(&mut Random) -> String) -> Vec<String> {
    let rows = random.rows();
    let filled = [100, 100, 95, 70, 40, 0][usize::try_from(random.within(0, 6)).expect("is small")];
    let blank = random.pick(&["", "", "", "-", "onbekend", "nvt", "n.v.t."]);
    let mut cells: Vec<String> =
        (0..rows).map(|_| if random.chance(filled) { cell(random) } else { blank.to_owned() }).collect();
    for at in [rows / 5, rows / 2, rows - 1] {
        cells[at] = cell(random);
    }
    cells
}
