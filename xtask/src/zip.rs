//! Writes a zip file: its files as they are, in their order, with no date. Same files, same bytes.

/// The first of January 1980, the earliest day that the format knows.
const NO_DATE: u16 = 1 << 5 | 1;
/// Needed to read it: version 1.0.
const VERSION: u16 = 10;
/// Names are UTF-8.
const UTF_8: u16 = 1 << 11;

/// A zip file with these files, by name.
pub(crate) fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, std::num::TryFromIntError> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let start = u32::try_from(zip.len())?;
        let about = about(name, bytes)?;
        zip.extend(b"PK\x03\x04".iter().chain(&about));
        zip.extend(name.as_bytes().iter().chain(bytes));
        directory.extend(b"PK\x01\x02".iter().copied().chain(VERSION.to_le_bytes()).chain(about));
        // No comment, on the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes().into_iter().chain(name.bytes()));
    }
    let count = u16::try_from(files.len())?.to_le_bytes();
    let (size, start) = (u32::try_from(directory.len())?, u32::try_from(zip.len())?);
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0".iter().copied().chain(count).chain(count));
    zip.extend(size.to_le_bytes().into_iter().chain(start.to_le_bytes()).chain([0, 0]));
    Ok(zip)
}

/// What is said of a file both before it and in the directory.
fn about(name: &str, bytes: &[u8]) -> Result<Vec<u8>, std::num::TryFromIntError> {
    let (size, letters) = (u32::try_from(bytes.len())?.to_le_bytes(), u16::try_from(name.len())?);
    let mut about = Vec::new();
    // Not packed, at midnight.
    for half in [VERSION, UTF_8, 0, 0, NO_DATE] {
        about.extend(half.to_le_bytes());
    }
    about.extend(crc32(bytes).to_le_bytes().into_iter().chain(size).chain(size));
    about.extend(letters.to_le_bytes().into_iter().chain([0, 0]));
    Ok(about)
}

/// The check sum of the format (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let table: Vec<u32> = (0..256)
        .map(|byte| (0..8).fold(byte, |sum: u32, _| sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 }))
        .collect();
    !bytes.iter().fold(!0, |sum: u32, byte| {
        let place = usize::from(sum.to_le_bytes()[0] ^ byte);
        sum >> 8 ^ table.get(place).copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program;

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn another_program_reads_it() {
        let files = [("a/één.txt".to_owned(), b"one".to_vec()), ("b".to_owned(), Vec::new())];
        let path = std::env::temp_dir().join(format!("xtask-zip-{}.zip", std::process::id()));
        std::fs::write(&path, zip(&files).unwrap()).unwrap();
        let read = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; \
                    print([(n, z.read(n)) for n in z.namelist()])";
        // Where there is no Python the check sum above is what is tested.
        if let Some(python) = program::find(&["python3"]) {
            let told = program::output(program::command(python).args(["-c", read]).arg(&path)).unwrap();
            assert_eq!(told.trim(), "[('a/één.txt', b'one'), ('b', b'')]");
        }
        std::fs::remove_file(path).unwrap();
    }
}
