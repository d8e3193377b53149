//! From what is written in a cell to a value of the field's list, or to why
//! there is none. One text at a time; several answers in a cell are split in
//! `several`.

use super::remember::Remembered;
use crate::{
    cases::Missing,
    catalog::{EXPLANATION, Field, Kind, Likeness, MISSING, NOT_APPLICABLE, Role, UNKNOWN, fold, nearest},
    listed::Listed,
    packed::{Packed, Packer, Refusal},
};

/// Longest text that is compared letter by letter, in bytes.
const LONGEST: usize = 80;

/// What a text turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// A value, by its place in the field's list.
    Value(u8),
    /// `Anders, namelijk …`: a value, and what follows explains it.
    Explained(u8),
    /// One of the field's ambiguous spellings, by its place among them.
    Ambiguous(u8),
    /// No answer, as the file says.
    Missing(Missing),
    /// Nothing that we know.
    Nothing,
}

/// The spellings of one field in one file: the catalog's, and those of a mapping.
#[derive(Debug)]
pub(super) struct Answers {
    field: &'static Field,
    spellings: Remembered<Found>,
    /// For each ambiguous spelling, which of its readings the column speaks for.
    spoken_for: Vec<Vec<bool>>,
}

impl Answers {
    /// `extra` holds spellings as written with the code meant; it goes before the catalog's.
    pub(super) fn new(field: &'static Field, extra: Option<&Listed<String, String>>) -> Self {
        let mut spellings = Remembered::new();
        for (missing, list) in [
            (Missing::Unknown, MISSING.unknown),
            (Missing::NotApplicable, MISSING.not_applicable),
            (Missing::Blank, MISSING.blank),
        ] {
            list.iter().for_each(|spelling| spellings.set(spelling.as_bytes(), Found::Missing(missing)));
        }
        for (place, ambiguous) in (0..).zip(field.ambiguous) {
            spellings.set(ambiguous.spelling.as_bytes(), Found::Ambiguous(place));
        }
        for (place, value) in (0..).zip(field.values) {
            let found = found(place, value.role);
            value.spellings.iter().for_each(|spelling| spellings.set(spelling.as_bytes(), found));
        }
        for (written, code) in extra.into_iter().flat_map(Listed::iter) {
            let value = (0..).zip(field.values).find(|(_, value)| value.code == code);
            let found = match (value, code.as_str()) {
                (Some((place, value)), _) => found(place, value.role),
                (None, UNKNOWN) => Found::Missing(Missing::Unknown),
                (None, NOT_APPLICABLE) => Found::Missing(Missing::NotApplicable),
                (None, _) => Found::Nothing,
            };
            spellings.set(fold(written).as_bytes(), found);
        }
        let spoken_for = field.ambiguous.iter().map(|one| vec![false; one.readings.len()]).collect();
        Self { field, spellings, spoken_for }
    }

    /// What this text means.
    pub(super) fn find(&mut self, text: &str) -> Found {
        let folded = fold(text);
        self.hear(&folded);
        if let Some(found) = self.spellings.get(folded.as_bytes()) {
            return found;
        }
        if folded.is_empty() {
            return self.sign(text);
        }
        self.without_numbering(&folded)
            .or_else(|| self.without_parentheses(text))
            .or_else(|| self.explained(text, &folded))
            .unwrap_or(Found::Nothing)
    }

    /// The value that a text without a meaning of its own surely stands for,
    /// but for a typing error or the order of its words.
    pub(super) fn resembling(&self, text: &str) -> Option<u8> {
        let folded = fold(text);
        if folded.len() > LONGEST {
            return None;
        }
        // A person may have said that it means nothing.
        let code = match nearest(self.field, &folded) {
            Some((Likeness::Sure, code)) if self.spellings.get(folded.as_bytes()).is_none() => code,
            _ => return None,
        };
        let place = self.field.values.iter().position(|value| value.code == code)?;
        u8::try_from(place).ok()
    }

    /// Whether these words stand within a longer spelling.
    pub(super) fn is_part_of_a_spelling(&self, folded: &str) -> bool {
        let part = format!(" {folded} ");
        let mut longer = self.spellings.keys().filter(|spelling| spelling.len() > folded.len());
        longer.any(|key| std::str::from_utf8(key).is_ok_and(|key| format!(" {key} ").contains(&part)))
    }

    /// The value that an ambiguous spelling turns out to have in this column,
    /// now that all of it has been read: only if one reading has support.
    pub(super) fn decide(&self, place: usize) -> Option<u8> {
        let readings = self.field.ambiguous.get(place)?.readings;
        let mut supported =
            readings.iter().zip(self.spoken_for.get(place)?).filter(|&(_, &heard)| heard).map(|(one, _)| one);
        let only = supported.next().filter(|_| supported.next().is_none())?;
        let at = self.field.values.iter().position(|value| value.code == only.code)?;
        u8::try_from(at).ok()
    }

