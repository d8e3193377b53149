//! Capitals and small letters of the Latin script, without the tables of all
//! scripts that the standard library brings: those weigh 9 kB to download.

/// The small letter of a capital; any other character as it is.
///
/// ```
/// use ben_monitor::catalog::letters::lower;
/// assert_eq!(['A', 'Ë', 'Š', 'Ÿ', '×', '1'].map(lower), ['a', 'ë', 'š', 'ÿ', '×', '1']);
/// ```
pub fn lower(letter: char) -> char {
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => 32,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if u32::from(letter) % 2 == 0 => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if u32::from(letter) % 2 == 1 => 1,
        _ => 0,
    };
    char::from_u32(u32::from(letter) + by).unwrap_or(letter)
}

/// The capital of a small letter; any other character as it is.
///
/// ```
/// use ben_monitor::catalog::letters::upper;
/// assert_eq!(['a', 'ë', 'š', 'ÿ', '÷', 'ß'].map(upper), ['A', 'Ë', 'Š', 'Ÿ', '÷', 'ß']);
/// ```
pub fn upper(letter: char) -> char {
    let by = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => 32,
        'ı' => return 'I',
        'ÿ' => return 'Ÿ',
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if u32::from(letter) % 2 == 1 => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if u32::from(letter) % 2 == 0 => 1,
        _ => 0,
    };
    char::from_u32(u32::from(letter) - by).unwrap_or(letter)
}

/// A text in small letters.
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether it is a capital.
pub fn is_capital(letter: char) -> bool {
    lower(letter) != letter
}

/// Whether it is a letter or a digit and no sign, space or control character.
pub fn is_letter_or_digit(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        // Signs of Latin-1, punctuation, currency, arrows, mathematics, drawing; ideographic punctuation; private use.
        '\u{80}'..='¿' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_letter_or_digit, lower, upper};

    /// The Latin script up to Extended-A, as the standard library has it.
    #[test]
    fn agrees_with_unicode() {
        for letter in ('\0'..='\u{17f}').filter(|letter| *letter != 'İ' && *letter != 'ŉ') {
            assert_eq!(letter.to_lowercase().to_string(), lower(letter).to_string(), "{letter}");
            assert_eq!(
                letter.is_alphanumeric() && !"²³¹¼½¾".contains(letter),
                is_letter_or_digit(letter),
                "{letter}"
            );
            if letter.to_uppercase().count() == 1 && letter != 'µ' && letter != 'ſ' {
                assert_eq!(letter.to_uppercase().to_string(), upper(letter).to_string(), "{letter}");
            }
        }
    }
}
