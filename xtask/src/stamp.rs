//! Skipping what is up to date: a step's inputs are hashed, and the hash is kept when the step is done.

use crate::Outcome;
use crate::places;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What a step depends on: files by path and content, and any settings.
pub(crate) struct Inputs {
    hasher: DefaultHasher,
}

impl Inputs {
    /// Starts with the step's own settings, such as its command line.
    pub(crate) fn of(settings: impl Hash) -> Self {
        let mut hasher = DefaultHasher::new();
        settings.hash(&mut hasher);
        Self { hasher }
    }

    /// A file, or all files in a folder at any depth. One that is not there counts as such.
    pub(crate) fn with(mut self, path: &Path) -> Outcome<Self> {
        for file in files_in(path)? {
            file.hash(&mut self.hasher);
            fs::read(&file).map_err(|error| unreadable(&file, &error))?.hash(&mut self.hasher);
        }
        Ok(self)
    }

    /// Does the step, unless it was done with these inputs and what it makes is still there.
    /// Answers whether it was done now.
    pub(crate) fn unless_done(
        self,
        note: &Path,
        makes: &[PathBuf],
        step: impl FnOnce() -> Outcome,
    ) -> Outcome<bool> {
        let now = format!("{:016x}", self.hasher.finish());
        let done = fs::read_to_string(note).is_ok_and(|before| before == now);
        if done && makes.iter().all(|path| path.exists()) {
            return Ok(false);
        }
        // A step that fails halfway must not look done because of an older note.
        let _ = fs::remove_file(note);
        step()?;
        write(note, now.as_bytes())?;
        Ok(true)
    }
}

/// Eight letters and digits by which a text is known.
pub(crate) fn fingerprint(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:08x}", hasher.finish() >> 32)
}

/// The note of a step, by name.
pub(crate) fn note(name: &str) -> PathBuf {
    places::notes().join(name)
}

/// Writes a file and the folders it is in.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}", path.display())
}

/// The files in a folder at any depth, or the file itself; in order.
pub(crate) fn files_in(path: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    list(path, &mut files)?;
    files.sort();
    Ok(files)
}

fn list(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path).map_err(|error| unreadable(path, &error))? {
            list(&entry.map_err(|error| unreadable(path, &error))?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_step_is_done_again_only_when_something_changed() {
        let folder = folder("again");
        let (input, made) = (folder.join("in/a"), folder.join("out"));
        write(&input, b"one").unwrap();
        let runs = Cell::new(0);
        let step = |settings: &str| {
            let inputs = Inputs::of(settings).with(&folder.join("in")).unwrap();
            inputs.unless_done(&folder.join("note"), std::slice::from_ref(&made), || {
                runs.set(runs.get() + 1);
                write(&made, b"made")
            })
        };
        assert_eq!(step("x"), Ok(true));
        assert_eq!(step("x"), Ok(false));
        write(&input, b"two").unwrap();
        assert_eq!(step("x"), Ok(true));
        assert_eq!(step("y"), Ok(true));
        fs::remove_file(&made).unwrap();
        assert_eq!(step("y"), Ok(true));
        assert_eq!(runs.get(), 4);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_failed_step_is_not_done() {
        let folder = folder("failed");
        let note = folder.join("note");
        assert_eq!(Inputs::of("x").unless_done(&note, &[], || Ok(())), Ok(true));
        assert_eq!(Inputs::of("y").unless_done(&note, &[], || Err("no".into())), Err("no".into()));
        assert_eq!(Inputs::of("x").unless_done(&note, &[], || Ok(())), Ok(true));
        fs::remove_dir_all(folder).unwrap();
    }
}