    /// Whether the field has spellings that the column must explain.
    pub(super) fn has_ambiguous(&self) -> bool {
        !self.field.ambiguous.is_empty()
    }

    /// Which readings of its ambiguous spellings the column speaks for.
    pub(super) fn pack(&self, to: &mut Packer) {
        self.spoken_for.iter().flatten().for_each(|&heard| to.truth(heard));
    }

    /// Adds what another stretch of the column speaks for.
    pub(super) fn add_packed(&mut self, from: &mut Packed<'_>) -> Result<(), Refusal> {
        for heard in self.spoken_for.iter_mut().flatten() {
            *heard |= from.truth()?;
        }
        Ok(())
    }

    /// Takes note of spellings that tell what an ambiguous one means.
    fn hear(&mut self, folded: &str) {
        for (ambiguous, heard) in self.field.ambiguous.iter().zip(&mut self.spoken_for) {
            for (reading, heard) in ambiguous.readings.iter().zip(heard) {
                *heard |= reading.beside.contains(&folded);
            }
        }
    }

    /// A cell without letters or digits. A question mark was put there by
    /// someone who did not know; a dash says nothing.
    fn sign(&self, text: &str) -> Found {
        if self.field.kind == Kind::YesNo && text.contains(['✓', '✔', '√', '☑', '☒']) {
            return Found::Value(0);
        }
        Found::Missing(if text.contains('?') { Missing::Unknown } else { Missing::Blank })
    }

    /// `1. Jongen`: lists that were exported with their numbers.
    fn without_numbering(&self, folded: &str) -> Option<Found> {
        let (number, rest) = folded.split_once(' ')?;
        let is_number = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        self.spellings.get(rest.as_bytes()).filter(|_| is_number)
    }

    /// `Trauma (PTSS)`.
    fn without_parentheses(&self, text: &str) -> Option<Found> {
        let bare = without_parentheses(text)?;
        self.spellings.get(fold(&bare).as_bytes()).filter(|found| !matches!(found, Found::Missing(_)))
    }

    /// `Anders, namelijk …` and `Overig: …`.
    fn explained(&self, text: &str, folded: &str) -> Option<Found> {
        let before_colon = text.split_once(':').map(|(before, _)| fold(before));
        let before_word = EXPLANATION.iter().find_map(|word| {
            let (before, after) = folded.split_once(word)?;
            (after.is_empty() || after.starts_with(' ')).then(|| before.trim_end().to_owned())
        });
        [before_colon, before_word].into_iter().flatten().find_map(|before| {
            match self.spellings.get(before.as_bytes())? {
                Found::Value(place) if self.role(place) == Some(Role::Other) => Some(Found::Explained(place)),
                _ => None,
            }
        })
    }

    fn role(&self, place: u8) -> Option<Role> {
        self.field.values.get(usize::from(place)).map(|value| value.role)
    }
}

fn found(place: u8, role: Role) -> Found {
    match role {
        Role::Unknown => Found::Missing(Missing::Unknown),
        Role::Answer | Role::Other => Found::Value(place),
    }
}

/// The text without what stands in parentheses; `None` when there are none.
pub(super) fn without_parentheses(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('(')?;
    let after = rest.split_once(')').map_or("", |(_, after)| after);
    Some(format!("{before} {after}"))
}

