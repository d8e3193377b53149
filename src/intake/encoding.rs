//! How characters are written: UTF-8, UTF-16 or Windows-1252, and how to read
//! them as text. Chooses for a whole file from its head; decodes cell by cell.

use std::borrow::Cow;

use super::Noted;

/// How the characters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, or plain ASCII.
    #[default]
    Utf8,
    /// Windows-1252, what older Western programs write.
    Windows1252,
    /// UTF-16, low byte first: "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// Bytes whose NULs are counted to know UTF-16 that has no byte order mark.
const PATTERN_BYTES: usize = 4096;

/// The encoding that the head shows, and the length of its byte order mark.
/// What is not UTF-16 counts as UTF-8 here; [`Tally`] knows better at the end.
pub(super) fn detect(head: &[u8]) -> (Encoding, usize) {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        _ => (nul_pattern(head).unwrap_or_default(), 0),
    }
}

/// In UTF-16 of Western text nearly every other byte is NUL, always on the same side.
fn nul_pattern(head: &[u8]) -> Option<Encoding> {
    let (pairs, _) = head.get(..PATTERN_BYTES).unwrap_or(head).as_chunks::<2>();
    let first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let many = |nuls: usize| nuls * 2 > pairs.len();
    let few = |nuls: usize| nuls * 16 < pairs.len();
    match (first, second) {
        (first, second) if few(first) && many(second) => Some(Encoding::Utf16Le),
        (first, second) if many(first) && few(second) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Turns UTF-16 into UTF-8 as it streams by; hands on everything else as it is.
#[derive(Debug, Default)]
pub(super) struct Transcoder {
    encoding: Encoding,
    odd_byte: Option<u8>,
    high_surrogate: Option<u16>,
}

impl Transcoder {
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { encoding, ..Self::default() }
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether no character has been read in part.
    pub(super) fn is_between_characters(&self) -> bool {
        self.odd_byte.is_none() && self.high_surrogate.is_none()
    }

    /// The chunk itself, or what was transcoded from it in `out`.
    pub(super) fn push<'a>(&mut self, chunk: &'a [u8], out: &'a mut Vec<u8>) -> &'a [u8] {
        if matches!(self.encoding, Encoding::Utf8 | Encoding::Windows1252) {
            return chunk;
        }
        let mut rest = chunk;
        if let (Some(odd), Some((&first, tail))) = (self.odd_byte, rest.split_first()) {
            self.odd_byte = None;
            self.unit([odd, first], out);
            rest = tail;
        }
        let (pairs, odd) = rest.as_chunks::<2>();
        for pair in pairs {
            self.unit(*pair, out);
        }
        if let Some(&odd) = odd.first() {
            self.odd_byte = Some(odd);
        }
        out
    }

    /// What is left at the end: half a character is shown as one that is not readable.
    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        let stray_byte = self.odd_byte.take().is_some_and(|byte| byte != 0 && !byte.is_ascii_whitespace());
        if self.high_surrogate.take().is_some() || stray_byte {
            append(char::REPLACEMENT_CHARACTER, out);
        }
    }

    fn unit(&mut self, pair: [u8; 2], out: &mut Vec<u8>) {
        let unit = match self.encoding {
            Encoding::Utf16Be => u16::from_be_bytes(pair),
            _ => u16::from_le_bytes(pair),
        };
        if let Some(high) = self.high_surrogate.take() {
            if let Some(Ok(character)) = char::decode_utf16([high, unit]).next() {
                return append(character, out);
            }
            append(char::REPLACEMENT_CHARACTER, out);
        }
        match unit {
            0xD800..=0xDBFF => self.high_surrogate = Some(unit),
            unit => append(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER), out),
        }
    }
}

fn append(character: char, out: &mut Vec<u8>) {
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Counts rows that are UTF-8 and rows that can't be.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Whether text beyond ASCII was met that is UTF-8, or a mark that says so.
    utf8_seen: bool,
    others: Noted,
}

impl Tally {
    /// `marked`: the file begins with a byte order mark.
    pub(super) fn new(marked: bool) -> Self {
        Self { utf8_seen: marked, others: Noted::default() }
    }

    pub(super) fn look(&mut self, row: u64, bytes: &[u8]) {
        if bytes.is_ascii() {
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => self.utf8_seen = true,
            Err(_) => self.others.note(row, 1),
        }
    }

    /// The encoding of the file, and the rows that are written otherwise.
    pub(super) fn conclude(self, detected: Encoding) -> (Encoding, Noted) {
        match detected {
            Encoding::Utf8 if self.others.count > 0 && !self.utf8_seen => {
                (Encoding::Windows1252, Noted::default())
            }
            detected => (detected, self.others),
        }
    }
}

/// UTF-8 as it is, anything else as Windows-1252, in which every byte is a character.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&byte| windows_1252(byte)).collect()),
    }
}

/// The bytes 0x80–0x9F; the others stand for the character of the same number.
/// Five that are unassigned are control characters, as browsers read them:
/// <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => UPPER_CONTROLS.get(usize::from(byte - 0x80)).copied().unwrap_or(char::from(byte)),
        byte => char::from(byte),
    }
}
