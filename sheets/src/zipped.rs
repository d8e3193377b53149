//! The zip file around an XLSX, XLSB or ODS: which of them it is, and whether
//! what it says of its size is something that can be read.
//!
//! The zip reader stops at the size that the file's directory declares, so
//! looking at that directory is enough; nothing is unpacked to find a bomb.

use std::io::{Cursor, Read};

use zip::{ZipArchive, read::ZipFile};

use crate::refusal::{Code, Refusal, Result, damaged};

/// Most bytes that the parts which are read may hold together.
const MAX_UNPACKED_BYTES: u64 = 1 << 30;
/// A part larger than this has to be packed as a sheet is, not as nothing but repetition.
const LARGE_PART_BYTES: u64 = 32 << 20;
/// Sheets of real files pack to between a fifth and a fiftieth.
const MAX_RATIO: u64 = 200;
/// Parts that say how a workbook looks and hangs together; calamine keeps more of them than they weigh.
const MAX_SMALL_PART_BYTES: u64 = 24 << 20;
/// Most parts: a workbook of a thousand sheets has a few thousand.
const MAX_PARTS: usize = 10_000;
/// Bytes in which a part's first element stands.
const START_BYTES: u64 = 4 << 10;
/// A shared string takes at least `<si/>`.
const LEAST_STRING_BYTES: u64 = 5;

/// What is in the zip file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Xlsx,
    Xlsb,
    Ods,
}

/// The bytes of a zip file, without a copy.
pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(crate) fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Looks a zip file over.
pub(crate) fn look_over(bytes: &[u8]) -> Result<Kind> {
    let mut archive = archive(bytes)?;
    let kind = kind(&mut archive)?;
    check_sizes(&mut archive)?;
    match kind {
        Kind::Ods => refuse_encrypted_ods(&mut archive)?,
        Kind::Xlsx => check_string_count(&mut archive)?,
        Kind::Xlsb => {}
    }
    Ok(kind)
}

/// The parts of a zip file.
pub(crate) fn archive(bytes: &[u8]) -> Result<Archive<'_>> {
    ZipArchive::new(Cursor::new(bytes)).map_err(damaged)
}

fn kind(archive: &mut Archive<'_>) -> Result<Kind> {
    if let Some(mime) = start_of(archive, "mimetype")? {
        let sheet = mime.starts_with("application/vnd.oasis.opendocument.spreadsheet");
        return if sheet { Ok(Kind::Ods) } else { Err(Refusal(Code::NotAWorkbook)) };
    }
    let types = whole(archive, "[Content_Types].xml")?.ok_or(Refusal(Code::NotAWorkbook))?;
    let holds = |type_: &str| types.contains(type_);
    if holds("ms-excel.sheet.binary.macroEnabled.main") {
        return Ok(Kind::Xlsb);
    }
    let mains = [
        "spreadsheetml.sheet.main",
        "spreadsheetml.template.main",
        "ms-excel.sheet.macroEnabled.main",
        "ms-excel.template.macroEnabled.main",
    ];
    if mains.iter().any(|main| holds(main)) { Ok(Kind::Xlsx) } else { Err(Refusal(Code::NotAWorkbook)) }
}

/// Refuses what declares more than can be read. Pictures and the like are never unpacked, and do not count.
fn check_sizes(archive: &mut Archive<'_>) -> Result<()> {
    if archive.len() > MAX_PARTS {
        return Err(Refusal(Code::TooLarge));
    }
    let mut together = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(damaged)?;
        if part.encrypted() {
            return Err(Refusal(Code::Encrypted));
        }
        let name = part.name().map_err(damaged)?.to_ascii_lowercase();
        if !is_read(&name) {
            continue;
        }
        together = together.saturating_add(part.size());
        let limit = if is_table(&name) { MAX_UNPACKED_BYTES } else { MAX_SMALL_PART_BYTES };
        let repetition = part.size() > LARGE_PART_BYTES && part.size() / MAX_RATIO > part.compressed_size();
        if part.size() > limit || together > MAX_UNPACKED_BYTES || repetition {
            return Err(Refusal(Code::TooLarge));
        }
    }
    Ok(())
}

/// Whether calamine may open a part of this name.
fn is_read(name: &str) -> bool {
    [".xml", ".bin", ".rels"].iter().any(|end| name.ends_with(end)) && !name.contains("vbaproject")
}

/// Parts that hold rows or their words.
fn is_table(name: &str) -> bool {
    name.contains("sheets/") || name.contains("sharedstrings") || name == "content.xml"
}

/// A workbook sets memory aside for as many strings as it says it has.
fn check_string_count(archive: &mut Archive<'_>) -> Result<()> {
    let name =
        archive.file_names().flatten().find(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
    let Some(name) = name.map(|name| name.to_string()) else { return Ok(()) };
    let start = start_of(archive, &name)?.unwrap_or_default();
    let declared = start.split("uniqueCount=").nth(1).and_then(|rest| {
        let digits = rest.get(1..)?;
        let end = digits.find(|letter: char| !letter.is_ascii_digit())?;
        Some(digits.get(..end)?.parse::<u64>().unwrap_or(u64::MAX))
    });
    let size = archive.by_name(&name).map_err(damaged)?.size();
    let possible = declared.unwrap_or(0) <= size / LEAST_STRING_BYTES + 1;
    if possible { Ok(()) } else { Err(Refusal(Code::Damaged)) }
}

fn refuse_encrypted_ods(archive: &mut Archive<'_>) -> Result<()> {
    let manifest = whole(archive, "META-INF/manifest.xml")?.ok_or(Refusal(Code::Damaged))?;
    if manifest.contains("encryption-data") { Err(Refusal(Code::Encrypted)) } else { Ok(()) }
}

/// The first bytes of a part as text; none when there is no such part.
fn start_of(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>> {
    text(archive, name, START_BYTES)
}

/// A small part as text.
fn whole(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>> {
    text(archive, name, MAX_SMALL_PART_BYTES)
}

fn text(archive: &mut Archive<'_>, name: &str, most: u64) -> Result<Option<String>> {
    let Some(part) = part(archive, name)? else { return Ok(None) };
    let mut bytes = Vec::new();
    part.take(most).read_to_end(&mut bytes).map_err(damaged)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// A part by name; none when there is no such part.
pub(crate) fn part<'a, 'b>(
    archive: &'a mut Archive<'b>,
    name: &str,
) -> Result<Option<ZipFile<'a, Cursor<&'b [u8]>>>> {
    match archive.index_for_name(name) {
        None => Ok(None),
        Some(index) => archive.by_index(index).map(Some).map_err(damaged),
    }
}
