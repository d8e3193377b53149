//! How alike two texts are, for telling a typing error from another word.
//! Works on texts folded by [`super::fold`].

use super::{Field, MISSING, Role};

/// Codes by which a person says that an answer is missing, whatever the field.
pub const UNKNOWN: &str = "onbekend";
/// As [`UNKNOWN`], for what does not apply.
pub const NOT_APPLICABLE: &str = "nvt";

/// How surely one text stands for another: lower is surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words in another order, or one typing error in a long word: read without asking.
    Sure,
    /// One typing error.
    Close,
    /// Two typing errors.
    Near,
    /// The one holds all the words of the other.
    Words,
}

/// Words that turn the meaning of others around.
const NEGATIONS: [&str; 7] = ["geen", "niet", "nooit", "zonder", "nee", "non", "wel"];
/// Fewest letters of a word in which one typing error is read without asking.
const LONG_WORD: usize = 6;

/// Typing errors between two texts: letters that are wrong, missing, too many,
/// or two that changed places; `None` beyond `most`.
fn errors(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..)?, b.get(same..)?);
    if a.is_empty() && b.is_empty() {
        return Some(0);
    }
    let most = most.checked_sub(1)?;
    if a.len().abs_diff(b.len()) > most + 1 {
        return None;
    }
    let rest = |a: Option<&[u8]>, b: Option<&[u8]>| errors(a?, b?, most);
    let swapped = || match (a, b) {
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) if a1 == b2 && a2 == b1 => errors(a, b, most),
        _ => None,
    };
    let ways =
        [rest(a.get(1..), b.get(1..)), rest(a.get(1..), Some(b)), rest(Some(a), b.get(1..)), swapped()];
    ways.into_iter().flatten().min().map(|errors| errors + 1)
}

/// The answer of a field that a written text resembles most, by code; `None`
/// when two resemble it as much, or none does. Sure only for an answer like others
/// to which no other answer comes near.
pub fn nearest(field: &Field, written: &str) -> Option<(Likeness, &'static str)> {
    let values = field.values.iter();
    let spellings = values.flat_map(|value| {
        let missing = value.role == Role::Unknown;
        value.spellings.iter().map(move |spelling| (spelling, value.code, missing))
    });
    // A field's own spellings go first: `n.v.t.` as maatregel is an answer.
    let own =
        |spelling: &str| field.values.iter().any(|value| value.spellings.iter().any(|own| own == spelling));
    let of = |list: &'static [&'static str], code| {
        list.iter().filter(|spelling| !own(spelling)).map(move |spelling| (*spelling, code, true))
    };
    let missing = of(MISSING.unknown, UNKNOWN).chain(of(MISSING.not_applicable, NOT_APPLICABLE));
    let mut best: Option<(Likeness, &'static str, bool)> = None;
    let mut second = None;
    for (spelling, code, missing) in spellings.chain(missing) {
        let Some(here) = likeness(written, spelling) else { continue };
        if missing && here == Likeness::Words {
            continue;
        }
        match best {
            Some((there, same, _)) if code == same => {
                if here < there {
                    best = Some((here, code, missing));
                }
            }
            Some((there, ..)) if there <= here => {
                second = Some(second.map_or(here, |second: Likeness| second.min(here)))
            }
            _ => {
                second = best.map(|(there, ..)| there).or(second);
                best = Some((here, code, missing));
            }
        }
    }
    let (found, code, missing) = best?;
    match second {
        Some(second) if second == found => None,
        Some(second) if found == Likeness::Sure && second <= Likeness::Close => Some((Likeness::Close, code)),
        _ if missing => Some((found.max(Likeness::Close), code)),
        _ => Some((found, code)),
    }
}

/// How alike a written text is to one that we know; `None` when it is not.
pub fn likeness(written: &str, known: &str) -> Option<Likeness> {
    let negations = |text: &str| text.split(' ').filter(|word| NEGATIONS.contains(word)).count();
    if negations(written) != negations(known) {
        return None;
    }
    if has_words(written, known) && has_words(known, written) {
        return Some(Likeness::Sure);
    }
    // Before a word stands what turns it around: `(on)veilig`, `(uit)gevoerd`, `(be)sloten`.
    let most = match known.len().min(written.len()) {
        _ if written.bytes().next() != known.bytes().next() => 0,
        _ if written.strip_prefix("on") == Some(known) => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    match errors(written.as_bytes(), known.as_bytes(), most) {
        Some(..=1) if slip(written, known) => Some(Likeness::Sure),
        Some(..=1) => Some(Likeness::Close),
        Some(_) => Some(Likeness::Near),
        None => (long(known) && has_words(written, known) || long(written) && has_words(known, written))
            .then_some(Likeness::Words),
    }
}

/// Whether all words of `part` stand in `text`.
fn has_words(text: &str, part: &str) -> bool {
    part.split(' ').all(|word| text.split(' ').any(|other| other == word))
}

/// Whether there is a word that can't be an abbreviation.
fn long(text: &str) -> bool {
    text.split(' ').any(|word| word.len() >= LONG_WORD)
}

/// Whether texts that are one typing error apart differ in a long word, after
/// its first letter (`gesloten` and `besloten` are two things), or in a space.
fn slip(written: &str, known: &str) -> bool {
    let mut words = written.split(' ').zip(known.split(' ')).filter(|(a, b)| a != b);
    match words.next() {
        Some((a, b)) if written.split(' ').count() == known.split(' ').count() => {
            a.len() >= LONG_WORD - 1 && b.len() >= LONG_WORD && same_start(a.as_bytes(), b.as_bytes())
        }
        _ => {
            written.bytes().filter(|byte| *byte != b' ').eq(known.bytes().filter(|byte| *byte != b' '))
                && long(known)
        }
    }
}

/// Whether the first letters are the same, or have changed places: `on` and
/// `op`, `kr` and `kl` make other words.
fn same_start(a: &[u8], b: &[u8]) -> bool {
    a.first() == b.first() && (a.get(1) == b.get(1) || a.get(1) == b.get(2) || a.len() != b.len())
}
