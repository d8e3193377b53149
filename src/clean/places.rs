//! Regions and municipalities, taken as they come and written one way.

use super::{answers::MissingAnswers, identified::is_stray, known::Meaning, remember::Remembered};
use crate::{
    cases::{Missing, Places},
    catalog::{
        Field, fold,
        letters::{is_capital, lowered, upper},
    },
    finding::FindingCode,
};

/// Longest name in bytes: what is longer is a remark in the wrong column, and
/// no chart has room for it.
const LONGEST_NAME: usize = 120;

/// Most different places that are kept: the country has 342 municipalities,
/// and some 2,500 towns and villages.
pub(super) const MAX_PLACES: usize = 4096;
/// Words within a name that have no capital.
const SMALL_WORDS: [&str; 14] =
    ["aan", "aan't", "bij", "de", "den", "der", "en", "het", "in", "op", "te", "ten", "van", "'t"];

/// Gives each place one code, whatever its spelling.
#[derive(Debug)]
pub(super) struct PlaceNames {
    field: &'static Field,
    missing: MissingAnswers,
    codes: Remembered<u16>,
}

impl PlaceNames {
    pub(super) fn new(field: &'static Field) -> Self {
        Self { field, missing: MissingAnswers::new(field), codes: Remembered::new() }
    }

    /// The code of a place in `places`, which is added when it is new.
    pub(super) fn find(&mut self, text: &str, places: &mut Places) -> Meaning<u16> {
        let (name, folded) = match self.written(text) {
            Ok(written) => written,
            Err(Missing::Unrecognised) => return Meaning::wrong(FindingCode::ValueUnrecognised),
            Err(missing) => return Meaning::missing(missing),
        };
        if let Some(code) = self.codes.get(folded.as_bytes()) {
            return code.into();
        }
        let room = self.codes.len() < MAX_PLACES;
        let shown = if self.field.is_own() { name } else { capitalised(&name) };
        match room.then(|| places.code_of(&shown)).flatten() {
            Some(code) => {
                self.codes.put(folded.as_bytes(), code);
                code.into()
            }
            None => Meaning::wrong(FindingCode::TooManyPlaces),
        }
    }

    /// A place's name, and what it is known by in any spelling; or why a text is none.
    pub(super) fn written(&mut self, text: &str) -> Result<(String, String), Missing> {
        match self.missing.find(text) {
            // In a column of the file's own an `x` is an answer.
            Some(Missing::Blank) if self.field.is_own() && !fold(text).is_empty() => {}
            Some(missing) => return Err(missing),
            None => {}
        }
        if text.len() > LONGEST_NAME || is_stray(self.field, text) {
            return Err(Missing::Unrecognised);
        }
        let name = self.bare(text);
        let folded = fold(&name);
        Ok((name, folded))
    }

    /// What all places that were met are known by.
    pub(super) fn met(&self) -> &Remembered<u16> {
        &self.codes
    }

    /// The name with single spaces, without soft hyphens, and without a
    /// heading of its field beside it: `gemeente Zwolle`, `RET-Twente`, `Twente (RET)`.
    fn bare(&self, text: &str) -> String {
        let clean = text.replace('\u{ad}', "");
        let name = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = name.bytes().position(|byte| matches!(byte, b' ' | b'-'));
        let begin = name.bytes().rposition(|byte| byte == b'(').filter(|_| name.ends_with(')'));
        let around = [end.map(|end| (end, true)), begin.map(|begin| (begin, false))];
        for (at, first) in around.into_iter().flatten() {
            let Some((before, after)) = name.split_at_checked(at) else { continue };
            let (heading, rest) =
                if first { (before, after.get(1..).unwrap_or_default()) } else { (after, before) };
            if is_heading(self.field, heading) && !rest.trim().is_empty() {
                return rest.trim().to_owned();
            }
        }
        name
    }
}

/// Whether a word is what the column is about, as `RET` in `RET Twente`.
fn is_heading(field: &Field, word: &str) -> bool {
    let folded = fold(word);
    field.headings.iter().any(|heading| heading == folded)
}

