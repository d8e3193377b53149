//! Short lists that are kept as one text, and what stands in them. Plain loops:
//! the standard library's search makes ready for long texts, which costs more
//! than looking through a short one.

/// Each word of a list, by the sign between them.
#[inline]
fn words(list: &[u8], between: u8) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest?;
        let mut end = 0;
        while list.get(end).is_some_and(|&byte| byte != between) {
            end += 1;
        }
        rest = list.get(end + 1..);
        list.get(..end)
    })
}

#[inline]
fn begins(text: &[u8], part: &[u8]) -> bool {
    let mut at = 0;
    while at < part.len() {
        if text.get(at) != part.get(at) {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether a list has this word.
#[cfg_attr(hot, optimize(speed))]
pub(crate) fn is_listed(list: &str, between: u8, word: &str) -> bool {
    let word = word.as_bytes();
    for one in words(list.as_bytes(), between) {
        if one.len() == word.len() && begins(one, word) {
            return true;
        }
    }
    false
}

/// Whether some word of a list, with `|` between them, stands somewhere in a text.
#[cfg_attr(hot, optimize(speed))]
pub(crate) fn has_some(text: &str, list: &str) -> bool {
    for part in words(list.as_bytes(), b'|') {
        let mut rest = text.as_bytes();
        while rest.len() >= part.len() {
            if begins(rest, part) {
                return true;
            }
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{has_some, is_listed};

    #[test]
    fn as_the_standard_library_does() {
        let lists = ["", "|", "a", "a|b", "ab||b", "|aa|ab|ba"];
        let words = ["", "a", "b", "ab", "ba", "aab", "abab", " ab ", "ë"];
        for list in lists {
            for word in words {
                assert_eq!(
                    is_listed(list, b'|', word),
                    list.split('|').any(|one| one == word),
                    "{list} {word}"
                );
                assert_eq!(
                    has_some(word, list),
                    list.split('|').any(|one| word.contains(one)),
                    "{list} {word}"
                );
            }
        }
    }
}
