//! Hashes that others can reckon too: SHA-2, as browsers write it in base64, and of files together in hexadecimal.

use crate::Outcome;
use crate::stamp;
use sha2::{Digest as _, Sha256, Sha384};
use std::fs;
use std::path::PathBuf;

/// Letters of a hash that a person compares.
const READABLE: usize = 16;

/// The start of the SHA-256 of all these files and the files in these folders, in the order of their paths.
pub(crate) fn of_files<'a>(paths: impl Iterator<Item = &'a PathBuf>) -> Outcome<String> {
    let mut hasher = Sha256::new();
    for path in paths {
        for file in stamp::files_in(path)? {
            let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            hasher.update(Sha256::digest(bytes));
        }
    }
    let text: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(text.chars().take(READABLE).collect())
}

/// For a policy (`'sha256-…'`).
pub(crate) fn sha256_base64(bytes: &[u8]) -> String {
    base64(&Sha256::digest(bytes))
}

/// For the `integrity` of a script.
pub(crate) fn sha384_base64(bytes: &[u8]) -> String {
    base64(&Sha384::digest(bytes))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte))
            << (8 * (3 - group.len()));
        for letter in 0..4 {
            let index = bits >> (18 - 6 * letter) & 63;
            let written = LETTERS.get(index).filter(|_| letter <= group.len());
            text.push(written.map_or('=', |byte| char::from(*byte)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, section 10.
        let written = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(written, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn hashes_are_those_that_browsers_reckon() {
        assert_eq!(sha256_base64(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(sha384_base64(b""), "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
