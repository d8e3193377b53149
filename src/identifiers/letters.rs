//! Whether a word looks like the name of a person: by which letters follow
//! which.
//!
//! The weights were fitted (logistic regression) on the pairs of letters of
//! 4,500 given names and surnames against 2,000 places and 7,000 other words,
//! without any word of the lists in `tests/identifiers/`. They say little about
//! one word and much about a column of words.

/// A row for each letter before, the first for the beginning of a word; in it
/// a letter for each letter after, the last for the end. `N` weighs nothing, each
/// step from it 1/6 nat.
const PAIRS: &[u8] = b"\
NNPNONOMLTOONLKMPNNMNNMMPKN\
EMKMYILTKOLMKQNGMLLKNKNLURT\
LJLQNNNNNNNIMNMMNOJLJNNNLNI\
NOKMONNLNNUONNLMOEPGJNNNNNR\
OJLJJLLKNNLLOLMMNLJRPKLNPKG\
HLOKHKKLLPJNNKQKMLKMKPMIUMO\
PLNKPLKMMNNOMNGMNQNHLMLNMNO\
JLLIHNKPONMJOMOMNLGNWMMNMMH\
NLNNLNQNNNNPPNLLNRNHONQNLNM\
PMLKIJITNKNOQMIKONJHNMPLSOS\
LLOLJLNMLLGNQQOKNPQRJPMNNNP\
ONNLLMMOPMIKPILKNLLJSMJPOMM\
NLOKLOLKNMLMOKKONJLKOLLNKOL\
PNNJLMNMMNMNLMLLNQKMQLNNROI\
OROKONGMOJKJJLMLMLMIQOJLRMP\
LLJLIMLNNOMLJKLGNKLKJLJLOUO\
KLNJINLRKMNFNMIPNJGHKLNNMNI\
NNNNNNNNNNNNNNNNNNNNNNNNNNM\
MMRMLJPOOMKMNKMINNNPLIJNPKO\
SLKLOMGKNJHILHLLMNILLLKNLRQ\
LJLMKNKNKKLKLNKKNJKPMNJNKLM\
NINOLNNRHNPNDMNJMOKMHOONVRT\
PMNMMNNNMNOINNKNNKOMJNLNONK\
JNNMJNNKMNMMNLINNNKLPLNNMNL\
PNMNKNNMMNNMMNNLNNOKLNMJNNO\
TNLPRNNNQNPPPPOJNOMNRPNNOOP\
MPOOJNPNLNPONNKNNONOMNLNONV";
/// Weight of any word, in the same unit.
const START: i32 = 10;

/// How much more likely a name than something else, in 1/6 nat, bounded; the
/// word is folded.
pub(super) fn likeness(word: &str) -> i32 {
    let place = |byte: u8| usize::from(byte.wrapping_sub(b'a'));
    let letters = || word.bytes().filter(u8::is_ascii_lowercase).map(place);
    let before = std::iter::once(0).chain(letters().map(|letter| letter + 1));
    let after = letters().chain(std::iter::once(26));
    let weight = |(before, after): (usize, usize)| {
        PAIRS.get(before * 27 + after).map_or(0, |&weight| i32::from(weight) - i32::from(b'N'))
    };
    (START + before.zip(after).map(weight).sum::<i32>()).clamp(-18, 18)
}
