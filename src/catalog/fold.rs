//! The form in which headings and answers are compared.

use super::letters::{is_letter_or_digit, lower};

/// Folds a text for comparing: lower case, no accents, soft hyphens gone, and
/// everything that is not a letter or a digit as one space.
///
/// ```
/// use ben_monitor::catalog::fold;
/// assert_eq!(fold("  RET_regio "), "ret regio");
/// assert_eq!(fold("Suïci\u{ad}daliteit"), "suicidaliteit");
/// assert_eq!(fold("j/m"), "j m");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        for_each_folded(text.as_bytes(), |byte| folded.push(char::from(byte)));
        return folded;
    }
    let mut gap = false;
    for letter in text.chars().map(lower) {
        if is_joiner(letter) {
            continue;
        }
        if !is_letter_or_digit(letter) {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        push_plain(&mut folded, letter);
    }
    folded
}

/// The bytes of an ASCII text as [`fold`] makes them.
#[inline(always)]
pub(crate) fn for_each_folded(ascii: &[u8], mut with: impl FnMut(u8)) {
    let (mut any, mut gap) = (false, false);
    for byte in ascii {
        if !byte.is_ascii_alphanumeric() {
            gap = any;
            continue;
        }
        if gap {
            with(b' ');
        }
        (any, gap) = (true, false);
        with(byte.to_ascii_lowercase());
    }
}

/// Soft hyphen, zero-width characters, and accents that stand apart.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// The letter without its accent, for the letters of Western European languages.
fn push_plain(folded: &mut String, letter: char) {
    folded.push(match letter {
        'à'..='å' | 'ā' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ß' => return folded.push_str("ss"),
        'ĳ' => return folded.push_str("ij"),
        'æ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        other => other,
    });
}
