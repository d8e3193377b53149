//! E-mail addresses, also several in one cell or within a sentence.

use super::{Identifier, heading::Heading, sample::Sample};

/// Whether a column holds them: nothing else has an at-sign between words.
pub(super) fn are_addresses(sample: &Sample<'_>, heading: &Heading) -> bool {
    let with = sample.count(&|cell| has_address(cell.text));
    let with_sign = sample.count(&|cell| cell.text.contains('@'));
    // One among places is a slip, and is told apart there.
    let percent = if heading.of_thing { 30 } else { 10 };
    sample.is_part(with, percent) || (heading.is(Identifier::Email) && sample.is_part(with_sign, 5))
}

/// Whether an address stands in the text: `a@b.nl`.
pub(super) fn has_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(before, after)| {
            let ending = after.split_once('.').map_or("", |(_, ending)| ending);
            !before.is_empty() && ending.bytes().take_while(u8::is_ascii_alphabetic).count() >= 2
        })
    })
}
