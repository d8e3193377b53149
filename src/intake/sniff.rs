//! Knows bytes that are not a text table, so that a picture renamed to .csv is
//! refused with its reason and not read as rubbish.

use crate::error::{Code, Error, Result};

/// First bytes of formats that people rename or drop by mistake.
const NOT_TEXT: &[&[u8]] = &[
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF87a",
    b"GIF89a",
    b"%PDF-",
    b"\x1F\x8B",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"RIFF",
    b"BM\x00",
    b"7z\xBC\xAF",
    b"Rar!\x1A",
    b"\x7FELF",
    b"MZ\x90",
    b"SQLite format 3\0",
    b"{\\rtf",
];

/// The container of older Excel, Word and PowerPoint files.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Names inside a zip file that make it a spreadsheet.
const SPREADSHEET_PARTS: [&[u8]; 2] = [b"xl/", b"application/vnd.oasis.opendocument.spreadsheet"];

/// Fails with [`Code::Spreadsheet`] or [`Code::NotText`] when the first bytes
/// are those of a well-known format.
pub(super) fn refuse_known_formats(head: &[u8]) -> Result<()> {
    let zip = head.starts_with(b"PK\x03\x04");
    let spreadsheet_inside =
        || SPREADSHEET_PARTS.iter().any(|part| head.windows(part.len()).any(|here| here == *part));
    if head.starts_with(OLE) || (zip && spreadsheet_inside()) {
        return Err(Error::new(Code::Spreadsheet));
    }
    if NOT_TEXT.iter().any(|magic| head.starts_with(magic)) {
        return Err(Error::new(Code::NotText));
    }
    Ok(())
}

/// Fails with [`Code::NotText`] when text has more control characters than text
/// has: one in 32, or one NUL in four, and more than a few.
pub(super) fn refuse_control_bytes(text: &[u8]) -> Result<()> {
    let nuls = text.iter().filter(|&&byte| byte == 0).count();
    let controls = text.iter().filter(|&&byte| is_control(byte)).count();
    if controls > 8 + text.len() / 32 || nuls > 8 + text.len() / 4 {
        return Err(Error::new(Code::NotText));
    }
    Ok(())
}

/// Control characters that no text has; NUL is counted on its own.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0x01..=0x08 | 0x0E..=0x19 | 0x1C..=0x1F | 0x7F)
}
