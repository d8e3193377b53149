//! Parts on the command line: what a partition contributes, and a session made
//! of parts.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use ben_monitor::{
    catalog::Lang,
    clean::Mapping,
    error::Error,
    packed,
    session::{PartRead, Session, StretchInHand},
};

use super::{CHUNK, Refusal, read_file, today};

/// Most bytes of a head that are read: what a file's columns are is decided on its first 200 rows or 1 MiB.
const HEAD: u64 = 2 << 20;

/// What was read of whole files.
pub(super) fn whole(
    session: &mut Session,
    files: &[PathBuf],
    sheets: &[String],
) -> Result<Vec<PartRead>, Refusal> {
    let mut all = Vec::new();
    for path in files {
        read_file(session, path, sheets, &mut |session| {
            all.push(session.end_for_part()?);
            Ok(())
        })?;
    }
    Ok(all)
}

/// What was read of stretches of the file that begins like the one at `head`.
pub(super) fn stretches(
    files: &[PathBuf],
    head: &Path,
    named: Option<&str>,
    mapping: Option<&Mapping>,
) -> Result<Vec<PartRead>, Refusal> {
    let bytes = read_head(head).map_err(|error| Refusal::File(head.to_owned(), error))?;
    let name = head.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let name = named.unwrap_or(&name);
    let mut all = Vec::new();
    for path in files {
        let refused = |path: &Path| {
            let path = path.to_owned();
            move |error: Error| Refusal::Core(Some(path), error)
        };
        let mut stretch = StretchInHand::new(name, &bytes, mapping, &today()).map_err(refused(head))?;
        let unreadable = |error| Refusal::File(path.clone(), error);
        let mut file: Box<dyn Read> = if path == Path::new("-") {
            Box::new(std::io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(unreadable)?)
        };
        let mut buffer = vec![0; CHUNK];
        let mut length = file.read(&mut buffer).map_err(unreadable)?;
        while let Some(bytes) = buffer.get(..length).filter(|bytes| !bytes.is_empty()) {
            stretch.feed(bytes).map_err(refused(path))?;
            length = file.read(&mut buffer).map_err(unreadable)?;
        }
        all.push(stretch.end().map_err(refused(path))?);
    }
    Ok(all)
}

/// The head, or all of a smaller file.
fn read_head(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Adds parts to a session; answers whether the files are parts.
pub(super) fn add_parts(session: &mut Session, files: &[PathBuf]) -> Result<bool, Refusal> {
    let mut parts = Vec::new();
    for path in files {
        let unreadable = |error| Refusal::File(path.clone(), error);
        let mut bytes = Vec::new();
        let mut file = File::open(path).map_err(unreadable)?;
        file.by_ref().take(64).read_to_end(&mut bytes).map_err(unreadable)?;
        if PartRead::begins_a_part(&bytes) {
            file.read_to_end(&mut bytes).map_err(unreadable)?;
            parts.push(bytes);
        }
    }
    if parts.is_empty() {
        return Ok(false);
    }
    if parts.len() < files.len() {
        return Err(Refusal::Mixed);
    }
    session.add_parts(&parts).map_err(Refusal::Parts)?.map_err(|error| Refusal::Core(None, error))?;
    Ok(true)
}

/// Why parts can't be put together, as a person reads it.
pub(super) fn sentence(refusal: packed::Refusal, lang: Lang) -> &'static str {
    use packed::Refusal::{Damaged, Differ, Undecided};
    match (refusal, lang) {
        (Damaged, Lang::Nl) => {
            "Een deel is niet heel, of is gemaakt door een andere versie van dit programma. Maak de delen opnieuw."
        }
        (Damaged, Lang::En) => {
            "A part is not whole, or was made by another version of this program. Make the parts again."
        }
        (Differ, Lang::Nl) => {
            "In de delen zijn de kolommen niet op dezelfde manier gelezen. Geef bij het maken van elk deel met --head \
             hetzelfde begin van het bestand, en hetzelfde recept."
        }
        (Differ, Lang::En) => {
            "The parts do not read the columns in the same way. Make each part with the same --head and the same recept."
        }
        (Undecided, Lang::Nl) => {
            "Wat een rij betekent, hangt af van rijen in een ander deel: er staat een tweede tabel in, er zijn heel \
             veel verschillende antwoorden, of een deel eindigt midden in een rij. Knip het bestand tussen twee rijen, \
             of lees het in één keer."
        }
        (Undecided, Lang::En) => {
            "What a row means depends on rows of another part: there is a second table, there are very many different \
             answers, or a part ends within a row. Cut the file between two rows, or read it in one run."
        }
    }
}

/// Said of parts and files together.
pub(super) fn mixed(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => {
            "Delen en bestanden kunnen niet samen worden gelezen. Maak ook van de bestanden een deel."
        }
        Lang::En => "Parts and files can't be read together. Make parts of the files too.",
    }
}
