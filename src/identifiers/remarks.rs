//! Remarks: sentences, in which a name or a place may stand that nobody will find.

use super::{
    Identifier,
    heading::Heading,
    sample::{Cell, Sample, has_word, pieces},
};

/// Words that make sentences and are rare in answers of a list.
const SMALL_WORDS: &str = "de het een is en van met niet naar heeft wordt door voor op bij om dat er aan zijn hij zij ze wil kan nog maar moet er zich te was haar in na over als ook geen dit die tot er al we ik nu hebben worden uit wel mag";

/// Whether a column holds sentences, whatever its heading says.
pub(super) fn are_sentences(sample: &Sample<'_>, _: &Heading) -> bool {
    let sentences = sample.count(&is_sentence);
    let different = sample.different(&is_sentence);
    sample.is_part(sentences, 30) && different * 2 >= sentences
}

/// Whether a column whose heading asks for remarks got any.
pub(super) fn are_remarks(sample: &Sample<'_>, heading: &Heading) -> bool {
    if !heading.is(Identifier::Remarks) {
        return false;
    }
    let wordy = |cell: &Cell<'_>| words(cell) >= 3;
    let with = sample.count(&wordy);
    sample.is_part(with, 30) && sample.different(&wordy) * 3 >= with
}

/// Six words or more, two of them small, and not pieces between commas.
fn is_sentence(cell: &Cell<'_>) -> bool {
    let words = words(cell);
    let small = cell.folded.split(' ').filter(|word| has_word(SMALL_WORDS, word)).count();
    let pieces = pieces(cell.text).count();
    words >= 6 && small >= 2 && small * 8 >= words && words >= pieces * 4
}

/// How many words with letters.
fn words(cell: &Cell<'_>) -> usize {
    cell.folded.split(' ').filter(|word| word.bytes().any(|byte| !byte.is_ascii_digit())).count()
}