/// Whether a text begins with a word that explains what stands before it.
pub(super) fn is_explanation(folded: &str) -> bool {
    EXPLANATION
        .iter()
        .any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// How a cell without an answer says so: for dates, numbers and places, which have no list.
#[derive(Debug)]
pub(super) struct MissingAnswers(Answers);

impl MissingAnswers {
    pub(super) fn new(field: &'static Field) -> Self {
        Self(Answers::new(field, None))
    }

    /// Why there is no answer; `None` when there is something to be read.
    pub(super) fn find(&mut self, text: &str) -> Option<Missing> {
        match self.0.find(text) {
            Found::Missing(missing) => Some(missing),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, Found, MissingAnswers};
    use crate::{
        cases::Missing,
        catalog::{FIELDS, Role, field},
    };

    /// The code of a value, or a word for what else it is.
    fn code(field_id: &str, text: &str) -> String {
        let field = field(field_id).expect("in the catalog");
        match Answers::new(field, None).find(text) {
            Found::Value(place) | Found::Explained(place) => field.values[usize::from(place)].code.to_owned(),
            Found::Ambiguous(_) => "ambiguous".to_owned(),
            Found::Missing(missing) => format!("{missing:?}"),
            Found::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn spellings_of_real_files() {
        for (field, text, expected) in [
            ("geslacht", "J", "jongen"),
            ("geslacht", "v", "meisje"),
            ("geslacht", "m", "ambiguous"),
            ("geslacht", " Meisje ", "meisje"),
            ("geslacht", "anders / non-binair", "anders"),
            ("geslacht", "Onb.", "Unknown"),
            ("geslacht", "man", "jongen"),
            ("aanmelder", "GI / jeugdbeschermer", "jeugdbescherming"),
            ("aanmelder", "Lokaal wijkteam", "lokaal"),
            ("aanmelder", "gemeente / toegang jeugd", "lokaal"),
            ("aanmelder", "jeugdige zelf", "jeugdige"),
            ("aanmelder", "Anders, namelijk de buurvrouw", "anders"),
            ("aanmelder", "Overig: tante", "anders"),
            ("aanmelder", "anders nl. oma", "anders"),
            ("maatregel", "n.v.t.", "geen"),
            ("maatregel", "Niet van toepassing", "geen"),
            ("maatregel", "geen", "geen"),
            ("maatregel", "OTS", "ots"),
            ("maatregel", "voorlopige OTS", "ots"),
            ("maatregel", "(Voorlopige) ondertoezichtstelling", "ots"),
            ("maatregel", "onbekend", "Unknown"),
            ("verblijf", "thuis", "ouders"),
            ("verblijf", "pleeggezin", "netwerk"),
            ("verblijf", "woongroep", "groep"),
            ("verblijf", "n.v.t.", "NotApplicable"),
            ("onderwijs", "thuiszitter", "geen"),
            ("onderwijs", "Geen onderwijs", "geen"),
            ("onderwijs", "geen (te jong)", "NotApplicable"),
            ("problematiek", "suicidaliteit", "suicidaliteit"),
            ("problematiek", "Suïci\u{ad}daliteit", "suicidaliteit"),
            ("problematiek", "SUÏCIDE", "suicidaliteit"),
            ("problematiek", "loverboyproblematiek", "mensenhandel"),
            ("problematiek", "externaliserend  gedrag", "gedrag"),
            ("problematiek", "internaliserend", "psychiatrie"),
            ("problematiek", "1. Trauma", "trauma"),
            ("problematiek", "Trauma (complex)", "trauma"),
            ("problematiek", "PTSS", "trauma"),
            ("problematiek", "laag IQ", "lvb"),
            ("problematiek", "anorexia", "eetstoornis"),
            ("problematiek", "blowen", "middelen"),
            ("problematiek", "iets anders", "nothing"),
            ("ouderproblematiek", "(v)echtscheiding", "scheiding"),
            ("ouderproblematiek", "psychiatrie ouder", "psychiatrie"),
            ("ben_betrokken", "ja, meedenkend", "advies"),
            ("ben_betrokken", "nee", "geen"),
            ("in_monitor", "x", "ja"),
            ("in_monitor", "0", "nee"),
            ("in_monitor", "✓", "ja"),
            ("problematiek", "x", "Blank"),
            ("problematiek", "-", "Blank"),
            ("problematiek", "?", "Unknown"),
            ("problematiek", "  ", "Blank"),
            ("problematiek", "NULL", "Blank"),
            ("uitkomst", "lopend", "loopt"),
            ("landsdeel", "Noord-Nederland", "noord"),
        ] {
            assert_eq!(code(field, text), expected, "{field}: {text}");
        }
    }

    #[test]
    fn every_spelling_of_the_catalog_is_found() {
        for field in FIELDS {
            for value in field.values {
                let expected = if value.role == Role::Unknown { "Unknown" } else { value.code };
                for spelling in value.spellings.iter() {
                    assert_eq!(code(field.id, spelling), expected, "{}: {spelling}", field.id);
                }
            }
        }
    }

    #[test]
    fn an_ambiguous_spelling_is_decided_by_the_column() {
        for (column, expected) in [
            (&["m", "v"][..], Some("jongen")),
            (&["m", "j"], Some("meisje")),
            (&["m"], None),
            (&["m", "j", "v"], None),
            (&["m", "Vrouw"], Some("jongen")),
        ] {
            let field = field("geslacht").expect("in the catalog");
            let mut answers = Answers::new(field, None);
            for text in column {
                answers.find(text);
            }
            assert_eq!(
                answers.decide(0).map(|place| field.values[usize::from(place)].code),
                expected,
                "{column:?}"
            );
        }
    }

    #[test]
    fn a_mapping_goes_before_the_catalog() {
        let field = field("geslacht").expect("in the catalog");
        let extra = [("M".to_owned(), "meisje".to_owned())].into();
        assert_eq!(Answers::new(field, Some(&extra)).find("m"), Found::Value(1));
    }

    #[test]
    fn missing_answers_are_kept_apart() {
        let mut missing = MissingAnswers::new(field("leeftijd").expect("in the catalog"));
        assert_eq!(missing.find("onb."), Some(Missing::Unknown));
        assert_eq!(missing.find("n.v.t."), Some(Missing::NotApplicable));
        assert_eq!(missing.find(" - "), Some(Missing::Blank));
        assert_eq!(missing.find("12"), None);
    }
}