/// A name with the capitals of a Dutch place name; those that stand within
/// words stay, unless it was written in capitals alone.
fn capitalised(name: &str) -> String {
    let mixed = name.chars().any(|letter| upper(letter) != letter) && name.chars().any(is_capital);
    let name = if mixed { name.to_owned() } else { lowered(name) };
    let mut result = String::with_capacity(name.len());
    for (place, word) in name.split_inclusive([' ', '-', '/']).enumerate() {
        let bare = lowered(word.trim_end_matches([' ', '-', '/']));
        // `Alphen a/d Rijn`, `Nuenen c.a.`
        let short = bare.len() == 1 || bare.ends_with('.');
        if bare == "'s" || (place > 0 && (short || SMALL_WORDS.contains(&bare.as_str()))) {
            result.push_str(&lowered(word));
        } else if let Some(rest) = word.strip_prefix("ij") {
            result.push_str("IJ");
            result.push_str(rest);
        } else {
            let mut letters = word.chars();
            result.extend(letters.next().map(upper));
            result.push_str(letters.as_str());
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::{MAX_PLACES, PlaceNames, capitalised};
    use crate::{
        cases::{Missing, Places},
        catalog::field,
        finding::FindingCode,
    };

    #[test]
    fn what_the_column_is_about_is_no_part_of_the_name() {
        let mut names = PlaceNames::new(field("regio").expect("in the catalog"));
        let mut places = Places::default();
        for text in ["Twente", "RET Twente", "RET-Twente", "Twente (RET)", "regio Twente"] {
            assert_eq!(names.find(text, &mut places).answer, Ok(0), "{text}");
        }
        assert_eq!(names.find("Rijssen-Holten", &mut places).answer, Ok(1));
        assert_eq!(places.names(), ["Twente", "Rijssen-Holten"]);
    }

    #[test]
    fn one_place_has_one_name() {
        let mut names = PlaceNames::new(field("gemeente").expect("in the catalog"));
        let mut places = Places::default();
        for text in ["Hof van Twente", "hof van twente", "HOF VAN  TWENTE ", "Gemeente Hof van Twente"] {
            assert_eq!(names.find(text, &mut places).answer, Ok(0), "{text}");
        }
        assert_eq!(names.find("Gem. Hof van Twente", &mut places).answer, Ok(0));
        assert_eq!(names.find("onbekend", &mut places).answer, Err(Missing::Unknown));
        assert_eq!(names.find("-", &mut places).answer, Err(Missing::Blank));
        assert_eq!(places.names(), ["Hof van Twente"]);
    }

    #[test]
    fn names_get_their_capitals() {
        for (text, expected) in [
            ("hof van twente", "Hof van Twente"),
            ("'s-gravenhage", "'s-Gravenhage"),
            ("IJSSELLAND", "IJsselland"),
            ("de bilt", "De Bilt"),
            ("rijssen-holten", "Rijssen-Holten"),
            ("Súdwest-Fryslân", "Súdwest-Fryslân"),
            ("ALPHEN AAN DEN RIJN", "Alphen aan den Rijn"),
            ("Hof van twente", "Hof van Twente"),
            ("Hof Van Twente", "Hof van Twente"),
            ("Alphen a/d Rijn", "Alphen a/d Rijn"),
            ("Nuenen c.a.", "Nuenen c.a."),
            ("den Haag", "Den Haag"),
        ] {
            assert_eq!(capitalised(text), expected);
        }
    }

    #[test]
    fn places_do_not_grow_without_end() {
        let mut names = PlaceNames::new(field("gemeente").expect("in the catalog"));
        let mut places = Places::default();
        (0..MAX_PLACES)
            .for_each(|number| assert!(names.find(&format!("plaats {number}"), &mut places).answer.is_ok()));
        assert_eq!(names.find("nog een", &mut places).note, Some(FindingCode::TooManyPlaces));
    }
}
